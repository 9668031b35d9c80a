import { type LocalDate } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type CovenantStanding, type ToldBreach } from '../domain/lender/covenants.js';

const BEGIN = `
  INSERT INTO financing.covenant_watch (tenant_id, looked_on) VALUES ($1, NULL)
  ON CONFLICT (tenant_id) DO UPDATE SET looked_on = NULL`;
/** Whoever has no covenant has no row. It waits for a look that is going on: that one may not have seen what has changed. */
const MARK = `UPDATE financing.covenant_watch SET looked_on = NULL WHERE tenant_id = $1`;
const LOOK = `UPDATE financing.covenant_watch SET looked_on = $2 WHERE tenant_id = $1`;
const TOLD = `
  SELECT covenant_id AS "covenantId", currency FROM financing.covenant_breach WHERE tenant_id = $1
  ORDER BY covenant_id, currency LIMIT 10000`;
const KEEP = `
  INSERT INTO financing.covenant_breach (tenant_id, covenant_id, currency, value, since) VALUES ($1, $2, $3, $4, $5)`;
const FORGET = `DELETE FROM financing.covenant_breach WHERE tenant_id = $1 AND covenant_id = $2 AND currency = $3`;

/** A covenant begins, or ends: it is looked at. */
export async function beginWatch(tx: Tx): Promise<void> {
  await tx.query(BEGIN, [tx.tenantId]);
}

/** The portfolio has changed: what it is held to is looked at. */
export async function markWatch(tx: Tx): Promise<void> {
  await tx.query(MARK, [tx.tenantId]);
}

/** Holds the watch, so that one looks at a time. What changes from here on is looked at again. */
export async function holdWatch(tx: Tx, day: LocalDate): Promise<void> {
  await tx.query(LOOK, [tx.tenantId, day]);
}

/** Which breaches the lender was told of, and not yet that they are cured. */
export function toldBreaches(view: View): Promise<ToldBreach[]> {
  return view.query<ToldBreach>(TOLD, [view.tenantId]);
}

export async function keepBreach(tx: Tx, { covenant, currency, value }: CovenantStanding): Promise<void> {
  await tx.query(KEEP, [tx.tenantId, covenant.id, currency, value.toFixed(), tx.now]);
}

export async function forgetBreach(tx: Tx, { covenant, currency }: CovenantStanding): Promise<void> {
  await tx.query(FORGET, [tx.tenantId, covenant.id, currency]);
}
