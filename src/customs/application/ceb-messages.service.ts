import { Inject, Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/app-config.js';
import { type Tx } from '../../platform/database/session.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { CebMessageInvalidError, CebSignerMissingError } from '../domain/ceb/ceb.errors.js';
import { SAY } from '../domain/ceb/ceb.sentences.js';
import { type CebJson, checkMessage } from '../domain/ceb/check-message.js';
import { CebFindings } from '../domain/ceb/finding.js';
import { CEB_RECORDS_MAX } from '../domain/ceb/guid.js';
import { type Message } from '../domain/ceb/layout.js';
import { messageNamed } from '../domain/ceb/messages.js';
import { cebPatienceMs } from '../domain/ceb/patience.js';
import { insertMessages, markAnsweredByIds, type QueuedMessage } from '../entities/ceb-messages.table.js';
import { ASK_CEB } from '../jobs/ask-ceb.job.js';
import { SEND_CEB_MESSAGE } from '../jobs/send-ceb-message.job.js';
import { CebXml } from '../partners/ceb-xml.port.js';
import { DocumentSigner } from '../partners/document-signer.port.js';
import { CebPacking } from './ceb-packing.service.js';

export interface NewCebMessage {
  /** Name of the root: `CEB621Message`. */
  readonly message: string;
  /** The message with its guid, version and transfer (BaseTransfer), without a signature. */
  readonly json: CebJson;
  /** What it is about, for whoever owns that; null: nothing. */
  readonly subject: { readonly type: string; readonly id: string } | null;
}

type Prepared = Omit<QueuedMessage, 'body'> & { readonly xml: Buffer };

/**
 * What leaves for e-commerce customs (跨境电商统一版). A message is queued in the transaction of whatever it is about, signed
 * where it must be (now, where the key is at hand; else before it leaves), sent under the same guid and reference however often, and asked for when nothing comes back.
 */
@Injectable()
export class CebMessages {
  constructor(
    private readonly xml: CebXml,
    private readonly packing: CebPacking,
    private readonly signer: DocumentSigner,
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'ceb'>,
  ) {}

  /**
   * Queues messages, all of them or none, in one statement.
   * @returns their ids, in order
   * @throws CebMessageInvalidError where one is not as the official schema has it, or holds more than 100 records
   * @throws CebSignerMissingError where one must be signed and there is nothing to sign with
   */
  async enqueue(tx: Tx, messages: readonly NewCebMessage[]): Promise<string[]> {
    if (messages.length === 0) return [];
    const prepared = messages.map((one) => this.prepare(one));
    const expectedBy = new Date(tx.now.getTime() + cebPatienceMs(0, tx.livemode));
    const packed = prepared.map(async ({ xml, ...one }) => ({ ...one, body: await this.packing.keep(xml) }));
    await insertMessages(tx, await Promise.all(packed), expectedBy);
    for (const { id } of prepared) {
      enqueue(tx, SEND_CEB_MESSAGE, { cebMessageId: id });
      awaitAnswer(tx, id, expectedBy);
    }
    return prepared.map(({ id }) => id);
  }

  /** Customs has spoken of these messages: for who has found them by another key than the guid of a record. */
  async answered(tx: Tx, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await markAnsweredByIds(tx, ids);
  }

  /** Has the exchange asked now for all that came back for these messages: for who waits for a later receipt. */
  ask(tx: Tx, ids: readonly string[]): void {
    for (const cebMessageId of ids) enqueue(tx, ASK_CEB, { cebMessageId, expectedBy: null });
  }

  private prepare({ message: name, json, subject }: NewCebMessage): Prepared {
    const message = messageNamed(name);
    if (message === undefined) throw new Error(`There is no message ${name}`);
    const records = this.check(message, json);
    const mustSign = mustBeSigned(message) || this.config.ceb.signedMessages.includes(name);
    if (mustSign && !this.signer.isConfigured) throw new CebSignerMissingError(name);
    const written = this.xml.write(json, message);
    const signed = mustSign ? this.signer.signAtHand(written, message) : null;
    const xml = Buffer.from(signed ?? written, 'utf8');
    const { guid } = json as { readonly guid: string };
    const { dxpId } = json['BaseTransfer'] as { readonly dxpId: string };
    const bodyBytes = xml.length;
    const { direction } = message;
    const isSigned = signed !== null;
    const kept = { id: newId(), guid, message: name, direction, senderId: dxpId, records, subject, bodyBytes };
    return { ...kept, mustSign, isSigned, xml };
  }

  /** @returns how many records it holds */
  private check(message: Message, json: CebJson): number {
    const findings = new CebFindings();
    const fields = message.fields.filter(({ form }) => form.kind !== 'signature');
    checkMessage(json, { ...message, fields }, this.xml.breachOfMarkup, findings);
    const [first] = message.fields;
    const records = first === undefined ? null : json[first.name];
    const count = Array.isArray(records) ? records.length : 1;
    if (count === 0) findings.note(`/${first?.name ?? ''}`, 'required', SAY.no_records);
    if (count > CEB_RECORDS_MAX) {
      findings.note(`/${first?.name ?? ''}`, 'too_many', SAY.records_max({ max: CEB_RECORDS_MAX, count }));
    }
    if (findings.all.length > 0) throw new CebMessageInvalidError(message.name, findings.all);
    return count;
  }
}

/** Promises the question that is put when nothing has come by then. */
export function awaitAnswer(tx: Tx, id: string, expectedBy: Date): void {
  enqueue(tx, ASK_CEB, { cebMessageId: id, expectedBy: expectedBy.toISOString() }, { dueAt: expectedBy });
}

/** By the schema itself: 621, 623, 625 and 711. */
function mustBeSigned({ fields }: Message): boolean {
  return fields.some(({ form, min }) => form.kind === 'signature' && min === 1);
}
