/** Bytes of GBK (GB 18030's two-byte part) by character; made of the decoder that the platform has. */
const BYTES = new Map<string, readonly [number, number]>();
const UNMAPPED = '\ufffd';

function fill(): void {
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = trail === 0x7f ? UNMAPPED : decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== UNMAPPED && !BYTES.has(text)) BYTES.set(text, [lead, trail]);
    }
  }
}

/** What old programs in China read: ASCII as it is, everything else in two bytes; what GBK does not have becomes `?`. */
export function encodeGbk(text: string): Uint8Array {
  if (BYTES.size === 0) fill();
  const bytes: number[] = [];
  for (const character of text) {
    const isAscii = (character.codePointAt(0) ?? 0) < 0x80;
    bytes.push(...(isAscii ? [character.charCodeAt(0)] : (BYTES.get(character) ?? [QUESTION_MARK])));
  }
  return Uint8Array.from(bytes);
}

const QUESTION_MARK = 0x3f;
