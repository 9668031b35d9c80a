import fc from 'fast-check';

import { Money } from '../../../kernel/money.js';
import { Collection } from '../../entities/collection.entity.js';
import { fromReview } from './refund-rule.js';

const NOW = new Date('2026-11-24T08:00:00Z');
const usd = (minor: number): Money => Money.ofMinor(BigInt(minor), 'USD');

function received(minor: number): Collection {
  return Collection.report({
    ...{ tenantId: 't', id: 'c', accountId: 'a', partyId: 'p', reverses: null, payerBox: null, inboxMessageId: 'm' },
    explanation: { rule: { id: 'r', version: '1', source: 's' }, steps: [] },
    entry: {
      ...{ bankReference: 'B', partOf: null, kind: 'credit', direction: 'credit', amount: usd(minor), charges: null },
      ...{ payerName: 'X', payerNames: ['X'], payerCountry: null, remittance: '', references: '' },
      ...{ endToEndId: null, uetr: null, bookedOn: '2026-11-24', valueDate: '2026-11-24' },
    },
    now: NOW,
  });
}

/** What happens to money: a part goes back, arrives, fails or returns; a part is matched, or all matches are undone. */
const STEP = fc.record({
  what: fc.constantFrom('ask', 'arrive', 'fail', 'return', 'match', 'unmatch'),
  part: fc.integer({ min: 1, max: 100 }),
});

describe('Money that goes back to its payer', () => {
  it('is never more than is left, and none of it is lost, whatever comes of it in whatever order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.array(STEP, { maxLength: 40 }), (total, steps) => {
        const money = received(total);
        let [matched, under, gone] = [0n, [] as Money[], [] as Money[]];
        for (const { what, part } of steps) {
          const some = Money.ofMinor((money.surplus.minor * BigInt(part) + 99n) / 100n, 'USD');
          if (what === 'ask' && !some.isZero()) {
            money.sendBack(some, NOW);
            under.push(some);
          } else if (what === 'match' && !some.isZero() && ['unmatched', 'partly_matched'].includes(money.state)) {
            const facts = { confidence: null, flags: [], now: NOW, ...money.explanation };
            money.match({ ...facts, surplus: money.surplus.minus(some) });
            matched += some.minor;
          } else if (what === 'unmatch' && matched > 0n) {
            money.unmatch(Money.ofMinor(matched, 'USD'), true, NOW);
            matched = 0n;
          } else if (what === 'arrive' || what === 'fail') {
            const [first, ...rest] = under;
            if (first === undefined) continue;
            under = rest;
            if (what === 'fail') expect(money.regain(first, 'refunding', NOW)).toBe(true);
            else if (money.arrivedBack(first, NOW)) gone.push(first);
          } else if (what === 'return') {
            const [first, ...rest] = gone;
            if (first === undefined) continue;
            gone = rest;
            expect(money.regain(first, 'refunded', NOW)).toBe(true);
          }
          const { surplus, refunding, refunded, amount } = money;
          expect(surplus.minor + refunding.minor + refunded.minor + matched).toBe(amount.minor);
          expect(refunding).toEqual(Money.sum(under, 'USD'));
          expect([surplus, refunding, refunded].some((each) => each.isNegative())).toBe(false);
          // Nothing of what is gone or going waits for an order.
          expect(surplus.isZero()).toBe(['matched', 'refunding', 'returned'].includes(money.state));
        }
      }),
    );
  });

  it('cannot go back once it was taken back by the bank, and does not come again from what was under way', () => {
    const money = received(1_000);
    money.sendBack(usd(400), NOW);
    money.takeBack(true, NOW);
    expect([money.regain(usd(400), 'refunding', NOW), money.surplus]).toEqual([false, usd(0)]);
  });

  it.each([
    ['nothing is under review', 300, 0, 0, 0],
    ['all of it is', 300, 1_000, 0, 300],
    ['orders wait for some of what is', 300, 1_000, 800, 200],
    ['orders wait for all of it', 300, 500, 500, 0],
  ])('leaves the account under review as far as it can: %s', (_what, amount, held, awaited, expected) => {
    expect(fromReview(usd(amount), { held: usd(held), awaited: usd(awaited) })).toEqual(usd(expected));
  });
});
