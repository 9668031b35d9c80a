import { setImmediate } from 'node:timers/promises';

import { type Block, type Sheet, type Table } from '../../kernel/sheet.js';
import { collected } from './collected.js';
import { type Line, type Look, Typesetter } from './typesetter.js';

/** A4, upright, in points. */
const WIDTH = 595.28;
const HEIGHT = 841.89;
const MARGIN = 36;
const INNER = WIDTH - 2 * MARGIN;
const HEAD_TOP = MARGIN + 14;
/** Where a page begins under its head, and where it ends above its foot. */
const FRESH = HEAD_TOP + 24;
const BOTTOM = HEIGHT - MARGIN - 16;
const PAD = 4;
/** Of the head that its right side may take. */
const RIGHT_SHARE = 0.6;
const LEADING = 1.35;
/** Where the base line runs in the height of a line. */
const BASE = 1.02;
const TITLE: Look = { size: 15, tint: '#111' };
const ASIDE: Look = { size: 10, tint: '#333' };
const MARK: Look = { size: 10, tint: '#a61b1b' };
const LABEL: Look = { size: 6.5, tint: '#666' };
const TEXT: Look = { size: 8.5, tint: '#111' };
const SMALL: Look = { size: 7.5, tint: '#333' };
const RULE = '#888';
const SHADE = '#eee';
const WATER = '#ededed';
const WATER_SIZE_MAX = 84;
const WATER_WIDTH = 620;
const TILT = -52;
/** A table does not begin where its head would stand alone. */
const TABLE_ROOM = 70;
/** Then the process sees to others. */
const ROWS_AT_ONCE = 25;

interface Cell {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly isFigure: boolean;
}

/** Of the same sheets it is the same to the byte. @param date of the facts */
export async function sheetsPdf(sheets: readonly Sheet[], title: string, date: Date): Promise<Buffer> {
  // Large, and needed now and then only.
  const { default: PDFDocument } = await import('pdfkit');
  const info = { Title: title, Producer: 'Entrepot', Creator: 'Entrepot', CreationDate: date };
  const page = new PDFDocument({ lang: 'en', pdfVersion: '1.7', autoFirstPage: false, bufferPages: true, info });
  const written = collected(page);
  const setter = new Typesetter(page);
  for (const sheet of sheets) await drawSheet(page, setter, sheet);
  page.end();
  return written;
}

/** Adds the pages of a sheet to a document whose pages are buffered. */
export function drawSheet(page: PDFKit.PDFDocument, setter: Typesetter, sheet: Sheet): Promise<void> {
  return new SheetPen(page, setter, sheet).draw();
}

class SheetPen {
  private y = 0;
  private drawHead: (() => void) | null = null;

  constructor(
    private readonly page: PDFKit.PDFDocument,
    private readonly setter: Typesetter,
    private readonly sheet: Sheet,
  ) {}

  async draw(): Promise<void> {
    const first = this.page.bufferedPageRange().count;
    this.turn();
    for (const block of this.sheet.blocks) await this.block(block);
    this.foot(first, this.page.bufferedPageRange().count);
  }

  private async block(block: Block): Promise<void> {
    if (block.kind === 'table') await this.table(block);
    else if (block.kind === 'text') this.paragraph(block.text);
    else {
      const whole = block.boxes.reduce((sum, { share = 1 }) => sum + share, 0);
      const cells = block.boxes.map(({ label, text, share = 1 }) => {
        const width = (INNER * share) / whole;
        return this.cell(width, [
          [label, LABEL],
          [text, TEXT],
        ]);
      });
      this.row(cells, null);
    }
  }

  private async table({ caption, columns, rows, totals }: Table): Promise<void> {
    const whole = columns.reduce((sum, { share }) => sum + share, 0);
    const row = (texts: readonly string[], look: Look): Cell[] =>
      columns.map(({ share, isFigure = false }, index) => ({
        ...this.cell((INNER * share) / whole, [[texts[index] ?? '', look]]),
        isFigure,
      }));
    this.y += 2 * PAD;
    if (this.room() < TABLE_ROOM) this.turn();
    for (const line of this.setter.lines(caption, INNER, ASIDE)) this.put(line, MARGIN);
    this.y += 2;
    const head = row(
      columns.map(({ title }) => title),
      LABEL,
    );
    this.row(head, SHADE);
    this.drawHead = () => {
      this.row(head, SHADE);
    };
    for (const [index, texts] of rows.entries()) {
      this.row(row(texts, SMALL), null);
      if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate();
    }
    this.row(row(totals, TEXT), SHADE);
    this.drawHead = null;
    this.y += PAD;
  }

  private paragraph(text: string): void {
    this.y += PAD;
    for (const line of this.setter.lines(text, INNER, SMALL)) {
      if (this.room() < heightOf(line)) this.turn();
      this.put(line, MARGIN);
    }
  }

  private cell(width: number, parts: readonly (readonly [text: string, look: Look])[]): Cell {
    const lines = parts.flatMap(([text, look]) => this.setter.lines(text, width - 2 * PAD, look));
    return { lines, width, isFigure: false };
  }

  /** Cells side by side: on one page where they fit on one, else over as many as they need. */
  private row(cells: readonly Cell[], shade: string | null): void {
    const height = heightOfRow(cells);
    if (height > this.room() && height <= BOTTOM - FRESH) this.turn();
    let rest = cells;
    while (rest.some(({ lines }) => lines.length > 0)) {
      const room = this.room() - 2 * PAD;
      const parts = rest.map((cell) => ({ ...cell, lines: fitting(cell.lines, room) }));
      if (parts.some(({ lines }) => lines.length > 0)) this.strip(parts, shade);
      rest = rest.map((cell, index) => ({ ...cell, lines: cell.lines.slice(parts[index]?.lines.length ?? 0) }));
      if (rest.some(({ lines }) => lines.length > 0)) this.turn();
    }
  }

  /** One row, or what of it is on this page, with its frame. */
  private strip(cells: readonly Cell[], shade: string | null): void {
    const height = heightOfRow(cells);
    const top = this.y;
    let x = MARGIN;
    for (const { lines, width, isFigure } of cells) {
      this.page.lineWidth(0.5).rect(x, top, width, height);
      if (shade === null) this.page.stroke(RULE);
      else this.page.fillAndStroke(shade, RULE);
      this.y = top + PAD;
      for (const line of lines) this.put(line, isFigure ? x + width - PAD - line.width : x + PAD);
      x += width;
    }
    this.y = top + height;
  }

  private put(line: Line, x: number): void {
    this.setter.draw(line, x, this.y + line.size * BASE);
    this.y += heightOf(line);
  }

  private room(): number {
    return BOTTOM - this.y;
  }

  /** A new page, with what stands at the head of each. */
  private turn(): void {
    const { title, titleZh, number, mark } = this.sheet;
    this.page.addPage({ size: [WIDTH, HEIGHT], margin: MARGIN });
    if (mark !== null) this.water(mark);
    this.left(`${title}  ${titleZh}`, TITLE, HEAD_TOP);
    this.right(number, ASIDE, HEAD_TOP);
    if (mark !== null) this.right(mark, MARK, HEAD_TOP + 14);
    this.y = FRESH;
    this.drawHead?.();
  }

  /** Faint, across the page, under all else. */
  private water(mark: string): void {
    const size = Math.min(WATER_SIZE_MAX, WATER_WIDTH / this.setter.widthOf(mark, 1));
    const [line] = this.setter.lines(mark, WIDTH * 2, { size, tint: WATER });
    if (line === undefined) return;
    const [x, y] = [WIDTH / 2, HEIGHT / 2];
    this.page.save().rotate(TILT, { origin: [x, y] });
    this.setter.draw(line, x - line.width / 2, y + size / 3);
    this.page.restore();
  }

  private foot(first: number, end: number): void {
    const { title, number } = this.sheet;
    for (let at = first; at < end; at += 1) {
      this.page.switchToPage(at);
      this.left(`${title} ${number}`, LABEL, HEIGHT - MARGIN);
      this.right(
        `Page ${at - first + 1} of ${end - first}  第 ${at - first + 1} 页 共 ${end - first} 页`,
        LABEL,
        HEIGHT - MARGIN,
      );
    }
  }

  private left(text: string, look: Look, y: number): void {
    const [line] = this.setter.lines(text, INNER, look);
    if (line !== undefined) this.setter.draw(line, MARGIN, y);
  }

  private right(text: string, look: Look, y: number): void {
    const [line] = this.setter.lines(text, INNER * RIGHT_SHARE, look);
    if (line !== undefined) this.setter.draw(line, WIDTH - MARGIN - line.width, y);
  }
}

function heightOf({ size }: Line): number {
  return size * LEADING;
}

function heightOfRow(cells: readonly Cell[]): number {
  return Math.max(...cells.map(({ lines }) => lines.reduce((sum, line) => sum + heightOf(line), 0))) + 2 * PAD;
}

/** As many of the first lines as the room takes. */
function fitting(lines: readonly Line[], room: number): readonly Line[] {
  let left = room;
  const over = lines.findIndex((line) => {
    left -= heightOf(line);
    return left < 0;
  });
  return over < 0 ? lines : lines.slice(0, over);
}
