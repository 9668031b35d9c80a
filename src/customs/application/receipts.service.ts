import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { type Tx } from '../../platform/database/session.js';
import { isAskable } from '../domain/declaration-request.js';
import { supplementAskedBy } from '../domain/supplement.js';
import { isOfRequest, planFor, rankOf, type Receipt, type StepCommand } from '../domain/receipt.js';
import { Declaration } from '../entities/declaration.entity.js';
import {
  type Addressee,
  addressReceipts,
  holdNumber,
  type KeptReceipt,
  keepReceipt,
  type ReceiptSource,
  settleReceipt,
  unsettledReceipts,
} from '../entities/receipts.table.js';
import { type Submission } from '../entities/submission.entity.js';
import { RequestOutcomes } from './request-outcomes.service.js';
import { TaxBills } from './tax-bills.service.js';
import { announceQuestion, announceStep, awaitCustoms, note } from './announce.js';

/**
 * Keeps what customs says and lets it move the declaration. Receipts come late, twice, out of order, and before we
 * know the number they name: each is kept once, waits for its declaration, and only ever moves it forward.
 */
@Injectable()
export class Receipts {
  constructor(
    private readonly requests: RequestOutcomes,
    private readonly bills: TaxBills,
  ) {}

  async take(tx: Tx, receipts: readonly Receipt[], source: ReceiptSource): Promise<void> {
    if (receipts.length > 1) await this.holdNumbers(tx, receipts);
    for (const receipt of receipts) {
      const addressee = await keepReceipt(tx, receipt, digestOf(receipt), source);
      if (addressee === null) continue;
      const declaration = await tx.lock(Declaration, addressee.declaration_id);
      if (declaration !== null && (await this.settle(tx, declaration, addressee))) {
        await tx.store(Declaration, declaration);
      }
    }
  }

  /** Before any row is locked, and the single window's numbers first: two that wait for each other never end. */
  private async holdNumbers(tx: Tx, receipts: readonly Receipt[]): Promise<void> {
    const sequenceNumbers = receipts.map(({ sequenceNumber }) => sequenceNumber);
    const entryNumbers = receipts
      .filter((receipt) => receipt.sequenceNumber === null)
      .map((receipt) => receipt.entryNumber);
    for (const number of new Set([...sequenceNumbers, ...entryNumbers])) {
      if (number !== null) await holdNumber(tx, number);
    }
  }

  /** A number of the single window's has become ours: receipts that came before are waiting under it. @returns as settle */
  async recognise(tx: Tx, declaration: Declaration, submission: Submission, sequenceNumber: string): Promise<boolean> {
    const { id: submission_id, attempt } = submission;
    const addressee = { declaration_id: declaration.id, submission_id, attempt, request_id: null };
    await addressReceipts(tx, addressee, { sequenceNumber, entryNumber: null });
    return this.settle(tx, declaration, addressee);
  }

  /** The same of a request. @returns whether the declaration changed; the caller stores it */
  async recogniseRequest(
    tx: Tx,
    declaration: Declaration,
    addressee: Addressee,
    sequenceNumber: string,
  ): Promise<boolean> {
    await addressReceipts(tx, addressee, { sequenceNumber, entryNumber: null });
    return this.settle(tx, declaration, addressee);
  }

  /** Applies all that waits for this attempt. @returns whether the declaration changed; the caller stores it */
  private async settle(tx: Tx, declaration: Declaration, addressee: Addressee): Promise<boolean> {
    const { state: before, form, supplementAsked, expectedBy, inspected } = declaration;
    const knew = declaration.entryNumber;
    await this.pass(tx, declaration, addressee);
    if (declaration.entryNumber !== null && declaration.entryNumber !== knew) {
      // The vessel may have been reported before we knew our own number.
      await holdNumber(tx, declaration.entryNumber);
      const unnamed = { ...addressee, request_id: null };
      await addressReceipts(tx, unnamed, { sequenceNumber: null, entryNumber: declaration.entryNumber });
      await this.pass(tx, declaration, addressee);
    }
    const hasMoved = declaration.state !== before;
    const waitsOtherwise = declaration.expectedBy !== expectedBy;
    if (hasMoved || waitsOtherwise) awaitCustoms(tx, declaration);
    const learned = declaration.inspected !== inspected || declaration.supplementAsked !== supplementAsked;
    return hasMoved || waitsOtherwise || learned || declaration.form !== form;
  }

  private async pass(tx: Tx, declaration: Declaration, addressee: Addressee): Promise<void> {
    const waiting = await unsettledReceipts(tx, addressee);
    waiting.sort((left, right) => rankOf(left.kind) - rankOf(right.kind));
    for (const receipt of waiting) {
      if (isOfRequest(receipt.kind)) {
        const heard = await this.requests.hear(tx, declaration, receipt);
        await settleReceipt(tx, receipt.id, heard.outcome, heard.steps);
        continue;
      }
      if (addressee.attempt !== declaration.attempt) {
        await settleReceipt(tx, receipt.id, 'superseded');
        continue;
      }
      if (receipt.kind === 'tax_bill') {
        await settleReceipt(tx, receipt.id, await this.bills.take(tx, declaration, receipt));
        continue;
      }
      const { steps, outcome } = planFor(declaration, receipt);
      for (const step of steps) await this.perform(tx, declaration, addressee, step, receipt);
      this.hearQuestion(tx, declaration, receipt);
      await settleReceipt(tx, receipt.id, outcome, steps);
    }
  }

  /** A question counts once, on whatever receipt it comes, until the goods are released. */
  private hearQuestion(tx: Tx, declaration: Declaration, receipt: KeptReceipt): void {
    const question = supplementAskedBy(receipt);
    if (question === null || declaration.supplementAsked !== null || !isAskable('supplement', declaration.state))
      return;
    declaration.question(question, tx);
    note(tx, 'question', declaration, declaration.state, { code: receipt.code });
    announceQuestion(tx, declaration);
  }

  private async perform(
    tx: Tx,
    declaration: Declaration,
    { submission_id }: Addressee,
    step: StepCommand,
    receipt: Receipt,
  ): Promise<void> {
    const from = declaration.state;
    switch (step) {
      case 'accept':
        declaration.accept(receipt.entryNumber ?? '', tx);
        await this.markSubmission(tx, submission_id, 'accepted', null);
        break;
      case 'review':
        declaration.review(tx);
        break;
      case 'conclude':
        declaration.conclude(tx);
        break;
      case 'inspect':
        declaration.inspect(tx);
        break;
      case 'learn_inspection':
        declaration.learnInspection(tx);
        break;
      case 'release':
        declaration.release(tx);
        break;
      case 'depart':
        declaration.depart(receipt.exportDate ?? declaration.exportDate ?? '', tx);
        break;
      case 'clear':
        declaration.clear(tx);
        break;
      case 'reject':
        declaration.reject(receipt.note === '' ? receipt.code : receipt.note, tx);
        await this.markSubmission(tx, submission_id, 'rejected', declaration.rejectionReason);
        await this.requests.overtakeOpen(tx, declaration);
        await this.bills.lift(tx, declaration);
        break;
    }
    note(tx, step, declaration, from, { code: receipt.code });
    announceStep(tx, declaration, step);
  }

  private async markSubmission(tx: Tx, id: string, state: string, reason: string | null): Promise<void> {
    await tx.query(`UPDATE customs.submission SET state = $3, reason = $4 WHERE tenant_id = $1 AND id = $2`, [
      tx.tenantId,
      id,
      state,
      reason,
    ]);
  }
}

/** The same words are the same receipt, whichever way they came. */
function digestOf({ body }: Receipt): string {
  return createHash('sha256').update(body.replace(/>\s+</g, '><').trim()).digest('hex');
}
