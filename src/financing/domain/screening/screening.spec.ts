import { told } from '../../../kernel/sentence.js';
import { hitsOf, type OrderScreening, type ScreeningResult, screeningReasons, standingOfLists } from './screening.js';

const on = (result: ScreeningResult | null) => (result === null ? null : { list: 'OFAC SDN', result });

describe('How a party stands against lists of denied parties', () => {
  it.each<[ScreeningResult[], ScreeningResult | null, string]>([
    [[], null, 'nobody has screened it'],
    [['clear', 'clear'], 'clear', 'on none of them'],
    [['clear', 'possible'], 'possible', 'one has a name like it'],
    [['possible', 'hit', 'clear'], 'hit', 'the worst counts: another list that is clear takes nothing away'],
  ])('of which the lists say %j is %s: %s', (results, standing) => {
    const lists = results.map((result, index) => ({ list: `L${index}`, result }));
    expect(standingOfLists(lists)?.result ?? null).toBe(standing);
  });
});

describe('An order of screened names', () => {
  const reasons = (screening: OrderScreening): readonly string[] | null =>
    screeningReasons(screening)?.map((reason) => told(reason, 'en')) ?? null;

  it.each([
    ['clear', 'clear', []],
    ['clear', null, null],
    [null, null, null],
    ['hit', null, ['The seller stands on a list of denied parties: OFAC SDN']],
    [null, 'possible', ['The buyer may stand on a list of denied parties: OFAC SDN']],
    [
      'possible',
      'hit',
      [
        'The buyer stands on a list of denied parties: OFAC SDN',
        'The seller may stand on a list of denied parties: OFAC SDN',
      ],
    ],
  ] as const)('of a seller that is %s and a buyer that is %s: %j', (seller, buyer, why) => {
    expect(reasons({ seller: on(seller), buyer: on(buyer) })).toEqual(why);
  });

  it('is lent on as long as neither stands on a list', () => {
    expect(hitsOf({ seller: on('possible'), buyer: null })).toEqual([]);
    expect(hitsOf({ seller: on('clear'), buyer: on('hit') })).toHaveLength(1);
  });
});
