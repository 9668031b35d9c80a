import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Monthly summaries of exported lists (汇总申报): which months of which profile are due, and what they were declared as. */
export class CustomsCreateParcelSummaries1796300001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // 申报业务类型, as customs repeats it: A simplified, B to be summarised.
    await db.query(`
      ALTER TABLE customs.parcel
        ADD COLUMN list_kind text CONSTRAINT ck_parcel_list_kind CHECK (list_kind IN ('A', 'B'))`);
    await db.query(`GRANT UPDATE (list_kind) ON customs.parcel TO entrepot_app`);
    await db.query(`
      CREATE INDEX ix_parcel_cleared ON customs.parcel (tenant_id, profile_id, cleared_at)
      WHERE direction = 'export' AND cleared_at IS NOT NULL`);
    await this.createSummary(db);
    await this.createDeclaration(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'customs.parcel_summary'`);
    await db.query(
      `DROP TABLE customs.parcel_summary_line, customs.parcel_summary_declaration, customs.parcel_summary`,
    );
    await db.query(`DROP INDEX customs.ix_parcel_cleared`);
    await db.query(`ALTER TABLE customs.parcel DROP COLUMN list_kind`);
  }

  private async createSummary(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE customs.parcel_summary (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        profile_id   uuid        NOT NULL,
        month        char(7)     NOT NULL,
        state        text        NOT NULL CONSTRAINT ck_parcel_summary_state CHECK (state IN
                       ('open', 'due', 'overdue', 'done')),
        due_on       date        NOT NULL,
        expected_by  timestamptz,
        completed_at timestamptz,
        version      integer     NOT NULL DEFAULT 1,
        created_at   timestamptz NOT NULL,
        updated_at   timestamptz NOT NULL,
        CONSTRAINT pk_parcel_summary PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_parcel_summary_expected_by CHECK ((expected_by IS NULL) = (state = 'done'))
      ) WITH (fillfactor = 80)`);
    await db.query(`
      CREATE UNIQUE INDEX uq_parcel_summary_month ON customs.parcel_summary (tenant_id, profile_id, month)`);
    await db.query(`
      CREATE INDEX ix_parcel_summary_expected_by ON customs.parcel_summary (expected_by) WHERE expected_by IS NOT NULL`);
    await db.query(`CALL platform.isolate('customs.parcel_summary')`);
    await db.query(`CALL platform.watch('customs.parcel_summary')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON customs.parcel_summary TO entrepot_app`);
  }

  private async createDeclaration(db: QueryRunner): Promise<void> {
    // What customs made of an application, by its own number of it (汇总申请编号): told before, after or without its answer.
    await db.query(`
      CREATE TABLE customs.parcel_summary_declaration (
        tenant_id    uuid        NOT NULL,
        sum_no       text        NOT NULL,
        decl_seq_no  text        NOT NULL,
        entry_id     text,
        state        text        NOT NULL,
        gross_weight text        NOT NULL,
        net_weight   text        NOT NULL,
        processed_at timestamptz NOT NULL,
        created_at   timestamptz NOT NULL,
        updated_at   timestamptz NOT NULL,
        CONSTRAINT pk_parcel_summary_declaration PRIMARY KEY (tenant_id, sum_no, decl_seq_no)
      )`);
    await db.query(`CALL platform.isolate('customs.parcel_summary_declaration')`);
    await db.query(`GRANT SELECT, INSERT ON customs.parcel_summary_declaration TO entrepot_app`);
    await db.query(`
      GRANT UPDATE (entry_id, state, gross_weight, net_weight, processed_at, updated_at)
        ON customs.parcel_summary_declaration TO entrepot_app`);
    await db.query(`
      CREATE TABLE customs.parcel_summary_line (
        tenant_id   uuid    NOT NULL,
        sum_no      text    NOT NULL,
        decl_seq_no text    NOT NULL,
        invt_no     text    NOT NULL,
        gnum        integer NOT NULL,
        item        integer NOT NULL,
        CONSTRAINT pk_parcel_summary_line PRIMARY KEY (tenant_id, sum_no, decl_seq_no, invt_no, gnum),
        CONSTRAINT fk_parcel_summary_line_declaration FOREIGN KEY (tenant_id, sum_no, decl_seq_no)
          REFERENCES customs.parcel_summary_declaration (tenant_id, sum_no, decl_seq_no)
      )`);
    await db.query(`CALL platform.isolate('customs.parcel_summary_line')`);
    await db.query(`GRANT SELECT, INSERT ON customs.parcel_summary_line TO entrepot_app`);
  }
}
