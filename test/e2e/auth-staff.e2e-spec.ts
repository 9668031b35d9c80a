import { decodeJwt } from 'jose';
import { type TOTP, URI } from 'otpauth';

import { SCOPES } from '../../src/platform/auth/scopes.js';
import { BUYER } from '../support/order-samples.js';
import { statementsOf } from '../support/query-log.js';
import { PASSWORD, Person, type Session, type User } from '../support/staff.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface AuditLine {
  readonly actor: string;
  readonly action: string;
  readonly resourceId: string;
  readonly details: Readonly<Record<string, unknown>>;
}
interface Page<Row> {
  readonly data: readonly Row[];
}

const WRONG = 'quite another password';

describe('Staff', () => {
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
  const codeOf = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code];
  const actions = async (person: Person) => {
    const { body } = await tenant.client.get<Page<AuditLine>>(`/v1/audit/records?resource=${person.user.id}&limit=100`);
    return body.data.map(({ action }) => action).reverse();
  };
  const soon = (probe: () => Promise<number>, status: number) => eventually(probe, (seen) => seen === status, 1_000);

  describe('signing in', () => {
    it('gives a token for ten minutes that does what the roles allow, under the person’s name', async () => {
      const person = await join('operator');
      const { client, session } = await person.in();
      expect(session.expiresIn).toBe(600);
      const { exp = 0, iat = 0, sub } = decodeJwt(session.accessToken);
      expect([exp - iat, sub]).toEqual([600, person.user.id]);
      expect((await client.post('/v1/parties', BUYER)).status).toBe(201);
      expect(codeOf(await client.get<Session>('/v1/api-keys'))).toEqual([403, 'AUTH.MISSING_SCOPE']);
      const { body: me } = await client.get<Session['user']>('/v1/me');
      expect([me.id, me.roles, me.scopes.includes('orders:write'), me.scopes.includes('fx:write')]).toEqual([
        person.user.id,
        ['operator'],
        true,
        false,
      ]);
    });

    it('takes the address in whatever case', async () => {
      const person = await join('viewer');
      expect((await person.signIn({ email: person.user.email.toUpperCase() })).status).toBe(200);
    });

    it.each([
      ['owner', [...SCOPES]],
      [
        'viewer',
        SCOPES.filter((scope) =>
          /^(orders|parties|customs|freight|fx|tax_refund|financing|ledger|catalogue|calculations|events):(read|use)$/.test(
            scope,
          ),
        ),
      ],
    ])('as %s allows exactly %j', async (role, scopes) => {
      const { session } = await (await join(role)).in();
      expect([...session.user.scopes].sort()).toEqual([...scopes].sort());
    });

    it('is refused in one way, whatever is wrong, and after the same time', async () => {
      const [person, disabled, locked] = [await join('viewer'), await join('viewer'), await join('viewer')];
      const other = await Person.join(platform, await platform.tenant('Another'), ['viewer']);
      await tenant.client.post(`/v1/users/${disabled.user.id}/disabling`);
      await platform.rows(`UPDATE platform.staff_user SET locked_until = now() + interval '1 hour' WHERE email = $1`, [
        locked.user.email,
      ]);
      const tries: [string, () => Promise<{ status: number; body: Session; text: string }>][] = [
        ['a wrong password', () => person.signIn({ password: WRONG })],
        ['a stranger', () => person.signIn({ email: 'nobody@example.com' })],
        ['another tenant', () => person.signIn({ tenantId: other.tenantId })],
        ['no tenant', () => person.signIn({ tenantId: 'ten_01jdq3x7k2e9ta6v0m8r4c5wzb' })],
        ['disabled', () => disabled.signIn()],
        ['locked', () => locked.signIn()],
      ];
      const answers = [];
      for (const [, attempt] of tries) {
        const start = performance.now();
        const { status, body } = await attempt();
        const { traceId: _traceId, ...problem } = body as unknown as Record<string, unknown>;
        answers.push({ status, problem, took: performance.now() - start });
      }
      expect(new Set(answers.map(({ status, problem }) => JSON.stringify([status, problem]))).size).toBe(1);
      expect(answers[0]).toMatchObject({ status: 401, problem: { code: 'AUTH.SIGN_IN_REFUSED' } });
      const times = answers.map(({ took }) => took);
      expect(Math.min(...times)).toBeGreaterThan(290);
      expect(Math.max(...times) - Math.min(...times)).toBeLessThan(250);
    }, 20_000);

    it('locks the account for a quarter of an hour after five failures, however many come at once', async () => {
      const person = await join('viewer');
      const tries = await Promise.all(Array.from({ length: 12 }, () => person.signIn({ password: WRONG })));
      expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([401]));
      expect(codeOf(await person.signIn())).toEqual([401, 'AUTH.SIGN_IN_REFUSED']);
      // What comes while it is locked is in nobody's audit.
      expect((await actions(person)).filter((action) => action === 'users.proof_failed')).toHaveLength(5);
      const [row] = await platform.rows<{ minutes: number }>(
        `SELECT round(extract(epoch FROM locked_until - now()) / 60)::int AS minutes FROM platform.staff_user WHERE email = $1`,
        [person.user.email],
      );
      expect(row?.minutes).toBe(15);
      await platform.rows(`UPDATE platform.staff_user SET locked_until = now() WHERE email = $1`, [person.user.email]);
      expect((await person.signIn()).status).toBe(200);
    }, 30_000);

    it('forgets failures once the right password comes', async () => {
      const person = await join('viewer');
      for (let round = 0; round < 2; round += 1) {
        for (let failure = 0; failure < 4; failure += 1) await person.signIn({ password: WRONG });
        expect((await person.signIn()).status).toBe(200);
      }
    }, 20_000);

    it('leaves no trace of who is not there', async () => {
      const count = async () =>
        (await platform.rows<{ n: number }>(`SELECT count(*)::int AS n FROM audit.record`))[0]?.n;
      const person = await join('viewer');
      const before = await count();
      await person.signIn({ email: 'nobody@example.com' });
      expect(await count()).toBe(before);
    });

    it.each([
      [{ tenantId: 'acme' }, '/tenantId'],
      [{ email: '' }, '/email'],
      [{ password: 'x'.repeat(201) }, '/password'],
      [{ code: '12345' }, '/code'],
      [{ code: 'abcdef' }, '/code'],
    ])('is not tried with %j', async (proof, pointer) => {
      const answer = await platform.as(null).post<{ errors: { pointer: string }[] }>('/v1/sessions', {
        tenantId: 'ten_01jdq3x7k2e9ta6v0m8r4c5wzb',
        email: 'li@example.com',
        password: PASSWORD,
        ...proof,
      });
      expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, pointer]);
    });
  });

  describe('a session', () => {
    it('goes on by refresh tokens that work once; one that comes again ends it', async () => {
      const person = await join('viewer');
      const { session: first } = await person.in();
      const { status, body: second } = await person.refresh(first.refreshToken);
      const me = (of: Session) => async () => (await platform.as(of.accessToken).get('/v1/me')).status;
      expect([status, await me(first)(), await me(second)()]).toEqual([200, 200, 200]);
      expect(codeOf(await person.refresh(first.refreshToken))).toEqual([401, 'AUTH.SESSION_OVER']);
      await soon(me(second), 401);
      expect(codeOf(await person.refresh(second.refreshToken))).toEqual([401, 'AUTH.SESSION_OVER']);
      expect(codeOf(await platform.as(second.accessToken).get<Session>('/v1/me'))).toEqual([
        401,
        'AUTH.CREDENTIAL_REVOKED',
      ]);
      for (let again = 0; again < 3; again += 1) await person.refresh(first.refreshToken);
      const reused = (await actions(person)).filter((action) => action === 'users.refresh_token_reused');
      expect(reused).toHaveLength(1);
    });

    it('goes on once of twenty who show the same token at once, and is over', async () => {
      const person = await join('viewer');
      const { session } = await person.in();
      const answers = await Promise.all(Array.from({ length: 20 }, () => person.refresh(session.refreshToken)));
      const good = answers.filter(({ status }) => status === 200);
      expect([good.length, answers.filter(({ status }) => status === 401).length]).toEqual([1, 19]);
      expect((await person.refresh(good[0]?.body.refreshToken ?? '')).status).toBe(401);
    });

    it.each([
      ['invented', () => `er_${'A'.repeat(22)}_${'B'.repeat(43)}`],
      ['nonsense', () => 'x'],
      ['an invitation', ({ user }: Person) => user.invitation],
    ])('does not go on by what is %s', async (_what, token) => {
      const person = await join('viewer');
      expect(codeOf(await person.refresh(token(person)))).toEqual([401, 'AUTH.SESSION_OVER']);
    });

    it('that nobody used for a week, or that is a month old, is over', async () => {
      const person = await join('viewer');
      const [{ session: idle }, { session: old }] = [await person.in(), await person.in()];
      await platform.rows(`UPDATE platform.refresh_token SET expires_at = now() WHERE hash = sha256($1::bytea)`, [
        idle.refreshToken,
      ]);
      expect((await person.refresh(idle.refreshToken)).status).toBe(401);
      await platform.rows(`UPDATE platform.staff_session SET expires_at = now()`);
      expect((await person.refresh(old.refreshToken)).status).toBe(401);
    });

    it('ends by signing out, this one or all, at once and in every process', async () => {
      const person = await join('viewer');
      const [one, two, three] = [await person.in(), await person.in(), await person.in()];
      const other = await platform.anotherApi();
      const there =
        ({ session }: typeof one) =>
        async () =>
          (await fetch(`${other.url}/v1/me`, { headers: { authorization: `Bearer ${session.accessToken}` } })).status;
      try {
        expect([await there(one)(), await there(two)(), await there(three)()]).toEqual([200, 200, 200]);
        expect((await one.client.post('/v1/me/sign-out')).status).toBe(204);
        await soon(there(one), 401);
        expect([await there(two)(), await there(three)()]).toEqual([200, 200]);
        expect((await two.client.post('/v1/me/sign-out-everywhere')).status).toBe(204);
        await soon(there(two), 401);
        await soon(there(three), 401);
        expect((await person.refresh(three.session.refreshToken)).status).toBe(401);
      } finally {
        await other.close();
      }
    });

    it('costs no question of its own to requests that come one after the other', async () => {
      const { client } = await (await join('viewer')).in();
      await client.get('/v1/parties');
      const texts = await statementsOf(async () => {
        for (let read = 0; read < 20; read += 1) await client.get('/v1/parties');
      });
      expect(texts.filter((text) => /staff_|refresh_token|signing_key/.test(text)).length).toBeLessThanOrEqual(1);
    });

    it('belongs to people: a key has nothing of its own', async () => {
      expect(codeOf(await tenant.client.get<Session>('/v1/me'))).toEqual([403, 'AUTH.MISSING_SCOPE']);
    });
  });

  describe('a second factor', () => {
    const set = async (person: Person) => {
      const { client } = await person.in();
      const { body } = await client.post<{ secret: string; address: string }>('/v1/me/totp', { password: PASSWORD });
      const app = URI.parse(body.address) as TOTP;
      const confirmed = await client.post<{ recoveryCodes: string[] }>('/v1/me/totp/confirmation', {
        code: app.generate(),
      });
      expect(confirmed.status).toBe(200);
      return { client, app, recoveryCodes: confirmed.body.recoveryCodes };
    };

    it('is in force once it was confirmed; then the password alone is not enough', async () => {
      const person = await join('finance');
      const { client } = await person.in();
      await client.post('/v1/me/totp', { password: PASSWORD });
      expect((await person.signIn()).status).toBe(200);
      const { app } = await set(person);
      expect(codeOf(await person.signIn())).toEqual([401, 'AUTH.SECOND_FACTOR_NEEDED']);
      expect(codeOf(await person.signIn({ password: WRONG }))).toEqual([401, 'AUTH.SIGN_IN_REFUSED']);
      const code = app.generate({ timestamp: Date.now() + 30_000 });
      expect((await person.signIn({ code })).status).toBe(200);
      // Whoever looked over the shoulder comes too late.
      expect(codeOf(await person.signIn({ code }))).toEqual([401, 'AUTH.SIGN_IN_REFUSED']);
      expect((await tenant.client.get<User>(`/v1/users/${person.user.id}`)).body.secondFactor).toBe(true);
    });

    it('is replaced by recovery codes, each once', async () => {
      const person = await join('finance');
      const { recoveryCodes } = await set(person);
      expect(new Set(recoveryCodes).size).toBe(10);
      const [code] = recoveryCodes;
      expect((await person.signIn({ code })).status).toBe(200);
      expect((await person.signIn({ code })).status).toBe(401);
      expect(await actions(person)).toContain('users.recovery_code_used');
    });

    it('that is guessed locks the account as passwords do', async () => {
      const person = await join('finance');
      const { app } = await set(person);
      const wrong = app.generate({ timestamp: Date.now() - 3_600_000 });
      for (let failure = 0; failure < 5; failure += 1) await person.signIn({ code: wrong });
      expect(codeOf(await person.signIn({ code: app.generate({ timestamp: Date.now() + 30_000 }) }))).toEqual([
        401,
        'AUTH.SIGN_IN_REFUSED',
      ]);
    }, 20_000);

    it('is set and removed by who knows the password, and not set twice', async () => {
      const person = await join('finance');
      const { client } = await person.in();
      expect(codeOf(await client.post<Session>('/v1/me/totp', { password: WRONG }))).toEqual([
        403,
        'USERS.PROOF_REFUSED',
      ]);
      expect(codeOf(await client.post<Session>('/v1/me/totp/confirmation', { code: '123456' }))).toEqual([
        409,
        'USERS.SECOND_FACTOR_STATE',
      ]);
      const { app } = await set(person);
      expect(codeOf(await client.post<Session>('/v1/me/totp', { password: PASSWORD }))).toEqual([
        409,
        'USERS.SECOND_FACTOR_STATE',
      ]);
      expect(codeOf(await client.post<Session>('/v1/me/totp/removal', { password: WRONG }))).toEqual([
        403,
        'USERS.PROOF_REFUSED',
      ]);
      expect((await person.signIn()).status).toBe(401);
      expect((await client.post('/v1/me/totp/removal', { password: PASSWORD })).status).toBe(204);
      expect((await person.signIn()).status).toBe(200);
      expect(app.generate()).toMatch(/^\d{6}$/);
    });

    it('is kept as nobody can read it', async () => {
      const person = await join('finance');
      const { app, recoveryCodes } = await set(person);
      const [row] = await platform.rows<{ text: string; box: Buffer }>(
        `SELECT u::text AS text, totp_box AS box FROM platform.staff_user u WHERE email = $1`,
        [person.user.email],
      );
      expect(row?.box.toString('latin1')).not.toContain(app.secret.base32);
      for (const secret of [...recoveryCodes, app.secret.base32, PASSWORD]) expect(row?.text).not.toContain(secret);
      expect(row?.text).toContain('$argon2id$');
    });
  });

  describe('a password', () => {
    it('is changed by who knows it; the other sessions end', async () => {
      const person = await join('viewer');
      const [here, there] = [await person.in(), await person.in()];
      const change = (currentPassword: string) =>
        here.client.post<Session>('/v1/me/password', { currentPassword, newPassword: WRONG });
      expect(codeOf(await change('a guess at the password'))).toEqual([403, 'USERS.PROOF_REFUSED']);
      expect((await change(PASSWORD)).status).toBe(204);
      await soon(async () => (await there.client.get('/v1/me')).status, 401);
      expect((await here.client.get('/v1/me')).status).toBe(200);
      expect([(await person.signIn()).status, (await person.signIn({ password: WRONG })).status]).toEqual([401, 200]);
    });

    it('of less than twelve characters is none', async () => {
      const { client } = await (await join('viewer')).in();
      const body = { currentPassword: PASSWORD, newPassword: 'short words' };
      expect((await client.post('/v1/me/password', body)).status).toBe(422);
    });
  });

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

  it('who guess from one address are told to wait, though each names another account', async () => {
    const strict = await TestPlatform.start({
      worker: false,
      env: { RATE_LIMIT_FAILED_KEYS_PER_MINUTE: '3', TRUSTED_PROXIES: '127.0.0.1' },
    });
    try {
      const people = await Person.join(strict, await strict.tenant(), ['viewer']);
      const from = (address: string) => ({ 'x-forwarded-for': address });
      for (let good = 0; good < 5; good += 1) expect((await people.signIn({}, from('192.0.2.1'))).status).toBe(200);
      const tries = await Promise.all(
        Array.from({ length: 6 }, (_, at) => people.signIn({ email: `nobody-${at}@example.com` }, from('192.0.2.1'))),
      );
      expect(tries.map(({ status }) => status).sort()).toEqual([401, 401, 401, 429, 429, 429]);
      expect((await people.signIn({}, from('192.0.2.2'))).status).toBe(200);
    } finally {
      await strict.stop();
    }
  }, 30_000);
});
