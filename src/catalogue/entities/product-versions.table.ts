import { type Tx, type View } from '../../platform/database/session.js';
import { type ProductContent } from '../domain/product.js';

/** A product as it was approved; it never changes. */
export interface ProductVersion extends ProductContent {
  readonly productId: string;
  readonly number: number;
  /** The elements as a declaration has them. */
  readonly declarationElements: string;
  /** Whose list of elements that was. */
  readonly elementsSource: string;
  /** The request that a second person approved; null where none was needed. */
  readonly approvalId: string | null;
  readonly approvedAt: Date;
}

const COLUMNS = `v.product_id AS "productId", v.number, v.hs_code AS "hsCode", v.goods_name AS "goodsName",
  v.goods_name_en AS "goodsNameEn", v.elements, v.declaration_elements AS "declarationElements",
  v.refund_code AS "refundCode", v.elements_source AS "elementsSource", v.approval_id AS "approvalId", v.approved_at AS "approvedAt"`;

const INSERT = `
  INSERT INTO catalogue.product_version (tenant_id, product_id, number, hs_code, goods_name, goods_name_en, elements,
    declaration_elements, elements_source, approval_id, approved_at, refund_code)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

const OF_PRODUCT = `
  SELECT ${COLUMNS} FROM catalogue.product_version v
  WHERE v.tenant_id = $1 AND v.product_id = $2 AND v.number < $3 ORDER BY v.number DESC LIMIT $4`;

export async function keepVersion(tx: Tx, version: ProductVersion): Promise<void> {
  const { productId, number, hsCode, goodsName, goodsNameEn, elements, refundCode } = version;
  const { declarationElements, elementsSource, approvalId, approvedAt } = version;
  await tx.query(INSERT, [
    ...[tx.tenantId, productId, number, hsCode, goodsName, goodsNameEn, JSON.stringify(elements)],
    ...[declarationElements, elementsSource, approvalId, approvedAt, refundCode],
  ]);
}

/** Newest first, those before this number. */
export function versionsOf(view: View, productId: string, before: number, limit: number): Promise<ProductVersion[]> {
  return view.query<ProductVersion>(OF_PRODUCT, [view.tenantId, productId, before, limit]);
}
