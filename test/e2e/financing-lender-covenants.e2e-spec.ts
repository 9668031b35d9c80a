import { CovenantWatch } from '../../src/financing/application/lender/covenant-watch.service.js';
import { LenderPortfolios } from '../../src/financing/application/lender/lender-portfolios.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { type EventBody, LenderDesk } from '../support/lender-desk.js';
import { Receiver } from '../support/receiver.js';
import { key } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const SLOW_MS = 90_000;
const [BREACHED, CURED] = ['financing.covenant.breached', 'financing.covenant.cured'];

let platform: TestPlatform;
let receiver: Receiver;
beforeAll(async () => {
  [platform, receiver] = await Promise.all([TestPlatform.start(), Receiver.start()]);
}, SLOW_MS);
afterAll(async () => {
  await platform.stop();
  await receiver.stop();
});

const covenant = async ({ lender }: LenderDesk, threshold = '0.25'): Promise<string> => {
  const body = { name: 'Single client', measure: 'largest_client_share', threshold, validFrom: '2026-01-01' };
  const added = await lender.client.post<{ id: string }>('/v1/lender/covenants', body, key());
  if (added.status !== 201) throw new Error(added.text);
  return added.body.id;
};
const told = (desk: LenderDesk, type: string, times: number): Promise<readonly EventBody[]> =>
  eventually(
    () => desk.events(type),
    ({ length }) => length >= times,
    30_000,
  );
const repay = async ({ borrower }: LenderDesk, id: string): Promise<void> => {
  await borrower.fund('9000.00');
  const repaid = await borrower.client.post(`/v1/financing/advances/${id}/repayments`, {}, key());
  if (repaid.status !== 200) throw new Error(repaid.text);
};

describe('A covenant of a lender', () => {
  it(
    'is told of once when it is breached, once when it is kept again, to its lender alone',
    async () => {
      const desk = await LenderDesk.open(platform);
      const hook = { url: `${receiver.url}/covenants`, eventTypes: ['financing.covenant.*'] };
      expect((await desk.lender.client.post('/v1/webhooks/endpoints', hook)).status).toBe(201);
      await desk.consent();
      const id = await covenant(desk);
      const loan = await desk.drawn();
      const [breach] = await told(desk, BREACHED, 1);
      expect(breach?.resource.id).toBe(id);
      expect((await desk.lender.client.get(breach?.resource.url ?? '')).status).toBe(200);
      const measured = { name: 'Single client', measure: 'largest_client_share', currency: 'CNY', threshold: '0.25' };
      expect(breach?.data).toMatchObject({ ...measured, value: '1' });

      // It is breached as before: nothing more is said, however many look at once.
      const next = await desk.drawn();
      await desk.sees(next, ({ state }) => state === 'drawn');
      const caller = { tenantId: desk.lender.tenantId, actor: 'test', traceparent: null };
      const watch = new CovenantWatch(platform.api.get(LenderPortfolios));
      await Promise.all(
        Array.from({ length: 20 }, () => platform.api.get(UnitOfWork).run(caller, (tx) => watch.look(tx))),
      );
      expect(await desk.events(BREACHED)).toHaveLength(1);

      for (const each of [loan, next]) await repay(desk, each);
      const [cure] = await told(desk, CURED, 1);
      expect(cure?.data).toMatchObject({ ...measured, value: '0' });
      await desk.drawn();
      expect(await told(desk, BREACHED, 2)).toHaveLength(2);
      expect(await desk.events(CURED)).toHaveLength(1);
      await eventually(
        () => Promise.resolve(receiver.received.filter(({ path }) => path === '/covenants')),
        ({ length }) => length === 3,
        30_000,
      );
      expect(await desk.events(`${BREACHED},${CURED}`, desk.borrower.client)).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'that is added to a portfolio that breaks it is told of, and one that is kept, or is over, is not',
    async () => {
      const desk = await LenderDesk.open(platform);
      await desk.consent();
      await desk.sees(await desk.drawn(), ({ state }) => state === 'drawn');
      await covenant(desk, '1');
      const ended = await covenant(desk, '0.1');
      await told(desk, BREACHED, 1);
      const { headers } = await desk.lender.client.get(`/v1/lender/covenants/${ended}`);
      const ending = { 'if-match': String(headers['etag']), ...key() };
      await desk.lender.client.post(`/v1/lender/covenants/${ended}/ending`, undefined, ending);
      await covenant(desk, '0.2');
      const events = await told(desk, BREACHED, 2);
      expect(events.map(({ data }) => data['threshold']).sort()).toEqual(['0.1', '0.2']);
      expect(events[0]?.data['value']).toBe('1');
    },
    SLOW_MS,
  );
});
