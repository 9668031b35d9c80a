import { spawnSync } from 'node:child_process';

import { newId, publicId } from '../../src/kernel/ids.js';
import { Money } from '../../src/kernel/money.js';
import { type LedgerEntry, Ledger, PostingQueue } from '../../src/ledger/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { collected, entryOf, fundsOf, paidOut } from '../support/books.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';

interface MoneyJson {
  readonly amount: string;
  readonly currency: string;
}
interface Account {
  readonly id: string;
  readonly code: string;
  readonly partyId: string | null;
  readonly balance: { readonly posted: MoneyJson; readonly held: MoneyJson; readonly available: MoneyJson };
}
interface Transfer {
  readonly id: string;
  readonly orderId: string | null;
  readonly reverses: string | null;
  readonly reversedBy: string | null;
  readonly postings: readonly { readonly accountId: string; readonly side: string; readonly amount: MoneyJson }[];
}
interface List<Item> {
  readonly data: Item[];
  readonly nextCursor: string | null;
}

const hasHledger = spawnSync('hledger', ['--version']).status === 0;

describe('The ledger over HTTP', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  const client = newId();
  const order = newId();
  let queue: PostingQueue;
  let reversed: string;
  let reversal: string;

  const get = async <Body>(path: string) => {
    const answer = await tenant.client.get<Body>(`/v1/ledger/${path}`);
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const post = (entry: LedgerEntry) => queue.post(tenant.tenantId, entry);

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
    tenant = await platform.tenant();
    const ledger = new Ledger();
    const caller = { tenantId: tenant.tenantId, actor: 'test', traceparent: null };
    const unitOfWork = platform.api.get(UnitOfWork, { strict: false });
    queue = new PostingQueue(unitOfWork);

    await post(
      collected(client, '1000.00 USD', {
        orderId: order,
        valueDate: '2026-03-31',
        memo: 'Invoice 7; part 1, "first"\nline',
      }),
    );
    await post(
      entryOf([
        [{ code: 'clearing_bank' }, '5000 JPY'],
        [fundsOf(client), '-5000 JPY'],
      ]),
    );
    await post(
      entryOf([
        [{ code: 'clearing_bank' }, '1.234 KWD'],
        [fundsOf(client), '-1.234 KWD'],
      ]),
    );
    await post(
      entryOf(
        [
          [fundsOf(client), '400.00 USD'],
          [{ code: 'fx_position' }, '-400.00 USD'],
          [{ code: 'fx_position' }, '2872.00 CNY'],
          [fundsOf(client), '-2868.00 CNY'],
          [{ code: 'fx_spread' }, '-4.00 CNY'],
        ],
        { kind: 'fx.converted', orderId: order },
      ),
    );
    reversed = await post(paidOut(client, '50.00 USD'));
    reversal = await unitOfWork.run(caller, (tx) =>
      ledger.reverse(tx, reversed, { key: newId(), reason: 'paid twice' }),
    );
    await unitOfWork.run(caller, (tx) =>
      ledger.hold(tx, {
        key: newId(),
        account: fundsOf(client),
        amount: Money.parse('100.00', 'USD'),
      }),
    );
  });
  afterAll(() => platform.stop());

  it('shows what a client has, and what of it is free', async () => {
    const { data } = await get<List<Account>>(`accounts?partyId=${publicId('party', client)}&currency=USD`);
    expect(data).toHaveLength(1);
    expect(data[0]?.balance).toEqual({
      posted: { amount: '600.00', currency: 'USD' },
      held: { amount: '100.00', currency: 'USD' },
      available: { amount: '500.00', currency: 'USD' },
    });
  });

  it.each([
    ['the day before the money came', 'asOf=2026-03-30', '0.00'],
    ['the day it came', 'asOf=2026-03-31', '1000.00'],
    ['a time before anything was booked', 'bookedAt=2020-01-01T00:00:00Z', '0.00'],
  ])('shows what a client had as of %s', async (_when, asOf, posted) => {
    const { data } = await get<List<Account>>(`accounts?code=client_funds&currency=USD&${asOf}`);
    expect(data[0]?.balance.posted.amount).toBe(posted);
  });

  it('shows what one order brought and took', async () => {
    const { data } = await get<List<Account>>(`accounts?code=client_funds&orderId=${publicId('order', order)}`);
    expect(data.map(({ balance }) => `${balance.posted.amount} ${balance.posted.currency}`).sort()).toEqual([
      '0 JPY',
      '0.000 KWD',
      '2868.00 CNY',
      '600.00 USD',
    ]);
  });

  it('lists the transfers of an order, of a kind, and of an account, newest first', async () => {
    const ofOrder = await get<List<Transfer>>(`transfers?orderId=${publicId('order', order)}`);
    expect(ofOrder.data).toHaveLength(2);
    expect((await get<List<Transfer>>('transfers?kind=fx.converted')).data).toHaveLength(1);
    const accounts = await get<List<Account>>('accounts?code=clearing_bank&currency=JPY');
    const ofAccount = await get<List<Transfer>>(`transfers?account=${accounts.data[0]?.id ?? ''}`);
    expect(ofAccount.data).toHaveLength(1);
    const all = (await get<List<Transfer>>('transfers')).data.map(({ id }) => id);
    expect(all).toEqual([...all].sort().reverse());
  });

  it('pages through the transfers of an account without losing one', async () => {
    const accounts = await get<List<Account>>('accounts?code=clearing_bank&currency=USD');
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path = `transfers?account=${accounts.data[0]?.id ?? ''}&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const found: List<Transfer> = await get<List<Transfer>>(path);
      seen.push(...found.data.map(({ id }) => id));
      cursor = found.nextCursor;
    }
    expect(seen).toHaveLength(3);
    expect(new Set(seen).size).toBe(3);
  });

  it('names the reversal on the transfer and the transfer on the reversal', async () => {
    const before = await get<Transfer>(`transfers/${publicId('transfer', reversed)}`);
    const after = await get<Transfer>(`transfers/${publicId('transfer', reversal)}`);
    expect([before.reversedBy, after.reverses]).toEqual([after.id, before.id]);
    expect(after.postings.map(({ side }) => side)).toEqual(['credit', 'debit']);
  });

  it('proves itself by a trial balance in every currency', async () => {
    const { currencies } = await get<{
      currencies: { currency: string; debit: MoneyJson; credit: MoneyJson; difference: MoneyJson }[];
    }>('trial-balance');
    expect(currencies.map(({ currency }) => currency)).toEqual(['CNY', 'JPY', 'KWD', 'USD']);
    for (const { debit, credit, difference } of currencies) {
      expect(debit).toEqual(credit);
      expect(difference.amount).toMatch(/^0(\.0+)?$/);
    }
    const recounted = await get<{ currencies: typeof currencies }>('trial-balance?asOf=2099-12-31');
    expect(recounted.currencies).toEqual(currencies);
  });

  it.each([
    ['accounts?code=petty_cash', 400, 'REQUEST.MALFORMED'],
    ['accounts?asOf=2026-02-30', 400, 'REQUEST.MALFORMED'],
    ['accounts?colour=red', 400, 'REQUEST.MALFORMED'],
    ['transfers?orderId=ord_1', 400, 'REQUEST.MALFORMED'],
    ['transfers?cursor=nowhere', 400, 'REQUEST.MALFORMED'],
    ['transfers/trf_nothing', 404, 'REQUEST.MALFORMED_ID'],
    [`transfers/${publicId('transfer', newId())}`, 404, 'REQUEST.NOT_FOUND'],
    ['trial-balance?asOf=yesterday', 400, 'REQUEST.MALFORMED'],
    ['export?format=xlsx', 400, 'REQUEST.MALFORMED'],
    ['export', 400, 'REQUEST.MALFORMED'],
  ])('refuses %s with %i %s', async (path, status, code) => {
    const answer = await tenant.client.get(`/v1/ledger/${path}`);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  it('shows another tenant nothing', async () => {
    const other = await platform.tenant('Another');
    expect((await other.client.get<List<Account>>('/v1/ledger/accounts')).body.data).toEqual([]);
    expect((await other.client.get(`/v1/ledger/transfers/${publicId('transfer', reversed)}`)).status).toBe(404);
    expect((await other.client.get('/v1/ledger/export?format=hledger')).text).toBe('');
  });

  it('needs the scope to read it', async () => {
    expect((await platform.as(null).get('/v1/ledger/accounts')).status).toBe(401);
  });

  it('exports every transfer as an hledger journal', async () => {
    const { text, headers } = await tenant.client.get<string>('/v1/ledger/export?format=hledger');
    expect(headers['content-disposition']).toContain('books.hledger');
    expect(text).toContain('commodity 1. JPY');
    expect(text.match(/^\d{4}-\d{2}-\d{2} \(trf_/gm)).toHaveLength(6);
  });

  (hasHledger ? it : it.skip)(
    'exports what hledger finds correct, to the cent (skipped where there is no hledger)',
    async () => {
      const { text } = await tenant.client.get<string>('/v1/ledger/export?format=hledger');
      const hledger = (...args: string[]) =>
        spawnSync('hledger', ['-f', '-', ...args], { input: text, encoding: 'utf8' });
      expect(hledger('check', '--strict').stderr).toBe('');
      const balance = hledger('balance', `client_funds:${publicId('party', client)}`, '--no-total', '-N');
      expect(balance.stdout.replace(/\s+/g, ' ')).toContain('-600.00 USD');
      expect(hledger('balance', '--layout=bare').stdout.trim()).toMatch(/\n\s*0\s*$/);
    },
  );
});
