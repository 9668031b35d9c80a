import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { type Tx, type View } from '../../database/session.js';
import { CURRENT_API_VERSION } from '../../http/api-version.js';
import { page, type Page, type PageQuery } from '../../http/paging.js';
import { type Principal } from '../../http/request.js';
import { ResourceNotFoundError } from '../../http/request.errors.js';
import { audit } from '../../outbox/outbox.js';
import { SAY } from '../auth.sentences.js';
import { assertEnd, assertWithinOwn } from '../keys/key-rules.js';
import { personsBehind } from '../persons.js';
import { hashClientSecret, newClientSecret } from './client-secrets.js';
import { ClientRevokedError } from './client.errors.js';

interface ClientSecret {
  readonly lastFour: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
}

export interface OauthClient {
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly apiVersion: string;
  readonly allowedNetworks: readonly string[] | null;
  readonly signatureKey: string | null;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  /** Those that still work, newest first. */
  readonly secrets: readonly ClientSecret[];
  readonly version: number;
}

export interface NewOauthClient extends OauthClient {
  readonly secret: string;
}

interface ClientTerms {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly allowedNetworks: readonly string[] | null;
  readonly signatureKey: string | null;
}

const COLUMNS = `
  tenant_id AS "tenantId", id, name, scopes, api_version AS "apiVersion", allowed_networks AS "allowedNetworks",
  signature_key AS "signatureKey", created_at AS "createdAt", revoked_at AS "revokedAt", version,
  (SELECT u.last_used_at FROM platform.credential_use u
   WHERE u.tenant_id = oauth_client.tenant_id AND u.credential_id = oauth_client.id) AS "lastUsedAt",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('lastFour', s.last_four, 'createdAt', s.created_at, 'expiresAt', s.expires_at)
                             ORDER BY s.id DESC), '[]')
   FROM platform.client_secret s
   WHERE s.tenant_id = oauth_client.tenant_id AND s.client_id = oauth_client.id) AS secrets`;
const FIND = `SELECT ${COLUMNS} FROM platform.oauth_client WHERE tenant_id = $1 AND id = $2`;
const LOCK = `SELECT 1 FROM platform.oauth_client WHERE tenant_id = $1 AND id = $2 FOR UPDATE`;
const INSERT = `
  INSERT INTO platform.oauth_client (tenant_id, id, name, scopes, api_version, allowed_networks, signature_key, created_at,
                                     made_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const INSERT_SECRET = `
  INSERT INTO platform.client_secret (tenant_id, id, client_id, hash, last_four, created_at)
  VALUES ($1, $2, $3, $4, $5, $6)`;
/** Of the secrets that still work the newest ends at $4, the others now: two work beside one another, never three. */
const END_SECRETS = `
  UPDATE platform.client_secret s
  SET expires_at = least(s.expires_at, CASE WHEN s.id = newest.id THEN $4::timestamptz ELSE $3 END)
  FROM (SELECT id FROM platform.client_secret WHERE tenant_id = $1 AND client_id = $2 ORDER BY id DESC LIMIT 1) AS newest
  WHERE s.tenant_id = $1 AND s.client_id = $2 AND (s.expires_at IS NULL OR s.expires_at > $3)`;
/** Whoever has seen one of its secrets is behind what it does. */
const ADD_MAKERS = `
  UPDATE platform.oauth_client SET made_by = ARRAY (SELECT DISTINCT unnest(made_by || $3::uuid[]))
  WHERE tenant_id = $1 AND id = $2`;
/** With another epoch no token of before holds. */
const CHANGE = `
  UPDATE platform.oauth_client
  SET token_epoch = token_epoch + $3, revoked_at = coalesce(revoked_at, $4), version = version + 1
  WHERE tenant_id = $1 AND id = $2`;

/**
 * Makes OAuth clients, gives them secrets, revokes them. Only hashes are kept. By the real time, as API keys are: a test
 * clock must not lock its owner out.
 */
@Injectable()
export class OauthClients {
  constructor(private readonly clock: Clock) {}

  async list(view: View, query: PageQuery): Promise<Page<OauthClient>> {
    const found = await page<OauthClient>(view, { table: 'platform.oauth_client', columns: COLUMNS, query });
    return { ...found, data: found.data.map((client) => this.withLiveSecrets(client)) };
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<OauthClient> {
    const [client] = await view.query<OauthClient>(FIND, [view.tenantId, id]);
    if (client === undefined) throw new ResourceNotFoundError(SAY.no_such_client);
    return this.withLiveSecrets(client);
  }

  /** @throws ScopeBeyondOwnError */
  async make(tx: Tx, caller: Principal, terms: ClientTerms): Promise<NewOauthClient> {
    const { name, scopes, allowedNetworks, signatureKey } = terms;
    assertWithinOwn(caller, scopes);
    const id = newId();
    const now = this.clock.now();
    const makers = await personsBehind(tx, [caller.actor]);
    const values = [tx.tenantId, id, name, scopes, CURRENT_API_VERSION, allowedNetworks, signatureKey, now, makers];
    await tx.query(INSERT, values);
    audit(tx, {
      action: 'clients.made',
      resourceType: 'oauthClient',
      resourceId: id,
      to: 'live',
      details: { name, scopes, allowedNetworks },
    });
    const secret = await this.addSecret(tx, id);
    return { ...(await this.get(tx, id)), secret };
  }

  /**
   * A new secret. The one before works until `oldSecretExpiresAt`; where that is null it has leaked, say: it ends now, and
   * with it every token.
   * @throws ClientRevokedError, KeyExpiryError, ScopeBeyondOwnError
   */
  async rotate(tx: Tx, caller: Principal, id: string, oldSecretExpiresAt: Date | null): Promise<NewOauthClient> {
    const client = await this.locked(tx, id);
    if (client.revokedAt !== null) throw new ClientRevokedError(SAY.client_revoked);
    assertWithinOwn(caller, client.scopes);
    const now = this.clock.now();
    if (oldSecretExpiresAt !== null) assertEnd(oldSecretExpiresAt, now, null);
    await tx.query(END_SECRETS, [tx.tenantId, id, now, oldSecretExpiresAt ?? now]);
    await tx.query(CHANGE, [tx.tenantId, id, oldSecretExpiresAt === null ? 1 : 0, null]);
    await tx.query(ADD_MAKERS, [tx.tenantId, id, await personsBehind(tx, [caller.actor])]);
    const secret = await this.addSecret(tx, id);
    audit(tx, {
      action: 'clients.secret_rotated',
      resourceType: 'oauthClient',
      resourceId: id,
      from: 'live',
      to: 'live',
      details: { oldSecretExpiresAt: (oldSecretExpiresAt ?? now).toISOString() },
    });
    return { ...(await this.get(tx, id)), secret };
  }

  /** Its secrets and its tokens are refused from now on. Again changes nothing. */
  async revoke(tx: Tx, id: string): Promise<OauthClient> {
    const client = await this.locked(tx, id);
    if (client.revokedAt !== null) return client;
    const now = this.clock.now();
    await tx.query(CHANGE, [tx.tenantId, id, 1, now]);
    await tx.query(END_SECRETS, [tx.tenantId, id, now, now]);
    audit(tx, { action: 'clients.revoked', resourceType: 'oauthClient', resourceId: id, from: 'live', to: 'revoked' });
    return this.get(tx, id);
  }

  /** By our clock, as they were ended: that of the database may be another. */
  private withLiveSecrets(client: OauthClient): OauthClient {
    const now = this.clock.now();
    const isLive = ({ expiresAt }: ClientSecret): boolean => expiresAt === null || new Date(expiresAt) > now;
    return { ...client, secrets: client.secrets.filter(isLive) };
  }

  private async addSecret(tx: Tx, clientId: string): Promise<string> {
    const secret = newClientSecret(tx.livemode);
    const now = this.clock.now();
    await tx.query(INSERT_SECRET, [tx.tenantId, newId(), clientId, hashClientSecret(secret), secret.slice(-4), now]);
    return secret;
  }

  private async locked(tx: Tx, id: string): Promise<OauthClient> {
    await tx.query(LOCK, [tx.tenantId, id]);
    const client = await this.get(tx, id);
    tx.assertFresh(client);
    return client;
  }
}
