import { type Decimal } from '../../../kernel/decimal.js';
import { addDays, earlierOf, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { expectedPaymentDay } from '../../../kernel/payment-day.js';

/** What is known of the money of one order. */
export interface OrderCash {
  readonly orderId: string;
  /** What its buyer pays in all. */
  readonly value: Money;
  readonly received: Money;
  /** Nothing more is expected of the buyer: all came, within the tolerance, or the order was given up. */
  readonly isSettled: boolean;
  /** CNY for 1 unit of the order's currency. */
  readonly planRate: Decimal;
  readonly placedOn: LocalDate;
  readonly readyOn: LocalDate | null;
  readonly departedOn: LocalDate | null;
  /** Matched, and neither paid nor refused; null where none is expected. */
  readonly refund: { readonly amount: Money; readonly matchedOn: LocalDate } | null;
}

/** An advance that is drawn and not repaid. */
export interface OpenAdvance {
  /** Null of one that is lent on no order. */
  readonly orderId: string | null;
  readonly maturityOn: LocalDate;
  /** Fees, interest to that day, penalty and principal. */
  readonly owedOn: (day: LocalDate) => Money;
  /** What is paid when, where it is paid back in parts; it is due as a whole where null, or left out. */
  readonly parts?: readonly { readonly dueOn: LocalDate; readonly total: Money }[] | null;
}

export const FLOW_KINDS = ['receipt', 'refund', 'due'] as const;
/** `receipt`: a buyer pays. `refund`: the treasury pays. `due`: an advance is repaid. */
export type FlowKind = (typeof FLOW_KINDS)[number];

/** What a day is taken from; `matched`: the refund claim; `refund`: the day on which the refund repays the advance. */
export const FLOW_BASES = ['departed', 'ready', 'placed', 'matched', 'refund', 'maturity'] as const;
export type FlowBasis = (typeof FLOW_BASES)[number];

/** Money that is expected to move. */
export interface ExpectedFlow {
  readonly kind: FlowKind;
  readonly orderId: string | null;
  /** Never below zero; a due goes out. */
  readonly amount: Money;
  /** The same in CNY, at the order's plan rate, half up to the fen. */
  readonly worth: Money;
  readonly on: LocalDate;
  readonly basis: FlowBasis;
}

interface RefundRule {
  readonly validFrom: LocalDate;
  readonly afterMatchDays: number;
  readonly source: string;
}

/** Newest first. */
const REFUND_RULES: readonly RefundRule[] = [
  {
    validFrom: '2000-01-01',
    afterMatchDays: 30,
    source:
      'The platform’s own planning custom: filed within ten days of the match, up to ten working days with the tax bureau, ' +
      'some days with the treasury',
  },
];

/**
 * What an SME's orders and advances are expected to bring and to cost, each with its day. A buyer pays the rest of its order on
 * the day that is likely for it; a refund comes so many days after its match; an advance is repaid by the refund of its order, or
 * at maturity where that is earlier. Estimates, all of them: nothing is promised by them, and nothing posted.
 */
export function expectedFlows(
  orders: readonly OrderCash[],
  advances: readonly OpenAdvance[],
  today: LocalDate,
): ExpectedFlow[] {
  const refunds = new Map<string, ExpectedFlow>();
  for (const order of orders) {
    const refund = refundOf(order, today);
    if (refund !== null) refunds.set(order.orderId, refund);
  }
  const receipts = orders.flatMap((order) => receiptOf(order, today) ?? []);
  const dues = advances.flatMap((advance) => duesOf(advance, refunds, today));
  return [...receipts, ...refunds.values(), ...dues];
}

function receiptOf(order: OrderCash, today: LocalDate): ExpectedFlow | null {
  const { orderId, value, received, isSettled, planRate } = order;
  if (isSettled || !value.isMoreThan(received)) return null;
  const amount = value.minus(received);
  const { dueOn: on, basis } = expectedPaymentDay(order, today);
  return {
    kind: 'receipt',
    orderId,
    amount,
    worth: Money.ofMajor(amount.toDecimal().times(planRate), 'CNY', 'half-up'),
    on,
    basis,
  };
}

function refundOf({ orderId, refund }: OrderCash, today: LocalDate): ExpectedFlow | null {
  if (refund === null) return null;
  const { amount, matchedOn } = refund;
  const rule = REFUND_RULES.find(({ validFrom }) => validFrom <= today);
  if (rule === undefined) throw new Error(`No rule for refunds on ${today}`);
  const on = addDays(matchedOn, rule.afterMatchDays);
  return { kind: 'refund', orderId, amount, worth: amount, on, basis: 'matched' };
}

function duesOf(
  advance: OpenAdvance,
  refunds: ReadonlyMap<string, ExpectedFlow>,
  today: LocalDate,
): readonly ExpectedFlow[] {
  const { orderId, parts } = advance;
  if (parts == null) return [dueOf(advance, orderId === null ? undefined : refunds.get(orderId), today)];
  return parts.map(({ dueOn: on, total: amount }) => ({
    ...{ kind: 'due', orderId, amount, worth: amount, on, basis: 'maturity' },
  }));
}

/** What is late is reckoned as if it were paid today: a refund that should have come, a maturity that is over. */
function dueOf(
  { orderId, maturityOn, owedOn }: OpenAdvance,
  refund: ExpectedFlow | undefined,
  today: LocalDate,
): ExpectedFlow {
  const on = refund === undefined ? maturityOn : earlierOf(maturityOn, refund.on);
  const amount = owedOn(on < today ? today : on);
  return { kind: 'due', orderId, amount, worth: amount, on, basis: on === maturityOn ? 'maturity' : 'refund' };
}
