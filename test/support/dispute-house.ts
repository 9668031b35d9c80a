import { newId, publicId } from '../../src/kernel/ids.js';
import { type Arrange, asDocumented } from './arrangements.js';
import { type TestPlatform, type TestTenant } from './test-platform.js';

interface Rows {
  readonly platform: TestPlatform;
  readonly tenant: TestTenant;
}

const DISPUTED = `
  INSERT INTO financing.dispute (tenant_id, id, order_id, seller_id, buyer_id, kind, state, amount_minor, amount_currency, opened_on,
                                 description, documents, version, created_at, updated_at)
  SELECT tenant_id, $2, coalesce($3, id), party_id, id, 'quality', 'open', 100, 'USD', '2026-11-01', 'House', '[]', 1, now(), now()
  FROM fx.receivable WHERE tenant_id = $1 ORDER BY id LIMIT 1`;
const SCREENED = `
  INSERT INTO financing.screening (tenant_id, id, party_id, list, list_version, result, screened_on, screened_by, created_at)
  SELECT tenant_id, $2, party_id, 'House', '1', 'clear', '2026-11-01', 'House', now()
  FROM fx.receivable WHERE tenant_id = $1 ORDER BY id LIMIT 1`;

/** @param orderId null: of the first order. @returns the dispute */
async function dispute({ platform, tenant }: Rows, orderId: string | null = newId()): Promise<string> {
  const id = newId();
  await platform.rows(DISPUTED, [tenant.tenantId, id, orderId]);
  return publicId('dispute', id);
}

/** An order that its buyer disputes, and a seller whose names were looked up. */
export async function bringDisputes(house: Rows): Promise<void> {
  await dispute(house, null);
  await house.platform.rows(SCREENED, [house.tenant.tenantId, newId()]);
}

const onDispute: Arrange = async (house, endpoint) => ({
  path: house.address(endpoint.path, await dispute(house)),
  body: house.bodyFor(endpoint) ?? {},
});

/** How each operation on disputes and screenings is done once. */
export const DISPUTES_ONCE: readonly (readonly [operationId: string, arrange: Arrange])[] = [
  ['openDispute', asDocumented],
  ['resolveDispute', onDispute],
  ['recordScreening', asDocumented],
];
