import { type Amount } from './amount.js';
import { type Reason } from './cause.js';

export interface FxEvents {
  'fx.collection_account.opened': { readonly currency: string };
  /** Money arrived; `charges` were kept by banks on the way. */
  'fx.collection.credited': { readonly amount: Amount; readonly charges: Amount | null };
  'fx.collection.matched': {
    readonly amount: Amount;
    /** Of the amount: kept for what the seller owes on this order in this currency. Only the rest is converted. */
    readonly duesTaken: Amount;
    readonly by: 'reference' | 'payer_and_amount' | 'person';
    /** Paid less than the order's value by this much, within the tolerance. */
    readonly shortfall: Amount | null;
  };
  /** Nobody's order fits: a person has to look. */
  'fx.collection.unmatched': { readonly amount: Amount };
  /** All the buyer owes has arrived, within the tolerance. */
  'fx.order.collected': { readonly expected: Amount; readonly received: Amount; readonly shortfall: Amount };
  /** Rates here and below: CNY for 1 unit of the foreign currency. */
  'fx.conversion.booked': { readonly sold: Amount; readonly rate: string };
  'fx.conversion.settled': {
    readonly sold: Amount;
    readonly bought: Amount;
    readonly rate: string;
    readonly planned: Amount | null;
  };
  'fx.conversion.failed': { readonly reason: string };
  /** The bank has not dealt by `expectedBy`; the deal is being made again. */
  'fx.conversion.overdue': { readonly state: string; readonly expectedBy: string };
  /** Of money on its way to the seller: what it owed in another currency was paid, at the bank's board. */
  'fx.dues.bought': { readonly due: Amount; readonly cost: Amount; readonly rate: string };
  /** Dues that had been taken are owed no more: `paid` for them is the seller's again, and goes on to it. */
  'fx.dues.returned': { readonly due: Amount; readonly paid: Amount };
  'fx.payout.sent': { readonly amount: Amount };
  'fx.payout.confirmed': { readonly amount: Amount; readonly purpose: string };
  'fx.payout.rejected': Reason & { readonly amount: Amount };
  'fx.payout.overdue': { readonly state: string; readonly expectedBy: string };
}
