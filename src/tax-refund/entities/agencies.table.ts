import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type StandingAgency } from '../domain/agency.js';
import { type ClaimState } from '../domain/claim-status.js';

interface TenantRow {
  readonly isRequired: boolean;
  readonly now: Date;
}

/** A producer without any has one row without an agreement. */
type StandingRow = TenantRow & (StandingAgency | { readonly id: null });

/** How a tenant stands with agencies: whether they are required, what day it is, and which the producer has. */
export interface AgencyStanding extends TenantRow {
  readonly agreements: readonly StandingAgency[];
}

const TERMS = `id, agreement_number AS "agreementNumber", agent, signed_on::text AS "signedOn",
  valid_from::text AS "validFrom", valid_to::text AS "validTo", ended_on::text AS "endedOn", state,
  evidence, producer_filing AS "producerFiling", agent_filing AS "agentFiling"`;

/** One statement for all that the gate asks. Of those that have ended the last few tell enough. */
const STANDING = `
  SELECT t.livemode OR coalesce(p.is_required, false) AS "isRequired", coalesce(t.test_clock, $3) AS now, a.*
  FROM platform.tenant t
  LEFT JOIN tax_refund.agency_policy p ON p.tenant_id = t.id
  LEFT JOIN LATERAL (
    (SELECT ${TERMS} FROM tax_refund.agency_agreement WHERE tenant_id = $1 AND producer_uscc = $2 AND state = 'in_force')
    UNION ALL
    (SELECT ${TERMS} FROM tax_refund.agency_agreement
     WHERE tenant_id = $1 AND producer_uscc = $2 AND state IN ('ended', 'expired') AND confirmed_at IS NOT NULL
     ORDER BY id DESC LIMIT 20)
  ) a ON true
  WHERE t.id = $1`;

/** @param now where the tenant has no clock of its own */
export async function agencyStanding(view: View, producerUscc: string, now: Date): Promise<AgencyStanding> {
  const rows = await view.query<StandingRow>(STANDING, [view.tenantId, producerUscc, now]);
  const [first] = rows;
  if (first === undefined) throw new Error(`There is no tenant ${view.tenantId}`);
  return { isRequired: first.isRequired, now: first.now, agreements: rows.filter(hasAgreement) };
}

function hasAgreement(row: StandingRow): row is TenantRow & StandingAgency {
  return row.id !== null;
}

const NOW = `SELECT coalesce(test_clock, $2) AS now FROM platform.tenant WHERE id = $1`;

/** The time by the clock of the tenant. @param now where it has none of its own */
export async function tenantTime(view: View, now: Date): Promise<Date> {
  const [row] = await view.query<{ now: Date }>(NOW, [view.tenantId, now]);
  return row?.now ?? now;
}

/** A claim that the bureau has. */
export interface FiledClaim {
  readonly id: string;
  readonly state: ClaimState;
}

/** What is queued is judged when its turn comes. */
const FILED = `
  SELECT id, state FROM tax_refund.claim
  WHERE tenant_id = $1 AND agency_agreement_id = $2
    AND state IN ('filed', 'accepted', 'queried', 'answered', 'approved') ORDER BY id`;

export function filedUnder(tx: Tx, agreementId: string): Promise<FiledClaim[]> {
  return tx.query<FiledClaim>(FILED, [tx.tenantId, agreementId]);
}

export interface AgencyPolicy {
  readonly isRequired: boolean;
  /** False where the law alone decides: of live tenants. */
  readonly isSettable: boolean;
}

const READ_POLICY = `
  SELECT t.livemode OR coalesce(p.is_required, false) AS "isRequired", NOT t.livemode AS "isSettable"
  FROM platform.tenant t LEFT JOIN tax_refund.agency_policy p ON p.tenant_id = t.id WHERE t.id = $1`;

const SET_POLICY = `
  INSERT INTO tax_refund.agency_policy (tenant_id, is_required, updated_at) VALUES ($1, $2, $3)
  ON CONFLICT (tenant_id) DO UPDATE SET is_required = excluded.is_required, updated_at = excluded.updated_at`;

export async function readAgencyPolicy(view: View): Promise<AgencyPolicy> {
  const [policy] = await view.query<AgencyPolicy>(READ_POLICY, [view.tenantId]);
  if (policy === undefined) throw new Error(`There is no tenant ${view.tenantId}`);
  return policy;
}

export async function setAgencyPolicy(tx: Tx, isRequired: boolean): Promise<void> {
  await tx.query(SET_POLICY, [tx.tenantId, isRequired, tx.now]);
}

const ENTRUSTED = `
  SELECT coalesce(sum(refund_minor), 0)::text AS refund_minor FROM tax_refund.claim
  WHERE tenant_id = $1 AND regime = 'agency' AND taxpayer_number = $2 AND export_date BETWEEN $3 AND $4
    AND state NOT IN ('matched', 'queued', 'rejected', 'abandoned')`;

/** What was filed for a producer for the exports of a year; what was refused, or is not filed yet, left out. */
export async function entrustedRefund(view: View, producerUscc: string, year: string): Promise<Money> {
  const span = [`${year}-01-01`, `${year}-12-31`];
  const [row] = await view.query<{ refund_minor: string }>(ENTRUSTED, [view.tenantId, producerUscc, ...span]);
  return Money.ofMinor(BigInt(row?.refund_minor ?? 0), 'CNY');
}
