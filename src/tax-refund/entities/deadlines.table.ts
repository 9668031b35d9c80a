import { type CalculationRule, type CalculationStep } from '../../kernel/calculation.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type MoneyJson } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type DeadlineKind, type DeadlineState } from '../domain/deadline-kinds.js';
import { type DeadlineStanding } from '../domain/deadline-standing.js';

/** The VAT that falls due where the export counts as sold at home, and how it was worked out. */
export interface AtStake {
  readonly outputVat: MoneyJson;
  readonly fobCny: MoneyJson;
  /** CNY per unit of the declared currency: of the tax period, or the rate that the order was planned with. */
  readonly fxRate: string | null;
  readonly fxSource: 'tax_period' | 'order_plan' | null;
  readonly rule: CalculationRule;
  readonly steps: readonly CalculationStep[];
}

/** One clock of one exported declaration. */
export interface Deadline extends DeadlineStanding {
  readonly id: string;
  readonly orderId: string;
  readonly orderReference: string;
  readonly sellerId: string;
  readonly claimId: string | null;
  readonly entryNumber: string;
  readonly kind: DeadlineKind;
  readonly state: DeadlineState;
  readonly metOn: LocalDate | null;
  readonly source: string;
  readonly atStake: AtStake | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A clock as the facts want it, before it is looked at. */
export type NewDeadline = Omit<Deadline, 'id' | 'state' | 'alerted' | 'nextOn' | 'version' | 'createdAt' | 'updatedAt'>;

export const DEADLINE_COLUMNS = `
  id, order_id AS "orderId", order_reference AS "orderReference", seller_id AS "sellerId", claim_id AS "claimId",
  entry_number AS "entryNumber", kind, state, due_on::text AS "dueOn", met_on::text AS "metOn", alerted,
  next_on::text AS "nextOn", source, at_stake AS "atStake", version, created_at AS "createdAt", updated_at AS "updatedAt"`;

const ONE = `SELECT ${DEADLINE_COLUMNS} FROM tax_refund.deadline WHERE tenant_id = $1 AND id = $2`;
const OF_ORDER = `
  SELECT ${DEADLINE_COLUMNS} FROM tax_refund.deadline WHERE tenant_id = $1 AND order_id = $2
  ORDER BY entry_number, kind FOR NO KEY UPDATE`;
const OF_DAY = `
  SELECT ${DEADLINE_COLUMNS} FROM tax_refund.deadline
  WHERE tenant_id = $1 AND next_on IS NOT NULL AND next_on <= $2 ORDER BY next_on, id LIMIT $3 FOR NO KEY UPDATE`;
const STORE = `
  INSERT INTO tax_refund.deadline (tenant_id, id, order_id, order_reference, seller_id, claim_id, entry_number, kind, state,
                                   due_on, met_on, alerted, next_on, source, at_stake, created_at, updated_at)
  SELECT $1, d.id, d."orderId", d."orderReference", d."sellerId", d."claimId", d."entryNumber", d.kind, d.state, d."dueOn",
         d."metOn", d.alerted, d."nextOn", d.source, d."atStake", $3, $3
  FROM jsonb_to_recordset($2::jsonb) AS d (
    id uuid, "orderId" uuid, "orderReference" text, "sellerId" uuid, "claimId" uuid, "entryNumber" text, kind text,
    state text, "dueOn" date, "metOn" date, alerted int, "nextOn" date, source text, "atStake" jsonb)
  ON CONFLICT ON CONSTRAINT uq_deadline DO UPDATE
  SET claim_id = excluded.claim_id, state = excluded.state, due_on = excluded.due_on, met_on = excluded.met_on,
      alerted = excluded.alerted, next_on = excluded.next_on, source = excluded.source, at_stake = excluded.at_stake,
      version = tax_refund.deadline.version + 1, updated_at = excluded.updated_at`;
const PROMISE_DAYS = `
  INSERT INTO tax_refund.deadline_day (tenant_id, day) SELECT $1, d FROM unnest($2::date[]) AS d
  ON CONFLICT DO NOTHING RETURNING day::text AS day`;
const FORGET_DAYS = `DELETE FROM tax_refund.deadline_day WHERE tenant_id = $1 AND day <= $2`;

export async function findDeadline(view: View, id: string): Promise<Deadline | null> {
  const [found] = await view.query<Deadline>(ONE, [view.tenantId, id]);
  return found ?? null;
}

/** Held until the transaction ends. */
export function deadlinesOf(tx: Tx, orderId: string): Promise<Deadline[]> {
  return tx.query<Deadline>(OF_ORDER, [tx.tenantId, orderId]);
}

/** What is to be looked at by that day, the first first; held until the transaction ends. */
export function deadlinesFor(tx: Tx, day: LocalDate, max: number): Promise<Deadline[]> {
  return tx.query<Deadline>(OF_DAY, [tx.tenantId, day, max]);
}

/** Adds what is new, and changes what there is. */
export async function storeDeadlines(tx: Tx, deadlines: readonly Deadline[]): Promise<void> {
  if (deadlines.length > 0) await tx.query(STORE, [tx.tenantId, JSON.stringify(deadlines), tx.now]);
}

/** @returns the days of these that nobody has promised yet */
export async function promiseDays(tx: Tx, days: readonly LocalDate[]): Promise<LocalDate[]> {
  const wanted = [...new Set(days)].sort();
  if (wanted.length === 0) return [];
  const rows = await tx.query<{ day: LocalDate }>(PROMISE_DAYS, [tx.tenantId, wanted]);
  return rows.map(({ day }) => day);
}

export async function forgetDays(tx: Tx, until: LocalDate): Promise<void> {
  await tx.query(FORGET_DAYS, [tx.tenantId, until]);
}

/** What the claims of an order mean to its clocks. */
export interface FiledClaimRow {
  readonly id: string;
  /** Of every declaration that it claims for. */
  readonly entryNumbers: readonly string[];
  readonly filedAt: Date;
  /** When a refund in advance was paid; null of every other, and before. */
  readonly advancedAt: Date | null;
  /** When its settlement was filed. */
  readonly settledAt: Date | null;
}

/** What was sent back, or given up, is not filed; a correction files nothing that was not filed before. */
const FILED = `
  SELECT id, ARRAY(SELECT d ->> 'entryNumber' FROM jsonb_array_elements(declarations) AS d) AS "entryNumbers", filed_at AS "filedAt",
         CASE WHEN business_type IS NOT NULL AND regime <> 'manufacturer' THEN paid_at END AS "advancedAt",
         (SELECT s.filed_at FROM tax_refund.claim s
          WHERE s.tenant_id = c.tenant_id AND s.corrects_id = c.id AND s.correction ->> 'kind' = 'overseas_settlement'
            AND s.state NOT IN ('rejected', 'abandoned')) AS "settledAt"
  FROM tax_refund.claim c
  WHERE tenant_id = $1 AND order_id = $2 AND filed_at IS NOT NULL AND corrects_id IS NULL
    AND state NOT IN ('rejected', 'abandoned') ORDER BY id DESC`;

export function filedClaimsOf(view: View, orderId: string): Promise<FiledClaimRow[]> {
  return view.query<FiledClaimRow>(FILED, [view.tenantId, orderId]);
}
