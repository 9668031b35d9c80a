import { Injectable } from '@nestjs/common';

import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type KeyedAmount, Ledger, type SubAccount } from '../../../ledger/index.js';
import { openField } from '../../../platform/database/sealed-fields.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { publish } from '../../../platform/outbox/outbox.js';
import {
  type BookedAmount,
  isOpen,
  reconcile,
  type Reconciliation,
  type StatedEntry,
} from '../../domain/statements/reconcile.js';
import { SAY } from '../../domain/statements/statement.sentences.js';
import { type BankReportRow } from '../../entities/bank-files.table.js';
import {
  bookedEntries,
  entryCounts,
  type FiledEntryRow,
  statementsAfter,
  statementsUntil,
} from '../../entities/statements.table.js';
import { keysOf } from './entry-keys.js';

/** How far back it looks: what was before is brought forward. */
const PAGES_MAX = 100;
const ENTRIES_MAX = 5_000;
const BOOKED_MAX = 20_000;
/** Statements after it in which transfers are looked for that the bank books late. */
const LATER_MAX = 10;

/** The statement that is reconciled, and those before it that it is looked at together with. */
interface Window {
  readonly statement: BankReportRow;
  readonly pages: readonly BankReportRow[];
  readonly rows: readonly FiledEntryRow[];
  readonly from: LocalDate;
  readonly until: LocalDate;
}

export interface StatementReconciliation extends Reconciliation {
  readonly statement: BankReportRow;
  /** The first day that was looked at. */
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Holds statements of the bank against the ledger, as both stand now. */
@Injectable()
export class Reconciliations {
  constructor(private readonly ledger: Ledger) {}

  /** @throws ResourceNotFoundError */
  async of(view: View, statementId: string): Promise<StatementReconciliation> {
    const window = await windowOf(view, statementId);
    const { statement, pages, rows, from, until } = window;
    const account: SubAccount = {
      code: 'clearing_bank',
      subAccountId: statement.accountId,
      currency: statement.currency,
    };
    const dayBefore = addDays(from, -1);
    const booked = await this.ledger.amountsOfPart(view, account, { after: dayBefore, until, limit: BOOKED_MAX });
    const keys = await keysOf(view, statement, rows);
    const found = reconcile({
      currency: statement.currency,
      pages: pages.map((page) => pageOf(page, rows)),
      entries: rows.map((row) => entryOf(row, keys.get(row) ?? [])),
      laterKeys: await laterKeys(view, statement),
      ledgerBefore: await this.ledger.balanceOfPart(view, account, dayBefore),
      ledgerBalance: await this.ledger.balanceOfPart(view, account, until),
      booked: booked.map(amountOf),
      elsewhere: await this.elsewhere(view, account, { booked, keys: [...keys.values()].flat() }),
    });
    return { ...found, statement, from, until };
  }

  /** Tells of what somebody has to look into. */
  async announce(tx: Tx, statementId: string): Promise<void> {
    const found = await this.of(tx, statementId);
    const open = found.lines.filter(isOpen);
    if (open.length === 0) return;
    publish(tx, {
      type: 'fx.statement.difference_found',
      resource: { type: 'bankReport', id: statementId },
      data: {
        accountEnding: openField(found.statement.accountNumber).slice(-4),
        on: found.until,
        bankBalance: found.bankBalance.toJSON(),
        ledgerBalance: found.ledgerBalance.toJSON(),
        difference: found.difference.toJSON(),
        open: open.length,
      },
    });
  }

  /** Booked under keys that the entries name, on other days, or without naming the account. */
  private async elsewhere(
    view: View,
    account: SubAccount,
    { booked, keys }: { readonly booked: readonly KeyedAmount[]; readonly keys: readonly string[] },
  ): Promise<BookedAmount[]> {
    const known = new Set(booked.map(({ key }) => key));
    const asked = [...new Set(keys)].filter((key) => !known.has(key));
    const found = await this.ledger.amountsByKey(view, account, asked);
    return found
      .filter(({ subAccountId }) => subAccountId === null || subAccountId === account.subAccountId)
      .map(amountOf);
  }
}

async function windowOf(view: View, statementId: string): Promise<Window> {
  const latestFirst = await statementsUntil(view, statementId, PAGES_MAX);
  const [statement] = latestFirst;
  if (statement?.id !== statementId) throw new ResourceNotFoundError(SAY.no_such_statement);
  const counts = await entryCounts(
    view,
    latestFirst.map(({ id }) => id),
  );
  let entries = 0;
  const near = latestFirst.filter(({ id }, index) => {
    entries += counts.get(id) ?? 0;
    return index === 0 || entries <= ENTRIES_MAX;
  });
  const pages = near.toReversed();
  const rows = await bookedEntries(
    view,
    pages.map(({ id }) => id),
    entries + 1,
  );
  const until = dayOf(statement);
  const from = pages
    .map((page) => page.fromOn ?? dayOf(page))
    .reduce((first, day) => (day < first ? day : first), until);
  return { statement, pages, rows, from, until };
}

/** Statements have a day of their balances, at least. */
function dayOf({ toOn, createdAt }: BankReportRow): LocalDate {
  return toOn ?? createdAt.toISOString().slice(0, 10);
}

function entryOf(row: FiledEntryRow, keys: readonly string[]): StatedEntry {
  return { pageId: row.reportId, number: row.ordinal, effect: effectOf(row), keys };
}

function effectOf({ amountMinor, currency, direction }: FiledEntryRow): Money {
  const amount = Money.ofMinor(BigInt(amountMinor), currency);
  return direction === 'credit' ? amount : amount.negated();
}

/** Where the bank states no opening balance, it is what the entries leave of the closing one. */
function pageOf({ id, openingMinor, closingMinor, currency }: BankReportRow, rows: readonly FiledEntryRow[]) {
  const closing = Money.ofMinor(BigInt(closingMinor ?? 0), currency);
  const effects = rows.filter(({ reportId }) => reportId === id).map(effectOf);
  const opening =
    openingMinor === null ? closing.minus(Money.sum(effects, currency)) : Money.ofMinor(BigInt(openingMinor), currency);
  return { id, opening, closing };
}

async function laterKeys(view: View, statement: BankReportRow): Promise<ReadonlySet<string>> {
  const later = await statementsAfter(view, statement.id, LATER_MAX);
  if (later.length === 0) return new Set();
  const keys = await keysOf(view, statement, await bookedEntries(view, later, ENTRIES_MAX));
  return new Set([...keys.values()].flat());
}

function amountOf({ transferId, key, kind, valueDate, amount, subAccountId }: KeyedAmount): BookedAmount {
  return { transferId, key, kind, valueDate, amount, isNamed: subAccountId !== null };
}
