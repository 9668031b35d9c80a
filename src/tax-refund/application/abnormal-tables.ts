import { type Readable } from 'node:stream';

import { RowCutter } from '../../kernel/table-rows.js';
import { unpacked } from '../../platform/http/unpacked.js';
import { AbnormalTableError } from '../domain/abnormal.errors.js';
import { SAY } from '../domain/abnormal.sentences.js';
import { ABNORMAL_COLUMNS, abnormalRow } from '../domain/abnormal-table.js';
import { SAY as SAY_OF_TABLES } from '../domain/invoice-import.sentences.js';
import { rowText } from '../domain/invoice-table.js';
import { readHeader } from '../domain/table-header.js';

/** No row of a list needs more. */
const ROW_BYTES = 8_192;

/**
 * The rows of a list, in the form of its entries; null stands for one that cannot be read.
 * @throws AbnormalTableError for its header, its length, or where there is nothing; MalformedRequestError where it is cut off
 */
export async function abnormalRowsOf(
  stream: Readable,
  isPacked: boolean,
  max: number,
): Promise<(Readonly<Record<string, string>> | null)[]> {
  let columns: typeof ABNORMAL_COLUMNS | null = null;
  const rows: (Readonly<Record<string, string>> | null)[] = [];
  for await (const text of textsOf(stream, isPacked)) {
    if (columns === null) {
      columns = columnsOf(text);
      continue;
    }
    if (rows.length >= max) throw new AbnormalTableError(SAY.too_many({ max }));
    rows.push(abnormalRow(columns, text));
  }
  if (rows.length === 0) throw new AbnormalTableError(SAY.no_rows);
  return rows;
}

async function* textsOf(stream: Readable, isPacked: boolean): AsyncGenerator<string> {
  const cutter = new RowCutter(true, ROW_BYTES);
  const tooMuch = (ratio: number): Error => new AbnormalTableError(SAY_OF_TABLES.unpacks_to_much({ ratio }));
  for await (const bytes of unpacked(stream, isPacked, tooMuch)) {
    for (const row of cutter.take(bytes)) yield rowText(row);
  }
  for (const row of cutter.rest()) yield rowText(row);
}

function columnsOf(text: string): typeof ABNORMAL_COLUMNS {
  const header = readHeader(text, ABNORMAL_COLUMNS);
  if ('columns' in header) return header.columns;
  const known = ABNORMAL_COLUMNS.map(({ name, zh }) => `${name} (${zh})`);
  const listed = (names: readonly string[]) => (names.length === 0 ? SAY.none : names.slice(0, 20));
  const { unknown, twice, missing } = header;
  throw new AbnormalTableError(
    SAY.header({ unknown: listed(unknown), twice: listed(twice), missing: listed(missing), known }),
  );
}
