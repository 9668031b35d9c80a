import { createHash } from 'node:crypto';
import { type Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { Lines } from '../../platform/bulk/batch-lines.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Command } from '../../platform/http/command.js';
import { MalformedRequestError } from '../../platform/http/request.errors.js';
import { SAY as PLATFORM } from '../../platform/platform.sentences.js';
import {
  csvCells,
  identityOf,
  type MatchRow,
  MONEY,
  readMatchRow,
  ROW_FIELDS,
  type RowKind,
} from '../domain/match-rows.js';
import { MatchRowsError } from '../domain/match-run.errors.js';
import { SAY } from '../domain/matching.sentences.js';
import { type BookRow, clashingVouchers, type Kept, keepRows } from '../entities/match-rows.table.js';
import { inTurn } from '../entities/match-runs.table.js';
import { assertNoRun } from './match-runs.service.js';

/** What is in memory, and in one transaction. */
const SLICE_ROWS = 1_000;
const ROW_BYTES_MAX = 16_384;
const NO_ROWS: ReadonlySet<number> = new Set();
/** So many faults are told; rows with others are counted. */
const REJECTED_MAX = 1_000;

/** A row that is not kept, and one reason why: of several each is told. */
export interface RejectedRow {
  readonly row: number;
  readonly reason: Sentence;
}

/** What became of an upload. */
export interface UploadedRows {
  readonly kind: RowKind;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** The first of them. */
  readonly reasons: readonly RejectedRow[];
}

/**
 * Takes rows into the book, however many, a slice at a time. A row that is here already is compared, so that an upload that
 * was broken off is simply sent again. One bad row never stops the others.
 */
@Injectable()
export class MatchUploads {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @returns what became of the rows, and the digest of all that was said
   * @throws MatchRunOpenError while a run is under way; MatchRowsError, MalformedRequestError
   */
  async receive(
    command: Command,
    stream: Readable,
    { kind, isTable }: { readonly kind: RowKind; readonly isTable: boolean },
  ): Promise<{ readonly digest: string; readonly uploaded: UploadedRows }> {
    const today = await this.unitOfWork.run(command.caller, async (tx) => {
      await assertNoRun(tx, 'rows');
      return dateInZone(tx.now, CHINA);
    });
    const reading = new Reading(kind, { isTable, today });
    try {
      for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
        reading.take(chunk as Buffer);
        if (reading.isFull) await this.keep(command, reading);
      }
    } catch (error) {
      // Who went away in the middle of it is told nothing, and need not be taken for an error of ours.
      throw stream.errored === null ? error : new MalformedRequestError(PLATFORM.unreadable);
    }
    const digest = reading.end();
    await this.keep(command, reading);
    return { digest, uploaded: reading.uploaded };
  }

  private async keep({ caller }: Command, reading: Reading): Promise<void> {
    const rows = reading.slice();
    if (rows.length === 0) return;
    const kept = await this.unitOfWork.run(caller, async (tx) => {
      await inTurn(tx);
      await assertNoRun(tx, 'rows');
      const split = reading.kind === 'consumption_tax_vouchers' ? await clashingVouchers(tx, rows) : NO_ROWS;
      const free = split.size === 0 ? rows : rows.filter(({ row }) => !split.has(row));
      return { ...(await keepRows(tx, reading.kind, free)), split };
    });
    reading.note(kept);
  }
}

/** What has been read so far, and what became of it. */
class Reading {
  private rows: BookRow[] = [];
  private seen = new Set<string>();
  private header: readonly string[] | null = null;
  private readonly lines = new Lines(ROW_BYTES_MAX);
  private readonly hash = createHash('sha256');
  private readonly reasons: RejectedRow[] = [];
  private row = 0;
  private usable = 0;
  private rejected = 0;
  private added = 0;
  private changed = 0;

  constructor(
    readonly kind: RowKind,
    private readonly given: { readonly isTable: boolean; readonly today: LocalDate },
  ) {
    this.hash.update(`${kind}\n`);
  }

  get isFull(): boolean {
    return this.rows.length >= SLICE_ROWS;
  }

  get uploaded(): UploadedRows {
    const { kind, row: rows, added, changed, rejected, reasons } = this;
    return { kind, rows, added, changed, unchanged: this.usable - added - changed, rejected, reasons };
  }

  take(chunk: Buffer): void {
    this.hash.update(chunk);
    for (const text of this.lines.take(chunk)) this.read(text);
  }

  /** @returns the digest of it all */
  end(): string {
    for (const text of this.lines.rest()) this.read(text);
    if (this.row === 0) throw new MatchRowsError(SAY.no_rows);
    return this.hash.digest('base64url');
  }

  slice(): readonly BookRow[] {
    const { rows } = this;
    this.rows = [];
    this.seen = new Set();
    return rows;
  }

  /** @param split rows that are not kept beside what they were split from, or what was split from them */
  note({ added, changed, taken, split }: Kept & { readonly split: ReadonlySet<number> }): void {
    this.added += added;
    this.changed += changed;
    this.usable -= taken.length + split.size;
    for (const row of taken) this.reject(row, [SAY.row_taken({ row })]);
    for (const row of split) this.reject(row, [SAY.row_split({ row })]);
  }

  private read(line: string | null): void {
    const text = line?.trimEnd() ?? null;
    if (text === '') return;
    if (this.given.isTable && this.header === null) {
      this.header = headerOf(this.kind, text ?? '');
      return;
    }
    this.row += 1;
    const { row, kind, header } = this;
    const { today } = this.given;
    const read =
      text === null ? [SAY.row_long({ row, max: ROW_BYTES_MAX })] : readMatchRow(text, { kind, row, header, today });
    if (isFaulty(read)) this.reject(row, read);
    else this.add(row, read);
  }

  private add(row: number, fields: MatchRow): void {
    const identity = identityOf(this.kind, fields);
    if (this.seen.has(identity)) {
      this.reject(row, [SAY.row_twice({ row })]);
      return;
    }
    this.seen.add(identity);
    this.usable += 1;
    const digest = createHash('sha1')
      .update(JSON.stringify(Object.values(fields)))
      .digest('base64');
    const { currency = 'CNY' } = fields;
    const amount = Money.parse(fields[MONEY[this.kind][0]] ?? '0', currency);
    this.rows.push({ row, digest, fields, minor: amount.minor.toString() });
  }

  private reject(row: number, reasons: readonly Sentence[]): void {
    this.rejected += 1;
    const free = REJECTED_MAX - this.reasons.length;
    for (const reason of reasons.slice(0, free)) this.reasons.push({ row, reason });
  }
}

function isFaulty(read: MatchRow | readonly Sentence[]): read is readonly Sentence[] {
  return Array.isArray(read);
}

/** @throws MatchRowsError for a column that there is not */
function headerOf(kind: RowKind, line: string): readonly string[] {
  const names = csvCells(line.replace(/^\uFEFF/, '')).map((name) => name.trim());
  const unknown = names.find((name) => !Object.hasOwn(ROW_FIELDS[kind], name));
  if (unknown !== undefined) throw new MatchRowsError(SAY.unknown_column({ column: unknown.slice(0, 60) }));
  return names;
}
