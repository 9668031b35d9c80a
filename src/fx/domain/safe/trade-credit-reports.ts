import { type CalculationRule, type Explained, step } from '../../../kernel/calculation.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';

const RULE: CalculationRule = {
  id: 'fx.trade-credit-reports',
  version: '2020-08-31',
  source: '国家外汇管理局《经常项目外汇业务指引（2020年版）》第二十条',
};

export const TRADE_CREDIT_TYPES = [
  'advance_receipt',
  'advance_payment',
  'deferred_receipt',
  'deferred_payment',
  'import_financing',
  'offshore_resale',
] as const;
export type TradeCreditType = (typeof TRADE_CREDIT_TYPES)[number];
/** How SAFE classes an enterprise: A trusted, B watched, C restricted. */
export type EnterpriseClass = 'A' | 'B' | 'C';

export interface TradeCredit {
  readonly type: TradeCreditType;
  /** Between payment and shipment. */
  readonly days: number;
  /** The payment or shipment to report. */
  readonly occurredOn?: LocalDate | undefined;
  /** USD; needed for offshore resale. */
  readonly amount?: Money | undefined;
}

export interface TradeCreditReport {
  readonly reportRequired: boolean;
  /** Last day of the report; `null` where none is due or the day is not known. */
  readonly reportBy: LocalDate | null;
}

export interface TradeCreditReports extends Explained {
  readonly items: readonly TradeCreditReport[];
}

/** Days that must be exceeded; −1: always to be reported. */
const DAYS: Readonly<Record<TradeCreditType, { readonly a: number; readonly bc: number }>> = {
  advance_receipt: { a: 30, bc: -1 },
  advance_payment: { a: 30, bc: -1 },
  deferred_receipt: { a: 90, bc: 30 },
  deferred_payment: { a: 90, bc: 30 },
  import_financing: { a: 90, bc: 90 },
  offshore_resale: { a: 90, bc: 90 },
};
const RESALE_ABOVE = Money.parse('500000.00', 'USD');
const REPORT_WITHIN_DAYS = 30;

/**
 * Which advances and deferrals must be reported to SAFE, and by when. All thresholds are exclusive.
 * @throws InvalidInputError naming every fault of every item
 */
export function tradeCreditReports(
  enterpriseClass: EnterpriseClass,
  credits: readonly TradeCredit[],
): TradeCreditReports {
  const check = new InputCheck();
  check.filled(credits, '/items');
  credits.forEach((credit, index) => {
    checkCredit(check, credit, `/items/${index}`);
  });
  check.done();

  const items = credits.map((credit) => reportOf(enterpriseClass, credit));
  return {
    items,
    rule: RULE,
    steps: items.map(({ reportRequired }, index) => {
      const { type, days } = credits[index] ?? { type: '', days: 0 };
      return step(
        `items.${index}`,
        `${type}, class ${enterpriseClass}, ${days} days`,
        reportRequired ? 'report' : 'none',
      );
    }),
  };
}

function reportOf(
  enterpriseClass: EnterpriseClass,
  { type, days, occurredOn, amount }: TradeCredit,
): TradeCreditReport {
  const limit = enterpriseClass === 'A' ? DAYS[type].a : DAYS[type].bc;
  const isBigEnough = type !== 'offshore_resale' || amount?.isMoreThan(RESALE_ABOVE) === true;
  const reportRequired = days > limit && isBigEnough;
  const reportBy = reportRequired && occurredOn !== undefined ? addDays(occurredOn, REPORT_WITHIN_DAYS) : null;
  return { reportRequired, reportBy };
}

function checkCredit(check: InputCheck, { type, days, occurredOn, amount }: TradeCredit, at: string): void {
  check.notNegative(days, `${at}/days`);
  check.date(occurredOn, `${at}/occurredOn`);
  check.amount(amount, `${at}/amount`, 'USD');
  if (type === 'offshore_resale') check.required(amount, `${at}/amount`);
}
