import { type StateMachine } from '../../kernel/state-machine.js';
import { CASE_MACHINE } from './case-status.js';
import { CLAIM_MACHINE } from './claim-status.js';
import { INVOICE_MACHINE } from './invoice-status.js';
import { patienceMs } from './patience.js';

function transitionsOf<State extends string, Command extends string>(machine: StateMachine<State, Command>): string[] {
  return machine.states.flatMap((state) =>
    machine.commands
      .filter((command) => machine.allows(state, command))
      .map((command) => `${state} --${command}--> ${machine.table[command].to}`),
  );
}

describe('The life of a claim', () => {
  it('knows these transitions and no others', () => {
    expect(transitionsOf(CLAIM_MACHINE)).toEqual([
      'matched --file--> queued',
      'matched --abandon--> abandoned',
      'queued --hold--> matched',
      'queued --send--> filed',
      'queued --reject--> rejected',
      'filed --resend--> queued',
      'filed --accept--> accepted',
      'filed --reject--> rejected',
      'accepted --query--> queried',
      'accepted --approve--> approved',
      'accepted --reject--> rejected',
      'queried --answer--> answered',
      'queried --approve--> approved',
      'queried --reject--> rejected',
      'answered --query--> queried',
      'answered --approve--> approved',
      'answered --reject--> rejected',
      'approved --pay--> paid',
      'rejected --file--> queued',
      'rejected --abandon--> abandoned',
    ]);
  });

  it('ends paid or abandoned, nowhere else', () => {
    expect(CLAIM_MACHINE.states.filter((state) => CLAIM_MACHINE.isFinal(state))).toEqual(['paid', 'abandoned']);
  });

  it('lets a caller file, answer and give up, and leaves the rest to the bureau', () => {
    expect(CLAIM_MACHINE.allowedActions('rejected')).toEqual(['file', 'abandon']);
    expect(CLAIM_MACHINE.allowedActions('queried')).toEqual(['answer']);
    expect(CLAIM_MACHINE.allowedActions('accepted')).toEqual([]);
  });

  it.each(CLAIM_MACHINE.states)('has somebody to wait for, or a caller to move it, or an end: %s', (state) => {
    const waits = patienceMs(state, 0, true) !== null;
    expect(waits || CLAIM_MACHINE.isFinal(state) || CLAIM_MACHINE.allowedActions(state).length > 0).toBe(true);
  });

  it('waits longer from question to question, but not for ever', () => {
    const waits = [0, 1, 2, 20].map((asks) => patienceMs('filed', asks, false));
    expect(waits).toEqual([20_000, 40_000, 80_000, 300_000]);
  });
});

describe('The life of a refund case', () => {
  it('goes back only when its claim is abandoned, and ends with its order', () => {
    expect(transitionsOf(CASE_MACHINE)).toEqual([
      'gathering --claim--> claimed',
      'gathering --close--> closed',
      'claimed --reopen--> gathering',
    ]);
  });
});

describe('The life of an invoice', () => {
  it('ends with its cancellation, or with red letters for all of it', () => {
    expect(transitionsOf(INVOICE_MACHINE)).toEqual([
      'recorded --assign--> recorded',
      'recorded --cancel--> cancelled',
      'recorded --flush--> red_flushed',
      'red_flushed --restore--> recorded',
    ]);
  });
});
