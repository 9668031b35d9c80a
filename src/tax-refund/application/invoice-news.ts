import { publicId } from '../../kernel/ids.js';
import { reasonOf, type Sentence } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import { type InvoiceCommand } from '../domain/invoice-status.js';
import { type StandingClaim } from '../entities/claim-flags.table.js';
import { type Invoice } from '../entities/invoice.entity.js';
import { MATCH_EXPORT } from '../jobs/tax-refund.job.js';

/** Writes down who did what with an invoice. */
export function noteInvoice(
  tx: Tx,
  command: InvoiceCommand | 'record',
  { id, state }: Invoice,
  from: string | null,
  details: Readonly<Record<string, unknown>> = {},
): void {
  const action = `tax_refund.invoice.${command}`;
  audit(tx, { action, resourceType: 'invoice', resourceId: id, from, to: state, details });
}

/** The case of the order holds its facts against one another anew. */
export function lookAgain(tx: Tx, { orderId }: Invoice): void {
  if (orderId !== null) enqueue(tx, MATCH_EXPORT, { orderId });
}

export function announceInvoice(tx: Tx, { id, orderId, amount, vat }: Invoice): void {
  publish(tx, {
    type: 'tax_refund.invoice.recorded',
    resource: { type: 'invoice', id },
    orderId,
    creates: true,
    data: { total: amount.plus(vat).toJSON() },
  });
}

export function announceVerified(tx: Tx, { id, orderId, invoiceNumber }: Invoice): void {
  publish(tx, {
    type: 'tax_refund.invoice.verified',
    resource: { type: 'invoice', id },
    orderId,
    changed: ['verification'],
    data: { invoiceNumber },
  });
}

/** The authority will not look at it. */
export function announceDeclined(tx: Tx, { id, orderId, invoiceNumber }: Invoice, reason: string): void {
  publish(tx, {
    type: 'tax_refund.invoice.check_declined',
    resource: { type: 'invoice', id },
    orderId,
    changed: ['verification'],
    data: { invoiceNumber, ...reasonOf(reason) },
  });
}

interface Refusal {
  readonly outcome: string;
  readonly detail: Sentence;
  readonly claims: readonly StandingClaim[];
}

export function announceRefused(tx: Tx, { id, orderId, invoiceNumber }: Invoice, refusal: Refusal): void {
  const claimIds = refusal.claims.map((claim) => publicId('claim', claim.id));
  publish(tx, {
    type: 'tax_refund.invoice.refused',
    resource: { type: 'invoice', id },
    orderId,
    changed: ['verification'],
    data: { invoiceNumber, outcome: refusal.outcome, ...reasonOf([refusal.detail]), claimIds },
  });
}

export function announceFlushed(tx: Tx, blue: Invoice, red: Invoice, claims: readonly StandingClaim[]): void {
  publish(tx, {
    type: 'tax_refund.invoice.red_flushed',
    resource: { type: 'invoice', id: blue.id },
    orderId: blue.orderId,
    changed: ['state', 'lines'],
    data: {
      invoiceNumber: blue.invoiceNumber,
      redInvoiceId: publicId('invoice', red.id),
      takenBack: red.amount.absolute().toJSON(),
      isWhole: blue.state === 'red_flushed',
      claimIds: claims.map(({ id }) => publicId('claim', id)),
    },
  });
}
