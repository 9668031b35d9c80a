import { newId, parseId } from '../../src/kernel/ids.js';
import { type Arrange, asDocumented } from './arrangements.js';
import { type FullHouse } from './full-house.js';
import { candidate, CNY, type GroupBody, GROUPS, GuaranteeDesk } from './guarantee-desk.js';
import { bringInsurance, INSURANCE_ONCE } from './insurance-house.js';
import { type TestPlatform, type TestTenant } from './test-platform.js';

const PAID = `
  INSERT INTO financing.guarantee_payment (tenant_id, id, call_id, round_id, payer_id, source, amount_minor, currency, created_at)
  VALUES ($1, $2, $3, $2, $4, 'member', 100, 'CNY', now())`;
const CLAIMED = `
  INSERT INTO financing.recourse_claim (tenant_id, id, group_id, call_id, debtor_id, creditor_id, source, state, amount_minor,
    amount_currency, outstanding_minor, outstanding_currency, version, created_at, updated_at)
  SELECT tenant_id, $2, group_id, id, party_id, $4, 'member', 'open', 100, 'CNY', 100, 'CNY', 1, now(), now()
  FROM financing.guarantee_call WHERE tenant_id = $1 AND id = $3`;

const WRITE_OFF = `
  INSERT INTO financing.write_off (tenant_id, id, advance_id, order_id, state, currency, fees_minor, penalty_minor, interest_minor,
    principal_minor, forgiven_minor, reason, asks, created_at, updated_at)
  SELECT tenant_id, $2, id, order_id, 'declined', 'CNY', 0, 0, 0, 0, 0, 'r', 0, now(), now()
  FROM financing.advance WHERE tenant_id = $1 LIMIT 1`;
const WRITE_OFFABLE = `
  UPDATE financing.advance SET terms = '{"writeOff": {"afterDays": 1}}' WHERE tenant_id = $1 AND id = $2`;
const EXTENDABLE = `
  UPDATE financing.advance SET terms = '{"extension":
    {"timesMax": 1, "daysMax": 3650, "graceDays": 365, "feeRate": "0.001", "overdueFrom": "new_due_date"}}'
  WHERE tenant_id = $1 AND id = $2`;

const AGREEMENT = `
  INSERT INTO financing.loan_agreement (tenant_id, id, advance_id, order_id, number, state, valid_until, maturity_on, annual_rate, reason,
    created_at, updated_at)
  SELECT tenant_id, $2, id, order_id, 'LA-1', 'lapsed', maturity_on, maturity_on, annual_rate, 'r', now(), now()
  FROM financing.advance WHERE tenant_id = $1 LIMIT 1`;
const EXTENSION = `
  INSERT INTO financing.extension (tenant_id, id, advance_id, order_id, state, from_maturity_on, due_on, overdue_from, fee_minor,
    fee_currency, interest_minor, interest_currency, reason, asks, created_at, updated_at)
  SELECT tenant_id, $2, id, order_id, 'refused', maturity_on, maturity_on + 30, 'first_due_date', 0, 'CNY', 0, 'CNY', 'r', 0, now(),
    now() FROM financing.advance WHERE tenant_id = $1 LIMIT 1`;

/**
 * A group with a draw that waits for consent, whose first member has then defaulted, as if the second had paid one yuan for it; and
 * what is insured and assigned.
 */
export async function bringGuarantees(platform: TestPlatform, tenant: TestTenant): Promise<void> {
  const desk = new GuaranteeDesk(platform, tenant);
  const parties = await sellers(desk);
  const [first = '', second = ''] = parties;
  const { id } = await desk.active(parties);
  await desk.done(`${GROUPS}/${id}/draws`, { partyId: first, amount: CNY('1000.00') });
  await defaulted(desk, id, first, second);
  await platform.rows(EXTENSION, [tenant.tenantId, newId()]);
  await platform.rows(AGREEMENT, [tenant.tenantId, newId()]);
  await platform.rows(WRITE_OFF, [tenant.tenantId, newId()]);
  await bringInsurance({ platform, tenant });
}

/** @returns the call, and the claim that comes of it */
async function defaulted(
  desk: GuaranteeDesk,
  groupId: string,
  debtor: string,
  creditor: string,
): Promise<{ readonly callId: string; readonly claimId: string }> {
  const { platform, tenant } = desk;
  const advanceId = await desk.owes(debtor, '100.00');
  const { id: callId } = await desk.done<{ id: string }>(`${GROUPS}/${groupId}/calls`, { advanceId });
  const values = [tenant.tenantId, newId(), parseId('guaranteeCall', callId), parseId('party', creditor)];
  await platform.rows(PAID, values);
  await platform.rows(CLAIMED, values);
  const { claims } = await desk.get<{ claims: readonly { id: string }[] }>(`/v1/financing/guarantee-calls/${callId}`);
  return { callId, claimId: claims[0]?.id ?? '' };
}

const sellers = async (desk: GuaranteeDesk): Promise<string[]> =>
  Promise.all([desk.seller(), desk.seller(), desk.seller()]);
const deskOf = (house: FullHouse): GuaranteeDesk => new GuaranteeDesk(house.platform, house.tenant);

/** On a group of its own, with a body that names its members. */
const onGroup =
  (
    state: 'drafted' | 'accepted' | 'active',
    body: (desk: GuaranteeDesk, group: GroupBody, party: string) => Promise<object> | object = () => ({}),
  ): Arrange =>
  async (house, { path }) => {
    const desk = deskOf(house);
    const parties = await sellers(desk);
    const group = await desk[state](parties);
    return { path: house.address(path, group.id), body: await body(desk, group, parties[0] ?? '') };
  };

const named = (_desk: GuaranteeDesk, _group: GroupBody, partyId: string): object => ({ partyId });

/** How each operation on groups that guarantee for one another, and on insured receivables, is done once. */
export const GUARANTEES_ONCE: readonly (readonly [operationId: string, arrange: Arrange])[] = [
  ['createGuaranteeGroup', asDocumented],
  ['inviteGuaranteeMember', onGroup('drafted', async (desk) => candidate(await desk.seller()))],
  ['acceptGuaranteeMembership', onGroup('drafted', named)],
  ['activateGuaranteeGroup', onGroup('accepted')],
  [
    'contributeToGuaranteePool',
    onGroup('active', async (desk, _group, partyId) => {
      await desk.fund(partyId, '10.00');
      return { partyId, amount: CNY('10.00') };
    }),
  ],
  ['announceGuaranteedDraw', onGroup('active', (_desk, _group, partyId) => ({ partyId, amount: CNY('10.00') }))],
  [
    'answerGuaranteedDraw',
    onGroup('active', async (desk, { id, members }, partyId) => {
      const { draw } = await desk.done(`${GROUPS}/${id}/draws`, { partyId, amount: CNY('10.00') });
      return { noticeId: draw?.id, partyId: members[1]?.partyId, consents: true };
    }),
  ],
  ['freezeGuaranteeGroup', onGroup('active', () => ({ reason: 'Asked for' }))],
  [
    'unfreezeGuaranteeGroup',
    onGroup('active', async (desk, { id }) => {
      await desk.done(`${GROUPS}/${id}/freeze`, { reason: 'Asked for' });
      return {};
    }),
  ],
  ['leaveGuaranteeGroup', onGroup('drafted', named)],
  ['dissolveGuaranteeGroup', onGroup('active')],
  [
    'callGuarantee',
    onGroup('active', async (desk, _group, party) => ({ advanceId: await desk.owes(party, '100.00') })),
  ],
  ['collectGuaranteeCall', onDefault(({ callId }) => callId)],
  ['repayRecourseClaim', onDefault(({ claimId }) => claimId)],
  ['repayAdvance', onDebt],
  ['extendAdvance', onExtendable],
  ['proposeWriteOff', onWriteOffable],
  ...INSURANCE_ONCE,
];

/** Whoever owes has one yuan. */
async function onDebt(...[house, endpoint]: Parameters<Arrange>): ReturnType<Arrange> {
  const desk = deskOf(house);
  const [debtor = ''] = await sellers(desk);
  const id = await desk.owes(debtor, '100.00');
  await desk.fund(debtor, '1.00');
  return { path: house.address(endpoint.path, id), body: house.bodyFor(endpoint) ?? {} };
}

/** As if its product let it be written off. */
async function onWriteOffable(...[house, endpoint]: Parameters<Arrange>): ReturnType<Arrange> {
  const desk = deskOf(house);
  const [debtor = ''] = await sellers(desk);
  const id = await desk.owes(debtor, '100.00');
  await desk.platform.rows(WRITE_OFFABLE, [desk.tenant.tenantId, parseId('advance', id)]);
  return { path: house.address(endpoint.path, id), body: house.bodyFor(endpoint) ?? {} };
}

/** As if its product allowed a later due date, whenever it is asked for. */
async function onExtendable(...[house, endpoint]: Parameters<Arrange>): ReturnType<Arrange> {
  const desk = deskOf(house);
  const [debtor = ''] = await sellers(desk);
  const id = await desk.owes(debtor, '100.00');
  await desk.platform.rows(EXTENDABLE, [desk.tenant.tenantId, parseId('advance', id)]);
  return { path: house.address(endpoint.path, id), body: { dueOn: '2027-08-31' } };
}

/** The debtor has one yuan by now. */
function onDefault(which: (of: { readonly callId: string; readonly claimId: string }) => string): Arrange {
  return async (house, endpoint) => {
    const desk = deskOf(house);
    const parties = await sellers(desk);
    const [debtor = '', creditor = ''] = parties;
    const { id } = await desk.active(parties);
    const made = await defaulted(desk, id, debtor, creditor);
    await desk.fund(debtor, '1.00');
    return { path: house.address(endpoint.path, which(made)), body: house.bodyFor(endpoint) ?? {} };
  };
}
