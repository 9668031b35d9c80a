import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../../kernel/ids.js';
import { type BulkOperation } from '../../../platform/bulk/bulk-operation.js';
import { StreamedOperations } from '../../../platform/bulk/streamed-operations.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { type Command } from '../../../platform/http/command.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { holdNews, releaseNews } from '../../../platform/outbox/held-news.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { MatchRunOpenError } from '../../domain/collections/collection.errors.js';
import { SAY } from '../../domain/fx.sentences.js';
import {
  countWaiting,
  endRun,
  findRun,
  insertRun,
  type MatchRun,
  moveRun,
  nextAccount,
  openRunInTurn,
  type RunSums,
} from '../../entities/match-runs.table.js';
import { lockUnmatched, RUN_START } from '../../entities/match-writes.table.js';
import { MATCH_RUN, type MatchRunPayload, workMatchRun } from '../../jobs/fx.job.js';
import { CollectionMatching, type MatchOutcome } from './collection-matching.js';
import { lockAccount } from './collection-rows.js';
import { Receivables } from './receivables.js';

/** A run, and how its work stands. */
export interface FullMatchRun {
  readonly run: MatchRun;
  readonly operation: BulkOperation;
}

/** Receipts that are matched together: a payer's lie side by side, so that its debts are read once. */
const SLICE = 1_000;

/** Runs over all that waits: after names were mended, orders came late, or for a policy that dares more. */
@Injectable()
export class MatchRuns {
  constructor(
    private readonly operations: StreamedOperations,
    private readonly receivables: Receivables,
    private readonly matching: CollectionMatching,
  ) {}

  /** @throws MatchRunOpenError while another one is under way */
  async start(tx: Tx, command: Command, { oldestFirst }: { readonly oldestFirst: boolean }): Promise<FullMatchRun> {
    const open = await openRunInTurn(tx);
    if (open !== null) {
      const run = publicId('operation', open.id);
      throw new MatchRunOpenError(SAY.match_run_open({ run }), { run });
    }
    const id = newId();
    await this.operations.open(tx, { id, kind: MATCH_RUN, name: 'startCollectionMatchRun', order: command });
    await insertRun(tx, id, oldestFirst);
    enqueue(tx, workMatchRun, { operationId: id, slice: 0 });
    return this.get(tx, id);
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<FullMatchRun> {
    const run = await findRun(view, id);
    if (run === null) throw new ResourceNotFoundError(SAY.no_such_match_run);
    return { run, operation: await this.operations.get(view, id) };
  }

  /** Works the next slice, and orders the one behind it. */
  async work(tx: Tx, { operationId: id, slice }: MatchRunPayload): Promise<void> {
    const operation = await this.operations.lock(tx, id);
    const run = await findRun(tx, id);
    if (operation.endedAt !== null || run?.slice !== slice) return;
    if (operation.state === 'cancelling') return this.end(tx, operation);
    const account = await nextAccount(tx, run);
    if (account !== null) await lockAccount(tx, { id: account.id });
    // Names of payers come behind the account, as for everybody.
    if (slice === 0) await this.begin(tx, id);
    if (account === null) return this.end(tx, await this.operations.lock(tx, id));
    const from = account.id === run.accountId ? { payerKey: run.payerKey, id: run.afterId } : RUN_START;
    holdNews(tx, id);
    const waiting = await lockUnmatched(tx, account.id, from, SLICE);
    const outcomes = await this.matching.rematch(tx, account, waiting, { oldestFirst: run.oldestFirst });
    const sums = sumsOf(outcomes);
    const last = waiting.at(-1) ?? { payerKey: from.payerKey, id: from.id };
    await moveRun(tx, id, { accountId: account.id, payerKey: last.payerKey, id: last.id }, sums);
    await this.operations.count(tx, id, { done: waiting.length, failed: sums.suggested + sums.unknown });
    enqueue(tx, workMatchRun, { operationId: id, slice: slice + 1 });
  }

  /** Of a run that was cancelled: what is matched stays so. */
  async settle(tx: Tx, id: string): Promise<void> {
    const operation = await this.operations.lock(tx, id);
    if (operation.endedAt === null && operation.state === 'cancelling') await this.end(tx, operation);
  }

  private async begin(tx: Tx, id: string): Promise<void> {
    await this.receivables.learnOpenRecords(tx);
    await this.operations.add(tx, id, await countWaiting(tx));
  }

  private async end(tx: Tx, operation: BulkOperation): Promise<void> {
    await endRun(tx, operation.id);
    await releaseNews(tx, operation.id);
    await this.operations.end(tx, operation);
  }
}

function sumsOf(outcomes: readonly MatchOutcome[]): RunSums {
  const count = (which: MatchOutcome): number => outcomes.filter((outcome) => outcome === which).length;
  return {
    ...{ matched: count('matched'), inPart: count('in_part') },
    ...{ suggested: count('suggested'), unknown: count('unknown') },
  };
}
