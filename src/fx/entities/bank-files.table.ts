import { type LocalDate } from '../../kernel/local-date.js';
import { type MoneyJson } from '../../kernel/money.js';
import { type SealedText } from '../../platform/database/sealed-fields.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type FileCheck } from '../domain/bank-files/bank-file-checks.js';
import { type Outcome } from '../domain/bank-files/bank-file-outcome.js';
import { type BankFileState } from '../domain/bank-files/bank-file-status.js';
import { type BankFileType, type EntryStatus, type Quirk } from '../domain/bank-files/bank-file.js';

/** A file as it is kept, without its content. */
export interface BankFileRow {
  readonly id: string;
  readonly sha256: string;
  readonly messageType: BankFileType;
  readonly messageVersion: string | null;
  readonly messageId: string;
  readonly bankCreatedAt: string | null;
  readonly sizeBytes: number;
  readonly quirks: readonly Quirk[];
  readonly state: BankFileState;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface KeptBalance {
  readonly type: string;
  readonly amount: MoneyJson;
  readonly on: LocalDate;
}

/** What a file says of one account. */
export interface BankReportRow {
  readonly id: string;
  readonly fileId: string;
  readonly ordinal: number;
  readonly kind: 'statement' | 'notification';
  readonly accountId: string;
  /** The seller whose account it is. */
  readonly partyId: string;
  readonly accountNumber: SealedText;
  readonly reference: string;
  readonly page: number;
  readonly currency: string;
  readonly fromOn: LocalDate | null;
  readonly toOn: LocalDate | null;
  readonly openingMinor: string | null;
  readonly closingMinor: string | null;
  readonly balances: readonly KeptBalance[];
  readonly checks: readonly FileCheck[];
  readonly digest: string;
  /** The statement that it says once more. */
  readonly repeats: string | null;
  readonly createdAt: Date;
}

export interface BankEntryRow {
  readonly ordinal: number;
  readonly reportId: string;
  readonly line: number;
  readonly reference: string;
  readonly direction: 'credit' | 'debit';
  readonly isReversal: boolean;
  readonly status: EntryStatus;
  readonly amountMinor: string;
  readonly currency: string;
  readonly bookedOn: LocalDate | null;
  readonly valueDate: LocalDate | null;
  readonly kindCode: string | null;
  /** As `movementToJson` writes them. */
  readonly movements: readonly object[];
  readonly outcome: Outcome;
}

/** How many entries of a report came to what. */
export interface ReportCount {
  readonly reportId: string;
  readonly outcome: Outcome;
  readonly direction: 'credit' | 'debit';
  readonly count: number;
  readonly minor: string;
}

/** The columns of a `BankFileRow`. */
export const FILE = `
  id, sha256, message_type AS "messageType", message_version AS "messageVersion", message_id AS "messageId",
  bank_created_at AS "bankCreatedAt", size_bytes AS "sizeBytes", quirks, state, version, created_at AS "createdAt",
  updated_at AS "updatedAt"`;
export const REPORT = `
  id, file_id AS "fileId", ordinal, kind, account_id AS "accountId", party_id AS "partyId",
  account_number AS "accountNumber", reference, page, currency, from_on::text AS "fromOn", to_on::text AS "toOn",
  opening_minor::text AS "openingMinor", closing_minor::text AS "closingMinor", balances, checks, digest, repeats,
  created_at AS "createdAt"`;
export const ENTRY = `
  ordinal, report_id AS "reportId", line, reference, direction, is_reversal AS "isReversal", status,
  amount_minor::text AS "amountMinor", currency, booked_on::text AS "bookedOn", value_date::text AS "valueDate",
  kind_code AS "kindCode", movements, outcome`;

const INSERT_FILE = `
  INSERT INTO fx.bank_file (tenant_id, id, sha256, message_type, message_version, message_id, bank_created_at, size_bytes,
                            quirks, content, state, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, octet_length($9::bytea), $8, $9, $10, $11, $11)
  ON CONFLICT (tenant_id, sha256) DO NOTHING RETURNING ${FILE}`;
const INSERT_REPORTS = `
  INSERT INTO fx.bank_report (tenant_id, id, file_id, ordinal, kind, account_id, party_id, account_number, reference, page,
                              currency, from_on, to_on, opening_minor, closing_minor, balances, checks, digest, repeats,
                              created_at)
  SELECT $1, r.id, r."fileId", r.ordinal, r.kind, r."accountId", r."partyId", r."accountNumber", r.reference, r.page,
         r.currency, r."fromOn", r."toOn", r."openingMinor", r."closingMinor", r.balances, r.checks, r.digest, r.repeats, $2
  FROM jsonb_to_recordset($3::jsonb) AS r (
    id uuid, "fileId" uuid, ordinal integer, kind text, "accountId" uuid, "partyId" uuid, "accountNumber" text,
    reference text, page integer, currency text, "fromOn" date, "toOn" date, "openingMinor" bigint, "closingMinor" bigint,
    balances jsonb, checks jsonb, digest text, repeats uuid)`;
const INSERT_ENTRIES = `
  INSERT INTO fx.bank_entry (tenant_id, file_id, ordinal, report_id, line, reference, direction, is_reversal, status,
                             amount_minor, currency, booked_on, value_date, kind_code, movements, outcome)
  SELECT $1, $2, e.ordinal, e."reportId", e.line, e.reference, e.direction, e."isReversal", e.status, e."amountMinor",
         e.currency, e."bookedOn", e."valueDate", e."kindCode", e.movements, e.outcome
  FROM jsonb_to_recordset($3::jsonb) AS e (
    ordinal integer, "reportId" uuid, line integer, reference text, direction text, "isReversal" boolean, status text,
    "amountMinor" bigint, currency text, "bookedOn" date, "valueDate" date, "kindCode" text, movements jsonb, outcome text)`;
const FILE_BY_ID = `SELECT ${FILE} FROM fx.bank_file WHERE tenant_id = $1 AND id = $2`;
const FILE_BY_HASH = `SELECT ${FILE} FROM fx.bank_file WHERE tenant_id = $1 AND sha256 = $2`;
const TAKEN_IN = `
  UPDATE fx.bank_file SET state = 'taken_in', version = version + 1, updated_at = $3
  WHERE tenant_id = $1 AND id = $2 AND state = 'received' RETURNING ${FILE}`;
const REPORTS_OF = `SELECT ${REPORT} FROM fx.bank_report WHERE tenant_id = $1 AND file_id = ANY($2::uuid[]) ORDER BY file_id, ordinal`;
const COUNTS_OF = `
  SELECT report_id AS "reportId", outcome, direction, count(*)::int AS count, sum(amount_minor)::text AS minor
  FROM fx.bank_entry WHERE tenant_id = $1 AND report_id = ANY($2::uuid[]) GROUP BY 1, 2, 3`;
const ENTRIES_OF = `
  SELECT ${ENTRY} FROM fx.bank_entry WHERE tenant_id = $1 AND file_id = $2 AND ordinal > $3 ORDER BY ordinal LIMIT $4`;
const TO_TAKE_IN = `
  SELECT ${ENTRY} FROM fx.bank_entry
  WHERE tenant_id = $1 AND file_id = $2 AND ordinal > $3 AND outcome = 'taken_in' ORDER BY ordinal LIMIT $4`;
const SAME_STATEMENTS = `
  SELECT ${REPORT} FROM fx.bank_report
  WHERE tenant_id = $1 AND account_id = ANY($2::uuid[]) AND reference = ANY($3::text[]) AND kind = 'statement'
    AND repeats IS NULL`;

export interface NewBankFile {
  readonly id: string;
  readonly sha256: string;
  readonly messageType: BankFileType;
  readonly messageVersion: string | null;
  readonly messageId: string;
  readonly bankCreatedAt: string | null;
  readonly quirks: readonly Quirk[];
  readonly content: Buffer;
  readonly state: BankFileState;
}

/** @returns null where the same bytes are kept already */
export async function insertFile(tx: Tx, file: NewBankFile): Promise<BankFileRow | null> {
  const { id, sha256, messageType, messageVersion, messageId, bankCreatedAt, quirks, content, state } = file;
  const told = [messageType, messageVersion, messageId, bankCreatedAt, JSON.stringify(quirks)];
  const values = [tx.tenantId, id, sha256, ...told, content, state, tx.now];
  return (await tx.query<BankFileRow>(INSERT_FILE, values))[0] ?? null;
}

export async function insertReports(tx: Tx, reports: readonly Omit<BankReportRow, 'createdAt'>[]): Promise<void> {
  await tx.query(INSERT_REPORTS, [tx.tenantId, tx.now, JSON.stringify(reports)]);
}

export async function insertEntries(tx: Tx, fileId: string, entries: readonly BankEntryRow[]): Promise<void> {
  await tx.query(INSERT_ENTRIES, [tx.tenantId, fileId, JSON.stringify(entries)]);
}

export async function findFile(view: View, id: string): Promise<BankFileRow | null> {
  return (await view.query<BankFileRow>(FILE_BY_ID, [view.tenantId, id]))[0] ?? null;
}

export async function findFileByHash(view: View, sha256: string): Promise<BankFileRow | null> {
  return (await view.query<BankFileRow>(FILE_BY_HASH, [view.tenantId, sha256]))[0] ?? null;
}

/** @returns null where it was before */
export async function markTakenIn(tx: Tx, id: string): Promise<BankFileRow | null> {
  return (await tx.query<BankFileRow>(TAKEN_IN, [tx.tenantId, id, tx.now]))[0] ?? null;
}

export function reportsOf(view: View, fileIds: readonly string[]): Promise<BankReportRow[]> {
  return view.query<BankReportRow>(REPORTS_OF, [view.tenantId, fileIds]);
}

export function countsOf(view: View, reportIds: readonly string[]): Promise<ReportCount[]> {
  return view.query<ReportCount>(COUNTS_OF, [view.tenantId, reportIds]);
}

/** The entries behind that one, in the order of the file. */
export function entriesOf(view: View, fileId: string, after: number, limit: number): Promise<BankEntryRow[]> {
  return view.query<BankEntryRow>(ENTRIES_OF, [view.tenantId, fileId, after, limit]);
}

/** The next ones that are to be taken in. */
export function entriesToTakeIn(view: View, fileId: string, after: number, limit: number): Promise<BankEntryRow[]> {
  return view.query<BankEntryRow>(TO_TAKE_IN, [view.tenantId, fileId, after, limit]);
}

/** Statements that are kept already, by account and what the bank calls them. */
export function sameStatements(
  view: View,
  accountIds: readonly string[],
  references: readonly string[],
): Promise<BankReportRow[]> {
  return view.query<BankReportRow>(SAME_STATEMENTS, [view.tenantId, accountIds, references]);
}
