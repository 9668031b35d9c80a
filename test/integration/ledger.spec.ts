import { newId } from '../../src/kernel/ids.js';
import { Money } from '../../src/kernel/money.js';
import { CHART } from '../../src/ledger/domain/chart.js';
import {
  AlreadyReversedError,
  HoldNotActiveError,
  InsufficientFundsError,
} from '../../src/ledger/domain/ledger.errors.js';
import { BANK, collected, entryOf, fundsOf, paidOut, TestBooks } from '../support/books.js';

describe('The ledger', () => {
  let books: TestBooks;

  beforeAll(async () => {
    books = await TestBooks.open();
  });
  afterAll(async () => {
    await books.close();
  });

  it('has the chart of accounts in the database that it has in the code', async () => {
    const rows = await books.read((view) =>
      view.query(
        `SELECT code, type, normal_side AS "normalSide", per_party AS "perParty", floored FROM ledger.account_code`,
      ),
    );
    const code = Object.entries(CHART).map(([name, { type, normalSide, perParty, floored }]) => ({
      code: name,
      type,
      normalSide,
      perParty,
      floored,
    }));
    const byCode = (left: unknown, right: unknown) => JSON.stringify(left).localeCompare(JSON.stringify(right));
    expect(rows.sort(byCode)).toEqual(code.sort(byCode));
  });

  it('books a conversion of several currencies as one transfer', async () => {
    const client = newId();
    await books.post(collected(client, '1000.00 USD'));
    await books.post(
      entryOf([
        [fundsOf(client), '1000.00 USD'],
        [{ code: 'fx_position' }, '-1000.00 USD'],
        [{ code: 'fx_position' }, '7180.00 CNY'],
        [{ code: 'fx_spread' }, '-10.00 CNY'],
        [fundsOf(client), '-7170.00 CNY'],
      ]),
    );
    expect(await books.posted(fundsOf(client))).toBe('0.00');
    expect(await books.posted(fundsOf(client), 'CNY')).toBe('7170.00');
    expect(await books.posted({ code: 'fx_spread' }, 'CNY')).toBe('10.00');
  });

  it('books the same key once, and gives the first transfer again', async () => {
    const client = newId();
    const entry = collected(client, '10.00 USD', { key: `col:${client}` });
    const first = await books.post(entry);
    expect(await books.post(entry)).toBe(first);
    expect(await books.posted(fundsOf(client))).toBe('10.00');
  });

  it('books the same key once when twins race', async () => {
    const client = newId();
    const entry = collected(client, '10.00 USD', { key: `col:${client}` });
    const ids = await Promise.all(Array.from({ length: 12 }, () => books.post(entry)));
    expect(new Set(ids).size).toBe(1);
    expect(await books.posted(fundsOf(client))).toBe('10.00');
  });

  it('refuses a key that comes again with another amount', async () => {
    const client = newId();
    await books.post(collected(client, '10.00 USD', { key: `col:${client}` }));
    await expect(books.post(collected(client, '11.00 USD', { key: `col:${client}` }))).rejects.toThrow(/another entry/);
    expect(await books.posted(fundsOf(client))).toBe('10.00');
  });

  it.each([
    ['one leg only', [[BANK, '1.00 USD']]],
    [
      'legs that do not sum to zero',
      [
        [BANK, '1.00 USD'],
        [{ code: 'fx_position' }, '-2.00 USD'],
      ],
    ],
    [
      'legs that sum to zero across currencies only',
      [
        [BANK, '1.00 USD'],
        [{ code: 'fx_position' }, '-1.00 CNY'],
      ],
    ],
    [
      'a leg of nothing',
      [
        [BANK, '0.00 USD'],
        [{ code: 'fx_position' }, '0.00 USD'],
      ],
    ],
    [
      'an account per party without its party',
      [
        [BANK, '1.00 USD'],
        [{ code: 'client_funds' }, '-1.00 USD'],
      ],
    ],
  ] as const)('refuses an entry with %s', async (_what, legs) => {
    await expect(books.post(entryOf(legs))).rejects.toThrow(/Ledger entry/);
  });

  describe('the floor of client funds', () => {
    it('lets no one take more than there is', async () => {
      const client = newId();
      await books.post(collected(client, '100.00 USD'));
      await expect(books.post(paidOut(client, '100.01 USD'))).rejects.toThrow(InsufficientFundsError);
      await books.post(paidOut(client, '100.00 USD'));
      expect(await books.posted(fundsOf(client))).toBe('0.00');
    });

    it.each([
      ['each in its own transaction', (b: TestBooks, client: string) => b.post(paidOut(client, '1.00 USD'))],
      [
        'through the posting queue',
        (b: TestBooks, client: string) => b.queue.post(b.tenantId, paidOut(client, '1.00 USD')),
      ],
    ])('holds against 200 racers for 120 dollars, %s', async (_manner, pay) => {
      const client = newId();
      await books.post(collected(client, '120.00 USD'));
      const answers = await Promise.allSettled(Array.from({ length: 200 }, () => pay(books, client)));
      const refused = answers.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
      expect(refused).toHaveLength(80);
      expect(refused.every(({ reason }) => reason instanceof InsufficientFundsError)).toBe(true);
      expect(await books.posted(fundsOf(client))).toBe('0.00');
    });

    it('lets transfers between two clients cross without a deadlock', async () => {
      const [ann, bob] = [newId(), newId()];
      await books.post(collected(ann, '500.00 USD'));
      await books.post(collected(bob, '500.00 USD'));
      const move = (from: string, to: string) =>
        books.post(
          entryOf([
            [fundsOf(from), '1.00 USD'],
            [fundsOf(to), '-1.00 USD'],
          ]),
        );
      await Promise.all(Array.from({ length: 100 }, (_, n) => (n % 2 === 0 ? move(ann, bob) : move(bob, ann))));
      expect(await books.posted(fundsOf(ann))).toBe('500.00');
    });
  });

  describe('a hold', () => {
    const holdOf = (client: string, usd: string, group?: string) =>
      books.run((tx) =>
        books.ledger.hold(tx, {
          key: newId(),
          account: fundsOf(client),
          amount: Money.parse(usd, 'USD'),
          ...(group === undefined ? {} : { group }),
        }),
      );

    it('takes from what is available and leaves what is posted', async () => {
      const client = newId();
      await books.post(collected(client, '100.00 USD'));
      await holdOf(client, '60.00');
      expect([await books.posted(fundsOf(client)), await books.available(fundsOf(client))]).toEqual([
        '100.00',
        '40.00',
      ]);
      await expect(books.post(paidOut(client, '40.01 USD'))).rejects.toThrow(InsufficientFundsError);
      await expect(holdOf(client, '40.01')).rejects.toThrow(InsufficientFundsError);
    });

    it('is settled with what was really paid, once', async () => {
      const client = newId();
      await books.post(collected(client, '100.00 USD'));
      const hold = await holdOf(client, '60.00');
      const entry = paidOut(client, '59.00 USD');
      const settle = () => books.run((tx) => books.ledger.settleHold(tx, hold, entry));
      expect(await settle()).toBe(await settle());
      expect(await books.available(fundsOf(client))).toBe('41.00');
      await expect(books.run((tx) => books.ledger.voidHold(tx, hold))).rejects.toThrow(HoldNotActiveError);
    });

    it('is voided, and the money is free again', async () => {
      const client = newId();
      await books.post(collected(client, '100.00 USD'));
      const hold = await holdOf(client, '60.00');
      const release = () => books.run((tx) => books.ledger.voidHold(tx, hold, { reason: 'payout rejected' }));
      await release();
      await release();
      expect(await books.available(fundsOf(client))).toBe('100.00');
      await expect(books.run((tx) => books.ledger.settleHold(tx, hold, paidOut(client, '1.00 USD')))).rejects.toThrow(
        HoldNotActiveError,
      );
    });

    it('of a group ends with its group', async () => {
      const client = newId();
      await books.post(collected(client, '100.00 USD'));
      const group = newId();
      await holdOf(client, '30.00', group);
      await holdOf(client, '20.00', group);
      await holdOf(client, '10.00');
      await books.run((tx) => books.ledger.settleHold(tx, { group }, paidOut(client, '50.00 USD')));
      expect([await books.posted(fundsOf(client)), await books.available(fundsOf(client))]).toEqual(['50.00', '40.00']);
    });
  });

  describe('a reversal', () => {
    it('is the mirror image, and happens once', async () => {
      const client = newId();
      const transfer = await books.post(collected(client, '100.00 USD'));
      const reverse = (key: string) =>
        books.run((tx) => books.ledger.reverse(tx, transfer, { key, reason: 'booked for the wrong client' }));
      await reverse(`undo:${transfer}`);
      expect(await books.posted(fundsOf(client))).toBe('0.00');
      await expect(reverse(`undo again:${transfer}`)).rejects.toThrow(AlreadyReversedError);
    });

    it('is refused when the money is spent', async () => {
      const client = newId();
      const transfer = await books.post(collected(client, '100.00 USD'));
      await books.post(paidOut(client, '1.00 USD'));
      const reversal = books.run((tx) => books.ledger.reverse(tx, transfer, { key: newId(), reason: 'wrong client' }));
      await expect(reversal).rejects.toThrow(InsufficientFundsError);
    });
  });

  it('tells a balance as of any value date, any booking time, and for one order', async () => {
    const [client, order] = [newId(), newId()];
    await books.post(collected(client, '100.00 USD', { valueDate: '2026-03-31', orderId: order }));
    const [{ now }] = (await books.read((view) => view.query<{ now: Date }>(`SELECT clock_timestamp() AS now`))) as [
      { now: Date },
    ];
    await new Promise((resolve) => setTimeout(resolve, 5));
    await books.post(collected(client, '10.00 USD', { valueDate: '2026-03-30' }));
    const told = async (asOf?: { valueDate?: string; bookedAt?: Date }, orderId?: string) =>
      (
        await books.read((view) =>
          books.ledger.balance(view, {
            ...fundsOf(client),
            currency: 'USD',
            ...(asOf === undefined ? {} : { asOf }),
            ...(orderId === undefined ? {} : { orderId }),
          }),
        )
      ).posted.toAmountString();
    expect(await told({ valueDate: '2026-03-29' })).toBe('0.00');
    expect(await told({ valueDate: '2026-03-30' })).toBe('10.00');
    expect(await told({ valueDate: '2026-03-31' })).toBe('110.00');
    expect(await told({ valueDate: '2026-03-31', bookedAt: now })).toBe('100.00');
    expect(await told({ valueDate: '2026-03-30', bookedAt: now })).toBe('0.00');
    expect(await told(undefined, order)).toBe('100.00');
  });

  it('is a tenant’s own', async () => {
    const client = newId();
    await books.post(collected(client, '100.00 USD', { key: `col:${client}` }));
    const other = await books.ofAnotherTenant();
    expect(await other.posted(fundsOf(client))).toBe('0.00');
    await other.post(collected(client, '7.00 USD', { key: `col:${client}` }));
    expect(await other.posted(fundsOf(client))).toBe('7.00');
    expect(await books.posted(fundsOf(client))).toBe('100.00');
  });
});
