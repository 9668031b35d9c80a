import { randomUUID } from 'node:crypto';

import { FxDesk } from '../support/fx-desk.js';
import { TestPlatform } from '../support/test-platform.js';

/** News of an order that is not delivered before tomorrow. */
const ON_ITS_WAY = `
  INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at)
  VALUES ($1, $2, 'fx.on-order-placed', 'event/orders.order.placed', '{}', now() + interval '1 day', now())`;

let platform: TestPlatform;
let desk: FxDesk;
beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
});
afterAll(() => platform.stop());

describe('A receipt that comes while news of another order is on its way', () => {
  it('is not believed to name an order that it is short of, where another a slip away is owed that to the cent', async () => {
    await desk.order({ reference: 'SLIP-2026-001', amount: '10000.00' });
    await desk.order({ reference: 'SLIP-2026-002', amount: '9990.00' });
    const plain = await desk.order({ reference: 'PLAIN-77', amount: '5000.00' });
    await platform.rows(ON_ITS_WAY, [desk.tenant.tenantId, randomUUID()]);
    const doubtful = await desk.collection(await desk.pay({ amount: '9990.00', remittance: 'SLIP-2026-001' }));
    const short = await desk.collection(await desk.pay({ amount: '4990.00', remittance: 'PLAIN-77' }));
    expect(doubtful.allocations).toEqual([]);
    expect(doubtful.suggestions.map(({ ground }) => ground)).toContain('contradicted_reference');
    expect(short.allocations.map(({ orderId }) => orderId)).toEqual([plain]);
  });
});
