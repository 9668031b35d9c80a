import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { importParcel, ndjson, ParcelDesk } from '../support/parcel-desk.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

const parcels = (count: number, prefix = 'B') =>
  Array.from({ length: count }, (_, number) => importParcel(`${prefix}-${number}`));

/** A text as a slow line brings it. */
async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 100_000) yield await Promise.resolve(text.slice(at, at + 100_000));
}

describe('A batch of parcels', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let desk: ParcelDesk;
  let profile: string;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  });
  beforeEach(async () => {
    tenant = await platform.tenant();
    desk = new ParcelDesk(tenant);
    profile = await desk.profile();
  });
  afterAll(() => platform.stop());

  const count = async (table: string) =>
    (
      await platform.rows<{ count: number }>(
        `SELECT count(*)::int AS count FROM customs.${table} WHERE tenant_id = $1`,
        [tenant.tenantId],
      )
    )[0]?.count;

  it('files what is good, a hundred lists in a message, and says of each other row what is wrong', async () => {
    const rows: object[] = parcels(650);
    rows[3] = {
      ...importParcel('B-3'),
      payment: { ...importParcel('B-3').payment, amountPaid: { amount: '1.00', currency: 'CNY' } },
    };
    rows[4] = { order: { orderNo: 'B-4' } };
    rows[5] = importParcel('B-2');
    const { status, body } = await desk.upload(
      profile,
      `\ufeff${ndjson(rows.slice(0, 600))}no json\r\n\r\n${ndjson(rows.slice(600))}`,
    );
    expect([status, body.rows, body.resumedAfter, body.received]).toEqual([202, 651, 0, true]);
    expect(await desk.ended(body.id)).toMatchObject({
      state: 'completed',
      total: 651,
      done: 651,
      failed: 4,
      refusal: null,
    });
    const failed = await desk.rows(body.id, '?rejected=true');
    expect(failed.map(({ row, outcome, reasons }) => [row, outcome, reasons[0]?.rule])).toEqual([
      [4, 'stopped', 'amount_paid'],
      [5, 'rejected', 'required'],
      [6, 'rejected', 'order_twice'],
      [601, 'rejected', 'json'],
    ]);
    expect((await desk.rows(body.id)).length).toBe(651);
    expect(await count('parcel')).toBe(648);
    expect(
      await platform.rows(`SELECT records FROM customs.ceb_message WHERE tenant_id = $1 ORDER BY records`, [
        tenant.tenantId,
      ]),
    ).toEqual([...[50, 97, 100, 100, 100, 100, 100].map((records) => ({ records }))]);
    await desk.until('B-0', 'cleared');
    await desk.until('B-649', 'cleared');
    // However many parcels a message of customs is about, it is told of in one event.
    const told = await platform.rows<{ events: number; receipts: number }>(
      `SELECT count(*)::int AS events, count(DISTINCT resource_id)::int AS receipts
       FROM platform.event WHERE tenant_id = $1 AND type = 'customs.parcels.moved' AND resource_type = 'cebReceipt'`,
      [tenant.tenantId],
    );
    expect(told).toEqual([{ events: told[0]?.receipts, receipts: told[0]?.receipts }]);
  });

  it('reads tables, with quotes, marks of order and line ends of Windows, packed', async () => {
    const { text } = await tenant.client.get('/v1/customs/parcel-batches/template?direction=import');
    const columns = text.trim().split(',');
    const cells = (parcel: object) =>
      columns.map((column) => {
        if (column === 'currency') return '';
        const value = column
          .split('.')
          .reduce<unknown>(
            (at, name) =>
              (at as Record<string, unknown> | undefined)?.[/^\d$/.test(name) ? String(Number(name) - 1) : name],
            parcel,
          );
        const told = typeof value === 'object' && value !== null ? (value as { amount: string }).amount : value;
        return told === undefined ? '' : `"${told as string}"`;
      });
    const parcel = importParcel('C-1');
    parcel.order.consignee.address = 'Road "1",\nNingbo';
    parcel.waybill.consignee.address = 'Road ""1"",\nNingbo';
    const row = cells({
      ...parcel,
      order: { ...parcel.order, consignee: { ...parcel.order.consignee, address: 'Road ""1"",\nNingbo' } },
    });
    const table = `\ufeff${columns.join(',')}\r\n${row.join(',')}\r\n${cells(importParcel('C-2')).join(',')}\r\n`;
    const { status, body } = await desk.upload(profile, gzipSync(table), {
      headers: { 'content-type': 'text/csv', 'content-encoding': 'gzip' },
    });
    expect(status).toBe(202);
    expect(await desk.ended(body.id)).toMatchObject({ total: 2, failed: 0 });
    const wrong = await desk.upload(profile, 'order.orderNo,colour\r\n1,red\r\n', {
      headers: { 'content-type': 'text/csv' },
    });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'CUSTOMS.PARCEL_ROWS']);
  });

  it('ends too when all its rows were worked before its sender came to the end', async () => {
    const rows = ndjson(parcels(500, 'W'));
    async function* slowly(): AsyncGenerator<string> {
      yield rows;
      await eventually(
        () => platform.rows(`SELECT FROM platform.operation WHERE tenant_id = $1 AND done = 500`, [tenant.tenantId]),
        ({ length }) => length === 1,
      );
    }
    const { body } = await desk.upload(profile, Readable.from(slowly()));
    expect(await desk.ended(body.id)).toMatchObject({ state: 'completed', total: 500, done: 500, failed: 0 });
  });

  it('is done once however often it is sent', async () => {
    const rows = parcels(1_200);
    const first = await desk.upload(profile, ndjson(rows), { key: 'twice' });
    const again = await desk.upload(profile, ndjson(rows), { key: 'twice' });
    expect([again.body.id, again.headers['idempotent-replayed']]).toEqual([first.body.id, 'true']);
    const other = await desk.upload(profile, ndjson([...rows.slice(0, 600), importParcel('X')]), { key: 'twice' });
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY.KEY_REUSED']);
    await desk.ended(first.body.id);
    expect(await count('parcel')).toBe(1_200);
  });

  it('is one where it is sent twice at once: the other is answered the same, or to wait', async () => {
    const body = ndjson(parcels(1_200, 'T'));
    const send = () => desk.upload(profile, Readable.from(pieces(body)), { key: 'at-once' });
    const both = await Promise.all([send(), send()]);
    const again = await send();
    const told = both.map((answer) => (answer.status === 202 ? answer.body.id : answer.body.code));
    expect(told).toContain(again.body.id);
    expect([again.body.id, 'IDEMPOTENCY.IN_PROGRESS']).toEqual(expect.arrayContaining(told));
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(await desk.ended(again.body.id)).toMatchObject({ total: 1_200, done: 1_200, failed: 0 });
    expect([await count('parcel'), await count('parcel_batch')]).toEqual([1_200, 1]);
  });

  it('that is shorter than another under its key at the same time is all there is, and the other is refused', async () => {
    const rows = parcels(1_000, 'U');
    let isShortDone = (): void => undefined;
    const shortDone = new Promise<void>((resolve) => (isShortDone = resolve));
    async function* long(): AsyncGenerator<string> {
      yield ndjson(rows.slice(0, 500));
      await shortDone;
      yield ndjson(rows.slice(500));
    }
    const longer = desk.upload(profile, Readable.from(long()), { key: 'prefix' });
    const shorter = await desk.upload(profile, ndjson(rows.slice(0, 500)), { key: 'prefix' });
    isShortDone();
    expect(shorter.status).toBe(202);
    const refused = await longer;
    expect([refused.status, refused.body.code]).toEqual([422, 'IDEMPOTENCY.KEY_REUSED']);
    expect(await desk.ended(shorter.body.id)).toMatchObject({ total: 500, done: 500, failed: 0 });
    expect(await count('parcel')).toBe(500);
  });

  it('ends soon when nothing of it can be used, with the reasons, though its sender never came to an end', async () => {
    let isAnswered = false;
    async function* nonsense(): AsyncGenerator<string> {
      while (!isAnswered) yield await Promise.resolve('{"colour":"red"}\n'.repeat(500));
    }
    const { body } = await desk.upload(profile, Readable.from(nonsense()));
    isAnswered = true;
    const ended = await desk.ended(body.id);
    expect([ended.state, ended.refusal?.code]).toEqual(['completed', 'CUSTOMS.PARCELS_UNUSABLE']);
    expect(ended.failed).toBe(ended.total);
    const told = await desk.rows(body.id, '?rejected=true');
    expect(told.length).toBeGreaterThanOrEqual(1_000);
    expect(new Set(told.map(({ outcome, reasons }) => `${outcome} ${reasons[0]?.pointer ?? ''}`))).toEqual(
      new Set(['rejected /colour']),
    );
  });

  it('takes no line without end and no bomb', async () => {
    const long = await desk.upload(profile, `${'x'.repeat(10_000_000)}\n${ndjson([importParcel('L-1')])}`);
    expect(await desk.ended(long.body.id)).toMatchObject({ total: 2, failed: 1 });
    expect((await desk.rows(long.body.id))[0]?.reasons[0]?.rule).toBe('too_long');
    const bomb = await desk.upload(profile, gzipSync(Buffer.alloc(64 * 1_048_576, 0x20)), {
      headers: { 'content-encoding': 'gzip' },
    });
    expect([bomb.status, bomb.body.code]).toEqual([422, 'CUSTOMS.PARCEL_ROWS']);
    const broken = await desk.upload(profile, 'no gzip', { headers: { 'content-encoding': 'gzip' } });
    expect(broken.status).toBe(400);
  });

  it('is cancelled: what is done stays', async () => {
    const { body } = await desk.upload(profile, ndjson(parcels(2_000, 'K')));
    await tenant.client.post(`/v1/operations/${body.id}/cancellation`, {});
    const { state, done, cancelled } = await desk.ended(body.id);
    expect(['cancelled', 'completed']).toContain(state);
    expect([done + cancelled, await count('parcel')]).toEqual([2_000, done]);
  });

  it('is nobody else’s', async () => {
    const { body } = await desk.upload(profile, ndjson(parcels(1)));
    const stranger = await platform.tenant();
    for (const path of [`/v1/customs/parcel-batches/${body.id}`, `/v1/customs/parcel-batches/${body.id}/results`]) {
      expect((await stranger.client.get(path)).status).toBe(404);
    }
    const foreign = await new ParcelDesk(stranger).upload(profile, ndjson(parcels(1)));
    expect(foreign.status).toBe(404);
  });
});
