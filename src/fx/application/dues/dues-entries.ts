import { publicId } from '../../../kernel/ids.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type EntryPosting, type LedgerEntry } from '../../../ledger/index.js';
import { type DuesPurchase } from '../../entities/dues-purchase.entity.js';

/** What identifies a booking: the event that it follows from. */
export interface Cause {
  readonly eventId: string;
  readonly valueDate: LocalDate;
}

/** The client's CNY is taken into the position, and what it owes is paid out of the position: each currency balances. */
export function purchaseEntry(purchase: DuesPurchase, valueDate: LocalDate): LedgerEntry {
  const { id, orderId, due, cost } = purchase;
  return {
    kind: 'fx.dues-bought',
    key: `fx.dues-bought/${id}`,
    orderId,
    valueDate,
    memo: `${publicId('duesPurchase', id)}: ${cost.toString()} → ${due.toString()}`,
    postings: exchange(purchase.partyId, due, cost),
  };
}

/** What a forward has brought, and is the client's in its own currency, pays what it owes. */
export function deliveredEntry(
  { id, releaseEventId, orderId, partyId, due }: DuesPurchase,
  valueDate: LocalDate,
): LedgerEntry {
  return {
    kind: 'fx.dues-delivered',
    key: `fx.dues-delivered/${releaseEventId}`,
    orderId,
    valueDate,
    memo: publicId('duesPurchase', id),
    postings: [
      { account: { code: 'client_funds', partyId }, amount: due },
      { account: { code: 'client_dues', partyId }, amount: due.negated() },
    ],
  };
}

/** The mirror image, of all of a purchase or of a part, at the price that was paid. */
export function purchaseReturnEntry(
  purchase: DuesPurchase,
  { due, cost }: { due: Money; cost: Money },
  { eventId, valueDate }: Cause,
): LedgerEntry {
  const { id, orderId, partyId } = purchase;
  return {
    kind: 'fx.dues-returned',
    key: `fx.dues-returned/${eventId}/${id}`,
    orderId,
    valueDate,
    memo: `${publicId('duesPurchase', id)}: ${due.toString()} → ${cost.toString()}`,
    postings: exchange(partyId, due.negated(), cost.negated()),
  };
}

/** What was taken in the currency in which it was owed is the client's again. */
export function ownReturnEntry(
  { orderId, partyId, due }: { orderId: string; partyId: string; due: Money },
  { eventId, valueDate }: Cause,
): LedgerEntry {
  return {
    kind: 'fx.dues-returned',
    key: `fx.dues-returned/${eventId}/${due.currency}`,
    orderId,
    valueDate,
    postings: [
      { account: { code: 'client_dues', partyId }, amount: due },
      { account: { code: 'client_funds', partyId }, amount: due.negated() },
    ],
  };
}

/** A debt so small that it costs nothing moves no CNY. */
function exchange(partyId: string, due: Money, cost: Money): EntryPosting[] {
  const lines: readonly EntryPosting[] = [
    { account: { code: 'client_funds', partyId }, amount: cost },
    { account: { code: 'fx_position' }, amount: cost.negated() },
    { account: { code: 'fx_position' }, amount: due },
    { account: { code: 'client_dues', partyId }, amount: due.negated() },
  ];
  return lines.filter(({ amount }) => !amount.isZero());
}
