import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Until which day each account's statements were asked for, and when they are asked for again. */
export class FxCreateStatementWatches1796376004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.statement_watch (
        tenant_id   uuid        NOT NULL,
        account_id  uuid        NOT NULL,
        asked_until date        NOT NULL,
        due_at      timestamptz NOT NULL,
        CONSTRAINT pk_statement_watch PRIMARY KEY (tenant_id, account_id),
        CONSTRAINT fk_statement_watch_account FOREIGN KEY (tenant_id, account_id)
          REFERENCES fx.collection_account (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('fx.statement_watch')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.statement_watch TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE fx.statement_watch`);
  }
}
