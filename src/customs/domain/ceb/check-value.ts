import { type Said } from '../../../kernel/sentence.js';
import { SAY } from './ceb.sentences.js';
import { type CebFinding } from './finding.js';
import { type ValueForm } from './layout.js';

interface Breach {
  readonly rule: CebFinding['rule'];
  readonly detail: Said;
}

/** `xs:decimal`, without the blanks around it. */
const DECIMAL = /^[+-]?(?<whole>\d*)(?:\.(?<fraction>\d*))?$/;
const INTEGER = /^[+-]?\d+$/;
const INT_MAX = 2_147_483_647n;
/** Blanks of XML alone: a no-break space is a character like others. */
const BLANKS = /[\t\n\r ]+/g;
const SURROGATE_PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * Whether a value may stand in an element, as the schema has it.
 * @param text as it stands in the element
 * @returns the first breach, or null
 */
export function breachOf(name: string, text: string, form: ValueForm): Breach | null {
  if (text === '' && form.whenEmpty !== undefined) return null;
  const foreign = NOT_IN_XML.exec(text);
  if (foreign !== null) {
    const code = (foreign[0].codePointAt(0) ?? 0).toString();
    return { rule: 'character', detail: SAY.character({ name, code }) };
  }
  switch (form.kind) {
    case 'text':
      return textBreach(name, form.collapsed ? collapse(text) : text, form);
    case 'decimal':
      return decimalBreach(name, collapse(text), form);
    case 'integer':
      return integerBreach(name, collapse(text), form.digits);
  }
}

function textBreach(
  name: string,
  text: string,
  { min, max, fixed }: { readonly min: number; readonly max: number; readonly fixed?: string },
): Breach | null {
  if (fixed !== undefined && text !== fixed) return { rule: 'fixed', detail: SAY.fixed({ name, fixed }) };
  const found = lengthOf(text);
  if (found >= min && found <= max) return null;
  const detail = min === max ? SAY.exact_length({ name, length: min, found }) : SAY.length({ name, min, max, found });
  return { rule: 'length', detail };
}

function decimalBreach(name: string, text: string, form: { digits: number; places: number }): Breach | null {
  const { whole = '', fraction = '' } = DECIMAL.exec(text)?.groups ?? {};
  if (whole === '' && fraction === '') return { rule: 'decimal', detail: SAY.decimal({ name }) };
  const places = lengthWithoutZeros(fraction);
  if (places > form.places) return { rule: 'places', detail: SAY.places({ name, places: form.places }) };
  return digitsBreach(name, whole.replace(/^0+/, '').length + places, form.digits);
}

function integerBreach(name: string, text: string, digits: number): Breach | null {
  if (!INTEGER.test(text)) return { rule: 'integer', detail: SAY.integer({ name }) };
  const count = text.replace(/^[+-]?0*/, '').length;
  // Before it is read as a number: a text of a million digits is slow to read.
  if (count > 10) return { rule: 'integer', detail: SAY.integer({ name }) };
  const value = BigInt(text.replace('+', ''));
  if (value > INT_MAX || value < -INT_MAX - 1n) return { rule: 'integer', detail: SAY.integer({ name }) };
  return digitsBreach(name, count, digits);
}

function digitsBreach(name: string, found: number, digits: number): Breach | null {
  return found <= digits ? null : { rule: 'digits', detail: SAY.digits({ name, digits }) };
}

function collapse(text: string): string {
  return text.replace(BLANKS, ' ').replace(/^ | $/g, '');
}

/** Without the zeros at the end; a pattern would look for their end from each of them. */
function lengthWithoutZeros(digits: string): number {
  let length = digits.length;
  while (length > 0 && digits[length - 1] === '0') length -= 1;
  return length;
}

/** In characters, not in halves of them. */
function lengthOf(text: string): number {
  return text.length - (text.match(SURROGATE_PAIRS)?.length ?? 0);
}
