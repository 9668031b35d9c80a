import fc from 'fast-check';

import { Money } from '../../kernel/money.js';
import { summaryRecords } from './period-summary.js';

const money = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((minor) => Money.ofMinor(minor, 'CNY'));

describe('免抵退税申报汇总表', () => {
  it('keeps the formulas that its boxes name', () => {
    const facts = fc.record({
      exportsUsd: fc.option(money.map(({ minor }) => Money.ofMinor(minor, 'USD'))),
      ...{ exports: money, nonDeductibleVat: money, claimed: money, carriedReduction: money, endingCredit: money },
    });
    fc.assert(
      fc.property(facts, ({ claimed, ...rest }) => {
        const nothing = Money.zero('CNY');
        const given = {
          ...rest,
          exemptCreditRefund: Money.max(nothing, claimed.minus(rest.carriedReduction)),
          reductionForward: Money.max(nothing, rest.carriedReduction.minus(claimed)),
        };
        const records = summaryRecords(given);
        expect(Money.parse(records[9]?.['amount'] ?? '', 'CNY').equals(claimed)).toBe(true);
        const box = (number: number): bigint => Money.parse(records[number - 1]?.['amount'] ?? '', 'CNY').minor;
        const larger = (left: bigint, right: bigint) => (left > right ? left : right);
        expect(records.map((record) => record['box'])).toEqual(
          Array.from({ length: 19 }, (_each, at) => String(at + 1)),
        );
        expect(box(5)).toBe(box(6) + box(7));
        expect(box(9)).toBe(box(5) + box(8));
        expect(box(10)).toBe(box(11) + box(12));
        expect(box(15)).toBe(larger(box(10) - box(13) + box(14), 0n));
        expect(box(16)).toBe(box(13) - box(10) - box(14) + box(15));
        expect(box(18)).toBe(box(15) > box(17) ? box(17) : box(15));
        expect(box(19)).toBe(box(15) - box(18));
        if (given.exportsUsd !== null) expect(box(1)).toBe(box(2) + box(3));
        else expect(records.slice(0, 3).map((record) => record['amount'])).toEqual(['', '', '']);
      }),
      { numRuns: 100 },
    );
  });
});
