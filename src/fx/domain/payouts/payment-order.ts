import { checkBic } from '../../../kernel/identifiers/index.js';
import { isLocalDate, type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type Fault } from '../../../kernel/domain-error.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { SAY } from '../fx.sentences.js';
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
  readonly creditor: PaymentCreditor;
  readonly remittance: string;
}

/** Who is paid: in China its bank is named by the CNAPS number, abroad by the BIC, which an IBAN does without. */
export interface PaymentCreditor {
  readonly name: string;
  readonly accountNumber: string;
  readonly isIban?: boolean;
  readonly cnaps?: string | null;
  readonly bic?: string | null;
}

/** One payment of several in a message. */
export interface BatchTransfer {
  readonly endToEndId: string;
  readonly amount: Money;
  readonly creditor: PaymentOrder['creditor'];
  readonly remittance: string;
}

/** Transfers from one account on one day, in one message. The same batch always makes the same message, byte for byte. */
export interface PaymentBatch extends Pick<PaymentOrder, 'messageId' | 'createdAt' | 'executionDate' | 'debtor'> {
  /** Whether the bank is asked to book them as one entry. */
  readonly batchBooking: boolean;
  /** One or more, all in one currency. */
  readonly transfers: readonly BatchTransfer[];
}

type Check = readonly [holds: boolean, pointer: string, code: string, message: Sentence];

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
  if (faults.length > 0) throw new PaymentOrderFaultyError(SAY.payment_faulty, {}, faults);
}

export function paymentOrderFaults(order: PaymentOrder): Fault[] {
  const { messageId, createdAt, executionDate, amount, debtor, creditor, remittance } = order;
  const checks: readonly Check[] = [
    [REFERENCE.test(messageId) && messageId.trim() === messageId, '/messageId', 'charset', SAY.swift_text],
    [!Number.isNaN(Date.parse(createdAt)), '/createdAt', 'format', SAY.an_instant],
    [isLocalDate(executionDate), '/executionDate', 'invalid_date', SAY.a_day],
    [amount.minor > 0n, '/amount', 'not_positive', SAY.amount_above_zero],
    [amount.minor < 10n ** 18n, '/amount', 'too_long', SAY.amount_digits],
    [isLine(debtor.name, NAME_MAX), '/debtor/name', 'text', SAY.one_line({ max: NAME_MAX })],
    [ACCOUNT.test(debtor.accountNumber), '/debtor/accountNumber', 'format', SAY.account_number],
    [checkBic(debtor.bic).valid, '/debtor/bic', 'format', SAY.a_bic],
    [isLine(creditor.name, NAME_MAX), '/creditor/name', 'text', SAY.one_line({ max: NAME_MAX })],
    [ACCOUNT.test(creditor.accountNumber), '/creditor/accountNumber', 'format', SAY.account_number],
    ...bankChecks(creditor),
    [isLine(remittance, REMITTANCE_MAX), '/remittance', 'text', SAY.one_line({ max: REMITTANCE_MAX })],
  ];
  return checks.filter(([holds]) => !holds).map(([, pointer, code, message]) => ({ pointer, code, message }));
}

/** One way to the creditor's bank, and where it is named it is named well. */
function bankChecks({ isIban = false, cnaps = null, bic = null }: PaymentCreditor): Check[] {
  if (bic !== null) return [[checkBic(bic).valid, '/creditor/bic', 'format', SAY.a_bic]];
  if (isIban && cnaps === null) return [];
  return [[/^\d{12}$/.test(cnaps ?? ''), '/creditor/cnaps', 'format', SAY.a_cnaps]];
}

/** Faults of what is known before the account that pays is: with them a payment would keep all of its batch from leaving. */
export function creditorFaults(
  { amount, remittance }: Pick<PaymentOrder, 'amount' | 'remittance'>,
  creditor: PaymentOrder['creditor'],
): Fault[] {
  const debtor = { name: 'X', accountNumber: '1', bic: 'DEUTDEFF' };
  const rest = { messageId: 'X', createdAt: '2026-01-01T00:00:00Z', executionDate: '2026-01-01', debtor };
  return paymentOrderFaults({ ...rest, amount, remittance, creditor });
}

/** @throws PaymentOrderFaultyError naming every fault */
export function assertPaymentBatch({ transfers, ...rest }: PaymentBatch): void {
  const faults = transfers.flatMap(({ endToEndId, ...transfer }, index) =>
    [
      ...paymentOrderFaults({ ...rest, ...transfer }),
      ...paymentOrderFaults({ ...rest, ...transfer, messageId: endToEndId }).filter(
        ({ pointer }) => pointer === '/messageId',
      ),
    ].map((fault) => ({ ...fault, pointer: `/transfers/${index}${fault.pointer}` })),
  );
  if (faults.length > 0) throw new PaymentOrderFaultyError(SAY.payment_faulty, {}, faults);
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
