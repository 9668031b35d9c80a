import { type LocalDate } from '../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { type Collection } from './export-facts.js';

/** One receipt that an order was paid by, as the bank booked it. */
export interface OrderReceipt {
  readonly collectionId: string;
  readonly bookedOn: LocalDate;
  /** The bank's own number of it. */
  readonly bankReference: string;
  /** What of it pays for the order. */
  readonly amount: MoneyJson;
  /** All of it. */
  readonly total: MoneyJson;
  /** Where the payer is, ISO 3166-1; null where the bank does not say. */
  readonly payerCountry: string | null;
}

/** The last word on a receipt; null where it does not pay for the order, after all. */
interface KnownReceipt {
  readonly collectionId: string;
  readonly revision: number;
  readonly receipt: Omit<OrderReceipt, 'collectionId'> | null;
}

/** What was collected is owed again. */
export interface Reopening {
  readonly on: LocalDate;
  readonly outstanding: MoneyJson;
  readonly by: 'person' | 'refund' | 'reversal';
}

/** What was heard of the money of an order. */
export interface CollectionLog {
  /** Of the last word on whether it is collected. */
  readonly revision: number;
  /** Null while it is collected, and where it never was. */
  readonly reopening: Reopening | null;
  readonly receipts: readonly KnownReceipt[];
  /** The last word on how much is owed, and its revision; absent where none came since it is kept. */
  readonly owed?: Owed;
}

interface Owed {
  readonly revision: number;
  readonly outstanding: MoneyJson;
}

export interface CollectionStanding {
  /** Null while the buyer owes, for the first time or again. */
  readonly collection: Collection | null;
  readonly collectionLog: CollectionLog;
}

export interface CollectedNews {
  readonly collection: Collection;
  readonly receipts: readonly OrderReceipt[];
  readonly revision: number;
}

export interface UndoneNews extends Reopening {
  readonly collectionId: string;
  /** Whether the order had been collected. */
  readonly reopened: boolean;
  readonly revision: number;
}

/** News without a revision are from before it was told: they are older than any that has one. */
export const OLDEST = 0;
export const NOTHING_HEARD: CollectionLog = { revision: OLDEST, reopening: null, receipts: [] };

/**
 * All that the buyer owes has come, or a receipt for what was collected already. News that were overtaken tell of receipts, and of nothing
 * else.
 */
export function afterCollected(standing: CollectionStanding, news: CollectedNews): CollectionStanding {
  const { collection, receipts: told, revision } = news;
  const { collectionLog: log } = standing;
  const heard = told.map(({ collectionId, ...receipt }) => ({ collectionId, revision, receipt }));
  const receipts = heard.reduce(withReceipt, log.receipts);
  const owed = later(log.owed, { revision, outstanding: collection.shortfall });
  if (revision < log.revision) return { ...standing, collectionLog: { ...log, receipts, owed } };
  const isLast = owed.revision <= revision;
  return {
    collection: isLast ? collection : less(collection, owed.outstanding),
    collectionLog: { revision, reopening: null, receipts, owed },
  };
}

/** A receipt does not pay for the order, after all. What stays within the tolerance leaves it collected, with less. */
export function afterUndone(standing: CollectionStanding, news: UndoneNews): CollectionStanding {
  const { collectionId, revision, reopened, on, outstanding, by } = news;
  const { collection, collectionLog: log } = standing;
  const receipts = withReceipt(log.receipts, { collectionId, revision, receipt: null });
  const owed = later(log.owed, { revision, outstanding });
  const kept = { ...log, receipts, owed };
  if (revision < log.revision) return { collection, collectionLog: kept };
  if (reopened) {
    return { collection: null, collectionLog: { revision, reopening: { on, outstanding, by }, receipts, owed } };
  }
  return { collection: collection && less(collection, owed.outstanding), collectionLog: kept };
}

/** The receipts that pay for the order, the first first. */
export function receiptsOf({ receipts }: CollectionLog): OrderReceipt[] {
  return receipts
    .flatMap(({ collectionId, receipt }) => (receipt === null ? [] : [{ collectionId, ...receipt }]))
    .sort((left, right) => compared(left.bookedOn, right.bookedOn) || compared(left.collectionId, right.collectionId));
}

function later(known: Owed | undefined, news: Owed): Owed {
  return known !== undefined && known.revision > news.revision ? known : news;
}

function withReceipt(known: readonly KnownReceipt[], news: KnownReceipt): readonly KnownReceipt[] {
  const before = known.find(({ collectionId }) => collectionId === news.collectionId);
  if (before !== undefined && before.revision > news.revision) return known;
  return [...known.filter((each) => each !== before), news];
}

function less({ expected }: Collection, outstanding: MoneyJson): Collection {
  const received = Money.fromJSON(expected).minus(Money.fromJSON(outstanding));
  return { expected, received: received.toJSON(), shortfall: outstanding };
}

function compared(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
