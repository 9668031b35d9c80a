import { createHmac } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { defaultSecrets } from '../sandbox.js';
import { Harness } from '../testing/harness.js';
import { claim, declaration, loan } from '../testing/samples.js';

const submit = (world: Harness, reference: string, contract = reference): ReturnType<Harness['call']> =>
  world.call('POST', '/customs/declarations', declaration({ ContrNo: contract }), { 'x-message-id': reference });
const channels = (bodies: readonly string[]): string =>
  bodies.map((body) => /<CHANNEL>(.)</.exec(body)?.[1] ?? '').join('');

describe('At a partner’s door', () => {
  let world: Harness;
  beforeAll(async () => {
    world = await Harness.start();
  });
  afterAll(() => world.stop());

  it('nobody comes in without the secret', async () => {
    const answer = await world.call('POST', '/lender/loans', loan('adv_a'), { authorization: 'Bearer wrong' });
    expect([answer.status, answer.json['code']]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('a request without an address for the answer is turned away', async () => {
    const answer = await world.call('POST', '/lender/loans', loan('adv_b'), { 'x-callback-url': 'somewhere' });
    expect([answer.status, answer.json['code']]).toEqual([400, 'NO_CALLBACK_URL']);
  });

  it('the same request gets the first answer, byte for byte; another one under its reference gets 409', async () => {
    const first = await world.call('POST', '/lender/loans', loan('adv_c'));
    expect((await world.call('POST', '/lender/loans', loan('adv_c'))).text).toBe(first.text);
    const other = await world.call('POST', '/lender/loans', loan('adv_c', { annualRate: '0.05' }));
    expect([other.status, other.json['code']]).toEqual([409, 'REFERENCE_REUSED']);
  });

  it('everything is kept word for word, without secrets', async () => {
    await world.call('POST', '/tax-bureau/claims', claim('clm_a'));
    const { json } = await world.control('GET', '/received?partner=tax-bureau&reference=clm_a');
    const [request] = json['requests'] as { body: string; headers: Record<string, string>; path: string }[];
    expect(request?.body).toBe(JSON.stringify(claim('clm_a')));
    expect(request?.headers['authorization']).toBeUndefined();
    expect(request?.path).toBe('/tax-bureau/claims');
  });

  it('a body of more than four megabytes is turned away unread', async () => {
    const answer = await world
      .call('POST', '/customs/declarations', `<a>${'x'.repeat(5_000_000)}</a>`)
      .catch(() => null);
    expect(answer === null || answer.status === 413).toBe(true);
  });

  it('a body that is no JSON is turned away', async () => {
    expect((await world.call('POST', '/lender/loans', '<xml/>')).status).toBe(400);
  });
});

describe('A callback', () => {
  let world: Harness;
  beforeEach(async () => {
    world = await Harness.start();
  });
  afterEach(() => world.stop());

  it('is signed, says what it answers, and carries the trace on', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await world.call('POST', '/lender/loans', loan('adv_1'), { traceparent });
    await world.told('lender', 1, 'adv_1');
    const [{ headers, body, path } = { headers: {}, body: '', path: '' }] = world.callbacks;
    const [, time = '', mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-signature'])) ?? [];
    expect(mac).toBe(createHmac('sha256', defaultSecrets().lender).update(`${time}.${body}`).digest('hex'));
    expect(headers).toMatchObject({ 'x-in-reply-to': 'adv_1', traceparent, 'content-type': 'application/json' });
    expect(headers['x-message-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(path).toBe('/inbound/lender');
  });

  it('that is not taken is sent again, with the same id, before the next of its story', async () => {
    world.status = 500;
    await submit(world, 'dec_1');
    await world.eventually(
      async () => (await world.control('GET', '/state')).json['customs'] as { callbacks: { failed: number } },
      ({ callbacks }) => callbacks.failed > 0,
    );
    world.status = 204;
    expect(channels(await world.told('customs', 2, 'dec_1'))).toBe('LF');
  });
});

describe('The switches', () => {
  let world: Harness;
  beforeAll(async () => {
    world = await Harness.start();
  });
  afterEach(() => world.control('PUT', '/partners/customs', {}));
  afterAll(() => world.stop());

  it('down: nobody gets in, nothing goes out, and what was owed is sent when it is up again', async () => {
    await world.control('PUT', '/partners/customs', { delayMs: 50 });
    await submit(world, 'dec_down');
    await world.control('PUT', '/partners/customs', { down: true });
    expect((await submit(world, 'dec_down_2')).status).toBe(503);
    await sleep(150);
    expect(world.bodies('customs', 'dec_down')).toEqual([]);
    await world.control('PUT', '/partners/customs', {});
    expect(channels(await world.told('customs', 2, 'dec_down'))).toBe('LF');
  });

  it('hang: the request takes effect and is never answered', async () => {
    await world.control('PUT', '/partners/customs', { hang: true });
    const waiting = submit(world, 'dec_hang').catch(() => null);
    expect(channels(await world.told('customs', 2, 'dec_hang'))).toBe('LF');
    expect(await Promise.race([waiting, sleep(50, 'still waiting')])).toBe('still waiting');
  });

  it('lossy: the same callbacks are lost for the same seed', async () => {
    const survivors = async (round: number): Promise<string> => {
      await world.control('PUT', '/partners/customs', { lossy: 0.5, seed: 7 });
      for (let index = 0; index < 8; index += 1) await submit(world, `dec_lossy_${String(round)}_${String(index)}`);
      await sleep(100);
      return Array.from({ length: 8 }, (_, index) =>
        channels(world.bodies('customs', `dec_lossy_${String(round)}_${String(index)}`)),
      ).join();
    };
    const first = await survivors(1);
    expect(await survivors(2)).toBe(first);
    expect(first).not.toBe('LF,LF,LF,LF,LF,LF,LF,LF');
  });

  it('repeat: each callback arrives so often, with one id', async () => {
    await world.control('PUT', '/partners/customs', { repeat: 3 });
    await submit(world, 'dec_repeat');
    expect(channels(await world.told('customs', 6, 'dec_repeat'))).toBe('LLLFFF');
    const ids = world.callbacks.filter(({ headers }) => headers['x-in-reply-to'] === 'dec_repeat');
    expect(new Set(ids.map(({ headers }) => headers['x-message-id'])).size).toBe(2);
  });

  it('outOfOrder: pairs arrive turned round', async () => {
    await world.control('PUT', '/partners/customs', { outOfOrder: true });
    await submit(world, 'dec_order');
    expect(channels(await world.told('customs', 2, 'dec_order'))).toBe('FL');
  });

  it('anonymous: no callback says which one it is', async () => {
    await world.control('PUT', '/partners/customs', { anonymous: true });
    await submit(world, 'dec_anonymous');
    await world.told('customs', 2, 'dec_anonymous');
    const found = world.callbacks.filter(({ headers }) => headers['x-in-reply-to'] === 'dec_anonymous');
    expect(found.every(({ headers }) => headers['x-message-id'] === undefined)).toBe(true);
  });

  it('are set as a whole: what is not named is normal again', async () => {
    await world.control('PUT', '/partners/customs', { repeat: 3 });
    expect((await world.control('PUT', '/partners/customs', { latencyMs: 1 })).json).toMatchObject({
      repeat: 1,
      latencyMs: 1,
    });
  });

  it.each([
    ['an unknown switch', '/partners/customs', { speed: 1 }, 422],
    ['a share above one', '/partners/customs', { lossy: 2 }, 422],
    ['an unknown partner', '/partners/nobody', {}, 404],
  ])('refuse %s', async (_why, path, body, status) => {
    expect((await world.control('PUT', path, body)).status).toBe(status);
  });
});

describe('A restart', () => {
  let folder: string;
  let world: Harness;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    world = await Harness.start({ statePath: join(folder, 'state.sqlite'), delayMs: 100 });
  });
  afterEach(async () => {
    await world.stop();
    rmSync(folder, { recursive: true });
  });

  it('goes on with every story where it stopped', async () => {
    await submit(world, 'dec_1');
    await world.restart();
    expect(channels(await world.told('customs', 2, 'dec_1'))).toBe('LF');
  });

  it('sends the callbacks that were owed', async () => {
    world.status = 503;
    await submit(world, 'dec_1');
    await world.eventually(
      async () => (await world.control('GET', '/state')).json['customs'] as { callbacks: { owed: number } },
      ({ callbacks }) => callbacks.owed === 2,
    );
    world.status = 204;
    await world.restart();
    expect(channels(await world.told('customs', 2, 'dec_1'))).toBe('LF');
  });

  it('after a kill knows all that was answered before', async () => {
    const first = await submit(world, 'dec_1');
    const copy = mkdtempSync(join(tmpdir(), 'sandbox-killed-'));
    cpSync(folder, copy, { recursive: true });
    // What the file holds at this moment is what a killed process leaves behind.
    const survivor = await Harness.start({ statePath: join(copy, 'state.sqlite'), delayMs: 100 });
    expect((await submit(survivor, 'dec_1')).text).toBe(first.text);
    expect(channels(await world.told('customs', 2, 'dec_1'))).toMatch(/^[LF]+$/);
    await survivor.stop();
    rmSync(copy, { recursive: true });
  });

  it('remembers what it answered', async () => {
    const first = await submit(world, 'dec_1');
    await world.restart();
    expect((await submit(world, 'dec_1')).text).toBe(first.text);
  });

  it('gives no number out twice, not even after a reset', async () => {
    const numbers: string[] = [];
    for (const reference of ['dec_1', 'dec_2', 'dec_3']) {
      numbers.push(/<SeqNo>(\w+)</.exec((await submit(world, reference)).text)?.[1] ?? '');
      await (reference === 'dec_1' ? world.restart() : world.control('POST', '/reset'));
    }
    expect(new Set(numbers).size).toBe(3);
  });
});

describe('A partner that is told to go on', () => {
  it('takes the next step of each of its stories, and nobody else does', async () => {
    const world = await Harness.start({ delayMs: 3_600_000 });
    const goOn = async (partner: string): Promise<unknown> =>
      (await world.control('POST', `/partners/${partner}/steps`)).json['steps'];
    await submit(world, 'dec_1');
    await submit(world, 'dec_2');
    await world.call('POST', '/lender/loans', loan('adv_1'));
    expect(await goOn('customs')).toBe(2);
    expect(channels(await world.told('customs', 1, 'dec_1'))).toBe('L');
    expect(channels(await world.told('customs', 1, 'dec_2'))).toBe('L');
    expect(await goOn('customs')).toBe(2);
    expect(channels(await world.told('customs', 2, 'dec_1'))).toBe('LF');
    expect(await goOn('customs')).toBe(0);
    expect(world.bodies('lender')).toEqual([]);
    expect(await goOn('lender')).toBe(1);
    await world.told('lender', 1, 'adv_1');
    expect((await world.control('POST', '/partners/nobody/steps')).status).toBe(404);
    await world.stop();
  });

  it('has then taken it for good, and a restart does not take it again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-steps-'));
    const world = await Harness.start({ delayMs: 3_600_000, statePath: join(folder, 'state.sqlite') });
    await submit(world, 'dec_1');
    await world.control('POST', '/partners/customs/steps');
    await world.told('customs', 1, 'dec_1');
    await world.restart();
    expect((await world.control('POST', '/partners/customs/steps')).json['steps']).toBe(1);
    expect(channels(await world.told('customs', 2, 'dec_1'))).toBe('LF');
    await world.stop();
    rmSync(folder, { recursive: true });
  });
});

describe('A reset', () => {
  it('leaves an empty world with normal switches', async () => {
    const world = await Harness.start();
    await submit(world, 'dec_1');
    await world.control('PUT', '/partners/bank', { down: true });
    expect((await world.control('POST', '/reset')).status).toBe(204);
    expect((await world.call('GET', '/customs/declarations/dec_1/receipts')).status).toBe(404);
    const { json } = await world.control('GET', '/state');
    expect(json).toMatchObject({ customs: { stories: {} }, bank: { switches: { down: false } } });
    await world.stop();
  });
});
