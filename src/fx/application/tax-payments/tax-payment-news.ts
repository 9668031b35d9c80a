import { publicId } from '../../../kernel/ids.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { type TaxPayment } from '../../entities/tax-payment.entity.js';

const about = ({ id }: TaxPayment, changed: readonly string[] = ['state']) =>
  ({ resource: { type: 'taxPayment', id }, changed }) as const;
const factsOf = ({ amount, billId }: TaxPayment) => ({
  amount: amount.toJSON(),
  billId: publicId('taxBill', billId),
});

export function noteTaxPayment(tx: Tx, action: string, { id, state }: TaxPayment, from: string | null): void {
  audit(tx, { action: `tax_payment.${action}`, resourceType: 'taxPayment', resourceId: id, from, to: state });
}

export function announceSent(tx: Tx, payment: TaxPayment): void {
  publish(tx, { type: 'fx.tax_payment.sent', ...about(payment), data: factsOf(payment) });
}

export function announceConfirmed(tx: Tx, payment: TaxPayment): void {
  const changed = ['state', 'bankReference'];
  publish(tx, { type: 'fx.tax_payment.confirmed', ...about(payment, changed), data: factsOf(payment) });
}

/** It is not paid, for certain, and may be ordered again. */
export function announceRefused(tx: Tx, payment: TaxPayment): void {
  const { reasonCode, reason, causes } = payment;
  publish(tx, {
    type: 'fx.tax_payment.refused',
    ...about(payment, ['state', 'reasonCode', 'reason']),
    data: {
      ...factsOf(payment),
      reason: [reasonCode, reason].filter((word) => word !== null).join(': '),
      ...(causes === null ? {} : { causes }),
    },
  });
}

export function announceOverdue(tx: Tx, payment: TaxPayment, since: Date): void {
  publish(tx, {
    type: 'fx.tax_payment.overdue',
    ...about(payment, ['expectedBy']),
    data: { state: payment.state, expectedBy: since.toISOString() },
  });
}
