import { Money } from '../../kernel/money.js';
import { costOf, paidDues } from './dues.js';
import { purchaseOf } from './margin-estimate.js';
import { figure, type MarginFigure, type MarginFigures, type MarginPart, type Valuation } from './margin-figure.js';
import { allOf, type ServiceEvent, standingCharges } from './service-event.js';
import { claimsRefund, type TradeOrder } from './trade-order.js';
import { isFinalState } from './track-lives.js';

/** What has in fact been earned and spent so far; null where nothing has come of a line yet. */
export function actualFigures(
  order: TradeOrder,
  log: readonly ServiceEvent[],
  value: Valuation,
  estimate: MarginFigures,
): MarginFigures {
  return {
    ...revenueOf(log, value),
    ...taxOf(order, log, value, estimate),
    ...financeOf(order, log, value),
    purchase: purchaseOf(order, value),
    freight: freightOf(order, log, value, estimate),
    insurance: estimate.insurance,
    fx_result: fxResultOf(order, log, value),
  };
}

function revenueOf(log: readonly ServiceEvent[], value: Valuation): Pick<MarginFigures, 'revenue' | 'bank_charges'> {
  const collected = allOf(log, 'fx.order.collected').at(-1);
  if (collected !== undefined) {
    const { received, shortfall } = collected.data;
    return {
      revenue: figure('(received + shortfall) × planRate', [
        value.ofEvent(collected, 'received', received),
        value.ofEvent(collected, 'shortfall', shortfall),
      ]),
      bank_charges: figure('shortfall × planRate: charges of banks on the way, and what the buyer paid less', [
        value.ofEvent(collected, 'shortfall', shortfall),
      ]),
    };
  }
  const matched = allOf(log, 'fx.collection.matched');
  if (matched.length === 0) return { revenue: null, bank_charges: null };
  const parts = matched.map((event) => value.ofEvent(event, 'amount', event.data.amount));
  return { revenue: figure('payments so far × planRate', parts), bank_charges: null };
}

function taxOf(
  order: TradeOrder,
  log: readonly ServiceEvent[],
  value: Valuation,
  estimate: MarginFigures,
): Pick<MarginFigures, 'vat' | 'tax_refund'> {
  if (!claimsRefund(order.refund.mode)) return { vat: estimate.vat, tax_refund: estimate.tax_refund };
  const matched = lastOfEach(allOf(log, 'tax_refund.claim.matched'));
  const paid = lastOfEach(allOf(log, 'tax_refund.claim.paid'));
  return {
    vat:
      matched.length === 0
        ? null
        : figure(
            'refund claimed + VAT that does not come back',
            matched.flatMap((event) => [
              value.ofEvent(event, 'refund', event.data.refund),
              value.ofEvent(event, 'nonRefundableVat', event.data.nonRefundableVat),
            ]),
          ),
    tax_refund: sumOf('refund paid by the treasury', paid, (event) =>
      value.ofEvent(event, 'refund', event.data.refund),
    ),
  };
}

function financeOf(
  { tracks }: TradeOrder,
  log: readonly ServiceEvent[],
  value: Valuation,
): Pick<MarginFigures, 'fees' | 'finance_cost'> {
  const repaid = allOf(log, 'financing.advance.repaid');
  const isWithout = isFinalState('financing', tracks.financing) && repaid.length === 0;
  if (isWithout) return { fees: figure('no advance was drawn'), finance_cost: figure('no advance was drawn') };
  return {
    fees: sumOf('fees of the advance', repaid, (event) => value.ofEvent(event, 'fees', event.data.fees)),
    finance_cost: sumOf('interest of the advance', repaid, (event) =>
      value.ofEvent(event, 'interest', event.data.interest),
    ),
  };
}

function freightOf(
  order: TradeOrder,
  log: readonly ServiceEvent[],
  value: Valuation,
  estimate: MarginFigures,
): MarginFigure | null {
  const standing = standingCharges(log);
  if (standing.length > 0) {
    const parts = standing.flatMap((event) =>
      event.data.charges.map((charge) => atCost(value.ofEvent(event, 'charges', charge), log)),
    );
    const isAtCost = parts.some(({ original, cny }) => cny !== null && value.toCny(original) === null);
    return figure(`charges of the booking${isAtCost ? '; in a third currency what was paid for them' : ''}`, parts);
  }
  if (order.freight.by === 'other') return estimate.freight;
  return order.tracks.freight === 'cancelled' ? figure('nothing was shipped') : null;
}

/** A third currency has no plan rate, but a price once it was paid. */
function atCost(part: MarginPart, log: readonly ServiceEvent[]): MarginPart {
  return part.cny === null ? { ...part, cny: costOf(log, part.original) } : part;
}

/** What the bank paid, less the same foreign amount at the plan rate; and the other way round for dues that it was paid for. */
function fxResultOf({ value: sale }: TradeOrder, log: readonly ServiceEvent[], value: Valuation): MarginFigure | null {
  const settled = lastOfEach(allOf(log, 'fx.conversion.settled'));
  if (settled.length === 0) return null;
  const dues = paidDues(log, sale.currency);
  const parts = [
    ...settled.flatMap((event) => [
      value.ofEvent(event, 'bought', event.data.bought),
      value.ofEvent(event, 'sold', event.data.sold, { negative: true }),
    ]),
    ...dues.flatMap(({ event, due, cost }) => [
      value.ofEvent(event, 'due', due.toJSON()),
      value.ofEvent(event, 'cost', cost.toJSON(), { negative: true }),
    ]),
  ];
  return figure(`bought − sold × planRate${dues.length === 0 ? '' : ' + due × planRate − cost'}`, parts);
}

function sumOf<Event>(
  formula: string,
  events: readonly Event[],
  part: (event: Event) => MarginPart,
): MarginFigure | null {
  return events.length === 0 ? null : figure(formula, events.map(part));
}

/** The last word on each resource. */
function lastOfEach<Event extends ServiceEvent>(events: readonly Event[]): Event[] {
  return [...new Map(events.map((event) => [event.resourceId, event])).values()];
}

/** The average rate of what was converted so far; null before the first. */
export function settledRate(log: readonly ServiceEvent[], currency: string): { sold: Money; bought: Money } | null {
  const settled = lastOfEach(allOf(log, 'fx.conversion.settled')).filter(({ data }) => data.sold.currency === currency);
  if (settled.length === 0) return null;
  return {
    sold: Money.sum(
      settled.map(({ data }) => Money.fromJSON(data.sold)),
      currency,
    ),
    bought: Money.sum(
      settled.map(({ data }) => Money.fromJSON(data.bought)),
      'CNY',
    ),
  };
}
