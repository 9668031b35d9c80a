import { type Explained } from '../../kernel/calculation.js';
import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type SqlValue } from '../../platform/database/sql-value.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { HOME } from '../domain/conversions/price-quote.js';
import { type Carried } from '../domain/results/carrying.js';

export const MOVEMENT_KINDS = ['advance', 'recognised', 'taken_out', 'realised'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** One change of what an order’s foreign currency stands at in CNY. Never changed. */
export interface CarryingMovement {
  readonly id: string;
  readonly orderId: string;
  readonly partyId: string;
  readonly kind: MovementKind;
  /** The exchange that took it, where it is realised. */
  readonly conversionId: string | null;
  readonly occurredOn: LocalDate;
  /** Signed. */
  readonly foreign: Money;
  readonly value: Money;
  readonly brought: Money | null;
  readonly result: Money | null;
  /** CNY for one unit; null where it left at its average. */
  readonly rate: Decimal | null;
  readonly rateAsOf: Date | null;
  readonly explanation: Explained;
  readonly transferId: string | null;
  readonly createdAt: Date;
}

export interface MovementRow {
  readonly id: string;
  readonly order_id: string;
  readonly party_id: string;
  readonly kind: MovementKind;
  readonly conversion_id: string | null;
  readonly occurred_on: LocalDate;
  readonly foreign_minor: string;
  readonly foreign_currency: string;
  readonly value_minor: string;
  readonly brought_minor: string | null;
  readonly result_minor: string | null;
  readonly rate: string | null;
  readonly rate_as_of: Date | null;
  readonly explanation: Explained;
  readonly transfer_id: string | null;
  readonly created_at: Date;
}

export const MOVEMENT_COLUMNS = `
  id, order_id, party_id, kind, conversion_id, occurred_on::text AS occurred_on, foreign_minor, foreign_currency, value_minor,
  brought_minor, result_minor, rate, rate_as_of, explanation, transfer_id, created_at`;

const INSERT = `
  INSERT INTO fx.carrying_movement (tenant_id, id, order_id, party_id, kind, conversion_id, occurred_on, foreign_minor,
    foreign_currency, value_minor, brought_minor, result_minor, rate, rate_as_of, explanation, transfer_id, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`;

const STANDING = `
  SELECT coalesce(sum(foreign_minor), 0)::text AS foreign_minor, coalesce(sum(value_minor), 0)::text AS value_minor,
         coalesce(sum(foreign_minor) FILTER (WHERE kind <> 'realised'), 0)::text AS in_minor
  FROM fx.carrying_movement WHERE tenant_id = $1 AND order_id = $2`;

const STANDING_BY_ORDER = `
  SELECT order_id AS "orderId", party_id AS "partyId", foreign_currency, sum(foreign_minor)::text AS foreign_minor,
         sum(value_minor)::text AS value_minor
  FROM fx.carrying_movement WHERE tenant_id = $1 AND occurred_on <= $2
  GROUP BY order_id, party_id, foreign_currency HAVING sum(foreign_minor) <> 0 OR sum(value_minor) <> 0
  ORDER BY order_id`;

export interface OrderStanding {
  readonly orderId: string;
  readonly partyId: string;
  readonly carried: Carried;
}

/** What an order’s money stands at, and how much came in before its exchanges were taken out. */
export async function standingOf(
  view: View,
  orderId: string,
  currency: string,
): Promise<{ readonly carried: Carried; readonly takenIn: Money }> {
  const [row] = await view.query<{ foreign_minor: string; value_minor: string; in_minor: string }>(STANDING, [
    view.tenantId,
    orderId,
  ]);
  return {
    carried: {
      foreign: Money.ofMinor(BigInt(row?.foreign_minor ?? 0), currency),
      value: Money.ofMinor(BigInt(row?.value_minor ?? 0), HOME),
    },
    takenIn: Money.ofMinor(BigInt(row?.in_minor ?? 0), currency),
  };
}

/** Every order with something left, as things stood at the end of a day. */
export async function standingsAt(view: View, day: LocalDate): Promise<OrderStanding[]> {
  interface Standing {
    readonly orderId: string;
    readonly partyId: string;
    readonly foreign_currency: string;
    readonly foreign_minor: string;
    readonly value_minor: string;
  }
  const rows = await view.query<Standing>(STANDING_BY_ORDER, [view.tenantId, day]);
  return rows.map(({ orderId, partyId, foreign_currency, foreign_minor, value_minor }) => ({
    orderId,
    partyId,
    carried: {
      foreign: Money.ofMinor(BigInt(foreign_minor), foreign_currency),
      value: Money.ofMinor(BigInt(value_minor), HOME),
    },
  }));
}

export async function insertMovement(tx: Tx, movement: CarryingMovement): Promise<void> {
  const { foreign, value, brought, result, rate, explanation } = movement;
  const values: SqlValue[] = [
    tx.tenantId,
    movement.id,
    movement.orderId,
    movement.partyId,
    movement.kind,
    movement.conversionId,
    movement.occurredOn,
    foreign.minor.toString(),
    foreign.currency,
    value.minor.toString(),
    brought?.minor.toString() ?? null,
    result?.minor.toString() ?? null,
    rate?.toFixed() ?? null,
    movement.rateAsOf,
    JSON.stringify(explanation),
    movement.transferId,
    movement.createdAt,
  ];
  await tx.query(INSERT, values);
}

export function movementOf(row: MovementRow): CarryingMovement {
  const inHome = (minor: string | null): Money | null => (minor === null ? null : Money.ofMinor(BigInt(minor), HOME));
  return {
    id: row.id,
    orderId: row.order_id,
    partyId: row.party_id,
    kind: row.kind,
    conversionId: row.conversion_id,
    occurredOn: row.occurred_on,
    foreign: Money.ofMinor(BigInt(row.foreign_minor), row.foreign_currency),
    value: Money.ofMinor(BigInt(row.value_minor), HOME),
    brought: inHome(row.brought_minor),
    result: inHome(row.result_minor),
    rate: row.rate === null ? null : new Decimal(row.rate),
    rateAsOf: row.rate_as_of,
    explanation: row.explanation,
    transferId: row.transfer_id,
    createdAt: row.created_at,
  };
}
