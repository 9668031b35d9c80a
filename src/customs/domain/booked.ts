import { type MoneyJson } from '../../kernel/money.js';
import { type Transport } from './declaration-form.js';

/** What the carrier confirmed, and under which booking: kept as it came, to hold the form against it. */
export interface Booked {
  readonly bookingId: string;
  readonly transport: Transport;
  readonly charges: readonly MoneyJson[];
}
