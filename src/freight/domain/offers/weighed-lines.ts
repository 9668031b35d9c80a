import { Decimal } from '../../../kernel/decimal.js';
import { type ChargeLine, fixedLine, lineOf, percentageOf } from '../charge-lines.js';
import { breakCharge } from '../rate-breaks.js';
import { bestOf, type ChargeBasis, isSameFamily, type Rate } from '../rate.js';

/** How much there is of what charges are counted by. */
export interface Quantities {
  /** By the weighing of a rate. */
  readonly chargeableKg: (rate: Rate) => Decimal;
  readonly pieces: number;
  readonly cbm: Decimal;
  readonly revenueTons: Decimal;
  /** Overseas warehouse: days that the goods lie there. */
  readonly storageDays: number;
  /** Overseas warehouse: articles that are picked, packed and sent one by one. */
  readonly units: number;
  readonly unitKg: Decimal;
  readonly containers: readonly { readonly sizeType: string; readonly count: number }[];
}

/**
 * The charges of a tariff by weight, piece, volume, unit, box or shipment: fixed ones first, in the order of the tariff, then the
 * percentages, each of the lines before it. A charge by the kilogram follows its breaks; one by the unit takes the band of the
 * unit's weight.
 *
 * Rounding: half up to the minor unit, once per line.
 * @param rates of one mode and one service, in force; as many for a charge as there are
 * @throws SurchargeCurrencyError
 */
export function weighedLines(rates: readonly Rate[], quantities: Quantities): ChargeLine[] {
  const groups = [...Map.groupBy(rates, ({ code }) => code).values()];
  const chosen = groups.flatMap((group) => {
    const best = bestOf(group);
    return best === undefined ? [] : [{ best, family: group.filter((rate) => isSameFamily(rate, best)) }];
  });
  chosen.sort((left, right) => left.best.position - right.best.position);
  const lines = chosen.flatMap(({ best, family }) => linesOf(best, family, quantities));
  for (const { best } of chosen) if (best.basis === 'percent_of') lines.push(...percentageOf(best, lines));
  return lines;
}

function linesOf(best: Rate, family: readonly Rate[], quantities: Quantities): ChargeLine[] {
  if (best.basis === 'percent_of') return [];
  if (best.basis === 'per_kg') return byWeight(best, family, quantities);
  if (best.basis === 'per_unit') return byUnit(family, quantities);
  if (best.basis === 'per_container') return byContainer(family, quantities);
  return fixedLine(best, null, quantityOf(best.basis, quantities));
}

function quantityOf(basis: ChargeBasis, { pieces, cbm, revenueTons, storageDays }: Quantities): Decimal {
  if (basis === 'per_piece') return new Decimal(pieces);
  if (basis === 'per_cbm') return cbm;
  if (basis === 'per_cbm_day') return cbm.times(storageDays);
  return basis === 'per_revenue_ton' ? revenueTons : new Decimal(1);
}

/** The minimum charge is that of the whole table, on whatever break it is written. */
function byWeight(best: Rate, family: readonly Rate[], { chargeableKg }: Quantities): ChargeLine[] {
  const weight = chargeableKg(best);
  const breaks = family.flatMap((rate) =>
    rate.price === null ? [] : [{ fromKg: rate.fromKg ?? new Decimal(0), price: rate.price, rate }],
  );
  const charge = breakCharge(weight, breaks);
  if (charge === null) return [];
  const minimum = family.map((rate) => rate.minimum).find((one) => one !== null) ?? null;
  return [lineOf({ ...charge.at.rate, minimum }, null, charge.chargedKg, charge.at.price)];
}

function byUnit(family: readonly Rate[], { units, unitKg }: Quantities): ChargeLine[] {
  const reached = family.filter(({ fromKg }) => fromKg === null || fromKg.lessThanOrEqualTo(unitKg));
  const [band] = reached.sort((left, right) => (right.fromKg ?? new Decimal(0)).comparedTo(left.fromKg ?? 0));
  return band === undefined ? [] : fixedLine(band, null, new Decimal(units));
}

function byContainer(family: readonly Rate[], { containers }: Quantities): ChargeLine[] {
  return containers.flatMap(({ sizeType, count }) => {
    const rate = bestOf(family.filter((one) => one.sizeType === null || one.sizeType === sizeType));
    return rate === undefined ? [] : fixedLine(rate, sizeType, new Decimal(count));
  });
}
