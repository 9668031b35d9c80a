import { type IdentifierResult, invalid, normalized, verdict } from './identifier.js';
import { mod97CheckDigits } from './mod97.js';

/** Checks a legal entity identifier (ISO 17442): 18 letters or digits and two check digits. */
export function checkLei(input: string): IdentifierResult {
  const value = normalized(input);
  if (value.length !== 20) return invalid(value, 'length');
  if (!/^[A-Z0-9]{18}\d{2}$/.test(value)) return invalid(value, 'format');
  return verdict(value, value.slice(18), mod97CheckDigits(value.slice(0, 18)));
}
