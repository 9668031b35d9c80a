import { cellsOf } from '../../kernel/table-rows.js';

/** A column of a table that is taken in, by the two names that it may have. */
export interface NamedColumn {
  readonly name: string;
  readonly zh: string;
  readonly isNeeded: boolean;
}

/** What is wrong with a header: columns that there are not, that are there twice, that are missing. */
export interface HeaderFaults {
  readonly unknown: readonly string[];
  readonly twice: readonly string[];
  readonly missing: readonly string[];
}

/** Columns may stand in any order, under their English or Chinese names; those that are not needed may be left out. */
export function readHeader<Column extends NamedColumn>(
  row: string,
  known: readonly Column[],
): { readonly columns: readonly Column[] } | HeaderFaults {
  const names = cellsOf(row).map((name) => name.trim());
  const found = names.map((name) => known.find((each) => each.name === name || each.zh === name));
  const unknown = names.filter((_name, index) => found[index] === undefined).map((name) => name.slice(0, 100));
  const columns = found.filter((each) => each !== undefined);
  const twice = columns.filter((each, index) => columns.indexOf(each) !== index).map(({ name }) => name);
  const missing = known.filter((each) => each.isNeeded && !columns.includes(each)).map(({ name }) => name);
  return unknown.length + twice.length + missing.length === 0 ? { columns } : { unknown, twice, missing };
}
