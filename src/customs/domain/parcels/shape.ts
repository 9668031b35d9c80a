import { type Sentence } from '../../../kernel/sentence.js';
import { SAY } from './parcel.sentences.js';

/** What is wrong with a paper, and where. It names fields and never their values: those are of persons. */
export interface ParcelFinding {
  readonly rule: string;
  /** JSON pointer into the papers: `/order/goodsValue`. */
  readonly pointer: string;
  readonly detail: Sentence;
}

export interface Leaf {
  readonly kind: 'text' | 'decimal' | 'money' | 'instant' | 'integer';
  readonly max: number;
  readonly pattern: RegExp | null;
}
export interface Group {
  readonly kind: 'group' | 'lines';
  readonly fields: Shape;
  readonly max: number;
}
export interface FieldShape {
  readonly form: Leaf | Group;
  readonly required: boolean;
}
/** The fields of a paper by name. */
export type Shape = Readonly<Record<string, FieldShape>>;

const leaf = (kind: Leaf['kind'], max: number, pattern: RegExp | null = null): FieldShape => ({
  form: { kind, max, pattern },
  required: true,
});
export const text = (max: number): FieldShape => leaf('text', max);
export const code = (pattern: RegExp, max: number): FieldShape => leaf('text', max, pattern);
/** In a text, not negative. @param places after the point at most */
export const decimal = (places: number): FieldShape =>
  leaf('decimal', places, new RegExp(`^\\d{1,13}(\\.\\d{1,${places}})?$`));
export const money = (): FieldShape => leaf('money', 2, /^\d{1,13}(\.\d{1,2})?$/);
export const instant = (): FieldShape =>
  leaf('instant', 40, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/);
export const integer = (max: number): FieldShape => leaf('integer', max);
export const group = (fields: Shape): FieldShape => ({ form: { kind: 'group', fields, max: 1 }, required: true });
export const lines = (max: number, fields: Shape): FieldShape => ({
  form: { kind: 'lines', fields, max },
  required: true,
});
export const maybe = ({ form }: FieldShape): FieldShape => ({ form, required: false });

/** Of one paper so many are told; a row of nonsense needs no longer list. */
const FINDINGS_MAX = 20;
const CURRENCY = /^[A-Z]{3}$/;

/** Holds a value against a shape. Every fault is told, not only the first. */
export function checkShape(value: unknown, shape: Shape, pointer: string, findings: ParcelFinding[]): void {
  if (!isObject(value)) {
    note(findings, 'object', pointer, SAY.not_object({ field: nameOf(pointer) }));
    return;
  }
  let known = 0;
  for (const name in shape) {
    const field = shape[name];
    if (field === undefined) continue;
    const given = value[name];
    if (given !== undefined && given !== null) checkField(given, field, `${pointer}/${name}`, findings);
    else if (field.required) note(findings, 'required', `${pointer}/${name}`, SAY.required({ field: name }));
    if (given !== undefined) known += 1;
  }
  const names = Object.keys(value);
  if (names.length === known) return;
  for (const name of names) {
    if (Object.hasOwn(shape, name)) continue;
    const shown = name.slice(0, 60);
    note(findings, 'unknown_field', `${pointer}/${shown}`, SAY.unknown_field({ field: shown }));
  }
}

function checkField(
  value: unknown,
  { form }: { readonly form: Leaf | Group },
  pointer: string,
  findings: ParcelFinding[],
): void {
  if (!('fields' in form)) {
    checkLeaf(value, form, pointer, findings);
  } else if (form.kind === 'group') {
    checkShape(value, form.fields, pointer, findings);
  } else {
    checkLines(value, form, pointer, findings);
  }
}

function checkLeaf(value: unknown, form: Leaf, pointer: string, findings: ParcelFinding[]): void {
  if (!LEAF_HOLDS[form.kind](value, form)) note(findings, form.kind, pointer, sentenceOf(form, nameOf(pointer)));
}

function checkLines(value: unknown, { fields, max }: Group, pointer: string, findings: ParcelFinding[]): void {
  if (!Array.isArray(value) || value.length === 0 || value.length > max) {
    note(findings, 'lines', pointer, SAY.not_lines({ field: nameOf(pointer), max }));
    return;
  }
  for (let index = 0; index < value.length; index += 1) {
    checkShape(value[index], fields, `${pointer}/${index}`, findings);
  }
}

const LEAF_HOLDS: Readonly<Record<Leaf['kind'], (value: unknown, form: Leaf) => boolean>> = {
  text: (value, { max, pattern }) =>
    typeof value === 'string' &&
    value.length > 0 &&
    value.length <= max &&
    (pattern === null ? isPrintable(value) : pattern.test(value)),
  decimal: (value, { pattern }) => typeof value === 'string' && pattern?.test(value) === true,
  money: (value, { pattern }) => {
    if (!isObject(value)) return false;
    const { amount, currency } = value;
    return (
      typeof amount === 'string' &&
      pattern?.test(amount) === true &&
      typeof currency === 'string' &&
      CURRENCY.test(currency)
    );
  },
  instant: (value, { pattern }) =>
    typeof value === 'string' && pattern?.test(value) === true && !Number.isNaN(Date.parse(value)),
  integer: (value, { max }) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max,
};

function sentenceOf({ kind, max, pattern }: Leaf, field: string): Sentence {
  if (kind === 'text' && pattern !== null) return SAY.not_format({ field, pattern: pattern.source });
  if (kind === 'text') return SAY.not_text({ field, max });
  if (kind === 'decimal') return SAY.not_decimal({ field, places: max });
  if (kind === 'money') return SAY.not_money({ field });
  if (kind === 'instant') return SAY.not_instant({ field });
  return SAY.not_integer({ field, max });
}

function note(findings: ParcelFinding[], rule: string, pointer: string, detail: Sentence): void {
  if (findings.length < FINDINGS_MAX) findings.push({ rule, pointer, detail });
}

function nameOf(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** XML has no other control characters, and PostgreSQL no NUL. */
function isPrintable(value: string): boolean {
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/u.test(value);
}
