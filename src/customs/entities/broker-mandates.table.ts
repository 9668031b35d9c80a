import { type View } from '../../platform/database/session.js';
import { type StandingMandate } from '../domain/broker-mandate.js';

/** How a tenant stands with mandates: whether they are required, what day it is, and which there are. */
export interface MandateStanding {
  readonly isRequired: boolean;
  readonly now: Date;
  readonly mandates: readonly StandingMandate[];
}

interface TenantRow {
  readonly isRequired: boolean;
  readonly now: Date;
}

/** An exporter without any has one row without a mandate. */
type StandingRow = TenantRow & (StandingMandate | { readonly id: null });

const TERMS = `id, kind, order_id AS "orderId", agreement_number AS "agreementNumber", broker,
  customs_offices AS "customsOffices", supervision_modes AS "supervisionModes", valid_from::text AS "validFrom",
  valid_to::text AS "validTo", state`;

/** For all orders of the exporter, or for this one. */
const CONCERNED = `tenant_id = $1 AND seller_uscc = $2 AND (order_id IS NULL OR order_id = $3)`;

/** One statement for all that the gate asks. Of those that have ended the last few tell enough. */
const STANDING = `
  SELECT t.livemode OR coalesce(p.is_required, false) AS "isRequired", coalesce(t.test_clock, $4) AS now, m.*
  FROM platform.tenant t
  LEFT JOIN customs.broker_mandate_policy p ON p.tenant_id = t.id
  LEFT JOIN LATERAL (
    (SELECT ${TERMS} FROM customs.broker_mandate WHERE ${CONCERNED} AND state = 'in_force')
    UNION ALL
    (SELECT ${TERMS} FROM customs.broker_mandate
     WHERE ${CONCERNED} AND state IN ('revoked', 'expired') AND accepted_at IS NOT NULL ORDER BY id DESC LIMIT 20)
  ) m ON true
  WHERE t.id = $1`;

/** @param now where the tenant has no clock of its own */
export async function mandateStanding(
  view: View,
  { sellerUscc, orderId }: { sellerUscc: string; orderId: string | null },
  now: Date,
): Promise<MandateStanding> {
  const rows = await view.query<StandingRow>(STANDING, [view.tenantId, sellerUscc, orderId, now]);
  const [first] = rows;
  if (first === undefined) throw new Error(`There is no tenant ${view.tenantId}`);
  return { isRequired: first.isRequired, now: first.now, mandates: rows.filter(hasMandate) };
}

function hasMandate(row: StandingRow): row is TenantRow & StandingMandate {
  return row.id !== null;
}
