import { type CalculationRule, type Explained, step } from '../../../kernel/calculation.js';
import { Decimal } from '../../../kernel/decimal.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { Money } from '../../../kernel/money.js';
import { SAY } from '../fx.sentences.js';

const RULE: CalculationRule = {
  id: 'fx.conversion',
  version: '1994-01-01',
  source: '银行外汇牌价：结汇用买入价，购汇用卖出价，现汇、现钞分列，按 100 外币标价',
};

/** The four prices of a bank board, as the bank sees them: it buys low and sells high. */
export type BoardPrice = 'spotBuy' | 'cashBuy' | 'spotSell' | 'cashSell';

export interface BoardQuote {
  /** What the prices are in, and what the answer is in. */
  readonly currency: string;
  /** How many foreign units a price is for; boards in China quote per 100, yen included. */
  readonly unit?: Decimal | undefined;
  readonly spotBuy?: Decimal | undefined;
  readonly cashBuy?: Decimal | undefined;
  readonly spotSell?: Decimal | undefined;
  readonly cashSell?: Decimal | undefined;
}

export interface BoardConversion {
  /** The foreign currency. */
  readonly amount: Money;
  /** What the customer does with it: `sell` 结汇, `buy` 购汇. */
  readonly side: 'sell' | 'buy';
  /** `telegraphic` 现汇 or `notes` 现钞. */
  readonly form?: 'telegraphic' | 'notes' | undefined;
  readonly quote: BoardQuote;
}

export interface Converted extends Explained {
  readonly converted: Money;
  /** As quoted, for `unit` foreign units. */
  readonly rateUsed: Decimal;
  readonly rateName: BoardPrice;
}

const PRICE: Readonly<Record<'sell' | 'buy', Readonly<Record<'telegraphic' | 'notes', BoardPrice>>>> = {
  sell: { telegraphic: 'spotBuy', notes: 'cashBuy' },
  buy: { telegraphic: 'spotSell', notes: 'cashSell' },
};

/** The price that applies: who sells gets the bank's buying price, and the other way round. */
export function boardPrice(side: BoardConversion['side'], form: 'telegraphic' | 'notes' = 'telegraphic'): BoardPrice {
  return PRICE[side][form];
}

/**
 * Converts foreign currency at a bank's board.
 *
 * Rounding: half up, once, at the scale of the answer's currency; the price is used as quoted, never divided first.
 * @throws InvalidInputError naming every fault; the price that is needed must be there
 * @example 3,970 JPY sold at 6.0078 per 100 → 238.51 CNY
 */
export function convertAtBoard({ amount, side, form, quote }: BoardConversion): Converted {
  const rateName = boardPrice(side, form);
  const unit = quote.unit ?? new Decimal(100);
  const check = new InputCheck();
  check.amount(amount, '/amount');
  check.that(amount.currency !== quote.currency, '/quote/currency', 'same_currency', SAY.same_currency);
  check.positive(quote.unit, '/quote/unit');
  for (const price of ['spotBuy', 'cashBuy', 'spotSell', 'cashSell'] as const) {
    check.positive(quote[price], `/quote/${price}`);
  }
  check.required(quote[rateName], `/quote/${rateName}`);
  check.done();

  const rateUsed = quote[rateName] ?? new Decimal(0);
  const converted = Money.ofMajor(amount.toDecimal().times(rateUsed).div(unit), quote.currency, 'half-up');
  return {
    converted,
    rateUsed,
    rateName,
    rule: RULE,
    steps: [
      step('rateUsed', `${rateName}, for ${unit.toString()} ${amount.currency}`, rateUsed),
      step('converted', 'round(amount × rateUsed / unit)', converted),
    ],
  };
}
