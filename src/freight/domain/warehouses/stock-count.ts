import { InputCheck } from '../../../kernel/input-check.js';
import { SAY } from './warehouse.sentences.js';

/** A lot that is counted. `expected` is what should have been there when it was. */
export interface CountLine {
  readonly lotId: string;
  readonly sku: string;
  readonly lot: string;
  readonly counted: number | null;
  readonly expected: number | null;
}

export const COUNT_MAX = 200;

export interface Counted {
  readonly lotId: string;
  readonly counted: number;
}

/** Every lot of the count once, and no other. @throws InvalidInputError naming every fault */
export function checkCounted(lines: readonly CountLine[], counted: readonly Counted[]): void {
  const check = new InputCheck();
  counted.forEach(({ lotId }, place) => {
    const isOfCount = lines.some((line) => line.lotId === lotId);
    check.that(isOfCount, `/lines/${place}/lotId`, 'foreign', SAY.foreign_counted);
    const isFirst = counted.findIndex((other) => other.lotId === lotId) === place;
    check.that(isFirst, `/lines/${place}/lotId`, 'twice', SAY.line_twice);
  });
  const left = lines.filter(({ lotId }) => counted.every((each) => each.lotId !== lotId));
  const missing = left.map(({ sku, lot }) => `${sku} ${lot}`);
  check.that(left.length === 0, '/lines', 'incomplete', SAY.not_all_lines({ missing }));
  check.done();
}

/** More counted than expected is above zero; null while it is not counted. */
export function differenceOf({ counted, expected }: CountLine): number | null {
  return counted === null || expected === null ? null : counted - expected;
}
