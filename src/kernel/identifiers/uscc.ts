import { type IdentifierResult, invalid, normalized, verdict } from './identifier.js';

/** Without I, O, S, V and Z, which are too like 1, 0, 5, U and 2. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Checks a unified social credit code (统一社会信用代码, GB 32100-2015): 18 signs, the last a check character mod 31.
 *
 * The weights are powers of 3 mod 31, 31 is prime: every single wrong sign is caught.
 * Some codes of the early pilot are in force and fail all the same, hence the warning: never refuse a party for it.
 */
export function checkUscc(input: string): IdentifierResult {
  const value = normalized(input);
  if (value.length !== 18) return invalid(value, 'length');
  if (Array.from(value).some((sign) => !ALPHABET.includes(sign))) return invalid(value, 'format');
  const result = verdict(value, value.slice(17), usccCheckCharacter(value.slice(0, 17)));
  return result.valid ? result : { ...result, warnings: ['early_pilot_code_possible'] };
}

/** @param body the first 17 signs */
export function usccCheckCharacter(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const sign of body) {
    sum += ALPHABET.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}
