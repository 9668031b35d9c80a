import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Files of the papers of contracts, and which messages to the bank have them: what has gone is kept. */
export class FxCreateContractFiles1796385001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.contract_file (
        tenant_id  uuid        NOT NULL,
        id         uuid        NOT NULL,
        order_id   uuid        NOT NULL,
        kind       text        NOT NULL,
        number     text        NOT NULL,
        issued_on  date,
        file_name  text        NOT NULL,
        media_type text        NOT NULL,
        size_bytes integer     NOT NULL CONSTRAINT ck_contract_file_size CHECK (size_bytes = octet_length(body)),
        sha256     text        NOT NULL,
        body       bytea       NOT NULL,
        added_by   text        NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_contract_file PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_contract_file_content UNIQUE (tenant_id, order_id, kind, number, sha256),
        CONSTRAINT fk_contract_file_order FOREIGN KEY (tenant_id, order_id) REFERENCES fx.receivable (tenant_id, id)
      )`);
    // Scans are packed already.
    await db.query(`ALTER TABLE fx.contract_file ALTER COLUMN body SET STORAGE EXTERNAL`);
    await db.query(`CALL platform.isolate('fx.contract_file')`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON fx.contract_file TO entrepot_app`);
    await db.query(`
      CREATE TABLE fx.control_request_file (
        tenant_id  uuid NOT NULL,
        request_id uuid NOT NULL,
        file_id    uuid NOT NULL,
        CONSTRAINT pk_control_request_file PRIMARY KEY (tenant_id, request_id, file_id),
        CONSTRAINT fk_control_request_file_request FOREIGN KEY (tenant_id, request_id)
          REFERENCES fx.control_request (tenant_id, id),
        CONSTRAINT fk_control_request_file_file FOREIGN KEY (tenant_id, file_id) REFERENCES fx.contract_file (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_control_request_file_file ON fx.control_request_file (tenant_id, file_id)`);
    await db.query(`CALL platform.isolate('fx.control_request_file')`);
    await db.query(`GRANT SELECT, INSERT ON fx.control_request_file TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE fx.control_request_file, fx.contract_file`);
  }
}
