import { type LocalDate } from '../../src/kernel/local-date.js';
import { type Sentence } from '../../src/kernel/sentence.js';
import {
  type RateLineFault,
  type RateOfLine,
  RateRecorder,
  type RatesOwner,
  type RecordedRates,
} from '../../src/fx/application/rates/record-rates.js';
import { type EcbColumns, ecbColumns, ecbRates } from '../../src/fx/domain/rates/ecb-file.js';
import { readStated, STATED_FIELDS, type StatedRate } from '../../src/fx/domain/rates/middle-rates.js';
import { type PublishedRate } from '../../src/fx/domain/rates/quotation.js';
import { type PublishedSource } from '../../src/fx/domain/rates/rate-source.js';
import { SAY } from '../../src/fx/domain/rates/rates.sentences.js';
import { csvRecords } from './csv-records.js';

/** Whose file it is, and what it is called. */
export interface RateTerms {
  readonly source: PublishedSource;
  /** Where the rates were read: the address or name of the file. */
  readonly document: string;
  /** Days after it have not come yet. */
  readonly today: LocalDate;
}

/** What became of a file: recorded as a whole, or not at all. */
export type RatesReport =
  | ({ readonly outcome: 'recorded'; readonly lines: number; readonly passedOver: readonly string[] } & RecordedRates)
  | { readonly outcome: 'refused'; readonly lines: number; readonly faults: readonly RateLineFault[] };

const BATCH = 5_000;
const FAULTS_MAX = 100;

/** How one kind of file is read. */
interface Layout {
  readonly passedOver: readonly string[];
  /** What is wrong with the first line. */
  readonly faults: readonly Sentence[];
  /** The rates of one line, or everything that is wrong with it. */
  readonly read: (cells: readonly string[]) => { rates: readonly PublishedRate[]; faults: readonly Sentence[] };
}

/**
 * Reads a file of rates line by line and records it, in one transaction of the owner: from a file with a fault nothing is kept,
 * and the same file again changes nothing. The ECB's is taken as published (`eurofxref-hist.csv`); middle rates are a table of
 * `date, base, quote, unit, rate`.
 */
export async function importRates(
  db: RatesOwner,
  lines: AsyncIterable<string>,
  terms: RateTerms,
): Promise<RatesReport> {
  await db.query('BEGIN');
  try {
    const report = await new RatesImport(await RateRecorder.begin(db, terms.source), terms).run(lines);
    await db.query(report.outcome === 'recorded' ? 'COMMIT' : 'ROLLBACK');
    return report;
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
}

class RatesImport {
  private readonly faults: RateLineFault[] = [];
  private waiting: RateOfLine[] = [];
  private layout: Layout | null = null;
  private lines = 0;
  private rates = 0;

  constructor(
    private readonly recorder: RateRecorder,
    private readonly terms: RateTerms,
  ) {}

  async run(lines: AsyncIterable<string>): Promise<RatesReport> {
    for await (const { line, cells } of csvRecords(lines)) {
      if (cells === null) this.note(line, [SAY.quote_open]);
      else if (this.layout === null) this.begin(line, cells);
      else this.take(this.layout, line, cells);
      // Under a first line of another layout no line can be read.
      if (this.faults.length >= FAULTS_MAX || (this.layout?.faults.length ?? 0) > 0) break;
      if (this.waiting.length >= BATCH) await this.flush();
    }
    await this.flush();
    if (this.faults.length === 0 && this.rates === 0) this.note(1, [SAY.no_rates]);
    const { lines: count } = this;
    const done = this.faults.length > 0 ? this.faults : await this.recorder.finish(this.terms.document);
    if (!('added' in done)) return { outcome: 'refused', lines: count, faults: done };
    return { outcome: 'recorded', lines: count, passedOver: this.layout?.passedOver ?? [], ...done };
  }

  private begin(line: number, cells: readonly string[]): void {
    this.layout = layoutOf(this.terms, cells);
    this.note(line, this.layout.faults);
  }

  private take({ read }: Layout, line: number, cells: readonly string[]): void {
    this.lines += 1;
    const { rates, faults } = read(cells);
    this.note(line, faults);
    this.rates += rates.length;
    this.waiting.push(...rates.map((rate) => ({ line, rate })));
  }

  private async flush(): Promise<void> {
    if (this.faults.length === 0) await this.recorder.add(this.waiting);
    this.waiting = [];
  }

  private note(line: number, faults: readonly Sentence[]): void {
    this.faults.push(...faults.map((message) => ({ line, message })));
  }
}

function layoutOf({ source, today }: RateTerms, cells: readonly string[]): Layout {
  if (source === 'ecb') {
    const { columns, faults }: { columns: EcbColumns; faults: Sentence[] } = ecbColumns(cells);
    return { faults, passedOver: columns.passedOver, read: (line) => ecbRates(columns, line, today) };
  }
  const missing = STATED_FIELDS.filter((name) => !cells.includes(name));
  const expected = STATED_FIELDS.join(', ');
  const faults = missing.length === 0 ? [] : [SAY.middle_layout({ expected, found: cells.slice(0, 8).join(', ') })];
  const passedOver = cells.filter((name) => !(STATED_FIELDS as readonly string[]).includes(name));
  return {
    faults,
    passedOver,
    read: (line) => {
      if (line.length !== cells.length) {
        return { rates: [], faults: [SAY.cells({ count: line.length, expected: cells.length })] };
      }
      const of = (name: string): string => line[cells.indexOf(name)] ?? '';
      const [date, base, quote, unit, rate] = [of('date'), of('base'), of('quote'), of('unit'), of('rate')];
      const stated: StatedRate = { date, base, quote, unit, rate };
      const found = readStated(source, stated, today);
      return { rates: found.rate === null ? [] : [found.rate], faults: found.faults.map(({ message }) => message) };
    },
  };
}
