import { publicId } from '../../kernel/ids.js';
import { type Money } from '../../kernel/money.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import { type ImportTaxRefund } from '../entities/import-tax-refund.entity.js';
import { EXPIRE_TAX_REFUND } from '../jobs/expire-tax-refund.job.js';

const about = ({ id }: ImportTaxRefund, changed: readonly string[] = ['state']) =>
  ({ resource: { type: 'importTaxRefund', id }, changed }) as const;
const refundOf = ({ declarationId, taxNumber }: ImportTaxRefund, amount: Money) => ({
  declarationId: publicId('declaration', declarationId),
  taxNumber,
  amount: amount.toJSON(),
});

export function noteRefund(tx: Tx, action: string, { id, state }: ImportTaxRefund, from: string | null): void {
  audit(tx, {
    action: `customs.import_tax_refund.${action}`,
    resourceType: 'importTaxRefund',
    resourceId: id,
    from,
    to: state,
  });
}

/** Promises to look again when the money should have come. */
export function watchRefund(tx: Tx, { id, expectedBy }: ImportTaxRefund): void {
  if (expectedBy === null) return;
  enqueue(tx, EXPIRE_TAX_REFUND, { refundId: id, expectedBy: expectedBy.toISOString() }, { dueAt: expectedBy });
}

export function announceAsked(tx: Tx, refund: ImportTaxRefund): void {
  const data = refundOf(refund, refund.amount);
  publish(tx, { type: 'customs.import_tax_refund.requested', ...about(refund), creates: true, data });
}

export function announceGrantedRefund(tx: Tx, refund: ImportTaxRefund, granted: Money, interest: Money): void {
  const data = { ...refundOf(refund, granted), interest: interest.toJSON() };
  publish(tx, { type: 'customs.import_tax_refund.granted', ...about(refund, ['state', 'granted', 'interest']), data });
}

export function announceRefusedRefund(tx: Tx, refund: ImportTaxRefund): void {
  const data = { ...refundOf(refund, refund.amount), reason: refund.outcomeReason ?? '' };
  publish(tx, { type: 'customs.import_tax_refund.refused', ...about(refund, ['state', 'outcomeReason']), data });
}

export function announcePaidRefund(tx: Tx, refund: ImportTaxRefund): void {
  const data = refundOf(refund, refund.received);
  publish(tx, { type: 'customs.import_tax_refund.paid', ...about(refund, ['state', 'received', 'paidAt']), data });
}

export function announceLateRefund(tx: Tx, refund: ImportTaxRefund, expectedBy: string): void {
  const data = { ...refundOf(refund, refund.expected), expectedBy };
  publish(tx, { type: 'customs.import_tax_refund.overdue', ...about(refund, ['expectedBy']), data });
}
