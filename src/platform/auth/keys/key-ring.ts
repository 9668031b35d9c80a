import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { newId, publicId } from '../../../kernel/ids.js';
import { type Tx, type View } from '../../database/session.js';
import { CURRENT_API_VERSION } from '../../http/api-version.js';
import { page, type Page, type PageQuery } from '../../http/paging.js';
import { type Principal } from '../../http/request.js';
import { ResourceNotFoundError } from '../../http/request.errors.js';
import { audit } from '../../outbox/outbox.js';
import { SAY } from '../../platform.sentences.js';
import { SAY as AUTH } from '../auth.sentences.js';
import { KeyNotLiveError, KeyRotatedError } from './api-key.errors.js';
import { hashApiKey, newApiKey } from './api-keys.js';
import { personsBehind } from '../persons.js';
import { assertEnd, assertFuture, assertWithinOwn } from './key-rules.js';

export interface ApiKey {
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  readonly lastFour: string;
  readonly scopes: readonly string[];
  /** What its holder is spoken to in, unless a request says otherwise. */
  readonly apiVersion: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  /** Where it may be used from; null: from anywhere. */
  readonly allowedNetworks: readonly string[] | null;
  /** The public key that its requests must be signed with; null: they need not be. */
  readonly signatureKey: string | null;
  /** The key that took its place by rotation. */
  readonly successorId: string | null;
  /** Written once a minute. */
  readonly lastUsedAt: Date | null;
  readonly version: number;
}

/** A key and its secret, which nobody can read again. */
export interface NewApiKey extends ApiKey {
  readonly secret: string;
}

/** Who gives a key: no more rights than they have. */
type Giver = Pick<Principal, 'scopes' | 'actor'>;

interface KeyTerms {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date | null;
  readonly allowedNetworks: readonly string[] | null;
  readonly signatureKey: string | null;
}

interface PinnedTerms extends KeyTerms {
  readonly apiVersion: string;
}

const COLUMNS = `
  tenant_id AS "tenantId", id, name, last_four AS "lastFour", scopes, api_version AS "apiVersion", created_at AS "createdAt",
  expires_at AS "expiresAt", revoked_at AS "revokedAt", allowed_networks AS "allowedNetworks",
  signature_key AS "signatureKey", successor_id AS "successorId", version,
  (SELECT u.last_used_at FROM platform.credential_use u
   WHERE u.tenant_id = api_key.tenant_id AND u.credential_id = api_key.id) AS "lastUsedAt"`;
const FIND = `SELECT ${COLUMNS} FROM platform.api_key WHERE tenant_id = $1 AND id = $2`;
const LOCKED = `${FIND} FOR UPDATE`;
const INSERT = `
  INSERT INTO platform.api_key (tenant_id, id, name, hash, last_four, scopes, api_version, created_at, expires_at,
                                allowed_networks, signature_key, made_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING ${COLUMNS}`;
const REVOKE = `
  UPDATE platform.api_key SET revoked_at = coalesce(revoked_at, $3), version = version + 1
  WHERE tenant_id = $1 AND id = $2 RETURNING ${COLUMNS}`;
const HAND_OVER = `
  UPDATE platform.api_key SET expires_at = $3, successor_id = $4, version = version + 1 WHERE tenant_id = $1 AND id = $2`;

/**
 * Makes, rotates and revokes API keys. Only hashes are kept. Keys live by the real time, in sandbox tenants too:
 * moving a test clock must not lock its owner out.
 */
@Injectable()
export class KeyRing {
  constructor(private readonly clock: Clock) {}

  list(view: View, query: PageQuery): Promise<Page<ApiKey>> {
    return page<ApiKey>(view, { table: 'platform.api_key', columns: COLUMNS, query });
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<ApiKey> {
    return one(await view.query<ApiKey>(FIND, [view.tenantId, id]));
  }

  /** @throws ScopeBeyondOwnError, KeyExpiryError */
  async make(tx: Tx, caller: Giver, terms: KeyTerms): Promise<NewApiKey> {
    if (terms.expiresAt !== null) assertFuture(terms.expiresAt, this.clock.now());
    const made = await this.insert(tx, caller, { ...terms, apiVersion: CURRENT_API_VERSION });
    audit(tx, {
      action: 'keys.made',
      resourceType: 'apiKey',
      resourceId: made.id,
      to: 'live',
      details: { name: terms.name, scopes: terms.scopes, allowedNetworks: terms.allowedNetworks },
    });
    return made;
  }

  /**
   * A new key with the same name, rights, bounds and version of the API; the old one lives on until `oldExpiresAt`, so that
   * clients can change over. Two live beside one another, never three.
   * @throws KeyNotLiveError, KeyRotatedError, KeyExpiryError, ScopeBeyondOwnError
   */
  async rotate(tx: Tx, caller: Principal, id: string, oldExpiresAt: Date): Promise<NewApiKey> {
    const old = await this.locked(tx, id);
    tx.assertFresh(old);
    this.assertLive(old);
    if (old.successorId !== null) {
      throw new KeyRotatedError(AUTH.key_rotated, { successorId: publicId('apiKey', old.successorId) });
    }
    assertEnd(oldExpiresAt, this.clock.now(), old.expiresAt);
    const made = await this.insert(tx, caller, { ...old, expiresAt: null });
    await tx.query(HAND_OVER, [tx.tenantId, id, oldExpiresAt, made.id]);
    audit(tx, {
      action: 'keys.rotated',
      resourceType: 'apiKey',
      resourceId: id,
      from: 'live',
      to: 'live',
      details: { successor: made.id, expiresAt: oldExpiresAt.toISOString() },
    });
    return made;
  }

  /** The key is refused from now on. Again changes nothing. */
  async revoke(tx: Tx, id: string): Promise<ApiKey> {
    const key = await this.locked(tx, id);
    tx.assertFresh(key);
    if (key.revokedAt !== null) return key;
    audit(tx, { action: 'keys.revoked', resourceType: 'apiKey', resourceId: id, from: 'live', to: 'revoked' });
    return one(await tx.query<ApiKey>(REVOKE, [tx.tenantId, id, this.clock.now()]));
  }

  private async insert(tx: Tx, caller: Giver, terms: PinnedTerms): Promise<NewApiKey> {
    const { name, scopes, apiVersion, expiresAt, allowedNetworks, signatureKey } = terms;
    assertWithinOwn(caller, scopes);
    const secret = newApiKey(tx.livemode);
    const values = [
      tx.tenantId,
      newId(),
      name,
      hashApiKey(secret),
      secret.slice(-4),
      scopes,
      apiVersion,
      this.clock.now(),
      expiresAt,
      allowedNetworks,
      signatureKey,
      await personsBehind(tx, [caller.actor]),
    ];
    return { ...one(await tx.query<ApiKey>(INSERT, values)), secret };
  }

  private async locked(tx: Tx, id: string): Promise<ApiKey> {
    return one(await tx.query<ApiKey>(LOCKED, [tx.tenantId, id]));
  }

  private assertLive({ revokedAt, expiresAt }: ApiKey): void {
    if (revokedAt !== null || (expiresAt !== null && expiresAt <= this.clock.now())) {
      throw new KeyNotLiveError(SAY.key_not_live);
    }
  }
}

function one([key]: readonly ApiKey[]): ApiKey {
  if (key === undefined) throw new ResourceNotFoundError(SAY.no_such_key);
  return key;
}
