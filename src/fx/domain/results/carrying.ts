import { type CalculationRule, type Explained, step } from '../../../kernel/calculation.js';
import { Decimal, roundHalfUp } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { HOME } from '../conversions/price-quote.js';

export const CARRYING_RULE: CalculationRule = {
  id: 'fx.result',
  version: '2006-02-15',
  source:
    '《企业会计准则第19号——外币折算》（财会〔2006〕3号）第十条、第十一条：交易发生日即期汇率入账，资产负债表日按即期汇率折算，汇兑差额计入当期损益；预收款为非货币性项目，按收款日汇率；移动加权平均结转',
};

/** Foreign currency of one order, and what it stands at in CNY. */
export interface Carried {
  readonly foreign: Money;
  readonly value: Money;
}

export interface Movement extends Explained {
  /** Signed: above zero comes in, below is taken out. */
  readonly foreign: Money;
  readonly value: Money;
}

export interface Realised extends Movement {
  readonly brought: Money;
  /** CNY; below zero for a loss. */
  readonly result: Money;
}

export interface Revalued extends Explained {
  readonly valued: Money;
  readonly result: Money;
}

/** Between what the bank pays and what it takes: the middle of its board, CNY for one unit, eight decimals. */
export function middleRate({
  unit,
  spotBuy,
  spotSell,
}: {
  unit: Decimal;
  spotBuy: Decimal;
  spotSell: Decimal;
}): Decimal {
  return roundHalfUp(spotBuy.plus(spotSell).div(2).div(unit), 8);
}

/** Recognised at the rate of the day. Rounding: half up to the fen. */
export function takeIn(amount: Money, rate: Decimal): Movement {
  const value = Money.ofMajor(amount.toDecimal().times(rate), HOME, 'half-up');
  return {
    foreign: amount,
    value,
    rule: CARRYING_RULE,
    steps: [step('value', `round(${amount.toString()} × ${rate.toString()})`, value)],
  };
}

/**
 * Leaves at the average it stands at, without a result: what was kept for dues, or will not come.
 * Rounding: half up to the fen; the last of it takes all that is left, so that nothing stays behind.
 */
export function takeOut(carried: Carried, amount: Money): Movement {
  const value = shareOf(carried, amount);
  return {
    foreign: amount.negated(),
    value: value.negated(),
    rule: CARRYING_RULE,
    steps: [
      step('value', `${amount.toString()} of ${carried.foreign.toString()} at ${carried.value.toString()}`, value),
    ],
  };
}

/** Exchanged: what it brought, less what it stood at. */
export function realise(carried: Carried, sold: Money, brought: Money): Realised {
  const value = shareOf(carried, sold);
  const result = brought.minus(value);
  return {
    foreign: sold.negated(),
    value: value.negated(),
    brought,
    result,
    rule: CARRYING_RULE,
    steps: [
      step('carried', `${sold.toString()} of ${carried.foreign.toString()} at ${carried.value.toString()}`, value),
      step('result', 'brought − carried', result),
    ],
  };
}

/** What is still there, at the rate of the month’s end. Rounding: half up to the fen. */
export function revalue({ foreign, value }: Carried, rate: Decimal): Revalued {
  const valued = Money.ofMajor(foreign.toDecimal().times(rate), HOME, 'half-up');
  const result = valued.minus(value);
  return {
    valued,
    result,
    rule: CARRYING_RULE,
    steps: [
      step('valued', `round(${foreign.toString()} × ${rate.toString()})`, valued),
      step('result', 'valued − carried', result),
    ],
  };
}

function shareOf({ foreign, value }: Carried, amount: Money): Money {
  if (amount.equals(foreign)) return value;
  if (foreign.isZero()) return Money.zero(HOME);
  return value.times(new Decimal(amount.minor.toString()).div(foreign.minor.toString()), 'half-up');
}

/** What is to stand in the books of an order before its exchanges are taken out. */
export interface OrderMoney {
  readonly state: 'open' | 'collected' | 'waived';
  readonly expected: Money;
  readonly received: Money;
  /** Of what came: kept for dues in the same currency. */
  readonly dues: Money;
  /** The goods have left: what the buyer owes is a receivable. Before that, only what it has paid counts. */
  readonly isRecognised: boolean;
}

/**
 * Revenue is recognised when the goods have left (CAS 14, control passes); an advance when it comes. What is short within the
 * tolerance, or owed no more, will not come, and what was kept for dues is not exchanged.
 */
export function toBeCarried({ state, expected, received, dues, isRecognised }: OrderMoney): Money {
  const gross = isRecognised && state === 'open' ? Money.max(expected, received) : received;
  return gross.minus(dues);
}
