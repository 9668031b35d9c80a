import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Classes of enterprises, exports as customs told of them, trade-background checks, and money under review. */
export class FxCreateTradeChecks1796377001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.enterprise_class (
        tenant_id        uuid        NOT NULL,
        id               uuid        NOT NULL,
        party_id         uuid        NOT NULL,
        class            text        NOT NULL CONSTRAINT ck_enterprise_class_class CHECK (class IN ('A', 'B', 'C')),
        directory_number text,
        is_small_seller  boolean     NOT NULL,
        quota_minor      bigint      CONSTRAINT ck_enterprise_class_quota CHECK (quota_minor >= 0),
        quota_currency   char(3),
        valid_from       date        NOT NULL,
        valid_to         date,
        source           text        NOT NULL,
        recorded_by      text        NOT NULL,
        created_at       timestamptz NOT NULL,
        CONSTRAINT pk_enterprise_class PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_enterprise_class_period CHECK (valid_to >= valid_from),
        CONSTRAINT ck_enterprise_class_quota_whole CHECK ((quota_minor IS NULL) = (quota_currency IS NULL))
      )`);
    await db.query(`CREATE INDEX ix_enterprise_class_party ON fx.enterprise_class (tenant_id, party_id, id)`);
    await db.query(`CALL platform.isolate('fx.enterprise_class')`);
    await db.query(`GRANT SELECT, INSERT ON fx.enterprise_class TO entrepot_app`);
    await db.query(`
      CREATE TABLE fx.declared_export (
        tenant_id        uuid        NOT NULL,
        declaration_id   uuid        NOT NULL,
        order_id         uuid        NOT NULL,
        entry_number     text        NOT NULL,
        export_date      date        NOT NULL,
        supervision_mode text        NOT NULL,
        total_minor      bigint      NOT NULL,
        total_currency   char(3)     NOT NULL,
        parts            integer     NOT NULL,
        is_void          boolean     NOT NULL,
        created_at       timestamptz NOT NULL,
        CONSTRAINT pk_declared_export PRIMARY KEY (tenant_id, declaration_id)
      )`);
    await db.query(`CREATE INDEX ix_declared_export_order ON fx.declared_export (tenant_id, order_id)`);
    await db.query(`CALL platform.isolate('fx.declared_export')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.declared_export TO entrepot_app`);
    await this.createChecks(db);
    await this.createReviews(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE fx.funds_release, fx.funds_review, fx.trade_check, fx.declared_export, fx.enterprise_class`);
  }

  private async createChecks(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.trade_check (
        tenant_id         uuid        NOT NULL,
        id                uuid        NOT NULL,
        order_id          uuid        NOT NULL,
        party_id          uuid        NOT NULL,
        state             text        NOT NULL CONSTRAINT ck_trade_check_state CHECK (state IN
                            ('passed', 'doubtful', 'blocked', 'accepted')),
        enterprise_class  text        NOT NULL,
        received_minor    bigint      NOT NULL,
        received_currency char(3)     NOT NULL,
        findings          jsonb       NOT NULL,
        explanation       jsonb       NOT NULL,
        evidence          jsonb       NOT NULL,
        acceptance        jsonb,
        version           integer     NOT NULL,
        created_at        timestamptz NOT NULL,
        updated_at        timestamptz NOT NULL,
        CONSTRAINT pk_trade_check PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_trade_check_order FOREIGN KEY (tenant_id, order_id) REFERENCES fx.receivable (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_trade_check_order ON fx.trade_check (tenant_id, order_id)`);
    await db.query(`CREATE INDEX ix_trade_check_party ON fx.trade_check (tenant_id, party_id)`);
    await db.query(`CALL platform.isolate('fx.trade_check')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.trade_check TO entrepot_app`);
  }

  private async createReviews(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.funds_review (
        tenant_id         uuid        NOT NULL,
        id                uuid        NOT NULL,
        collection_id     uuid        NOT NULL,
        party_id          uuid        NOT NULL,
        state             text        NOT NULL CONSTRAINT ck_funds_review_state CHECK (state IN
                            ('held', 'part_released', 'released')),
        enterprise_class  text        NOT NULL,
        amount_minor      bigint      NOT NULL CONSTRAINT ck_funds_review_amount CHECK (amount_minor > 0),
        amount_currency   char(3)     NOT NULL,
        released_minor    bigint      NOT NULL,
        released_currency char(3)     NOT NULL,
        version           integer     NOT NULL,
        created_at        timestamptz NOT NULL,
        updated_at        timestamptz NOT NULL,
        CONSTRAINT pk_funds_review PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_funds_review_released CHECK (released_minor BETWEEN 0 AND amount_minor),
        CONSTRAINT fk_funds_review_collection FOREIGN KEY (tenant_id, collection_id)
          REFERENCES fx.collection (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_funds_review_collection ON fx.funds_review (tenant_id, collection_id)`);
    await db.query(`CALL platform.isolate('fx.funds_review')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.funds_review TO entrepot_app`);
    // What a share was released by: once.
    await db.query(`
      CREATE TABLE fx.funds_release (
        tenant_id     uuid        NOT NULL,
        allocation_id uuid        NOT NULL,
        review_id     uuid        NOT NULL,
        created_at    timestamptz NOT NULL,
        CONSTRAINT pk_funds_release PRIMARY KEY (tenant_id, allocation_id),
        CONSTRAINT fk_funds_release_review FOREIGN KEY (tenant_id, review_id) REFERENCES fx.funds_review (tenant_id, id)
      )`);
    await db.query(`CALL platform.isolate('fx.funds_release')`);
    await db.query(`GRANT SELECT, INSERT ON fx.funds_release TO entrepot_app`);
  }
}
