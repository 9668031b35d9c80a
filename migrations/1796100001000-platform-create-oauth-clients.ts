import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Clients that come by OAuth 2.0 client credentials, their secrets, and the keys that access tokens are signed with. */
export class PlatformCreateOauthClients1796100001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Of the platform, not of a tenant. The private half is encrypted; whoever reads the table cannot make tokens.
    await db.query(`
      CREATE TABLE platform.signing_key (
        id          text        CONSTRAINT pk_signing_key PRIMARY KEY,
        public_key  text        NOT NULL,
        private_box bytea       NOT NULL,
        created_at  timestamptz NOT NULL,
        active_from timestamptz NOT NULL
      )`);
    await db.query(`GRANT SELECT, INSERT ON platform.signing_key TO entrepot_app`);
    await db.query(`GRANT DELETE ON platform.signing_key TO entrepot_worker`);
    await this.createClients(db);
    await this.createSecrets(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE platform.client_secret, platform.client_secret_lookup, platform.oauth_client`);
    await db.query(`DROP FUNCTION platform.find_client_secret(bytea)`);
    await db.query(`DROP FUNCTION platform.mirror_client_secret()`);
    await db.query(`DROP FUNCTION platform.tell_credential()`);
    await db.query(`DROP TABLE platform.signing_key`);
  }

  private async createClients(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.oauth_client (
        tenant_id        uuid        NOT NULL,
        id               uuid        NOT NULL,
        name             text        NOT NULL,
        scopes           text[]      NOT NULL,
        api_version      text        NOT NULL,
        allowed_networks text[],
        signature_key    text,
        token_epoch      integer     NOT NULL DEFAULT 1,
        created_at       timestamptz NOT NULL,
        revoked_at       timestamptz,
        version          integer     NOT NULL DEFAULT 1,
        CONSTRAINT pk_oauth_client PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_oauth_client_api_version CHECK (api_version ~ '^\\d{4}-\\d{2}-\\d{2}$')
      )`);
    await db.query(`CALL platform.isolate('platform.oauth_client')`);
    await db.query(
      `GRANT SELECT, INSERT, UPDATE (token_epoch, revoked_at, version) ON platform.oauth_client TO entrepot_app`,
    );
    await db.query(`
      CREATE FUNCTION platform.tell_credential() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      BEGIN
        PERFORM pg_notify('entrepot_credential', NEW.id::text);
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER tell_credential AFTER UPDATE ON platform.oauth_client
        FOR EACH ROW EXECUTE FUNCTION platform.tell_credential()`);
  }

  private async createSecrets(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.client_secret (
        tenant_id  uuid        NOT NULL,
        id         uuid        NOT NULL,
        client_id  uuid        NOT NULL,
        hash       bytea       NOT NULL,
        last_four  char(4)     NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz,
        CONSTRAINT pk_client_secret PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_client_secret_client FOREIGN KEY (tenant_id, client_id) REFERENCES platform.oauth_client (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_client_secret_client ON platform.client_secret (tenant_id, client_id, id)`);
    await db.query(`CALL platform.isolate('platform.client_secret')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE (expires_at) ON platform.client_secret TO entrepot_app`);
    // Before a client has proved itself there is no tenant: of this table one hash at a time can be asked.
    await db.query(`
      CREATE TABLE platform.client_secret_lookup (
        hash       bytea CONSTRAINT pk_client_secret_lookup PRIMARY KEY,
        tenant_id  uuid  NOT NULL,
        client_id  uuid  NOT NULL,
        expires_at timestamptz
      )`);
    await db.query(`
      CREATE FUNCTION platform.mirror_client_secret() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      BEGIN
        INSERT INTO platform.client_secret_lookup (hash, tenant_id, client_id, expires_at)
        VALUES (NEW.hash, NEW.tenant_id, NEW.client_id, NEW.expires_at)
        ON CONFLICT (hash) DO UPDATE SET expires_at = EXCLUDED.expires_at;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER mirror_client_secret AFTER INSERT OR UPDATE ON platform.client_secret
        FOR EACH ROW EXECUTE FUNCTION platform.mirror_client_secret()`);
    await db.query(`
      CREATE FUNCTION platform.find_client_secret(secret_hash bytea)
        RETURNS TABLE (tenant_id uuid, client_id uuid, expires_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
          SELECT s.tenant_id, s.client_id, s.expires_at FROM platform.client_secret_lookup s WHERE s.hash = secret_hash $$`);
    await db.query(
      `REVOKE ALL ON FUNCTION platform.find_client_secret(bytea), platform.mirror_client_secret(), platform.tell_credential() FROM PUBLIC`,
    );
    await db.query(`GRANT EXECUTE ON FUNCTION platform.find_client_secret(bytea) TO entrepot_app`);
  }
}
