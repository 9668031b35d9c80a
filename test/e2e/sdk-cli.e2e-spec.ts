import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Webhook } from 'standardwebhooks';

import { buyers, lines } from '../support/batch-desk.js';
import { BUYER, orderBody, SELLER } from '../support/order-samples.js';
import { enter } from '../support/order-desk.js';
import { Receiver } from '../support/receiver.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

const MAIN = path.resolve(import.meta.dirname, '../../sdk/dist/esm/cli/main.js');
const HAN = /\p{Script=Han}/u;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command as it runs: what it has said so far, and its end. */
class Running {
  out = '';
  err = '';
  readonly ended: Promise<Ended>;

  constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
    this.ended = new Promise((resolve) => {
      child.on('close', (code) => {
        resolve({ code, out: this.out, err: this.err });
      });
    });
  }

  interrupt(): Promise<Ended> {
    this.child.kill('SIGINT');
    return this.ended;
  }
}

describe('The command line entrepot', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let home: string;
  let orderFile: string;
  let orderId: string;
  const started: ChildProcess[] = [];

  beforeAll(async () => {
    platform = await TestPlatform.start();
    tenant = await platform.tenant();
    home = mkdtempSync(path.join(tmpdir(), 'entrepot-home-'));
    orderFile = path.join(home, 'order.json');
    const body = orderBody(await enter(tenant, SELLER), await enter(tenant, BUYER), 'CLI-1');
    writeFileSync(orderFile, JSON.stringify(body));
  });
  afterAll(async () => {
    for (const child of started) child.kill();
    rmSync(home, { recursive: true });
    await platform.stop();
  });

  function start(args: readonly string[], { input = '', env = {} }: { input?: string; env?: object } = {}): Running {
    const own = { PATH: process.env['PATH'], XDG_CONFIG_HOME: home, ENTREPOT_SANDBOX_URL: platform.sandbox.url };
    const child = spawn(process.execPath, [MAIN, ...args], { env: { ...own, ...env } });
    started.push(child);
    child.stdin.end(input);
    return new Running(child);
  }
  const entrepot = (line: string, options = {}): Promise<Ended> => start(line.split(' '), options).ended;

  it('makes a sandbox tenant for who has no key yet, and then works with that of the tenant', async () => {
    const own = mkdtempSync(path.join(home, 'newcomer-'));
    const env = { XDG_CONFIG_HOME: own, ENTREPOT_BASE_URL: platform.config.publicUrl };
    const made = await entrepot('sandbox create --name Trial --json', { env });
    expect([made.code, made.err]).toEqual([0, '']);
    expect(made.out).not.toContain('ek_test_');
    const { id, file, seed } = JSON.parse(made.out) as { id: string; file: string; seed: { reference: string }[] };
    expect(seed.map(({ reference }) => reference)).toContain('SANDBOX-SELLER-TRADING');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await entrepot('clock get', { env })).toMatchObject({ code: 0 });
    const again = await entrepot('sandbox create', { env });
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('SANDBOX-BUYER-DE')]);
    expect(again.out).not.toContain(id);

    const emptied = await entrepot(`sandbox reset --tenant ${idIn(again.out)}`, { env });
    expect([emptied.code, emptied.out]).toEqual([0, expect.stringMatching(/^ten_\w+ is empty: \d+ rows are gone$/m)]);
    const another = await entrepot(`sandbox reset --tenant ${id}`, { env });
    expect([another.code, another.err]).toEqual([1, expect.stringContaining('SANDBOX.OTHER_TENANT')]);
    expect(await entrepot('sandbox reset', { env })).toMatchObject({ code: 2 });
  });

  it('makes none for a live key', async () => {
    const { apiKey } = await platform.tenant('Live', { livemode: true });
    const env = { ENTREPOT_BASE_URL: platform.config.publicUrl, ENTREPOT_API_KEY: apiKey };
    const { code, err } = await entrepot('sandbox create', { env });
    expect([code, err]).toEqual([3, expect.stringContaining('SANDBOX.LIVE_CALLER')]);
  });

  it('keeps the key that comes by standard input, and only if the platform knows it', async () => {
    const login = `login --key - --base-url ${platform.config.publicUrl}`;
    expect(await entrepot(login, { input: 'ek_test_nobody\n' })).toMatchObject({ code: 3 });
    expect(await entrepot('orders list')).toMatchObject({ code: 2 });
    expect(await entrepot(login, { input: `${tenant.apiKey}\n` })).toMatchObject({ code: 0 });
    expect(statSync(path.join(home, 'entrepot/config.json')).mode & 0o777).toBe(0o600);
    expect(await entrepot('orders list')).toEqual({ code: 0, out: 'No orders\n', err: '' });
  });

  it('tries an order and enters it, once however often', async () => {
    const tried = await entrepot(`orders create -f ${orderFile} --dry-run`);
    expect(tried).toMatchObject({ code: 0, out: expect.stringContaining('nothing was kept') as string });
    const first = await entrepot(`orders create -f ${orderFile} --json`);
    const second = await entrepot(`orders create -f ${orderFile} --json`);
    expect([first.code, second.out]).toEqual([0, first.out]);
    orderId = (JSON.parse(first.out) as { id: string }).id;
    expect((await entrepot('orders list --reference CLI-1')).out).toContain(orderId);
  });

  it('shows an order, and in either language what happened to it', async () => {
    await eventually(
      () => entrepot(`orders get ${orderId}`),
      ({ out }) => /customs +cleared/.test(out),
    );
    const [english, chinese] = await Promise.all([
      entrepot(`orders timeline ${orderId}`),
      entrepot(`orders timeline ${orderId}`, { env: { LANG: 'zh_CN.UTF-8' } }),
    ]);
    expect(english.out).toMatch(/customs\.declaration\.released +\w/);
    expect(english.out).not.toMatch(HAN);
    expect(chinese.out).toMatch(HAN);
  });

  it('says what is wrong with a file, where, and what to do, in the language of the terminal', async () => {
    const wrong = path.join(home, 'wrong.json');
    writeFileSync(wrong, '{"reference": "CLI-2", "colour": "red"}');
    const { code, err } = await entrepot(`orders create -f ${wrong}`, { env: { LC_ALL: 'zh_CN.UTF-8' } });
    expect(code).toBe(1);
    expect(err).toMatch(/REQUEST\.INVALID/);
    expect(err).toMatch(/^ {2}\/colour +此处没有该字段$/m);
    expect(err).toMatch(/^怎么办: .+/m);
  });

  it('gives a command for each line of a file, once however often, and follows it to its end', async () => {
    const file = path.join(home, 'buyers.ndjson');
    writeFileSync(file, lines([...buyers(3, 'cli-'), { body: {} }]));
    const followed = await entrepot(`batches create enterParty -f ${file} --watch`);
    expect(followed).toMatchObject({
      code: 0,
      out: expect.stringMatching(/completed: 4 of 4 done, 1 failed, 0 cancelled\n$/) as string,
    });
    const again = await entrepot(`batches create enterParty -f ${file}`);
    expect(again.out).toContain(`Batch ${followed.out.split(' ')[0] ?? ''}: 4 items`);
    expect(await entrepot(`batches create nothing -f ${file}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('BULK.NO_SUCH_COMMAND') as string,
    });
  });

  it('lets the buyer of an order pay', async () => {
    const paid = await entrepot(`trigger buyer-payment --order ${orderId}`);
    expect(paid).toMatchObject({ code: 0, out: expect.stringContaining('10000.00 USD will be credited') as string });
    await eventually(
      () => entrepot(`orders get ${orderId} --json`),
      ({ out }) => ['collected', 'converted', 'paid_out'].includes((JSON.parse(out) as Order).tracks.fx),
    );
    expect(await entrepot('trigger buyer-payment --order ord_01jdq3x7k2e9ta6v0m8r4c5wzb')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Nothing is owed') as string,
    });
  });

  it('rehearses a whole export, with a line for each change', async () => {
    const { code, out, err } = await entrepot('scenarios run inspection');
    const told = out.trim().split('\n');
    expect([code, err]).toEqual([0, '']);
    expect(told.length).toBeGreaterThan(2);
    expect(told.at(-1)).toMatch(/^scn_\w+ completed: (\d+) of \1 steps, order ord_/);
    const unknown = await entrepot('scenarios run nothing');
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('/kind')]);
    const chinese = await entrepot('scenarios run --help', { env: { LANG: 'zh_CN.UTF-8' } });
    expect(chinese.out).toMatch(HAN);
  });

  it('pulls the other levers of the sandbox, and hears its refusals', async () => {
    const told = await entrepot('trigger partner customs --down --delay-ms 20');
    expect(told.out).toMatch(/^customs now: .*delayMs 20.*down true/);
    expect((await entrepot('trigger partner customs')).out).toContain('down false');
    expect((await entrepot('trigger partner moon')).err).toContain('The sandbox refused: No partner moon');
    expect((await entrepot('trigger departure --bill-no NB123 --voyage 007W')).out).toContain('007W');
    const quotes = path.join(home, 'quotes.json');
    const usd = { currency: 'USD', unit: '100', spotBuy: '700', cashBuy: '695', spotSell: '703', cashSell: '703' };
    writeFileSync(quotes, JSON.stringify({ quotes: [usd] }));
    expect((await entrepot(`trigger fx-board -f ${quotes}`)).out).toBe('The board shows 1 currencies\n');
  });

  it('forwards what happens from now on, signed, and again where it was not taken', async () => {
    const receiver = await Receiver.start();
    let refusals = 1;
    receiver.answer = () => (refusals-- > 0 ? 500 : 204);
    const listening = start(['listen', '--forward-to', `${receiver.url}/hooks`, '--types', 'orders.order.placed']);
    await eventually(
      () => Promise.resolve(listening.err),
      (err) => err.includes('whsec_'),
    );
    // It has read what was before once a second order is heard of, whichever that is.
    const seen = await eventually(
      async () => {
        await placeOrder();
        return receiver.received;
      },
      ({ length }) => length >= 2,
    );
    const [, secret = ''] = /(whsec_\S+)/.exec(listening.err) ?? [];
    for (const { body, headers } of seen.slice(0, 2))
      expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
        type: 'orders.order.placed',
      });
    expect(seen[0]?.headers['webhook-id']).toBe(seen[1]?.headers['webhook-id']);
    expect(seen.map(({ body }) => body).join()).not.toContain(orderId);
    expect(await listening.interrupt()).toMatchObject({ code: 0, out: expect.stringMatching(/→ 204/) as string });
    await receiver.stop();
    const again = start(['listen', '--forward-to', 'http://127.0.0.1:9']);
    await eventually(
      () => Promise.resolve(again.err),
      (err) => err.includes(secret),
    );
    await again.interrupt();
  });

  it('shows events as they come, one JSON a line, until it is told to stop', async () => {
    const tailing = start(['events', 'tail', '--from', 'oldest', '--order', orderId, '--json']);
    await eventually(
      () => Promise.resolve(tailing.out),
      (out) => out.includes('customs.declaration.cleared'),
    );
    const { code, out } = await tailing.interrupt();
    const events = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { orderId: string; object: string });
    expect(code).toBe(0);
    expect(events.every((event) => event.object === 'event' && event.orderId === orderId)).toBe(true);
  });

  it('lets time pass, and tells what it is', async () => {
    expect((await entrepot('clock get')).out).toContain('the real time');
    expect((await entrepot('clock set --to 2031-01-01T08:00:00+08:00')).out).toBe(
      '2031-01-01T00:00:00.000Z, standing still\n',
    );
    const { code, out } = await entrepot('clock advance --by 36h');
    expect([code, out.trim().split('\n').at(-1)]).toEqual([
      0,
      expect.stringMatching(/^cka_\w+ completed: 2031-01-02T12:00:00.000Z of 2031-01-02T12:00:00.000Z, \d+ fell due$/),
    ]);
    expect((await entrepot('clock get')).out).toBe('2031-01-02T12:00:00.000Z, standing still\n');
    for (const [command, problem] of [
      ['clock advance --to 2030-01-01', 'SANDBOX.CLOCK_RUNS_FORWARD'],
      ['clock advance --by 400d', 'SANDBOX.CLOCK_TOO_FAR'],
    ] as const) {
      expect(await entrepot(command)).toMatchObject({ code: 1, err: expect.stringContaining(problem) as string });
    }
  });

  let placed = 0;
  async function placeOrder(): Promise<void> {
    const { client } = tenant;
    const { body } = await client.get<Record<string, string>>(`/v1/orders/${orderId}`);
    placed += 1;
    const order = orderBody(body['sellerId'] ?? '', body['buyerId'] ?? '', `HEARD-${placed}`);
    await client.post('/v1/orders', order, { 'idempotency-key': `heard-${placed}` });
  }
});

interface Order {
  readonly tracks: { readonly fx: string };
}

function idIn(out: string): string {
  return /ten_\w+/.exec(out)?.[0] ?? '';
}
