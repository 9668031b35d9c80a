import { Inject, Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { ROW_BYTES_MAX, RowCutter } from '../../kernel/table-rows.js';
import { StreamedOperations } from '../../platform/bulk/streamed-operations.js';
import { type BulkOperation } from '../../platform/bulk/bulk-operation.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/app-config.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { toProblem } from '../../platform/http/problem.js';
import { ParcelsUnusableError } from '../domain/parcels/parcel.errors.js';
import { SAY } from '../domain/parcels/parcel.sentences.js';
import { checkPapers, type Papers } from '../domain/parcels/papers.js';
import { isFailed, outcomeOf, type RowResult } from '../domain/parcels/row-result.js';
import { readHeader, readRow, type TableHeader } from '../domain/parcels/table.js';
import { type ParcelFinding } from '../domain/parcels/shape.js';
import { type EcommerceProfile } from '../entities/ecommerce-profile.entity.js';
import { type Chunk, findBatch, markWorked, type ParcelBatch, waitingChunk } from '../entities/parcel-batches.table.js';
import { EcommerceProfiles } from './ecommerce-profiles.service.js';
import { orderNoOf, ParcelIntake, type Taken } from './parcel-intake.service.js';
import { packResults, unpackRows } from './parcel-packing.js';

/** As long as of so many rows none could be used, nobody can mean what comes. */
const NONSENSE_ROWS = 1_000;
/** An upload that stands still for so long is not gone on with. */
const ABANDONED_MS = 24 * 3_600_000;

interface WaitingChunk {
  readonly chunk: Chunk;
  readonly batch: ParcelBatch;
  readonly profile: EcommerceProfile;
}

/** A row: its papers, or why they are none. */
type Row = { readonly papers: Papers; readonly orderNo: string } | { readonly findings: readonly ParcelFinding[] };

/** Works uploads of parcels, chunk by chunk. */
@Injectable()
export class ParcelWork {
  constructor(
    private readonly operations: StreamedOperations,
    private readonly profiles: EcommerceProfiles,
    private readonly intake: ParcelIntake,
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'encryptionKey' | 'decryptionKeys'>,
  ) {}

  /** @returns null where it is worked already, or its batch has ended */
  async read(view: View, batchId: string, number: number): Promise<WaitingChunk | null> {
    const [operation, batch] = [await this.operations.get(view, batchId), await findBatch(view, batchId)];
    const chunk = await waitingChunk(view, batchId, number);
    if (operation.endedAt !== null || batch === null || chunk === null) return null;
    return { chunk, batch, profile: await this.profiles.get(view, batch.profileId) };
  }

  /** All of a chunk or nothing: its parcels, their messages, its results and what is counted of it. */
  async record(tx: Tx, waiting: WaitingChunk): Promise<void> {
    const { chunk, batch, profile } = waiting;
    const operation = await this.operations.lock(tx, batch.id);
    if (operation.endedAt !== null) return;
    if (operation.state === 'cancelling') {
      await this.operations.end(tx, operation);
      return;
    }
    const rows = await this.parse(waiting);
    const usable = rows.flatMap((row) => ('papers' in row ? [row.papers] : []));
    const taken = await this.intake.take(tx, profile, usable, { batchId: batch.id, filesNow: false });
    let next = 0;
    const results = rows.map((row, index) => {
      const became = 'papers' in row ? (taken[next++] ?? null) : null;
      return resultOf(chunk.firstRow + index, row, became);
    });
    const failed = results.filter(isFailed).length;
    await markWorked(tx, batch.id, { number: chunk.number, results: await packResults(results), rejected: failed });
    const counted = await this.operations.count(tx, batch.id, { done: rows.length, failed });
    await this.endIfDone(tx, counted);
  }

  /** When the last chunk has come, or was worked. */
  private async endIfDone(tx: Tx, operation: BulkOperation): Promise<void> {
    const { id, total, done, failed, language } = operation;
    const isReceived = ((await findBatch(tx, id))?.chunks ?? null) !== null;
    const isOver = isReceived && done === total;
    if (failed === done && (isOver || done >= NONSENSE_ROWS)) {
      const error = new ParcelsUnusableError(SAY.nonsense({ count: done }));
      await this.operations.refuse(tx, id, toProblem(error, newId(), language));
    } else if (isOver) {
      await this.operations.end(tx, operation);
    }
  }

  /** Of a batch that was cancelled, whose upload stands still, or of which all was worked before its end was known. */
  async settle(tx: Tx, batchId: string): Promise<void> {
    const operation = await this.operations.lock(tx, batchId);
    if (operation.endedAt !== null) return;
    if (operation.state === 'cancelling') {
      await this.operations.end(tx, operation);
      return;
    }
    const batch = await findBatch(tx, batchId);
    const isAbandoned = tx.now.getTime() - operation.createdAt.getTime() >= ABANDONED_MS;
    if (batch?.chunks === null && isAbandoned) await this.operations.abandon(tx, operation);
    else await this.endIfDone(tx, operation);
  }

  private async parse({ chunk, batch, profile }: WaitingChunk): Promise<Row[]> {
    const isTable = batch.format === 'csv';
    const header = isTable ? (readHeader(batch.header ?? '', profile.direction) as TableHeader) : null;
    const bytes = await unpackRows(chunk.body, this.config.decryptionKeys);
    const cutter = new RowCutter(isTable, ROW_BYTES_MAX);
    const rows: Row[] = [];
    const seen = new Set<string>();
    for (const part of [cutter.take(bytes), cutter.rest()]) {
      for (const row of part) rows.push(rowOf(row.toString('utf8'), header, profile, seen));
    }
    return rows;
  }
}

function rowOf(text: string, header: TableHeader | null, { direction }: EcommerceProfile, seen: Set<string>): Row {
  const read = readRow(text, header);
  if (!('papers' in read)) return { findings: [read] };
  const findings = checkPapers(read.papers, direction);
  if (findings.length > 0) return { findings };
  const papers = read.papers as Papers;
  const orderNo = orderNoOf(papers);
  if (orderNo === '') return { findings: [{ rule: 'required', pointer: '', detail: SAY.nothing_given }] };
  if (seen.has(orderNo))
    return { findings: [{ rule: 'order_twice', pointer: '/order/orderNo', detail: SAY.order_twice }] };
  seen.add(orderNo);
  return { papers, orderNo };
}

function resultOf(row: number, given: Row, taken: Taken | null): RowResult {
  if (taken === null) {
    const findings = 'findings' in given ? given.findings : [];
    return { row, outcome: 'rejected', orderNo: null, parcelId: null, state: null, findings };
  }
  const { orderNo, parcelId, state, effect, findings } = taken;
  return { row, outcome: effect === 'unchanged' ? 'unchanged' : outcomeOf(state), orderNo, parcelId, state, findings };
}
