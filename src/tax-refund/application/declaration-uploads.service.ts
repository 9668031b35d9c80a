import { createHash } from 'node:crypto';
import { type Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { DomainError, type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { RowCutter } from '../../kernel/table-rows.js';
import { type Caller } from '../../platform/database/caller.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { BodyTooLargeError, MalformedRequestError } from '../../platform/http/request.errors.js';
import { unpacked } from '../../platform/http/unpacked.js';
import { SAY as PLATFORM } from '../../platform/platform.sentences.js';
import { bound } from '../../platform/usage/bounds.js';
import { DeclarationTableError } from '../domain/declaration-import.errors.js';
import { SAY } from '../domain/declaration-import.sentences.js';
import { type ImportKind, TABLES } from '../domain/declaration-table-columns.js';
import { DeclarationTableReader, type MissingHeader, type ReadRow } from '../domain/declaration-table-reading.js';
import { forgetOldSlices, forgetSlices, keepSlice } from '../entities/declaration-imports.table.js';

export const ROWS_MAX = bound({
  name: 'tax_refund.declaration_rows',
  max: 100_000,
  per: 'request',
  unit: 'items',
  title: { en: 'Rows of an official table', zh: '申报表行数' },
});
export const BYTES_MAX = bound({
  name: 'tax_refund.declaration_table',
  max: 64 * 1_048_576,
  per: 'request',
  unit: 'bytes',
  title: { en: 'An official table', zh: '申报表文件' },
});
const ROW_BYTES_MAX = 16_384;
/** What is in memory, and in one transaction. */
const SLICE_ROWS = 1_000;
/** So many are listed; the rows of all others are counted. */
const FAULTS_MAX = 200;

/** A table whose rows are here, and that is no import yet. */
export interface UploadedTable {
  readonly uploadId: string;
  readonly slices: number;
  readonly rows: number;
  /** Of what was sent, unpacked; hex. */
  readonly sha256: string;
}

/**
 * Reads a table as it comes: of however many rows there are only a slice is in memory, and no transaction waits for a slow client.
 * What was kept of a table that is not imported in the end is forgotten, here or when the next one comes.
 */
@Injectable()
export class DeclarationUploads {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @throws DeclarationTableError for its header or its length; InvalidInputError with the faults of all rows; BodyTooLargeError.
   * Nothing is kept then.
   */
  async take(caller: Caller, stream: Readable, kind: ImportKind, isPacked: boolean): Promise<UploadedTable> {
    const reading = new Reading(kind);
    const uploadId = newId();
    try {
      await this.unitOfWork.run(caller, forgetOldSlices);
      for await (const bytes of unpacked(stream, isPacked, tooMuch)) {
        reading.take(bytes);
        for (const slice of reading.fullSlices()) await this.keep(caller, uploadId, slice);
      }
      const sha256 = reading.end();
      for (const slice of reading.lastSlice()) await this.keep(caller, uploadId, slice);
      return { uploadId, slices: reading.slices, rows: reading.rows, sha256 };
    } catch (error) {
      await this.forget(caller, uploadId);
      // Who went away in the middle of it is told nothing, and need not be taken for an error of ours.
      throw stream.errored === null || error instanceof DomainError
        ? error
        : new MalformedRequestError(PLATFORM.unreadable);
    }
  }

  async forget(caller: Caller, uploadId: string): Promise<void> {
    await this.unitOfWork.run(caller, (tx) => forgetSlices(tx, uploadId));
  }

  private async keep(caller: Caller, uploadId: string, { number, rows }: Slice): Promise<void> {
    await this.unitOfWork.run(caller, (tx) => keepSlice(tx, uploadId, number, rows));
  }
}

function tooMuch(ratio: number): Error {
  return new DeclarationTableError(SAY.unpacks_to_much({ ratio }));
}

interface Slice {
  readonly number: number;
  readonly rows: readonly ReadRow[];
}

/** What has been read so far. Once there is a fault nothing is gathered any more, but all that follows is looked at. */
class Reading {
  slices = 0;
  private pending: ReadRow[] = [];
  private bytes = 0;
  private faulty = 0;
  private readonly faults: Fault[] = [];
  private readonly hash = createHash('sha256');
  private readonly cutter = new RowCutter(true, ROW_BYTES_MAX);
  private readonly reader: DeclarationTableReader;

  constructor(private readonly kind: ImportKind) {
    this.reader = new DeclarationTableReader(kind);
  }

  get rows(): number {
    return this.reader.rows;
  }

  take(bytes: Buffer): void {
    this.bytes += bytes.length;
    if (this.bytes > BYTES_MAX) throw new BodyTooLargeError(SAY.too_long({ max: BYTES_MAX }));
    this.hash.update(bytes);
    for (const row of this.cutter.take(bytes)) this.read(row);
  }

  /** @returns the digest of it all */
  end(): string {
    for (const row of this.cutter.rest()) this.read(row);
    const { headerWanted } = this.reader;
    if (headerWanted !== null) throw headerError(this.kind, headerWanted);
    if (this.faulty > 0) throw new InvalidInputError(this.faults, SAY.rows_wrong({ count: this.faulty }));
    if (this.rows === 0) throw new DeclarationTableError(SAY.no_rows);
    return this.hash.digest('hex');
  }

  *fullSlices(): Generator<Slice> {
    while (this.pending.length >= SLICE_ROWS) yield this.next(this.pending.splice(0, SLICE_ROWS));
  }

  *lastSlice(): Generator<Slice> {
    yield* this.fullSlices();
    if (this.pending.length > 0) yield this.next(this.pending.splice(0));
  }

  private next(rows: readonly ReadRow[]): Slice {
    this.slices += 1;
    return { number: this.slices, rows };
  }

  private read(bytes: Uint8Array): void {
    const read = this.reader.take(bytes);
    if (this.rows > ROWS_MAX) throw new DeclarationTableError(SAY.too_many_rows({ max: ROWS_MAX }));
    if (read === null) return;
    if ('header' in read) throw headerError(this.kind, read.header);
    if ('faults' in read) {
      this.faulty += 1;
      this.faults.push(...read.faults.slice(0, FAULTS_MAX - this.faults.length));
      this.pending = [];
    } else if (this.faulty === 0) {
      this.pending.push(read);
    }
  }
}

function headerError(kind: ImportKind, { missing, twice, unknown }: MissingHeader): DeclarationTableError {
  const listed = (names: readonly string[]) => (names.length === 0 ? SAY.none : names.slice(0, 20));
  return new DeclarationTableError(
    SAY.header({
      title: TABLES[kind].title,
      missing: listed(missing),
      twice: listed(twice),
      unknown: listed(unknown),
    }),
  );
}
