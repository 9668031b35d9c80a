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
/**
 * All that some transactions left, in their order: as many as hold a batch together, and one at least. One sealer per tenant
 * at a time: while another worker's is at it there is nothing to take. They are picked before anything is joined to them,
 * for a subquery with a limit may be asked again for each row. Each line is looked up by itself: joined, all of a tenant's
 * are read for each wherever they are thought to be few.
 */
const TAKE = `
  WITH waiting AS MATERIALIZED (
    SELECT place, cardinality(record_ids) AS lines FROM audit.unsealed
    WHERE tenant_id = $1 AND (SELECT pg_try_advisory_xact_lock(hashtextextended('audit.seal:' || $1::text, 0)))
    ORDER BY place LIMIT ${BATCH_MAX}
  ), due AS MATERIALIZED (
    SELECT place FROM (SELECT place, sum(lines) OVER (ORDER BY place) - lines AS before FROM waiting) AS w
    WHERE before < ${BATCH_MAX}
  ), taken AS (
    DELETE FROM audit.unsealed u USING due WHERE u.tenant_id = $1 AND u.place = due.place
    RETURNING u.place, u.record_ids
  )
  SELECT r.* FROM taken t CROSS JOIN LATERAL unnest(t.record_ids) WITH ORDINALITY AS l (id, nth) CROSS JOIN LATERAL (
    SELECT * FROM audit.record WHERE tenant_id = $1 AND id = l.id LIMIT 1) AS r
  ORDER BY t.place, l.nth`;
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
      for (const { tenant_id } of tenants) isMore = (await sealBatch(client, tenant_id)) >= BATCH_MAX || isMore;
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
  const lines = await prepared<AuditLine>(client, TAKE, [tenantId]);
  if (lines.length === 0) return 0;
  // Asked after the lock is held: the end of the chain as the sealer before left it.
  const [last] = await prepared<{ position: string; hash: Buffer }>(client, LAST, [tenantId]);
  let position = BigInt(last?.position ?? 0);
  let previous = last?.hash ?? Buffer.alloc(32);
  const seals = lines.map((line) => {
    position += 1n;
    previous = chainHash(previous, line);
    return { position: position.toString(), record_id: line.id, hash: previous.toString('hex') };
  });
  await prepared(client, SEAL, [tenantId, JSON.stringify(seals)]);
  return seals.length;
}
