import { type Tx, type View } from '../../platform/database/session.js';

/** A line of a list, and the item of the declaration that it went into. */
interface SummarisedLine {
  readonly invtNo: string;
  readonly gnum: number;
  readonly item: number;
}

/** What customs says that it made of an application. */
export interface ToldDeclaration {
  /** 汇总申请编号 */
  readonly sumNo: string;
  /** 汇总统一编号: one for each declaration. */
  readonly declSeqNo: string;
  /** 报关单编号; told later. */
  readonly entryId: string | null;
  readonly state: string;
  readonly grossWeight: string;
  readonly netWeight: string;
  readonly processedAt: Date;
  readonly lines: readonly SummarisedLine[];
}

/** Told again and again as it goes on. What was processed later is the truth; a number once given stays. */
const KEEP = `
  INSERT INTO customs.parcel_summary_declaration AS d (tenant_id, sum_no, decl_seq_no, entry_id, state, gross_weight, net_weight,
                                                       processed_at, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
  ON CONFLICT (tenant_id, sum_no, decl_seq_no) DO UPDATE
  SET entry_id = coalesce(d.entry_id, excluded.entry_id), updated_at = excluded.updated_at,
      state = CASE WHEN excluded.processed_at >= d.processed_at THEN excluded.state ELSE d.state END,
      gross_weight = CASE WHEN excluded.processed_at >= d.processed_at THEN excluded.gross_weight ELSE d.gross_weight END,
      net_weight = CASE WHEN excluded.processed_at >= d.processed_at THEN excluded.net_weight ELSE d.net_weight END,
      processed_at = greatest(d.processed_at, excluded.processed_at)`;
const KNOWN = `
  SELECT entry_id AS "entryId" FROM customs.parcel_summary_declaration
  WHERE tenant_id = $1 AND sum_no = $2 AND decl_seq_no = $3 FOR UPDATE`;
const KEEP_LINES = `
  INSERT INTO customs.parcel_summary_line (tenant_id, sum_no, decl_seq_no, invt_no, gnum, item)
  SELECT $1, $2, $3, l.* FROM unnest($4::text[], $5::int[], $6::int[]) AS l ON CONFLICT DO NOTHING`;

/** @returns whether its number at customs (报关单编号) was not known before */
export async function keepDeclaration(tx: Tx, told: ToldDeclaration): Promise<boolean> {
  const { sumNo, declSeqNo, entryId, state, grossWeight, netWeight, processedAt, lines } = told;
  const [known] = await tx.query<{ entryId: string | null }>(KNOWN, [tx.tenantId, sumNo, declSeqNo]);
  await tx.query(KEEP, [
    ...[tx.tenantId, sumNo, declSeqNo, entryId, state],
    ...[grossWeight, netWeight, processedAt, tx.now],
  ]);
  if (lines.length > 0) {
    await tx.query(KEEP_LINES, [
      ...[tx.tenantId, sumNo, declSeqNo],
      lines.map(({ invtNo }) => invtNo),
      lines.map(({ gnum }) => gnum),
      lines.map(({ item }) => item),
    ]);
  }
  return entryId !== null && (known?.entryId ?? null) === null;
}

export interface SummaryDeclarationRow {
  readonly sumNo: string;
  readonly declSeqNo: string;
  readonly entryId: string | null;
  readonly state: string;
  readonly grossWeight: string;
  readonly netWeight: string;
  readonly processedAt: Date;
  readonly filingId: string;
  readonly lists: number;
}

const OF_MONTH = `
  SELECT d.sum_no AS "sumNo", d.decl_seq_no AS "declSeqNo", d.entry_id AS "entryId", d.state, d.gross_weight AS "grossWeight",
         d.net_weight AS "netWeight", d.processed_at AS "processedAt", r.filing_id AS "filingId", r.parcels AS lists
  FROM customs.parcel_filing f
  JOIN customs.parcel_filing_record r ON r.tenant_id = $1 AND r.filing_id = f.id
  JOIN customs.parcel_summary_declaration d ON d.tenant_id = $1 AND d.sum_no = r.number
  WHERE f.tenant_id = $1 AND f.profile_id = $2 AND f.kind = 'summary' AND f.said ->> 'month' = $3
  ORDER BY d.created_at, d.sum_no, d.decl_seq_no`;

/** What the applications of a month became. */
export function declarationsOfMonth(view: View, profileId: string, month: string): Promise<SummaryDeclarationRow[]> {
  return view.query<SummaryDeclarationRow>(OF_MONTH, [view.tenantId, profileId, month]);
}
