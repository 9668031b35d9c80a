import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { type PoolClient } from 'pg';

import { prepared } from '../database/session.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Pump } from '../outbox/pump.js';
import { type AuditLine, chainHash } from './audit-chain.js';

const BATCH_MAX = 500;
const POLL_MS = 200;

const TENANTS_MAX = 100;

const TENANTS = `SELECT DISTINCT tenant_id FROM audit.unsealed LIMIT ${TENANTS_MAX}`;
const TAKE = `
  WITH taken AS (
    DELETE FROM audit.unsealed u
    USING (SELECT tenant_id, record_id FROM audit.unsealed WHERE tenant_id = $1 ORDER BY record_id LIMIT ${BATCH_MAX} FOR UPDATE SKIP LOCKED) AS due
    WHERE u.tenant_id = due.tenant_id AND u.record_id = due.record_id
    RETURNING u.record_id)
  SELECT r.* FROM audit.record r JOIN taken t ON r.id = t.record_id WHERE r.tenant_id = $1 ORDER BY r.id`;
const LAST = `SELECT position, hash FROM audit.seal WHERE tenant_id = $1 ORDER BY position DESC LIMIT 1`;
const SEAL = `
  INSERT INTO audit.seal (tenant_id, position, record_id, hash)
  SELECT $1, s.position, s.record_id, decode(s.hash, 'hex')
  FROM jsonb_to_recordset($2::jsonb) AS s (position bigint, record_id uuid, hash text)`;

/**
 * Links audit lines into each tenant's chain, shortly after they were committed. Doing it inside the business
 * transactions would make all writers of a tenant wait for one another.
 */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly pump = new Pump('AuditSealer', POLL_MS, () => this.sealSome());

  constructor(private readonly unitOfWork: UnitOfWork) {}

  onApplicationBootstrap(): void {
    this.pump.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.pump.stop();
  }

  /** All that wait, a batch of each tenant; then a pause, so that lines gather and few commits seal many. */
  private async sealSome(): Promise<boolean> {
    return this.unitOfWork.asMachine(async (client) => {
      const tenants = await prepared<{ tenant_id: string }>(client, TENANTS, []);
      let isMore = tenants.length === TENANTS_MAX;
      for (const { tenant_id } of tenants) isMore = (await sealBatch(client, tenant_id)) === BATCH_MAX || isMore;
      return isMore;
    });
  }
}

/** @returns how many lines were sealed */
async function sealBatch(client: PoolClient, tenantId: string): Promise<number> {
  await client.query('BEGIN');
  try {
    const sealed = await seal(client, tenantId);
    await client.query('COMMIT');
    return sealed;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function seal(client: PoolClient, tenantId: string): Promise<number> {
  // One sealer per tenant at a time; another worker's batch of the same tenant waits here, then continues the chain.
  await prepared(client, `SELECT pg_advisory_xact_lock(hashtextextended('audit.seal:' || $1, 0))`, [tenantId]);
  const lines = await prepared<AuditLine>(client, TAKE, [tenantId]);
  const [last] = await prepared<{ position: string; hash: Buffer }>(client, LAST, [tenantId]);
  let position = BigInt(last?.position ?? 0);
  let previous = last?.hash ?? Buffer.alloc(32);
  const seals = lines.map((line) => {
    position += 1n;
    previous = chainHash(previous, line);
    return { position: position.toString(), record_id: line.id, hash: previous.toString('hex') };
  });
  if (seals.length > 0) await prepared(client, SEAL, [tenantId, JSON.stringify(seals)]);
  return seals.length;
}
