import { type IdentifierResult, invalid, normalized, verdict } from './identifier.js';

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];
const MODULUS = 11;

/**
 * Checks the number of a postal item (UPU S10): two letters of the service, eight digits, a check digit mod 11, and the
 * country of the post that gave it out. A digit of 10 is written 0, one of 11 is written 5.
 */
export function checkS10(input: string): IdentifierResult {
  const value = normalized(input);
  if (value.length !== 13) return invalid(value, 'length');
  if (!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(value)) return invalid(value, 'format');
  return verdict(value, value.slice(10, 11), s10CheckDigit(value.slice(2, 10)));
}

/** @param serial the eight digits after the letters of the service */
export function s10CheckDigit(serial: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(serial.charAt(index)), 0);
  const rest = MODULUS - (sum % MODULUS);
  if (rest === MODULUS) return '5';
  return rest === MODULUS - 1 ? '0' : String(rest);
}
