import { newId, publicId } from '../../src/kernel/ids.js';
import { type ClaimBody, key, type ProblemBody, RefundDesk } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Held extends ClaimBody {
  readonly held: { readonly rule: string; readonly detail: string } | null;
  readonly filingBatchId: string | null;
}

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

const usd = (amount: string) => ({ amount, currency: 'USD' });
const receipt = (id: string, amount: string, bookedOn = '2026-11-24') => ({
  ...{ collectionId: publicId('collection', id), bookedOn, bankReference: `BOC-${amount}`, payerCountry: 'US' },
  ...{ amount: usd(amount), total: usd('9000.00') },
});
const undo = (desk: RefundDesk, orderId: string, collectionId: string, revision: number) =>
  desk.hear(
    orderId,
    'fx.collection.match_undone',
    {
      ...{ amount: usd('6000.00'), duesReturned: usd('0.00'), by: 'reversal', outstanding: usd('6000.00') },
      ...{ reopened: true, revision },
    },
    collectionId,
  );
async function policy(desk: RefundDesk, mode: string): Promise<void> {
  const { status } = await desk.tenant.client.send(
    'PUT',
    '/v1/tax-refund/filing-policy',
    { mode, fileOnDay: null },
    key(),
  );
  expect(status).toBe(200);
}
const check = ({ checks }: ClaimBody) => checks.find((each) => each.check === 'collection');

/** An order whose buyer has paid in two parts, with all that its claim needs. */
async function paidInParts(desk: RefundDesk): Promise<{ orderId: string; second: string }> {
  const [orderId, first, second] = [await desk.place(), newId(), newId()];
  await desk.record(desk.invoice(orderId));
  await desk.clear(orderId);
  const receipts = [receipt(first, '4000.00'), receipt(second, '6000.00', '2026-11-28')];
  await desk.collect(orderId, '0.00', { receipts, revision: 3 });
  return { orderId, second };
}

describe('The collection behind a claim', () => {
  it('stands in the table of collections, receipt by receipt, of a claim and of a batch', async () => {
    const desk = await RefundDesk.open(platform);
    await policy(desk, 'batched');
    const { orderId } = await paidInParts(desk);
    const claim = (await desk.untilClaim(orderId, 'matched')) as Held;
    const item = claim.lines[0]?.declarationLine ?? '';
    const { body } = await desk.case(orderId);
    expect(body).toMatchObject({
      receipts: [{ amount: usd('4000.00'), payerCountry: 'US' }, { bookedOn: '2026-11-28' }],
    });
    const rows = async (path: string): Promise<string[]> =>
      (await desk.tenant.client.get(`/v1/tax-refund/${path}`)).text.split('\r\n').slice(0, -1);
    const [head, ...lines] = await rows(`claims/${claim.id}/tables/collections`);
    expect(head).toMatch(/^申报年月,申报批次,出口货物报关单号,.*,出口合同号,备注$/);
    expect(lines).toEqual(
      [
        `${claim.period},001,${item},,SO-1,USD,10000.00,,,2026-11-24,BOC-4000.00,USD,9000.00,4000.00,,,,,,,,,CONTRACT-1,付汇国家（地区）：US`,
        `${claim.period},001,${item},,SO-1,USD,10000.00,,,2026-11-28,BOC-6000.00,USD,9000.00,6000.00,,,,,,,,,CONTRACT-1,付汇国家（地区）：US`,
      ].map((line) => line.replace('CONTRACT-1', contractOf(lines[0] ?? ''))),
    );

    const [other] = [await paidInParts(desk)];
    const second = (await desk.untilClaim(other.orderId, 'matched')) as Held;
    const batch = claim.filingBatchId ?? '';
    expect((await rows(`filing-batches/${batch}/tables/collections`)).length).toBe(5);
    const numbered = async () =>
      (await rows(`filing-batches/${batch}/tables/export_details`)).slice(1).map((row) => row.slice(0, 15));
    const link = `${claim.period.slice(2)}001`;
    expect(await numbered()).toEqual([`0001,${link}001`, `0002,${link}002`]);
    await desk.tenant.client.post(`/v1/tax-refund/filing-batches/${batch}/filing`, {}, key());
    await desk.until(second.id, 'paid');
    expect(await numbered()).toEqual([`0001,${link}001`, `0002,${link}002`]);
    expect((await rows(`claims/${second.id}/tables/purchase_details`))[1]).toMatch(new RegExp(`^0001,${link}002,`));
    const absent = await desk.tenant.client.get(`/v1/tax-refund/filing-batches/${batch}/tables/agency_details`);
    expect(absent.status).toBe(404);

    // What is filed by itself takes a number that no batch has.
    await policy(desk, 'immediate');
    const alone = await desk.claimed('paid');
    expect((await rows(`claims/${alone.id}/tables/export_details`))[1]).toMatch(
      new RegExp(`^0001,${claim.period.slice(2)}002001,`),
    );
    const empty = (await rows(`claims/${alone.id}/tables/collections`))[1]?.split(',') ?? [];
    expect([empty[1], empty[9], empty[13]]).toEqual(['002', '', '']);
  });

  it('has the receipts in the table that come after it was collected', async () => {
    const desk = await RefundDesk.open(platform);
    await policy(desk, 'batched');
    const [orderId, first] = [await desk.place(), receipt(newId(), '9975.00')];
    await desk.record(desk.invoice(orderId));
    await desk.clear(orderId);
    await desk.collect(orderId, '25.00', { receipts: [first], revision: 2 });
    const claim = await desk.untilClaim(orderId, 'matched');
    expect(check(claim)?.outcome).toBe('warn');
    await desk.hear(orderId, 'fx.order.receipt_added', {
      ...{ expected: usd('10000.00'), received: usd('10000.00'), shortfall: usd('0.00'), revision: 3 },
      receipts: [first, receipt(newId(), '25.00', '2026-12-03')],
    });
    const rows = await eventually(
      async () =>
        (await desk.tenant.client.get(`/v1/tax-refund/claims/${claim.id}/tables/collections`)).text
          .split('\r\n')
          .slice(1, -1),
      (found) => found.length === 2,
    );
    expect(rows.map((row) => row.split(',').slice(9, 14))).toEqual([
      ['2026-11-24', 'BOC-9975.00', 'USD', '9000.00', '9975.00'],
      ['2026-12-03', 'BOC-25.00', 'USD', '9000.00', '25.00'],
    ]);
    // What was short is short no more.
    const { body } = await desk.case(orderId);
    expect(body).toMatchObject({ collection: { shortfall: usd('0.00') } });
    expect(
      await eventually(
        async () => check((await desk.claim(claim.id)).body)?.outcome,
        (outcome) => outcome === 'pass',
      ),
    ).toBe('pass');
  });

  it('that is undone keeps a claim back which is not filed, and its clock runs again, until it is collected again', async () => {
    const desk = await RefundDesk.open(platform);
    await policy(desk, 'batched');
    const { orderId, second } = await paidInParts(desk);
    const { id } = await desk.untilClaim(orderId, 'matched');
    await desk.command(id, 'separation');
    const clock = async () =>
      (
        await desk.tenant.client.get<{ data: { kind: string; state: string; orderId: string }[] }>(
          '/v1/tax-refund/deadlines',
        )
      ).body.data.find(({ kind }) => kind === 'collection')?.state;
    await eventually(clock, (state) => state === 'met');

    // The later word counts, whichever is heard first.
    await undo(desk, orderId, second, 4);
    const held = await eventually(
      async () => (await desk.claim(id)).body as Held,
      ({ held: why }) => why !== null,
    );
    expect(held).toMatchObject({ state: 'matched', held: { rule: 'not_collected' } });
    expect(check(held)).toMatchObject({ outcome: 'warn', detail: expect.stringContaining('6000.00 USD') as string });
    await eventually(clock, (state) => state !== 'met');
    const { body } = await desk.case(orderId);
    expect(body).toMatchObject({ collection: null, receipts: [{ amount: usd('4000.00') }] });
    for (const command of ['filing', 'gathering']) {
      const refused = await desk.command<ProblemBody>(id, command);
      expect([refused.status, refused.body.code]).toEqual([409, 'TAX_REFUND.CLAIM_NOT_COLLECTED']);
    }
    await desk.collect(orderId, '0.00', { revision: 3 });
    await policy(desk, 'immediate');
    expect((await desk.case(orderId)).body).toMatchObject({ collection: null });

    await desk.collect(orderId, '0.00', { receipts: [receipt(second, '10000.00')], revision: 5 });
    const paid = (await desk.until(id, 'paid')) as Held;
    expect([paid.held, check(paid)?.outcome]).toEqual([null, 'pass']);
    await eventually(clock, (state) => state === 'met');
    expect(await desk.story(id)).toEqual(['matched', 'held', 'filed', 'accepted', 'approved', 'paid']);
  });

  it('that is undone is a warning to a claim that the bureau has', async () => {
    const desk = await RefundDesk.open(platform);
    const { orderId, second } = await paidInParts(desk);
    const { id } = await desk.untilClaim(orderId, 'paid');
    await undo(desk, orderId, second, 4);
    const warned = await eventually(
      async () => (await desk.claim(id)).body,
      (claim) => check(claim)?.outcome === 'warn',
    );
    expect(warned.state).toBe('paid');
    expect((await desk.events(id)).at(-1)).toMatchObject({
      type: 'tax_refund.claim.collection_undone',
      data: { meaning: 'paid', by: 'reversal', outstanding: usd('6000.00'), collectBy: '2027-04-30' },
    });
    await desk.collect(orderId, '0.00', { revision: 5 });
    await eventually(
      async () => check((await desk.claim(id)).body)?.outcome,
      (outcome) => outcome === 'pass',
    );
  });
});

function contractOf(row: string): string {
  return row.split(',').at(-2) ?? '';
}
