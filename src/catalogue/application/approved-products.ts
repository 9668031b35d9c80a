import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { type Preamble } from '../../platform/database/unit-of-work.js';

/** A product as it was approved last; null in place of what there is not yet. */
export interface ApprovedProduct {
  readonly id: string;
  readonly reference: string;
  readonly approved: {
    readonly version: number;
    readonly hsCode: string;
    readonly goodsName: string;
    readonly goodsNameEn: string;
    /** As a declaration has them, joined with `|`. */
    readonly declarationElements: string;
    /** Which goods of the refund library it is of, where a person chose; else null. */
    readonly refundCode: string | null;
  } | null;
}

const BY_IDS = `
  SELECT p.id, p.reference, CASE WHEN v.number IS NOT NULL THEN
           jsonb_build_object('version', v.number, 'hsCode', v.hs_code, 'goodsName', v.goods_name,
                              'goodsNameEn', v.goods_name_en, 'declarationElements', v.declaration_elements,
                              'refundCode', v.refund_code) END AS approved
  FROM catalogue.product p
  LEFT JOIN catalogue.product_version v
    ON v.tenant_id = p.tenant_id AND v.product_id = p.id AND v.number = p.approved_version
  WHERE p.tenant_id = $1 AND p.id = ANY($2::uuid[])`;

/** What other modules may ask about the tenant's products. */
@Injectable()
export class ApprovedProducts {
  /** The question that `byIds` asks, for a unit of work to send before it starts; its rows are ApprovedProduct. */
  question(tenantId: string, ids: readonly string[]): Preamble {
    return { sql: BY_IDS, values: [tenantId, ids] };
  }

  byIds(view: View, ids: readonly string[]): Promise<ApprovedProduct[]> {
    return view.query<ApprovedProduct>(BY_IDS, [view.tenantId, ids]);
  }
}
