import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What other modules' statements may ask of this schema: what parties are, for a check in the same round trip. */
export class PartiesAddRoles1795500001001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION parties.roles_of(tenant uuid, ids uuid[])
        RETURNS TABLE (id uuid, kind text, enterprise_kind text) LANGUAGE sql STABLE AS $$
          SELECT p.id, p.kind, p.enterprise_kind FROM parties.party p WHERE p.tenant_id = tenant AND p.id = ANY (ids) $$`);
    await db.query(`REVOKE ALL ON FUNCTION parties.roles_of(uuid, uuid[]) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION parties.roles_of(uuid, uuid[]) TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION parties.roles_of(uuid, uuid[])`);
  }
}
