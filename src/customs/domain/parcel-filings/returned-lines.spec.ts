import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { type ReturnedLine } from './filing-kind.js';
import { faultsOfLines, linesBack, saidOf, taxBack } from './returned-lines.js';
import { publicId } from '../../../kernel/ids.js';

const ID = '0199f0c1-7a3e-7c55-a1b2-6f0d2b9c4e11';
const list = {
  head: {},
  lines: [
    { gnum: '1', gname: '面膜', qty: '3', qty1: '0.5', qty2: '0.10001', totalPrice: '100.00' },
    { gnum: '2', gname: '口红', qty: '1', qty1: '1', totalPrice: '50.00' },
  ],
};
const back = (asked: readonly ReturnedLine[] | null, before: readonly ReturnedLine[] = []) =>
  linesBack(list, before, asked);
const one = (lineNo: number, quantity: string): ReturnedLine => ({ lineNo, quantity });

describe('What comes back of a list', () => {
  it('is all of it where nothing is said', () => {
    expect(back(null)).toMatchObject({ lines: list.lines, isAll: true, total: [one(1, '3'), one(2, '1')] });
  });

  it('is what is named, with every quantity in proportion, and its share by value', () => {
    const part = back([one(1, '1')]);
    expect(part?.lines).toEqual([{ ...list.lines[0], qty: '1', qty1: '0.16667', qty2: '0.03334' }]);
    expect([part?.isAll, part?.share.toFixed(6), part?.total]).toEqual([false, '0.222222', [one(1, '1')]]);
  });

  it('is the rest after what came before', () => {
    const rest = back(null, [one(1, '1'), one(2, '1')]);
    expect(rest?.lines).toEqual([{ ...list.lines[0], qty: '2', qty1: '0.33333', qty2: '0.06667' }]);
    expect([rest?.isAll, rest?.share.toFixed()]).toEqual([true, '1']);
  });

  it.each([
    ['more than there is', [one(1, '3.00001')], []],
    ['more than is left', [one(1, '2')], [one(1, '1.5')]],
    ['of a line that it has not', [one(3, '1')], []],
    ['nothing', [one(1, '0')], []],
    ['of what is all back', null, [one(1, '3'), one(2, '1')]],
  ])('is never %s', (_what, asked, before) => {
    expect(back(asked, before)).toBeNull();
  });

  it('adds up to what was filed, in whatever parts it comes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300_000 }), { minLength: 1, maxLength: 6 }), (cuts) => {
        let before: readonly ReturnedLine[] = [];
        const sums = { qty: new Decimal(0), qty1: new Decimal(0), qty2: new Decimal(0) };
        const take = (asked: readonly ReturnedLine[] | null): void => {
          const part = linesBack(list, before, asked);
          if (part === null) return;
          before = part.total;
          const [line] = part.lines.filter(({ gnum }) => gnum === '1');
          for (const name of ['qty', 'qty1', 'qty2'] as const) sums[name] = sums[name].plus(line?.[name] ?? 0);
        };
        for (const cut of cuts) take([one(1, new Decimal(cut).dividedBy(100_000).toFixed())]);
        take(null);
        expect(Object.values(sums).map((sum) => sum.toFixed())).toEqual(['3', '0.5', '0.10001']);
      }),
    );
  });

  it('has its taxes with it, rounded down line by line', () => {
    const taxes = [
      { lineNo: 1, tax: 1_000n },
      { lineNo: 2, tax: 500n },
    ];
    expect(taxBack(list, [one(1, '1'), one(2, '1')], taxes)).toBe(833n);
    expect(taxBack(list, [one(1, '3'), one(2, '1')], taxes)).toBe(1_500n);
  });
});

describe('Lines that are said', () => {
  const parcelId = publicId('parcel', ID);

  it('are of parcels that are named, each once', () => {
    const lines = [
      { ...one(1, '1'), parcelId },
      { ...one(1, '1'), parcelId },
      { ...one(1, '1'), parcelId: 'pcl_x' },
    ];
    expect(faultsOfLines(lines, [ID]).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/lines/1 twice',
      '/lines/2/parcelId unknown',
    ]);
  });

  it('are those of a parcel, or none', () => {
    const lines = [{ ...one(1, '1'), parcelId }];
    expect(saidOf(lines, ID)).toHaveLength(1);
    expect(saidOf(lines, '0199f0c1-7a3e-7c55-a1b2-6f0d2b9c4e12')).toBeNull();
    expect(saidOf(undefined, ID)).toBeNull();
  });
});
