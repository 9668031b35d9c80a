import { type Fault } from '../../kernel/domain-error.js';
import { type Bilingual } from '../../kernel/sentence.js';
import { SAY } from './catalogue.sentences.js';
import { elementName } from './element-names.js';
import { type ElementRow } from './reference-entry.js';

/** One value of a closed list. */
export interface ElementChoice {
  readonly value: string;
  readonly name: Bilingual;
}

/** One declaration element as it is asked for. */
export interface DeclarationElement {
  readonly name: Bilingual;
  readonly required: boolean;
  /** Null where any text will do. */
  readonly choices: readonly ElementChoice[] | null;
}

/** Values by the Chinese name of their element. */
export type ElementValues = Readonly<Record<string, string>>;

/** 规格型号 (GModel) of the declaration message: so many bytes in all, a Chinese character counted as two. */
export const ELEMENTS_BYTES_MAX = 255;

/** Closed lists: 海关总署公告2018年第60号 (品牌类型, 出口享惠情况), as the filling rules of declarations state them. */
const CHOICES: Readonly<Record<string, readonly ElementChoice[]>> = {
  品牌类型: [
    choice('0', 'No brand', '无品牌'),
    choice('1', 'Own brand of China', '境内自主品牌'),
    choice('2', 'Brand bought by China', '境内收购品牌'),
    choice('3', 'Foreign brand, made to order', '境外品牌（贴牌生产）'),
    choice('4', 'Foreign brand, other', '境外品牌（其他）'),
  ],
  出口享惠情况: [
    choice('0', 'No preference in the country of destination', '出口货物在最终目的国（地区）不享受优惠关税'),
    choice('1', 'Preference in the country of destination', '出口货物在最终目的国（地区）享受优惠关税'),
    choice('2', 'Not known', '出口货物不能确定在最终目的国（地区）享受优惠关税'),
    choice('3', 'Not an export', '不适用于进口报关单'),
  ],
};

export function elementOf({ name, required }: ElementRow): DeclarationElement {
  return { name: elementName(name), required, choices: Object.hasOwn(CHOICES, name) ? (CHOICES[name] ?? null) : null };
}

/** Reads `品牌类型;出口享惠情况;用途;GTIN?`: a question mark for what may be left out. */
export function readElements(text: string): ElementRow[] {
  return text
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ name: part.replace(/[?？]$/, ''), required: !/[?？]$/.test(part) }));
}

/** What the values of one code must look like, as JSON Schema 2020-12; property order is the order of declaration. */
export function elementsSchema(code: string, rows: readonly ElementRow[]): Readonly<Record<string, unknown>> {
  const elements = rows.map(elementOf);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:entrepot:declaration-elements:${code}`,
    title: `${code} 申报要素 / declaration elements`,
    type: 'object',
    properties: Object.fromEntries(elements.map((element) => [element.name.zh, propertyOf(element)])),
    required: elements.filter(({ required }) => required).map(({ name }) => name.zh),
    additionalProperties: false,
  };
}

function propertyOf({ name, choices }: DeclarationElement): object {
  const title = both(name);
  if (choices === null) return { title, type: 'string', ...TEXT };
  return { title, oneOf: choices.map(({ value, name: words }) => ({ const: value, title: both(words) })) };
}

const TEXT = { minLength: 1, maxLength: 200, pattern: '^[^|]*\\S[^|]*$' };

function both({ zh, en }: Bilingual): string {
  return zh === en ? zh : `${zh} / ${en}`;
}

/** Holds values against the elements of their code. @param at where they stand, as a JSON pointer */
export function elementFaults(rows: readonly ElementRow[], values: ElementValues, at: string): Fault[] {
  const known = new Set(rows.map(({ name }) => name));
  const foreign = Object.keys(values).filter((name) => !known.has(name));
  return [
    ...foreign.map((name) => fault(at, name, 'unknown_element', SAY.element_unknown({ name }))),
    ...rows.map(elementOf).flatMap((element) => faultsOf(element, values, at)),
    ...(bytesOf(joinElements(rows, values)) > ELEMENTS_BYTES_MAX
      ? [{ pointer: at, code: 'too_long', message: SAY.elements_too_long({ max: ELEMENTS_BYTES_MAX }) }]
      : []),
  ];
}

function faultsOf({ name, required, choices }: DeclarationElement, values: ElementValues, at: string): Fault[] {
  const value = Object.hasOwn(values, name.zh) ? values[name.zh] : undefined;
  if (value === undefined) return required ? [fault(at, name.zh, 'required', SAY.element_required({ name }))] : [];
  if (choices !== null && !choices.some((each) => each.value === value)) {
    const list = choices.map((each) => each.value);
    return [fault(at, name.zh, 'not_in_list', SAY.element_choice({ name, values: list }))];
  }
  const isText = value.trim() !== '' && !value.includes('|') && [...value].length <= TEXT.maxLength;
  return isText ? [] : [fault(at, name.zh, 'format', SAY.element_text({ name, max: TEXT.maxLength }))];
}

function fault(at: string, name: string, code: string, message: Fault['message']): Fault {
  return { pointer: `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, code, message };
}

/** As they stand on a declaration: values in the order of the code, joined with `|`; what was left out is empty, none at the end. */
export function joinElements(rows: readonly ElementRow[], values: ElementValues): string {
  return rows
    .map(({ name }) => values[name]?.trim() ?? '')
    .join('|')
    .replace(/\|+$/, '');
}

function bytesOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x7f ? 2 : 1), 0);
}

function choice(value: string, en: string, zh: string): ElementChoice {
  return { value, name: { en, zh } };
}
