import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A key speaks the version of the API that was current when it was made, until it is told otherwise. */
export class PlatformAddApiVersionOfKey1795600001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // The default is the version that every key so far was made under, and those that an older process makes meanwhile.
    await db.query(`
      ALTER TABLE platform.api_key
        ADD COLUMN api_version text NOT NULL DEFAULT '2026-11-24',
        ADD CONSTRAINT ck_api_key_api_version CHECK (api_version ~ '^\\d{4}-\\d{2}-\\d{2}$')`);
    await db.query(`ALTER TABLE platform.key_lookup ADD COLUMN api_version text NOT NULL DEFAULT '2026-11-24'`);
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
    await this.replaceAuthenticate(db, { columns: ', api_version text', selected: ', k.api_version' });
  }

  async down(db: QueryRunner): Promise<void> {
    await this.replaceAuthenticate(db, { columns: '', selected: '' });
    await db.query(`
      CREATE OR REPLACE FUNCTION platform.mirror_key() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      BEGIN
        INSERT INTO platform.key_lookup (hash, tenant_id, key_id, livemode, scopes, expires_at, revoked_at)
        VALUES (NEW.hash, NEW.tenant_id, NEW.id, (SELECT t.livemode FROM platform.tenant t WHERE t.id = NEW.tenant_id),
                NEW.scopes, NEW.expires_at, NEW.revoked_at)
        ON CONFLICT (hash) DO UPDATE SET scopes = EXCLUDED.scopes, expires_at = EXCLUDED.expires_at, revoked_at = EXCLUDED.revoked_at;
        RETURN NEW;
      END $$`);
    await db.query(`ALTER TABLE platform.key_lookup DROP COLUMN api_version`);
    await db.query(`ALTER TABLE platform.api_key DROP COLUMN api_version`);
  }

  /** What a function returns cannot be changed in place; a process that names fewer columns does not mind the new one. */
  private async replaceAuthenticate(
    db: QueryRunner,
    { columns, selected }: { columns: string; selected: string },
  ): Promise<void> {
    await db.query(`DROP FUNCTION platform.authenticate(bytea)`);
    await db.query(`
      CREATE FUNCTION platform.authenticate(key_hash bytea)
        RETURNS TABLE (tenant_id uuid, key_id uuid, livemode boolean, scopes text[]${columns})
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
          SELECT k.tenant_id, k.key_id, k.livemode, k.scopes${selected} FROM platform.key_lookup k
          WHERE k.hash = key_hash AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now()) $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.authenticate(bytea) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION platform.authenticate(bytea) TO entrepot_app`);
  }
}
