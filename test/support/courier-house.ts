import { parseId } from '../../src/kernel/ids.js';
import { type Arrange, asDocumented } from './arrangements.js';
import { CourierDesk } from './courier-desk.js';
import { type TestPlatform, type TestTenant } from './test-platform.js';

/** A parcel that has arrived. */
export async function sendParcel(platform: TestPlatform, tenant: TestTenant): Promise<void> {
  const desk = new CourierDesk(platform, tenant);
  const { id } = await desk.booked('express', 'HOUSE-PARCEL');
  await desk.until(id, ({ state }) => state === 'delivered');
}

const ACCEPTED = `
  UPDATE freight.consignment SET state = 'accepted', cancellation = 'none', expected_by = now() + interval '1 hour' WHERE id = $1`;

const anotherParcel: Arrange = async ({ platform, tenant }, { path }) => ({
  path,
  body: await new CourierDesk(platform, tenant).wanted('express'),
});

const accepted: Arrange = async (house, endpoint) => {
  await house.platform.rows(ACCEPTED, [parseId('consignment', house.idFor(endpoint.path))]);
  return asDocumented(house, endpoint);
};

/** How each operation on a consignment is done once. */
export const CONSIGNMENTS_ONCE: readonly (readonly [operationId: string, arrange: Arrange])[] = [
  ['bookConsignment', anotherParcel],
  ['cancelConsignment', accepted],
];
