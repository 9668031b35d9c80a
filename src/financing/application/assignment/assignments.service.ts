import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../../kernel/ids.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Sheet } from '../../../kernel/sheet.js';
import { OrderBook } from '../../../orders/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import {
  AssignmentLentOnError,
  NotAssignableError,
  ReceivableAssignedError,
} from '../../domain/assignment/assignment.errors.js';
import { SAY_ASSIGNMENT as SAY } from '../../domain/assignment/assignment.sentences.js';
import { type NoticeManner } from '../../domain/assignment/assignment-status.js';
import { noticeSheet } from '../../domain/assignment/notice-sheet.js';
import { type ClaimDocument } from '../../domain/insurance/claim-document.js';
import { ReceivableAssignment } from '../../entities/receivable-assignment.entity.js';
import { passTurnstile } from '../loan-grounds.js';
import { Pledges } from '../pledges.service.js';

export interface WantedAssignment {
  readonly orderId: string;
  readonly assignee: string;
  readonly account: string;
}

export interface Acknowledgement {
  readonly acknowledgedOn: LocalDate;
  readonly signatory: string;
  readonly document: ClaimDocument;
}

/** What is lent on the assigned invoice of an order. */
const LENT_ON = `
  SELECT id FROM financing.advance
  WHERE tenant_id = $1 AND order_id = $2 AND state IN ('awaiting_approval', 'requested', 'drawn', 'written_off')
    AND terms ->> 'base' = 'insured_invoice' LIMIT 1`;

/** What buyers owe, assigned to those who lend on it: once, whichever tenants ask. */
@Injectable()
export class Assignments {
  constructor(
    private readonly orders: OrderBook,
    private readonly pledges: Pledges,
  ) {}

  /**
   * Assigns the receivable of an order. By the number of its contract and its seller it is taken as pledges are: no other
   * tenant assigns it, or borrows on it.
   * @throws ResourceNotFoundError, NotAssignableError, ReceivableAssignedError
   */
  async draft(tx: Tx, { orderId, assignee, account }: WantedAssignment): Promise<ReceivableAssignment> {
    const { state, seller, buyer, value, contractNumber } = await this.orders.snapshot(tx, orderId);
    if (state === 'draft' || state === 'cancelled') throw new NotAssignableError(SAY.not_assignable);
    const of = { tenantId: tx.tenantId, id: newId(), orderId, sellerId: seller.id, buyerId: buyer.id };
    const amount = Money.fromJSON(value);
    const assignment = ReceivableAssignment.draft({ ...of, assignee, account, contractNumber, amount }, tx.now);
    const asset = { kind: 'invoice', number: contractNumber, issuer: seller.uscc } as const;
    if (!(await this.pledges.take(tx, assignment.id, [asset]))) throw new ReceivableAssignedError(SAY.assigned_already);
    try {
      await tx.insert(ReceivableAssignment, assignment);
    } catch (error) {
      if (!violates(error, 'uq_receivable_assignment_live')) throw error;
      throw new ReceivableAssignedError(SAY.assigned_already);
    }
    publish(tx, {
      type: 'financing.assignment.drafted',
      resource: { type: 'receivableAssignment', id: assignment.id },
      orderId,
      creates: true,
      data: { assignee, amount: value, buyerId: publicId('party', buyer.id) },
    });
    note(tx, assignment, 'draft');
    return assignment;
  }

  /**
   * The notice went to the buyer, and ranks from now on.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError
   */
  async send(tx: Tx, id: string, manner: NoticeManner, sentOn: LocalDate): Promise<ReceivableAssignment> {
    const assignment = await hold(tx, id);
    const check = new InputCheck();
    check.date(sentOn, '/sentOn');
    check.that(sentOn <= today(tx), '/sentOn', 'too_late', SAY.sent_in_future);
    check.done();
    const from = assignment.state;
    assignment.send(manner, sentOn, tx.now);
    await tx.store(ReceivableAssignment, assignment);
    publish(tx, {
      type: 'financing.assignment.sent',
      ...about(assignment),
      data: { manner, sentOn, rankedAt: tx.now.toISOString() },
    });
    note(tx, assignment, 'send', from);
    return assignment;
  }

  /**
   * The buyer says that it will pay the assignee.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError
   */
  async acknowledge(tx: Tx, id: string, said: Acknowledgement): Promise<ReceivableAssignment> {
    const assignment = await hold(tx, id);
    const { acknowledgedOn, signatory, document } = said;
    const check = new InputCheck();
    check.date(acknowledgedOn, '/acknowledgedOn');
    check.that(acknowledgedOn <= today(tx), '/acknowledgedOn', 'too_late', SAY.acknowledged_in_future);
    const { sentOn, state: from } = assignment;
    const isAfter = sentOn === null || acknowledgedOn >= sentOn;
    check.that(isAfter, '/acknowledgedOn', 'too_early', SAY.acknowledged_too_early);
    check.done();
    assignment.acknowledge(acknowledgedOn, signatory, document, tx.now);
    await tx.store(ReceivableAssignment, assignment);
    publish(tx, {
      type: 'financing.assignment.acknowledged',
      ...about(assignment),
      data: { acknowledgedOn, signatory },
    });
    note(tx, assignment, 'acknowledge', from);
    return assignment;
  }

  /**
   * The receivable is the seller's again.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError
   * @throws AssignmentLentOnError while a loan on it is not over
   */
  async release(tx: Tx, id: string, reason: string): Promise<ReceivableAssignment> {
    const { orderId } = await this.get(tx, id);
    await passTurnstile(tx, { kind: 'order', id: orderId });
    const assignment = await hold(tx, id);
    const { state: from } = assignment;
    const [loan] = await tx.query<{ id: string }>(LENT_ON, [tx.tenantId, orderId]);
    if (loan !== undefined && from !== 'released') {
      throw new AssignmentLentOnError(SAY.lent_on, { advanceId: publicId('advance', loan.id) });
    }
    assignment.release(reason, tx.now);
    await tx.store(ReceivableAssignment, assignment);
    await this.pledges.release(tx, id);
    publish(tx, { type: 'financing.assignment.released', ...about(assignment), data: { reason } });
    note(tx, assignment, 'release', from);
    return assignment;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<ReceivableAssignment> {
    const assignment = await view.find(ReceivableAssignment, id);
    if (assignment === null) throw new ResourceNotFoundError(SAY.no_such_assignment);
    return assignment;
  }

  list(
    view: View,
    query: PageQuery & { readonly state?: string | undefined },
    orderUuid: string | undefined,
  ): Promise<Page<ReceivableAssignment>> {
    const conditions = [...equal('order_id', orderUuid), ...among('state', query.state)];
    return entityPage(view, ReceivableAssignment, { table: 'financing.receivable_assignment', query, conditions });
  }

  /** The notice to the buyer. @throws ResourceNotFoundError */
  async notice(view: View, id: string): Promise<{ readonly sheet: Sheet; readonly draftedAt: Date }> {
    const assignment = await this.get(view, id);
    const { seller, buyer, reference } = await this.orders.snapshot(view, assignment.orderId);
    const { assignee, account, contractNumber, amount, createdAt, state } = assignment;
    const sheet = noticeSheet({
      ...{ reference: publicId('receivableAssignment', id), seller, buyer, assignee, account, contractNumber, amount },
      ...{ orderReference: reference, draftedOn: dateInZone(createdAt, CHINA), isDraft: state === 'drafted' },
    });
    return { sheet, draftedAt: createdAt };
  }
}

async function hold(tx: Tx, id: string): Promise<ReceivableAssignment> {
  const assignment = await tx.lock(ReceivableAssignment, id);
  if (assignment === null) throw new ResourceNotFoundError(SAY.no_such_assignment);
  tx.assertFresh(assignment);
  return assignment;
}

function about({ id, orderId }: ReceivableAssignment): {
  readonly resource: { readonly type: string; readonly id: string };
  readonly orderId: string;
  readonly changed: string[];
} {
  return { resource: { type: 'receivableAssignment', id }, orderId, changed: ['state'] };
}

function today({ now }: Tx): LocalDate {
  return dateInZone(now, CHINA);
}

function note(tx: Tx, { id, state, assignee }: ReceivableAssignment, verb: string, from: string | null = null): void {
  audit(tx, {
    ...{ action: `financing.assignment.${verb}`, resourceType: 'receivableAssignment', resourceId: id },
    ...{ from, to: state, details: { assignee } },
  });
}
