import { newId, parseId, publicId } from '../../src/kernel/ids.js';
import { type Arrange, asDocumented } from './arrangements.js';
import { type FullHouse } from './full-house.js';
import { bringGuarantees, GUARANTEES_ONCE } from './guarantee-house.js';
import { bringStock, STOCK_ONCE } from './stock-house.js';
import { type TestTenant } from './test-platform.js';

const CONSENTS = '/v1/financing/lender-consents';

/** As if the other tenant had borrowed: the loan, a payment, a fact, a limit, and how far that was told. */
const LENT = [
  `INSERT INTO financing.lender_loan (tenant_id, id, consent_id, client_tenant_id, product, state, currency, principal_minor,
     outstanding_minor, fee_minor, fees_due_minor, annual_rate, penalty_rate, day_basis, requested_on, drawn_on, maturity_on,
     is_recourse, seller_id, seller_name, seller_uscc, buyer_id, buyer_name, buyer_country, rates, backing, course, created_at, updated_at, version)
   VALUES ($1, $3, $2, $4, 'refund_advance', 'drawn', 'CNY', 800000, 700000, 0, 0, 0.06, 0.03, 360, '2026-11-20', '2026-11-20',
     '2027-02-18', false, $4, '=1+1', '91330201MA2812345X', $4, 'Hamburg Home', 'DE',
     '[{"from": "2026-11-20", "annualRate": "0.06", "penaltyRate": "0.03"}]',
     '{"pledges": [], "registration": null, "entryNumbers": [], "hasDeparted": true, "claimState": "matched", "refund": null}',
     '{"firstMaturityOn": "2027-02-18", "overdueFrom": null, "extensions": [], "writtenOff": null}', now(), now(), 1)`,
  `INSERT INTO financing.lender_payment (tenant_id, loan_id, id, source, value_date, fees_minor, penalty_minor, interest_minor, principal_minor)
   SELECT $1::uuid, $3::uuid, $2::uuid, 'collection', '2026-11-25', 0, 0, 0, 100000 WHERE $4::uuid IS NOT NULL`,
  `INSERT INTO financing.lender_fact (tenant_id, loan_id, event_id, position, fact, occurred_at, amount_minor, currency)
   SELECT $1::uuid, $3::uuid, $4::uuid, 1, 'refund_filed', now(), 1000000, 'CNY' WHERE $2::uuid IS NOT NULL`,
  `INSERT INTO financing.lender_limit (tenant_id, id, consent_id, level, seller_id, code, currency, limit_minor, updated_at)
   VALUES ($1, $3, $2, 'product', $4, 'refund_advance', 'CNY', 500000000, now())`,
  `INSERT INTO financing.lender_feed (tenant_id, consent_id, position, is_over, moved_at)
   SELECT $1::uuid, $2::uuid, 1000000, false, now() WHERE $3::uuid <> $4::uuid
   ON CONFLICT (tenant_id, consent_id) DO UPDATE SET position = 1000000, after_loan_id = NULL`,
] as const;

/** Guarantees, and the lender's side: a consent that the tenant has given, and one that it was given and has accepted, with a loan and a covenant. */
export async function bringFinancing(
  { platform, tenant, integrator }: Pick<FullHouse, 'platform' | 'tenant' | 'integrator'>,
  make: (path: string, body: object) => Promise<string>,
): Promise<void> {
  await bringGuarantees(platform, tenant);
  await bringStock({ platform, tenant }, make);
  await make(CONSENTS, consentFor(integrator));
  const id = await offered(integrator, tenant);
  const { status, text } = await tenant.client.post(`/v1/lender/consents/${id}/acceptance`);
  if (status !== 200) throw new Error(text);
  const values = [tenant.tenantId, parseId('receivedConsent', id), newId(), integrator.tenantId];
  for (const sql of LENT) await platform.rows(sql, values);
  await make('/v1/lender/covenants', { name: 'Single client', measure: 'largest_client_share', threshold: '0.25' });
}

const consentFor = (lender: TestTenant): object => ({
  lender: 'partner_bank',
  lenderId: publicId('tenant', lender.tenantId),
});

/** One more, in place of what was open. */
async function offered(by: TestTenant, to: TestTenant): Promise<string> {
  await closed(by);
  const { body, text } = await by.client.post<{ id?: string }>(CONSENTS, consentFor(to), {
    'idempotency-key': newId(),
  });
  if (body.id === undefined) throw new Error(text);
  return body.id;
}

async function closed(by: TestTenant): Promise<void> {
  const { body } = await by.client.get<{ data: readonly { id: string }[] }>(`${CONSENTS}?state=offered,active`);
  for (const { id } of body.data) await by.client.post(`${CONSENTS}/${id}/revocation`);
}

const received: Arrange = async (house, { path }) => ({
  path: house.address(path, await offered(house.integrator, house.tenant)),
  body: {},
});

export const FINANCING_ONCE: readonly (readonly [operationId: string, arrange: Arrange])[] = [
  ...GUARANTEES_ONCE,
  ...STOCK_ONCE,
  [
    'offerLenderConsent',
    async (house, { path }) => {
      await closed(house.tenant);
      return { path, body: consentFor(house.integrator) };
    },
  ],
  [
    'revokeLenderConsent',
    async (house, { path }) => ({
      path: house.address(path, await offered(house.tenant, house.integrator)),
      body: {},
    }),
  ],
  ...['acceptReceivedConsent', 'declineReceivedConsent'].map((id) => [id, received] as const),
  ...['addLenderCovenant', 'endLenderCovenant'].map((id) => [id, asDocumented] as const),
];
