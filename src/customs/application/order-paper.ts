import { type OrderLineSnapshot, type OrderSnapshot } from '../../contracts/order-snapshot.js';
import { Decimal } from '../../kernel/decimal.js';
import { type MoneyJson } from '../../kernel/money.js';
import { type OrderLine, type OrderPaper } from '../domain/parcels/papers.js';
import { declaredFreight } from './drafting.js';

/** Decimals of a price or quantity in the messages of e-commerce (N19,5). */
const PLACES = 5;

/**
 * The order as customs gets it (电子订单, 订仓单). Its number is the order's own reference until somebody gives that of the
 * platform; prices and quantities are rounded half up to five decimals. The freight is what the seller charges, where it is
 * known when the order is placed; else nothing is stated, which the message writes as 0.
 */
export function paperOf(order: OrderSnapshot): OrderPaper {
  const { reference, value, currency, freight, lines } = order;
  const charges = freight.freightCharge === null ? [] : [freight.freightCharge];
  return {
    orderNo: reference,
    goodsValue: value,
    freight: declaredFreight(order, charges) ?? { amount: '0', currency },
    lines: lines.map((line) => lineOf(line, value)),
  };
}

function lineOf(line: OrderLineSnapshot, { currency }: MoneyJson): OrderLine {
  return {
    lineNo: line.lineNumber,
    itemNo: String(line.lineNumber),
    itemName: line.goodsName,
    unit: line.unit,
    quantity: rounded(line.quantity),
    unitPrice: { amount: rounded(line.unitPrice), currency },
    total: line.total,
  };
}

function rounded(value: string): string {
  return new Decimal(value).toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP).toFixed();
}
