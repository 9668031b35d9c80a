import { Money, type MoneyJson } from '../../kernel/money.js';

/** One entry of an order's event log, as the services wrote it. */
export interface ServiceEvent {
  readonly id: string;
  readonly type: string;
  /** What it is about: a declaration, a booking, a collection, … */
  readonly resourceId: string;
  readonly data: unknown;
}

/** The figures that tracks and margin take from the log. A shape of contracts/events, less what is not needed here. */
export interface FigureData {
  'freight.quote.given': { readonly totals: readonly MoneyJson[] };
  'freight.booking.confirmed': { readonly charges: readonly MoneyJson[] };
  'freight.booking.completed': { readonly charges: readonly MoneyJson[] };
  'fx.collection.matched': { readonly amount: MoneyJson; readonly duesTaken: MoneyJson };
  'fx.collection.match_undone': { readonly amount: MoneyJson; readonly reopened: boolean };
  'fx.order.collected': { readonly expected: MoneyJson; readonly received: MoneyJson; readonly shortfall: MoneyJson };
  'fx.conversion.settled': { readonly sold: MoneyJson; readonly bought: MoneyJson };
  'fx.dues.bought': { readonly due: MoneyJson; readonly cost: MoneyJson };
  'fx.dues.returned': { readonly due: MoneyJson; readonly paid: MoneyJson };
  'fx.payout.confirmed': { readonly amount: MoneyJson };
  'tax_refund.claim.matched': { readonly refund: MoneyJson; readonly nonRefundableVat: MoneyJson };
  'tax_refund.claim.paid': { readonly refund: MoneyJson };
  'financing.advance.repaid': { readonly interest: MoneyJson; readonly fees: MoneyJson };
  'financing.proceeds.released': {
    readonly source: 'collection' | 'refund' | 'advance' | 'indemnity' | 'recovery';
    readonly amount: MoneyJson;
    readonly sourceId: string;
  };
  'approvals.request.created': Asked;
  'approvals.request.approved': Asked;
  'approvals.request.refused': Asked;
  'approvals.request.expired': Asked;
  'approvals.request.withdrawn': Asked;
}

/** For which step a second person was asked. */
interface Asked {
  readonly command: string;
  /** What it is to be done to, as the API names it. */
  readonly subject: { readonly id: string };
}
export type FigureType = keyof FigureData;

/** An event whose figures are known. */
export interface FigureEvent<Type extends FigureType> extends ServiceEvent {
  readonly type: Type;
  readonly data: FigureData[Type];
}

export function isOf<Type extends FigureType>(event: ServiceEvent, type: Type): event is FigureEvent<Type> {
  return event.type === type;
}

/**
 * The log as it stands: a payment that was taken back, or was another order's, is as if it had not been, and so is that
 * the order was collected with it.
 */
export function withoutUndone(log: readonly ServiceEvent[]): ServiceEvent[] {
  const standing: ServiceEvent[] = [];
  for (const event of log) {
    if (!isOf(event, 'fx.collection.match_undone')) {
      standing.push(event);
      continue;
    }
    const { amount, reopened } = event.data;
    const matched = standing.findLastIndex(
      (earlier) =>
        isOf(earlier, 'fx.collection.matched') &&
        earlier.resourceId === event.resourceId &&
        earlier.data.amount.amount === amount.amount,
    );
    if (matched >= 0) standing.splice(matched, 1);
    const collected = reopened ? standing.findLastIndex(({ type }) => type === 'fx.order.collected') : -1;
    if (collected >= 0) standing.splice(collected, 1);
  }
  return standing;
}

export function allOf<Type extends FigureType>(log: readonly ServiceEvent[], type: Type): FigureEvent<Type>[] {
  return log.filter((event) => isOf(event, type));
}

/**
 * Charges of the bookings that stand: the latest word per booking; nothing for those that were cancelled or refused.
 * @param log in the order of publication
 */
export function standingCharges(
  log: readonly ServiceEvent[],
): FigureEvent<'freight.booking.confirmed' | 'freight.booking.completed'>[] {
  const latest = new Map<string, FigureEvent<'freight.booking.confirmed' | 'freight.booking.completed'>>();
  for (const event of log) {
    if (isOf(event, 'freight.booking.confirmed') || isOf(event, 'freight.booking.completed')) {
      latest.set(event.resourceId, event);
    } else if (event.type === 'freight.booking.cancelled' || event.type === 'freight.booking.rejected') {
      latest.delete(event.resourceId);
    }
  }
  return [...latest.values()];
}

/** The sum of those amounts that are in this currency. */
export function sumIn(amounts: readonly MoneyJson[], currency: string): Money {
  return Money.sum(
    amounts.filter((amount) => amount.currency === currency).map((amount) => Money.fromJSON(amount)),
    currency,
  );
}
