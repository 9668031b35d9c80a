import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { DEAD_LETTER } from './dead-letter-state.js';

describe('The life of a dead letter', () => {
  it('is these transitions and no others', () => {
    const all = DEAD_LETTER.commands.flatMap((command) =>
      DEAD_LETTER.table[command].from.map((from) => `${from} -${command}-> ${DEAD_LETTER.table[command].to}`),
    );
    expect(all).toEqual(['open -retry-> retried', 'open -discard-> discarded']);
  });

  it('ends with the first decision', () => {
    expect(DEAD_LETTER.isFinal('retried') && DEAD_LETTER.isFinal('discarded')).toBe(true);
    expect(() => DEAD_LETTER.next('discarded', 'retry')).toThrow(IllegalTransitionError);
  });
});
