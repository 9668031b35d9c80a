import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What backs an advance, as it stands in the movables register (中登网). */
export class FinancingCreatePledgeRegistrations1796395003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.pledge_registration (
        tenant_id           uuid        NOT NULL,
        advance_id          uuid        NOT NULL,
        state               text        NOT NULL CONSTRAINT ck_pledge_registration_state CHECK (state IN
                              ('wanted', 'registered', 'refused', 'ending', 'ended')),
        registration_number text,
        registered_on       date,
        expires_on          date        NOT NULL,
        renewals            integer     NOT NULL DEFAULT 0,
        reason              text,
        created_at          timestamptz NOT NULL,
        updated_at          timestamptz NOT NULL,
        CONSTRAINT pk_pledge_registration PRIMARY KEY (tenant_id, advance_id),
        CONSTRAINT ck_pledge_registration_number CHECK (state <> 'registered' OR registration_number IS NOT NULL)
      )`);
    await db.query(`CALL platform.isolate('financing.pledge_registration')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON financing.pledge_registration TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE financing.pledge_registration`);
  }
}
