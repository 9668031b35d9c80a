import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { type Carried, middleRate, realise, takeIn, takeOut, toBeCarried } from './carrying.js';
import { daysOf, type OpenBalance, periodBefore, revalueMonth } from './revaluation.js';

const usd = (amount: string): Money => Money.parse(amount, 'USD');
const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const after = ({ foreign, value }: Carried, move: Carried): Carried => ({
  foreign: foreign.plus(move.foreign),
  value: value.plus(move.value),
});
const NOTHING: Carried = { foreign: usd('0.00'), value: cny('0.00') };

describe('What an order’s foreign currency stands at (CAS 19, art. 10)', () => {
  it('is the middle of the board of the day on which it was recognised, moving average', () => {
    const rate = middleRate({
      unit: new Decimal(100),
      spotBuy: new Decimal('708.27'),
      spotSell: new Decimal('711.13'),
    });
    expect(rate.toFixed()).toBe('7.097');
    const advance = takeIn(usd('3000.00'), new Decimal('7.2'));
    const rest = takeIn(usd('7000.00'), rate);
    const carried = after(after(NOTHING, advance), rest);
    expect(carried.value.toString()).toBe('71279.00 CNY');
    const realised = realise(carried, usd('4000.00'), cny('28302.00'));
    expect([realised.value, realised.result].map(String)).toEqual(['-28511.60 CNY', '-209.60 CNY']);
    const left = after(carried, realised);
    expect(realise(left, usd('6000.00'), cny('42800.00')).result.toString()).toBe('32.60 CNY');
  });

  it.each([
    ['before the goods leave only what was paid', { isRecognised: false }, '3000.00'],
    ['then all that is owed', {}, '10000.00'],
    ['less dues that are kept of it', { dues: usd('500.00') }, '9500.00'],
    [
      'what is short within the tolerance will not come',
      { state: 'collected' as const, received: usd('9975.00') },
      '9975.00',
    ],
    ['nor what is owed no more', { state: 'waived' as const }, '3000.00'],
    ['more than was owed counts too', { received: usd('10050.00') }, '10050.00'],
  ])('%s', (_what, change, amount) => {
    const money = { expected: usd('10000.00'), received: usd('3000.00'), dues: usd('0.00') };
    expect(toBeCarried({ state: 'open', isRecognised: true, ...money, ...change }).toAmountString()).toBe(amount);
  });

  const cents = fc.bigInt({ min: 1n, max: 10n ** 10n });
  const rates = fc.integer({ min: 1, max: 20_000 }).map((pips) => new Decimal(pips).div(1_000));

  it('loses no fen: of an order that is exchanged to the last cent, results are what came less what it was taken in at', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cents, rates), { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), cents), { maxLength: 4 }),
        cents,
        (lots, parts, last) => {
          const taken = lots.map(([minor, rate]) => takeIn(Money.ofMinor(minor, 'USD'), rate));
          let carried = taken.reduce(after, NOTHING);
          const valueIn = carried.value.minor;
          let results = 0n;
          let brought = 0n;
          for (const [tenth, came] of [...parts, [10, last] as const]) {
            const sold = Money.ofMinor((carried.foreign.minor * BigInt(tenth)) / 10n, 'USD');
            const realised = realise(carried, sold, Money.ofMinor(came, 'CNY'));
            results += realised.result.minor;
            brought += came;
            carried = after(carried, realised);
          }
          expect([carried.foreign.minor, carried.value.minor]).toEqual([0n, 0n]);
          expect(results).toBe(brought - valueIn);
        },
      ),
    );
  });

  it('keeps its average when a part is taken out without a result', () => {
    fc.assert(
      fc.property(cents, rates, (minor, rate) => {
        const carried = after(NOTHING, takeIn(Money.ofMinor(minor, 'USD'), rate));
        const out = takeOut(carried, Money.ofMinor(minor / 2n, 'USD'));
        const apart = carried.value
          .times(new Decimal((minor / 2n).toString()).div(minor.toString()), 'half-up')
          .plus(out.value);
        expect(apart.isZero()).toBe(true);
      }),
    );
  });
});

describe('revalueMonth (CAS 19, art. 11)', () => {
  const balance = (change: Partial<OpenBalance> = {}): OpenBalance => ({
    subject: 'order',
    orderId: 'o',
    partyId: 'p',
    carried: { foreign: usd('10000.00'), value: cny('70970.00') },
    ...change,
  });
  const rate = { currency: 'USD', rate: new Decimal('7.05'), rateOn: '2026-11-30' };

  it('values what is open at the last rate of the month, debts the other way round, and names what has none', () => {
    const owed = balance({ subject: 'position', carried: { foreign: usd('-1495.00'), value: cny('-10630.95') } });
    const thb = balance({ carried: { foreign: Money.parse('5.00', 'THB'), value: cny('1.00') } });
    const { lines, result, unvalued } = revalueMonth([balance(), owed, thb], [rate]);
    expect(lines.map((line) => line.result?.toAmountString() ?? null)).toEqual(['-470.00', '91.20', null]);
    expect([result.toString(), unvalued]).toEqual(['-378.80 CNY', 1]);
  });

  it('takes the last rate that is given for a currency', () => {
    const { lines } = revalueMonth([balance()], [rate, { ...rate, rate: new Decimal('7.2') }]);
    expect(lines[0]?.valued?.toString()).toBe('72000.00 CNY');
  });

  it('knows the days of a month', () => {
    expect(daysOf('2028-02')).toEqual({ first: '2028-02-01', last: '2028-02-29', next: '2028-03-01' });
    expect(periodBefore('2027-01-15')).toBe('2026-12');
  });
});
