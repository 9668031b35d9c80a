import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type ContractDocument, type ContractOperation, operationsOf } from '../../scripts/sdk/contract-document.js';
import { nameMethods } from '../../scripts/sdk/method-names.js';
import {
  AuthenticationError,
  type BodyOf,
  Entrepot,
  IdempotencyError,
  NotFoundError,
  type OperationOf,
  type Pages,
  PermissionError,
  RuleError,
  StaleVersionError,
  StateError,
  verifyWebhook,
} from '../../sdk/src/index.js';
import { idOf, MandateDesk } from '../support/mandate-desk.js';
import { BUYER, orderBody, SELLER } from '../support/order-samples.js';
import { Receiver } from '../support/receiver.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

type PartyBody = BodyOf<OperationOf<'POST', '/v1/parties'>>;
type OrderBody = BodyOf<OperationOf<'POST', '/v1/orders'>>;

const CONTRACT = path.resolve(import.meta.dirname, '../../docs/openapi.json');

describe('The SDK, with the platform', () => {
  let platform: TestPlatform;
  let client: Entrepot;
  let apiKey: string;
  let sellerId: string;
  let buyerId: string;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    ({ apiKey } = await platform.tenant());
    client = as(apiKey);
    sellerId = (await client.parties.enter(SELLER as PartyBody)).id;
    buyerId = (await client.parties.enter(BUYER as PartyBody)).id;
  });
  afterAll(() => platform.stop());

  const as = (key: string) => new Entrepot({ baseUrl: platform.config.publicUrl, apiKey: key });
  const body = (reference: string, change: object = {}) =>
    ({ ...orderBody(sellerId, buyerId, reference), ...change }) as OrderBody;

  it('reads every list that needs no id', async () => {
    const contract = JSON.parse(readFileSync(CONTRACT, 'utf8')) as ContractDocument;
    const lists = nameMethods(contract, operationsOf(contract)).filter(
      ({ kind, path: address }) => ['list', 'feed'].includes(kind) && !address.includes('{'),
    );
    expect(lists.length).toBeGreaterThan(20);
    for (const { name, operation } of lists) {
      const list = name.reduce<unknown>((parent, word) => (parent as Record<string, unknown>)[word], client);
      const page = await (list as (query: object) => Pages<unknown>)(queryFor(operation)).page();
      expect(Array.isArray(page.data)).toBe(true);
    }
  });

  it('follows an order from its draft to the day that its goods have left', async () => {
    const draft = await client.orders.create(body('SDK-1', { placement: 'later' }));
    const placed = await client.orders.place(draft.id, { ifMatch: draft });
    const left = await client.waitFor(placed, ({ tracks }) => tracks.customs === 'cleared');
    expect([draft.state, left.tracks.customs]).toEqual(['draft', 'cleared']);
    const said = await client.orders.timeline(draft.id, { limit: 3 }, { language: 'zh-CN' }).toArray();
    expect(said.map(({ type }) => type)).toContain('customs.declaration.cleared');
    expect(said[0]?.text).toMatch(/\p{Script=Han}/u);
    const [declaration] = await client.customs.declarations.list({ orderId: draft.id }).toArray();
    expect((await client.customs.declarations.receipts(declaration?.id ?? '').toArray()).length).toBeGreaterThan(1);
  });

  it('does a thing once, however often it is sent', async () => {
    const order = body('SDK-2', { placement: 'later' });
    const send = () => client.requestAnswer('POST', '/v1/orders', { body: order, idempotencyKey: 'sdk-2' });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    await expect(client.orders.create(body('SDK-2b'), { idempotencyKey: 'sdk-2' })).rejects.toBeInstanceOf(
      IdempotencyError,
    );
    expect(await client.orders.list({ reference: 'SDK-2' }).toArray()).toHaveLength(1);
  });

  it('walks a list of several pages, each once', async () => {
    const entered: string[] = [];
    for (const number of [1, 2, 3, 4, 5]) {
      const party = { ...BUYER, reference: `PAGE-${number}`, country: 'NZ' } as PartyBody;
      entered.unshift((await client.parties.enter(party)).id);
    }
    const ids: string[] = [];
    for await (const { id } of client.parties.list({ country: 'NZ', limit: 2 })) ids.push(id);
    expect(ids).toEqual(entered);
  });

  it('loses no change that two make at a time', async () => {
    const { id } = await client.parties.enter({ ...BUYER, reference: 'TOGETHER', aliases: [] } as PartyBody);
    const add = (alias: string) =>
      client.onLatest(
        () => client.parties.get(id),
        (party, options) => client.parties.amend(id, { aliases: [...(party.aliases ?? []), alias] }, options),
      );
    await Promise.all(['A', 'B', 'C'].map(add));
    expect([...((await client.parties.get(id)).aliases ?? [])].sort()).toEqual(['A', 'B', 'C']);
    await expect(client.parties.amend(id, { aliases: [] }, { ifMatch: 1 })).rejects.toBeInstanceOf(StaleVersionError);
  });

  it('works for another tenant under its mandate, and for its own beside that', async () => {
    const desk = await MandateDesk.open(platform);
    await desk.hold({ scopes: ['parties:read', 'parties:write'] });
    const { apiKey: integratorKey } = desk.integrator;
    const options = { baseUrl: platform.config.publicUrl, apiKey: integratorKey };
    const forSme = new Entrepot({ ...options, actingFor: idOf(desk.sme) });
    const { id } = await forSme.parties.enter(SELLER as PartyBody);
    expect((await as(desk.sme.apiKey).parties.get(id)).id).toBe(id);
    const own = as(integratorKey);
    await expect(own.parties.get(id)).rejects.toBeInstanceOf(NotFoundError);
    expect((await own.parties.get(id, { actingFor: idOf(desk.sme) })).id).toBe(id);
    const beyond = forSme.orders.list().toArray();
    await expect(beyond).rejects.toMatchObject({ code: 'MANDATES.SCOPE_NOT_GRANTED' });
    await expect(beyond).rejects.toBeInstanceOf(PermissionError);
  });

  it('tells refusals apart', async () => {
    const { id } = await client.orders.create(body('SDK-3', { placement: 'later' }));
    await client.orders.cancel(id, { reason: 'Changed our mind' });
    const narrow = await client.apiKeys.make({ name: 'Reader', scopes: ['events:read'] });
    await expect(client.orders.place(id)).rejects.toBeInstanceOf(StateError);
    await expect(client.orders.create(body('SDK-3'))).rejects.toBeInstanceOf(RuleError);
    await expect(client.orders.get(`ord_${'0'.repeat(26)}`)).rejects.toBeInstanceOf(NotFoundError);
    await expect(as(narrow.apiKey ?? '').orders.get(id)).rejects.toBeInstanceOf(PermissionError);
    await expect(as('ek_test_nobody').orders.get(id)).rejects.toBeInstanceOf(AuthenticationError);
  });

  it('hears the same of the feed as of webhooks, and believes both', async () => {
    const receiver = await Receiver.start();
    const made = await client.webhooks.endpoints.create({
      url: `${receiver.url}/hooks`,
      eventTypes: ['orders.order.cancelled'],
    });
    const { id } = await client.orders.create(body('SDK-4', { placement: 'later' }));
    await client.orders.cancel(id, { reason: 'To hear of it' });
    const [received] = await eventually(
      () => Promise.resolve(receiver.received),
      ({ length }) => length > 0,
    );
    const pushed = await verifyWebhook(received?.body ?? '', received?.headers ?? {}, made.secret);
    await receiver.stop();
    const signal = AbortSignal.timeout(10_000);
    const told: unknown[] = [];
    for await (const event of client.events.tail({ orderId: id, types: ['orders.order.cancelled'], signal })) {
      told.push(event);
      break;
    }
    expect(told).toEqual([pushed]);
  });

  it('lets time pass in its sandbox', async () => {
    const own = as((await platform.tenant()).apiKey);
    await own.sandbox.clock.set({ now: '2030-01-01T00:00:00Z' });
    expect(await own.sandbox.clock.get()).toEqual({ now: '2030-01-01T00:00:00.000Z', frozen: true });
  });

  /** What a list cannot do without. */
  /** What a list cannot be had without, as its contract gives an example of it. */
  function queryFor({ parameters = [] }: ContractOperation): object {
    const needed = parameters.filter((each) => each.in === 'query' && each.required === true);
    return Object.fromEntries(needed.map(({ name, schema }) => [name, schema?.example]));
  }
});
