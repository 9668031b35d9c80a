import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type Covenant } from '../domain/lender/covenants.js';

export interface KeptCovenant extends Covenant {
  readonly createdAt: Date;
  readonly version: number;
}

export interface CovenantRow extends Omit<KeptCovenant, 'threshold'> {
  readonly threshold: string;
}

export const COVENANT_COLUMNS = `id, name, measure, threshold::text AS threshold, valid_from::text AS "validFrom", valid_to::text AS "validTo",
  created_at AS "createdAt", version`;
const ALL = `SELECT ${COVENANT_COLUMNS} FROM financing.lender_covenant WHERE tenant_id = $1 ORDER BY id LIMIT 1000`;
const FIND = `SELECT ${COVENANT_COLUMNS} FROM financing.lender_covenant WHERE tenant_id = $1 AND id = $2`;
const ADD = `
  INSERT INTO financing.lender_covenant (tenant_id, id, name, measure, threshold, valid_from, valid_to, created_at, updated_at, version)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, 1)`;
const END = `
  UPDATE financing.lender_covenant SET valid_to = $3, version = version + 1, updated_at = $4 WHERE tenant_id = $1 AND id = $2`;

export async function allCovenants(view: View): Promise<KeptCovenant[]> {
  return (await view.query<CovenantRow>(ALL, [view.tenantId])).map(covenantIn);
}

export async function findCovenant(view: View, id: string): Promise<KeptCovenant | null> {
  const [row] = await view.query<CovenantRow>(FIND, [view.tenantId, id]);
  return row === undefined ? null : covenantIn(row);
}

/** As `findCovenant`, held until the transaction ends. */
export async function holdCovenant(tx: Tx, id: string): Promise<KeptCovenant | null> {
  const [row] = await tx.query<CovenantRow>(`${FIND} FOR UPDATE`, [tx.tenantId, id]);
  return row === undefined ? null : covenantIn(row);
}

export async function addCovenant(tx: Tx, covenant: Covenant): Promise<void> {
  const { id, name, measure, threshold, validFrom, validTo } = covenant;
  await tx.query(ADD, [tx.tenantId, id, name, measure, threshold.toFixed(), validFrom, validTo, tx.now]);
}

export async function endCovenant(tx: Tx, id: string, validTo: LocalDate): Promise<void> {
  await tx.query(END, [tx.tenantId, id, validTo, tx.now]);
}

export function covenantIn(row: CovenantRow): KeptCovenant {
  return { ...row, threshold: new Decimal(row.threshold) };
}
