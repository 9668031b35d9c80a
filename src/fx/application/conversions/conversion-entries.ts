import { publicId } from '../../../kernel/ids.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type EntryPosting, type LedgerEntry } from '../../../ledger/index.js';
import { type Conversion } from '../../entities/conversion.entity.js';

/**
 * The client's money changes currency in the books: what it sells goes to the position, what it buys comes from it, and
 * the difference between the bank's price and the client's is the platform's margin.
 * @param changeId of the change after which it is booked anew
 */
export function bookingEntry(
  conversion: Conversion,
  valueDate: LocalDate,
  changeId: string | null = null,
): LedgerEntry {
  const { partyId, sold, bought, bankSell, bankBuy, margin } = conversion;
  const client = { code: 'client_funds', partyId } as const;
  return {
    kind: 'fx.conversion-booked',
    key: `fx.conversion-booked/${conversion.id}${changeId === null ? '' : `/${changeId}`}`,
    orderId: conversion.orderId,
    valueDate,
    memo: `${publicId('conversion', conversion.id)}: ${sold.toString()} → ${bought.toString()}`,
    postings: posted([
      [client, sold],
      [{ code: 'fx_position' }, bankSell.negated()],
      [{ code: 'fx_position' }, bankBuy],
      [client, bought.negated()],
      [{ code: 'fx_spread' }, margin.negated()],
    ]),
  };
}

/**
 * The bank has dealt: the position is closed, and what the bank gave or took more or less than its board said is ours.
 * @param accounts of the client at the bank, by currency
 */
export function settlementEntry(
  conversion: Conversion,
  { paid, received, valueDate }: { readonly paid: Money; readonly received: Money; readonly valueDate: LocalDate },
  accounts: ReadonlyMap<string, { readonly id: string }>,
): LedgerEntry {
  const atBank = ({ currency }: Money) =>
    ({ code: 'clearing_bank', subAccountId: accounts.get(currency)?.id ?? null }) as const;
  const { bankSell, bankBuy } = conversion;
  return {
    kind: 'fx.conversion-settled',
    key: `fx.conversion-settled/${conversion.id}`,
    orderId: conversion.orderId,
    valueDate,
    memo: publicId('conversion', conversion.id),
    postings: posted([
      [{ code: 'fx_position' }, bankSell],
      [atBank(paid), paid.negated()],
      [{ code: 'fx_spread' }, paid.minus(bankSell)],
      [atBank(received), received],
      [{ code: 'fx_position' }, bankBuy.negated()],
      [{ code: 'fx_spread' }, bankBuy.minus(received)],
    ]),
  };
}

/** Accounts of nothing are left out. */
export function posted(lines: readonly (readonly [EntryPosting['account'], Money])[]): EntryPosting[] {
  return lines.filter(([, amount]) => !amount.isZero()).map(([account, amount]) => ({ account, amount }));
}
