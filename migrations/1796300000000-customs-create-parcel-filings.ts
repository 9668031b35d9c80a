import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What is filed about parcels after their lists, in which records, and when their goods left and were cleared. */
export class CustomsCreateParcelFilings1796300000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE customs.parcel ADD COLUMN departed_at timestamptz, ADD COLUMN cleared_at timestamptz`);
    await db.query(`GRANT UPDATE (departed_at, cleared_at) ON customs.parcel TO entrepot_app`);
    await this.createFiling(db);
    await this.createRecord(db);
    await this.createLink(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'customs.parcel_filing'`);
    await db.query(`DROP TABLE customs.parcel_filing_parcel, customs.parcel_filing_record, customs.parcel_filing`);
    await db.query(`ALTER TABLE customs.parcel DROP COLUMN departed_at, DROP COLUMN cleared_at`);
  }

  private async createFiling(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE customs.parcel_filing (
        tenant_id   uuid        NOT NULL,
        id          uuid        NOT NULL,
        profile_id  uuid        NOT NULL,
        kind        text        NOT NULL CONSTRAINT ck_parcel_filing_kind CHECK (kind IN
                      ('withdrawal', 'arrival', 'departure', 'master_waybill', 'return', 'return_tally', 'summary')),
        direction   text        NOT NULL CONSTRAINT ck_parcel_filing_direction CHECK (direction IN ('export', 'import')),
        state       text        NOT NULL CONSTRAINT ck_parcel_filing_state CHECK (state IN
                      ('queued', 'sent', 'accepted', 'partly', 'rejected')),
        said        jsonb       NOT NULL,
        parcels     integer     NOT NULL CONSTRAINT ck_parcel_filing_parcels CHECK (parcels > 0),
        accepted    integer     NOT NULL DEFAULT 0,
        rejected    integer     NOT NULL DEFAULT 0,
        asks        integer     NOT NULL DEFAULT 0,
        expected_by timestamptz,
        decided_at  timestamptz,
        version     integer     NOT NULL DEFAULT 1,
        created_at  timestamptz NOT NULL,
        updated_at  timestamptz NOT NULL,
        CONSTRAINT pk_parcel_filing PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_parcel_filing_expected_by CHECK ((expected_by IS NOT NULL) = (state IN ('queued', 'sent')))
      ) WITH (fillfactor = 80)`);
    await db.query(`
      CREATE INDEX ix_parcel_filing_expected_by ON customs.parcel_filing (expected_by) WHERE expected_by IS NOT NULL`);
    await db.query(`CALL platform.isolate('customs.parcel_filing')`);
    await db.query(`CALL platform.watch('customs.parcel_filing')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON customs.parcel_filing TO entrepot_app`);
  }

  private async createRecord(db: QueryRunner): Promise<void> {
    // One record of a message: what customs answers.
    await db.query(`
      CREATE TABLE customs.parcel_filing_record (
        tenant_id      uuid        NOT NULL,
        filing_id      uuid        NOT NULL,
        place          integer     NOT NULL,
        guid           uuid        NOT NULL,
        ceb_message_id uuid        NOT NULL,
        parcels        integer     NOT NULL,
        outcome        text        NOT NULL DEFAULT 'waiting' CONSTRAINT ck_parcel_filing_record_outcome
                         CHECK (outcome IN ('waiting', 'accepted', 'rejected')),
        rank           smallint    NOT NULL DEFAULT -1,
        pre_no         text,
        number         text,
        customs_said   text,
        answered_at    timestamptz,
        CONSTRAINT pk_parcel_filing_record PRIMARY KEY (tenant_id, filing_id, place),
        CONSTRAINT fk_parcel_filing_record_filing FOREIGN KEY (tenant_id, filing_id)
          REFERENCES customs.parcel_filing (tenant_id, id)
      ) WITH (fillfactor = 80)`);
    await db.query(
      `CREATE UNIQUE INDEX uq_parcel_filing_record_guid ON customs.parcel_filing_record (tenant_id, guid)`,
    );
    await db.query(`
      CREATE INDEX ix_parcel_filing_record_number ON customs.parcel_filing_record (tenant_id, number)
      WHERE number IS NOT NULL`);
    await db.query(`CALL platform.isolate('customs.parcel_filing_record')`);
    await db.query(`GRANT SELECT, INSERT ON customs.parcel_filing_record TO entrepot_app`);
    await db.query(`
      GRANT UPDATE (outcome, rank, pre_no, number, customs_said, answered_at) ON customs.parcel_filing_record TO entrepot_app`);
  }

  private async createLink(db: QueryRunner): Promise<void> {
    // Which parcels a record is about, under the guid that their lists had then. Not twice the same while one is open or taken.
    await db.query(`
      CREATE TABLE customs.parcel_filing_parcel (
        tenant_id uuid    NOT NULL,
        filing_id uuid    NOT NULL,
        parcel_id uuid    NOT NULL,
        place     integer NOT NULL,
        kind      text    NOT NULL,
        aspect    text    NOT NULL,
        list_guid uuid    NOT NULL,
        outcome   text    NOT NULL DEFAULT 'waiting' CONSTRAINT ck_parcel_filing_parcel_outcome
                    CHECK (outcome IN ('waiting', 'accepted', 'rejected')),
        CONSTRAINT pk_parcel_filing_parcel PRIMARY KEY (tenant_id, filing_id, parcel_id),
        CONSTRAINT fk_parcel_filing_parcel_record FOREIGN KEY (tenant_id, filing_id, place)
          REFERENCES customs.parcel_filing_record (tenant_id, filing_id, place),
        CONSTRAINT fk_parcel_filing_parcel_parcel FOREIGN KEY (tenant_id, parcel_id) REFERENCES customs.parcel (tenant_id, id)
      ) WITH (fillfactor = 80)`);
    await db.query(`
      CREATE UNIQUE INDEX uq_parcel_filing_parcel_open ON customs.parcel_filing_parcel (tenant_id, parcel_id, kind, aspect)
      WHERE outcome <> 'rejected'`);
    await db.query(`
      CREATE INDEX ix_parcel_filing_parcel_parcel ON customs.parcel_filing_parcel (tenant_id, parcel_id, filing_id)`);
    await db.query(`
      CREATE INDEX ix_parcel_filing_parcel_record ON customs.parcel_filing_parcel (tenant_id, filing_id, place)`);
    await db.query(`CALL platform.isolate('customs.parcel_filing_parcel')`);
    await db.query(`GRANT SELECT, INSERT ON customs.parcel_filing_parcel TO entrepot_app`);
    await db.query(`GRANT UPDATE (outcome) ON customs.parcel_filing_parcel TO entrepot_app`);
  }
}
