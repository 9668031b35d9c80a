import { type EventData, type EventType } from '../../contracts/events.js';
import { type LogEntry } from '../../platform/outbox/event-log.js';
import { type FigureData, type ServiceEvent, withoutUndone } from '../domain/service-event.js';

/** The figures that the domain reads are those that the contracts promise; a difference does not compile. */
type Promised = { readonly [Type in keyof FigureData]: EventData[Type] extends FigureData[Type] ? true : never };
const PROMISED: Promised = {
  'freight.quote.given': true,
  'freight.booking.confirmed': true,
  'freight.booking.completed': true,
  'fx.collection.matched': true,
  'fx.collection.match_undone': true,
  'fx.order.collected': true,
  'fx.conversion.settled': true,
  'fx.dues.bought': true,
  'fx.dues.returned': true,
  'fx.payout.confirmed': true,
  'tax_refund.claim.matched': true,
  'tax_refund.claim.paid': true,
  'financing.advance.repaid': true,
  'financing.proceeds.released': true,
  'approvals.request.created': true,
  'approvals.request.refused': true,
  'approvals.request.expired': true,
  'approvals.request.withdrawn': true,
  'approvals.request.approved': true,
};

/** What moves a track and carries no figure. */
const STEPS = [
  'customs.declaration.drafted',
  'customs.declaration.blocked',
  'customs.declaration.submitted',
  'customs.declaration.accepted',
  'customs.declaration.inspection_ordered',
  'customs.declaration.rejected',
  'customs.declaration.released',
  'customs.declaration.departed',
  'customs.declaration.cleared',
  'customs.declaration.cancelled',
  'customs.declaration.withdrawn',
  'customs.declaration.exit_cancelled',
  'freight.booking.requested',
  'freight.booking.rejected',
  'freight.booking.cancelled',
  'freight.shipment.departed',
  'freight.shipment.arrived',
  'fx.conversion.booked',
  'fx.conversion.failed',
  'fx.conversion.lapsed',
  'fx.conversion.cancelled',
  'fx.payout.sent',
  'fx.payout.rejected',
  'fx.payout.returned',
  'tax_refund.claim.doubted',
  'tax_refund.claim.filed',
  'tax_refund.claim.accepted',
  'tax_refund.claim.queried',
  'tax_refund.claim.withheld',
  'tax_refund.claim.resumed',
  'tax_refund.claim.approved',
  'tax_refund.claim.rejected',
  'financing.advance.requested',
  'financing.advance.ineligible',
  'financing.advance.drawn',
  'financing.advance.declined',
  'financing.advance.recovered',
] as const satisfies readonly EventType[];

/** Everything that tracks and margin are worked out from. */
export const TRACKED_EVENTS: readonly EventType[] = [...STEPS, ...(Object.keys(PROMISED) as (keyof FigureData)[])];

export function toServiceEvents(entries: readonly LogEntry[]): ServiceEvent[] {
  return withoutUndone(entries.map(({ id, type, resourceId, data }) => ({ id, type, resourceId, data })));
}
