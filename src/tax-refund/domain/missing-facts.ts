import { type Missing } from './finding.js';
import { type Regime } from './regime.js';
import { SAY } from './tax-refund.sentences.js';

interface Placed {
  readonly regime: Regime;
  readonly isCollected: boolean;
  /** How many of several declarations are cleared; null while none is. */
  readonly progress: { readonly cleared: number; readonly of: number } | null;
  readonly lines: readonly { readonly lineNumber: number; readonly hsCode: string; readonly goodsName: string }[];
  readonly invoiceLines: readonly { readonly orderLineNumber: number | null; readonly hsCode: string }[];
}

/** What a claim waits for while customs has not cleared the goods; how much is invoiced is compared only then. */
export function missingBeforeClearance({ regime, isCollected, progress, lines, invoiceLines }: Placed): Missing[] {
  const uninvoiced = lines.filter(({ lineNumber, hsCode }) =>
    invoiceLines.every((invoice) =>
      invoice.orderLineNumber === null ? invoice.hsCode !== hsCode : invoice.orderLineNumber !== lineNumber,
    ),
  );
  return [
    {
      fact: 'declaration_cleared',
      lineNumber: null,
      detail: progress === null ? SAY.not_cleared : SAY.partly_cleared(progress),
    },
    ...(regime === 'manufacturer'
      ? []
      : uninvoiced.map(({ lineNumber, goodsName }) => ({
          fact: 'invoice' as const,
          lineNumber,
          detail: SAY.invoice_for_line({ line: lineNumber, goods: goodsName }),
        }))),
    ...(isCollected ? [] : [{ fact: 'collection' as const, lineNumber: null, detail: SAY.not_paid_in_full }]),
  ];
}
