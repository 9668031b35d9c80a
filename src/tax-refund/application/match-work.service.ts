import { Injectable } from '@nestjs/common';

import { Catalogue } from '../../catalogue/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { StreamedOperations } from '../../platform/bulk/streamed-operations.js';
import { type BulkOperation } from '../../platform/bulk/bulk-operation.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { matchGroup } from '../domain/match-group.js';
import { type GoodsRates, type MatchContext } from '../domain/match-item.js';
import { type MatchRules } from '../domain/match-rules.js';
import { refundDeadlines } from '../domain/refund-deadlines.js';
import { type BookText, groupsOf } from '../entities/match-book-text.js';
import { planChunks, type RateAsked, ratesIn, readBook } from '../entities/match-book.table.js';
import { readMatchRules } from '../entities/match-rules.table.js';
import {
  endRun,
  findRun,
  insertTakes,
  markPlanned,
  markWorked,
  type RunSums,
  waitingChunk,
} from '../entities/match-runs.table.js';
import { insertVoucherTakes, type VoucherTakeRow } from '../entities/match-voucher-takes.table.js';
import { WORK_MATCH_CHUNK } from '../jobs/match-run.job.js';
import { ChunkResults } from './chunk-results.js';
import { consumptionTaxIn } from './export-rates.js';

/** Items of a chunk, more or less: whole keys stay together. */
const CHUNK_ITEMS = 2_000;
/** So many chunks are in memory at once: while one is written the next are read and matched. */
const AT_ONCE = 3;

/** A chunk with all that is open in it. */
interface ReadChunk {
  readonly runId: string;
  readonly number: number;
  readonly items: number;
  readonly today: LocalDate;
  readonly rules: MatchRules;
  readonly text: BookText;
  /** By code and export date; null where none is known. */
  readonly rates: ReadonlyMap<string, GoodsRates | null>;
}

interface WorkedChunk {
  readonly runId: string;
  readonly number: number;
  readonly items: number;
  readonly sums: RunSums;
  readonly takes: readonly string[];
  readonly voucherTakes: readonly VoucherTakeRow[];
  readonly results: Buffer;
}

/** Works runs over a book, chunk by chunk: however large it is, only a few chunks are in memory. */
@Injectable()
export class MatchWork {
  private readonly waiting: (() => void)[] = [];
  private inHand = 0;

  constructor(
    private readonly operations: StreamedOperations,
    private readonly catalogue: Catalogue,
  ) {}

  /** Waits until it is its turn. */
  async inSlot(work: () => Promise<void>): Promise<void> {
    if (this.inHand >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.inHand += 1;
    try {
      await work();
    } finally {
      // Whoever is next takes the place over.
      const next = this.waiting.shift();
      if (next === undefined) this.inHand -= 1;
      else next();
    }
  }

  async plan(tx: Tx, runId: string): Promise<void> {
    const operation = await this.operations.lock(tx, runId);
    const run = await findRun(tx, runId);
    if (operation.endedAt !== null || run?.chunks !== null) return;
    if (operation.state === 'cancelling') return this.end(tx, operation);
    const chunks = await planChunks(tx, runId, CHUNK_ITEMS);
    await markPlanned(tx, runId, chunks.length);
    if (chunks.length === 0) return this.end(tx, operation);
    await this.operations.add(
      tx,
      runId,
      chunks.reduce((sum, { items }) => sum + items, 0),
    );
    for (const { number } of chunks) enqueue(tx, WORK_MATCH_CHUNK, { operationId: runId, number });
  }

  /** @returns null where it is worked already, or its run has ended */
  async read(view: View, runId: string, number: number): Promise<ReadChunk | null> {
    const [run, chunk] = [await findRun(view, runId), await waitingChunk(view, runId, number)];
    if (run?.endedAt !== null || chunk === null) return null;
    const rules = await readMatchRules(view);
    const rates = await this.rates(view, await ratesIn(view, chunk));
    const text = await readBook(view, chunk);
    return { runId, number, items: chunk.items, today: run.today, rules, text, rates };
  }

  /** Codes and days are few: each is looked up once, all in one statement. */
  private async rates(view: View, asked: readonly RateAsked[]): Promise<Map<string, GoodsRates | null>> {
    const found = await this.catalogue.refundRates(view, asked);
    return new Map(
      asked.map(({ hsCode, exportDate }, index) => {
        const rate = found[index];
        if (rate === undefined || rate instanceof DomainError) return [rateKey(hsCode, exportDate), null];
        const { refundRate, library } = rate;
        return [rateKey(hsCode, exportDate), { refundRate, consumptionTax: consumptionTaxIn(library) }];
      }),
    );
  }

  /** Asks nothing of the database. A key is matched, and nothing but texts is left of it, before the next is looked at. */
  async match({ runId, number, items, text, ...read }: ReadChunk): Promise<WorkedChunk> {
    const context = contextOf(read);
    const results = new ChunkResults();
    for (const group of groupsOf(text)) {
      for (const result of matchGroup(group, context)) results.add(result);
    }
    const { sums, takes, voucherTakes } = results;
    return { runId, number, items, sums, takes, voucherTakes, results: await results.pack() };
  }

  /** All of a chunk or nothing: what is taken, what came of each item, and what is counted. */
  async record(tx: Tx, worked: WorkedChunk): Promise<void> {
    const { runId, number, items, sums, takes, voucherTakes, results } = worked;
    const operation = await this.operations.lock(tx, runId);
    if (operation.endedAt !== null) return;
    if (operation.state === 'cancelling') return this.end(tx, operation);
    if (!(await markWorked(tx, runId, number, { ...sums, results }))) return;
    await insertTakes(tx, runId, takes);
    await insertVoucherTakes(tx, runId, voucherTakes);
    const counted = await this.operations.count(tx, runId, { done: items, failed: items - sums.matched });
    if (counted.done === counted.total) await this.end(tx, counted);
  }

  /** Of a run that was cancelled: what is matched stays so. */
  async settle(tx: Tx, runId: string): Promise<void> {
    const operation = await this.operations.lock(tx, runId);
    if (operation.endedAt === null && operation.state === 'cancelling') await this.end(tx, operation);
  }

  private async end(tx: Tx, operation: BulkOperation): Promise<void> {
    await endRun(tx, operation.id);
    await this.operations.end(tx, operation);
  }
}

function rateKey(hsCode: string, exportDate: LocalDate): string {
  return `${hsCode} ${exportDate}`;
}

function contextOf({ today, rules, rates }: Pick<ReadChunk, 'today' | 'rules' | 'rates'>): MatchContext {
  const days = new Map<LocalDate, LocalDate>();
  return {
    today,
    rules,
    ratesOf: (hsCode, exportDate) => rates.get(rateKey(hsCode, exportDate)) ?? null,
    collectBy: (exportDate) => remembered(days, exportDate, () => refundDeadlines({ exportDate }).collectBy),
  };
}

function remembered<Value>(known: Map<string, Value>, key: string, find: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  known.set(key, found);
  return found;
}
