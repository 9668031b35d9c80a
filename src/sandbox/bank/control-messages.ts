import { Money, type MoneyJson } from '../../kernel/money.js';
import { leaf, node, XML_HEAD } from '../world/xml.js';
import { BANK_BIC } from './messages.js';
import { type Reason } from './payment-order.js';

const REASON_MAX = 105;
const AMENDMENT_REASON_MAX = 35;

/** A contract as the bank has registered it. */
export interface RegisteredDeal {
  readonly number: string;
  readonly registeredOn: string;
  /** The message that asked for it. */
  readonly requestId: string;
  readonly seller: string;
  readonly buyer: string;
  readonly buyerCountry: string;
  readonly contractNumber: string;
  readonly amount: MoneyJson;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly amendments: readonly { readonly id: string; readonly on: string; readonly reason: string }[];
  readonly closed: { readonly on: string; readonly reason: string } | null;
  /** What was declared under it. */
  readonly transactions: readonly {
    readonly reference: string;
    readonly on: string;
    readonly code: string;
    readonly amount: MoneyJson;
  }[];
  readonly deliveries: readonly Delivery[];
}

/** Papers that were shown. */
export interface Delivery {
  readonly id: string;
  readonly on: string;
  readonly entries: readonly {
    readonly number: string;
    readonly issuedOn: string;
    readonly code: string;
    readonly amount: MoneyJson | null;
  }[];
}

/** What a message about a contract is called in the standard, and when it goes. */
interface Envelope {
  readonly messageId: string;
  readonly createdAt: string;
}

const AGENT = node('FinInstnId', leaf('BICFI', BANK_BIC));
/** CurrencyControlHeader6 of one item. */
const header = ({ messageId, createdAt }: Envelope, receiver: string): string =>
  node(
    'GrpHdr',
    leaf('MsgId', messageId) +
      leaf('CreDtTm', createdAt) +
      leaf('NbOfItms', '1') +
      node('RcvgPty', leaf('Nm', receiver)) +
      node('RegnAgt', AGENT),
  );
const document = (type: string, content: string): string =>
  `${XML_HEAD}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${type}">${content}</Document>`;
const money = (name: string, { amount, currency }: MoneyJson): string => leaf(name, amount, `Ccy="${currency}"`);
const party = (name: string, country = ''): string =>
  node('PtyId', leaf('Nm', name) + (country === '' ? '' : leaf('CtryOfRes', country)));

/** auth.027.001.02 on one message of one record. */
export function statusAdvice(
  envelope: Envelope,
  about: {
    readonly messageId: string;
    readonly messageType: string;
    readonly recordId: string;
    readonly refusal: Reason | null;
    readonly bankReference: string;
  },
): string {
  const { refusal } = about;
  const status = leaf('Sts', refusal === null ? 'ACPT' : 'RJCT');
  const reason =
    refusal === null
      ? ''
      : node('StsRsn', node('Rsn', leaf('Cd', refusal.code)) + leaf('AddtlInf', refusal.text.slice(0, REASON_MAX)));
  const group = node(
    'GrpSts',
    node('OrgnlRefs', leaf('OrgnlMsgId', about.messageId) + leaf('OrgnlMsgNmId', about.messageType)) +
      node('RptgPty', party('Customer')) +
      node('RegnAgt', AGENT) +
      status +
      reason,
  );
  const kept = leaf('Id', about.bankReference) + leaf('DtOfIsse', envelope.createdAt.slice(0, 10));
  const record = node('RcrdSts', leaf('RcrdId', about.recordId) + status + reason + node('DocId', kept));
  const pack = node('PackgSts', leaf('PackgId', about.messageId) + status + record);
  return document('auth.027.001.02', node('CcyCtrlStsAdvc', header(envelope, 'Customer') + group + pack));
}

/** auth.019.001.02: what is registered, after a registration or an amendment. */
export function confirmation(envelope: Envelope, deal: RegisteredDeal, requestId: string): string {
  const body =
    leaf('OrgnlCtrctRegnReq', requestId) +
    node('RptgPty', party(deal.seller)) +
    node('RegnAgt', AGENT) +
    registered(deal, envelope);
  return document('auth.019.001.02', node('CtrctRegnConf', header(envelope, deal.seller) + node('RegdCtrct', body)));
}

/** auth.022.001.02: what was counted and shown under a contract within a period. */
export function contractStatement(
  envelope: Envelope,
  deal: RegisteredDeal,
  { requestId, from, to }: { readonly requestId: string; readonly from: string; readonly to: string },
): string {
  const within = deal.transactions.filter(({ on }) => on >= from && on <= to);
  const { currency } = deal.amount;
  const turnover = Money.sum(
    deal.transactions.map(({ amount }) => Money.fromJSON(amount)).filter((amount) => amount.currency === currency),
    currency,
  );
  const period = node(
    'RptgPrd',
    node('FrToDt', leaf('FrDt', from) + leaf('ToDt', to)) +
      node('FrToTm', leaf('FrTm', '00:00:00+08:00') + leaf('ToTm', '23:59:59+08:00')) +
      leaf('Tp', 'ALLL'),
  );
  const body =
    leaf('StmtId', requestId) +
    node('RptgPty', party(deal.seller)) +
    node('RegnAgt', AGENT) +
    period +
    node('RegdCtrct', leaf('OrgnlCtrctRegnReq', deal.requestId) + registered(deal, envelope)) +
    within.map(transaction).join('') +
    deal.deliveries.map((delivery) => delivered(deal, delivery)).join('') +
    money('TtlCtrctTrnvrSum', turnover.toJSON());
  return document('auth.022.001.02', node('CtrctRegnStmt', header(envelope, deal.seller) + node('Stmt', body)));
}

/** auth.026.001.02: the bank asks for papers, or writes back. */
export function bankLetter(
  envelope: Envelope,
  letter: {
    readonly reference: string;
    readonly receiver: string;
    readonly original: { readonly messageId: string; readonly messageType: string; readonly recordId: string };
    readonly type: 'SUPP' | 'LFBK';
    readonly subject: string;
    readonly text: string;
    readonly dueOn: string | null;
  },
): string {
  const { messageId, messageType, recordId } = letter.original;
  const from = node('Agt', AGENT);
  const head = node(
    'GrpHdr',
    leaf('MsgId', envelope.messageId) +
      leaf('CreDtTm', envelope.createdAt) +
      leaf('NbOfItms', '1') +
      node('InitgPty', from),
  );
  const original = leaf('OrgnlMsgId', messageId) + leaf('OrgnlMsgNmId', messageType) + leaf('OrgnlRcrdId', recordId);
  const body =
    leaf('ReqOrLttrId', letter.reference) +
    leaf('Dt', envelope.createdAt.slice(0, 10)) +
    node('Sndr', from) +
    node('Rcvr', node('Pty', leaf('Nm', letter.receiver))) +
    node('OrgnlRefs', original) +
    leaf('Sbjt', letter.subject) +
    leaf('Tp', letter.type) +
    leaf('Desc', letter.text) +
    leaf('RspnReqrd', String(letter.dueOn !== null)) +
    (letter.dueOn === null ? '' : leaf('DueDt', letter.dueOn));
  return document('auth.026.001.02', node('CcyCtrlReqOrLttr', head + node('ReqOrLttr', body)));
}

function registered(deal: RegisteredDeal, { createdAt }: Envelope): string {
  const today = createdAt.slice(0, 10);
  const done = node('Submissn', leaf('Mtd', 'ONLI') + leaf('Dt', deal.registeredOn));
  const trade =
    node('CtrctDocId', leaf('Id', deal.contractNumber) + leaf('DtOfIsse', deal.startsOn)) +
    money('Amt', deal.amount) +
    node('Buyr', party(deal.buyer, deal.buyerCountry)) +
    node('Sellr', party(deal.seller, 'CN')) +
    leaf('MtrtyDt', deal.endsOn) +
    leaf('PrlngtnFlg', 'false') +
    leaf('StartDt', deal.startsOn) +
    leaf('SttlmCcy', deal.amount.currency);
  return (
    node('IssrFI', AGENT) +
    node('Ctrct', node('Trad', trade)) +
    node('RegdCtrctId', leaf('Id', deal.number) + leaf('DtOfIsse', deal.registeredOn)) +
    (deal.closed === null ? '' : closure(deal.closed)) +
    deal.amendments.map(amendment).join('') +
    done +
    node('Dlvry', leaf('Mtd', 'ONLI') + leaf('Dt', today)) +
    leaf('EstmtdDtInd', 'false') +
    leaf('IntrCpnyLn', 'false')
  );
}

function closure({ on, reason }: { readonly on: string; readonly reason: string }): string {
  return node('RegdCtrctJrnl', node('RegnAgt', AGENT) + leaf('ClsrDt', on) + node('ClsrRsn', leaf('Prtry', reason)));
}

function amendment({ id, on, reason }: RegisteredDeal['amendments'][number]): string {
  return node(
    'Amdmnt',
    leaf('AmdmntDt', on) +
      node('Doc', leaf('Id', id) + leaf('DtOfIsse', on)) +
      leaf('AmdmntRsn', reason.slice(0, AMENDMENT_REASON_MAX)),
  );
}

function transaction({ reference, on, code, amount }: RegisteredDeal['transactions'][number]): string {
  const record =
    node('RfrdDoc', node('Id', leaf('AcctSvcrRef', reference)) + leaf('Dt', on)) +
    leaf('TxDt', on) +
    leaf('TxTp', '1') +
    leaf('LclInstrm', code) +
    money('Amt', amount);
  return node(
    'TxJrnl',
    leaf('TxId', reference) +
      node('Cert', leaf('Id', reference) + leaf('DtOfIsse', on)) +
      node('CertRcrd', leaf('CertRcrdId', '1') + node('Tx', record)),
  );
}

function delivered(deal: RegisteredDeal, { id, on, entries }: Delivery): string {
  const entry = ({ number, issuedOn, code, amount }: Delivery['entries'][number], index: number): string =>
    node(
      'Ntry',
      leaf('NtryId', String(index + 1)) +
        node('OrgnlDoc', leaf('Id', number) + (issuedOn === '' ? '' : leaf('DtOfIsse', issuedOn))) +
        leaf('DocTp', code) +
        (amount === null ? '' : money('TtlAmt', amount)) +
        node('ShipmntAttrbts', leaf('CtryOfCntrPty', deal.buyerCountry)),
    );
  return node(
    'SpprtgDocJrnl',
    leaf('SpprtgDocId', id) +
      node('Cert', leaf('DtOfIsse', on)) +
      node('AcctOwnr', leaf('Nm', deal.seller)) +
      node('AcctSvcr', AGENT) +
      node('CtrctRef', leaf('RegdCtrctId', deal.number)) +
      entries.map(entry).join(''),
  );
}
