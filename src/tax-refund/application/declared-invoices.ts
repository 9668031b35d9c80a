import { Money } from '../../kernel/money.js';
import { type Tx } from '../../platform/database/session.js';
import { lessShares, type OpenLine, sharesOf, type TakenShare } from '../domain/declared-purchase.js';
import { awaitImports, openInvoices, purchasesDeclared, takeShares } from '../entities/declared-elsewhere.table.js';
import { type Invoice } from '../entities/invoice.entity.js';

/** Of an invoice that was declared elsewhere before it was recorded here, what was declared is taken at once. */
export async function takeDeclared(
  tx: Tx,
  { invoiceCode, invoiceNumber, sellerTaxNumber }: Pick<Invoice, 'invoiceCode' | 'invoiceNumber' | 'sellerTaxNumber'>,
): Promise<void> {
  await awaitImports(tx);
  const voucher = `${invoiceCode ?? ''}${invoiceNumber}`;
  const purchases = await purchasesDeclared(tx, voucher, sellerTaxNumber);
  if (purchases.length === 0) return;
  const invoices = await openInvoices(tx, [voucher]);
  let lines: readonly OpenLine[] = invoices.find(({ supplier }) => supplier === sellerTaxNumber)?.lines ?? [];
  const taken: { importId: string; number: number; shares: readonly TakenShare[] }[] = [];
  for (const { importId, number, hsCode, amountMinor } of purchases) {
    // More may have been declared than the invoice says: then all of it is taken.
    const amount = Money.min(Money.ofMinor(BigInt(amountMinor), 'CNY'), leftOf(lines));
    const shares = sharesOf(amount, hsCode, lines) ?? [];
    lines = lessShares(lines, shares);
    taken.push({ importId, number, shares });
  }
  await takeShares(tx, taken);
}

function leftOf(lines: readonly OpenLine[]): Money {
  const amounts = lines.map(({ amount }) => amount);
  return Money.sum(amounts, 'CNY');
}
