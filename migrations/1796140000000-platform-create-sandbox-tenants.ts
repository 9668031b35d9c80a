import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The one way for the api to make a tenant, and it makes sandbox tenants only: nobody who takes the api over can make a
 * live one. The tenant it works for is named within the function alone, so that whoever calls it stays who they are.
 */
export class PlatformCreateSandboxTenants1796140000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION platform.create_sandbox_tenant(new_id uuid, new_name text) RETURNS void
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
      DECLARE
        caller text := coalesce(current_setting('app.tenant', true), '');
      BEGIN
        PERFORM set_config('app.tenant', new_id::text, true);
        INSERT INTO platform.tenant (id, name, livemode, test_clock, created_at) VALUES (new_id, new_name, false, NULL, now());
        -- Only a superuser may write SET of this setting into a function.
        PERFORM set_config('app.tenant', caller, true);
      END $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.create_sandbox_tenant(uuid, text) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION platform.create_sandbox_tenant(uuid, text) TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION platform.create_sandbox_tenant(uuid, text)`);
  }
}
