import { Injectable } from '@nestjs/common';

import { credentialOf } from '../auth/verified.js';
import { type Tx, type View } from '../database/session.js';
import { type Command } from '../http/command.js';
import { audit } from '../outbox/outbox.js';
import { BatchQueue } from './batch-queue.js';
import { type BulkOperation, COLUMNS, found, LOCKED, operationOf } from './bulk-operation.js';

/** So long an upload may take, and generously what a row needs. */
const UPLOAD_MS = 24 * 3_600_000;
const MS_PER_ROW = 5;

const OPEN = `
  INSERT INTO platform.operation (tenant_id, id, kind, state, command, path, credential, language, total, created_by,
                                  created_at, started_at, expected_by)
  VALUES ($1, $2, $3, 'running', $4, $5, $6::jsonb, $7, 0, $8, $9, $9, $10)
  ON CONFLICT (tenant_id, id) DO NOTHING RETURNING 1`;
const ADD = `
  UPDATE platform.operation SET total = total + $3, expected_by = $4::timestamptz + (total + $3) * interval '${MS_PER_ROW} ms',
    version = version + 1
  WHERE tenant_id = $1 AND id = $2 AND ended_at IS NULL RETURNING 1`;
const COUNT = `
  UPDATE platform.operation SET done = done + $3, failed = failed + $4, version = version + 1
  WHERE tenant_id = $1 AND id = $2 RETURNING ${COLUMNS}`;
const REFUSE = `
  UPDATE platform.operation SET done = total, failed = total - (done - failed), refusal = $3::jsonb, version = version + 1
  WHERE tenant_id = $1 AND id = $2 RETURNING ${COLUMNS}`;
const STOP = `UPDATE platform.operation SET state = 'cancelling', version = version + 1 WHERE tenant_id = $1 AND id = $2`;

interface Ordered {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly order: Pick<Command, 'caller' | 'language' | 'path'>;
}

/** Bulk work whose items come while the first are worked already: how many there are is known when the last has come. */
@Injectable()
export class StreamedOperations {
  constructor(private readonly queue: BatchQueue) {}

  /** Begins it, once. */
  async open(tx: Tx, { id, kind, name, order }: Ordered): Promise<void> {
    const { caller, language, path } = order;
    const credential = JSON.stringify(credentialOf(caller));
    const expectedBy = new Date(tx.now.getTime() + UPLOAD_MS);
    const opened = await tx.query(OPEN, [
      ...[tx.tenantId, id, kind, name, path, credential, language, caller.actor, tx.now, expectedBy],
    ]);
    if (opened.length === 0) return;
    audit(tx, {
      action: `operations.${kind}.ordered`,
      resourceType: 'operation',
      resourceId: id,
      to: 'running',
      details: { command: name },
    });
  }

  /** Some items more. @returns false where it has ended meanwhile */
  async add(tx: Tx, id: string, items: number): Promise<boolean> {
    const expectedBy = new Date(tx.now.getTime() + UPLOAD_MS);
    return (await tx.query(ADD, [tx.tenantId, id, items, expectedBy])).length > 0;
  }

  get(view: View, id: string): Promise<BulkOperation> {
    return operationOf(view, id);
  }

  /** Holds it until the transaction is over. */
  async lock(tx: Tx, id: string): Promise<BulkOperation> {
    return found(await tx.query<BulkOperation>(LOCKED, [tx.tenantId, id]));
  }

  async count(tx: Tx, id: string, items: { readonly done: number; readonly failed: number }): Promise<BulkOperation> {
    return found(await tx.query<BulkOperation>(COUNT, [tx.tenantId, id, items.done, items.failed]));
  }

  /** Nothing more is done of it: what is left has failed for this problem. */
  async refuse(tx: Tx, id: string, problem: object): Promise<void> {
    await this.queue.end(
      tx,
      found(await tx.query<BulkOperation>(REFUSE, [tx.tenantId, id, JSON.stringify(problem)])),
      0,
    );
  }

  /** What was not worked counts as cancelled. */
  async end(tx: Tx, operation: BulkOperation): Promise<void> {
    await this.queue.end(tx, operation, operation.total - operation.done);
  }

  /** Ends what nobody goes on with. */
  async abandon(tx: Tx, operation: BulkOperation): Promise<void> {
    await tx.query(STOP, [tx.tenantId, operation.id]);
    await this.end(tx, { ...operation, state: 'cancelling' });
  }
}
