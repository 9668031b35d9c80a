import { publicId } from '../../../kernel/ids.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { type TaxPaymentCause } from '../../domain/payouts/tax-payment-kind.js';
import { type TaxPayment } from '../../entities/tax-payment.entity.js';

const about = ({ id }: TaxPayment, changed: readonly string[] = ['state']) =>
  ({ resource: { type: 'taxPayment', id }, changed }) as const;

function billOf({ amount }: TaxPayment, billId: string) {
  return { amount: amount.toJSON(), billId: publicId('taxBill', billId) };
}

function clawbackOf({ amount }: TaxPayment, { claimId, clawbackNumber: number, letter }: Clawback) {
  return { amount: amount.toJSON(), claimId: publicId('claim', claimId), number, letter };
}
type Clawback = Extract<TaxPaymentCause, { readonly kind: 'refund_clawback' }>;

export function noteTaxPayment(tx: Tx, action: string, { id, state }: TaxPayment, from: string | null): void {
  audit(tx, { action: `tax_payment.${action}`, resourceType: 'taxPayment', resourceId: id, from, to: state });
}

export function announceSent(tx: Tx, payment: TaxPayment): void {
  const { cause } = payment;
  if (cause.kind === 'customs_tax') {
    publish(tx, { type: 'fx.tax_payment.sent', ...about(payment), data: billOf(payment, cause.billId) });
  } else publish(tx, { type: 'fx.clawback_payment.sent', ...about(payment), data: clawbackOf(payment, cause) });
}

export function announceConfirmed(tx: Tx, payment: TaxPayment, paidOn: LocalDate): void {
  const { cause, bankReference, messageId } = payment;
  const news = about(payment, ['state', 'bankReference']);
  if (cause.kind === 'customs_tax') {
    publish(tx, { type: 'fx.tax_payment.confirmed', ...news, data: billOf(payment, cause.billId) });
    return;
  }
  const data = { ...clawbackOf(payment, cause), paidOn, bankReference: bankReference ?? messageId };
  publish(tx, { type: 'fx.clawback_payment.confirmed', ...news, data });
}

/** It is not paid, for certain, and may be ordered again. */
export function announceRefused(tx: Tx, payment: TaxPayment): void {
  const { cause, reasonCode, reason, causes } = payment;
  const news = about(payment, ['state', 'reasonCode', 'reason']);
  const why = {
    reason: [reasonCode, reason].filter((word) => word !== null).join(': '),
    ...(causes === null ? {} : { causes }),
  };
  if (cause.kind === 'customs_tax') {
    publish(tx, { type: 'fx.tax_payment.refused', ...news, data: { ...billOf(payment, cause.billId), ...why } });
  } else publish(tx, { type: 'fx.clawback_payment.refused', ...news, data: { ...clawbackOf(payment, cause), ...why } });
}

export function announceOverdue(tx: Tx, payment: TaxPayment, since: Date): void {
  publish(tx, {
    type: payment.kind === 'customs_tax' ? 'fx.tax_payment.overdue' : 'fx.clawback_payment.overdue',
    ...about(payment, ['expectedBy']),
    data: { state: payment.state, expectedBy: since.toISOString() },
  });
}
