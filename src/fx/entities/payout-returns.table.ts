import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';

export interface PayoutReturn {
  readonly payoutId: string;
  readonly attempt: number;
  readonly accountId: string;
  readonly bankReference: string;
  readonly amount: Money;
  readonly reasonCode: string | null;
  readonly bookedOn: LocalDate;
}

const INSERT = `
  INSERT INTO fx.payout_return (tenant_id, payout_id, attempt, account_id, bank_reference, amount_minor, currency, reason_code,
                                booked_on, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const OF_PAYOUT = `
  SELECT attempt, bank_reference AS "bankReference" FROM fx.payout_return WHERE tenant_id = $1 AND payout_id = $2`;

export async function insertReturn(tx: Tx, back: PayoutReturn): Promise<void> {
  const { payoutId, attempt, accountId, bankReference, amount, reasonCode, bookedOn } = back;
  const money = [amount.minor.toString(), amount.currency];
  const values = [tx.tenantId, payoutId, attempt, accountId, bankReference, ...money, reasonCode, bookedOn, tx.now];
  await tx.query(INSERT, values);
}

/** Each time that it came back. */
export function returnsOf(
  view: View,
  payoutId: string,
): Promise<{ readonly attempt: number; readonly bankReference: string }[]> {
  return view.query(OF_PAYOUT, [view.tenantId, payoutId]);
}
