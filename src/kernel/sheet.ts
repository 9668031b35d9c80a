/** A field of a form: what it is called, and what stands in it. */
export interface Box {
  readonly label: string;
  readonly text: string;
  /** Its part of the width, beside those of the others in the row. */
  readonly share?: number;
}

export interface Column {
  readonly title: string;
  /** Its part of the width, beside those of the other columns. */
  readonly share: number;
  readonly isFigure?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly string[];
}

export type Block =
  { readonly kind: 'boxes'; readonly boxes: readonly Box[] } | Table | { readonly kind: 'text'; readonly text: string };

/** A trade paper as data: what stands in it is a rule of the trade, and how it looks is not. */
export interface Sheet {
  readonly title: string;
  /** The same in Chinese. */
  readonly titleZh: string;
  readonly number: string;
  /** Stands across each page, such as `DRAFT`. */
  readonly mark: string | null;
  readonly blocks: readonly Block[];
}

export function boxRow(...boxes: Box[]): Block {
  return { kind: 'boxes', boxes };
}

/** A row of fields, each as wide as the others. */
export function fieldRow(...fields: readonly (readonly [label: string, text: string])[]): Block {
  return boxRow(...fields.map(([label, text]) => ({ label, text })));
}

/** As many as an order has lines. */
const ROWS_MAX = 1_000;

/**
 * A table that stays within what one reads: of more rows the first are shown, and how many there are beside. The totals are
 * those of all.
 */
export function boundedTable(table: Omit<Table, 'kind'>): Table {
  const { rows, columns } = table;
  const more = rows.length - ROWS_MAX;
  if (more <= 0) return { kind: 'table', ...table };
  const remark = columns.map((_column, index) => (index === 0 ? '…' : index === 1 ? `+ ${more}` : ''));
  return { kind: 'table', ...table, rows: [...rows.slice(0, ROWS_MAX), remark] };
}
