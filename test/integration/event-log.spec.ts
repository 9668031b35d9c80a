import pg from 'pg';

import { newId } from '../../src/kernel/ids.js';
import { timelinePage } from '../../src/orders/application/order-queries.service.js';
import { type View } from '../../src/platform/database/session.js';
import { EventLog, type LogEntry } from '../../src/platform/outbox/event-log.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let client: pg.Client;
let view: View;
let orderId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
});
beforeEach(() => {
  orderId = newId();
  const tenantId = newId();
  const query = async (text: string, values: unknown[]): Promise<object[]> =>
    (await client.query<object>(text, values)).rows;
  view = { tenantId, query } as unknown as View;
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

let positions = 0;

/** An event whose id was made at this time, by a clock that may be wrong. */
async function happened(
  name: string,
  { at = Date.now(), resource, sequence = 1 }: { at?: number; resource: string; sequence?: number },
): Promise<string> {
  const hex = at.toString(16).padStart(12, '0');
  const id = `${hex.slice(0, 8)}-${hex.slice(8)}${newId().slice(13)}`;
  await client.query(
    `INSERT INTO platform.event (tenant_id, id, type, schema_version, occurred_at, resource_type, resource_id, sequence,
                                 order_id, changed, data, livemode)
     VALUES ($1, $2, $3, 1, now(), 'booking', $4, $5, $6, '{}', '{}', false)`,
    [view.tenantId, id, name, resource, sequence, orderId],
  );
  return id;
}

async function fed(id: string): Promise<void> {
  positions += 1;
  await client.query(`INSERT INTO platform.event_feed (tenant_id, position, event_id) VALUES ($1, $2, $3)`, [
    view.tenantId,
    positions,
    id,
  ]);
}

async function page(
  limit: number,
  after?: string,
): Promise<{ readonly names: string[]; readonly last: string | undefined }> {
  const { data, nextCursor } = timelinePage(await EventLog.forOrder(view, orderId, { limit: limit + 1, after }), limit);
  return { names: namesOf(data), last: nextCursor === null ? undefined : data.at(-1)?.id };
}

const namesOf = (entries: readonly LogEntry[]) => entries.map(({ type }) => type);
const DAY = 86_400_000;

describe('The log of an order', () => {
  it('never shows a later event of a resource before an earlier one, whatever the clocks made of their ids', async () => {
    const [booking, now] = [newId(), Date.now()];
    await happened('second', { resource: booking, sequence: 2, at: now - 60_000 });
    await happened('first', { resource: booking, sequence: 1, at: now });
    expect((await page(10)).names).toEqual(['first', 'second']);
    expect(namesOf(await EventLog.ofTypes(view, orderId, ['first', 'second']))).toEqual(['first', 'second']);
  });

  it('does not either when the feed gave them their positions the wrong way round', async () => {
    const booking = newId();
    const second = await happened('second', { resource: booking, sequence: 2 });
    const other = await happened('other', { resource: newId() });
    const first = await happened('first', { resource: booking, sequence: 1 });
    for (const id of [second, other, first]) await fed(id);
    expect((await page(10)).names).toEqual(['other', 'first', 'second']);
    const start = await page(1);
    const next = await page(1, start.last);
    expect([start.names, next.names, (await page(1, next.last)).names]).toEqual([['other'], ['first'], ['second']]);
  });

  it('goes across resources by commit, not by id', async () => {
    const early = await happened('committed first', { resource: newId() });
    const late = await happened('committed later, by a slow clock', { resource: newId(), at: Date.now() - 60_000 });
    await fed(early);
    await fed(late);
    expect((await page(10)).names).toEqual(['committed first', 'committed later, by a slow clock']);
  });

  it('skips nothing and doubles nothing when an event with a smaller id arrives between two pages', async () => {
    for (const name of ['a', 'b', 'c']) await fed(await happened(name, { resource: newId() }));
    const start = await page(2);
    await fed(await happened('late', { resource: newId(), at: Date.now() - 60_000 }));
    expect([start.names, (await page(2, start.last)).names]).toEqual([
      ['a', 'b'],
      ['c', 'late'],
    ]);
  });

  it('begins no page behind an entry that has no place yet', async () => {
    await fed(await happened('a', { resource: newId() }));
    const [b, c] = [
      await happened('b', { resource: newId(), at: Date.now() - 2_000 }),
      await happened('c', { resource: newId(), at: Date.now() - 1_000 }),
    ];
    const start = await page(2);
    expect(start.names).toEqual(['a']);
    await fed(c);
    await fed(b);
    expect((await page(2, start.last)).names).toEqual(['c', 'b']);
  });

  it('keeps what the feed has forgotten at its beginning', async () => {
    const old = Date.now() - 100 * DAY;
    await fed(await happened('of late', { resource: newId() }));
    await happened('long ago', { resource: newId(), at: old });
    expect((await page(10)).names).toEqual(['long ago', 'of late']);
  });
});
