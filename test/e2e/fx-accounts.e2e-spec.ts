import { newId, parseId } from '../../src/kernel/ids.js';
import { type AccountBody } from '../support/fx-answers.js';
import { FxDesk } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

describe('A collection account that the bank refuses', () => {
  let platform: TestPlatform;
  let desk: FxDesk;

  const accounts = async () =>
    (await desk.get<{ data: AccountBody[] }>(`/v1/fx/collection-accounts?sellerId=${desk.sellerId}`)).data;
  const all = (state: string) =>
    eventually(accounts, (found) => found.length === 2 && found.every((account) => account.state === state));
  const requests = (id: string) =>
    platform.rows<{ reference: string; status: number }>(
      `SELECT reference, status FROM platform.partner_exchange WHERE operation = 'open-account' AND reference LIKE $1
       ORDER BY started_at`,
      [`${id}%`],
    );
  /** As if a job of the first request had been on its way all the time. */
  const straggler = async (job: string, account: AccountBody) => {
    const payload = { accountId: parseId('collectionAccount', account.id), attempt: 1 };
    await platform.rows(
      `INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at)
       VALUES ($1, $2, $3, 'job/' || $3, $4, now(), now())`,
      [desk.tenant.tenantId, newId(), job, JSON.stringify(payload)],
    );
    await eventually(
      () => platform.rows(`SELECT 1 FROM platform.delivery WHERE queue = $1 AND due_at <= now()`, [job]),
      ({ length }) => length === 0,
    );
  };

  beforeAll(async () => {
    platform = await TestPlatform.start();
    desk = await FxDesk.open(platform, { name: '示例 SBX-NO-ACCOUNT 公司', nameEn: 'Example SBX-NO-ACCOUNT Ltd' });
    await desk.place({ reference: 'SO-1' });
  });
  afterAll(() => platform.stop());

  it('says why, and the bank is not asked the same again', async () => {
    const found = await all('refused');
    expect(found.map(({ reason }) => reason)).toEqual(Array(2).fill('The owner is not accepted'));
    for (const account of found) {
      await straggler('fx.open-account', account);
      expect(await requests(account.id)).toEqual([{ reference: account.id, status: 422 }]);
    }
  });

  it('is asked for again by the next order, under a new reference, and then opened', async () => {
    await desk.place({ reference: 'SO-2' });
    for (const { id, reason } of await all('open')) {
      expect(reason).toBeNull();
      expect(await requests(id)).toEqual([
        { reference: id, status: 422 },
        { reference: `${id}-2`, status: 200 },
      ]);
    }
  });

  it('a late word about the first request changes nothing', async () => {
    const [account] = await all('open');
    if (account === undefined) throw new Error('No account');
    await platform.rows(`UPDATE fx.collection_account SET state = 'requested' WHERE id = $1`, [
      parseId('collectionAccount', account.id),
    ]);
    for (const job of ['fx.open-account', 'fx.ask-account']) await straggler(job, account);
    expect((await accounts()).find(({ id }) => id === account.id)?.state).toBe('requested');
    expect(await requests(account.id)).toHaveLength(2);
  });
});
