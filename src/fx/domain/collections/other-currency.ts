import { step } from '../../../kernel/calculation.js';
import { type Currency } from '../../../kernel/currency.js';
import { type Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Credit, type Debt, stillOwed } from './debt.js';
import { type Suggestion } from './match-collection.js';
import { MatchEvidence } from './match-evidence.js';
import { type MatchGround, matchTerms } from './match-terms.js';

/** What one unit of the receipt is worth in a currency, on the day of the receipt. */
export interface CrossRate {
  readonly rate: Decimal;
  /** The older of the boards that it is made of. */
  readonly asOf: Date;
}

interface Valued {
  readonly debt: Debt;
  readonly worth: Money;
  readonly rate: CrossRate;
}

/**
 * Orders in another currency that a receipt may pay for: named by it, or owed by its payer and of about this worth at the cross rate
 * of the day. For a person only: what the buyer's bank took for the exchange nobody here knows, so it is never sure enough.
 *
 * @param debts in other currencies than the receipt
 * @param rateTo null where no board has the currency
 * Rounding: the worth half up to the minor unit of the order's currency, once.
 */
export function suggestOtherCurrency(
  credit: Credit,
  debts: readonly Debt[],
  { on, rateTo }: { readonly on: LocalDate; readonly rateTo: (currency: Currency) => CrossRate | null },
): Suggestion[] {
  const evidence = new MatchEvidence(credit, debts);
  const valued = (some: readonly Debt[]): Valued[] =>
    some.flatMap((debt) => {
      const rate = rateTo(debt.expected.currency);
      if (rate === null) return [];
      const worth = Money.ofMajor(credit.amount.toDecimal().times(rate.rate), debt.expected.currency, 'half-up');
      return [{ debt, worth, rate }];
    });
  const named = new Set([...evidence.named, ...evidence.underContract()]);
  const { crossShare } = matchTerms(on);
  const ofPayer = [...evidence.ofPayer, ...evidence.ofSimilarPayer].filter((debt) => !named.has(debt));
  return [
    ...valued([...named]).map((each) => suggestion(credit, each, { ground: 'reference_in_other_currency', on })),
    ...valued(ofPayer)
      .filter((each) => isOfThisWorth(each, crossShare))
      .map((each) => suggestion(credit, each, { ground: 'payer_in_other_currency', on })),
  ];
}

function isOfThisWorth({ debt, worth }: Valued, crossShare: Decimal): boolean {
  const owed = stillOwed(debt);
  const room = Money.max(debt.tolerance, owed.times(crossShare, 'half-up'));
  return !worth.minus(owed).absolute().isMoreThan(room);
}

function suggestion(
  { amount }: Credit,
  { debt, worth, rate }: Valued,
  { ground, on }: { readonly ground: MatchGround; readonly on: LocalDate },
): Suggestion {
  const isNamed = ground === 'reference_in_other_currency';
  return {
    by: isNamed ? 'reference' : 'payer',
    ground,
    confidence: matchTerms(on).confidence(ground),
    shares: [],
    surplus: amount,
    flags: ['other_currency'],
    steps: [
      step('order', isNamed ? 'named, or its contract is' : 'owed by the payer', debt.reference),
      step('rate', `${debt.expected.currency} for 1 ${amount.currency}, middle of the board`, rate.rate),
      step('worth', `${amount.toString()} × rate; ${debt.reference} still owes ${stillOwed(debt).toString()}`, worth),
    ],
    otherCurrency: { orderId: debt.orderId, worth, ...rate },
  };
}
