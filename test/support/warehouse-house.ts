import { newId } from '../../src/kernel/ids.js';
import { type Arrange, asDocumented } from './arrangements.js';
import { type FullHouse } from './full-house.js';
import { bringOverseasStock } from './overseas-desk.js';
import { type TestPlatform, type TestTenant } from './test-platform.js';
import { type WarehouseBody, WarehouseDesk } from './warehouse-desk.js';

const LEFT = `
  INSERT INTO freight.overseas_export (tenant_id, id, order_id, entry_number, export_date, items, version, created_at, updated_at)
  VALUES ($1, $2, NULL, '310420260519137551', '2026-11-26',
          '[{"itemNumber": 1, "hsCode": "9503008900", "quantity": "1000", "unit": "007"}]', 1, now(), now())`;

/** What customs knows of stock abroad, and a warehouse with a thousand toys, of which some have left, a count, a statement, and goods that left under 9810. */
export async function bringAbroad(platform: TestPlatform, tenant: TestTenant): Promise<void> {
  await bringOverseasStock(tenant);
  const desk = await WarehouseDesk.open(platform, tenant);
  await desk.stocked(1000);
  await desk.dispatched(2);
  await desk.opened();
  await desk.done('warehouse-statements', { warehouseId: desk.warehouseId, period: '2026-09' });
  await platform.rows(LEFT, [tenant.tenantId, newId()]);
}

const desks = new WeakMap<FullHouse, Promise<WarehouseDesk>>();

/** A desk of its own in the house: another warehouse, with the same SKU. */
function deskOf(house: FullHouse): Promise<WarehouseDesk> {
  const known = desks.get(house);
  if (known !== undefined) return known;
  const desk = WarehouseDesk.again(house.platform, house.tenant, 'ONCE-1');
  desks.set(house, desk);
  return desk;
}

/** On something made for this one test, with a body that knows it. */
const on =
  (
    make: (desk: WarehouseDesk) => Promise<WarehouseBody>,
    body: (made: WarehouseBody, desk: WarehouseDesk) => object = () => ({}),
  ): Arrange =>
  async (house, { path }) => {
    const desk = await deskOf(house);
    const made = await make(desk);
    return { path: house.address(path, made.id), body: body(made, desk) };
  };

const REASON = (): object => ({ reason: 'r' });
const stockedLot = async (desk: WarehouseDesk): Promise<WarehouseBody> => ({
  ...(await desk.opened()),
  id: await desk.stocked(5),
});
const counted = async (desk: WarehouseDesk, { id, lines }: WarehouseBody): Promise<WarehouseBody> =>
  desk.done(`stock-counts/${id}/result`, { lines: lines.map(({ lotId }) => ({ lotId, counted: 1_000 })) });
const withStock =
  (make: (desk: WarehouseDesk) => Promise<WarehouseBody>) =>
  async (desk: WarehouseDesk): Promise<WarehouseBody> => {
    await desk.stocked(5);
    return make(desk);
  };

/** How each operation on warehouses abroad is done once. */
export const WAREHOUSES_ONCE: readonly (readonly [operationId: string, arrange: Arrange])[] = [
  ...['openWarehouse', 'setWarehouseTariff', 'enterWarehouseSku', 'announceInbound', 'allocateOutbound'].map(
    (id) => [id, asDocumented] as const,
  ),
  ['departInbound', on((desk) => desk.announced(5))],
  ['arriveInbound', on((desk) => desk.announced(5))],
  [
    'inspectInbound',
    on(
      (desk) => desk.arrived(5),
      (notice, desk) => desk.inspection(notice, 5),
    ),
  ],
  ['stockInbound', on((desk) => desk.inspected(5))],
  ['cancelInbound', on((desk) => desk.announced(5), REASON)],
  ['writeStockDown', on(withStock(stockedLot), () => ({ kind: 'damage', quantity: 1, reason: 'r' }))],
  ['releaseOutbound', on(withStock((desk) => desk.allocated(1)))],
  [
    'dispatchOutbound',
    on(
      withStock((desk) => desk.released(1)),
      () => ({ carrier: 'UPS', trackingNumber: '1Z' }),
    ),
  ],
  [
    'cancelOutbound',
    on(
      withStock((desk) => desk.allocated(1)),
      REASON,
    ),
  ],
  [
    'returnOutbound',
    on(
      withStock((desk) => desk.dispatched(1)),
      ({ allocations }) => ({
        ...{ reference: 'RMA-1', reason: 'r' },
        lines: [{ lotId: allocations[0]?.lotId, quantity: 1, disposition: 'restock' }],
      }),
    ),
  ],
  ['startStockCount', asDocumented],
  [
    'recordStockCount',
    on(
      withStock((desk) => desk.opened()),
      ({ lines }) => ({ lines: lines.map(({ lotId }) => ({ lotId, counted: 1 })) }),
    ),
  ],
  [
    'adjustStockCount',
    on(
      withStock(async (desk) => counted(desk, await desk.opened())),
      REASON,
    ),
  ],
  [
    'cancelStockCount',
    on(
      withStock((desk) => desk.opened()),
      REASON,
    ),
  ],
  ['issueWarehouseStatement', asDocumented],
];
