import { ibanStructure } from './iban-registry.js';
import { type IdentifierResult, invalid, normalized, verdict } from './identifier.js';
import { mod97CheckDigits } from './mod97.js';

/** Checks an international account number (ISO 13616): country, two check digits, national account number. */
export function checkIban(input: string): IdentifierResult {
  const value = normalized(input);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(value)) return invalid(value, 'format');
  const country = value.slice(0, 2);
  const bban = value.slice(4);
  const structure = ibanStructure(country);
  if (structure === undefined) return invalid(value, 'country');
  if (value.length !== structure.length) return invalid(value, 'length');
  if (!structure.bban.test(bban)) return invalid(value, 'format');
  return verdict(value, value.slice(2, 4), mod97CheckDigits(bban + country));
}
