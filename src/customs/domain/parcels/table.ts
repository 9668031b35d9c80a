import { cellsOf, ROW_BYTES_MAX, TOO_LONG } from '../../../kernel/table-rows.js';
import { SAY } from './parcel.sentences.js';
import { PAPER_SHAPES } from './papers.js';
import { type Direction } from './profile.js';
import { type FieldShape, type Leaf, type ParcelFinding, type Shape } from './shape.js';

export const FORMATS = ['ndjson', 'csv'] as const;
export type RowFormat = (typeof FORMATS)[number];

/** Of all amounts of a row of a table; without it they are in CNY. */
const CURRENCY = 'currency';
const HOME_CURRENCY = 'CNY';

interface Column {
  /** Names and, from 0, numbers of lines: `['order', 'lines', 0, 'itemName']`. */
  readonly path: readonly (string | number)[];
  readonly form: Leaf;
}

/** How the rows of one table are read. */
export interface TableHeader {
  readonly columns: readonly (Column | null)[];
  readonly currency: number;
}

/** @returns what the header row says, or the first column that there is not */
export function readHeader(row: string, direction: Direction): TableHeader | { readonly unknown: string } {
  const names = cellsOf(row).map((name) => name.trim());
  const columns: (Column | null)[] = [];
  for (const name of names) {
    const column = name === CURRENCY ? null : columnOf(name, direction);
    if (column === undefined) return { unknown: name.slice(0, 100) };
    columns.push(column);
  }
  return { columns, currency: names.indexOf(CURRENCY) };
}

/** Every column, with one line of goods: number them from 1 for more. */
export function columnsOf(direction: Direction): string[] {
  return [CURRENCY, ...Object.entries(PAPER_SHAPES[direction]).flatMap(([name, field]) => namesOf(name, field))];
}

/** A row as it came, put into the form of NDJSON: the papers, or what is wrong with the row as such. */
export function readRow(row: string, header: TableHeader | null): { readonly papers: unknown } | ParcelFinding {
  if (row === TOO_LONG) return { rule: 'too_long', pointer: '', detail: SAY.row_too_long({ max: ROW_BYTES_MAX }) };
  if (header !== null) return readCells(cellsOf(row), header);
  try {
    return { papers: JSON.parse(row) };
  } catch {
    return { rule: 'json', pointer: '', detail: SAY.not_json };
  }
}

function readCells(cells: readonly string[], { columns, currency }: TableHeader): { papers: unknown } | ParcelFinding {
  if (cells.length !== columns.length) {
    const detail = SAY.csv_columns({ count: cells.length, expected: columns.length });
    return { rule: 'columns', pointer: '', detail };
  }
  const papers: Record<string, unknown> = {};
  const unit = cells[currency]?.trim() ?? '';
  columns.forEach((column, index) => {
    const cell = cells[index] ?? '';
    if (column !== null && cell !== '') put(papers, column, cell, unit === '' ? HOME_CURRENCY : unit);
  });
  return { papers };
}

function put(papers: Record<string, unknown>, { path, form }: Column, cell: string, currency: string): void {
  let place = papers as Record<string | number, unknown>;
  for (let depth = 0; depth < path.length - 1; depth += 1) {
    const name = path[depth] ?? '';
    place[name] ??= typeof path[depth + 1] === 'number' ? [] : {};
    place = place[name] as Record<string | number, unknown>;
  }
  place[path.at(-1) as string] = valueOf(form, cell, currency);
}

function valueOf({ kind }: Leaf, cell: string, currency: string): unknown {
  if (kind === 'money') return { amount: cell.trim(), currency };
  if (kind === 'integer') return /^\d{1,9}$/.test(cell.trim()) ? Number(cell) : cell;
  return cell;
}

function namesOf(name: string, { form }: FieldShape): string[] {
  if (!('fields' in form)) return [name];
  const below = form.kind === 'lines' ? `${name}.1` : name;
  return Object.entries(form.fields).flatMap(([field, shape]) => namesOf(`${below}.${field}`, shape));
}

function columnOf(name: string, direction: Direction): Column | undefined {
  const path: (string | number)[] = [];
  const steps = name.split('.');
  let fields: Shape = PAPER_SHAPES[direction];
  for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
    const form = fields[step]?.form;
    if (form === undefined) return undefined;
    path.push(step);
    if (!('fields' in form)) return steps.length === 0 ? { path, form } : undefined;
    fields = form.fields;
    if (form.kind !== 'lines') continue;
    const number = steps.shift() ?? '';
    if (!/^[1-9]\d?$/.test(number)) return undefined;
    path.push(Number(number) - 1);
  }
  return undefined;
}
