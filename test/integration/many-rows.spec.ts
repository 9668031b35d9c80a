import { Advance } from '../../src/financing/entities/advance.entity.js';
import { type Product } from '../../src/financing/domain/products/product.js';
import { Decimal } from '../../src/kernel/decimal.js';
import { newId } from '../../src/kernel/ids.js';
import { Money } from '../../src/kernel/money.js';
import { TestBooks } from '../support/books.js';

const NOW = new Date('2026-11-30T08:00:00.123Z');
const RULE = { id: 'r', version: 'v', source: '“规则”, \\ and a\nbreak' };

describe('Many rows of an entity in one statement', () => {
  let books: TestBooks;

  beforeAll(async () => {
    books = await TestBooks.open([Advance]);
  });
  afterAll(async () => {
    await books.close();
  });

  const advanceOf = (reasons: readonly string[], orderId = newId()): Advance =>
    Advance.open({
      ...{
        tenantId: books.tenantId,
        id: newId(),
        ...{ subject: { kind: 'order', id: orderId }, orderId, lenderRank: 1 },
        sellerId: newId(),
        claimId: null,
        scoreId: newId(),
      },
      ...{ terms: { code: 'refund_advance' } as Product, principal: Money.parse('1234567890123.45', 'CNY') },
      ...{
        annualRate: new Decimal('0.0612345678'),
        penaltyRate: new Decimal('0'),
        dayBasis: 360,
        maturityOn: '2027-02-28',
        referenceOn: null,
      },
      calculation: { rule: RULE, steps: [] },
      causes: reasons.map((en) => ({ code: 'TEST.REASON', en, zh: '原因 "引号"', values: {} })),
      ...{ expectedBy: null, now: NOW },
    });

  it('are inserted as one by one: money, rates, days, times, lists and JSON of any characters', async () => {
    const [one, other] = [advanceOf(['{braces}, "quotes" and \\', '']), advanceOf([])];
    await books.run(async (tx) => {
      await tx.insertAll(Advance, [one, other]);
      await tx.insertAll(Advance, []);
    });
    expect(await readAll([one, other])).toEqual([one, other]);
  });

  it('are stored as one by one, and count their versions up', async () => {
    const advances = [advanceOf([]), advanceOf([])];
    await books.run((tx) => tx.insertAll(Advance, advances));
    for (const advance of advances) advance.noteAsked(NOW, NOW);
    await books.run((tx) => tx.storeAll(Advance, advances));
    const read = await readAll(advances);
    expect(read).toEqual(advances);
    expect(read.map((advance) => [advance?.version, advance?.asks])).toEqual([
      [2, 1],
      [2, 1],
    ]);
  });

  it('are not stored at all where one of them was changed meanwhile', async () => {
    const [changed, other] = [advanceOf([]), advanceOf([])];
    await books.run((tx) => tx.insertAll(Advance, [changed, other]));
    await books.run(async (tx) => {
      const found = await tx.lock(Advance, changed.id);
      if (found !== null) await tx.store(Advance, found);
    });
    await expect(books.run((tx) => tx.storeAll(Advance, [changed, other]))).rejects.toThrow('without being locked');
    expect((await readAll([changed, other])).map((advance) => advance?.version)).toEqual([2, 1]);
  });

  function readAll(advances: readonly Advance[]): Promise<(Advance | null)[]> {
    return books.read((view) => Promise.all(advances.map(({ id }) => view.find(Advance, id))));
  }
});
