import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type Product } from '../domain/product.js';

export interface Limit {
  readonly sellerId: string;
  readonly product: string;
  readonly limit: Money;
  /** Asked for, not yet paid out. */
  readonly reserved: Money;
  /** Paid out, not yet repaid. */
  readonly used: Money;
  readonly free: Money;
}

interface LimitRow {
  readonly seller_id: string;
  readonly product: string;
  readonly currency: string;
  readonly limit_minor: string;
  readonly reserved_minor: string;
  readonly used_minor: string;
}

const COLUMNS = 'seller_id, product, currency, limit_minor, reserved_minor, used_minor';

/** Opens the client's limit at the product's default, and holds it: two applications cannot both take what is left. */
const HOLD = `
  INSERT INTO financing.client_limit AS l (tenant_id, seller_id, product, currency, limit_minor) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (tenant_id, seller_id, product) DO UPDATE SET limit_minor = l.limit_minor
  RETURNING ${COLUMNS}`;

const MOVE = `
  UPDATE financing.client_limit SET reserved_minor = reserved_minor + $4, used_minor = used_minor + $5
  WHERE tenant_id = $1 AND seller_id = $2 AND product = $3`;

const LIST = `SELECT ${COLUMNS} FROM financing.client_limit WHERE tenant_id = $1 ORDER BY seller_id, product LIMIT 100`;

export async function holdLimit(tx: Tx, sellerId: string, product: Product): Promise<Limit> {
  const { minor, currency } = Money.parse(product.clientLimit, product.currency);
  const [row] = await tx.query<LimitRow>(HOLD, [tx.tenantId, sellerId, product.code, currency, minor.toString()]);
  if (row === undefined) throw new Error('The limit was not opened');
  return toLimit(row);
}

/** Reserves on application, uses on draw, restores on repayment: what moves is given with its sign. */
export async function moveLimit(
  tx: Tx,
  { sellerId, product }: { readonly sellerId: string; readonly product: string },
  { reserved = 0n, used = 0n }: { readonly reserved?: bigint; readonly used?: bigint },
): Promise<void> {
  await tx.query(MOVE, [tx.tenantId, sellerId, product, reserved.toString(), used.toString()]);
}

export async function listLimits(view: View): Promise<Limit[]> {
  return (await view.query<LimitRow>(LIST, [view.tenantId])).map(toLimit);
}

function toLimit(row: LimitRow): Limit {
  const money = (minor: string): Money => Money.ofMinor(BigInt(minor), row.currency);
  const [limit, reserved, used] = [money(row.limit_minor), money(row.reserved_minor), money(row.used_minor)];
  return {
    sellerId: row.seller_id,
    product: row.product,
    limit,
    reserved,
    used,
    free: limit.minus(reserved).minus(used),
  };
}
