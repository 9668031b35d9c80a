import { Decimal } from '../../kernel/decimal.js';
import { type ListLine, type Mismatch } from './match-documents.js';

/**
 * Rule `list_lines`: each line of the order is one of the list, of the same name and quantity; one entry per line that
 * is not, by number. Nothing is compared where either gives no lines.
 */
export function lineMismatches(
  ordered: readonly ListLine[] | undefined,
  listed: readonly ListLine[] | undefined,
): Mismatch[] {
  if (ordered === undefined || listed === undefined) return [];
  const places = new Map(listed.map(({ lineNo }, place) => [lineNo, place]));
  const wrong: Mismatch[] = [];
  for (const line of ordered) {
    const place = places.get(line.lineNo);
    places.delete(line.lineNo);
    const other = place === undefined ? undefined : listed[place];
    const difference = other === undefined ? { pointer: '/list/lines' } : differenceOf(line, other, place ?? 0);
    if (difference !== null) wrong.push({ rule: 'list_lines', document: 'list', lineNo: line.lineNo, ...difference });
  }
  for (const [lineNo, place] of places)
    wrong.push({ rule: 'list_lines', document: 'list', lineNo, pointer: `/list/lines/${place}` });
  return wrong.sort((left, right) => (left.lineNo ?? 0) - (right.lineNo ?? 0));
}

function differenceOf(
  line: ListLine,
  other: ListLine,
  place: number,
): Pick<Mismatch, 'pointer' | 'expected' | 'found'> | null {
  const pointer = `/list/lines/${place}`;
  const [expected, found] = [line.itemName, other.itemName];
  if (expected !== undefined && found !== undefined && expected !== found)
    return { pointer: `${pointer}/itemName`, expected, found };
  if (isSameNumber(line.quantity, other.quantity)) return null;
  return { pointer: `${pointer}/quantity`, expected: line.quantity, found: other.quantity };
}

function isSameNumber(one: string, other: string): boolean {
  return one === other || new Decimal(one).equals(other);
}
