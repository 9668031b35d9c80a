import { type Amount } from './amount.js';

export interface FreightEvents {
  'freight.quote.given': { readonly total: Amount };
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
  'freight.booking.rejected': { readonly reason: string };
  'freight.booking.cancelled': { readonly reason: string };
  /** One track-and-trace event: DCSA classifier and code. */
  'freight.shipment.milestone': {
    readonly classifier: 'PLN' | 'EST' | 'ACT';
    readonly code: string;
    readonly at: string;
    readonly location: string | null;
  };
  'freight.shipment.departed': { readonly departedAt: string; readonly portOfLoading: string };
  'freight.shipment.arrived': { readonly arrivedAt: string; readonly portOfDischarge: string };
  'freight.booking.completed': { readonly charges: readonly Amount[] };
  'freight.booking.overdue': { readonly state: string; readonly expectedBy: string };
}
