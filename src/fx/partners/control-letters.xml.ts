import {
  type AnsweredLetter,
  type ContractFiling,
  DOCUMENT_CODES,
  type FilingContent,
  MESSAGE_TYPES,
  type SupportingDocument,
} from '../domain/contracts/contract-filing.js';
import { attachment } from './attachment.xml.js';
import { agent, header, money, party } from './auth-parts.xml.js';
import { documentOf, leaf, node } from './xml-writer.js';

type Content<Kind extends FilingContent['kind']> = Extract<FilingContent, { readonly kind: Kind }>;

/**
 * CurrencyControlSupportingDocumentDelivery (auth.025): papers shown for one registered contract. Each has four characters of
 * ours for its kind; the certificate is the declaration of the receipt that they are shown for, where there is one.
 */
export function writeAuth025(filing: ContractFiling, content: Content<'documents'>): string {
  const { messageId, createdAt, parties } = filing;
  const { registrationNumber, documents, declarationNumber, answers } = content;
  const certificate = declarationNumber === null ? '' : leaf('Id', declarationNumber);
  const delivery = node(
    'SpprtgDoc',
    leaf('SpprtgDocId', messageId),
    answers === null ? '' : leaf('OrgnlReqId', answers.reference),
    node('Cert', certificate, leaf('DtOfIsse', createdAt.slice(0, 10))),
    node('AcctOwnr', party(parties.seller)),
    node('AcctSvcr', agent(parties.bic)),
    node('CtrctRef', leaf('RegdCtrctId', registrationNumber)),
    ...documents.map((document, index) => entry(document, index + 1, filing)),
  );
  return documentOf(MESSAGE_TYPES.documents, node('CcyCtrlSpprtgDocDlvry', header(filing, true), delivery));
}

function entry(document: SupportingDocument, ordinal: number, { parties, bytes }: ContractFiling): string {
  const { kind, number, issuedOn, amount, note, files = [] } = document;
  return node(
    'Ntry',
    leaf('NtryId', `${ordinal}`),
    node('OrgnlDoc', leaf('Id', number), issuedOn === null ? '' : leaf('DtOfIsse', issuedOn)),
    leaf('DocTp', DOCUMENT_CODES[kind]),
    amount === null ? '' : money('TtlAmt', amount),
    node('ShipmntAttrbts', leaf('CtryOfCntrPty', parties.buyerCountry)),
    note === null ? '' : leaf('AddtlInf', note),
    ...files.map((file) => attachment(file, bytes)),
  );
}

/** CurrencyControlRequestOrLetter (auth.026): a letter of ours about a registered contract, or our answer to one of the bank. */
export function writeAuth026(filing: ContractFiling, content: Content<'letter'>): string {
  const { messageId, createdAt, parties } = filing;
  const { registrationNumber, subject, text, responseRequired, dueOn, answers } = content;
  const letter = node(
    'ReqOrLttr',
    leaf('ReqOrLttrId', messageId),
    leaf('Dt', createdAt.slice(0, 10)),
    node('Sndr', node('Pty', party(parties.seller))),
    node('Rcvr', node('Agt', agent(parties.bic))),
    answers === null ? '' : original(answers),
    leaf('Sbjt', subject),
    leaf('Tp', 'LTBK'),
    leaf('Desc', `${registrationNumber}: ${text}`),
    leaf('RspnReqrd', `${responseRequired}`),
    dueOn === null ? '' : leaf('DueDt', dueOn),
  );
  return documentOf(MESSAGE_TYPES.letter, node('CcyCtrlReqOrLttr', header(filing, true), letter));
}

function original({ messageId, reference }: AnsweredLetter): string {
  return node(
    'OrgnlRefs',
    leaf('OrgnlMsgId', messageId),
    leaf('OrgnlMsgNmId', MESSAGE_TYPES.letter),
    leaf('OrgnlRcrdId', reference),
  );
}
