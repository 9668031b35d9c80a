import { isDeepStrictEqual } from 'node:util';

import { Injectable } from '@nestjs/common';

import { type ApprovalDecision } from '../../approvals/index.js';
import { OrderBook } from '../../orders/index.js';
import { newId } from '../../kernel/ids.js';
import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { type Correction, corrected } from '../domain/correction.js';
import { SAY } from '../domain/customs.sentences.js';
import { tradeTermOf } from '../domain/data/trade-terms.js';
import { type Booked } from '../domain/booked.js';
import { type DeclarationForm, type Direction, missingTransport } from '../domain/declaration-form.js';
import { DECLARATION_MACHINE, MENDED_BY } from '../domain/declaration-status.js';
import { DeclarationBlockedError, DeclarationNotDraftedYetError } from '../domain/declaration.errors.js';
import { errorsAmong, type Finding } from '../domain/finding.js';
import { Declaration } from '../entities/declaration.entity.js';
import { Submission } from '../entities/submission.entity.js';
import { announceBlocked, announceCancelled, announceDraft, note } from './announce.js';
import { type Checked, DeclarationChecks } from './declaration-checks.service.js';
import { Departures } from './departures.service.js';
import { declaredFreight, formOf } from './drafting.js';

/** A declaration with its latest attempt, if it was ever declared. */
export interface Declared {
  readonly declaration: Declaration;
  readonly submission: Submission | null;
}

/** What happens to a declaration on our side: drafted from the order, completed, mended, declared, given up. */
@Injectable()
export class Declarations {
  constructor(
    private readonly orders: OrderBook,
    private readonly checks: DeclarationChecks,
    private readonly departures: Departures,
  ) {}

  /** One declaration per order; a second call finds it and changes nothing. */
  async draftFor(tx: Tx, orderId: string): Promise<void> {
    if ((await this.ofOrder(tx, orderId)) !== null) return;
    const order = await this.orders.snapshot(tx, orderId);
    const { tenantId, now } = tx;
    const form = formOf(order);
    const facts = { tenantId, id: newId(), direction: 'export', orderId, partyId: null } as const;
    await this.enter(tx, Declaration.draft({ ...facts, reference: order.reference, form, now }));
  }

  /** A new declaration, held against every rule. */
  async enter(tx: Tx, declaration: Declaration): Promise<void> {
    note(tx, 'draft', declaration, null);
    announceDraft(tx, declaration, true);
    await this.judge(tx, declaration);
    await tx.insert(Declaration, declaration);
  }

  /**
   * Keeps what the carrier confirmed, puts it in, and declares by itself when nothing is missing. Once declared, the form
   * stays: a later booking would need an amendment.
   * @throws DeclarationNotDraftedYetError when the booking was quicker than the draft
   */
  async complete(tx: Tx, orderId: string, booking: Booked): Promise<void> {
    const declaration = await this.ofOrder(tx, orderId);
    if (declaration === null) throw new DeclarationNotDraftedYetError(SAY.not_drafted_yet);
    const { state, form } = declaration;
    declaration.book(booking, tx);
    if (DECLARATION_MACHINE.allows(state, 'correct') || DECLARATION_MACHINE.allows(state, 'amend')) {
      await this.change(tx, declaration, await this.completed(tx, form, { orderId, booking }));
    }
    await tx.store(Declaration, declaration);
  }

  /** The booking does not hold any more; what it put in stays until something else is known. */
  async unbook(tx: Tx, orderId: string, bookingId: string): Promise<void> {
    const declaration = await this.ofOrder(tx, orderId);
    if (declaration?.booking?.bookingId !== bookingId) return;
    declaration.book(null, tx);
    await tx.store(Declaration, declaration);
  }

  private async completed(
    tx: Tx,
    form: DeclarationForm,
    { orderId, booking: { transport, charges } }: { orderId: string; booking: Booked },
  ): Promise<DeclarationForm> {
    const lacksFreight = form.freightCharge === null && tradeTermOf(form.incoterm)?.includesFreight === true;
    const freightCharge = lacksFreight
      ? (declaredFreight(await this.orders.snapshot(tx, orderId), charges) ?? undefined)
      : undefined;
    return corrected(form, { transport, freightCharge });
  }

  /** Corrections by the client; what waited for nothing else is declared at once. */
  async mend(
    tx: Tx,
    id: string,
    amend: (form: DeclarationForm) => DeclarationForm,
    direction: Direction = 'export',
  ): Promise<Declared> {
    const declaration = await this.locked(tx, id, direction);
    const submission = await this.change(tx, declaration, amend(declaration.form));
    await tx.store(Declaration, declaration);
    return { declaration, submission: submission ?? (await this.latest(tx, declaration)) };
  }

  /** Holds the form against today's rules and tables again. */
  async validateAgain(tx: Tx, id: string, direction: Direction = 'export'): Promise<Declared> {
    const declaration = await this.locked(tx, id, direction);
    const from = declaration.state;
    declaration.mend(declaration.form, tx);
    await this.judge(tx, declaration, from);
    if (declaration.hasErrors) await this.departures.askNobody(tx, declaration);
    await tx.store(Declaration, declaration);
    return { declaration, submission: await this.latest(tx, declaration) };
  }

  /**
   * @param correction transport, where it is given with the command
   * @throws DeclarationBlockedError with every error of the form
   * @throws BrokerMandateMissingError when nobody may declare it
   * @throws OrderNotFiledError when customs does not have the order, under a mode that asks for it first
   */
  async submit(tx: Tx, id: string, correction: Correction = {}, direction: Direction = 'export'): Promise<Declared> {
    const declaration = await this.locked(tx, id, direction);
    if (DECLARATION_MACHINE.allows(declaration.state, 'correct')) {
      const form = corrected(declaration.form, correction);
      await this.assertSound(tx, { ...declaration, form });
      declaration.mend(form, tx);
    }
    DECLARATION_MACHINE.next(declaration.state, 'submit');
    return this.declare(tx, declaration);
  }

  /** Declares anew what customs sent back: another attempt, with a message and a reference of its own. */
  async resubmit(tx: Tx, id: string, direction: Direction = 'export'): Promise<Declared> {
    const declaration = await this.locked(tx, id, direction);
    DECLARATION_MACHINE.next(declaration.state, 'resubmit');
    return this.declare(tx, declaration);
  }

  /** A second person was asked whether it may leave, and this came of it. News of an earlier request changes nothing. */
  async decided(tx: Tx, { approvalId, subjectId, state, why }: ApprovalDecision): Promise<void> {
    const declaration = await tx.lock(Declaration, subjectId);
    const standing = declaration?.approval;
    if (declaration === null || standing?.id !== approvalId || standing.state !== 'pending') return;
    const { state: from } = declaration;
    if (state === 'approved') {
      await this.judge(tx, declaration, from);
      if (declaration.hasErrors) await this.departures.askNobody(tx, declaration);
      else await this.leaveOrStay(tx, declaration);
    } else {
      declaration.stand({ ...standing, state, why }, tx);
      note(tx, 'decline', declaration, from, { approval: approvalId, outcome: state });
    }
    await tx.store(Declaration, declaration);
  }

  /** Customs has answered the order: what waited for that alone leaves, or says why it stays. */
  async goOn(tx: Tx, orderId: string): Promise<void> {
    const declaration = await this.ofOrder(tx, orderId);
    if (declaration === null || !DECLARATION_MACHINE.allows(declaration.state, 'correct')) return;
    if (missingTransport(declaration.form).length > 0) return;
    await this.change(tx, declaration, declaration.form);
    await tx.store(Declaration, declaration);
  }

  async cancel(tx: Tx, id: string, reason: string, direction: Direction = 'export'): Promise<Declared> {
    const declaration = await this.locked(tx, id, direction);
    await this.withdraw(tx, declaration, reason);
    return { declaration, submission: await this.latest(tx, declaration) };
  }

  /**
   * The order was cancelled. A declaration that left at the same moment stays: customs deletes it on request only, and
   * that is for a person.
   */
  async giveUp(tx: Tx, orderId: string, reason: string): Promise<void> {
    // The news may be here before that of the order itself, which then finds a declaration and drafts no other.
    await this.draftFor(tx, orderId);
    const declaration = await this.ofOrder(tx, orderId);
    if (declaration !== null && DECLARATION_MACHINE.allows(declaration.state, 'cancel')) {
      await this.withdraw(tx, declaration, reason);
    }
  }

  private async withdraw(tx: Tx, declaration: Declaration, reason: string): Promise<void> {
    const from = declaration.state;
    await this.departures.askNobody(tx, declaration);
    declaration.cancel(tx);
    note(tx, 'cancel', declaration, from, { reason });
    announceCancelled(tx, declaration, reason);
    await tx.store(Declaration, declaration);
  }

  private async declare(tx: Tx, declaration: Declaration): Promise<Declared> {
    declaration.note(await this.assertSound(tx, declaration), tx);
    const { submission, refusal } = await this.departures.leave(tx, declaration);
    if (refusal !== null) throw refusal;
    await tx.store(Declaration, declaration);
    return { declaration, submission: submission ?? (await this.latest(tx, declaration)) };
  }

  /** Where nobody gave the command there is nobody to refuse it to: it stays, and says why. */
  private async leaveOrStay(tx: Tx, declaration: Declaration): Promise<Submission | null> {
    const { submission, findings } = await this.departures.leave(tx, declaration);
    if (findings.length === 0) return submission;
    const { state: from } = declaration;
    await this.departures.askNobody(tx, declaration);
    declaration.note([...declaration.findings, ...findings], tx);
    if (from === 'draft') {
      declaration.block(tx);
      announceBlocked(tx, declaration);
    }
    note(tx, 'block', declaration, from, { errors: findings.length });
    return null;
  }

  /** @returns the attempt, when the change made the declaration ready to leave */
  private async change(tx: Tx, declaration: Declaration, form: DeclarationForm): Promise<Submission | null> {
    const from = declaration.state;
    declaration.mend(form, tx);
    note(tx, MENDED_BY[from] ?? 'correct', declaration, from);
    await this.judge(tx, declaration, from);
    // An export leaves with its booking; whoever imports says when, for taxes fall due by it.
    const isReady =
      declaration.direction === 'export' && declaration.state === 'draft' && missingTransport(form).length === 0;
    if (isReady) return this.leaveOrStay(tx, declaration);
    await this.departures.askNobody(tx, declaration);
    return null;
  }

  /** Notes what is wrong with the form; errors block a draft. What customs sent back stays `rejected` meanwhile. */
  private async judge(tx: Tx, declaration: Declaration, from: Declaration['state'] = 'draft'): Promise<void> {
    const isLeaving = missingTransport(declaration.form).length === 0;
    const known = errorsAmong(declaration.findings);
    declaration.note(await this.checks.findings(tx, declaration, isLeaving), tx);
    if (declaration.state !== 'draft') return;
    if (declaration.hasErrors) {
      const errors = errorsAmong(declaration.findings);
      declaration.block(tx);
      if (from === 'blocked' && isDeepStrictEqual(errors, known)) return;
      note(tx, 'block', declaration, from, { errors: errors.length });
      announceBlocked(tx, declaration);
    } else if (from === 'blocked') {
      announceDraft(tx, declaration, false);
    }
  }

  /** @throws DeclarationBlockedError */
  private async assertSound(tx: Tx, checked: Checked): Promise<readonly Finding[]> {
    const findings = await this.checks.findings(tx, checked, true);
    const errors = errorsAmong(findings);
    if (errors.length > 0) throw new DeclarationBlockedError(errors);
    return findings;
  }

  private async locked(tx: Tx, id: string, direction: Direction): Promise<Declaration> {
    const declaration = await tx.lock(Declaration, id);
    if (declaration?.direction !== direction) throw new ResourceNotFoundError(SAY.no_such_declaration);
    tx.assertFresh(declaration);
    return declaration;
  }

  private ofOrder(tx: Tx, orderId: string): Promise<Declaration | null> {
    return tx.manager.findOne(Declaration, {
      where: { tenantId: tx.tenantId, orderId },
      lock: { mode: 'for_no_key_update' },
    });
  }

  private async latest(tx: Tx, { id, attempt }: Declaration): Promise<Submission | null> {
    if (attempt === 0) return null;
    return tx.manager.findOneBy(Submission, { tenantId: tx.tenantId, declarationId: id, attempt });
  }
}
