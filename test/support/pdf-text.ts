import { inflateSync } from 'node:zlib';

type Signs = ReadonlyMap<number, string>;

/** What is written on each page of a PDF of ours, one piece of text a line. */
export function pdfPages(file: Buffer): string[] {
  const objects = objectsOf(file);
  const fonts = fontsOf(objects);
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) => {
      const contents = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '';
      return textOf(objects.get(contents)?.stream ?? '', fonts);
    });
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

function objectsOf(file: Buffer): Map<string, PdfObject> {
  const found = file.toString('latin1').matchAll(/^(\d+) 0 obj\n(.*?)\nendobj$/gms);
  return new Map(
    [...found].map(([, number = '', text = '']) => {
      const [, head = text, body] = /^(.*?)\nstream\n(.*)\nendstream$/s.exec(text) ?? [];
      const bytes = Buffer.from(body ?? '', 'latin1');
      const isPacked = head.includes('/FlateDecode') && !head.includes('/Subtype');
      return [number, { head, stream: isPacked ? inflateSync(bytes).toString('latin1') : '' }];
    }),
  );
}

/** Which sign each glyph of a font is for, by the name of the font on the pages. */
function fontsOf(objects: ReadonlyMap<string, PdfObject>): Map<string, Signs> {
  const named = [...objects.values()].flatMap(({ head }) => [...head.matchAll(/\/(F\d+) (\d+) 0 R/g)]);
  return new Map(
    named.map(([, name = '', number = '']) => {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? '')?.[1] ?? '';
      return [name, signsOf(objects.get(cmap)?.stream ?? '')];
    }),
  );
}

function signsOf(cmap: string): Signs {
  const signs = new Map<number, string>();
  for (const [, first = '0', listed = ''] of cmap.matchAll(/<(\w+)> <\w+> \[(.*?)\]/gs)) {
    [...listed.matchAll(/<([\w ]*)>/g)].forEach(([, hex = ''], index) => {
      signs.set(parseInt(first, 16) + index, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    });
  }
  return signs;
}

function textOf(stream: string, fonts: ReadonlyMap<string, Signs>): string {
  const lines: string[] = [];
  let signs: Signs = new Map();
  for (const [, font, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/gs)) {
    if (font !== undefined) signs = fonts.get(font) ?? new Map();
    const glyphs = [...(shown ?? '').matchAll(/<(\w+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    if (shown !== undefined) lines.push(glyphs.map((glyph) => signs.get(parseInt(glyph, 16)) ?? '�').join(''));
  }
  return lines.join('\n');
}
