import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type OrderCash } from '../domain/cash-flow/expected-flows.js';

/** An order as it was placed. */
export interface PlacedCash {
  readonly sellerId: string;
  readonly buyerId: string;
  readonly value: Money;
  readonly planRate: string;
  readonly placedOn: LocalDate;
  readonly readyOn: LocalDate;
}

/*
 * News of one order are heard in any order, so each statement makes the row where it is not there yet, and none undoes what
 * another one has said: sums are added to, and of two words on one thing the later one stands.
 */
const PLACED = `
  INSERT INTO financing.order_cash
    (tenant_id, order_id, seller_id, currency, value_minor, plan_rate, placed_on, ready_on, buyer_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (tenant_id, order_id) DO UPDATE SET
    seller_id = EXCLUDED.seller_id, buyer_id = EXCLUDED.buyer_id, currency = EXCLUDED.currency, value_minor = EXCLUDED.value_minor,
    plan_rate = EXCLUDED.plan_rate, placed_on = EXCLUDED.placed_on, ready_on = EXCLUDED.ready_on`;

const DEPARTED = `
  INSERT INTO financing.order_cash AS c (tenant_id, order_id, departed_on) VALUES ($1, $2, $3)
  ON CONFLICT (tenant_id, order_id) DO UPDATE SET departed_on = coalesce(c.departed_on, EXCLUDED.departed_on)`;

const CANCELLED = `
  INSERT INTO financing.order_cash (tenant_id, order_id, is_cancelled) VALUES ($1, $2, true)
  ON CONFLICT (tenant_id, order_id) DO UPDATE SET is_cancelled = true`;

const RECEIVED = `
  INSERT INTO financing.order_cash AS c (tenant_id, order_id, received_minor) VALUES ($1, $2, $3)
  ON CONFLICT (tenant_id, order_id) DO UPDATE SET received_minor = c.received_minor + EXCLUDED.received_minor`;

const SETTLED = `
  INSERT INTO financing.order_cash AS c (tenant_id, order_id, is_settled, settled_revision, settled_on)
  VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (tenant_id, order_id) DO UPDATE SET
    settled_on = CASE WHEN EXCLUDED.settled_revision >= c.settled_revision THEN EXCLUDED.settled_on ELSE c.settled_on END,
    is_settled = CASE WHEN EXCLUDED.settled_revision >= c.settled_revision THEN EXCLUDED.is_settled ELSE c.is_settled END,
    settled_revision = greatest(c.settled_revision, EXCLUDED.settled_revision)`;

/** Ids of events say which came later; what is filed again after a refusal is reckoned from that day. */
const REFUND = `
  INSERT INTO financing.order_cash AS c
    (tenant_id, order_id, claim_id, refund_minor, refund_matched_on, is_refund_over, refund_told, claim_outcome)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (tenant_id, order_id) DO UPDATE SET
    claim_id = EXCLUDED.claim_id, refund_minor = coalesce(EXCLUDED.refund_minor, c.refund_minor),
    refund_matched_on = CASE WHEN c.is_refund_over OR c.claim_id IS DISTINCT FROM EXCLUDED.claim_id
                             THEN EXCLUDED.refund_matched_on ELSE c.refund_matched_on END,
    is_refund_over = EXCLUDED.is_refund_over, refund_told = EXCLUDED.refund_told, claim_outcome = EXCLUDED.claim_outcome
  WHERE c.refund_told IS NULL OR c.refund_told < EXCLUDED.refund_told`;

/** Its first filing, its payment, whether the bureau asked: whatever else is heard before or after. */
const CLAIM_STEP = `
  INSERT INTO financing.order_cash AS c (tenant_id, order_id, claim_filed_on, claim_paid_on, is_claim_queried)
  VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (tenant_id, order_id) DO UPDATE SET
    claim_filed_on = least(c.claim_filed_on, EXCLUDED.claim_filed_on),
    claim_paid_on = coalesce(c.claim_paid_on, EXCLUDED.claim_paid_on),
    is_claim_queried = c.is_claim_queried OR EXCLUDED.is_claim_queried`;

const OPEN = `
  SELECT order_id AS "orderId", currency, value_minor::text AS value, received_minor::text AS received, is_settled AS "isSettled",
         plan_rate::text AS "planRate", placed_on::text AS "placedOn", ready_on::text AS "readyOn", departed_on::text AS "departedOn",
         CASE WHEN NOT is_refund_over THEN refund_minor::text END AS refund, refund_matched_on::text AS "matchedOn"
  FROM financing.order_cash
  WHERE tenant_id = $1 AND seller_id IS NOT NULL AND ($2::uuid IS NULL OR seller_id = $2) AND NOT is_cancelled
    AND (NOT is_settled OR (refund_minor IS NOT NULL AND NOT is_refund_over))
  ORDER BY order_id`;

const DEPARTURE = `
  SELECT departed_on::text AS "on" FROM financing.order_cash WHERE tenant_id = $1 AND order_id = $2`;

interface OpenRow extends Pick<OrderCash, 'orderId' | 'isSettled' | 'placedOn' | 'readyOn' | 'departedOn'> {
  readonly currency: string;
  readonly value: string;
  readonly received: string;
  readonly planRate: string;
  readonly refund: string | null;
  readonly matchedOn: LocalDate | null;
}

export async function keepPlaced(tx: Tx, orderId: string, placed: PlacedCash): Promise<void> {
  const { sellerId, buyerId, value, planRate, placedOn, readyOn } = placed;
  const worth = [value.currency, value.minor.toString()];
  await tx.query(PLACED, [tx.tenantId, orderId, sellerId, ...worth, planRate, placedOn, readyOn, buyerId]);
}

/** The first day on which goods of the order left. */
export async function keepDeparted(tx: Tx, orderId: string, on: LocalDate): Promise<void> {
  await tx.query(DEPARTED, [tx.tenantId, orderId, on]);
}

export async function keepCancelled(tx: Tx, orderId: string): Promise<void> {
  await tx.query(CANCELLED, [tx.tenantId, orderId]);
}

/** @param amount below zero where money does not pay for the order, after all */
export async function keepReceived(tx: Tx, orderId: string, amount: Money): Promise<void> {
  await tx.query(RECEIVED, [tx.tenantId, orderId, amount.minor.toString()]);
}

/** That all came on a day, or not, after all (null); of two words the one with the higher revision stands. */
export async function keepSettled(tx: Tx, orderId: string, on: LocalDate | null, revision: number): Promise<void> {
  await tx.query(SETTLED, [tx.tenantId, orderId, on !== null, revision, on]);
}

/** A word on the refund of an order. */
export interface RefundWord {
  /** Id of the event. */
  readonly told: string;
  readonly claimId: string;
  /** What is expected; null where nothing more is. */
  readonly amount: Money | null;
  /** How the claim ended, where the bureau has decided. */
  readonly outcome: 'paid' | 'rejected' | null;
  readonly on: LocalDate;
}

export async function keepRefund(tx: Tx, orderId: string, word: RefundWord): Promise<void> {
  const { told, claimId, amount, on, outcome } = word;
  const minor = amount?.minor.toString() ?? null;
  await tx.query(REFUND, [tx.tenantId, orderId, claimId, minor, on, amount === null, told, outcome]);
}

interface ClaimStep {
  readonly filedOn?: LocalDate;
  readonly paidOn?: LocalDate;
  readonly isQueried?: true;
}

/** A step of the claim on the refund of an order, for the record of its seller. */
export async function keepClaimStep(tx: Tx, orderId: string, step: ClaimStep): Promise<void> {
  await tx.query(CLAIM_STEP, [
    tx.tenantId,
    orderId,
    step.filedOn ?? null,
    step.paidOn ?? null,
    step.isQueried ?? false,
  ]);
}

/** When goods of the order first left; null where they have not. */
export async function departureOf(view: View, orderId: string): Promise<LocalDate | null> {
  const [row] = await view.query<{ on: LocalDate | null }>(DEPARTURE, [view.tenantId, orderId]);
  return row?.on ?? null;
}

/** Orders of which money is expected, of one seller or of all; those that are known to have been placed. */
export async function openOrderCash(view: View, sellerId: string | undefined): Promise<OrderCash[]> {
  return (await view.query<OpenRow>(OPEN, [view.tenantId, sellerId ?? null])).map(toOrderCash);
}

function toOrderCash({ currency, value, received, planRate, refund, matchedOn, ...order }: OpenRow): OrderCash {
  const isExpected = refund !== null && matchedOn !== null;
  return {
    ...order,
    value: Money.ofMinor(BigInt(value), currency),
    received: Money.ofMinor(BigInt(received), currency),
    planRate: new Decimal(planRate),
    refund: isExpected ? { amount: Money.ofMinor(BigInt(refund), 'CNY'), matchedOn } : null,
  };
}
