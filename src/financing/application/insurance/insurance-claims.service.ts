import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../../kernel/ids.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { addDays } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { openOf } from '../../domain/dispute/dispute-rules.js';
import { DisputedLossError } from '../../domain/dispute/dispute.errors.js';
import { SAY_DISPUTE } from '../../domain/dispute/dispute.sentences.js';
import { expectedBy } from '../../domain/expectation.js';
import { type ClaimDocument } from '../../domain/insurance/claim-document.js';
import { COVER_CURRENCY, type LossCause, shareOf } from '../../domain/insurance/cover-terms.js';
import { indemnityOf } from '../../domain/insurance/indemnity.js';
import { INSURANCE_CLAIM, SHIPMENT } from '../../domain/insurance/insurance-status.js';
import { ClaimTimeError } from '../../domain/insurance/insurance.errors.js';
import { SAY_INSURANCE as SAY } from '../../domain/insurance/insurance.sentences.js';
import { disputesOf } from '../../entities/disputes.table.js';
import { InsuranceClaim } from '../../entities/insurance-claim.entity.js';
import { type KeptRecovery, recoveriesOf } from '../../entities/recovery.table.js';
import { ShipmentDeclaration } from '../../entities/shipment-declaration.entity.js';
import { ASK_INSURANCE_CLAIM, FILE_INSURANCE_CLAIM, NOTIFY_LOSS } from '../../jobs/insurance/insurance.job.js';
import { learn } from '../order-facts.js';
import { InsurancePolicies } from './insurance-policies.service.js';
import { todayOf } from './shipment-declarations.service.js';

export interface NoticedLoss {
  readonly declarationId: string;
  readonly cause: LossCause;
  /** Null for all of the order's value. */
  readonly loss: Money | null;
}

export interface ClaimDetails {
  readonly claim: InsuranceClaim;
  readonly recoveries: readonly KeptRecovery[];
}

/** Losses on insured shipments: told of by their day, and claimed after the waiting time. */
@Injectable()
export class InsuranceClaims {
  constructor(private readonly policies: InsurancePolicies) {}

  /**
   * Tells the insurer that a buyer has not paid (可损通知).
   * @throws ResourceNotFoundError, IllegalTransitionError, InvalidInputError
   * @throws ClaimTimeError before the buyer is late, or after the last day
   */
  async notify(tx: Tx, { declarationId, cause, loss: given }: NoticedLoss): Promise<InsuranceClaim> {
    const declaration = await tx.lock(ShipmentDeclaration, declarationId);
    if (declaration === null) throw new ResourceNotFoundError(SAY.no_such_declaration);
    SHIPMENT.next(declaration.state, 'claim');
    const { amount: declared, covered, dueOn, noticeBy, policyId, orderId, sellerId } = declaration;
    const loss = given ?? declared;
    checkLoss(loss, declared);
    const today = todayOf(tx);
    if (today <= dueOn) throw new ClaimTimeError(SAY.not_overdue({ day: dueOn }), { day: dueOn });
    if (today > noticeBy) throw new ClaimTimeError(SAY.notice_late({ day: noticeBy }), { day: noticeBy });
    const { terms } = await this.policies.get(tx, policyId);
    const { indemnity, rule, steps } = indemnityOf({ loss, declared, covered, share: shareOf(terms, cause) });
    const claim = InsuranceClaim.notify(
      {
        ...{ tenantId: tx.tenantId, id: newId(), declarationId, policyId, orderId, sellerId, cause, loss, indemnity },
        ...{ calculation: { rule, steps }, notifiedOn: today, claimableFrom: addDays(today, terms.waitingDays) },
      },
      tx.now,
    );
    await tx.insert(InsuranceClaim, claim);
    declaration.take('claim', tx.now);
    await tx.store(ShipmentDeclaration, declaration);
    enqueue(tx, NOTIFY_LOSS, { claimId: claim.id });
    publish(tx, {
      type: 'financing.insurance_claim.notified',
      resource: { type: 'insuranceClaim', id: claim.id },
      orderId,
      creates: true,
      data: {
        ...{ declarationId: publicId('shipmentDeclaration', declarationId), cause, loss: loss.toJSON() },
        ...{ indemnity: indemnity.toJSON(), claimableFrom: claim.claimableFrom },
      },
    });
    noteClaim(tx, claim, 'notify');
    return claim;
  }

  /**
   * Claims the indemnity, with the papers that prove the loss.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError
   * @throws ClaimTimeError before the waiting time is over
   * @throws DisputedLossError while the buyer disputes what it owes
   */
  async file(tx: Tx, id: string, documents: readonly ClaimDocument[]): Promise<InsuranceClaim> {
    const claim = await tx.lock(InsuranceClaim, id);
    if (claim === null) throw new ResourceNotFoundError(SAY.no_such_claim);
    tx.assertFresh(claim);
    INSURANCE_CLAIM.next(claim.state, 'file');
    const { claimableFrom: day, orderId, indemnity } = claim;
    if (todayOf(tx) < day) throw new ClaimTimeError(SAY.still_waiting({ day }), { day });
    await assertUndisputed(tx, orderId);
    const by = expectedBy(tx.now, tx.livemode);
    claim.file(documents, by, tx.now);
    await tx.store(InsuranceClaim, claim);
    enqueue(tx, FILE_INSURANCE_CLAIM, { claimId: id });
    watchClaim(tx, id, by);
    publish(tx, {
      type: 'financing.insurance_claim.filed',
      resource: { type: 'insuranceClaim', id },
      orderId,
      changed: ['state'],
      data: { indemnity: indemnity.toJSON(), documents: documents.length },
    });
    noteClaim(tx, claim, 'file', 'notified');
    return claim;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<InsuranceClaim> {
    const claim = await view.find(InsuranceClaim, id);
    if (claim === null) throw new ResourceNotFoundError(SAY.no_such_claim);
    return claim;
  }

  /** @throws ResourceNotFoundError */
  async details(view: View, id: string): Promise<ClaimDetails> {
    return { claim: await this.get(view, id), recoveries: await recoveriesOf(view, id) };
  }

  list(
    view: View,
    query: PageQuery & { readonly state?: string | undefined },
    orderUuid: string | undefined,
  ): Promise<Page<InsuranceClaim>> {
    const conditions = [...equal('order_id', orderUuid), ...among('state', query.state)];
    return entityPage(view, InsuranceClaim, { table: 'financing.insurance_claim', query, conditions });
  }
}

/** @throws InvalidInputError */
function checkLoss(loss: Money, declared: Money): void {
  const check = new InputCheck();
  check.amount(loss, '/loss', COVER_CURRENCY);
  const isWithin = loss.currency !== COVER_CURRENCY || !loss.isMoreThan(declared);
  check.that(isWithin, '/loss', 'too_much', SAY.loss_too_high({ amount: String(declared) }));
  check.done();
}

/** An insurer pays no disputed loss. The order's facts are the turnstile that disputes pass too. @throws DisputedLossError */
async function assertUndisputed(tx: Tx, orderId: string): Promise<void> {
  await learn(tx, orderId, {});
  const disputeIds = openOf(await disputesOf(tx, orderId)).map(({ id }) => publicId('dispute', id));
  if (disputeIds.length > 0) throw new DisputedLossError(SAY_DISPUTE.claim_disputed, { disputeIds });
}

/** Has the insurer asked once it is late. */
export function watchClaim(tx: Tx, claimId: string, dueAt: Date): void {
  enqueue(tx, ASK_INSURANCE_CLAIM, { claimId, dueAt: dueAt.toISOString() }, { dueAt });
}

export function noteClaim(
  tx: Tx,
  { id, state, indemnity, assessed }: InsuranceClaim,
  verb: string,
  from: string | null = null,
): void {
  audit(tx, {
    ...{ action: `financing.insurance_claim.${verb}`, resourceType: 'insuranceClaim', resourceId: id, from, to: state },
    details: { indemnity: indemnity.toJSON(), assessed: assessed?.toJSON() ?? null },
  });
}
