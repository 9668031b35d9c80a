import fc from 'fast-check';

import { Money } from '../../../kernel/money.js';
import { type BookedAmount, isOpen, reconcile, type ReconciliationInput, type StatedEntry } from './reconcile.js';

const usd = (amount: string): Money => Money.parse(amount, 'USD');
const zero = Money.zero('USD');

const booked = (key: string, amount: string, more: Partial<BookedAmount> = {}): BookedAmount => {
  return {
    ...{ transferId: key, key, kind: 'fx.payout', valueDate: '2026-11-24', isNamed: true, amount: usd(amount) },
    ...more,
  };
};

const entry = (number: number, amount: string, ...keys: string[]): StatedEntry => {
  return { pageId: 'p', number, effect: usd(amount), keys };
};

function day(entries: readonly StatedEntry[], some: readonly BookedAmount[], rest: Partial<ReconciliationInput> = {}) {
  const sum = Money.sum(
    entries.map(({ effect }) => effect),
    'USD',
  );
  return reconcile({
    currency: 'USD',
    pages: [{ id: 'p', opening: zero, closing: sum }],
    entries,
    laterKeys: new Set(),
    ledgerBefore: zero,
    ledgerBalance: Money.sum(
      some.map(({ amount }) => amount),
      'USD',
    ),
    booked: some,
    elsewhere: [],
    ...rest,
  });
}

const told = ({ lines }: ReturnType<typeof reconcile>) => lines.map(({ kind, amount }) => [kind, amount.toString()]);

describe('The bank’s balance and the books', () => {
  it('agree where every entry is booked, whatever the order', () => {
    const found = day(
      [entry(1, '100.00', 'a'), entry(2, '-40.00', 'b')],
      [booked('b', '-40.00'), booked('a', '100.00')],
    );
    expect([found.matched, found.difference.isZero(), found.lines]).toEqual([2, true, []]);
  });

  it.each([
    ['a fee of the bank is unknown to us', [entry(1, '-5.00')], [], {}, [['unknown', '-5.00 USD']]],
    ['a payout the bank has not booked is in transit', [], [booked('a', '-7.00')], {}, [['in_transit', '7.00 USD']]],
    [
      'what a later statement has is a matter of time',
      [],
      [booked('a', '-7.00')],
      { laterKeys: new Set(['a']) },
      [['timing', '7.00 USD']],
    ],
    [
      'what we book on a later day, too',
      [entry(1, '9.00', 'a')],
      [],
      { elsewhere: [booked('a', '9.00', { valueDate: '2026-11-25' })] },
      [['timing', '9.00 USD']],
    ],
    [
      'a posting of before accounts were named is told as one',
      [entry(1, '9.00', 'a')],
      [],
      { elsewhere: [booked('a', '9.00', { isNamed: false })] },
      [['unnamed', '9.00 USD']],
    ],
    [
      'another amount than ours is told as the difference',
      [entry(1, '9.00', 'a')],
      [booked('a', '10.00')],
      {},
      [['amount', '-1.00 USD']],
    ],
    [
      'one entry may make up several transfers',
      [entry(1, '-9.00', 'a', 'b')],
      [booked('a', '-4.00'), booked('b', '-5.00')],
      {},
      [],
    ],
    [
      'a transfer answers for one entry only',
      [entry(1, '-9.00', 'a'), entry(2, '-9.00', 'a')],
      [booked('a', '-9.00')],
      {},
      [['unknown', '-9.00 USD']],
    ],
    [
      'what stood there before is brought forward',
      [],
      [],
      { ledgerBefore: usd('3.00'), ledgerBalance: usd('3.00') },
      [['brought_forward', '-3.00 USD']],
    ],
  ] as const)('%s', (_what, entries, some, rest, lines) => {
    expect(told(day(entries, some, rest))).toEqual(lines);
  });

  it('tells a statement that is missing between two as a gap', () => {
    const pages = [
      { id: 'o', opening: zero, closing: usd('10.00') },
      { id: 'p', opening: usd('12.00'), closing: usd('12.00') },
    ];
    const found = day([{ ...entry(1, '10.00', 'a'), pageId: 'o' }], [booked('a', '10.00')], { pages });
    expect(told(found)).toEqual([['gap', '2.00 USD']]);
    expect(found.lines.filter(isOpen)).toHaveLength(1);
  });

  it('are explained to the cent, whatever was stated and booked', () => {
    const cents = fc.bigInt({ min: -1_000_000n, max: 1_000_000n }).map((minor) => Money.ofMinor(minor, 'USD'));
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const page = fc.record({ opening: cents, closing: cents });
    const entries = fc.array(fc.record({ page: fc.nat(2), effect: cents, keys: fc.array(key, { maxLength: 3 }) }), {
      maxLength: 8,
    });
    const amounts = fc.array(fc.record({ key, amount: cents, isNamed: fc.boolean() }), { maxLength: 6 });
    const pages = fc.array(page, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.record({ pages, entries, amounts, elsewhere: amounts, before: cents, balance: cents, later: key }),
        (given) => {
          const named = (rows: typeof given.amounts, place: string): BookedAmount[] =>
            [...new Map(rows.map((row) => [row.key, row])).values()].map((row) => {
              return { ...booked(row.key, '0.00'), ...row, transferId: `${place}${row.key}` };
            });
          const { difference, lines, bankBalance, ledgerBalance } = reconcile({
            currency: 'USD',
            pages: given.pages.map((each, index) => ({ ...each, id: `${index}` })),
            entries: given.entries.map((each, index) => ({ ...each, pageId: `${each.page}`, number: index + 1 })),
            laterKeys: new Set([given.later]),
            ledgerBefore: given.before,
            ledgerBalance: given.balance,
            booked: named(given.amounts, 'in'),
            elsewhere: named(given.elsewhere, 'out').filter(
              ({ key: of }) => !given.amounts.some((one) => one.key === of),
            ),
          });
          const explained = Money.sum(
            lines.map(({ amount }) => amount),
            'USD',
          );
          expect(explained.toString()).toBe(difference.toString());
          expect(bankBalance.minus(ledgerBalance).equals(difference)).toBe(true);
          const used = lines.flatMap(
            (line) => (line.kind === 'timing' && line.entry === null ? line.booked?.key : []) ?? [],
          );
          expect(new Set(used).size).toBe(used.length);
        },
      ),
    );
  });
});
