import { isCurrency, minorDigits } from '../../kernel/currency.js';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { beginningOf } from '../../platform/partners/storable-text.js';
import { type AccountNotice, type BankEntry } from '../domain/bank-files/bank-message.js';
import { UnreadableBankMessageError } from '../domain/bank-files/bank-message.errors.js';
import { SAY } from '../domain/fx.sentences.js';
import { payerAccountOf } from '../domain/refunds/payer-account.js';
import { type XmlElement } from './xml-element.js';

const NOT_PROVIDED = /^NOTPROVIDED$/i;
/** A line of remittance information that is full goes on in the next. */
const LINE_MAX = 140;

/** Every account and entry of a camt.054, versions 02 to 08. Entries that the bank has not booked yet are left out: they come again. */
export function readNotices(notification: XmlElement): AccountNotice[] {
  const notices = notification.all('Ntfctn');
  if (notices.length === 0) throw new UnreadableBankMessageError(SAY.no_notification);
  return notices.map((notice) => {
    const accountNumber = notice.text('Acct/Id/Othr/Id') || notice.text('Acct/Id/IBAN');
    if (accountNumber === '') throw new UnreadableBankMessageError(SAY.no_account);
    const noticeId = notice.text('Id');
    const createdOn = notice.text('CreDtTm').slice(0, 10);
    const entries = notice
      .all('Ntry')
      .flatMap((entry, index) => (isBooked(entry) ? readEntry(entry, `${noticeId}#${index + 1}`, createdOn) : []));
    return { accountNumber: accountNumber.replace(/\s/g, ''), entries };
  });
}

/** `<Sts>BOOK</Sts>` up to version 04, `<Sts><Cd>BOOK</Cd></Sts>` after. */
function isBooked(entry: XmlElement): boolean {
  const status = entry.text('Sts/Cd') || entry.text('Sts');
  return status === 'BOOK' || status === '';
}

/** An entry may sum up several transactions; each is a receipt of its own, as long as they make up the entry. */
export function readEntry(entry: XmlElement, fallbackReference: string, createdOn: string): BankEntry[] {
  const total = amountOf(entry.child('Amt'));
  const details = entry.all('NtryDtls/TxDtls');
  const reference =
    entry.optional('AcctSvcrRef') ??
    entry.optional('NtryRef') ??
    (details.length === 1 ? referenceOf(details[0]) : null);
  const whole: Origin = { entry, reference: reference ?? fallbackReference, partOf: null, createdOn };
  const [only] = details;
  if (details.length <= 1) return [movement(whole, total, only ?? entry.child('NtryDtls/TxDtls'))];
  const amounts = details.map((detail) => transactionAmount(detail));
  if (!isMadeUpOf(total, amounts)) return [movement(whole, total, ...details)];
  return details.map((detail, index) => {
    const own = referenceOf(detail) ?? `${index + 1}`;
    const part = { ...whole, reference: `${whole.reference}/${own}`, partOf: beginningOf(whole.reference, 200) };
    return movement(part, amounts[index] ?? total, detail);
  });
}

/** False where several transactions are told that do not come to the entry. */
export function isMadeUp(entry: XmlElement): boolean {
  const details = entry.all('NtryDtls/TxDtls');
  return (
    details.length <= 1 ||
    isMadeUpOf(
      amountOf(entry.child('Amt')),
      details.map((detail) => transactionAmount(detail)),
    )
  );
}

interface Origin {
  readonly entry: XmlElement;
  readonly reference: string;
  readonly partOf: string | null;
  readonly createdOn: string;
}

function movement(
  { entry, reference, partOf, createdOn }: Origin,
  amount: Money,
  ...details: readonly XmlElement[]
): BankEntry {
  const [first] = details;
  const payers = details.flatMap((detail) => payerNamesOf(detail));
  const endToEndId = first?.optional('Refs/EndToEndId') ?? null;
  const booked = dateOf(entry, 'BookgDt') ?? dateOf(entry, 'ValDt') ?? createdOn;
  if (!isLocalDate(booked)) throw new UnreadableBankMessageError(SAY.no_booking_date, { reference });
  return {
    bankReference: beginningOf(reference, 200),
    partOf,
    kind: kindOf(entry, details.length === 1 ? first : undefined),
    direction: directionOf(entry, details.length === 1 ? first : undefined),
    amount,
    charges: chargesOf(details.length === 1 ? first : undefined) ?? chargesOf(entry),
    payerName: payers[0] ?? null,
    payerNames: [...new Set(payers)],
    ...(details.length === 1 ? payerAccountIn(first) : {}),
    payerCountry: countryOf(first),
    remittance: details
      .map((detail) => remittanceOf(detail))
      .filter((text) => text !== '')
      .join('\n'),
    references: details
      .flatMap((detail) => wordsOf(detail))
      .concat(entry.optional('AddtlNtryInf') ?? [])
      .join('\n'),
    endToEndId: endToEndId === null || NOT_PROVIDED.test(endToEndId) ? null : endToEndId,
    uetr: first?.optional('Refs/UETR') ?? null,
    bookedOn: booked,
    valueDate: dateOf(entry, 'ValDt') ?? booked,
    ...returnReasonOf(first),
  };
}

/** `RtrInf` says that it is a payment that comes back, and why. */
function returnReasonOf(detail: XmlElement | undefined): Pick<BankEntry, 'returnReason'> {
  if (detail?.has('RtrInf') !== true) return {};
  const code = detail.optional('RtrInf/Rsn/Cd') ?? detail.optional('RtrInf/Rsn/Prtry');
  const words = detail
    .all('RtrInf/AddtlInf')
    .map((line) => line.text())
    .join(' ');
  return { returnReason: { code: code === null ? null : beginningOf(code, 35), words: beginningOf(words, 500) } };
}

function kindOf(entry: XmlElement, detail: XmlElement | undefined): BankEntry['kind'] {
  const isReversal = ['true', '1'].includes(entry.text('RvslInd'));
  return isReversal ? 'reversal' : directionOf(entry, detail);
}

/** Which way the money went; a reversal goes against what it reverses. */
function directionOf(entry: XmlElement, detail: XmlElement | undefined): BankEntry['direction'] {
  const indicator = detail?.optional('CdtDbtInd') ?? entry.text('CdtDbtInd');
  if (indicator === 'CRDT') return 'credit';
  if (indicator === 'DBIT') return 'debit';
  throw new UnreadableBankMessageError(SAY.no_direction);
}

function referenceOf(detail: XmlElement | undefined): string | null {
  const found = ['AcctSvcrRef', 'TxId', 'UETR', 'InstrId', 'EndToEndId'].map(
    (name) => detail?.text(`Refs/${name}`) ?? '',
  );
  return found.find((text) => text !== '' && !NOT_PROVIDED.test(text)) ?? null;
}

/** `Amt` from version 04 on, `AmtDtls/TxAmt/Amt` before; null where the transaction names none. */
function transactionAmount(detail: XmlElement): Money | null {
  const element = ['Amt', 'AmtDtls/TxAmt/Amt'].find((path) => detail.has(path));
  return element === undefined ? null : amountOf(detail.child(element));
}

function isMadeUpOf(total: Money, amounts: readonly (Money | null)[]): amounts is readonly Money[] {
  if (!amounts.every((amount) => amount?.currency === total.currency)) return false;
  return Money.sum(amounts as readonly Money[], total.currency).equals(total);
}

/** `TtlChrgsAndTaxAmt` where there is one, else the sum of the records; up to version 04 `Chrgs` itself repeats. */
function chargesOf(level: XmlElement | undefined): Money | null {
  const all = level?.all('Chrgs') ?? [];
  const totals = all
    .filter((charges) => charges.has('TtlChrgsAndTaxAmt'))
    .map((charges) => charges.child('TtlChrgsAndTaxAmt'));
  const records = all.flatMap((charges) => [...charges.all('Rcrd/Amt'), ...charges.all('Amt')]);
  const amounts = (totals.length > 0 ? totals : records).map((element) => amountOf(element));
  const [first] = amounts;
  if (first === undefined || amounts.some(({ currency }) => currency !== first.currency)) return null;
  const sum = Money.sum(amounts, first.currency);
  return sum.isZero() ? null : sum;
}

/** `Dbtr/Pty/Nm` from version 08 on, `Dbtr/Nm` before. */
function payerNamesOf(detail: XmlElement): string[] {
  const paths = ['Dbtr/Pty/Nm', 'Dbtr/Nm', 'UltmtDbtr/Pty/Nm', 'UltmtDbtr/Nm'];
  return paths.map((path) => detail.text(`RltdPties/${path}`)).filter((name) => name !== '');
}

/** `BICFI` from version 04 on, `BIC` before. Of several transactions taken as one there is no one account. */
function payerAccountIn(detail: XmlElement | undefined): Pick<BankEntry, 'payerAccount'> {
  const text = (...paths: readonly string[]): string =>
    paths.map((path) => detail?.text(path) ?? '').find((found) => found !== '') ?? '';
  const agent = 'RltdAgts/DbtrAgt/FinInstnId';
  const payerAccount = payerAccountOf({
    number: text('RltdPties/DbtrAcct/Id/IBAN', 'RltdPties/DbtrAcct/Id/Othr/Id'),
    bic: text(`${agent}/BICFI`, `${agent}/BIC`),
    clearingNumber: text(`${agent}/ClrSysMmbId/MmbId`),
  });
  return payerAccount === null ? {} : { payerAccount };
}

function countryOf(detail: XmlElement | undefined): string | null {
  const paths = ['Dbtr/Pty/PstlAdr/Ctry', 'Dbtr/PstlAdr/Ctry', 'Dbtr/Pty/CtryOfRes', 'Dbtr/CtryOfRes'];
  const found = paths.map((path) => detail?.text(`RltdPties/${path}`) ?? '').find((country) => country !== '');
  return found !== undefined && /^[A-Z]{2}$/.test(found) ? found : null;
}

function remittanceOf(detail: XmlElement): string {
  const lines = detail.all('RmtInf/Ustrd').map((line) => line.text());
  return lines.reduce((text, line, index) => {
    const isContinued = index > 0 && [...(lines[index - 1] ?? '')].length >= LINE_MAX;
    return text + (index === 0 || isContinued ? '' : '\n') + line;
  }, '');
}

/** Words beside the free text that may name an order. */
function wordsOf(detail: XmlElement): string[] {
  const paths = [
    'RmtInf/Strd/CdtrRefInf/Ref',
    'RmtInf/Strd/RfrdDocInf/Nb',
    'RmtInf/Strd/AddtlRmtInf',
    'Refs/EndToEndId',
    'Refs/InstrId',
    'AddtlTxInf',
  ];
  return paths
    .flatMap((path) => detail.all(path).map((element) => element.text()))
    .filter((text) => text !== '' && !NOT_PROVIDED.test(text));
}

/** Up to five decimals in the format, no more than the currency has in truth. */
export function amountOf(element: XmlElement): Money {
  const currency = element.attribute('Ccy');
  const match = /^(\d{1,15})(?:\.(\d{1,5}))?$/.exec(element.text());
  if (match === null || !isCurrency(currency)) throw new UnreadableBankMessageError(SAY.amount_unreadable);
  const [, whole = '', fraction = ''] = match;
  const digits = minorDigits(currency);
  if (/[1-9]/.test(fraction.slice(digits))) {
    throw new UnreadableBankMessageError(SAY.amount_places, { currency });
  }
  const kept = fraction.slice(0, digits);
  return Money.parse(kept === '' ? whole : `${whole}.${kept}`, currency);
}

function dateOf(entry: XmlElement, name: string): LocalDate | null {
  const text = entry.text(`${name}/Dt`) || entry.text(`${name}/DtTm`).slice(0, 10);
  return isLocalDate(text) ? text : null;
}
