import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Noto Sans Hans (SIL Open Font License 1.1): Latin, and the Chinese characters of the first block of Unicode. */
const HAN = { package: '@embedpdf/fonts-sc', file: 'NotoSansHans-Regular.otf' };
/** Noto Sans (SIL Open Font License 1.1): all of Latin, Greek and Cyrillic, of which the other has few marked letters. */
const LATIN = { package: '@embedpdf/fonts-latin', file: 'NotoSans-Regular.ttf' };

/** Each read once for the process. */
const read = new Map<string, Buffer>();

export function paperFont(): Buffer {
  return fontOf(HAN);
}

export function latinFont(): Buffer {
  return fontOf(LATIN);
}

/** The files lie beside the entry of the package, which names none of them. */
function fontOf({ package: name, file }: typeof HAN): Buffer {
  const known = read.get(file);
  if (known !== undefined) return known;
  const entry = createRequire(import.meta.url).resolve(name);
  const font = readFileSync(path.join(path.dirname(entry), '../fonts', file));
  read.set(file, font);
  return font;
}
