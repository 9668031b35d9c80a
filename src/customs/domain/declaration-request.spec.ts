import fc from 'fast-check';

import {
  effectOfGrant,
  isAskable,
  REQUEST_KINDS,
  requestActions,
  type RequestKind,
  whyNotAskable,
} from './declaration-request.js';
import { REQUEST_MACHINE, type RequestState } from './declaration-request-status.js';
import { DECLARATION_MACHINE, DECLARATION_STATES, type DeclarationState } from './declaration-status.js';
import { isOfRequest, planFor, rankOf, type Receipt, type ReceiptKind } from './receipt.js';

describe('The life of a request', () => {
  it('knows these transitions and no others', () => {
    const { states, commands, table } = REQUEST_MACHINE;
    const transitions = states.flatMap((state) =>
      commands
        .filter((command) => REQUEST_MACHINE.allows(state, command))
        .map((command) => `${state} --${command}--> ${table[command].to}`),
    );
    expect(transitions).toEqual([
      'awaiting --launch--> queued',
      'awaiting --decline--> declined',
      'awaiting --overtake--> overtaken',
      'queued --send--> sent',
      'queued --grant--> granted',
      'queued --refuse--> refused',
      'queued --overtake--> overtaken',
      'sent --grant--> granted',
      'sent --refuse--> refused',
      'sent --overtake--> overtaken',
    ]);
  });
});

describe('What may be asked of customs', () => {
  it.each<[DeclarationState, readonly string[]]>([
    ['draft', []],
    ['queued', ['redeliver']],
    ['submitted', ['redeliver']],
    ['accepted', ['request_withdrawal', 'request_amendment']],
    ['inspecting', ['request_withdrawal', 'request_amendment']],
    ['released', ['request_exit_cancellation', 'request_amendment']],
    ['departed', []],
    ['rejected', []],
    ['withdrawn', []],
  ])('of what is %s: %j', (state, actions) => {
    expect(requestActions(state, false)).toEqual(actions);
  });

  it('is a supplement only where customs has asked for one', () => {
    expect(requestActions('reviewing', true)).toContain('request_supplement');
    expect(requestActions('released', true)).not.toContain('request_supplement');
  });

  it('says what to do instead, in two languages, wherever it may not', () => {
    for (const kind of REQUEST_KINDS) {
      for (const state of DECLARATION_STATES.filter((each) => !isAskable(kind, each))) {
        const { en, zh } = whyNotAskable(kind, state);
        expect([en, zh]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\p{Script=Han}/u)]);
      }
    }
    expect(whyNotAskable('withdrawal', 'released').en).toContain('exit-cancellation');
    expect(whyNotAskable('exit_cancellation', 'accepted').en).toContain('withdrawal');
  });

  it.each<[RequestKind, DeclarationState, string | null, string]>([
    ['withdrawal', 'accepted', 'withdraw', 'the usual'],
    ['withdrawal', 'released', 'withdraw', 'customs released in between, and then granted it'],
    ['withdrawal', 'departed', null, 'what has left is not called back'],
    ['exit_cancellation', 'released', 'cancel_exit', 'the usual'],
    ['exit_cancellation', 'cleared', null, 'what has left is not called back'],
    ['amendment', 'released', 'change', 'the usual'],
    ['amendment', 'departed', 'change', 'customs answers late, and has amended it all the same'],
    ['amendment', 'rejected', null, 'it was sent back meanwhile'],
  ])('granting %s while %s means %s: %s', (kind, state, effect) => {
    expect(effectOfGrant(kind, state)).toBe(effect);
  });
});

const ENTRY = '222520260795000001';
const WAY: readonly ReceiptKind[] = [
  'accepted',
  'reviewing',
  'concluded',
  'inspecting',
  'released',
  'departed',
  'cleared',
];
const receipt = (kind: ReceiptKind): Receipt => ({
  kind,
  sequenceNumber: 'E20260000795000001',
  entryNumber: ENTRY,
  noticedAt: null,
  exportDate: kind === 'departed' || kind === 'cleared' ? '2026-12-05' : null,
  note: '',
  code: '',
  body: '',
});

interface World {
  state: DeclarationState;
  request: RequestState;
  readonly history: DeclarationState[];
}

/** What customs tells of one declaration of which something was asked, taken as the application takes it. */
function live(kind: RequestKind, start: DeclarationState, receipts: readonly Receipt[]): World {
  const world: World = { state: start, request: 'sent', history: [] };
  const known = () => ({ state: world.state, entryNumber: ENTRY, exportDate: null });
  for (const next of receipts) {
    if (isOfRequest(next.kind)) {
      if (world.request !== 'sent') continue;
      if (next.kind === 'request_refused') world.request = REQUEST_MACHINE.next(world.request, 'refuse');
      else {
        const effect = effectOfGrant(kind, world.state);
        world.request = REQUEST_MACHINE.next(world.request, effect === null ? 'overtake' : 'grant');
        const isStep = effect !== null && effect !== 'change' && effect !== 'answer' && effect !== 'refund';
        if (isStep) world.state = DECLARATION_MACHINE.next(world.state, effect);
        if (isStep) world.history.push(world.state);
      }
      continue;
    }
    for (const step of planFor(known(), next).steps) {
      if (step === 'learn_inspection') continue;
      world.state = DECLARATION_MACHINE.next(world.state, step);
      world.history.push(world.state);
    }
  }
  return world;
}

describe('Answers to a request, in any order among the other receipts, any number of times', () => {
  const story = (steps: number, answer: ReceiptKind): fc.Arbitrary<Receipt[]> => {
    const all = [...WAY.slice(0, steps), answer].map(receipt);
    return fc.shuffledSubarray([...all, ...all, ...all], { minLength: all.length * 3 });
  };

  it('granting a withdrawal end it withdrawn, whatever was released meanwhile, and nothing moves it afterwards', () => {
    fc.assert(
      fc.property(story(5, 'request_granted'), (receipts) => {
        const { state, request, history } = live('withdrawal', 'accepted', receipts);
        return state === 'withdrawn' && request === 'granted' && history.at(-1) === 'withdrawn';
      }),
    );
  });

  it('granting that goods stay never let them leave, and never look at them again', () => {
    fc.assert(
      fc.property(story(5, 'request_granted'), (receipts) => {
        const { state, history } = live('exit_cancellation', 'released', receipts);
        return state === 'exit_cancelled' && history.length === 1;
      }),
    );
  });

  it('refusing leave the declaration to go its way', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REQUEST_KINDS), story(7, 'request_refused'), (kind, receipts) => {
        const start = kind === 'exit_cancellation' ? 'released' : 'accepted';
        const { state, request, history } = live(kind, start, receipts);
        return state === 'cleared' && request === 'refused' && new Set(history).size === history.length;
      }),
    );
  });

  it('wait behind what the declaration itself has passed, where both are kept', () => {
    for (const kind of WAY) expect(rankOf('request_granted')).toBeGreaterThan(rankOf(kind));
  });
});
