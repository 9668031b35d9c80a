import { Decimal } from '../../kernel/decimal.js';
import { cellsOf, TOO_LONG } from '../../kernel/table-rows.js';
import { type HeaderFaults, type NamedColumn, readHeader } from './table-header.js';

/** How a cell is put into the body of `recordInvoice`. */
type Form = 'text' | 'number' | 'money' | 'rate';

/** `zh`: as the exports of the tax bureau's platform (发票查询) and of accountants call it. */
interface Column extends NamedColumn {
  /** Below the invoice, or, where `isOfLine`, below its line. */
  readonly path: readonly string[];
  readonly form: Form;
  readonly isOfLine: boolean;
}

function column(name: string, zh: string, path: string, change: Partial<Column> = {}): Column {
  return { name, zh, path: path.split('.'), form: 'text', isOfLine: false, isNeeded: false, ...change };
}
const needed = { isNeeded: true };
const ofLine = { isOfLine: true };

/** One row for each line of an invoice; what is of the invoice itself is read from its first row. */
export const INVOICE_COLUMNS: readonly Column[] = [
  column('order_id', '订单', 'orderId'),
  column('kind', '发票种类', 'kind'),
  column('invoice_code', '发票代码', 'invoiceCode'),
  column('invoice_number', '发票号码', 'invoiceNumber', needed),
  column('issued_on', '开票日期', 'issuedOn', needed),
  column('seller_name', '销售方名称', 'seller.name', needed),
  column('seller_tax_number', '销售方税号', 'seller.taxNumber', needed),
  column('buyer_name', '购买方名称', 'buyer.name', needed),
  column('buyer_tax_number', '购买方税号', 'buyer.taxNumber', needed),
  column('remark', '备注', 'remark'),
  column('fx_rate', '汇率', 'fxRate'),
  column('fx_source', '汇率来源', 'fxSource'),
  column('blue_invoice_code', '蓝字发票代码', 'redOf.invoiceCode'),
  column('blue_invoice_number', '蓝字发票号码', 'redOf.invoiceNumber'),
  column('total_amount', '合计金额', 'totals.amountExVat', { form: 'money' }),
  column('total_vat', '合计税额', 'totals.vat', { form: 'money' }),
  column('order_line_number', '订单行号', 'orderLineNumber', { ...ofLine, form: 'number' }),
  column('hs_code', '商品编码', 'hsCode', { ...ofLine, ...needed }),
  column('goods_name', '货物名称', 'goodsName', { ...ofLine, ...needed }),
  column('tax_category', '税收分类编码', 'taxCategory', ofLine),
  column('quantity', '数量', 'quantity', { ...ofLine, ...needed }),
  column('unit', '单位', 'unit', { ...ofLine, ...needed }),
  column('unit_price', '单价', 'unitPrice', ofLine),
  column('amount', '金额', 'amountExVat', { ...ofLine, ...needed, form: 'money' }),
  column('vat_rate', '税率', 'vatRate', { ...ofLine, ...needed, form: 'rate' }),
  column('vat', '税额', 'vat', { ...ofLine, ...needed, form: 'money' }),
  column('blue_line_number', '蓝字发票行号', 'blueLineNumber', { ...ofLine, form: 'number' }),
];

export interface InvoiceHeader {
  readonly columns: readonly Column[];
}

export function readInvoiceHeader(row: string): InvoiceHeader | HeaderFaults {
  return readHeader(row, INVOICE_COLUMNS);
}

/** An invoice as the rows of a table have it, in the form of `recordInvoice`; not checked yet. */
export interface TableInvoice {
  /** Counted from 1, without the header. */
  readonly firstRow: number;
  readonly rows: number;
  readonly body: Readonly<Record<string, unknown>>;
}

type Draft = Record<string, unknown>;

/** Puts rows together to invoices: rows that follow one another and name the same invoice of the same issuer are its lines. */
export class InvoiceRows {
  private row = 0;
  private open: {
    readonly key: string;
    readonly firstRow: number;
    readonly body: Draft;
    readonly lines: Draft[];
  } | null = null;

  constructor(private readonly header: InvoiceHeader) {}

  get count(): number {
    return this.row;
  }

  /** @returns the invoice that ended before this row */
  take(text: string): TableInvoice | null {
    this.row += 1;
    const cells = text === TOO_LONG ? [] : cellsOf(text);
    const body = this.put(cells, false);
    const line = this.put(cells, true);
    // What stands behind the last column belongs nowhere, and is refused as such.
    if (cells.length > this.header.columns.length)
      body['cells_without_column'] = cells.slice(this.header.columns.length);
    const key = JSON.stringify([body['seller'], body['invoiceCode'], body['invoiceNumber']]);
    if (this.open !== null && this.open.key === key) {
      this.open.lines.push(line);
      return null;
    }
    const ended = this.rest();
    this.open = { key, firstRow: this.row, body: { kind: 'special', ...body }, lines: [line] };
    return ended;
  }

  rest(): TableInvoice | null {
    if (this.open === null) return null;
    const { firstRow, body, lines } = this.open;
    this.open = null;
    return { firstRow, rows: lines.length, body: { ...body, lines } };
  }

  private put(cells: readonly string[], isOfLine: boolean): Draft {
    const draft: Draft = {};
    this.header.columns.forEach(({ path, form, ...of }, index) => {
      const cell = (cells[index] ?? '').trim();
      if (of.isOfLine !== isOfLine || cell === '') return;
      let place = draft;
      for (const name of path.slice(0, -1)) place = (place[name] ??= {}) as Draft;
      place[path.at(-1) ?? ''] = valueOf(form, cell);
    });
    return draft;
  }
}

function valueOf(form: Form, cell: string): unknown {
  switch (form) {
    case 'text':
      return cell;
    case 'number':
      return /^\d{1,9}$/.test(cell) ? Number(cell) : cell;
    case 'money':
      return { amount: cell, currency: 'CNY' };
    case 'rate': {
      const percent = /^(\d{1,3}(?:\.\d{1,4})?)\s*[%％]$/.exec(cell)?.[1];
      return percent === undefined ? cell : new Decimal(percent).div(100).toFixed();
    }
  }
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });
const GB_18030 = new TextDecoder('gb18030');

/**
 * A row in UTF-8, or else in GBK, which spreadsheets in China save by. What is valid UTF-8 is no GBK that anybody would write, and
 * no second byte of GBK is a line end, a comma or a quote.
 */
export function rowText(row: Uint8Array): string {
  try {
    return UTF_8.decode(row);
  } catch {
    return GB_18030.decode(row);
  }
}
