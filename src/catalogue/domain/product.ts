import { type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { SAY } from './catalogue.sentences.js';
import { elementFaults, type ElementValues } from './elements.js';
import { type HsCode } from './hs-code.js';

/** What is declared of a product, whenever it is sold. */
export interface ProductContent {
  /** Ten digits. */
  readonly hsCode: string;
  readonly goodsName: string;
  readonly goodsNameEn: string;
  /** By the Chinese names of the elements of its code. */
  readonly elements: ElementValues;
  /** Which goods of the refund library it is of, where that divides the code and a person chose; else null. */
  readonly refundCode: string | null;
}

/** Holds a product against what its code asks for. @param code null where the code is not on record on that day */
export function productFaults(product: ProductContent, code: HsCode | null, on: string): Fault[] {
  const { hsCode, elements } = product;
  if (code === null) {
    return [{ pointer: '/hsCode', code: 'unknown_hs_code', message: SAY.no_such_hs_code({ code: hsCode, day: on }) }];
  }
  const ofCode = refundCodeFaults(product);
  if (code.elements === null) {
    const message = SAY.elements_not_stated({ code: hsCode });
    return [{ pointer: '/hsCode', code: 'elements_unknown', message }, ...ofCode];
  }
  return [...elementFaults(code.elements.value.elements, elements, '/elements'), ...ofCode];
}

/** The library divides a code by longer ones that begin with it. */
function refundCodeFaults({ hsCode, refundCode }: ProductContent): Fault[] {
  if (refundCode === null || refundCode.startsWith(hsCode)) return [];
  return [{ pointer: '/refundCode', code: 'invalid_refund_code', message: SAY.refund_code({ hsCode }) }];
}

const ELEMENTS_MAX = 100;
const NAME_MAX = 100;
const VALUE_MAX = 200;

/** Elements as they came: texts that can be kept, whatever the code asks for. @throws InvalidInputError naming those that are not */
export function elementValuesOf(given: Readonly<Record<string, unknown>>): ElementValues {
  const entries = Object.entries(given);
  const faults: Fault[] = entries
    .filter(([name, value]) => !isText(name, NAME_MAX) || typeof value !== 'string' || !isText(value, VALUE_MAX))
    .map(() => ({ pointer: '/elements', code: 'format', message: SAY.elements_are_texts({ max: VALUE_MAX }) }));
  if (entries.length > ELEMENTS_MAX) {
    faults.push({ pointer: '/elements', code: 'too_many', message: SAY.elements_too_many({ max: ELEMENTS_MAX }) });
  }
  if (faults.length > 0) throw new InvalidInputError(faults.slice(0, 1));
  return given as ElementValues;
}

function isText(text: string, max: number): boolean {
  return text.length <= max && !text.includes('\u0000') && text.isWellFormed();
}
