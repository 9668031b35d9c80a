import { type Sentence } from '../../../kernel/sentence.js';
import { FIFTHS, toFifths } from '../fifths.js';
import { SAY } from './parcel.sentences.js';
import { type Amount, type OrderPaper, type PaperKind, type Papers } from './papers.js';
import { type Direction } from './profile.js';
import { type ParcelFinding } from './shape.js';

/** B2B exports in the list channel have no receipt. */
const WITHOUT_RECEIPT = ['9710', '9810'];

/** The papers that must agree before anything is filed. */
export function papersNeeded(direction: Direction, supervisionMode: string): readonly PaperKind[] {
  if (direction === 'import') return ['order', 'payment', 'waybill', 'list'];
  return WITHOUT_RECEIPT.includes(supervisionMode)
    ? ['order', 'waybill', 'list']
    : ['order', 'receipt', 'waybill', 'list'];
}

export interface Match {
  readonly missing: readonly PaperKind[];
  readonly mismatches: readonly ParcelFinding[];
}

/**
 * Whether the papers of a parcel agree (三单对碰, and 三单比对 of exports): field by field, where both papers give it, texts
 * literally, numbers by their value. Imports are in CNY throughout.
 * Rules and their order: customs/three-document-match.
 */
export function matchPapers(papers: Papers, direction: Direction, needed: readonly PaperKind[]): Match {
  const missing = needed.filter((kind) => papers[kind] === undefined);
  const found = new Mismatches();
  numbers(papers, found);
  if (papers.order !== undefined) amounts(papers.order, papers, direction, found);
  persons(papers, found);
  shipment(papers, direction, found);
  return { missing, mismatches: found.all };
}

class Mismatches {
  readonly all: ParcelFinding[] = [];

  unless(holds: boolean, rule: string, pointer: string): void {
    if (!holds) this.all.push({ rule, pointer, detail: detailOf(rule) });
  }
}

const RULES: Readonly<Record<string, Sentence>> = {
  order_number: SAY.rule_order_number,
  platform_code: SAY.rule_platform_code,
  currency: SAY.rule_currency,
  order_total: SAY.rule_order_total,
  goods_value: SAY.rule_goods_value,
  line_total: SAY.rule_line_total,
  amount_paid: SAY.rule_amount_paid,
  payer: SAY.rule_payer,
  consignee: SAY.rule_consignee,
  buyer: SAY.rule_buyer,
  waybill_number: SAY.rule_waybill_number,
  list_lines: SAY.rule_list_lines,
  packages: SAY.rule_packages,
  net_weight: SAY.rule_net_weight,
};

function detailOf(rule: string): Sentence {
  return SAY.not_matched({ rule: RULES[rule] ?? rule });
}

function numbers({ order, payment, receipt, waybill, list }: Papers, found: Mismatches): void {
  if (order === undefined) return;
  const others = { payment, receipt, waybill, list };
  for (const [kind, paper] of Object.entries(others)) {
    if (paper !== undefined) found.unless(paper.orderNo === order.orderNo, 'order_number', `/${kind}/orderNo`);
  }
  for (const [kind, paper] of Object.entries({ payment, receipt, list })) {
    found.unless(agree(paper?.platformCode, order.platformCode), 'platform_code', `/${kind}/platformCode`);
  }
}

function amounts(order: OrderPaper, papers: Papers, direction: Direction, found: Mismatches): void {
  const { goodsValue, freight, lines } = order;
  const { currency } = goodsValue;
  const all = [
    goodsValue,
    freight,
    order.discount,
    order.taxTotal,
    order.actualPaid,
    ...lines.map(({ total }) => total),
  ];
  const isOne = all.every((money) => money === undefined || money.currency === currency);
  found.unless(isOne && (direction === 'export' || currency === 'CNY'), 'currency', '/order/goodsValue');
  const value = minorOf(goodsValue);
  const due = value + minorOf(freight) + minorOf(order.taxTotal) - minorOf(order.discount);
  if (order.actualPaid !== undefined)
    found.unless(minorOf(order.actualPaid) === due, 'order_total', '/order/actualPaid');
  let sum = 0n;
  lines.forEach((line, index) => {
    const total = minorOf(line.total);
    sum += total;
    found.unless(total === product(line.quantity, line.unitPrice), 'line_total', `/order/lines/${index}/total`);
  });
  found.unless(sum === value, 'goods_value', '/order/goodsValue');
  paid(order, papers, due, found);
}

function paid(order: OrderPaper, { payment, receipt }: Papers, due: bigint, found: Mismatches): void {
  const { currency } = order.goodsValue;
  const same = (money: Amount, expected: bigint): boolean => money.currency === currency && minorOf(money) === expected;
  if (payment !== undefined) {
    const expected = order.actualPaid === undefined ? due : minorOf(order.actualPaid);
    found.unless(same(payment.amountPaid, expected), 'amount_paid', '/payment/amountPaid');
  }
  if (receipt !== undefined) found.unless(same(receipt.amountReceived, due), 'amount_paid', '/receipt/amountReceived');
}

function persons({ order, payment, waybill, list }: Papers, found: Mismatches): void {
  const buyer = order?.buyer;
  if (buyer !== undefined) {
    for (const [rule, kind, person] of [
      ['payer', '/payment/payer', payment?.payer],
      ['buyer', '/list/buyer', list?.buyer],
    ] as const) {
      if (person === undefined) continue;
      found.unless(person.name === buyer.name, rule, `${kind}/name`);
      found.unless(person.idNumber === buyer.idNumber, rule, `${kind}/idNumber`);
    }
  }
  const [to, ordered] = [waybill?.consignee, order?.consignee];
  if (to === undefined || ordered === undefined) return;
  for (const field of ['name', 'phone', 'address'] as const) {
    found.unless(to[field] === ordered[field], 'consignee', `/waybill/consignee/${field}`);
  }
}

function shipment({ order, waybill, list }: Papers, direction: Direction, found: Mismatches): void {
  if (list === undefined) return;
  if (waybill !== undefined) {
    found.unless(agree(list.waybillNo, waybill.waybillNo), 'waybill_number', '/list/waybillNo');
    found.unless(agree(list.logisticsCode, waybill.logisticsCode), 'waybill_number', '/list/logisticsCode');
  }
  if (order !== undefined) {
    const ordered = new Map(order.lines.map((line) => [line.lineNo, line]));
    list.lines.forEach(({ lineNo, itemName, quantity }, index) => {
      const line = ordered.get(lineNo);
      const holds = line?.itemName === itemName && toFifths(line.quantity) === toFifths(quantity);
      found.unless(holds, 'list_lines', `/list/lines/${index}`);
      ordered.delete(lineNo);
    });
    for (const { lineNo } of ordered.values()) {
      found.unless(false, 'list_lines', `/order/lines/${order.lines.findIndex((line) => line.lineNo === lineNo)}`);
    }
  }
  if (direction === 'import') found.unless(list.packages === 1, 'packages', '/list/packages');
  found.unless(toFifths(list.netKg) <= toFifths(list.grossKg), 'net_weight', '/list/netKg');
}

function agree(left: string | undefined, right: string | undefined): boolean {
  return left === undefined || right === undefined || left === right;
}

/** Hundredths; 0 where there is none. */
export function minorOf(money: Amount | undefined): bigint {
  if (money === undefined) return 0n;
  const { amount } = money;
  const point = amount.indexOf('.');
  if (point < 0) return BigInt(amount) * 100n;
  return BigInt(amount.slice(0, point) + amount.slice(point + 1).padEnd(2, '0'));
}

/** Quantity times price, half up to the hundredth. */
function product(quantity: string, price: Amount): bigint {
  return (2n * toFifths(quantity) * minorOf(price) + FIFTHS) / (2n * FIFTHS);
}
