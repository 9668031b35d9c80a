import { Money } from '../../kernel/money.js';
import { allOf, type FigureEvent, type ServiceEvent } from './service-event.js';

/** Dues in a foreign currency that were paid out of CNY, less what of them was given back. */
export interface PaidDues {
  readonly event: FigureEvent<'fx.dues.bought'>;
  readonly due: Money;
  readonly cost: Money;
}

export function paidDues(log: readonly ServiceEvent[], currency: string): PaidDues[] {
  const returned = allOf(log, 'fx.dues.returned');
  return allOf(log, 'fx.dues.bought')
    .filter(({ data }) => data.due.currency === currency)
    .map((event) => {
      const back = returned.filter(({ resourceId }) => resourceId === event.resourceId);
      const less = (amounts: readonly Money[], from: Money): Money => from.minus(Money.sum(amounts, from.currency));
      return {
        event,
        due: less(
          back.map(({ data }) => Money.fromJSON(data.due)),
          Money.fromJSON(event.data.due),
        ),
        cost: less(
          back.map(({ data }) => Money.fromJSON(data.paid)),
          Money.fromJSON(event.data.cost),
        ),
      };
    })
    .filter(({ due }) => !due.isZero());
}

/** What an amount in a currency without a plan rate came to: null until all of it is paid. */
export function costOf(log: readonly ServiceEvent[], owed: Money): Money | null {
  const paid = paidDues(log, owed.currency);
  const due = Money.sum(
    paid.map((one) => one.due),
    owed.currency,
  );
  if (owed.isZero() || !due.equals(owed)) return null;
  return Money.sum(
    paid.map(({ cost }) => cost),
    'CNY',
  );
}
