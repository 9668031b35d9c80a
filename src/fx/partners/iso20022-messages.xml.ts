import { type PaymentReport, type TransactionReport } from '../domain/payouts/payment-report.js';
import { Injectable } from '@nestjs/common';

import { type BankMessage } from '../domain/bank-files/bank-message.js';
import { UnknownBankMessageError, UnreadableBankMessageError } from '../domain/bank-files/bank-message.errors.js';
import { SAY } from '../domain/fx.sentences.js';
import { isPaymentStatus, type PaymentStatus } from '../domain/payouts/payment-status.js';
import { AUTH_027, readAuth027 } from './auth027.xml.js';
import { readNotices } from './camt054.xml.js';
import {
  AUTH_019,
  AUTH_022,
  AUTH_026,
  readConfirmations,
  readLetters,
  readStatements,
} from './contract-answers.xml.js';
import { BankMessages } from './bank.port.js';
import { XmlElement } from './xml-element.js';

/** Banks change versions at their own pace; these share what we read, under different names here and there. */
const CREDIT_NOTICE = /^urn:iso:std:iso:20022:tech:xsd:camt\.054\.001\.0[2-8]$/;
const PAYMENT_STATUS = /^urn:iso:std:iso:20022:tech:xsd:pain\.002\.001\.(0[3-9]|1[0-4])$/;

/** Reads the bank's ISO 20022 messages: camt.054 (versions 02 to 08), pain.002 (03 to 14), and auth.019, 022, 026, 027 (01, 02). */
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
    const ofContracts = root.name === 'Document' ? readContractMessage(root) : null;
    if (ofContracts !== null) return ofContracts;
    const content = root.element.names()[0] ?? '';
    throw new UnknownBankMessageError(SAY.no_message_of_ours({ name: root.name, content: content.slice(0, 60) }), {
      namespace: namespace.slice(0, 200),
    });
  }
}

/** Null where it is about no registered contract. */
function readContractMessage({ namespace, element }: { namespace: string; element: XmlElement }): BankMessage | null {
  if (AUTH_019.test(namespace)) return { kind: 'contract-confirmation', confirmations: readConfirmations(element) };
  if (AUTH_022.test(namespace)) return { kind: 'contract-statement', statements: readStatements(element) };
  return AUTH_026.test(namespace) ? { kind: 'control-letters', letters: readLetters(element) } : null;
}

/**
 * Of a message with one transfer the status nearest to the transfer is the one that counts. Of one with several each transaction has
 * its own, where the bank names it.
 */
function readReport(report: XmlElement): PaymentReport {
  const group = report.child('OrgnlGrpInfAndSts');
  const payment = report.child('OrgnlPmtInfAndSts');
  const transfer = payment.child('TxInfAndSts');
  const messageId = group.text('OrgnlMsgId');
  const code = transfer.text('TxSts') || payment.text('PmtInfSts') || group.text('GrpSts');
  if (messageId === '' || code === '') {
    throw new UnreadableBankMessageError(SAY.no_status);
  }
  if (code !== 'PART' && !isPaymentStatus(code)) {
    throw new UnknownBankMessageError(SAY.status_unknown({ status: code.slice(0, 8) }), { messageId });
  }
  const why = reasonOf(transfer, payment, group);
  const transactions = report
    .all('OrgnlPmtInfAndSts')
    .flatMap((each) => each.all('TxInfAndSts'))
    .flatMap((each) => transactionOf(each, messageId));
  return {
    messageId,
    status: code === 'PART' ? (transactions[0]?.status ?? 'PDNG') : code,
    groupStatus: groupStatusOf(payment.text('PmtInfSts') || group.text('GrpSts')),
    transactions,
    ...why,
    bankReference: transfer.optional('AcctSvcrRef'),
  };
}

/** @throws UnknownBankMessageError for a status that is not understood */
function transactionOf(transaction: XmlElement, messageId: string): TransactionReport[] {
  const [endToEndId, status] = [transaction.text('OrgnlEndToEndId'), transaction.text('TxSts')];
  if (endToEndId === '' || status === '') return [];
  if (!isPaymentStatus(status)) {
    throw new UnknownBankMessageError(SAY.status_unknown({ status: status.slice(0, 8) }), { messageId });
  }
  return [{ endToEndId, status, ...reasonOf(transaction), bankReference: transaction.optional('AcctSvcrRef') }];
}

/** The first of the levels that names one. */
function reasonOf(...levels: readonly XmlElement[]): { reasonCode: string | null; reason: string | null } {
  const found = levels.map((level) => level.child('StsRsnInf')).find((info) => info.has('Rsn'));
  const words = (found?.all('AddtlInf') ?? []).map((line) => line.text()).join(' ');
  return {
    reasonCode: found?.optional('Rsn/Cd') ?? found?.optional('Rsn/Prtry') ?? null,
    reason: words === '' ? null : words,
  };
}

function groupStatusOf(code: string): PaymentStatus | 'PART' | null {
  return code === 'PART' || isPaymentStatus(code) ? code : null;
}
