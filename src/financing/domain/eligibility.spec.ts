import { Money } from '../../kernel/money.js';
import { told } from '../../kernel/sentence.js';
import { SAMPLE_PRODUCT } from '../testing/products.js';
import { type Bounds, type Eligibility, eligibilityOf } from './eligibility.js';
import { type LiveFacts } from './products/conditions.js';
import { type Product } from './products/product.js';
import { SAY as OF_PRODUCTS } from './products/product.sentences.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const ORDER: LiveFacts['order'] = {
  isCancelled: false,
  isPlaced: true,
  isReleased: true,
  isDeparted: false,
  value: cny('71000'),
};
const SELLER: LiveFacts['seller'] = {
  hasPayoutAccount: true,
  isOverdue: false,
  collected: cny('1200000'),
  collectsSince: '2025-06-01',
  grade: 'C',
};
const good: LiveFacts = {
  today: '2026-06-01',
  order: ORDER,
  refund: cny('13000.01'),
  claimState: 'matched',
  seller: SELLER,
  cover: null,
  assignment: null,
  receipt: null,
  margin: null,
  dispute: [],
  screening: { seller: null, buyer: null },
  guarantee: null,
};
const found = (
  facts: Partial<LiveFacts>,
  bounds: Partial<Bounds> = {},
  product: Product = SAMPLE_PRODUCT,
): Eligibility =>
  eligibilityOf(
    product,
    { ...good, ...facts },
    { free: cny('5000000'), bindingLevel: 'product', wanted: null, ...bounds },
  );

describe('An advance on a refund', () => {
  it.each([
    [{}, '10400.00', '80 % of the matched refund, cut to the fen'],
    [{ wanted: cny('5000') }, '5000.00', 'less where less is wanted'],
    [{ wanted: cny('99999') }, '10400.00', 'never more than its share'],
    [{ free: cny('7000') }, '7000.00', 'never more than the limits allow'],
  ] as [Partial<Bounds>, string, string][])('with %j is %s: %s', (bounds, amount) => {
    const { reasons, amount: drawable } = found({}, bounds);
    expect(reasons).toEqual([]);
    expect(drawable.toAmountString()).toBe(amount);
  });

  it.each([
    [{ order: { ...ORDER, isCancelled: true } }, 'order was cancelled'],
    [{ order: { ...ORDER, isReleased: false } }, 'not released'],
    [{ refund: null, claimState: null }, 'not matched'],
    [{ claimState: 'paid' }, 'paid already'],
    [{ claimState: 'rejected' }, 'rejected'],
    [{ seller: { ...SELLER, hasPayoutAccount: false } }, 'no account'],
    [{ refund: cny('50') }, 'too small'],
    [{ guarantee: { reasons: [OF_PRODUCTS.overdue_debt], cap: cny('9000') } }, 'past its maturity'],
  ] as [Partial<LiveFacts>, string][])('cannot be had with %j: %s', (facts, reason) => {
    const { reasons, amount } = found(facts);
    expect(reasons.map((sentence) => told(sentence, 'en'))).toEqual([expect.stringContaining(reason)]);
    expect(amount.isZero()).toBe(true);
  });

  it('says every reason at once, and judges every condition of the product', () => {
    const { reasons, conditions } = found(
      { order: { ...ORDER, isReleased: false }, seller: { ...SELLER, hasPayoutAccount: false } },
      { free: cny('0') },
    );
    expect(reasons).toHaveLength(3);
    expect(conditions.map(({ name }) => name)).toEqual(SAMPLE_PRODUCT.opensWhen.map(({ name }) => name));
    expect(conditions.filter(({ outcome }) => outcome === 'unmet').map(({ name }) => name)).toEqual([
      'goods_released',
      'payout_account',
    ]);
  });
});

describe('A product by its conditions', () => {
  const line: Product = {
    ...SAMPLE_PRODUCT,
    base: 'export_data',
    advanceRate: '0.2',
    opensWhen: [
      { name: 'trading_for_months', value: '12' },
      { name: 'collections_at_least', value: '1000000.00' },
    ],
  };

  it('lends on what it says that it lends on', () => {
    expect(found({}, {}, line).amount.toAmountString()).toBe('240000.00');
    const order = { ...line, base: 'signed_order' as const, opensWhen: [{ name: 'order_placed' as const }] };
    expect(found({}, {}, order).amount.toAmountString()).toBe('14200.00');
  });

  it.each([
    ['1000000.00', '2025-06-06', []],
    ['999999.99', '2025-06-06', ['collections_at_least']],
    ['1000000.00', '2025-06-07', ['trading_for_months']],
  ])('with %s collected since %s misses %j', (collected, collectsSince, missed) => {
    const { conditions } = found({ seller: { ...SELLER, collected: cny(collected), collectsSince } }, {}, line);
    expect(conditions.filter(({ outcome }) => outcome !== 'met').map(({ name }) => name)).toEqual(missed);
  });

  it.each([
    ['A', 'met'],
    ['C', 'met'],
    ['D', 'unmet'],
    [null, 'unknown'],
  ] as const)('that asks for C or better is, for a seller of %s, %s', (grade, outcome) => {
    const product: Product = { ...line, opensWhen: [{ name: 'score_at_least', value: 'C' }] };
    const { conditions } = found({ seller: { ...SELLER, grade } }, {}, product);
    expect(conditions).toMatchObject([{ name: 'score_at_least', outcome }]);
  });

  it('does not open on what nobody has told', () => {
    const { conditions, reasons, amount } = found(
      {},
      {},
      { ...line, base: 'fx_margin', opensWhen: [{ name: 'margin_called' }] },
    );
    expect(conditions).toMatchObject([{ name: 'margin_called', outcome: 'unknown' }]);
    expect([reasons.length, amount.isZero()]).toEqual([1, true]);
  });
});
