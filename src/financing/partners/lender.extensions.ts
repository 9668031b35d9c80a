import { type Caller, type PartnerAnswer, type PartnerClient } from '../../platform/partners/partner-client.js';
import { type ExtensionRequest } from './lender.port.js';

/** How later due dates are asked for over HTTPS. */
export async function sendExtension(
  client: PartnerClient,
  caller: Caller,
  { loanReference, reference, dueOn, fee, purpose }: ExtensionRequest,
): Promise<void> {
  await client.call(caller, {
    partner: 'lender',
    operation: 'extend-loan',
    reference,
    method: 'POST',
    path: `/loans/${encodeURIComponent(loanReference)}/extensions`,
    body: JSON.stringify({ extensionReference: reference, maturityDate: dueOn, fee, purpose: purpose ?? '' }),
  });
}

/** @returns null where the lender does not know it */
export function askExtension(
  client: PartnerClient,
  caller: Caller,
  { loanReference, reference }: Pick<ExtensionRequest, 'loanReference' | 'reference'>,
): Promise<PartnerAnswer | null> {
  return client.find(caller, {
    partner: 'lender',
    operation: 'get-extension',
    reference,
    method: 'GET',
    path: `/loans/${encodeURIComponent(loanReference)}/extensions/${encodeURIComponent(reference)}`,
  });
}
