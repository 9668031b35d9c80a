import { workdayFrom } from '../../../kernel/china-workdays.js';
import { Decimal } from '../../../kernel/decimal.js';
import { addDays, daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';

/** How long an importer has to pay, and what it costs to be late, of declarations made on or after a day. */
export interface TaxBillLaw {
  readonly from: LocalDate;
  readonly daysToPay: number;
  readonly countedFrom: 'declaration' | 'issue';
  /** Of the tax that is late, for each day. */
  readonly lateFeeRate: Decimal;
  /** A smaller fee is not charged. */
  readonly lateFeeFrom: Money;
  readonly source: string;
}

const RATE = new Decimal('0.0005');
const FEE_FROM = Money.parse('50.00', 'CNY');

/** The newest first. A changed law is a new row with its day, not a changed one. */
export const TAX_BILL_LAWS: readonly [TaxBillLaw, ...TaxBillLaw[]] = [
  {
    from: '2024-12-01',
    daysToPay: 15,
    countedFrom: 'declaration',
    lateFeeRate: RATE,
    lateFeeFrom: FEE_FROM,
    source:
      '《中华人民共和国关税法》第四十三条：自完成申报之日起十五日内缴纳税款，逾期按日加收滞纳税款万分之五的滞纳金',
  },
  {
    from: '2001-01-01',
    daysToPay: 15,
    countedFrom: 'issue',
    lateFeeRate: RATE,
    lateFeeFrom: FEE_FROM,
    source:
      '《海关法》第六十条；海关进出口货物征税管理办法（海关总署令第124号）第二十条：自填发税款缴款书之日起十五日内',
  },
];

/** The law of a declaration. Before there was one of these, the oldest stands in. */
export function taxBillLaw(declaredOn: LocalDate): TaxBillLaw {
  const [newest] = TAX_BILL_LAWS;
  return TAX_BILL_LAWS.find(({ from }) => from <= declaredOn) ?? TAX_BILL_LAWS.at(-1) ?? newest;
}

/**
 * The last day to pay. One that is no working day of China is moved to the first after it (税款缴纳期限届满日遇休息日或者法定节假日的，
 * 顺延至其后的第一个工作日); of a year whose holidays are not announced only the weekends are known. Customs states the day on its
 * bill, and that one holds.
 */
export function dueDay({ declaredOn, issuedOn }: { declaredOn: LocalDate; issuedOn: LocalDate }): LocalDate {
  const { daysToPay, countedFrom } = taxBillLaw(declaredOn);
  return workdayFrom(addDays(countedFrom === 'declaration' ? declaredOn : issuedOn, daysToPay));
}

/**
 * The fee for paying late (滞纳金): the tax × rate × days after the last day, up to and with the day of payment. Rounded half
 * up to the fen, once; none below the smallest that is charged.
 */
export function lateFee(amount: Money, declaredOn: LocalDate, dueOn: LocalDate, paidOn: LocalDate): Money {
  const { lateFeeRate, lateFeeFrom } = taxBillLaw(declaredOn);
  const days = Math.max(0, daysBetween(dueOn, paidOn));
  const fee = amount.times(lateFeeRate.times(days), 'half-up');
  return lateFeeFrom.isMoreThan(fee) ? Money.zero('CNY') : fee;
}
