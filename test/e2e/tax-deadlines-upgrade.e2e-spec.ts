import { type QueryRunner } from 'typeorm';

import { TaxRefundCreateDeadlineBacklog1796365001000 } from '../../migrations/1796365001000-tax-refund-create-deadline-backlog.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { DeadlineBacklog } from '../../src/tax-refund/application/deadline-backlog.service.js';
import { WorkDeadlineBacklog } from '../../src/tax-refund/jobs/work-deadline-backlog.schedule.js';
import { RefundDesk } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface DeadlinePage {
  readonly data: readonly { readonly kind: string; readonly state: string; readonly version: number }[];
}

describe('Exports from before there were deadlines', () => {
  let platform: TestPlatform;
  let desk: RefundDesk;
  let cleared: readonly string[];

  const deadlines = async (orderId: string): Promise<DeadlinePage['data']> =>
    (await desk.tenant.client.get<DeadlinePage>(`/v1/tax-refund/deadlines?orderId=${orderId}`)).body.data;
  const until = (orderId: string, count: number) =>
    eventually(
      () => deadlines(orderId),
      (found) => found.length === count,
    );
  const waiting = async (): Promise<number> =>
    (await platform.rows(`SELECT FROM tax_refund.deadline_backlog WHERE tenant_id = $1`, [desk.tenant.tenantId]))
      .length;
  /** As an upgrade finds it: cases and claims, and no deadline. */
  const upgrade = async (): Promise<void> => {
    for (const table of ['deadline', 'deadline_day']) {
      await platform.rows(`DELETE FROM tax_refund.${table} WHERE tenant_id = $1`, [desk.tenant.tenantId]);
    }
    const db = { query: (sql: string) => platform.rows(sql) } as unknown as QueryRunner;
    const migration = new TaxRefundCreateDeadlineBacklog1796365001000();
    await migration.down(db);
    await migration.up(db);
  };

  beforeAll(async () => {
    platform = await TestPlatform.start();
    desk = await RefundDesk.open(platform);
    cleared = [await desk.place(), await desk.place()];
    for (const orderId of cleared) {
      await desk.clear(orderId);
      await until(orderId, 3);
    }
    // The worker's own round would come between.
    await platform.rows(`UPDATE platform.schedule SET next_at = now() + interval '1 day' WHERE name = $1`, [
      'tax-refund.work-deadline-backlog',
    ]);
    // One that nothing was cleared of.
    await desk.place();
  });
  afterAll(() => platform.stop());

  it('get theirs after the upgrade, by themselves', async () => {
    await upgrade();
    expect(await waiting()).toBe(1);
    await platform.inWorker(WorkDeadlineBacklog).run();
    for (const orderId of cleared) expect((await until(orderId, 3)).map(({ state }) => state)).not.toContain('void');
    expect(await waiting()).toBe(0);
  });

  it('are looked at a few at a time, each once, and what has deadlines keeps them', async () => {
    await upgrade();
    const caller = { tenantId: desk.tenant.tenantId, actor: 'test', traceparent: null };
    const work = (max: number): Promise<boolean> =>
      platform.inWorker(UnitOfWork).run(caller, (tx) => platform.inWorker(DeadlineBacklog).work(tx, max));
    expect(await work(1)).toBe(true);
    const [first = '', second = ''] = cleared;
    await until(first, 3);
    expect(await deadlines(second)).toEqual([]);
    expect([await work(1), await work(1), await work(1), await work(1)]).toEqual([true, true, false, false]);
    await until(second, 3);
    expect((await deadlines(first)).map(({ version }) => version)).toEqual([1, 1, 1]);
  });
});
