import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';

export const FREIGHT_MODES = ['fcl', 'lcl'] as const;
export type FreightMode = (typeof FREIGHT_MODES)[number];

/** What a charge is counted by. A percentage is of other charges and comes after all fixed ones. */
export const CHARGE_BASES = ['per_container', 'per_revenue_ton', 'per_bill_of_lading', 'percent_of'] as const;
export type ChargeBasis = (typeof CHARGE_BASES)[number];

/** Prepaid is paid by the shipper and owed through the platform; collect is paid by the consignee to the carrier. */
export const PAYERS = ['prepaid', 'collect'] as const;
export type Payer = (typeof PAYERS)[number];

/** The base ocean freight: the one charge without which there is no quote. */
export const OCEAN_FREIGHT = 'OCEAN';

/** UN/LOCODE: two letters of the country, three of the place (no 0 or 1 in it). */
export const UN_LOCODE = /^[A-Z]{2}[A-Z2-9]{3}$/;

/** One line of a tariff. A null place or size stands for any. */
export interface Rate {
  readonly id: string;
  /** True for the tariff that the platform ships, false for the tenant's own. */
  readonly isShared: boolean;
  readonly mode: FreightMode;
  /** `OCEAN`, `BAF`, `THC`, `DOC`, … */
  readonly code: string;
  readonly name: string;
  readonly basis: ChargeBasis;
  readonly portOfLoading: string | null;
  readonly portOfDischarge: string | null;
  readonly destinationCountry: string | null;
  readonly sizeType: string | null;
  /** Per container, revenue ton or bill of lading; null for a percentage. */
  readonly price: Money | null;
  /** 0.05 for 5 %; null for a fixed charge. */
  readonly share: Decimal | null;
  readonly percentOf: readonly string[];
  readonly minimum: Money | null;
  readonly maximum: Money | null;
  readonly payer: Payer;
  /** Charges are listed, and percentages applied, in this order. */
  readonly position: number;
  readonly validFrom: LocalDate;
  /** The last day, or null for until further notice. */
  readonly validTo: LocalDate | null;
  readonly source: string;
}

/** A rate that was picked, and for which container size. */
export interface ChosenRate {
  readonly rate: Rate;
  /** The size it was picked for; null where it is not per container. */
  readonly sizeType: string | null;
}

/**
 * Picks one rate per charge, and per container size where the charge is per container. Of several that fit, the
 * tenant's own wins over the shared one, then the one that names more (discharge port, destination country, loading
 * port, size), then the one valid from the latest day.
 * @param candidates rates of the lane and the day, as many per charge as there are
 */
export function chooseRates(candidates: readonly Rate[], sizeTypes: readonly string[]): ChosenRate[] {
  const chosen = [...Map.groupBy(candidates, ({ code }) => code).values()].flatMap((rates) => {
    const perContainer = bestOf(rates)?.basis === 'per_container';
    const keys = perContainer ? sizeTypes : [null];
    return keys.flatMap((sizeType) => {
      const rate = bestOf(rates.filter((one) => one.sizeType === null || one.sizeType === sizeType));
      return rate === undefined ? [] : [{ rate, sizeType }];
    });
  });
  return chosen.sort((left, right) => left.rate.position - right.rate.position);
}

function bestOf(rates: readonly Rate[]): Rate | undefined {
  return [...rates].sort((left, right) => compare(rank(right), rank(left)))[0];
}

/** Compared from the left; the id decides between equals, so that the same table always gives the same quote. */
function rank(rate: Rate): readonly (number | string)[] {
  const { isShared, portOfLoading, portOfDischarge, destinationCountry, sizeType } = rate;
  const specific =
    8 * named(portOfDischarge) + 4 * named(destinationCountry) + 2 * named(portOfLoading) + named(sizeType);
  return [isShared ? 0 : 1, specific, rate.validFrom, rate.id];
}

function named(value: string | null): number {
  return value === null ? 0 : 1;
}

function compare(left: readonly (number | string)[], right: readonly (number | string)[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  if (at === -1) return 0;
  return (left[at] ?? 0) > (right[at] ?? 0) ? 1 : -1;
}
