import { type Caller, type PartnerAnswer, type PartnerClient } from '../../platform/partners/partner-client.js';
import { type WriteOffProposal } from './lender.port.js';

/** How write-offs are proposed over HTTPS. */
export async function sendProposal(
  client: PartnerClient,
  caller: Caller,
  { loanReference, reference, reason }: WriteOffProposal,
): Promise<void> {
  await client.call(caller, {
    partner: 'lender',
    operation: 'propose-write-off',
    reference,
    method: 'POST',
    path: `/loans/${encodeURIComponent(loanReference)}/write-offs`,
    body: JSON.stringify({ writeOffReference: reference, reason }),
  });
}

/** @returns null where the lender does not know it */
export function askProposal(
  client: PartnerClient,
  caller: Caller,
  { loanReference, reference }: WriteOffProposal,
): Promise<PartnerAnswer | null> {
  return client.find(caller, {
    partner: 'lender',
    operation: 'get-write-off',
    reference,
    method: 'GET',
    path: `/loans/${encodeURIComponent(loanReference)}/write-offs/${encodeURIComponent(reference)}`,
  });
}
