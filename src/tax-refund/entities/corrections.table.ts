import { Decimal } from '../../kernel/decimal.js';
import { newId } from '../../kernel/ids.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type CorrectableLine } from '../domain/correction.js';

interface LineRow {
  readonly declaration_line: string;
  readonly hs_code: string;
  readonly goods_name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly taxable_minor: string;
  readonly vat_rate: string;
  readonly refund_rate: string;
  readonly refund_minor: string;
  readonly non_refundable_minor: string;
  readonly bonded_minor: string;
  readonly consumption_tax_minor: string;
}

const CLAIMED = `
  SELECT l.declaration_line, l.hs_code, l.goods_name, l.quantity, l.unit, l.taxable_minor, l.vat_rate, l.refund_rate,
         l.refund_minor, l.non_refundable_minor, l.bonded_minor, l.consumption_tax_minor
  FROM tax_refund.claim c
  JOIN tax_refund.claim_line l ON l.tenant_id = c.tenant_id AND l.claim_id = c.id
  WHERE c.tenant_id = $1 AND (c.id = $2 OR (c.corrects_id = $2 AND c.state NOT IN ('rejected', 'abandoned') AND c.id IS DISTINCT FROM $3))
  ORDER BY c.corrects_id NULLS FIRST, c.id, l.line_number`;

/**
 * The lines of a claim, then those of its corrections that stand, the oldest first. The caller holds the claim.
 * @param without a correction that is left out
 */
export async function correctableLines(
  view: View,
  claimId: string,
  without: string | null = null,
): Promise<CorrectableLine[]> {
  const rows = await view.query<LineRow>(CLAIMED, [view.tenantId, claimId, without]);
  return rows.map((row) => ({
    declarationLine: row.declaration_line,
    hsCode: row.hs_code,
    goodsName: row.goods_name,
    quantity: new Decimal(row.quantity),
    unit: row.unit,
    taxable: Money.ofMinor(BigInt(row.taxable_minor), 'CNY'),
    vatRate: new Decimal(row.vat_rate),
    refundRate: new Decimal(row.refund_rate),
    refund: Money.ofMinor(BigInt(row.refund_minor), 'CNY'),
    nonRefundableVat: Money.ofMinor(BigInt(row.non_refundable_minor), 'CNY'),
    bonded: Money.ofMinor(BigInt(row.bonded_minor), 'CNY'),
    consumptionTax: Money.ofMinor(BigInt(row.consumption_tax_minor), 'CNY'),
  }));
}

const INSERT = `
  INSERT INTO tax_refund.claim_line (tenant_id, id, claim_id, line_number, declaration_line, released, hs_code, goods_name,
                                     quantity, unit, taxable_minor, vat_rate, refund_rate, refund_minor, non_refundable_minor,
                                     bonded_minor, consumption_tax_minor)
  SELECT $1, l.id, $2, l.line_number, l.declaration_line, true, l.hs_code, l.goods_name, l.quantity, l.unit, l.taxable_minor,
         l.vat_rate, l.refund_rate, l.refund_minor, l.non_refundable_minor, l.bonded_minor, l.consumption_tax_minor
  FROM jsonb_to_recordset($3::jsonb) AS l (
    id uuid, line_number int, declaration_line text, hs_code text, goods_name text, quantity numeric, unit text,
    taxable_minor bigint, vat_rate numeric, refund_rate numeric, refund_minor bigint, non_refundable_minor bigint,
    bonded_minor bigint, consumption_tax_minor bigint)`;

/** The lines of a correction hold no declared item and no invoice: the claim that they correct does. */
export async function insertCorrectionLines(tx: Tx, claimId: string, lines: readonly CorrectableLine[]): Promise<void> {
  const rows = lines.map((line, index) => ({
    id: newId(),
    line_number: index + 1,
    declaration_line: line.declarationLine,
    hs_code: line.hsCode,
    goods_name: line.goodsName,
    quantity: line.quantity.toFixed(),
    unit: line.unit,
    taxable_minor: line.taxable.minor.toString(),
    vat_rate: line.vatRate.toFixed(),
    refund_rate: line.refundRate.toFixed(),
    refund_minor: line.refund.minor.toString(),
    non_refundable_minor: line.nonRefundableVat.minor.toString(),
    bonded_minor: line.bonded.minor.toString(),
    consumption_tax_minor: line.consumptionTax.minor.toString(),
  }));
  await tx.query(INSERT, [tx.tenantId, claimId, JSON.stringify(rows)]);
}

export interface CorrectionRef {
  readonly id: string;
  readonly state: string;
}

/** The corrections of a claim, the oldest first. */
export function correctionsOf(view: View, claimId: string): Promise<CorrectionRef[]> {
  const sql = `SELECT id, state FROM tax_refund.claim WHERE tenant_id = $1 AND corrects_id = $2 ORDER BY id`;
  return view.query<CorrectionRef>(sql, [view.tenantId, claimId]);
}
