import { type Tx, type View } from '../../platform/database/session.js';

export interface MandatePolicy {
  readonly isRequired: boolean;
  /** False where the law alone decides: of live tenants. */
  readonly isSettable: boolean;
}

const READ = `
  SELECT t.livemode OR coalesce(p.is_required, false) AS "isRequired", NOT t.livemode AS "isSettable"
  FROM platform.tenant t LEFT JOIN customs.broker_mandate_policy p ON p.tenant_id = t.id WHERE t.id = $1`;

const SET = `
  INSERT INTO customs.broker_mandate_policy (tenant_id, is_required, updated_at) VALUES ($1, $2, $3)
  ON CONFLICT (tenant_id) DO UPDATE SET is_required = excluded.is_required, updated_at = excluded.updated_at`;

export async function readMandatePolicy(view: View): Promise<MandatePolicy> {
  const [policy] = await view.query<MandatePolicy>(READ, [view.tenantId]);
  if (policy === undefined) throw new Error(`There is no tenant ${view.tenantId}`);
  return policy;
}

export async function setMandatePolicy(tx: Tx, isRequired: boolean): Promise<void> {
  await tx.query(SET, [tx.tenantId, isRequired, tx.now]);
}
