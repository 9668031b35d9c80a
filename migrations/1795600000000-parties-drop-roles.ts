import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Nobody's statement asks for roles any more: who needs to know a party asks its module. */
export class PartiesDropRoles1795600000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION parties.roles_of(uuid, uuid[])`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION parties.roles_of(tenant uuid, ids uuid[])
        RETURNS TABLE (id uuid, kind text, enterprise_kind text) LANGUAGE sql STABLE AS $$
          SELECT p.id, p.kind, p.enterprise_kind FROM parties.party p WHERE p.tenant_id = tenant AND p.id = ANY (ids) $$`);
    await db.query(`REVOKE ALL ON FUNCTION parties.roles_of(uuid, uuid[]) FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION parties.roles_of(uuid, uuid[]) TO entrepot_app`);
  }
}
