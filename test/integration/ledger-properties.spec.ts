import fc from 'fast-check';
import pg from 'pg';

import { newId } from '../../src/kernel/ids.js';
import { InsufficientFundsError } from '../../src/ledger/domain/ledger.errors.js';
import { type AccountRef } from '../../src/ledger/index.js';
import { BANK, collected, entryOf, fundsOf, TestBooks } from '../support/books.js';

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
        { numRuns: 40 },
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

interface Leg {
  readonly from: AccountRef;
  readonly to: AccountRef;
  readonly minor: bigint;
  readonly currency: string;
}

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
