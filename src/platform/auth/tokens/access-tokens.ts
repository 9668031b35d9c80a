import { Inject, Injectable } from '@nestjs/common';
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';

import { Clock } from '../../../kernel/clock.js';
import { newId, publicId, tryParseId } from '../../../kernel/ids.js';
import { APP_CONFIG, type AppConfig } from '../../config/app-config.js';
import { SigningKeys } from './signing-keys.js';

const ALGORITHM = 'EdDSA';
/** RFC 9068, so that nothing else that is signed with these keys can pass for an access token. */
const TYPE = 'at+jwt';

/** What an access token says. */
export interface AccessClaims {
  readonly tenantId: string;
  readonly kind: 'oauthClient' | 'user';
  readonly id: string;
  readonly scopes: readonly string[];
  /** What must still hold of client or session for the token to hold: the epoch of the one, the id of the other. */
  readonly standing: string;
  readonly expiresAtMs: number;
}

/** Why a token is not taken; of one that has run out it is known whose it was. */
export type TokenFault = { readonly fault: 'false' } | { readonly fault: 'expired'; readonly claims: AccessClaims };

/** Signs and reads access tokens (RFC 9068). Reading one asks the database nothing, once its key is known. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async sign(claims: Omit<AccessClaims, 'expiresAtMs'>, lifetimeSeconds: number): Promise<string> {
    const { id, privateKey } = await this.keys.current();
    const subject = publicId(claims.kind, claims.id);
    const now = Math.floor(this.clock.now().getTime() / 1_000);
    return new SignJWT({
      client_id: subject,
      tenant: publicId('tenant', claims.tenantId),
      scope: claims.scopes.join(' '),
      standing: claims.standing,
    })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: id })
      .setIssuer(this.config.publicUrl)
      .setAudience(this.config.publicUrl)
      .setSubject(subject)
      .setJti(newId())
      .setIssuedAt(now)
      .setExpirationTime(now + lifetimeSeconds)
      .sign(privateKey);
  }

  async read(token: string): Promise<AccessClaims | TokenFault> {
    try {
      const key = await this.keys.find(decodeProtectedHeader(token).kid ?? '');
      if (key === null) return { fault: 'false' };
      const { payload } = await jwtVerify(token, key.publicKey, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: this.config.publicUrl,
        audience: this.config.publicUrl,
        currentDate: this.clock.now(),
        requiredClaims: ['exp', 'sub'],
      });
      return claimsOf(payload) ?? { fault: 'false' };
    } catch (error) {
      // Its signature held, or it would be another error.
      const late = error instanceof errors.JWTExpired ? claimsOf(error.payload) : null;
      if (late !== null) return { fault: 'expired', claims: late };
      if (error instanceof errors.JOSEError || error instanceof TypeError) return { fault: 'false' };
      throw error;
    }
  }
}

function claimsOf(payload: JWTPayload): AccessClaims | null {
  const { sub = '', tenant, scope, standing, exp = 0 } = payload;
  const tenantId = typeof tenant === 'string' ? tryParseId('tenant', tenant) : null;
  const kind = sub.startsWith('usr_') ? 'user' : 'oauthClient';
  const id = tryParseId(kind, sub);
  if (tenantId === null || id === null || typeof scope !== 'string' || typeof standing !== 'string') return null;
  return { tenantId, kind, id, scopes: scope === '' ? [] : scope.split(' '), standing, expiresAtMs: exp * 1_000 };
}
