import fc from 'fast-check';

import { type DeclarationState } from './declaration-status.js';
import { DECLARATION_MACHINE } from './declaration-status.js';
import { type Plan, planFor, type Receipt, type ReceiptKind } from './receipt.js';

const ENTRY = '222520260795000001';
const DAY = '2026-12-05';

function receipt(kind: ReceiptKind, changes: Partial<Receipt> = {}): Receipt {
  const entryNumber = kind === 'rejected' ? null : ENTRY;
  const base = { sequenceNumber: 'E20260000795000001', noticedAt: null, note: '', code: '', body: '' };
  return { ...base, kind, entryNumber, exportDate: kind === 'departed' ? DAY : null, ...changes };
}

interface Life {
  state: DeclarationState;
  entryNumber: string | null;
  exportDate: string | null;
  readonly history: DeclarationState[];
}

/** Applies a plan as the application does, against the real state machine. */
function follow(life: Life, plan: Plan, { entryNumber, exportDate }: Receipt): void {
  for (const step of plan.steps) {
    if (step === 'learn_inspection') continue;
    life.state = DECLARATION_MACHINE.next(life.state, step);
    life.entryNumber = step === 'reject' ? null : (entryNumber ?? life.entryNumber);
    life.exportDate = exportDate ?? life.exportDate;
    life.history.push(life.state);
  }
}

function live(receipts: readonly Receipt[]): Life {
  const life: Life = { state: 'submitted', entryNumber: null, exportDate: null, history: [] };
  let held: Receipt[] = [];
  for (const next of receipts) {
    for (const waiting of [...held, next]) {
      const plan = planFor(life, waiting);
      follow(life, plan, waiting);
      held = held.filter((other) => other !== waiting);
      if (plan.outcome === 'held') held.push(waiting);
    }
  }
  return life;
}

describe('A receipt', () => {
  it.each<[DeclarationState, ReceiptKind, readonly string[], string]>([
    ['submitted', 'accepted', ['accept'], 'the usual'],
    ['accepted', 'inspecting', ['inspect'], 'the usual'],
    ['concluded', 'inspecting', ['inspect'], 'customs may look after it has concluded'],
    ['submitted', 'released', ['accept', 'release'], 'the acceptance is late: a release implies it'],
    ['accepted', 'released', ['release'], 'no inspection'],
    ['released', 'departed', ['depart'], 'the usual'],
    ['released', 'rejected', [], 'a release is never undone'],
    ['departed', 'released', [], 'late'],
    ['accepted', 'accepted', [], 'twice'],
    ['inspecting', 'rejected', ['reject'], 'customs found something'],
    ['accepted', 'deleted', ['reject'], 'customs deleted it: it can be declared anew'],
    ['cleared', 'departed', [], 'final'],
    ['rejected', 'released', [], 'of an attempt that is over'],
    ['draft', 'accepted', [], 'nothing was declared'],
    ['submitted', 'other', [], 'it says nothing to us'],
  ])('while %s, %s means %j', (state, kind, steps, _why) => {
    expect(planFor({ state, entryNumber: null, exportDate: null }, receipt(kind)).steps).toEqual(steps);
  });

  it.each<DeclarationState>(['released', 'departed', 'cleared'])(
    'of an inspection that comes once the goods are %s is learned once, and moves nothing',
    (state) => {
      const known = { state, entryNumber: ENTRY, exportDate: DAY };
      const late = receipt('inspecting');
      expect(planFor({ ...known, inspected: false }, late)).toEqual({
        steps: ['learn_inspection'],
        outcome: 'applied',
      });
      expect(planFor({ ...known, inspected: true }, late)).toEqual({ steps: [], outcome: 'late' });
      const ofAnother = receipt('inspecting', { entryNumber: '222520260795000002' });
      expect(planFor({ ...known, inspected: false }, ofAnother)).toEqual({ steps: [], outcome: 'late' });
    },
  );

  it('of the clearance waits where the day of export is not known, and takes it from itself where it is', () => {
    const released = { state: 'released', entryNumber: ENTRY, exportDate: null } as const;
    expect(planFor(released, receipt('cleared'))).toEqual({ steps: [], outcome: 'held' });
    expect(planFor(released, receipt('cleared', { exportDate: DAY })).steps).toEqual(['depart', 'clear']);
  });

  it('accepting without a declaration number of 18 digits for an export is not believed', () => {
    const submitted = { state: 'submitted', entryNumber: null, exportDate: null } as const;
    for (const entryNumber of [null, '22252026079500000', '222520261795000001', 'ABCD20260795000001']) {
      expect(planFor(submitted, receipt('accepted', { entryNumber }))).toEqual({ steps: [], outcome: 'held' });
    }
  });

  it('with the number of another declaration is not believed', () => {
    const accepted = { state: 'accepted', entryNumber: ENTRY, exportDate: null } as const;
    const other = receipt('released', { entryNumber: '222520260795000002' });
    expect(planFor(accepted, other)).toEqual({ steps: [], outcome: 'held' });
  });
});

describe('Receipts in any order, any number of times', () => {
  const WAY: readonly ReceiptKind[] = [
    'accepted',
    'reviewing',
    'concluded',
    'inspecting',
    'released',
    'departed',
    'cleared',
  ];

  it('end in the same state, pass each milestone exactly once, and never go back', () => {
    const all = WAY.map((kind) => receipt(kind));
    const mixed = fc.shuffledSubarray([...all, ...all, ...all], { minLength: all.length * 3 });
    fc.assert(
      fc.property(mixed, (receipts) => {
        const { state, history } = live(receipts);
        const ranks = history.map((passed) => WAY.findIndex((kind) => kind === (passed as ReceiptKind)));
        const isForward = ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? -1));
        const milestones = ['accepted', 'released', 'departed', 'cleared'].every(
          (milestone) => history.filter((passed) => passed === milestone).length === 1,
        );
        return state === 'cleared' && isForward && milestones;
      }),
    );
  });
});
