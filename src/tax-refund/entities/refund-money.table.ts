import { type LocalDate } from '../../kernel/local-date.js';
import { type View } from '../../platform/database/session.js';
import { type EnterpriseClass } from '../domain/service-times.js';

/** Which claims are meant. */
export interface MoneyFilter {
  readonly sellerId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly period?: string | undefined;
}

export interface ClaimMoneyRow {
  readonly id: string;
  readonly orderId: string;
  readonly refundMinor: string;
  readonly awardedMinor: string;
  readonly isApproved: boolean;
  /** Of its order there is no later one: what concerns the order as a whole is told with it. */
  readonly isLast: boolean;
}

export interface OpenClaimRow {
  readonly id: string;
  readonly state: string;
  readonly awardedMinor: string;
  readonly consumptionTaxMinor: string;
  readonly matchedOn: LocalDate;
  readonly filedOn: LocalDate | null;
  readonly approvedOn: LocalDate | null;
  readonly enterpriseClass: EnterpriseClass | null;
}

const OF_FILTER = `
  tenant_id = $1 AND ($2::uuid IS NULL OR seller_id = $2) AND ($3::uuid IS NULL OR order_id = $3)
  AND ($4::text IS NULL OR period = $4)`;
const CLAIMS = `
  SELECT c.id, c.order_id AS "orderId", c.refund_minor AS "refundMinor", c.awarded_minor AS "awardedMinor",
         c.approved_at IS NOT NULL AS "isApproved",
         NOT EXISTS (SELECT FROM tax_refund.claim l WHERE l.tenant_id = c.tenant_id AND l.order_id = c.order_id
                     AND l.id > c.id AND l.state <> 'abandoned') AS "isLast"
  FROM tax_refund.claim c
  WHERE ${OF_FILTER} AND c.state <> 'abandoned' AND c.id > $5 ORDER BY c.id LIMIT $6`;
/** As in the index of open claims. */
const OPEN = `
  SELECT c.id, c.state, c.awarded_minor AS "awardedMinor", c.awarded_consumption_tax_minor AS "consumptionTaxMinor",
         (c.created_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "matchedOn",
         (c.filed_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "filedOn",
         (c.approved_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "approvedOn",
         (SELECT e.class FROM tax_refund.enterprise_class e
          WHERE e.tenant_id = c.tenant_id AND e.party_id = c.seller_id AND e.valid_from <= $7::date
          ORDER BY e.valid_from DESC LIMIT 1) AS "enterpriseClass"
  FROM tax_refund.claim c
  WHERE ${OF_FILTER} AND c.state NOT IN ('paid', 'rejected', 'abandoned', 'clawed_back', 'closed') AND c.id > $5
  ORDER BY c.id LIMIT $6`;
/** Of fewer than five nothing is concluded. */
const PAST = `
  SELECT CASE WHEN count(*) >= 5 THEN
           ceil(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM approved_at - filed_at)) / 86400)::int END
           AS "filedToApproved",
         CASE WHEN count(*) >= 5 THEN
           ceil(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM paid_at - approved_at)) / 86400)::int END
           AS "approvedToPaid"
  FROM tax_refund.claim
  WHERE tenant_id = $1 AND ($2::uuid IS NULL OR seller_id = $2) AND paid_at > $3::date - interval '12 months'
    AND filed_at IS NOT NULL AND approved_at >= filed_at AND paid_at >= approved_at`;
const TODAY = `
  SELECT (coalesce(test_clock, now()) AT TIME ZONE 'Asia/Shanghai')::date::text AS today FROM platform.tenant WHERE id = $1`;

/** The day in China, by the tenant's clock. */
export async function tenantToday(view: View): Promise<LocalDate> {
  const [row] = await view.query<{ today: LocalDate }>(TODAY, [view.tenantId]);
  if (row === undefined) throw new Error(`There is no tenant ${view.tenantId}`);
  return row.today;
}

export function claimMoneyAfter(view: View, filter: MoneyFilter, after: string, max: number): Promise<ClaimMoneyRow[]> {
  const { sellerId = null, orderId = null, period = null } = filter;
  return view.query<ClaimMoneyRow>(CLAIMS, [view.tenantId, sellerId, orderId, period, after, max]);
}

export function openClaimsAfter(
  view: View,
  filter: MoneyFilter,
  { after, max, today }: { after: string; max: number; today: LocalDate },
): Promise<OpenClaimRow[]> {
  const { sellerId = null, orderId = null, period = null } = filter;
  return view.query<OpenClaimRow>(OPEN, [view.tenantId, sellerId, orderId, period, after, max, today]);
}

interface PastRow {
  readonly filedToApproved: number | null;
  readonly approvedToPaid: number | null;
}

export async function pastDurations(view: View, sellerId: string | undefined, today: LocalDate): Promise<PastRow> {
  const [row] = await view.query<PastRow>(PAST, [view.tenantId, sellerId ?? null, today]);
  return row ?? { filedToApproved: null, approvedToPaid: null };
}
