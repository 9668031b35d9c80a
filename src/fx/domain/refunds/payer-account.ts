import { checkBic, checkIban } from '../../../kernel/identifiers/index.js';

/** The account that money came from, as the bank of the seller was told: where a refund goes, and nowhere else (原路退回). */
export interface PayerAccount {
  /** Without blanks. */
  readonly number: string;
  readonly isIban: boolean;
  /** Of the bank that keeps it. */
  readonly bic: string | null;
  /** The same within China: twelve digits. */
  readonly cnaps: string | null;
}

/** What a message says of it, each empty where it says nothing. */
export interface StatedAccount {
  readonly number: string;
  readonly bic: string;
  readonly clearingNumber: string;
}

const NUMBER_MAX = 34;

/**
 * Reads what a bank states. A number counts as an IBAN by its check digits, whichever element it stands in; a bank identifier that
 * is none is left out rather than sent on.
 * @returns null where no account is named, or one that no payment could carry
 */
export function payerAccountOf({ number: stated, bic, clearingNumber }: StatedAccount): PayerAccount | null {
  const number = stated.replace(/\s/g, '');
  if (number === '' || number.length > NUMBER_MAX) return null;
  // By its letters that would be a bank in Romania.
  const isBic = bic !== 'NOTPROVIDED' && checkBic(bic).valid;
  return {
    number,
    isIban: checkIban(number).valid,
    bic: isBic ? bic : null,
    cnaps: /^\d{12}$/.test(clearingNumber) ? clearingNumber : null,
  };
}
