import { type PartnerRejectedError } from '../../../kernel/partner-errors.js';
import { type Reason, reasonOf } from '../../../kernel/sentence.js';
import { beginningOf } from '../../../platform/partners/storable-text.js';

const REASON_MAX = 500;

/** Why the insurer does not take a message, in its own words. */
export function refusalOf({ details, message }: PartnerRejectedError): Reason {
  const said = String(details['reason'] ?? message);
  return reasonOf(beginningOf(messageIn(said) ?? said, REASON_MAX));
}

/** Its answer is an object with a message, mostly. */
function messageIn(said: string): string | null {
  try {
    const { message } = JSON.parse(said) as { readonly message?: unknown };
    return typeof message === 'string' && message !== '' ? message : null;
  } catch {
    return null;
  }
}
