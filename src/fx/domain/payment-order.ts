import { checkBic } from '../../kernel/identifiers/index.js';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type Fault } from '../../kernel/domain-error.js';
import { PaymentOrderFaultyError } from './payout.errors.js';

/** One transfer, as it is told to the bank. The same order always makes the same message, byte for byte. */
export interface PaymentOrder {
  /** Message, instruction and end-to-end id in one: derived from the payout and the number of its attempt. */
  readonly messageId: string;
  /** RFC 3339, with the offset of China. */
  readonly createdAt: string;
  readonly executionDate: LocalDate;
  readonly amount: Money;
  readonly debtor: { readonly name: string; readonly accountNumber: string; readonly bic: string };
  readonly creditor: { readonly name: string; readonly accountNumber: string; readonly cnaps: string };
  readonly remittance: string;
}

/** References pass every system on the way only in the characters that SWIFT and ISO 20022 share. */
const REFERENCE = /^[A-Za-z0-9/\-?:().,'+_ ]{1,35}$/;
const ACCOUNT = /^[A-Za-z0-9-]{1,34}$/;
const NAME_MAX = 140;
const REMITTANCE_MAX = 140;
/** What XML 1.0 cannot hold, and line breaks in a field of one line. */
const UNPRINTABLE = /[\u0000-\u001f\u007f\ufffe\uffff]/;

/**
 * Checks a payment order before it leaves, beyond what types can hold: a wrong one costs a day.
 * @throws PaymentOrderFaultyError naming every fault
 */
export function assertPaymentOrder(order: PaymentOrder): void {
  const faults = paymentOrderFaults(order);
  if (faults.length > 0) throw new PaymentOrderFaultyError('The payment order cannot be sent as it is', {}, faults);
}

export function paymentOrderFaults(order: PaymentOrder): Fault[] {
  const { messageId, createdAt, executionDate, amount, debtor, creditor, remittance } = order;
  const checks: readonly (readonly [boolean, string, string, string])[] = [
    [
      REFERENCE.test(messageId) && messageId.trim() === messageId,
      '/messageId',
      'charset',
      '1 to 35 characters of the SWIFT set',
    ],
    [!Number.isNaN(Date.parse(createdAt)), '/createdAt', 'format', 'An instant in RFC 3339'],
    [isLocalDate(executionDate), '/executionDate', 'invalid_date', 'A day that exists'],
    [amount.minor > 0n, '/amount', 'not_positive', 'An amount above zero'],
    [amount.minor < 10n ** 18n, '/amount', 'too_long', 'At most 18 digits'],
    [isLine(debtor.name, NAME_MAX), '/debtor/name', 'text', `One line of 1 to ${NAME_MAX} characters`],
    [ACCOUNT.test(debtor.accountNumber), '/debtor/accountNumber', 'format', 'Up to 34 letters, digits and hyphens'],
    [checkBic(debtor.bic).valid, '/debtor/bic', 'format', 'A BIC of 8 or 11 characters'],
    [isLine(creditor.name, NAME_MAX), '/creditor/name', 'text', `One line of 1 to ${NAME_MAX} characters`],
    [ACCOUNT.test(creditor.accountNumber), '/creditor/accountNumber', 'format', 'Up to 34 letters, digits and hyphens'],
    [/^\d{12}$/.test(creditor.cnaps), '/creditor/cnaps', 'format', 'A CNAPS number of 12 digits'],
    [isLine(remittance, REMITTANCE_MAX), '/remittance', 'text', `One line of 1 to ${REMITTANCE_MAX} characters`],
  ];
  return checks.filter(([holds]) => !holds).map(([, pointer, code, message]) => ({ pointer, code, message }));
}

function isLine(text: string, max: number): boolean {
  const length = [...text].length;
  return text.trim() === text && length >= 1 && length <= max && text.isWellFormed() && !UNPRINTABLE.test(text);
}

/** Cuts to a line that a message can carry. */
export function asLine(text: string, max: number): string {
  const printable = text.toWellFormed().replace(/[\u0000-\u001f\u007f\ufffe\uffff]+/g, ' ');
  return [...printable.replace(/\s+/g, ' ').trim()].slice(0, max).join('').trim();
}
