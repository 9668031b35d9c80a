import { type CalculationRule, type CalculationStep, type Explained, step } from '../../../kernel/calculation.js';
import { Decimal } from '../../../kernel/decimal.js';
import { daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { SAY } from './safe.sentences.js';
import { type EnterpriseClass } from './trade-credit-reports.js';

export const EVIDENCE_KINDS = [
  'contract',
  'invoice',
  'export_declaration',
  'transport_document',
  'safe_registration',
  'explanation',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What is known of the trade behind an order's money. All money is in the order's currency. */
export interface TradeFacts {
  readonly enterpriseClass: EnterpriseClass;
  readonly isInDirectory: boolean;
  readonly directory: 'off' | 'warn' | 'block';
  readonly ordered: Money;
  /** Of all its declarations; null until all of them are closed. */
  readonly declared: Money | null;
  /** Of the latest export; null while there is none. */
  readonly exportedOn: LocalDate | null;
  readonly received: Money;
  /** Of class B: what SAFE allows in the period, and what of it all receipts use; null where none is recorded. */
  readonly quota: { readonly allowed: Money; readonly used: Money } | null;
  /** When the last of it came. */
  readonly paidOn: LocalDate;
  readonly evidence: readonly EvidenceKind[];
  /** The day of the check. */
  readonly on: LocalDate;
}

export interface TradeFinding {
  readonly code: string;
  /** `note` holds nothing up. */
  readonly weight: 'note' | 'doubt' | 'block';
  readonly what: Sentence;
  /** What mends it. */
  readonly bring: Sentence;
}

export interface TradeBackground extends Explained {
  readonly verdict: 'passed' | 'doubtful' | 'blocked';
  readonly findings: readonly TradeFinding[];
}

interface ToleranceRule {
  readonly from: LocalDate;
  /** Share of what was ordered or declared. */
  readonly share: Decimal;
}
/** By the day of the check; freight and insurance that a declaration leaves out are within it. */
const TOLERANCES: readonly ToleranceRule[] = [{ from: '2020-08-31', share: new Decimal('0.05') }];
const CREDIT_DAYS_B = 90;
const RULE: CalculationRule = {
  id: 'fx.trade-background',
  version: '2020-08-31',
  source: '《经常项目外汇业务指引（2020年版）》（汇发〔2020〕14号）货物贸易章；幅度为行业惯例',
};

/**
 * Whether the money of an order has a trade behind it: an order, its declaration, and amounts that agree within a band of
 * 5 %, rounded up to the smallest unit; and what the class of the enterprise asks beyond that. Class A may be paid in
 * advance with nothing but the order.
 */
export function tradeBackground(facts: TradeFacts): TradeBackground {
  const band = bandOf(facts);
  const findings = [...amountFindings(facts, band), ...classFindings(facts), ...directoryFindings(facts)];
  const weights = findings.map(({ weight }) => weight);
  const verdict = weights.includes('block') ? 'blocked' : weights.includes('doubt') ? 'doubtful' : 'passed';
  return { verdict, findings, rule: RULE, steps: stepsOf(facts, band, verdict) };
}

/** At most so much may have come. */
function bandOf({ ordered, declared, on }: TradeFacts): { readonly ordered: Money; readonly declared: Money | null } {
  const share = TOLERANCES.filter(({ from }) => from <= on).at(-1)?.share ?? new Decimal(0);
  const above = (money: Money): Money => Money.ofMajor(money.toDecimal().times(share.plus(1)), money.currency, 'up');
  return { ordered: above(ordered), declared: declared === null ? null : above(declared) };
}

function amountFindings(facts: TradeFacts, band: ReturnType<typeof bandOf>): TradeFinding[] {
  const { received, ordered, declared, evidence } = facts;
  const [came, was] = [received.toString(), ordered.toString()];
  const found: TradeFinding[] = [];
  if (received.isMoreThan(band.ordered)) {
    found.push({
      ...{ code: 'MORE_THAN_ORDERED', weight: 'doubt' },
      what: SAY.more_than_ordered({ received: came, ordered: was }),
      bring: SAY.bring_explanation,
    });
  }
  const isExplained = evidence.includes('contract') && evidence.includes('invoice');
  if (declared !== null && band.declared !== null && received.isMoreThan(band.declared) && !isExplained) {
    found.push({
      ...{ code: 'MORE_THAN_DECLARED', weight: 'doubt' },
      what: SAY.more_than_declared({ received: came, declared: declared.toString() }),
      bring: SAY.bring_invoice,
    });
  }
  return found;
}

function classFindings(facts: TradeFacts): TradeFinding[] {
  if (facts.enterpriseClass === 'C') return classCFindings(facts);
  return facts.enterpriseClass === 'B' ? classBFindings(facts) : [];
}

function classCFindings({ evidence }: TradeFacts): TradeFinding[] {
  if (evidence.includes('safe_registration')) return [];
  const words = { what: SAY.no_registration, bring: SAY.bring_registration };
  return [{ code: 'NO_SAFE_REGISTRATION', weight: 'block', ...words }];
}

function classBFindings({ declared, evidence, quota, exportedOn, paidOn }: TradeFacts): TradeFinding[] {
  const found: TradeFinding[] = [];
  const hasPapers = evidence.includes('contract') && evidence.includes('invoice');
  if (declared === null && !hasPapers && !evidence.includes('export_declaration')) {
    const words = { what: SAY.no_declaration, bring: SAY.bring_contract };
    found.push({ code: 'NO_DECLARATION', weight: 'doubt', ...words });
  }
  if (quota === null) {
    found.push({ code: 'QUOTA_UNKNOWN', weight: 'block', what: SAY.quota_unknown, bring: SAY.bring_quota });
  } else if (quota.used.isMoreThan(quota.allowed)) {
    const what = SAY.quota_exceeded({ used: quota.used.toString(), quota: quota.allowed.toString() });
    found.push({ code: 'QUOTA_EXCEEDED', weight: 'block', what, bring: SAY.bring_quota });
  }
  const days = exportedOn === null ? 0 : daysBetween(exportedOn, paidOn);
  if (days >= CREDIT_DAYS_B) {
    const words = { what: SAY.credit_too_long({ days }), bring: SAY.bring_registration };
    if (!evidence.includes('safe_registration')) found.push({ code: 'CREDIT_TOO_LONG', weight: 'block', ...words });
  }
  return found;
}

function directoryFindings({ isInDirectory, directory }: TradeFacts): TradeFinding[] {
  if (isInDirectory || directory === 'off') return [];
  const words = { what: SAY.not_in_directory, bring: SAY.bring_directory };
  return [{ code: 'NOT_IN_DIRECTORY', weight: directory === 'block' ? 'block' : 'note', ...words }];
}

function stepsOf(facts: TradeFacts, band: ReturnType<typeof bandOf>, verdict: string): CalculationStep[] {
  const { enterpriseClass, received, quota } = facts;
  return [
    step('class', 'in force on the day of the check; A where none is recorded', enterpriseClass),
    step('received', 'sum of what was matched to the order', received),
    step('ordered', 'ordered + 5 %', band.ordered),
    step('declared', 'declared in full + 5 %', band.declared ?? 'not declared in full'),
    ...(enterpriseClass === 'B'
      ? [
          step(
            'quota',
            'used of allowed',
            quota === null ? 'none' : `${quota.used.toString()} of ${quota.allowed.toString()}`,
          ),
        ]
      : []),
    step('verdict', 'the heaviest finding', verdict),
  ];
}
