import pg from 'pg';
import { DataSource } from 'typeorm';

import { SystemClock } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/ids.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { type Tx } from '../../src/platform/database/session.js';
import { OutboxSignal, UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { createTenant } from '../../src/platform/operations/create-tenant.js';
import { holdNews, releaseNews } from '../../src/platform/outbox/held-news.js';
import { audit, publish } from '../../src/platform/outbox/outbox.js';
import { Deliveries, Delivery, type Heard, isUnderWay } from '../../src/platform/queues/deliveries.js';
import { defineJob } from '../../src/platform/queues/job-definition.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const QUEUE = 'test.deliver-letter';

let database: TestDatabase;
let admin: pg.Client;
let dataSource: DataSource;
let unitOfWork: UnitOfWork;
let deliveries: Deliveries;
let tenantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  dataSource = await new DataSource({
    ...dataSourceOptions(database.workerUrl, { poolMax: 8 }),
    migrations: [],
  }).initialize();
  unitOfWork = new UnitOfWork(dataSource, new SystemClock(), new OutboxSignal());
  deliveries = new Deliveries(unitOfWork);
});
beforeEach(async () => {
  ({ tenantId } = await createTenant(database.adminUrl, { name: 'Letters', livemode: false }));
});
afterAll(async () => {
  await dataSource.destroy();
  await admin.end();
  await database.drop();
});

/** A delivery whose row is committed, as the relay hands it over. */
async function sent({ queue = QUEUE, messageId = newId(), of = tenantId } = {}): Promise<Delivery<object>> {
  await admin.query(
    `INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at)
     VALUES ($1, $2, $3, 'orders.order.placed', $4, now(), now())`,
    [of, messageId, queue, { resourceId: messageId, orderId: null, data: { letter: messageId } }],
  );
  const job = { tenantId: of, messageId, topic: 'orders.order.placed', payload: null, traceparent: null };
  return new Delivery(queue, job, 1, 8);
}

async function several(count: number): Promise<Delivery<object>[]> {
  const letters: Delivery<object>[] = [];
  for (let nth = 0; nth < count; nth += 1) letters.push(await sent());
  return letters;
}

/** Leaves a trace that commits or not with the work. */
const sign = (tx: Tx, name: string): Promise<void> => {
  audit(tx, { action: 'test.signed', resourceType: 'letter', resourceId: name });
  return Promise.resolve();
};

const signed = async (): Promise<string[]> => {
  const { rows } = await admin.query<{ resource_id: string }>(
    `SELECT resource_id FROM audit.record WHERE tenant_id = $1 AND action = 'test.signed' ORDER BY id`,
    [tenantId],
  );
  return rows.map(({ resource_id }) => resource_id);
};

const left = async (): Promise<number> => {
  const { rows } = await admin.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM platform.delivery WHERE tenant_id = $1`,
    [tenantId],
  );
  return rows[0]?.count ?? Number.NaN;
};

const transactionOf = async (tx: Tx): Promise<string> => {
  const [row] = await tx.query<{ id: string }>(`SELECT pg_current_xact_id()::text AS id`);
  return row?.id ?? '';
};

describe('Deliveries of one tenant', () => {
  it('that come together share a transaction, each is done once, and none is left', async () => {
    const letters = await several(20);
    const transactions = new Set<string>();
    const first = await Promise.all(
      letters.map((letter) =>
        deliveries.once(letter, async (tx) => {
          transactions.add(await transactionOf(tx));
          await sign(tx, letter.job.messageId);
        }),
      ),
    );
    expect(first).toEqual(letters.map(() => true));
    expect(transactions.size).toBe(1);
    expect((await signed()).sort()).toEqual(letters.map(({ job }) => job.messageId).sort());
    expect(await left()).toBe(0);
    expect(letters.every(({ claimed }) => claimed)).toBe(true);
  });

  it('see what those before them in the group have written', async () => {
    const [writer, reader] = [await sent(), await sent()] as const;
    const key = newId();
    const count = `SELECT 1 FROM platform.inbox_message WHERE tenant_id = $1 AND id = $2`;
    let seen = 0;
    await Promise.all([
      deliveries.once(writer, async (tx) => {
        await tx.query(
          `INSERT INTO platform.inbox_message (tenant_id, id, partner, dedup_key, content_type, body, received_at)
           VALUES ($1, $2, 'bank', 'once', 'text/plain', '', now())`,
          [tenantId, key],
        );
      }),
      deliveries.once(reader, async (tx) => {
        seen = (await tx.query(count, [tenantId, key])).length;
      }),
    ]);
    expect(seen).toBe(1);
  });

  it('of which one fails are done all the same: only that one is refused, and stays', async () => {
    const letters = await several(6);
    const bad = letters[3];
    const outcomes = await Promise.allSettled(
      letters.map((letter) =>
        deliveries.once(letter, async (tx) => {
          await sign(tx, letter.job.messageId);
          if (letter === bad) await tx.query('SELECT 1 / 0');
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(
      letters.map((letter) => (letter === bad ? 'rejected' : 'fulfilled')),
    );
    expect((await signed()).sort()).toEqual(
      letters
        .filter((letter) => letter !== bad)
        .map(({ job }) => job.messageId)
        .sort(),
    );
    expect(await left()).toBe(1);
    expect(bad?.claimed).toBe(false);
  });

  it('twice in one group are done once', async () => {
    const letter = await sent();
    const twin = new Delivery(letter.queue, letter.job, 1, 8);
    const work = (tx: Tx): Promise<void> => sign(tx, letter.job.messageId);
    expect(await Promise.all([deliveries.once(letter, work), deliveries.once(twin, work)])).toEqual([true, false]);
    expect(await signed()).toEqual([letter.job.messageId]);
  });

  it('of the same message to another queue are not touched', async () => {
    const letter = await sent();
    await sent({ queue: 'test.copy', messageId: letter.job.messageId });
    await deliveries.once(letter, () => Promise.resolve());
    expect(await left()).toBe(1);
  });

  it('are done once when two processes have the same in hand at the same time', async () => {
    const letters = await several(30);
    const elsewhere = new Deliveries(unitOfWork);
    const work = (letter: Delivery<object>) => (tx: Tx) => sign(tx, letter.job.messageId);
    const first = await Promise.all([
      ...letters.map((letter) => deliveries.once(letter, work(letter))),
      ...letters
        .toReversed()
        .map((letter) => elsewhere.once(new Delivery(letter.queue, letter.job, 1, 8), work(letter))),
    ]);
    expect(first.filter(Boolean)).toHaveLength(30);
    expect((await signed()).sort()).toEqual(letters.map(({ job }) => job.messageId).sort());
  });

  it('that wait for their turn in the group are still under way for those before them', async () => {
    const letters = await several(3);
    const seen: boolean[] = [];
    const look = async (tx: Tx): Promise<void> => void seen.push(await isUnderWay(tx, defineJob(QUEUE)));
    await Promise.all(letters.map((letter) => deliveries.once(letter, look)));
    expect(seen).toEqual([true, true, false]);
  });

  it('are heard together where one work takes many', async () => {
    const events = await several(3);
    const heardAtOnce: string[][] = [];
    const hearAll = async (heard: readonly Heard[]): Promise<void> => {
      heardAtOnce.push(heard.map(({ event }) => (event.data as { letter?: string }).letter ?? ''));
      for (const { tx, event } of heard) await sign(tx, event.id);
    };
    await Promise.all(events.map((event) => deliveries.hearTogether(event, hearAll)));
    expect(heardAtOnce).toEqual([events.map(({ job }) => job.messageId)]);
    expect(await signed()).toHaveLength(3);
    expect(await left()).toBe(0);
  });
});

describe('Events that one transaction tells by the dozen', () => {
  const HEARS = 'fx.on-money-fact';
  const yuan = { amount: '1.00', currency: 'CNY' };

  /** Each is of a receipt of its own. @returns the receipts, in the order in which they were told of */
  async function told(count: number, heldBy: string | null = null): Promise<string[]> {
    const receipts = Array.from({ length: count }, () => newId());
    await unitOfWork.run({ tenantId, actor: 'test', traceparent: null }, (tx) => {
      if (heldBy !== null) holdNews(tx, heldBy);
      for (const id of receipts) {
        const data = { amount: yuan, duesTaken: yuan, by: 'reference' as const, shortfall: null };
        publish(tx, { type: 'fx.collection.matched', resource: { type: 'collection', id }, creates: true, data });
      }
      return Promise.resolve();
    });
    return receipts;
  }

  async function deliveriesTo(queue: string): Promise<Delivery<object>[]> {
    const { rows } = await admin.query<{ message_id: string; topic: string }>(
      `SELECT message_id, topic FROM platform.delivery WHERE tenant_id = $1 AND queue = $2 ORDER BY message_id`,
      [tenantId, queue],
    );
    return rows.map(({ message_id: messageId, topic }) => {
      return new Delivery(queue, { tenantId, messageId, topic, payload: null, traceparent: null }, 1, 8);
    });
  }

  it('come in bundles, and are heard in the order in which they were told, once', async () => {
    const receipts = await told(70);
    const bundles = await deliveriesTo(HEARS);
    expect(bundles.map(({ isBundle }) => isBundle)).toEqual([true, true]);
    const heard: string[] = [];
    for (const bundle of bundles) {
      const again = new Delivery(HEARS, bundle.job, 2, 8);
      const hear = (tx: Tx, { resourceId, type }: { resourceId: string; type: string }) => {
        heard.push(resourceId);
        return sign(tx, type);
      };
      expect(await deliveries.hear(bundle, hear)).toBe(true);
      expect(await deliveries.hear(again, hear)).toBe(false);
    }
    expect(heard).toEqual(receipts);
    expect(await signed()).toEqual(receipts.map(() => 'fx.collection.matched'));
    expect(await deliveriesTo(HEARS)).toEqual([]);
  });

  it('come one by one where they are few', async () => {
    await told(5);
    expect((await deliveriesTo(HEARS)).map(({ isBundle }) => isBundle)).toEqual(Array(5).fill(false));
  });

  it('wait for the end of a long operation, or for ten minutes; the few do not', async () => {
    const operation = newId();
    await told(70, operation);
    await told(5, operation);
    const caller = { tenantId, actor: 'test', traceparent: null };
    const due = `
      SELECT topic, ceil(extract(epoch FROM max(due_at) - now()) / 60)::int AS minutes, count(*)::int
      FROM platform.delivery WHERE tenant_id = $1 AND queue = $2 GROUP BY topic ORDER BY topic`;
    expect((await admin.query(due, [tenantId, HEARS])).rows).toEqual([
      { topic: 'events', minutes: 10, count: 2 },
      { topic: 'fx.collection.matched', minutes: 0, count: 5 },
    ]);
    await unitOfWork.run(caller, (tx) => releaseNews(tx, newId()));
    expect((await admin.query(due, [tenantId, HEARS])).rows[0]).toMatchObject({ minutes: 10 });
    await unitOfWork.run(caller, (tx) => releaseNews(tx, operation));
    expect((await admin.query(due, [tenantId, HEARS])).rows[0]).toMatchObject({ minutes: 0, count: 2 });
  });

  it('are heard together by who hears many as easily as one', async () => {
    const receipts = await told(40);
    const [bundle] = await deliveriesTo(HEARS);
    if (bundle === undefined) throw new Error('No bundle');
    const groups: string[][] = [];
    await deliveries.hearTogether(bundle, (heard) => {
      groups.push(heard.map(({ event }) => event.resourceId));
      return Promise.resolve();
    });
    expect(groups).toEqual([receipts]);
  });

  it('of which one cannot be done leave nothing behind, and come one by one after that', async () => {
    const receipts = await told(40);
    const [bundle] = await deliveriesTo(HEARS);
    if (bundle === undefined) throw new Error('No bundle');
    const hear = async (tx: Tx, { resourceId }: { resourceId: string }): Promise<void> => {
      await sign(tx, resourceId);
      if (resourceId === receipts[20]) throw new Error('Not this one');
    };
    await expect(deliveries.hear(bundle, hear)).rejects.toThrow('Not this one');
    expect(await signed()).toEqual([]);
    await deliveries.unbundle(bundle);
    await deliveries.unbundle(bundle);
    const single = await deliveriesTo(HEARS);
    expect(single.map(({ isBundle }) => isBundle)).toEqual(receipts.map(() => false));
    const outcomes = await Promise.allSettled(single.map((one) => deliveries.hear(one, hear)));
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect((await signed()).sort()).toEqual(receipts.filter((id) => id !== receipts[20]).sort());
    expect(await deliveriesTo(HEARS)).toHaveLength(1);
  });

  it('are no work of their own that somebody could do once', async () => {
    await told(40);
    const [bundle] = await deliveriesTo(HEARS);
    if (bundle === undefined) throw new Error('No bundle');
    await expect(deliveries.once(bundle, () => Promise.resolve())).rejects.toThrow('heard');
  });
});

describe('Deliveries of several tenants', () => {
  it('do not wait for each other', async () => {
    const { tenantId: other } = await createTenant(database.adminUrl, { name: 'Others', livemode: false });
    const [slow, quick] = [await sent(), await sent({ of: other })];
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const waiting = deliveries.once(slow, () => held);
    await deliveries.once(quick, () => {
      letGo();
      return Promise.resolve();
    });
    expect(await waiting).toBe(true);
  });
});
