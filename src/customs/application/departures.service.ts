import { Injectable } from '@nestjs/common';

import { Approvals } from '../../approvals/index.js';
import { isAwaiting } from '../../kernel/approval-standing.js';
import { newId, publicId } from '../../kernel/ids.js';
import { type Tx } from '../../platform/database/session.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { type StandingMandate } from '../domain/broker-mandate.js';
import { BrokerMandateMissingError } from '../domain/broker-mandate.errors.js';
import { type DomainError } from '../../kernel/domain-error.js';
import { type Finding } from '../domain/finding.js';
import { OrderNotFiledError } from '../domain/order-filing.errors.js';
import { type DeclarationForm } from '../domain/declaration-form.js';
import { type DeclarationState } from '../domain/declaration-status.js';
import { Declaration } from '../entities/declaration.entity.js';
import { Submission } from '../entities/submission.entity.js';
import { SUBMIT_DECLARATION } from '../jobs/submit-declaration.job.js';
import { CustomsWindow } from '../partners/customs-window.port.js';
import { awaitCustoms, entrustedBy, note } from './announce.js';
import { BrokerGate } from './broker-gate.service.js';
import { clientReference } from './client-reference.js';
import { declaringOf } from './declaring.js';
import { OrderGate } from './order-gate.service.js';

/** What came of letting a declaration go. */
export interface Departure {
  /** Null where it stays, or waits for a second person first. */
  readonly submission: Submission | null;
  /** Why it may not leave; empty when it may. */
  readonly findings: readonly Finding[];
  /** For whoever commanded it; null when it may. */
  readonly refusal: DomainError | null;
}

/** Nothing is exported under it any more. */
const GIVEN_UP: readonly DeclarationState[] = ['cancelled', 'exit_cancelled'];

/** It waits for somebody else: a second person, or customs' word on the order. */
const STAYS: Departure = { submission: null, findings: [], refusal: null };

/**
 * What a sound declaration passes on its way out: somebody may declare it, customs has the order where it asks for
 * it first, and a second person has nothing against it.
 */
@Injectable()
export class Departures {
  constructor(
    private readonly window: CustomsWindow,
    private readonly approvals: Approvals,
    private readonly brokers: BrokerGate,
    private readonly orders: OrderGate,
  ) {}

  /** The caller holds the declaration and stores it. */
  async leave(tx: Tx, declaration: Declaration): Promise<Departure> {
    const { mandate, findings } = await this.brokers.ask(tx, declaration);
    if (findings.length > 0) return { submission: null, findings, refusal: new BrokerMandateMissingError(findings) };
    const lack = await this.orders.ask(tx, declaration);
    if (lack?.severity === 'error')
      return { submission: null, findings: [lack], refusal: new OrderNotFiledError([lack]) };
    if (lack !== null) {
      declaration.note([...declaration.findings, lack], tx);
      return STAYS;
    }
    // Before anybody is asked: what is approved names who declares.
    declaration.entrust(mandate?.broker ?? null, tx);
    const before = declaration.approval;
    const awaited = await this.approvals.gate(tx, declaringOf(declaration, await siblingsOf(tx, declaration)));
    if (awaited === null) return { ...STAYS, submission: await this.launch(tx, declaration, mandate) };
    declaration.stand(awaited, tx);
    if (awaited.id !== before?.id) {
      note(tx, 'await_approval', declaration, declaration.state, { approval: awaited.id });
    }
    return STAYS;
  }

  /** It is not what somebody was asked about any more. What came to nothing before stays told. */
  async askNobody(tx: Tx, declaration: Declaration): Promise<void> {
    if (!isAwaiting(declaration.approval)) return;
    await this.approvals.dismiss(tx, declaration.approval);
    declaration.stand(null, tx);
  }

  /** Writes the message of the next attempt and promises to send it. */
  private async launch(tx: Tx, declaration: Declaration, mandate: StandingMandate | null): Promise<Submission> {
    const from = declaration.state;
    const id = newId();
    const reference = clientReference(publicId('declarationAttempt', id));
    const { text, fields } = this.window.compose(declaration.form, reference, tx.now);
    declaration.queue(tx);
    const submission: Submission = {
      tenantId: tx.tenantId,
      id,
      declarationId: declaration.id,
      attempt: declaration.attempt,
      clientReference: reference,
      message: text,
      fields,
      state: 'queued',
      sequenceNumber: null,
      answer: null,
      reason: null,
      mandateId: mandate?.id ?? null,
      answeredAt: null,
      createdAt: tx.now,
    };
    await tx.insert(Submission, submission);
    enqueue(tx, SUBMIT_DECLARATION, { submissionId: id });
    awaitCustoms(tx, declaration);
    const details = { attempt: declaration.attempt, ...entrustedBy(declaration, submission) };
    note(tx, from === 'rejected' || from === 'withdrawn' ? 'resubmit' : 'submit', declaration, from, details);
    return submission;
  }
}

/** What else is declared of its order, or may still be; nothing where the order goes in one. */
async function siblingsOf(tx: Tx, { id, orderId, part }: Declaration): Promise<DeclarationForm[]> {
  if (orderId === null || part.of === 1) return [];
  const all = await tx.manager.findBy(Declaration, { tenantId: tx.tenantId, orderId });
  const others = all.filter((one) => one.id !== id && !GIVEN_UP.includes(one.state));
  return others.map(({ form }) => form);
}
