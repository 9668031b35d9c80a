import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Noto Sans Hans (SIL Open Font License 1.1): Latin, and the Chinese characters of the first block of Unicode. */
const PACKAGE = '@embedpdf/fonts-sc';
/** Beside the entry of the package, which names no file of its own. */
const FONT = '../fonts/NotoSansHans-Regular.otf';

let font: Buffer | null = null;

/** Read once for the process. */
export function paperFont(): Buffer {
  font ??= readFileSync(path.join(path.dirname(createRequire(import.meta.url).resolve(PACKAGE)), FONT));
  return font;
}
