import { Readable } from 'node:stream';

import {
  LibraryRecorder,
  type LibraryTerms,
  type RecordedLibrary,
} from '../../src/catalogue/application/record-library.js';
import { FAULTS_MAX, type LineFault, type OwnerConnection } from '../../src/catalogue/application/record-entries.js';
import { SAY } from '../../src/catalogue/domain/catalogue.sentences.js';
import { columnsPassedOver, layoutFault, readRate, type StatedRate } from '../../src/catalogue/domain/library-row.js';
import { csvRecords } from './csv-records.js';

/** What became of a library: recorded as a whole, or not at all. */
export type LibraryReport =
  | ({ readonly outcome: 'recorded'; readonly lines: number; readonly passedOver: readonly string[] } & RecordedLibrary)
  | { readonly outcome: 'refused'; readonly lines: number; readonly faults: readonly LineFault[] };

interface ReadLibrary {
  readonly rows: (StatedRate & { line: number })[];
  readonly passedOver: string[];
}

const BATCH = 2_000;

/** The text of a file in UTF-8 or, as the tax bureaus export it, in GBK. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * Reads an issue of the official library (出口退税率文库) and records it in one transaction of the owner: from a file with a fault
 * nothing is kept, and the same file again changes nothing.
 */
export async function importLibrary(db: OwnerConnection, text: string, terms: LibraryTerms): Promise<LibraryReport> {
  const faults: LineFault[] = [];
  const { rows, passedOver } = await readLibrary(text, faults);
  const lines = rows.length;
  if (faults.length > 0) return { outcome: 'refused', lines, faults: faults.slice(0, FAULTS_MAX) };
  await db.query('BEGIN');
  try {
    const recorder = await LibraryRecorder.begin(db);
    for (let at = 0; at < rows.length; at += BATCH) await recorder.add(rows.slice(at, at + BATCH));
    const done = await recorder.finish(terms);
    const report: LibraryReport =
      'added' in done
        ? { outcome: 'recorded', lines, passedOver, ...done }
        : { outcome: 'refused', lines, faults: done };
    await db.query(report.outcome === 'recorded' ? 'COMMIT' : 'ROLLBACK');
    return report;
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
}

async function readLibrary(text: string, faults: LineFault[]): Promise<ReadLibrary> {
  const rows: ReadLibrary['rows'] = [];
  let columns: readonly string[] | null = null;
  for await (const { line, cells } of csvRecords(Readable.from(text.split(/\r?\n/)))) {
    if (cells === null) faults.push({ line, message: SAY.quote_open });
    else if (columns === null) {
      const fault = layoutFault(cells);
      if (fault !== null) {
        // Under columns of another layout no line can be read.
        faults.push({ line, message: fault });
        return { rows, passedOver: [] };
      }
      columns = cells;
    } else rows.push(...rowOf(columns, { line, cells }, faults));
  }
  if (rows.length === 0 && faults.length === 0) faults.push({ line: 1, message: SAY.library_empty });
  return { rows, passedOver: columnsPassedOver(columns ?? []) };
}

function rowOf(
  columns: readonly string[],
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
  faults: LineFault[],
): (StatedRate & { line: number })[] {
  if (cells.length !== columns.length) {
    faults.push({ line, message: SAY.line_columns({ count: cells.length, expected: columns.length }) });
    return [];
  }
  const named = Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? '']));
  const { row, faults: found } = readRate(named);
  faults.push(...found.map((message) => ({ line, message })));
  return row === null ? [] : [{ line, ...row }];
}
