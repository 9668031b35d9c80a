import { publicId } from '../../kernel/ids.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type PayoutPolicy, USUAL_POLICY } from '../domain/payouts/payout-schedule.js';
import { type Creditor } from './payout.entity.js';

/** One payment of a batch, as the message tells it: it does not change with the payout. */
export interface PayoutBatchItem {
  readonly payoutId: string;
  readonly attempt: number;
  readonly endToEndId: string;
  readonly amount: Money;
  readonly creditor: Creditor;
  readonly remittance: string;
}

interface ItemRow {
  readonly payoutId: string;
  readonly attempt: number;
  readonly minor: string;
  readonly currency: string;
  readonly creditor: Creditor;
  readonly remittance: string;
}

const READ_POLICY = `
  SELECT mode, cut_off AS "cutOff", batch_max AS "batchMax", batch_booking AS "batchBooking"
  FROM fx.payout_policy WHERE tenant_id = $1`;
const SET_POLICY = `
  INSERT INTO fx.payout_policy (tenant_id, mode, cut_off, batch_max, batch_booking, updated_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (tenant_id) DO UPDATE SET mode = excluded.mode, cut_off = excluded.cut_off, batch_max = excluded.batch_max,
    batch_booking = excluded.batch_booking, updated_at = excluded.updated_at`;
const OPEN = `
  INSERT INTO fx.payout_batch (tenant_id, id, party_id, currency, execution_on, batch_booking, payments_max, payments,
                               total_minor, state, closes_at, version, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0, 'open', $8, 1, $9, $9)
  ON CONFLICT (tenant_id, party_id, currency, execution_on) WHERE state = 'open' DO NOTHING RETURNING id`;
const ADD = `
  INSERT INTO fx.payout_batch_item (tenant_id, batch_id, ordinal, payout_id, attempt, amount_minor, currency, creditor, remittance)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const ITEMS = `
  SELECT payout_id AS "payoutId", attempt, amount_minor::text AS minor, currency, creditor, remittance
  FROM fx.payout_batch_item WHERE tenant_id = $1 AND batch_id = $2 ORDER BY ordinal`;
const ITEMS_NAMED = `
  SELECT batch_id AS "batchId", payout_id AS "payoutId", attempt FROM fx.payout_batch_item
  WHERE tenant_id = $1 AND batch_id = ANY($2::uuid[]) ORDER BY batch_id, ordinal`;

export async function readPayoutPolicy(view: View): Promise<PayoutPolicy> {
  return (await view.query<PayoutPolicy>(READ_POLICY, [view.tenantId]))[0] ?? USUAL_POLICY;
}

export async function setPayoutPolicy(tx: Tx, { mode, cutOff, batchMax, batchBooking }: PayoutPolicy): Promise<void> {
  await tx.query(SET_POLICY, [tx.tenantId, mode, cutOff, batchMax, batchBooking, tx.now]);
}

/** @returns whether it was opened now; else another one is open */
export async function openBatch(
  tx: Tx,
  batch: {
    readonly id: string;
    readonly partyId: string;
    readonly currency: string;
    readonly executionOn: LocalDate;
    readonly batchBooking: boolean;
    readonly paymentsMax: number;
    readonly closesAt: Date;
  },
): Promise<boolean> {
  const { id, partyId, currency, executionOn, batchBooking, paymentsMax, closesAt } = batch;
  const values = [tx.tenantId, id, partyId, currency, executionOn, batchBooking, paymentsMax, closesAt, tx.now];
  return (await tx.query(OPEN, values)).length > 0;
}

export async function addItem(
  tx: Tx,
  batchId: string,
  ordinal: number,
  { payoutId, attempt, amount, creditor, remittance }: Omit<PayoutBatchItem, 'endToEndId'>,
): Promise<void> {
  const money = [amount.minor.toString(), amount.currency];
  const values = [tx.tenantId, batchId, ordinal, payoutId, attempt, ...money, JSON.stringify(creditor), remittance];
  await tx.query(ADD, values);
}

export async function itemsOf(view: View, batchId: string): Promise<PayoutBatchItem[]> {
  const rows = await view.query<ItemRow>(ITEMS, [view.tenantId, batchId]);
  return rows.map(({ payoutId, attempt, minor, currency, creditor, remittance }) => ({
    ...{ payoutId, attempt, creditor, remittance },
    endToEndId: `${publicId('payout', payoutId)}-${attempt}`,
    amount: Money.ofMinor(BigInt(minor), currency),
  }));
}

/** End-to-end ids of the payments of batches, by batch. */
export async function endToEndIdsOf(
  view: View,
  batchIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (batchIds.length === 0) return new Map();
  const rows = await view.query<{ batchId: string; payoutId: string; attempt: number }>(ITEMS_NAMED, [
    view.tenantId,
    batchIds,
  ]);
  const named = Map.groupBy(rows, ({ batchId }) => batchId);
  return new Map(
    [...named].map(([batchId, items]) => [
      batchId,
      items.map(({ payoutId, attempt }) => `${publicId('payout', payoutId)}-${attempt}`),
    ]),
  );
}
