import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

/** Noto Sans SC (SIL Open Font License 1.1), as the web has it: Latin and the simplified characters of Chinese. */
const FONT = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff';
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

let font: Buffer | null = null;

/** Unpacked once for the process: of a packed one a writer of PDF would unpack a table for each character. */
export function evidenceFont(): Buffer {
  font ??= unpacked(readFileSync(createRequire(import.meta.url).resolve(FONT)));
  return font;
}

/** A WOFF 1.0 font (W3C) as the SFNT that it was made of. */
function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => tableAt(woff, WOFF_HEADER + index * WOFF_ENTRY));
  const head = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY);
  woff.copy(head, 0, 4, 8);
  const exponent = Math.floor(Math.log2(count));
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(16 * 2 ** exponent, 6);
  head.writeUInt16BE(exponent, 8);
  head.writeUInt16BE(16 * (count - 2 ** exponent), 10);
  let position = head.length;
  const bodies = tables.map(({ tag, checksum, content }, index) => {
    const at = SFNT_HEADER + index * SFNT_ENTRY;
    head.write(tag, at, 'latin1');
    head.writeUInt32BE(checksum, at + 4);
    head.writeUInt32BE(position, at + 8);
    head.writeUInt32BE(content.length, at + 12);
    const padded = Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)]);
    position += padded.length;
    return padded;
  });
  return Buffer.concat([head, ...bodies]);
}

function tableAt(woff: Buffer, at: number): { tag: string; checksum: number; content: Buffer } {
  const offset = woff.readUInt32BE(at + 4);
  const packedLength = woff.readUInt32BE(at + 8);
  const length = woff.readUInt32BE(at + 12);
  const packed = woff.subarray(offset, offset + packedLength);
  const content = packedLength < length ? inflateSync(packed) : packed;
  return { tag: woff.toString('latin1', at, at + 4), checksum: woff.readUInt32BE(at + 16), content };
}
