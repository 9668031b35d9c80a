import { type LocalDate } from '../../kernel/local-date.js';
import { type Provenance, type TaxClassificationValue } from './reference-entry.js';

/** A code as of a day. */
export interface TaxClassification {
  readonly code: string;
  readonly on: LocalDate;
  readonly known: Provenance & { readonly value: TaxClassificationValue };
  /** As the file says, or because there are codes below it. */
  readonly isGroup: boolean;
}

/** 篇, of the first digit, then nine levels of two digits each, 类 to 细目; 税务总局公告2017年第45号. */
export const TAX_CODE = /^[1-9]\d{18}$/;

/** The digits of a code that are not filled up with zeros. */
export function significantDigits(code: string): string {
  let end = code.length;
  while (end > 1 && code.slice(end - 2, end) === '00') end -= 2;
  return code.slice(0, end);
}

/** Whether a code of the tariff is under the headings that the table states. */
export function coversHs(hsCodes: readonly string[], hsCode: string): boolean {
  return hsCodes.some((heading) => {
    const [from = '', to = from] = heading.split('-');
    const beginning = hsCode.slice(0, from.length);
    return beginning >= from && beginning <= to;
  });
}
