import { Money } from '../../kernel/money.js';
import { type OrderReceipt } from './collection-news.js';
import { type TableRecord } from './declaration-table-columns.js';
import { type DeclaredLine } from './declaration-tables.js';
import { type Regime } from './regime.js';

/** A claim with the receipts that its order was paid by, as they stand. */
export interface CollectedClaim {
  readonly regime: Regime;
  /** `YYYYMM`. */
  readonly period: string;
  /** 申报批次. */
  readonly batch: number;
  readonly orderReference: string;
  readonly contractNumber: string;
  readonly lines: readonly DeclaredLine[];
  readonly receipts: readonly OrderReceipt[];
}

/**
 * 出口业务收汇情况表: a row for each receipt of each declared item, and one without a receipt for an item that nothing has come for.
 *
 * A receipt pays for the whole order: it is shared out over the items by their FOB values, to the smallest unit of its currency, and
 * nothing of it is lost. The payer is named by its country alone. What the bureau's program reckons itself (exchange rates, and what a
 * receipt is in CNY), and why something counts as collected (视同收汇), stays empty. A correction declares no export.
 */
export function collectionRecords(claim: CollectedClaim): TableRecord[] {
  const lines = claim.lines.filter(({ isCorrection }) => !isCorrection);
  if (lines.length === 0) return [];
  const shares = claim.receipts.map((receipt) => ({ receipt, parts: partsOf(receipt, lines) }));
  return lines.flatMap((line, index) => {
    const sold = soldOf(line, claim);
    const rows = shares.flatMap(({ receipt, parts }) => {
      const part = parts[index];
      return part === undefined || part.isZero() ? [] : [{ ...sold, ...collectedOf(receipt, part) }];
    });
    return rows.length > 0 ? rows : [sold];
  });
}

function partsOf({ amount }: OrderReceipt, lines: readonly DeclaredLine[]): Money[] {
  const isKnown = lines.every(({ fob }) => fob !== null);
  const weights = lines.map(({ fob, taxable }) => (isKnown && fob !== null ? fob : taxable).minor);
  const isShareable = weights.some((weight) => weight > 0n);
  return Money.fromJSON(amount).allocate(isShareable ? weights : lines.map(() => 1n));
}

function soldOf(line: DeclaredLine, claim: CollectedClaim): TableRecord {
  return {
    period: claim.period,
    batch: String(claim.batch).padStart(3, '0'),
    item: line.declarationLine,
    invoice: claim.orderReference,
    saleCurrency: line.fob?.currency ?? '',
    sale: line.fob?.toAmountString() ?? '',
    // Of a trading company the claim stands on what was paid for the goods.
    saleCny: claim.regime === 'trading' ? '' : line.taxable.toAmountString(),
    contract: claim.contractNumber,
  };
}

function collectedOf({ bookedOn, bankReference, total, payerCountry }: OrderReceipt, part: Money): TableRecord {
  return {
    collectedOn: bookedOn,
    receipt: bankReference,
    receiptCurrency: part.currency,
    receiptTotal: total.amount,
    collected: part.toAmountString(),
    remark: payerCountry === null ? '' : `付汇国家（地区）：${payerCountry}`,
  };
}
