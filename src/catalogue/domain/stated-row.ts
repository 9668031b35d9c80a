import { isLocalDate } from '../../kernel/local-date.js';
import { type Sentence } from '../../kernel/sentence.js';
import { SAY } from './catalogue.sentences.js';
import { HS_COLUMNS, hsEntries } from './hs-row.js';
import { type CodeTopic, type Provenance, type ReferenceEntry } from './reference-entry.js';
import { taxClassificationColumns, taxClassificationDays, taxClassificationEntry } from './tax-classification-row.js';

/** What a file is about: the tariff, the tax classification of goods, or one table of codes. */
export type FileKind = 'hs_codes' | 'tax_classification' | CodeTopic;

/** What holds for all lines of a file that do not say otherwise. */
export interface FileTerms {
  readonly kind: FileKind;
  readonly validFrom: string | null;
  readonly source: string | null;
  readonly year: number | null;
}

/** Cells by the name of their column. */
export type Cells = Readonly<Record<string, string>>;

const PROVENANCE_COLUMNS = ['valid_from', 'valid_to', 'source', 'year'];
const CODE_COLUMNS = ['code', 'name_zh', 'name_en'];

/** @returns what is wrong with the first line; columns named `old_…`, of codes that were, are passed over */
export function columnFaults(kind: FileKind, columns: readonly string[]): Sentence[] {
  if (kind === 'tax_classification') return taxClassificationColumns(columns);
  const own: readonly string[] = kind === 'hs_codes' ? HS_COLUMNS : CODE_COLUMNS;
  const needed = kind === 'hs_codes' ? ['code'] : ['code', 'name_zh'];
  const isKnown = (name: string): boolean =>
    own.includes(name) || PROVENANCE_COLUMNS.includes(name) || name.startsWith('old_');
  return [
    ...needed.filter((name) => !columns.includes(name)).map((name) => SAY.column_missing({ name })),
    ...columns.filter((name) => !isKnown(name)).map((name) => SAY.column_unknown({ name })),
  ];
}

/** Reads one line of a file: what it states, and what is wrong with it. */
export function readLine(terms: FileTerms, given: Cells): { entries: ReferenceEntry[]; faults: Sentence[] } {
  const cells = terms.kind === 'tax_classification' ? taxClassificationDays(given) : given;
  const provenance = provenanceOf(terms, cells);
  const faults = provenanceFaults(cells, provenance);
  const read = entriesOf(terms.kind, cells, provenance);
  return { entries: read.entries, faults: [...faults, ...read.faults] };
}

function entriesOf(
  kind: FileKind,
  cells: Cells,
  provenance: Provenance,
): { entries: ReferenceEntry[]; faults: Sentence[] } {
  switch (kind) {
    case 'hs_codes':
      return hsEntries(cells, provenance);
    case 'tax_classification':
      return taxClassificationEntry(cells, provenance);
    default:
      return codeEntry(kind, cells, provenance);
  }
}

function codeEntry(
  topic: CodeTopic,
  cells: Cells,
  provenance: Provenance,
): { entries: ReferenceEntry[]; faults: Sentence[] } {
  const { code = '', name_zh: nameZh = '', name_en: nameEn = '' } = cells;
  const faults = [...(code === '' ? [SAY.line_code_blank] : []), ...(nameZh === '' ? [SAY.line_name] : [])];
  return {
    entries: [{ topic, code, value: { nameZh, nameEn: nameEn === '' ? null : nameEn }, ...provenance }],
    faults,
  };
}

function provenanceOf({ validFrom, source, year }: FileTerms, cells: Cells): Provenance {
  const given = (column: string): string | null => (cells[column] ?? '') || null;
  const ownYear = given('year');
  return {
    validFrom: given('valid_from') ?? validFrom ?? '',
    validTo: given('valid_to'),
    source: given('source') ?? source ?? '',
    year: ownYear === null ? year : Number(ownYear),
  };
}

function provenanceFaults(
  { year: yearCell = '' }: Cells,
  { validFrom, validTo, source, year }: Provenance,
): Sentence[] {
  const isSpan = isLocalDate(validFrom) && (validTo === null || (isLocalDate(validTo) && validTo >= validFrom));
  const isYear = year === null || (Number.isInteger(year) && year >= 1949 && year <= 9999);
  return [
    ...(isSpan ? [] : [SAY.line_days({ from: validFrom, to: validTo ?? '' })]),
    ...(isYear ? [] : [SAY.line_year({ year: yearCell })]),
    ...(source === '' ? [SAY.line_source] : []),
  ];
}
