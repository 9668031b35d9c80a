import { Injectable } from '@nestjs/common';

import { type Tx, type View } from '../../platform/database/session.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { beginningOf } from '../../platform/partners/storable-text.js';
import { type BureauNews, explainsLate, PLAIN_NEWS, stepsFor } from '../domain/bureau-news.js';
import { type Doubt } from '../domain/doubt.js';
import { UnreadableBureauMessageError } from '../domain/claim.errors.js';
import { SAY } from '../domain/tax-refund.sentences.js';
import { Claim } from '../entities/claim.entity.js';
import { FilingBatch } from '../entities/filing-batch.entity.js';
import { answerFiling, type Filing, filingByReference, filingsOf, findFiling } from '../entities/filings.table.js';
import { type AskBureau, CHECK_BATCH, FILE_BATCH, FILE_CLAIM, SPREAD_PAYMENTS } from '../jobs/tax-refund.job.js';
import { AgencyGate } from './agency-gate.service.js';
import {
  announceHeld,
  announceOverdue,
  announceStep,
  awaitBureau,
  entrustedBy,
  note,
  noteGoingOn,
} from './announce.js';
import { BureauSteps } from './bureau-steps.service.js';
import { announceDoubted } from './claim-news.js';

/** An attempt whose turn has come. */
export interface Sending {
  readonly filing: Filing;
  /** True while an agency agreement lets it be sent, where it needs one. */
  readonly isEntrusted: boolean;
}

/** What becomes of the attempts: taken, held back, refused, lost, asked for, and moved on by what the bureau says. */
@Injectable()
export class Filings {
  constructor(
    private readonly steps: BureauSteps,
    private readonly agencies: AgencyGate,
  ) {}

  /** The attempt, as long as it is still to be sent. */
  async toSend(view: View, id: string): Promise<Sending | null> {
    const filing = await findFiling(view, id);
    if (filing === null) throw new Error(`There is no filing ${id}`);
    const claim = await view.find(Claim, filing.claim_id);
    if (claim?.state !== 'queued' || claim.attempt !== filing.attempt) return null;
    const { lack } = await this.agencies.askAgain(view, claim);
    return { filing, isEntrusted: lack === null };
  }

  /**
   * The agreement ended after the command and before the claim was sent: it waits for another one. What may be sent after
   * all, because an agreement came meanwhile, has its turn again.
   */
  async hold(tx: Tx, { id, claim_id, attempt }: Filing): Promise<void> {
    const claim = await this.locked(tx, claim_id);
    if (claim.state !== 'queued' || claim.attempt !== attempt) return;
    const { lack } = await this.agencies.askAgain(tx, claim);
    if (lack === null) {
      enqueue(tx, FILE_CLAIM, { filingId: id });
      return;
    }
    await answerFiling(tx, claim, { state: 'withheld', acceptanceNumber: null, reason: null });
    const details = { attempt, ...entrustedBy(claim) };
    claim.hold(lack, tx);
    note(tx, 'hold', claim, 'queued', details);
    announceHeld(tx, claim, lack);
    await tx.store(Claim, claim);
  }

  /**
   * The bureau has it, under a number of its own.
   * @param isEntrusted false where the agreement ended after it was sent, which is then not called back
   */
  async recordTaken(
    tx: Tx,
    { reference, claim_id }: Filing,
    acceptanceNumber: string,
    isEntrusted = true,
  ): Promise<void> {
    if (!isEntrusted) {
      const claim = await this.locked(tx, claim_id);
      noteGoingOn(tx, claim, { ...entrustedBy(claim), agreementEndedAfterSending: true });
    }
    await this.take(tx, { ...PLAIN_NEWS, kind: 'received', reference, acceptanceNumber, at: tx.now });
  }

  /** The bureau does not take the claim as it is. */
  async recordRefused(tx: Tx, { claim_id, attempt }: Filing, reason: string): Promise<void> {
    const claim = await this.locked(tx, claim_id);
    if (claim.state !== 'queued' || claim.attempt !== attempt) return;
    await answerFiling(tx, claim, { state: 'refused', acceptanceNumber: null, reason });
    claim.reject(reason, tx);
    note(tx, 'reject', claim, 'queued', { attempt });
    announceStep(tx, claim, 'reject', PLAIN_NEWS);
    await tx.store(Claim, claim);
  }

  /** The self-check found doubts, and the bureau does not have it: it waits until they are answered, or mended. */
  async recordDoubted(tx: Tx, { claim_id, attempt }: Filing, doubts: readonly Doubt[]): Promise<void> {
    const claim = await this.locked(tx, claim_id);
    if (claim.state !== 'queued' || claim.attempt !== attempt) return;
    const reason = doubts.map(({ code, text }) => `${code} ${text}`).join('; ');
    await answerFiling(tx, claim, { state: 'doubted', acceptanceNumber: null, reason: beginningOf(reason, 1_000) });
    claim.doubt(doubts, tx);
    note(tx, 'doubt', claim, 'queued', { attempt, doubts: doubts.map(({ code }) => code) });
    announceDoubted(tx, claim);
    await tx.store(Claim, claim);
  }

  /**
   * Lets what the bureau says move the claim. Messages come late, twice, and out of order: an attempt only ever goes
   * forward, and what it must have passed is made up for.
   * @throws UnreadableBureauMessageError when it is about a claim that is not ours
   */
  async take(tx: Tx, news: BureauNews): Promise<void> {
    const filing = await filingByReference(tx, news.reference);
    if (filing === null) {
      throw new UnreadableBureauMessageError(SAY.never_filed({ reference: news.reference.slice(0, 100) }));
    }
    const claim = await this.locked(tx, filing.claim_id);
    if (filing.attempt !== claim.attempt) return;
    const steps = stepsFor(claim, news);
    if (steps.length > 0) {
      for (const step of steps) {
        // What is made up for says nothing of its own: the figures of a recovery are not those of the payment before it.
        const isKnown = !(await this.steps.perform(tx, claim, step, step === 'claw_back' ? news : paymentOf(news)));
        if (isKnown) return;
      }
      awaitBureau(tx, claim);
      // What the treasury paid for its batch may have waited for this.
      if (filing.batch_id !== null && claim.state === 'approved')
        enqueue(tx, SPREAD_PAYMENTS, { batchId: filing.batch_id });
    } else if (explainsLate(claim, news)) {
      claim.explain(news.reason, tx);
      note(tx, 'explain', claim, claim.state);
    } else {
      return;
    }
    await tx.store(Claim, claim);
  }

  /** The wait that a question was promised for, if it still lasts: the attempt to ask for. */
  async overdue(view: View, wait: AskBureau): Promise<Filing | null> {
    const claim = await view.find(Claim, wait.claimId);
    if (claim === null || !stillWaits(claim, wait)) return null;
    return (await filingsOf(view, claim.id)).find(({ attempt }) => attempt === claim.attempt) ?? null;
  }

  /**
   * The bureau was asked. What it told is taken like any callback; if that moves nothing, or it could not be reached,
   * somebody is told, and it is asked again later. A claim that it never had is sent again under its old reference,
   * which can do no harm if it had it after all.
   * @param told null when the bureau does not know the claim, 'silence' when it could not be reached
   */
  async recordAsked(tx: Tx, wait: AskBureau, filing: Filing, told: BureauNews | null | 'silence'): Promise<void> {
    if (told !== null && told !== 'silence') await this.take(tx, told);
    const claim = await this.locked(tx, wait.claimId);
    if (!stillWaits(claim, wait)) return;
    const { state } = claim;
    const isLost = state === 'queued' || (state === 'filed' && told === null);
    if (isLost && state === 'filed') claim.resend(tx);
    else claim.waitLonger(tx);
    if (isLost) await this.sendAgain(tx, filing);
    note(tx, 'ask', claim, state, { asks: claim.asks });
    announceOverdue(tx, claim, wait.state, wait.expectedBy);
    awaitBureau(tx, claim);
    await tx.store(Claim, claim);
  }

  /** By itself, or with the batch that it belongs to. */
  private async sendAgain(tx: Tx, { id, batch_id: batchId }: Filing): Promise<void> {
    const batch = batchId === null ? null : await tx.find(FilingBatch, batchId);
    if (batch === null) enqueue(tx, FILE_CLAIM, { filingId: id });
    else if (batch.checkedAt === null) enqueue(tx, CHECK_BATCH, { batchId: batch.id, attempt: batch.attempt });
    else enqueue(tx, FILE_BATCH, { batchId: batch.id });
  }

  private async locked(tx: Tx, id: string): Promise<Claim> {
    const claim = await tx.lock(Claim, id);
    if (claim === null) throw new Error(`There is no claim ${id}`);
    return claim;
  }
}

function stillWaits({ state, expectedBy }: Claim, wait: AskBureau): boolean {
  return state === wait.state && expectedBy?.toISOString() === wait.expectedBy;
}

/** The same without what only a recovery says. */
function paymentOf(news: BureauNews): BureauNews {
  return news.kind === 'clawed_back' ? { ...news, amount: null, consumptionTax: null, reason: null } : news;
}
