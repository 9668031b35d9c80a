import { type TestTenant } from './test-platform.js';

type Make = (path: string, body: object) => Promise<string>;

const RATE =
  'mode,code,name,basis,portOfLoading,portOfDischarge,currency,price\n' +
  'air,FREIGHT,Air freight,per_kg,CNXMN,AUMEL,CNY,41.00\n';

const OWN_RATE = {
  mode: 'fcl',
  code: 'OCEAN',
  name: 'Ocean freight',
  basis: 'per_container',
  portOfLoading: 'CNNGB',
  portOfDischarge: 'DEHAM',
  sizeType: '22G1',
  currency: 'USD',
  price: { amount: '1180.00', currency: 'USD' },
  validFrom: '2026-12-01',
  validTo: '2026-12-31',
  source: 'Contract 2026-118',
};

/** A rate, a tariff and a comparison of this tenant's own. */
export async function compareWays(tenant: TestTenant, make: Make, ids: Map<string, string>): Promise<void> {
  ids.set('/v1/freight/rates', await make('/v1/freight/rates', OWN_RATE));
  const headers = { 'content-type': 'text/csv', 'idempotency-key': 'house-tariff' };
  const path = '/v1/freight/tariffs?name=House&validFrom=2026-01-01';
  const answer = await tenant.client.send<{ id: string }>('POST', path, RATE, headers);
  if (answer.status !== 201) throw new Error(answer.text);
  ids.set('/v1/freight/tariffs', answer.body.id);
  const pieces = [{ count: 2, length: '60', width: '40', height: '40', weight: '12.5' }];
  const wanted = { origin: 'CNNGB', destination: 'DEHAM', readyOn: '2026-12-05', pieces, currency: 'CNY' };
  ids.set('/v1/freight/comparisons', await make('/v1/freight/comparisons', wanted));
}
