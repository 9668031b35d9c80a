import { type Tx } from '../../platform/database/session.js';
import { type RegisteredContract } from './registered-contract.entity.js';

const FREE = `DELETE FROM fx.contracted_order WHERE tenant_id = $1 AND contract_id = $2`;
const HOLD = `
  INSERT INTO fx.contracted_order (tenant_id, order_id, contract_id) SELECT $1, unnest($3::uuid[]), $2`;
const HOLDERS = `
  SELECT h.order_id AS "orderId", c.id, c.state
  FROM fx.contracted_order h JOIN fx.registered_contract c ON c.tenant_id = h.tenant_id AND c.id = h.contract_id
  WHERE h.tenant_id = $1 AND h.order_id = ANY($2::uuid[]) ORDER BY h.order_id`;

/** An open contract that an order is under. */
export interface Holder {
  readonly orderId: string;
  readonly id: string;
  readonly state: string;
}

/** Its orders are under it while it is open; of one that is closed or refused they are free for another. */
export async function holdOrders(tx: Tx, { id, orderIds, isOpen }: RegisteredContract): Promise<void> {
  await tx.query(FREE, [tx.tenantId, id]);
  if (isOpen) await tx.query(HOLD, [tx.tenantId, id, [...orderIds]]);
}

/** The open contracts of these orders, which are held. */
export function holdersOf(tx: Tx, orderIds: readonly string[]): Promise<Holder[]> {
  return tx.query<Holder>(HOLDERS, [tx.tenantId, [...orderIds]]);
}
