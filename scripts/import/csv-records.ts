import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

/** A record of a CSV file (RFC 4180) and the line that it begins on; null where a quotation mark is left open. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[] | null;
}

/** A text in quotation marks goes over no more lines than this: one that is never closed must not swallow the file. */
const LINES_MAX = 50;

/** The lines of a file. It is opened by whoever takes the first: lines that are read before somebody listens would be lost. */
export async function* fileLines(file: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
}

/** The lines of a text. */
export async function* textLines(text: string): AsyncGenerator<string> {
  yield* createInterface({ input: Readable.from([text]), crlfDelay: Infinity });
}

/** Reads records as the lines come. Blank lines are passed over, as is the mark that some programs begin a file with. */
export async function* csvRecords(lines: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  let begun: { line: number; text: string; count: number } | null = null;
  let number = 0;
  for await (const given of lines) {
    number += 1;
    const text: string = number === 1 ? given.replace(/^\uFEFF/, '') : given;
    begun = begun === null ? { line: number, text, count: 1 } : joined(begun, text);
    if (isOpen(begun.text) && begun.count < LINES_MAX) continue;
    if (begun.text.trim() !== '') yield { line: begun.line, cells: cellsOf(begun.text) };
    begun = null;
  }
  if (begun !== null) yield { line: begun.line, cells: null };
}

function joined(
  begun: { line: number; text: string; count: number },
  text: string,
): { line: number; text: string; count: number } {
  return { line: begun.line, text: `${begun.text}\n${text}`, count: begun.count + 1 };
}

function isOpen(text: string): boolean {
  return (text.split('"').length - 1) % 2 === 1;
}

function cellsOf(text: string): string[] | null {
  if (isOpen(text)) return null;
  return [...`,${text}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) =>
    (quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim(),
  );
}
