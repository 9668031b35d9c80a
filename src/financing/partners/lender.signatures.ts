import { type Caller, type PartnerClient } from '../../platform/partners/partner-client.js';
import { type LoanSignature } from './lender.port.js';

/** How a signed agreement is told of over HTTPS. */
export async function sendSignature(
  client: PartnerClient,
  caller: Caller,
  { loanReference, agreementNumber, signatory, signedOn }: LoanSignature,
): Promise<void> {
  await client.call(caller, {
    partner: 'lender',
    operation: 'sign-loan',
    reference: loanReference,
    method: 'POST',
    path: `/loans/${encodeURIComponent(loanReference)}/signature`,
    body: JSON.stringify({ agreementNumber, signatory, signedOn }),
  });
}
