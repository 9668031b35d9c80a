import { Decimal } from '../../kernel/decimal.js';
import { type Fault } from '../../kernel/domain-error.js';
import { isLocalDate } from '../../kernel/local-date.js';
import { type Sentence } from '../../kernel/sentence.js';
import { cellsOf, TOO_LONG } from '../../kernel/table-rows.js';
import {
  type CellForm,
  type TableColumn,
  type ImportKind,
  type TableRecord,
  TABLES,
} from './declaration-table-columns.js';
import { SAY } from './declaration-import.sentences.js';

/** Titles and the taxpayer may stand above the header; further down it is looked for no more. */
const ABOVE_HEADER_MAX = 10;
const CELL_MAX = 200;

/** A row that declares something. */
export interface ReadRow {
  /** Counted from 1, without what stands above and below. */
  readonly number: number;
  readonly record: TableRecord;
}

/** What is wrong with a header: columns that are there twice, that are missing, and what was there instead. */
export interface MissingHeader {
  readonly missing: readonly string[];
  readonly twice: readonly string[];
  readonly unknown: readonly string[];
}

type Reading = ReadRow | { readonly faults: readonly Fault[] } | { readonly header: MissingHeader } | null;

/**
 * Reads a table row by row, as the platform writes it or as another program does: columns in any order under any of their names,
 * titles above the header, the line that numbers the columns and sums (合计) below, which are no rows. UTF-8, or GBK: which of them
 * is told by the header, since a short word of GBK may be UTF-8 by chance.
 */
export class DeclarationTableReader {
  private columns: readonly (TableColumn | null)[] | null = null;
  private isGbk = false;
  private above = 0;
  private count = 0;
  private nearest: MissingHeader | null = null;

  constructor(private readonly kind: ImportKind) {}

  get rows(): number {
    return this.count;
  }

  /** @returns a row, what is wrong with it or with the header; null for what is no row */
  take(bytes: Uint8Array): Reading {
    if (this.columns === null) return this.lookForHeader(bytes);
    const text = this.textOf(bytes);
    const cells = text === null || text === TOO_LONG ? null : cellsOf(text).map(trimmed);
    if (cells !== null && isNoRow(cells)) return null;
    this.count += 1;
    if (cells === null) return { faults: [this.fault('', 'unreadable', SAY.row_unreadable)] };
    return this.read(cells, this.columns);
  }

  /** What is said where the table has ended and no header was found. */
  get headerWanted(): MissingHeader | null {
    return this.columns === null ? (this.nearest ?? nothingOf(this.kind)) : null;
  }

  private lookForHeader(bytes: Uint8Array): Reading {
    this.above += 1;
    const utf8 = decoded(bytes);
    if (utf8 === null) this.isGbk = true;
    const found = headerOf(this.kind, cellsOf(utf8 ?? GB_18030.decode(bytes)).map(trimmed));
    if (found === null) {
      return this.above < ABOVE_HEADER_MAX ? null : { header: this.nearest ?? nothingOf(this.kind) };
    }
    if ('columns' in found) this.columns = found.columns;
    else this.nearest = found;
    return 'columns' in found ? null : { header: found };
  }

  private textOf(bytes: Uint8Array): string | null {
    return this.isGbk ? GB_18030.decode(bytes) : decoded(bytes);
  }

  private read(cells: readonly string[], columns: readonly (TableColumn | null)[]): Reading {
    const record: Record<string, string> = {};
    const faults: Fault[] = [];
    columns.forEach((column, index) => {
      if (column === null) return;
      const read = readCell(column, cells[index] ?? '');
      if (typeof read === 'string') record[column.field] = read;
      else faults.push(this.fault(column.field, read.code, read.message(column)));
    });
    if (cells.slice(columns.length).some((cell) => cell !== '')) {
      faults.push(this.fault('', 'cells_without_column', SAY.cells_without_column));
    }
    return faults.length > 0 ? { faults } : { number: this.count, record };
  }

  private fault(field: string, code: string, message: Sentence): Fault {
    return { pointer: `/rows/${this.count}${field === '' ? '' : `/${field}`}`, code, message };
  }
}

/** Null for a row that is no header at all: it names fewer than half of the columns that are needed. */
function headerOf(
  kind: ImportKind,
  names: readonly string[],
): { readonly columns: readonly (TableColumn | null)[] } | MissingHeader | null {
  const { columns } = TABLES[kind];
  const found = names.map((name) => columns.find((each) => isCalled(each, name)) ?? null);
  const wanted = columns.filter(({ isNeeded }) => isNeeded);
  const missing = wanted.filter((each) => !found.includes(each)).map(({ name }) => name);
  if (missing.length * 2 > wanted.length) return null;
  const twice = found.flatMap((each, index) => (each !== null && found.indexOf(each) !== index ? [each.name] : []));
  if (missing.length + twice.length === 0) return { columns: found };
  const unknown = names.filter((name, index) => name !== '' && found[index] === null).map((name) => name.slice(0, 60));
  return { missing, twice, unknown };
}

function nothingOf(kind: ImportKind): MissingHeader {
  const missing = TABLES[kind].columns.filter(({ isNeeded }) => isNeeded).map(({ name }) => name);
  return { missing, twice: [], unknown: [] };
}

function isCalled({ name, aliases }: TableColumn, text: string): boolean {
  const plain = text.replace(/\s/g, '');
  return plain === name || aliases.includes(plain);
}

/** Empty, a sum, or the line below the header that numbers the columns. */
function isNoRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0 || /^(合\s*计|小\s*计|总\s*计)[:：]?$/.test(filled[0] ?? '')) return true;
  return filled.length > 2 && cells.every((cell, index) => cell === String(index + 1));
}

/** Spreadsheets that must not make numbers of codes write them as `="0101"`, with an apostrophe, or with a tab. */
function trimmed(cell: string): string {
  const text = cell.trim();
  return (/^="?(\d+)"?$/.exec(text)?.[1] ?? (/^'\d+$/.test(text) ? text.slice(1) : text)).trim();
}

interface Unread {
  readonly code: string;
  message(column: TableColumn): Sentence;
}

/** @returns the cell in its canonical form, or what is wrong with it */
function readCell({ form, isNeeded }: TableColumn, cell: string): string | Unread {
  if (cell === '')
    return isNeeded ? { code: 'required', message: ({ name }) => SAY.cell_needed({ column: name }) } : '';
  const read = canonical(form, cell);
  return read ?? { code: 'format', message: ({ name }) => SAY.cell_format({ column: name, form: FORMS[form] }) };
}

const FORMS: Readonly<Record<CellForm, Sentence>> = {
  text: SAY.form_text({ max: CELL_MAX }),
  sequence: SAY.form_sequence,
  link: SAY.form_link,
  item: SAY.form_item,
  date: SAY.form_date,
  hs: SAY.form_hs,
  tax_number: SAY.form_tax_number,
  voucher: SAY.form_voucher,
  quantity: SAY.form_quantity,
  money: SAY.form_money,
  percent: SAY.form_percent,
  rate: SAY.form_percent,
  box: SAY.form_box,
};

const PATTERNS: Readonly<Partial<Record<CellForm, RegExp>>> = {
  sequence: /^(\d{4,8}|[A-Z]\d{3})$/,
  link: /^[0-9A-Za-z]{1,30}$/,
  item: /^\d{21}$/,
  hs: /^\d{8,14}$/,
  tax_number: /^[0-9A-Z]{15,20}$/,
  voucher: /^[0-9A-Za-z]{8,32}$/,
  box: /^([1-9]|1\d)$/,
};

function canonical(form: CellForm, cell: string): string | null {
  switch (form) {
    case 'text':
      return cell.length <= CELL_MAX && !cell.includes('\u0000') ? cell : null;
    case 'date':
      return dateOf(cell);
    case 'money':
      return /^-?\d{1,13}(\.\d{1,2})?$/.test(plain(cell)) ? new Decimal(plain(cell)).toFixed(2) : null;
    case 'quantity':
      return /^-?\d{1,13}(\.\d{1,10})?$/.test(plain(cell)) ? new Decimal(plain(cell)).toFixed() : null;
    case 'percent':
      return percentOf(cell, HUNDRED);
    case 'rate':
      return percentOf(cell, AMOUNT_MAX);
    case 'box':
      return canonicalBox(cell);
    default:
      return PATTERNS[form]?.test(cell) === true ? cell : null;
  }
}

/** `15（如10-13+14>0…）` and `9=5+8` are boxes 15 and 9. */
function canonicalBox(cell: string): string | null {
  const number = /^(\d{1,2})(?!\d)/.exec(cell)?.[1] ?? '';
  return PATTERNS.box?.test(number) === true ? number : null;
}

/** Without the commas that part thousands, where they stand right. */
function plain(cell: string): string {
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(cell) ? cell.replaceAll(',', '') : cell;
}

function dateOf(cell: string): string | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(cell) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}

/** Of a hundred: `13`, `13%` and `13.00` are the same. */
function percentOf(cell: string, max: number): string | null {
  const text = /^(\d{1,6}(?:\.\d{1,8})?)\s*[%％]?$/.exec(cell)?.[1];
  if (text === undefined || new Decimal(text).greaterThan(max)) return null;
  return new Decimal(text).toFixed();
}

const HUNDRED = 100;
/** Of consumption tax for each unit. */
const AMOUNT_MAX = 999_999;

const UTF_8 = new TextDecoder('utf-8', { fatal: true });
const GB_18030 = new TextDecoder('gb18030');

function decoded(bytes: Uint8Array): string | null {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return null;
  }
}
