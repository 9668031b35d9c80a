import { Decimal } from '../../kernel/decimal.js';
import { type Fault } from '../../kernel/domain-error.js';
import { AGENCY_REMARK } from './invoice-input.js';
import { type InvoiceWarning } from './invoice-findings.js';
import { SAY } from './e-invoice.sentences.js';

/** One line of an e-invoice, word for word; '' for what it does not say. */
export interface EInvoiceItem {
  readonly name: string;
  readonly unit: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly amount: string;
  readonly rate: string;
  readonly vat: string;
  readonly taxCategory: string;
}

/** A fully digital invoice (数电票), word for word. */
export interface EInvoice {
  readonly number: string;
  /** GeneralOrSpecialVAT: `01` is a special one. */
  readonly kindCode: string;
  /** InIssuType: `N` is a red-letter one. */
  readonly blueCode: string;
  readonly issuedOn: string;
  readonly seller: { readonly name: string; readonly taxNumber: string };
  readonly buyer: { readonly name: string; readonly taxNumber: string };
  readonly amount: string;
  readonly vat: string;
  readonly total: string;
  readonly remark: string;
  readonly items: readonly EInvoiceItem[];
}

/** What the caller says of a line, since no invoice does. */
export interface EInvoiceHint {
  /** Line of the invoice as it is printed, from 1; discounts are no lines of their own. */
  readonly lineNumber: number;
  readonly hsCode: string | null;
  readonly orderLineNumber: number | null;
  readonly unit: string | null;
}

export interface EInvoiceFacts {
  readonly hints: readonly EInvoiceHint[];
  /** Of the order that it is for; empty without one. */
  readonly orderLines: readonly { readonly lineNumber: number; readonly hsCode: string; readonly goodsName: string }[];
  /** Codes of the customs unit table by their names. */
  readonly units: ReadonlyMap<string, string>;
}

/** As the body of `recordInvoice`, with what was said of it, and what keeps it from being one. */
export interface EInvoiceBody {
  readonly body: Readonly<Record<string, unknown>>;
  readonly warnings: readonly InvoiceWarning[];
  readonly faults: readonly Fault[];
}

const SPECIAL = '01';
const RED = 'N';
/** 被红冲蓝字数电票号码, as the tax bureau's system writes it into the remark of a red-letter invoice. */
const BLUE_NUMBER = /被红冲蓝字\S*?号码[:：]\s*(\d{20}|\d{8})/;
const FREE_OF_TAX = ['免税', '不征税', '***'];
/** How invoices also write what the customs table has under another name. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  公斤: '千克',
  KG: '千克',
  kg: '千克',
  '㎡': '平方米',
  平米: '平方米',
  'm²': '平方米',
  PCS: '个',
  pcs: '个',
};

/** The name that the customs table of units has for the word of an invoice. */
export function unitName(word: string): string {
  return OTHER_WORDS[word] ?? word;
}

/**
 * Puts an e-invoice into our own form. An HS code does not stand on invoices: it is what the caller says, or that of the order line
 * that the caller names or that alone has this name; else it is asked for, never guessed. A discount (折扣行) is taken off its line.
 * Source: layout of the e-invoice (电子凭证会计数据标准——全面数字化的电子发票).
 */
export function eInvoiceBody(given: EInvoice, facts: EInvoiceFacts): EInvoiceBody {
  const isRed = given.blueCode === RED || given.amount.startsWith('-');
  const faults: Fault[] = [];
  const warnings: InvoiceWarning[] = [];
  if (given.kindCode !== SPECIAL) faults.push({ pointer: '/kind', code: 'not_special', message: SAY.not_special });
  const lines = withoutDiscounts(given.items, isRed).map((item, index) => {
    const placed = placeOf(item, index, facts);
    faults.push(...placed.faults);
    warnings.push(...placed.warnings);
    return lineOf(item, placed);
  });
  const known = facts.hints.filter(({ lineNumber }) => lineNumber > lines.length);
  faults.push(...known.map(({ lineNumber }) => hintWithoutLine(lineNumber, lines.length)));
  faults.push(...totalFaults(given));
  const blue = BLUE_NUMBER.exec(given.remark)?.[1];
  const body = {
    kind: given.remark.includes(AGENCY_REMARK) ? 'agency_refund' : 'special',
    invoiceNumber: given.number,
    issuedOn: given.issuedOn,
    seller: given.seller,
    buyer: given.buyer,
    lines,
    remark: given.remark,
    totals: { amountExVat: cny(given.amount), vat: cny(given.vat) },
    ...(isRed && blue !== undefined ? { redOf: { invoiceNumber: blue } } : {}),
  };
  return { body, warnings, faults };
}

function totalFaults({ amount, vat, total }: EInvoice): Fault[] {
  if (total === '' || ![amount, vat, total].every((text) => /^-?\d{1,15}(\.\d+)?$/.test(text))) return [];
  const sum = new Decimal(amount).plus(vat);
  if (sum.equals(total)) return [];
  const message = SAY.total_differs({ sum: sum.toFixed(2), total });
  return [{ pointer: '/totals', code: 'not_the_sum', message }];
}

/** A line without a quantity and below zero, under the name of the line before it, is what was taken off that line. */
function withoutDiscounts(items: readonly EInvoiceItem[], isRed: boolean): EInvoiceItem[] {
  const lines: EInvoiceItem[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const isDiscount = !isRed && item.quantity === '' && item.amount.startsWith('-') && last?.name === item.name;
    if (!isDiscount) lines.push(item);
    else
      lines[lines.length - 1] = {
        ...last,
        unitPrice: '',
        amount: plus(last.amount, item.amount),
        vat: plus(last.vat, item.vat),
      };
  }
  return lines;
}

function plus(left: string, right: string): string {
  const isNumber = [left, right].every((text) => /^-?\d{1,15}(\.\d{1,8})?$/.test(text));
  return isNumber ? new Decimal(left).plus(right).toFixed(2) : left;
}

interface Place {
  readonly hsCode: string | null;
  readonly orderLineNumber: number | null;
  readonly unit: string | null;
  readonly faults: readonly Fault[];
  readonly warnings: readonly InvoiceWarning[];
}

function placeOf(item: EInvoiceItem, index: number, { hints, orderLines, units }: EInvoiceFacts): Place {
  const at = `/lines/${index}`;
  const hint = hints.find(({ lineNumber }) => lineNumber === index + 1);
  const faults: Fault[] = [];
  const warnings: InvoiceWarning[] = [];
  const unit = hint?.unit ?? units.get(unitName(item.unit)) ?? null;
  if (unit === null) {
    faults.push({ pointer: `${at}/unit`, code: 'unknown_unit', message: SAY.unknown_unit({ word: item.unit }) });
  }
  const named = orderLines.filter(({ lineNumber }) => lineNumber === hint?.orderLineNumber);
  const alike = orderLines.filter(({ goodsName }) => nameOf(goodsName) === nameOf(item.name));
  const [found, ...others] = hint?.orderLineNumber === undefined || hint.orderLineNumber === null ? alike : named;
  const line = others.length === 0 ? found : undefined;
  const hsCode = hint?.hsCode ?? line?.hsCode ?? null;
  if (hsCode === null) {
    faults.push({ pointer: `${at}/hsCode`, code: 'required', message: SAY.hs_needed({ name: item.name }) });
  } else if (hint?.hsCode === undefined || hint.hsCode === null) {
    const detail = SAY.hs_from_order({ hsCode, line: line?.lineNumber ?? 0 });
    warnings.push({ pointer: `${at}/hsCode`, rule: 'hs_code_from_order', detail });
  }
  return { hsCode, orderLineNumber: hint?.orderLineNumber ?? line?.lineNumber ?? null, unit, faults, warnings };
}

/** Without case, width, blanks, and the tax category before it (*家用电器*). */
function nameOf(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/^\*[^*]+\*/, '')
    .replace(/\s/gu, '')
    .toLowerCase();
}

/** What is missing is left out here, and told as a fault of its own. */
function lineOf(item: EInvoiceItem, { hsCode, orderLineNumber, unit }: Place): object {
  const { name, quantity, unitPrice, amount, rate, vat, taxCategory } = item;
  return {
    ...(orderLineNumber === null ? {} : { orderLineNumber }),
    ...(hsCode === null ? {} : { hsCode }),
    goodsName: name,
    quantity: quantity === '' ? '0' : shortened(quantity, 8),
    ...(unit === null ? {} : { unit }),
    amountExVat: cny(amount),
    vatRate: rateOf(rate),
    vat: cny(vat === '' || FREE_OF_TAX.includes(vat) ? '0' : vat),
    ...(unitPrice === '' ? {} : { unitPrice: shortened(unitPrice.replace(/^-/, ''), 15) }),
    ...(taxCategory === '' ? {} : { taxCategory }),
  };
}

/** `0.13`, `13%`, or a word for none. */
function rateOf(rate: string): string {
  if (rate === '' || FREE_OF_TAX.includes(rate)) return '0';
  const percent = /^(\d{1,3}(?:\.\d{1,4})?)\s*[%％]$/.exec(rate)?.[1];
  return percent === undefined ? rate : new Decimal(percent).div(100).toFixed();
}

/** Noughts at the end, and what no field of ours holds, say nothing about an amount in fen. */
function shortened(text: string, places: number): string {
  return /^-?\d{1,15}\.\d{1,40}$/.test(text) ? new Decimal(text).toDecimalPlaces(places).toFixed() : text;
}

function cny(text: string): { readonly amount: string; readonly currency: 'CNY' } {
  return { amount: /^-?\d{1,15}\.\d{1,20}$/.test(text) ? new Decimal(text).toFixed() : text, currency: 'CNY' };
}

function hintWithoutLine(lineNumber: number, lines: number): Fault {
  return { pointer: '/lines', code: 'no_such_line', message: SAY.hint_without_line({ lineNumber, lines }) };
}
