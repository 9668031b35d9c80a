import { Injectable } from '@nestjs/common';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { SAY } from '../domain/claim-life.sentences.js';
import { type DocumentReference, unanswered, blocking, withAnswer } from '../domain/doubt.js';
import { daysLeft, type Inquiry, nextReminder } from '../domain/inquiry.js';
import { SAY as SAY_OF_CLAIMS } from '../domain/tax-refund.sentences.js';
import { Claim } from '../entities/claim.entity.js';
import { REMIND_ANSWER, type RemindAnswer } from '../jobs/tax-refund.job.js';
import { awaitBureau, note } from './announce.js';
import { announceAnswerDue } from './claim-news.js';
import { Claims, isWindowClosed } from './claims.service.js';

/** What is replied, and the papers that it stands on. */
export interface Reply {
  readonly text: string;
  readonly documents: readonly DocumentReference[];
}

/** Promises the reminder that comes next, while an inquiry waits for its answer. */
export function remindOf(tx: Tx, claimId: string, { number, dueOn }: Inquiry): void {
  const next = dueOn === null ? null : nextReminder(dueOn, tx.now);
  if (dueOn === null || next === null) return;
  enqueue(tx, REMIND_ANSWER, { claimId, number, dueOn }, { dueAt: next.dueAt });
}

/** What is answered to the bureau: to the doubts of its self-check before a claim is filed, to its inquiries afterwards. */
@Injectable()
export class ClaimAnswers {
  constructor(private readonly claims: Claims) {}

  /**
   * Answers a doubt. With the last answer the claim is filed by itself, unless something blocks it.
   * @throws ResourceNotFoundError, IllegalTransitionError
   */
  async answerDoubt(tx: Tx, id: string, number: number, { text, documents }: Reply): Promise<void> {
    const claim = await this.locked(tx, id);
    this.claims.assertFileable(claim);
    const answered = withAnswer(claim.doubts, number, { text, documents, at: tx.now.toISOString() });
    if (answered === null || claim.state !== 'doubted') {
      throw new ResourceNotFoundError(SAY.no_such_doubt({ number }));
    }
    claim.explainDoubts(answered, tx);
    note(tx, 'explain', claim, claim.state, { doubt: number });
    const isExplained = unanswered(answered).length === 0 && blocking(answered).length === 0;
    if (isExplained && !isWindowClosed(tx, claim) && (await this.claims.mayLeave(tx, claim))) {
      await this.claims.leave(tx, claim);
    }
    await tx.store(Claim, claim);
  }

  /** Keeps what was replied to the bureau's inquiry; the reply itself goes by letter. */
  async answer(tx: Tx, id: string, { text, documents }: Reply): Promise<void> {
    const claim = await this.locked(tx, id);
    const from = claim.state;
    claim.answer({ text, documents, at: tx.now.toISOString() }, tx);
    note(tx, 'answer', claim, from);
    awaitBureau(tx, claim);
    await tx.store(Claim, claim);
  }

  /**
   * Notes that the bureau granted more time for the answer.
   * @throws ResourceNotFoundError when this inquiry is not open, InvalidInputError when the day is no later one
   */
  async extend(tx: Tx, id: string, number: number, dueOn: LocalDate, reason: string): Promise<void> {
    const claim = await this.locked(tx, id);
    const open = claim.openInquiry;
    if (open?.number !== number) throw new ResourceNotFoundError(SAY.no_such_inquiry({ number }));
    if (open.dueOn !== null && dueOn <= open.dueOn) {
      const message = SAY.not_later({ dueOn: open.dueOn });
      throw new InvalidInputError([{ pointer: '/dueOn', code: 'not_later', message }]);
    }
    const extensions = [...open.extensions, { dueOn, reason, at: tx.now.toISOString() }];
    claim.changeInquiry({ dueOn, extensions, isOverdue: daysLeft(dueOn, tx.now) < 0 }, tx);
    note(tx, 'extend', claim, claim.state, { inquiry: number, dueOn, reason });
    remindOf(tx, id, { ...open, dueOn });
    await tx.store(Claim, claim);
  }

  /** A reminder whose day has come: somebody is told, as long as the inquiry waits and its last day is still the same. */
  async remind(tx: Tx, { claimId, number, dueOn }: RemindAnswer): Promise<void> {
    const claim = await tx.lock(Claim, claimId);
    const open = claim?.openInquiry ?? null;
    if (claim === null || open?.number !== number || open.dueOn !== dueOn) return;
    const left = daysLeft(dueOn, tx.now);
    if (left < 0) claim.changeInquiry({ isOverdue: true }, tx);
    announceAnswerDue(tx, claim, number, dueOn, left);
    remindOf(tx, claimId, open);
    await tx.store(Claim, claim);
  }

  private async locked(tx: Tx, id: string): Promise<Claim> {
    const claim = await tx.lock(Claim, id);
    if (claim === null) throw new ResourceNotFoundError(SAY_OF_CLAIMS.no_such_claim);
    tx.assertFresh(claim);
    return claim;
  }
}
