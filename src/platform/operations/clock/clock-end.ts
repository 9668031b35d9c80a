import { InvalidInputError } from '../../../kernel/domain-error.js';
import { SAY } from './clock.sentences.js';

/** Whatever is reckoned from a test clock, by years too, stays a date of four digits. */
const CLOCK_END = '2200-01-01T00:00:00.000Z';

/** @throws InvalidInputError where a test clock cannot go */
export function assertBeforeEnd(to: Date, pointer: string): void {
  if (to <= new Date(CLOCK_END)) return;
  throw new InvalidInputError([{ pointer, code: 'range', message: SAY.clock_end({ latest: CLOCK_END }) }]);
}
