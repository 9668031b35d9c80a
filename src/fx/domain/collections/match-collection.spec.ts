import fc from 'fast-check';

import { Money } from '../../../kernel/money.js';
import { type Credit, type Debt } from './debt.js';
import { findMatch, type Match, matchByPerson, type MatchOptions } from './match-collection.js';

const ON: MatchOptions = { on: '2026-11-28' };
const usd = (amount: string): Money => Money.parse(amount, 'USD');
const minor = (cents: number): Money => Money.ofMinor(BigInt(cents), 'USD');

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

function told({ by, ground, shares, surplus, flags }: Match): unknown {
  const given = Object.fromEntries(shares.map(({ orderId, amount }) => [orderId, amount.toAmountString()]));
  return { by, ground, shares: given, surplus: surplus.toAmountString(), flags };
}

function suggested({ by, suggestions }: Match): unknown {
  return [
    by,
    ...suggestions.map(({ ground, shares }) => `${ground} ${shares.map(({ orderId }) => orderId).join('+')}`),
  ];
}

describe('A credit whose text names an order', () => {
  const one = debt('INV-2026-001', '1000.00');
  const other = debt('INV-2026-002', '2000.00');
  const named = (amount: string, text: string, debts: Debt[], change: Partial<Credit> = {}): Match =>
    findMatch(credit(amount, text, change), debts, ON);

  it.each([
    ['1000.00', 'pays it exactly', 'reference_and_amount', '1000.00', '0.00', []],
    ['960.00', 'is short within the tolerance', 'reference_and_amount', '960.00', '0.00', ['charges_deducted']],
    ['333.00', 'pays a part', 'reference', '333.00', '0.00', ['part_payment']],
    ['1050.00', 'is over within the tolerance', 'reference_and_amount', '1050.00', '0.00', []],
    ['1050.01', 'is over beyond it', 'reference', '1000.00', '50.01', ['over_payment']],
  ])('%s %s', (amount, _why, ground, share, surplus, flags) => {
    const match = named(amount, 'INV 2026 001', [one, other]);
    expect(told(match)).toEqual({ by: 'reference', ground, shares: { 'INV-2026-001': share }, surplus, flags });
  });

  it('pays several orders in the order of their mention, the last with what is left', () => {
    expect(told(named('2960.00', 'INV-2026-002 + INV-2026-001', [one, other]))).toMatchObject({
      ground: 'reference_and_amount',
      shares: { 'INV-2026-002': '2000.00', 'INV-2026-001': '960.00' },
      surplus: '0.00',
      flags: ['charges_deducted', 'several_orders'],
    });
  });

  it('prefers the longer of two names where one is part of the other', () => {
    const part = debt('2026-001', '1000.00');
    expect(told(named('1000.00', 'INV-2026-001', [part, one]))).toMatchObject({
      shares: { 'INV-2026-001': '1000.00' },
    });
  });

  it('pays nothing twice: what was received before is no longer owed', () => {
    const paid = { ...one, received: usd('1000.00') };
    expect(told(named('1000.00', 'INV-2026-001', [paid]))).toMatchObject({ by: null, shares: {}, surplus: '1000.00' });
  });

  it.each([
    ['1000.00', 'of its amount is matched, and flagged', 'reference_and_amount_of_third_party', ['third_party_payer']],
    ['333.00', 'of another amount is only suggested', null, []],
  ])('paid by somebody else %s %s', (amount, _why, ground, flags) => {
    const match = named(amount, 'INV-2026-001', [one], { payerNames: ['Bremen Boats'] });
    expect([match.ground, match.flags]).toEqual([ground, flags]);
    expect(match.suggestions.map((each) => each.flags)).toEqual(
      ground === null ? [['third_party_payer', 'part_payment']] : [],
    );
  });

  it('completes what is named by the one other debt that makes up the amount', () => {
    expect(told(named('3000.00', 'INV-2026-001', [one, other]))).toMatchObject({
      ground: 'reference_and_amount',
      shares: { 'INV-2026-001': '1000.00', 'INV-2026-002': '2000.00' },
    });
  });

  it('is left to a person where the amount is, to the cent, that of another order of the payer', () => {
    const match = named('500.00', 'INV-2026-001', [one, debt('INV-2026-010', '500.00')]);
    expect(match.by).toBeNull();
    expect(match.suggestions.map(({ shares }) => shares[0]?.orderId)).toEqual(['INV-2026-010', 'INV-2026-001']);
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
    ['3000.00', 'all of them', [first, second], { 'A-1001': '1000.00', 'A-1002': '2000.00' }],
  ])('%s pays %s', (amount, _why, debts, shares) => {
    expect(told(findMatch(credit(amount, 'frame 7'), debts, ON))).toMatchObject({ by: 'reference', shares });
  });

  it.each<[string, string, Debt[]]>([
    ['1500.00', 'several are owed, none of this amount', [first, second]],
    ['1000.00', 'two are owed of the same amount', [first, under('A-1004', '1000.00')]],
    ['500.00', 'nothing is owed under it any more', [paid]],
  ])('%s is left to a person: %s', (amount, _why, debts) => {
    expect(told(findMatch(credit(amount, 'FRAME-7'), debts, ON))).toMatchObject({ by: null, surplus: amount });
  });
});

describe('A credit that names nothing', () => {
  const one = debt('A-1001', '1000.00');
  const other = debt('A-1002', '2000.00');

  it.each<[string, Record<string, string>, string, string]>([
    ['1000.00', { 'A-1001': '1000.00' }, 'payer_and_exact_amount', 'to the cent'],
    ['975.00', { 'A-1001': '975.00' }, 'payer_and_amount', 'short within the tolerance'],
    ['1950.00', { 'A-1002': '1950.00' }, 'payer_and_amount', 'at its edge'],
    ['3000.00', { 'A-1001': '1000.00', 'A-1002': '2000.00' }, 'payer_and_sum', 'all that the payer owes'],
  ])('of %s goes to what it fits of its payer: %s', (amount, shares, ground) => {
    const match = findMatch(credit(amount), [one, other], ON);
    expect(told(match)).toMatchObject({ by: 'payer_and_amount', shares, ground });
  });

  it('is recognised by what the payer sent, before banks took their charges', () => {
    const after = credit('920.00', '', { charges: usd('80.00') });
    expect(told(findMatch(after, [one, other], ON))).toMatchObject({ shares: { 'A-1001': '920.00' } });
  });

  it('is recognised by a name that is written otherwise abroad, where the amount agrees to the cent', () => {
    const abroad = [debt('A-1001', '1000.00', { payerNames: ['Müller Spielwaren GmbH'] })];
    const by = (amount: string): Match =>
      findMatch(credit(amount, '', { payerNames: ['SPIELWAREN MUELLER'] }), abroad, ON);
    expect(told(by('1000.00'))).toMatchObject({ flags: ['similar_payer_name'] });
    expect(suggested(by('960.00'))).toEqual([null, 'similar_payer_and_amount A-1001']);
  });

  it('is put together of two debts in one way only', () => {
    const debts = [one, other, debt('A-1003', '30000.00'), debt('A-1004', '71234.56')];
    expect(told(findMatch(credit('73234.56'), debts, ON))).toMatchObject({
      ground: 'payer_and_sum',
      shares: { 'A-1002': '2000.00', 'A-1004': '71234.56' },
    });
    const twins = [...debts, debt('A-1005', '2000.00')];
    expect(findMatch(credit('73234.56'), twins, ON).by).toBeNull();
  });

  it.each<[Credit, Debt[], string, string[]]>([
    [credit('1510.00'), [one, other], 'of another amount', ['oldest_of_payer A-1001+A-1002']],
    [
      credit('600.00'),
      [one, other],
      'that is a usual instalment of two',
      ['one_of_several A-1001', 'one_of_several A-1002'],
    ],
    [credit('700.00'), [one], 'that is an instalment of one', ['instalment A-1001']],
    [credit('1000.00', '', { payerNames: ['Bremen Boats'] }), [one, other], 'of another payer', []],
    [credit('1000.00', '', { payerNames: [] }), [one, other], 'of nobody', []],
    [
      credit('1000.00'),
      [one, debt('A-1003', '1000.00')],
      'that fits two debts equally: never guessed',
      ['one_of_several A-1001', 'one_of_several A-1003'],
    ],
    [
      credit('1010.00'),
      [one, debt('A-1003', '1020.00')],
      'that fits two debts within the tolerance',
      ['one_of_several A-1001', 'one_of_several A-1003'],
    ],
    [
      credit('900.00'),
      [debt('A-1003', '920.00'), one],
      'that charges explain, and an instalment of another order as well',
      ['instalment A-1001', 'one_of_several A-1003'],
    ],
    [credit('1000.00'), [], 'when nothing is owed', []],
  ])('stays unmatched %#', (given, debts, _why, suggestions) => {
    const match = findMatch(given, debts, ON);
    expect(told(match)).toMatchObject({ by: null, shares: {}, surplus: given.amount.toAmountString() });
    expect(suggested(match)).toEqual([null, ...expectFirst(match, suggestions)]);
    expect(match.steps.length).toBeGreaterThan(0);
  });

  it('that fits to the cent is matched, though charges would explain that of a little more', () => {
    const rivals = [debt('A-1003', '1020.00'), one];
    expect(findMatch(credit('1000.00'), rivals, ON).ground).toBe('payer_and_exact_amount');
  });

  it('goes to the two that make it up to the cent, not to the one that it falls short of', () => {
    const debts = [debt('A-1006', '41009.60'), debt('A-1007', '402.16'), debt('A-1008', '41431.73'), other];
    expect(told(findMatch(credit('41411.76'), debts, ON))).toMatchObject({
      shares: { 'A-1006': '41009.60', 'A-1007': '402.16' },
    });
  });

  it('pays the oldest debts first where the policy says so', () => {
    expect(findMatch(credit('1500.00'), [other, one], { ...ON, oldestFirst: true })).toMatchObject({
      by: 'payer',
      shares: [
        { orderId: 'A-1001', amount: usd('1000.00') },
        { orderId: 'A-1002', amount: usd('500.00') },
      ],
    });
  });
});

/** The first of the suggestions are these. */
function expectFirst(match: Match, first: string[]): string[] {
  const all = (suggested(match) as string[]).slice(1);
  expect(all.slice(0, first.length)).toEqual(first);
  return all;
}

describe('Whatever comes in', () => {
  const cents = fc.integer({ min: 1, max: 500_000 });
  const facts = fc.record({ expected: cents, received: cents, tolerance: fc.integer({ min: 0, max: 5_000 }) });
  const debts = fc
    .array(facts, { minLength: 1, maxLength: 8 })
    .map((list) => list.map((given, index) => owing(given, index)));
  const credits = fc.record({
    amount: cents,
    charges: fc.option(fc.integer({ min: 1, max: 9_000 })),
    words: fc.array(fc.oneof(fc.nat(9).map(referenceOf), fc.stringMatching(/^[A-Z0-9 -]{0,12}$/)), { maxLength: 4 }),
    payer: fc.constantFrom('HAMBURG TOYS', 'BREMEN BOATS', ''),
  });
  const given = credits.map(({ amount, charges, words, payer }) => ({
    amount: minor(amount),
    charges: charges === null ? null : minor(charges),
    text: words.join(' '),
    payerNames: payer === '' ? [] : [payer],
  }));

  it('shares and surplus make up the credit, and no order takes more than it is owed and its tolerance', () => {
    fc.assert(
      fc.property(given, debts, (credited, list) => {
        const match = findMatch(credited, list, ON);
        for (const { shares, surplus } of [match, ...match.suggestions]) {
          const shared = Money.sum(
            shares.map((share) => share.amount),
            'USD',
          );
          expect(shared.plus(surplus).equals(credited.amount)).toBe(true);
          expect(new Set(shares.map(({ orderId }) => orderId)).size).toBe(shares.length);
          for (const { orderId, amount } of shares) {
            const { expected, received, tolerance } = list.find((each) => each.orderId === orderId) ?? owing(NONE, 0);
            expect(amount.minor > 0n).toBe(true);
            expect(received.plus(amount).isMoreThan(Money.max(expected.plus(tolerance), received))).toBe(false);
          }
        }
      }),
    );
  });

  it('the order in which debts are given changes nothing', () => {
    fc.assert(
      fc.property(given, debts, fc.infiniteStream(fc.nat()), (credited, list, random) => {
        const shuffled = list
          .map((each) => ({ each, at: Number(random.next().value) }))
          .sort((left, right) => left.at - right.at)
          .map(({ each }) => each);
        expect(findMatch(credited, shuffled, ON)).toEqual(findMatch(credited, list, ON));
      }),
    );
  });

  it('noise in the words never turns a match into another one: it stays, or is left to a person', () => {
    fc.assert(
      fc.property(debts, fc.nat(7), fc.nat(30), fc.nat(30), fc.boolean(), (list, index, at, other, isNamed) => {
        const paid = list[index % list.length] ?? owing(NONE, 0);
        const clean = isNamed ? `PAYMENT ${paid.reference}` : 'PAYMENT';
        const noisy = swapped(clean, at % clean.length, other % clean.length);
        const owed = paid.expected.minus(paid.received);
        fc.pre(owed.minor > 0n);
        const match = findMatch({ amount: owed, charges: null, text: noisy, payerNames: ['HAMBURG TOYS'] }, list, ON);
        fc.pre(!list.some((each) => each !== paid && noisy.includes(each.reference)));
        if (match.by !== null) expect(match.shares.map(({ orderId }) => orderId)).toEqual([paid.orderId]);
      }),
    );
  });

  it('a person gives an order no more than it can take', () => {
    const match = matchByPerson(usd('1200.00'), debt('A-1001', '1000.00'), ON.on);
    expect(told(match)).toMatchObject({ by: 'person', shares: { 'A-1001': '1000.00' }, surplus: '200.00' });
  });
});

const NONE = { expected: 0, received: 0, tolerance: 0 };

function referenceOf(index: number): string {
  return `ORD-${7_310 + index * 37}`;
}

function owing(
  { expected, received, tolerance }: Record<'expected' | 'received' | 'tolerance', number>,
  index: number,
): Debt {
  return debt(referenceOf(index), '0.00', {
    expected: minor(expected),
    received: minor(received),
    tolerance: minor(tolerance),
  });
}

function swapped(text: string, one: number, other: number): string {
  const marks = [...text];
  [marks[one], marks[other]] = [marks[other] ?? '', marks[one] ?? ''];
  return marks.join('');
}
