import { randomUUID } from 'node:crypto';

import { addDays, CHINA, dateInZone } from '../../src/kernel/local-date.js';
import { CLAIM_FILING } from '../../src/financing/api/insurance/insurance.examples.js';
import { newId, publicId } from '../../src/kernel/ids.js';
import { type ClaimBody, InsuranceDesk, type LimitBody, type ShipmentBody } from '../support/insurance-desk.js';
import { CNY } from '../support/lending-desk.js';
import { key } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

const TODAY = dateInZone(new Date(), CHINA);
/** Shipped so long ago that the buyer is ten days late. */
const LATE = { shippedOn: addDays(TODAY, -40), dueOn: addDays(TODAY, -10) };

const insured = async (desk: InsuranceDesk, word = '', amount?: string): Promise<[string, ShipmentBody, LimitBody]> => {
  const buyer = await desk.buyer(word);
  const limit = await desk.granted(buyer, amount);
  const order = await desk.order(buyer);
  const { status, body, text } = await desk.declare(order, LATE);
  if (status !== 202) throw new Error(text);
  return [order, await desk.shipmentThat(body.id, ({ state }) => state === 'accepted'), limit];
};
const notify = (desk: InsuranceDesk, declarationId: string) =>
  desk.client.post<ClaimBody>('/v1/financing/insurance-claims', { declarationId, cause: 'commercial' }, key());
const file = (desk: InsuranceDesk, id: string) =>
  desk.client.post<ClaimBody>(`/v1/financing/insurance-claims/${id}/filing`, CLAIM_FILING, key());

/** The loss is told of and claimed. */
const claimed = async (desk: InsuranceDesk, declarationId: string): Promise<ClaimBody> => {
  const noticed = await notify(desk, declarationId);
  if (noticed.status !== 202) throw new Error(noticed.text);
  const filed = await file(desk, noticed.body.id);
  if (filed.status !== 202) throw new Error(filed.text);
  return noticed.body;
};

describe('A buyer limit', () => {
  it.each([
    ['', 'granted', '500000.00'],
    ['SBX-INSURER-LESS', 'granted', '250000.00'],
    ['SBX-INSURER-REJECT', 'refused', '0.00'],
    ['SBX-INSURER-TWICE', 'granted', '500000.00'],
    ['SBX-INSURER-DOWN-ONCE', 'granted', '500000.00'],
  ])('asked for of an insurer that hears %s is %s: %s', async (word, state, granted) => {
    const desk = await InsuranceDesk.open(platform);
    const asked = await desk.ask(await desk.buyer(word));
    expect([asked.status, asked.body.state]).toEqual([202, 'requested']);
    const limit = await desk.limitThat(asked.body.id, (found) => found.state !== 'requested');
    expect([limit.state, limit.granted.amount]).toEqual([state, granted]);
  });

  it('is asked about again when the insurer says nothing', async () => {
    const desk = await InsuranceDesk.open(platform);
    const { body } = await desk.ask(await desk.buyer('SBX-INSURER-LOST'));
    await eventually(
      async () =>
        platform.rows(
          `UPDATE platform.delivery SET due_at = now() WHERE queue = 'financing.ask-buyer-limit' RETURNING 1`,
        ),
      (rows) => rows.length > 0,
    );
    expect((await desk.limitThat(body.id, ({ state }) => state === 'granted')).granted.amount).toBe('500000.00');
  });

  it('that is revoked closes the product that it had opened, at once, and says why', async () => {
    const desk = await InsuranceDesk.open(platform);
    const [order, , { id: reference }] = await insured(desk);
    expect((await desk.judged(order, 'buyer_insured')).outcome).toBe('met');
    expect((await desk.judged(order, 'invoice_assigned')).outcome).toBe('unknown');
    const message = { type: 'limit.revoked', reference, status: 'revoked', reason: 'It pays late' };
    const revoked = { ...message, asOf: new Date().toISOString() };
    expect(await desk.says(revoked, 'another-secret')).toBe(401);
    expect((await desk.limit(reference)).state).toBe('granted');
    expect(await desk.says(revoked)).toBe(202);
    await desk.limitThat(reference, ({ state }) => state === 'revoked');
    const { outcome, reasons } = await desk.judged(order, 'buyer_insured');
    expect([outcome, reasons]).toEqual(['unmet', ['The insurer revoked the buyer limit: It pays late']]);
    // What comes again, or late, changes nothing.
    const granted = { type: 'limit.granted', reference, status: 'granted', amount: CNY('9.00') };
    const late = { ...granted, validFrom: TODAY, validUntil: TODAY, asOf: '2026-01-01T00:00:00Z' };
    expect([await desk.says(late), await desk.says(revoked)]).toEqual([202, 202]);
    const buyer = await desk.buyer();
    await desk.granted(buyer);
    expect([(await desk.limit(reference)).state, (await desk.limit(reference)).granted.amount]).toEqual([
      'revoked',
      '500000.00',
    ]);
  });

  it('that is cut below what is used closes the product too, and what is used stays insured', async () => {
    const desk = await InsuranceDesk.open(platform);
    const [order, shipment, { id: reference }] = await insured(desk);
    const message = {
      type: 'limit.reduced',
      reference,
      status: 'reduced',
      amount: CNY('1000.00'),
      reason: 'Rated lower',
    };
    await desk.says({
      ...message,
      validFrom: '2026-01-01',
      validUntil: addDays(TODAY, 99),
      asOf: new Date().toISOString(),
    });
    const limit = await desk.limitThat(reference, ({ granted }) => granted.amount === '1000.00');
    expect([limit.used.amount, limit.free.amount]).toEqual(['71000.00', '0.00']);
    expect((await desk.judged(order, 'buyer_insured')).reasons[0]).toMatch(/cut the buyer limit to 1000.00 CNY/);
    expect((await desk.shipment(shipment.id)).covered.amount).toBe('71000.00');
  });

  it('is never used for more than there is, though twenty ship at once', async () => {
    const desk = await InsuranceDesk.open(platform);
    const buyer = await desk.buyer();
    const { id } = await desk.granted(buyer, '250000.00');
    const orders = await Promise.all(Array.from({ length: 20 }, () => desk.order(buyer)));
    const answers = await Promise.all(orders.map((order) => desk.declare(order, LATE)));
    const covered = answers.filter(({ status }) => status === 202).map(({ body }) => Number(body.covered.amount));
    expect(covered.sort((left, right) => left - right)).toEqual([37000, 71000, 71000, 71000]);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(16);
    expect(refused[0]?.body.details.reasons).toEqual(['The buyer limit of 250000.00 CNY is used up']);
    expect((await desk.limit(id)).free.amount).toBe('0.00');
  });

  it('is one for each policy and buyer, and only where the policy covers', async () => {
    const desk = await InsuranceDesk.open(platform);
    const buyer = await desk.buyer('SBX-INSURER-NEVER');
    const answers = await Promise.all(Array.from({ length: 5 }, () => desk.ask(buyer)));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409, 409]);
    expect((await desk.ask(await desk.buyer(), '1.00', 361)).status).toBe(422);
    expect((await desk.ask(publicId('party', newId()))).status).toBe(422);
  });
});

describe('The shipment of an order', () => {
  it('is declared by itself where the policy says so, once, and its limit is free when the buyer has paid', async () => {
    const desk = await InsuranceDesk.open(platform, { declaresItself: true });
    const buyer = await desk.buyer();
    const { id: limitId } = await desk.granted(buyer);
    const order = await desk.order(buyer);
    const departed = { entryNumber: '310420260000000017', exportDate: TODAY };
    const { desk: refunds } = desk.lending;
    await refunds.hear(order, 'customs.declaration.departed', departed);
    await refunds.hear(order, 'customs.declaration.departed', departed);
    const list = () =>
      desk.client
        .get<{ data: ShipmentBody[] }>(`/v1/financing/shipment-declarations?orderId=${order}`)
        .then(({ body }) => body.data);
    const [shipment] = await eventually(list, (found) => found[0]?.state === 'accepted');
    expect(shipment).toMatchObject({ origin: 'automatic', amount: CNY('71000.00'), covered: CNY('71000.00') });
    // 71,000 at 4.2 ‰.
    expect(shipment?.premium).toEqual(CNY('298.20'));
    expect(await list()).toHaveLength(1);
    expect((await desk.declare(order, {})).body.code).toBe('FINANCING.SHIPMENT_DECLARED');
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    const collected = { expected: usd('10000.00'), received: usd('10000.00'), shortfall: usd('0.00'), revision: 1 };
    await refunds.hear(order, 'fx.order.collected', collected);
    const limit = await desk.limitThat(limitId, ({ used }) => used.amount === '0.00');
    expect(limit.free.amount).toBe('500000.00');
  });

  it('that cannot be insured by itself is told, with every reason', async () => {
    const desk = await InsuranceDesk.open(platform, { declaresItself: true });
    const order = await desk.order(await desk.buyer());
    const departed = { entryNumber: '310420260000000018', exportDate: TODAY };
    await desk.lending.desk.hear(order, 'customs.declaration.departed', departed);
    const type = 'financing.shipment_declaration.missed';
    const missed = await eventually(
      () => platform.rows<{ data: object }>(`SELECT data FROM platform.event WHERE type = $1`, [type]),
      (rows) => rows.length === 1,
    );
    expect(missed[0]?.data).toMatchObject({ causes: [{ code: 'FINANCING_INSURANCE.no_limit' }] });
  });

  it('has its premium paid once, of the dues that are left', async () => {
    const desk = await InsuranceDesk.open(platform);
    const [, shipment] = await insured(desk);
    await desk.lending.fund('1000.00');
    const pay = () =>
      desk.client.post<ShipmentBody>(`/v1/financing/shipment-declarations/${shipment.id}/premium-payment`, {}, key());
    const answers = await Promise.all(Array.from({ length: 20 }, pay));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(await balances(desk)).toMatchObject({ client_dues: '0', clearing_insurer: '0', client_funds: '70180' });
  });

  it('is not insured where the insurer does not take it: nothing is owed, and the limit is free', async () => {
    const desk = await InsuranceDesk.open(platform);
    const buyer = await desk.buyer('SBX-INSURER-NO-COVER');
    const { id } = await desk.granted(buyer);
    const { body } = await desk.declare(await desk.order(buyer), LATE);
    const refused = await desk.shipmentThat(body.id, ({ state }) => state === 'refused');
    expect(refused.reason).toBe('The goods are not covered');
    expect((await desk.limit(id)).used.amount).toBe('0.00');
    expect(await balances(desk)).not.toHaveProperty('client_dues');
  });

  it('is refused with every reason, and changes nothing', async () => {
    const desk = await InsuranceDesk.open(platform, { declarationDays: 30 });
    const buyer = await desk.buyer();
    const { id } = await desk.granted(buyer);
    const { status, body } = await desk.declare(await desk.order(buyer), { ...LATE, dueOn: TODAY });
    expect([status, body.details.reasons]).toEqual([
      409,
      [`A shipment is declared by ${addDays(LATE.shippedOn, 30)}`, 'The policy covers terms of 30 days at most'],
    ]);
    expect((await desk.declare(publicId('order', newId()), LATE)).status).toBe(404);
    expect((await desk.limit(id)).used.amount).toBe('0.00');
  });

  it('reminds of the loss once the buyer is late', async () => {
    const desk = await InsuranceDesk.open(platform);
    const [order] = await insured(desk);
    const reminders = () =>
      platform.rows<{ data: object }>(
        `SELECT data FROM platform.event WHERE type = 'financing.shipment_declaration.notice_due' AND tenant_id = $1`,
        [desk.lending.desk.tenant.tenantId],
      );
    const [reminder] = await eventually(reminders, (rows) => rows.length === 1);
    expect(reminder?.data).toMatchObject({ dueOn: LATE.dueOn, noticeBy: addDays(LATE.dueOn, 60) });
    expect(order).toMatch(/^ord_/);
  });
});

describe('A loss', () => {
  it('runs its life: limit, declaration, notice, claim, indemnity; it repays the loan first, once, and is shared when recovered', async () => {
    const desk = await InsuranceDesk.open(platform);
    const { lending } = desk;
    const [order, shipment, limit] = await insured(desk, 'SBX-INSURER-RECOVER');
    // A loan of 8,000 on the same order.
    await lending.know(order, '10000.00', '310420269900000001');
    const asked = await lending.ask(order);
    expect(asked.status).toBe(202);
    await lending.paysOut(asked.body.id, CNY('8000.00'));
    await eventually(
      () => lending.advance(asked.body.id),
      ({ state }) => state === 'drawn',
    );
    const { id, indemnity } = await claimed(desk, shipment.id);
    expect(indemnity).toEqual(CNY('63900.00'));
    const paid = await desk.claimThat(id, ({ recoveries }) => recoveries.length === 1);
    // Half of the indemnity is recovered: nine tenths of it are the insurer's.
    expect(paid).toMatchObject({ state: 'paid', assessed: CNY('63900.00'), recovered: CNY('31950.00') });
    expect(paid.recoveries).toMatchObject([{ insurer: CNY('28755.00'), insured: CNY('3195.00') }]);
    expect((await lending.advance(asked.body.id)).state).toBe('repaid');
    const [split, shared] = await splits(desk, order);
    expect(split).toMatchObject({ source: 'indemnity', principal: CNY('8000.00'), otherDues: CNY('298.20') });
    expect(shared).toMatchObject({ source: 'recovery', released: CNY('3195.00') });
    expect((await desk.limit(limit.id)).used.amount).toBe('0.00');
    // Said again, under another message id, it brings nothing more.
    const again = { type: 'claim.paid', reference: id, status: 'paid', amount: CNY('63900.00'), valueDate: TODAY };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => desk.says({ ...again, bankReference: randomUUID() })),
    );
    expect(new Set(answers)).toEqual(new Set([202]));
    await eventually(
      () => platform.rows(`SELECT 1 FROM platform.delivery WHERE queue = 'financing.take-insurer-message'`),
      (rows) => rows.length === 0,
    );
    expect(await splits(desk, order)).toHaveLength(2);
  });

  it.each([
    ['SBX-INSURER-CLAIM-LESS', 'paid', '31950.00', 'Half of the goods were resold'],
    ['SBX-INSURER-CLAIM-REFUSE', 'refused', '0.00', 'The goods are in dispute'],
  ])('that the insurer judges by %s is %s: %s', async (word, state, assessed, reason) => {
    const desk = await InsuranceDesk.open(platform);
    const [, shipment, limit] = await insured(desk, word);
    const { id } = await claimed(desk, shipment.id);
    const claim = await desk.claimThat(id, (found) => found.state === state);
    expect([claim.assessed?.amount, claim.reason]).toEqual([assessed, reason]);
    expect((await desk.limit(limit.id)).used.amount).toBe('0.00');
  });

  it('is told of in its days only, and claimed after the waiting time', async () => {
    const desk = await InsuranceDesk.open(platform, { waitingDays: 120, lossNoticeDays: 5 });
    const [, late] = await insured(desk);
    expect((await notify(desk, late.id)).body.code).toBe('FINANCING.CLAIM_TIME');
    const buyer = await desk.buyer();
    await desk.granted(buyer);
    const { body } = await desk.declare(await desk.order(buyer), { shippedOn: addDays(TODAY, -2) });
    await desk.shipmentThat(body.id, ({ state }) => state === 'accepted');
    expect((await notify(desk, body.id)).body.code).toBe('FINANCING.CLAIM_TIME');
    const due = await desk.declare(await desk.order(buyer), { ...LATE, dueOn: addDays(TODAY, -3) });
    expect(due.status).toBe(409);
    const soon = await desk.declare(await desk.order(buyer), {
      shippedOn: addDays(TODAY, -20),
      dueOn: addDays(TODAY, -3),
    });
    await desk.shipmentThat(soon.body.id, ({ state }) => state === 'accepted');
    const noticed = await notify(desk, soon.body.id);
    expect([noticed.status, noticed.body.claimableFrom]).toEqual([202, addDays(TODAY, 120)]);
    expect((await file(desk, noticed.body.id)).body.code).toBe('FINANCING.CLAIM_TIME');
    expect((await notify(desk, soon.body.id)).body.code).toBe('STATE.ILLEGAL_TRANSITION');
  });
});

const splits = async (desk: InsuranceDesk, order: string) => {
  const { body } = await desk.client.get<{ data: { source: string; createdAt: string }[] }>(
    `/v1/financing/waterfalls?orderId=${order}`,
  );
  return body.data
    .filter(({ source }) => source === 'indemnity' || source === 'recovery')
    .sort((left, right) => left.source.localeCompare(right.source));
};

/** Of the tenant, in fen; credits above zero on liabilities. */
const balances = async (desk: InsuranceDesk): Promise<Record<string, string>> => {
  const rows = await platform.rows<{ code: string; sum: string }>(
    `SELECT a.code, (sum(p.amount_minor) * CASE WHEN a.code IN ('client_funds', 'clearing_insurer') THEN -1 ELSE 1 END)::text AS sum
     FROM ledger.posting p JOIN ledger.account a ON a.tenant_id = p.tenant_id AND a.id = p.account_id
     WHERE p.tenant_id = $1 GROUP BY a.code`,
    [desk.lending.desk.tenant.tenantId],
  );
  return Object.fromEntries(rows.map(({ code, sum }) => [code, sum]));
};
