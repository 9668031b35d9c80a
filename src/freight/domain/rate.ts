import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';

/** Ways by sea, which can be quoted by themselves and booked. */
export const FREIGHT_MODES = ['fcl', 'lcl'] as const;
export type FreightMode = (typeof FREIGHT_MODES)[number];

/** Every way that goods can go, and be compared by. */
export const TARIFF_MODES = [
  ...FREIGHT_MODES,
  'air',
  'rail',
  'express',
  'postal',
  'dedicated_line',
  'overseas_warehouse',
] as const;
export type TariffMode = (typeof TARIFF_MODES)[number];

/** What a charge is counted by. A percentage is of other charges and comes after all fixed ones. */
export const CHARGE_BASES = [
  'per_container',
  'per_revenue_ton',
  'per_bill_of_lading',
  'percent_of',
  'per_shipment',
  'per_kg',
  'per_piece',
  'per_cbm',
  'per_cbm_day',
  'per_unit',
] as const;
export type ChargeBasis = (typeof CHARGE_BASES)[number];

/** `full` 全泡: volume counts; `half` 半泡: the mean of both weights; `none` 免泡: gross weight only. */
export const VOLUME_POLICIES = ['full', 'half', 'none'] as const;
export type VolumePolicy = (typeof VOLUME_POLICIES)[number];

/** Prepaid is paid by the shipper and owed through the platform; collect is paid by the consignee to the carrier. */
export const PAYERS = ['prepaid', 'collect'] as const;
export type Payer = (typeof PAYERS)[number];

/** The base ocean freight: the one charge without which there is no quote. */
export const OCEAN_FREIGHT = 'OCEAN';
/** The base freight of every other way. */
export const BASE_FREIGHT = 'FREIGHT';

/** UN/LOCODE: two letters of the country, three of the place (no 0 or 1 in it). */
export const UN_LOCODE = /^[A-Z]{2}[A-Z2-9]{3}$/;

/** One line of a tariff. A null place or size stands for any. */
export interface Rate {
  readonly id: string;
  /** True for the tariff that the platform ships, false for the tenant's own. */
  readonly isShared: boolean;
  readonly mode: TariffMode;
  /** `OCEAN`, `BAF`, `THC`, `DOC`, … */
  readonly code: string;
  readonly name: string;
  readonly basis: ChargeBasis;
  readonly portOfLoading: string | null;
  readonly portOfDischarge: string | null;
  readonly destinationCountry: string | null;
  readonly originCountry: string | null;
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
  /** One of several services of a mode; null: for all of them. */
  readonly service: string | null;
  /** Of a charge per kilogram or unit: the weight, kg, from which this price counts; null: from nothing. */
  readonly fromKg: Decimal | null;
  /** What weight a service goes by, where it is not the custom of its mode. */
  readonly weighing: Weighing;
  readonly transitDaysMin: number | null;
  readonly transitDaysMax: number | null;
}

/** A rate before it has an id. */
export type NewRate = Omit<Rate, 'id' | 'isShared'> & { readonly currency: string };

/** How a carrier makes a chargeable weight of pieces; what is null is as the mode has it. */
export interface Weighing {
  /** cm³ that count as a kilogram. */
  readonly divisor: number | null;
  readonly volumePolicy: VolumePolicy | null;
  /** Step to round up to, kg. */
  readonly roundUpToKg: Decimal | null;
}

export const AS_THE_MODE: Weighing = { divisor: null, volumePolicy: null, roundUpToKg: null };

/** A rate that was picked, and for which container size. */
export interface ChosenRate {
  readonly rate: Rate;
  /** The size it was picked for; null where it is not per container. */
  readonly sizeType: string | null;
}

/**
 * Picks one rate per charge, and per container size where the charge is per container. Of several that fit, the
 * tenant's own wins over the shared one, then the one that names more (discharge port, destination country, loading
 * port, its country, size), then the one valid from the latest day.
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

export function bestOf(rates: readonly Rate[]): Rate | undefined {
  return [...rates].sort((left, right) => compare(rank(right), rank(left)))[0];
}

/** Compared from the left; the id decides between equals, so that the same table always gives the same quote. */
function rank(rate: Rate): readonly (number | string)[] {
  const { isShared, portOfLoading, portOfDischarge, destinationCountry, originCountry, sizeType } = rate;
  const there = 16 * named(portOfDischarge) + 8 * named(destinationCountry);
  const specific = there + 4 * named(portOfLoading) + 2 * named(originCountry) + named(sizeType);
  return [isShared ? 0 : 1, specific, rate.validFrom, rate.id];
}

/** Rates of one table and one place: the breaks of a charge stand together or not at all. */
export function isSameFamily(left: Rate, right: Rate): boolean {
  const [mine, others] = [rank(left), rank(right)];
  return left.service === right.service && mine.slice(0, 3).every((value, index) => value === others[index]);
}

function named(value: string | null): number {
  return value === null ? 0 : 1;
}

function compare(left: readonly (number | string)[], right: readonly (number | string)[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  if (at === -1) return 0;
  return (left[at] ?? 0) > (right[at] ?? 0) ? 1 : -1;
}
