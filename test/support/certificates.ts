import { parseId } from '../../src/kernel/ids.js';
import { agency, type Arrange, asDocumented, confirmedAgency, create, onNew, order } from './arrangements.js';
import { type FullHouse } from './full-house.js';
import { orderBody } from './order-samples.js';

const PATH = '/v1/tax-refund/agency-certificates';
const PRINCIPAL = { name: '慈溪示例电器有限公司', uscc: '91330282MA2DEM4D04' };
const AGREEMENT = { number: 'DLCK-2026-0001', signedOn: '2026-11-02' };

let entries = 0;

/**
 * An order for a principal, as if customs had cleared it: a draft, so that nothing else goes on.
 * @param like an order of the same two; without it of two others
 * @returns its id
 */
async function exportForPrincipal(house: FullHouse, like: string | null = null): Promise<string> {
  entries += 1;
  const terms = { refund: { mode: 'agency_export', advance: false }, placement: 'later' };
  const orderId = like === null ? await order(house, terms) : await orderOfTheSame(house, like, terms);
  const { body } = await house.tenant.client.get<{ lines: { id: string; total: object }[] }>(`/v1/orders/${orderId}`);
  const items = body.lines.map(({ id, total }, index) => ({
    ...{ itemNumber: index + 1, orderLineId: parseId('orderLine', id), hsCode: '8516609000', fob: total },
    quantities: [{ quantity: '1000', unit: '001' }],
  }));
  const entryNumber = `310420262${String(entries).padStart(9, '0')}`;
  const part = { number: 1, of: 1 };
  const declaration = {
    part,
    entryNumber,
    exportDate: '2026-11-20',
    supervisionMode: '0110',
    fob: items[0]?.fob,
    items,
  };
  await house.platform.rows(
    `INSERT INTO tax_refund.agency_export (tenant_id, id, order_reference, seller_id, agent, declarations, created_at, updated_at)
     VALUES ($1, $2, 'SO', $2, '{"name": "A", "uscc": "91330200MA2AEFJN86"}', $3, now(), now())`,
    [house.tenant.tenantId, parseId('order', orderId), JSON.stringify([declaration])],
  );
  return orderId;
}

async function orderOfTheSame(house: FullHouse, like: string, terms: object): Promise<string> {
  const { body } = await house.tenant.client.get<{ sellerId: string; buyerId: string }>(`/v1/orders/${like}`);
  return create(house, '/v1/orders', { ...orderBody(body.sellerId, body.buyerId, house.reference()), ...terms });
}

/** A certificate that nobody has applied for. */
export const certificate = async (house: FullHouse, like: string | null = null): Promise<string> =>
  create(house, PATH, { orderId: await exportForPrincipal(house, like), principal: PRINCIPAL, agreement: AGREEMENT });

const issuedCertificate = async (house: FullHouse): Promise<string> => {
  const id = await certificate(house);
  await house.platform.rows(
    `UPDATE tax_refund.agency_certificate SET state = 'issued', certificate_number = 'C1', issued_on = '2026-12-01' WHERE id = $1`,
    [parseId('agencyCertificate', id)],
  );
  return id;
};

/** How each operation on agency agreements, and on certificates of agency export, is done once. */
export const AGENCIES_ONCE: readonly (readonly [operationId: string, arrange: Arrange])[] = [
  ['draftAgencyAgreement', asDocumented],
  ['confirmAgencyAgreement', onNew(agency)],
  ['withdrawAgencyAgreement', onNew(agency)],
  ['endAgencyAgreement', onNew(confirmedAgency)],
  [
    'draftAgencyCertificate',
    async (house, { path }) => ({
      path,
      body: { orderId: await exportForPrincipal(house), principal: PRINCIPAL, agreement: AGREEMENT },
    }),
  ],
  ['applyAgencyCertificate', onNew((house) => certificate(house))],
  ['voidAgencyCertificate', onNew(issuedCertificate)],
  ['abandonAgencyCertificate', onNew((house) => certificate(house))],
];
