import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A sandbox tenant's time is let pass from one due hour to the next. Each delivery with an hour of its own keeps it by the
 * tenant's clock; what was made before this knows only how far off it is.
 */
export class PlatformCreateClockAdvances1796210000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE platform.delivery ADD COLUMN clock_due_at timestamptz`);
    await this.createAdvances(db);
    await this.createAnchor(db);
    await this.createSteps(db);
    await this.replaceMove(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION platform.move_clock(instant timestamptz) RETURNS timestamptz
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
    await db.query(`DROP FUNCTION platform.end_advance(uuid, text)`);
    await db.query(`DROP FUNCTION platform.step_clock(uuid, text, integer, integer)`);
    await db.query(`DROP FUNCTION platform.anchor_deliveries(timestamptz, timestamptz, interval)`);
    await db.query(`DROP TABLE platform.clock_step`);
    await db.query(`DROP TABLE platform.clock_advance`);
    await db.query(`ALTER TABLE platform.delivery DROP COLUMN clock_due_at`);
  }

  private async createAdvances(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.clock_advance (
        tenant_id  uuid        NOT NULL,
        id         uuid        NOT NULL,
        state      text        NOT NULL CONSTRAINT ck_clock_advance_state CHECK (state IN ('advancing', 'completed', 'stopped')),
        from_at    timestamptz NOT NULL,
        to_at      timestamptz NOT NULL,
        reached_at timestamptz NOT NULL,
        steps      integer     NOT NULL DEFAULT 0,
        started_at timestamptz NOT NULL,
        ended_at   timestamptz,
        version    integer     NOT NULL DEFAULT 1,
        CONSTRAINT pk_clock_advance PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_clock_advance_forward CHECK (from_at <= reached_at AND reached_at <= to_at),
        CONSTRAINT ck_clock_advance_end CHECK ((ended_at IS NULL) = (state = 'advancing'))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX uq_clock_advance_under_way ON platform.clock_advance (tenant_id) WHERE state = 'advancing'`,
    );
    await db.query(`CALL platform.isolate('platform.clock_advance')`);
    await db.query(`GRANT SELECT, INSERT ON platform.clock_advance TO entrepot_app`);
    // What fell due: what was due by the tenant's clock, and where the clock stood when it was worked.
    await db.query(`
      CREATE TABLE platform.clock_step (
        tenant_id  uuid        NOT NULL,
        advance_id uuid        NOT NULL,
        ordinal    integer     NOT NULL,
        message_id uuid        NOT NULL,
        queue      text        NOT NULL,
        payload    jsonb       NOT NULL,
        due_at     timestamptz NOT NULL,
        worked_at  timestamptz NOT NULL,
        trace_id   text        NOT NULL,
        started_at timestamptz NOT NULL,
        CONSTRAINT pk_clock_step PRIMARY KEY (tenant_id, advance_id, ordinal),
        CONSTRAINT fk_clock_step_advance FOREIGN KEY (tenant_id, advance_id) REFERENCES platform.clock_advance (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('platform.clock_step')`);
    await db.query(`GRANT SELECT ON platform.clock_step TO entrepot_app`);
  }

  /** Puts what waits for its hour as far off as the tenant's clock says it is. Called by the functions below, as the owner. */
  private async createAnchor(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION platform.anchor_deliveries(present timestamptz, instant timestamptz, held interval) RETURNS void
        LANGUAGE sql VOLATILE SET search_path = pg_catalog AS $$
          UPDATE platform.delivery
          SET clock_due_at = coalesce(clock_due_at, present + (due_at - now())),
              due_at = greatest(now() + (coalesce(clock_due_at, present + (due_at - now())) - instant), now() + held)
          WHERE tenant_id = platform.current_tenant() AND sent_at IS NULL AND due_at > now() $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.anchor_deliveries(timestamptz, timestamptz, interval) FROM PUBLIC`);
  }

  private async createSteps(db: QueryRunner): Promise<void> {
    // Of what is due until the end, the first: the clock is put to its hour, it is let go under a trace of its own, and all
    // else is held back until its turn comes, or until nobody has taken a step for ten minutes. What comes back again and
    // again does so "repeats_max" times over the whole way, and not every few seconds of a year.
    await db.query(`
      CREATE FUNCTION platform.step_clock(advance uuid, trace text, steps_max integer, repeats_max integer)
        RETURNS TABLE (step integer, is_full boolean)
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
      DECLARE
        mine   uuid := platform.current_tenant();
        way    platform.clock_advance;
        chosen record;
      BEGIN
        PERFORM FROM platform.tenant t WHERE t.id = mine AND NOT t.livemode FOR UPDATE;
        SELECT a.* INTO way FROM platform.clock_advance a
        WHERE a.tenant_id = mine AND a.id = advance AND a.state = 'advancing' FOR UPDATE;
        IF way.id IS NULL THEN
          RETURN;
        END IF;
        SELECT d.message_id, d.queue, d.payload, d.due,
               greatest(way.reached_at, least(way.to_at, greatest(d.due, l.last_at + (way.to_at - way.from_at) / repeats_max))) AS hour
        INTO chosen
        FROM (SELECT w.message_id, w.queue, w.payload,
                     coalesce(w.clock_due_at, way.reached_at + (w.due_at - now())) AS due
              FROM platform.delivery w
              WHERE w.tenant_id = mine AND w.sent_at IS NULL AND (w.due_at > now() OR w.clock_due_at IS NOT NULL)
                AND w.queue <> 'operations.advance-clock') d
        LEFT JOIN LATERAL (
          SELECT max(s.worked_at) AS last_at FROM platform.clock_step s
          WHERE s.tenant_id = mine AND s.advance_id = advance AND s.queue = d.queue
            AND (s.payload = d.payload OR EXISTS (
              SELECT FROM jsonb_each_text(s.payload) AS p WHERE p.key LIKE '%Id' AND d.payload ->> p.key = p.value))) l ON true
        WHERE d.due <= way.to_at ORDER BY hour, d.due, d.message_id LIMIT 1;
        IF chosen.message_id IS NULL THEN
          RETURN;
        END IF;
        IF way.steps >= steps_max THEN
          RETURN QUERY SELECT way.steps, true;
          RETURN;
        END IF;
        UPDATE platform.tenant SET test_clock = chosen.hour WHERE id = mine;
        PERFORM platform.anchor_deliveries(way.reached_at, chosen.hour, '10 minutes');
        UPDATE platform.delivery d SET due_at = now(), traceparent = '00-' || trace || '-' || left(trace, 16) || '-01'
        WHERE d.tenant_id = mine AND d.message_id = chosen.message_id AND d.queue = chosen.queue;
        INSERT INTO platform.clock_step (tenant_id, advance_id, ordinal, message_id, queue, payload, due_at, worked_at, trace_id, started_at)
        VALUES (mine, advance, way.steps + 1, chosen.message_id, chosen.queue, chosen.payload, chosen.due, chosen.hour, trace, now());
        UPDATE platform.clock_advance a
        SET steps = way.steps + 1, reached_at = chosen.hour, version = a.version + 1
        WHERE a.tenant_id = mine AND a.id = advance;
        RETURN QUERY SELECT way.steps + 1, false;
      END $$`);
    // Where nothing is left to fall due the clock goes on to the end of the way.
    await db.query(`
      CREATE FUNCTION platform.end_advance(advance uuid, outcome text) RETURNS timestamptz
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
      DECLARE
        mine   uuid := platform.current_tenant();
        way    platform.clock_advance;
        hour   timestamptz;
      BEGIN
        PERFORM FROM platform.tenant t WHERE t.id = mine AND NOT t.livemode FOR UPDATE;
        SELECT a.* INTO way FROM platform.clock_advance a
        WHERE a.tenant_id = mine AND a.id = advance AND a.state = 'advancing' FOR UPDATE;
        IF way.id IS NULL THEN
          RETURN NULL;
        END IF;
        hour := CASE outcome WHEN 'completed' THEN way.to_at ELSE way.reached_at END;
        UPDATE platform.tenant SET test_clock = hour WHERE id = mine;
        PERFORM platform.anchor_deliveries(way.reached_at, hour, '0');
        UPDATE platform.clock_advance a
        SET state = outcome, reached_at = hour, ended_at = now(), version = a.version + 1
        WHERE a.tenant_id = mine AND a.id = advance;
        RETURN hour;
      END $$`);
    await db.query(`
      REVOKE ALL ON FUNCTION platform.step_clock(uuid, text, integer, integer), platform.end_advance(uuid, text) FROM PUBLIC`);
    await db.query(`
      GRANT EXECUTE ON FUNCTION platform.step_clock(uuid, text, integer, integer), platform.end_advance(uuid, text)
        TO entrepot_worker`);
  }

  /** As before, but that what waits goes by the tenant's clock, also where the real time went on while that stood still. */
  private async replaceMove(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION platform.move_clock(instant timestamptz) RETURNS timestamptz
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      DECLARE present timestamptz;
      BEGIN
        SELECT coalesce(t.test_clock, now()) INTO present FROM platform.tenant t
        WHERE t.id = platform.current_tenant() AND NOT t.livemode FOR UPDATE;
        IF present IS NULL OR instant < present THEN
          RETURN NULL;
        END IF;
        UPDATE platform.tenant SET test_clock = instant WHERE id = platform.current_tenant();
        PERFORM platform.anchor_deliveries(present, instant, '0');
        RETURN instant;
      END $$`);
  }
}
