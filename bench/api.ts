import { randomUUID } from 'node:crypto';

import pg from 'pg';

import { SUBSCRIPTIONS } from '../src/contracts/subscriptions.js';
import { publicId } from '../src/kernel/ids.js';
import { cursorOf } from '../src/platform/http/paging.js';
import { type Desk, openDesk, STORED, storeOrders } from './api-data.js';
import { ApiServer } from './api-server.js';
import {
  type Bench,
  type BenchResult,
  type BenchServices,
  compare,
  type Comparison,
  inLanes,
  log,
  type Figures,
  rateOf,
  rateRows,
  rounded,
  type Side,
} from './harness.js';
import { GOODS } from './goods.js';
import { createValues, pgbenchRate } from './yardsticks/api-pgbench.js';

/** Who ask at the same time, and the connections a server has to the database; the same for every side. */
const LANES = 32;
const POOL = 12;
const CREATES = 2_500;
const READS = 4_000;
const LISTS = 1_000;

/** One side: its server, and how it is asked. */
interface Contender {
  readonly name: string;
  readonly server: ApiServer;
  readonly desk: Desk;
  readonly path: string;
  readonly isOurs: boolean;
}

/**
 * Entering an order with three lines, reading it, listing fifty of a million by cursor. Ours does all that it always
 * does: key, tenant, validation, idempotency, audit, outbox; beside it bare Fastify and `pg` with the same rows, and
 * what most teams would write.
 */
export const apiBench: Bench = {
  name: 'api',
  async run(given): Promise<BenchResult> {
    const admin = new pg.Client({ connectionString: given.database.adminUrl });
    await admin.connect();
    const servers: ApiServer[] = [];
    try {
      const contenders = await line(given, admin, servers);
      const [ours] = contenders;
      log(`  storing ${STORED} orders`);
      const stored = await storeOrders(admin, ours.desk);
      return await measure(given, admin, contenders, stored);
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
      await admin.end();
    }
  },
};

type Contenders = readonly [ours: Contender, bare: Contender, idiomatic: Contender];

async function line(given: BenchServices, admin: pg.Client, servers: ApiServer[]): Promise<Contenders> {
  const [desk, other] = [await openDesk(given, admin), await openDesk(given, admin)];
  const start = async (entry: string, probe: string, env: Record<string, string>): Promise<ApiServer> => {
    const server = await ApiServer.start(entry, {
      env: { DATABASE_POOL_MAX: String(POOL), ...env },
      probe,
      connections: LANES,
    });
    servers.push(server);
    return server;
  };
  const { appUrl, adminUrl } = given.database;
  const bareEnv = { DATABASE_URL: adminUrl, TENANT_ID: desk.tenantId, CREATE_TENANT_ID: other.tenantId };
  return [
    {
      name: 'ours',
      server: await start('src/main.js', '/health/live', { DATABASE_URL: appUrl }),
      desk,
      path: '/v1/orders',
      isOurs: true,
    },
    {
      name: 'bare',
      server: await start('bench/yardsticks/api-bare.js', '/ready', {
        ...bareEnv,
        SELLER_ID: other.sellerId,
        BUYER_ID: other.buyerId,
      }),
      desk: other,
      path: '/orders',
      isOurs: false,
    },
    {
      name: 'idiomatic',
      server: await start('bench/yardsticks/api-idiomatic.js', '/ready', { DATABASE_URL: adminUrl }),
      desk: other,
      path: '/orders',
      isOurs: false,
    },
  ];
}

async function measure(
  given: BenchServices,
  admin: pg.Client,
  [ours, bare, idiomatic]: Contenders,
  stored: readonly string[],
): Promise<BenchResult> {
  const create = await compare([creating(ours, admin, ROWS), creating(bare, admin, ROWS)]);
  const idiom = await compare([creating(ours, admin, ORDERS), creating(idiomatic, admin, IDIOMATIC)]);
  const read = await compare([reading(ours, stored), reading(bare, stored)]);
  const list = await compare([listing(ours, stored), listing(bare, stored)]);
  const values = createValues(bare.desk, SUBSCRIPTIONS['orders.order.placed']);
  const limit = await pgbenchRate(given.database.adminUrl, values, POOL);
  const table = [
    ...rateRows('create', create, 'bare'),
    ...rateRows('create', idiom, 'idiomatic'),
    ...rateRows('read', read, 'bare'),
    ...rateRows('list', list, 'bare'),
  ];
  return { table, figures: figures(create, idiom, read, list, limit) };
}

function figures(
  create: Comparison,
  idiom: Comparison,
  read: Comparison,
  list: Comparison,
  limit: number | null,
): Figures {
  const ratios = [create, read, list].map((one) => rounded(one.ratio('ours', 'bare')));
  const [created, seen, listed] = ratios;
  return {
    ours: rateOf(create, 'ours'),
    // What pgbench alone gets through of the statements that a creation takes.
    limit: limit === null ? null : rounded(limit),
    ratio: Math.min(...ratios),
    create: created ?? Number.NaN,
    read: seen ?? Number.NaN,
    list: listed ?? Number.NaN,
    vsIdiomatic: rounded(idiom.ratio('ours', 'idiomatic')),
  };
}

/** What stands in the tables of a tenant; both sides must have left the same. */
const ROWS = `
  SELECT (SELECT count(*)::int FROM orders.trade_order WHERE tenant_id = $1 AND contract_number = 'BENCH-3') AS orders,
         (SELECT count(*)::int FROM orders.order_line l JOIN orders.trade_order o ON (l.tenant_id, l.order_id) = (o.tenant_id, o.id)
          WHERE l.tenant_id = $1 AND o.contract_number = 'BENCH-3') AS lines,
         (SELECT coalesce(sum(value_minor), 0)::text FROM orders.trade_order WHERE tenant_id = $1 AND contract_number = 'BENCH-3') AS value,
         (SELECT count(*)::int FROM platform.event WHERE tenant_id = $1) AS events,
         (SELECT count(*)::int FROM platform.event_unfed WHERE tenant_id = $1) AS unfed,
         (SELECT count(*)::int FROM platform.delivery WHERE tenant_id = $1) AS deliveries,
         (SELECT count(*)::int FROM audit.record WHERE tenant_id = $1) AS audits,
         (SELECT count(*)::int FROM audit.unsealed WHERE tenant_id = $1) AS unsealed,
         (SELECT count(*)::int FROM platform.idempotency_record WHERE tenant_id = $1) AS answers`;
const ORDERS = `
  SELECT count(*)::int AS orders FROM orders.trade_order
  WHERE tenant_id = $1 AND contract_number = 'BENCH-3' AND reference LIKE 'I-%'`;
const IDIOMATIC = `SELECT count(*)::int AS orders FROM idiomatic_order WHERE $1::uuid IS NOT NULL`;

function creating(contender: Contender, admin: pg.Client, rows: string): Side {
  const { server, desk, path, name } = contender;
  const prefix = rows === ROWS ? 'R' : 'I';
  const party = (id: string) => publicId('party', id);
  const text = JSON.stringify(orderBody(party(desk.sellerId), party(desk.buyerId)));
  const headers = { authorization: `Bearer ${desk.apiKey}`, 'content-type': 'application/json' };
  return {
    name,
    // Once, before what does not count: so none is due while the rounds run, and none charges a second's work with
    // writing whole every page that is touched first, as it is in reality once in five minutes.
    async prepare(round) {
      if (round === 0) await admin.query('CHECKPOINT');
    },
    async run(round) {
      await inLanes(CREATES, LANES, (index) => {
        const body = text.replace('REFERENCE', `${prefix}-${name}-${round}-${index}`);
        return server.ask('POST', path, { ...headers, 'idempotency-key': randomUUID() }, body, 201);
      });
      return CREATES;
    },
    async prove() {
      const { rows: found } = await admin.query<Record<string, string | number>>(rows, [desk.tenantId]);
      return found[0] ?? {};
    },
  };
}

/** References seen, added up: both sides must have read the same orders. */
interface Seen {
  sum: number;
}

function reading({ server, desk, path, name, isOurs }: Contender, stored: readonly string[]): Side {
  const seen: Seen = { sum: 0 };
  const headers = { authorization: `Bearer ${desk.apiKey}` };
  return {
    name,
    async run(round) {
      await inLanes(READS, LANES, async (index) => {
        const id = stored[scattered(round * READS + index, stored.length)] ?? '';
        const text = await server.ask('GET', `${path}/${isOurs ? publicId('order', id) : id}`, headers, null, 200);
        seen.sum += numberOf(text);
      });
      return READS;
    },
    prove: () => Promise.resolve({ seen: seen.sum }),
  };
}

function listing({ server, desk, path, name, isOurs }: Contender, stored: readonly string[]): Side {
  const seen: Seen = { sum: 0 };
  const headers = { authorization: `Bearer ${desk.apiKey}` };
  return {
    name,
    async run(round) {
      await inLanes(LISTS, LANES, async (index) => {
        const before = stored[scattered(round * LISTS + index, stored.length)] ?? '';
        const query = isOurs ? `limit=50&cursor=${cursorOf(before)}` : `before=${before}`;
        const text = await server.ask('GET', `${path}?${query}`, headers, null, 200);
        for (const match of text.matchAll(/"STORED-(\d+)"/g)) seen.sum += Number(match[1]);
      });
      return LISTS;
    },
    prove: () => Promise.resolve({ seen: seen.sum }),
  };
}

function numberOf(text: string): number {
  return Number(/"STORED-(\d+)"/.exec(text)?.[1] ?? Number.NaN);
}

function orderBody(sellerId: string, buyerId: string): object {
  return {
    reference: 'REFERENCE',
    contractNumber: 'BENCH-3',
    sellerId,
    buyerId,
    incoterm: 'FOB',
    currency: 'USD',
    salesChannel: '0110',
    lines: [GOODS, GOODS, GOODS],
    route: {
      portOfLoading: 'CNNGB',
      portOfDischarge: 'DEHAM',
      destinationCountry: 'DE',
      declarationOffice: '3104',
      exitOffice: '3104',
      transportMode: 'sea',
    },
    freight: { by: 'platform', mode: 'fcl', containers: [{ sizeType: '22G1', count: 1 }], readyDate: '2026-12-01' },
    refund: { mode: 'trading', advance: false },
    fx: { conversion: 'automatic', planRate: '7.1' },
  };
}

/** A number from 0 to below `limit` that looks random and is the same in every run (Knuth's multiplicative hash). */
function scattered(n: number, limit: number): number {
  return (Math.imul(n + 1, 2_654_435_761) >>> 8) % limit;
}
