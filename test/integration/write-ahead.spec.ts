import pg from 'pg';
import { DataSource } from 'typeorm';

import { SystemClock } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/ids.js';
import { type Caller } from '../../src/platform/database/caller.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { type Tx } from '../../src/platform/database/session.js';
import { OutboxSignal, UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { createTenant } from '../../src/platform/operations/create-tenant.js';
import { audit, publish } from '../../src/platform/outbox/outbox.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const SEQUENCES = `SELECT data ->> 'reference' AS number, sequence FROM platform.event WHERE tenant_id = $1 ORDER BY sequence`;
const WRITTEN = `
  SELECT (SELECT count(*)::int FROM platform.event WHERE tenant_id = $1) AS events,
         (SELECT count(*)::int FROM audit.record WHERE tenant_id = $1) AS audits,
         (SELECT count(*)::int FROM platform.event_unfed WHERE tenant_id = $1) AS unfed,
         (SELECT count(*)::int FROM audit.unsealed WHERE tenant_id = $1) AS unsealed`;

describe('What a long work writes ahead of its end', () => {
  let database: TestDatabase;
  let admin: pg.Client;
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;
  let caller: Caller;
  let rung: number;
  const product = newId();

  beforeAll(async () => {
    database = await createTestDatabase();
    admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    dataSource = await new DataSource(dataSourceOptions(database.workerUrl)).initialize();
    const signal = new OutboxSignal();
    signal.onWork(() => (rung += 1));
    unitOfWork = new UnitOfWork(dataSource, new SystemClock(), signal);
  });
  beforeEach(async () => {
    const { tenantId } = await createTenant(database.adminUrl, { name: 'Long work', livemode: true });
    caller = { tenantId, actor: 'test', traceparent: null };
    rung = 0;
  });
  afterAll(async () => {
    await dataSource.destroy();
    await admin.end();
    await database.drop();
  });

  function tell(tx: Tx, number: string): void {
    publish(tx, {
      type: 'catalogue.product.changed',
      resource: { type: 'product', id: product },
      data: { reference: number, hsCode: '8516310000' },
    });
    audit(tx, { action: 'product.change', resourceType: 'product', resourceId: product });
  }

  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await admin.query(sql, [caller.tenantId])).rows as Row[];
  }

  it('stands in the order in which it was said, with what is said at the end', async () => {
    await unitOfWork.run(caller, async (tx) => {
      tell(tx, '1');
      tell(tx, '2');
      await tx.writeAhead();
      tell(tx, '3');
    });
    expect(await rows(SEQUENCES)).toEqual(['1', '2', '3'].map((number, index) => ({ number, sequence: index + 1 })));
    expect(await rows(WRITTEN)).toEqual([{ events: 3, audits: 3, unfed: 2, unsealed: 2 }]);
  });

  it('takes with it what works before it in the same transaction have said', async () => {
    await unitOfWork.runInTurn(caller.tenantId, [], async (open) => {
      tell(open(caller), '1');
      const second = open(caller);
      tell(second, '2');
      await second.writeAhead();
      tell(second, '3');
    });
    expect(await rows(SEQUENCES)).toMatchObject([{ number: '1' }, { number: '2' }, { number: '3' }]);
  });

  it('is told to the relay also where nothing is said after it', async () => {
    await unitOfWork.run(caller, async (tx) => {
      tell(tx, '1');
      await tx.writeAhead();
      expect(rung).toBe(0);
    });
    expect(rung).toBe(1);
  });

  it('is undone with the work', async () => {
    const broken = unitOfWork.run(caller, async (tx) => {
      tell(tx, '1');
      await tx.writeAhead();
      throw new Error('The work broke');
    });
    await expect(broken).rejects.toThrow('The work broke');
    expect(await rows(WRITTEN)).toEqual([{ events: 0, audits: 0, unfed: 0, unsealed: 0 }]);
    expect(rung).toBe(0);
  });
});
