import { type FilingParties } from '../domain/contracts/contract-filing.js';
import { leaf, node } from './xml-writer.js';

export const PARTY_MAX = 140;

/** PartyIdentification135. */
export function party(name: string, country: string | null = null): string {
  return leaf('Nm', name.slice(0, PARTY_MAX)) + (country === null ? '' : leaf('CtryOfRes', country));
}

/** TradeParty5. */
export function tradeParty(name: string, country: string | null = null): string {
  return node('PtyId', party(name, country));
}

export function agent(bic: string): string {
  return node('FinInstnId', leaf('BICFI', bic));
}

/**
 * CurrencyControlHeader4, of one item; as CurrencyControlHeader5 the party is a choice.
 * @param isChoice of auth.025 and 026
 */
export function header(
  { messageId, createdAt, parties }: { messageId: string; createdAt: string; parties: FilingParties },
  isChoice = false,
): string {
  const from = party(parties.seller);
  return node(
    'GrpHdr',
    leaf('MsgId', messageId),
    leaf('CreDtTm', createdAt),
    leaf('NbOfItms', '1'),
    node('InitgPty', isChoice ? node('Pty', from) : from),
  );
}

/** An amount with its currency, in the element of that name. */
export function money(name: string, { amount, currency }: { amount: string; currency: string }): string {
  return leaf(name, amount, ` Ccy="${currency}"`);
}
