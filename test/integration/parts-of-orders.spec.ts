import type pg from 'pg';
import { DataSource } from 'typeorm';

import { newId } from '../../src/kernel/ids.js';
import { dataSourceOptions, loadMigrations } from '../../src/platform/database/data-source.js';
import { createTestDatabase, ownerPool, type TestDatabase } from '../support/database.js';

const FIRST = 'CustomsAddPartsOfOrders1796350000000';
const TENANT = newId();
const ENTRY = '310420260795000001';
const CLEARED = { entryNumber: ENTRY, exportDate: '2026-11-20', supervisionMode: '0110', items: [] };
const SALES = { entryNumber: ENTRY, asOf: '2026-12-01T00:00:00.000Z', items: [] };

interface CaseRow {
  readonly declarations: readonly object[];
  readonly given_up_parts: readonly number[];
  readonly overseas_sales: readonly object[];
}

/** What was kept when an order had one declaration is kept when it may have several. */
describe('Orders from before there could be several declarations', () => {
  let database: TestDatabase;
  let admin: pg.Pool;
  let source: DataSource;
  const [cleared, waiting] = [newId(), newId()];

  beforeAll(async () => {
    database = await createTestDatabase();
    admin = ownerPool(database.adminUrl, 2);
    const migrations = await loadMigrations();
    source = await new DataSource({ ...dataSourceOptions(database.adminUrl), migrations }).initialize();
    await goBack();
    const refundCase = `
      INSERT INTO tax_refund.refund_case (tenant_id, id, order_reference, seller_id, regime, state, declaration, overseas_sales,
        missing, checks, created_at, updated_at)
      VALUES ($1, $2, 'SO-1', $1, 'trading', 'gathering', $3, $4, '[]', '[]', now(), now())`;
    await admin.query(refundCase, [TENANT, cleared, CLEARED, SALES]);
    await admin.query(refundCase, [TENANT, waiting, null, null]);
    const facts = `
      INSERT INTO financing.order_facts (tenant_id, order_id, entry_number, updated_at) VALUES ($1, $2, $3, now())`;
    await admin.query(facts, [TENANT, cleared, ENTRY]);
    await admin.query(facts, [TENANT, waiting, null]);
    await source.runMigrations({ transaction: 'each' });
  });
  afterAll(async () => {
    await source.destroy();
    await admin.end();
    await database.drop();
  });

  it('keep their declaration as the only part', async () => {
    expect(await caseOf(cleared)).toEqual({
      declarations: [{ ...CLEARED, part: { number: 1, of: 1 } }],
      given_up_parts: [],
      overseas_sales: [SALES],
    });
    expect(await caseOf(waiting)).toEqual({ declarations: [], given_up_parts: [], overseas_sales: [] });
  });

  it('keep the number that they may be advanced on', async () => {
    expect(await numbersOf(cleared)).toEqual([ENTRY]);
    expect(await numbersOf(waiting)).toEqual([]);
  });

  it('have it as it was when that is taken back', async () => {
    await goBack();
    const { rows } = await admin.query<object>(
      `SELECT c.declaration, c.overseas_sales, f.entry_number FROM tax_refund.refund_case c
       JOIN financing.order_facts f ON f.order_id = c.id ORDER BY c.declaration IS NULL`,
    );
    expect(rows).toEqual([
      { declaration: CLEARED, overseas_sales: SALES, entry_number: ENTRY },
      { declaration: null, overseas_sales: null, entry_number: null },
    ]);
  });

  async function goBack(): Promise<void> {
    for (;;) {
      const { rows } = await admin.query<{ name: string }>(`SELECT name FROM schema_migration WHERE name = $1`, [
        FIRST,
      ]);
      if (rows.length === 0) return;
      await source.undoLastMigration({ transaction: 'each' });
    }
  }

  async function caseOf(id: string): Promise<CaseRow | undefined> {
    const sql = `SELECT declarations, given_up_parts, overseas_sales FROM tax_refund.refund_case WHERE id = $1`;
    return (await admin.query<CaseRow>(sql, [id])).rows[0];
  }

  async function numbersOf(id: string): Promise<readonly string[] | undefined> {
    const sql = `SELECT entry_numbers FROM financing.order_facts WHERE order_id = $1`;
    return (await admin.query<{ entry_numbers: readonly string[] }>(sql, [id])).rows[0]?.entry_numbers;
  }
});
