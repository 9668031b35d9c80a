import { assertPaymentOrder, type PaymentOrder } from '../domain/payouts/payment-order.js';

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
 * transfer. Chinese banks are named by their 12-digit CNAPS number (clearing system CNAPS), not by BIC.
 * @throws PaymentOrderFaultyError naming every fault; nothing is written then
 */
export function writePain001(order: PaymentOrder): string {
  assertPaymentOrder(order);
  const { messageId, createdAt, executionDate, amount, debtor, creditor, remittance } = order;
  const sum = amount.toAmountString();
  const header = node(
    'GrpHdr',
    leaf('MsgId', messageId),
    leaf('CreDtTm', createdAt),
    leaf('NbOfTxs', '1'),
    leaf('CtrlSum', sum),
    node('InitgPty', leaf('Nm', debtor.name)),
  );
  const transfer = node(
    'CdtTrfTxInf',
    node('PmtId', leaf('InstrId', messageId), leaf('EndToEndId', messageId)),
    node('Amt', leaf('InstdAmt', sum, ` Ccy="${amount.currency}"`)),
    node(
      'CdtrAgt',
      node('FinInstnId', node('ClrSysMmbId', node('ClrSysId', leaf('Cd', 'CNAPS')), leaf('MmbId', creditor.cnaps))),
    ),
    node('Cdtr', leaf('Nm', creditor.name)),
    node('CdtrAcct', accountId(creditor.accountNumber)),
    node('RmtInf', leaf('Ustrd', remittance)),
  );
  const payment = node(
    'PmtInf',
    leaf('PmtInfId', messageId),
    leaf('PmtMtd', 'TRF'),
    leaf('NbOfTxs', '1'),
    leaf('CtrlSum', sum),
    node('ReqdExctnDt', leaf('Dt', executionDate)),
    node('Dbtr', leaf('Nm', debtor.name)),
    node('DbtrAcct', accountId(debtor.accountNumber), leaf('Ccy', amount.currency)),
    node('DbtrAgt', node('FinInstnId', leaf('BICFI', debtor.bic))),
    leaf('ChrgBr', 'SLEV'),
    transfer,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${NAMESPACE}">${node('CstmrCdtTrfInitn', header, payment)}</Document>`;
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
