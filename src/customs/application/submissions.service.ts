import { Injectable } from '@nestjs/common';

import { type Tx, type View } from '../../platform/database/session.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { type Receipt } from '../domain/receipt.js';
import { Declaration } from '../entities/declaration.entity.js';
import { holdNumber } from '../entities/receipts.table.js';
import { Submission } from '../entities/submission.entity.js';
import { type AskCustoms } from '../jobs/ask-customs.job.js';
import { SUBMIT_DECLARATION } from '../jobs/submit-declaration.job.js';
import { type ImportAnswer } from '../partners/customs-window.port.js';
import {
  announceBlocked,
  announceOverdue,
  announceStep,
  announceSubmitted,
  awaitCustoms,
  entrustedBy,
  note,
} from './announce.js';
import { BrokerGate } from './broker-gate.service.js';
import { type Declared } from './declarations.service.js';
import { Receipts } from './receipts.service.js';

/** An attempt whose turn has come. */
export interface Sending {
  readonly submission: Submission;
  /** True while the broker's mandate that it was written under still lets it be sent. */
  readonly isEntrusted: boolean;
}

/** What becomes of the attempts: taken, held back, refused, lost, asked for. */
@Injectable()
export class Submissions {
  constructor(
    private readonly receipts: Receipts,
    private readonly brokers: BrokerGate,
  ) {}

  /** The attempt, as long as it is still to be sent. */
  async toSend(view: View, id: string): Promise<Sending | null> {
    const submission = await view.find(Submission, id);
    if (submission === null) throw new Error(`There is no submission ${id}`);
    const declaration = await view.find(Declaration, submission.declarationId);
    if (declaration?.state !== 'queued' || declaration.attempt !== submission.attempt) return null;
    const { findings } = await this.brokers.askAgain(view, declaration, submission.mandateId);
    return { submission, isEntrusted: findings.length === 0 };
  }

  /**
   * The mandate ended after the command and before the message was sent: the declaration waits for another one. What may
   * be sent after all, because a mandate came meanwhile, has its turn again.
   */
  async hold(tx: Tx, id: string): Promise<void> {
    const { declaration, submission } = await this.locked(tx, id);
    if (declaration.state !== 'queued' || declaration.attempt !== submission.attempt) return;
    const { findings } = await this.brokers.askAgain(tx, declaration, submission.mandateId);
    if (findings.length === 0) {
      enqueue(tx, SUBMIT_DECLARATION, { submissionId: id });
      return;
    }
    await this.answer(tx, id, 'withheld', { sequenceNumber: null, text: null, reason: null });
    declaration.hold([...declaration.findings, ...findings], tx);
    note(tx, 'hold', declaration, 'queued', { attempt: submission.attempt, ...entrustedBy(declaration, submission) });
    announceBlocked(tx, declaration);
    await tx.store(Declaration, declaration);
  }

  /**
   * Customs has it, under a number of its own.
   * @param isEntrusted false where the mandate ended after the message was sent, which is then not called back
   */
  async recordTaken(tx: Tx, id: string, { sequenceNumber, text }: ImportAnswer, isEntrusted = true): Promise<void> {
    await holdNumber(tx, sequenceNumber);
    const { declaration, submission } = await this.locked(tx, id);
    if (submission.sequenceNumber === sequenceNumber && declaration.state !== 'queued') return;
    await this.answer(tx, id, 'taken', { sequenceNumber, text, reason: null });
    if (declaration.state === 'queued' && declaration.attempt === submission.attempt) {
      declaration.sent(tx);
      const details = { attempt: declaration.attempt, ...entrustedBy(declaration, submission) };
      note(tx, 'send', declaration, 'queued', isEntrusted ? details : { ...details, mandateEndedAfterSending: true });
      announceSubmitted(tx, declaration);
    }
    const hasMoved = await this.receipts.recognise(tx, declaration, submission, sequenceNumber);
    if (!hasMoved) awaitCustoms(tx, declaration);
    await tx.store(Declaration, declaration);
  }

  /** Customs does not take the message as it is: mend it, declare it anew. */
  async recordRefused(tx: Tx, id: string, reason: string): Promise<void> {
    const { declaration, submission } = await this.locked(tx, id);
    if (declaration.state !== 'queued' || declaration.attempt !== submission.attempt) return;
    await this.answer(tx, id, 'refused', { sequenceNumber: null, text: reason, reason });
    declaration.reject(reason, tx);
    note(tx, 'reject', declaration, 'queued', { attempt: declaration.attempt });
    announceStep(tx, declaration, 'reject');
    await tx.store(Declaration, declaration);
  }

  /** The wait that a question was promised for, if it still lasts. */
  async overdue(view: View, wait: AskCustoms): Promise<Declared | null> {
    const declaration = await view.find(Declaration, wait.declarationId);
    if (declaration === null || !stillWaits(declaration, wait)) return null;
    const { id: declarationId, attempt } = declaration;
    const submission = await view.manager.findOneBy(Submission, { tenantId: view.tenantId, declarationId, attempt });
    return { declaration, submission };
  }

  /**
   * Customs was asked. What it told is taken like any callback; if that moves nothing, or customs could not be
   * reached, somebody is told, and it is asked again later. A message that customs never had is sent again under its
   * old reference, which can do no harm if it had it after all.
   * @param told null when customs does not know the attempt, 'silence' when it could not be reached
   */
  async recordAsked(tx: Tx, wait: AskCustoms, told: readonly Receipt[] | null | 'silence'): Promise<void> {
    if (told !== null && told !== 'silence') await this.receipts.take(tx, told, 'asked');
    const declaration = await tx.lock(Declaration, wait.declarationId);
    if (declaration === null || !stillWaits(declaration, wait)) return;
    const { state } = declaration;
    const isLost = state === 'queued' || (state === 'submitted' && told === null);
    if (isLost && state === 'submitted') declaration.resend(tx);
    else declaration.waitLonger(tx);
    if (isLost) await this.sendAgain(tx, declaration);
    note(tx, 'ask', declaration, state, { asks: declaration.asks });
    announceOverdue(tx, declaration, wait.state, wait.expectedBy);
    awaitCustoms(tx, declaration);
    await tx.store(Declaration, declaration);
  }

  private async sendAgain(tx: Tx, { id: declarationId, attempt }: Declaration): Promise<void> {
    const submission = await tx.manager.findOneByOrFail(Submission, { tenantId: tx.tenantId, declarationId, attempt });
    enqueue(tx, SUBMIT_DECLARATION, { submissionId: submission.id });
  }

  private async locked(tx: Tx, id: string): Promise<{ declaration: Declaration; submission: Submission }> {
    const submission = await tx.find(Submission, id);
    const declaration = submission === null ? null : await tx.lock(Declaration, submission.declarationId);
    if (submission === null || declaration === null) throw new Error(`There is no submission ${id}`);
    return { declaration, submission };
  }

  private async answer(
    tx: Tx,
    id: string,
    state: string,
    { sequenceNumber, text, reason }: { sequenceNumber: string | null; text: string | null; reason: string | null },
  ): Promise<void> {
    await tx.query(
      `UPDATE customs.submission SET state = $3, sequence_number = $4, answer = $5, reason = $6, answered_at = $7
       WHERE tenant_id = $1 AND id = $2`,
      [tx.tenantId, id, state, sequenceNumber, text, reason, tx.now],
    );
  }
}

function stillWaits({ state, expectedBy }: Declaration, wait: AskCustoms): boolean {
  return state === wait.state && expectedBy?.toISOString() === wait.expectedBy;
}
