import { type Tx } from '../../platform/database/session.js';
import { type ItemResult } from '../domain/match-book.js';

const TAKE = `
  INSERT INTO tax_refund.match_voucher_take (tenant_id, run_id, item_no, ordinal, voucher_no, seq, quantity, taxable_minor,
                                             tax_minor, left_quantity, left_taxable_minor, left_tax_minor)
  SELECT $1, $2, t.* FROM jsonb_to_recordset($3::jsonb) AS t (item bigint, ordinal smallint, voucher bigint, seq integer,
    quantity numeric, taxable bigint, tax bigint, "leftQuantity" numeric, "leftTaxable" bigint, "leftTax" bigint)`;

/** What an item takes of a paper of consumption tax, as it is noted. Money in fen. */
export interface VoucherTakeRow {
  readonly item: string;
  readonly ordinal: number;
  readonly voucher: string;
  readonly seq: number;
  readonly quantity: string;
  readonly taxable: string;
  readonly tax: string;
  readonly leftQuantity: string;
  readonly leftTaxable: string;
  readonly leftTax: string;
}

export function voucherTakesOf({ item, tax }: ItemResult): VoucherTakeRow[] {
  return (tax?.takes ?? []).map((take) => ({
    item: item.no,
    ordinal: take.ordinal,
    voucher: take.voucher.id,
    seq: take.seq,
    quantity: take.quantity.toFixed(),
    taxable: take.taxable.minor.toString(),
    tax: take.tax.minor.toString(),
    leftQuantity: take.left.quantity.toFixed(),
    leftTaxable: take.left.taxable.minor.toString(),
    leftTax: take.left.tax.minor.toString(),
  }));
}

/** Notes what is taken of papers, for ever. The database refuses a take that another one has come before (`uq_match_voucher_take_voucher`). */
export async function insertVoucherTakes(tx: Tx, runId: string, takes: readonly VoucherTakeRow[]): Promise<void> {
  if (takes.length > 0) await tx.query(TAKE, [tx.tenantId, runId, JSON.stringify(takes)]);
}
