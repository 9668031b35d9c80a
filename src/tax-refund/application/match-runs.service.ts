import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Language, told } from '../../kernel/sentence.js';
import { type BulkOperation } from '../../platform/bulk/bulk-operation.js';
import { StreamedOperations } from '../../platform/bulk/streamed-operations.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Command } from '../../platform/http/command.js';
import { type Principal } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { CHECKS, type Finding } from '../domain/finding.js';
import { MatchRunOpenError } from '../domain/match-run.errors.js';
import { SAY } from '../domain/matching.sentences.js';
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
import { MATCH_RUN, PLAN_MATCH_RUN } from '../jobs/match-run.job.js';
import { type KeptResult, unpackResults } from './match-packing.js';

/** A run, and what came of it so far. */
export interface FullRun {
  readonly run: MatchRun;
  readonly operation: BulkOperation;
  readonly sums: RunSums;
}

/** Runs over the rows that a tenant has brought. */
@Injectable()
export class MatchRuns {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly operations: StreamedOperations,
  ) {}

  /** @throws MatchRunOpenError while another one is under way */
  async start(tx: Tx, command: Command): Promise<FullRun> {
    await inTurn(tx);
    await assertNoRun(tx);
    const id = newId();
    await this.operations.open(tx, { id, kind: MATCH_RUN, name: 'startMatchRun', order: command });
    await insertRun(tx, id, dateInZone(tx.now, CHINA));
    enqueue(tx, PLAN_MATCH_RUN, { operationId: id });
    return this.get(tx, id);
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<FullRun> {
    const run = await findRun(view, id);
    if (run === null) throw new ResourceNotFoundError(SAY.no_such_run);
    return { run, operation: await this.operations.get(view, id), sums: await runSums(view, id) };
  }

  /**
   * What came of each item, one JSON object a line; read a chunk at a time.
   * @throws ResourceNotFoundError before the first line
   */
  async lines(
    caller: Principal,
    id: string,
    { onlyOpen, language }: { readonly onlyOpen: boolean; readonly language: Language },
  ): Promise<Readable> {
    await this.unitOfWork.read(caller, (view) => this.get(view, id));
    const next = (after: number) =>
      this.unitOfWork.read(caller, (view) => resultsAfter(view, { runId: id, after, onlyOpen }));
    async function* all(): AsyncGenerator<string> {
      for (let part = await next(-1); part !== null; part = await next(part.number)) {
        const results = await unpackResults(part.results);
        const wanted = onlyOpen
          ? results.filter(({ outcome }) => outcome === 'waiting' || outcome === 'blocked')
          : results;
        yield wanted.map((result) => `${JSON.stringify(lineOf(result, language))}\n`).join('');
      }
    }
    return Readable.from(all(), { objectMode: false });
  }
}

/** @throws MatchRunOpenError */
export async function assertNoRun(view: View): Promise<void> {
  const open = await openRun(view);
  if (open === null) return;
  const run = publicId('operation', open.id);
  throw new MatchRunOpenError(SAY.run_open({ run }), { run });
}

function cny(minor: string) {
  return Money.ofMinor(BigInt(minor), 'CNY').toJSON();
}

function lineOf(result: KeptResult, language: Language): object {
  const { declarationLine, outcome, unit, refundMinor, takes, findings = [], missing = [], suggestions = [] } = result;
  return {
    ...{ declarationLine, outcome, unit, refund: refundMinor === null ? null : cny(refundMinor) },
    takes: takes.map(([invoiceNumber, lineNumber, quantity, amountMinor]) => ({
      ...{ invoiceNumber, lineNumber, quantity, amountExVat: cny(amountMinor) },
    })),
    checks: findings.map((finding) => checkOf(finding, language)),
    missing: missing.map(({ fact, detail }) => ({ fact, detail: told(detail, language) })),
    suggestions: suggestions.map(({ proposal, rank, invoiceNumber, invoiceLine, reason, text }) => ({
      ...{ proposal, rank, invoiceNumber, invoiceLine, reason: told(reason, language) },
      text: text === null ? null : told(text, language),
    })),
  };
}

function checkOf({ check, outcome, invoiceNumber, detail }: Finding, language: Language): object {
  const { fix } = CHECKS[check];
  return { check, outcome, invoiceNumber, detail: told(detail, language), fix: fix[language] };
}
