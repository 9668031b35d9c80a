import { type Currency } from '../../../kernel/currency.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import { type IsWorkday, workdayFromOf } from '../../../kernel/workdays.js';
import { SAY } from '../../domain/forwards/forward.sentences.js';
import { type Days } from '../../domain/forwards/price-forward.js';

interface Bounds {
  readonly today: LocalDate;
  readonly daysMax: number;
  /** Of a contract that is rolled over: later than it is due now. */
  readonly after?: LocalDate;
  /** The currency that is dealt in against CNY, and when is worked in the centres of both. */
  readonly currency: Currency;
  readonly isWorkday: IsWorkday;
}

/**
 * Days on which a contract can be delivered: worked in the centres of both currencies, to come, in order, and not too far off.
 * @throws InvalidInputError naming every fault
 */
export function assertDays({ startsOn, dueOn }: Days, { today, daysMax, after, currency, isWorkday }: Bounds): void {
  const check = new InputCheck();
  const last = addDays(today, daysMax);
  for (const [day, pointer] of startsOn === dueOn ? ([[dueOn, '/dueOn']] as const) : both({ startsOn, dueOn })) {
    check.date(day, pointer);
    if (check.that(day > today, pointer, 'past', SAY.day_to_come)) {
      const next = workdayFromOf(isWorkday, day);
      check.that(next === day, pointer, 'not_workday', SAY.workday({ currency, next }));
    }
  }
  check.that(startsOn <= dueOn, '/dueOn', 'out_of_order', SAY.days_in_order);
  check.that(dueOn <= last, '/dueOn', 'out_of_range', SAY.too_far({ last }));
  if (after !== undefined) check.that(dueOn > after, '/dueOn', 'too_early', SAY.later_than_due({ dueOn: after }));
  check.done();
}

function both({ startsOn, dueOn }: Days): readonly (readonly [LocalDate, string])[] {
  return [
    [startsOn, '/startsOn'],
    [dueOn, '/dueOn'],
  ];
}
