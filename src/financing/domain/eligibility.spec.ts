import { Money } from '../../kernel/money.js';
import { told } from '../../kernel/sentence.js';
import { PRODUCTS } from '../data/products.js';
import { type AdvanceFacts, refundAdvanceEligibility } from './eligibility.js';
import { productOn } from './product.js';

const product = productOn(PRODUCTS, 'refund_advance', '2026-06-01');
const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const good: AdvanceFacts = {
  isCancelled: false,
  isReleased: true,
  refund: cny('13000.01'),
  claimState: 'matched',
  hasPayoutAccount: true,
  free: cny('5000000'),
  wanted: null,
};

describe('An advance on a refund', () => {
  it.each([
    [{}, '10400.00', '80 % of the matched refund, cut to the fen'],
    [{ wanted: cny('5000') }, '5000.00', 'less where less is wanted'],
    [{ wanted: cny('99999') }, '10400.00', 'never more than its share'],
    [{ free: cny('7000') }, '7000.00', 'never more than the limit allows'],
  ] as [Partial<AdvanceFacts>, string, string][])('with %j is %s: %s', (facts, amount) => {
    const found = refundAdvanceEligibility(product, { ...good, ...facts });
    expect(found.reasons).toEqual([]);
    expect(found.amount.toAmountString()).toBe(amount);
  });

  it.each([
    [{ isCancelled: true }, 'order was cancelled'],
    [{ isReleased: false }, 'not released'],
    [{ refund: null, claimState: null }, 'not matched'],
    [{ claimState: 'paid' as const }, 'paid already'],
    [{ claimState: 'rejected' as const }, 'rejected'],
    [{ hasPayoutAccount: false }, 'no account'],
    [{ free: cny('0') }, 'used up'],
    [{ refund: cny('50') }, 'too small'],
  ])('cannot be had with %j: %s', (facts, reason) => {
    const found = refundAdvanceEligibility(product, { ...good, ...facts });
    expect(found.reasons.map((sentence) => told(sentence, 'en'))).toEqual([expect.stringContaining(reason)]);
    expect(found.amount.isZero()).toBe(true);
  });

  it('says every reason at once', () => {
    const facts = { ...good, isReleased: false, hasPayoutAccount: false, free: cny('0') };
    expect(refundAdvanceEligibility(product, facts).reasons).toHaveLength(3);
  });
});
