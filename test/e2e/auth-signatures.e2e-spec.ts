import { randomUUID } from 'node:crypto';

import { BUYER } from '../support/order-samples.js';
import { contentDigest, Signer } from '../support/signer.js';
import { statementsOf } from '../support/query-log.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface ApiKey {
  readonly id: string;
  readonly apiKey: string;
  readonly requiresSignature: boolean;
}
type Change = Parameters<Signer['headers']>[2];

const PARTIES = '/v1/parties';
const seconds = (from = 0): number => Math.floor(Date.now() / 1_000) + from;

describe('A caller that must sign its requests (RFC 9421)', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let signer: Signer;
  let key: ApiKey;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
    tenant = await platform.tenant();
    signer = new Signer();
    const scopes = ['parties:read', 'parties:write'];
    const made = await tenant.client.post<ApiKey>('/v1/api-keys', {
      name: 'Bank',
      scopes,
      signatureKey: signer.publicKey,
    });
    key = made.body;
  });
  afterAll(() => platform.stop());

  const read = (change: Change = {}, target = PARTIES) =>
    platform.as(key.apiKey).get(target, headersOf({ method: 'GET', target }, change));
  const write = (body: string, change: Change = {}, more: Record<string, string> = {}) =>
    platform.as(key.apiKey).send<Record<string, unknown>>('POST', PARTIES, body, {
      ...headersOf({ method: 'POST', target: PARTIES, body }, change),
      ...more,
    });
  const headersOf = (request: { method: string; target: string; body?: string }, change: Change = {}) =>
    signer.headers(key.id, { origin: platform.config.publicUrl, ...request }, change);

  it('is served when they are, with a body and without, with a query and without', async () => {
    expect(key.requiresSignature).toBe(true);
    expect((await read()).status).toBe(200);
    expect((await read({}, `${PARTIES}?limit=1&kind=buyer`)).status).toBe(200);
    expect((await read({ covered: ['@method', '@target-uri', '@path'] })).status).toBe(200);
    expect((await write(JSON.stringify(BUYER))).status).toBe(201);
  });

  it('is refused without, and told what is missing', async () => {
    const { status, body } = await platform.as(key.apiKey).get(PARTIES);
    expect([status, body['code']]).toEqual([401, 'AUTH.SIGNATURE_REQUIRED']);
  });

  it.each<[string, Change, string]>([
    ['the signature of another address', { signed: { target: '/v1/orders' } }, 'not made with the key'],
    ['that of another host', { signed: { origin: 'https://elsewhere.example' } }, 'not made with the key'],
    ['that of another method', { signed: { method: 'DELETE' } }, 'not made with the key'],
    ['one that does not cover the method', { covered: ['@target-uri'] }, 'does not cover @method'],
    ['one that covers the path alone', { covered: ['@method', '@path'] }, 'does not cover @target-uri'],
    ['one of a header that was not sent', { covered: ['@method', '@target-uri', 'x-none'] }, 'does not have'],
    ['another key’s name', { keyid: 'key_01jdq3x7k2e9ta6v0m8r4c5wzb' }, '`keyid` must be'],
    ['a nonce that can be guessed', { nonce: '1' }, 'nonce'],
  ])('is refused with %s', async (_what, change, words) => {
    const { status, body } = await read(change);
    expect([status, body['code']]).toEqual([401, 'AUTH.SIGNATURE_INVALID']);
    expect(body['detail']).toContain(words);
  });

  it('is refused with the signature of somebody else’s key', async () => {
    const stranger = new Signer();
    const headers = stranger.headers(key.id, { origin: platform.config.publicUrl, method: 'GET', target: PARTIES });
    const { status, body } = await platform.as(key.apiKey).get(PARTIES, headers);
    expect([status, body['code']]).toEqual([401, 'AUTH.SIGNATURE_INVALID']);
  });

  it.each([
    ['sig1', 'sig1=:AAAA:'],
    ['sig1=("@method"', 'sig1=:AAAA:'],
    ['', ''],
    ['sig1=("@method");keyid=1', 'sig1=1'],
  ])('is refused, not misunderstood, with Signature-Input %j', async (input, signature) => {
    const headers = { 'signature-input': input, signature };
    const { status, body } = await platform.as(key.apiKey).get(PARTIES, headers);
    expect([status, body['code']]).toEqual([401, 'AUTH.SIGNATURE_INVALID']);
  });

  it.each([
    ['changed on the way, digest and all', { 'content-digest': contentDigest('{"kind":"seller"}') }],
    ['changed on the way, the digest left', {}],
  ])('is refused with a body that was %s', async (_how, more) => {
    const sent = JSON.stringify({ ...BUYER, reference: 'CHANGED' });
    const answer = await write(sent, { signed: { body: JSON.stringify(BUYER) } }, more);
    expect([answer.status, answer.body['code']]).toEqual([401, 'AUTH.SIGNATURE_INVALID']);
  });

  it('is refused with a body that is not covered', async () => {
    const answer = await write(JSON.stringify(BUYER), { covered: ['@method', '@target-uri'] });
    expect([answer.status, answer.body['code']]).toEqual([401, 'AUTH.SIGNATURE_INVALID']);
    expect(answer.body['detail']).toContain('content-digest');
  });

  it.each([
    ['whose clock is late', { created: seconds(-302) }],
    ['whose clock is early', { created: seconds(310) }],
    ['whose signature says that it is over', { more: `;expires=${seconds(-1)}` }],
  ])('is refused %s, and told our time', async (_who, change) => {
    const { status, body } = await read(change);
    expect([status, body['code']]).toEqual([401, 'AUTH.SIGNATURE_OUT_OF_TIME']);
    const { serverTime, toleranceSeconds } = body['details'] as Record<string, string>;
    expect(Math.abs(Date.parse(serverTime ?? '') - Date.now())).toBeLessThan(10_000);
    expect(toleranceSeconds).toBe(300);
  });

  it('may be some minutes apart', async () => {
    expect((await read({ created: seconds(-290) })).status).toBe(200);
    expect((await read({ created: seconds(290) })).status).toBe(200);
  });

  it('is heard once: the same signature again is refused, here and by every other process', async () => {
    const headers = headersOf({ method: 'GET', target: PARTIES });
    const other = await platform.anotherApi();
    try {
      const all = await Promise.all(Array.from({ length: 8 }, () => platform.as(key.apiKey).get(PARTIES, headers)));
      expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(401)]);
      expect(all.find(({ status }) => status === 401)?.body['code']).toBe('AUTH.SIGNATURE_REPLAYED');
      const there = await fetch(`${other.url}${PARTIES}`, {
        headers: { ...headers, authorization: `Bearer ${key.apiKey}` },
      });
      expect([there.status, ((await there.json()) as { code: string }).code]).toEqual([401, 'AUTH.SIGNATURE_REPLAYED']);
    } finally {
      await other.close();
    }
  });

  it('signs a repeat anew, and gets the first answer', async () => {
    const body = JSON.stringify({ ...BUYER, reference: 'TWICE' });
    const repeat = { 'idempotency-key': randomUUID() };
    const [first, again] = [await write(body, {}, repeat), await write(body, {}, repeat)];
    expect([first.status, again.status, again.headers['idempotent-replayed']]).toEqual([201, 201, 'true']);
  });

  it('has its refusals in the audit', async () => {
    const refused = '/v1/audit/records?action=auth.refused';
    const codes = await eventually(
      async () => {
        const { body } = await tenant.client.get<{ data: { details: { code: string } }[] }>(refused);
        return new Set(body.data.map(({ details }) => details.code));
      },
      ({ size }) => size >= 4,
    );
    expect([...codes].sort()).toEqual([
      'AUTH.SIGNATURE_INVALID',
      'AUTH.SIGNATURE_OUT_OF_TIME',
      'AUTH.SIGNATURE_REPLAYED',
      'AUTH.SIGNATURE_REQUIRED',
    ]);
  });

  it('is told that the body is too large before anything else', async () => {
    const answer = await write(JSON.stringify({ text: 'x'.repeat(2_000_000) }));
    expect(answer.status).toBe(413);
  });

  it('pays for it alone: others are asked for no nonce', async () => {
    const asked = await statementsOf(() => tenant.client.get(PARTIES));
    expect(asked.filter((text) => text.includes('signature_nonce'))).toEqual([]);
  });

  it.each(['x', 'A'.repeat(44), `${'A'.repeat(42)}=`, `${'A'.repeat(42)}B`])(
    'is not made with the key %j',
    async (signatureKey) => {
      const { status } = await tenant.client.post('/v1/api-keys', { name: 'x', scopes: ['orders:read'], signatureKey });
      expect(status).toBe(422);
    },
  );
});
