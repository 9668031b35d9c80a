import { type OrderSnapshot } from '../../../contracts/order-snapshot.js';
import { Decimal } from '../../../kernel/decimal.js';
import { addMonths, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type View } from '../../../platform/database/session.js';
import { type LiveFacts } from '../../domain/products/conditions.js';
import { type Grade } from '../../domain/score/scorecard.js';
import { type MarginFact, marginFact, type ReceiptFact, receiptFact } from '../../domain/stock/stock-facts.js';
import { type Product } from '../../domain/products/product.js';
import { type ConditionName } from '../../domain/products/vocabulary.js';
import { type Borrower } from '../loan-grounds.js';
import { askedOnForward, type CalledMargin } from '../../entities/called-margin.table.js';
import { registrationOf } from '../../entities/pledge-registration.table.js';
import { type WarehouseReceipt } from '../../entities/warehouse-receipt.entity.js';
import { type GuaranteeStanding } from '../guarantee/guarantee-standing.js';
import { type DisputedPart, disputeReasons, undisputedOf } from '../../domain/dispute/dispute-rules.js';
import { disputesOf } from '../../entities/disputes.table.js';
import { screeningStandings } from '../../entities/screenings.table.js';
import { NO_BUYER, type OrderScreening } from '../../domain/screening/screening.js';
import { assignmentOf, coverOf } from '../insurance/insured-order.js';
import { isReleased, type OrderFacts } from '../order-facts.js';
import { gradeNow } from '../scores/scores.service.js';
import { standingOf } from '../stock/seen-receipt.js';

/** What came in for a seller, and whether it is late with something. */
const RECORD = `
  SELECT (SELECT coalesce(sum(amount_minor), 0)::text FROM financing.waterfall
          WHERE tenant_id = $1 AND seller_id = $2 AND source = 'collection' AND currency = $3 AND value_date > $4) AS collected,
         (SELECT min(value_date)::text FROM financing.waterfall
          WHERE tenant_id = $1 AND seller_id = $2 AND source = 'collection') AS since,
         EXISTS (SELECT FROM financing.advance
                 WHERE tenant_id = $1 AND seller_id = $2 AND state = 'drawn' AND coalesce(next_due_on, maturity_on) < $5) AS overdue`;

interface RecordRow {
  readonly collected: string;
  readonly since: LocalDate | null;
  readonly overdue: boolean;
}

const NOTHING: RecordRow = { collected: '0', since: null, overdue: false };
const OF_RECORD: ReadonlySet<string> = new Set(['collections_at_least', 'trading_for_months', 'no_overdue_debt']);

/** What a loan would be lent on, and by what. */
interface Known {
  readonly product: Product;
  readonly seller: Borrower;
  /** Both are null of what is lent on no order. */
  readonly order: OrderSnapshot | null;
  readonly facts: OrderFacts | null;
  /** Null of what is lent on no goods in pledge. */
  readonly receipt: WarehouseReceipt | null;
  /** Of the forward whose margin is lent. */
  readonly margins: readonly CalledMargin[];
  /** The loan that is decided on, where it is there already. */
  readonly advanceId: string | null;
  readonly guarantee: GuaranteeStanding | null;
  readonly today: LocalDate;
  /** By the score that it is decided with; looked up where it is left out and asked for. */
  readonly grade?: Grade | null | undefined;
}

/** Everything that a product's conditions ask about, as it is known now. */
export async function liveFacts(view: View, known: Known): Promise<LiveFacts> {
  const { product, order, facts, guarantee, today, seller } = known;
  const grade = known.grade === undefined ? await gradeFor(view, product, { sellerId: seller.id, today }) : known.grade;
  const asks = (name: ConditionName): boolean => product.opensWhen.some((condition) => condition.name === name);
  const disputes = order === null ? [] : await disputesOf(view, order.id);
  const undisputed = order === null ? null : undisputedPart(order, disputes);
  const record = await recordOf(view, product, { sellerId: seller.id, today });
  return {
    today,
    order: {
      isCancelled: facts?.isCancelled === true || order?.state === 'cancelled',
      isPlaced: order !== null && order.state !== 'draft',
      isReleased: facts !== null && isReleased(facts),
      isDeparted: facts?.isDeparted === true,
      value: undisputed === null ? null : valueOf(undisputed, product),
    },
    refund: facts?.refund ?? null,
    claimState: facts?.claimState ?? null,
    seller: {
      hasPayoutAccount: seller.bankAccount !== null,
      isOverdue: record.overdue,
      collected: Money.ofMinor(BigInt(record.collected), product.currency),
      collectsSince: record.since,
      grade,
    },
    cover: undisputed !== null && asks('buyer_insured') ? await coverOf(view, undisputed, today) : null,
    assignment: order !== null && asks('invoice_assigned') ? await assignmentOf(view, order.id) : null,
    dispute: order === null ? [] : disputeReasons(disputes, order.value.currency),
    screening: await screeningOf(view, seller, order),
    receipt: await receiptOf(view, known),
    margin: await marginOf(view, known),
    guarantee,
  };
}

/** Only of a product that asks for it: an advance on a refund is opened by its order alone. */
async function recordOf(
  view: View,
  { base, currency, opensWhen }: Product,
  { sellerId, today }: { readonly sellerId: string; readonly today: LocalDate },
): Promise<RecordRow> {
  if (base !== 'export_data' && !opensWhen.some(({ name }) => OF_RECORD.has(name))) return NOTHING;
  const [row] = await view.query<RecordRow>(RECORD, [view.tenantId, sellerId, currency, addMonths(today, -12), today]);
  return row ?? NOTHING;
}

/** What is lent on no order has no buyer who could be denied. */
async function screeningOf(view: View, seller: Borrower, order: OrderSnapshot | null): Promise<OrderScreening> {
  const ids = order === null ? [seller.id] : [seller.id, order.buyer.id];
  const [ofSeller = null, ofBuyer = null] = await screeningStandings(view, ids);
  return { seller: ofSeller, buyer: order === null ? NO_BUYER : ofBuyer };
}

/** The order as far as its buyer does not dispute it. */
function undisputedPart(order: OrderSnapshot, disputes: readonly DisputedPart[]): OrderSnapshot {
  return { ...order, value: undisputedOf(Money.fromJSON(order.value), disputes).toJSON() };
}

async function gradeFor(
  view: View,
  { opensWhen }: Product,
  { sellerId, today }: { readonly sellerId: string; readonly today: LocalDate },
): Promise<Grade | null> {
  return opensWhen.some(({ name }) => name === 'score_at_least') ? gradeNow(view, sellerId, today) : null;
}

async function receiptOf(
  view: View,
  { receipt, advanceId, today, product }: Pick<Known, 'receipt' | 'advanceId' | 'today' | 'product'>,
): Promise<ReceiptFact | null> {
  if (receipt === null) return null;
  const standing = await standingOf(view, receipt, advanceId);
  const registration = await registrationOf(view, receipt.id);
  return receiptFact(receipt, standing, registration?.state ?? null, { today, lender: product.lender });
}

/** What is asked for on the same margin, and not paid out yet, is lent already. */
async function marginOf(
  view: View,
  { margins, advanceId }: Pick<Known, 'margins' | 'advanceId'>,
): Promise<MarginFact | null> {
  const [first] = margins;
  if (first === undefined) return null;
  const asked = Money.ofMinor(await askedOnForward(view, first.forwardId, advanceId), first.amount.currency);
  return marginFact(margins, asked);
}

/** In the product's currency, at the planning rate of the order; cut, so that never more is lent on it. */
function valueOf({ value, fx }: OrderSnapshot, { currency }: Product): Money | null {
  const money = Money.fromJSON(value);
  if (money.currency === currency) return money;
  return currency === 'CNY' ? Money.ofMajor(money.toDecimal().times(new Decimal(fx.planRate)), currency, 'down') : null;
}
