import { type Tx } from '../../platform/database/session.js';
import { accountKind } from '../domain/chart.js';
import { type AccountRef, type LedgerEntry } from '../domain/entry.js';
import { InsufficientFundsError } from '../domain/ledger.errors.js';
import { SAY } from '../domain/ledger.sentences.js';
import { keyClash, NO_PARTY, writeTransfers } from './transfers.js';

/** The transfer's id, or why this entry alone was refused. */
export type Outcome = string | Error;

interface AvailableRow {
  readonly code: string;
  readonly party_id: string;
  readonly currency: string;
  readonly available_minor: string;
}

const LOCK = `SELECT code, party_id, currency, available_minor FROM ledger.lock_floored($1, $2, $3, $4)`;
const KNOWN = `SELECT key FROM ledger.transfer WHERE tenant_id = $1 AND key = ANY($2)`;

/**
 * Posts many entries as one: each is judged in its turn against what those before it left, and the refused do not
 * hinder the others. The floored accounts are locked first, so the judgement still holds when it is written.
 */
export async function postBatch(tx: Tx, entries: readonly LedgerEntry[]): Promise<Outcome[]> {
  const spendable = await lockSpendable(tx, entries);
  // Asked after the locks are held: a twin that was first is visible by now.
  const known = await knownKeys(tx, spendable.size > 0 ? entries : []);
  const outcomes: Outcome[] = entries.map((entry) => {
    if (known.has(entry.key)) return '';
    const verdict = judge(entry, spendable);
    if (verdict === '') known.add(entry.key);
    return verdict;
  });
  const accepted = [...outcomes.keys()].filter((index) => outcomes[index] === '');
  const bookings = accepted.flatMap((index) => {
    const entry = entries[index];
    return entry === undefined ? [] : [{ entry, reverses: null }];
  });
  if (bookings.length === 0) return outcomes;
  const booked = await writeTransfers(tx, bookings);
  accepted.forEach((index, place) => {
    const result = booked[place];
    const entry = entries[index];
    if (result !== undefined && entry !== undefined) outcomes[index] = result.clashes ? keyClash(entry) : result.id;
  });
  return outcomes;
}

/** Takes the entry's part out of what may be spent, or refuses it and leaves everything as it was. */
function judge(entry: LedgerEntry, spendable: Map<string, bigint>): '' | InsufficientFundsError {
  const moves = new Map<string, bigint>();
  for (const { account, amount } of entry.postings) {
    const kind = accountKind(account.code);
    if (!kind.floored) continue;
    const name = nameOf(account, amount.currency);
    const grows = kind.normalSide === 'debit' ? amount.minor : -amount.minor;
    moves.set(name, (moves.get(name) ?? 0n) + grows);
  }
  for (const [name, grows] of moves) {
    if (grows < 0n && (spendable.get(name) ?? 0n) + grows < 0n) {
      return new InsufficientFundsError(SAY.below_zero);
    }
  }
  for (const [name, grows] of moves) spendable.set(name, (spendable.get(name) ?? 0n) + grows);
  return '';
}

async function lockSpendable(tx: Tx, entries: readonly LedgerEntry[]): Promise<Map<string, bigint>> {
  const floored = new Map<string, { readonly account: AccountRef; readonly currency: string }>();
  for (const { account, amount } of entries.flatMap(({ postings }) => postings)) {
    const { currency } = amount;
    if (accountKind(account.code).floored) floored.set(nameOf(account, currency), { account, currency });
  }
  if (floored.size === 0) return new Map();
  const accounts = [...floored.values()];
  const rows = await tx.query<AvailableRow>(LOCK, [
    tx.tenantId,
    accounts.map(({ account }) => account.code),
    accounts.map(({ account }) => account.partyId ?? NO_PARTY),
    accounts.map(({ currency }) => currency),
  ]);
  const spendable = new Map([...floored.keys()].map((name) => [name, 0n]));
  for (const { code, party_id, currency, available_minor } of rows) {
    spendable.set(`${code} ${party_id} ${currency}`, BigInt(available_minor));
  }
  return spendable;
}

async function knownKeys(tx: Tx, entries: readonly LedgerEntry[]): Promise<Set<string>> {
  if (entries.length === 0) return new Set();
  const rows = await tx.query<{ key: string }>(KNOWN, [tx.tenantId, entries.map(({ key }) => key)]);
  return new Set(rows.map(({ key }) => key));
}

function nameOf({ code, partyId }: AccountRef, currency: string): string {
  return `${code} ${partyId ?? NO_PARTY} ${currency}`;
}
