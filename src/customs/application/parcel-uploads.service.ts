import { createHash } from 'node:crypto';
import { type Readable } from 'node:stream';

import { Inject, Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { ROW_BYTES_MAX, RowCutter } from '../../kernel/table-rows.js';
import { type BulkOperation } from '../../platform/bulk/bulk-operation.js';
import { StreamedOperations } from '../../platform/bulk/streamed-operations.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/app-config.js';
import { type Tx } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Command } from '../../platform/http/command.js';
import { IdempotencyKeyReusedError, MalformedRequestError } from '../../platform/http/request.errors.js';
import { unpacked } from '../../platform/http/unpacked.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { SAY as PLATFORM } from '../../platform/platform.sentences.js';
import { ParcelRowsError } from '../domain/parcels/parcel.errors.js';
import { SAY } from '../domain/parcels/parcel.sentences.js';
import { type Direction } from '../domain/parcels/profile.js';
import { readHeader, type RowFormat } from '../domain/parcels/table.js';
import { type EcommerceProfile } from '../entities/ecommerce-profile.entity.js';
import {
  addChunk,
  batchUnderKey,
  chunkDigest,
  chunkDigests,
  findBatch,
  keepHeader,
  markReceived,
  type ParcelBatch,
} from '../entities/parcel-batches.table.js';
import { PARCEL_BATCH, SETTLE_PARCEL_BATCH } from '../jobs/settle-parcel-batch.job.js';
import { WORK_PARCELS } from '../jobs/work-parcels.job.js';
import { EcommerceProfiles } from './ecommerce-profiles.service.js';
import { packRows } from './parcel-packing.js';

/** Where a chunk ends is decided by the rows alone, so that a repeat is cut alike. */
const CHUNK_ROWS = 500;
const CHUNK_BYTES = 1_048_576;
/** When a batch is looked after that nobody goes on with. */
const SETTLE_AFTER_MS = 24 * 3_600_000 + 60_000;

export interface UploadOptions {
  readonly profileId: string;
  readonly format: RowFormat;
  readonly isPacked: boolean;
}

/** An upload that has come to its end. */
export interface Uploaded {
  readonly operation: BulkOperation;
  readonly batch: ParcelBatch;
  /** How many rows were there from an earlier try under the same key. */
  readonly resumedAfter: number;
  readonly rows: number;
}

interface CutChunk {
  readonly number: number;
  readonly firstRow: number;
  readonly rows: number;
  readonly bytes: Buffer;
  readonly digest: Buffer;
  /** Of a table, with its first chunk. */
  readonly header: string | null;
}

interface Receiving {
  readonly command: Command;
  readonly batch: ParcelBatch;
  readonly known: ReadonlyMap<number, Buffer>;
}

/**
 * Receives parcels as a stream of any size. Only a chunk is in memory; it is kept, and its work ordered, before the next is
 * read, so that the client is slowed down to what the database takes. Chunks that were kept by an earlier try under the same
 * key are compared, and passed over.
 */
@Injectable()
export class ParcelUploads {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly operations: StreamedOperations,
    private readonly profiles: EcommerceProfiles,
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'encryptionKey' | 'decryptionKeys'>,
  ) {}

  /**
   * @returns what `finish` needs, and the digest of all that was said
   * @throws ResourceNotFoundError, ParcelRowsError, IdempotencyKeyReusedError, MalformedRequestError
   */
  async receive(
    command: Command,
    stream: Readable,
    options: UploadOptions,
  ): Promise<{ readonly digest: string; readonly finish: (tx: Tx) => Promise<Uploaded> }> {
    const { caller } = command;
    const begun = await this.unitOfWork.run(caller, (tx) => this.begin(tx, command, options));
    const stored = await this.unitOfWork.read(caller, (view) => chunkDigests(view, begun.batch.id));
    const known = new Map(stored.map(({ number, digest }) => [number, digest]));
    const receiving = { command, batch: begun.batch, known };
    const whole = createHash('sha256');
    let [chunks, rows] = [0, 0];
    try {
      for await (const chunk of this.chunksOf(stream, options, begun.profile)) {
        if (!(await this.keep(receiving, chunk))) return this.stopped(begun.batch, rows);
        whole.update(chunk.digest);
        chunks += 1;
        rows += chunk.rows;
      }
    } catch (error) {
      // Who went away in the middle of it is told nothing, and need not be taken for an error of ours.
      throw stream.errored === null ? error : new MalformedRequestError(PLATFORM.unreadable);
    } finally {
      // Where the rest is of no use it is let go by: a sender who cannot go on sending does not read the answer either.
      stream.resume();
    }
    if (rows === 0) throw new ParcelRowsError(SAY.no_rows);
    if (known.size > chunks) throw otherRows(rows + 1);
    const resumedAfter = stored.reduce((sum, one) => sum + one.rows, 0);
    const finish = (tx: Tx): Promise<Uploaded> => this.finish(tx, begun.batch, { chunks, rows, resumedAfter });
    return { digest: whole.digest('base64url'), finish };
  }

  private async begin(
    tx: Tx,
    { caller, key, language }: Command,
    { profileId, format }: UploadOptions,
  ): Promise<{ readonly batch: ParcelBatch; readonly profile: EcommerceProfile }> {
    const profile = await this.profiles.get(tx, profileId);
    const fingerprint = `${profileId} ${format} ${CHUNK_ROWS} ${CHUNK_BYTES}`;
    const given = { id: newId(), actor: caller.actor, key: key ?? '', fingerprint, profileId, format, language };
    const batch = await batchUnderKey(tx, given);
    if (batch.fingerprint !== fingerprint) throw new IdempotencyKeyReusedError(SAY.other_options);
    if (batch.id === given.id) {
      const dueAt = new Date(tx.now.getTime() + SETTLE_AFTER_MS);
      enqueue(tx, SETTLE_PARCEL_BATCH, { operationId: batch.id }, { dueAt });
    }
    return { batch, profile };
  }

  private async *chunksOf(
    stream: Readable,
    { format, isPacked }: UploadOptions,
    profile: EcommerceProfile,
  ): AsyncGenerator<CutChunk> {
    const cutter = new RowCutter(format === 'csv', ROW_BYTES_MAX);
    const cutting = new Cutting(format === 'csv' ? profile.direction : null);
    for await (const bytes of unpacked(
      stream,
      isPacked,
      (ratio) => new ParcelRowsError(SAY.unpacks_to_much({ ratio })),
    )) {
      for (const row of cutter.take(bytes)) {
        const chunk = cutting.take(row);
        if (chunk !== null) yield chunk;
      }
    }
    for (const row of cutter.rest()) {
      const chunk = cutting.take(row);
      if (chunk !== null) yield chunk;
    }
    const last = cutting.rest();
    if (last !== null) yield last;
  }

  /** @returns false where the batch has ended meanwhile */
  private async keep({ command, batch, known }: Receiving, chunk: CutChunk): Promise<boolean> {
    const { number, firstRow, digest } = chunk;
    const seen = known.get(number);
    if (seen !== undefined) {
      assertSame(seen, chunk);
      return true;
    }
    const body = await packRows(chunk.bytes, this.config.encryptionKey);
    return this.unitOfWork.run(command.caller, async (tx) => {
      await this.operations.open(tx, { id: batch.id, kind: PARCEL_BATCH, name: 'uploadParcels', order: command });
      if (chunk.header !== null) await keepHeader(tx, batch.id, chunk.header);
      const isNew = await addChunk(tx, batch.id, { number, firstRow, rows: chunk.rows, digest, body });
      if (!isNew) {
        assertSame((await chunkDigest(tx, batch.id, number)) ?? digest, chunk);
        return true;
      }
      if (!(await this.operations.add(tx, batch.id, chunk.rows))) return false;
      // From here on its operation is held. A shorter upload under the same key may have come to its end meanwhile.
      if ((await findBatch(tx, batch.id))?.receivedAt !== null) throw otherRows(firstRow);
      enqueue(tx, WORK_PARCELS, { operationId: batch.id, number });
      return true;
    });
  }

  private async finish(
    tx: Tx,
    batch: ParcelBatch,
    { chunks, rows, resumedAfter }: { readonly chunks: number; readonly rows: number; readonly resumedAfter: number },
  ): Promise<Uploaded> {
    const locked = await this.operations.lock(tx, batch.id);
    // A longer upload under the same key may have brought more meanwhile.
    if ((await chunkDigests(tx, batch.id)).length > chunks) throw otherRows(rows + 1);
    await markReceived(tx, batch.id, chunks);
    if (locked.endedAt === null && locked.done === locked.total) {
      enqueue(tx, SETTLE_PARCEL_BATCH, { operationId: batch.id });
    }
    const operation = await this.operations.get(tx, batch.id);
    return { operation, batch: { ...batch, chunks, receivedAt: tx.now }, resumedAfter, rows };
  }

  /** The rest of a batch that was cancelled or refused is not read. */
  private stopped(batch: ParcelBatch, rows: number): { digest: string; finish: (tx: Tx) => Promise<Uploaded> } {
    const finish = async (tx: Tx): Promise<Uploaded> => {
      return { operation: await this.operations.get(tx, batch.id), batch, resumedAfter: 0, rows };
    };
    return { digest: 'ended', finish };
  }
}

/** @throws IdempotencyKeyReusedError */
function assertSame(seen: Buffer, { digest, firstRow }: CutChunk): void {
  if (!seen.equals(digest)) throw otherRows(firstRow);
}

/** @param row the first that differs, from 1 */
function otherRows(row: number): IdempotencyKeyReusedError {
  return new IdempotencyKeyReusedError(SAY.other_rows({ row }));
}

const LINE_END = Buffer.from('\n');

/** Puts rows together to chunks. */
class Cutting {
  private parts: Buffer[] = [];
  private bytes = 0;
  private count = 0;
  private number = 0;
  private firstRow = 1;
  private header: string | null = null;

  /** @param tableOf the direction of a table, which begins with a header; null for rows that name their fields */
  constructor(private tableOf: Direction | null) {}

  /** @throws ParcelRowsError for a column that there is not */
  take(row: Buffer): CutChunk | null {
    if (this.tableOf !== null) {
      this.header = headerOf(row.toString('utf8'), this.tableOf);
      this.tableOf = null;
      return null;
    }
    this.parts.push(row, LINE_END);
    this.bytes += row.length;
    this.count += 1;
    return this.count >= CHUNK_ROWS || this.bytes >= CHUNK_BYTES ? this.rest() : null;
  }

  rest(): CutChunk | null {
    if (this.count === 0) return null;
    const { number, firstRow, count: rows, header } = this;
    const bytes = Buffer.concat(this.parts);
    const digest = createHash('sha256')
      .update(header ?? '')
      .update(bytes)
      .digest();
    this.number += 1;
    this.firstRow += rows;
    this.parts = [];
    this.bytes = 0;
    this.count = 0;
    this.header = null;
    return { number, firstRow, rows, bytes, digest, header };
  }
}

function headerOf(row: string, direction: Direction): string {
  const header = readHeader(row, direction);
  if ('unknown' in header) throw new ParcelRowsError(SAY.csv_unknown({ column: header.unknown }));
  return row;
}
