import { latinFont, paperFont } from './paper-font.js';

export interface Look {
  /** Points. */
  readonly size: number;
  readonly tint: string;
}

interface Run {
  readonly font: typeof TEXT_FONT | 'latin';
  readonly text: string;
  readonly width: number;
}

/** Words that stand on one line. */
export interface Line extends Look {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** Under one name throughout a document: PDFKit opens a font anew each time that it meets it under a second one. */
export const TEXT_FONT = 'text';
/** From the letterlike symbols on the Chinese font knows more than the other one. */
const HAN_FROM = 0x2100;
/** A Chinese character with the closing marks that never begin a line, blanks, or a word of other scripts. */
const PIECES = /[\u2e80-\uffef][，。、；：！？）》」』】]*|\s+|[^\s\u2e80-\uffef]+/gu;
/** Blanks count as one, and what is no character at all as none. */
const UNSEEN = /\p{Cc}/gu;

/** Breaks words into lines, and sets them in the font that has their characters. */
export class Typesetter {
  private readonly widths = new Map<string, number>();

  constructor(private readonly page: PDFKit.PDFDocument) {
    page.registerFont(TEXT_FONT, paperFont()).registerFont('latin', latinFont());
  }

  /** @param width points; what is longer than a line by itself is broken anywhere */
  lines(text: string, width: number, look: Look): Line[] {
    return text.split('\n').flatMap((paragraph) => this.paragraph(paragraph, width, look));
  }

  /** @param y of the base line */
  draw({ runs, size, tint }: Line, x: number, y: number): void {
    let at = x;
    for (const { font, text, width } of runs) {
      this.page.font(font).fontSize(size).fillColor(tint);
      this.page.text(text, at, y, { lineBreak: false, baseline: 'alphabetic' });
      at += width;
    }
  }

  widthOf(text: string, size: number): number {
    return runsOf(text).reduce((sum, run) => sum + this.measured(run, size), 0);
  }

  private paragraph(text: string, width: number, look: Look): Line[] {
    const fits = (words: string): boolean => this.widthOf(words, look.size) <= width;
    const lines: string[] = [];
    let [words, taken] = ['', 0];
    for (const piece of this.pieces(text, fits)) {
      const wide = this.widthOf(piece, look.size);
      const isBlank = piece === ' ';
      if (taken + wide > width && words !== '' && !isBlank) {
        lines.push(words);
        [words, taken] = ['', 0];
      }
      if (!isBlank || words !== '') [words, taken] = [words + piece, taken + wide];
    }
    return [...lines, words].map((each) => this.line(each.trimEnd(), look));
  }

  /** Words, one blank between them, none longer than a line. */
  private pieces(text: string, fits: (words: string) => boolean): string[] {
    const pieces = text.replace(UNSEEN, ' ').match(PIECES) ?? [];
    return pieces.flatMap((piece) => {
      if (piece.trim() === '') return [' '];
      return fits(piece) ? [piece] : [...piece];
    });
  }

  private line(text: string, look: Look): Line {
    const runs = runsOf(text).map((run) => ({ ...run, width: this.measured(run, look.size) }));
    return { ...look, runs, width: runs.reduce((sum, { width }) => sum + width, 0) };
  }

  private measured({ font, text }: Omit<Run, 'width'>, size: number): number {
    const key = `${font} ${size} ${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    const width = this.page.font(font).fontSize(size).widthOfString(text);
    this.widths.set(key, width);
    return width;
  }
}

/** Neighbours of one font together. */
function runsOf(text: string): Omit<Run, 'width'>[] {
  const runs: { font: Run['font']; text: string }[] = [];
  for (const sign of text) {
    const font = (sign.codePointAt(0) ?? 0) < HAN_FROM ? 'latin' : TEXT_FONT;
    const last = runs.at(-1);
    if (last?.font === font) last.text += sign;
    else runs.push({ font, text: sign });
  }
  return runs;
}
