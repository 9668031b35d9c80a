import { newId } from '../../kernel/ids.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type SmallSellerStatus } from '../domain/safe/small-seller-status.js';

/** What a seller received from abroad in a calendar year. */
export interface SmallSellerYear {
  readonly id: string;
  readonly partyId: string;
  readonly year: number;
  /** USD, cents. */
  readonly totalMinor: string;
  /** Receipts in currencies for which no price was known. */
  readonly leftOut: number;
  readonly status: SmallSellerStatus['status'];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const SELLER_YEAR = `
  id, party_id AS "partyId", year, total_minor::text AS "totalMinor", left_out AS "leftOut", status,
  created_at AS "createdAt", updated_at AS "updatedAt"`;
const ADD = `
  INSERT INTO fx.small_seller_year AS y (tenant_id, id, party_id, year, total_minor, left_out, status, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, 'exempt', $7, $7)
  ON CONFLICT (tenant_id, party_id, year) DO UPDATE SET total_minor = y.total_minor + excluded.total_minor,
    left_out = y.left_out + excluded.left_out, updated_at = excluded.updated_at
  RETURNING ${SELLER_YEAR}`;
const SET_STATUS = `UPDATE fx.small_seller_year SET status = $3 WHERE tenant_id = $1 AND id = $2`;
const OF_YEAR = `
  SELECT ${SELLER_YEAR} FROM fx.small_seller_year WHERE tenant_id = $1 AND party_id = $2 AND year = $3`;

/** @param cents null where no price is known */
export async function addToYear(tx: Tx, partyId: string, year: number, cents: bigint | null): Promise<SmallSellerYear> {
  const leftOut = cents === null ? 1 : 0;
  const values = [tx.tenantId, newId(), partyId, year, (cents ?? 0n).toString(), leftOut, tx.now];
  const [row] = await tx.query<SmallSellerYear>(ADD, values);
  if (row === undefined) throw new Error(`Year ${year} of ${partyId} was not kept`);
  return row;
}

export async function setYearStatus(tx: Tx, id: string, status: SmallSellerYear['status']): Promise<void> {
  await tx.query(SET_STATUS, [tx.tenantId, id, status]);
}

export async function sellerYear(view: View, partyId: string, year: number): Promise<SmallSellerYear | null> {
  const [row] = await view.query<SmallSellerYear>(OF_YEAR, [view.tenantId, partyId, year]);
  return row ?? null;
}
