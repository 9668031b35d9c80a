import { type MigrationInterface, type QueryRunner } from 'typeorm';

const STATES = `'draft', 'blocked', 'queued', 'submitted', 'accepted', 'reviewing', 'concluded', 'inspecting',
  'released', 'departed', 'cleared', 'rejected', 'cancelled'`;
const KINDS = `'accepted', 'reviewing', 'concluded', 'inspecting', 'released', 'departed', 'cleared', 'rejected', 'deleted',
  'other'`;

/** What is asked of customs about a declaration that it has, and what each receipt did. */
export class CustomsCreateDeclarationRequests1796250000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createRequest(db);
    await this.allow(db, 'declaration', 'state', `${STATES}, 'withdrawn', 'exit_cancelled'`);
    await this.allow(db, 'receipt', 'kind', `${KINDS}, 'request_granted', 'request_refused'`);
    await db.query(`ALTER TABLE customs.receipt ADD COLUMN request_id uuid, ADD COLUMN steps text[]`);
    await db.query(`GRANT UPDATE (request_id, steps) ON customs.receipt TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE customs.receipt NO FORCE ROW LEVEL SECURITY`);
    await db.query(`ALTER TABLE customs.declaration NO FORCE ROW LEVEL SECURITY`);
    await db.query(`
      UPDATE customs.receipt SET kind = 'other' WHERE kind IN ('request_granted', 'request_refused')`);
    // What customs no longer has is nothing to those who know of no requests.
    await db.query(`
      UPDATE customs.declaration SET state = 'cancelled' WHERE state IN ('withdrawn', 'exit_cancelled')`);
    await db.query(`ALTER TABLE customs.declaration FORCE ROW LEVEL SECURITY`);
    await db.query(`ALTER TABLE customs.receipt FORCE ROW LEVEL SECURITY`);
    await db.query(`ALTER TABLE customs.receipt DROP COLUMN request_id, DROP COLUMN steps`);
    await this.allow(db, 'receipt', 'kind', KINDS);
    await this.allow(db, 'declaration', 'state', STATES);
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'customs.declaration_request'`);
    await db.query(`DROP TABLE customs.declaration_request`);
  }

  private async createRequest(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE customs.declaration_request (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        declaration_id  uuid        NOT NULL,
        attempt         integer     NOT NULL,
        kind            text        NOT NULL CONSTRAINT ck_declaration_request_kind CHECK (kind IN
                          ('withdrawal', 'exit_cancellation', 'amendment')),
        state           text        NOT NULL CONSTRAINT ck_declaration_request_state CHECK (state IN
                          ('awaiting', 'queued', 'sent', 'granted', 'refused', 'declined', 'overtaken')),
        reason          text        NOT NULL,
        changes         jsonb       NOT NULL,
        form            jsonb,
        message         text,
        mandate_id      uuid,
        sequence_number text,
        answer          text,
        outcome_reason  text,
        approval        jsonb,
        asks            integer     NOT NULL,
        expected_by     timestamptz,
        sent_at         timestamptz,
        decided_at      timestamptz,
        version         integer     NOT NULL DEFAULT 1,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_declaration_request PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_declaration_request_declaration FOREIGN KEY (tenant_id, declaration_id)
          REFERENCES customs.declaration (tenant_id, id),
        CONSTRAINT ck_declaration_request_form CHECK ((kind = 'amendment') = (form IS NOT NULL)),
        CONSTRAINT ck_declaration_request_expected_by CHECK ((expected_by IS NOT NULL) = (state IN ('queued', 'sent'))),
        CONSTRAINT ck_declaration_request_message CHECK (message IS NOT NULL OR state IN ('awaiting', 'declined', 'overtaken'))
      ) WITH (fillfactor = 80)`);
    await db.query(`
      CREATE INDEX ix_declaration_request_declaration ON customs.declaration_request (tenant_id, declaration_id, id)`);
    await db.query(`
      CREATE UNIQUE INDEX uq_declaration_request_open ON customs.declaration_request (tenant_id, declaration_id)
      WHERE state IN ('awaiting', 'queued', 'sent')`);
    await db.query(`
      CREATE UNIQUE INDEX uq_declaration_request_sequence ON customs.declaration_request (tenant_id, sequence_number)
      WHERE sequence_number IS NOT NULL`);
    await db.query(`
      CREATE INDEX ix_declaration_request_expected_by ON customs.declaration_request (expected_by)
      WHERE expected_by IS NOT NULL`);
    await db.query(`CALL platform.isolate('customs.declaration_request')`);
    await db.query(`CALL platform.watch('customs.declaration_request')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON customs.declaration_request TO entrepot_app`);
  }

  private async allow(db: QueryRunner, table: string, column: string, values: string): Promise<void> {
    const constraint = `ck_${table}_${column}`;
    await db.query(`
      ALTER TABLE customs.${table}
        DROP CONSTRAINT ${constraint}, ADD CONSTRAINT ${constraint} CHECK (${column} IN (${values}))`);
  }
}
