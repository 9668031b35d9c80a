import { type Currency } from '../../kernel/currency.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { MARGIN_STATES, type MarginState } from '../domain/stock/margin-state.js';

/** Margin that a bank called for a forward. */
export interface CalledMargin {
  readonly id: string;
  readonly forwardId: string;
  readonly sellerId: string;
  readonly amount: Money;
  readonly calledOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly state: MarginState;
}

interface MarginRow {
  readonly id: string;
  readonly sellerId: string;
  readonly minor: string;
  readonly currency: Currency;
  readonly calledOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly state: MarginState;
}

/** Events arrive in any order: a state is never followed by one that comes before it in life. */
const LEARN = `
  INSERT INTO financing.called_margin (tenant_id, id, forward_id, seller_id, amount_minor, amount_currency, called_on, due_on, state,
                                       updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (tenant_id, id) DO UPDATE SET state = EXCLUDED.state, updated_at = EXCLUDED.updated_at
  WHERE array_position($11::text[], financing.called_margin.state) < array_position($11::text[], EXCLUDED.state)`;
const OF_FORWARD = `
  SELECT id, seller_id AS "sellerId", amount_minor::text AS minor, amount_currency AS currency, called_on::text AS "calledOn",
         due_on::text AS "dueOn", state
  FROM financing.called_margin WHERE tenant_id = $1 AND forward_id = $2 ORDER BY id LIMIT 1000`;

const ASKED = `
  SELECT coalesce(sum(principal_minor), 0)::text AS asked FROM financing.advance
  WHERE tenant_id = $1 AND subject_kind = 'forward' AND subject_id = $2 AND state IN ('awaiting_approval', 'requested')
    AND id IS DISTINCT FROM $3::uuid`;

/** What FX tells of a call. */
export async function learnMargin(
  tx: Tx,
  { id, forwardId, sellerId, amount, calledOn, dueOn, state }: CalledMargin,
): Promise<void> {
  const facts = [id, forwardId, sellerId, amount.minor.toString(), amount.currency, calledOn, dueOn, state];
  await tx.query(LEARN, [tx.tenantId, ...facts, tx.now, MARGIN_STATES]);
}

/** Every call of one forward. */
export async function marginsOf(view: View, forwardId: string): Promise<CalledMargin[]> {
  const rows = await view.query<MarginRow>(OF_FORWARD, [view.tenantId, forwardId]);
  return rows.map(({ minor, currency, ...rest }) => ({
    ...{ ...rest, forwardId },
    amount: Money.ofMinor(BigInt(minor), currency),
  }));
}

/** What is asked for on the margin of a forward, and not paid out yet, in minor units. @param except the loan that is decided on */
export async function askedOnForward(view: View, forwardId: string, except: string | null): Promise<bigint> {
  const [row] = await view.query<{ asked: string }>(ASKED, [view.tenantId, forwardId, except]);
  return BigInt(row?.asked ?? '0');
}
