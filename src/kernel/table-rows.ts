const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Longer than any row needs: a parcel with 99 lines of goods among them. */
export const ROW_BYTES_MAX = 262_144;

/** Stands for a row that was longer than a row may be. It is no JSON, and no row of a table. */
export const TOO_LONG = '\u0000too-long';
const TOO_LONG_BYTES = Buffer.from(TOO_LONG);

/**
 * Cuts a stream of bytes into rows, whatever pieces it comes in. A row of a table ends at the end of a line outside of quotes
 * (RFC 4180). Of what is too long nothing is kept; the next row begins at the next line. Empty lines are no rows.
 */
export class RowCutter {
  private parts: Buffer[] = [];
  private length = 0;
  private inQuotes = false;
  private isFirst = true;

  constructor(
    private readonly isTable: boolean,
    private readonly rowMax: number,
  ) {}

  *take(chunk: Buffer): Generator<Buffer> {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      if (this.isTable) this.countQuotes(chunk, from, end);
      const goesOn = this.inQuotes && this.length + end - from < this.rowMax;
      this.keep(chunk.subarray(from, goesOn ? end + 1 : end));
      from = end + 1;
      if (goesOn) continue;
      const row = this.flush();
      if (row !== null) yield row;
    }
    if (this.isTable) this.countQuotes(chunk, from, chunk.length);
    this.keep(chunk.subarray(from));
  }

  /** What came after the last line end. */
  *rest(): Generator<Buffer> {
    const row = this.flush();
    if (row !== null) yield row;
  }

  private countQuotes(chunk: Buffer, from: number, end: number): void {
    for (let at = chunk.indexOf(QUOTE, from); at >= 0 && at < end; at = chunk.indexOf(QUOTE, at + 1)) {
      this.inQuotes = !this.inQuotes;
    }
  }

  private keep(part: Buffer): void {
    this.length += part.length;
    if (this.length > this.rowMax) this.parts = [];
    else if (part.length > 0) this.parts.push(part);
  }

  private flush(): Buffer | null {
    const isTooLong = this.length > this.rowMax;
    let row = Buffer.concat(this.parts);
    this.parts = [];
    this.length = 0;
    this.inQuotes = false;
    if (this.isFirst && row.subarray(0, BOM.length).equals(BOM)) row = row.subarray(BOM.length);
    this.isFirst = false;
    if (isTooLong) return TOO_LONG_BYTES;
    if (row.at(-1) === RETURN) row = row.subarray(0, -1);
    return row.length === 0 ? null : row;
  }
}

/** The cells of a row of a table (RFC 4180): quotes within quotes are doubled. */
export function cellsOf(row: string): string[] {
  if (!row.includes('"')) return row.split(',');
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < row.length; at += 1) {
    const sign = row.charAt(at);
    if (sign === '"' && isQuoted && row[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') {
      isQuoted = !isQuoted;
    } else if (sign === ',' && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else {
      cell += sign;
    }
  }
  cells.push(cell);
  return cells;
}
