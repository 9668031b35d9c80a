import { type TOTP, URI } from 'otpauth';

import { statementsOf } from '../support/query-log.js';
import { actionsOn, codeOf, PASSWORD, Person, type Session, soon, type User, WRONG } from '../support/staff.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';

describe('Of people who have signed in', () => {
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
    });

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
});
