import { isDeepStrictEqual } from 'node:util';

import { Injectable } from '@nestjs/common';

import { type ApprovalDecision } from '../../approvals/index.js';
import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { type Correction, corrected } from '../domain/correction.js';
import { SAY } from '../domain/customs.sentences.js';
import { type DeclarationForm, type Direction, missingTransport } from '../domain/declaration-form.js';
import { DECLARATION_MACHINE, MENDED_BY } from '../domain/declaration-status.js';
import { DeclarationBlockedError } from '../domain/declaration.errors.js';
import { errorsAmong, type Finding } from '../domain/finding.js';
import { Declaration } from '../entities/declaration.entity.js';
import { Submission } from '../entities/submission.entity.js';
import { announceBlocked, announceCancelled, announceDraft, note } from './announce.js';
import { type Checked, DeclarationChecks } from './declaration-checks.service.js';
import { Departures } from './departures.service.js';

/** A declaration with its latest attempt, if it was ever declared. */
export interface Declared {
  readonly declaration: Declaration;
  readonly submission: Submission | null;
}

/** What happens to a declaration on our side: entered, mended, declared, given up. */
@Injectable()
export class Declarations {
  constructor(
    private readonly checks: DeclarationChecks,
    private readonly departures: Departures,
  ) {}

  /** A new declaration, held against every rule. */
  async enter(tx: Tx, declaration: Declaration): Promise<void> {
    note(tx, 'draft', declaration, null);
    announceDraft(tx, declaration, true);
    await this.judge(tx, declaration);
    await tx.insert(Declaration, declaration);
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

  async cancel(tx: Tx, id: string, reason: string, direction: Direction = 'export'): Promise<Declared> {
    const declaration = await this.locked(tx, id, direction);
    await this.withdraw(tx, declaration, reason);
    return { declaration, submission: await this.latest(tx, declaration) };
  }

  /** Gives it up; the caller holds it. @throws IllegalTransitionError while it is with customs */
  async withdraw(tx: Tx, declaration: Declaration, reason: string): Promise<void> {
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

  /**
   * Puts another form in; the caller holds the declaration and stores it.
   * @returns the attempt, when the change made the declaration ready to leave
   */
  async change(tx: Tx, declaration: Declaration, form: DeclarationForm): Promise<Submission | null> {
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

  private async latest(tx: Tx, { id, attempt }: Declaration): Promise<Submission | null> {
    if (attempt === 0) return null;
    return tx.manager.findOneBy(Submission, { tenantId: tx.tenantId, declarationId: id, attempt });
  }
}
