import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** People of a tenant who sign in by password, their sessions, and the refresh tokens of these. */
export class PlatformCreateStaff1796100002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.staff_user (
        tenant_id             uuid        NOT NULL,
        id                    uuid        NOT NULL,
        email                 text        NOT NULL,
        name                  text        NOT NULL,
        roles                 text[]      NOT NULL,
        state                 text        NOT NULL,
        password_hash         text,
        failures              integer     NOT NULL DEFAULT 0,
        locked_until          timestamptz,
        totp_box              bytea,
        totp_confirmed_at     timestamptz,
        totp_last_step        bigint      NOT NULL DEFAULT 0,
        recovery_hashes       bytea[]     NOT NULL DEFAULT '{}',
        invitation_hash       bytea,
        invitation_expires_at timestamptz,
        created_at            timestamptz NOT NULL,
        version               integer     NOT NULL DEFAULT 1,
        CONSTRAINT pk_staff_user PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_staff_user_state CHECK (state IN ('invited', 'active', 'disabled')),
        CONSTRAINT ck_staff_user_roles CHECK (roles <@ ARRAY['owner', 'operator', 'finance', 'approver', 'viewer'] AND roles <> '{}'),
        CONSTRAINT ck_staff_user_active CHECK (state <> 'active' OR password_hash IS NOT NULL)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_staff_user_email ON platform.staff_user (tenant_id, email)`);
    await db.query(
      `CREATE INDEX ix_staff_user_invitation ON platform.staff_user (tenant_id, invitation_hash) WHERE invitation_hash IS NOT NULL`,
    );
    await db.query(`CALL platform.isolate('platform.staff_user')`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (name, roles, state, password_hash, failures, locked_until, totp_box, totp_confirmed_at,
                                    totp_last_step, recovery_hashes, invitation_hash, invitation_expires_at, version)
      ON platform.staff_user TO entrepot_app`);
    await this.createSessions(db);
    // Who remembers a person hears of what would change what they may do; a failed sign-in is no such thing.
    await db.query(`
      CREATE TRIGGER tell_credential AFTER UPDATE OF roles, state ON platform.staff_user
        FOR EACH ROW EXECUTE FUNCTION platform.tell_credential()`);
    await db.query(`
      CREATE FUNCTION platform.tell_session() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      BEGIN
        PERFORM pg_notify('entrepot_credential', NEW.user_id::text);
        RETURN NULL;
      END $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.tell_session() FROM PUBLIC`);
    await db.query(`
      CREATE TRIGGER tell_session AFTER UPDATE OF ended_at ON platform.staff_session
        FOR EACH ROW EXECUTE FUNCTION platform.tell_session()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE platform.refresh_token, platform.staff_session, platform.staff_user`);
    await db.query(`DROP FUNCTION platform.tell_session()`);
  }

  private async createSessions(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.staff_session (
        tenant_id  uuid        NOT NULL,
        id         uuid        NOT NULL,
        user_id    uuid        NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at   timestamptz,
        end_reason text,
        CONSTRAINT pk_staff_session PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_staff_session_user FOREIGN KEY (tenant_id, user_id) REFERENCES platform.staff_user (tenant_id, id),
        CONSTRAINT ck_staff_session_end CHECK ((ended_at IS NULL) = (end_reason IS NULL))
      )`);
    await db.query(
      `CREATE INDEX ix_staff_session_user ON platform.staff_session (tenant_id, user_id) WHERE ended_at IS NULL`,
    );
    await db.query(`CREATE INDEX ix_staff_session_end ON platform.staff_session (expires_at)`);
    await db.query(`CALL platform.isolate('platform.staff_session')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE (ended_at, end_reason) ON platform.staff_session TO entrepot_app`);
    // The used ones stay as long as their session: one that comes again was stolen, before or after its use.
    await db.query(`
      CREATE TABLE platform.refresh_token (
        tenant_id  uuid        NOT NULL,
        hash       bytea       NOT NULL,
        session_id uuid        NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at    timestamptz,
        CONSTRAINT pk_refresh_token PRIMARY KEY (tenant_id, hash),
        CONSTRAINT fk_refresh_token_session FOREIGN KEY (tenant_id, session_id)
          REFERENCES platform.staff_session (tenant_id, id) ON DELETE CASCADE
      )`);
    await db.query(`CREATE INDEX ix_refresh_token_session ON platform.refresh_token (tenant_id, session_id)`);
    await db.query(`CALL platform.isolate('platform.refresh_token')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE (used_at) ON platform.refresh_token TO entrepot_app`);
    await db.query(`GRANT DELETE ON platform.staff_session, platform.refresh_token TO entrepot_worker`);
    await db.query(`CREATE POLICY machine ON platform.staff_session TO entrepot_worker USING (true)`);
    await db.query(`CREATE POLICY machine ON platform.refresh_token TO entrepot_worker USING (true)`);
  }
}
