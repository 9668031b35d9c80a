import { Decimal } from './decimal.js';
import { type Fault, InvalidInputError } from './domain-error.js';
import { SAY } from './kernel.sentences.js';
import { isLocalDate, type LocalDate } from './local-date.js';
import { type Money } from './money.js';
import { type Said, type Sentence } from './sentence.js';

const EARLIEST = '1990-01-01';
const LATEST = '2099-12-31';

/**
 * Collects the faults of one input, so that the caller hears of all of them at once.
 * Pointers are those of the request; a rule and the API name their fields alike.
 */
export class InputCheck {
  private readonly faults: Fault[] = [];

  /** Notes a fault unless `holds`. @returns holds, so that a check can stand on another */
  that(holds: boolean, pointer: string, code: string, message: Sentence): boolean {
    if (!holds) this.faults.push({ pointer, code, message });
    return holds;
  }

  /** Amounts of a request are not negative. */
  amount(money: Money | undefined, pointer: string, currency?: string): void {
    if (money === undefined) return;
    this.that(!money.isNegative(), pointer, 'negative', SAY.amount_negative);
    if (currency !== undefined) {
      this.that(money.currency === currency, pointer, 'currency_mismatch', SAY.amount_currency({ currency }));
    }
  }

  /** A tax rate or share: 0.13 for 13 %. Refuses 13, which is the usual slip. */
  share(rate: Decimal | undefined, pointer: string): void {
    if (rate === undefined) return;
    const holds = rate.greaterThanOrEqualTo(0) && rate.lessThanOrEqualTo(1);
    this.that(holds, pointer, 'out_of_range', SAY.share);
  }

  notNegative(value: Decimal | number | undefined, pointer: string): void {
    if (value === undefined) return;
    this.that(new Decimal(value).greaterThanOrEqualTo(0), pointer, 'negative', SAY.value_negative);
  }

  positive(value: Decimal | number | undefined, pointer: string): void {
    if (value === undefined) return;
    this.that(new Decimal(value).greaterThan(0), pointer, 'not_positive', SAY.value_not_positive);
  }

  /** A day that exists, in a year in which somebody could be trading. */
  date(date: LocalDate | null | undefined, pointer: string): void {
    if (date === undefined || date === null) return;
    const holds = isLocalDate(date) && date >= EARLIEST && date <= LATEST;
    this.that(holds, pointer, 'invalid_date', SAY.date_range({ from: EARLIEST, to: LATEST }));
  }

  /** At least one element; an empty list has no currency and no result. */
  filled(list: readonly unknown[], pointer: string): boolean {
    return this.that(list.length > 0, pointer, 'too_few', SAY.list_empty);
  }

  required(value: unknown, pointer: string): boolean {
    return this.that(value !== undefined, pointer, 'required', SAY.field_needed);
  }

  /** A field that would be ignored is refused: what a caller gives is never silently left out. */
  absent(value: unknown, pointer: string, instead: Said): boolean {
    return this.that(value === undefined, pointer, 'not_applicable', SAY.field_not_with({ instead }));
  }

  /** For who gathers the faults of several inputs. */
  found(): readonly Fault[] {
    return this.faults;
  }

  /** @throws InvalidInputError naming every fault found */
  done(): void {
    if (this.faults.length > 0) throw new InvalidInputError(this.faults);
  }
}
