import { type BopFiling } from '../domain/bop/bop-filing.js';
import { type BopLine } from '../domain/bop/bop-findings.js';
import { documentOf, leaf, node } from './xml-writer.js';

export const AUTH_024 = 'auth.024.001.02';

/** Money that comes in; the standard leaves the digit to the parties. */
const INCOMING = '1';
const PARTY_MAX = 140;
const ID_MAX = 35;
/** The standard has five digits for a transaction; the sixth stands with the whole code in the words beside it. */
const INSTRUMENT_DIGITS = 5;

/**
 * A declaration of a foreign receipt as PaymentRegulatoryInformationNotification (auth.024.001.02): one notification, one
 * certificate under the declaration number, one record for each transaction. What the standard has no element for (whole
 * code, remark, payer and country, contract, invoice, settlement) stands in `AddtlInf` as `name=value` pairs, in a fixed order.
 * A correction carries its number in `Amdmnt`; a deletion the same, with records of nothing.
 */
export function writeAuth024(filing: BopFiling): string {
  const { messageId, createdAt, declarer, number, creditedOn, revision, action, lines } = filing;
  const owner = leaf('Nm', declarer.name.slice(0, PARTY_MAX));
  const header = node(
    'GrpHdr',
    leaf('MsgId', messageId),
    leaf('CreDtTm', createdAt),
    leaf('NbOfItms', '1'),
    node('InitgPty', node('Pty', owner)),
  );
  const amendment =
    action === 'add' ? '' : node('Amdmnt', leaf('CrrctnId', String(revision)), leaf('OrgnlDocId', number));
  const certificate = node(
    'TxCert',
    leaf('TxId', number),
    node('Cert', leaf('Id', number), leaf('DtOfIsse', creditedOn)),
    node('Acct', node('Id', node('Othr', leaf('Id', declarer.accountNumber))), leaf('Ccy', filing.amount.currency)),
    amendment,
    ...lines.map((line, index) => recordOf(filing, line, index + 1)),
  );
  const notification = node(
    'TxNtfctn',
    leaf('TxNtfctnId', messageId),
    node('AcctOwnr', owner),
    node('AcctSvcr', node('FinInstnId', leaf('BICFI', declarer.bic))),
    certificate,
  );
  return documentOf(AUTH_024, node('PmtRgltryInfNtfctn', header, notification));
}

function recordOf(filing: BopFiling, line: BopLine, ordinal: number): string {
  const { creditedOn, bankReference, action } = filing;
  const amount = action === 'delete' ? '0' : line.amount.toAmountString();
  const reference = node(
    'RfrdDoc',
    node('Id', leaf('AcctSvcrRef', bankReference.slice(0, ID_MAX))),
    leaf('Dt', creditedOn),
  );
  const transaction = node(
    'Tx',
    reference,
    leaf('TxDt', creditedOn),
    leaf('TxTp', INCOMING),
    leaf('LclInstrm', line.code.slice(0, INSTRUMENT_DIGITS)),
    leaf('Amt', amount, ` Ccy="${line.amount.currency}"`),
  );
  return node(
    'CertRcrd',
    leaf('CertRcrdId', `${ordinal}`),
    transaction,
    node('Ctrct', leaf('AddtlInf', wordsOf(filing, line))),
  );
}

/** `BOP=121010;RMK=预收;PAYER=…`: semicolons in values become commas, so that the pairs can be told apart. */
function wordsOf(filing: BopFiling, line: BopLine): string {
  const { action, payerName, payerCountry, contractNumber, invoiceNumber, settled, isBonded } = filing;
  const pairs: readonly (readonly [string, string | null])[] = [
    ['ACT', action.toUpperCase()],
    ['BOP', line.code],
    ['RMK', line.remark],
    ['PAYER', payerName.slice(0, PARTY_MAX)],
    ['CTRY', payerCountry],
    ['CTR', contractNumber],
    ['INV', invoiceNumber],
    ['BONDED', isBonded ? 'Y' : 'N'],
    ['CNY', settled?.amount.toAmountString() ?? null],
    ['RATE', settled?.rate ?? null],
  ];
  return pairs
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}=${(value ?? '').replaceAll(';', ',')}`)
    .join(';');
}
