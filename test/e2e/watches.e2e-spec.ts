import { CUSTOMS_JOBS } from '../../src/customs/index.js';
import { FINANCING_JOBS } from '../../src/financing/index.js';
import { FREIGHT_JOBS } from '../../src/freight/index.js';
import { FX_JOBS } from '../../src/fx/index.js';
import { newId } from '../../src/kernel/ids.js';
import { TAX_REFUND_JOBS } from '../../src/tax-refund/index.js';
import { Receiver } from '../support/receiver.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Letter {
  readonly queue: string;
  readonly state: string;
  readonly errorCode: string;
  readonly allowedActions: readonly string[];
}

const ALL_JOBS = [...CUSTOMS_JOBS, ...FINANCING_JOBS, ...FREIGHT_JOBS, ...FX_JOBS, ...TAX_REFUND_JOBS];

describe('A question to a partner who has not spoken in time', () => {
  it('is a watch in every module, as is what ends by the clock, and nothing else', () => {
    const watches = ALL_JOBS.filter(({ lane }) => lane === 'watch').map(({ queue }) => queue);
    expect(watches).toEqual(ALL_JOBS.map(({ queue }) => queue).filter((queue) => /\.(ask|expire)-/.test(queue)));
    expect(watches).toHaveLength(45);
  });

  describe('whose answer cannot be read', () => {
    let platform: TestPlatform;
    let bank: Receiver;
    let tenant: TestTenant;
    const accountId = newId();

    const waiting = () =>
      platform.rows<{ payload: object; seconds: number }>(
        `SELECT payload, extract(epoch FROM due_at - now())::int AS seconds FROM platform.delivery
         WHERE tenant_id = $1 AND queue = 'fx.ask-credits'`,
        [tenant.tenantId],
      );
    const ask = () =>
      platform.rows(`UPDATE platform.delivery SET due_at = now() WHERE tenant_id = $1`, [tenant.tenantId]);
    const letters = async () =>
      (await tenant.client.get<{ data: Letter[] }>('/v1/operations/dead-letters?queue=fx.ask-credits')).body.data;

    beforeAll(async () => {
      bank = await Receiver.start();
      platform = await TestPlatform.start({ env: { BANK_URL: bank.url } });
      tenant = await platform.tenant();
      await platform.rows(
        `INSERT INTO fx.collection_account (tenant_id, id, party_id, currency, owner_name, state, account_number, bank_bic,
                                            credits_due_at, created_at, updated_at)
         VALUES ($1, $2, $2, 'USD', 'Seller', 'open', '6228480795000001', 'SBXCCNBJXXX', now(), now(), now())`,
        [tenant.tenantId, accountId],
      );
      await platform.rows(
        `INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at)
         VALUES ($1, $2, 'fx.ask-credits', 'job/fx.ask-credits', $3, now(), now())`,
        [tenant.tenantId, newId(), JSON.stringify({ accountId })],
      );
    });
    afterAll(async () => {
      await platform.stop();
      await bank.stop();
    });

    it('is noted among the dead letters, and waits to be asked again', async () => {
      bank.answer = () => 200; // and says nothing
      const [letter] = await eventually(letters, ({ length }) => length === 1);
      expect(letter).toMatchObject({
        queue: 'fx.ask-credits',
        state: 'retried',
        errorCode: 'FX.UNREADABLE_BANK_MESSAGE',
        allowedActions: [],
      });
      const [again, ...more] = await waiting();
      expect([again?.payload, more]).toEqual([{ accountId }, []]);
      expect(again?.seconds).toBeGreaterThan(30);
    });

    it('is asked again as often as it takes, and ends with an answer', async () => {
      await ask();
      await eventually(letters, ({ length }) => length === 2);
      expect(await waiting()).toHaveLength(1);
      bank.answer = () => 404; // it has no credits of this account
      await ask();
      await eventually(waiting, ({ length }) => length === 0); // nobody owes anything on it
      expect(await letters()).toHaveLength(2);
    });
  });
});
