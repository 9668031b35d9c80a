import { Injectable } from '@nestjs/common';

import { credentialOf } from '../auth/verified.js';
import { type Tx } from '../database/session.js';
import { type Command } from '../http/command.js';
import { audit, enqueue, publish } from '../outbox/outbox.js';
import { type BatchCommand } from './batch-commands.js';
import { BATCH, jobOf, WORK_BATCH } from './batch.job.js';
import { type BulkOperation, COLUMNS, found, LOCKED } from './bulk-operation.js';
import { OPERATION } from './operation-state.js';

/** Generous: what takes longer is worth a look. */
const MS_PER_ITEM = 50;
const MS_TO_BEGIN = 60_000;

/** Who is next is decided by one at a time. */
const IN_TURN = `SELECT pg_advisory_xact_lock(hashtextextended('batches/' || $1, 0))`;
const OPEN = `
  SELECT count(*) FILTER (WHERE state <> 'queued')::int AS working, coalesce(sum(total - done), 0)::int AS left
  FROM platform.operation WHERE tenant_id = $1 AND kind = $2 AND ended_at IS NULL`;
const INSERT = `
  INSERT INTO platform.operation (tenant_id, id, kind, state, command, path, credential, language, total, created_by,
                                  created_at, started_at, expected_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11, CASE WHEN $4 = 'running' THEN $11::timestamptz END, $12)
  RETURNING ${COLUMNS}`;
const NEXT = `
  SELECT ${COLUMNS} FROM platform.operation
  WHERE tenant_id = $1 AND kind = $2 AND ended_at IS NULL AND state = 'queued' ORDER BY id LIMIT 1 FOR UPDATE`;
const START = `
  UPDATE platform.operation SET state = $3, started_at = $4, expected_by = $5, version = version + 1
  WHERE tenant_id = $1 AND id = $2`;
const CANCEL = `
  UPDATE platform.operation SET state = $3, version = version + 1 WHERE tenant_id = $1 AND id = $2 RETURNING ${COLUMNS}`;
const CANCEL_ITEMS = `
  WITH left_over AS (
    UPDATE platform.operation_item SET state = 'cancelled', body = NULL, path_params = NULL
    WHERE tenant_id = $1 AND operation_id = $2 AND state = 'pending' RETURNING 1)
  SELECT count(*)::int AS count FROM left_over`;
const END = `
  UPDATE platform.operation
  SET state = $3, cancelled = $4, ended_at = $5, expected_by = NULL, kept_until = now() + interval '30 days',
      version = version + 1
  WHERE tenant_id = $1 AND id = $2 RETURNING ${COLUMNS}`;

/**
 * The batches of a tenant: one is worked at a time, the others wait in the order in which they came. So no tenant has more of
 * the workers than another, however much it orders.
 */
@Injectable()
export class BatchQueue {
  /** Takes in a batch whose items are there. */
  async open(tx: Tx, id: string, { command, total, order }: Opening): Promise<BulkOperation> {
    await tx.query(IN_TURN, [tx.tenantId]);
    const [open] = await tx.query<{ working: number; left: number }>(OPEN, [tx.tenantId, BATCH]);
    const isFirst = open === undefined || open.working === 0;
    const { caller, language } = order;
    const operation = found(
      await tx.query<BulkOperation>(INSERT, [
        tx.tenantId,
        id,
        BATCH,
        isFirst ? 'running' : 'queued',
        command.id,
        command.path,
        JSON.stringify(credentialOf(caller)),
        language,
        total,
        caller.actor,
        tx.now,
        expected(tx, total + (open?.left ?? 0)),
      ]),
    );
    audit(tx, {
      action: 'operations.batch.ordered',
      resourceType: 'operation',
      resourceId: id,
      to: operation.state,
      details: { command: command.id, total },
    });
    if (isFirst) enqueue(tx, WORK_BATCH, { operationId: id });
    return operation;
  }

  /** What is done stays, what is in hand is finished, the rest is not begun. @throws IllegalTransitionError */
  async cancel(tx: Tx, id: string): Promise<BulkOperation> {
    const operation = found(await tx.query<BulkOperation>(LOCKED, [tx.tenantId, id]));
    tx.assertFresh(operation);
    const to = OPERATION.next(operation.state, 'cancel');
    audit(tx, {
      action: 'operations.operation.cancel',
      resourceType: 'operation',
      resourceId: id,
      from: operation.state,
      to,
    });
    // One that is being worked has a job on its way, which will see it; one that waits or is stalled has none.
    const { kind } = operation;
    if (kind !== BATCH || operation.state === 'queued' || operation.stalled !== null) {
      enqueue(tx, jobOf(kind), { operationId: id });
    }
    return found(await tx.query<BulkOperation>(CANCEL, [tx.tenantId, id, to]));
  }

  /**
   * Ends an operation that is being worked, and begins the tenant's next.
   * @param unworked how many will not be worked, where its items are kept elsewhere
   */
  async end(tx: Tx, { tenantId, id, state }: BulkOperation, unworked?: number): Promise<void> {
    await tx.query(IN_TURN, [tenantId]);
    const left = unworked ?? (await this.cancelItems(tx, id));
    const verb = state === 'cancelling' ? 'stop' : 'complete';
    const to = OPERATION.next(state, verb);
    const ended = found(await tx.query<BulkOperation>(END, [tenantId, id, to, left, tx.now]));
    const { kind, command, total, done, failed, cancelled, refusal } = ended;
    publish(tx, {
      type: verb === 'stop' ? 'operations.operation.cancelled' : 'operations.operation.completed',
      resource: { type: 'operation', id },
      changed: ['state'],
      data: { kind, command, total, done, failed, cancelled, refusal: refusal?.code ?? null },
    });
    audit(tx, {
      action: `operations.operation.${verb}`,
      resourceType: 'operation',
      resourceId: id,
      from: state,
      to,
      details: { total, done, failed, cancelled },
    });
    await this.startNext(tx);
  }

  private async cancelItems(tx: Tx, id: string): Promise<number> {
    const [left] = await tx.query<{ count: number }>(CANCEL_ITEMS, [tx.tenantId, id]);
    return left?.count ?? 0;
  }

  private async startNext(tx: Tx): Promise<void> {
    const [open] = await tx.query<{ working: number }>(OPEN, [tx.tenantId, BATCH]);
    if (open === undefined || open.working > 0) return;
    const [next] = await tx.query<BulkOperation>(NEXT, [tx.tenantId, BATCH]);
    if (next === undefined) return;
    const { id, state, total } = next;
    await tx.query(START, [tx.tenantId, id, OPERATION.next(state, 'start'), tx.now, expected(tx, total)]);
    enqueue(tx, WORK_BATCH, { operationId: id });
  }
}

interface Opening {
  readonly command: BatchCommand;
  readonly total: number;
  readonly order: Pick<Command, 'caller' | 'language'>;
}

function expected({ now }: Tx, items: number): Date {
  return new Date(now.getTime() + MS_TO_BEGIN + items * MS_PER_ITEM);
}
