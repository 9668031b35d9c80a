import pg from 'pg';

import { newId } from '../../src/kernel/ids.js';
import { collected, TestBooks } from '../support/books.js';

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
    VALUES ($1, $2::uuid, now(), '2026-04-01', 2, $2::uuid::text, 'raw', '', '')`;
  const INSERT_POSTING = `
    INSERT INTO ledger.posting (tenant_id, transfer_id, account_id, amount_minor, booked_at, value_date, seq, currency)
    SELECT $1, $2, a.id, l.amount, now(), '2026-04-01', l.seq, l.currency FROM jsonb_to_recordset($3) AS l (code text, amount bigint, seq int, currency text)
    JOIN ledger.account a ON a.code = l.code`;
  const insert = (transferId: string, legs: object[]) =>
    books.run(async (tx) => {
      await tx.query(INSERT_TRANSFER, [tx.tenantId, transferId]);
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
