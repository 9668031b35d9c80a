import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Loopback, problem } from '../testing/loopback.js';
import { languageOf } from './language.js';
import { COMMANDS, run } from './run.js';
import { SAY } from './sentences.js';
import { settingsFile, writeSettings } from './settings.js';
import { table } from './table.js';

const HAN = /\p{Script=Han}/u;

describe('The command line', () => {
  let server: Loopback;
  let home: string;

  beforeEach(async () => {
    server = await Loopback.start();
    home = mkdtempSync(path.join(tmpdir(), 'entrepot-cli-'));
  });
  afterEach(async () => {
    await server.stop();
    rmSync(home, { recursive: true });
  });

  async function entrepot(args: string, env: Record<string, string> = {}) {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await run(args === '' ? [] : args.split(' '), {
      env: { XDG_CONFIG_HOME: home, ENTREPOT_BASE_URL: server.url, ENTREPOT_API_KEY: 'ek_test_1', ...env },
      signal: AbortSignal.timeout(10_000),
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  }

  describe('follows bulk work', () => {
    const at = (done: number, isOver = false) => ({
      id: 'opr_1',
      state: isOver ? 'completed' : 'running',
      total: 4,
      done,
      failed: 1,
      cancelled: 0,
      endedAt: isOver ? '2026-04-01T02:00:00.000Z' : null,
      version: done,
    });

    beforeEach(() => {
      const events = [at(2), at(4, true)].map((one) => `id: ${one.version}\ndata: ${JSON.stringify(one)}\n\n`);
      server.answer = () => ({ status: 200, headers: { 'content-type': 'text/event-stream' }, body: events.join('') });
    });

    it('with a line for each change where nobody looks on', async () => {
      const { code, out } = await entrepot('operations watch opr_1');
      expect([code, ...out.split('\n')]).toEqual([
        0,
        'opr_1 running: 2 of 4 done, 1 failed, 0 cancelled',
        'opr_1 completed: 4 of 4 done, 1 failed, 0 cancelled',
      ]);
      expect(server.asked.map(({ url }) => url)).toEqual(['/v1/operations/opr_1/progress']);
    });

    it('with a bar that grows where somebody does', async () => {
      const [out, over]: [string[], string[]] = [[], []];
      await run(['operations', 'watch', 'opr_1'], {
        env: { XDG_CONFIG_HOME: home, ENTREPOT_BASE_URL: server.url, ENTREPOT_API_KEY: 'ek_test_1' },
        signal: AbortSignal.timeout(10_000),
        out: (line) => void out.push(line),
        err: (line) => void out.push(line),
        rewrite: (line) => void over.push(line),
      });
      expect(over.map((line) => line.slice(0, 32))).toEqual([
        `[${'#'.repeat(15)}${'.'.repeat(15)}]`,
        `[${'#'.repeat(30)}]`,
        '',
      ]);
      expect(out).toEqual(['opr_1 completed: 4 of 4 done, 1 failed, 0 cancelled']);
    });

    it('as JSON, an object a line', async () => {
      const { out } = await entrepot('operations watch opr_1 --json');
      expect(out.split('\n').map((line) => (JSON.parse(line) as { done: number }).done)).toEqual([2, 4]);
    });
  });

  it('says what it can do, all of it or one family', async () => {
    const { code, out } = await entrepot('');
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(name);
    expect((await entrepot('clock')).out).not.toContain('orders');
    expect((await entrepot('orders create --help')).out).toContain('Usage: entrepot orders create -f FILE|-');
  });

  it.each([
    ['order list', 'There is no command order list'],
    ['orders list --colour red', 'There is no option --colour'],
    ['orders list --limit', 'The option --limit needs a value'],
    ['orders list --all=yes', 'The option --all takes no value'],
    ['orders list --limit many', '--limit must be a number, not many'],
    ['orders get', 'ID is missing'],
    ['orders get a b', 'Too many arguments: b'],
    ['orders create', 'The option --file is missing'],
    ['orders create -f /nowhere.json', '/nowhere.json cannot be read'],
    ['clock advance', 'Give one of --by, --to'],
    ['clock advance --by week', 'week is no span of time'],
    ['clock advance --to soon', 'soon is no instant'],
    ['listen --forward-to here', 'here is no http(s) address'],
  ])('ends with 2 for what was called wrongly: %s', async (args, words) => {
    const { code, err } = await entrepot(args);
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
    expect(server.asked).toEqual([]);
  });

  it('takes a file that is no JSON for a mistake too', async () => {
    const file = path.join(home, 'order.json');
    writeFileSync(file, '{"reference":');
    const { code, err } = await entrepot(`orders create -f ${file}`);
    expect([code, err]).toEqual([2, expect.stringContaining('is no JSON')]);
  });

  it.each([
    [409, 'STATE.ILLEGAL_TRANSITION', 1],
    [401, 'AUTH.UNAUTHENTICATED', 3],
    [403, 'AUTH.MISSING_SCOPE', 3],
    [500, 'INTERNAL', 4],
  ])('ends with what %i %s means: %i', async (status, code, expected) => {
    server.answer = () => problem(status, code);
    expect((await entrepot('orders get ord_1')).code).toBe(expected);
  });

  it('ends with 4 where there is no platform', async () => {
    const { code, err } = await entrepot('clock get --base-url http://127.0.0.1:9');
    expect([code, err]).toEqual([4, expect.stringContaining('No connection to http://127.0.0.1:9')]);
  });

  it('explains a problem: what, where, what to do, what else', async () => {
    const errors = [{ pointer: '/lines/0/hsCode', code: 'format', message: 'Must have 10 digits' }];
    server.answer = ({ url }) =>
      url === '/v1/errors/REQUEST.INVALID'
        ? { status: 200, body: { fix: { en: 'Mend it', zh: '请更正' } } }
        : problem(422, 'REQUEST.INVALID', { errors, allowedActions: ['cancel'] });
    const { err } = await entrepot('orders get ord_1');
    expect(err.split('\n')).toEqual([
      'A title (REQUEST.INVALID)',
      'What happened',
      '  /lines/0/hsCode  Must have 10 digits',
      'What to do: Mend it',
      'Possible instead: cancel',
      'In our logs: trace-1',
    ]);
    expect(JSON.parse((await entrepot('orders get ord_1 --json')).err)).toMatchObject({
      code: 'REQUEST.INVALID',
      errors,
    });
    expect((await entrepot('orders get ord_1', { LANG: 'zh_CN.UTF-8' })).err).toContain('怎么办: 请更正');
    expect(server.sent('accept-language')).toContain('zh-CN');
  });

  it('gives the key to the catalogue of errors to nobody', async () => {
    server.answer = () => problem(409, 'FX.QUOTE_USED');
    await entrepot('orders get ord_1');
    expect(server.asked.find(({ url }) => url.startsWith('/v1/errors/'))?.headers).not.toHaveProperty('authorization');
  });

  it('needs a key, and says where it comes from', async () => {
    const { code, err } = await entrepot('orders list', { ENTREPOT_API_KEY: '' });
    expect([code, err]).toEqual([2, expect.stringContaining('entrepot login')]);
  });

  it('shows no more orders than were asked for, and says that there are more', async () => {
    const order = (id: string) => ({
      id,
      reference: `R-${id}`,
      state: 'placed',
      createdAt: '2026-11-24T08:00:00.000Z',
      value: { amount: '1.00', currency: 'USD' },
    });
    server.answer = () => ({ status: 200, body: { data: ['1', '2', '3'].map(order), nextCursor: null } });
    const { out, err } = await entrepot('orders list --limit 2');
    expect(out.split('\n')).toHaveLength(2);
    expect(err).toContain('There are more');
    expect(server.asked[0]?.url).toBe('/v1/orders?limit=3');
    expect(JSON.parse((await entrepot('orders list --limit 3 --json')).out)).toHaveLength(3);
  });

  it('keeps a key where nobody else can read it, whatever was there', async () => {
    const env = { XDG_CONFIG_HOME: home };
    const file = writeSettings(env, {});
    writeFileSync(file, '{"webhookSecret":"whsec_1"}');
    const { code } = await entrepot('login --key ek_test_2', { ENTREPOT_BASE_URL: server.url });
    expect(code).toBe(0);
    expect(file).toBe(settingsFile(env));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    server.answer = () => ({ status: 200, body: { data: [], nextCursor: null } });
    await entrepot('orders list', { ENTREPOT_API_KEY: '' });
    expect(server.sent('authorization').at(-1)).toBe('Bearer ek_test_2');
  });

  it('keeps no key that the platform does not know', async () => {
    server.answer = () => problem(401, 'AUTH.UNAUTHENTICATED');
    const { code } = await entrepot('login --key ek_test_2');
    expect(code).toBe(3);
    expect(() => statSync(settingsFile({ XDG_CONFIG_HOME: home }))).toThrow('ENOENT');
  });

  it('ignores an XDG folder that is relative, as it is to', () => {
    expect(settingsFile({ XDG_CONFIG_HOME: 'here', HOME: '/home/a' })).toBe('/home/a/.config/entrepot/config.json');
  });

  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'de_DE', LC_ALL: 'zh_TW' }, 'zh'],
    [{ LANG: 'de_DE' }, 'en'],
    [{}, 'en'],
  ])('speaks by the environment: %j is %s', (env, language) => {
    expect(languageOf(env)).toBe(language);
  });

  it('says everything in both languages, with the same places', () => {
    const words = [...Object.values(SAY), ...COMMANDS.flatMap(({ summary, details }) => [summary, details ?? summary])];
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
    expect(words.filter(({ en, zh }) => places(en) !== places(zh))).toEqual([]);
    expect(words.filter(({ zh }) => !HAN.test(zh))).toEqual([]);
  });

  it('puts columns below one another, Chinese among them', () => {
    expect(
      table([
        ['订单', 'a'],
        ['order', 'b'],
      ]),
    ).toEqual(['订单   a', 'order  b']);
  });
});
