import pg from 'pg';
import fc from 'fast-check';

import { newId } from '../../src/kernel/ids.js';
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
    const code = Object.entries(CHART).map(([name, { meaning: _meaning, ...kind }]) => ({ code: name, ...kind }));
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
          amount: entryOf([[BANK, `${usd} USD`]]).postings[0]!.amount,
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

describe('The books, to any program of ours', () => {
  let books: TestBooks;
  let transfer: string;
  const client = newId();

  beforeAll(async () => {
    books = await TestBooks.open();
    transfer = await books.post(collected(client, '100.00 USD'));
  });
  afterAll(async () => {
    await books.close();
  });

  it.each([
    ['change a posting', `UPDATE ledger.posting SET amount_minor = 1`],
    ['delete a posting', `DELETE FROM ledger.posting`],
    ['change a transfer', `UPDATE ledger.transfer SET memo = 'nothing to see'`],
    ['delete a transfer', `DELETE FROM ledger.transfer`],
    ['empty the books', `TRUNCATE ledger.transfer`],
    ['open an account by hand', `INSERT INTO ledger.account SELECT * FROM ledger.account`],
    ['move a balance', `UPDATE ledger.balance SET posted_minor = 1000000`],
    ['forget a movement', `DELETE FROM ledger.unfolded`],
    ['change the chart', `UPDATE ledger.account_code SET floored = false`],
    ['change what is held', `UPDATE ledger.hold SET amount_minor = 1`],
  ])('refuses to %s', async (_what, sql) => {
    for (const url of [books.database.appUrl, books.database.workerUrl]) {
      await expect(asRole(url, books.tenantId, sql)).rejects.toMatchObject({ code: '42501' });
    }
  });

  const INSERT_TRANSFER = `
    INSERT INTO ledger.transfer (tenant_id, id, booked_at, value_date, posting_count, key, kind, memo, fingerprint)
    VALUES ($1, $2, now(), '2026-04-01', 2, $2, 'raw', '', '')`;
  const INSERT_POSTING = `
    INSERT INTO ledger.posting (tenant_id, transfer_id, account_id, amount_minor, booked_at, value_date, seq, currency)
    SELECT $1, $2, a.id, l.amount, now(), '2026-04-01', l.seq, l.currency FROM jsonb_to_recordset($3) AS l (code text, amount bigint, seq int, currency text)
    JOIN ledger.account a ON a.code = l.code`;
  const insert = (transferId: string, legs: object[]) =>
    books.run(async (tx) => {
      await tx.query(INSERT_TRANSFER, [tx.tenantId, transferId]).catch((error: unknown) => {
        if (transferId !== transfer) throw error;
      });
      await tx.query(INSERT_POSTING, [tx.tenantId, transferId, JSON.stringify(legs)]);
    });

  it.each([
    [
      'do not sum to zero',
      'ck_transfer_zero_sum',
      [
        { code: 'clearing_bank', amount: 1, seq: 1, currency: 'USD' },
        { code: 'client_funds', amount: -2, seq: 2, currency: 'USD' },
      ],
    ],
    [
      'are not all there',
      'ck_transfer_zero_sum',
      [
        { code: 'clearing_bank', amount: 1, seq: 1, currency: 'USD' },
        { code: 'clearing_bank', amount: 1, seq: 2, currency: 'USD' },
        { code: 'client_funds', amount: -2, seq: 3, currency: 'USD' },
      ],
    ],
    [
      'are in another currency than their account',
      'fk_posting_account',
      [
        { code: 'clearing_bank', amount: 1, seq: 1, currency: 'CNY' },
        { code: 'client_funds', amount: -1, seq: 2, currency: 'CNY' },
      ],
    ],
    [
      'take more than there is',
      'ck_balance_floor',
      [
        { code: 'clearing_bank', amount: -10_001, seq: 1, currency: 'USD' },
        { code: 'client_funds', amount: 10_001, seq: 2, currency: 'USD' },
      ],
    ],
  ])('refuses postings that %s, even by hand-written SQL', async (_what, constraint, legs) => {
    await expect(insert(newId(), legs)).rejects.toMatchObject({ constraint });
  });

  it('refuses postings added to a transfer that is whole', async () => {
    const legs = [
      { code: 'clearing_bank', amount: 1, seq: 3, currency: 'USD' },
      { code: 'client_funds', amount: -1, seq: 4, currency: 'USD' },
    ];
    const add = books.run((tx) => tx.query(INSERT_POSTING, [tx.tenantId, transfer, JSON.stringify(legs)]));
    await expect(add).rejects.toMatchObject({ constraint: 'ck_transfer_zero_sum' });
  });
});

async function asRole(url: string, tenantId: string, sql: string): Promise<void> {
  const connection = new pg.Client({ connectionString: url });
  await connection.connect();
  try {
    await connection.query(`SELECT set_config('app.tenant', $1, false)`, [tenantId]);
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}

describe('Any sequence of bookings', () => {
  const CURRENCIES = ['USD', 'CNY', 'JPY', 'KWD'];
  const PARTIES = [newId(), newId(), newId()];
  const ACCOUNTS = [
    ...PARTIES.map(fundsOf),
    ...PARTIES.map((partyId) => ({ code: 'client_dues', partyId }) as const),
    BANK,
    { code: 'fx_position' } as const,
    { code: 'clearing_carrier' } as const,
  ];
  const leg = fc.record({
    from: fc.constantFrom(...ACCOUNTS),
    to: fc.constantFrom(...ACCOUNTS),
    minor: fc.bigInt({ min: 1n, max: 10_000n }),
    currency: fc.constantFrom(...CURRENCIES),
  });
  const step = fc.record({
    legs: fc.array(leg, { minLength: 1, maxLength: 3 }),
    queued: fc.boolean(),
    undone: fc.boolean(),
  });

  it('leaves each currency at zero, no client below it, and every balance as a recount finds it', async () => {
    const books = await TestBooks.open();
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
          for (const { legs, queued, undone } of steps) await play(books, legs, queued, undone);
          expect(await crookedCurrencies(books)).toEqual([]);
          expect(await wrongBalances(books)).toEqual([]);
        }),
        { numRuns: 20 },
      );
    } finally {
      await books.close();
    }
  });

  it('is the same after the worker has folded the movements into balances', async () => {
    const books = await TestBooks.open();
    const worker = new pg.Client({ connectionString: books.database.workerUrl });
    await worker.connect();
    try {
      const client = newId();
      for (let n = 0; n < 5; n += 1) await books.post(collected(client, '2.00 USD'));
      expect(await books.posted(BANK)).toBe('10.00');
      const { rows } = await worker.query<{ fold: number }>(`SELECT ledger.fold(100)`);
      expect(rows[0]?.fold).toBe(1);
      expect(await books.posted(BANK)).toBe('10.00');
      expect(await books.read((view) => view.query(`SELECT 1 FROM ledger.unfolded`))).toEqual([]);
      expect(await wrongBalances(books)).toEqual([]);
    } finally {
      await worker.end();
      await books.close();
    }
  });
});

type Leg = {
  from: Parameters<typeof entryOf>[0][number][0];
  to: Parameters<typeof entryOf>[0][number][0];
  minor: bigint;
  currency: string;
};

async function play(books: TestBooks, legs: readonly Leg[], queued: boolean, undone: boolean): Promise<void> {
  const digits = (currency: string) => ({ JPY: 0, KWD: 3 })[currency] ?? 2;
  const text = ({ minor, currency }: Leg) => {
    const padded = minor.toString().padStart(digits(currency) + 1, '0');
    return digits(currency) === 0 ? padded : `${padded.slice(0, -digits(currency))}.${padded.slice(-digits(currency))}`;
  };
  const entry = entryOf(
    legs.flatMap((one) => [
      [one.from, `${text(one)} ${one.currency}`] as const,
      [one.to, `-${text(one)} ${one.currency}`] as const,
    ]),
  );
  try {
    const id = queued ? await books.queue.post(books.tenantId, entry) : await books.post(entry);
    if (undone) await books.run((tx) => books.ledger.reverse(tx, id, { key: newId(), reason: 'undone' }));
  } catch (error) {
    if (!(error instanceof InsufficientFundsError)) throw error;
  }
}

function crookedCurrencies(books: TestBooks): Promise<unknown[]> {
  return books.read((view) =>
    view.query(`SELECT currency FROM ledger.posting GROUP BY tenant_id, currency HAVING sum(amount_minor) <> 0`),
  );
}

/** Accounts whose kept balance is not what their postings sum to, or that are below their floor. */
function wrongBalances(books: TestBooks): Promise<unknown[]> {
  return books.read((view) =>
    view.query(`
      SELECT a.code, b.posted_minor, r.recounted
      FROM ledger.account a
      JOIN ledger.balance b ON b.account_id = a.id
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(p.amount_minor), 0) * CASE a.normal_side WHEN 'debit' THEN 1 ELSE -1 END AS recounted
        FROM ledger.posting p WHERE p.account_id = a.id) AS r
      WHERE b.posted_minor + coalesce((SELECT sum(u.amount_minor) FROM ledger.unfolded u WHERE u.account_id = a.id), 0) <> r.recounted
         OR (a.floored AND b.posted_minor < 0)`),
  );
}
