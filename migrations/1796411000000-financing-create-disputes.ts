import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What buyers dispute of their orders, and how the names of parties stand against lists of denied parties. */
export class FinancingCreateDisputes1796411000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.dispute (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        order_id        uuid        NOT NULL,
        seller_id       uuid        NOT NULL,
        buyer_id        uuid        NOT NULL,
        kind            text        NOT NULL CONSTRAINT ck_dispute_kind CHECK (kind IN
                          ('quality', 'quantity', 'delivery', 'price', 'documents', 'other')),
        state           text        NOT NULL CONSTRAINT ck_dispute_state CHECK (state IN ('open', 'resolved')),
        amount_minor    bigint      NOT NULL CONSTRAINT ck_dispute_amount CHECK (amount_minor > 0),
        amount_currency char(3)     NOT NULL,
        opened_on       date        NOT NULL,
        description     text        NOT NULL,
        documents       jsonb       NOT NULL,
        outcome         text        CONSTRAINT ck_dispute_outcome CHECK (outcome IN ('upheld', 'rejected', 'settled')),
        conceded_minor  bigint,
        resolved_on     date,
        note            text,
        version         integer     NOT NULL,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_dispute PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_dispute_conceded CHECK (conceded_minor BETWEEN 0 AND amount_minor),
        CONSTRAINT ck_dispute_end CHECK (
          (state = 'resolved') = (outcome IS NOT NULL AND conceded_minor IS NOT NULL AND resolved_on IS NOT NULL))
      )`);
    await db.query(`CREATE INDEX ix_dispute_order ON financing.dispute (tenant_id, order_id, id)`);
    await db.query(`CREATE INDEX ix_dispute_seller ON financing.dispute (tenant_id, seller_id, id)`);
    await db.query(`
      CREATE TABLE financing.screening (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        party_id     uuid        NOT NULL,
        list         text        NOT NULL,
        list_version text        NOT NULL,
        result       text        NOT NULL CONSTRAINT ck_screening_result CHECK (result IN ('hit', 'possible', 'clear')),
        screened_on  date        NOT NULL,
        screened_by  text        NOT NULL,
        reference    text,
        created_at   timestamptz NOT NULL,
        CONSTRAINT pk_screening PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(
      `CREATE INDEX ix_screening_party ON financing.screening (tenant_id, party_id, list, screened_on DESC, id DESC)`,
    );
    for (const table of ['dispute', 'screening']) await db.query(`CALL platform.isolate('financing.${table}')`);
    await db.query(`
      GRANT SELECT, INSERT, UPDATE
        ON financing.dispute TO entrepot_app`);
    await db.query(`GRANT SELECT, INSERT ON financing.screening TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE financing.screening, financing.dispute`);
  }
}
