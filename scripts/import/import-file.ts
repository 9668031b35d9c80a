import { type Language, told } from '../../src/kernel/sentence.js';
import {
  EntryRecorder,
  FAULTS_MAX,
  type LineFault,
  type OwnerConnection,
  type Recorded,
  type StatedEntry,
} from '../../src/catalogue/application/record-entries.js';
import { SAY } from '../../src/catalogue/domain/catalogue.sentences.js';
import { type Cells, columnFaults, type FileTerms, readLine } from '../../src/catalogue/domain/stated-row.js';
import { type CsvRecord, csvRecords } from './csv-records.js';

/** What became of a file: recorded as a whole, or not at all. */
export type ImportReport =
  | ({ readonly outcome: 'recorded'; readonly lines: number } & Recorded)
  | { readonly outcome: 'refused'; readonly lines: number; readonly faults: readonly LineFault[] };

const BATCH = 1_000;

/**
 * Reads a file line by line and records what it states, in one transaction of the owner: from a file with a fault nothing is
 * kept. The same file again changes nothing.
 */
export async function importFile(
  db: OwnerConnection,
  lines: AsyncIterable<string>,
  terms: FileTerms,
): Promise<ImportReport> {
  await db.query('BEGIN');
  try {
    const report = await new FileImport(await EntryRecorder.begin(db), terms).run(csvRecords(lines));
    await db.query(report.outcome === 'recorded' ? 'COMMIT' : 'ROLLBACK');
    return report;
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
}

/** The report for a terminal. */
export function tellReport(
  report: { readonly outcome: 'recorded' } | { readonly outcome: 'refused'; readonly faults: readonly LineFault[] },
  language: Language,
): object {
  if (report.outcome === 'recorded') return report;
  const faults = report.faults.map(({ line, message }) => ({ line, message: told(message, language) }));
  return { ...report, faults };
}

class FileImport {
  private readonly faults: LineFault[] = [];
  private waiting: StatedEntry[] = [];
  private columns: readonly string[] | null = null;
  private lines = 0;

  constructor(
    private readonly recorder: EntryRecorder,
    private readonly terms: FileTerms,
  ) {}

  async run(records: AsyncIterable<CsvRecord>): Promise<ImportReport> {
    for await (const record of records) {
      if (this.columns === null) this.begin(record);
      else this.take(this.columns, record);
      if (this.faults.length >= FAULTS_MAX) break;
      if (this.waiting.length >= BATCH) await this.flush();
    }
    await this.flush();
    const { lines } = this;
    const done = this.faults.length > 0 ? this.faults : await this.recorder.finish();
    return 'added' in done ? { outcome: 'recorded', lines, ...done } : { outcome: 'refused', lines, faults: done };
  }

  private begin({ line, cells }: CsvRecord): void {
    this.columns = cells ?? [];
    this.note(line, columnFaults(this.terms.kind, this.columns));
    // Lines under columns that nobody knows would only repeat what is wrong with them.
    if (this.faults.length > 0) this.columns = [];
  }

  private take(columns: readonly string[], { line, cells }: CsvRecord): void {
    if (columns.length === 0) return;
    this.lines += 1;
    const fault = shapeFault(columns, cells);
    if (cells === null || fault !== null) {
      this.note(line, fault === null ? [] : [fault]);
      return;
    }
    const named: Cells = Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? '']));
    const { entries, faults } = readLine(this.terms, named);
    this.note(line, faults);
    this.waiting.push(...entries.map((entry) => ({ line, entry })));
  }

  /** Lines with faults are not looked at by the database. */
  private async flush(): Promise<void> {
    if (this.faults.length === 0 && this.waiting.length > 0) await this.recorder.add(this.waiting);
    this.waiting = [];
  }

  private note(line: number, faults: readonly LineFault['message'][]): void {
    this.faults.push(...faults.map((message) => ({ line, message })));
  }
}

function shapeFault(columns: readonly string[], cells: readonly string[] | null): LineFault['message'] | null {
  if (cells === null) return SAY.quote_open;
  const isWhole = cells.length === columns.length;
  return isWhole ? null : SAY.line_columns({ count: cells.length, expected: columns.length });
}
