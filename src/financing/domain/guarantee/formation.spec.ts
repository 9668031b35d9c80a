import { GUARANTEE_RULES } from '../../data/guarantee-rules.js';
import { type Candidate } from './candidate.js';
import { asFaults, formationFindings, rulesOn } from './formation.js';

const TODAY = '2026-11-30';
const owner = (holder: string, share = '1', partyId: string | null = null) => ({ holder, share, partyId });
const good = (name: string, change: Partial<Candidate> = {}): Candidate => ({
  partyId: name,
  limit: { amount: '500000.00', currency: 'CNY' },
  establishedOn: '2020-03-01',
  lastResult: { year: 2025, outcome: 'profit' },
  membership: { kind: 'gold_supplier', since: '2021-01-01' },
  owners: [owner(`${name} Holding`)],
  ...change,
});
const found = (candidates: readonly Candidate[], today = TODAY): string[] => {
  const rules = rulesOn(GUARANTEE_RULES, today);
  if (rules === undefined) throw new Error('No rules');
  return asFaults(formationFindings(rules, candidates, today)).map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('A guarantee group', () => {
  it('is three members without ties, old enough, without loss', () => {
    expect(found([good('A'), good('B', { membership: null }), good('C', { owners: [] })])).toEqual([]);
  });

  it.each<[why: string, change: Partial<Candidate>, findings: string[]]>([
    ['18 months old today', { establishedOn: '2025-05-30' }, []],
    ['a day too young', { establishedOn: '2025-06-01' }, ['/members/2/establishedOn too_young']],
    ['not yet there', { establishedOn: '2027-01-01' }, ['/members/2/establishedOn in_future']],
    ['a loss', { lastResult: { year: 2025, outcome: 'loss' } }, ['/members/2/lastResult/outcome loss']],
    ['neither profit nor loss', { lastResult: { year: 2025, outcome: 'break_even' } }, []],
    ['of another year', { lastResult: { year: 2024, outcome: 'profit' } }, ['/members/2/lastResult/year other_year']],
    ['too much', { limit: { amount: '5000000.01', currency: 'CNY' } }, ['/members/2/limit out_of_range']],
    ['too little', { limit: { amount: '199999.99', currency: 'CNY' } }, ['/members/2/limit out_of_range']],
    ['dollars', { limit: { amount: '500000.00', currency: 'USD' } }, ['/members/2/limit currency_mismatch']],
    ['another group', { elsewhere: 'ggp_1' }, ['/members/2/partyId guarantees_elsewhere']],
    ['an owner of two', { owners: [owner('a  HOLDING', '0.01')] }, ['/members/2/owners/0 tied']],
    ['an owner of nothing', { owners: [owner('A Holding', '0')] }, []],
    ['owned by a member', { owners: [owner('A', '0.3', 'A')] }, ['/members/2/owners/0 tied']],
    ['owned by itself', { owners: [owner('C', '0.3', 'C')] }, ['/members/2/owners/0/partyId owns_itself']],
    [
      'more owners than there can be',
      { owners: [owner('X', '0.6'), owner('x', '0.6')] },
      ['/members/2/owners/1 duplicate', '/members/2/owners out_of_range'],
    ],
    [
      'all of it',
      {
        establishedOn: '2026-01-01',
        lastResult: { year: 2020, outcome: 'loss' },
        limit: { amount: '1.00', currency: 'CNY' },
      },
      [
        '/members/2/limit out_of_range',
        '/members/2/establishedOn too_young',
        '/members/2/lastResult/year other_year',
        '/members/2/lastResult/outcome loss',
      ],
    ],
  ])('with a third that is %s', (_why, change, findings) => {
    expect(found([good('A'), good('B'), good('C', change)])).toEqual(findings);
  });

  it('needs enough members, not too many, and one who has been one of the platform for long', () => {
    const young = good('B', { membership: { kind: 'trust_pass', since: '2024-01-01' } });
    expect(found([young])).toEqual(['/members too_few', '/members none_seasoned']);
    const many = Array.from({ length: 21 }, (_each, index) => good(`M${index}`));
    expect(found(many)).toEqual(['/members too_many']);
  });

  it('whose members own one another in a circle is told of every tie, and of the circle once', () => {
    const circle = [
      good('A', { owners: [owner('B', '0.2', 'B')] }),
      good('B', { owners: [owner('C', '0.2', 'C')] }),
      good('C', { owners: [owner('A', '0.2', 'A')] }),
    ];
    expect(found(circle)).toEqual([
      '/members/1/partyId tied',
      '/members/2/partyId tied',
      '/members/2/owners/0 tied',
      '/members/2/owners ownership_circle',
    ]);
  });

  it('goes by the wording of its day', () => {
    const large = ['A', 'B', 'C'].map((name) =>
      good(name, {
        limit: { amount: '3000000.00', currency: 'CNY' },
        establishedOn: '2000-01-01',
        membership: { kind: 'gold_supplier', since: '2000-01-01' },
        lastResult: { year: 2008, outcome: 'profit' },
      }),
    );
    expect(found(large, '2009-12-31')).toEqual([0, 1, 2].map((index) => `/members/${index}/limit out_of_range`));
    expect(rulesOn(GUARANTEE_RULES, '2007-05-31')).toBeUndefined();
    expect(GUARANTEE_RULES.filter(({ validTo }) => validTo === null)).toHaveLength(1);
  });
});
