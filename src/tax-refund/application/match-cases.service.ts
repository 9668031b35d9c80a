import { Injectable } from '@nestjs/common';

import { StreamedOperations } from '../../platform/bulk/streamed-operations.js';
import { type BulkOperation } from '../../platform/bulk/bulk-operation.js';
import { type Tx } from '../../platform/database/session.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { type Given } from '../../platform/queues/deliveries.js';
import { caseOutcome } from '../domain/match-case.js';
import { type CaseResult, keepCases, planCases } from '../entities/match-cases.table.js';
import { endRun, findRun, markPlanned } from '../entities/match-runs.table.js';
import { MATCH_CASE, type MatchCase, PLAN_MATCH_CASES } from '../jobs/match-run.job.js';
import { RefundCases } from './refund-cases.service.js';

/** So many cases are planned in one transaction. */
const PLANNED_AT_ONCE = 100;

/**
 * Works runs over the cases that the platform itself holds: each is looked at by the very match of a single order, and what came
 * of it is kept in the same transaction.
 */
@Injectable()
export class MatchCases {
  constructor(
    private readonly operations: StreamedOperations,
    private readonly cases: RefundCases,
  ) {}

  /** Plans some cases, and orders the planning of the next; a case that begins to wait after that is not in the run. */
  async plan(tx: Tx, runId: string, after: string | null): Promise<void> {
    const operation = await this.operations.lock(tx, runId);
    const run = await findRun(tx, runId);
    if (operation.endedAt !== null || run?.chunks !== null) return;
    if (operation.state === 'cancelling') return this.end(tx, operation);
    const caseIds = await planCases(tx, { runId, after, max: PLANNED_AT_ONCE });
    if (caseIds.length > 0) await this.operations.add(tx, runId, caseIds.length);
    for (const caseId of caseIds) enqueue(tx, MATCH_CASE, { operationId: runId, caseId });
    const last = caseIds.at(-1);
    if (caseIds.length === PLANNED_AT_ONCE && last !== undefined) {
      enqueue(tx, PLAN_MATCH_CASES, { operationId: runId, after: last });
      return;
    }
    await markPlanned(tx, runId, 0);
    const { done, total } = operation;
    if (done === total + caseIds.length) await this.end(tx, operation);
  }

  /** Looks at the cases of a group, one after the other. */
  readonly work = async (given: readonly Given<MatchCase>[]): Promise<void> => {
    for (const [runId, some] of Map.groupBy(given, ({ item }) => item.operationId)) await this.workRun(runId, some);
  };

  private async workRun(runId: string, given: readonly Given<MatchCase>[]): Promise<void> {
    const [first] = given;
    if (first === undefined) return;
    const { tx } = first;
    const operation = await this.operations.lock(tx, runId);
    if (operation.endedAt !== null) return;
    if (operation.state === 'cancelling') return this.end(tx, operation);
    const results: CaseResult[] = [];
    for (const { tx: own, item } of given) results.push(await this.look(own, item.caseId));
    const outcomes = await keepCases(tx, runId, results);
    const failed = outcomes.filter((outcome) => outcome !== 'matched').length;
    const counted = await this.operations.count(tx, runId, { done: outcomes.length, failed });
    const isPlanned = ((await findRun(tx, runId))?.chunks ?? null) !== null;
    if (isPlanned && counted.done === counted.total) await this.end(tx, counted);
  }

  private async look(tx: Tx, caseId: string): Promise<CaseResult> {
    const refundCase = await this.cases.refresh(tx, caseId);
    if (refundCase === null) throw new Error(`There is no case ${caseId}`);
    const { checks, missing, suggestions } = refundCase;
    const told = checks.filter(({ outcome }) => outcome !== 'pass');
    return { caseId, outcome: caseOutcome(refundCase), result: { checks: told, missing, suggestions } };
  }

  private async end(tx: Tx, operation: BulkOperation): Promise<void> {
    await endRun(tx, operation.id);
    await this.operations.end(tx, operation);
  }
}
