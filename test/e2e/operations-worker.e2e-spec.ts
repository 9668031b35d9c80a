import { newId, publicId } from '../../src/kernel/ids.js';
import { Money } from '../../src/kernel/money.js';
import { Ledger } from '../../src/ledger/index.js';
import { ExpireHolds } from '../../src/ledger/jobs/expire-holds.schedule.js';
import { PurgeStaffSessions } from '../../src/platform/auth/staff/purge-staff-sessions.js';
import { RotateSigningKeys } from '../../src/platform/auth/tokens/rotate-signing-keys.js';
import { SigningKeys } from '../../src/platform/auth/tokens/signing-keys.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Metrics } from '../../src/platform/observability/metrics.js';
import {
  firstIdOf,
  PurgeEventFeed,
  PurgeSignatureNonces,
  PurgeIdempotencyRecords,
} from '../../src/platform/operations/schedules/housekeeping.js';
import { collected, fundsOf } from '../support/books.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface ChainReport {
  readonly intact: boolean;
  readonly verified: number;
  readonly unsealed: number;
  readonly head: string;
  readonly brokenAt: { readonly position: number; readonly fault: string; readonly recordId: string } | null;
}
interface AuditRecord {
  readonly id: string;
  readonly action: string;
  readonly actor: string;
  readonly resourceId: string;
}

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

describe('The worker', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  });
  afterAll(() => platform.stop());

  describe('seals the audit, and the API proves it', () => {
    let tenant: TestTenant;
    const verify = async () => (await tenant.client.get<ChainReport>('/v1/audit/verification')).body;
    const sealed = (lines: number) =>
      eventually(verify, ({ verified, unsealed }) => verified === lines && unsealed === 0);
    const act = async (times: number) => {
      for (let n = 0; n < times; n += 1) {
        await tenant.client.post('/v1/api-keys', { name: `key ${n}`, scopes: ['orders:read'] });
      }
    };
    const recordAt = async (position: number) =>
      (
        await platform.rows<{ record_id: string }>(
          `SELECT record_id FROM audit.seal WHERE tenant_id = $1 AND position = $2`,
          [tenant.tenantId, position],
        )
      )[0]?.record_id ?? '';

    beforeEach(async () => {
      tenant = await platform.tenant('Audited');
      await act(5);
      await sealed(5);
    });

    it('shows who did what to which thing', async () => {
      const { data } = (await tenant.client.get<{ data: AuditRecord[] }>('/v1/audit/records?action=keys.made')).body;
      expect(data).toHaveLength(5);
      const [newest] = data;
      expect([newest?.resourceId, newest?.actor]).toEqual([
        expect.stringMatching(/^key_/),
        expect.stringMatching(/^api_key:key_/),
      ]);
      const find = async (filter: string) =>
        (await tenant.client.get<{ data: AuditRecord[] }>(`/v1/audit/records?${filter}`)).body.data.length;
      expect(await find(`resource=${newest?.resourceId ?? ''}`)).toBe(1);
      expect(await find(`actor=${encodeURIComponent(newest?.actor ?? '')}`)).toBe(5);
      expect(await find('actor=nobody')).toBe(0);
      expect(await find(`until=${encodeURIComponent(daysAgo(1).toISOString())}`)).toBe(0);
      expect((await tenant.client.get('/v1/audit/records?from=yesterday')).status).toBe(400);
    });

    it('says the chain is intact, up to its newest line', async () => {
      expect(await verify()).toEqual({
        intact: true,
        verified: 5,
        unsealed: 0,
        head: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        brokenAt: null,
      });
    });

    it.each([
      [
        'a line that was changed',
        `UPDATE audit.record SET actor = 'nobody' WHERE tenant_id = $1 AND id = $2`,
        'line_changed',
      ],
      ['a line that was deleted', `DELETE FROM audit.record WHERE tenant_id = $1 AND id = $2`, 'line_missing'],
      ['a seal that was deleted', `DELETE FROM audit.seal WHERE tenant_id = $1 AND record_id = $2`, 'seal_missing'],
    ])('finds %s, even by the owner of the database', async (_what, sql, fault) => {
      const recordId = await recordAt(3);
      const next = await recordAt(4);
      await platform.rows(sql, [tenant.tenantId, recordId]);
      const report = await verify();
      expect([report.intact, report.verified, report.brokenAt]).toEqual([
        false,
        2,
        { position: 3, fault, recordId: publicId('auditRecord', fault === 'seal_missing' ? next : recordId) },
      ]);
    });

    it('counts lines that are not sealed yet', async () => {
      await platform.stopWorker();
      await act(2);
      expect(await verify()).toMatchObject({ intact: true, verified: 5, unsealed: 2 });
      await platform.startWorker();
      await sealed(7);
    });
  });

  it('puts what cannot be done on the list of dead letters, and takes it back when somebody says so', async () => {
    const { tenantId, client } = await platform.tenant('Buried');
    const letters = async () =>
      (await client.get<{ data: { id: string; state: string; errorCode: string }[] }>('/v1/operations/dead-letters'))
        .body.data;
    await platform.rows(
      `INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at)
       VALUES ($1, $2, 'freight.send-booking', 'job/freight.send-booking', $3, now(), now())`,
      [tenantId, newId(), JSON.stringify({ bookingId: newId() })],
    );
    const [buried] = await eventually(letters, ({ length }) => length === 1);
    expect([buried?.state, buried?.errorCode]).toEqual(['open', 'REQUEST.NOT_FOUND']);
    expect((await client.post(`/v1/operations/dead-letters/${buried?.id ?? ''}/retry`)).status).toBe(200);
    const both = await eventually(letters, ({ length }) => length === 2);
    expect(both.map(({ state }) => state)).toEqual(['open', 'retried']);
  });

  describe('looks around at each scrape', () => {
    const scrape = () => platform.inWorker(Metrics).expose();

    it('shows every queue, the outbox and the dead letters', async () => {
      const tenant = await platform.tenant('Scraped');
      await platform.rows(
        `INSERT INTO platform.dead_letter (tenant_id, id, message_id, queue, topic, payload, error_code, error_message, attempts, failed_at, state)
         VALUES ($1, $2, $2, 'orders.follow-order', 'job/x', '{}', 'X', 'x', 1, now(), 'open')`,
        [tenant.tenantId, newId()],
      );
      const text = await scrape();
      expect(text).toMatch(/^queue_depth\{lane="[\w.-]+"\} \d/m);
      expect(text).toMatch(/^queue_oldest_age_seconds\{queue="[\w.-]+"\} \d/m);
      expect(text).toMatch(/^outbox_lag_seconds [\d.]+$/m);
      expect(text).toContain('dead_letters{queue="orders.follow-order"} 1');
    });

    it('counts what waits past its time, in every table that waits', async () => {
      await platform.rows(`CREATE TABLE platform.waiting_probe (tenant_id uuid, state text, expected_by timestamptz)`);
      await platform.rows(`CALL platform.watch('platform.waiting_probe')`);
      const tenant = await platform.tenant('Stuck');
      await platform.rows(
        `INSERT INTO platform.waiting_probe VALUES ($1, 'submitted', now() - interval '1 hour'), ($1, 'submitted', now() + interval '1 hour'), ($1, 'done', NULL)`,
        [tenant.tenantId],
      );
      expect(await scrape()).toContain('stuck_states{machine="platform.waiting_probe",state="submitted"} 1');
    });

    it('watches every table that has a state and an expectation', async () => {
      const unwatched = await platform.rows(
        `SELECT c.table_schema, c.table_name FROM information_schema.columns c
         JOIN information_schema.columns s USING (table_schema, table_name)
         WHERE c.column_name = 'expected_by' AND s.column_name = 'state'
           AND NOT EXISTS (SELECT 1 FROM platform.waiting_table w WHERE w.relation = c.table_schema || '.' || c.table_name)`,
      );
      expect(unwatched).toEqual([]);
    });
  });

  describe('works by the clock', () => {
    const schedule = async (name: string) =>
      (
        await platform.rows<{
          finished_at: Date | null;
          claimed_by: string | null;
          last_error: string | null;
          next_at: Date;
        }>(`SELECT finished_at, claimed_by, last_error, next_at FROM platform.schedule WHERE name = $1`, [name])
      )[0];

    it.each([
      'platform.purge-idempotency-records',
      'platform.purge-event-feed',
      'platform.purge-signature-nonces',
      'platform.purge-staff-sessions',
      'platform.rotate-signing-keys',
      'ledger.fold-balances',
      'ledger.expire-holds',
    ])('%s, and plans the next round', async (name) => {
      const row = await eventually(
        () => schedule(name),
        (found) => found !== undefined && found.finished_at !== null && found.claimed_by === null,
      );
      expect(row?.last_error).toBeNull();
      expect(row?.next_at.getTime()).toBeGreaterThan(Date.now());
    });

    it('leaves a task alone that another worker has in hand, and takes it over when that one is dead', async () => {
      const name = 'ledger.expire-holds';
      await platform.rows(
        `UPDATE platform.schedule SET next_at = now(), claimed_by = gen_random_uuid(), claimed_until = now() + interval '2 seconds',
                started_at = '2020-01-01', finished_at = NULL WHERE name = $1`,
        [name],
      );
      await new Promise((resolve) => setTimeout(resolve, 1_300));
      expect((await schedule(name))?.finished_at).toBeNull();
      await eventually(
        () => schedule(name),
        (found) => found?.finished_at != null,
      );
    });

    it('frees money whose hold has run out, by the clock of its tenant', async () => {
      const { tenantId, client } = await platform.tenant('Holder');
      const [ledger, unitOfWork] = [platform.inWorker(Ledger), platform.inWorker(UnitOfWork)];
      const caller = { tenantId, actor: 'test', traceparent: null };
      const party = newId();
      const available = async () =>
        (
          await unitOfWork.read(caller, (view) => ledger.balance(view, { ...fundsOf(party), currency: 'USD' }))
        ).available.toAmountString();
      const hold = {
        key: newId(),
        account: fundsOf(party),
        amount: Money.parse('60.00', 'USD'),
        expiresAt: new Date('2099-01-02'),
      };
      await unitOfWork.run(caller, (tx) => ledger.post(tx, collected(party, '100.00 USD')));
      await unitOfWork.run(caller, (tx) => ledger.hold(tx, hold));
      await platform.inWorker(ExpireHolds).run();
      expect(await available()).toBe('40.00');
      await client.post('/v1/sandbox/clock', { now: '2099-01-03T00:00:00Z' });
      await platform.inWorker(ExpireHolds).run();
      expect(await available()).toBe('100.00');
    });

    it('forgets first answers after 30 days, and no sooner', async () => {
      const { tenantId } = await platform.tenant('Old');
      for (const days of [31, 29]) {
        await platform.rows(
          `INSERT INTO platform.idempotency_record (tenant_id, actor, key, fingerprint, status, headers, body, created_at)
           VALUES ($1, 'a', $2, 'f', 200, '{}', '{}', $3)`,
          [tenantId, `${days}`, daysAgo(days)],
        );
      }
      await platform.inWorker(PurgeIdempotencyRecords).run();
      const left = await platform.rows(`SELECT key FROM platform.idempotency_record WHERE tenant_id = $1`, [tenantId]);
      expect(left).toEqual([{ key: '29' }]);
    });

    it('forgets the nonces of signatures that are refused by their age', async () => {
      const { tenantId } = await platform.tenant('Old');
      await platform.rows(
        `INSERT INTO platform.signature_nonce (tenant_id, credential_id, nonce, expires_at)
         VALUES ($1, $1, 'over', now() - interval '1 second'), ($1, $1, 'not yet', now() + interval '1 minute')`,
        [tenantId],
      );
      await platform.inWorker(PurgeSignatureNonces).run();
      const left = await platform.rows(`SELECT nonce FROM platform.signature_nonce WHERE tenant_id = $1`, [tenantId]);
      expect(left).toEqual([{ nonce: 'not yet' }]);
    });

    it('forgets sessions of people a month after their time, with their tokens', async () => {
      const { tenantId } = await platform.tenant('Old');
      await platform.rows(
        `INSERT INTO platform.staff_user (tenant_id, id, email, name, roles, state, created_at)
         VALUES ($1, $1, 'old@example.com', 'Old', '{viewer}', 'invited', now())`,
        [tenantId],
      );
      for (const days of [31, 29]) {
        const id = newId();
        await platform.rows(
          `INSERT INTO platform.staff_session (tenant_id, id, user_id, created_at, expires_at) VALUES ($1, $2, $1, now(), $3)`,
          [tenantId, id, daysAgo(days)],
        );
        await platform.rows(
          `INSERT INTO platform.refresh_token (tenant_id, hash, session_id, expires_at) VALUES ($1, $2, $3, now())`,
          [tenantId, Buffer.from([days]), id],
        );
      }
      await platform.inWorker(PurgeStaffSessions).run();
      const left = await platform.rows(`SELECT hash FROM platform.refresh_token WHERE tenant_id = $1`, [tenantId]);
      expect(left).toEqual([{ hash: Buffer.from([29]) }]);
    });

    it('makes a new signing key after 30 days, and forgets the old one a day after it was taken over from', async () => {
      const keys = platform.api.get(SigningKeys);
      await keys.current();
      const rotate = async (): Promise<number> => {
        await platform.inWorker(RotateSigningKeys).run();
        return (await platform.rows(`SELECT 1 FROM platform.signing_key`)).length;
      };
      expect(await rotate()).toBe(1);
      await platform.rows(`UPDATE platform.signing_key SET created_at = $1, active_from = $1`, [daysAgo(30)]);
      expect([await rotate(), await rotate()]).toEqual([2, 2]);
      await platform.rows(`UPDATE platform.signing_key SET active_from = $1 WHERE active_from > now()`, [daysAgo(2)]);
      expect(await rotate()).toBe(1);
    });

    it('shortens the event feed to 90 days', async () => {
      const { tenantId } = await platform.tenant('Old');
      await platform.rows(`INSERT INTO platform.event_feed_head VALUES ($1, 2)`, [tenantId]);
      await platform.rows(`INSERT INTO platform.event_feed VALUES ($1, 1, $2), ($1, 2, $3)`, [
        tenantId,
        firstIdOf(daysAgo(91)),
        firstIdOf(daysAgo(89)),
      ]);
      await platform.inWorker(PurgeEventFeed).run();
      const left = await platform.rows(`SELECT position FROM platform.event_feed WHERE tenant_id = $1`, [tenantId]);
      expect(left).toEqual([{ position: '2' }]);
    });
  });
});
