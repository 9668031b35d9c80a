import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../../kernel/ids.js';
import { type Money } from '../../../kernel/money.js';
import { type Reason } from '../../../kernel/sentence.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { enqueue, publish } from '../../../platform/outbox/outbox.js';
import { askAgainAt } from '../../domain/expectation.js';
import { COVER_CURRENCY } from '../../domain/insurance/cover-terms.js';
import { shareRecovery } from '../../domain/insurance/indemnity.js';
import { INSURANCE_CLAIM } from '../../domain/insurance/insurance-status.js';
import { EarlyRecoveryError, UnreadableInsurerMessageError } from '../../domain/insurance/insurance.errors.js';
import { SAY_INSURANCE as SAY } from '../../domain/insurance/insurance.sentences.js';
import { type BuyerLimit } from '../../entities/buyer-limit.entity.js';
import { InsuranceClaim } from '../../entities/insurance-claim.entity.js';
import { addRecovery } from '../../entities/recovery.table.js';
import { ShipmentDeclaration } from '../../entities/shipment-declaration.entity.js';
import { FILE_INSURANCE_CLAIM } from '../../jobs/insurance/insurance.job.js';
import { type ClaimMessage } from '../../partners/insurance/insurer.port.js';
import { learn } from '../order-facts.js';
import { Waterfalls } from '../waterfalls.service.js';
import { bookReceived } from './insurance-books.js';
import { noteClaim, watchClaim } from './insurance-claims.service.js';
import { holdShipment, restore, ShipmentDeclarations } from './shipment-declarations.service.js';

interface Held {
  readonly claim: InsuranceClaim;
  readonly limit: BuyerLimit;
  readonly declaration: ShipmentDeclaration;
}

type Payment = NonNullable<ClaimMessage['payment']>;

/** What the insurer makes of claims. Each method is safe to repeat, and does not trust the order of arrival. */
@Injectable()
export class ClaimAnswers {
  constructor(
    private readonly declarations: ShipmentDeclarations,
    private readonly ledger: Ledger,
    private readonly waterfalls: Waterfalls,
  ) {}

  /** The insurer knows of the loss. */
  async recordNotified(tx: Tx, id: string, claimNumber: string): Promise<void> {
    const claim = await tx.lock(InsuranceClaim, id);
    if (claim?.claimNumber !== null) return;
    claim.noteNumber(claimNumber);
    await tx.store(InsuranceClaim, claim);
  }

  /** The insurer does not take the notice, or the claim, at all. */
  async recordRejected(tx: Tx, id: string, why: Reason): Promise<void> {
    const held = await this.hold(tx, id);
    if (INSURANCE_CLAIM.allows(held.claim.state, 'refuse')) await this.refuse(tx, held, why);
  }

  /**
   * Applies what the insurer said. What was said before changes nothing: money of one payment comes once.
   * @returns whether it was news
   * @throws UnreadableInsurerMessageError of an amount that cannot be
   * @throws EarlyRecoveryError to be tried again
   */
  async record(tx: Tx, id: string, message: ClaimMessage): Promise<boolean> {
    const held = await this.hold(tx, id);
    const { kind, amount, payment, why } = message;
    if (kind === 'notified' || kind === 'filed') return false;
    if (kind === 'refused') return this.may(held, 'refuse', () => this.refuse(tx, held, why));
    if (amount === null) throw new UnreadableInsurerMessageError(SAY.field_missing({ field: 'amount' }));
    if (amount.currency !== COVER_CURRENCY) throw new UnreadableInsurerMessageError(SAY.other_currency);
    if (payment === null) return this.may(held, 'assess', () => this.assess(tx, held, { amount, kind, why }));
    if (kind === 'recovered') return this.recover(tx, held, amount, payment);
    return this.may(held, 'pay', () => this.pay(tx, held, amount, payment));
  }

  /** The insurer was asked and had nothing new: it is told once more, and asked again later. */
  async noteSilence(tx: Tx, id: string, dueAt: string): Promise<void> {
    const claim = await tx.lock(InsuranceClaim, id);
    if (claim?.expectedBy?.toISOString() !== dueAt) return;
    publish(tx, {
      type: 'financing.insurance_claim.overdue',
      resource: { type: 'insuranceClaim', id },
      orderId: claim.orderId,
      data: { state: claim.state, expectedBy: dueAt },
    });
    const next = askAgainAt(claim.asks, tx.now, tx.livemode);
    claim.noteAsked(next, tx.now);
    await tx.store(InsuranceClaim, claim);
    if (claim.state === 'filed') enqueue(tx, FILE_INSURANCE_CLAIM, { claimId: id });
    watchClaim(tx, id, next);
  }

  private async may({ claim }: Held, command: 'refuse' | 'assess' | 'pay', act: () => Promise<void>): Promise<boolean> {
    if (!INSURANCE_CLAIM.allows(claim.state, command)) return false;
    await act();
    return true;
  }

  private async assess(
    tx: Tx,
    { claim }: Held,
    { amount, kind, why }: { readonly amount: Money; readonly kind: ClaimMessage['kind']; readonly why: Reason },
  ): Promise<void> {
    assertOwed(claim, amount);
    const next = askAgainAt(0, tx.now, tx.livemode);
    const isReduced = kind === 'reduced';
    claim.assess(amount, isReduced ? why.reason : null, next, tx.now);
    await tx.store(InsuranceClaim, claim);
    watchClaim(tx, claim.id, next);
    publish(tx, {
      type: 'financing.insurance_claim.assessed',
      resource: { type: 'insuranceClaim', id: claim.id },
      orderId: claim.orderId,
      changed: ['state'],
      data: {
        ...{
          outcome: isReduced ? 'reduced' : 'accepted',
          claimed: claim.indemnity.toJSON(),
          assessed: amount.toJSON(),
        },
        reason: isReduced ? why.reason : null,
      },
    });
    noteClaim(tx, claim, 'assess', 'filed');
  }

  private async refuse(tx: Tx, held: Held, why: Reason): Promise<void> {
    const { claim } = held;
    const from = claim.state;
    claim.refuse(why, tx.now);
    await tx.store(InsuranceClaim, claim);
    await this.close(tx, held);
    publish(tx, {
      type: 'financing.insurance_claim.refused',
      resource: { type: 'insuranceClaim', id: claim.id },
      orderId: claim.orderId,
      changed: ['state'],
      data: { claimed: claim.indemnity.toJSON(), ...why },
    });
    noteClaim(tx, claim, 'refuse', from);
  }

  /** The money is with us: it repays the loan on this receivable first, and the rest is the seller's. */
  private async pay(tx: Tx, held: Held, amount: Money, payment: Payment): Promise<void> {
    const { claim } = held;
    assertOwed(claim, amount);
    const { id, orderId, sellerId, assessed, state: from } = claim;
    if (assessed !== null && !assessed.equals(amount)) {
      throw new UnreadableInsurerMessageError(SAY.other_amount, { assessed: String(assessed), paid: String(amount) });
    }
    claim.pay(amount, payment, tx.now);
    await tx.store(InsuranceClaim, claim);
    await this.close(tx, held);
    publish(tx, {
      type: 'financing.insurance_claim.paid',
      resource: { type: 'insuranceClaim', id },
      orderId,
      changed: ['state'],
      data: { indemnity: amount.toJSON(), paidOn: payment.valueDate },
    });
    noteClaim(tx, claim, 'pay', from);
    await this.takeIn(tx, 'indemnity', { id, orderId, sellerId, amount }, payment);
  }

  /** Shared as the loss was borne; the seller's part runs through the waterfall as the indemnity did. */
  private async recover(tx: Tx, { claim }: Held, amount: Money, payment: Payment): Promise<boolean> {
    const { loss, assessed, recovered: before, orderId, sellerId } = claim;
    if (claim.state === 'refused') return false;
    // Said before the payment that it follows was heard of: it is taken when that has come.
    if (!INSURANCE_CLAIM.allows(claim.state, 'recover') || assessed === null)
      throw new EarlyRecoveryError(SAY.not_paid_yet);
    const parts = shareRecovery({ loss, indemnity: assessed, before, amount });
    const id = newId();
    const { bankReference, valueDate: receivedOn } = payment;
    if (!(await addRecovery(tx, claim.id, { id, bankReference, receivedOn, ...parts }))) return false;
    const left = loss.minus(before);
    if (amount.isMoreThan(left)) {
      throw new UnreadableInsurerMessageError(SAY.recovered_too_much({ amount: String(left) }));
    }
    claim.recover(amount, tx.now);
    await tx.store(InsuranceClaim, claim);
    publish(tx, {
      type: 'financing.insurance_claim.recovered',
      resource: { type: 'insuranceClaim', id: claim.id },
      orderId,
      data: {
        ...{ recoveryId: publicId('insuranceRecovery', id), amount: amount.toJSON() },
        ...{ insurer: parts.insurer.toJSON(), insured: parts.insured.toJSON() },
      },
    });
    noteClaim(tx, claim, 'recover', claim.state);
    if (!parts.insured.isZero()) {
      await this.takeIn(tx, 'recovery', { id, orderId, sellerId, amount: parts.insured }, payment);
    }
    return true;
  }

  private async takeIn(
    tx: Tx,
    kind: 'indemnity' | 'recovery',
    of: { readonly id: string; readonly orderId: string; readonly sellerId: string; readonly amount: Money },
    payment: Payment,
  ): Promise<void> {
    if (of.amount.isZero()) return;
    await bookReceived(this.ledger, tx, { kind, ...of, ...payment });
    const { id: sourceId, ...receipt } = of;
    await this.waterfalls.take(tx, { source: kind, sourceId, ...receipt });
  }

  /** The claim is over: what it took of the limit is free. */
  private async close(tx: Tx, { limit, declaration }: Held): Promise<void> {
    declaration.take('close', tx.now);
    await tx.store(ShipmentDeclaration, declaration);
    await restore(tx, limit, declaration);
  }

  /** The order's facts are the turnstile, always passed first; then the limit, as those who declare do. */
  private async hold(tx: Tx, id: string): Promise<Held> {
    const known = await tx.find(InsuranceClaim, id);
    if (known === null) throw new UnreadableInsurerMessageError(SAY.nothing_named);
    await learn(tx, known.orderId, {});
    const shipment = await holdShipment(tx, await this.declarations.get(tx, known.declarationId));
    const claim = await tx.lock(InsuranceClaim, id);
    if (claim === null) throw new UnreadableInsurerMessageError(SAY.nothing_named);
    return { ...shipment, claim };
  }
}

/** @throws UnreadableInsurerMessageError */
function assertOwed({ indemnity }: InsuranceClaim, amount: Money): void {
  if (!amount.isMoreThan(indemnity)) return;
  throw new UnreadableInsurerMessageError(SAY.pays_too_much, { claimed: String(indemnity), said: String(amount) });
}
