import pg from 'pg';

import { newId, publicId } from '../../src/kernel/ids.js';
import { type ApiAnswer, type ApiClient } from '../support/api-client.js';
import { FullHouse } from '../support/full-house.js';
import { BUYER, SELLER } from '../support/order-samples.js';
import { rowDigest, tenantTables } from '../support/row-digest.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Outcome {
  readonly erased: number;
  readonly code: string;
}

const SLOW_MS = 180_000;
/** Who may do what, and how much. */
const KEPT = [
  'approvals.policy',
  'platform.api_key',
  'platform.client_secret',
  'platform.client_secret_lookup',
  'platform.key_lookup',
  'platform.mandate',
  'platform.mandate_use',
  'platform.oauth_client',
  'platform.refresh_token',
  'platform.signature_nonce',
  'platform.staff_session',
  'platform.staff_user',
  'platform.tenant',
];
/** What the reset itself leaves: its line, which waits for its seal, and its answer. */
const LEFT = { 'audit.record': 1, 'audit.unsealed': 1, 'platform.idempotency_record': 1 };
/** What a trade that went well has not left, or only for moments. */
const ADDED = [
  `INSERT INTO platform.event_unfed (tenant_id, event_id) SELECT tenant_id, id FROM platform.event WHERE tenant_id = $1 LIMIT 3`,
  `INSERT INTO audit.unsealed (tenant_id, record_id) SELECT tenant_id, id FROM audit.record WHERE tenant_id = $1 LIMIT 3`,
  `INSERT INTO ledger.unfolded (tenant_id, account_id, transfer_id, amount_minor)
   SELECT tenant_id, account_id, transfer_id, amount_minor FROM ledger.posting WHERE tenant_id = $1 LIMIT 3 ON CONFLICT DO NOTHING`,
  `INSERT INTO platform.batch_intake (tenant_id, id, started_at) VALUES ($1, gen_random_uuid(), now())`,
  `INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at)
   VALUES ($1, gen_random_uuid(), 'customs.submit-declaration', 'job/customs.submit-declaration', '{}', now(), now())`,
  `INSERT INTO tax_refund.rate_notice (tenant_id, library_id, created_at) VALUES ($1, 1, now())`,
  `INSERT INTO tax_refund.rate_change
     (tenant_id, id, library_id, version, order_id, order_reference, export_date, lines, created_at)
   VALUES ($1, gen_random_uuid(), 1, 'L 1', gen_random_uuid(), 'SO', '2026-11-20', '[]', now())`,
  `INSERT INTO freight.retraction (tenant_id, retracted_event_id, event_id, created_at) VALUES ($1, 'a', 'b', now())`,
  `INSERT INTO fx.revaluation_line (tenant_id, revaluation_id, ordinal, subject, foreign_minor, foreign_currency, carried_minor)
   SELECT tenant_id, id, 0, 'position', 1, 'USD', 7 FROM fx.revaluation WHERE tenant_id = $1 LIMIT 1`,
  `INSERT INTO fx.payer_alias (tenant_id, buyer_id, name_key, name, created_at) VALUES ($1, gen_random_uuid(), 'n', 'N', now())`,
  `INSERT INTO fx.payout_policy (tenant_id, mode, batch_max, batch_booking, updated_at) VALUES ($1, 'immediate', 100, false, now())`,
  `INSERT INTO fx.payout_batch (tenant_id, id, party_id, currency, execution_on, batch_booking, payments_max, payments, total_minor,
                                state, closes_at, version, created_at, updated_at)
   VALUES ($1, gen_random_uuid(), gen_random_uuid(), 'CNY', '2026-11-30', false, 100, 1, 1, 'open', now(), 1, now(), now())`,
  `INSERT INTO fx.payout_batch_item (tenant_id, batch_id, ordinal, payout_id, attempt, amount_minor, currency, creditor, remittance)
   SELECT b.tenant_id, b.id, 1, p.id, 9, 1, 'CNY', '{}', 'r' FROM fx.payout_batch b JOIN fx.payout p ON p.tenant_id = b.tenant_id
   WHERE b.tenant_id = $1 LIMIT 1`,
  `INSERT INTO fx.payout_return (tenant_id, payout_id, attempt, account_id, bank_reference, amount_minor, currency, booked_on, created_at)
   SELECT tenant_id, id, 1, id, 'B', 1, 'CNY', '2026-11-30', now() FROM fx.payout WHERE tenant_id = $1 LIMIT 1`,
  `WITH file AS (
     INSERT INTO fx.bank_file (tenant_id, id, sha256, message_type, message_id, size_bytes, quirks, content, state, created_at, updated_at)
     VALUES ($1, gen_random_uuid(), repeat('a', 64), 'camt.053', 'M', 1, '[]', 'x', 'taken_in', now(), now()) RETURNING tenant_id, id),
   report AS (
     INSERT INTO fx.bank_report (tenant_id, id, file_id, ordinal, kind, account_id, party_id, account_number, reference, page, currency,
                                 balances, checks, digest, created_at)
     SELECT f.tenant_id, gen_random_uuid(), f.id, 1, 'statement', a.id, a.party_id, 'n', 'r', 1, 'CNY', '[]', '[]', repeat('a', 64), now()
     FROM file f JOIN fx.collection_account a ON a.tenant_id = f.tenant_id LIMIT 1 RETURNING tenant_id, id, file_id),
   entry AS (
     INSERT INTO fx.bank_entry (tenant_id, file_id, ordinal, report_id, line, reference, direction, is_reversal, status, amount_minor,
                                currency, movements, outcome)
     SELECT tenant_id, file_id, 1, id, 1, 'r', 'debit', false, 'booked', 1, 'CNY', '[]', 'noted' FROM report
     RETURNING tenant_id, file_id, ordinal)
   INSERT INTO fx.entry_booking (tenant_id, file_id, ordinal, kind, transfer_id, created_at)
   SELECT tenant_id, file_id, ordinal, 'fee', gen_random_uuid(), now() FROM entry`,
  `INSERT INTO fx.tenant_rate (tenant_id, id, source, base, quote, currency, unit, direction, rate, per_unit, published_on, as_of,
                               document, recorded_at)
   VALUES ($1, gen_random_uuid(), 'cfets', 'USD', 'CNY', 'USD', 1, 'direct', 7.07, 7.07, '2026-11-02', now(), 'd', now())`,
  `INSERT INTO fx.currency_control_settings (tenant_id, institution_code, channel, class_a_under_review, directory, updated_at)
   VALUES ($1, '330200000101', 'bank_api', false, 'warn', now())`,
  `INSERT INTO fx.bop_revision (tenant_id, declaration_id, revision, state, content, why_corrected, kept_at)
   SELECT tenant_id, id, 1, 'accepted', '{}', 'w', now() FROM fx.bop_declaration WHERE tenant_id = $1 LIMIT 1`,
  `INSERT INTO fx.funds_release (tenant_id, allocation_id, review_id, created_at)
   SELECT r.tenant_id, a.id, r.id, now() FROM fx.funds_review r JOIN fx.allocation a ON a.tenant_id = r.tenant_id
   WHERE r.tenant_id = $1 LIMIT 1`,
  `INSERT INTO fx.match_run (tenant_id, id, oldest_first, created_at) VALUES ($1, gen_random_uuid(), false, now())`,
  `INSERT INTO platform.mandate_use (tenant_id, mandate_id, day, moved_minor)
   SELECT tenant_id, id, '2026-11-28', 1 FROM platform.mandate WHERE tenant_id = $1`,
  `INSERT INTO customs.declaration_request (tenant_id, id, declaration_id, attempt, kind, state, reason, changes, asks, created_at, updated_at)
   SELECT tenant_id, gen_random_uuid(), id, 1, 'withdrawal', 'declined', 'r', '[]', 0, now(), now()
   FROM customs.declaration WHERE tenant_id = $1 LIMIT 1`,
  `INSERT INTO customs.parcel_summary_declaration (tenant_id, sum_no, decl_seq_no, state, gross_weight, net_weight, processed_at,
                                                  created_at, updated_at)
   VALUES ($1, 'S', 'D', '1', '0', '0', now(), now(), now())`,
  `INSERT INTO customs.parcel_summary_line (tenant_id, sum_no, decl_seq_no, invt_no, gnum, item) VALUES ($1, 'S', 'D', 'I', 1, 1)`,
  `INSERT INTO customs.broker_mandate_policy (tenant_id, is_required, updated_at) VALUES ($1, false, now())`,
  `INSERT INTO tax_refund.invoice_policy (tenant_id, check_digits, issuer_review, updated_at) VALUES ($1, 'warn', 'warn', now())`,
  `INSERT INTO tax_refund.abnormal_hit (tenant_id, entry_id, invoice_id, told_at)
   SELECT e.tenant_id, e.id, i.id, now() FROM tax_refund.abnormal_entry e JOIN tax_refund.invoice i ON i.tenant_id = e.tenant_id
   WHERE e.tenant_id = $1 LIMIT 1`,
  `INSERT INTO tax_refund.claim_flag (tenant_id, claim_id, invoice_id, rule, detail, created_at)
   SELECT tenant_id, id, id, 'invoice_refused', '{}', now() FROM tax_refund.claim WHERE tenant_id = $1`,
  `INSERT INTO tax_refund.clawback (tenant_id, claim_id, number, letter, state, amount_minor, reason, due_on, created_at)
   SELECT tenant_id, id, 1, id::text, 'owed', 100, 'r', '2026-12-15', now() FROM tax_refund.claim WHERE tenant_id = $1`,
  `INSERT INTO tax_refund.filing_policy (tenant_id, mode, file_on_day, updated_at) VALUES ($1, 'batched', 15, now())`,
  `WITH batch AS (
     INSERT INTO tax_refund.filing_batch (tenant_id, id, seller_id, taxpayer_name, taxpayer_number, period, regime, state, attempt,
                                          created_at, updated_at)
     VALUES ($1, gen_random_uuid(), gen_random_uuid(), 'n', 't', '202611', 'trading', 'open', 0, now(), now())
     RETURNING tenant_id, id)
   INSERT INTO tax_refund.batch_payment (tenant_id, batch_id, treasury_reference, amount_minor, paid_at, created_at)
   SELECT tenant_id, id, 'T', 100, now(), now() FROM batch`,
  `INSERT INTO tax_refund.agency_certificate_message (tenant_id, id, certificate_id, kind, attempt, reference, body, state, created_at)
   SELECT tenant_id, gen_random_uuid(), id, 'application', 1, id::text, '{}', 'queued', now()
   FROM tax_refund.agency_certificate WHERE tenant_id = $1`,
  `INSERT INTO tax_refund.agency_policy (tenant_id, is_required, updated_at) VALUES ($1, false, now())`,
  `INSERT INTO tax_refund.enterprise_class (tenant_id, party_id, valid_from, class, noted_by, updated_at)
   VALUES ($1, gen_random_uuid(), '2026-01-01', 2, 'a', now())`,
  `INSERT INTO tax_refund.producer_verification (tenant_id, party_id, year, verified_on, report, noted_by, updated_at)
   VALUES ($1, gen_random_uuid(), 2026, '2026-01-01', 'r', 'a', now())`,
  `INSERT INTO tax_refund.agency_warning (tenant_id, rule, subject, created_at) VALUES ($1, 'rejections_high', 's', now())`,
  `INSERT INTO tax_refund.match_case (tenant_id, run_id, case_id)
   SELECT r.tenant_id, r.id, c.id FROM tax_refund.match_run r JOIN tax_refund.refund_case c ON c.tenant_id = r.tenant_id
   WHERE r.tenant_id = $1 LIMIT 1`,
  `INSERT INTO tax_refund.declaration_slice (tenant_id, upload_id, number, rows, created_at)
   VALUES ($1, gen_random_uuid(), 1, '[]', now())`,
  `INSERT INTO tax_refund.declared_purchase
     (tenant_id, import_id, number, taxpayer_number, place, voucher, supplier_tax_number, hs_code, amount_minor)
   SELECT tenant_id, id, 1, 't', 'p', 'v', 's', '8516609000', 1 FROM tax_refund.declaration_import WHERE tenant_id = $1 LIMIT 1`,
  `INSERT INTO tax_refund.declared_share (tenant_id, import_id, number, invoice_line_id, quantity, amount_minor)
   SELECT p.tenant_id, p.import_id, p.number, l.id, 0, 1 FROM tax_refund.declared_purchase p
   JOIN tax_refund.invoice_line l ON l.tenant_id = p.tenant_id WHERE p.tenant_id = $1 LIMIT 1`,
  `INSERT INTO tax_refund.voucher_allocation (tenant_id, claim_line_id, voucher_id, quantity, taxable_minor, tax_minor)
   SELECT v.tenant_id, l.id, v.id, 1, 1, 1 FROM tax_refund.consumption_tax_voucher v
   JOIN tax_refund.claim_line l ON l.tenant_id = v.tenant_id WHERE v.tenant_id = $1 LIMIT 1`,
  `INSERT INTO tax_refund.deadline_backlog (tenant_id, after_case) VALUES ($1, gen_random_uuid())`,
  `INSERT INTO tax_refund.deadline_day (tenant_id, day) VALUES ($1, '2199-12-31')`,
  `INSERT INTO platform.signature_nonce (tenant_id, credential_id, nonce, expires_at) VALUES ($1, gen_random_uuid(), 'n', now())`,
];

const reset = ({ client, tenantId }: Pick<TestTenant, 'client' | 'tenantId'>): Promise<ApiAnswer<Outcome>> =>
  client.post<Outcome>('/v1/sandbox/reset', { tenantId: publicId('tenant', tenantId) }, { 'idempotency-key': newId() });

describe('A reset of a sandbox tenant that has a whole trade behind it', () => {
  let house: FullHouse;
  let app: pg.Client;
  let live: TestTenant;

  const countsOf = async (tenantId: string): Promise<Map<string, number>> => {
    const digest = await rowDigest(house.platform, tenantId);
    return new Map(Object.entries(digest).map(([name, text]) => [name, Number(text.split(' ')[0])]));
  };
  const loggedOf = async (tenantId: string): Promise<number> => {
    const sql = `SELECT count(*)::int AS count FROM platform.request_log WHERE tenant_id = $1`;
    const [row] = await house.platform.rows<{ count: number }>(sql, [tenantId]);
    return row?.count ?? 0;
  };
  const kept = async (tenantId: string): Promise<object> => {
    const digest = await rowDigest(house.platform, tenantId);
    return Object.fromEntries(KEPT.map((name) => [name, digest[name]]));
  };

  beforeAll(async () => {
    house = await FullHouse.open();
    for (const statement of ADDED) await house.platform.rows(statement, [house.tenant.tenantId]);
    live = await house.platform.tenant('Live', { livemode: true });
    for (const party of [SELLER, BUYER]) await live.client.post('/v1/parties', party);
    app = new pg.Client({ connectionString: house.platform.database.appUrl });
    await app.connect();
  }, SLOW_MS);
  afterAll(async () => {
    await app.end();
    await house.close();
  });

  it('is refused to a live tenant, to who names another, and without its scope; nothing has changed', async () => {
    const { tenant, integrator } = house;
    const digests = (): Promise<object[]> =>
      Promise.all([tenant, live].map(({ tenantId }) => rowDigest(house.platform, tenantId)));
    const { body: weak } = await integrator.client.post<{ apiKey: string }>('/v1/api-keys', {
      name: 'weak',
      scopes: ['operations:read'],
    });
    const before = await digests();
    const refused = async (client: ApiClient, { tenantId }: TestTenant): Promise<unknown[]> => {
      const { status, body } = await reset({ client, tenantId });
      return [status, body.code];
    };
    expect(await refused(live.client, live)).toEqual([403, 'SANDBOX.LIVE_CALLER']);
    expect(await refused(integrator.client, tenant)).toEqual([409, 'SANDBOX.OTHER_TENANT']);
    expect(await refused(tenant.client, live)).toEqual([409, 'SANDBOX.OTHER_TENANT']);
    expect(await refused(house.platform.as(weak.apiKey), integrator)).toEqual([403, 'AUTH.MISSING_SCOPE']);
    expect(await digests()).toEqual(before);
  });

  it.each([
    ['a live tenant', () => live.tenantId],
    ['nobody', () => ''],
    ['somebody who is not there', () => newId()],
  ])('is refused by the database itself for %s', async (_who, tenantId) => {
    const before = await rowDigest(house.platform, live.tenantId);
    await app.query(`SELECT set_config('app.tenant', $1, false)`, [tenantId()]);
    await expect(app.query(`SELECT platform.reset_sandbox()`)).rejects.toThrow('Only a sandbox tenant is reset');
    expect(await rowDigest(house.platform, live.tenantId)).toEqual(before);
  });

  it('has something to erase in each table that is not kept, and something to keep in each that is', async () => {
    const counts = await countsOf(house.tenant.tenantId);
    const empty = [...counts].filter(([name, count]) => count === 0 && name !== 'platform.tenant');
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  it('erases every table but those that say who may do what, and nothing of another tenant', async () => {
    const { tenant, integrator, platform } = house;
    const others = (): Promise<object[]> =>
      Promise.all([integrator, live].map(({ tenantId }) => rowDigest(platform, tenantId)));
    const [keptBefore, othersBefore] = [await kept(tenant.tenantId), await others()];
    const before = await countsOf(tenant.tenantId);
    const logged = await loggedOf(tenant.tenantId);

    const { status, body } = await reset(tenant);
    expect(status).toBe(200);
    const after = await countsOf(tenant.tenantId);
    const left = [...after].filter(([name, count]) => count > 0 && !KEPT.includes(name));
    expect(Object.fromEntries(left)).toEqual(LEFT);
    expect(await kept(tenant.tenantId)).toEqual(keptBefore);
    expect(await others()).toEqual(othersBefore);
    const erased = [...before].filter(([name]) => !KEPT.includes(name)).reduce((sum, [, count]) => sum + count, 0);
    // Lines of the request log may still have been on their way.
    expect(logged).toBeGreaterThan(0);
    expect(body.erased).toBeGreaterThanOrEqual(erased + logged);
  });

  it('begins the audit anew with the line that says so, and the chain holds', async () => {
    await house.platform.startWorker();
    const { client } = house.tenant;
    const { body } = await client.get<{ data: object[] }>('/v1/audit/records');
    expect(body.data).toEqual([
      expect.objectContaining({ action: 'sandbox.reset', actor: expect.stringMatching(/^api_key:/) as string }),
    ]);
    await client.post('/v1/parties', BUYER);
    const { body: report } = await eventually(
      () => client.get<{ intact: boolean; verified: number }>('/v1/audit/verification'),
      (answer) => answer.body.verified === 2,
    );
    expect(report.intact).toBe(true);
    await house.platform.stopWorker();
  });

  it('reaches tables that come later, those that hang on others first', async () => {
    const { tenant, integrator, platform } = house;
    await platform.rows(`CREATE SCHEMA later`);
    await platform.rows(`CREATE TABLE later.a_parent (tenant_id uuid, id int, PRIMARY KEY (tenant_id, id))`);
    await platform.rows(`
      CREATE TABLE later.z_child (tenant_id uuid, parent int, above int, id int UNIQUE REFERENCES later.z_child (id),
        FOREIGN KEY (tenant_id, parent) REFERENCES later.a_parent (tenant_id, id))`);
    for (const { tenantId } of [tenant, integrator]) {
      await platform.rows(`INSERT INTO later.a_parent VALUES ($1, 1)`, [tenantId]);
      await platform.rows(`INSERT INTO later.z_child VALUES ($1, 1)`, [tenantId]);
    }
    expect(await tenantTables(platform)).toEqual(expect.arrayContaining(['later.a_parent', 'later.z_child']));
    expect((await reset(tenant)).status).toBe(200);
    const left = await platform.rows<{ tenant_id: string }>(`
      SELECT tenant_id FROM later.a_parent UNION ALL SELECT tenant_id FROM later.z_child`);
    expect(left).toEqual([{ tenant_id: integrator.tenantId }, { tenant_id: integrator.tenantId }]);
    await platform.rows(`DROP SCHEMA later CASCADE`);
  });

  it('does not touch what a caller has made for itself, whose triggers would run as the owner', async () => {
    await app.query(`CREATE TEMP TABLE mine (tenant_id uuid)`);
    await app.query(`
      CREATE FUNCTION pg_temp.rise() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'as %', current_user; END $$`);
    await app.query(`CREATE TRIGGER rise BEFORE DELETE ON mine FOR EACH ROW EXECUTE FUNCTION pg_temp.rise()`);
    await app.query(`INSERT INTO mine VALUES ($1)`, [house.tenant.tenantId]);
    await app.query(`SELECT set_config('app.tenant', $1, false)`, [house.tenant.tenantId]);
    await app.query(`SELECT platform.reset_sandbox()`);
    expect((await app.query(`SELECT FROM mine`)).rowCount).toBe(1);
    await app.query(`DROP TABLE mine`);
  });

  it('works for an owner who is no superuser', async () => {
    const { platform, tenant } = house;
    const owner = `owner_${newId().slice(-12)}`;
    await platform.rows(`CREATE ROLE ${owner}`);
    await platform.rows(HAND_OVER.replaceAll('$OWNER', owner));
    await tenant.client.post('/v1/parties', { ...SELLER, reference: 'SME-9' });
    const { status } = await reset(tenant);
    const left = await countsOf(tenant.tenantId);
    await platform.rows(HAND_OVER.replaceAll('$OWNER', 'CURRENT_USER'));
    await platform.rows(`DROP OWNED BY ${owner}`);
    await platform.rows(`DROP ROLE ${owner}`);
    expect([status, left.get('parties.party'), left.get('audit.record')]).toEqual([200, 0, 1]);
  });
});

describe('A reset, and others at the same time:', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
  });
  afterAll(() => platform.stop());

  it('under one key it is done once', async () => {
    const { client, tenantId } = await platform.tenant();
    const body = { tenantId: publicId('tenant', tenantId) };
    const headers = { 'idempotency-key': 'once' };
    await client.post('/v1/parties', BUYER);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.post<Outcome>('/v1/sandbox/reset', body, headers)),
    );
    const done = answers.filter(({ status }) => status === 200);
    const codes = answers.filter(({ status }) => status !== 200).map(({ body: { code } }) => code);
    expect(codes.filter((code) => code !== 'IDEMPOTENCY.IN_PROGRESS')).toEqual([]);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    expect((await client.get<{ data: object[] }>('/v1/audit/records')).body.data).toHaveLength(1);
  });

  it('another reset is told to come again', async () => {
    const tenant = await platform.tenant();
    const answers = await Promise.all(Array.from({ length: 8 }, () => reset(tenant)));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeLessThan(8);
    for (const { status, body, headers } of refused) {
      expect([status, body.code, headers['retry-after'] !== undefined]).toEqual([409, 'SANDBOX.BUSY', true]);
    }
  });

  it('what is done meanwhile is done wholly before it or wholly after it', async () => {
    const tenant = await platform.tenant();
    const enter = (number: number): Promise<ApiAnswer> =>
      tenant.client.post('/v1/parties', { ...BUYER, reference: `BUYER-${number}` });
    await Promise.all([
      ...Array.from({ length: 40 }, (_, number) => enter(number)),
      reset(tenant),
      ...Array.from({ length: 40 }, (_, number) => enter(100 + number)),
    ]);
    const [row] = await platform.rows<{ parties: number; lines: number }>(
      `SELECT (SELECT count(*)::int FROM parties.party WHERE tenant_id = $1) AS parties,
              (SELECT count(*)::int FROM audit.record WHERE tenant_id = $1 AND resource_type = 'party') AS lines`,
      [tenant.tenantId],
    );
    expect(row?.parties).toBe(row?.lines);
  });
});

/** All that the reset touches, and what it is made of, becomes another one's. */
const HAND_OVER = `
  DO $$ DECLARE thing text; BEGIN
    FOR thing IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema|public|bullmq)' LOOP
      EXECUTE format('GRANT USAGE ON SCHEMA %I TO $OWNER', thing);
    END LOOP;
    FOR thing IN SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^(pg_|information_schema|public|bullmq)' LOOP
      EXECUTE format('ALTER TABLE %s OWNER TO $OWNER', thing);
    END LOOP;
    ALTER FUNCTION platform.tables_of_tenants() OWNER TO $OWNER;
    ALTER FUNCTION platform.reset_sandbox() OWNER TO $OWNER;
    GRANT EXECUTE ON FUNCTION platform.current_tenant() TO $OWNER;
  END $$`;
