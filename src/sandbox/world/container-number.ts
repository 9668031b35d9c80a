const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Letter values of ISO 6346: 10 upwards, without the multiples of 11. */
const LETTER_VALUES = new Map(Array.from(ALPHABET, (letter, index) => [letter, letterValue(index)]));

function letterValue(index: number): number {
  let value = 10;
  for (let passed = 0; passed < index; passed += 1) value += (value + 1) % 11 === 0 ? 2 : 1;
  return value;
}

/** @param body owner code, category and serial: `SBXU795001`. @returns the check digit of ISO 6346 */
export function checkDigit(body: string): string {
  const sum = Array.from(body).reduce(
    (total, mark, index) => total + (LETTER_VALUES.get(mark) ?? Number(mark)) * 2 ** index,
    0,
  );
  return String((sum % 11) % 10);
}

export function isContainerNumber(text: string): boolean {
  return /^[A-Z]{3}[UJZR]\d{7}$/.test(text) && checkDigit(text.slice(0, 10)) === text.slice(10);
}
