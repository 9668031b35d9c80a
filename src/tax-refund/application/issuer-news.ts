import { type IssuerNews } from '../../contracts/events/tax-refund.events.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, publish } from '../../platform/outbox/outbox.js';
import { type CapacityUse } from '../domain/issuer-capacity.js';
import { type IssuerCommand, type IssuerState } from '../domain/issuer-status.js';
import { type InvoiceIssuer } from '../entities/invoice-issuer.entity.js';

type Told = 'submitted' | 'approved' | 'expiring' | 'expired';

function about({ id, name, taxNumber, validFrom, validTo }: InvoiceIssuer) {
  const data: IssuerNews = { name, taxNumber, validFrom, validTo };
  return { resource: { type: 'invoiceIssuer' as const, id }, data };
}

export function noteIssuer(
  tx: Tx,
  command: IssuerCommand | 'submit' | 'warn' | 'pass_capacity',
  { id, state, name, taxNumber }: InvoiceIssuer,
  from: IssuerState | null,
  details: Readonly<Record<string, unknown>> = {},
): void {
  const action = `tax_refund.invoice_issuer.${command}`;
  const facts = { name, taxNumber, ...details };
  audit(tx, { action, resourceType: 'invoiceIssuer', resourceId: id, from, to: state, details: facts });
}

export function announceIssuer(tx: Tx, issuer: InvoiceIssuer, told: Told): void {
  const type = `tax_refund.invoice_issuer.${told}` as const;
  if (told === 'submitted') publish(tx, { type, ...about(issuer), creates: true });
  else publish(tx, { type, ...about(issuer), changed: told === 'expiring' ? ['warnedAt'] : ['state'] });
}

export function announceNo(tx: Tx, issuer: InvoiceIssuer, told: 'refused' | 'revoked', reason: string): void {
  const { resource, data } = about(issuer);
  const type = `tax_refund.invoice_issuer.${told}` as const;
  publish(tx, { type, resource, changed: ['state', 'reason'], data: { ...data, reason } });
}

export function announceCapacityPassed(
  tx: Tx,
  issuer: InvoiceIssuer,
  { use, year }: { readonly use: CapacityUse; readonly year: string },
): void {
  const { resource, data } = about(issuer);
  const { hsCode, goodsName, unit, invoiced, yearlyCapacity } = use;
  publish(tx, {
    type: 'tax_refund.invoice_issuer.capacity_passed',
    resource,
    changed: ['capacityPassed'],
    data: {
      ...data,
      ...{ year: Number(year), hsCode, goodsName, unit },
      invoiced: invoiced.toFixed(),
      yearlyCapacity: yearlyCapacity.toFixed(),
    },
  });
}
