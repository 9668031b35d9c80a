import { type EventType } from './events.js';

/** Every order keeps its tracks, its margin and its overall state from the events of the services. */
const ORDER = 'orders.on-service-event';
/** Whoever asked goes on, or stays. */
const ASKERS = [
  'financing.on-approval-decided',
  'customs.on-approval-decided',
  'fx.on-approval-decided',
  'tax-refund.on-approval-decided',
];

/**
 * Who hears what: the wiring diagram of the platform. Each entry is a queue with exactly one processor.
 * `satisfies` makes a forgotten event a compile error; a boot check makes a forgotten processor a boot error.
 * Webhooks and `GET /v1/events` hear everything by the event feed and stand in no row.
 */
export const SUBSCRIPTIONS: Readonly<Record<EventType, readonly string[]>> = {
  'orders.order.placed': [
    'freight.on-order-placed',
    'customs.on-order-placed',
    'fx.on-order-placed',
    'tax-refund.on-order-placed',
    'financing.on-order-placed',
  ],
  'orders.order.track_changed': [],
  'orders.order.cancelled': [
    'customs.on-order-cancelled',
    'fx.on-order-cancelled',
    'tax-refund.on-order-cancelled',
    'financing.on-order-cancelled',
  ],
  'orders.order.closed': [],

  'customs.declaration.drafted': [ORDER],
  'customs.declaration.blocked': [ORDER],
  'customs.declaration.submitted': [ORDER],
  'customs.declaration.accepted': [ORDER],
  'customs.declaration.inspection_ordered': [ORDER],
  'customs.declaration.rejected': [ORDER],
  'customs.declaration.released': [ORDER, 'financing.on-declaration-released'],
  'customs.declaration.departed': [ORDER],
  'customs.declaration.cleared': [ORDER, 'tax-refund.on-declaration-cleared'],
  'customs.declaration.cancelled': [ORDER],
  'customs.declaration.overdue': [],
  'customs.broker_mandate.offered': [],
  'customs.broker_mandate.accepted': [],
  'customs.broker_mandate.refused': [],
  'customs.broker_mandate.revoked': [],
  'customs.broker_mandate.expired': [],
  'customs.parcels.moved': [],

  'freight.quote.given': [ORDER],
  'freight.booking.requested': [ORDER],
  'freight.booking.confirmed': [ORDER, 'customs.on-booking-confirmed'],
  'freight.booking.rejected': [ORDER, 'fx.on-freight-released'],
  'freight.booking.cancelled': [ORDER, 'fx.on-freight-released'],
  'freight.booking.cancellation_declined': [],
  'freight.shipment.milestone': [],
  'freight.shipment.departed': [ORDER],
  'freight.shipment.arrived': [ORDER],
  'freight.booking.completed': [ORDER],
  'freight.booking.overdue': [],

  'fx.collection_account.opened': [],
  'fx.collection.credited': [],
  'fx.collection.matched': [ORDER],
  'fx.collection.unmatched': [],
  'fx.order.collected': [ORDER, 'tax-refund.on-order-collected'],
  'fx.conversion.booked': [ORDER],
  'fx.conversion.settled': [ORDER, 'financing.on-conversion-settled'],
  'fx.conversion.failed': [ORDER],
  'fx.conversion.lapsed': [ORDER],
  'fx.conversion.overdue': [],
  'fx.dues.bought': [ORDER],
  'fx.dues.returned': [ORDER],
  'fx.payout.sent': [],
  'fx.payout.confirmed': [ORDER],
  'fx.payout.rejected': [ORDER],
  'fx.payout.overdue': [],

  'tax_refund.invoice.recorded': [],
  'tax_refund.claim.matched': [ORDER, 'financing.on-claim-matched'],
  'tax_refund.claim.filed': [ORDER],
  'tax_refund.claim.accepted': [ORDER],
  'tax_refund.claim.queried': [ORDER],
  'tax_refund.claim.approved': [ORDER],
  'tax_refund.claim.rejected': [ORDER, 'financing.on-claim-rejected'],
  'tax_refund.claim.paid': [ORDER, 'financing.on-claim-paid'],
  'tax_refund.claim.held': [],
  'tax_refund.claim.overdue': [],
  'tax_refund.agency_agreement.drafted': [],
  'tax_refund.agency_agreement.confirmed': [],
  'tax_refund.agency_agreement.withdrawn': [],
  'tax_refund.agency_agreement.ended': [],
  'tax_refund.agency_agreement.expired': [],

  'financing.advance.requested': [ORDER],
  'financing.advance.ineligible': [ORDER],
  'financing.advance.drawn': [ORDER],
  'financing.advance.declined': [ORDER],
  'financing.advance.repaid': [ORDER],
  'financing.advance.overdue': [],
  'financing.proceeds.released': [ORDER, 'fx.on-proceeds-released'],

  'operations.operation.completed': [],
  'operations.operation.cancelled': [],
  'approvals.request.created': [ORDER],
  'approvals.request.approved': [ORDER, ...ASKERS],
  'approvals.request.refused': [ORDER, ...ASKERS],
  'approvals.request.expired': [ORDER, ...ASKERS],
  'approvals.request.withdrawn': [ORDER, ...ASKERS],
  'mandates.mandate.granted': [],
  'mandates.mandate.accepted': [],
  'mandates.mandate.declined': [],
  'mandates.mandate.revoked': [],
  'mandates.mandate.expired': [],

  'webhooks.endpoint.disabled': [],
};
