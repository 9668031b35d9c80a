import { type CredentialRef } from '../auth/verified.js';
import { type View } from '../database/session.js';
import { type Language } from '../../kernel/sentence.js';
import { ResourceNotFoundError } from '../http/request.errors.js';
import { SAY } from './bulk.sentences.js';
import { type ItemState, type OperationState } from './operation-state.js';

/** Much work that one request ordered. */
export interface BulkOperation {
  readonly tenantId: string;
  readonly id: string;
  /** `batch`; other kinds follow the same life. */
  readonly kind: string;
  readonly state: OperationState;
  /** Of a batch: which command, and where it is given. */
  readonly command: string | null;
  readonly path: string | null;
  /** On whose order; held against how it stands before each item. */
  readonly credential: CredentialRef;
  /** What problems are told in. */
  readonly language: Language;
  readonly total: number;
  /** Worked, whatever came of it. */
  readonly done: number;
  readonly failed: number;
  readonly cancelled: number;
  /** The problem for which what was left was refused at once: what the order stood on held no more. */
  readonly refusal: { readonly code: string } | null;
  /** The job that should work it is given up, and nobody has set it going again. */
  readonly stalled: { readonly id: string; readonly code: string; readonly since: string } | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly expectedBy: Date | null;
  readonly version: number;
}

/** One item, and what became of it. */
export interface BulkItem {
  readonly index: number;
  readonly key: string | null;
  readonly state: ItemState;
  /** Of the answer; null where there is none. */
  readonly status: number | null;
  readonly resourceId: string | null;
  readonly problem: object | null;
}

/** By the newest letter of its jobs: a retried one is under way again. */
const STALLED = `
  CASE WHEN ended_at IS NULL THEN (
    SELECT CASE WHEN l.state <> 'retried' THEN jsonb_build_object('id', l.id, 'code', l.error_code, 'since', l.failed_at) END
    FROM platform.dead_letter l
    WHERE l.tenant_id = operation.tenant_id AND l.payload ->> 'operationId' = operation.id::text
    ORDER BY l.id DESC LIMIT 1) END`;
export const COLUMNS = `
  tenant_id AS "tenantId", id, kind, state, command, path, credential, language, total, done, failed, cancelled,
  refusal, created_by AS "createdBy", created_at AS "createdAt", started_at AS "startedAt", ended_at AS "endedAt",
  expected_by AS "expectedBy", ${STALLED} AS stalled, version`;
export const ITEM_COLUMNS = `index, key, state, status, resource_id AS "resourceId", problem`;
const ONE = `SELECT ${COLUMNS} FROM platform.operation WHERE tenant_id = $1 AND id = $2`;
export const LOCKED = `${ONE} FOR UPDATE`;

/** @throws ResourceNotFoundError */
export async function operationOf(view: View, id: string): Promise<BulkOperation> {
  return found(await view.query<BulkOperation>(ONE, [view.tenantId, id]));
}

/** @throws ResourceNotFoundError */
export function found([operation]: readonly BulkOperation[]): BulkOperation {
  if (operation === undefined) throw new ResourceNotFoundError(SAY.no_such_operation);
  return operation;
}
