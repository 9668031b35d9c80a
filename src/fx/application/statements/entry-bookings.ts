import { Injectable } from '@nestjs/common';

import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type EntryPosting, Ledger, type LedgerEntry } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit } from '../../../platform/outbox/outbox.js';
import { entryKey } from '../../domain/statements/ledger-keys.js';
import { EntryAccountedError } from '../../domain/statements/statement.errors.js';
import { SAY } from '../../domain/statements/statement.sentences.js';
import {
  type EntryBookingKind,
  type EntryBookingRow,
  type FiledEntryRow,
  findEntry,
  insertEntryBooking,
  statementsOf,
} from '../../entities/statements.table.js';
import { type BankReportRow } from '../../entities/bank-files.table.js';
import { Cover } from '../forwards/cover.js';
import { keysOf } from './entry-keys.js';

/** What the bank has booked and the books do not know yet, booked by a person. */
@Injectable()
export class EntryBookings {
  constructor(
    private readonly ledger: Ledger,
    private readonly cover: Cover,
  ) {}

  /**
   * @throws ResourceNotFoundError
   * @throws EntryAccountedError when the books know it, or it is money from a buyer
   */
  async book(tx: Tx, statementId: string, number: number, kind: EntryBookingKind): Promise<EntryBookingRow> {
    const statement = (await statementsOf(tx, [statementId])).get(statementId);
    if (statement === undefined) throw new ResourceNotFoundError(SAY.no_such_statement);
    const entry = await findEntry(tx, statementId, number);
    if (entry?.status !== 'booked' || entry.amountMinor === '0') throw new ResourceNotFoundError(SAY.no_such_entry);
    if (entry.outcome === 'taken_in') throw new EntryAccountedError(SAY.entry_is_collection);
    const keys = (await keysOf(tx, statement, [entry])).get(entry) ?? [];
    const known = await this.ledger.amountsByKey(tx, { code: 'clearing_bank', currency: entry.currency }, keys);
    if (known.length > 0) throw new EntryAccountedError(SAY.entry_accounted);
    const { partyId } = statement;
    await this.cover.hold(tx, { orderId: null, partyId });
    const transferId = await this.ledger.post(tx, bookingOf(statement, entry, { kind, now: tx.now }));
    const row = { fileId: entry.fileId, ordinal: entry.ordinal, kind, transferId };
    if (!(await insertEntryBooking(tx, row))) throw new EntryAccountedError(SAY.entry_accounted);
    // A fee that came back may leave less to hedge.
    await this.cover.reviewOfSeller(tx, partyId);
    audit(tx, {
      action: 'statement.entry_booked',
      resourceType: 'bankReport',
      resourceId: statementId,
      details: { number, kind },
    });
    return { ...row, createdAt: tx.now };
  }
}

/**
 * The account is the client's, and so is what the bank charges and pays on it: a fee, and interest on an overdraft, is due from
 * the client like any service bought on its behalf; interest is the client's money. A fee that comes back lessens what is due.
 */
function bookingOf(
  { accountId, partyId }: BankReportRow,
  entry: FiledEntryRow,
  { kind, now }: { readonly kind: EntryBookingKind; readonly now: Date },
): LedgerEntry {
  const amount = Money.ofMinor(BigInt(entry.amountMinor), entry.currency);
  const effect = entry.direction === 'credit' ? amount : amount.negated();
  const isEarned = kind === 'interest' && entry.direction === 'credit';
  const client: EntryPosting['account'] = { code: isEarned ? 'client_funds' : 'client_dues', partyId };
  return {
    kind: kind === 'fee' ? 'fx.bank-fee' : 'fx.bank-interest',
    key: entryKey(entry),
    valueDate: entry.valueDate ?? entry.bookedOn ?? dateInZone(now, CHINA),
    memo: `Bank reference ${entry.reference}`.slice(0, 500),
    postings: [
      { account: { code: 'clearing_bank', subAccountId: accountId }, amount: effect },
      { account: client, amount: effect.negated() },
    ],
  };
}
