import { Decimal } from '../../kernel/decimal.js';
import { FxRate } from '../../kernel/fx-rate.js';
import { isLocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { Fields, parseObject } from '../world/json.js';
import { Faults, Refusal } from '../world/refusal.js';

/** The bank's board: CNY per `unit` of the currency, from the bank's side (it buys at spotBuy, sells at spotSell). */
export interface Quote {
  readonly currency: string;
  readonly unit: string;
  readonly spotBuy: string;
  readonly cashBuy: string;
  readonly spotSell: string;
  readonly cashSell: string;
}

/** Made up, near the level of late 2026; `PUT /control/fx/board` moves them. */
export const FIRST_BOARD: readonly Quote[] = [
  quote('USD', '708.12', '702.36', '711.10'),
  quote('EUR', '818.40', '792.97', '824.42'),
  quote('GBP', '934.55', '905.51', '941.43'),
  quote('HKD', '91.02', '90.29', '91.38'),
  quote('JPY', '4.6120', '4.4687', '4.6460'),
  quote('AUD', '460.38', '446.08', '463.77'),
  quote('CAD', '503.16', '487.27', '506.86'),
  quote('SGD', '545.20', '528.38', '549.03'),
];

function quote(currency: string, spotBuy: string, cashBuy: string, sell: string): Quote {
  return { currency, unit: '100', spotBuy, cashBuy, spotSell: sell, cashSell: sell };
}

const HOME = 'CNY';
/** A rate this much better for the customer than the board is out of date. */
const STALE_SHARE = new Decimal('0.0005');
/** A rate this much worse for the customer than the board is a mistake. */
const OFF_MARKET_SHARE = new Decimal('0.02');

export interface Deal {
  readonly reference: string;
  readonly sold: Money;
  readonly bought: Money;
  readonly rate: string;
  readonly unit: string;
}

export interface Wish {
  readonly reference: string;
  readonly sell: Money;
  readonly buyCurrency: string;
  readonly rate: Decimal;
  readonly unit: Decimal;
  /** Null: at once. */
  readonly valueDate: string | null;
  /** Between which accounts of the customer; null where it does not say. */
  readonly debitAccount: string | null;
  readonly creditAccount: string | null;
}

/** @throws Refusal 400 or 422 with every fault */
export function readDeal(body: string): Wish {
  const faults = new Faults();
  const fields = new Fields(parseObject(body), faults);
  const reference = fields.text('reference');
  const sell = fields.money('sell');
  const buyCurrency = fields.text('buyCurrency', (code) => /^[A-Z]{3}$/.test(code), 'must be a currency');
  const rate = new Decimal(fields.decimal('rate'));
  const unit = new Decimal(fields.decimal('unit'));
  const [debitAccount, creditAccount] = [fields.optionalText('debitAccount'), fields.optionalText('creditAccount')];
  const valueDate = fields.optionalText('valueDate');
  faults.unless(valueDate === null || isLocalDate(valueDate), '/valueDate', 'must be a date YYYY-MM-DD');
  faults.unless(!sell.isZero(), '/sell/amount', 'must be above 0');
  faults.unless(rate.greaterThan(0), '/rate', 'must be above 0');
  faults.unless(unit.greaterThan(0), '/unit', 'must be above 0');
  faults.refuse(422, 'INVALID', 'The deal breaks one or more rules');
  return { reference, sell, buyCurrency, rate, unit, valueDate, debitAccount, creditAccount };
}

/**
 * Exchanges at the customer's rate if the board allows it; the bought amount is rounded half-up to its currency.
 * @throws Refusal 422 NO_QUOTE, RATE_STALE, RATE_OFF_MARKET
 */
export function strike(wish: Wish, board: readonly Quote[]): Deal {
  const { sell, buyCurrency, rate, unit, reference } = wish;
  const perOne = rate.div(unit);
  if (buyCurrency !== HOME && sell.currency !== HOME) return strikeCross(wish, board);
  const isSelling = buyCurrency === HOME;
  const foreign = isSelling ? sell.currency : buyCurrency;
  assertMarket({ currency: foreign, isSelling, perOne }, board);
  const factor = isSelling ? perOne : new Decimal(1).div(perOne);
  const bought = isSelling
    ? FxRate.of({ base: foreign, quote: HOME, rate: factor.toFixed(), asOf: '', source: 'DEAL' }).convert(
        sell,
        'half-up',
      )
    : Money.ofMajor(sell.toDecimal().times(factor), foreign, 'half-up');
  return { reference, sold: sell, bought, rate: rate.toFixed(), unit: unit.toFixed() };
}

/** One foreign currency into another, at no better a rate than the board makes by way of CNY. */
function strikeCross({ sell, buyCurrency, rate, unit, reference }: Wish, board: readonly Quote[]): Deal {
  const [sold, bought] = [sell.currency, buyCurrency].map((currency) =>
    board.find((line) => line.currency === currency),
  );
  if (sold === undefined || bought === undefined || sold === bought) {
    throw new Refusal(422, 'NO_QUOTE', `No quote for ${sell.currency} against ${buyCurrency}`);
  }
  const perOne = rate.div(unit);
  const market = new Decimal(sold.spotBuy).times(bought.unit).div(new Decimal(bought.spotSell).times(sold.unit));
  assertGain(perOne.minus(market).div(market));
  const got = Money.ofMajor(sell.toDecimal().times(perOne), buyCurrency, 'half-up');
  return { reference, sold: sell, bought: got, rate: rate.toFixed(), unit: unit.toFixed() };
}

/**
 * The customer's rate must be one that the board allows.
 * @throws Refusal 422 NO_QUOTE, RATE_STALE, RATE_OFF_MARKET
 */
export function assertMarket(
  { currency, isSelling, perOne }: { readonly currency: string; readonly isSelling: boolean; readonly perOne: Decimal },
  board: readonly Quote[],
): void {
  const quoted = board.find((line) => line.currency === currency);
  if (quoted === undefined) throw new Refusal(422, 'NO_QUOTE', `No quote for ${currency} against ${HOME}`);
  const market = new Decimal(isSelling ? quoted.spotBuy : quoted.spotSell).div(quoted.unit);
  // How much better the customer's rate is than the board's, from the customer's side.
  assertGain((isSelling ? perOne.minus(market) : market.minus(perOne)).div(market));
}

function assertGain(gain: Decimal): void {
  if (gain.greaterThan(STALE_SHARE)) throw new Refusal(422, 'RATE_STALE', 'The market has moved: take a new rate');
  if (gain.lessThan(OFF_MARKET_SHARE.negated())) {
    throw new Refusal(422, 'RATE_OFF_MARKET', 'The rate is off the market');
  }
}
