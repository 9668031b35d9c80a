import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type Demand } from '../domain/bureau-news.js';

/** `paying`: ordered from the bank, which may still carry it out. */
export const CLAWBACK_STATES = ['owed', 'paying', 'repaid', 'set_off'] as const;
type ClawbackState = (typeof CLAWBACK_STATES)[number];

/** What the bureau wants back of a claim that it paid; money in CNY. */
export interface Clawback {
  readonly claimId: string;
  /** Counts from 1 within the claim. */
  readonly number: number;
  /** Of the bureau's notice. */
  readonly letter: string;
  readonly state: ClawbackState;
  readonly amount: Money;
  readonly reason: string;
  readonly dueOn: LocalDate;
  readonly settledOn: LocalDate | null;
  readonly bankReference: string | null;
  /** The claim from whose payment it was kept. */
  readonly setOffBy: string | null;
  /** Why the last order to pay it came to nothing. */
  readonly refusal: string | null;
}

export type Settlement =
  | { readonly state: 'repaid'; readonly on: LocalDate; readonly bankReference: string }
  | { readonly state: 'set_off'; readonly on: LocalDate; readonly setOffBy: string };

type Row = Omit<Clawback, 'amount'> & { readonly minor: string };

const COLUMNS = `claim_id AS "claimId", number, letter, state, amount_minor::text AS minor, reason, due_on::text AS "dueOn",
  settled_on::text AS "settledOn", bank_reference AS "bankReference", set_off_by AS "setOffBy", refusal`;

const INSERT = `
  INSERT INTO tax_refund.clawback (tenant_id, claim_id, number, letter, state, amount_minor, reason, due_on, created_at)
  SELECT $1, $2, count(*) + 1, $3, 'owed', $4, $5, $6, $7 FROM tax_refund.clawback WHERE tenant_id = $1 AND claim_id = $2`;

/** The caller holds the claim. */
export async function insertClawback(
  tx: Tx,
  claimId: string,
  { letter, amount, reason, dueOn }: Demand,
): Promise<void> {
  await tx.query(INSERT, [tx.tenantId, claimId, letter, amount.minor.toString(), reason, dueOn, tx.now]);
}

export async function clawbacksOf(view: View, claimId: string): Promise<Clawback[]> {
  const sql = `SELECT ${COLUMNS} FROM tax_refund.clawback WHERE tenant_id = $1 AND claim_id = $2 ORDER BY number`;
  return (await view.query<Row>(sql, [view.tenantId, claimId])).map(clawbackOf);
}

export async function clawbackByLetter(view: View, letter: string): Promise<Clawback | null> {
  const sql = `SELECT ${COLUMNS} FROM tax_refund.clawback WHERE tenant_id = $1 AND letter = $2`;
  const [row] = await view.query<Row>(sql, [view.tenantId, letter]);
  return row === undefined ? null : clawbackOf(row);
}

const SETTLE = `
  UPDATE tax_refund.clawback SET state = $4, settled_on = $5, bank_reference = $6, set_off_by = $7, refusal = NULL
  WHERE tenant_id = $1 AND claim_id = $2 AND number = $3 AND state IN ('owed', 'paying')`;

/** The caller holds the claim. */
export async function settleClawback(tx: Tx, { claimId, number }: Clawback, settlement: Settlement): Promise<void> {
  const { state, on } = settlement;
  const bankReference = state === 'repaid' ? settlement.bankReference : null;
  const setOffBy = state === 'set_off' ? settlement.setOffBy : null;
  await tx.query(SETTLE, [tx.tenantId, claimId, number, state, on, bankReference, setOffBy]);
}

const MOVE = `
  UPDATE tax_refund.clawback SET state = $4, refusal = $5 WHERE tenant_id = $1 AND claim_id = $2 AND number = $3`;

/** It is ordered from the bank, or was refused there. The caller holds the claim. */
export async function moveClawback(
  tx: Tx,
  { claimId, number }: Clawback,
  state: 'owed' | 'paying',
  refusal: string | null,
): Promise<void> {
  await tx.query(MOVE, [tx.tenantId, claimId, number, state, refusal]);
}

function clawbackOf({ minor, ...row }: Row): Clawback {
  return { ...row, amount: Money.ofMinor(BigInt(minor), 'CNY') };
}
