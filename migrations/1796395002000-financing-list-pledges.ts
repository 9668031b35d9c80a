import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What backs each advance, for the tenant itself. Rows go only when a sandbox tenant is reset: what they held is free then, for
 * else nobody could ever release it.
 */
export class FinancingListPledges1796395002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.advance_pledge (
        tenant_id   uuid        NOT NULL,
        advance_id  uuid        NOT NULL,
        kind        text        NOT NULL CONSTRAINT ck_advance_pledge_kind CHECK (kind IN
                      ('declaration', 'invoice', 'vat_invoice', 'warehouse_receipt')),
        issuer      text        NOT NULL,
        number      text        NOT NULL,
        holder      bytea       NOT NULL CONSTRAINT ck_advance_pledge_holder CHECK (octet_length(holder) = 32),
        taken_at    timestamptz NOT NULL,
        released_at timestamptz,
        CONSTRAINT pk_advance_pledge PRIMARY KEY (tenant_id, advance_id, kind, issuer, number)
      )`);
    await db.query(`CALL platform.isolate('financing.advance_pledge')`);
    await db.query(`GRANT SELECT, INSERT ON financing.advance_pledge TO entrepot_app`);
    await db.query(`GRANT UPDATE (taken_at, released_at) ON financing.advance_pledge TO entrepot_app`);
    await db.query(`
      CREATE FUNCTION financing.forget_pledges() RETURNS trigger
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
        BEGIN
          DELETE FROM financing.pledge WHERE holder = OLD.holder;
          RETURN NULL;
        END $$`);
    await db.query(`REVOKE ALL ON FUNCTION financing.forget_pledges() FROM PUBLIC`);
    await db.query(`
      CREATE TRIGGER forget_pledges AFTER DELETE ON financing.advance_pledge
        FOR EACH ROW EXECUTE FUNCTION financing.forget_pledges()`);
    await db.query(`DROP INDEX financing.ix_pledge_holder`);
    await db.query(`CREATE INDEX ix_pledge_holder ON financing.pledge (holder)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX financing.ix_pledge_holder`);
    await db.query(`CREATE INDEX ix_pledge_holder ON financing.pledge (holder) WHERE released_at IS NULL`);
    await db.query(`DROP TABLE financing.advance_pledge`);
    await db.query(`DROP FUNCTION financing.forget_pledges()`);
  }
}
