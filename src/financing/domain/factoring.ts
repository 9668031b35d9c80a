import { type CalculationRule, type CalculationStep, type Explained, step } from '../../kernel/calculation.js';
import { type DayBasis } from '../../kernel/day-basis.js';
import { Decimal } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { Money } from '../../kernel/money.js';
import { interestOver } from './interest.js';

const RULE: CalculationRule = {
  id: 'financing.factoring',
  version: '1990-01-01',
  source: 'Custom of the trade: advance and reserve; fee and interest come out of the reserve at collection',
};

/** One factored invoice. All money in the currency of the invoice. */
export interface FactoringTerms {
  readonly invoice: Money;
  /** Share of the invoice that is paid at once. */
  readonly advanceRate: Decimal;
  /** Share of the invoice. */
  readonly feeRate?: Decimal | undefined;
  readonly flatFee?: Money | undefined;
  /** On the advance. */
  readonly interest?:
    { readonly annualRate: Decimal; readonly days: number; readonly dayBasis?: DayBasis | undefined } | undefined;
  /** What the buyer paid; the whole invoice unless said. */
  readonly received?: Money | undefined;
}

export interface Factoring extends Explained {
  readonly advance: Money;
  readonly reserve: Money;
  readonly fee: Money;
  readonly interest: Money;
  /** To the seller. */
  readonly remainder: Money;
  /** Still owed by the seller. */
  readonly shortfall: Money;
}

/**
 * What a factored invoice pays at once, and what is left when the buyer has paid.
 *
 * Rounding: the advance down, fee and interest half up, each at the scale of the currency.
 * @throws InvalidInputError naming every fault
 */
export function factoring(terms: FactoringTerms): Factoring {
  checkTerms(terms);
  const { invoice } = terms;
  const zero = Money.zero(invoice.currency);
  const advance = invoice.times(terms.advanceRate, 'down');
  const fee = invoice.times(terms.feeRate ?? new Decimal(0), 'half-up').plus(terms.flatFee ?? zero);
  const interest = terms.interest === undefined ? zero : interestOn(advance, terms.interest);
  const left = (terms.received ?? invoice).minus(advance).minus(fee).minus(interest);
  const result = {
    advance,
    reserve: invoice.minus(advance),
    fee,
    interest,
    remainder: Money.max(zero, left),
    shortfall: Money.max(zero, left.negated()),
  };
  return { ...result, rule: RULE, steps: workingOf(result) };
}

function interestOn(principal: Money, { annualRate, days, dayBasis }: NonNullable<FactoringTerms['interest']>): Money {
  return interestOver({ annualRate, periods: [{ principal, days }], dayBasis }).interest;
}

function checkTerms(terms: FactoringTerms): void {
  const check = new InputCheck();
  const { invoice } = terms;
  check.amount(invoice, '/invoice');
  check.share(terms.advanceRate, '/advanceRate');
  check.share(terms.feeRate, '/feeRate');
  check.amount(terms.flatFee, '/flatFee', invoice.currency);
  check.notNegative(terms.interest?.annualRate, '/interest/annualRate');
  check.notNegative(terms.interest?.days, '/interest/days');
  check.amount(terms.received, '/received', invoice.currency);
  check.done();
}

function workingOf(result: Omit<Factoring, keyof Explained>): CalculationStep[] {
  return [
    step('advance', 'down(invoice × advanceRate)', result.advance),
    step('reserve', 'invoice − advance', result.reserve),
    step('fee', 'round(invoice × feeRate) + flatFee', result.fee),
    step('interest', 'round(advance × annualRate × days / dayBasis)', result.interest),
    step('remainder', 'max(0, received − advance − fee − interest)', result.remainder),
    step('shortfall', 'max(0, −(received − advance − fee − interest))', result.shortfall),
  ];
}
