import { type CalculationRule, type Explained, step } from '../../kernel/calculation.js';
import { type Decimal } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { Money } from '../../kernel/money.js';
import { SAY } from './orders.sentences.js';

const RULE: CalculationRule = {
  id: 'pricing.cif',
  version: '2020-01-01',
  source: 'Incoterms 2020 CIF: insured for the price and usually 10 % more; premium on the insured value',
};

/** One of CIF, CFR, or FOB with freight, all in one currency. */
export interface PriceTerms {
  readonly cif?: Money | undefined;
  readonly cfr?: Money | undefined;
  readonly fob?: Money | undefined;
  /** Needed with FOB; beside CIF or CFR it gives FOB. */
  readonly freight?: Money | undefined;
  /** 1.10 for 110 % of the CIF value. */
  readonly insuredValueFactor: Decimal;
  /** Fraction of the insured value. */
  readonly premiumRate: Decimal;
}

export interface Prices extends Explained {
  readonly cif: Money;
  readonly cfr: Money;
  readonly insurance: Money;
  readonly fob?: Money;
}

/**
 * Turns a price under one term into the others.
 *
 *     CIF = CFR / (1 − insured value factor × premium rate)
 *
 * Rounding: half up at the scale of the currency, the insurance from CIF, or CIF from CFR; the rest are differences.
 * @throws InvalidInputError naming every fault
 * @example CFR USD 20,000.00, 110 %, 0.6 % → CIF 20,132.88
 */
export function cifPrices(terms: PriceTerms): Prices {
  checkTerms(terms);
  const insuredShare = terms.insuredValueFactor.times(terms.premiumRate);
  const { cif, cfr } = terms.cif === undefined ? fromCfr(cfrOf(terms), insuredShare) : fromCif(terms.cif, insuredShare);
  const fob = terms.freight === undefined ? undefined : cfr.minus(terms.freight);
  const insurance = cif.minus(cfr);
  return {
    cif,
    cfr,
    insurance,
    ...(fob !== undefined && { fob }),
    rule: RULE,
    steps: [
      step('k', 'insuredValueFactor × premiumRate', insuredShare),
      ...(terms.cif === undefined
        ? [step('cfr', 'as given, or fob + freight', cfr), step('cif', 'round(cfr / (1 − k))', cif)]
        : [step('insurance', 'round(cif × k)', insurance), step('cfr', 'cif − insurance', cfr)]),
      ...(fob === undefined ? [] : [step('fob', 'cfr − freight', fob)]),
    ],
  };
}

function fromCif(cif: Money, insuredShare: Decimal): { cif: Money; cfr: Money } {
  return { cif, cfr: cif.minus(cif.times(insuredShare, 'half-up')) };
}

function fromCfr(cfr: Money, insuredShare: Decimal): { cif: Money; cfr: Money } {
  return { cif: Money.ofMajor(cfr.toDecimal().div(insuredShare.negated().plus(1)), cfr.currency, 'half-up'), cfr };
}

function cfrOf({ cfr, fob, freight }: PriceTerms): Money {
  if (cfr !== undefined) return cfr;
  return fob === undefined || freight === undefined ? Money.zero('USD') : fob.plus(freight);
}

function checkTerms(terms: PriceTerms): void {
  const check = new InputCheck();
  const { cif, cfr, fob, freight } = terms;
  const given = cif ?? cfr ?? fob;
  if (given === undefined) check.required(cif, '/cif');
  if (cif !== undefined) check.absent(cfr, '/cfr', 'cif');
  if (cif !== undefined || cfr !== undefined) check.absent(fob, '/fob', SAY.cif_or_cfr);
  if (fob !== undefined) check.required(freight, '/freight');
  for (const [name, amount] of Object.entries({ cif, cfr, fob, freight })) {
    check.amount(amount, `/${name}`, given?.currency);
  }
  check.notNegative(terms.insuredValueFactor, '/insuredValueFactor');
  check.share(terms.premiumRate, '/premiumRate');
  const insuredShare = terms.insuredValueFactor.times(terms.premiumRate);
  check.that(insuredShare.lessThan(1), '/premiumRate', 'out_of_range', SAY.premium_below_price);
  check.done();

  const carried = cif === undefined ? cfrOf(terms) : fromCif(cif, insuredShare).cfr;
  const isFobLeft = freight?.isMoreThan(carried) !== true;
  check.that(isFobLeft, '/freight', 'out_of_range', SAY.freight_within_price);
  check.done();
}
