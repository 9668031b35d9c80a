import { DataSource } from 'typeorm';

import { publicId } from '../../src/kernel/ids.js';
import { Authenticator } from '../../src/platform/auth/authenticator.js';
import { credentialOf, type CredentialRef, Refused } from '../../src/platform/auth/verified.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { InnerApi, type InnerAnswer, type InnerRequest } from '../../src/platform/http/inner-api.js';
import { OauthDesk } from '../support/oauth-desk.js';
import { BUYER } from '../support/order-samples.js';
import { Signer } from '../support/signer.js';
import { Person } from '../support/staff.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

/** An order that takes no more than the credential has. */
const orderOf = ({ scopes: [scope = 'none'] }: CredentialRef) => ({ scope, route: '/v1/parties' });

describe('The API within the worker', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let inner: InnerApi;

  beforeAll(async () => {
    platform = await TestPlatform.start({ env: { RATE_LIMIT_PER_MINUTE: '10' } });
    inner = platform.inWorker(InnerApi as never);
  });
  beforeEach(async () => {
    tenant = await platform.tenant();
  });
  afterAll(() => platform.stop());

  /** What is kept of a credential whose bearer gave an order. */
  const keep = async (bearer: string): Promise<CredentialRef> => {
    const found = await platform.api.get(Authenticator, { strict: false }).verify(bearer);
    if (found instanceof Refused) throw found.error;
    return credentialOf(found);
  };
  const ask = async (ref: CredentialRef, request: InnerRequest): Promise<InnerAnswer & { json: never }> => {
    const answer = await inner.request(await inner.recall(ref, orderOf(ref)), request);
    return { ...answer, json: JSON.parse(answer.body) as never };
  };
  const enter = (reference: string, more: object = {}): InnerRequest => ({
    method: 'POST',
    path: '/v1/parties',
    headers: { 'idempotency-key': reference },
    body: { ...BUYER, reference, ...more },
  });
  const over = (reference: string) =>
    tenant.client.post('/v1/parties', { ...BUYER, reference }, { 'idempotency-key': reference });

  it('does what the same request does over HTTP, which then is a repeat of it', async () => {
    const done = await ask(await keep(tenant.apiKey), enter('R-1'));
    expect([done.status, done.headers['location'], done.headers['api-version']]).toEqual([
      201,
      `/v1/parties/${(done.json as { id: string }).id}`,
      '2026-11-24',
    ]);
    const repeat = await over('R-1');
    expect([repeat.text, repeat.headers['idempotent-replayed']]).toEqual([done.body, 'true']);
  });

  it('writes the audit in the name of the credential', async () => {
    const ref = await keep(tenant.apiKey);
    await ask(ref, enter('A-1'));
    const { body } = await tenant.client.get<{ data: { actor: string }[] }>('/v1/audit/records?action=parties.enter');
    expect(body.data.map(({ actor }) => actor)).toEqual([`api_key:${publicId('apiKey', ref.id)}`]);
  });

  it('refuses bad input with the problem, in the language asked for', async () => {
    const request = enter('B-1', { kind: 'nobody' });
    const headers = { ...request.headers, 'accept-language': 'zh-CN' };
    const refused = await ask(await keep(tenant.apiKey), { ...request, headers });
    expect([refused.status, refused.json]).toMatchObject([
      422,
      { code: 'REQUEST.INVALID', errors: [{ pointer: '/kind' }] },
    ]);
    expect((refused.json as { title: string }).title).toMatch(/[一-龥]/);
  });

  it('refuses what the credential has no scope for', async () => {
    const reader = await tenant.client.post<{ apiKey: string }>('/v1/api-keys', {
      name: 'R',
      scopes: ['parties:read'],
    });
    const refused = await ask(await keep(reader.body.apiKey), enter('S-1'));
    expect([refused.status, refused.json]).toMatchObject([403, { code: 'AUTH.MISSING_SCOPE' }]);
  });

  it('counts nothing against an allowance', async () => {
    const ref = await keep(tenant.apiKey);
    const caller = await inner.recall(ref, orderOf(ref));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => inner.request(caller, { method: 'GET', path: '/v1/parties' })),
    );
    expect(answers.map(({ status, headers }) => [status, headers['ratelimit']])).toEqual(
      answers.map(() => [200, undefined]),
    );
  });

  it('asks neither network nor signature again: they were held against the request that gave the order', async () => {
    const terms = { allowedNetworks: ['203.0.113.7'], signatureKey: new Signer().publicKey };
    const bound = await tenant.client.post<{ apiKey: string }>('/v1/api-keys', {
      name: 'N',
      scopes: ['parties:write'],
      ...terms,
    });
    expect(await ask(await keep(bound.body.apiKey), enter('N-1'))).toMatchObject({ status: 201 });
  });

  it('has no more rights on the database than the api', async () => {
    const source = new DataSource(dataSourceOptions(platform.database.workerUrl, { role: 'entrepot_app' }));
    await source.initialize();
    expect(await source.query('SELECT current_user AS role')).toEqual([{ role: 'entrepot_app' }]);
    await source.destroy();
  });

  it('works as soon as a message is in the outbox: what it publishes reaches the worker at once', async () => {
    await ask(await keep(tenant.apiKey), enter('E-1'));
    const left = await eventually(
      () => platform.rows(`SELECT 1 FROM platform.delivery WHERE tenant_id = $1`, [tenant.tenantId]),
      (rows) => rows.length === 0,
    );
    expect(left).toEqual([]);
  });

  describe('lets nobody order by a credential that is good no longer', () => {
    const recalled = (ref: CredentialRef) =>
      inner.recall(ref, orderOf(ref)).then(
        () => 'good',
        (error: unknown) => error,
      );

    it('a key that was revoked', async () => {
      const made = await tenant.client.post<{ id: string; apiKey: string }>('/v1/api-keys', {
        name: 'K',
        scopes: ['parties:write'],
      });
      const ref = await keep(made.body.apiKey);
      expect(await recalled(ref)).toBe('good');
      await tenant.client.post(`/v1/api-keys/${made.body.id}/revocation`);
      expect(
        await eventually(
          () => recalled(ref),
          (found) => found !== 'good',
        ),
      ).toMatchObject({ code: 'AUTH.CREDENTIAL_REVOKED' });
    });

    it('a token of a client that was revoked', async () => {
      const desk = new OauthDesk(platform);
      const client = await desk.make(tenant);
      const ref = await keep(await desk.tokenOf(client));
      expect(await recalled(ref)).toBe('good');
      await tenant.client.post(`/v1/oauth-clients/${client.id}/revocation`);
      expect(
        await eventually(
          () => recalled(ref),
          (found) => found !== 'good',
        ),
      ).toMatchObject({ code: 'AUTH.CREDENTIAL_REVOKED' });
    });

    it('a person whose session has ended', async () => {
      const person = await Person.join(platform, tenant, ['operator']);
      const { client, session } = await person.in();
      const ref = await keep(session.accessToken);
      expect(await recalled(ref)).toBe('good');
      await client.post('/v1/me/sign-out');
      expect(
        await eventually(
          () => recalled(ref),
          (found) => found !== 'good',
        ),
      ).toMatchObject({ code: 'AUTH.CREDENTIAL_REVOKED' });
    });
  });
});
