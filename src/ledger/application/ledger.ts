import { Injectable } from '@nestjs/common';

import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { type AccountCode } from '../domain/chart.js';
import { assertEntry, type LedgerEntry } from '../domain/entry.js';
import { SAY } from '../domain/ledger.sentences.js';
import {
  type Balance,
  type BalanceQuery,
  type OrdersQuery,
  readBalance,
  readBalancesOfOrder,
  readBalancesOfOrders,
} from './balances.js';
import { type HoldRef, type NewHold, placeHold, resolveHolds } from './holds.js';
import { type KeyedAmount, readAmountsByKey, readSubAmounts, readSubBalance, type SubAccount } from './sub-accounts.js';
import { type Booking, keyClash, NO_PARTY, writeTransfers } from './transfers.js';

interface ReversalOptions {
  readonly key: string;
  /** Why, for the people who read the books later. */
  readonly reason: string;
  /** The day from which the correction counts; the tenant's present day in China when absent. */
  readonly valueDate?: LocalDate;
}

interface PostingOfTransfer {
  readonly order_id: string | null;
  readonly code: AccountCode;
  readonly party_id: string;
  readonly amount_minor: string;
  readonly currency: string;
  readonly sub_account_id: string | null;
}

const POSTINGS_OF = `
  SELECT t.order_id, a.code, a.party_id, p.amount_minor, p.currency, p.sub_account_id
  FROM ledger.transfer t
  JOIN ledger.posting p ON p.tenant_id = t.tenant_id AND p.transfer_id = t.id
  JOIN ledger.account a ON a.tenant_id = p.tenant_id AND a.id = p.account_id
  WHERE t.tenant_id = $1 AND t.id = $2 ORDER BY p.seq`;

/**
 * The books: double entry, for each tenant and currency. What is posted is never changed or deleted; the database
 * allows it to nobody. Zero sum and the floor of client funds are decided by the database, whoever races whom.
 */
@Injectable()
export class Ledger {
  /**
   * Books an entry in the caller's transaction, in one round trip.
   * @returns the transfer's id; the earlier one's where the key was booked before
   * @throws InsufficientFundsError when an account that has a floor would fall through it
   */
  post(tx: Tx, entry: LedgerEntry): Promise<string> {
    return book(tx, { entry, reverses: null });
  }

  /** Books several entries in one round trip: all of them, or none. @see post */
  postAll(tx: Tx, entries: readonly LedgerEntry[]): Promise<string[]> {
    return bookAll(
      tx,
      entries.map((entry) => ({ entry, reverses: null })),
    );
  }

  /**
   * Takes a transfer back by its mirror image, which names it. Both stay in the books.
   * @throws AlreadyReversedError when another reversal was first
   * @throws InsufficientFundsError when what it brought was spent since
   */
  async reverse(tx: Tx, transferId: string, { key, reason, valueDate }: ReversalOptions): Promise<string> {
    const rows = await tx.query<PostingOfTransfer>(POSTINGS_OF, [tx.tenantId, transferId]);
    const [first] = rows;
    if (first === undefined) throw new ResourceNotFoundError(SAY.no_such_transfer);
    const entry: LedgerEntry = {
      kind: 'ledger.reversal',
      key,
      orderId: first.order_id,
      valueDate: valueDate ?? dateInZone(tx.now, CHINA),
      memo: reason,
      postings: rows.map(({ code, party_id, amount_minor, currency, sub_account_id }) => ({
        account: { code, partyId: party_id === NO_PARTY ? null : party_id, subAccountId: sub_account_id },
        amount: Money.ofMinor(-BigInt(amount_minor), currency),
      })),
    };
    return book(tx, { entry, reverses: transferId });
  }

  /** Sets money of a floored account aside. @see placeHold */
  hold(tx: Tx, hold: NewHold): Promise<string> {
    return placeHold(tx, hold);
  }

  /**
   * Ends the hold (or all holds of the group) and books what became of the money, which may be less or more.
   * @returns the transfer's id
   * @throws HoldNotActiveError when it was voided, or settled by another entry
   */
  async settleHold(tx: Tx, ref: HoldRef, entry: LedgerEntry): Promise<string> {
    await resolveHolds(tx, ref, { to: 'posted', transferKey: entry.key });
    return this.post(tx, entry);
  }

  /**
   * Makes the held money available again; nothing is booked.
   * @throws HoldNotActiveError when it was settled
   */
  voidHold(tx: Tx, ref: HoldRef, { reason = '' }: { readonly reason?: string } = {}): Promise<void> {
    return resolveHolds(tx, ref, { to: 'voided', reason });
  }

  /** An account that was never used has a balance of zero. */
  balance(view: View, query: BalanceQuery): Promise<Balance> {
    return readBalance(view, query);
  }

  /** What is posted for one order, in every currency in which it is not zero. */
  balancesOfOrder(
    view: View,
    account: { code: AccountCode; partyId: string; orderId: string | null },
  ): Promise<Money[]> {
    return readBalancesOfOrder(view, account);
  }

  /** What stands in a part of an account, debit above zero, of what counts by that day; null: all of it. */
  balanceOfPart(view: View, part: SubAccount, until: LocalDate | null): Promise<Money> {
    return readSubBalance(view, part, until);
  }

  /** What each transfer did to a part of an account, of those that count after one day and until another, oldest first. */
  amountsOfPart(
    view: View,
    part: SubAccount,
    range: { readonly after: LocalDate | null; readonly until: LocalDate; readonly limit: number },
  ): Promise<KeyedAmount[]> {
    return readSubAmounts(view, part, range);
  }

  /** What the transfers of these keys did to an account, whichever part of it they name. Keys that are not booked are left out. */
  amountsByKey(view: View, account: Omit<SubAccount, 'subAccountId'>, keys: readonly string[]): Promise<KeyedAmount[]> {
    return readAmountsByKey(view, account, keys);
  }

  /** What is posted for each of many orders, in one currency; those of which it is nothing are left out. */
  balancesOfOrders(view: View, query: OrdersQuery): Promise<ReadonlyMap<string, Money>> {
    return readBalancesOfOrders(view, query);
  }
}

async function book(tx: Tx, booking: Booking): Promise<string> {
  const [id = ''] = await bookAll(tx, [booking]);
  return id;
}

async function bookAll(tx: Tx, bookings: readonly Booking[]): Promise<string[]> {
  for (const { entry } of bookings) assertEntry(entry);
  const booked = await writeTransfers(tx, bookings);
  return booked.map(({ id, clashes }, index) => {
    const entry = bookings[index]?.entry;
    if (clashes && entry !== undefined) throw keyClash(entry);
    return id;
  });
}
