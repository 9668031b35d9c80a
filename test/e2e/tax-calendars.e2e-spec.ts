import { newId, parseId, publicId } from '../../src/kernel/ids.js';
import { type ApiAnswer } from '../support/api-client.js';
import { MandateDesk } from '../support/mandate-desk.js';
import { key, RefundDesk } from '../support/refund-desk.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface CalendarBody {
  readonly id: string;
  readonly state: string;
  readonly language: string;
  readonly kinds: readonly string[] | null;
  readonly lastUsedAt: string | null;
  readonly subscriptionUrl: string | null;
  readonly version: number;
  readonly code: string;
  readonly errors: readonly { readonly pointer: string }[];
}

const PATH = '/v1/tax-refund/calendar-subscriptions';

let platform: TestPlatform;
let desk: RefundDesk;
let orderId: string;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await RefundDesk.open(platform);
  orderId = await desk.place();
  await desk.clear(orderId);
  await eventually(
    () => desk.tenant.client.get<{ data: object[] }>(`/v1/tax-refund/deadlines?orderId=${orderId}`),
    ({ body }) => body.data.length === 3,
  );
});
afterAll(() => platform.stop());

const create = (body: object = {}, tenant: TestTenant = desk.tenant): Promise<ApiAnswer<CalendarBody>> =>
  tenant.client.post<CalendarBody>(PATH, { name: 'Outlook', language: 'en', ...body }, key());
const made = async (body: object = {}, tenant?: TestTenant): Promise<CalendarBody & { url: string }> => {
  const answer = await create(body, tenant);
  if (answer.status !== 201) throw new Error(answer.text);
  return { ...answer.body, url: answer.body.subscriptionUrl ?? '' };
};
/** As a calendar program does: without any key. */
const fetched = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, { headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const read = async (id: string): Promise<CalendarBody> =>
  (await desk.tenant.client.get<CalendarBody>(`${PATH}/${id}`)).body;
const uids = (text: string): string[] => [...text.matchAll(/^UID:(\S+)/gm)].map(([, uid = '']) => uid).sort();

describe('A calendar subscription', () => {
  it('is an address that needs no key, with reminders and lasting ids, and says nothing of persons or amounts', async () => {
    const { url } = await made();
    const answer = await fetched(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, max-age=3600');
    expect(answer.text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect(uids(answer.text)).toHaveLength(3);
    expect(uids((await fetched(url)).text)).toEqual(uids(answer.text));
    expect(answer.text.match(/TRIGGER:-P(90|30|7)D/g)).toHaveLength(9);
    // With the key, what is at stake stands there too.
    const own = await desk.tenant.client.get('/v1/tax-refund/deadlines.ics');
    expect(own.text).toContain('8168.14');
    expect(answer.text).not.toContain('8168.14');
    expect(answer.text).not.toContain(desk.seller.name);
  });

  it('shows what it was made for, in its language', async () => {
    const own = await made({ kinds: ['collection'], sellerId: desk.sellerId, language: 'zh' });
    const { text } = await fetched(own.url);
    expect(uids(text)).toHaveLength(1);
    expect(text).toContain('SUMMARY:收汇：SO-');
    expect(own.kinds).toEqual(['collection']);
  });

  it('answers 304 while nothing has changed, and the calendar as soon as anything has', async () => {
    const { url } = await made();
    const etag = (await fetched(url)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]{32}"$/);
    const again = await fetched(url, { 'if-none-match': `"other", ${etag}` });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    await platform.rows(`UPDATE tax_refund.deadline SET version = version + 1 WHERE tenant_id = $1 AND kind = $2`, [
      desk.tenant.tenantId,
      'collection',
    ]);
    const changed = await fetched(url, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('tells when it was last fetched, and shows its address only once', async () => {
    const headers = key();
    const first = await desk.tenant.client.post<CalendarBody>(PATH, { name: 'Once' }, headers);
    const again = await desk.tenant.client.post<CalendarBody>(PATH, { name: 'Once' }, headers);
    expect([again.body.id, again.body.subscriptionUrl]).toEqual([first.body.id, null]);
    expect(await read(first.body.id)).toMatchObject({ state: 'active', lastUsedAt: null });
    expect(JSON.stringify(await read(first.body.id))).not.toContain('subscriptionUrl');
    await fetched(first.body.subscriptionUrl ?? '');
    expect((await read(first.body.id)).lastUsedAt).not.toBeNull();
    const token = (first.body.subscriptionUrl ?? '').split('/').at(-2) ?? '';
    const kept = await platform.rows<{ row: string }>(
      `SELECT (SELECT json_agg(c)::text FROM tax_refund.calendar_subscription c) ||
              (SELECT json_agg(r)::text FROM platform.idempotency_record r) || (SELECT json_agg(a)::text FROM audit.record a) AS row`,
    );
    expect(token).toHaveLength(43);
    expect(kept[0]?.row).not.toContain(token);
  });

  it('that was revoked is gone at once, as one that never was', async () => {
    const { id, url } = await made();
    expect((await fetched(url)).status).toBe(200);
    const revoked = await desk.tenant.client.post<CalendarBody>(`${PATH}/${id}/revocation`, {}, key());
    expect(revoked.body).toMatchObject({ state: 'revoked', version: 2 });
    const problem = async (address: string): Promise<object> => {
      const { status, text } = await fetched(address);
      const { code, detail } = JSON.parse(text) as { code: string; detail: string };
      return { status, code, detail };
    };
    const gone = await problem(url);
    expect(gone).toMatchObject({ status: 404, code: 'REQUEST.NOT_FOUND' });
    expect(await problem(url.replace(/[\w-]{43}/, 'a'.repeat(43)))).toEqual(gone);
    expect(await problem(url.replace(/[\w-]{43}/, 'short'))).toEqual(gone);
    expect(await problem(url.replace(/ten_\w+/, 'ten_nonsense'))).toEqual(gone);
    expect((await desk.tenant.client.post<CalendarBody>(`${PATH}/${id}/revocation`, {}, key())).body.version).toBe(2);
  });

  it('that nobody has fetched for a year has ended', async () => {
    const { id, url } = await made();
    const age = (days: number) =>
      platform.rows(`UPDATE tax_refund.calendar_subscription SET created_at = now() - $2::interval WHERE id = $1`, [
        parseId('calendarSubscription', id),
        `${days} days`,
      ]);
    await age(366);
    expect([(await fetched(url)).status, (await read(id)).state]).toEqual([404, 'expired']);
    await age(364);
    expect((await fetched(url)).status).toBe(200);
    // From now on the use counts.
    await age(2_000);
    expect([(await fetched(url)).status, (await read(id)).state]).toEqual([200, 'active']);
  });

  it('is of one tenant only: the token of one opens nothing of another', async () => {
    const stranger = await platform.tenant('Stranger');
    const [own, theirs] = [await made(), await made({}, stranger)];
    expect(uids((await fetched(theirs.url)).text)).toEqual([]);
    const crossed = own.url.replace(/ten_\w+/, publicId('tenant', stranger.tenantId));
    expect((await fetched(crossed)).status).toBe(404);
    expect((await fetched(own.url.replace(/ten_\w+/, publicId('tenant', newId())))).status).toBe(404);
    expect((await stranger.client.get(`${PATH}/${own.id}`)).status).toBe(404);
    expect((await stranger.client.post(`${PATH}/${own.id}/revocation`, {}, key())).status).toBe(404);
    const foreign = await create({ sellerId: desk.sellerId }, stranger);
    expect([foreign.status, foreign.body.errors[0]?.pointer]).toEqual([422, '/sellerId']);
  });

  it('is fetched sixty times in an hour, and no more often', async () => {
    const { url } = await made();
    const answers = await Promise.all(Array.from({ length: 61 }, () => fetched(url)));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.map(({ status }) => status)).toEqual([429]);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await fetched((await made()).url)).status).toBe(200);
  });

  it('is not made under a mandate, which it would outlast', async () => {
    const mandate = await MandateDesk.open(platform, desk.tenant);
    const offered = await mandate.offer({ scopes: ['tax_refund:write', 'tax_refund:read'] });
    await mandate.answer(offered.body.id, 'acceptance');
    const refused = await mandate.integrator.client.post<CalendarBody>(
      PATH,
      { name: 'x' },
      { ...key(), ...mandate.actingFor },
    );
    expect([refused.status, refused.body.code]).toEqual([403, 'TAX_REFUND.CALENDAR_UNDER_MANDATE']);
  });

  it('can be made a hundred times, unless some have ended', async () => {
    const { tenantId, client } = await platform.tenant('Many');
    await platform.rows(
      `INSERT INTO tax_refund.calendar_subscription (tenant_id, id, name, language, token_hash, made_by, created_at)
       SELECT $1, gen_random_uuid(), 'n', 'en', sha256(n::text::bytea), 'a', now() FROM generate_series(1, 100) AS n`,
      [tenantId],
    );
    const refused = await client.post<CalendarBody>(PATH, { name: 'x' }, key());
    expect([refused.status, refused.body.code]).toEqual([409, 'TAX_REFUND.TOO_MANY_CALENDARS']);
    await platform.rows(
      `UPDATE tax_refund.calendar_subscription SET revoked_at = now() WHERE tenant_id = $1 AND token_hash = sha256('1')`,
      [tenantId],
    );
    expect((await client.post(PATH, { name: 'x' }, key())).status).toBe(201);
  });
});
