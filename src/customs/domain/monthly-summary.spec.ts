import fc from 'fast-check';

import { fromFifths, toFifths } from './fifths.js';
import { type ListedGoods, monthlySummary, type ReleasedList, type SummaryDeclaration } from './monthly-summary.js';

const line = (change: Partial<ListedGoods> = {}): ListedGoods => ({
  gnum: 1,
  gcode: '9503008900',
  gname: '塑料玩具',
  country: '502',
  currency: '502',
  unit: '011',
  unit1: '035',
  unit2: null,
  qty: '2',
  qty1: '0.4',
  qty2: null,
  totalPrice: '19.98',
  ...change,
});
const list = (invtNo: string, change: Partial<ReleasedList> = {}): ReleasedList => ({
  invtNo,
  customsCode: '3119',
  ebcCode: '3302980001',
  ownerCode: '3302980001',
  agentCode: '3302980002',
  tradeMode: '9610',
  trafMode: '5',
  portCode: '3119',
  country: '502',
  grossWeight: '0.5',
  netWeight: '0.4',
  lines: [line()],
  ...change,
});
const PER_CONSIGNOR = { byOwner: false, byName: false };
const shape = (declarations: readonly SummaryDeclaration[]) =>
  declarations.map(({ items }) => items.map(({ lines }) => lines.map(({ invtNo, gnum }) => `${invtNo}/${gnum}`)));

describe('The monthly summary of lists (汇总申报)', () => {
  it('adds up the same goods of all lists of a consignor', () => {
    const [declaration, ...more] = monthlySummary([list('B'), list('A')], PER_CONSIGNOR);
    expect(more).toEqual([]);
    expect(declaration).toMatchObject({ grossWeight: '1', netWeight: '0.8', invtNos: ['A', 'B'], ownerCode: null });
    expect(declaration?.items).toEqual([
      expect.objectContaining({ qty: '4', qty1: '0.8', qty2: null, totalPrice: '39.96' }),
    ]);
  });

  it.each<[string, Partial<ReleasedList>]>([
    ['consignor', { ebcCode: 'X' }],
    ['declarant', { agentCode: 'X' }],
    ['mode', { tradeMode: '1210' }],
    ['transport', { trafMode: '2' }],
    ['port', { portCode: '2244' }],
    ['destination', { country: '116' }],
  ])('another %s is another declaration', (_what, change) => {
    expect(shape(monthlySummary([list('A'), list('B', change)], PER_CONSIGNOR))).toHaveLength(2);
  });

  it.each<[string, Partial<ListedGoods>]>([
    ['HS code', { gcode: '9503006000' }],
    ['currency', { currency: '300' }],
    ['unit', { unit: '007' }],
    ['second unit', { unit2: '007', qty2: '1' }],
  ])('another %s is another item', (_what, change) => {
    const summary = monthlySummary([list('A'), list('B', { lines: [line(change)] })], PER_CONSIGNOR);
    expect(summary.map(({ items }) => items.length)).toEqual([2]);
  });

  it('owners and names tell goods apart only where that is asked for', () => {
    const lists = [list('A'), list('B', { ownerCode: 'X' }), list('C', { lines: [line({ gname: '木制玩具' })] })];
    const counts = (byOwner: boolean, byName: boolean) =>
      monthlySummary(lists, { byOwner, byName }).map(({ items }) => items.length);
    expect(counts(false, false)).toEqual([1]);
    expect(counts(true, false)).toEqual([1, 1]);
    expect(counts(false, true)).toEqual([2]);
  });

  it('goes on in another declaration after fifty items, each parcel’s weight with its lines', () => {
    const lines = Array.from({ length: 51 }, (_, place) =>
      line({ gnum: place + 1, gcode: String(9503000000 + place) }),
    );
    const summary = monthlySummary([list('A', { lines, grossWeight: '1', netWeight: '0.51' })], PER_CONSIGNOR);
    expect(summary.map(({ items }) => items.length)).toEqual([50, 1]);
    expect(summary.map(({ netWeight }) => netWeight)).toEqual(['0.5', '0.01']);
    expect(summary.map(({ invtNos }) => invtNos)).toEqual([['A'], ['A']]);
  });

  const figure = fc.integer({ min: 0, max: 10_000_000 }).map((units) => fromFifths(BigInt(units)));
  const anyLine = fc.record({
    gcode: fc.constantFrom('9503008900', '9503006000', '6109100010'),
    unit: fc.constantFrom('011', '007'),
    qty: figure,
    totalPrice: figure,
  });
  const anyLists = fc
    .array(
      fc.record({
        portCode: fc.constantFrom('3119', '2244'),
        ownerCode: fc.constantFrom('P', 'Q'),
        grossWeight: figure,
        netWeight: figure,
        lines: fc.array(anyLine, { minLength: 1, maxLength: 6 }),
      }),
      { maxLength: 30 },
    )
    .map((lists) =>
      lists.map((each, place) =>
        list(`L${place}`, { ...each, lines: each.lines.map((goods, at) => line({ ...goods, gnum: at + 1 })) }),
      ),
    );
  const options = fc.record({ byOwner: fc.boolean(), byName: fc.boolean() });

  it('loses nothing and makes up nothing: each line once, each sum to the fifth decimal', () => {
    fc.assert(
      fc.property(anyLists, options, (lists, how) => {
        const summary = monthlySummary(lists, how);
        const placed = shape(summary).flat(2).sort();
        const given = lists.flatMap(({ invtNo, lines }) => lines.map(({ gnum }) => `${invtNo}/${gnum}`)).sort();
        expect(placed).toEqual(given);
        const sum = (figures: readonly string[]) => figures.reduce((all, text) => all + toFifths(text), 0n);
        const items = summary.flatMap((each) => each.items);
        const lines = lists.flatMap((each) => each.lines);
        expect(sum(items.map(({ qty }) => qty))).toBe(sum(lines.map(({ qty }) => qty)));
        expect(sum(items.map(({ totalPrice }) => totalPrice))).toBe(sum(lines.map(({ totalPrice }) => totalPrice)));
        expect(sum(summary.map((each) => each.grossWeight))).toBe(sum(lists.map((each) => each.grossWeight)));
        expect(sum(summary.map((each) => each.netWeight))).toBe(sum(lists.map((each) => each.netWeight)));
        for (const { items: held } of summary) expect(held.length).toBeLessThanOrEqual(50);
      }),
    );
  });

  it('is the same in whatever order the lists come', () => {
    fc.assert(
      fc.property(anyLists, options, fc.infiniteStream(fc.nat()), (lists, how, stream) => {
        const shuffled = lists
          .map((each) => [Number(stream.next().value), each] as const)
          .sort(([left], [right]) => left - right)
          .map(([, each]) => each);
        expect(new Set(monthlySummary(shuffled, how).map((each) => JSON.stringify(each)))).toEqual(
          new Set(monthlySummary(lists, how).map((each) => JSON.stringify(each))),
        );
      }),
    );
  });
});
