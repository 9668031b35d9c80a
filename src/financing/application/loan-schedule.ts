import { type Decimal } from '../../kernel/decimal.js';
import { laterOf, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type View } from '../../platform/database/session.js';
import { type Schedule, scheduleOf } from '../domain/instalments/schedule.js';
import { type DuePart, unpaidParts } from '../domain/instalments/instalments.js';
import { feeOn } from '../domain/products/price.js';
import { type Advance } from '../entities/advance.entity.js';
import { productOf } from './terms.js';

/** From the draw, or from today where it is not drawn yet, to the last due date, as if nothing were paid but on its day. */
export async function planOf(view: View, advance: Advance, today: LocalDate): Promise<Schedule> {
  const { principal, drawnOn, maturityOn, annualRate, dayBasis } = advance;
  const from = drawnOn ?? today;
  const instalments = advance.instalments ?? advance.partsFrom(from);
  const parts = unpaidParts({ principalMinor: principal.minor, maturityOn, instalments });
  const fee = feeOn(await productOf(view, advance), principal);
  return scheduleOf({ currency: principal.currency, from, parts, annualRate, dayBasis, fee });
}

/** As it was offered: from that day, at the due date and the rate of then. */
export function planFrom(
  advance: Advance,
  offered: {
    readonly from: LocalDate;
    readonly maturityOn: LocalDate;
    readonly annualRate: Decimal;
    readonly fee: Money;
  },
): Schedule {
  const { principal, dayBasis } = advance;
  const { from, maturityOn, annualRate, fee } = offered;
  const instalments = advance.partsFrom(from);
  const parts = unpaidParts({ principalMinor: principal.minor, maturityOn, instalments });
  return scheduleOf({ currency: principal.currency, from, parts, annualRate, dayBasis, fee });
}

/** What is still to be paid when, what is owed besides the principal by today with the first. */
export function planAhead(advance: Advance, today: LocalDate): Schedule {
  const { outstanding, maturityOn, instalments, annualRate, dayBasis } = advance;
  const parts: DuePart[] = unpaidParts({ principalMinor: outstanding.minor, maturityOn, instalments });
  const { fees, penalty, interest } = advance.duesOn(today, Money.zero(outstanding.currency));
  const from = laterOf(today, advance.drawnOn ?? today);
  const owed = fees.plus(penalty).plus(interest);
  return scheduleOf({ currency: outstanding.currency, from, parts, annualRate, dayBasis, fee: owed });
}
