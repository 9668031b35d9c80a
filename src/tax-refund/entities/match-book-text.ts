import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type InvoiceKind } from '../domain/invoice-input.js';
import { type VoucherKind } from '../domain/consumption-tax-voucher.js';
import {
  type BookCollection,
  type BookGroup,
  type BookInvoiceLine,
  type BookItem,
  type BookVoucher,
} from '../domain/match-book.js';
import { type Regime } from '../domain/regime.js';

/**
 * Rows of a book as one text of each kind: a row a line, its fields apart by a sign that no field has, the key first, all in the
 * order of keys. Of a million of them only texts are in memory, and the objects of one key.
 */
export interface BookText {
  readonly items: string;
  readonly invoices: string;
  readonly collections: string;
  /** Of papers of consumption tax. */
  readonly vouchers: string;
}

const FIELDS_APART = '\u001f';
const NO_VOUCHERS: readonly BookVoucher[] = [];

/** What has each key that an item has, key by key. */
export function* groupsOf(text: BookText): Generator<BookGroup> {
  const items = new Rows(text.items);
  const invoices = new Rows(text.invoices);
  const collections = new Rows(text.collections);
  const vouchers = text.vouchers === '' ? null : new Rows(text.vouchers);
  for (let key = items.key(); key !== null; key = items.key()) {
    yield {
      items: items.take(key, itemOf),
      invoices: invoices.take(key, invoiceOf),
      collections: collections.take(key, collectionOf),
      vouchers: vouchers?.take(key, voucherOf) ?? NO_VOUCHERS,
    };
  }
}

/** Rows of one kind, from the first to the last. */
class Rows {
  private readonly rows: readonly string[];
  private next = 0;

  constructor(text: string) {
    this.rows = text === '' ? [] : text.split('\n');
  }

  /** Of the next row; null after the last. */
  key(): string | null {
    const row = this.rows[this.next];
    return row === undefined ? null : row.slice(0, row.indexOf(FIELDS_APART));
  }

  /** The rows of this key; those of keys before it are passed over. Keys are in the order of bytes, as JavaScript has them. */
  take<One>(key: string, read: (cells: readonly string[]) => One): One[] {
    const taken: One[] = [];
    const begin = key + FIELDS_APART;
    for (let row = this.rows[this.next]; row !== undefined; row = this.rows[(this.next += 1)]) {
      if (row.startsWith(begin)) taken.push(read(row.split(FIELDS_APART)));
      else if (row > begin) break;
    }
    return taken;
  }
}

/** Quantities and rates repeat: each is read once. Decimals never change, so all that say the same are one. */
const decimals = new Map<string, Decimal>();
const DECIMALS_MAX = 10_000;

function decimalOf(text: string): Decimal {
  let decimal = decimals.get(text);
  if (decimal === undefined) {
    if (decimals.size >= DECIMALS_MAX) decimals.clear();
    decimal = new Decimal(text);
    decimals.set(text, decimal);
  }
  return decimal;
}

/** Cells are there: the statement writes them. */
function cell(cells: readonly string[], place: number): string {
  return cells[place] ?? '';
}

function itemOf(cells: readonly string[]): BookItem {
  const [unit2, unit3, sourceDistrict] = [cell(cells, 11), cell(cells, 13), cell(cells, 17)];
  const quantities = [{ quantity: decimalOf(cell(cells, 10)), unit: cell(cells, 9) }];
  if (unit2 !== '') quantities.push({ quantity: decimalOf(cell(cells, 12)), unit: unit2 });
  if (unit3 !== '') quantities.push({ quantity: decimalOf(cell(cells, 14)), unit: unit3 });
  return {
    no: cell(cells, 1),
    declarationLine: cell(cells, 2),
    regime: cells[3] as Regime,
    exporterTaxNumber: cell(cells, 4),
    exportDate: cell(cells, 5),
    supervisionMode: cell(cells, 6),
    hsCode: cell(cells, 7),
    goodsName: cell(cells, 8),
    quantities,
    fob: Money.ofMinor(BigInt(cell(cells, 15)), cell(cells, 16)),
    sourceDistrict: sourceDistrict === '' ? null : sourceDistrict,
    buyer: cell(cells, 18),
    isCleared: cells[19] === 't',
    // The last, and not there where it is none.
    consumptionTaxWaiver: cells[20] ?? null,
  };
}

function invoiceOf(cells: readonly string[]): BookInvoiceLine {
  const [seq, fxRate] = [Number(cells[16]), cell(cells, 18)];
  const quantity = decimalOf(cell(cells, 12));
  const amount = Money.ofMinor(BigInt(cell(cells, 13)), 'CNY');
  return {
    id: cell(cells, 1),
    invoiceId: cell(cells, 2),
    invoiceNumber: cell(cells, 2),
    lineNumber: Number(cells[3]),
    kind: cells[4] as InvoiceKind,
    standing: cells[5] as BookInvoiceLine['standing'],
    issuedOn: cell(cells, 6),
    sellerTaxNumber: cell(cells, 7),
    buyerTaxNumber: cell(cells, 8),
    orderLineNumber: null,
    hsCode: cell(cells, 9),
    goodsName: cell(cells, 10),
    unit: cell(cells, 11),
    quantity,
    amount,
    freeQuantity: seq === 0 ? quantity : decimalOf(cell(cells, 14)),
    freeAmount: seq === 0 ? amount : Money.ofMinor(BigInt(cell(cells, 15)), 'CNY'),
    seq,
    vatRate: decimalOf(cell(cells, 17)),
    fxRate: fxRate === '' ? null : decimalOf(fxRate),
  };
}

function collectionOf([
  ,
  payer = '',
  isExplained,
  amountMinor = '0',
  currency = '',
]: readonly string[]): BookCollection {
  return { payer, isExplained: isExplained === 't', amount: Money.ofMinor(BigInt(amountMinor), currency) };
}

function voucherOf(cells: readonly string[]): BookVoucher {
  const [rate, amountPerUnit] = [cell(cells, 11), cell(cells, 12)];
  const cny = (place: number): Money => Money.ofMinor(BigInt(cell(cells, place)), 'CNY');
  return {
    id: cell(cells, 1),
    kind: cells[2] as VoucherKind,
    voucherNumber: cell(cells, 3),
    issuedOn: cell(cells, 4),
    supplierTaxNumber: cell(cells, 5),
    buyerTaxNumber: cell(cells, 6),
    orderLineNumber: null,
    hsCode: cell(cells, 7),
    unit: cell(cells, 8),
    quantity: decimalOf(cell(cells, 9)),
    taxable: cny(10),
    rate: rate === '' ? null : decimalOf(rate),
    amountPerUnit: amountPerUnit === '' ? null : decimalOf(amountPerUnit),
    tax: cny(13),
    free: { quantity: decimalOf(cell(cells, 14)), taxable: cny(15), tax: cny(16) },
    seq: Number(cells[17]),
  };
}
