import { type CalculationRule, type CalculationStep, type Explained, step } from '../../kernel/calculation.js';
import { Decimal } from '../../kernel/decimal.js';
import { type Fault } from '../../kernel/domain-error.js';
import { InputCheck } from '../../kernel/input-check.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type ChargeLine, fixedLine, percentageOf, sumByCurrency } from './charge-lines.js';
import { type Cargo, checkCargo, type FclCargo, type LclCargo } from './cargo.js';
import { SAY } from './freight.sentences.js';
import { NoRateError } from './quote.errors.js';
import { type ChosenRate, chooseRates, OCEAN_FREIGHT, type Rate } from './rate.js';
import { lclFreight } from './revenue-tons.js';

const RULE: CalculationRule = {
  id: 'freight.quote',
  version: '2026-01-01',
  source:
    'Tariff in force on the day of departure; fixed charges first, then percentages in the order of the tariff (custom of the trade)',
};

export interface FreightQuote extends Explained {
  readonly lines: readonly ChargeLine[];
  /** Prepaid charges, one sum per currency; currencies are never mixed. */
  readonly totals: readonly Money[];
  /** What the consignee pays at destination, one sum per currency. */
  readonly collectTotals: readonly Money[];
  /** The prepaid sum where all of it is in one currency, else null. */
  readonly total: Money | null;
  /** LCL only. */
  readonly revenueTons: Decimal | null;
  /** The first day on which a rate of this quote no longer holds is the day after; null: until further notice. */
  readonly ratesValidTo: LocalDate | null;
}

/**
 * Prices a sea shipment from the rates of its lane and day.
 *
 * Rounding: half up to the minor unit of the charge's currency, once per line; lines are summed after rounding.
 * Order: fixed charges, then percentages in tariff order, each of the lines before it.
 * @param candidates every rate that fits lane, mode and day; see `chooseRates`
 * @throws InvalidInputError naming every fault of the cargo
 * @throws NoRateError when there is no ocean freight for the lane or for a container size
 * @example 2 × 22G1 at USD 1,450.00 and a 5 % surcharge → USD 2,900.00 + 145.00
 */
export function quoteFreight(cargo: Cargo, candidates: readonly Rate[]): FreightQuote {
  const check = new InputCheck();
  checkCargo(check, cargo);
  check.done();
  const chosen = chooseRates(candidates, cargo.mode === 'fcl' ? cargo.containers.map(({ sizeType }) => sizeType) : []);
  assertOceanFreight(cargo, chosen);
  const fixed = cargo.mode === 'fcl' ? fclLines(cargo, chosen) : lclLines(cargo, chosen);
  const lines = [...fixed.lines];
  for (const { rate } of chosen) if (rate.basis === 'percent_of') lines.push(...percentageOf(rate, lines));
  const totals = sumByCurrency(lines, 'prepaid');
  const quote = {
    lines,
    totals,
    collectTotals: sumByCurrency(lines, 'collect'),
    total: totals.length === 1 ? (totals[0] ?? null) : null,
    revenueTons: fixed.revenueTons,
    ratesValidTo: earliest(chosen.map(({ rate }) => rate.validTo)),
  };
  return { ...quote, rule: RULE, steps: [...fixed.steps, ...workingOf(quote)] };
}

interface FixedLines {
  readonly lines: ChargeLine[];
  readonly revenueTons: Decimal | null;
  readonly steps: readonly CalculationStep[];
}

function fclLines({ containers }: FclCargo, chosen: readonly ChosenRate[]): FixedLines {
  const countOf = (size: string | null): number => containers.find(({ sizeType }) => sizeType === size)?.count ?? 0;
  const lines = chosen.flatMap(({ rate, sizeType }) => {
    if (rate.basis === 'per_container') return fixedLine(rate, sizeType, new Decimal(countOf(sizeType)));
    return rate.basis === 'per_bill_of_lading' ? fixedLine(rate, null, new Decimal(1)) : [];
  });
  return { lines, revenueTons: null, steps: [] };
}

function lclLines({ pieces, cbm, grossKg }: LclCargo, chosen: readonly ChosenRate[]): FixedLines {
  const ocean = chosen.find(({ rate }) => rate.code === OCEAN_FREIGHT);
  const ratePerRevenueTon = ocean?.rate.price ?? Money.zero('USD');
  const { revenueTons, steps } = lclFreight({ pieces, cbm, grossKg, ratePerRevenueTon });
  const lines = chosen.flatMap(({ rate }) => {
    if (rate.basis === 'per_revenue_ton') return fixedLine(rate, null, revenueTons);
    return rate.basis === 'per_bill_of_lading' ? fixedLine(rate, null, new Decimal(1)) : [];
  });
  const measured = steps.filter(({ name }) => ['cbm', 'weightTons', 'revenueTons'].includes(name));
  return { lines, revenueTons, steps: measured };
}

function assertOceanFreight(cargo: Cargo, chosen: readonly ChosenRate[]): void {
  const ocean = chosen.filter(({ rate }) => rate.code === OCEAN_FREIGHT);
  const basis = cargo.mode === 'fcl' ? 'per_container' : 'per_revenue_ton';
  const missing = (pointer: string, what: string): Fault => ({
    pointer,
    code: 'no_rate',
    message: SAY.no_ocean_freight_for({ what }),
  });
  const faults =
    cargo.mode === 'fcl'
      ? cargo.containers.flatMap(({ sizeType }, index) =>
          ocean.some((one) => one.sizeType === sizeType && one.rate.basis === basis)
            ? []
            : [missing(`/containers/${index}/sizeType`, sizeType)],
        )
      : ocean.some(({ rate }) => rate.basis === basis)
        ? []
        : [missing('/portOfDischarge', 'LCL')];
  if (faults.length > 0) throw new NoRateError(SAY.no_ocean_freight, {}, faults);
}

function earliest(dates: readonly (LocalDate | null)[]): LocalDate | null {
  return dates.filter((date) => date !== null).sort()[0] ?? null;
}

function workingOf({ lines, totals, collectTotals }: Omit<FreightQuote, keyof Explained>): CalculationStep[] {
  const formula = ({ basis, limitedBy, quantity, price }: ChargeLine): string => {
    const product = `round(${price.toString()} × ${quantity.toString()})`;
    const counted = basis === 'percent_of' ? `${product}, of the charges named` : `${product}, ${basis}`;
    return limitedBy === null ? counted : `${limitedBy} of the rate instead of ${counted}`;
  };
  return [
    ...lines.map((line, index) => step(`lines.${index}.amount`, `${line.code}: ${formula(line)}`, line.amount)),
    ...totals.map((total, index) => step(`totals.${index}`, `Σ prepaid lines in ${total.currency}`, total)),
    ...collectTotals.map((total, index) =>
      step(`collectTotals.${index}`, `Σ collect lines in ${total.currency}`, total),
    ),
  ];
}
