import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How the partners answer, counted for all tenants together: nothing in it is anybody's in particular. */
export class PlatformCreatePartnerStanding1796190001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.partner_call (
        partner text        NOT NULL,
        minute  timestamptz NOT NULL,
        outcome text        NOT NULL,
        up_to_ms integer    NOT NULL,
        calls   bigint      NOT NULL,
        CONSTRAINT pk_partner_call PRIMARY KEY (partner, minute, outcome, up_to_ms),
        CONSTRAINT ck_partner_call_outcome CHECK (outcome IN ('answered', 'failed', 'received'))
      )`);
    await db.query(`
      CREATE TABLE platform.partner_seen (
        partner           text        CONSTRAINT pk_partner_seen PRIMARY KEY,
        last_success_at   timestamptz,
        last_failure_at   timestamptz,
        last_failure_code text
      )`);
    await db.query(`
      CREATE TABLE platform.partner_incident (
        partner    text        NOT NULL,
        started_at timestamptz NOT NULL,
        ended_at   timestamptz,
        status     text        NOT NULL,
        CONSTRAINT pk_partner_incident PRIMARY KEY (partner, started_at),
        CONSTRAINT ck_partner_incident_status CHECK (status IN ('degraded', 'down'))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX uq_partner_incident_open ON platform.partner_incident (partner) WHERE ended_at IS NULL`,
    );
    await db.query(
      `GRANT SELECT ON platform.partner_call, platform.partner_seen, platform.partner_incident TO entrepot_app, entrepot_worker`,
    );
    await db.query(`GRANT DELETE ON platform.partner_call, platform.partner_incident TO entrepot_worker`);
    await db.query(`GRANT INSERT, UPDATE (ended_at, status) ON platform.partner_incident TO entrepot_worker`);
    await this.createWriter(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION platform.note_partner_calls(jsonb)`);
    await db.query(`DROP TABLE platform.partner_incident, platform.partner_seen, platform.partner_call`);
  }

  /** In one order always: two processes that write the same minute wait for one another, and never in a ring. */
  private async createWriter(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION platform.note_partner_calls(noted jsonb) RETURNS void
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
          INSERT INTO platform.partner_call AS c
          SELECT n.partner, n.minute, n.outcome, n.up_to_ms, n.calls
          FROM jsonb_to_recordset(noted->'calls')
               AS n(partner text, minute timestamptz, outcome text, up_to_ms integer, calls bigint)
          ORDER BY 1, 2, 3, 4
          ON CONFLICT (partner, minute, outcome, up_to_ms) DO UPDATE SET calls = c.calls + excluded.calls;
          INSERT INTO platform.partner_seen AS s
          SELECT n.partner, n.last_success_at, n.last_failure_at, n.last_failure_code
          FROM jsonb_to_recordset(noted->'seen')
               AS n(partner text, last_success_at timestamptz, last_failure_at timestamptz, last_failure_code text)
          ORDER BY 1
          ON CONFLICT (partner) DO UPDATE
          SET last_success_at = greatest(s.last_success_at, excluded.last_success_at),
              last_failure_code = CASE WHEN excluded.last_failure_at >= coalesce(s.last_failure_at, '-infinity')
                                       THEN excluded.last_failure_code ELSE s.last_failure_code END,
              last_failure_at = greatest(s.last_failure_at, excluded.last_failure_at) $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.note_partner_calls(jsonb) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION platform.note_partner_calls(jsonb) TO entrepot_app`);
  }
}
