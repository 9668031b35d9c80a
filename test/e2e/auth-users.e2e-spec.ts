import { BUYER } from '../support/order-samples.js';
import { actionsOn, codeOf, PASSWORD, Person, soon, type User, WRONG } from '../support/staff.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Page<Row> {
  readonly data: readonly Row[];
}

describe('Of the people of a tenant', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false, env: { TRUSTED_PROXIES: '127.0.0.1' } });
  });
  beforeEach(async () => {
    tenant = await platform.tenant();
  });
  afterAll(() => platform.stop());

  const join = (...roles: string[]) => Person.join(platform, tenant, roles);
  const actions = (person: Person) => actionsOn(tenant, person.user.id);

  describe('who may come in', () => {
    const invite = (client: TestTenant['client'], roles: string[], email = 'new@example.com') =>
      client.post<User>('/v1/users', { email, name: 'New', roles });

    it('is said by an owner, who invites; the invitation is accepted once', async () => {
      const { client } = await (await join('owner')).in();
      const { body: invited, status } = await invite(client, ['operator']);
      expect([status, invited.state]).toEqual([201, 'invited']);
      const accept = (invitation: string) =>
        platform.as(null).post<User>('/v1/invitations/acceptance', { invitation, password: PASSWORD });
      expect(codeOf(await accept(`${invited.invitation.slice(0, -1)}_`))).toEqual([401, 'USERS.INVITATION_INVALID']);
      expect((await accept(invited.invitation)).body.state).toBe('active');
      expect(codeOf(await accept(invited.invitation))).toEqual([401, 'USERS.INVITATION_INVALID']);
    });

    it('is not said by others', async () => {
      for (const role of ['operator', 'finance', 'approver', 'viewer']) {
        const { client } = await (await join(role)).in();
        expect((await invite(client, ['viewer'])).status).toBe(403);
        expect((await client.get('/v1/users')).status).toBe(403);
      }
    });

    it('gets no invitation that has run out, and one e-mail address once', async () => {
      const { body } = await invite(tenant.client, ['viewer']);
      expect(codeOf(await invite(tenant.client, ['viewer'], 'NEW@example.com'))).toEqual([409, 'USERS.EMAIL_TAKEN']);
      await platform.rows(
        `UPDATE platform.staff_user SET invitation_expires_at = now() WHERE email = 'new@example.com'`,
      );
      const accepted = await platform
        .as(null)
        .post('/v1/invitations/acceptance', { invitation: body.invitation, password: PASSWORD });
      expect(accepted.status).toBe(401);
    });

    it('does not become more than who invites, changes or resets them', async () => {
      const scopes = ['users:write', 'users:read', 'orders:read'];
      const { body: key } = await tenant.client.post<{ apiKey: string }>('/v1/api-keys', { name: 'HR', scopes });
      const hr = platform.as(key.apiKey);
      const owner = await join('owner');
      await join('owner');
      const path = `/v1/users/${owner.user.id}`;
      const answers = [
        await invite(hr, ['owner']),
        await hr.patch<User>(path, { roles: ['viewer'] }, { 'if-match': '"2"' }),
        await hr.post<User>(`${path}/invitation`),
        await hr.post<User>(`${path}/disabling`),
        await hr.post<User>(`${path}/enabling`),
      ];
      expect(answers.map(codeOf)).toEqual(answers.map(() => [403, 'KEYS.SCOPE_BEYOND_OWN']));
    });

    it('loses at once what a role gave', async () => {
      const person = await join('operator');
      const { client } = await person.in();
      expect((await client.post('/v1/parties', BUYER)).status).toBe(201);
      const { body: user } = await tenant.client.get<User>(`/v1/users/${person.user.id}`);
      const ifMatch = { 'if-match': `"${user.version}"` };
      const changed = await tenant.client.patch<User>(`/v1/users/${user.id}`, { roles: ['viewer'] }, ifMatch);
      expect([changed.status, changed.body.roles]).toEqual([200, ['viewer']]);
      await soon(async () => (await client.post('/v1/parties', { ...BUYER, reference: 'B-2' })).status, 403);
    });

    it('is out at once when disabled, and in again when enabled', async () => {
      const person = await join('operator');
      const { client, session } = await person.in();
      expect((await client.get('/v1/me')).status).toBe(200);
      const disabled = await tenant.client.post<User>(`/v1/users/${person.user.id}/disabling`);
      expect(disabled.body.state).toBe('disabled');
      await soon(async () => (await client.get('/v1/me')).status, 401);
      expect([(await person.refresh(session.refreshToken)).status, (await person.signIn()).status]).toEqual([401, 401]);
      expect(codeOf(await tenant.client.post<User>(`/v1/users/${person.user.id}/invitation`))).toEqual([
        409,
        'USERS.WRONG_STATE',
      ]);
      const enabled = await tenant.client.post<User>(`/v1/users/${person.user.id}/enabling`);
      expect(enabled.body.state).toBe('active');
      expect((await person.signIn()).status).toBe(200);
      // The old session stays over.
      expect((await client.get('/v1/me')).status).toBe(401);
    });

    it('always has an owner, though two disable one another at the same moment', async () => {
      const [one, two] = [await join('owner'), await join('owner')];
      const disable = (person: Person) => tenant.client.post<User>(`/v1/users/${person.user.id}/disabling`);
      const answers = await Promise.all([disable(one), disable(two)]);
      expect(answers.map(codeOf).sort()).toEqual([
        [200, undefined],
        [409, 'USERS.LAST_OWNER'],
      ]);
      const left = answers[0].status === 200 ? two : one;
      const { body } = await tenant.client.get<User>(`/v1/users/${left.user.id}`);
      const change = await tenant.client.patch<User>(
        `/v1/users/${left.user.id}`,
        { roles: ['viewer'] },
        { 'if-match': `"${body.version}"` },
      );
      expect(codeOf(change)).toEqual([409, 'USERS.LAST_OWNER']);
    });

    it('gets a new invitation for a lost password: second factor, sessions and lock of before are gone', async () => {
      const person = await join('viewer');
      const { client } = await person.in();
      await client.post('/v1/me/totp', { password: PASSWORD });
      const { body } = await tenant.client.post<User>(`/v1/users/${person.user.id}/invitation`);
      expect([body.state, (await client.get('/v1/me')).status]).toEqual(['active', 200]);
      await platform.rows(`UPDATE platform.staff_user SET locked_until = now() + interval '1 hour' WHERE email = $1`, [
        person.user.email,
      ]);
      expect((await person.accept(body.invitation, WRONG)).status).toBe(200);
      await soon(async () => (await client.get('/v1/me')).status, 401);
      expect((await person.signIn({ password: WRONG })).status).toBe(200);
    });

    it('is nobody’s business but the tenant’s own', async () => {
      const person = await join('viewer');
      const stranger = await platform.tenant('Stranger');
      expect((await stranger.client.get(`/v1/users/${person.user.id}`)).status).toBe(404);
      expect((await stranger.client.post(`/v1/users/${person.user.id}/disabling`)).status).toBe(404);
      const { body } = await stranger.client.get<Page<User>>('/v1/users');
      expect(body.data).toEqual([]);
    });

    it('is written down', async () => {
      const person = await join('viewer');
      await person.in();
      expect(await actions(person)).toEqual(['users.invited', 'users.accepted', 'users.signed_in']);
    });
  });
});
