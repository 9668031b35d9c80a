import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const;
export type Style = keyof typeof CODES;

const IS_COLOURED = process.stdout.isTTY && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb';

/** Styled for a terminal; plain where the output is piped away. */
export function styled(text: string, ...styles: readonly Style[]): string {
  if (!IS_COLOURED || text === '' || styles.length === 0) return text;
  return `${styles.map((style) => `\u001b[${CODES[style]}m`).join('')}${text}\u001b[0m`;
}

export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Columns that a text takes on the screen: Chinese signs take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of stripVTControlCharacters(text)) width += WIDE.test(sign) ? 2 : 1;
  return width;
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

export type Align = 'left' | 'right';

/** Rows in columns as wide as they need to be. */
export function printTable(rows: readonly (readonly string[])[], align: readonly Align[], indent = '  '): void {
  const widths = align.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  for (const row of rows) {
    const cells = align.map((side, column) => {
      const pad = side === 'left' ? padEnd : padStart;
      return pad(row[column] ?? '', widths[column] ?? 0);
    });
    print(`${indent}${cells.join('  ')}`.trimEnd());
  }
}

export function heading(text: string): void {
  print();
  print(styled(text, 'bold'));
}

/** `1234567.80` → `1,234,567.80`. */
export function grouped(amount: string): string {
  const [whole = '', fraction] = amount.split('.');
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? parted : `${parted}.${fraction}`;
}

/** The same for every amount in a sentence. */
export function withGroupedAmounts(sentence: string): string {
  return sentence.replace(/\b\d{4,}\.\d{2}\b/g, grouped);
}

export const RULE = '─'.repeat(100);

/** A path as one would type it here. */
export function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') || relative === '' ? file : relative;
}
