import { type Decimal } from '../../kernel/decimal.js';
import { type CutField } from '../domain/booking-instruction.js';

export const PARTY_NAME_MAX = 70;
export const ADDRESS_LINE_MAX = 250;
const ADDRESS_LINES_MAX = 5;
export const ADDRESS_MAX = ADDRESS_LINE_MAX * ADDRESS_LINES_MAX;

/** Names longer than the standard allows are cut, and named; the address takes what it can of five lines. */
export function party(name: string, address: string): object {
  return { partyName: fit(name, PARTY_NAME_MAX), addressLines: addressLines(address) };
}

function addressLines(address: string): string[] {
  const line = oneLine(address);
  const count = Math.min(ADDRESS_LINES_MAX, Math.max(1, Math.ceil(line.length / ADDRESS_LINE_MAX)));
  return Array.from({ length: count }, (_none, index) =>
    line.slice(index * ADDRESS_LINE_MAX, (index + 1) * ADDRESS_LINE_MAX),
  );
}

/** One line of at most so many characters, without blanks at its ends. */
export function fit(text: string, max: number): string {
  return oneLine(text).slice(0, max).trim();
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The standard wants a JSON number here; a weight has few enough digits to look the same as one. */
export function wireNumber(value: Decimal): number {
  return value.toNumber();
}

/** Names a text that was longer than the standard has room for. */
export function cut(pointer: string, text: string, max: number): CutField[] {
  const given = oneLine(text).length;
  return given > max ? [{ pointer, givenLength: given, keptLength: max }] : [];
}

/** The same of the name and the address of a party. */
export function cutOfParty(
  at: string,
  { name, address }: { readonly name: string; readonly address: string },
): CutField[] {
  return [...cut(`${at}/partyName`, name, PARTY_NAME_MAX), ...cut(`${at}/addressLines`, address, ADDRESS_MAX)];
}
