import { parseId } from '../../../kernel/ids.js';
import { type BankEntry } from '../bank-files/bank-message.js';

/** A payment of ours that a movement names. */
const PAYOUT = /\bpay_[0-7][0-9a-z]{25}-\d{1,4}\b/g;
const REFUNDS = /\bcrf_[0-7][0-9a-z]{25}\b/g;
const TAXES = /\btxp_[0-7][0-9a-z]{25}-\d{1,4}\b/g;
/** A change of a deal, whose difference is settled at once. */
const CHANGES = /\bcvc_[0-7][0-9a-z]{25}\b/g;
/** A part of a forward that was rolled over or closed out, whose result is settled at once. */
const FORWARD_MOVES = /\bfwm_[0-7][0-9a-z]{25}\b/g;

/**
 * Keys of the books that a movement names by the end-to-end id of a payment of ours. Money that comes back under it is a return;
 * money that comes back as a reversal, the same.
 */
export function paymentKeysOf({ direction, endToEndId, references, remittance }: BankEntry): string[] {
  const text = [endToEndId, references, remittance].join('\n');
  const payouts = [...new Set(text.match(PAYOUT) ?? [])];
  const refunds = [...new Set(text.match(REFUNDS) ?? [])];
  const taxes = [...new Set(text.match(TAXES) ?? [])];
  const changes = [...new Set(text.match(CHANGES) ?? [])].map((id) => differenceKey(parseId('conversionChange', id)));
  const moves = [...new Set(text.match(FORWARD_MOVES) ?? [])].map((id) => forwardResultKey(parseId('forwardMove', id)));
  const results = [...changes, ...moves];
  if (direction === 'credit') return [...payouts.map(payoutReturnKey), ...refunds.map(refundReturnKey), ...results];
  return [
    ...payouts.map(payoutKey),
    ...refunds.map(refundKey),
    ...taxes.map((id) => `fx.tax-payment/${id}`),
    ...results,
  ];
}

export function payoutKey(messageId: string): string {
  return `fx.payout/${messageId}`;
}

export function payoutReturnKey(messageId: string): string {
  return `fx.payout-return/${messageId}`;
}

/** Of money that went back to its payer. */
export function refundKey(messageId: string): string {
  return `fx.collection-refund/${messageId}`;
}

export function refundReturnKey(messageId: string): string {
  return `fx.collection-refund-return/${messageId}`;
}

export function collectionKey(id: string): string {
  return `fx.collection-credited/${id}`;
}

/** Of a credit that the bank took back: what left the seller's funds, then what it owes for each order that it had paid for. */
export function reversalKey(creditId: string, part: number): string {
  return `fx.collection-reversed/${creditId}/${part}`;
}

/** @param shares how many orders the credit had paid for */
export function reversalKeys(creditId: string, shares: number): string[] {
  return Array.from({ length: shares + 2 }, (_, part) => reversalKey(creditId, part));
}

export function settlementKey(conversionId: string): string {
  return `fx.conversion-settled/${conversionId}`;
}

/** What a change of a booked conversion costs or brings. */
export function differenceKey(changeId: string): string {
  return `fx.conversion-difference/${changeId}`;
}

/** What the bank paid, or got, for a part of a forward that was rolled over or closed out. */
export function forwardResultKey(moveId: string): string {
  return `fx.forward-settled/${moveId}`;
}

export function entryKey({ fileId, ordinal }: { readonly fileId: string; readonly ordinal: number }): string {
  return `fx.bank-entry/${fileId}/${ordinal}`;
}
