import { Injectable } from '@nestjs/common';

import { UnauthenticatedError } from '../http/request.errors.js';
import { SAY } from './auth.sentences.js';
import { looksLikeApiKey } from './keys/api-keys.js';
import { KeyCheck } from './keys/key-check.js';
import { TokenCheck } from './tokens/token-check.js';
import { type CredentialRef, Refused, type Verified } from './verified.js';

/** Knows for whom the bearer of a token speaks, whatever kind of token it is. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly keys: KeyCheck,
    private readonly tokens: TokenCheck,
  ) {}

  /** Whether it was good when it was last asked about, or is being asked about just now. */
  knows(bearer: string): boolean {
    return this.keys.knows(bearer) || this.tokens.knows(bearer);
  }

  async verify(bearer: string): Promise<Verified | Refused> {
    if (looksLikeApiKey(bearer)) return this.keys.verify(bearer);
    if (looksLikeToken(bearer)) return this.tokens.verify(bearer);
    return new Refused(new UnauthenticatedError(SAY.no_credential));
  }

  /** For whom a credential speaks now that gave an order earlier: with what it could do then and still can. */
  async recheck({ tenantId, kind, id, standing, scopes, apiVersion }: CredentialRef): Promise<Verified | Refused> {
    const found = await (kind === 'apiKey'
      ? this.keys.verifyById(tenantId, id)
      : this.tokens.stand({ tenantId, kind, id, scopes, standing: standing ?? '' }));
    if (found instanceof Refused) return found;
    return { ...found, apiVersion, scopes: new Set(scopes.filter((scope) => found.scopes.has(scope))) };
  }
}

function looksLikeToken(text: string): boolean {
  return text.length < 4_096 && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
}
