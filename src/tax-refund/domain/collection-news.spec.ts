import fc from 'fast-check';

import { Money } from '../../kernel/money.js';
import {
  afterCollected,
  afterUndone,
  type CollectedNews,
  type CollectionStanding,
  NOTHING_HEARD,
  type OrderReceipt,
  receiptsOf,
  type UndoneNews,
} from './collection-news.js';

const usd = (amount: string) => Money.parse(amount, 'USD').toJSON();
const START: CollectionStanding = { collection: null, collectionLog: NOTHING_HEARD };
const receipt = (collectionId: string, amount: string): OrderReceipt => ({
  ...{ collectionId, bookedOn: '2026-11-24', bankReference: `BOC-${collectionId}`, payerCountry: 'US' },
  ...{ amount: usd(amount), total: usd(amount) },
});
const collected = (revision: number, receipts: readonly OrderReceipt[], shortfall = '0.00'): CollectedNews => ({
  collection: { expected: usd('10000.00'), received: usd('10000.00'), shortfall: usd(shortfall) },
  ...{ receipts, revision },
});
const undone = (revision: number, collectionId: string, outstanding: string, reopened = true): UndoneNews => ({
  ...{ collectionId, revision, reopened, on: '2026-12-02', by: 'reversal' as const, outstanding: usd(outstanding) },
});

describe('The money of an order, as it is heard of', () => {
  const paid = afterCollected(START, collected(2, [receipt('a', '4000.00'), receipt('b', '6000.00')]));

  it('is what its receipts are', () => {
    expect(paid.collection).toMatchObject({ received: usd('10000.00') });
    expect(receiptsOf(paid.collectionLog).map(({ collectionId }) => collectionId)).toEqual(['a', 'b']);
  });

  it('is owed again where a receipt is undone, and collected again by another', () => {
    const owed = afterUndone(paid, undone(3, 'b', '6000.00'));
    expect(owed.collection).toBeNull();
    expect(owed.collectionLog.reopening).toEqual({ on: '2026-12-02', by: 'reversal', outstanding: usd('6000.00') });
    expect(receiptsOf(owed.collectionLog)).toEqual([receipt('a', '4000.00')]);
    const again = afterCollected(owed, collected(5, [receipt('a', '4000.00'), receipt('c', '6000.00')]));
    expect(again.collectionLog.reopening).toBeNull();
    expect(receiptsOf(again.collectionLog)).toHaveLength(2);
  });

  it('stays collected, with less, where what is undone lies within the tolerance', () => {
    const { collection } = afterUndone(paid, undone(3, 'b', '5.00', false));
    expect(collection).toEqual({ expected: usd('10000.00'), received: usd('9995.00'), shortfall: usd('5.00') });
  });

  it('is what it was with one receipt more, where one comes after it was collected', () => {
    const short = afterCollected(START, collected(2, [receipt('a', '9975.00')], '25.00'));
    const { collection, collectionLog } = afterCollected(
      short,
      collected(3, [receipt('a', '9975.00'), receipt('b', '25.00')]),
    );
    expect(collection?.shortfall).toEqual(usd('0.00'));
    expect(receiptsOf(collectionLog)).toHaveLength(2);
  });

  it('is known from before receipts were told, and is undone all the same', () => {
    const old = afterCollected(START, { ...collected(0, []) });
    expect(afterUndone(old, undone(7, 'a', '10000.00')).collection).toBeNull();
  });

  it('comes to the same whatever is heard first, and how often', () => {
    const history = [
      (each: CollectionStanding) =>
        afterCollected(each, collected(1, [receipt('a', '4000.00'), receipt('b', '6000.00')])),
      (each: CollectionStanding) => afterUndone(each, undone(2, 'b', '6000.00')),
      (each: CollectionStanding) => afterUndone(each, undone(3, 'a', '10000.00', false)),
      (each: CollectionStanding) => afterCollected(each, collected(5, [receipt('b', '9990.00')], '10.00')),
      (each: CollectionStanding) =>
        afterCollected(each, collected(6, [receipt('b', '9990.00'), receipt('c', '10.00')])),
      (each: CollectionStanding) => afterUndone(each, undone(7, 'c', '10.00', false)),
    ];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: history.length }), fc.infiniteStream(fc.nat()), (length, stream) => {
        const told = history.slice(0, length);
        const inOrder = told.reduce((standing, step) => step(standing), START);
        const shuffled = [...told, ...told]
          .map((step) => ({ step, at: stream.next().value as number }))
          .sort((left, right) => left.at - right.at);
        const standing = shuffled.reduce((each, { step }) => step(each), START);
        expect(standing.collection).toEqual(inOrder.collection);
        expect(standing.collectionLog.reopening).toEqual(inOrder.collectionLog.reopening);
        expect(receiptsOf(standing.collectionLog)).toEqual(receiptsOf(inOrder.collectionLog));
      }),
    );
  });
});
