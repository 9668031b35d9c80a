import { type IdentifierResult, invalid, normalized } from './identifier.js';

/** Checks the form of a bank identifier (ISO 9362): bank, country, place and, with eleven signs, branch. No check digit. */
export function checkBic(input: string): IdentifierResult {
  const value = normalized(input);
  if (value.length !== 8 && value.length !== 11) return invalid(value, 'length');
  if (!/^[A-Z]{6}[A-Z0-9]+$/.test(value)) return invalid(value, 'format');
  return { valid: true, normalized: value };
}
