import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Language } from '../../kernel/sentence.js';
import { type BulkOperation } from '../../platform/bulk/bulk-operation.js';
import { StreamedOperations } from '../../platform/bulk/streamed-operations.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Command } from '../../platform/http/command.js';
import { type Principal } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { type RunSource } from '../domain/match-case.js';
import { MatchRunOpenError } from '../domain/match-run.errors.js';
import { SAY } from '../domain/matching.sentences.js';
import { casesAfter, caseSums } from '../entities/match-cases.table.js';
import {
  findRun,
  insertRun,
  inTurn,
  openRun,
  type MatchRun,
  resultsAfter,
  runSums,
  type RunSums,
} from '../entities/match-runs.table.js';
import { MATCH_RUN, PLAN_MATCH_CASES, PLAN_MATCH_RUN } from '../jobs/match-run.job.js';
import { caseLine, itemLine } from './match-lines.js';
import { unpackResults } from './match-packing.js';

/** A run, and what came of it so far. */
export interface FullRun {
  readonly run: MatchRun;
  readonly operation: BulkOperation;
  readonly sums: RunSums;
}

/** So many cases are read at a time. */
const CASES_AT_ONCE = 200;

/** Which results are wanted, and how they are told. */
interface Wanted {
  readonly onlyOpen: boolean;
  readonly language: Language;
}

/** Runs over the rows that a tenant has brought, or over the cases that the platform holds. */
@Injectable()
export class MatchRuns {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly operations: StreamedOperations,
  ) {}

  /** @throws MatchRunOpenError while another one of the same source is under way */
  async start(tx: Tx, command: Command, source: RunSource): Promise<FullRun> {
    await inTurn(tx);
    await assertNoRun(tx, source);
    const id = newId();
    await this.operations.open(tx, { id, kind: MATCH_RUN, name: 'startMatchRun', order: command });
    await insertRun(tx, { id, source, today: dateInZone(tx.now, CHINA) });
    if (source === 'rows') enqueue(tx, PLAN_MATCH_RUN, { operationId: id });
    else enqueue(tx, PLAN_MATCH_CASES, { operationId: id, after: null });
    return this.get(tx, id);
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<FullRun> {
    const run = await findRun(view, id);
    if (run === null) throw new ResourceNotFoundError(SAY.no_such_run);
    // First how it stands: of one that is over the sums are those of all of it.
    const operation = await this.operations.get(view, id);
    return { run, operation, sums: await (run.source === 'rows' ? runSums : caseSums)(view, id) };
  }

  /**
   * What came of each item, one JSON object a line; read a part at a time.
   * @throws ResourceNotFoundError before the first line
   */
  async lines(caller: Principal, id: string, wanted: Wanted): Promise<Readable> {
    const { run } = await this.unitOfWork.read(caller, (view) => this.get(view, id));
    const lines = run.source === 'rows' ? this.itemLines(caller, id, wanted) : this.caseLines(caller, id, wanted);
    return Readable.from(lines, { objectMode: false });
  }

  private async *itemLines(caller: Principal, runId: string, { onlyOpen, language }: Wanted): AsyncGenerator<string> {
    const next = (after: number) =>
      this.unitOfWork.read(caller, (view) => resultsAfter(view, { runId, after, onlyOpen }));
    for (let part = await next(-1); part !== null; part = await next(part.number)) {
      const results = await unpackResults(part.results);
      const wanted = onlyOpen
        ? results.filter(({ outcome }) => outcome === 'waiting' || outcome === 'blocked')
        : results;
      yield linesOf(wanted.map((result) => itemLine(result, language)));
    }
  }

  private async *caseLines(caller: Principal, runId: string, { onlyOpen, language }: Wanted): AsyncGenerator<string> {
    const next = (after: string | null) =>
      this.unitOfWork.read(caller, (view) => casesAfter(view, { runId, after, onlyOpen, max: CASES_AT_ONCE }));
    for (let part = await next(null); part.length > 0; part = await next(part.at(-1)?.caseId ?? null)) {
      yield linesOf(part.map((found) => caseLine(found, language)));
    }
  }
}

function linesOf(results: readonly object[]): string {
  return results.map((result) => `${JSON.stringify(result)}\n`).join('');
}

/** @throws MatchRunOpenError */
export async function assertNoRun(view: View, source: RunSource): Promise<void> {
  const open = await openRun(view, source);
  if (open === null) return;
  const run = publicId('operation', open.id);
  throw new MatchRunOpenError(SAY.run_open({ run }), { run });
}
