import { Decimal } from '../../../kernel/decimal.js';
import { type Fault } from '../../../kernel/domain-error.js';
import { Money } from '../../../kernel/money.js';
import { type AccountReport, type BankFileType, bookedBalances, effectOf, type ReportedEntry } from './bank-file.js';
import { SAY } from './bank-file.sentences.js';

export const CHECKS = ['entries', 'sum', 'net', 'credits', 'credit_sum', 'debits', 'debit_sum', 'closing'] as const;
export type CheckName = (typeof CHECKS)[number];

/** A figure that the file states, beside what its entries come to. */
export interface FileCheck {
  readonly check: CheckName;
  readonly stated: string;
  readonly counted: string;
  readonly agrees: boolean;
}

const AT: Readonly<Record<CheckName, string>> = {
  entries: 'TxsSummry/TtlNtries/NbOfNtries',
  sum: 'TxsSummry/TtlNtries/Sum',
  net: 'TxsSummry/TtlNtries/TtlNetNtry',
  credits: 'TxsSummry/TtlCdtNtries/NbOfNtries',
  credit_sum: 'TxsSummry/TtlCdtNtries/Sum',
  debits: 'TxsSummry/TtlDbtNtries/NbOfNtries',
  debit_sum: 'TxsSummry/TtlDbtNtries/Sum',
  closing: 'Bal',
};

/**
 * Holds what a file states about its entries against the entries: how many, their sum, their net, and that the opening
 * balance and what was booked come to the closing balance. Nothing is rounded. Banks differ in whether pending entries are
 * counted in; both are taken for right. What is not stated is not checked.
 */
export function checkReport(report: AccountReport): FileCheck[] {
  const all = figuresOf(report, report.entries);
  const booked = figuresOf(
    report,
    report.entries.filter(({ status }) => status === 'booked'),
  );
  const { entries, sum, net, credits, creditSum, debits, debitSum } = report.summary;
  const stated: Partial<Record<CheckName, string | null>> = {
    ...{ entries, sum, net, credits, credit_sum: creditSum, debits, debit_sum: debitSum },
    closing: bookedBalances(report.balances).closing?.amount.toAmountString() ?? null,
  };
  return CHECKS.flatMap((check): FileCheck[] => {
    const said = stated[check] ?? null;
    const counted = all[check];
    if (said === null || counted === undefined) return [];
    const agrees = isSame(said, counted) || isSame(said, booked[check]);
    return [{ check, stated: said, counted, agrees }];
  });
}

/** The faults of a report as a whole. */
export function faultsOfReport(type: BankFileType, report: AccountReport): Fault[] {
  const { path, line, currency, balances } = report;
  const faults: Fault[] = checkReport(report)
    .filter(({ agrees }) => !agrees)
    .map(({ check, stated, counted }) => ({
      pointer: `${path}/${AT[check]}`,
      code: `${check}_disagrees`,
      message: SAY.at_line({ line, what: SAY.disagrees({ what: SAY[check], stated, counted }) }),
    }));
  if (type === 'camt.053' && bookedBalances(balances).closing === null) {
    faults.push({
      pointer: `${path}/Bal`,
      code: 'closing_missing',
      message: SAY.at_line({ line, what: SAY.no_closing }),
    });
  }
  for (const [at, { amount }] of balances.entries()) {
    if (amount.currency === currency) continue;
    const what = SAY.currency_differs({ currency: amount.currency, expected: currency });
    faults.push({
      pointer: `${path}/Bal[${at + 1}]/Amt`,
      code: 'currency_differs',
      message: SAY.at_line({ line, what }),
    });
  }
  return faults;
}

/** What the entries come to; `closing` is left out where there is no opening balance to begin from. */
function figuresOf(report: AccountReport, entries: readonly ReportedEntry[]): Partial<Record<CheckName, string>> {
  const { currency, balances } = report;
  const total = (some: readonly ReportedEntry[]): Money =>
    Money.sum(
      some.map(({ amount }) => amount),
      currency,
    );
  const credits = entries.filter(({ direction }) => direction === 'credit');
  const debits = entries.filter(({ direction }) => direction === 'debit');
  const { opening } = bookedBalances(balances);
  const booked = report.entries.filter(({ status }) => status === 'booked').map(effectOf);
  const canClose = opening !== null && opening.amount.currency === currency;
  return {
    entries: `${entries.length}`,
    sum: total(entries).toAmountString(),
    net: total(credits).minus(total(debits)).toAmountString(),
    credits: `${credits.length}`,
    credit_sum: total(credits).toAmountString(),
    debits: `${debits.length}`,
    debit_sum: total(debits).toAmountString(),
    ...(canClose ? { closing: opening.amount.plus(Money.sum(booked, currency)).toAmountString() } : {}),
  };
}

function isSame(stated: string, counted: string | undefined): boolean {
  return counted !== undefined && new Decimal(stated).equals(new Decimal(counted));
}
