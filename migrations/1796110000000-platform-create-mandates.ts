import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A tenant lets another one act for it. The row belongs to the one that grants; both sides see it, and nobody else. What
 * each side may do to it is said here too: only the integrator can make an offer hold, and only the grantor can make one.
 */
export class PlatformCreateMandates1796110000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createModes(db);
    await this.createMandates(db);
    await this.createPolicies(db);
    await this.createUses(db);
    await db.query(`ALTER TABLE audit.record ADD COLUMN acting_tenant uuid, ADD COLUMN mandate_id uuid`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE audit.record DROP COLUMN acting_tenant, DROP COLUMN mandate_id`);
    await db.query(`DROP TABLE platform.mandate_use, platform.mandate`);
    await db.query(`DROP FUNCTION platform.tell_mandate()`);
    await db.query(`DROP FUNCTION platform.may_mandate(uuid)`);
    await db.query(`DROP TRIGGER mirror_mode ON platform.tenant`);
    await db.query(`DROP FUNCTION platform.mirror_mode()`);
    await db.query(`DROP TABLE platform.tenant_mode`);
  }

  /** A tenant sees no other; whether there is one of its own mode is all that can be asked, by one function. */
  private async createModes(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.tenant_mode (
        id       uuid    CONSTRAINT pk_tenant_mode PRIMARY KEY,
        livemode boolean NOT NULL
      )`);
    // For the owner too rows are hidden while row-level security is forced.
    await db.query(`ALTER TABLE platform.tenant NO FORCE ROW LEVEL SECURITY`);
    await db.query(`INSERT INTO platform.tenant_mode (id, livemode) SELECT id, livemode FROM platform.tenant`);
    await db.query(`ALTER TABLE platform.tenant FORCE ROW LEVEL SECURITY`);
    await db.query(`
      CREATE FUNCTION platform.mirror_mode() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          DELETE FROM platform.tenant_mode m WHERE m.id = OLD.id;
        ELSE
          INSERT INTO platform.tenant_mode (id, livemode) VALUES (NEW.id, NEW.livemode)
          ON CONFLICT (id) DO UPDATE SET livemode = EXCLUDED.livemode;
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER mirror_mode AFTER INSERT OR UPDATE OF livemode OR DELETE ON platform.tenant
        FOR EACH ROW EXECUTE FUNCTION platform.mirror_mode()`);
    await db.query(`
      CREATE FUNCTION platform.may_mandate(integrator uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
          SELECT EXISTS (
            SELECT FROM platform.tenant_mode i JOIN platform.tenant_mode g USING (livemode)
            WHERE i.id = integrator AND g.id = platform.current_tenant() AND i.id <> g.id) $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.mirror_mode(), platform.may_mandate(uuid) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION platform.may_mandate(uuid) TO entrepot_app`);
  }

  private async createMandates(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.mandate (
        tenant_id         uuid        NOT NULL,
        id                uuid        NOT NULL,
        integrator_id     uuid        NOT NULL,
        grantor_name      text        NOT NULL,
        integrator_name   text,
        scopes            text[]      NOT NULL,
        limit_currency    char(3),
        per_command_minor bigint,
        per_day_minor     bigint,
        state             text        NOT NULL,
        created_at        timestamptz NOT NULL,
        expires_at        timestamptz NOT NULL,
        accepted_at       timestamptz,
        ended_at          timestamptz,
        ended_by          text,
        version           integer     NOT NULL DEFAULT 1,
        CONSTRAINT pk_mandate PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_mandate_sides CHECK (integrator_id <> tenant_id),
        CONSTRAINT ck_mandate_state CHECK (state IN ('offered', 'active', 'declined', 'revoked', 'expired')),
        CONSTRAINT ck_mandate_scopes CHECK (scopes <> '{}' AND array_to_string(scopes, ' ') !~ '(^| )((keys|users|mandates|self):|webhooks:write)'),
        CONSTRAINT ck_mandate_limits CHECK (
          (limit_currency IS NULL) = (per_command_minor IS NULL AND per_day_minor IS NULL)
          AND per_command_minor > 0 AND per_day_minor > 0),
        CONSTRAINT ck_mandate_accepted CHECK (state <> 'active' OR accepted_at IS NOT NULL),
        CONSTRAINT ck_mandate_end CHECK (
          (state IN ('offered', 'active')) = (ended_at IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)
          AND ended_by IN ('grantor', 'integrator', 'clock'))
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_mandate_active ON platform.mandate (tenant_id, integrator_id) WHERE state = 'active'`);
    await db.query(`CREATE INDEX ix_mandate_integrator ON platform.mandate (integrator_id, tenant_id, id)`);
    await db.query(`
      CREATE INDEX ix_mandate_end ON platform.mandate (expires_at) WHERE state IN ('offered', 'active')`);
    // Who remembers how it stands between two tenants hears that it has changed.
    await db.query(`
      CREATE FUNCTION platform.tell_mandate() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      BEGIN
        PERFORM pg_notify('entrepot_credential', NEW.integrator_id || ' ' || NEW.tenant_id);
        RETURN NULL;
      END $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.tell_mandate() FROM PUBLIC`);
    await db.query(`
      CREATE TRIGGER tell_mandate AFTER UPDATE ON platform.mandate
        FOR EACH ROW EXECUTE FUNCTION platform.tell_mandate()`);
  }

  private async createPolicies(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE platform.mandate ENABLE ROW LEVEL SECURITY`);
    await db.query(`ALTER TABLE platform.mandate FORCE ROW LEVEL SECURITY`);
    const me = `(SELECT platform.current_tenant())`;
    await db.query(`
      CREATE POLICY either_side ON platform.mandate FOR SELECT USING (tenant_id = ${me} OR integrator_id = ${me})`);
    await db.query(`
      CREATE POLICY grantor_offers ON platform.mandate FOR INSERT
        WITH CHECK (tenant_id = ${me} AND state = 'offered' AND platform.may_mandate(integrator_id))`);
    await db.query(`
      CREATE POLICY grantor_ends ON platform.mandate FOR UPDATE
        USING (tenant_id = ${me} AND state IN ('offered', 'active'))
        WITH CHECK (tenant_id = ${me} AND state IN ('revoked', 'expired'))`);
    await db.query(`
      CREATE POLICY integrator_answers ON platform.mandate FOR UPDATE
        USING (integrator_id = ${me} AND state IN ('offered', 'active'))
        WITH CHECK (integrator_id = ${me} AND state IN ('active', 'declined', 'revoked'))`);
    await db.query(`CREATE POLICY machine ON platform.mandate FOR SELECT TO entrepot_worker USING (true)`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (integrator_name, state, accepted_at, ended_at, ended_by, version)
      ON platform.mandate TO entrepot_app`);
  }

  /** What was moved under each mandate, by day: kept with the movement, so that two at once cannot pass the limit. */
  private async createUses(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.mandate_use (
        tenant_id   uuid   NOT NULL,
        mandate_id  uuid   NOT NULL,
        day         date   NOT NULL,
        moved_minor bigint NOT NULL,
        CONSTRAINT pk_mandate_use PRIMARY KEY (tenant_id, mandate_id, day),
        CONSTRAINT fk_mandate_use_mandate FOREIGN KEY (tenant_id, mandate_id) REFERENCES platform.mandate (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('platform.mandate_use')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE (moved_minor) ON platform.mandate_use TO entrepot_app`);
  }
}
