import {
  type ContractConfirmation,
  type ContractStatement,
  type LetterFromBank,
  type RegisteredTerms,
} from '../domain/contracts/contract-filing.js';
import { SAY } from '../domain/contracts/contracts.sentences.js';
import { type XmlElement } from './xml-element.js';
import { XmlReading } from './xml-reading.js';

export const AUTH_019 = /^urn:iso:std:iso:20022:tech:xsd:auth\.019\.001\.0[12]$/;
export const AUTH_022 = /^urn:iso:std:iso:20022:tech:xsd:auth\.022\.001\.0[12]$/;
export const AUTH_026 = /^urn:iso:std:iso:20022:tech:xsd:auth\.026\.001\.0[12]$/;

const ID_MAX = 35;
const SUBJECT_MAX = 140;
const TEXT_MAX = 1_025;
const URL_MAX = 256;
const LETTER_TYPES = ['LFBK', 'LTBK', 'SUPP'];
/** TxTp of a certificate: 1 comes in; the standard leaves the digit to the parties. */
const INCOMING = '1';
const DIRECTIONS = ['1', '2'];

/** ContractRegistrationConfirmation (auth.019): each contract that it confirms. @throws UnreadableBankMessageError naming every fault */
export function readConfirmations(document: XmlElement): ContractConfirmation[] {
  const message = XmlReading.of(document.child('CtrctRegnConf'), '/xml/Document/CtrctRegnConf');
  const reportId = message.text('GrpHdr/MsgId', ID_MAX);
  const contracts = message.some('RegdCtrct');
  message.counts('GrpHdr/NbOfItms', contracts.length);
  const read = contracts.map((contract) => ({
    messageId: contract.optionalText('OrgnlCtrctRegnReq', ID_MAX),
    reportId,
    registered: registeredOf(contract),
  }));
  message.done();
  return read;
}

/** ContractRegistrationStatement (auth.022). @throws UnreadableBankMessageError naming every fault */
export function readStatements(document: XmlElement): ContractStatement[] {
  const message = XmlReading.of(document.child('CtrctRegnStmt'), '/xml/Document/CtrctRegnStmt');
  const reportId = message.text('GrpHdr/MsgId', ID_MAX);
  const statements = message.some('Stmt');
  message.counts('GrpHdr/NbOfItms', statements.length);
  const read = statements.map((statement) => ({
    messageId: statement.optionalText('StmtId', ID_MAX),
    reportId,
    registered: registeredOf(statement.at('RegdCtrct')),
    from: statement.date('RptgPrd/FrToDt/FrDt'),
    to: statement.optionalDate('RptgPrd/FrToDt/ToDt'),
    turnover: statement.money('TtlCtrctTrnvrSum'),
    transactions: statement.each('TxJrnl').flatMap((certificate) => transactionsOf(certificate)),
    documents: [...statement.each('SpprtgDocJrnl'), ...statement.each('AddtlSpprtgDocJrnl')].flatMap((delivered) =>
      delivered.some('Ntry').map((entry) => ({
        number: entry.text('OrgnlDoc/Id', ID_MAX),
        code: entry.text('DocTp', 4),
        amount: entry.optionalMoney('TtlAmt'),
      })),
    ),
  }));
  message.done();
  return read;
}

/** CurrencyControlRequestOrLetter (auth.026) from the bank. @throws UnreadableBankMessageError naming every fault */
export function readLetters(document: XmlElement): LetterFromBank[] {
  const message = XmlReading.of(document.child('CcyCtrlReqOrLttr'), '/xml/Document/CcyCtrlReqOrLttr');
  const messageId = message.text('GrpHdr/MsgId', ID_MAX);
  const letters = message.some('ReqOrLttr');
  message.counts('GrpHdr/NbOfItms', letters.length);
  const read = letters.map((letter) => ({
    messageId,
    reference: letter.text('ReqOrLttrId', ID_MAX),
    isRequestForDocuments: letter.word('Tp', LETTER_TYPES) === 'SUPP',
    writtenOn: letter.optionalDate('Dt'),
    subject: letter.text('Sbjt', SUBJECT_MAX),
    text: letter.optionalText('Desc', TEXT_MAX),
    responseRequired: letter.flag('RspnReqrd'),
    dueOn: letter.optionalDate('DueDt'),
    about: letter.each('OrgnlRefs').map((original) => ({
      messageId: original.text('OrgnlMsgId', ID_MAX),
      recordId: original.text('OrgnlRcrdId', ID_MAX),
    })),
    attachments: letter.each('Attchmnt').map((attachment) => ({
      code: attachment.text('DocTp', 4),
      number: attachment.text('DocNb', ID_MAX),
      url: attachment.optionalText('URL', URL_MAX),
    })),
  }));
  message.done();
  return read;
}

/** What confirmation and statement say alike. */
function registeredOf(contract: XmlReading): RegisteredTerms {
  const trade = contract.at('Ctrct/Trad');
  if (contract.at('Ctrct').isThere && !trade.isThere) trade.note('no_trade', SAY.no_trade({ line: trade.place }));
  const closures = contract.each('RegdCtrctJrnl').map((closure) => ({
    on: closure.date('ClsrDt'),
    reason: closure.optionalText('ClsrRsn/Prtry', ID_MAX) ?? closure.text('ClsrRsn/Cd', 4),
  }));
  return {
    registrationNumber: contract.text('RegdCtrctId/Id', ID_MAX),
    registeredOn: contract.date('RegdCtrctId/DtOfIsse'),
    closed: closures.at(-1) ?? null,
    ...termsOf(trade),
  };
}

function termsOf(trade: XmlReading): Pick<RegisteredTerms, 'contractNumber' | 'amount' | 'startsOn' | 'endsOn'> {
  return {
    contractNumber: trade.optionalText('CtrctDocId/Id', ID_MAX),
    amount: trade.money('Amt'),
    startsOn: trade.date('StartDt'),
    endsOn: trade.date('MtrtyDt'),
  };
}

function transactionsOf(certificate: XmlReading): ContractStatement['transactions'] {
  const reference = certificate.text('TxId', ID_MAX);
  return certificate.some('CertRcrd').map((record) => ({
    reference,
    on: record.date('Tx/TxDt'),
    direction: record.word('Tx/TxTp', DIRECTIONS) === INCOMING ? ('in' as const) : ('out' as const),
    amount: record.money('Tx/Amt'),
  }));
}
