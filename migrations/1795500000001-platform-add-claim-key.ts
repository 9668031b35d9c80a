import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** An idempotency key is claimed, and its earlier answer looked up, in one call. */
export class PlatformAddClaimKey1795500000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Volatile, so that the second statement sees what was committed while the first one waited for nothing: a twin
    // that ended between the two is found, and not run again.
    await db.query(`
      CREATE FUNCTION platform.claim_key(tenant uuid, caller text, claimed text)
        RETURNS TABLE (mine boolean, fingerprint text, status smallint, headers jsonb, body text, resource text)
        LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        mine := pg_try_advisory_xact_lock(hashtextextended(tenant || ':' || caller || ':' || claimed, 0));
        SELECT k.fingerprint, k.status, k.headers, k.body, k.resource INTO fingerprint, status, headers, body, resource
        FROM platform.idempotency_record k WHERE k.tenant_id = tenant AND k.actor = caller AND k.key = claimed;
        RETURN NEXT;
      END $$`);
    await db.query(`REVOKE ALL ON FUNCTION platform.claim_key(uuid, text, text) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION platform.claim_key(uuid, text, text) TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION platform.claim_key(uuid, text, text)`);
  }
}
