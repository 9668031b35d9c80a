import { type IdentifierResult, invalid, normalized, verdict } from './identifier.js';

/**
 * Checks the number of an air waybill: the airline's prefix of three digits, and eight digits of which the last is the seven
 * before it, as a number, mod 7. Source: IATA Cargo Services Conference Resolution 600a.
 *
 * The remainder never is 7, 8 or 9; a digit that is wrong by seven (0 for 7, 1 for 8, 2 for 9) passes, and no program can
 * catch it.
 */
export function checkAirWaybill(input: string): IdentifierResult {
  const value = normalized(input);
  if (!/^\d+$/.test(value)) return invalid(value, 'format');
  if (value.length !== 11) return invalid(value, 'length');
  return verdict(value, value.slice(10), airWaybillCheckDigit(value.slice(3, 10)));
}

/** @param serial the seven digits after the airline's prefix */
export function airWaybillCheckDigit(serial: string): string {
  return String(Number(serial) % 7);
}

/** As it is printed: `160-12345675`. @param value without blanks and hyphens */
export function formattedAirWaybill(value: string): string {
  return `${value.slice(0, 3)}-${value.slice(3)}`;
}
