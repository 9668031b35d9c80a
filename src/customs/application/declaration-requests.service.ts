import { isDeepStrictEqual } from 'node:util';

import { Injectable } from '@nestjs/common';

import { type ApprovalDecision, Approvals } from '../../approvals/index.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { newId, publicId } from '../../kernel/ids.js';
import { told } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { BrokerMandateMissingError } from '../domain/broker-mandate.errors.js';
import { SAY as SAY_OF_MANDATES } from '../domain/customs.sentences.js';
import { type AskedRefund } from '../domain/imports/refundable-tax.js';
import { type DeclarationForm } from '../domain/declaration-form.js';
import { RequestNotPossibleError, RequestOpenError } from '../domain/declaration-request.errors.js';
import { ASKED_OF_IMPORTS, isAskable, type RequestKind, whyNotAskable } from '../domain/declaration-request.js';
import { NOTHING_ASKED, NOTHING_LEAVES, SAY_OF_REQUESTS } from '../domain/declaration-request.sentences.js';
import { DeclarationBlockedError } from '../domain/declaration.errors.js';
import { SAY as SAY_OF_CHECKS } from '../domain/validation.sentences.js';
import { errorsAmong, type Finding } from '../domain/finding.js';
import { assertAnswers, type SupplementAnswer } from '../domain/supplement.js';
import { DeclarationRequest } from '../entities/declaration-request.entity.js';
import { openRequest } from '../entities/declaration-requests.table.js';
import { Declaration } from '../entities/declaration.entity.js';
import { Submission } from '../entities/submission.entity.js';
import { SEND_REQUEST } from '../jobs/send-request.job.js';
import { CustomsWindow, type RequestFacts } from '../partners/customs-window.port.js';
import { BrokerGate } from './broker-gate.service.js';
import { DeclarationChecks } from './declaration-checks.service.js';
import { requestingOf } from './declaring.js';
import { TaxRefundOutcomes } from './tax-refund-outcomes.service.js';
import { announceRequested, awaitAnswer, noteRequest } from './request-news.js';

export interface Asked {
  readonly kind: RequestKind;
  readonly reason: string;
  /** What an amendment makes of the form. */
  readonly amend?: (form: DeclarationForm) => DeclarationForm;
  /** What a supplement answers. */
  readonly answers?: readonly SupplementAnswer[];
  /** The taxes that are asked back. */
  readonly refund?: AskedRefund;
}

/** What is asked of customs about a declaration that it has: whoever may declare asks, and a second person where one is needed. */
@Injectable()
export class DeclarationRequests {
  constructor(
    private readonly window: CustomsWindow,
    private readonly approvals: Approvals,
    private readonly brokers: BrokerGate,
    private readonly checks: DeclarationChecks,
    private readonly refunds: TaxRefundOutcomes,
  ) {}

  /**
   * @throws RequestNotPossibleError, RequestOpenError, BrokerMandateMissingError
   * @throws InvalidInputError where nothing would change
   * @throws DeclarationBlockedError where the amended form breaks a rule
   */
  async ask(tx: Tx, declarationId: string, asked: Asked): Promise<DeclarationRequest> {
    const declaration = await tx.lock(Declaration, declarationId);
    if (declaration === null) throw new ResourceNotFoundError(SAY_OF_MANDATES.no_such_declaration);
    tx.assertFresh(declaration);
    const { state } = declaration;
    if (!isAskable(asked.kind, state)) {
      const why = whyNotAskable(asked.kind, state);
      throw new RequestNotPossibleError(SAY_OF_REQUESTS.not_possible({ why }), { state });
    }
    if (declaration.direction === 'import' && !ASKED_OF_IMPORTS.includes(asked.kind)) {
      throw new RequestNotPossibleError(SAY_OF_REQUESTS.not_possible({ why: NOTHING_LEAVES }), { state });
    }
    if (asked.kind === 'supplement' && declaration.supplementAsked === null) {
      throw new RequestNotPossibleError(SAY_OF_REQUESTS.not_possible({ why: NOTHING_ASKED }), { state });
    }
    const open = await openRequest(tx, declarationId);
    if (open !== null) {
      const request = publicId('declarationRequest', open.id);
      throw new RequestOpenError(SAY_OF_REQUESTS.one_open({ request }), { request });
    }
    const request = await this.draft(tx, declaration, asked);
    await tx.insert(DeclarationRequest, request);
    const findings = await this.launchOrAwait(tx, declaration, request);
    if (findings.length > 0) throw new BrokerMandateMissingError(findings);
    return request;
  }

  /** A second person was asked, and this came of it. News of an earlier request changes nothing. */
  async decided(tx: Tx, { approvalId, subjectId, state, why }: ApprovalDecision): Promise<void> {
    const declaration = await tx.lock(Declaration, subjectId);
    const request = declaration === null ? null : await openRequest(tx, subjectId);
    if (declaration === null || request?.approval?.id !== approvalId) return;
    const reason = state === 'approved' ? await this.carryOut(tx, declaration, request) : (why?.reason ?? '');
    if (reason === null) return;
    await this.approvals.dismiss(tx, request.approval);
    request.decline(reason, tx);
    noteRequest(tx, 'decline', declaration, request, 'awaiting');
    await tx.store(DeclarationRequest, request);
    await this.refunds.refused(tx, request);
  }

  /** @returns why it is not, or null */
  private async carryOut(tx: Tx, declaration: Declaration, request: DeclarationRequest): Promise<string | null> {
    if (!isAskable(request.kind, declaration.state)) return told(SAY_OF_REQUESTS.goods_left, 'zh');
    const findings = await this.launchOrAwait(tx, declaration, request);
    return findings.length === 0 ? null : told(SAY_OF_MANDATES.nobody_may_declare, 'zh');
  }

  private async draft(
    tx: Tx,
    declaration: Declaration,
    { kind, reason, amend, answers, refund }: Asked,
  ): Promise<DeclarationRequest> {
    const { tenantId, now } = tx;
    const { id: declarationId, attempt, form } = declaration;
    const base = { tenantId, id: newId(), declarationId, attempt, kind, reason, refund: refund ?? null, now };
    if (answers !== undefined) {
      assertAnswers(form, answers);
      return DeclarationRequest.draft({ ...base, changes: [], form: null, answers });
    }
    if (amend === undefined) return DeclarationRequest.draft({ ...base, changes: [], form: null, answers: null });
    const next = amend(form);
    if (!isDeepStrictEqual(next.parts ?? [], form.parts ?? [])) {
      const message = SAY_OF_CHECKS.parts_not_amended;
      throw new InvalidInputError([{ pointer: '/changes/parts', code: 'not_amendable', message }]);
    }
    const errors = errorsAmong(await this.checks.findings(tx, { ...declaration, form: next }, true));
    if (errors.length > 0) throw new DeclarationBlockedError(errors);
    const changes = this.window.differences(form, next);
    if (changes.length === 0) {
      const message = SAY_OF_REQUESTS.nothing_changes;
      throw new InvalidInputError([{ pointer: '/changes', code: 'nothing_changes', message }]);
    }
    return DeclarationRequest.draft({ ...base, changes, form: next, answers: null });
  }

  /** @returns why nobody may ask; empty when it is on its way, or waits for a second person */
  private async launchOrAwait(
    tx: Tx,
    declaration: Declaration,
    request: DeclarationRequest,
  ): Promise<readonly Finding[]> {
    const { id: declarationId, attempt } = declaration;
    const submission = await tx.manager.findOneByOrFail(Submission, { tenantId: tx.tenantId, declarationId, attempt });
    const { mandate, findings } = await this.brokers.askAgain(tx, declaration, submission.mandateId);
    if (findings.length > 0) return findings;
    const awaited = await this.approvals.gate(tx, requestingOf(declaration, request));
    if (awaited === null) this.launch(tx, declaration, request, { submission, mandateId: mandate?.id ?? null });
    else {
      request.stand(awaited, tx);
      noteRequest(tx, 'await_approval', declaration, request, null);
    }
    await tx.store(DeclarationRequest, request);
    return [];
  }

  private launch(
    tx: Tx,
    declaration: Declaration,
    request: DeclarationRequest,
    { submission, mandateId }: { submission: Submission; mandateId: string | null },
  ): void {
    const { kind, reason, changes, refund } = request;
    const facts: RequestFacts = {
      ...{ kind, reason, changes, refund, form: declaration.form, answers: request.answers ?? [] },
      entryNumber: declaration.entryNumber ?? '',
      declarationSequenceNumber: submission.sequenceNumber ?? '',
    };
    const { text, findings } = this.window.composeRequest(facts, tx.now);
    if (findings.length > 0) throw new DeclarationBlockedError(findings);
    request.launch(text, mandateId, tx);
    enqueue(tx, SEND_REQUEST, { requestId: request.id });
    awaitAnswer(tx, request);
    noteRequest(tx, 'launch', declaration, request, 'awaiting');
    announceRequested(tx, declaration, request);
  }
}
