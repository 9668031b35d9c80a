import { Injectable } from '@nestjs/common';

import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { beginningOf } from '../../platform/partners/storable-text.js';
import { PLAIN_NEWS } from '../domain/bureau-news.js';
import { UnreadableBureauMessageError } from '../domain/claim.errors.js';
import { spreadOf } from '../domain/filing-batch.js';
import { SAY } from '../domain/filing-batch.sentences.js';
import { Claim } from '../entities/claim.entity.js';
import { FilingBatch } from '../entities/filing-batch.entity.js';
import {
  batchByReference,
  type BatchedClaim,
  claimsOfBatch,
  insertBatchPayment,
  type PaymentOfBatch,
  paymentsOfBatch,
} from '../entities/filing-batches.table.js';
import { type Filing, filingsOfBatch } from '../entities/filings.table.js';
import { CHECK_BATCH, type CheckBatch, FILE_BATCH } from '../jobs/tax-refund.job.js';
import { type BatchAnswer, type BatchDoubt, type BatchPayment } from '../partners/tax-bureau.port.js';
import { AgencyGate } from './agency-gate.service.js';
import { BureauSteps } from './bureau-steps.service.js';
import { announceBatchPaid, announceEmptied, announceFiled, announceRefused, noteBatch } from './filing-batch-news.js';
import { FilingBatches } from './filing-batches.service.js';
import { Filings } from './filings.service.js';

/** A message as it is kept, to be sent. */
export interface BatchSending {
  readonly reference: string;
  readonly message: string;
}

/** What becomes of batches at the bureau: checked as one, taken claim by claim, refused, and paid in one sum or several. */
@Injectable()
export class BatchOutcomes {
  constructor(
    private readonly batches: FilingBatches,
    private readonly filings: Filings,
    private readonly steps: BureauSteps,
    private readonly agencies: AgencyGate,
  ) {}

  /** The message, as long as it is still to be checked. */
  async toCheck(view: View, { batchId, attempt }: CheckBatch): Promise<BatchSending | null> {
    const batch = await view.find(FilingBatch, batchId);
    if (batch?.state !== 'queued' || batch.attempt !== attempt || batch.checkedAt !== null) return null;
    return sendingOf(batch);
  }

  /** The message, as long as one of its claims is still to be sent. */
  async toSend(view: View, batchId: string): Promise<BatchSending | null> {
    const batch = await view.find(FilingBatch, batchId);
    if (!batch?.checkedAt) return null;
    return (await waitingIn(view, batchId)).length === 0 ? null : sendingOf(batch);
  }

  /**
   * It was checked as one. Claims with doubts leave it, and so do those that nobody may file any more; the others are written anew
   * and checked again. With nothing doubtful it is sent.
   */
  async recordChecked(tx: Tx, { batchId, attempt }: CheckBatch, doubts: readonly BatchDoubt[]): Promise<void> {
    const batch = await tx.lock(FilingBatch, batchId);
    if (batch?.state !== 'queued' || batch.attempt !== attempt || batch.checkedAt !== null) return;
    const waiting = await waitingIn(tx, batchId);
    const stays: Filing[] = [];
    for (const filing of waiting) if (await this.stays(tx, filing, doubts)) stays.push(filing);
    if (stays.length === 0) {
      batch.empty(tx.now);
      noteBatch(tx, 'empty', batch, 'queued');
      announceEmptied(tx, batch);
    } else if (stays.length < waiting.length) {
      batch.rewrite(this.batches.messageOf(batch, batch.number ?? 0, attempt + 1, stays), tx.now);
      noteBatch(tx, 'rewrite', batch, 'queued', { attempt: batch.attempt, claims: stays.length });
      enqueue(tx, CHECK_BATCH, { batchId, attempt: batch.attempt });
    } else {
      batch.pass(tx.now);
      enqueue(tx, FILE_BATCH, { batchId });
    }
    await tx.store(FilingBatch, batch);
  }

  /** @returns false where the attempt leaves the batch */
  private async stays(tx: Tx, filing: Filing, doubts: readonly BatchDoubt[]): Promise<boolean> {
    const own = doubts.filter(({ claim }) => claim === null || claim === filing.reference);
    if (own.length > 0) {
      await this.filings.recordDoubted(
        tx,
        filing,
        own.map(({ claim: _whose, ...doubt }) => doubt),
      );
      return false;
    }
    const claim = await tx.find(Claim, filing.claim_id);
    if (claim === null || (await this.agencies.askAgain(tx, claim)).lack === null) return true;
    await this.filings.hold(tx, filing);
    return false;
  }

  /** The bureau has it; it says of each claim whether it was taken. */
  async recordTaken(tx: Tx, batchId: string, answer: BatchAnswer): Promise<void> {
    const batch = await this.locked(tx, batchId);
    if (batch.state === 'queued') {
      batch.send(answer.acceptanceNumber, tx.now);
      noteBatch(tx, 'send', batch, 'queued', { number: batch.number });
      announceFiled(tx, batch);
      await tx.store(FilingBatch, batch);
    }
    for (const filing of await waitingIn(tx, batchId)) {
      const told = answer.claims.find(({ reference }) => reference === filing.reference);
      if (told === undefined) continue;
      const { reference, acceptanceNumber, reason } = told;
      if (acceptanceNumber === null) await this.filings.recordRefused(tx, filing, beginningOf(reason ?? '', 1_000));
      else await this.filings.take(tx, { ...PLAIN_NEWS, kind: 'received', reference, acceptanceNumber, at: tx.now });
    }
  }

  /** The bureau does not take the message as it is. */
  async recordRefused(tx: Tx, batchId: string, reason: string): Promise<void> {
    const batch = await this.locked(tx, batchId);
    if (batch.state !== 'queued') return;
    batch.refuse(reason, tx.now);
    noteBatch(tx, 'refuse', batch, 'queued');
    announceRefused(tx, batch);
    await tx.store(FilingBatch, batch);
    for (const filing of await waitingIn(tx, batchId)) await this.filings.recordRefused(tx, filing, reason);
  }

  /** @throws UnreadableBureauMessageError for a batch that is not ours */
  async recordPaid(tx: Tx, { reference, at, amount, treasuryReference }: BatchPayment): Promise<void> {
    const id = await batchByReference(tx, reference);
    if (id === null) {
      throw new UnreadableBureauMessageError(SAY.no_such_batch_payment({ reference: reference.slice(0, 100) }));
    }
    const batch = await this.locked(tx, id);
    const payment: PaymentOfBatch = { treasuryReference, amount, paidAt: at ?? tx.now };
    if (!(await insertBatchPayment(tx, id, payment))) return;
    noteBatch(tx, 'pay', batch, batch.state, { treasuryReference, amount: amount.toJSON() });
    const left = await this.spread(tx, id);
    announceBatchPaid(tx, batch, payment, left);
  }

  /** Pays the claims that what has come covers. @returns what covers none yet */
  async spread(tx: Tx, batchId: string): Promise<Money> {
    const batch = await this.locked(tx, batchId);
    const payments = await paymentsOfBatch(tx, batch.id);
    const last = payments.at(-1);
    if (last === undefined) return Money.zero('CNY');
    const { paid, left } = spreadOf(receivedOf(payments), payableIn(await claimsOfBatch(tx, batch.id)));
    for (const id of paid) {
      const claim = await tx.lock(Claim, id);
      if (claim === null) throw new Error(`There is no claim ${id}`);
      const { acceptanceNumber, awarded: amount, awardedConsumptionTax: consumptionTax } = claim;
      const news = { ...PLAIN_NEWS, kind: 'paid' as const, reference: '', acceptanceNumber: acceptanceNumber ?? '' };
      await this.steps.perform(tx, claim, 'pay', {
        ...{ ...news, amount, consumptionTax, at: last.paidAt, treasuryReference: last.treasuryReference },
      });
      await tx.store(Claim, claim);
    }
    return left;
  }

  private async locked(tx: Tx, id: string): Promise<FilingBatch> {
    const batch = await tx.lock(FilingBatch, id);
    if (batch === null) throw new Error(`There is no batch ${id}`);
    return batch;
  }
}

export function receivedOf(payments: readonly PaymentOfBatch[]): Money {
  return Money.sum(
    payments.map(({ amount }) => amount),
    'CNY',
  );
}

/** Those that are still at the attempt that was filed with the batch: the treasury pays for these. */
export function payableIn(claims: readonly BatchedClaim[]): BatchedClaim[] {
  return claims.filter(({ isPresent, filing }) => isPresent && filing === 'taken');
}

/** The attempts that were filed with it and are still on their way. */
async function waitingIn(view: View, batchId: string): Promise<Filing[]> {
  const claims = await claimsOfBatch(view, batchId);
  const queued = new Set(claims.filter(({ state, isPresent }) => isPresent && state === 'queued').map(({ id }) => id));
  return (await filingsOfBatch(view, batchId)).filter(({ claim_id: id }) => queued.has(id));
}

function sendingOf({ reference, message }: FilingBatch): BatchSending | null {
  return reference === null || message === null ? null : { reference, message };
}
