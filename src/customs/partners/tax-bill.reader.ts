import { isLocalDate, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { SAY } from '../domain/customs.sentences.js';
import { UnreadableReceiptError } from '../domain/declaration.errors.js';
import { type StatedBill, type Tax, type TaxLine } from '../domain/imports/tax-bill.js';
import { parseXml, textAt, type XmlContent } from './xml.js';

/**
 * Kinds of tax (税费种类). The single window publishes no layout of a tax bill for declarants; this one has the manner of
 * its other receipts, and the codes of the bill's own numbers (…-A01, …-L01), to be compared with the window that is connected.
 */
const TAX_OF_CODE: Readonly<Record<string, Tax>> = {
  A: 'duty',
  I: 'anti_dumping_duty',
  Y: 'consumption_tax',
  L: 'vat',
};

/** The other way round. */
export const CODE_OF_TAX: Readonly<Record<Tax, string>> = {
  duty: 'A',
  anti_dumping_duty: 'I',
  consumption_tax: 'Y',
  vat: 'L',
};

const NUMBER = /^[0-9A-Z-]{1,40}$/;
const ACCOUNT = /^[A-Za-z0-9-]{1,34}$/;
const AMOUNT = /^\d{1,13}(\.\d{1,2})?$/;

/** The bill in a receipt. @throws UnreadableReceiptError when it says no amount that could be owed, or not to whom */
export function readTaxBill(body: string): StatedBill {
  const bill = parseXml(body)?.['TAX_BILL'];
  const head = (name: string): string => textAt(bill, `TAX_HEAD/${name}`);
  const number = head('TAX_NO');
  const [declaredOn, issuedOn, payBy] = [dayOf(head('D_DATE')), dayOf(head('NOTICE_DATE')), dayOf(head('LIMIT_DATE'))];
  const payee = { name: head('PAYEE_NAME'), accountNumber: head('PAYEE_ACCOUNT'), cnaps: head('PAYEE_BANK') };
  const lines = linesOf(body);
  const isPayable = payee.name !== '' && ACCOUNT.test(payee.accountNumber) && /^\d{12}$/.test(payee.cnaps);
  const isDated = declaredOn !== null && issuedOn !== null && (payBy !== null || head('LIMIT_DATE') === '');
  if (!NUMBER.test(number) || !isPayable || !isDated || lines === null) {
    throw new UnreadableReceiptError(SAY.tax_bill_unreadable);
  }
  return { number, declaredOn, issuedOn, payBy, payee, lines };
}

/** Null when there is none, one is broken, a tax comes twice, or they come to nothing. */
function linesOf(body: string): TaxLine[] | null {
  const lists = [...body.matchAll(/<TAX_LIST>[\s\S]*?<\/TAX_LIST>/g)].map(([list]) =>
    lineOf(parseXml(list)?.['TAX_LIST']),
  );
  const lines = lists.filter((line) => line !== null);
  const isWhole = lines.length === lists.length && lines.length > 0;
  const isEachOnce = new Set(lines.map(({ tax }) => tax)).size === lines.length;
  const isOwed = lines.some(({ amount }) => !Money.fromJSON(amount).isZero());
  return isWhole && isEachOnce && isOwed ? lines : null;
}

function lineOf(list: XmlContent | undefined): TaxLine | null {
  const [number, code, amount] = [textAt(list, 'TAX_ID'), textAt(list, 'TAX_TYPE'), textAt(list, 'TAX_AMOUNT')];
  const tax = Object.hasOwn(TAX_OF_CODE, code) ? TAX_OF_CODE[code] : undefined;
  if (tax === undefined || !NUMBER.test(number) || !AMOUNT.test(amount)) return null;
  return { tax, number, amount: Money.parse(amount, 'CNY').toJSON() };
}

/** `20261201`, alone or before a time of day; the times of customs are Beijing's already. */
function dayOf(text: string): LocalDate | null {
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  return /^\d{8}(T|\d|$)/.test(text) && isLocalDate(day) ? day : null;
}
