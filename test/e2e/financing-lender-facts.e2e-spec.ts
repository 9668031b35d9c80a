import { isDeepStrictEqual } from 'node:util';

import { type QueryRunner } from 'typeorm';

import { FinancingWatchEndsOfPolicies1796414200000 } from '../../migrations/1796414200000-financing-watch-ends-of-policies.js';
import { parseId } from '../../src/kernel/ids.js';
import { addDays } from '../../src/kernel/local-date.js';
import { ACKNOWLEDGEMENT, CLAIM_FILING, POLICY } from '../../src/financing/api/insurance/insurance.examples.js';
import { DisputeDesk, TODAY, USD } from '../support/dispute-desk.js';
import { InsuranceDesk } from '../support/insurance-desk.js';
import { LenderDesk } from '../support/lender-desk.js';
import { CNY, LendingDesk } from '../support/lending-desk.js';
import { key } from '../support/refund-desk.js';
import { StockDesk } from '../support/stock-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const SLOW_MS = 120_000;
const LATE = { shippedOn: addDays(TODAY, -40), dueOn: addDays(TODAY, -10) };

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
}, SLOW_MS);
afterAll(() => platform.stop());

interface Lent {
  readonly insured: InsuranceDesk;
  readonly desk: LenderDesk;
  readonly orderId: string;
  readonly limitId: string;
  readonly shipmentId: string;
}

/** An insured order with a loan that its lender sees. */
async function lent(): Promise<Lent> {
  const insured = await InsuranceDesk.open(platform);
  const desk = await LenderDesk.open(platform, undefined, insured.lending);
  await desk.consent();
  const buyer = await insured.buyer();
  const { id: limitId } = await insured.granted(buyer);
  const orderId = await insured.order(buyer);
  const { body } = await insured.declare(orderId, LATE);
  await insured.shipmentThat(body.id, ({ state }) => state === 'accepted');
  await insured.lending.know(orderId, '10000.00', LendingDesk.entryNumber());
  const asked = await insured.lending.ask(orderId);
  await desk.sees(asked.body.id);
  await insured.lending.paysOut(asked.body.id, CNY('8000.00'));
  await desk.sees(asked.body.id, ({ state }) => state === 'drawn');
  return { insured, desk, orderId, limitId, shipmentId: body.id };
}

const facts = async (desk: LenderDesk, last: string): Promise<readonly unknown[]> => {
  const told = await eventually(
    () => desk.events('financing.lender_loan.fact_changed'),
    (events) => events.some(({ data }) => data['fact'] === last),
    30_000,
  );
  expect(JSON.stringify(told)).not.toContain('Rated lower');
  return told.map(({ data }) => [data['fact'], (data['amount'] as { amount?: string } | undefined)?.amount ?? null]);
};

describe('A lender', () => {
  it(
    'hears of disputes, of the claim that waits for them, and of what the insurer says',
    async () => {
      const { insured, desk, orderId, shipmentId } = await lent();
      const disputes = new DisputeDesk(insured.lending);
      const { body: dispute } = await disputes.open(orderId);
      const loss = { declarationId: shipmentId, cause: 'commercial' };
      const path = '/v1/financing/insurance-claims';
      const { body: claim } = await insured.client.post<{ id: string }>(path, loss, key());
      const file = () =>
        insured.client.post<{ code: string; details: object }>(`${path}/${claim.id}/filing`, CLAIM_FILING, key());
      const disputed = await file();
      expect([disputed.status, disputed.body.code, disputed.body.details]).toEqual([
        ...[409, 'FINANCING.LOSS_DISPUTED', { disputeIds: [dispute.id] }],
      ]);
      await disputes.resolve(dispute.id, { outcome: 'settled', conceded: USD('100.00') });
      expect((await file()).status).toBe(202);
      // A payment may be heard of before the assessment that it follows, which then says nothing new.
      const told = await facts(desk, 'indemnity_paid');
      const assessed = ['indemnity_assessed', '63900.00'];
      expect(told.filter((fact) => !isDeepStrictEqual(fact, assessed))).toEqual([
        ['invoice_disputed', '2500.00'],
        ['loss_notified', '71000.00'],
        ['dispute_resolved', '100.00'],
        ['indemnity_paid', '63900.00'],
      ]);
    },
    SLOW_MS,
  );

  it(
    'hears when cover is cut, taken back or over, and when the receivable is assigned or free again',
    async () => {
      const { insured, desk, orderId, limitId } = await lent();
      const { client } = insured;
      const reduced = { type: 'limit.reduced', reference: limitId, status: 'reduced', amount: CNY('1000.00') };
      const days = { validFrom: '2026-01-01', validUntil: addDays(TODAY, 99), reason: 'Rated lower' };
      await insured.says({ ...reduced, ...days, asOf: new Date().toISOString() });
      await insured.limitThat(limitId, ({ granted }) => granted.amount === '1000.00');
      const revoked = { type: 'limit.revoked', reference: limitId, status: 'revoked', reason: 'Rated lower' };
      await insured.says({ ...revoked, asOf: new Date().toISOString() });
      await insured.limitThat(limitId, ({ state }) => state === 'revoked');

      const assignments = '/v1/financing/assignments';
      const assigned = { orderId, assignee: 'Bank of Ningbo', account: 'NBCBCNBN, 2026' };
      const { body } = await client.post<{ id: string }>(assignments, assigned, key());
      const act = (action: string, said: object) => client.post(`${assignments}/${body.id}/${action}`, said, key());
      await act('dispatch', { manner: 'courier', sentOn: TODAY });
      await act('acknowledgement', { ...ACKNOWLEDGEMENT, acknowledgedOn: TODAY });
      expect((await act('release', { reason: 'Rated lower' })).status).toBe(200);

      // As if the last day of the policy were over.
      const { tenantId } = insured.lending.desk.tenant;
      const due = `UPDATE platform.delivery SET due_at = now() WHERE tenant_id = $1 AND queue = 'financing.expire-insurance-policy'`;
      await platform.rows(due, [tenantId]);
      expect(await facts(desk, 'policy_lapsed')).toEqual([
        ['buyer_limit_reduced', '1000.00'],
        ['buyer_limit_revoked', null],
        ['assignment_acknowledged', null],
        ['assignment_released', null],
        ['policy_lapsed', null],
      ]);
    },
    SLOW_MS,
  );

  it(
    'hears of the end of a policy that was entered before ends were watched, once',
    async () => {
      const { insured, desk } = await lent();
      const { tenantId } = insured.lending.desk.tenant;
      const ofEnds = `tenant_id = $1 AND queue = 'financing.expire-insurance-policy'`;
      const watches = () =>
        platform.rows<{ payload: object; day: string }>(
          `SELECT payload, to_char(due_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS day
           FROM platform.delivery WHERE ${ofEnds}`,
          [tenantId],
        );
      await platform.rows(`DELETE FROM platform.delivery WHERE ${ofEnds}`, [tenantId]);
      const db = { query: (sql: string) => platform.rows(sql) } as unknown as QueryRunner;
      const upgrade = () => new FinancingWatchEndsOfPolicies1796414200000().up(db);
      await upgrade();
      await upgrade();
      const day = `${addDays(POLICY.validTo, 1)} 00:00`;
      expect(await watches()).toEqual([{ payload: { policyId: parseId('insurancePolicy', insured.policyId) }, day }]);
      await platform.rows(`UPDATE platform.delivery SET due_at = now() WHERE ${ofEnds}`, [tenantId]);
      expect(await facts(desk, 'policy_lapsed')).toEqual([['policy_lapsed', null]]);
      await upgrade();
      expect(await watches()).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'hears when its client or the buyer stands on a list of denied parties, and stands there no more: of changes alone',
    async () => {
      const { insured, desk, orderId } = await lent();
      const { sellerId } = insured.lending.desk;
      const order = await insured.client.get<{ buyerId: string }>(`/v1/orders/${orderId}`);
      const { buyerId } = order.body;
      const lists = new DisputeDesk(insured.lending);
      await lists.screen(sellerId, 'clear');
      await lists.screen(buyerId, 'hit');
      await lists.screen(buyerId, 'hit', { list: 'UN' });
      await lists.screen(buyerId, 'clear');
      // Who stands on one of two lists still is denied.
      await lists.screen(buyerId, 'possible', { list: 'UN' });
      await lists.screen(buyerId, 'clear', { list: 'UN' });
      await lists.screen(await insured.buyer(), 'hit');
      await lists.screen(sellerId, 'possible');
      await lists.screen(sellerId, 'hit');
      await lists.screen(sellerId, 'clear');
      const denied = ['buyer_denied', 'buyer_in_doubt', 'buyer_cleared', 'client_in_doubt', 'client_denied'];
      expect(await facts(desk, 'client_cleared')).toEqual([...denied, 'client_cleared'].map((fact) => [fact, null]));
      expect(JSON.stringify(await desk.events('financing.lender_loan.fact_changed'))).not.toContain('OFAC');
      const [loan] = await desk.loans();
      const { facts: kept } = await desk.loan(loan?.id ?? '');
      expect(kept.map(({ fact }) => fact)).toEqual(expect.arrayContaining(denied));
    },
    SLOW_MS,
  );

  it(
    'of two who screen one party at once hears of one change',
    async () => {
      const { insured, desk, orderId } = await lent();
      const order = await insured.client.get<{ buyerId: string }>(`/v1/orders/${orderId}`);
      const lists = new DisputeDesk(insured.lending);
      const at = (result: string) =>
        Promise.all(['A', 'B', 'C', 'D', 'E'].map((list) => lists.screen(order.body.buyerId, result, { list })));
      await at('hit');
      await at('clear');
      expect(await facts(desk, 'buyer_cleared')).toEqual([
        ['buyer_denied', null],
        ['buyer_cleared', null],
      ]);
    },
    SLOW_MS,
  );

  it(
    'hears of each new value of the goods in pledge, of what they cover too little, and of what leaves',
    async () => {
      const stock = await StockDesk.open(platform);
      const desk = await LenderDesk.open(platform, undefined, stock.lending);
      await desk.consent();
      const { id } = await stock.registered();
      const loan = await stock.lend(id, '120000.00');
      await desk.sees(loan, ({ state }) => state === 'drawn');
      await stock.value(id, '280000.00', addDays(TODAY, -1));
      await stock.value(id, '150000.00');
      await stock.lending.fund('130000.00');
      await stock.release(id, '500', true);
      expect(await facts(desk, 'receipt_part_released')).toEqual([
        ['receipt_revalued', '280000.00'],
        ['receipt_revalued', '150000.00'],
        ['receipt_top_up_due', '30000.00'],
        ['receipt_part_released', '75000.00'],
      ]);
    },
    SLOW_MS,
  );

  it(
    'sees loans of before products were rows, which have no terms of their own',
    async () => {
      const desk = await LenderDesk.open(platform);
      const old = await desk.drawn();
      await platform.rows(`UPDATE financing.advance SET terms = NULL WHERE tenant_id = $1`, [
        desk.borrower.desk.tenant.tenantId,
      ]);
      await desk.consent();
      expect(await desk.sees(old)).toMatchObject({ state: 'drawn', outstanding: CNY('8000.00') });
    },
    SLOW_MS,
  );
});
