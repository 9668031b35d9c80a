import { type LocalDate } from '../../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import { type ImportAssessment } from '../import-assessment.js';

/** What customs charges on imports, in the order of a bill. */
export const TAXES = ['duty', 'anti_dumping_duty', 'consumption_tax', 'vat'] as const;
export type Tax = (typeof TAXES)[number];

/** One tax of a bill: customs numbers each by itself (税款缴款书). */
export interface TaxLine {
  readonly tax: Tax;
  readonly number: string;
  readonly amount: MoneyJson;
}

/** Where the taxes are paid to: an account of the treasury. */
export interface Payee {
  readonly name: string;
  readonly accountNumber: string;
  /** 12 digits. */
  readonly cnaps: string;
}

/** A tax bill as customs states it. */
export interface StatedBill {
  /** 税单号, without the part of a single tax. */
  readonly number: string;
  readonly declaredOn: LocalDate;
  readonly issuedOn: LocalDate;
  /** 缴款期限; null where customs leaves it to the law. */
  readonly payBy: LocalDate | null;
  readonly payee: Payee;
  readonly lines: readonly TaxLine[];
}

/** Where customs asks for another amount than what follows from the declaration. */
export interface TaxDifference {
  readonly tax: Tax;
  readonly billed: MoneyJson;
  /** Null where nobody could tell. */
  readonly foreseen: MoneyJson | null;
}

/** All lines together, in CNY. */
export function billedTotal(lines: readonly TaxLine[]): Money {
  return Money.sum(
    lines.map(({ amount }) => Money.fromJSON(amount)),
    'CNY',
  );
}

/** Every tax that differs, by a fen or more; all of them where nothing could be foreseen. */
export function differencesOf(lines: readonly TaxLine[], foreseen: ImportAssessment | null): TaxDifference[] {
  return TAXES.flatMap((tax): TaxDifference[] => {
    const billed = billedTotal(lines.filter((line) => line.tax === tax));
    const expected = foreseen === null ? null : amountOf(foreseen, tax);
    const isSame = expected === null ? billed.isZero() : billed.equals(expected);
    return isSame ? [] : [{ tax, billed: billed.toJSON(), foreseen: expected?.toJSON() ?? null }];
  });
}

/** One tax of what follows from a declaration. */
export function amountOf({ duty, antiDumpingDuty, consumptionTax, vat }: ImportAssessment, tax: Tax): Money {
  return { duty, anti_dumping_duty: antiDumpingDuty, consumption_tax: consumptionTax, vat }[tax];
}
