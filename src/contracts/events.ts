import { APPROVALS_EVENTS } from './events/approvals.events.js';
import { CATALOGUE_EVENTS } from './events/catalogue.events.js';
import { CUSTOMS_EVENTS } from './events/customs.events.js';
import { ECOMMERCE_EVENTS } from './events/ecommerce.events.js';
import { IMPORT_EVENTS } from './events/import.events.js';
import { FINANCING_EVENTS } from './events/financing.events.js';
import { GUARANTEE_EVENTS } from './events/guarantee.events.js';
import { STOCK_EVENTS } from './events/stock.events.js';
import { AGREEMENT_EVENTS } from './events/agreement.events.js';
import { DISPUTE_EVENTS } from './events/dispute.events.js';
import { INSURANCE_EVENTS } from './events/insurance.events.js';
import { CONSIGNMENT_EVENTS } from './events/consignment.events.js';
import { FREIGHT_EVENTS } from './events/freight.events.js';
import { LENDER_EVENTS } from './events/lender.events.js';
import { LADING_EVENTS } from './events/lading.events.js';
import { DOCUMENT_EVENTS } from './events/transport-document.events.js';
import { VGM_EVENTS } from './events/vgm.events.js';
import { WAREHOUSE_EVENTS } from './events/warehouse.events.js';
import { FX_EVENTS } from './events/fx.events.js';
import { FORWARD_EVENTS } from './events/forward.events.js';
import { COLLECTION_REFUND_EVENTS } from './events/collection-refund.events.js';
import { MARGIN_EVENTS } from './events/margin.events.js';
import { PAYOUT_EVENTS } from './events/payout.events.js';
import { SAFE_EVENTS } from './events/safe.events.js';
import { ORDERS_EVENTS } from './events/orders.events.js';
import { PLATFORM_EVENTS } from './events/platform.events.js';
import { type DataOf } from './events/shape.js';
import { FILING_BATCH_EVENTS } from './events/filing-batch.events.js';
import { AGENCY_CERTIFICATE_EVENTS } from './events/agency-certificate.events.js';
import { REFUND_CLAIM_EVENTS } from './events/refund-claim.events.js';
import { TAX_REFUND_EVENTS } from './events/tax-refund.events.js';

/**
 * Every event of the platform: what it says, the JSON Schema of its `data`, and an example. The TypeScript types come from
 * these, so that the two cannot differ. A public type never changes its meaning; a new field is added, a new shape is a new
 * schemaVersion.
 */
export const EVENT_CATALOGUE = {
  ...ORDERS_EVENTS,
  ...CATALOGUE_EVENTS,
  ...FREIGHT_EVENTS,
  ...LADING_EVENTS,
  ...DOCUMENT_EVENTS,
  ...VGM_EVENTS,
  ...CONSIGNMENT_EVENTS,
  ...WAREHOUSE_EVENTS,
  ...CUSTOMS_EVENTS,
  ...IMPORT_EVENTS,
  ...ECOMMERCE_EVENTS,
  ...FX_EVENTS,
  ...FORWARD_EVENTS,
  ...MARGIN_EVENTS,
  ...PAYOUT_EVENTS,
  ...COLLECTION_REFUND_EVENTS,
  ...SAFE_EVENTS,
  ...REFUND_CLAIM_EVENTS,
  ...FILING_BATCH_EVENTS,
  ...AGENCY_CERTIFICATE_EVENTS,
  ...TAX_REFUND_EVENTS,
  ...FINANCING_EVENTS,
  ...GUARANTEE_EVENTS,
  ...LENDER_EVENTS,
  ...INSURANCE_EVENTS,
  ...STOCK_EVENTS,
  ...AGREEMENT_EVENTS,
  ...DISPUTE_EVENTS,
  ...APPROVALS_EVENTS,
  ...PLATFORM_EVENTS,
} as const;

export type EventData = DataOf<typeof EVENT_CATALOGUE>;

export type EventType = keyof EventData;

/** What an event is about: the kind of resource as the API names it, and its id in the database. */
export interface EventResource {
  /** `order`, `declaration`, `booking`, … : a key of ID_PREFIX, and one of the kinds that the catalogue names. */
  readonly type: string;
  readonly id: string;
}

interface Outgoing<Type extends EventType> {
  readonly type: Type;
  readonly resource: EventResource;
  /** The order whose timeline it belongs to. */
  readonly orderId?: string | null;
  /** True for the first event of a new resource: its sequence is then known to be 1. */
  readonly creates?: boolean;
  /** Fields of the resource that changed. */
  readonly changed?: readonly string[];
  readonly schemaVersion?: number;
  readonly data: EventData[Type];
}

/** An event as a module raises it; the platform adds id, sequence and time. */
export type OutgoingEvent = { [Type in EventType]: Outgoing<Type> }[EventType];

/** An event as a subscriber receives it. */
export interface ReceivedEvent<Type extends EventType> {
  readonly id: string;
  readonly type: Type;
  readonly resourceId: string;
  readonly orderId: string | null;
  readonly data: EventData[Type];
}
