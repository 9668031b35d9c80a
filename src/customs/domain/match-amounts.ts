import { type Currency } from '../../kernel/currency.js';
import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type MatchDocuments, type MatchOrder, type Mismatch, type OrderLine } from './match-documents.js';

const CURRENCY: Currency = 'CNY';
const DIGITS = /^(\d+)(?:\.(\d+))?$/;

/** goods + freight + tax − discount, in the currency of the goods: another one beside it is a mismatch of its own. */
export function amountDue({ goodsValue, freight, taxTotal, discount }: MatchOrder): Money {
  return sumOf([goodsValue, freight, taxTotal, discount.negated()]);
}

/** Rules `currency` to `amount_paid`, in their order. */
export function orderMismatches({ order, payment }: MatchDocuments, due: Money): Mismatch[] {
  const { lines = [] } = order;
  const totals = lines.map(({ total }) => total);
  return [
    ...foreignMoney(order, payment?.amountPaid),
    ...differs('order_total', 'order', '/order/actualPaid', due, order.actualPaid),
    ...(order.lines === undefined
      ? []
      : differs('goods_value', 'order', '/order/goodsValue', sumOf(totals), order.goodsValue)),
    ...lineTotals(lines),
    ...(payment === undefined
      ? []
      : differs('amount_paid', 'payment', '/payment/amountPaid', order.actualPaid, payment.amountPaid)),
  ];
}

function foreignMoney(order: MatchOrder, paid: Money | undefined): Mismatch[] {
  const { goodsValue, freight, taxTotal, discount, actualPaid, lines = [] } = order;
  const heads = { goodsValue, freight, taxTotal, discount, actualPaid };
  const inHead = Object.entries(heads).find(([, { currency }]) => currency !== CURRENCY);
  const inLine = lines.findIndex(({ unitPrice, total }) =>
    [unitPrice, total].some(({ currency }) => currency !== CURRENCY),
  );
  const pointer = inHead !== undefined ? `/order/${inHead[0]}` : inLine >= 0 ? `/order/lines/${inLine}` : null;
  return [
    ...(pointer === null ? [] : [{ rule: 'currency', document: 'order', pointer } as const]),
    ...(paid === undefined || paid.currency === CURRENCY
      ? []
      : [{ rule: 'currency', document: 'payment', pointer: '/payment/amountPaid' } as const]),
  ];
}

function differs(
  rule: Mismatch['rule'],
  document: Mismatch['document'],
  pointer: string,
  expected: Money,
  found: Money,
): Mismatch[] {
  if (isSameAmount(expected, found)) return [];
  return [{ rule, document, pointer, expected: expected.toString(), found: found.toString() }];
}

/** By their numbers: that one is of another currency is a mismatch of its own, told once. */
function isSameAmount(one: Money, other: Money): boolean {
  return one.currency === other.currency ? one.equals(other) : one.toDecimal().equals(other.toDecimal());
}

function lineTotals(lines: readonly OrderLine[]): Mismatch[] {
  const wrong = lines.flatMap((line, place) =>
    differs('line_total', 'order', `/order/lines/${place}/total`, lineTotal(line), line.total).map((mismatch) => ({
      ...mismatch,
      lineNo: line.lineNo,
    })),
  );
  return wrong.sort((left, right) => left.lineNo - right.lineNo);
}

/** quantity × unit price, half up at the currency's place; whole numbers all the way. */
function lineTotal({ quantity, unitPrice }: OrderLine): Money {
  const [, whole = '0', places = ''] = DIGITS.exec(quantity) ?? [];
  const scale = 10n ** BigInt(places.length);
  const product = 2n * unitPrice.minor * BigInt(whole + places) + scale;
  return Money.ofMinor(product / (2n * scale), unitPrice.currency);
}

/** In the currency of the first; amounts of another one count as if they were of it. */
function sumOf(amounts: readonly Money[]): Money {
  const currency = amounts[0]?.currency ?? CURRENCY;
  if (amounts.every((amount) => amount.currency === currency)) return Money.sum(amounts, currency);
  const major = amounts.reduce((sum, amount) => sum.plus(amount.toDecimal()), new Decimal(0));
  return Money.ofMajor(major, currency, 'half-up');
}
