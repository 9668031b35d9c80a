import { publicId } from '../../kernel/ids.js';
import { Money } from '../../kernel/money.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import { type Declaration } from '../entities/declaration.entity.js';
import { type TaxBill } from '../entities/tax-bill.entity.js';
import { EXPIRE_TAX_BILL } from '../jobs/expire-tax-bill.job.js';

const about = ({ id }: TaxBill, changed: readonly string[] = ['state']) =>
  ({ resource: { type: 'taxBill', id }, changed }) as const;
const billOf = ({ number, amount }: TaxBill) => ({ taxNumber: number, amount: amount.toJSON() });

/** Who owes it, as the declaration names them. */
export const payerOf = ({ partyId }: TaxBill, { form }: Declaration) => ({
  payerId: publicId('party', partyId),
  payerName: form.exporter.name,
});

export function noteBill(tx: Tx, action: string, { id, state }: TaxBill, from: string | null): void {
  audit(tx, { action: `customs.tax_bill.${action}`, resourceType: 'taxBill', resourceId: id, from, to: state });
}

/** Promises to look again when it is overdue. */
export function watchBill(tx: Tx, { id, expectedBy }: TaxBill): void {
  if (expectedBy === null) return;
  enqueue(tx, EXPIRE_TAX_BILL, { billId: id, expectedBy: expectedBy.toISOString() }, { dueAt: expectedBy });
}

/** @param foreseen what follows from the declaration; null where nobody could tell */
export function announceIssued(tx: Tx, bill: TaxBill, declaration: Declaration, foreseen: Money | null): void {
  const data = { ...billOf(bill), ...payerOf(bill, declaration), dueOn: bill.dueOn };
  publish(tx, { type: 'customs.tax_bill.issued', ...about(bill), creates: true, data });
  if (bill.differences.length === 0) return;
  publish(tx, {
    type: 'customs.tax_bill.differs',
    ...about(bill, ['differences']),
    data: { ...billOf(bill), foreseen: (foreseen ?? Money.zero('CNY')).toJSON() },
  });
}

export function announceOrdered(tx: Tx, bill: TaxBill, declaration: Declaration, remittance: string): void {
  publish(tx, {
    type: 'customs.tax_bill.payment_ordered',
    ...about(bill),
    data: { ...billOf(bill), ...payerOf(bill, declaration), payee: bill.payee, remittance },
  });
}

export function announceUnpaid(tx: Tx, bill: TaxBill): void {
  const data = { ...billOf(bill), reason: bill.reason ?? '' };
  publish(tx, { type: 'customs.tax_bill.payment_refused', ...about(bill, ['state', 'reason']), data });
}

export function announcePaid(tx: Tx, bill: TaxBill): void {
  publish(tx, { type: 'customs.tax_bill.paid', ...about(bill, ['state', 'paidOn']), data: billOf(bill) });
}

export function announceLate(tx: Tx, bill: TaxBill, fee: Money): void {
  const data = { ...billOf(bill), dueOn: bill.dueOn, lateFee: fee.toJSON() };
  publish(tx, { type: 'customs.tax_bill.overdue', ...about(bill, ['expectedBy']), data });
}

export function announceVoid(tx: Tx, bill: TaxBill): void {
  publish(tx, { type: 'customs.tax_bill.void', ...about(bill), data: billOf(bill) });
}
