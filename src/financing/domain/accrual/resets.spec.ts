import { resetsOf } from './resets.js';

const TABLE = [
  { name: 'LPR_1Y', from: '2026-01-20', rate: '0.0300' },
  { name: 'LPR_1Y', from: '2026-03-20', rate: '0.0280' },
  { name: 'LPR_5Y', from: '2026-03-20', rate: '0.0350' },
  { name: 'LPR_1Y', from: '2026-04-20', rate: '0.0290' },
];
const FLOATING = {
  interest: { kind: 'floating', reference: 'LPR_1Y', spread: '0.0150' },
  penalty: { kind: 'multiplier', value: '1.5' },
} as const;
const stand = { referenceOn: '2026-01-20', countedFrom: '2026-02-01', day: '2026-05-01' };

const told = (terms: Parameters<typeof resetsOf>[0], facts: Partial<typeof stand> = {}): string[] =>
  resetsOf(terms, TABLE, { ...stand, ...facts }).map(
    ({ from, annualRate, penaltyRate }) => `${from} ${annualRate.toFixed()} ${penaltyRate.toFixed()}`,
  );

describe('A floating rate', () => {
  it('follows each publication of its own reference from the day of it', () => {
    expect(told(FLOATING)).toEqual(['2026-03-20 0.043 0.0215', '2026-04-20 0.044 0.022']);
  });

  it.each([
    ['what is published later', { day: '2026-04-19' }, ['2026-03-20 0.043 0.0215']],
    ['what it stands on already', { referenceOn: '2026-04-20' }, []],
  ])('does not follow %s', (_what, facts, expected) => {
    expect(told(FLOATING, facts)).toEqual(expected);
  });

  it('changes nothing of what is counted already', () => {
    expect(told(FLOATING, { countedFrom: '2026-04-01' })).toEqual([
      '2026-04-01 0.043 0.0215',
      '2026-04-20 0.044 0.022',
    ]);
  });

  it('that is fixed stays', () => {
    expect(told({ ...FLOATING, interest: { kind: 'fixed', annualRate: '0.05' } })).toEqual([]);
  });
});
