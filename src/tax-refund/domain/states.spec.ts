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

/** Nothing is waited for; what is wanted back is paid back recovery by recovery. */
const AT_REST: readonly string[] = ['clawed_back', 'closed'];

describe('The life of a claim', () => {
  it('knows these transitions and no others', () => {
    expect(transitionsOf(CLAIM_MACHINE)).toEqual([
      'matched --file--> queued',
      'matched --abandon--> abandoned',
      'queued --hold--> matched',
      'queued --doubt--> doubted',
      'queued --send--> filed',
      'queued --reject--> rejected',
      'doubted --file--> queued',
      'doubted --abandon--> abandoned',
      'filed --resend--> queued',
      'filed --accept--> accepted',
      'filed --reject--> rejected',
      'accepted --query--> queried',
      'accepted --withhold--> withheld',
      'accepted --approve--> approved',
      'accepted --reject--> rejected',
      'queried --answer--> answered',
      'queried --withhold--> withheld',
      'queried --approve--> approved',
      'queried --reject--> rejected',
      'answered --query--> queried',
      'answered --withhold--> withheld',
      'answered --approve--> approved',
      'answered --reject--> rejected',
      'withheld --resume--> accepted',
      'withheld --approve--> approved',
      'withheld --reject--> rejected',
      'approved --pay--> paid',
      'rejected --file--> queued',
      'rejected --abandon--> abandoned',
      'paid --claw_back--> clawed_back',
      'paid --close--> closed',
      'clawed_back --claw_back--> clawed_back',
      'clawed_back --settle--> paid',
      'closed --claw_back--> clawed_back',
    ]);
  });

  it('ends abandoned, nowhere else: even of a closed claim the bureau may want money back', () => {
    expect(CLAIM_MACHINE.states.filter((state) => CLAIM_MACHINE.isFinal(state))).toEqual(['abandoned']);
  });

  it('lets a caller file, answer and give up, and leaves the rest to the bureau', () => {
    expect(CLAIM_MACHINE.allowedActions('rejected')).toEqual(['file', 'abandon']);
    expect(CLAIM_MACHINE.allowedActions('queried')).toEqual(['answer']);
    expect(CLAIM_MACHINE.allowedActions('accepted')).toEqual([]);
  });

  it.each(CLAIM_MACHINE.states.filter((state) => !AT_REST.includes(state)))(
    'has somebody to wait for, or a caller to move it, or an end: %s',
    (state) => {
      const waits = patienceMs(state, 0, true) !== null;
      expect(waits || CLAIM_MACHINE.isFinal(state) || CLAIM_MACHINE.allowedActions(state).length > 0).toBe(true);
    },
  );

  it('waits longer from question to question, but not for ever', () => {
    const waits = [0, 1, 2, 20].map((asks) => patienceMs('filed', asks, false));
    expect(waits).toEqual([20_000, 40_000, 80_000, 300_000]);
  });
});

describe('The life of a refund case', () => {
  it('goes back only when its claim is abandoned, and ends with its order', () => {
    expect(transitionsOf(CASE_MACHINE)).toEqual([
      'gathering --claim--> claimed',
      'gathering --waive_consumption_tax--> gathering',
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
