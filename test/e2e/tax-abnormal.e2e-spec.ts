import {
  type ClaimBody,
  FACTORY,
  type InvoiceBody,
  key,
  type ProblemBody,
  RefundDesk,
} from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Listed {
  readonly listed: readonly string[];
  readonly lifted: readonly string[];
  readonly known: readonly string[];
}
interface Flagged extends ClaimBody {
  readonly flags: readonly { readonly rule: string; readonly fix: string; readonly liftedAt: string | null }[];
  readonly held: { readonly rule: string } | null;
}
interface Abnormal extends InvoiceBody {
  readonly abnormal: readonly { readonly entryId: string; readonly ground: string }[];
  readonly verification: { readonly state: string; readonly outcome: string };
}
interface Hits {
  readonly data: readonly {
    readonly invoiceId: string;
    readonly claims: readonly { readonly atStake: { readonly amount: string }; readonly meaning: string }[];
  }[];
}

const ENTRIES = '/v1/tax-refund/abnormal-entries';
const DAY = '2026-11-20';
const line = (change: object = {}): object => ({
  issuerTaxNumber: FACTORY.taxNumber,
  ground: 'runaway',
  source: '甬税异字〔2026〕118号',
  day: DAY,
  ...change,
});
const numberOf = (invoice: object): string => (invoice as { invoiceNumber: string }).invoiceNumber;

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

const enter = <Body = Listed>(desk: RefundDesk, ...entries: readonly object[]) =>
  desk.tenant.client.post<Body>(ENTRIES, { entries }, key());
const sendTable = <Body = Listed>(desk: RefundDesk, rows: readonly string[]) =>
  desk.tenant.client.send<Body>('POST', '/v1/tax-refund/abnormal-lists', rows.join('\r\n'), {
    ...key(),
    'content-type': 'text/csv',
  });
const lift = <Body = { state: string }>(desk: RefundDesk, id: string, day = '2026-11-21') =>
  desk.tenant.client.post<Body>(`${ENTRIES}/${id}/lifting`, { source: '甬税异字〔2026〕131号', day }, key());
const invoiceOf = (desk: RefundDesk, id: string) => desk.tenant.client.get<Abnormal>(`/v1/tax-refund/invoices/${id}`);
const flagged = (desk: RefundDesk, id: string, holds: (claim: Flagged) => boolean) =>
  eventually(
    () => desk.tenant.client.get<Flagged>(`/v1/tax-refund/claims/${id}`),
    ({ body }) => holds(body),
  );
/** Lists are told of after they were taken in, by a job: an invoice waits for its news. */
const toldOf = async (desk: RefundDesk, invoiceId: string, news: readonly string[]): Promise<void> => {
  const told = async () =>
    (await desk.events(invoiceId, 'invoice'))
      .map(({ type }) => type.replace('tax_refund.invoice.', ''))
      .filter((type) => type.startsWith('abnormal'));
  expect(await eventually(told, ({ length }) => length >= news.length)).toEqual(news);
};
const blocked = (desk: RefundDesk, orderId: string) =>
  desk.untilCase(orderId, ({ checks }) =>
    checks.some(({ check, outcome }) => check === 'authenticity' && outcome === 'block'),
  );

describe('A flag of a claim by a red-letter invoice', () => {
  it('is lifted when the red-letter invoice is cancelled, as it was read', async () => {
    const desk = await RefundDesk.open(platform);
    const yuan = (amount: string): object => ({ amount, currency: 'CNY' });
    const orderId = await desk.place();
    const blue = desk.invoice(orderId);
    await desk.record(blue);
    await desk.clear(orderId);
    await desk.collect(orderId);
    const claim = await desk.untilClaim(orderId, 'paid');
    const back = { quantity: '-100', amountExVat: yuan('-6000.00'), vat: yuan('-780.00'), orderLineNumber: undefined };
    const { body: red } = await desk.record(
      desk.invoice(null, { issuedOn: '2026-11-20', redOf: { invoiceNumber: numberOf(blue) } }, back),
    );
    await flagged(desk, claim.id, ({ flags }) => flags.length === 1);
    const path = `/v1/tax-refund/invoices/${red.id}/cancellation`;
    const asRead = { ...key(), 'if-match': `"${red.version}"` };
    const cancelled = await desk.tenant.client.post(path, { reason: 'Entered for another one' }, asRead);
    expect(cancelled.status).toBe(200);
    const { body } = await desk.tenant.client.get<Flagged>(`/v1/tax-refund/claims/${claim.id}`);
    expect(body.flags).toMatchObject([{ rule: 'invoice_red_flushed', liftedAt: expect.any(String) as string }]);
  });
});

describe('A list of abnormal invoices', () => {
  it('is taken in as a whole or not at all, with all faults at once; what stands already is known', async () => {
    const desk = await RefundDesk.open(platform);
    const invoiceNumber = '26332000000077777777';
    const bad = await enter<ProblemBody>(
      desk,
      line({ invoiceNumber }),
      line({ invoiceNumber, day: '2099-01-01' }),
      line({ action: 'lift' }),
      line({ invoiceNumber: '12345678' }),
    );
    expect([bad.status, bad.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
      422,
      [
        '/entries/1/day in_the_future',
        '/entries/1 twice',
        '/entries/3/invoiceCode code_and_number_differ',
        '/entries/2 not_listed',
      ],
    ]);
    const list = await desk.tenant.client.get<{ data: object[] }>(ENTRIES);
    expect(list.body.data).toEqual([]);
    const first = await enter(desk, line({ invoiceNumber }), line());
    const again = await enter(desk, line({ invoiceNumber }), line());
    expect([first.status, first.body.listed.length, again.body]).toEqual([
      201,
      2,
      { listed: [], lifted: [], known: first.body.listed },
    ]);
  });

  it('comes as a table too, in the words of the bureau, and lifts what it listed', async () => {
    const desk = await RefundDesk.open(platform);
    const header = '处理,销方识别号,发票号码,异常情形,来源,日期';
    const row = (action: string, day: string): string =>
      `${action},${FACTORY.taxNumber},26332000000077777778,suspected_false,甬税异字〔2026〕118号,${day}`;
    const bad = await sendTable<ProblemBody>(desk, [
      header,
      row('列入', '2026-11-32'),
      row('忘了', '2026-11-01'),
      `${row('列入', DAY)},x`,
    ]);
    expect([bad.status, bad.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
      422,
      ['/rows/1/day date', '/rows/2/action not_allowed', '/rows/3 format'],
    ]);
    const other = await sendTable<ProblemBody>(desk, ['colour', 'red']);
    expect([other.status, other.body.code]).toEqual([422, 'TAX_REFUND.ABNORMAL_TABLE']);
    const listed = await sendTable(desk, [header, row('列入', DAY)]);
    const early = await sendTable<ProblemBody>(desk, [header, row('解除', '2026-11-01')]);
    const lifted = await sendTable(desk, [header, row('解除', '2026-11-21')]);
    expect([listed.status, early.status, lifted.body]).toEqual([
      201,
      422,
      { listed: [], lifted: listed.body.listed, known: [] },
    ]);
    const twice = await lift<ProblemBody>(desk, listed.body.listed[0] ?? '');
    expect(twice.status).toBe(409);
  });

  it('keeps a case waiting, whether the invoice is recorded before or after, until the entry is lifted', async () => {
    const desk = await RefundDesk.open(platform);
    const orderId = await desk.place();
    const { body: entered } = await enter(desk, line({ issuedFrom: '2026-11-01' }));
    const { body: invoice } = await desk.record<Abnormal>(desk.invoice(orderId));
    expect(invoice.abnormal).toMatchObject([{ entryId: entered.listed[0], ground: 'runaway' }]);
    const { body: earlier } = await desk.record<Abnormal>(desk.invoice(null, { issuedOn: '2026-10-31' }));
    expect(earlier.abnormal).toEqual([]);
    await desk.clear(orderId);
    await desk.collect(orderId);
    const waiting = await blocked(desk, orderId);
    expect(waiting.checks).toContainEqual(
      expect.objectContaining({
        check: 'authenticity',
        detail: expect.stringMatching(/abnormal since 2026-11-20/) as string,
      }),
    );
    expect(waiting.claimId).toBeNull();
    await toldOf(desk, invoice.id, ['abnormal']);
    expect((await lift(desk, entered.listed[0] ?? '')).body.state).toBe('lifted');
    await desk.untilClaim(orderId, 'paid');
    await toldOf(desk, invoice.id, ['abnormal', 'abnormal_lifted']);
  });

  it('lets a case go on that saw an entry which was lifted before anybody was told of it', async () => {
    const desk = await RefundDesk.open(platform);
    const orderId = await desk.place();
    const { body: entered } = await enter(desk, line({ issuedFrom: '2026-11-01' }));
    const { body: invoice } = await desk.record<Abnormal>(desk.invoice(orderId));
    await toldOf(desk, invoice.id, ['abnormal']);
    await desk.clear(orderId);
    await desk.collect(orderId);
    await blocked(desk, orderId);
    // As if its job came only now.
    await platform.rows('DELETE FROM tax_refund.abnormal_hit WHERE tenant_id = $1', [desk.tenant.tenantId]);
    await lift(desk, entered.listed[0] ?? '');
    await desk.untilClaim(orderId, 'paid');
    await toldOf(desk, invoice.id, ['abnormal']);
  });

  it('tells of a refund that was paid how much is to be repaid; only when nobody lists the invoice any more it is free', async () => {
    const desk = await RefundDesk.open(platform);
    const orderId = await desk.place();
    const body = desk.invoice(orderId);
    const { body: invoice } = await desk.record(body);
    await desk.clear(orderId);
    await desk.collect(orderId);
    const claim = await desk.untilClaim(orderId, 'paid');
    const receivable = await desk.posted('refund_receivable', desk.sellerId);
    const { body: entered } = await enter(desk, line({ invoiceNumber: numberOf(body) }), line());
    await flagged(desk, claim.id, ({ flags }) => flags.length === 1);
    const told = async () => (await desk.events(claim.id)).filter(({ type }) => type.endsWith('abnormal_invoice'));
    const events = await eventually(told, (found) => found.length === 2);
    expect(events.map(({ data }) => [data['meaning'], data['atStake']])).toEqual([
      ['to_repay', claim.refund],
      ['to_repay', claim.refund],
    ]);
    expect(await desk.posted('refund_receivable', desk.sellerId)).toBe(receivable);
    const hits = await desk.tenant.client.get<Hits>(`${ENTRIES}/${entered.listed[0] ?? ''}/hits`);
    expect(hits.body.data).toMatchObject([
      { invoiceId: invoice.id, claims: [{ atStake: claim.refund, meaning: 'to_repay' }] },
    ]);
    for (const id of entered.listed) {
      const { body: read } = await desk.tenant.client.get<Flagged>(`/v1/tax-refund/claims/${claim.id}`);
      expect(read.flags.map(({ liftedAt }) => liftedAt)).toEqual([null]);
      await lift(desk, id);
    }
    await flagged(desk, claim.id, ({ flags }) => flags.every(({ liftedAt }) => liftedAt !== null));
    expect((await invoiceOf(desk, invoice.id)).body.abnormal).toEqual([]);
  });

  it('keeps back a claim that is not filed yet, and lets it go when it is lifted', async () => {
    const desk = await RefundDesk.open(platform);
    const orderId = await desk.place();
    const body = desk.invoice(orderId);
    const { body: invoice } = await desk.record(body);
    await eventually(
      () => invoiceOf(desk, invoice.id),
      (answer) => answer.body.verification.state === 'verified',
    );
    await desk.bureau({ down: true });
    try {
      await desk.clear(orderId);
      await desk.collect(orderId);
      const claim = await desk.untilClaim(orderId, 'matched', 'queued');
      const { body: entered } = await enter(desk, line({ invoiceNumber: numberOf(body) }));
      await flagged(desk, claim.id, ({ flags }) => flags.length === 1);
      await desk.bureau({ down: false });
      const held = await flagged(desk, claim.id, (found) => found.held !== null);
      expect([held.body.state, held.body.held?.rule]).toEqual(['matched', 'invoice_doubted']);
      const refused = await desk.command<ProblemBody>(claim.id, 'filing');
      expect([refused.status, refused.body.code]).toEqual([409, 'TAX_REFUND.INVOICE_DOUBTED']);
      await lift(desk, entered.listed[0] ?? '');
      await desk.until(claim.id, 'paid');
    } finally {
      await desk.bureau({ down: false });
    }
  });

  it('has what the tax authority says when it is asked; that is lifted by asking again', async () => {
    const desk = await RefundDesk.open(platform);
    const { client } = desk.tenant;
    const seller = { name: '工厂 SBX-ABNORMAL', taxNumber: FACTORY.taxNumber };
    const { body: invoice } = await desk.record(desk.invoice(null, { seller }));
    const { body } = await eventually(
      () => invoiceOf(desk, invoice.id),
      (answer) => answer.body.abnormal.length > 0,
    );
    expect([body.verification.outcome, body.abnormal[0]?.ground]).toEqual(['abnormal', 'not_stated']);
    const id = body.abnormal[0]?.entryId ?? '';
    const { body: entry } = await client.get<object>(`${ENTRIES}/${id}`);
    expect(entry).toMatchObject({ origin: 'check', allowedActions: [] });
    const refused = await lift<ProblemBody>(desk, id, '2099-01-01');
    expect(refused.status).toBe(422);
    const [today] = await platform.rows<{ day: string }>(
      `SELECT listed_on::text AS day FROM tax_refund.abnormal_entry WHERE tenant_id = $1`,
      [desk.tenant.tenantId],
    );
    const byHand = await lift<ProblemBody>(desk, id, today?.day);
    expect([byHand.status, byHand.body.code]).toEqual([409, 'TAX_REFUND.ABNORMAL_BY_CHECK']);
    // The authority has thought better of it: the simulated one goes by the name.
    await platform.rows(`UPDATE tax_refund.invoice SET seller_name = '工厂' WHERE tenant_id = $1`, [
      desk.tenant.tenantId,
    ]);
    await client.post(`/v1/tax-refund/invoices/${invoice.id}/verification`, {}, key());
    const free = await eventually(
      () => invoiceOf(desk, invoice.id),
      (answer) => answer.body.abnormal.length === 0,
    );
    expect(free.body.verification).toMatchObject({ state: 'verified', outcome: 'genuine' });
  });

  it("is its own tenant's: nobody else sees or is hit by it", async () => {
    const [desk, other] = [await RefundDesk.open(platform), await RefundDesk.open(platform)];
    const { body: entered } = await enter(desk, line());
    const id = entered.listed[0] ?? '';
    expect((await other.tenant.client.get(`${ENTRIES}/${id}`)).status).toBe(404);
    expect((await other.record<Abnormal>(other.invoice(null))).body.abnormal).toEqual([]);
  });
});
