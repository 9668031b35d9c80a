import { Injectable } from '@nestjs/common';

import { DomainError } from '../../kernel/domain-error.js';
import { newId, publicId } from '../../kernel/ids.js';
import { type Tx, type View } from '../database/session.js';
import { type InnerAnswer, InnerApi } from '../http/inner-api.js';
import { toProblem } from '../http/problem.js';
import { audit, enqueue } from '../outbox/outbox.js';
import { BatchQueue } from './batch-queue.js';
import { WORK_BATCH } from './batch.job.js';
import { type BulkOperation, found, LOCKED, operationOf } from './bulk-operation.js';
import { OPERATION } from './operation-state.js';
import { isOfOrder } from './order-standing.js';

/** Few enough to be over in a moment: then others have their turn, and a crash repeats little. */
const SLICE = 100;
/** Several at once share the commits of the database; more than this share no more. */
const AT_ONCE = 16;
const TRIES_MAX = 6;
const FIRST_PAUSE_MS = 500;

/** What must hold of the order until the last item. */
const ORDER = { scope: 'bulk:write', route: '/v1/batches' } as const;

const NEXT = `
  SELECT index, key, path_params AS "pathParams", body, tries FROM platform.operation_item
  WHERE tenant_id = $1 AND operation_id = $2 AND state = 'pending' ORDER BY index LIMIT ${SLICE}`;
const RECORD = `
  WITH recorded AS (
    UPDATE platform.operation_item i
    SET state = r.state, status = r.status, resource_id = r.resource_id, problem = r.problem::json,
        tries = i.tries + 1, body = CASE WHEN r.state = 'pending' THEN i.body END,
        path_params = CASE WHEN r.state = 'pending' THEN i.path_params END
    FROM unnest($3::integer[], $4::text[], $5::integer[], $6::text[], $7::text[])
      AS r (index, state, status, resource_id, problem)
    WHERE i.tenant_id = $1 AND i.operation_id = $2 AND i.index = r.index AND i.state = 'pending' RETURNING r.state)
  UPDATE platform.operation o
  SET done = o.done + c.done, failed = o.failed + c.failed, version = o.version + 1
  FROM (SELECT count(*) FILTER (WHERE state <> 'pending')::int AS done,
               count(*) FILTER (WHERE state = 'failed')::int AS failed FROM recorded) c
  WHERE o.tenant_id = $1 AND o.id = $2 RETURNING o.total - o.done AS left`;

/** What the order stands on holds no more: it is said to all that is left, without asking each. */
const REFUSE = `
  WITH refused AS (
    UPDATE platform.operation_item
    SET state = 'failed', status = ($3::json ->> 'status')::int, problem = $3::json, body = NULL, path_params = NULL
    WHERE tenant_id = $1 AND operation_id = $2 AND state = 'pending' RETURNING 1)
  UPDATE platform.operation o
  SET done = o.done + c.count, failed = o.failed + c.count, refusal = $3::jsonb, version = o.version + 1
  FROM (SELECT count(*)::int AS count FROM refused) c WHERE o.tenant_id = $1 AND o.id = $2 RETURNING c.count`;

interface Item {
  readonly index: number;
  readonly key: string | null;
  readonly pathParams: Readonly<Record<string, string>> | null;
  readonly body: object;
  readonly tries: number;
}

interface Slice {
  readonly operation: BulkOperation;
  readonly items: readonly Item[];
}

/** What became of an item; `pending` where it is to be tried again. */
interface Outcome {
  readonly index: number;
  readonly tries: number;
  readonly state: 'succeeded' | 'failed' | 'pending';
  readonly status: number | null;
  readonly resourceId: string | null;
  readonly problem: string | null;
}

/** Gives the command of a batch for its next items, each by a request of its own to the API within. */
@Injectable()
export class BatchWork {
  constructor(
    private readonly api: InnerApi,
    private readonly queue: BatchQueue,
  ) {}

  /** @returns null where there is nothing to do any more */
  async read(view: View, id: string): Promise<Slice | null> {
    const operation = await operationOf(view, id);
    if (OPERATION.isFinal(operation.state)) return null;
    if (operation.state === 'cancelling') return { operation, items: [] };
    return { operation, items: await view.query<Item>(NEXT, [view.tenantId, id]) };
  }

  async give({ operation, items }: Slice, traceparent: string | null): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const waiting = [...items];
    const work = async (): Promise<void> => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
        outcomes.push(await this.giveOne(operation, item, traceparent));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return outcomes;
  }

  /** Writes down what became of a slice, and orders the next or ends the batch. */
  async record(tx: Tx, id: string, outcomes: readonly Outcome[]): Promise<void> {
    const operation = found(await tx.query<BulkOperation>(LOCKED, [tx.tenantId, id]));
    if (OPERATION.isFinal(operation.state)) return;
    const [counted] = await tx.query<{ left: number }>(RECORD, [
      tx.tenantId,
      id,
      outcomes.map(({ index }) => index),
      outcomes.map(({ state }) => state),
      outcomes.map(({ status }) => status),
      outcomes.map(({ resourceId }) => resourceId),
      outcomes.map(({ problem }) => problem),
    ]);
    const refusal = refusalIn(outcomes);
    if (operation.state === 'running' && refusal !== null) await this.refuse(tx, operation, refusal);
    else if (operation.state === 'cancelling' || counted?.left === 0) await this.queue.end(tx, operation);
    else enqueue(tx, WORK_BATCH, { operationId: id }, { dueAt: pause(outcomes, tx.now) });
  }

  private async refuse(tx: Tx, operation: BulkOperation, problem: string): Promise<void> {
    const { id, credential } = operation;
    const [refused] = await tx.query<{ count: number }>(REFUSE, [tx.tenantId, id, problem]);
    const integrator = credential.actingFor === undefined ? null : publicId('tenant', credential.tenantId);
    audit(tx, {
      action: 'operations.operation.refused',
      resourceType: 'operation',
      resourceId: id,
      details: { code: codeOf(problem), items: refused?.count ?? 0, ...(integrator === null ? {} : { integrator }) },
    });
    await this.queue.end(tx, operation);
  }

  private async giveOne(operation: BulkOperation, item: Item, traceparent: string | null): Promise<Outcome> {
    const answer = await this.answerTo(operation, item, traceparent);
    const { index, tries } = item;
    const { status, body } = answer;
    if (status < 300) {
      return { index, tries, state: 'succeeded', status, resourceId: idIn(body), problem: null };
    }
    const isToTryAgain = isRetryable(body) && tries + 1 < TRIES_MAX;
    if (isToTryAgain) return { index, tries, state: 'pending', status, resourceId: null, problem: null };
    return { index, tries, state: 'failed', status, resourceId: null, problem: body };
  }

  /** A credential that is good no longer is answered as the API would have answered it. */
  private async answerTo(
    { id, path, credential, language }: BulkOperation,
    { index, key, pathParams, body }: Item,
    traceparent: string | null,
  ): Promise<InnerAnswer> {
    try {
      const caller = await this.api.recall(credential, ORDER);
      const { actingFor } = credential;
      return await this.api.request(
        { ...caller, traceparent },
        {
          method: 'POST',
          path: filled(path ?? '', pathParams ?? {}),
          headers: {
            'idempotency-key': key ?? `${publicId('operation', id)}.${index}`,
            'accept-language': language,
            ...(actingFor === undefined ? {} : { 'acting-for': publicId('tenant', actingFor) }),
          },
          body,
        },
      );
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const problem = toProblem(error, newId(), language);
      return { status: problem.status, headers: {}, body: JSON.stringify(problem) };
    }
  }
}

/** When nothing of a slice could be settled, the next try waits the longer the more there were. */
function pause(outcomes: readonly Outcome[], now: Date): Date | null {
  if (outcomes.some(({ state }) => state !== 'pending')) return null;
  const tries = Math.max(0, ...outcomes.map((outcome) => outcome.tries));
  return new Date(now.getTime() + FIRST_PAUSE_MS * 2 ** tries);
}

function filled(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_place, name: string) => encodeURIComponent(params[name] ?? ''));
}

function idIn(body: string): string | null {
  const { id } = JSON.parse(body) as { id?: unknown };
  return typeof id === 'string' ? id : null;
}

function refusalIn(outcomes: readonly Outcome[]): string | null {
  return outcomes.find(({ problem }) => problem !== null && isOfOrder(codeOf(problem)))?.problem ?? null;
}

function codeOf(problem: string): string {
  return (JSON.parse(problem) as { code: string }).code;
}

function isRetryable(body: string): boolean {
  return (JSON.parse(body) as { retryable?: unknown }).retryable === true;
}
