import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';

import { decodeJwt, decodeProtectedHeader, importJWK, type JWK, jwtVerify } from 'jose';

import { SCOPES } from '../../src/platform/auth/scopes.js';
import { openSecret } from '../../src/platform/auth/secret-box.js';
import { SigningKeys } from '../../src/platform/auth/tokens/signing-keys.js';
import { type Client, OauthDesk } from '../support/oauth-desk.js';
import { statementsOf } from '../support/query-log.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';

const PARTIES = '/v1/parties';

describe('An access token', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let desk: OauthDesk;
  let client: Client;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false, env: { TRUSTED_PROXIES: '127.0.0.1' } });
    desk = new OauthDesk(platform);
  });
  beforeEach(async () => {
    tenant = await platform.tenant();
    client = await desk.make(tenant);
  });
  afterAll(() => platform.stop());

  const tokenOf = (of = client) => desk.tokenOf(of);
  const use: OauthDesk['use'] = (...of) => desk.use(...of);

  it('is a JWT by RFC 9068, verified by the published keys, found by the published metadata', async () => {
    const token = await tokenOf();
    const { body: metadata } = await platform
      .as(null)
      .get<{ issuer: string; jwks_uri: string; token_endpoint: string; scopes_supported: string[] }>(
        '/.well-known/oauth-authorization-server',
      );
    expect(metadata).toMatchObject({
      issuer: platform.config.publicUrl,
      token_endpoint: `${platform.config.publicUrl}/oauth/token`,
      scopes_supported: SCOPES,
    });
    const { keys } = (await (await fetch(metadata.jwks_uri)).json()) as { keys: JWK[] };
    const { kid, typ, alg } = decodeProtectedHeader(token);
    expect([typ, alg]).toEqual(['at+jwt', 'EdDSA']);
    const jwk = keys.find((key) => key.kid === kid);
    const { payload } = await jwtVerify(token, await importJWK(jwk ?? {}), {
      issuer: metadata.issuer,
      audience: metadata.issuer,
    });
    expect([payload.sub, payload['client_id'], payload['scope']]).toEqual([
      client.id,
      client.id,
      'parties:read orders:read',
    ]);
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(900);
    expect(JSON.stringify(keys)).not.toContain('"d"');
  });

  it.each<[string, (header: object, payload: object) => [object, object]]>([
    ['with another name in it', (header, payload) => [header, { ...payload, sub: 'cli_01jdq3x7k2e9ta6v0m8r4c5wzb' }]],
    ['without a signature', (header, payload) => [{ ...header, alg: 'none' }, payload]],
    ['signed with a key that nobody published', (header, payload) => [{ ...header, kid: 'unknown' }, payload]],
  ])('that was changed opens nothing: %s', async (_how, change) => {
    const token = await tokenOf();
    const [header, payload] = change(decodeProtectedHeader(token), decodeJwt(token));
    const head = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    const stranger = generateKeyPairSync('ed25519').privateKey;
    const signatures = [token.split('.')[2] ?? '', '', sign(null, Buffer.from(head), stranger).toString('base64url')];
    for (const signature of signatures) {
      expect(await use(`${head}.${signature}`)).toEqual([401, 'AUTH.UNAUTHENTICATED']);
    }
  });

  it.each([
    ['that has run out', { exp: 1_000 }, 'AUTH.CREDENTIAL_EXPIRED'],
    ['for somebody else', { aud: 'https://elsewhere.example' }, 'AUTH.UNAUTHENTICATED'],
    ['of somebody else', { iss: 'https://elsewhere.example' }, 'AUTH.UNAUTHENTICATED'],
    ['of nobody', { sub: 'nobody' }, 'AUTH.UNAUTHENTICATED'],
    ['of another tenant', { tenant: 'ten_01jdq3x7k2e9ta6v0m8r4c5wzb' }, 'AUTH.CREDENTIAL_REVOKED'],
    ['of another epoch', { standing: '7' }, 'AUTH.CREDENTIAL_REVOKED'],
    ['for more than the client has', { scope: 'parties:write orders:read' }, 'AUTH.MISSING_SCOPE'],
  ])('%s opens nothing, though it were signed by us', async (_which, claims, code) => {
    const token = await tokenOf();
    const answered = await use(await forged(token, claims));
    expect(answered[1]).toBe(code);
  });

  it('of another type opens nothing, though it were signed by us', async () => {
    expect(await use(await forged(await tokenOf(), {}, { typ: 'JWT' }))).toEqual([401, 'AUTH.UNAUTHENTICATED']);
  });

  it('costs no question of its own to requests that come one after the other', async () => {
    const as = platform.as(await tokenOf());
    await as.get(PARTIES);
    const texts = await statementsOf(async () => {
      for (let read = 0; read < 20; read += 1) await as.get(PARTIES);
    });
    expect(texts.filter((text) => /oauth_client|signing_key|find_key/.test(text)).length).toBeLessThanOrEqual(1);
    expect(texts.length).toBeGreaterThanOrEqual(20);
  });

  it('outlives the change of the signing key, which is published before it signs', async () => {
    const token = await tokenOf();
    const keys = platform.api.get(SigningKeys);
    await keys.make(new Date(Date.now() + 3_600_000));
    const kids = async () =>
      (await platform.as(null).get<{ keys: { kid: string }[] }>('/.well-known/jwks.json')).body.keys.map(
        ({ kid }) => kid,
      );
    const kidOf = (of: string) => decodeProtectedHeader(of).kid;
    expect(await kids()).toHaveLength(2);
    expect(kidOf(await tokenOf())).toBe(kidOf(token));
    await keys.make(new Date());
    expect(kidOf(await tokenOf())).not.toBe(kidOf(token));
    expect(await use(token)).toEqual([200, undefined]);
  });

  /** As whoever had the database and its encryption key could. */
  async function forged(token: string, claims: object, header: object = {}): Promise<string> {
    const { kid = '' } = decodeProtectedHeader(token);
    const [row] = await platform.rows<{ private_box: Buffer }>(
      `SELECT private_box FROM platform.signing_key WHERE id = $1`,
      [kid],
    );
    const pem = openSecret(row?.private_box ?? Buffer.alloc(0), platform.config.encryptionKey);
    expect(row?.private_box.toString('latin1')).not.toContain('PRIVATE KEY');
    const parts = [
      { ...decodeProtectedHeader(token), ...header },
      { ...decodeJwt(token), ...claims },
    ];
    const head = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    return `${head}.${sign(null, Buffer.from(head), createPrivateKey(pem)).toString('base64url')}`;
  }
});
