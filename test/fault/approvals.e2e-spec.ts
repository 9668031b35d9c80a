import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { publicId } from '../../src/kernel/ids.js';
import { type ApprovalBody } from '../support/approval-desk.js';
import { assertOneEffect } from '../support/one-effect.js';
import { ProcessPlatform } from '../support/process-platform.js';
import { PASSWORD } from '../support/staff.js';
import { eventually } from '../support/test-platform.js';
import { type Trader } from '../support/trader.js';

const PATIENCE_MS = 90_000;

describe('A conversion that was approved when something breaks', () => {
  let platform: ProcessPlatform;
  let trader: Trader;

  beforeAll(async () => {
    platform = await ProcessPlatform.start();
    trader = await platform.trader();
  });
  afterAll(() => platform.stop());

  const send = async <Body>(method: string, path: string, bearer: string | null, body?: object): Promise<Body> => {
    const answer = await fetch(platform.baseUrl + path, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Body;
  };

  /** An owner of the tenant, signed in. */
  const owner = async (): Promise<string> => {
    const email = 'boss@example.com';
    const { invitation } = await trader.post<{ invitation: string }>('/v1/users', {
      email,
      name: 'Li Wei',
      roles: ['owner'],
    });
    await send('POST', '/v1/invitations/acceptance', null, { invitation, password: PASSWORD });
    const tenantId = publicId('tenant', trader.tenantId);
    const session = await send<{ accessToken: string }>('POST', '/v1/sessions', null, {
      ...{ tenantId, email, password: PASSWORD },
    });
    return session.accessToken;
  };
  const pending = async (bearer: string): Promise<readonly ApprovalBody[]> =>
    (await send<{ data: ApprovalBody[] }>('GET', '/v1/approvals?state=pending', bearer)).data;

  it('is carried out once, though the worker is killed as it is about to', async () => {
    const bearer = await owner();
    const terms = { command: 'fx.conversion', limits: [], roles: ['owner'], approvers: 1, lifetimeHours: 24 };
    await send('POST', '/v1/approval-policies', bearer, terms);
    await platform.switchAll({ latencyMs: 100 });
    const orders = [await trader.trade(), await trader.trade(), await trader.trade()];
    const requests = await eventually(
      () => pending(bearer),
      ({ length }) => length === orders.length,
      PATIENCE_MS,
    );
    for (const [number, { id }] of requests.entries()) {
      await send('POST', `/v1/approvals/${id}/approval`, bearer, {});
      await sleep(15 * number);
      await platform.worker.stop('SIGKILL');
      await platform.worker.start();
    }
    await trader.closed(orders, PATIENCE_MS);
    await assertOneEffect(platform, trader, orders);
    const outcomes = await platform.rows(
      `SELECT c.state, r.outcome, count(t.id)::int AS bookings
       FROM fx.conversion c JOIN approvals.request r ON r.tenant_id = c.tenant_id AND r.subject_id = c.id
       JOIN ledger.transfer t ON t.tenant_id = c.tenant_id AND t.key = 'fx.conversion-booked/' || c.id
       WHERE c.tenant_id = $1 GROUP BY c.id, c.state, r.outcome`,
      [trader.tenantId],
    );
    expect(outcomes).toEqual(orders.map(() => ({ state: 'settled', outcome: 'used', bookings: 1 })));
  }, 240_000);
});
