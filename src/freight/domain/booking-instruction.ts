import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Containers } from './cargo.js';
import { type FreightMode } from './rate.js';

/** One kind of goods in a shipment. */
export interface Goods {
  readonly description: string;
  readonly hsCode: string;
  readonly grossKg: Decimal;
  readonly cbm: Decimal;
  readonly packages: number;
}

export interface Equipment {
  readonly sizeType: string;
  readonly units: number;
  readonly goods: readonly Goods[];
}

/** A text that the standard has less room for than we were given: where in the message, and how much was kept. */
export interface CutField {
  readonly pointer: string;
  readonly givenLength: number;
  readonly keptLength: number;
}

/** All that a carrier is told when space is booked. */
export interface BookingInstruction {
  /** Ours, made from the booking's id: a repeat of it gets the carrier's first answer. */
  readonly reference: string;
  readonly customerReference: string;
  readonly quoteReference: string;
  readonly mode: FreightMode;
  readonly incoterm: string;
  readonly portOfLoading: string;
  readonly portOfDischarge: string;
  readonly expectedDepartureDate: LocalDate;
  readonly shipper: { readonly name: string; readonly address: string; readonly uscc: string };
  readonly consignee: { readonly name: string; readonly address: string };
  readonly notifyParty?: { readonly name: string; readonly address: string };
  /** A ship of the shipper's choice. */
  readonly ship?: { readonly vesselName: string; readonly voyageNumber: string };
  readonly transportDocumentType?: 'BOL' | 'SWB';
  readonly isPartialLoadAllowed?: boolean;
  readonly isEquipmentSubstitutionAllowed?: boolean;
  readonly equipments: readonly Equipment[];
}

/** LCL goods travel in a box of the consolidator's; this size stands for it. */
export const CONSOLIDATION_BOX: Containers = { sizeType: '22G1', count: 1 };

const KG_PLACES = 3;
const CBM_PLACES = 4;

/**
 * Spreads the goods over the kinds of container by their count. Nobody has said which goods go into which box, and
 * the carrier wants a weight for each: the parts sum to the whole exactly, the first takes what does not divide.
 */
export function spreadGoods(goods: readonly Goods[], containers: readonly Containers[]): Equipment[] {
  const counts = containers.map(({ count }) => count);
  const shares = goods.map((one) => ({
    one,
    kg: spread(one.grossKg, counts, KG_PLACES),
    cbm: spread(one.cbm, counts, CBM_PLACES),
    packages: spread(new Decimal(one.packages), counts, 0),
  }));
  return containers.map(({ sizeType, count }, index) => ({
    sizeType,
    units: count,
    goods: shares.map(({ one, kg, cbm, packages }) => ({
      description: one.description,
      hsCode: one.hsCode,
      grossKg: kg[index] ?? new Decimal(0),
      cbm: cbm[index] ?? new Decimal(0),
      packages: (packages[index] ?? new Decimal(0)).toNumber(),
    })),
  }));
}

/** Shares of `whole` in proportion to the counts, cut down to `places`; the first gets the rest. */
function spread(whole: Decimal, counts: readonly number[], places: number): Decimal[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const parts = counts.map((count) => whole.times(count).div(total).toDecimalPlaces(places, Decimal.ROUND_DOWN));
  const rest = parts.reduce((left, part) => left.minus(part), whole);
  return parts.map((part, index) => (index === 0 ? part.plus(rest) : part));
}
