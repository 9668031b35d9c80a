import { createHash } from 'node:crypto';

import { newId } from '../../kernel/ids.js';
import { type Tx } from '../../platform/database/session.js';
import { type SqlValue } from '../../platform/database/sql-value.js';
import { violates } from '../../platform/database/violates.js';
import { type LedgerEntry } from '../domain/entry.js';
import { AlreadyReversedError, InsufficientFundsError } from '../domain/ledger.errors.js';
import { SAY } from '../domain/ledger.sentences.js';

/** Accounts without a party carry this instead of NULL, so that one unique index serves both. */
export const NO_PARTY = '00000000-0000-0000-0000-000000000000';

/** An entry on its way into the books. */
export interface Booking {
  readonly entry: LedgerEntry;
  /** The transfer that this one takes back. */
  readonly reverses: string | null;
}

/** What became of a booking. */
interface Booked {
  /** The transfer's id; the earlier one's where the key was known. */
  readonly id: string;
  /** True when the key was used before for another entry: nothing was booked. */
  readonly clashes: boolean;
}

interface PostedRow {
  /** Position of the booking, from 1. */
  readonly nth: number;
  readonly id: string;
  readonly fingerprint: string;
}

/** One round trip, whatever the number of transfers and postings: accounts are opened, balances moved and checked. */
const POST = `SELECT nth, id, fingerprint FROM ledger.post(
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`;

/**
 * Writes the bookings in their order. One whose key is in the books already is not written again.
 * @throws InsufficientFundsError, AlreadyReversedError; the transaction is then lost
 */
export async function writeTransfers(tx: Tx, bookings: readonly Booking[]): Promise<Booked[]> {
  const fingerprints = bookings.map(({ entry }) => fingerprint(entry));
  const rows = await translated(() => tx.query<PostedRow>(POST, parameters(tx, bookings, fingerprints)));
  const booked: Booked[] = [];
  for (const { nth, id, fingerprint: kept } of rows) booked[nth - 1] = { id, clashes: kept !== fingerprints[nth - 1] };
  return booked;
}

function parameters(tx: Tx, bookings: readonly Booking[], fingerprints: readonly string[]): SqlValue[] {
  const entries = bookings.map(({ entry }) => entry);
  const lines = entries.flatMap(({ postings }, index) =>
    postings.map((posting, place) => ({ ...posting, nth: index + 1, seq: place + 1 })),
  );
  return [
    tx.tenantId,
    tx.now,
    bookings.map(() => newId()),
    entries.map(({ key }) => key),
    entries.map(({ kind }) => kind),
    entries.map(({ orderId }) => orderId ?? null),
    entries.map(({ valueDate }) => valueDate),
    entries.map(({ memo }) => memo ?? ''),
    bookings.map(({ reverses }) => reverses),
    fingerprints,
    entries.map(({ postings }) => postings.length),
    lines.map(({ nth }) => nth),
    lines.map(({ seq }) => seq),
    lines.map(({ account }) => account.code),
    lines.map(({ account }) => account.partyId ?? NO_PARTY),
    lines.map(({ amount }) => amount.currency),
    lines.map(({ amount }) => amount.minor.toString()),
    lines.map(({ account }) => account.subAccountId ?? null),
  ];
}

/** What makes two entries the same booking: everything but the value date, memo and part of an account, which a retry may tell anew. */
function fingerprint({ kind, orderId, postings }: LedgerEntry): string {
  const lines = postings.map(({ account, amount }) => `${account.code} ${account.partyId ?? ''} ${amount.toString()}`);
  return createHash('sha256')
    .update([kind, orderId ?? '', ...lines].join('\n'))
    .digest('base64url');
}

/** Gives the database's refusals their names. */
export async function translated<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (violates(error, 'ck_balance_floor')) {
      throw new InsufficientFundsError(SAY.below_zero, {}, [], { cause: error });
    }
    if (violates(error, 'uq_transfer_reverses')) {
      throw new AlreadyReversedError(SAY.reversed_before, {}, [], { cause: error });
    }
    throw error;
  }
}

/** Our bug, so a plain Error: two events were given one key, and one of them would be lost. */
export function keyClash({ key }: LedgerEntry): Error {
  return new Error(`Ledger key ${key} was used for another entry`);
}
