import { Decimal } from '../../../kernel/decimal.js';
import { daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type OrderScreening, screeningReasons } from '../screening/screening.js';
import { SAY as TOLD } from '../financing.sentences.js';
import { SAY } from './product.sentences.js';
import { GRADES, type Grade } from '../score/scorecard.js';
import { type MarginFact, type ReceiptFact } from '../stock/stock-facts.js';
import { type Base, type Condition, type ConditionName } from './vocabulary.js';

/** What is known, now, of an order, its seller and what they may be lent on. Null is not known. */
export interface LiveFacts {
  readonly today: LocalDate;
  readonly order: {
    readonly isCancelled: boolean;
    readonly isPlaced: boolean;
    readonly isReleased: boolean;
    readonly isDeparted: boolean;
    /** What of it nobody disputes and nobody gave up, in yuan, at the planning rate of the order. */
    readonly value: Money | null;
  };
  readonly refund: Money | null;
  readonly claimState: 'matched' | 'paid' | 'rejected' | null;
  readonly seller: {
    readonly hasPayoutAccount: boolean;
    readonly isOverdue: boolean;
    /** What came in within the last twelve months, in yuan. */
    readonly collected: Money;
    /** The day on which money came in first. */
    readonly collectsSince: LocalDate | null;
    /** By its score; null where nobody has asked, or too little is known. */
    readonly grade: Grade | null;
  };
  /** Of the buyer's debt: why it is not insured, or how much the insurer would bear; null where no limit was ever asked for. */
  readonly cover: { readonly reasons: readonly Sentence[]; readonly insured: Money | null } | null;
  /** Why the buyer's debt is not assigned, empty where the buyer has acknowledged it; null where nobody has begun to. */
  readonly assignment: readonly Sentence[] | null;
  /** Of the warehouse receipt that is lent on; null where none is. */
  readonly receipt: ReceiptFact | null;
  /** Of the forward whose margin is lent; null where none is, or none was called. */
  readonly margin: MarginFact | null;
  /** Why what the buyer owes is disputed; empty where it is not. */
  readonly dispute: readonly Sentence[];
  /** How the names of seller and buyer stand against lists of denied parties. */
  readonly screening: OrderScreening;
  /** Null where the seller is in no active group. */
  readonly guarantee: { readonly reasons: readonly Sentence[]; readonly cap: Money } | null;
}

/** One condition of a product, judged. */
export interface Judged {
  readonly name: ConditionName;
  /** `unknown`: the platform has heard nothing of it, which opens nothing. */
  readonly outcome: 'met' | 'unmet' | 'unknown';
  /** Why not; one sentence where it is met. */
  readonly reasons: readonly [Sentence, ...Sentence[]];
}

type Judge = (facts: LiveFacts, value: string | undefined) => readonly Sentence[] | null;

const said = (holds: boolean, why: Sentence): readonly Sentence[] => (holds ? [] : [why]);

/** Letters of grades are in their order. */
const LOWEST: Grade = GRADES[4];

/** Each condition by its name: no reasons where it holds, null where nothing is known of it. */
const JUDGES: Readonly<Record<ConditionName, Judge>> = {
  order_live: ({ order }) => said(!order.isCancelled, TOLD.order_cancelled),
  order_placed: ({ order }) => said(order.isPlaced, SAY.order_draft),
  goods_released: ({ order }) => said(order.isReleased, TOLD.not_released),
  goods_departed: ({ order }) => said(order.isDeparted, SAY.not_departed),
  refund_matched: ({ refund }) => said(refund !== null, TOLD.refund_not_matched),
  refund_unpaid: ({ claimState }) => said(claimState !== 'paid', TOLD.refund_paid),
  claim_not_rejected: ({ claimState }) => said(claimState !== 'rejected', TOLD.claim_rejected),
  payout_account: ({ seller }) => said(seller.hasPayoutAccount, TOLD.no_account),
  guarantee_clear: ({ guarantee }) => guarantee?.reasons ?? [],
  in_guarantee_group: ({ guarantee }) => said(guarantee !== null, SAY.in_no_group),
  no_overdue_debt: ({ seller }) => said(!seller.isOverdue, SAY.overdue_debt),
  collections_at_least: ({ seller: { collected } }, value = '0') => {
    const why = SAY.collected_too_little({ collected: String(collected), wanted: `${value} ${collected.currency}` });
    return said(collected.toDecimal().greaterThanOrEqualTo(value), why);
  },
  trading_for_months: ({ seller: { collectsSince }, today }, value = '0') => {
    const months = collectsSince === null ? 0 : wholeMonths(collectsSince, today);
    return said(new Decimal(value).lessThanOrEqualTo(months), SAY.trading_too_short({ months, wanted: value }));
  },
  score_at_least: ({ seller: { grade } }, value = LOWEST) =>
    grade === null ? null : said(grade <= value, SAY.grade_too_low({ grade, wanted: value })),
  buyer_insured: ({ cover }) => cover?.reasons ?? null,
  invoice_assigned: ({ assignment }) => assignment,
  not_disputed: ({ dispute }) => dispute,
  screening_clear: ({ screening }) => screeningReasons(screening),
  receipt_pledged: ({ receipt }) => receipt?.pledged ?? null,
  pledge_registered: ({ receipt }) => receipt?.registered ?? null,
  margin_called: ({ margin }) => margin?.called ?? null,
};

/** Every condition of a product, in its order. A product that is not there, or a fact nobody told, opens nothing. */
export function judge(conditions: readonly Condition[], facts: LiveFacts): Judged[] {
  return conditions.map(({ name, value }) => {
    const found = JUDGES[name](facts, value);
    if (found === null) return { name, outcome: 'unknown', reasons: [SAY.not_known({ condition: name })] };
    const [first, ...rest] = found;
    return first === undefined
      ? { name, outcome: 'met', reasons: [SAY.met] }
      : { name, outcome: 'unmet', reasons: [first, ...rest] };
  });
}

/** What there is to lend against; null where that is not known. */
export function baseOf(base: Base, facts: LiveFacts): Money | null {
  const known: Readonly<Partial<Record<Base, Money | null>>> = {
    matched_refund: facts.refund,
    signed_order: facts.order.value,
    export_data: facts.seller.collected,
    insured_invoice: facts.cover?.insured ?? null,
    guarantee_pool: facts.guarantee?.cap ?? null,
    warehouse_receipt: facts.receipt?.free ?? null,
    fx_margin: facts.margin?.unpaid ?? null,
  };
  return known[base] ?? null;
}

/** Months of thirty days, as the export record is counted: no more than there were. */
function wholeMonths(from: LocalDate, to: LocalDate): number {
  return Math.max(0, Math.floor(daysBetween(from, to) / 30));
}
