import { cellsOf, TOO_LONG } from '../../kernel/table-rows.js';
import { type NamedColumn } from './table-header.js';

interface Column extends NamedColumn {
  /** Field of a line of a list. */
  readonly field: string;
}

function column(name: string, zh: string, field: string, isNeeded = false): Column {
  return { name, zh, field, isNeeded };
}

/** One row for each entry. */
export const ABNORMAL_COLUMNS: readonly Column[] = [
  column('action', '处理', 'action'),
  column('issuer_tax_number', '销方识别号', 'issuerTaxNumber', true),
  column('invoice_code', '发票代码', 'invoiceCode'),
  column('invoice_number', '发票号码', 'invoiceNumber'),
  column('issued_from', '开票日期起', 'issuedFrom'),
  column('issued_to', '开票日期止', 'issuedTo'),
  column('ground', '异常情形', 'ground'),
  column('source', '来源', 'source', true),
  column('day', '日期', 'day', true),
  column('note', '说明', 'note'),
];

const ACTIONS: Readonly<Record<string, string>> = { 列入: 'list', 解除: 'lift' };

/** A row in the form of an entry, not checked yet; null where it is too long, or has more cells than the header. */
export function abnormalRow(columns: readonly Column[], text: string): Readonly<Record<string, string>> | null {
  const cells = text === TOO_LONG ? [] : cellsOf(text);
  if (cells.length === 0 || cells.length > columns.length) return null;
  const filled = columns.flatMap(({ field }, index) => {
    const cell = (cells[index] ?? '').trim();
    if (cell === '') return [];
    return [[field, field === 'action' ? (ACTIONS[cell] ?? cell) : cell] as const];
  });
  return Object.fromEntries(filled);
}
