/** Money stays the decimal string that the API sent; sums and comparisons are made of BigInt. */

import { languageTag } from './language.js';

export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Places that every amount here is counted in: no currency has more than four. */
const PLACES = 4;
const UNIT = 10n ** BigInt(PLACES);

/** Ten-thousandths. */
export function units({ amount }: Money): bigint {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(amount) ?? [];
  const value = BigInt(whole) * UNIT + BigInt(fraction.padEnd(PLACES, '0'));
  return sign === '-' ? -value : value;
}

/** `1,234.50`: grouped, with the very digits that were sent. */
export function figure({ amount }: Money): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(amount) ?? [];
  if (whole === '') return amount;
  return `${sign === '-' ? '−' : ''}${new Intl.NumberFormat(languageTag()).format(BigInt(whole))}${fraction}`;
}

/** `CNY 1,234.50`, held together by a no-break space. */
export function inWords(money: Money): string {
  return `${money.currency}\u00a0${figure(money)}`;
}

/** Where a value lies between two others, 0 to 1: for drawing, and for nothing else. */
export function proportion(value: bigint, from: bigint, to: bigint): number {
  if (to <= from) return 0;
  const share = Number(((value - from) * 1_000_000n) / (to - from)) / 1_000_000;
  return Math.min(1, Math.max(0, share));
}

/** `0.1034` as `10.34 %`: the point is moved, nothing is rounded but what is beyond two places, and that is cut off. */
export function percent(fraction: string): string {
  const [, sign = '', whole = '0', places = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(fraction) ?? [];
  const digits = places.padEnd(4, '0');
  const before = String(BigInt(whole + digits.slice(0, 2)));
  return `${sign === '-' ? '−' : ''}${before}.${digits.slice(2, 4)}\u00a0%`;
}
