import { type Amount } from './amount.js';

export interface TaxRefundEvents {
  'tax_refund.invoice.recorded': { readonly total: Amount };
  /** Declaration, invoice and collection agree; the claim can be filed, and financed. */
  'tax_refund.claim.matched': {
    readonly refund: Amount;
    readonly nonRefundableVat: Amount;
    readonly exportDate: string;
  };
  'tax_refund.claim.filed': { readonly refund: Amount };
  'tax_refund.claim.accepted': { readonly acceptanceNumber: string };
  'tax_refund.claim.queried': { readonly reason: string };
  'tax_refund.claim.approved': { readonly refund: Amount };
  'tax_refund.claim.rejected': { readonly reason: string };
  'tax_refund.claim.paid': { readonly refund: Amount; readonly treasuryReference: string };
  'tax_refund.claim.overdue': { readonly state: string; readonly expectedBy: string };
}
