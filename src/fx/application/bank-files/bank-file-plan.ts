import { createHash } from 'node:crypto';

import { type Fault } from '../../../kernel/domain-error.js';
import { ID_PREFIX, newId, publicId, tryParseId } from '../../../kernel/ids.js';
import { sealField } from '../../../platform/database/sealed-fields.js';
import { type Tx } from '../../../platform/database/session.js';
import { checkReport } from '../../domain/bank-files/bank-file-checks.js';
import { outcomeOf, wordsOf } from '../../domain/bank-files/bank-file-outcome.js';
import {
  type AccountReport,
  type BankFile,
  bookedBalances,
  type ReportedEntry,
} from '../../domain/bank-files/bank-file.js';
import { SAY } from '../../domain/bank-files/bank-file.sentences.js';
import { type BankEntryRow, type BankReportRow, sameStatements } from '../../entities/bank-files.table.js';
import { knownMovements } from '../../entities/bank-movements.table.js';
import { type CollectionAccount } from '../../entities/collection-account.entity.js';
import { type PayerAccounts } from '../refunds/payer-accounts.js';
import { movementToJson } from './bank-movement-json.js';

const CONVERSION_ID = new RegExp(`${ID_PREFIX.conversion}_[0-7][0-9a-z]{25}`, 'g');
const FORWARD_MOVE_ID = new RegExp(`${ID_PREFIX.forwardMove}_[0-7][0-9a-z]{25}`, 'g');
const DEALS = `
  SELECT id, deal_id AS "dealId" FROM fx.conversion
  WHERE tenant_id = $1 AND party_id = $2 AND (id = ANY($3::uuid[]) OR deal_id = ANY($4::text[]))`;
const FORWARD_MOVES = `
  SELECT m.id FROM fx.forward_move m JOIN fx.forward f ON f.tenant_id = m.tenant_id AND f.id = m.forward_id
  WHERE m.tenant_id = $1 AND f.party_id = $2 AND m.id = ANY($3::uuid[])`;

export type NewReport = Omit<BankReportRow, 'createdAt'>;

/** What will be kept of a file, and become of its entries. */
export interface BankFilePlan {
  readonly reports: readonly NewReport[];
  readonly entries: readonly BankEntryRow[];
  readonly faults: readonly Fault[];
}

/**
 * Works out what becomes of a file. The accounts are locked: of two files about the same account, and of a file and a notice,
 * one is second and finds what the first has brought.
 */
export async function planOf(
  tx: Tx,
  fileId: string,
  file: BankFile,
  { accounts, payers }: { readonly accounts: ReadonlyMap<string, CollectionAccount>; readonly payers: PayerAccounts },
): Promise<BankFilePlan> {
  const faults: Fault[] = [];
  const [reports, entries]: [NewReport[], BankEntryRow[]] = [[], []];
  const kept = await keptStatements(tx, file, accounts);
  for (const report of file.reports) {
    const account = accounts.get(report.accountNumber);
    if (account === undefined) {
      faults.push(unknownAccount(report));
      continue;
    }
    if (account.currency !== report.currency) faults.push(otherCurrency(report, account));
    const row = reportRow(file, report, { fileId, account, ordinal: reports.length + 1 });
    const earlier = row.kind === 'statement' ? kept.get(keyOf(account.id, report)) : undefined;
    if (earlier !== undefined && earlier.digest !== row.digest) faults.push(changed(report));
    reports.push({ ...row, repeats: earlier?.id ?? null });
    entries.push(...(await entryRows(tx, { file, report, account, row, payers, before: entries.length })));
  }
  return { reports, entries, faults };
}

async function keptStatements(
  tx: Tx,
  file: BankFile,
  accounts: ReadonlyMap<string, CollectionAccount>,
): Promise<ReadonlyMap<string, BankReportRow>> {
  const ids = [...accounts.values()].map(({ id }) => id);
  const references = file.reports.map(({ reference }) => reference);
  const rows = await sameStatements(tx, ids, references);
  return new Map(rows.map((row) => [keyOf(row.accountId, row), row]));
}

function keyOf(accountId: string, { reference, page }: { readonly reference: string; readonly page: number }): string {
  return `${accountId} ${page} ${reference}`;
}

function reportRow(
  { type }: BankFile,
  report: AccountReport,
  of: { readonly fileId: string; readonly account: CollectionAccount; readonly ordinal: number },
): NewReport {
  const { reference, page, currency, accountNumber, from, to, balances } = report;
  const { opening, closing } = bookedBalances(balances);
  return {
    id: newId(),
    ...{ fileId: of.fileId, ordinal: of.ordinal, accountId: of.account.id, partyId: of.account.partyId },
    kind: type === 'camt.053' ? 'statement' : 'notification',
    ...{ reference, page, currency, accountNumber: sealField(accountNumber), fromOn: from, toOn: to },
    openingMinor: opening?.amount.minor.toString() ?? null,
    closingMinor: closing?.amount.minor.toString() ?? null,
    balances: balances.map((balance) => ({ ...balance, amount: balance.amount.toJSON() })),
    checks: checkReport(report),
    digest: digestOf(report),
    repeats: null,
  };
}

/** Of what it says, however it is written: lines and blanks do not count. */
function digestOf({ balances, entries, from, to }: AccountReport): string {
  const said = {
    ...{ from, to },
    balances: balances.map(({ type, amount, on }) => [type, amount.toString(), on]),
    entries: entries.map(({ reference, amount, direction, status, bookedOn, valueDate, movements }) => [
      ...[reference, amount.toString(), direction, status, bookedOn, valueDate],
      movements.map(movementToJson),
    ]),
  };
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

async function entryRows(
  tx: Tx,
  {
    file,
    report,
    account,
    row,
    payers,
    before,
  }: {
    readonly file: BankFile;
    readonly report: AccountReport;
    readonly account: CollectionAccount;
    readonly row: NewReport;
    readonly payers: PayerAccounts;
    readonly before: number;
  },
): Promise<BankEntryRow[]> {
  const known = await knownMovements(
    tx,
    account.id,
    report.entries.flatMap(({ movements }) => movements),
  );
  const isOwnDeal = await ownDeals(tx, account.partyId, report.entries);
  return report.entries.map((entry, index) => {
    const { amount, movements, ...rest } = entry;
    return {
      ...rest,
      ordinal: before + index + 1,
      reportId: row.id,
      amountMinor: amount.minor.toString(),
      currency: amount.currency,
      movements: movements.map((movement) => payers.keep(movement)),
      outcome: outcomeOf(file.type, entry, { known, isOwnDeal: isOwnDeal(entry) }),
    };
  });
}

/** Which entries name a conversion of the seller’s, by its id or by the bank’s own for the deal, or a part of a forward. */
async function ownDeals(
  tx: Tx,
  partyId: string,
  entries: readonly ReportedEntry[],
): Promise<(entry: ReportedEntry) => boolean> {
  const ids = entries.flatMap((entry) => [...new Set(wordsOf(entry).match(CONVERSION_ID) ?? [])]);
  const uuids = ids.flatMap((id) => tryParseId('conversion', id) ?? []);
  const words = entries.flatMap((entry) => wordsOf(entry).split(/\s+/));
  const rows = await tx.query<{ id: string; dealId: string | null }>(DEALS, [tx.tenantId, partyId, uuids, words]);
  const moves = await forwardMoves(tx, partyId, entries);
  const names = new Set([
    ...rows.flatMap(({ id, dealId }) => [publicId('conversion', id), dealId ?? []].flat()),
    ...moves,
  ]);
  return (entry) => {
    const text = wordsOf(entry);
    const ids = [...(text.match(CONVERSION_ID) ?? []), ...(text.match(FORWARD_MOVE_ID) ?? [])];
    return [...ids, ...text.split(/\s+/)].some((word) => names.has(word));
  };
}

async function forwardMoves(tx: Tx, partyId: string, entries: readonly ReportedEntry[]): Promise<string[]> {
  const named = new Set(entries.flatMap((entry) => wordsOf(entry).match(FORWARD_MOVE_ID) ?? []));
  const ids = [...named].flatMap((id) => tryParseId('forwardMove', id) ?? []);
  if (ids.length === 0) return [];
  const rows = await tx.query<{ id: string }>(FORWARD_MOVES, [tx.tenantId, partyId, ids]);
  return rows.map(({ id }) => publicId('forwardMove', id));
}

function unknownAccount({ path, line, accountNumber }: AccountReport): Fault {
  const what = SAY.account_unknown({ ending: accountNumber.slice(-4) });
  return { pointer: `${path}/Acct/Id`, code: 'account_unknown', message: SAY.at_line({ line, what }) };
}

function otherCurrency({ path, line, currency }: AccountReport, account: CollectionAccount): Fault {
  const what = SAY.currency_differs({ currency, expected: account.currency });
  return { pointer: `${path}/Acct/Ccy`, code: 'currency_differs', message: SAY.at_line({ line, what }) };
}

function changed({ path, line, reference }: AccountReport): Fault {
  const what = SAY.statement_changed({ reference: reference.slice(0, 100) });
  return { pointer: `${path}/Id`, code: 'statement_changed', message: SAY.at_line({ line, what }) };
}
