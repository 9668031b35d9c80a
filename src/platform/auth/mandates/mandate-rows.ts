import { type Currency } from '../../../kernel/currency.js';
import { publicId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { type MandateLimits } from '../../database/caller.js';
import { type Tx, type View } from '../../database/session.js';
import { among, equal, page, type Page, type PageQuery } from '../../http/paging.js';
import { ResourceNotFoundError } from '../../http/request.errors.js';
import { SAY } from './mandates.sentences.js';
import { type MandateRole, type MandateState } from './mandate-state.js';

/** A mandate as one of its two sides sees it: `tenantId` is the one that looks. */
export interface Mandate {
  readonly tenantId: string;
  readonly id: string;
  readonly role: MandateRole;
  readonly grantorId: string;
  readonly grantorName: string;
  readonly integratorId: string;
  /** Null until it has accepted: whoever knows an id learns no name by it. */
  readonly integratorName: string | null;
  readonly scopes: readonly string[];
  readonly limitCurrency: Currency | null;
  readonly perCommandMinor: string | null;
  readonly perDayMinor: string | null;
  readonly state: MandateState;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedBy: 'grantor' | 'integrator' | 'clock' | null;
  readonly version: number;
}

export interface MandateFilter {
  readonly role?: MandateRole | undefined;
  /** Several with commas between. */
  readonly state?: string | undefined;
}

const OF_BOTH = `
  id, integrator_id, grantor_name, integrator_name, scopes, limit_currency, per_command_minor, per_day_minor, state,
  created_at, expires_at, accepted_at, ended_at, ended_by, version`;
/** Each mandate once for either side; row-level security leaves the own ones, the condition on the tenant one of the two. */
const SIDES = `(
  SELECT tenant_id, 'granted' AS role, tenant_id AS grantor_id, ${OF_BOTH} FROM platform.mandate
  UNION ALL
  SELECT integrator_id, 'received', tenant_id, ${OF_BOTH} FROM platform.mandate) AS side`;
const COLUMNS = `
  tenant_id AS "tenantId", id, role, grantor_id AS "grantorId", grantor_name AS "grantorName",
  integrator_id AS "integratorId", integrator_name AS "integratorName", scopes, limit_currency AS "limitCurrency",
  per_command_minor AS "perCommandMinor", per_day_minor AS "perDayMinor", state, created_at AS "createdAt",
  expires_at AS "expiresAt", accepted_at AS "acceptedAt", ended_at AS "endedAt", ended_by AS "endedBy", version`;
/** With all others between the same two, for one takes the place of another. Those that are over need no lock. */
const LOCK = `
  SELECT 1 FROM platform.mandate m JOIN platform.mandate named USING (tenant_id, integrator_id)
  WHERE (named.tenant_id = $1 OR named.integrator_id = $1) AND named.id = $2 ORDER BY m.id FOR UPDATE OF m`;
const FIND = `SELECT ${COLUMNS} FROM ${SIDES} WHERE tenant_id = $1 AND id = $2`;

export function listMandates(view: View, query: PageQuery, { role, state }: MandateFilter): Promise<Page<Mandate>> {
  const conditions = [...equal('role', role), ...among('state', state)];
  return page<Mandate>(view, { table: SIDES, columns: COLUMNS, query, conditions });
}

/** @throws ResourceNotFoundError */
export async function getMandate(view: View, id: string): Promise<Mandate> {
  const [mandate] = await view.query<Mandate>(FIND, [view.tenantId, id]);
  if (mandate === undefined) throw new ResourceNotFoundError(SAY.no_such_mandate);
  return mandate;
}

type LimitColumns = Pick<Mandate, 'limitCurrency' | 'perCommandMinor' | 'perDayMinor'>;

export function limitsOf({ limitCurrency, perCommandMinor, perDayMinor }: LimitColumns): MandateLimits | null {
  if (limitCurrency === null) return null;
  const money = (minor: string | null): Money | null =>
    minor === null ? null : Money.ofMinor(BigInt(minor), limitCurrency);
  return { currency: limitCurrency, perCommand: money(perCommandMinor), perDay: money(perDayMinor) };
}

/** What the events of both sides say. */
export function termsOf({ grantorId, integratorId, scopes, expiresAt }: Mandate): {
  readonly grantorId: string;
  readonly integratorId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: string;
} {
  return {
    grantorId: publicId('tenant', grantorId),
    integratorId: publicId('tenant', integratorId),
    scopes,
    expiresAt: expiresAt.toISOString(),
  };
}

/** Whoever changes a mandate, or tells of it, holds it: so its events are numbered without gaps in the log of either side. */
export async function lockMandate(tx: Tx, id: string): Promise<void> {
  await tx.query(LOCK, [tx.tenantId, id]);
}
