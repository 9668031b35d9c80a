import fc from 'fast-check';

import { Money } from '../../../kernel/money.js';
import {
  type Credit,
  type Debt,
  isCollected,
  type Match,
  matchByContract,
  matchByPayer,
  matchByPerson,
  matchByReference,
} from './match-collection.js';

const usd = (amount: string): Money => Money.parse(amount, 'USD');

function debt(reference: string, expected: string, change: Partial<Debt> = {}): Debt {
  return {
    orderId: reference,
    reference,
    contractNumber: `C-${reference}`,
    payerNames: ['Hamburg Toys GmbH'],
    expected: usd(expected),
    received: usd('0.00'),
    tolerance: usd('50.00'),
    ...change,
  };
}

function credit(amount: string, text = '', change: Partial<Credit> = {}): Credit {
  return { amount: usd(amount), charges: null, text, payerNames: ['HAMBURG TOYS'], ...change };
}

function told(match: Match | null): unknown {
  if (match === null) return null;
  const shares = Object.fromEntries(match.shares.map(({ orderId, amount }) => [orderId, amount.toAmountString()]));
  return { by: match.by, shares, surplus: match.surplus.toAmountString() };
}

describe('A credit whose text names an order', () => {
  const one = debt('INV-2026-001', '1000.00');
  const other = debt('INV-2026-002', '2000.00');

  it.each([
    ['1000.00', 'pays it exactly', { 'INV-2026-001': '1000.00' }, '0.00'],
    ['960.00', 'is short within the tolerance', { 'INV-2026-001': '960.00' }, '0.00'],
    ['300.00', 'pays a part', { 'INV-2026-001': '300.00' }, '0.00'],
    ['1050.00', 'is over within the tolerance', { 'INV-2026-001': '1050.00' }, '0.00'],
    ['1050.01', 'is over beyond it: a person decides on the rest', { 'INV-2026-001': '1000.00' }, '50.01'],
  ])('%s %s', (amount, _why, shares, surplus) => {
    const match = matchByReference(credit(amount, 'INV 2026 001'), [one, other]);
    expect(told(match)).toEqual({ by: 'reference', shares, surplus });
  });

  it('pays several orders in the order of their mention, the last with what is left', () => {
    const match = matchByReference(credit('2960.00', 'INV-2026-002 + INV-2026-001'), [one, other]);
    expect(told(match)).toEqual({
      by: 'reference',
      shares: { 'INV-2026-002': '2000.00', 'INV-2026-001': '960.00' },
      surplus: '0.00',
    });
  });

  it('prefers the longer of two names where one is part of the other', () => {
    const part = debt('2026-001', '1000.00');
    expect(told(matchByReference(credit('1000.00', 'INV-2026-001'), [part, one]))).toMatchObject({
      shares: { 'INV-2026-001': '1000.00' },
    });
  });

  it('pays nothing twice: what was received before is no longer owed', () => {
    const paid = { ...one, received: usd('1000.00') };
    expect(told(matchByReference(credit('1000.00', 'INV-2026-001'), [paid]))).toEqual({
      by: null,
      shares: {},
      surplus: '1000.00',
    });
  });

  it('is not found where nothing is named', () => {
    expect(matchByReference(credit('1000.00', 'thanks for the toys'), [one, other])).toBeNull();
  });
});

describe('A credit whose text names only a contract', () => {
  const under = (reference: string, expected: string, received = '0.00'): Debt =>
    debt(reference, expected, { contractNumber: 'FRAME-7', received: usd(received) });
  const first = under('A-1001', '1000.00');
  const second = under('A-1002', '2000.00');
  const paid = under('A-1003', '500.00', '500.00');

  it.each<[string, string, Debt[], Record<string, string>]>([
    ['300.00', 'the only order under it that is owed, if in part', [first, paid], { 'A-1001': '300.00' }],
    ['2000.00', 'of several the one of its amount', [first, second, paid], { 'A-1002': '2000.00' }],
    ['1960.00', 'of several the one of its amount within the tolerance', [first, second], { 'A-1002': '1960.00' }],
  ])('%s pays %s', (amount, _why, debts, shares) => {
    expect(told(matchByContract(credit(amount, 'frame 7'), debts))).toMatchObject({ by: 'reference', shares });
  });

  it.each<[string, string, Debt[]]>([
    ['1500.00', 'several are owed, none of this amount', [first, second]],
    ['1000.00', 'two are owed of the same amount', [first, under('A-1004', '1000.00')]],
    ['500.00', 'nothing is owed under it any more', [paid]],
  ])('%s is left to a person: %s', (amount, _why, debts) => {
    expect(told(matchByContract(credit(amount, 'FRAME-7'), debts))).toEqual({ by: null, shares: {}, surplus: amount });
  });

  it('says nothing of contracts that it does not name', () => {
    expect(matchByContract(credit('1000.00', 'FRAME-8'), [first])).toBeNull();
  });
});

describe('A credit that names nothing', () => {
  const one = debt('A-1001', '1000.00');
  const other = debt('A-1002', '2000.00');

  it.each<[string, Record<string, string>, string]>([
    ['1000.00', { 'A-1001': '1000.00' }, 'to the cent'],
    ['975.00', { 'A-1001': '975.00' }, 'short within the tolerance'],
    ['1950.00', { 'A-1002': '1950.00' }, 'at its edge'],
  ])('of %s goes to the one debt of its payer that it fits: %s', (amount, shares) => {
    expect(told(matchByPayer(credit(amount), [one, other]))).toMatchObject({ by: 'payer_and_amount', shares });
  });

  it('is recognised by what the payer sent, before banks took their charges', () => {
    const after = credit('920.00', '', { charges: usd('80.00') });
    expect(told(matchByPayer(after, [one, other]))).toMatchObject({ shares: { 'A-1001': '920.00' } });
  });

  it.each([
    [credit('1500.00'), [one, other], 'of another amount'],
    [credit('1000.00', '', { payerNames: ['Bremen Boats'] }), [one, other], 'of another payer'],
    [credit('1000.00', '', { payerNames: [] }), [one, other], 'of nobody'],
    [credit('1000.00'), [one, debt('A-1003', '1000.00')], 'that fits two debts equally: never guessed'],
    [credit('1010.00'), [one, debt('A-1003', '1020.00')], 'that fits two debts within the tolerance'],
    [credit('1000.00'), [], 'when nothing is owed'],
  ])('stays unmatched %#', (given, debts) => {
    const match = matchByPayer(given, debts);
    expect(told(match)).toEqual({ by: null, shares: {}, surplus: given.amount.toAmountString() });
    expect(match.steps.length).toBeGreaterThan(0);
  });

  it('prefers the debt that fits to the cent', () => {
    expect(told(matchByPayer(credit('1000.00'), [debt('A-1003', '1020.00'), one]))).toMatchObject({
      shares: { 'A-1001': '1000.00' },
    });
  });
});

describe('Shares, whatever comes in', () => {
  const cents = fc.integer({ min: 1, max: 500_000 });
  const debts = fc.array(
    fc.record({ expected: cents, received: cents, tolerance: fc.integer({ min: 0, max: 5_000 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  );

  it('and surplus make up the credit, and no order takes more than it is owed and its tolerance', () => {
    fc.assert(
      fc.property(cents, debts, (amount, owed) => {
        const list = owed.map((facts, index) => owing(facts, index));
        const given = {
          ...credit('0.01'),
          amount: minor(amount),
          text: list.map(({ reference }) => reference).join(' '),
        };
        const match = matchByReference(given, list);
        const shared = Money.sum(match?.shares.map((share) => share.amount) ?? [], 'USD');
        expect(shared.plus(match?.surplus ?? given.amount).equals(given.amount)).toBe(true);
        for (const { orderId, amount: share } of match?.shares ?? []) {
          const found = list.find((candidate) => candidate.orderId === orderId) ?? debt('none', '0.00');
          const { expected, received, tolerance } = found;
          expect(share.minor > 0n).toBe(true);
          expect(received.plus(share).isMoreThan(Money.max(expected.plus(tolerance), received))).toBe(false);
        }
      }),
    );
  });

  it('of a debt paid in parts add up to the same as paid at once', () => {
    fc.assert(
      fc.property(
        cents,
        fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 8 }),
        (expected, parts) => {
          const start = owing({ expected, received: 0, tolerance: 5_000 }, 0);
          const total = minor(parts.reduce((sum, part) => sum + part, 0));
          const atOnce = pay(start, total);
          const inParts = parts.reduce((owed, part) => pay(owed, minor(part)), start);
          expect(isCollected(inParts)).toBe(isCollected(atOnce));
          // A surplus arises part by part as soon as one does not fit, so in parts no more is taken than at once.
          expect(inParts.received.isMoreThan(Money.max(atOnce.received, start.expected.plus(start.tolerance)))).toBe(
            false,
          );
        },
      ),
    );
  });

  it('do not depend on who matched: a person gives an order no more than it can take', () => {
    const match = matchByPerson(usd('1200.00'), debt('A-1001', '1000.00'));
    expect(told(match)).toEqual({ by: 'person', shares: { 'A-1001': '1000.00' }, surplus: '200.00' });
  });
});

describe('An order is collected', () => {
  it.each([
    ['1000.00', '1000.00', true],
    ['1000.00', '950.00', true],
    ['1000.00', '949.99', false],
    ['1000.00', '1010.00', true],
  ])('of %s with %s received: %s', (expected, received, collected) => {
    expect(isCollected(debt('X-1000', expected, { received: usd(received) }))).toBe(collected);
  });
});

function minor(cents: number): Money {
  return Money.ofMinor(BigInt(cents), 'USD');
}

function owing(
  { expected, received, tolerance }: Record<'expected' | 'received' | 'tolerance', number>,
  index: number,
): Debt {
  const reference = `ORD-${1_000 + index}`;
  return debt(reference, '0.00', {
    contractNumber: `C-${reference}`,
    expected: minor(expected),
    received: minor(received),
    tolerance: minor(tolerance),
  });
}

function pay(owed: Debt, amount: Money): Debt {
  const share = matchByReference({ ...credit('0.01', owed.reference), amount }, [owed])?.shares[0]?.amount;
  return share === undefined ? owed : { ...owed, received: owed.received.plus(share) };
}
