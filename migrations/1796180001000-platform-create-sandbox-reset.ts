import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who may do what, and how much: neither is anybody shut out by a reset, nor let in. */
const KEPT = [
  'platform.api_key',
  'platform.key_lookup',
  'platform.oauth_client',
  'platform.client_secret',
  'platform.client_secret_lookup',
  'platform.credential_use',
  'platform.signature_nonce',
  'platform.staff_user',
  'platform.staff_session',
  'platform.refresh_token',
  'platform.mandate',
  'platform.mandate_use',
  'approvals.policy',
];

/** Of all tenants one feeder works in these at a time; it is kept waiting for a moment only. */
const FED = ['platform.event_unfed', 'platform.event_feed', 'platform.event_feed_head'];

/**
 * Erases what a sandbox tenant has: every table of ours with a tenant_id, found when it is asked for, so that later ones are
 * among them. Whoever calls it can name no tenant but the one he works for, and no live one.
 */
export class PlatformCreateSandboxReset1796180001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION platform.tables_of_tenants() RETURNS TABLE (name regclass) LANGUAGE sql STABLE
        SET search_path = pg_catalog AS $$
        WITH RECURSIVE ours AS (
          SELECT c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
          WHERE a.attname = 'tenant_id' AND NOT a.attisdropped AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            -- Not what a caller has made for itself, whose triggers would run as the owner.
            AND c.relpersistence <> 't' AND pg_get_userbyid(c.relowner) = current_user
        ), below AS (
          SELECT oid, 0 AS depth FROM ours
          UNION ALL
          SELECT k.confrelid, b.depth + 1 FROM below b
          JOIN pg_constraint k ON k.contype = 'f' AND k.conrelid = b.oid AND k.confrelid <> k.conrelid
          WHERE b.depth < 20
        )
        SELECT oid::regclass FROM below WHERE oid IN (SELECT oid FROM ours)
        GROUP BY oid ORDER BY max(depth), oid::regclass::text
      $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.tables_of_tenants() FROM PUBLIC`);
    await this.createReset(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION platform.reset_sandbox()`);
    await db.query(`DROP FUNCTION platform.tables_of_tenants()`);
  }

  private async createReset(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION platform.reset_sandbox() RETURNS bigint
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog SET lock_timeout = '10s' AS $$
      DECLARE
        tenant uuid := platform.current_tenant();
        kept   CONSTANT regclass[] := '{${KEPT.join(', ')}}';
        fed    CONSTANT regclass[] := '{${FED.join(', ')}}';
        target regclass;
        gone   bigint;
        erased bigint := 0;
      BEGIN
        PERFORM FROM platform.tenant t WHERE t.id = tenant AND NOT t.livemode;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'Only a sandbox tenant is reset' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NOT pg_try_advisory_xact_lock(hashtextextended('reset/' || tenant, 0)) THEN
          RAISE EXCEPTION 'The tenant is being reset' USING ERRCODE = 'lock_not_available';
        END IF;
        -- Every transaction of the tenant shares this one: those under way are over, and later ones wait.
        PERFORM pg_advisory_xact_lock(hashtextextended('tenant/' || tenant, 0));
        PERFORM pg_advisory_xact_lock(hashtextextended('audit.seal:' || tenant, 0));
        -- Twice: what the machinery was adding, which works for all tenants and waits for none, is there the second time.
        FOR round IN 1..2 LOOP
          FOR target IN SELECT name FROM platform.tables_of_tenants() WHERE name <> ALL (kept || fed) LOOP
            EXECUTE format('DELETE FROM %s WHERE tenant_id = $1', target) USING tenant;
            GET DIAGNOSTICS gone = ROW_COUNT;
            erased := erased + gone;
          END LOOP;
        END LOOP;
        PERFORM pg_advisory_xact_lock(hashtextextended('platform.event_feed', 0));
        FOREACH target IN ARRAY fed LOOP
          EXECUTE format('DELETE FROM %s WHERE tenant_id = $1', target) USING tenant;
          GET DIAGNOSTICS gone = ROW_COUNT;
          erased := erased + gone;
        END LOOP;
        RETURN erased;
      END $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.reset_sandbox() FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION platform.reset_sandbox() TO entrepot_app`);
  }
}
