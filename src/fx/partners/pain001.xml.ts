import { Money } from '../../kernel/money.js';
import {
  assertPaymentBatch,
  assertPaymentOrder,
  type BatchTransfer,
  type PaymentBatch,
  type PaymentCreditor,
  type PaymentOrder,
} from '../domain/payouts/payment-order.js';

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * One transfer as pain.001.001.09: one payment, one transaction, so that number and control sum are those of the
 * transfer. Chinese banks are named by their 12-digit CNAPS number (clearing system CNAPS), banks abroad by their BIC, and where an
 * IBAN says enough by neither. Charges of a transfer abroad are shared, so that each bank is paid by its own customer.
 * @throws PaymentOrderFaultyError naming every fault; nothing is written then
 */
export function writePain001(order: PaymentOrder): string {
  assertPaymentOrder(order);
  const { messageId: endToEndId, amount, creditor, remittance } = order;
  return documentOf(order, [{ endToEndId, amount, creditor, remittance }], null);
}

/**
 * Several transfers from one account on one day as one payment (`PmtInf`) of pain.001.001.09: number and control sum are those of
 * all, and `BtchBookg` says whether the bank books them as one entry. The payment has the id of the message.
 * @throws PaymentOrderFaultyError naming every fault; nothing is written then
 */
export function writePain001Batch(batch: PaymentBatch): string {
  assertPaymentBatch(batch);
  return documentOf(batch, batch.transfers, batch.batchBooking);
}

function documentOf(
  { messageId, createdAt, executionDate, debtor }: Omit<PaymentBatch, 'transfers' | 'batchBooking'>,
  transfers: readonly BatchTransfer[],
  batchBooking: boolean | null,
): string {
  const currency = transfers[0]?.amount.currency ?? '';
  const amounts = transfers.map(({ amount }) => amount);
  const sum = Money.sum(amounts, currency).toAmountString();
  const totals = leaf('NbOfTxs', String(transfers.length)) + leaf('CtrlSum', sum);
  const header = node(
    'GrpHdr',
    leaf('MsgId', messageId),
    leaf('CreDtTm', createdAt),
    totals,
    node('InitgPty', leaf('Nm', debtor.name)),
  );
  const payment = node(
    'PmtInf',
    leaf('PmtInfId', messageId),
    leaf('PmtMtd', 'TRF'),
    batchBooking === null ? '' : leaf('BtchBookg', String(batchBooking)),
    totals,
    node('ReqdExctnDt', leaf('Dt', executionDate)),
    node('Dbtr', leaf('Nm', debtor.name)),
    node('DbtrAcct', accountId(debtor.accountNumber), leaf('Ccy', currency)),
    node('DbtrAgt', node('FinInstnId', leaf('BICFI', debtor.bic))),
    leaf('ChrgBr', transfers.every(({ creditor }) => isDomestic(creditor)) ? 'SLEV' : 'SHAR'),
    ...transfers.map(transferOf),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${NAMESPACE}">${node('CstmrCdtTrfInitn', header, payment)}</Document>`;
}

function transferOf({ endToEndId, amount, creditor, remittance }: BatchTransfer): string {
  return node(
    'CdtTrfTxInf',
    node('PmtId', leaf('InstrId', endToEndId), leaf('EndToEndId', endToEndId)),
    node('Amt', leaf('InstdAmt', amount.toAmountString(), ` Ccy="${amount.currency}"`)),
    agentOf(creditor),
    node('Cdtr', leaf('Nm', creditor.name)),
    node('CdtrAcct', accountOf(creditor)),
    node('RmtInf', leaf('Ustrd', remittance)),
  );
}

/** Known by its CNAPS number, a bank is in China. */
function isDomestic({ cnaps = null, bic = null }: PaymentCreditor): boolean {
  return cnaps !== null && bic === null;
}

function agentOf({ cnaps = null, bic = null }: PaymentCreditor): string {
  if (bic !== null) return node('CdtrAgt', node('FinInstnId', leaf('BICFI', bic)));
  if (cnaps === null) return '';
  const member = node('ClrSysMmbId', node('ClrSysId', leaf('Cd', 'CNAPS')), leaf('MmbId', cnaps));
  return node('CdtrAgt', node('FinInstnId', member));
}

function accountOf({ accountNumber, isIban = false }: PaymentCreditor): string {
  return isIban ? node('Id', leaf('IBAN', accountNumber)) : accountId(accountNumber);
}

function accountId(accountNumber: string): string {
  return node('Id', node('Othr', leaf('Id', accountNumber)));
}

function node(name: string, ...content: readonly string[]): string {
  return `<${name}>${content.join('')}</${name}>`;
}

function leaf(name: string, text: string, attributes = ''): string {
  return `<${name}${attributes}>${text.replaceAll(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark)}</${name}>`;
}
