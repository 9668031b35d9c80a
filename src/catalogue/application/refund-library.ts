import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { type Preamble } from '../../platform/database/unit-of-work.js';
import { type LibraryRate } from '../domain/refund-library.js';

/** As an issue of the library left it; without one, as the newest did. */
const CURRENT = 2_147_483_647;

const COLUMNS = `
  r.code, r.name, r.unit, r.vat_rates AS "vatRates", trim_scale(r.refund_rate)::text AS "refundRate",
  trim_scale(r.ad_valorem)::text AS "adValorem", trim_scale(r.specific_tax)::text AS "specificTax",
  r.special_flag AS "specialFlag", r.zero_meaning AS "zeroMeaning", r.valid_from::text AS "validFrom",
  r.valid_to::text AS "validTo", l.name || ' ' || l.issue AS version, l.source`;

/** Codes that the ones asked about begin with, by the key of the table; and those that begin with them, by its order. */
const rowsOf = (asked: string, columns = COLUMNS): string => `
  WITH asked AS (${asked}), found AS (
    SELECT r.code, r.valid_from, r.recorded_in FROM asked a CROSS JOIN generate_series(8, length(a.code)) AS n
    JOIN catalogue.refund_rate r ON r.code = left(a.code, n)
    UNION
    SELECT r.code, r.valid_from, r.recorded_in FROM asked a
    JOIN catalogue.refund_rate r ON r.code > a.code AND r.code < a.code || ':'
  )
  SELECT ${columns} FROM found JOIN catalogue.refund_rate r USING (code, valid_from, recorded_in)
  JOIN catalogue.refund_library l ON l.id = r.recorded_in
  WHERE r.recorded_in <= $1::integer AND (r.replaced_in IS NULL OR r.replaced_in > $1::integer)
  ORDER BY r.code, r.valid_from`;

const BY_CODES = rowsOf(`SELECT DISTINCT code COLLATE "C" AS code FROM unnest($2::text[]) AS code`);
const BY_GOODS = rowsOf(`
  SELECT code COLLATE "C" AS code FROM unnest($2::text[]) AS code
  UNION
  SELECT g.code COLLATE "C" FROM catalogue.product p
  JOIN catalogue.product_version v
    ON v.tenant_id = p.tenant_id AND v.product_id = p.id AND v.number = p.approved_version
  CROSS JOIN LATERAL unnest(ARRAY[v.hs_code::text, v.refund_code]) AS g (code)
  WHERE g.code IS NOT NULL AND p.tenant_id = $3 AND p.id = ANY($4::uuid[])`);

const ISSUE_COLUMNS = `id, name || ' ' || issue AS version, source, recorded_at AS "recordedAt"`;
const ISSUES = `SELECT ${ISSUE_COLUMNS} FROM catalogue.refund_library ORDER BY id DESC LIMIT $1`;
const ISSUE = `SELECT ${ISSUE_COLUMNS} FROM catalogue.refund_library WHERE id = $1`;

/** An issue of the library, as it was recorded. */
export interface LibraryIssue {
  readonly id: number;
  readonly version: string;
  readonly source: string;
  readonly recordedAt: Date;
}

/** The goods of an order: codes, and products that have codes. */
export interface GoodsAsked {
  readonly codes: readonly string[];
  readonly productIds: readonly string[];
}

/** What is on record of the official library of refund rates. */
@Injectable()
export class RefundLibrary {
  /** Everything about these codes, of all days, as an issue left it; without one as it stands. One statement. */
  rows(view: View, codes: readonly string[], issue = CURRENT): Promise<LibraryRate[]> {
    return view.query<LibraryRate>(BY_CODES, [issue, [...codes]]);
  }

  /** The same about the goods of an order, for a unit of work to ask before it starts. */
  question(tenantId: string, { codes, productIds }: GoodsAsked): Preamble {
    return { sql: BY_GOODS, values: [CURRENT, [...codes], tenantId, [...productIds]] };
  }

  /** The newest first. */
  issues(view: View, limit: number): Promise<LibraryIssue[]> {
    return view.query<LibraryIssue>(ISSUES, [limit]);
  }

  async issue(view: View, id: number): Promise<LibraryIssue | undefined> {
    const [found] = await view.query<LibraryIssue>(ISSUE, [id]);
    return found;
  }
}
