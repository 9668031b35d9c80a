import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../../kernel/ids.js';
import { addDays, CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { Ledger } from '../../../ledger/index.js';
import { OrderBook } from '../../../orders/index.js';
import { moveUnderMandate } from '../../../platform/auth/mandates/mandate-limits.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { enqueue, publish } from '../../../platform/outbox/outbox.js';
import { NotInsurableError, PremiumPaidError, ShipmentDeclaredError } from '../../domain/insurance/insurance.errors.js';
import { SAY_INSURANCE as SAY } from '../../domain/insurance/insurance.sentences.js';
import { premiumOf } from '../../domain/insurance/premium.js';
import { BuyerLimit } from '../../entities/buyer-limit.entity.js';
import { ShipmentDeclaration } from '../../entities/shipment-declaration.entity.js';
import { departureOf } from '../../entities/order-cash.table.js';
import { DECLARE_SHIPMENT, TELL_PREMIUM } from '../../jobs/insurance/insurance.job.js';
import { bookPremiumPaid } from './insurance-books.js';
import { automaticPolicy, declarationOf } from './insured-order.js';
import { type AssessedShipment, assessShipment, type WantedShipment } from './shipment-assessment.js';
import { noteShipment, tellShipment, whoseShipment } from './shipment-news.js';

export interface ShipmentRequest {
  readonly orderId: string;
  /** Null: when the goods left, as customs says. */
  readonly shippedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
}

/** Tells insurers of what was shipped, and takes its part of the buyer limit. */
@Injectable()
export class ShipmentDeclarations {
  constructor(
    private readonly orders: OrderBook,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Declares the shipment of an order: what the limit has left of its value is insured.
   * @throws ResourceNotFoundError, ShipmentDeclaredError, NotInsurableError with every reason
   */
  async declare(tx: Tx, request: ShipmentRequest): Promise<ShipmentDeclaration> {
    const order = await this.orders.snapshot(tx, request.orderId);
    const shippedOn = request.shippedOn ?? (await departureOf(tx, order.id));
    if (shippedOn === null) throw new NotInsurableError([SAY.not_shipped]);
    const wanted = { order, shippedOn, dueOn: request.dueOn };
    const assessed = await assessShipment(tx, wanted);
    await assertUndeclared(tx, order.id);
    if (isRefusal(assessed)) throw new NotInsurableError(assessed);
    return this.keep(tx, wanted, assessed, 'api');
  }

  /** The goods have left: declared by itself where the policy of the seller says so. What cannot be insured is told. */
  async declareDeparted(tx: Tx, orderId: string, shippedOn: LocalDate): Promise<void> {
    const order = await this.orders.snapshot(tx, orderId);
    const policyId = await automaticPolicy(tx, order.seller.id, shippedOn);
    if (policyId === null) return;
    const wanted = { order, shippedOn, dueOn: null };
    const assessed = await assessShipment(tx, wanted);
    // Looked at once the limit is held: of two one is first.
    if (isLive(await declarationOf(tx, orderId))) return;
    if (!isRefusal(assessed)) {
      if (assessed.policy.declaresItself) await this.keep(tx, wanted, assessed, 'automatic');
      return;
    }
    publish(tx, {
      type: 'financing.shipment_declaration.missed',
      resource: { type: 'insurancePolicy', id: policyId },
      orderId,
      data: { shippedOn, causes: assessed },
    });
  }

  /** All that the buyer owes has come: the limit is free again. */
  async settle(tx: Tx, orderId: string): Promise<void> {
    const declared = await declarationOf(tx, orderId);
    if (declared === null) return;
    const { limit, declaration } = await holdShipment(tx, declared);
    if (declaration.state !== 'declared' && declaration.state !== 'accepted') return;
    const from = declaration.state;
    declaration.take('settle', tx.now);
    await tx.store(ShipmentDeclaration, declaration);
    await restore(tx, limit, declaration);
    tellShipment(tx, 'financing.shipment_declaration.settled', declaration);
    noteShipment(tx, declaration, 'settle', from);
  }

  /**
   * Pays the premium to the insurer.
   * @throws ResourceNotFoundError, StaleVersionError, PremiumPaidError, InsufficientFundsError, MandateLimitError
   */
  async payPremium(tx: Tx, id: string): Promise<ShipmentDeclaration> {
    const declaration = await tx.lock(ShipmentDeclaration, id);
    if (declaration === null) throw new ResourceNotFoundError(SAY.no_such_declaration);
    tx.assertFresh(declaration);
    const { declarationNumber, premiumPaidAt, premium } = declaration;
    if (declarationNumber === null || premiumPaidAt !== null) throw new PremiumPaidError(SAY.premium_not_due);
    await moveUnderMandate(tx, premium);
    await bookPremiumPaid(this.ledger, tx, declaration);
    declaration.notePremiumPaid(tx.now);
    await tx.store(ShipmentDeclaration, declaration);
    enqueue(tx, TELL_PREMIUM, { declarationId: id });
    tellShipment(tx, 'financing.shipment_declaration.premium_paid', declaration);
    noteShipment(tx, declaration, 'pay_premium', declaration.state);
    return declaration;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<ShipmentDeclaration> {
    const declaration = await view.find(ShipmentDeclaration, id);
    if (declaration === null) throw new ResourceNotFoundError(SAY.no_such_declaration);
    return declaration;
  }

  list(
    view: View,
    query: PageQuery & { readonly state?: string | undefined },
    orderUuid: string | undefined,
  ): Promise<Page<ShipmentDeclaration>> {
    const conditions = [...equal('order_id', orderUuid), ...among('state', query.state)];
    return entityPage(view, ShipmentDeclaration, { table: 'financing.shipment_declaration', query, conditions });
  }

  private async keep(
    tx: Tx,
    { order, shippedOn }: WantedShipment,
    { policy, limit, rate, dueOn, amount }: AssessedShipment,
    origin: ShipmentDeclaration['origin'],
  ): Promise<ShipmentDeclaration> {
    const covered = limit.use(amount, tx.now);
    await tx.store(BuyerLimit, limit);
    const { premium, rule, steps } = premiumOf(policy.terms, covered, rate);
    const of = { tenantId: tx.tenantId, id: newId(), policyId: policy.id, limitId: limit.id, orderId: order.id };
    const days = { shippedOn, dueOn, noticeBy: addDays(dueOn, policy.terms.lossNoticeDays) };
    const declaration = ShipmentDeclaration.declare(
      {
        ...{ ...of, ...days, sellerId: order.seller.id, buyerId: order.buyer.id, origin },
        ...{ amount, covered, premium, calculation: { rule, steps } },
      },
      tx.now,
    );
    await tx.insert(ShipmentDeclaration, declaration);
    enqueue(tx, DECLARE_SHIPMENT, { declarationId: declaration.id });
    publish(tx, {
      type: 'financing.shipment_declaration.declared',
      resource: { type: 'shipmentDeclaration', id: declaration.id },
      orderId: order.id,
      creates: true,
      data: { ...whoseShipment(declaration), origin, shippedOn, dueOn },
    });
    noteShipment(tx, declaration, 'declare');
    return declaration;
  }
}

/** The limit first, as those who declare do. */
export async function holdShipment(
  tx: Tx,
  { id, limitId }: Pick<ShipmentDeclaration, 'id' | 'limitId'>,
): Promise<{ readonly limit: BuyerLimit; readonly declaration: ShipmentDeclaration }> {
  const limit = await tx.lock(BuyerLimit, limitId);
  const declaration = await tx.lock(ShipmentDeclaration, id);
  if (limit === null || declaration === null)
    throw new Error(`Shipment declaration ${publicId('shipmentDeclaration', id)} is gone`);
  return { limit, declaration };
}

/** What a shipment took of its limit can be used again. */
export async function restore(tx: Tx, limit: BuyerLimit, { covered }: ShipmentDeclaration): Promise<void> {
  limit.giveBack(covered, tx.now);
  await tx.store(BuyerLimit, limit);
}

async function assertUndeclared(tx: Tx, orderId: string): Promise<void> {
  const found = await declarationOf(tx, orderId);
  if (found === null || !isLive(found)) return;
  const details = { declarationId: publicId('shipmentDeclaration', found.id) };
  throw new ShipmentDeclaredError(SAY.declared_already, details);
}

function isLive(declaration: ShipmentDeclaration | null): boolean {
  return declaration !== null && declaration.state !== 'refused';
}

function isRefusal(assessed: AssessedShipment | readonly Sentence[]): assessed is readonly Sentence[] {
  return Array.isArray(assessed);
}

/** From the beginning of a day in China. */
export function beginningOfDay(day: LocalDate): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** The tenant's present day. */
export function todayOf({ now }: Tx): LocalDate {
  return dateInZone(now, CHINA);
}
