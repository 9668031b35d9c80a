import { newId, parseId } from '../../src/kernel/ids.js';
import { type FullHouse } from './full-house.js';
import { exportParcel, EXPORTS, importParcel, IMPORTS, ParcelDesk } from './parcel-desk.js';
import { type TestTenant } from './test-platform.js';

export const OVERSEAS = { ...EXPORTS, supervisionMode: '9810', transmits: ['order', 'waybill'] };

/** An export to a warehouse abroad, whose papers agree: nobody has paid yet. */
export function overseasParcel(orderNo: string) {
  const { order, waybill, list } = exportParcel(orderNo);
  return { order, waybill, list };
}

/** Three toys in a warehouse abroad, one of them sold. */
export async function bringOverseasStock(tenant: TestTenant): Promise<void> {
  const desk = new ParcelDesk(tenant);
  await desk.bring(await desk.profile({ ...OVERSEAS, name: 'HOUSE-O' }), overseasParcel('HOUSE-O1'));
  const { id: parcelId } = await desk.until('HOUSE-O1', 'released');
  const warehouse = 'US-LAX-1';
  const make = async (path: string, body: object): Promise<void> => {
    const { status, text } = await tenant.client.post(`/v1/customs/${path}`, body, { 'idempotency-key': newId() });
    if (status >= 300) throw new Error(text);
  };
  await make('overseas-lots', { warehouse, parcelId, arrivedOn: '2026-12-20' });
  const sale = { reference: 'HOUSE-1', kind: 'sale', sku: 'TOY-1', quantity: '1', occurredOn: '2026-12-21' };
  await make('overseas-movements', { warehouse, movements: [sale] });
}

/** A list under 9810 as if customs had released it. */
export async function releasedOverseas(house: FullHouse): Promise<string> {
  const name = house.reference();
  const desk = new ParcelDesk(house.tenant);
  const profile = await desk.profile({ ...OVERSEAS, name, filesAtOnce: false });
  const { body } = await desk.bring(profile, overseasParcel(name));
  await house.platform.rows(`UPDATE customs.parcel SET state = 'released' WHERE id = $1`, [parseId('parcel', body.id)]);
  return body.id;
}

let numbers = 0;

/** An import that was filed, as if customs had released it. */
export async function releasedImport(house: FullHouse): Promise<string> {
  const name = house.reference();
  const desk = new ParcelDesk(house.tenant);
  const { body } = await desk.bring(await desk.profile({ ...IMPORTS, name }), importParcel(name));
  const invtNo = `31052026I${String((numbers += 1)).padStart(9, '0')}`;
  await house.platform.rows(
    `UPDATE customs.parcel SET state = 'released', released_at = now(), invt_no = $2 WHERE id = $1`,
    [parseId('parcel', body.id), invtNo],
  );
  return body.id;
}
