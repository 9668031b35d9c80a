import { type LocalDate } from '../../../kernel/local-date.js';
import { type Bilingual } from '../../../kernel/sentence.js';

/** One code of a customs table, with the days on which it may be used. */
export interface CodeRow {
  readonly code: string;
  readonly name: Bilingual;
  /** First day; absent: as long as the table. */
  readonly from?: LocalDate;
  /** Last day; absent: still in use. */
  readonly to?: LocalDate;
}

/** A seed of a code table: what this project knows, and from where. The full tables come from the operator. */
export interface CodeTable<Row extends CodeRow = CodeRow> {
  readonly id: string;
  readonly version: LocalDate;
  readonly source: string;
  readonly rows: ReadonlyMap<string, Row>;
}

export function codeTable<Row extends CodeRow>(
  head: Omit<CodeTable<Row>, 'rows'>,
  rows: readonly Row[],
): CodeTable<Row> {
  return { ...head, rows: new Map(rows.map((row) => [row.code, row])) };
}

/** @returns the row that may be used on that day, or null */
export function lookUp<Row extends CodeRow>(table: CodeTable<Row>, code: string, on: LocalDate): Row | null {
  const row = table.rows.get(code);
  if (row === undefined || (row.from !== undefined && on < row.from) || (row.to !== undefined && on > row.to))
    return null;
  return row;
}

/** Reads `code English name|中文`, one row a line. */
export function readRows(text: string): CodeRow[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const match = /^(\S+) ([^|]+)\|(.+)$/.exec(line.trim());
      if (match === null) throw new Error(`Not a row of a code table: ${line}`);
      const [, code = '', en = '', zh = ''] = match;
      return { code, name: { en, zh } };
    });
}
