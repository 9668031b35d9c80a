import { type ApprovalsEvents } from './events/approvals.events.js';
import { type CustomsEvents } from './events/customs.events.js';
import { type FinancingEvents } from './events/financing.events.js';
import { type FreightEvents } from './events/freight.events.js';
import { type FxEvents } from './events/fx.events.js';
import { type OrdersEvents } from './events/orders.events.js';
import { type PlatformEvents } from './events/platform.events.js';
import { type TaxRefundEvents } from './events/tax-refund.events.js';

/** Every event of the platform and what it says. A public type never changes its meaning; a new field is added, a new shape is a new schemaVersion. */
export type EventData = OrdersEvents &
  CustomsEvents &
  FreightEvents &
  FxEvents &
  TaxRefundEvents &
  FinancingEvents &
  ApprovalsEvents &
  PlatformEvents;

export type EventType = keyof EventData;

/** What an event is about: the kind of resource as the API names it, and its id in the database. */
export interface EventResource {
  /** `order`, `declaration`, `booking`, … : a key of ID_PREFIX. */
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
