import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the people who run the platform need: schedules, the watch over waiting states, clocks of sandbox tenants. */
export class OperationsCreateSchedulesAndWatch1795500010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createSchedules(db);
    await this.createWatch(db);
    await this.createClock(db);
    await db.query(`GRANT DELETE ON platform.event_feed TO entrepot_worker`);
    await db.query(`CREATE INDEX ix_dead_letter_queue ON platform.dead_letter (tenant_id, queue, id)`);
    await db.query(`CREATE INDEX ix_record_action ON audit.record (tenant_id, action, id)`);
    await db.query(`CREATE INDEX ix_record_actor ON audit.record (tenant_id, actor, id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX audit.ix_record_actor, audit.ix_record_action, platform.ix_dead_letter_queue`);
    await db.query(`REVOKE DELETE ON platform.event_feed FROM entrepot_worker`);
    await db.query(`DROP FUNCTION platform.move_clock(timestamptz)`);
    await db.query(`DROP FUNCTION platform.stuck_states()`);
    await db.query(`
      DO $$ DECLARE watched text; BEGIN
        FOR watched IN SELECT w.relation FROM platform.waiting_table w WHERE to_regclass(w.relation) IS NOT NULL LOOP
          EXECUTE format('DROP POLICY IF EXISTS watch ON %s', watched);
        END LOOP;
      END $$`);
    await db.query(`DROP POLICY watch ON platform.tenant`);
    await db.query(`DROP PROCEDURE platform.watch(regclass)`);
    await db.query(`DROP TABLE platform.waiting_table`);
    await db.query(`DROP TABLE platform.schedule`);
  }

  private async createSchedules(db: QueryRunner): Promise<void> {
    // One row for each task. Who holds the claim runs it; a claim that is not renewed in time is free again.
    await db.query(`
      CREATE TABLE platform.schedule (
        name          text        CONSTRAINT pk_schedule PRIMARY KEY,
        next_at       timestamptz NOT NULL,
        claimed_by    uuid,
        claimed_until timestamptz,
        started_at    timestamptz,
        finished_at   timestamptz,
        last_error    text,
        CONSTRAINT ck_schedule_claim CHECK ((claimed_by IS NULL) = (claimed_until IS NULL))
      )`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON platform.schedule TO entrepot_worker`);
  }

  private async createWatch(db: QueryRunner): Promise<void> {
    // Tables with rows that wait for somebody: each has "state" and "expected_by".
    await db.query(`CREATE TABLE platform.waiting_table (relation text CONSTRAINT pk_waiting_table PRIMARY KEY)`);
    // The function below runs as the owner, on whom row-level security is forced too where it is no superuser.
    await db.query(`CREATE POLICY watch ON platform.tenant FOR SELECT TO CURRENT_USER USING (true)`);
    await db.query(`
      CREATE PROCEDURE platform.watch(target regclass) LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO platform.waiting_table (relation) VALUES (target::text);
        EXECUTE format('CREATE POLICY watch ON %s FOR SELECT TO CURRENT_USER USING (true)', target);
      END $$`);
    // Every module's tables were made before this; those of later migrations call platform.watch themselves.
    await db.query(`
      DO $$ DECLARE found regclass; BEGIN
        FOR found IN
          SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relkind = 'r' AND n.nspname !~ '^(pg_|information_schema)'
            AND (SELECT count(*) FROM pg_attribute a
                 WHERE a.attrelid = c.oid AND a.attname IN ('tenant_id', 'state', 'expected_by') AND NOT a.attisdropped) = 3
          ORDER BY 1
        LOOP
          CALL platform.watch(found);
        END LOOP;
      END $$`);
    await db.query(`
      CREATE FUNCTION platform.stuck_states() RETURNS TABLE (machine text, state text, stuck bigint)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
      DECLARE watched text;
      BEGIN
        FOR watched IN SELECT w.relation FROM platform.waiting_table w WHERE to_regclass(w.relation) IS NOT NULL LOOP
          RETURN QUERY EXECUTE format($q$
            SELECT %L::text, r.state::text, count(*) FROM %s r JOIN platform.tenant t ON t.id = r.tenant_id
            WHERE r.expected_by < coalesce(t.test_clock, now()) GROUP BY r.state$q$, watched, watched);
        END LOOP;
      END $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.stuck_states() FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION platform.stuck_states() TO entrepot_worker`);
  }

  private async createClock(db: QueryRunner): Promise<void> {
    // What waits for its hour comes that much nearer, so that moving the clock has the effect of waiting.
    await db.query(`
      CREATE FUNCTION platform.move_clock(instant timestamptz) RETURNS timestamptz
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      DECLARE present timestamptz;
      BEGIN
        SELECT coalesce(t.test_clock, now()) INTO present FROM platform.tenant t
        WHERE t.id = platform.current_tenant() AND NOT t.livemode FOR UPDATE;
        IF present IS NULL OR instant < present THEN
          RETURN NULL;
        END IF;
        UPDATE platform.tenant SET test_clock = instant WHERE id = platform.current_tenant();
        UPDATE platform.delivery SET due_at = due_at - (instant - present)
        WHERE tenant_id = platform.current_tenant() AND sent_at IS NULL AND due_at > now();
        RETURN instant;
      END $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.move_clock(timestamptz) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION platform.move_clock(timestamptz) TO entrepot_app`);
  }
}
