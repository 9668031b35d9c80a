import { parseId } from '../../src/kernel/ids.js';
import { type ApiClient } from './api-client.js';
import { type Player } from './player.js';
import {
  type Comparison,
  compareWithBooks,
  compareWithPayouts,
  type Margin,
  type Transfer,
  whatIsLeft,
} from './reconciliation.js';

export interface Tracks {
  readonly customs: string;
  readonly freight: string;
  readonly fx: string;
  readonly taxRefund: string;
  readonly financing: string;
}

export interface Order {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly tracks: Tracks;
}

export interface TimelineEntry {
  readonly at: string;
  readonly type: string;
  readonly text: string;
  readonly resource: { readonly type: string; readonly id: string };
}

/** All there is to say of an order in the end. */
export interface Outcome {
  readonly player: Player;
  readonly order: Order;
  readonly timeline: readonly TimelineEntry[];
  readonly margin: Margin;
  readonly comparisons: readonly Comparison[];
}

interface Delivery {
  readonly eventId: string;
  readonly state: 'pending' | 'delivered' | 'failed';
}

/** Events of the tenant, and how many of them have reached the receiver. */
export interface WebhookCount {
  readonly sent: number;
  readonly delivered: number;
}

export interface LedgerCheck {
  readonly balanced: boolean;
  /** `CNY 1,234.00 = 1,234.00` by currency. */
  readonly currencies: readonly { readonly currency: string; readonly debit: string; readonly credit: string }[];
}

/** Reads through the public API how an order ended. */
export async function outcomeOf(api: ApiClient, player: Player): Promise<Outcome> {
  const path = `/v1/orders/${player.orderId}`;
  const [order, timeline, margin, own] = await Promise.all([
    api.get<Order>(path),
    api.all<TimelineEntry>(`${path}/timeline`),
    api.get<Margin>(`${path}/margin`),
    api.all<Transfer>(`/v1/ledger/transfers?orderId=${player.orderId}`),
  ]);
  const transfers = [...own, ...(await collectionsOf(api, timeline))];
  // While an order is under way, not everything has been paid out.
  const atTheEnd = order.state === 'closed' ? [compareWithPayouts(margin, transfers), ...whatIsLeft(transfers)] : [];
  const comparisons = [...compareWithBooks(margin, transfers), ...atTheEnd];
  return { player, order, timeline, margin, comparisons };
}

/** A collection is booked before it is known whose order it pays for: it is found by its own id. */
async function collectionsOf(api: ApiClient, timeline: readonly TimelineEntry[]): Promise<Transfer[]> {
  const matched = timeline.filter(({ type }) => type === 'fx.collection.matched');
  const keys = new Set(matched.map(({ resource }) => `fx.collection-credited/${parseId('collection', resource.id)}`));
  const credited = await api.all<Transfer>('/v1/ledger/transfers?kind=fx.collection-credited');
  return credited.filter(({ key }) => keys.has(key));
}

export async function ledgerCheck(api: ApiClient): Promise<LedgerCheck> {
  interface Trial {
    readonly currency: string;
    readonly debit: { readonly amount: string };
    readonly credit: { readonly amount: string };
    readonly difference: { readonly amount: string };
  }
  const { currencies } = await api.get<{ readonly currencies: readonly Trial[] }>('/v1/ledger/trial-balance');
  return {
    balanced: currencies.every(({ difference }) => !/[1-9]/.test(difference.amount)),
    currencies: currencies.map(({ currency, debit, credit }) => ({
      currency,
      debit: debit.amount,
      credit: credit.amount,
    })),
  };
}

/** Every event of the tenant must have one delivery to the receiver, and every delivery must have been taken. */
export async function webhookCount(api: ApiClient, endpointId: string): Promise<WebhookCount> {
  const [events, deliveries] = await Promise.all([
    countEvents(api),
    api.all<Delivery>(`/v1/webhooks/deliveries?endpointId=${endpointId}`),
  ]);
  const delivered = new Set(deliveries.filter(({ state }) => state === 'delivered').map(({ eventId }) => eventId));
  return { sent: events, delivered: delivered.size };
}

async function countEvents(api: ApiClient): Promise<number> {
  let count = 0;
  let after = '';
  for (;;) {
    const page = await api.get<{ data: readonly unknown[]; hasMore: boolean; nextAfter: string | null }>(
      `/v1/events?limit=100${after && `&after=${after}`}`,
    );
    count += page.data.length;
    if (!page.hasMore || page.nextAfter === null) return count;
    after = page.nextAfter;
  }
}
