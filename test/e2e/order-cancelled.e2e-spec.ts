import { parseId } from '../../src/kernel/ids.js';
import { type Problem } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { orderBody } from '../support/order-samples.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;
let desk: FxDesk;
let orders = 0;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
});
afterAll(() => platform.stop());

/** An order that every service but freight has something to do for. */
async function enter(change: object = {}): Promise<{ id: string; reference: string }> {
  orders += 1;
  const body = {
    ...orderBody(desk.sellerId, desk.buyerId, `SO-CXL-${orders}`),
    freight: { by: 'other', readyDate: '2026-12-01' },
    refund: { mode: 'trading', advance: true },
    ...change,
  };
  const answer = await desk.tenant.client.post<{ id: string; reference: string }>('/v1/orders', body, key());
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}

async function cancel(id: string): Promise<void> {
  const answer = await desk.tenant.client.post(
    `/v1/orders/${id}/cancellation`,
    { reason: 'The buyer is broke' },
    key(),
  );
  if (answer.status !== 200) throw new Error(answer.text);
}

interface Standing {
  readonly declaration: string | null;
  readonly receivable: string | null;
  readonly refund: string | null;
  readonly advance: string | null;
}

/** Where each service is with the order; null where it has nothing of it. */
async function standing(id: string): Promise<Standing> {
  const [row] = await platform.rows<Standing>(
    `SELECT (SELECT state FROM customs.declaration WHERE order_id = $1) AS declaration,
            (SELECT state FROM fx.receivable WHERE id = $1) AS receivable,
            (SELECT state FROM tax_refund.refund_case WHERE id = $1) AS refund,
            (SELECT CASE WHEN is_cancelled THEN 'cancelled' ELSE 'possible' END FROM financing.order_facts
             WHERE order_id = $1 AND wants_advance) AS advance`,
    [parseId('order', id)],
  );
  if (row === undefined) throw new Error('No row');
  return row;
}

function until(id: string, expected: Standing): Promise<Standing> {
  return eventually(
    () => standing(id),
    (found) => JSON.stringify(found) === JSON.stringify(expected),
  );
}

const WAITING: Standing = { declaration: 'draft', receivable: 'open', refund: 'gathering', advance: 'possible' };
const OVER: Standing = { declaration: 'cancelled', receivable: 'waived', refund: 'closed', advance: 'cancelled' };
const UNKNOWN: Standing = { declaration: null, receivable: null, refund: null, advance: null };

describe('An order that is cancelled', () => {
  it('leaves nothing waiting in any service', async () => {
    const { id } = await enter();
    await until(id, WAITING);
    await cancel(id);
    await until(id, OVER);
    const { body } = await desk.tenant.client.get<{ missing: unknown[] }>(`/v1/tax-refund/cases/${id}`);
    expect(body.missing).toEqual([]);
    expect(await desk.receivable(id, () => true)).toMatchObject({ outstanding: { amount: '0.00' } });
    expect(await desk.deadLetters()).toEqual([]);
  });

  it('is paid by nothing: money that names it is shown to a person, who cannot give it to the order either', async () => {
    const { id, reference } = await enter();
    await until(id, WAITING);
    await cancel(id);
    await until(id, OVER);
    const found = await desk.collection(await desk.pay({ amount: '10000.00', remittance: `PAYMENT ${reference}` }));
    expect(found).toMatchObject({ state: 'unmatched', surplus: { amount: '10000.00' }, allocations: [] });
    expect(await desk.events('fx.collection.unmatched')).toHaveLength(1);
    const path = `/v1/fx/collections/${found.id}/match`;
    const byHand = await desk.tenant.client.post<Problem>(path, { orderId: id }, key());
    expect([byHand.status, byHand.body.code]).toEqual([422, 'FX.ORDER_NOT_OWED']);
  });

  it('is advanced on no more, and the refusal says why', async () => {
    const { id } = await enter();
    await until(id, WAITING);
    await cancel(id);
    await until(id, OVER);
    const asked = await desk.tenant.client.post<Problem>('/v1/financing/advances', { orderId: id }, key());
    expect([asked.status, asked.body.code]).toEqual([409, 'FINANCING.NOT_ELIGIBLE']);
    expect(asked.body.details['reasons']).toContain('The order was cancelled');
  });

  it('is over all the same when the news of its end overtakes the news of its beginning', async () => {
    await platform.stopWorker();
    const { id } = await enter();
    await cancel(id);
    const late = `UPDATE platform.delivery SET due_at = now() + $2::interval
                  WHERE tenant_id = $1 AND topic = 'orders.order.placed' AND sent_at IS NULL`;
    await platform.rows(late, [desk.tenant.tenantId, '1 hour']);
    await platform.startWorker();
    await until(id, { ...OVER, advance: null });
    await platform.rows(late, [desk.tenant.tenantId, '0 hours']);
    await until(id, OVER);
    expect(await desk.deadLetters()).toEqual([]);
  });

  it('as a draft concerns nobody', async () => {
    const { id } = await enter({ placement: 'later' });
    await cancel(id);
    const drained = await eventually(
      () => platform.rows(`SELECT 1 FROM platform.delivery WHERE topic = 'orders.order.cancelled'`),
      (unsent) => unsent.length === 0,
    );
    expect(drained).toEqual([]);
    expect(await standing(id)).toEqual(UNKNOWN);
  });
});
