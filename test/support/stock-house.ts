import { RECEIPT_PLEDGE, RECEIPT_RELEASE } from '../../src/financing/api/stock/stock.examples.js';
import { newId, publicId } from '../../src/kernel/ids.js';
import { type Arrange, create, onNew } from './arrangements.js';
import { type FullHouse } from './full-house.js';
import { GuaranteeDesk } from './guarantee-desk.js';
import { type TestPlatform, type TestTenant } from './test-platform.js';

/** A contract that the bank has booked, and a call of one fen for it. */
const CALLED = `
  WITH made AS (
    INSERT INTO fx.forward (tenant_id, id, quote_id, party_id, order_id, amount_minor, amount_currency, delivered_minor, rate,
                            bank_rate, unit, starts_on, due_on, deposit_minor, deposit_currency, state, contract_number,
                            worst_rate, created_at, updated_at)
    SELECT tenant_id, $2::uuid, $2::uuid, party_id, id, 10000, 'USD', 0, 700, 701, 100, '2036-11-20', '2036-11-20', 0, 'CNY',
           'booked', 'FWD2', 695, now(), now()
    FROM fx.receivable WHERE tenant_id = $1 ORDER BY id LIMIT 1 RETURNING tenant_id, id, party_id),
  called AS (
    INSERT INTO fx.margin_call (tenant_id, id, forward_id, party_id, amount_minor, amount_currency, called_on, due_on, bank_reference,
                                state, version, created_at, updated_at)
    SELECT tenant_id, $3::uuid, id, party_id, 1, 'CNY', '2026-11-20', '2036-11-27', 'MC-1', 'called', 1, now(), now() FROM made
    RETURNING tenant_id, id, forward_id, party_id)
  INSERT INTO financing.called_margin (tenant_id, id, forward_id, seller_id, amount_minor, amount_currency, called_on, due_on, state,
                                       updated_at)
  SELECT tenant_id, id, forward_id, party_id, 1, 'CNY', '2026-11-20', '2036-11-27', 'called', now() FROM called`;

const SELLER = `SELECT party_id AS id FROM fx.receivable WHERE tenant_id = $1 ORDER BY id LIMIT 1`;
const PATH = '/v1/financing/warehouse-receipts';

interface Rows {
  readonly platform: TestPlatform;
  readonly tenant: TestTenant;
}

const sellerOf = async ({ platform, tenant }: Rows): Promise<string> => {
  const [row] = await platform.rows<{ id: string }>(SELLER, [tenant.tenantId]);
  if (row === undefined) throw new Error('No order was placed');
  return publicId('party', row.id);
};

/** The seller has one yuan to pay it with. */
async function called(house: Rows): Promise<{ readonly forward: string; readonly call: string }> {
  const { platform, tenant } = house;
  const [forward, call] = [newId(), newId()];
  await new GuaranteeDesk(platform, tenant).fund(await sellerOf(house), '1.00');
  await platform.rows(CALLED, [tenant.tenantId, forward, call]);
  return { forward: publicId('forward', forward), call: publicId('marginCall', call) };
}

/** A receipt of which a part was released, and margin that is called. */
export async function bringStock(house: Rows, make: (path: string, body: object) => Promise<string>): Promise<void> {
  const id = await make(PATH, { ...RECEIPT_PLEDGE, sellerId: await sellerOf(house), number: 'HOUSE-1' });
  await make(`${PATH}/${id}/releases`, RECEIPT_RELEASE);
  await called(house);
}

const receipt = async (house: FullHouse): Promise<string> =>
  create(house, PATH, { ...RECEIPT_PLEDGE, sellerId: await sellerOf(house), number: house.reference() });

/** How each operation on goods in pledge, and on margin, is done once. */
export const STOCK_ONCE: readonly (readonly [operationId: string, arrange: Arrange])[] = [
  [
    'pledgeWarehouseReceipt',
    (house, endpoint) =>
      Promise.resolve({ path: endpoint.path, body: { ...house.bodyFor(endpoint), number: house.reference() } }),
  ],
  ...['valueWarehouseReceipt', 'releaseWarehouseReceipt', 'withdrawWarehouseReceipt'].map(
    (id) => [id, onNew(receipt)] as const,
  ),
  [
    'callForwardMargin',
    async (house, endpoint) => ({
      path: endpoint.path,
      body: { ...house.bodyFor(endpoint), forwardId: (await called(house)).forward },
    }),
  ],
  ...['payMarginCall', 'releaseMarginCall'].map(
    (id) => [id, onNew(async (house) => (await called(house)).call)] as const,
  ),
];
