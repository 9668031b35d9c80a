import { parseId } from '../../src/kernel/ids.js';
import { addDays } from '../../src/kernel/local-date.js';
import { DisputeDesk } from '../support/dispute-desk.js';
import { type AdvanceBody, LendingDesk, TODAY } from '../support/lending-desk.js';
import { pdfPages } from '../support/pdf-text.js';
import { key } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface AgreementBody {
  readonly id: string;
  readonly advanceId: string;
  readonly number: string;
  readonly state: string;
  readonly offeredOn: string;
  readonly validUntil: string;
  readonly signatory: string | null;
  readonly toldAt: string | null;
  readonly reason: string | null;
  readonly allowedActions: readonly string[];
  readonly code: string;
  readonly details: { readonly reasons?: readonly string[] };
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

const WITHIN_DAYS = 7;
const AGREEMENTS = '/v1/financing/agreements';
const DISPUTED = 'The buyer disputes 2500.00 USD of the order: quality';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

/** A seller whose refund advance is signed within a week; 8,000.00 are lent on each order. */
class SigningDesk {
  private constructor(readonly lending: LendingDesk) {}

  /** @param word how its lender answers */
  static async open(word = 'Plain'): Promise<SigningDesk> {
    const lending = await LendingDesk.open(platform, word);
    await lending.offer(['not_disputed'], { signing: { withinDays: WITHIN_DAYS } });
    return new SigningDesk(lending);
  }

  async asked(orderId?: string): Promise<AdvanceBody> {
    const { status, body, text } = await this.lending.ask(orderId ?? (await this.lending.ready()));
    if (status !== 202) throw new Error(text);
    return body;
  }

  /** The lender's offer of an advance. */
  async offered(advanceId: string): Promise<AgreementBody> {
    const list = () =>
      this.lending.client.get<{ data: AgreementBody[] }>(`${AGREEMENTS}?advanceId=${advanceId}&state=offered`);
    const { body } = await eventually(list, ({ body: { data } }) => data.length === 1);
    const [agreement] = body.data;
    if (agreement === undefined) throw new Error('None was offered');
    return agreement;
  }

  async agreement(id: string): Promise<AgreementBody> {
    return (await this.lending.client.get<AgreementBody>(`${AGREEMENTS}/${id}`)).body;
  }

  /** What stands on its paper. */
  async paper(id: string): Promise<string> {
    const { apiKey } = this.lending.desk.tenant;
    const answer = await fetch(`${platform.config.publicUrl}${AGREEMENTS}/${id}/document`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    return pdfPages(Buffer.from(await answer.arrayBuffer())).join('\n');
  }

  sign(id: string, change: object = {}) {
    const body = { signatory: 'Zhang San', signedOn: TODAY, ...change };
    return this.lending.client.post<AgreementBody>(`${AGREEMENTS}/${id}/signature`, body, key());
  }

  state(advanceId: string, state: string): Promise<AdvanceBody> {
    return eventually(
      () => this.lending.advance(advanceId),
      (advance) => advance.state === state,
    );
  }

  told(type: string): Promise<object[]> {
    return eventsOf(this.lending, type);
  }
}

const eventsOf = ({ desk }: LendingDesk, type: string): Promise<object[]> =>
  platform.rows(`SELECT 1 FROM platform.event WHERE tenant_id = $1 AND type = $2`, [desk.tenant.tenantId, type]);

/** The question to the lender falls due, and is worked. */
async function askedNow({ desk }: LendingDesk): Promise<void> {
  const waiting = `tenant_id = $1 AND queue = 'financing.ask-lender'`;
  const due = await platform.rows<{ id: string }>(
    `UPDATE platform.delivery SET due_at = now() WHERE ${waiting} RETURNING message_id AS id`,
    [desk.tenant.tenantId],
  );
  expect(due).toHaveLength(1);
  await eventually(
    () =>
      platform.rows(`SELECT 1 FROM platform.delivery WHERE ${waiting} AND message_id = $2`, [
        desk.tenant.tenantId,
        due[0]?.id,
      ]),
    ({ length }) => length === 0,
  );
}

describe('A loan that is signed before it is paid out', () => {
  it('is approved, signed on its paper, and paid out then', async () => {
    const desk = await SigningDesk.open();
    const { client } = desk.lending;
    const orderId = await desk.lending.ready();
    const { id: advanceId } = await desk.asked(orderId);
    const agreement = await desk.offered(advanceId);
    expect(agreement).toMatchObject({
      ...{ state: 'offered', offeredOn: TODAY, validUntil: addDays(TODAY, WITHIN_DAYS), signatory: null },
      ...{ maturityOn: expect.any(String) as string, annualRate: '0.04', allowedActions: ['sign'] },
    });
    expect((await desk.lending.advance(advanceId)).state).toBe('requested');

    const draft = await desk.paper(agreement.id);
    for (const said of [agreement.number, '8000.00 CNY', 'DRAFT']) expect(draft).toContain(said);

    const dry = await client.post<AgreementBody>(
      `${AGREEMENTS}/${agreement.id}/signature?dryRun=true`,
      { signatory: 'Zhang San', signedOn: TODAY },
      key(),
    );
    expect([dry.status, dry.body.state]).toEqual([200, 'signed']);
    expect((await desk.agreement(agreement.id)).state).toBe('offered');

    const signed = await desk.sign(agreement.id);
    expect([signed.status, signed.body.state, signed.body.signatory]).toEqual([200, 'signed', 'Zhang San']);
    await desk.state(advanceId, 'drawn');
    expect((await desk.agreement(agreement.id)).toldAt).not.toBeNull();
    expect(await desk.paper(agreement.id)).not.toContain('DRAFT');

    const { body: timeline } = await client.get(`/v1/orders/${orderId}/timeline?limit=100`, {
      'accept-language': 'zh',
    });
    expect(JSON.stringify(timeline)).toContain('Zhang San 已于');
  });

  it('is not signed while a dispute is open, and is when that is over', async () => {
    const desk = await SigningDesk.open();
    const disputes = new DisputeDesk(desk.lending);
    const orderId = await desk.lending.ready();
    const { id: advanceId } = await desk.asked(orderId);
    const { id } = await desk.offered(advanceId);
    const { body: dispute } = await disputes.open(orderId);
    const refused = await desk.sign(id);
    expect([refused.status, refused.body.code, refused.body.details.reasons]).toEqual([
      ...[409, 'FINANCING.NOT_ELIGIBLE', [DISPUTED]],
    ]);
    expect(await desk.agreement(id)).toMatchObject({ state: 'offered', version: 1 });
    await disputes.resolve(dispute.id);
    expect((await desk.sign(id)).status).toBe(200);
    await desk.state(advanceId, 'drawn');
  });

  it('is signed once and told of once, though twenty sign at once', async () => {
    const desk = await SigningDesk.open();
    const { id: advanceId } = await desk.asked();
    const { id } = await desk.offered(advanceId);
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.sign(id)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array<number>(19).fill(409)]);
    await desk.state(advanceId, 'drawn');
    expect(await desk.told('financing.agreement.signed')).toHaveLength(1);
    const { tenantId } = desk.lending.desk.tenant;
    const calls = await platform.rows(
      `SELECT 1 FROM platform.partner_exchange WHERE tenant_id = $1 AND operation = 'sign-loan'`,
      [tenantId],
    );
    expect(calls).toHaveLength(1);
  });

  it('comes to nothing when nobody has signed in time: what it held is free again', async () => {
    const desk = await SigningDesk.open();
    const orderId = await desk.lending.ready();
    const { id: advanceId } = await desk.asked(orderId);
    const { id, validUntil } = await desk.offered(advanceId);
    const { free: before } = await desk.lending.explain();
    await desk.lending.client.post('/v1/sandbox/clock', { now: `${addDays(validUntil, 1)}T01:00:00.000Z` });
    expect((await desk.sign(id, { signedOn: validUntil })).body.code).toBe('FINANCING.AGREEMENT_OVER');
    await desk.state(advanceId, 'declined');
    const lapsed = await desk.agreement(id);
    expect(lapsed).toMatchObject({ state: 'lapsed', allowedActions: [] });
    expect(lapsed.reason).toContain(validUntil);
    const { free: after } = await desk.lending.explain();
    expect(Number(after.amount) - Number(before.amount)).toBe(8000);
    // What it was lent on backs another loan, which the lender offers by the clock of the tenant.
    const again = await desk.offered((await desk.asked(orderId)).id);
    expect(again.validUntil).toBe(addDays(validUntil, 1 + WITHIN_DAYS));
  });

  it('is declined with the lender’s reason where it does not take the signature', async () => {
    const desk = await SigningDesk.open();
    const { id: advanceId } = await desk.asked();
    const { id } = await desk.offered(advanceId);
    await desk.sign(id, { signatory: 'Li Si SBX-REJECT' });
    await desk.state(advanceId, 'declined');
    expect(await desk.agreement(id)).toMatchObject({
      ...{ state: 'lapsed', reason: 'Who has signed may not sign for the borrower', toldAt: null },
    });
  });

  it('is not believed to be paid out before it is signed; offered twice it is offered once', async () => {
    const desk = await SigningDesk.open('SBX-LENDER-NEVER');
    const { id: advanceId, principal } = await desk.asked();
    const offer = { type: 'loan.approved', agreementNumber: 'LA-1', validUntil: addDays(TODAY, WITHIN_DAYS) };
    await desk.lending.says(advanceId, offer);
    await desk.offered(advanceId);
    await desk.lending.says(advanceId, { ...offer, agreementNumber: 'LA-2' });
    await desk.lending.paysOut(advanceId, principal);
    const dead = () =>
      platform.rows(`SELECT 1 FROM platform.dead_letter WHERE tenant_id = $1`, [desk.lending.desk.tenant.tenantId]);
    await eventually(dead, ({ length }) => length === 1);
    expect((await desk.lending.advance(advanceId)).state).toBe('requested');
    expect(await desk.told('financing.agreement.offered')).toHaveLength(1);
  });

  it('is not believed to be paid out before it was asked for, and no row changes; dated rightly it is drawn', async () => {
    const lending = await LendingDesk.open(platform);
    const { tenantId } = lending.desk.tenant;
    const { id, principal } = (await lending.ask(await lending.ready())).body;
    await platform.rows(`UPDATE platform.tenant SET livemode = true WHERE id = $1`, [tenantId]);
    const paid = { type: 'loan.disbursed', amount: principal, loanId: 'L-1', bankReference: 'B-1' };
    await lending.says(id, { ...paid, valueDate: addDays(TODAY, -2) });
    const dead = () =>
      platform.rows<{ why: string }>(`SELECT error_message AS why FROM platform.dead_letter WHERE tenant_id = $1`, [
        tenantId,
      ]);
    const [letter] = await eventually(dead, ({ length }) => length === 1);
    expect(letter?.why).toContain(`paid out on ${addDays(TODAY, -2)}, before it was asked`);
    const state = () =>
      platform.rows<{ state: string }>(`SELECT state FROM financing.advance WHERE id = $1`, [parseId('advance', id)]);
    expect(await state()).toEqual([{ state: 'requested' }]);
    await lending.says(id, { ...paid, valueDate: addDays(TODAY, 1) });
    await eventually(state, ([advance]) => advance?.state === 'drawn');
  });

  it('is late where its lender is silent, though its clock stands still, and not while the client has to sign', async () => {
    const silent = await LendingDesk.open(platform);
    await silent.client.post('/v1/sandbox/clock', { now: `${addDays(TODAY, 1)}T01:00:00.000Z` });
    const { id } = (await silent.ask(await silent.ready())).body;
    await askedNow(silent);
    const late = () => eventsOf(silent, 'financing.advance.overdue');
    await eventually(late, ({ length }) => length === 1);
    expect((await silent.advance(id)).state).toBe('requested');

    const desk = await SigningDesk.open();
    await desk.offered((await desk.asked()).id);
    await askedNow(desk.lending);
    expect(await desk.told('financing.advance.overdue')).toEqual([]);
  });

  it('is no agreement where the product asks for none: what is approved waits for its money', async () => {
    const plain = await LendingDesk.open(platform);
    const { id, principal } = (await plain.ask(await plain.ready())).body;
    await plain.says(id, { type: 'loan.approved', agreementNumber: 'LA-1', validUntil: addDays(TODAY, 7) });
    await plain.paysOut(id, principal);
    await eventually(
      () => plain.advance(id),
      ({ state }) => state === 'drawn',
    );
    expect((await plain.client.get<{ data: object[] }>(AGREEMENTS)).body.data).toEqual([]);
  });

  it('takes no day before the offer, none to come, and no number of days beyond the term', async () => {
    const desk = await SigningDesk.open();
    const { id } = await desk.offered((await desk.asked()).id);
    const faults = async (signedOn: string) =>
      (await desk.sign(id, { signedOn })).body.errors.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(await faults(addDays(TODAY, -1))).toEqual(['/signedOn too_early']);
    expect(await faults(addDays(TODAY, 1))).toEqual(['/signedOn too_late']);
    await expect(desk.lending.offer([], { tenorDays: 30, signing: { withinDays: 31 } })).rejects.toThrow(
      '/signing/withinDays',
    );
  });
});
