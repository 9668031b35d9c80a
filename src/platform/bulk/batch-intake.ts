import { createHash } from 'node:crypto';
import { type Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { DomainError, type Fault } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { type Caller } from '../database/caller.js';
import { type Tx } from '../database/session.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { BodyTooLargeError, MalformedRequestError } from '../http/request.errors.js';
import { SAY as PLATFORM } from '../platform.sentences.js';
import { bound } from '../usage/bounds.js';
import { type BatchCommand } from './batch-commands.js';
import { type BatchItem, Lines, readItem } from './batch-lines.js';
import { BatchLinesError, BatchSizeError, BatchTooSlowError } from './bulk.errors.js';
import { SAY } from './bulk.sentences.js';

export const ITEMS_MAX = bound({
  name: 'bulk.items',
  max: 10_000,
  per: 'request',
  unit: 'items',
  title: { en: 'Items of a batch', zh: '批量请求的条目数' },
});
export const BYTES_MAX = bound({
  name: 'bulk.body',
  max: 64 * 1_048_576,
  per: 'request',
  unit: 'bytes',
  title: { en: 'Body of a batch', zh: '批量请求正文' },
});
const LINE_BYTES_MAX = bound({
  name: 'bulk.line',
  max: 262_144,
  per: 'request',
  unit: 'bytes',
  title: { en: 'One line of a batch', zh: '批量请求的单行' },
});
const FAULTS_MAX = 100;
/** What is held in memory at once. */
const SLICE_ITEMS = 500;
const SLICE_CHARACTERS = 1_048_576;

const BEGIN = `INSERT INTO platform.batch_intake (tenant_id, id, started_at) VALUES ($1, $2, now())`;
const ADD = `
  INSERT INTO platform.operation_item (tenant_id, operation_id, index, key, path_params, body)
  SELECT $1, $2, i.index, i.key, i.path_params::json, i.body::json
  FROM unnest($3::integer[], $4::text[], $5::text[], $6::text[]) AS i (index, key, path_params, body)`;
const END = `DELETE FROM platform.batch_intake WHERE tenant_id = $1 AND id = $2 RETURNING id`;
const DISCARD = `DELETE FROM platform.operation_item WHERE tenant_id = $1 AND operation_id = $2`;

/** A batch whose items are kept, and that is not ordered yet. */
export interface TakenIn {
  readonly id: string;
  readonly total: number;
  /** Of what was said, for telling a repeat from something else. */
  readonly digest: string;
}

/**
 * Reads a batch as it comes: of however many items there are only a slice is in memory, and no transaction waits for a slow
 * client. What was kept of a batch that is not ordered in the end is forgotten, here or by the clock.
 */
@Injectable()
export class BatchIntake {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws BatchLinesError, BatchSizeError, BodyTooLargeError; nothing is kept then */
  async take(caller: Caller, command: BatchCommand, stream: Readable): Promise<TakenIn> {
    const reading = new Reading(command);
    const id = newId();
    await this.unitOfWork.run(caller, (tx) => tx.query(BEGIN, [tx.tenantId, id]));
    try {
      for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
        reading.take(chunk as Buffer);
        if (reading.isSliceFull) await this.keep(caller, id, reading.slice());
      }
      const digest = reading.end();
      await this.keep(caller, id, reading.slice());
      return { id, total: reading.total, digest };
    } catch (error) {
      await this.forget(caller, id);
      // Who went away in the middle of it is told nothing, and need not be taken for an error of ours.
      throw stream.errored === null || error instanceof DomainError
        ? error
        : new MalformedRequestError(PLATFORM.unreadable);
    }
  }

  /** In the transaction that orders the batch. @throws BatchTooSlowError where it was forgotten meanwhile */
  async close(tx: Tx, { id }: TakenIn): Promise<void> {
    const ended = await tx.query(END, [tx.tenantId, id]);
    if (ended.length === 0) throw new BatchTooSlowError(SAY.too_slow);
  }

  async forget(caller: Caller, id: string): Promise<void> {
    await this.unitOfWork.run(caller, async (tx) => {
      await tx.query(DISCARD, [tx.tenantId, id]);
      await tx.query(END, [tx.tenantId, id]);
    });
  }

  private async keep(caller: Caller, id: string, slice: Slice): Promise<void> {
    if (slice.items.length === 0) return;
    const { first, items } = slice;
    await this.unitOfWork.run(caller, (tx) =>
      tx.query(ADD, [
        tx.tenantId,
        id,
        items.map((_item, offset) => first + offset),
        items.map(({ key }) => key),
        items.map(({ pathParams }) => (pathParams === null ? null : JSON.stringify(pathParams))),
        items.map(({ body }) => JSON.stringify(body)),
      ]),
    );
  }
}

interface Slice {
  readonly first: number;
  readonly items: readonly BatchItem[];
}

/** What has been read so far. Once there is a fault nothing is gathered any more, but all that follows is looked at. */
class Reading {
  total = 0;
  private items: BatchItem[] = [];
  private readonly faults: Fault[] = [];
  private readonly lines = new Lines(LINE_BYTES_MAX);
  private readonly hash = createHash('sha256');
  private line = 0;
  private bytes = 0;
  private characters = 0;

  constructor(private readonly command: BatchCommand) {
    this.hash.update(`${command.id}\n`);
  }

  get isSliceFull(): boolean {
    return this.items.length >= SLICE_ITEMS || this.characters >= SLICE_CHARACTERS;
  }

  take(chunk: Buffer): void {
    this.bytes += chunk.length;
    if (this.bytes > BYTES_MAX) throw new BodyTooLargeError(SAY.too_long({ max: BYTES_MAX }));
    this.hash.update(chunk);
    for (const text of this.lines.take(chunk)) this.read(text);
  }

  slice(): Slice {
    const { items } = this;
    this.items = [];
    this.characters = 0;
    return { first: this.total - items.length, items };
  }

  /** @returns the digest of it all */
  end(): string {
    for (const text of this.lines.rest()) this.read(text);
    if (this.faults.length > 0) throw new BatchLinesError(SAY.lines_wrong, {}, this.faults);
    if (this.total === 0) throw new BatchSizeError(SAY.empty);
    return this.hash.digest('base64url');
  }

  private read(text: string | null): void {
    this.line += 1;
    if (text?.trim() === '') return;
    const index = this.total;
    this.total += 1;
    if (this.total > ITEMS_MAX) throw new BatchSizeError(SAY.too_many({ max: ITEMS_MAX }), { max: ITEMS_MAX });
    const item = text === null ? this.tooLong(index) : this.item(text, index);
    if (Array.isArray(item)) this.faults.push(...item.slice(0, FAULTS_MAX - this.faults.length));
    if (this.faults.length > 0) this.items = [];
    else this.items.push(item as BatchItem);
    this.characters += text?.length ?? 0;
  }

  private item(text: string, index: number): BatchItem | Fault[] {
    return readItem(text, { index, line: this.line, pathNames: this.command.pathNames });
  }

  private tooLong(index: number): Fault[] {
    const message = SAY.line_too_long({ line: this.line, max: LINE_BYTES_MAX });
    return [{ pointer: `/${index}`, code: 'too_long', message }];
  }
}
