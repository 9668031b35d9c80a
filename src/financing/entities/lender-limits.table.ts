import { type Tx, type View } from '../../platform/database/session.js';

/** What a lender lends within: in all to a tenant's clients, or to one client by one product. Never what others lend. */
export interface LenderLimit {
  readonly id: string;
  readonly level: 'lender' | 'product';
  readonly sellerId: string | null;
  /** The lender's own code, or the product's. */
  readonly code: string;
  readonly currency: string;
  readonly limitMinor: string;
}

const COLUMNS = `id, level, code, currency, limit_minor::text AS "limitMinor"`;
const OF_CLIENT = `
  SELECT ${COLUMNS}, subject_id AS "sellerId" FROM financing.credit_limit
  WHERE tenant_id = $1 AND limit_minor IS NOT NULL
    AND (level = 'lender' AND code = $2 OR level = 'product' AND subject_id = ANY($3) AND code = ANY($4))`;
const BRING = `
  INSERT INTO financing.lender_limit (tenant_id, id, consent_id, level, seller_id, code, currency, limit_minor, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (tenant_id, id, consent_id) DO UPDATE SET limit_minor = EXCLUDED.limit_minor, updated_at = EXCLUDED.updated_at`;
/** Of consents that hold: who revoked one promises nothing more. */
const LIST = `
  SELECT ${COLUMNS}, seller_id AS "sellerId", consent_id AS "consentId" FROM financing.lender_limit l
  WHERE tenant_id = $1
    AND EXISTS (SELECT FROM financing.lender_consent c WHERE c.lender_id = $1 AND c.id = l.consent_id AND c.state = 'active')
  ORDER BY id`;

/** In a view of the client's tenant: those that concern these loans of the lender. */
export function limitsOfClient(
  view: View,
  lender: string,
  loans: readonly { readonly sellerId: string; readonly product: string }[],
): Promise<LenderLimit[]> {
  const sellers = [...new Set(loans.map(({ sellerId }) => sellerId))];
  const products = [...new Set(loans.map(({ product }) => product))];
  return view.query<LenderLimit>(OF_CLIENT, [view.tenantId, lender, sellers, products]);
}

export async function bringLimits(tx: Tx, consentId: string, limits: readonly LenderLimit[]): Promise<void> {
  for (const { id, level, sellerId, code, currency, limitMinor } of limits) {
    await tx.query(BRING, [tx.tenantId, id, consentId, level, sellerId, code, currency, limitMinor, tx.now]);
  }
}

/** In the lender's own tenant. */
export function lenderLimits(view: View): Promise<(LenderLimit & { readonly consentId: string })[]> {
  return view.query(LIST, [view.tenantId]);
}
