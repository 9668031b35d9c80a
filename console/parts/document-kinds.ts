import { type Schemas } from '../contract.js';
import { type Key } from '../language.js';
import { type Track } from './tracks.js';

/** What the steps of an order leave behind, as far as this page needs it. */
export interface Paper {
  readonly kind: Key;
  readonly address: string;
  /** A number that people know it by. */
  readonly number: string | null;
  readonly state: string | null;
  readonly money: Schemas['MoneyDto'] | null;
  readonly allowedActions: readonly string[];
  readonly expectedBy: string | null;
  readonly reason: string | null;
  readonly id: string;
}

interface Found {
  readonly id?: string;
  readonly orderId?: string | null;
  readonly state?: string;
  readonly allowedActions?: readonly string[];
  readonly expectedBy?: string | null;
  readonly reason?: string | null;
  readonly rejectionReason?: string | null;
}

interface Kind {
  readonly track: Track;
  readonly name: Key;
  /** The heading of its operations in the API reference. */
  readonly tag: string;
  readonly list: ListPath;
  readonly number: readonly string[];
  readonly money?: string;
  /** Where one of them is read; the list's own address and the id, unless said. Null: there is no page of its own. */
  readonly one?: null;
}

type ListPath =
  | '/v1/customs/declarations'
  | '/v1/freight/quotes'
  | '/v1/freight/bookings'
  | '/v1/fx/receivables'
  | '/v1/fx/collections'
  | '/v1/fx/conversions'
  | '/v1/fx/payouts'
  | '/v1/tax-refund/invoices'
  | '/v1/tax-refund/claims'
  | '/v1/financing/advances';

/** Every list that can be asked for one order. */
export const KINDS: readonly Kind[] = [
  { track: 'customs', name: 'declaration', tag: 'Customs', list: '/v1/customs/declarations', number: ['entryNumber'] },
  {
    track: 'freight',
    name: 'quote',
    tag: 'Freight',
    list: '/v1/freight/quotes',
    number: ['departureDate'],
    money: 'total',
  },
  {
    track: 'freight',
    name: 'booking',
    tag: 'Freight',
    list: '/v1/freight/bookings',
    number: ['transportDocumentReference', 'carrierBookingReference'],
  },
  {
    track: 'fx',
    name: 'receivable',
    tag: 'FX',
    list: '/v1/fx/receivables',
    number: [],
    money: 'outstanding',
    one: null,
  },
  {
    track: 'fx',
    name: 'collection',
    tag: 'FX',
    list: '/v1/fx/collections',
    number: ['bankReference'],
    money: 'amount',
  },
  { track: 'fx', name: 'conversion', tag: 'FX', list: '/v1/fx/conversions', number: ['dealId'], money: 'bought' },
  { track: 'fx', name: 'payout', tag: 'FX', list: '/v1/fx/payouts', number: ['bankReference'], money: 'amount' },
  {
    track: 'taxRefund',
    name: 'invoice',
    tag: 'Tax refund',
    list: '/v1/tax-refund/invoices',
    number: ['invoiceNumber'],
    money: 'total',
  },
  {
    track: 'taxRefund',
    name: 'claim',
    tag: 'Tax refund',
    list: '/v1/tax-refund/claims',
    number: ['acceptanceNumber'],
    money: 'awarded',
  },
  {
    track: 'financing',
    name: 'advance',
    tag: 'Financing',
    list: '/v1/financing/advances',
    number: [],
    money: 'principal',
  },
];

export type { Kind };

export function paperOf(kind: Kind, found: Found): Paper {
  const fields = found as Readonly<Record<string, unknown>>;
  const number = kind.number.map((field) => fields[field]).find((value) => typeof value === 'string');
  const id = found.id ?? '';
  return {
    kind: kind.name,
    address: kind.one === null ? `${kind.list}?orderId=${found.orderId ?? ''}` : `${kind.list}/${id}`,
    number: typeof number === 'string' ? number : null,
    state: found.state ?? null,
    money: (kind.money === undefined ? null : (fields[kind.money] as Schemas['MoneyDto'] | null)) ?? null,
    allowedActions: found.allowedActions ?? [],
    expectedBy: found.expectedBy ?? null,
    reason: found.reason ?? found.rejectionReason ?? null,
    id,
  };
}
