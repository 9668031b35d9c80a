import { isCurrency, minorDigits } from '../../kernel/currency.js';
import { Decimal } from '../../kernel/decimal.js';
import { isLocalDate } from '../../kernel/local-date.js';
import { type Element } from '../world/xml.js';

/** Why a payment is refused: ISO 20022 external status reason code, and words. */
export interface Reason {
  readonly code: string;
  readonly text: string;
}

export interface Transfer {
  readonly paymentInfoId: string;
  readonly instructionId: string;
  readonly endToEndId: string;
  readonly debtorAccount: string;
  readonly creditorAccount: string;
  readonly creditorName: string;
  readonly currency: string;
  readonly amount: string;
  readonly remittance: string;
}

/** What the bank reads of a pain.001.001.09. */
export interface PaymentOrder {
  readonly messageId: string;
  readonly transactionCount: string;
  readonly controlSum: string;
  readonly transfers: readonly Transfer[];
  /** Whether it asks to be booked as one entry. */
  readonly batchBooking: boolean;
  /** Why it cannot be carried out as it stands; null when it can. */
  readonly reason: Reason | null;
}

const ROOT = 'CstmrCdtTrfInitn';
const MESSAGE_ID = /^\S(?:.{0,33}\S)?$/;
const BIC = /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/;
const CNAPS = /^\d{12}$/;
const AMOUNT = /^\d{1,14}(\.\d{1,5})?$/;

export function messageIdOf(document: Element | null): string | null {
  const id = document?.text(`${ROOT}/GrpHdr/MsgId`) ?? '';
  return MESSAGE_ID.test(id) ? id : null;
}

/** @param document the root element, with a message id */
export function readPaymentOrder(document: Element): PaymentOrder {
  const order = document.child(ROOT);
  const header = order.child('GrpHdr');
  const groups = order.all('PmtInf');
  const transfers = groups.flatMap((group) =>
    group.all('CdtTrfTxInf').map((transfer) => readTransfer(group, transfer)),
  );
  const reason = faultOfHeader(header, transfers) ?? first(groups, faultOfGroup);
  return {
    messageId: header.text('MsgId'),
    transactionCount: header.text('NbOfTxs'),
    controlSum: header.text('CtrlSum'),
    transfers,
    batchBooking: groups.some((group) => group.text('BtchBookg') === 'true'),
    reason,
  };
}

function readTransfer(group: Element, transfer: Element): Transfer {
  return {
    paymentInfoId: group.text('PmtInfId'),
    instructionId: transfer.text('PmtId/InstrId'),
    endToEndId: transfer.text('PmtId/EndToEndId'),
    debtorAccount: accountOf(group, 'DbtrAcct'),
    creditorAccount: accountOf(transfer, 'CdtrAcct'),
    creditorName: transfer.text('Cdtr/Nm'),
    currency: transfer.child('Amt/InstdAmt').attribute('Ccy'),
    amount: transfer.text('Amt/InstdAmt'),
    remittance: transfer
      .all('RmtInf/Ustrd')
      .map((line) => line.own())
      .join(' '),
  };
}

function faultOfHeader(header: Element, transfers: readonly Transfer[]): Reason | null {
  if (header.text('CreDtTm') === '') return missing('GrpHdr/CreDtTm');
  if (!header.has('InitgPty')) return missing('GrpHdr/InitgPty');
  if (transfers.length === 0) return missing('PmtInf/CdtTrfTxInf');
  if (header.text('NbOfTxs') !== String(transfers.length))
    return { code: 'AM18', text: 'Invalid number of transactions' };
  if (transfers.some(({ amount }) => !AMOUNT.test(amount))) return { code: 'AM12', text: 'Invalid amount' };
  const sum = transfers.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
  const controlSum = header.text('CtrlSum');
  const isSumRight = AMOUNT.test(controlSum) && sum.equals(controlSum);
  return isSumRight ? null : { code: 'AM10', text: `Invalid control sum: the transactions make ${sum.toFixed()}` };
}

function faultOfGroup(group: Element): Reason | null {
  for (const name of ['PmtInfId', 'Dbtr/Nm']) if (group.text(name) === '') return missing(`PmtInf/${name}`);
  if (group.text('PmtMtd') !== 'TRF') return { code: 'CH21', text: 'PmtInf/PmtMtd must be TRF' };
  if (!isLocalDate(group.text('ReqdExctnDt/Dt'))) return { code: 'DT01', text: 'Invalid execution date' };
  if (!group.has('DbtrAgt/FinInstnId')) return missing('PmtInf/DbtrAgt');
  return first(group.all('CdtTrfTxInf'), faultOfTransfer);
}

function faultOfTransfer(transfer: Element): Reason | null {
  if (transfer.text('PmtId/EndToEndId') === '') return missing('PmtId/EndToEndId');
  const currency = transfer.child('Amt/InstdAmt').attribute('Ccy');
  if (!isCurrency(currency)) return { code: 'AM11', text: `Invalid currency ${currency}` };
  const [, decimals = ''] = transfer.text('Amt/InstdAmt').split('.');
  const isZero = new Decimal(transfer.text('Amt/InstdAmt')).isZero();
  if (decimals.length > minorDigits(currency) || isZero) return { code: 'AM12', text: 'Invalid amount' };
  if (transfer.text('Cdtr/Nm') === '') return missing('Cdtr/Nm');
  if (accountOf(transfer, 'CdtrAcct') === '') return { code: 'AC03', text: 'Invalid creditor account number' };
  const bic = transfer.text('CdtrAgt/FinInstnId/BICFI');
  const member = transfer.text('CdtrAgt/FinInstnId/ClrSysMmbId/MmbId');
  const isBankRight = (bic === '' || BIC.test(bic)) && (member === '' || CNAPS.test(member));
  return isBankRight ? null : { code: 'RC01', text: 'Invalid bank identifier (BIC or 12-digit CNAPS)' };
}

function accountOf(element: Element, name: string): string {
  return element.text(`${name}/Id/Othr/Id`) || element.text(`${name}/Id/IBAN`);
}

function missing(path: string): Reason {
  return { code: 'CH21', text: `Mandatory element missing: ${path}` };
}

function first(elements: readonly Element[], fault: (element: Element) => Reason | null): Reason | null {
  for (const element of elements) {
    const found = fault(element);
    if (found !== null) return found;
  }
  return null;
}
