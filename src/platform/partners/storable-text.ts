const REPLACEMENT = '\ufffd';

/**
 * What a partner's text may hold that PostgreSQL does not take, and what is matched only to be stepped over: a pair of
 * surrogates, and an escaped backslash, after which `u0000` is four harmless characters.
 */
const SUSPECT =
  /\0|(?<pair>\\u[dD][89abAB][\dA-Fa-f]{2}\\u[dD][c-fC-F][\dA-Fa-f]{2})|\\u(?<code>[\dA-Fa-f]{4})|(?<other>\\.)|&#(?:x(?<hex>[\dA-Fa-f]{1,8})|(?<decimal>\d{1,10}));/g;

interface Suspect {
  readonly pair?: string;
  readonly code?: string;
  readonly other?: string;
  readonly hex?: string;
  readonly decimal?: string;
}

/**
 * A partner's message as we can keep it. A NUL and half of a surrogate pair, which neither `text` nor `jsonb` takes, become
 * U+FFFD, whether they stand there as such, as an escape of JSON or as a character reference of XML: whoever parses the
 * message later meets none. Everything else is left word for word.
 */
export function storableText(text: string): string {
  if (!text.includes('\\u') && !text.includes('&#') && !text.includes('\0') && text.isWellFormed()) return text;
  return text.toWellFormed().replace(SUSPECT, (found, ...rest) => {
    const { pair, code, other, hex, decimal } = rest.at(-1) as Suspect;
    if (pair !== undefined || other !== undefined) return found;
    const digits = code ?? hex;
    const point = digits === undefined ? Number(decimal ?? '0') : Number.parseInt(digits, 16);
    return isStorable(point) ? found : REPLACEMENT;
  });
}

/** The first characters of a text, without half a character at the end. */
export function beginningOf(text: string, max: number): string {
  return text.slice(0, max).toWellFormed();
}

function isStorable(point: number): boolean {
  return point > 0 && point <= 0x10_ff_ff && (point < 0xd8_00 || point > 0xdf_ff);
}
