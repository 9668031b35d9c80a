import { parseId } from '../../src/kernel/ids.js';
import { SELLER } from '../support/order-samples.js';
import { type ClaimBody, key, type ProblemBody, RefundDesk } from '../support/refund-desk.js';
import { stepByStep } from '../support/step-by-step.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface GatheredClaim extends ClaimBody {
  readonly filingBatchId: string | null;
}

interface BatchBody {
  readonly id: string;
  readonly state: string;
  readonly number: number | null;
  readonly fileOn: string | null;
  readonly reference: string | null;
  readonly message: string | null;
  readonly claims: readonly { claimId: string; state: string; filing: string | null; links: string[] }[];
  readonly rates: readonly object[];
  readonly payments: readonly { readonly amount: { readonly amount: string } }[];
}

const BATCHES = '/v1/tax-refund/filing-batches';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

/** An exporter that files in batches. The bureau reads magic words in the taxpayer's name. */
async function batched(word = '', fileOnDay: number | null = null): Promise<RefundDesk> {
  const desk = await RefundDesk.open(platform, word === '' ? {} : { name: `${SELLER.name} ${word}` });
  const wanted = { mode: 'batched', fileOnDay };
  const policy = await desk.tenant.client.send('PUT', '/v1/tax-refund/filing-policy', wanted, key());
  expect(policy.status).toBe(200);
  return desk;
}
const gathered = async (desk: RefundDesk): Promise<GatheredClaim> => (await desk.claimed('matched')) as GatheredClaim;
const read = async (desk: RefundDesk, id: string): Promise<BatchBody> =>
  (await desk.tenant.client.get<BatchBody>(`${BATCHES}/${id}`)).body;
const file = (desk: RefundDesk, id: string) => desk.tenant.client.post<BatchBody>(`${BATCHES}/${id}/filing`, {}, key());
const until = async (desk: RefundDesk, id: string, holds: (batch: BatchBody) => boolean): Promise<BatchBody> =>
  eventually(() => read(desk, id), holds);
const isPaid = ({ claims }: BatchBody): boolean => claims.every(({ state }) => state === 'paid');
const isClean = async (desk: RefundDesk): Promise<void> => {
  expect(await desk.posted('refund_receivable', desk.sellerId)).toBe('0.00');
  expect(await desk.posted('clearing_tax_bureau')).toBe('0.00');
};
/** How often the bureau took in what has this reference. */
async function takenIn(reference: string): Promise<number> {
  const answer = await fetch(`${platform.sandbox.url}/control/received?partner=tax-bureau&reference=${reference}`);
  const { counts } = (await answer.json()) as { counts: Readonly<Record<string, { taken: number } | undefined>> };
  return counts[reference]?.taken ?? 0;
}
const told = async (desk: RefundDesk): Promise<string[]> => {
  const rows = await platform.rows<{ type: string }>(
    `SELECT type FROM platform.event WHERE tenant_id = $1 AND type LIKE 'tax_refund.filing_batch.%' ORDER BY id`,
    [desk.tenant.tenantId],
  );
  return rows.map(({ type }) => type.replace('tax_refund.filing_batch.', ''));
};

describe('Claims of a tenant that files in batches', () => {
  it('wait in one batch, are filed in one message and paid in one sum, each posted once', async () => {
    const desk = await batched();
    const [first, second] = [await gathered(desk), await gathered(desk)];
    const id = first.filingBatchId ?? '';
    expect(second).toMatchObject({ filingBatchId: id, attempt: 0, allowedActions: ['abandon'] });
    expect(await read(desk, id)).toMatchObject({
      state: 'open',
      number: null,
      refund: { amount: '15600.00' },
      rates: [{ refundRate: '0.13', lines: 2, taxable: { amount: '120000.00' }, refund: { amount: '15600.00' } }],
      claims: [{ claimId: first.id, filing: null }, { claimId: second.id }],
    });
    const alone = await desk.command<ProblemBody>(first.id, 'filing');
    expect([alone.status, alone.body.code]).toEqual([409, 'TAX_REFUND.CLAIM_GATHERED']);

    const filed = await file(desk, id);
    expect([filed.status, filed.body]).toMatchObject([202, { state: 'queued', number: 1 }]);
    expect((await file(desk, id)).status).toBe(409);
    const paid = await until(desk, id, isPaid);
    expect(paid).toMatchObject({
      state: 'filed',
      payments: [{ amount: { amount: '15600.00' } }],
      unspread: { amount: '0.00' },
      claims: [{ links: [expect.stringMatching(/001001$/)] }, { links: [expect.stringMatching(/001002$/)] }],
    });
    expect(await takenIn(id)).toBe(1);
    expect(await desk.credited()).toBe('15600.00');
    expect(await desk.story(first.id)).toEqual(['matched', 'filed', 'accepted', 'approved', 'paid']);
    expect(await told(desk)).toEqual(['opened', 'filed', 'paid']);
    await isClean(desk);

    const next = await gathered(desk);
    expect(next.filingBatchId).not.toBe(id);
    await file(desk, next.filingBatchId ?? '');
    expect(await until(desk, next.filingBatchId ?? '', isPaid)).toMatchObject({ state: 'filed', number: 2 });
  });

  it('are paid claim by claim as the sums come, and what covers none waits', async () => {
    const desk = await batched('SBX-TAX-INSTALMENTS');
    const ids: string[] = [];
    for (let claim = 0; claim < 3; claim += 1) ids.push((await gathered(desk)).id);
    const [batch = ''] = [(await desk.claim(ids[0] ?? '')).body].map((body) => (body as GatheredClaim).filingBatchId);
    await stepByStep(platform, 'tax-bureau', async (stepOn) => {
      await file(desk, batch ?? '');
      await until(desk, batch ?? '', ({ state }) => state === 'filed');
      await stepOn();
      for (const id of ids) await desk.until(id, 'accepted');
      await stepOn();
      for (const id of ids) await desk.until(id, 'approved');
      await stepOn();
      expect(await until(desk, batch ?? '', ({ payments }) => payments.length === 1)).toMatchObject({
        received: { amount: '11700.00' },
        unspread: { amount: '3900.00' },
        claims: [{ state: 'paid' }, { state: 'approved' }, { state: 'approved' }],
      });
      await stepOn();
    });
    expect(await until(desk, batch ?? '', isPaid)).toMatchObject({
      payments: [{ amount: { amount: '11700.00' } }, { amount: { amount: '11700.00' } }],
      received: { amount: '23400.00' },
      unspread: { amount: '0.00' },
    });
    expect(await desk.credited()).toBe('23400.00');
    await isClean(desk);
  });

  it('leave the batch with a doubt: the others are filed, and the answered one waits in the next', async () => {
    const desk = await batched('SBX-TAX-DOUBT-FIRST');
    const [first, second] = [await gathered(desk), await gathered(desk)];
    const id = first.filingBatchId ?? '';
    await file(desk, id);
    const doubted = await desk.until(first.id, 'doubted');
    expect(doubted).toMatchObject({
      filingBatchId: null,
      doubts: [{ code: 'PRICE_UNUSUAL', declarationLine: first.lines[0]?.declarationLine }],
    });
    await desk.until(second.id, 'paid');
    expect(await read(desk, id)).toMatchObject({
      state: 'filed',
      number: 1,
      reference: `${id}-2`,
      refund: { amount: '7800.00' },
      claims: [{ filing: 'doubted' }, { filing: 'taken', state: 'paid' }],
    });
    const { body } = await desk.command<GatheredClaim>(first.id, 'doubts/1/answer', { text: 'A yearly contract' });
    expect(body).toMatchObject({ state: 'doubted', attempt: 1 });
    const next = body.filingBatchId ?? '';
    expect(next).not.toBe(id);
    await file(desk, next);
    expect(await until(desk, next, isPaid)).toMatchObject({ number: 2 });
    expect((await desk.claim(first.id)).body.filings[1]?.message).toContain('A yearly contract');
    await isClean(desk);
  });

  it('whose doubts leave none in the batch use up no number', async () => {
    const desk = await batched('SBX-TAX-DOUBT');
    const { id: claimId, filingBatchId } = await gathered(desk);
    await file(desk, filingBatchId ?? '');
    await desk.until(claimId, 'doubted');
    expect(await until(desk, filingBatchId ?? '', ({ state }) => state === 'emptied')).toMatchObject({ number: null });
    const { body } = await desk.command<GatheredClaim>(claimId, 'doubts/1/answer', { text: 'A yearly contract' });
    await file(desk, body.filingBatchId ?? '');
    expect(await until(desk, body.filingBatchId ?? '', isPaid)).toMatchObject({ number: 1 });
  });

  it('are refused one by one: who is not taken is rejected, the others go on', async () => {
    const desk = await batched();
    const [first, second] = [await gathered(desk), await gathered(desk)];
    const id = first.filingBatchId ?? '';
    // Somebody else has claimed its item.
    const rival = await RefundDesk.open(platform);
    const other = await rival.claimed('paid');
    const { message = '' } = other.filings[0] ?? {};
    const stolen = message
      .replaceAll(other.lines[0]?.declarationLine ?? '', first.lines[0]?.declarationLine ?? '')
      .replace(other.id, `rival-${first.id}`);
    const headers = {
      'content-type': 'application/json',
      authorization: 'Bearer sandbox-tax-bureau-secret',
      'x-callback-url': 'http://127.0.0.1:9/nobody',
    };
    const url = `${platform.sandbox.url}/tax-bureau/claims`;
    expect((await fetch(url, { method: 'POST', headers, body: stolen })).status).toBe(202);

    await file(desk, id);
    expect(await desk.until(first.id, 'rejected')).toMatchObject({ filingBatchId: null });
    await desk.until(second.id, 'paid');
    expect(await read(desk, id)).toMatchObject({
      claims: [
        { filing: 'refused', reason: expect.stringContaining('claimed already') as string },
        { filing: 'taken' },
      ],
      payments: [{ amount: { amount: '7800.00' } }],
    });
    await isClean(desk);
  });

  it('may be taken out before it is filed, and filed alone or with a later batch', async () => {
    const desk = await batched();
    const [first, second] = [await gathered(desk), await gathered(desk)];
    const id = first.filingBatchId ?? '';
    expect((await desk.command<GatheredClaim>(first.id, 'separation')).body).toMatchObject({
      filingBatchId: null,
      allowedActions: ['file', 'abandon'],
    });
    const twice = await desk.command<ProblemBody>(first.id, 'separation');
    expect([twice.status, twice.body.code]).toEqual([409, 'TAX_REFUND.CLAIM_NOT_GATHERABLE']);
    expect((await desk.command(second.id, 'abandonment', { reason: 'Another invoice' })).status).toBe(200);
    const empty = await desk.tenant.client.post<ProblemBody>(`${BATCHES}/${id}/filing`, {}, key());
    expect([empty.status, empty.body.code]).toEqual([409, 'TAX_REFUND.BATCH_EMPTY']);
    expect((await desk.command<GatheredClaim>(first.id, 'gathering')).body).toMatchObject({ filingBatchId: id });
    await desk.command(first.id, 'separation');
    expect((await desk.command(first.id, 'filing')).status).toBe(202);
    await desk.until(first.id, 'paid');
    expect(await takenIn(first.id)).toBe(1);
    expect(await read(desk, id)).toMatchObject({ state: 'open', claims: [] });
  });

  it('are put into one batch whoever races', async () => {
    const desk = await batched();
    const claims = [await gathered(desk), await gathered(desk), await gathered(desk)];
    for (const { id } of claims) await desk.command(id, 'separation');
    await Promise.all(claims.flatMap(({ id }) => [desk.command(id, 'gathering'), desk.command(id, 'gathering')]));
    const id = claims[0]?.filingBatchId ?? '';
    const racing = await Promise.all([file(desk, id), file(desk, id), desk.command(claims[2]?.id ?? '', 'separation')]);
    expect(
      racing
        .slice(0, 2)
        .map(({ status }) => status)
        .sort(),
    ).toEqual([202, 409]);
    const paid = await until(desk, id, (batch) => batch.claims.length > 0 && isPaid(batch));
    expect(paid.claims.length).toBe(racing[2].status === 200 ? 2 : 3);
    const found = await desk.tenant.client.get<{ data: BatchBody[] }>(`${BATCHES}?state=filed,open`);
    expect(found.body.data).toHaveLength(1);
  });

  it('are filed by themselves on the day that the tenant chose', async () => {
    const desk = await batched('', 15);
    const { filingBatchId } = await gathered(desk);
    const { fileOn, state } = await read(desk, filingBatchId ?? '');
    expect([state, fileOn?.slice(-2)]).toEqual(['open', '15']);
    await desk.tenant.client.post('/v1/sandbox/clock', { now: `${fileOn ?? ''}T00:00:01Z` }, key());
    await until(desk, filingBatchId ?? '', isPaid);
  });
});

describe('More claims than one message holds', () => {
  /** As many more as this one, each of another declared item. */
  const COPIES = `
    WITH made AS (
      INSERT INTO tax_refund.claim
      SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'order_id', gen_random_uuid()))).*
      FROM tax_refund.claim c, generate_series(1, $2::int) WHERE c.id = $1 RETURNING id
    ), numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS number FROM made)
    INSERT INTO tax_refund.claim_line
    SELECT (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'claim_id', m.id,
      'declaration_line', '9' || lpad(m.number::text, 17, '0') || '001'))).*
    FROM tax_refund.claim_line l, numbered m WHERE l.claim_id = $1`;

  it('go 200 at once, under as many 关联号, and the others wait in the next batch', async () => {
    const desk = await batched();
    const { id, filingBatchId } = await gathered(desk);
    await platform.rows(COPIES, [parseId('claim', id), 204]);
    const { status, body } = await file(desk, filingBatchId ?? '');
    expect([status, body.claims.length, body.number]).toEqual([202, 200, 1]);
    const links = body.claims.flatMap((claim) => claim.links);
    expect([new Set(links).size, links[0]?.slice(-3), links.at(-1)?.slice(-3)]).toEqual([200, '001', '200']);
    const open = await desk.tenant.client.get<{ data: BatchBody[] }>(`${BATCHES}?state=open`);
    expect(open.body.data).toHaveLength(1);
    expect((await read(desk, open.body.data[0]?.id ?? '')).claims).toHaveLength(5);
  });
});

describe('A batch whose answer is lost', () => {
  it('is asked about and never sent twice', async () => {
    const desk = await batched('SBX-TAX-HANGUP');
    const { filingBatchId } = await gathered(desk);
    await file(desk, filingBatchId ?? '');
    const { reference } = await until(desk, filingBatchId ?? '', isPaid);
    const sent = await platform.rows<{ operation: string }>(
      `SELECT operation FROM platform.partner_exchange WHERE tenant_id = $1 AND reference = $2 ORDER BY id`,
      [desk.tenant.tenantId, reference],
    );
    expect(sent.filter(({ operation }) => operation === 'file-batch')).toHaveLength(1);
    await isClean(desk);
  });
});
