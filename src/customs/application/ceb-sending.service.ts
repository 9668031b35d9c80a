import { Injectable } from '@nestjs/common';

import { type Tx, type View } from '../../platform/database/session.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { type Said } from '../../kernel/sentence.js';
import { CebMessageNotResendableError } from '../domain/ceb/ceb.errors.js';
import { type CebMessageState } from '../domain/ceb/message-status.js';
import { cebPatienceMs } from '../domain/ceb/patience.js';
import {
  type DueMessage,
  dueMessage,
  keepSigned,
  lockWait,
  markAnsweredByIds,
  markEnded,
  markSent,
  queueAgain,
  type Wait,
  waitLonger,
  waitOf,
} from '../entities/ceb-messages.table.js';
import { type AskCeb } from '../jobs/ask-ceb.job.js';
import { SEND_CEB_MESSAGE } from '../jobs/send-ceb-message.job.js';
import { awaitAnswer } from './ceb-messages.service.js';
import { CebPacking } from './ceb-packing.service.js';
import { CebReceiptTakers } from './ceb-receipt-taker.js';
import { tellRefused } from './ceb-refusals.js';

/** A message that is still to be sent, word for word. */
export type Sendable = Omit<DueMessage, 'body'> & { readonly xml: string };

/** What becomes of messages that were queued: signed, sent, refused, asked for. */
@Injectable()
export class CebSending {
  constructor(
    private readonly packing: CebPacking,
    private readonly takers: CebReceiptTakers,
  ) {}

  /** The message, as long as it is still to be sent. */
  async toSend(view: View, id: string): Promise<Sendable | null> {
    const { body, ...message } = await dueMessage(view, id);
    if (message.state !== 'queued') return null;
    return { ...message, xml: await this.packing.open(body) };
  }

  /** Keeps the signed message before anything leaves. @returns the one that leaves: what an earlier try signed, if there was one */
  async keepSigned(tx: Tx, id: string, xml: string): Promise<string> {
    if (await keepSigned(tx, id, await this.packing.keep(xml), Buffer.byteLength(xml))) return xml;
    const { body } = await dueMessage(tx, id);
    return this.packing.open(body);
  }

  /** The exchange has them. */
  async recordSent(tx: Tx, ids: readonly string[]): Promise<void> {
    const expectedBy = new Date(tx.now.getTime() + cebPatienceMs(0, tx.livemode));
    for (const id of await markSent(tx, ids, expectedBy)) awaitAnswer(tx, id, expectedBy);
  }

  /** The exchange does not take it as it is, or it cannot leave; what it held is told only of a refusal, for the other may be sent again. */
  async recordEnd(tx: Tx, id: string, command: 'refuse' | 'fail', reason: Said): Promise<void> {
    const ended = await markEnded(tx, { ids: [id], guids: [] }, command, reason);
    if (command === 'refuse') await tellRefused(tx, this.takers, ended, { source: { type: 'cebMessage', id }, reason });
  }

  /** The wait that a question was promised for, if it still lasts; what somebody asks for is asked whatever the wait. */
  async overdue(view: View, { cebMessageId, expectedBy }: AskCeb): Promise<Wait | null> {
    const wait = await waitOf(view, cebMessageId);
    if (wait === null) return null;
    return expectedBy === null || wait.expectedBy?.toISOString() === expectedBy ? wait : null;
  }

  /**
   * The exchange was asked. Its receipts have been taken in like any others by now; a message that it never had is sent again
   * under its old reference, and everything else waits longer.
   * @param told how many messages came back; null when the exchange never had it, 'silence' when it could not be reached
   */
  async recordAsked(tx: Tx, { cebMessageId, expectedBy }: AskCeb, told: number | null | 'silence'): Promise<void> {
    const wait = await lockWait(tx, cebMessageId);
    const due = wait?.expectedBy?.toISOString();
    if (wait === null || due === undefined || (expectedBy !== null && due !== expectedBy)) return;
    if (typeof told === 'number' && told > 0) {
      await markAnsweredByIds(tx, [cebMessageId]);
      return;
    }
    if (told === null) await this.sendAgain(tx, cebMessageId, wait.asks + 1);
    else await this.wait(tx, cebMessageId, wait.asks + 1);
  }

  /** @throws CebMessageNotResendableError where sending it again would do harm or nothing */
  async resend(tx: Tx, id: string): Promise<void> {
    const wait = await lockWait(tx, id);
    if (wait === null) throw new Error(`There is no message ${id}`);
    if (!isResendable(wait)) throw new CebMessageNotResendableError(wait.state);
    await this.sendAgain(tx, id, 0);
  }

  private async sendAgain(tx: Tx, id: string, asks: number): Promise<void> {
    const expectedBy = new Date(tx.now.getTime() + cebPatienceMs(asks, tx.livemode));
    if (!(await queueAgain(tx, id, expectedBy, asks))) return;
    enqueue(tx, SEND_CEB_MESSAGE, { cebMessageId: id });
    awaitAnswer(tx, id, expectedBy);
  }

  private async wait(tx: Tx, id: string, asks: number): Promise<void> {
    const expectedBy = new Date(tx.now.getTime() + cebPatienceMs(asks, tx.livemode));
    await waitLonger(tx, id, expectedBy);
    awaitAnswer(tx, id, expectedBy);
  }
}

/** What failed to leave, or has been asked for in vain: under its old guid and reference it declares nothing twice. */
export function isResendable({ state, asks }: { readonly state: CebMessageState; readonly asks: number }): boolean {
  return state === 'send_failed' || (state === 'sent' && asks > 0);
}
