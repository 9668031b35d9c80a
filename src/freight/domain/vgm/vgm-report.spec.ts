import fc from 'fast-check';

import { judgeVgm, lastWord, type VgmReport } from './vgm-report.js';
import { awaitsCarrier, VGM_DECLARATION, type VgmState } from './vgm-status.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 24, 2, minute));
const says = (command: VgmReport['command'], minute: number): VgmReport => ({
  declarationId: 'd',
  command,
  reason: null,
  asOf: at(minute),
});

describe('The life of a VGM declaration', () => {
  it('has these transitions, and no other', () => {
    const all = VGM_DECLARATION.states.flatMap((from) =>
      VGM_DECLARATION.commands
        .filter((command) => VGM_DECLARATION.allows(from, command))
        .map((command) => `${from} ${command} ${VGM_DECLARATION.next(from, command)}`),
    );
    expect(all).toEqual([
      'requested receive received',
      'requested accept accepted',
      'requested reject rejected',
      'requested supersede superseded',
      'received accept accepted',
      'received reject rejected',
      'received supersede superseded',
      'accepted reject rejected',
      'accepted supersede superseded',
    ]);
  });

  it('owes us a word of the carrier until it is decided', () => {
    expect(VGM_DECLARATION.states.filter(awaitsCarrier)).toEqual(['requested', 'received']);
  });
});

describe('What the carrier says of a VGM declaration', () => {
  it.each<[string, VgmState, number | null, VgmReport, string | null]>([
    ['the first word', 'requested', null, says('receive', 1), 'receive'],
    ['a word past one that was lost', 'requested', null, says('accept', 1), 'accept'],
    ['a word again', 'accepted', 1, says('accept', 1), null],
    ['an older word', 'accepted', 2, says('reject', 1), null],
    ['a receipt of the same moment', 'accepted', 1, says('receive', 1), null],
    ['a change of mind', 'accepted', 1, says('reject', 2), 'reject'],
    ['a word on what is superseded', 'superseded', null, says('accept', 1), null],
    ['a word on what was rejected', 'rejected', 1, says('accept', 2), null],
  ])('%s: %#', (_what, state, minute, report, command) => {
    expect(judgeVgm({ state, lastReportedAt: minute === null ? null : at(minute) }, report)).toBe(command);
  });

  it('ends in the same state in whatever order it comes, and however often', () => {
    const story = [says('receive', 1), says('accept', 2), says('reject', 3)];
    fc.assert(
      fc.property(fc.shuffledSubarray([...story, ...story], { minLength: 6 }), (told) => {
        let standing: { state: VgmState; lastReportedAt: Date | null } = { state: 'requested', lastReportedAt: null };
        for (const report of told) {
          const command = judgeVgm(standing, report);
          if (command === null) continue;
          standing = { state: VGM_DECLARATION.next(standing.state, command), lastReportedAt: report.asOf };
        }
        expect(standing.state).toBe('rejected');
      }),
    );
  });

  it('is its last word by its own clock, and of one moment the one that goes further', () => {
    expect(lastWord([says('accept', 2), says('receive', 2), says('reject', 1)])?.command).toBe('accept');
    expect(lastWord([])).toBeNull();
  });
});
