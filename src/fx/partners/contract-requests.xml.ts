import {
  type AttachedFile,
  type ContractFiling,
  type FilingContent,
  MESSAGE_TYPES,
} from '../domain/contracts/contract-filing.js';
import { type ContractTerms } from '../domain/contracts/contract-terms.js';
import { attachment } from './attachment.xml.js';
import { agent, header, money, tradeParty } from './auth-parts.xml.js';
import { documentOf, leaf, node } from './xml-writer.js';

type Content<Kind extends FilingContent['kind']> = Extract<FilingContent, { readonly kind: Kind }>;

/** China keeps one zone and no summer time: a day there, from its first to its last second. */
const DAY_BEGINS = '00:00:00+08:00';
const DAY_ENDS = '23:59:59+08:00';
/** Proprietary reason of a closure: Max35Text. */
export const CLOSURE_REASON_MAX = 35;

/**
 * What is asked of the bank about the registration of one contract: ContractRegistrationRequest (auth.018), -AmendmentRequest
 * (021), -ClosureRequest (020) and -StatementRequest (023). One contract a message, whose id is that of the message too.
 */
export function writeContractRequest(
  filing: ContractFiling,
  content: Content<'registration' | 'amendment' | 'closure' | 'statement'>,
): string {
  const type = MESSAGE_TYPES[content.kind];
  if (content.kind === 'registration') {
    return documentOf(type, node('CtrctRegnReq', header(filing), registration(filing, content)));
  }
  if (content.kind === 'amendment') {
    return documentOf(type, node('CtrctRegnAmdmntReq', header(filing), amendment(filing, content)));
  }
  if (content.kind === 'closure') {
    return documentOf(type, node('CtrctRegnClsrReq', header(filing), closure(filing, content)));
  }
  return documentOf(type, node('CtrctRegnStmtReq', header(filing), statementRequest(filing, content)));
}

function registration(filing: ContractFiling, { terms, files = [] }: Content<'registration'>): string {
  const { messageId } = filing;
  const opening = node(
    'CtrctRegnOpng',
    leaf('CtrctRegnOpngId', messageId),
    leaf('Prty', 'NORM'),
    contract(filing, terms, files),
  );
  return node('CtrctRegn', leaf('CtrctRegnId', messageId), parties(filing), opening);
}

function amendment(filing: ContractFiling, content: Content<'amendment'>): string {
  const { registrationNumber, terms, reason, files = [] } = content;
  const { messageId } = filing;
  const amended = node(
    'RegdCtrctAmdmnt',
    leaf('RegdCtrctAmdmntId', messageId),
    leaf('OrgnlRegdCtrctId', registrationNumber),
    leaf('Prty', 'NORM'),
    contract(filing, terms, files),
    leaf('AddtlInf', reason),
  );
  return node('CtrctRegnAmdmnt', leaf('CtrctRegnAmdmntId', messageId), parties(filing), amended);
}

function closure(filing: ContractFiling, { registrationNumber, registeredOn, reason }: Content<'closure'>): string {
  return node(
    'RegdCtrctClsr',
    leaf('RegdCtrctClsrId', filing.messageId),
    parties(filing),
    node('OrgnlRegdCtrct', leaf('Id', registrationNumber), leaf('DtOfIsse', registeredOn)),
    leaf('Prty', 'NORM'),
    node('ClsrRsn', leaf('Prtry', reason.slice(0, CLOSURE_REASON_MAX))),
  );
}

function statementRequest(filing: ContractFiling, { registrationNumber, from, to }: Content<'statement'>): string {
  return node(
    'StmtReq',
    leaf('StmtReqId', filing.messageId),
    node(
      'RptgPrd',
      node('FrToDt', leaf('FrDt', from), leaf('ToDt', to)),
      node('FrToTm', leaf('FrTm', DAY_BEGINS), leaf('ToTm', DAY_ENDS)),
      leaf('Tp', 'ALLL'),
    ),
    parties(filing),
    leaf('RegdCtrctId', registrationNumber),
    node('RtrCrit', leaf('TxJrnl', 'true'), leaf('SpprtgDocJrnl', 'true')),
  );
}

function parties({ parties: { seller, bic } }: ContractFiling): string {
  return node('RptgPty', tradeParty(seller)) + node('RegnAgt', agent(bic));
}

/** A sales contract as TradeContract2: it is settled in its own currency, and nothing prolongs it by itself. */
function contract(
  { parties: { buyer, buyerCountry, seller }, bytes }: ContractFiling,
  terms: ContractTerms,
  files: readonly AttachedFile[],
): string {
  const { contractNumber, amount, startsOn, endsOn } = terms;
  const trade = node(
    'Trad',
    node('CtrctDocId', leaf('Id', contractNumber), leaf('DtOfIsse', startsOn)),
    money('Amt', amount),
    node('Buyr', tradeParty(buyer, buyerCountry)),
    node('Sellr', tradeParty(seller, 'CN')),
    leaf('MtrtyDt', endsOn),
    leaf('PrlngtnFlg', 'false'),
    leaf('StartDt', startsOn),
    leaf('SttlmCcy', amount.currency),
    ...files.map((file) => attachment(file, bytes)),
  );
  return node('Ctrct', trade);
}
