import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { tryParseId } from '../../kernel/ids.js';
import { type Caller } from '../../platform/database/caller.js';
import { type Tx } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Metrics } from '../../platform/observability/metrics.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { CebReceiptRefusedError } from '../domain/ceb/ceb.errors.js';
import { type CebJson } from '../domain/ceb/check-message.js';
import { instantOf } from '../domain/ceb/china-time.js';
import { guidOfMessage } from '../domain/ceb/guid.js';
import { type ReceiptRefusal } from '../domain/ceb/refusal.js';
import { meaningOf } from '../domain/ceb/return-status.js';
import { markAnsweredByGuids, markEnded } from '../entities/ceb-messages.table.js';
import {
  type Arrived,
  type CebReceiptSource,
  keepReceived,
  keepRefused,
  type SettledReceipt,
  settleReceived,
  type WaitingReceipt,
  waitingReceipts,
} from '../entities/ceb-receipts.table.js';
import { TAKE_CEB_RECEIPT } from '../jobs/take-ceb-receipt.job.js';
import { CebInbound, type OpenedReceipt } from '../partners/ceb-inbound.port.js';
import { DocumentSigner } from '../partners/document-signer.port.js';
import { CebPacking } from './ceb-packing.service.js';
import { tellRefused } from './ceb-refusals.js';
import { type CebReceiptRecord, CebReceiptTakers } from './ceb-receipt-taker.js';

/** Of what was refused, enough to see what it is. */
const REFUSED_KEPT_BYTES = 4_096;
const FORMAT_REFUSAL = 'CEB900Message';
const ROOT_GUID = /<(?:\w+:)?CEB\d{3}Message\s[^<>]*?guid\s*=\s*["']([^"']{36})["']/;

/** Of a hundred records each, so many are read and taken at once: what was read is let go before the next. */
const TAKEN_AT_ONCE = 16;

/** A message that waits, read. */
interface ReadReceipt {
  readonly id: string;
  readonly kind: string;
  readonly records: readonly CebReceiptRecord[];
  /** Why it is not taken after all. */
  readonly refusal: ReceiptRefusal | null;
}

/**
 * What customs says of e-commerce. Each message is kept once, word for word, and taken later; what is none, or not to be read,
 * is refused at the door, kept in part, counted, and changes nothing.
 */
@Injectable()
export class CebReceipts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbound: CebInbound,
    private readonly signer: DocumentSigner,
    private readonly packing: CebPacking,
    private readonly takers: CebReceiptTakers,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes in what came to the door.
   * @throws CebReceiptRefusedError where it is not taken in; that is kept by then
   */
  async arrive(caller: Caller, raw: Buffer, encoding: string | undefined): Promise<void> {
    const opened = await this.open(caller, raw, encoding, 'callback');
    await this.unitOfWork.run(caller, (tx) => this.keep(tx, opened, 'callback'));
  }

  /**
   * Takes in what customs answered to a question.
   * @param messages as it wrote them; what is none of its own is refused, and the others go on
   * @returns those that are to be kept with what else is recorded of the question
   */
  async openAll(caller: Caller, messages: readonly string[]): Promise<OpenedReceipt[]> {
    const opened: OpenedReceipt[] = [];
    for (const message of messages) {
      try {
        opened.push(await this.open(caller, Buffer.from(message, 'utf8'), undefined, 'asked'));
      } catch (error) {
        if (!(error instanceof CebReceiptRefusedError)) throw error;
      }
    }
    return opened;
  }

  async keep(tx: Tx, { text, xml, kind }: OpenedReceipt, source: CebReceiptSource): Promise<void> {
    const digest = createHash('sha256').update(xml).digest();
    const body = await this.packing.keep(text);
    const id = await keepReceived(tx, { digest, source, body, bodyBytes: Buffer.byteLength(text) }, kind);
    if (id !== null) enqueue(tx, TAKE_CEB_RECEIPT, { cebReceiptId: id });
  }

  /** Keeps the beginning of what is not taken in, and counts it. */
  async refuse(caller: Caller, raw: Buffer, refusal: ReceiptRefusal, source: CebReceiptSource): Promise<void> {
    this.metrics.inboundRefused.inc({ partner: 'customs', reason: refusal });
    const arrived: Arrived = {
      // Not that of the message itself: the same one may yet come as it should.
      digest: createHash('sha256').update(`${refusal}/`).update(raw).digest(),
      source,
      body: await this.packing.keep(raw.subarray(0, REFUSED_KEPT_BYTES)),
      bodyBytes: raw.length,
    };
    await this.unitOfWork.read(caller, (view) => keepRefused(view, arrived, refusal, this.clock.now()));
  }

  /** Hands the records of messages that wait to whoever takes them, once; those of a kind together. */
  async take(tx: Tx, ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += TAKEN_AT_ONCE) {
      const waiting = await waitingReceipts(tx, ids.slice(from, from + TAKEN_AT_ONCE));
      await this.takeRead(tx, await Promise.all(waiting.map((receipt) => this.read(receipt))));
    }
  }

  private async read({ id, message: kind, body }: WaitingReceipt): Promise<ReadReceipt> {
    const xml = this.inbound.reopen(await this.packing.open(body));
    try {
      const records = this.inbound.recordsOf({ xml, kind }).map((fields) => recordOf(id, kind, fields));
      return { id, kind, records, refusal: null };
    } catch (error) {
      if (!(error instanceof CebReceiptRefusedError)) throw error;
      return { id, kind, records: [], refusal: error.refusal };
    }
  }

  private async takeRead(tx: Tx, receipts: readonly ReadReceipt[]): Promise<void> {
    const settled = await settleReceived(
      tx,
      receipts.map((receipt) => this.outcomeOf(receipt)),
    );
    const taken = receipts.filter(({ id, refusal }) => settled.has(id) && refusal === null);
    await this.answerMessages(tx, taken);
    for (const [kind, some] of Map.groupBy(taken, (receipt) => receipt.kind)) {
      const records = some.flatMap((receipt) => receipt.records);
      await this.takers.of(kind)?.take(tx, records);
    }
  }

  private outcomeOf({ id, kind, records, refusal: reason }: ReadReceipt): SettledReceipt {
    if (reason !== null) {
      this.metrics.inboundRefused.inc({ partner: 'customs', reason });
      return { id, outcome: 'refused', reason, records: 0, guid: null };
    }
    const outcome = this.takers.of(kind) === null && kind !== FORMAT_REFUSAL ? 'ignored' : 'taken';
    return { id, outcome, reason, records: records.length, guid: messageGuids(records)[0] ?? null };
  }

  /** What we have sent is answered by what customs says of its records, or was not to be read by it. */
  private async answerMessages(tx: Tx, receipts: readonly ReadReceipt[]): Promise<void> {
    const [refusing, telling] = [receipts.filter(isFormatRefusal), receipts.filter((one) => !isFormatRefusal(one))];
    for (const { id, records } of refusing) await this.refuseMessages(tx, id, records);
    const guids = messageGuids(telling.flatMap(({ records }) => records));
    if (guids.length > 0) await markAnsweredByGuids(tx, guids);
  }

  private async open(
    caller: Caller,
    raw: Buffer,
    encoding: string | undefined,
    source: CebReceiptSource,
  ): Promise<OpenedReceipt> {
    try {
      const opened = await this.inbound.open(raw, encoding);
      if (this.signer.verify(opened.xml) === 'invalid') throw new CebReceiptRefusedError('signature');
      return opened;
    } catch (error) {
      if (error instanceof CebReceiptRefusedError) await this.refuse(caller, raw, error.refusal, source);
      throw error;
    }
  }

  /** The format of the whole message does not do (格式校验回执): what it held is as if it had never been sent. */
  private async refuseMessages(tx: Tx, id: string, records: readonly CebReceiptRecord[]): Promise<void> {
    for (const record of records) {
      const ended = await markEnded(tx, refusedBy(record), 'refuse', record.returnInfo);
      const said = { source: { type: 'cebReceipt', id }, reason: record.returnInfo } as const;
      await tellRefused(tx, this.takers, ended, said);
    }
  }
}

function isFormatRefusal({ kind }: ReadReceipt): boolean {
  return kind === FORMAT_REFUSAL;
}

/** Of the messages of ours that records were in. */
function messageGuids(records: readonly CebReceiptRecord[]): string[] {
  return [...new Set(records.flatMap(({ guid }) => (guid === null ? [] : (guidOfMessage(guid) ?? []))))];
}

/** It names the message by our own reference; where that is not ours, by the guid of the message or of what it repeats of it. */
function refusedBy({ guid, fields }: CebReceiptRecord): { readonly ids: string[]; readonly guids: string[] } {
  const id = tryParseId('cebMessage', textOf(fields['oriCopMsgId']));
  if (id !== null) return { ids: [id], guids: [] };
  const [, repeated = ''] = ROOT_GUID.exec(textOf(fields['oriBizMessage'])) ?? [];
  return { ids: [], guids: [guid ?? '', repeated].flatMap((one) => guidOfMessage(one) ?? []) };
}

function recordOf(id: string, kind: string, fields: CebJson): CebReceiptRecord {
  const returnStatus = inRecord(fields, 'returnStatus');
  return {
    source: { type: 'cebReceipt', id },
    kind,
    guid: inRecord(fields, 'guid'),
    returnStatus,
    meaning: returnStatus === null ? 'other' : meaningOf(returnStatus),
    returnTime: instantOf(inRecord(fields, 'returnTime') ?? ''),
    returnInfo: inRecord(fields, 'returnInfo') ?? '',
    fields,
  };
}

/** Of the record itself, or of its head where it has one (电子税单). */
function inRecord(fields: CebJson, name: string): string | null {
  const own = fields[name];
  if (typeof own === 'string') return own;
  const heads = Object.values(fields).filter((value) => typeof value === 'object' && !Array.isArray(value));
  const found = (heads as readonly CebJson[]).map((head) => head[name]).find((value) => typeof value === 'string');
  return found ?? null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
