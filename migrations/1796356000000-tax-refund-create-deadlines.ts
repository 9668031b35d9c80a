import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The clocks of every export, and the days on which they are looked at. */
export class TaxRefundCreateDeadlines1796356000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.deadline (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        order_id        uuid        NOT NULL,
        order_reference text        NOT NULL,
        seller_id       uuid        NOT NULL,
        claim_id        uuid,
        entry_number    text        NOT NULL,
        kind            text        NOT NULL CONSTRAINT ck_deadline_kind CHECK (kind IN
                          ('filing_window', 'collection', 'thirty_six_months', 'evidence_documents')),
        state           text        NOT NULL CONSTRAINT ck_deadline_state CHECK (state IN
                          ('open', 'at_risk', 'overdue', 'deemed_domestic', 'met', 'void')),
        due_on          date        NOT NULL,
        met_on          date,
        alerted         integer,
        next_on         date,
        source          text        NOT NULL,
        at_stake        jsonb,
        version         integer     NOT NULL DEFAULT 1,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_deadline PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_deadline UNIQUE (tenant_id, order_id, entry_number, kind),
        CONSTRAINT ck_deadline_next CHECK ((next_on IS NOT NULL) = (state IN ('open', 'at_risk'))),
        CONSTRAINT ck_deadline_met CHECK (state <> 'met' OR met_on IS NOT NULL)
      )`);
    // What is looked at on a day: the index holds only what still runs.
    await db.query(`
      CREATE INDEX ix_deadline_next ON tax_refund.deadline (tenant_id, next_on, id) WHERE next_on IS NOT NULL`);
    await db.query(`CREATE INDEX ix_deadline_due ON tax_refund.deadline (tenant_id, due_on, id)`);
    await db.query(`CREATE INDEX ix_deadline_state ON tax_refund.deadline (tenant_id, state, due_on, id)`);
    await db.query(`CREATE INDEX ix_deadline_seller ON tax_refund.deadline (tenant_id, seller_id, due_on, id)`);
    await db.query(`CALL platform.isolate('tax_refund.deadline')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON tax_refund.deadline TO entrepot_app`);
    // One promise for each day on which anything is to be looked at, however much that is.
    await db.query(`
      CREATE TABLE tax_refund.deadline_day (
        tenant_id uuid NOT NULL,
        day       date NOT NULL,
        CONSTRAINT pk_deadline_day PRIMARY KEY (tenant_id, day)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.deadline_day')`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON tax_refund.deadline_day TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE tax_refund.deadline_day, tax_refund.deadline`);
  }
}
