import { type Readable } from 'node:stream';

import { ROW_BYTES_MAX, RowCutter } from '../../kernel/table-rows.js';
import { unpacked } from '../../platform/http/unpacked.js';
import { bound } from '../../platform/usage/bounds.js';
import { InvoiceTableError } from '../domain/invoice-import.errors.js';
import { SAY } from '../domain/invoice-import.sentences.js';
import {
  INVOICE_COLUMNS,
  type InvoiceHeader,
  InvoiceRows,
  readInvoiceHeader,
  rowText,
  type TableInvoice,
} from '../domain/invoice-table.js';

export const ROWS_MAX = bound({
  name: 'tax_refund.invoice_rows',
  max: 50_000,
  per: 'request',
  unit: 'items',
  title: { en: 'Rows of a table of invoices', zh: '发票表格行数' },
});

/**
 * The invoices of a table as it comes: a row at a time is in memory, and the rows of the invoice that is being put together.
 * @throws InvoiceTableError for its header, its length, or where there is nothing; MalformedRequestError where it is cut off
 */
export async function* invoicesOf(stream: Readable, isPacked: boolean): AsyncGenerator<TableInvoice> {
  const cutter = new RowCutter(true, ROW_BYTES_MAX);
  let rows: InvoiceRows | null = null;
  for await (const text of textsOf(stream, isPacked, cutter)) {
    if (rows === null) {
      rows = new InvoiceRows(headerOf(text));
      continue;
    }
    if (rows.count >= ROWS_MAX) throw new InvoiceTableError(SAY.too_many_rows({ max: ROWS_MAX }));
    const ended = rows.take(text);
    if (ended !== null) yield ended;
  }
  const last = rows?.rest() ?? null;
  if (last === null) throw new InvoiceTableError(SAY.no_rows);
  yield last;
}

async function* textsOf(stream: Readable, isPacked: boolean, cutter: RowCutter): AsyncGenerator<string> {
  const tooMuch = (ratio: number): Error => new InvoiceTableError(SAY.unpacks_to_much({ ratio }));
  for await (const bytes of unpacked(stream, isPacked, tooMuch)) {
    for (const row of cutter.take(bytes)) yield rowText(row);
  }
  for (const row of cutter.rest()) yield rowText(row);
}

function headerOf(text: string): InvoiceHeader {
  const header = readInvoiceHeader(text);
  if ('columns' in header) return header;
  const known = INVOICE_COLUMNS.map(({ name, zh }) => `${name} (${zh})`);
  const listed = (names: readonly string[]) => (names.length === 0 ? SAY.none : names.slice(0, 20));
  const { unknown, twice, missing } = header;
  throw new InvoiceTableError(
    SAY.header({ unknown: listed(unknown), twice: listed(twice), missing: listed(missing), known }),
  );
}
