import { isCurrency } from '../../kernel/currency.js';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.js';
import { MalformedMoneyError, Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { VOUCHER_KINDS } from './consumption-tax-voucher.js';
import { INVOICE_KINDS } from './invoice-input.js';
import { SAY } from './matching.sentences.js';
import { voucherRowFaults } from './match-voucher-row.js';
import { REGIMES } from './regime.js';

/** What can be brought: declared items (报关单项), lines of invoices, collections (收汇), papers of consumption tax (消费税专用缴款书). */
export const ROW_KINDS = ['items', 'invoice_lines', 'collections', 'consumption_tax_vouchers'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** How an invoice stands with the tax authority, as who brings it says. */
export const STANDINGS = ['good', 'unverified', 'red_flushed', 'abnormal'] as const;

/** A row that is well-formed: text by field; an empty one was not given. */
export type MatchRow = Readonly<Record<string, string>>;

/** One field of a row. */
interface RowField {
  readonly form: RegExp;
  /** What stands for one that is not given; without it the field is required. */
  readonly otherwise?: string;
  /** Where it is not given it is no part of the row: rows from before there was such a field are what they were. */
  readonly leftOut?: true;
}

const WORDS = /^[^\p{Cc}]{1,200}$/u;
const KEY = /^[\x21-\x7e]{1,64}$/;
const TAX_NUMBER = /^[0-9A-Z]{15,20}$/;
const HS_CODE = /^\d{10}$/;
const UNIT = /^\d{3}$/;
const QUANTITY = /^\d{1,15}(\.\d{1,10})?$/;
const RATE = /^\d(\.\d{1,6})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const AMOUNT = /^\d{1,13}(\.\d{1,4})?$/;
const CURRENCY = /^[A-Z]{3}$/;
const VOUCHER_NUMBER = /^[0-9A-Z]{8,32}$/;
const FLAG = /^(true|false)$/;
const oneOf = (values: readonly string[]): RegExp => new RegExp(`^(${values.join('|')})$`);
const maybe = (form: RegExp): RowField => ({ form, otherwise: '' });

/** Every field of each kind: its form, and what it is where it is left out. */
export const ROW_FIELDS: Readonly<Record<RowKind, Readonly<Record<string, RowField>>>> = {
  items: {
    matchKey: { form: KEY },
    declarationLine: { form: /^\d{21}$/ },
    exporterTaxNumber: { form: TAX_NUMBER },
    regime: { form: oneOf(REGIMES), otherwise: 'trading' },
    exportDate: { form: DAY },
    supervisionMode: { form: /^\d{4}$/ },
    hsCode: { form: HS_CODE },
    goodsName: { form: WORDS },
    quantity1: { form: QUANTITY },
    unit1: { form: UNIT },
    quantity2: maybe(QUANTITY),
    unit2: maybe(UNIT),
    quantity3: maybe(QUANTITY),
    unit3: maybe(UNIT),
    fob: { form: AMOUNT },
    currency: { form: CURRENCY },
    sourceDistrict: maybe(/^\d{5}$/),
    buyer: maybe(WORDS),
    cleared: { form: FLAG, otherwise: 'true' },
    consumptionTaxWaiver: { form: WORDS, otherwise: '', leftOut: true },
  },
  invoice_lines: {
    matchKey: { form: KEY },
    invoiceNumber: { form: /^(\d{8}|\d{20})$/ },
    lineNumber: { form: /^[1-9]\d{0,4}$/ },
    kind: { form: oneOf(INVOICE_KINDS), otherwise: 'special' },
    standing: { form: oneOf(STANDINGS), otherwise: 'good' },
    issuedOn: { form: DAY },
    sellerTaxNumber: { form: TAX_NUMBER },
    buyerTaxNumber: { form: TAX_NUMBER },
    hsCode: { form: HS_CODE },
    goodsName: { form: WORDS },
    quantity: { form: QUANTITY },
    unit: { form: UNIT },
    amount: { form: AMOUNT },
    vatRate: { form: RATE },
    fxRate: maybe(/^\d{1,6}(\.\d{1,8})?$/),
  },
  collections: {
    matchKey: { form: KEY },
    reference: { form: KEY },
    receivedOn: { form: DAY },
    payer: { form: WORDS },
    amount: { form: AMOUNT },
    currency: { form: CURRENCY },
    explained: { form: FLAG, otherwise: 'false' },
  },
  consumption_tax_vouchers: {
    matchKey: { form: KEY },
    voucherNumber: { form: VOUCHER_NUMBER },
    kind: { form: oneOf(VOUCHER_KINDS), otherwise: 'payment_certificate' },
    splitOf: maybe(VOUCHER_NUMBER),
    issuedOn: { form: DAY },
    supplierTaxNumber: { form: TAX_NUMBER },
    buyerTaxNumber: { form: TAX_NUMBER },
    hsCode: { form: HS_CODE },
    goodsName: { form: WORDS },
    quantity: { form: QUANTITY },
    unit: { form: UNIT },
    taxableAmount: { form: AMOUNT, otherwise: '0.00' },
    rate: maybe(RATE),
    amountPerUnit: maybe(/^\d{1,12}(\.\d{1,6})?$/),
    tax: { form: AMOUNT },
  },
};

const DAYS = new Set(['exportDate', 'issuedOn', 'receivedOn']);
/** Of each kind the fields that are amounts of the currency that it names, or of CNY; the first is what the row is worth. */
export const MONEY: Readonly<Record<RowKind, readonly [string, ...string[]]>> = {
  items: ['fob'],
  invoice_lines: ['amount'],
  collections: ['amount'],
  consumption_tax_vouchers: ['tax', 'taxableAmount'],
};

/** A row of an upload. */
interface RowPlace {
  readonly kind: RowKind;
  readonly row: number;
  /** Of a table; null for a row that is a JSON object. */
  readonly header: readonly string[] | null;
  /** In China. */
  readonly today: LocalDate;
}

/** A row as it came, in the words of its fields; or all that is wrong with it. */
export function readMatchRow(text: string, place: RowPlace): MatchRow | readonly Sentence[] {
  const { kind, row, header } = place;
  const given = header === null ? objectOf(text) : cellsBy(text, header);
  if (given === null) return [SAY.row_json({ row })];
  if (typeof given === 'number') return [SAY.row_cells({ row, count: given, expected: header?.length ?? 0 })];
  const fields = ROW_FIELDS[kind];
  const faults: Sentence[] = [];
  for (const name of given.keys())
    if (!Object.hasOwn(fields, name)) faults.push(SAY.row_unknown({ row, field: name.slice(0, 60) }));
  const read: Record<string, string> = {};
  for (const [field, { form, otherwise, leftOut }] of Object.entries(fields)) {
    const value = given.get(field) ?? '';
    if (value === '' && otherwise !== undefined) {
      if (leftOut !== true) read[field] = otherwise;
    } else if (form.test(value) && (!DAYS.has(field) || isLocalDate(value))) read[field] = value;
    else faults.push(SAY.row_field({ row, field, form: form.source }));
  }
  // What the fields say together is looked at where each of them can be read.
  if (faults.length === 0) faults.push(...faultsOf(read, place));
  return faults.length === 0 ? read : faults;
}

function faultsOf(read: MatchRow, { kind, row, today }: RowPlace): readonly Sentence[] {
  const currency = read['currency'] ?? 'CNY';
  const faults = MONEY[kind]
    .filter((field) => !isMoney(read[field] ?? '', currency))
    .map((field) => SAY.row_money({ row, field, currency }));
  if (kind === 'items') {
    const isApart = (place: string): boolean => (read[`quantity${place}`] === '') !== (read[`unit${place}`] === '');
    if (['2', '3'].some(isApart)) faults.push(SAY.row_units({ row }));
  }
  if (kind === 'invoice_lines' && Number(read['quantity']) === 0) {
    faults.push(SAY.row_field({ row, field: 'quantity', form: '> 0' }));
  }
  // An amount that is none cannot be held against the others.
  if (kind === 'consumption_tax_vouchers' && faults.length === 0) return voucherRowFaults(read, row, today);
  return faults;
}

function isMoney(amount: string, currency: string): boolean {
  if (!isCurrency(currency)) return false;
  try {
    Money.parse(amount, currency);
    return true;
  } catch (error) {
    if (error instanceof MalformedMoneyError) return false;
    throw error;
  }
}

function objectOf(text: string): Map<string, string> | null {
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
    return new Map(Object.entries(given).map(([name, value]) => [name, wordOf(value)]));
  } catch {
    return null;
  }
}

/** Text, numbers and flags stand for themselves; of anything else the form is wrong. */
function wordOf(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '\u0000';
}

/** @returns how many cells there are, where they are not as many as columns */
function cellsBy(text: string, header: readonly string[]): Map<string, string> | number {
  const cells = csvCells(text);
  if (cells.length !== header.length) return cells.length;
  return new Map(header.map((name, index) => [name, cells[index]?.trim() ?? '']));
}

/** The cells of a line (RFC 4180): quotes within quotes are doubled. A cell has no line ends. */
export function csvCells(line: string): string[] {
  const cells: string[] = [];
  for (const [, quoted, plain = ''] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
  }
  return cells;
}

/** What makes a row the same as another. */
export function identityOf(kind: RowKind, row: MatchRow): string {
  const of = (...names: readonly string[]) => names.map((name) => row[name]).join(' ');
  if (kind === 'items') return of('declarationLine');
  if (kind === 'consumption_tax_vouchers') return of('voucherNumber');
  return kind === 'collections' ? of('reference') : of('invoiceNumber', 'sellerTaxNumber', 'lineNumber');
}
