/** The value of a sign in ISO 7064 MOD 97-10: digits as they are, A = 10 … Z = 35. */
function digitsOf(sign: string): string {
  return /\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55);
}

/**
 * The two check digits that make `body` followed by them ≡ 1 (mod 97).
 * They catch every digit mistaken for a digit and every letter mistaken for a letter; a digit for a letter only mostly,
 * since that moves the rest by a place. Always between 02 and 98: 00, 01 and 99 would pass the remainder test too, but are never issued.
 * @param body digits and capitals, without the check digits
 */
export function mod97CheckDigits(body: string): string {
  const digits = Array.from(body, digitsOf).join('') + '00';
  return String(98n - (BigInt(digits) % 97n)).padStart(2, '0');
}
