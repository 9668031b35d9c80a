import pg from 'pg';

import { newId } from '../../kernel/ids.js';
import { hashApiKey, newApiKey } from '../auth/keys/api-keys.js';
import { SCOPES } from '../auth/scopes.js';
import { CURRENT_API_VERSION } from '../http/api-version.js';

export interface NewTenant {
  readonly name: string;
  /** False makes a sandbox tenant: no real money, and a clock that may be set. */
  readonly livemode: boolean;
  /** Where the tenant's clock stands still from the start; sandbox tenants only. */
  readonly testClock?: Date | null;
}

export interface CreatedTenant {
  readonly tenantId: string;
  /** Shown this once; only its hash is kept. It has every scope. */
  readonly apiKey: string;
}

const INSERT_TENANT = `
  INSERT INTO platform.tenant (id, name, livemode, test_clock, created_at) VALUES ($1, $2, $3, $4, now())`;
const INSERT_KEY = `
  INSERT INTO platform.api_key (tenant_id, id, name, hash, last_four, scopes, api_version, created_at)
  VALUES ($1, $2, 'first key', $3, $4, $5, $6, now())`;

/**
 * Makes a tenant and its first API key, in one transaction. There is no endpoint for this: tenants are the
 * operator's business, so it needs the connection of the database's owner.
 */
export async function createTenant(adminUrl: string, tenant: NewTenant): Promise<CreatedTenant> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const tenantId = newId();
    const apiKey = newApiKey(tenant.livemode);
    await client.query('BEGIN');
    // Row-level security is forced: where the owner is no superuser, it too must name the tenant.
    await client.query(`SELECT set_config('app.tenant', $1, true)`, [tenantId]);
    await client.query(INSERT_TENANT, [tenantId, tenant.name, tenant.livemode, tenant.testClock ?? null]);
    const key = [tenantId, newId(), hashApiKey(apiKey), apiKey.slice(-4), [...SCOPES], CURRENT_API_VERSION];
    await client.query(INSERT_KEY, key);
    await client.query('COMMIT');
    return { tenantId, apiKey };
  } finally {
    await client.end();
  }
}
