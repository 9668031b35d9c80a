import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A key may be bound to networks and to a signing key of its holder; when it was last used is known, and so is the key
 * that took its place. Whoever remembers a key hears at once that it has changed.
 *
 * `platform.authenticate` stays for processes of the version before: it answers for good keys only, and they take
 * whatever it answers for good.
 */
export class PlatformRestrictApiKeys1796100000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['api_key', 'key_lookup']) {
      await db.query(`ALTER TABLE platform.${table} ADD COLUMN allowed_networks text[], ADD COLUMN signature_key text`);
    }
    await db.query(`ALTER TABLE platform.api_key ADD COLUMN successor_id uuid`);
    await db.query(`GRANT UPDATE (successor_id) ON platform.api_key TO entrepot_app`);
    await db.query(`
      CREATE OR REPLACE FUNCTION platform.mirror_key() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      BEGIN
        INSERT INTO platform.key_lookup (hash, tenant_id, key_id, livemode, scopes, api_version, expires_at, revoked_at,
                                         allowed_networks, signature_key)
        VALUES (NEW.hash, NEW.tenant_id, NEW.id, (SELECT t.livemode FROM platform.tenant t WHERE t.id = NEW.tenant_id),
                NEW.scopes, NEW.api_version, NEW.expires_at, NEW.revoked_at, NEW.allowed_networks, NEW.signature_key)
        ON CONFLICT (hash) DO UPDATE SET scopes = EXCLUDED.scopes, api_version = EXCLUDED.api_version,
                                         expires_at = EXCLUDED.expires_at, revoked_at = EXCLUDED.revoked_at;
        IF TG_OP = 'UPDATE' THEN PERFORM pg_notify('entrepot_credential', NEW.id::text); END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE FUNCTION platform.find_key(key_hash bytea)
        RETURNS TABLE (tenant_id uuid, key_id uuid, livemode boolean, scopes text[], api_version text,
                       allowed_networks text[], signature_key text, expires_at timestamptz, revoked_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
          SELECT k.tenant_id, k.key_id, k.livemode, k.scopes, k.api_version, k.allowed_networks, k.signature_key,
                 k.expires_at, k.revoked_at
          FROM platform.key_lookup k WHERE k.hash = key_hash $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.find_key(bytea) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION platform.find_key(bytea) TO entrepot_app`);
    await this.createUses(db);
    await this.createNonces(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE platform.signature_nonce`);
    await db.query(`DROP FUNCTION platform.note_uses(uuid[], uuid[], timestamptz[])`);
    await db.query(`DROP TABLE platform.credential_use`);
    await db.query(`DROP FUNCTION platform.find_key(bytea)`);
    await db.query(`
      CREATE OR REPLACE FUNCTION platform.mirror_key() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      BEGIN
        INSERT INTO platform.key_lookup (hash, tenant_id, key_id, livemode, scopes, api_version, expires_at, revoked_at)
        VALUES (NEW.hash, NEW.tenant_id, NEW.id, (SELECT t.livemode FROM platform.tenant t WHERE t.id = NEW.tenant_id),
                NEW.scopes, NEW.api_version, NEW.expires_at, NEW.revoked_at)
        ON CONFLICT (hash) DO UPDATE SET scopes = EXCLUDED.scopes, api_version = EXCLUDED.api_version,
                                         expires_at = EXCLUDED.expires_at, revoked_at = EXCLUDED.revoked_at;
        RETURN NEW;
      END $$`);
    await db.query(`ALTER TABLE platform.api_key DROP COLUMN successor_id`);
    for (const table of ['api_key', 'key_lookup']) {
      await db.query(`ALTER TABLE platform.${table} DROP COLUMN allowed_networks, DROP COLUMN signature_key`);
    }
  }

  /** Apart from the keys, so that being used rewrites neither a key nor what is looked up by its hash. */
  private async createUses(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.credential_use (
        tenant_id     uuid        NOT NULL,
        credential_id uuid        NOT NULL,
        last_used_at  timestamptz NOT NULL,
        CONSTRAINT pk_credential_use PRIMARY KEY (tenant_id, credential_id)
      ) WITH (fillfactor = 70)`);
    // Written by the one function below, for all tenants at once; read by each tenant for itself.
    await db.query(`ALTER TABLE platform.credential_use ENABLE ROW LEVEL SECURITY`);
    await db.query(`
      CREATE POLICY tenant_isolation ON platform.credential_use FOR SELECT
        USING (tenant_id = (SELECT platform.current_tenant()))`);
    await db.query(`GRANT SELECT ON platform.credential_use TO entrepot_app`);
    await db.query(`
      CREATE FUNCTION platform.note_uses(tenant_ids uuid[], credential_ids uuid[], times timestamptz[]) RETURNS void
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
          INSERT INTO platform.credential_use AS u (tenant_id, credential_id, last_used_at)
          SELECT n.tenant_id, n.credential_id, n.used_at
          FROM unnest(tenant_ids, credential_ids, times) AS n (tenant_id, credential_id, used_at)
          ORDER BY n.tenant_id, n.credential_id
          ON CONFLICT (tenant_id, credential_id)
            DO UPDATE SET last_used_at = EXCLUDED.last_used_at WHERE u.last_used_at < EXCLUDED.last_used_at $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.note_uses(uuid[], uuid[], timestamptz[]) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION platform.note_uses(uuid[], uuid[], timestamptz[]) TO entrepot_app`);
  }

  /** What a signature may say once; forgotten when its time is over, for then it is refused by its age. */
  private async createNonces(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE platform.signature_nonce (
        tenant_id     uuid        NOT NULL,
        credential_id uuid        NOT NULL,
        nonce         text        NOT NULL,
        expires_at    timestamptz NOT NULL,
        CONSTRAINT pk_signature_nonce PRIMARY KEY (tenant_id, credential_id, nonce)
      )`);
    await db.query(`CREATE INDEX ix_signature_nonce_end ON platform.signature_nonce (expires_at)`);
    await db.query(`CALL platform.isolate('platform.signature_nonce')`);
    await db.query(`GRANT SELECT, INSERT ON platform.signature_nonce TO entrepot_app`);
    await db.query(`GRANT DELETE ON platform.signature_nonce TO entrepot_worker`);
    await db.query(`CREATE POLICY machine ON platform.signature_nonce TO entrepot_worker USING (true)`);
  }
}
