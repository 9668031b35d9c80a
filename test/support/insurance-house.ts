import { newId, parseId, publicId } from '../../src/kernel/ids.js';
import { type Arrange } from './arrangements.js';
import { bringDisputes, DISPUTES_ONCE } from './dispute-house.js';
import { type FullHouse } from './full-house.js';
import { orderBody } from './order-samples.js';
import { type TestPlatform, type TestTenant } from './test-platform.js';

const DAYS = `'2026-01-01', '2027-12-31'`;
const CALCULATION = `'{"rule": {"id": "house", "version": "2026-01-01", "source": "House"}, "steps": []}'`;

/** As if all of it had come about: a policy, a limit that is half used, and a shipment of this state. */
const INSURED = `
  WITH policy AS (
    INSERT INTO financing.insurance_policy (tenant_id, id, seller_id, insurer, policy_number, valid_from, valid_to, declares_itself,
                                            terms, version, created_at, updated_at)
    SELECT tenant_id, $2::uuid, party_id, 'House', $2::uuid::text, ${DAYS}, false,
           '{"commercialShare": "0.9", "politicalShare": "0.9", "maximumTenorDays": 360, "declarationDays": 365, "lossNoticeDays": 365,
             "waitingDays": 0, "minimumPremium": "1.00", "countries": [{"country": "DE", "grade": "A"}],
             "rates": [{"grade": "A", "tenorDays": 360, "rate": "0.004"}]}', 1, now(), now()
    FROM fx.receivable WHERE tenant_id = $1 ORDER BY id LIMIT 1 RETURNING tenant_id, id, seller_id),
  buyer AS (
    INSERT INTO financing.buyer_limit (tenant_id, id, policy_id, seller_id, buyer_id, country, tenor_days, state, requested_minor,
                                       granted_minor, used_minor, ceiling_minor, valid_from, valid_until, asks, version, created_at,
                                       updated_at)
    SELECT tenant_id, $3, id, seller_id, $6, 'DE', 90, 'granted', 99999900, 99999900, 10000, 99999900, ${DAYS}, 0, 1, now(), now()
    FROM policy RETURNING tenant_id, id, policy_id, seller_id, buyer_id),
  shipment AS (
    INSERT INTO financing.shipment_declaration (tenant_id, id, policy_id, limit_id, order_id, seller_id, buyer_id, origin, state,
                                                shipped_on, due_on, notice_by, amount_minor, covered_minor, premium_minor, calculation,
                                                declaration_number, version, created_at, updated_at)
    SELECT tenant_id, $4, policy_id, id, $5, seller_id, buyer_id, 'api', 'accepted', '2026-10-01', '2026-10-31', '2027-10-31', 10000,
           10000, 100, ${CALCULATION}, 'SD-1', 1, now(), now()
    FROM buyer RETURNING tenant_id)
  SELECT 1 FROM shipment`;
const CLAIMED = `
  WITH claimed AS (
    UPDATE financing.shipment_declaration SET state = 'claimed' WHERE tenant_id = $1 AND id = $2 RETURNING *),
  claim AS (
    INSERT INTO financing.insurance_claim (tenant_id, id, declaration_id, policy_id, order_id, seller_id, cause, state, loss_minor,
                                           indemnity_minor, calculation, notified_on, claimable_from, documents, recovered_minor, asks,
                                           version, created_at, updated_at)
    SELECT tenant_id, $3, id, policy_id, order_id, seller_id, 'commercial', 'notified', 10000, 9000, ${CALCULATION}, '2026-11-01',
           '2026-11-01', '[]', 0, 0, 1, now(), now()
    FROM claimed RETURNING tenant_id, id)
  INSERT INTO financing.insurance_recovery (tenant_id, id, claim_id, bank_reference, insurer_minor, insured_minor, received_on, created_at)
  SELECT tenant_id, id, id, 'B', 9, 1, '2026-11-02', now() FROM claim`;
const ASSIGNED = `
  INSERT INTO financing.receivable_assignment (tenant_id, id, order_id, seller_id, buyer_id, assignee, account, contract_number,
                                               amount_minor, amount_currency, state, sent_on, version, created_at, updated_at)
  SELECT tenant_id, $2, coalesce($3, id), party_id, $4, 'House', 'House', 'HOUSE', 10000, 'USD', $5::text, CASE WHEN $5::text = 'sent' THEN date '2026-11-01' END,
         1, now(), now()
  FROM fx.receivable WHERE tenant_id = $1 ORDER BY id LIMIT 1`;

interface Rows {
  readonly platform: TestPlatform;
  readonly tenant: TestTenant;
}

/** @returns the declaration */
async function insure({ platform, tenant }: Rows, buyerId = newId()): Promise<string> {
  const id = newId();
  await platform.rows(INSURED, [tenant.tenantId, newId(), newId(), id, newId(), buyerId]);
  return publicId('shipmentDeclaration', id);
}

/** @returns the claim */
async function claim(house: Rows): Promise<string> {
  const [declaration, id] = [await insure(house), newId()];
  await house.platform.rows(CLAIMED, [house.tenant.tenantId, parseId('shipmentDeclaration', declaration), id]);
  return publicId('insuranceClaim', id);
}

/** @param orderId null: of the first order. @returns the assignment */
async function assign(
  { platform, tenant }: Rows,
  state: 'drafted' | 'sent',
  orderId: string | null = newId(),
): Promise<string> {
  const id = newId();
  await platform.rows(ASSIGNED, [tenant.tenantId, id, orderId, newId(), state]);
  return publicId('receivableAssignment', id);
}

/** A policy with a limit and two shipments, one of which is lost; and a receivable that was assigned. */
export async function bringInsurance(house: Rows): Promise<void> {
  await insure(house);
  await claim(house);
  await insure(house);
  await assign(house, 'sent', null);
  await bringDisputes(house);
}

const on =
  (make: (house: FullHouse) => Promise<string>): Arrange =>
  async (house, endpoint) => ({
    path: house.address(endpoint.path, await make(house)),
    body: house.bodyFor(endpoint) ?? {},
  });

/** What an order of its own is needed for. */
const onOrder =
  (prepare: (house: FullHouse, buyerId: string) => Promise<unknown>): Arrange =>
  async (house, endpoint) => {
    const { client } = house.tenant;
    const body = house.bodyFor(endpoint) as { readonly orderId: string };
    const { body: known } = await client.get<{ sellerId: string; buyerId: string }>(`/v1/orders/${body.orderId}`);
    const reference = house.reference();
    const wanted = { ...orderBody(known.sellerId, known.buyerId, reference), contractNumber: reference };
    const placed = await client.post<{ id: string }>('/v1/orders', wanted, house.headers());
    if (placed.status !== 201) throw new Error(placed.text);
    await prepare(house, parseId('party', known.buyerId));
    return { path: endpoint.path, body: { ...body, orderId: placed.body.id } };
  };

/** How each operation on insured and assigned receivables is done once. */
export const INSURANCE_ONCE: readonly (readonly [operationId: string, arrange: Arrange])[] = [
  [
    'enterInsurancePolicy',
    (house, endpoint) =>
      Promise.resolve({ path: endpoint.path, body: { ...house.bodyFor(endpoint), policyNumber: house.reference() } }),
  ],
  [
    'requestBuyerLimit',
    async (house, endpoint) => {
      const buyers = await house.tenant.client.get<{ data: { id: string }[] }>('/v1/parties?kind=buyer');
      return { path: endpoint.path, body: { ...house.bodyFor(endpoint), buyerId: buyers.body.data[0]?.id } };
    },
  ],
  ['declareShipment', onOrder(insure)],
  [
    'payInsurancePremium',
    on(async (house) => {
      const id = await insure(house);
      await house.platform.rows(`UPDATE financing.shipment_declaration SET premium_minor = 0 WHERE id = $1`, [
        parseId('shipmentDeclaration', id),
      ]);
      return id;
    }),
  ],
  [
    'notifyProbableLoss',
    async (house, endpoint) => ({
      path: endpoint.path,
      body: { ...house.bodyFor(endpoint), declarationId: await insure(house) },
    }),
  ],
  ['fileInsuranceClaim', on(claim)],
  ['assignReceivable', onOrder(() => Promise.resolve())],
  ['dispatchAssignmentNotice', on((house) => assign(house, 'drafted'))],
  ['acknowledgeAssignment', on((house) => assign(house, 'sent'))],
  ['releaseAssignment', on((house) => assign(house, 'sent'))],
  ...DISPUTES_ONCE,
];
