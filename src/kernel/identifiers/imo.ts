import { type IdentifierResult, invalid, normalized, verdict } from './identifier.js';

/**
 * Checks an IMO ship number: seven digits, the last a weighted sum mod 10; the letters IMO before it are dropped.
 * Mod 10 with the weights 7…2 misses some single wrong digits (those under an even weight or 5).
 */
export function checkImoNumber(input: string): IdentifierResult {
  const value = normalized(input).replace(/^IMO/, '');
  if (!/^\d+$/.test(value)) return invalid(value, 'format');
  if (value.length !== 7) return invalid(value, 'length');
  return verdict(value, value.slice(6), imoCheckDigit(value.slice(0, 6)));
}

/** @param body the first six digits */
export function imoCheckDigit(body: string): string {
  return String(Array.from(body).reduce((sum, digit, index) => sum + Number(digit) * (7 - index), 0) % 10);
}
