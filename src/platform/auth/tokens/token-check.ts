import { Inject, Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { publicId } from '../../../kernel/ids.js';
import { UnauthenticatedError } from '../../http/request.errors.js';
import { CredentialExpiredError, CredentialRevokedError } from '../auth.errors.js';
import { SAY } from '../auth.sentences.js';
import { Beliefs } from '../beliefs.js';
import { CredentialNews } from '../credential-news.js';
import { Refused, type Subject, type Verified } from '../verified.js';
import { type AccessClaims, AccessTokens } from './access-tokens.js';

const TOKENS_MAX = 10_000;

/** What a token says of its holder. */
export type HolderClaims = Omit<AccessClaims, 'expiresAtMs'>;

/** What the holder of a token is now, whatever it was when the token was made. */
export interface Standing extends Verified {
  /** Whether the token's `standing` still holds. */
  readonly holds: (standing: string) => boolean;
}

/** Asks the database how a client stands, or the session of a person. One statement. */
export interface Standings {
  readonly kind: AccessClaims['kind'];
  /** Under which the answer is remembered: one for all tokens that ask the same. */
  keyOf(claims: HolderClaims): string;
  /** @returns null where there is no such holder */
  ask(claims: HolderClaims): Promise<Standing | null>;
}

export const STANDINGS = Symbol('Standings');

/**
 * Knows for whom an access token speaks. Its signature is verified once and remembered until it runs out; how its holder
 * stands is asked every two seconds at most, for all tokens of the holder together, and at once when that has changed.
 */
@Injectable()
export class TokenCheck {
  private readonly tokens = new Map<string, AccessClaims>();
  private readonly beliefs: Beliefs<Standing>;

  constructor(
    private readonly accessTokens: AccessTokens,
    @Inject(STANDINGS) private readonly standings: readonly Standings[],
    private readonly clock: Clock,
    news: CredentialNews,
  ) {
    this.beliefs = new Beliefs(clock, ({ credentialId }) => ({ id: credentialId, isGood: true }));
    news.tell(this.beliefs);
  }

  /** Whether it was signed by us. */
  knows(token: string): boolean {
    return this.tokens.has(token);
  }

  async verify(token: string): Promise<Verified | Refused> {
    const claims = this.tokens.get(token) ?? (await this.read(token));
    if (claims instanceof Refused) return claims;
    if (claims.expiresAtMs <= this.clock.now().getTime()) {
      this.tokens.delete(token);
      return expired(claims);
    }
    return this.stand(claims);
  }

  /** For whom the holder of a token that once held speaks now, if at all. */
  async stand(claims: HolderClaims): Promise<Verified | Refused> {
    const source = this.standings.find(({ kind }) => kind === claims.kind);
    if (source === undefined) throw new Error(`Nobody knows how a ${claims.kind} stands`);
    const standing = await this.beliefs.believe(source.keyOf(claims), () => source.ask(claims));
    if (standing?.holds(claims.standing) !== true) {
      return new Refused(new CredentialRevokedError(SAY.revoked), subjectOf(claims));
    }
    return { ...standing, scopes: new Set(claims.scopes.filter((scope) => standing.scopes.has(scope))) };
  }

  private async read(token: string): Promise<AccessClaims | Refused> {
    const read = await this.accessTokens.read(token);
    if ('fault' in read) {
      return read.fault === 'expired' ? expired(read.claims) : new Refused(new UnauthenticatedError(SAY.no_credential));
    }
    if (this.tokens.size >= TOKENS_MAX) this.tokens.clear();
    this.tokens.set(token, read);
    return read;
  }
}

function expired(claims: AccessClaims): Refused {
  return new Refused(new CredentialExpiredError(SAY.expired), subjectOf(claims));
}

function subjectOf({ tenantId, kind, id }: HolderClaims): Subject {
  return { tenantId, credentialKind: kind, credentialId: id, actor: actorOf(kind, id) };
}

export function actorOf(kind: AccessClaims['kind'], id: string): string {
  return `${kind === 'user' ? 'user' : 'client'}:${publicId(kind, id)}`;
}
