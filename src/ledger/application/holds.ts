import { newId } from '../../kernel/ids.js';
import { type Money } from '../../kernel/money.js';
import { type Tx } from '../../platform/database/session.js';
import { accountKind } from '../domain/chart.js';
import { accountFault, type AccountRef } from '../domain/entry.js';
import { HoldNotActiveError } from '../domain/ledger.errors.js';
import { SAY } from '../domain/ledger.sentences.js';
import { NO_PARTY, translated } from './transfers.js';

/** Money set aside: it stays in the account, and is not available for anything else. */
export interface NewHold {
  /** Unique in the tenant: the same key again holds nothing more. */
  readonly key: string;
  readonly account: AccountRef;
  /** Above zero. */
  readonly amount: Money;
  readonly orderId?: string | null;
  /** Holds of one group are settled or voided together. */
  readonly group?: string;
  /** After this instant of the tenant's clock the hold is voided. */
  readonly expiresAt?: Date | null;
}

/** One hold by its id, or all of a group. */
export type HoldRef = string | { readonly group: string };

const PLACE = `SELECT ledger.place_hold($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) AS id`;
const RESOLVE = `
  UPDATE ledger.hold SET state = $2, resolved_at = $3, transfer_key = $4, reason = $5
  WHERE tenant_id = $1 AND state = 'active' AND (id = $6 OR group_key = $7)`;
const LOOK = `
  SELECT state, transfer_key FROM ledger.hold
  WHERE tenant_id = $1 AND (id = $2 OR group_key = $3) ORDER BY id FOR NO KEY UPDATE`;

type Resolution =
  { readonly to: 'posted'; readonly transferKey: string } | { readonly to: 'voided'; readonly reason: string };

/**
 * @returns the hold's id; the earlier one's where the key was used before
 * @throws InsufficientFundsError when less than the amount is available
 */
export async function placeHold(tx: Tx, hold: NewHold): Promise<string> {
  const { key, account, amount, orderId, group, expiresAt } = hold;
  const fault = accountFault(account) ?? (accountKind(account.code).floored ? null : `${account.code} takes no holds`);
  if (fault !== null || amount.minor <= 0n) throw new Error(`Hold ${key}: ${fault ?? 'its amount is not above zero'}`);
  const [row] = await translated(() =>
    tx.query<{ id: string }>(PLACE, [
      tx.tenantId,
      newId(),
      key,
      account.code,
      account.partyId ?? NO_PARTY,
      amount.currency,
      amount.minor.toString(),
      orderId ?? null,
      group ?? null,
      expiresAt ?? null,
      tx.now,
    ]),
  );
  if (row === undefined) throw new Error(`Hold ${key} was not placed`);
  return row.id;
}

/**
 * Ends the hold, or all holds of the group, in one way. Doing it again the same way changes nothing.
 * @throws HoldNotActiveError when it ended in another way, or was never placed
 */
export async function resolveHolds(tx: Tx, ref: HoldRef, resolution: Resolution): Promise<void> {
  const [id, group] = typeof ref === 'string' ? [ref, null] : [null, ref.group];
  const transferKey = resolution.to === 'posted' ? resolution.transferKey : null;
  const reason = resolution.to === 'voided' ? resolution.reason : null;
  const holds = await tx.query<{ state: string; transfer_key: string | null }>(LOOK, [tx.tenantId, id, group]);
  const ended = holds.filter(({ state }) => state !== 'active');
  if (holds.length === 0 || ended.some((hold) => hold.state !== resolution.to || hold.transfer_key !== transferKey)) {
    throw new HoldNotActiveError(SAY.hold_ended, { state: ended[0]?.state ?? 'unknown' });
  }
  if (ended.length === holds.length) return;
  await tx.query(RESOLVE, [tx.tenantId, resolution.to, tx.now, transferKey, reason, id, group]);
}
