import { createHash } from 'node:crypto';

import { type Fault } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { type Sentence } from '../../kernel/sentence.js';
import { cellsOf, RowCutter, TOO_LONG } from '../../kernel/table-rows.js';
import { TariffRowsError } from '../domain/comparison.errors.js';
import { SAY } from '../domain/freight.sentences.js';
import { type EditionFacts, readTariffRow, TARIFF_COLUMNS, type TariffCells } from '../domain/tariff-rows.js';
import { type RateRecord, rowOf } from '../entities/rates.table.js';

const ROWS_MAX = 200_000;
const ROW_BYTES_MAX = 8_192;
/** So many are told; the others are counted. */
const FAULTS_MAX = 1_000;

/** The rows of a tariff as they come, and everything that is wrong with them. */
export class TariffReading {
  private readonly kept: RateRecord[] = [];
  private readonly faults: Fault[] = [];
  private readonly cutter: RowCutter;
  private readonly hash = createHash('sha256');
  private header: readonly string[] | null = null;
  private row = 0;
  private found = 0;

  constructor(
    private readonly edition: EditionFacts,
    private readonly isTable: boolean,
  ) {
    this.cutter = new RowCutter(isTable, ROW_BYTES_MAX);
    this.hash.update(`${JSON.stringify(edition)}\n`);
  }

  take(chunk: Buffer): void {
    this.hash.update(chunk);
    for (const row of this.cutter.take(chunk)) this.read(row.toString());
  }

  /** @returns the rows and the digest of all that was said. @throws TariffRowsError naming every fault */
  end(): { readonly rows: readonly RateRecord[]; readonly digest: string } {
    for (const row of this.cutter.rest()) this.read(row.toString());
    if (this.row === 0 && this.found === 0) this.note('/rows', 'too_few', SAY.tariff_empty);
    if (this.found > 0) {
      throw new TariffRowsError(
        SAY.tariff_faults({ count: this.found }),
        { rows: this.row, faults: this.found },
        this.faults,
      );
    }
    return { rows: this.kept, digest: this.hash.digest('base64url') };
  }

  private read(text: string): void {
    if (this.isTable && this.header === null) {
      this.begin(text);
      return;
    }
    this.row += 1;
    if (this.row > ROWS_MAX) {
      if (this.row === ROWS_MAX + 1) this.note('/rows', 'too_many', SAY.tariff_long({ max: ROWS_MAX }));
      return;
    }
    const cells = this.cellsOf(text);
    if (cells === null) return;
    const read = readTariffRow(cells, this.edition);
    if ('mode' in read) {
      // Whatever has faults is not kept: nothing need be held for it.
      if (this.found === 0) this.kept.push(rowOf(read, newId()));
      return;
    }
    for (const { pointer, code, message } of read) this.note(`/rows/${this.row}${pointer}`, code, message);
  }

  private begin(text: string): void {
    this.header = cellsOf(text).map((name) => name.trim());
    this.header.forEach((name, index) => {
      const at = `/header/${index + 1}`;
      if (!Object.hasOwn(TARIFF_COLUMNS, name)) this.note(at, 'unknown_column', SAY.column_unknown);
      else if (this.header?.indexOf(name) !== index) this.note(at, 'duplicate', SAY.column_twice);
    });
  }

  /** Null where they cannot be read; then it is noted why. */
  private cellsOf(text: string): TariffCells | null {
    const at = `/rows/${this.row}`;
    if (text === TOO_LONG) {
      this.note(at, 'too_long', SAY.row_long({ max: ROW_BYTES_MAX }));
      return null;
    }
    if (this.header === null) return this.fieldsOf(text, at);
    const cells = cellsOf(text).map((cell) => cell.trim());
    if (cells.length !== this.header.length) {
      this.note(at, 'cells', SAY.row_cells({ count: cells.length, expected: this.header.length }));
      return null;
    }
    return Object.fromEntries(this.header.map((name, index) => [name, cells[index] ?? '']));
  }

  private fieldsOf(text: string, at: string): TariffCells | null {
    const object = objectOf(text);
    if (object === null) {
      this.note(at, 'format', SAY.row_no_object);
      return null;
    }
    const unknown = Object.keys(object).filter((name) => !Object.hasOwn(TARIFF_COLUMNS, name));
    for (const name of unknown) this.note(`${at}/${name.slice(0, 60)}`, 'unknown_column', SAY.column_unknown);
    if (unknown.length > 0) return null;
    return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, textOf(value)]));
  }

  private note(pointer: string, code: string, message: Sentence): void {
    this.found += 1;
    if (this.faults.length < FAULTS_MAX) this.faults.push({ pointer, code, message });
  }
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** As a cell would have it; what is no text, number or list of texts becomes a text that no column takes. */
function textOf(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(' ');
  return '\u0000';
}
