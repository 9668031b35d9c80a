import { type Amount } from './amount.js';
import { type Reason } from './cause.js';

export interface FreightEvents {
  /** `total` is the part in the currency of the ocean freight; `totals` is all of it, one sum per currency. */
  'freight.quote.given': { readonly total: Amount; readonly totals: readonly Amount[] };
  'freight.booking.requested': { readonly quoteId: string | null };
  'freight.booking.confirmed': {
    readonly carrierBookingReference: string;
    readonly transportDocumentReference: string;
    readonly vesselName: string;
    readonly voyageNumber: string;
    readonly plannedDeparture: string | null;
    /** Freight and surcharges by currency, as quoted. */
    readonly charges: readonly Amount[];
  };
  /** The carrier will not carry it; `afterConfirmation` where it had said yes before (DCSA DECLINED). */
  'freight.booking.rejected': Reason & { readonly afterConfirmation: boolean };
  'freight.booking.cancelled': Reason;
  /** The carrier keeps to the booking: mostly because the goods are loaded. */
  'freight.booking.cancellation_declined': Reason;
  /** One track-and-trace event: DCSA classifier and code. `retracted`: the carrier takes back what it said. */
  'freight.shipment.milestone': {
    readonly classifier: 'PLN' | 'EST' | 'ACT';
    readonly code: string;
    readonly at: string;
    readonly location: string | null;
    readonly retracted: boolean;
  };
  'freight.shipment.departed': { readonly departedAt: string; readonly portOfLoading: string };
  'freight.shipment.arrived': { readonly arrivedAt: string; readonly portOfDischarge: string };
  'freight.booking.completed': { readonly charges: readonly Amount[] };
  'freight.booking.overdue': { readonly state: string; readonly expectedBy: string };
}
