import { type LocalDate } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type BankEntryRow, type BankReportRow, ENTRY, REPORT } from './bank-files.table.js';

/** A statement as lists show it: with the one before it, as far as it is known. */
export interface StatementRow extends BankReportRow {
  readonly previousId: string | null;
  readonly previousTo: LocalDate | null;
  readonly previousClosingMinor: string | null;
}

export const ENTRY_BOOKINGS = ['fee', 'interest'] as const;
export type EntryBookingKind = (typeof ENTRY_BOOKINGS)[number];

export interface EntryBookingRow {
  readonly fileId: string;
  readonly ordinal: number;
  readonly kind: EntryBookingKind;
  readonly transferId: string;
  readonly createdAt: Date;
}

const IS_STATEMENT = `r.kind = 'statement' AND r.repeats IS NULL`;
const ORDER = `coalesce(r.to_on, r.created_at::date), r.page, r.id`;
/** Behind which a statement comes, of the same account. */
const BEFORE = `(coalesce(p.to_on, p.created_at::date), p.page, p.id) < (coalesce(r.to_on, r.created_at::date), r.page, r.id)`;
const PREVIOUS = `
  LEFT JOIN LATERAL (
    SELECT p.id, p.to_on, p.closing_minor FROM fx.bank_report p
    WHERE p.tenant_id = r.tenant_id AND p.account_id = r.account_id AND p.kind = 'statement' AND p.repeats IS NULL
      AND ${BEFORE}
    ORDER BY coalesce(p.to_on, p.created_at::date) DESC, p.page DESC, p.id DESC LIMIT 1) AS before ON true`;

const OF_IDS = `
  SELECT told.*, before.id AS "previousId", before.to_on::text AS "previousTo",
         before.closing_minor::text AS "previousClosingMinor"
  FROM fx.bank_report r CROSS JOIN LATERAL (SELECT ${REPORT} FROM (SELECT r.*) AS own) AS told ${PREVIOUS}
  WHERE r.tenant_id = $1 AND r.id = ANY($2::uuid[]) AND ${IS_STATEMENT}`;
/** Up to this one, the latest first. */
const UNTIL = `
  SELECT ${REPORT} FROM (
    SELECT p.* FROM fx.bank_report p JOIN fx.bank_report r ON r.tenant_id = p.tenant_id AND r.account_id = p.account_id
    WHERE r.tenant_id = $1 AND r.id = $2 AND p.kind = 'statement' AND p.repeats IS NULL AND (${BEFORE} OR p.id = r.id)) AS r
  ORDER BY coalesce(r.to_on, r.created_at::date) DESC, r.page DESC, r.id DESC LIMIT $3`;
const AFTER = `
  SELECT r.id FROM fx.bank_report r JOIN fx.bank_report p ON p.tenant_id = r.tenant_id AND p.account_id = r.account_id
  WHERE p.tenant_id = $1 AND p.id = $2 AND ${IS_STATEMENT} AND ${BEFORE} ORDER BY ${ORDER} LIMIT $3`;
const COUNTS = `
  SELECT report_id AS id, count(*)::int AS count FROM fx.bank_entry
  WHERE tenant_id = $1 AND report_id = ANY($2::uuid[]) AND status = 'booked' GROUP BY 1`;
const BOOKED_ENTRIES = `
  SELECT ${ENTRY}, file_id AS "fileId" FROM fx.bank_entry
  WHERE tenant_id = $1 AND report_id = ANY($2::uuid[]) AND status = 'booked' ORDER BY report_id, ordinal LIMIT $3`;
const ENTRIES_OF_STATEMENT = `
  SELECT ${ENTRY} FROM fx.bank_entry WHERE tenant_id = $1 AND report_id = $2 AND ordinal > $3 ORDER BY ordinal LIMIT $4`;
const ONE_ENTRY = `
  SELECT ${ENTRY}, file_id AS "fileId" FROM fx.bank_entry WHERE tenant_id = $1 AND report_id = $2 AND ordinal = $3`;
const COLLECTIONS = `
  SELECT id, bank_reference AS "bankReference", part_of AS "partOf", direction, reverses,
         (SELECT count(*)::int FROM fx.allocation a WHERE a.tenant_id = c.tenant_id AND a.collection_id = c.reverses) AS shares
  FROM fx.collection AS c
  WHERE tenant_id = $1 AND account_id = $2
    AND (bank_reference = ANY($3::text[]) OR part_of = ANY($3::text[]))`;
const CONVERSIONS = `
  SELECT id, deal_id AS "dealId" FROM fx.conversion
  WHERE tenant_id = $1 AND party_id = $2 AND (id = ANY($3::uuid[]) OR deal_id = ANY($4::text[]))`;
const BOOK = `
  INSERT INTO fx.entry_booking (tenant_id, file_id, ordinal, kind, transfer_id, created_at)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING ordinal`;

export type FiledEntryRow = BankEntryRow & { readonly fileId: string };

export async function statementsOf(view: View, ids: readonly string[]): Promise<ReadonlyMap<string, StatementRow>> {
  const rows = await view.query<StatementRow>(OF_IDS, [view.tenantId, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** That one and those of its account before it, the latest first. */
export function statementsUntil(view: View, id: string, limit: number): Promise<BankReportRow[]> {
  return view.query<BankReportRow>(UNTIL, [view.tenantId, id, limit]);
}

export async function statementsAfter(view: View, id: string, limit: number): Promise<string[]> {
  return (await view.query<{ id: string }>(AFTER, [view.tenantId, id, limit])).map((row) => row.id);
}

/** How many booked entries each has. */
export async function entryCounts(view: View, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await view.query<{ id: string; count: number }>(COUNTS, [view.tenantId, ids]);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export function bookedEntries(view: View, ids: readonly string[], limit: number): Promise<FiledEntryRow[]> {
  return view.query<FiledEntryRow>(BOOKED_ENTRIES, [view.tenantId, ids, limit]);
}

export function entriesOfStatement(view: View, id: string, after: number, limit: number): Promise<BankEntryRow[]> {
  return view.query<BankEntryRow>(ENTRIES_OF_STATEMENT, [view.tenantId, id, after, limit]);
}

export async function findEntry(view: View, id: string, number: number): Promise<FiledEntryRow | null> {
  return (await view.query<FiledEntryRow>(ONE_ENTRY, [view.tenantId, id, number]))[0] ?? null;
}

export interface NamedCollection {
  readonly id: string;
  readonly bankReference: string;
  readonly partOf: string | null;
  readonly direction: 'credit' | 'debit';
  /** The credit that it takes back, and how many orders that had paid for. */
  readonly reverses: string | null;
  readonly shares: number;
}

/** Collections of an account that were told under one of these references, or as parts of one. */
export function collectionsNamed(
  view: View,
  accountId: string,
  references: readonly string[],
): Promise<NamedCollection[]> {
  return view.query(COLLECTIONS, [view.tenantId, accountId, references]);
}

/** Conversions of a client, by their id or by the bank's own for the deal. */
export function conversionsNamed(
  view: View,
  partyId: string,
  { ids, words }: { readonly ids: readonly string[]; readonly words: readonly string[] },
): Promise<{ id: string; dealId: string | null }[]> {
  return view.query(CONVERSIONS, [view.tenantId, partyId, ids, words]);
}

/** @returns false where it was booked before */
export async function insertEntryBooking(tx: Tx, row: Omit<EntryBookingRow, 'createdAt'>): Promise<boolean> {
  const { fileId, ordinal, kind, transferId } = row;
  return (await tx.query(BOOK, [tx.tenantId, fileId, ordinal, kind, transferId, tx.now])).length > 0;
}
