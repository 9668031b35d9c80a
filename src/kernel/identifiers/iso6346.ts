import { type IdentifierResult, invalid, normalized, verdict } from './identifier.js';

export interface ContainerNumberResult extends IdentifierResult {
  /** As painted on the container: `CSQU 305438 3`. */
  readonly formatted?: string;
}

/**
 * Checks a container number (ISO 6346): owner, equipment category, serial number, check digit mod 11.
 *
 * Two kinds of single errors pass, by the standard's own arithmetic, and no program can catch them:
 * a letter ten places away in the alphabet (A, K, U; B, L, V; …), which is the same number mod 11, and a sign that
 * turns remainder 10 into 0 or back, as both are written 0 (owners are told not to use such numbers).
 * The category is U, J or Z; R is old and still met in partners' data, hence a warning only.
 */
export function checkContainerNumber(input: string): ContainerNumberResult {
  const value = normalized(input);
  if (value.length !== 11) return invalid(value, 'length');
  if (!/^[A-Z]{3}[UJZR]\d{7}$/.test(value)) return invalid(value, 'format');
  const result = verdict(value, value.slice(10), containerCheckDigit(value.slice(0, 10)));
  return {
    ...result,
    formatted: `${value.slice(0, 4)} ${value.slice(4, 10)} ${value.slice(10)}`,
    ...(value.charAt(3) === 'R' && { warnings: ['equipment_category'] }),
  };
}

/** @param body the four letters and six digits */
export function containerCheckDigit(body: string): string {
  const sum = Array.from(body).reduce((total, sign, index) => total + valueOf(sign) * 2 ** index, 0);
  return String((sum % 11) % 10);
}

/** A = 10, B = 12 … K = 21, L = 23 … U = 32, V = 34 … Z = 38: multiples of 11 are left out. */
function valueOf(sign: string): number {
  if (/\d/.test(sign)) return Number(sign);
  const rank = sign.charCodeAt(0) - 'A'.charCodeAt(0);
  return 10 + rank + Math.floor((rank + 9) / 10);
}
