import { Decimal } from '../../../kernel/decimal.js';
import { checkMarkUp, markUpFor } from './mark-up.js';
import { PAR, pricesOf } from './rate-anatomy.js';

const terms = (change: object) => ({
  currency: null,
  partyId: null,
  share: new Decimal('0.002'),
  validFrom: '2026-01-01',
  validTo: null,
  ...change,
});

describe('Of several mark-ups', () => {
  const all = [
    terms({ share: new Decimal('0.004') }),
    terms({ currency: 'USD', share: new Decimal('0.003') }),
    terms({ partyId: 'p', share: new Decimal('0.002') }),
    terms({ partyId: 'p', currency: 'USD', share: new Decimal('0.001') }),
    terms({ share: new Decimal('0.005'), validFrom: '2026-06-01', validTo: '2026-06-30' }),
  ];

  it.each<[string, string, string, string | undefined, string]>([
    ['USD', 'p', '2026-02-01', '0.001', 'the seller’s in the currency'],
    ['EUR', 'p', '2026-02-01', '0.002', 'the seller’s'],
    ['USD', 'q', '2026-02-01', '0.003', 'that of the currency'],
    ['EUR', 'q', '2026-02-01', '0.004', 'that of all'],
    ['EUR', 'q', '2026-06-30', '0.005', 'the one that began last'],
    ['EUR', 'q', '2026-07-01', '0.004', 'and no longer than it holds'],
    ['EUR', 'q', '2025-12-31', undefined, 'none before the first'],
  ])('for %s of %s on %s it is %s: %s', (currency, partyId, on, share) => {
    expect(markUpFor(all, { currency, partyId, on })?.share.toFixed()).toBe(share);
  });

  it.each([
    [{ share: new Decimal('0.06') }, '/share'],
    [{ currency: 'CNY' }, '/currency'],
    [{ validTo: '2025-12-31' }, '/validTo'],
  ])('%j is none', (change, pointer) => {
    expect(() => {
      checkMarkUp(terms(change));
    }).toThrow(expect.objectContaining({ faults: [expect.objectContaining({ pointer })] }) as Error);
  });
});

describe('The parts of a rate', () => {
  const ratio = (numerator: string, denominator = '1') => ({
    numerator: new Decimal(numerator),
    denominator: new Decimal(denominator),
  });
  const usd = { bid: ratio('708.12', '100'), ask: ratio('711.10', '100'), markUp: new Decimal('0.001') };
  const eur = { bid: ratio('818.40', '100'), ask: ratio('824.42', '100'), markUp: new Decimal('0.001') };

  it.each([
    ['USD/CNY', usd, PAR, ['7.0812', '-0.0070812', '7.0741188'], ['7.111', '0.007111', '7.118111']],
    [
      'CNY/USD',
      PAR,
      usd,
      ['0.1406271973', '-0.0001404867', '0.1404867106'],
      ['0.1412190024', '0.0001413604', '0.1413603628'],
    ],
  ])('of %s are reference, mark-up and client’s price, on both sides', (_pair, base, quote, sell, buy) => {
    const told = pricesOf(base, quote).map(({ reference, markUp, client }) => [reference, markUp, client].map(String));
    expect(told).toEqual([sell, buy]);
  });

  it('of two foreign currencies carry both mark-ups', () => {
    const [sell, buy] = pricesOf(eur, usd);
    expect(sell.client.lessThan(sell.reference) && buy.client.greaterThan(buy.reference)).toBe(true);
    expect(sell.client.toFixed(6)).toBe('1.148593');
  });
});
