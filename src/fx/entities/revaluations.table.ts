import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type SqlValue } from '../../platform/database/sql-value.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { HOME } from '../domain/conversions/price-quote.js';
import { type RevaluedBalance } from '../domain/results/revaluation.js';

/** The revaluation of one month, as it was booked. */
export interface Revaluation {
  readonly id: string;
  readonly period: string;
  readonly valuedOn: LocalDate;
  readonly reversedOn: LocalDate;
  readonly result: Money;
  readonly transferId: string | null;
  readonly reversalId: string | null;
  readonly version: number;
  readonly createdAt: Date;
}

/** With what it is made of. */
export interface WholeRevaluation extends Revaluation {
  readonly lines: readonly RevaluedBalance[];
}

export interface RevaluationRow extends Omit<Revaluation, 'result'> {
  readonly result_minor: string;
}

interface LineRow {
  readonly subject: 'order' | 'position';
  readonly order_id: string | null;
  readonly party_id: string | null;
  readonly foreign_minor: string;
  readonly foreign_currency: string;
  readonly carried_minor: string;
  readonly rate: string | null;
  readonly rate_on: LocalDate | null;
  readonly valued_minor: string | null;
  readonly result_minor: string | null;
}

export const REVALUATION_COLUMNS = `
  id, period, valued_on::text AS "valuedOn", reversed_on::text AS "reversedOn", result_minor, transfer_id AS "transferId",
  reversal_id AS "reversalId", version, created_at AS "createdAt"`;
const BY_ID = `SELECT ${REVALUATION_COLUMNS} FROM fx.revaluation WHERE tenant_id = $1 AND id = $2`;
const BY_PERIOD = `SELECT ${REVALUATION_COLUMNS} FROM fx.revaluation WHERE tenant_id = $1 AND period = $2`;
const LINES = `
  SELECT subject, order_id, party_id, foreign_minor, foreign_currency, carried_minor, rate, rate_on::text AS rate_on, valued_minor,
         result_minor
  FROM fx.revaluation_line WHERE tenant_id = $1 AND revaluation_id = $2 ORDER BY ordinal`;

/** Whoever comes second waits for the first, and then finds what it made. */
const CLAIM = `
  INSERT INTO fx.revaluation (tenant_id, id, period, valued_on, reversed_on, result_minor, transfer_id, reversal_id, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const TAKE_TURNS = `SELECT pg_advisory_xact_lock(hashtextextended('fx.revaluation/' || $1 || '/' || $2, 0))`;
const INSERT_LINES = `
  INSERT INTO fx.revaluation_line (tenant_id, revaluation_id, ordinal, subject, order_id, party_id, foreign_minor, foreign_currency,
                                   carried_minor, rate, rate_on, valued_minor, result_minor)
  SELECT $1, $2, l.ordinal, l.subject, l.order_id, l.party_id, l.foreign_minor, l.foreign_currency, l.carried_minor, l.rate, l.rate_on,
         l.valued_minor, l.result_minor
  FROM jsonb_to_recordset($3::jsonb) AS l (ordinal integer, subject text, order_id uuid, party_id uuid, foreign_minor bigint,
    foreign_currency char(3), carried_minor bigint, rate numeric, rate_on date, valued_minor bigint, result_minor bigint)`;

/** One at a time for each month, so that nobody books it twice. */
export async function takeTurns(tx: Tx, period: string): Promise<void> {
  await tx.query(TAKE_TURNS, [tx.tenantId, period]);
}

export async function insertRevaluation(tx: Tx, whole: WholeRevaluation): Promise<void> {
  const { id, period, valuedOn, reversedOn, result, transferId, reversalId, createdAt, lines } = whole;
  const head: SqlValue[] = [tx.tenantId, id, period, valuedOn, reversedOn, result.minor.toString()];
  await tx.query(CLAIM, [...head, transferId, reversalId, createdAt]);
  const rows = lines.map((line, ordinal) => ({
    ordinal,
    subject: line.subject,
    order_id: line.orderId,
    party_id: line.partyId,
    foreign_minor: line.carried.foreign.minor.toString(),
    foreign_currency: line.carried.foreign.currency,
    carried_minor: line.carried.value.minor.toString(),
    rate: line.rate?.toFixed() ?? null,
    rate_on: line.rateOn,
    valued_minor: line.valued?.minor.toString() ?? null,
    result_minor: line.result?.minor.toString() ?? null,
  }));
  if (rows.length > 0) await tx.query(INSERT_LINES, [tx.tenantId, id, JSON.stringify(rows)]);
}

export async function revaluationOf(
  view: View,
  by: { id: string } | { period: string },
): Promise<WholeRevaluation | null> {
  const [row] =
    'id' in by
      ? await view.query<RevaluationRow>(BY_ID, [view.tenantId, by.id])
      : await view.query<RevaluationRow>(BY_PERIOD, [view.tenantId, by.period]);
  if (row === undefined) return null;
  const lines = await view.query<LineRow>(LINES, [view.tenantId, row.id]);
  return { ...revaluationIn(row), lines: lines.map(lineIn) };
}

export function revaluationIn({ result_minor, ...row }: RevaluationRow): Revaluation {
  return { ...row, result: Money.ofMinor(BigInt(result_minor), HOME) };
}

function lineIn(row: LineRow): RevaluedBalance {
  const inHome = (minor: string | null): Money | null => (minor === null ? null : Money.ofMinor(BigInt(minor), HOME));
  return {
    subject: row.subject,
    orderId: row.order_id,
    partyId: row.party_id,
    carried: {
      foreign: Money.ofMinor(BigInt(row.foreign_minor), row.foreign_currency),
      value: Money.ofMinor(BigInt(row.carried_minor), HOME),
    },
    rate: row.rate === null ? null : new Decimal(row.rate),
    rateOn: row.rate_on,
    valued: inHome(row.valued_minor),
    result: inHome(row.result_minor),
  };
}
