import { Injectable } from '@nestjs/common';

import { type BankMessage, type PaymentReport } from '../domain/bank-files/bank-message.js';
import { UnknownBankMessageError, UnreadableBankMessageError } from '../domain/bank-files/bank-message.errors.js';
import { SAY } from '../domain/fx.sentences.js';
import { isPaymentStatus } from '../domain/payouts/payment-status.js';
import { AUTH_027, readAuth027 } from './auth027.xml.js';
import { readNotices } from './camt054.xml.js';
import { BankMessages } from './bank.port.js';
import { XmlElement } from './xml-element.js';

/** Banks change versions at their own pace; these share what we read, under different names here and there. */
const CREDIT_NOTICE = /^urn:iso:std:iso:20022:tech:xsd:camt\.054\.001\.0[2-8]$/;
const PAYMENT_STATUS = /^urn:iso:std:iso:20022:tech:xsd:pain\.002\.001\.(0[3-9]|1[0-4])$/;

/** Reads the bank's ISO 20022 messages: camt.054 (versions 02 to 08), pain.002 (03 to 14) and auth.027 (01, 02). */
@Injectable()
export class Iso20022Messages extends BankMessages {
  override read(text: string): BankMessage {
    const root = XmlElement.parse(text);
    if (root === null) throw new UnreadableBankMessageError(SAY.not_xml);
    const { namespace } = root;
    if (root.name === 'Document' && CREDIT_NOTICE.test(namespace)) {
      return { kind: 'credit-notice', notices: readNotices(root.element.child('BkToCstmrDbtCdtNtfctn')) };
    }
    if (root.name === 'Document' && PAYMENT_STATUS.test(namespace)) {
      return { kind: 'payment-status', report: readReport(root.element.child('CstmrPmtStsRpt')) };
    }
    if (root.name === 'Document' && AUTH_027.test(namespace)) {
      return { kind: 'control-status', report: readAuth027(root.element.child('CcyCtrlStsAdvc')) };
    }
    const content = root.element.names()[0] ?? '';
    throw new UnknownBankMessageError(SAY.no_message_of_ours({ name: root.name, content: content.slice(0, 60) }), {
      namespace: namespace.slice(0, 200),
    });
  }
}

/** One message of ours holds one transfer, so the status nearest to the transfer is the one that counts. */
function readReport(report: XmlElement): PaymentReport {
  const group = report.child('OrgnlGrpInfAndSts');
  const payment = report.child('OrgnlPmtInfAndSts');
  const transfer = payment.child('TxInfAndSts');
  const messageId = group.text('OrgnlMsgId');
  const code = transfer.text('TxSts') || payment.text('PmtInfSts') || group.text('GrpSts');
  if (messageId === '' || code === '') {
    throw new UnreadableBankMessageError(SAY.no_status);
  }
  if (!isPaymentStatus(code)) {
    throw new UnknownBankMessageError(SAY.status_unknown({ status: code.slice(0, 8) }), { messageId });
  }
  const reason = [transfer, payment, group].map((level) => level.child('StsRsnInf')).find((info) => info.has('Rsn'));
  const words = (reason?.all('AddtlInf') ?? []).map((line) => line.text()).join(' ');
  return {
    messageId,
    status: code,
    reasonCode: reason?.optional('Rsn/Cd') ?? reason?.optional('Rsn/Prtry') ?? null,
    reason: words === '' ? null : words,
    bankReference: transfer.optional('AcctSvcrRef'),
  };
}
