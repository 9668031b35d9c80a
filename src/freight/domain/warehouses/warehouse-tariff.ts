import { Decimal } from '../../../kernel/decimal.js';
import { type InputCheck } from '../../../kernel/input-check.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { SAY } from './warehouse.sentences.js';

/** What storage costs from a day of age on, per cubic metre and day. */
export interface AgeBand {
  /** The day of arrival is day 1. */
  readonly fromDay: number;
  readonly perCbmDay: string;
}

/** Decimals in major units of the tariff's currency. */
export interface WarehouseFees {
  readonly inboundPerPiece: string;
  readonly inboundPerCarton: string;
  readonly freeDays: number;
  readonly storage: readonly AgeBand[];
  readonly pickPerOrder: string;
  readonly pickPerPiece: string;
  readonly returnPerPiece: string;
}

/** A price list of one warehouse, from a day on until the next one begins. */
export interface DatedFees {
  readonly validFrom: LocalDate;
  readonly fees: WarehouseFees;
}

/** The one in force on a day. @param tariffs in any order */
export function feesOn<Of extends DatedFees>(tariffs: readonly Of[], day: LocalDate): Of | undefined {
  return tariffs
    .filter(({ validFrom }) => validFrom <= day)
    .sort((left, right) => (left.validFrom < right.validFrom ? 1 : -1))[0];
}

/** Bands go up, and leave no paid day without a price. */
export function checkFees({ freeDays, storage }: WarehouseFees, check: InputCheck): void {
  if (!check.filled(storage, '/storage')) return;
  const [first] = storage;
  const isCovered = first === undefined || first.fromDay <= freeDays + 1;
  check.that(isCovered, '/storage/0/fromDay', 'gap', SAY.band_gap({ day: freeDays + 1 }));
  storage.forEach(({ fromDay }, place) => {
    const before = storage[place - 1];
    const isHigher = before === undefined || fromDay > before.fromDay;
    check.that(isHigher, `/storage/${place}/fromDay`, 'not_ascending', SAY.bands_ascend);
  });
}

/** What a day of that age costs; nothing while it is free. */
export function rateAt({ freeDays, storage }: WarehouseFees, age: number): Decimal {
  if (age <= freeDays) return new Decimal(0);
  const band = storage.filter(({ fromDay }) => fromDay <= age).at(-1);
  return new Decimal(band?.perCbmDay ?? 0);
}
