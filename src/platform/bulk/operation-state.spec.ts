import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { OPERATION } from './operation-state.js';

describe('The life of an operation', () => {
  it('is these transitions and no others', () => {
    const all = OPERATION.commands.flatMap((command) =>
      OPERATION.table[command].from.map((from) => `${from} -${command}-> ${OPERATION.table[command].to}`),
    );
    expect(all).toEqual([
      'queued -start-> running',
      'running -complete-> completed',
      'queued -cancel-> cancelling',
      'running -cancel-> cancelling',
      'cancelling -stop-> cancelled',
    ]);
  });

  it('cannot be cancelled once it is over, nor twice', () => {
    for (const state of ['cancelling', 'completed', 'cancelled'] as const) {
      expect(() => OPERATION.next(state, 'cancel')).toThrow(IllegalTransitionError);
    }
  });
});
