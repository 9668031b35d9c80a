import { checkIban } from '../../kernel/identifiers/index.js';
import { type Money } from '../../kernel/money.js';
import { chinaSeconds } from '../world/china-time.js';
import { leaf, node } from '../world/xml.js';
import { type PaymentOrder, type Reason, type Transfer } from './payment-order.js';

export const BANK_BIC = 'SBXCCNBJXXX';
const USTRD_MAX = 140;
export const NAME_MAX = 140;
const REASON_MAX = 105;

export type PaymentStatus = 'ACCP' | 'ACSC' | 'RJCT' | 'PART';

/** What is told of one transfer. */
export interface TransferStatus {
  readonly status: Exclude<PaymentStatus, 'PART'>;
  readonly reason: Reason | null;
}

/** What a customer is told of a payment order. */
export interface StatusReport {
  readonly messageId: string;
  readonly status: PaymentStatus;
  readonly reason: Reason | null;
  /** Of each transfer. */
  readonly statuses: readonly TransferStatus[];
  /** The bank's own references, one per transfer. */
  readonly bankReferences: readonly string[];
}

/** pain.002.001.10: each transfer with its own status; the whole is `PART` where they differ. */
export function statusReport(order: PaymentOrder, report: StatusReport, now: Date): string {
  const reason = reasonOf(report.reason);
  const header = node(
    'GrpHdr',
    leaf('MsgId', report.messageId) +
      leaf('CreDtTm', chinaSeconds(now)) +
      node('DbtrAgt', node('FinInstnId', leaf('BICFI', BANK_BIC))),
  );
  const original = node(
    'OrgnlGrpInfAndSts',
    leaf('OrgnlMsgId', order.messageId) +
      leaf('OrgnlMsgNmId', 'pain.001.001.09') +
      (/^\d{1,15}$/.test(order.transactionCount) ? leaf('OrgnlNbOfTxs', order.transactionCount) : '') +
      (/^\d{1,13}(\.\d{1,5})?$/.test(order.controlSum) ? leaf('OrgnlCtrlSum', order.controlSum) : '') +
      leaf('GrpSts', report.status) +
      reason,
  );
  const body = header + original + groupsOf(order, report);
  return document('pain.002.001.10', node('CstmrPmtStsRpt', body));
}

function groupsOf(order: PaymentOrder, report: StatusReport): string {
  const groups = new Map<string, string>();
  for (const [index, transfer] of order.transfers.entries()) {
    const { paymentInfoId } = transfer;
    if (paymentInfoId === '') continue;
    const { status: code, reason } = report.statuses[index] ?? { status: 'RJCT' as const, reason: report.reason };
    const status = transferStatus(transfer, { code, reason }, report.bankReferences[index] ?? '');
    groups.set(paymentInfoId, (groups.get(paymentInfoId) ?? '') + status);
  }
  return [...groups]
    .map(([id, transfers]) =>
      node('OrgnlPmtInfAndSts', leaf('OrgnlPmtInfId', id) + leaf('PmtInfSts', report.status) + transfers),
    )
    .join('');
}

function transferStatus(
  transfer: Transfer,
  { code, reason }: { readonly code: string; readonly reason: Reason | null },
  bankReference: string,
): string {
  return node(
    'TxInfAndSts',
    optional('OrgnlInstrId', transfer.instructionId) +
      optional('OrgnlEndToEndId', transfer.endToEndId) +
      leaf('TxSts', code) +
      reasonOf(reason) +
      optional('AcctSvcrRef', bankReference),
  );
}

function reasonOf(reason: Reason | null): string {
  if (reason === null) return '';
  return node('StsRsnInf', node('Rsn', leaf('Cd', reason.code)) + leaf('AddtlInf', reason.text.slice(0, REASON_MAX)));
}

export interface Account {
  readonly accountNumber: string;
  readonly ownerName: string;
  readonly currency: string;
}

/** Money that came in. */
export interface Credit {
  readonly bankReference: string;
  readonly uetr: string;
  /** What the payer sent; `credited` is what is left after `charges`. */
  readonly sent: Money;
  readonly charges: Money;
  readonly credited: Money;
  readonly payerName: string;
  readonly payerCountry: string;
  /** Where it came from. */
  readonly payerAccount: string;
  readonly payerBic: string;
  readonly remittance: string;
  readonly bookedOn: string;
  /** Of a payment of ours that comes back. */
  readonly returned?: { readonly endToEndId: string; readonly reason: Reason };
}

/** camt.054.001.08 with one entry per credit. */
export function creditNotice(messageId: string, account: Account, credits: readonly Credit[], now: Date): string {
  const created = leaf('CreDtTm', chinaSeconds(now));
  const bank = node('Svcr', node('FinInstnId', leaf('BICFI', BANK_BIC)));
  const owner = node('Ownr', leaf('Nm', account.ownerName.slice(0, NAME_MAX)));
  const accountId = node('Id', node('Othr', leaf('Id', account.accountNumber)));
  const notice =
    leaf('Id', messageId) +
    created +
    node('Acct', accountId + leaf('Ccy', account.currency) + owner + bank) +
    credits.map(entryOf).join('');
  const body = node('GrpHdr', leaf('MsgId', messageId) + created) + node('Ntfctn', notice);
  return document('camt.054.001.08', node('BkToCstmrDbtCdtNtfctn', body));
}

function entryOf(credit: Credit): string {
  const { bankReference, charges } = credit;
  const date = node('BookgDt', leaf('Dt', credit.bookedOn)) + node('ValDt', leaf('Dt', credit.bookedOn));
  const family =
    credit.returned === undefined
      ? node('Fmly', leaf('Cd', 'RCDT') + leaf('SubFmlyCd', 'XBCT'))
      : node('Fmly', leaf('Cd', 'ICDT') + leaf('SubFmlyCd', 'RRTN'));
  const charged =
    amount('TtlChrgsAndTaxAmt', charges) +
    node('Rcrd', amount('Amt', charges) + leaf('CdtDbtInd', 'DBIT') + leaf('ChrgInclInd', 'true'));
  return node(
    'Ntry',
    leaf('NtryRef', bankReference) +
      amount('Amt', credit.credited) +
      leaf('CdtDbtInd', 'CRDT') +
      leaf('RvslInd', 'false') +
      node('Sts', leaf('Cd', 'BOOK')) +
      date +
      leaf('AcctSvcrRef', bankReference) +
      node('BkTxCd', node('Domn', leaf('Cd', 'PMNT') + family)) +
      (charges.isZero() ? '' : node('Chrgs', charged)) +
      node('NtryDtls', detailsOf(credit)),
  );
}

function detailsOf(credit: Credit): string {
  const references =
    leaf('AcctSvcrRef', credit.bankReference) +
    leaf('EndToEndId', credit.returned?.endToEndId ?? 'NOTPROVIDED') +
    leaf('UETR', credit.uetr);
  const payer = leaf('Nm', credit.payerName.slice(0, NAME_MAX)) + node('PstlAdr', leaf('Ctry', credit.payerCountry));
  return node(
    'TxDtls',
    node('Refs', references) +
      amount('Amt', credit.credited) +
      leaf('CdtDbtInd', 'CRDT') +
      node('AmtDtls', node('InstdAmt', amount('Amt', credit.sent))) +
      payerOf(payer, credit) +
      (credit.remittance === '' ? '' : node('RmtInf', unstructured(credit.remittance))) +
      returnInfo(credit.returned?.reason ?? null),
  );
}

/** A payer, its account and its bank. */
export function payerOf(party: string, { payerAccount, payerBic }: Pick<Credit, 'payerAccount' | 'payerBic'>): string {
  const id = checkIban(payerAccount).valid ? leaf('IBAN', payerAccount) : node('Othr', leaf('Id', payerAccount));
  return (
    node('RltdPties', node('Dbtr', node('Pty', party)) + node('DbtrAcct', node('Id', id))) +
    node('RltdAgts', node('DbtrAgt', node('FinInstnId', leaf('BICFI', payerBic))))
  );
}

/** Why a payment comes back (`RtrInf`). */
export function returnInfo(reason: Reason | null): string {
  if (reason === null) return '';
  return node('RtrInf', node('Rsn', leaf('Cd', reason.code)) + leaf('AddtlInf', reason.text.slice(0, REASON_MAX)));
}

/** Longer texts take several lines. */
export function unstructured(remittance: string): string {
  const marks = Array.from(remittance);
  const lines: string[] = [];
  for (let start = 0; start < marks.length; start += USTRD_MAX)
    lines.push(marks.slice(start, start + USTRD_MAX).join(''));
  return lines.map((line) => leaf('Ustrd', line)).join('');
}

export function amount(name: string, money: Money): string {
  return leaf(name, money.toAmountString(), `Ccy="${money.currency}"`);
}

function optional(name: string, text: string): string {
  return text === '' ? '' : leaf(name, text);
}

export function document(name: string, content: string): string {
  return node('Document', content, `xmlns="urn:iso:std:iso:20022:tech:xsd:${name}"`);
}
