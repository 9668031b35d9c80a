import { Injectable } from '@nestjs/common';

import { type BuyerSnapshot, type OrderSnapshot, type SellerSnapshot } from '../../contracts/order-snapshot.js';
import { type Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type PartyFacts, Parties } from '../../parties/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { EventLog } from '../../platform/outbox/event-log.js';
import { type Margin, type MarginLine, marginOf } from '../domain/margin.js';
import { SAY } from '../domain/orders.sentences.js';
import { goodsOf, type OrderLine, type TradeOrder } from '../domain/trade-order.js';
import { type GoodsOfOrder, goodsOfOrders } from './order-goods.js';
import { readOrder, readOrders } from './order-rows.js';
import { toServiceEvents, TRACKED_EVENTS } from './service-events.js';

/** What an order is expected to earn today. */
export interface ExpectedMargin {
  readonly orderId: string;
  /** CNY; foreign amounts that are not exchanged stand at the plan rate in it. */
  readonly margin: Money;
  readonly planRate: Decimal;
  readonly currency: string;
  /** Lines that have no figure yet. */
  readonly without: readonly string[];
}

/** What the services may ask about an order. */
@Injectable()
export class OrderBook {
  constructor(private readonly parties: Parties) {}

  /** The goods of many orders as an estimate needs them, in one statement. */
  goods(view: View, orderIds: readonly string[]): Promise<GoodsOfOrder[]> {
    return goodsOfOrders(view, orderIds);
  }

  /** The margins of many orders as `GET /v1/orders/{id}/margin` expects them, in two statements. */
  async expectedMargins(view: View, orderIds: readonly string[]): Promise<ExpectedMargin[]> {
    if (orderIds.length === 0) return [];
    const orders = await readOrders(view, orderIds);
    const logs = await EventLog.ofOrders(view, orderIds, TRACKED_EVENTS);
    return orders.map((order) => {
      const found = marginOf(order, toServiceEvents(logs.get(order.id) ?? []));
      const { planRate, expected } = found;
      const margin = expected.margin.plus(stillToCome(found));
      return { orderId: order.id, margin, planRate, currency: order.value.currency, without: expected.without };
    });
  }

  /**
   * Keeps the order as it stands until the transaction ends: who binds somebody to it and who cancels it take turns, and
   * the second one sees what the first has done.
   */
  async hold(tx: Tx, orderId: string): Promise<void> {
    await tx.query(`SELECT 1 FROM orders.trade_order WHERE tenant_id = $1 AND id = $2 FOR SHARE`, [
      tx.tenantId,
      orderId,
    ]);
  }

  /**
   * The order as placed, with its parties as they are now. Two prepared statements.
   * @throws ResourceNotFoundError when the tenant has no such order
   */
  async snapshot(view: View, orderId: string): Promise<OrderSnapshot> {
    const order = await readOrder(view, orderId);
    if (order === null) throw new ResourceNotFoundError(SAY.no_such_order);
    const parties = await this.parties.byIds(view, [order.sellerId, order.buyerId]);
    const seller = parties.get(order.sellerId);
    const buyer = parties.get(order.buyerId);
    if (seller === undefined || buyer === undefined) throw new Error(`A party of order ${orderId} is missing`);
    return snapshotOf(order, sellerOf(seller), buyerOf(buyer));
  }
}

/** While a buyer has paid a part, the margin counts that part: the rest of the price, at the plan rate. */
function stillToCome({ lines }: Margin): Money {
  const lineOf = (code: string): MarginLine | undefined => lines.find((line) => line.code === code);
  const [revenue, charges] = [lineOf('revenue'), lineOf('bank_charges')];
  const isCollected = (charges?.actual ?? null) !== null;
  const [planned, came] = [revenue?.estimate?.amount, revenue?.actual?.amount];
  if (isCollected || planned === undefined || came === undefined) return Money.zero('CNY');
  return Money.max(planned.minus(came), Money.zero('CNY'));
}

function snapshotOf(order: TradeOrder, seller: SellerSnapshot, buyer: BuyerSnapshot): OrderSnapshot {
  const { freightCharge, insuranceCharge, ...freight } = order.freight;
  return {
    id: order.id,
    reference: order.reference,
    state: order.state,
    incoterm: order.incoterm,
    currency: order.value.currency,
    value: order.value.toJSON(),
    contractNumber: order.contractNumber,
    seller,
    buyer,
    lines: order.lines.map(lineSnapshot),
    route: order.route,
    freight: {
      ...freight,
      freightCharge: freightCharge?.toJSON() ?? null,
      insuranceCharge: insuranceCharge?.toJSON() ?? null,
    },
    refund: order.refund,
    fx: order.fx,
    salesChannel: order.salesChannel,
    placedAt: (order.placedAt ?? order.createdAt).toISOString(),
  };
}

/** Without the refund rate of the estimate: the one that counts is that of the export date. */
function lineSnapshot(line: OrderLine): OrderSnapshot['lines'][number] {
  const { id, lineNumber, total, purchase, product, refundCode } = line;
  return {
    id,
    lineNumber,
    ...goodsOf(line),
    product,
    refundCode,
    total: total.toJSON(),
    purchase: purchase && { amountExVat: purchase.amountExVat.toJSON(), vatRate: purchase.vatRate },
  };
}

function sellerOf(party: PartyFacts): SellerSnapshot {
  const { uscc, customsCode, enterpriseKind, nameEn } = party;
  if (uscc === null || customsCode === null || enterpriseKind === null)
    throw new Error(`Party ${party.id} is no seller`);
  const { id, name, address, bankAccount } = party;
  return { id, name, nameEn: nameEn ?? name, uscc, customsCode, enterpriseKind, address, bankAccount };
}

function buyerOf({ id, name, country, address }: PartyFacts): BuyerSnapshot {
  return { id, name, country, address };
}
