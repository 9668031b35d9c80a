import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Limits of six levels in place of one per client and product, and what each loan holds of them. */
export class FinancingCreateCreditLimits1796390001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.credit_limit (
        tenant_id      uuid        NOT NULL,
        id             uuid        NOT NULL,
        level          text        NOT NULL CONSTRAINT ck_credit_limit_level CHECK (level IN
                         ('platform', 'lender', 'group', 'client', 'product', 'buyer')),
        subject_id     uuid,
        code           text,
        currency       char(3)     NOT NULL,
        limit_minor    bigint      CONSTRAINT ck_credit_limit_limit CHECK (limit_minor >= 0),
        is_set         boolean     NOT NULL,
        proposed_minor bigint      CONSTRAINT ck_credit_limit_proposed CHECK (proposed_minor >= 0),
        approval       jsonb,
        reserved_minor bigint      NOT NULL,
        used_minor     bigint      NOT NULL,
        version        integer     NOT NULL,
        created_at     timestamptz NOT NULL,
        updated_at     timestamptz NOT NULL,
        CONSTRAINT pk_credit_limit PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_credit_limit_subject UNIQUE NULLS NOT DISTINCT (tenant_id, level, subject_id, code, currency),
        CONSTRAINT ck_credit_limit_subject CHECK (
          (subject_id IS NOT NULL) = (level IN ('group', 'client', 'product', 'buyer'))
          AND (code IS NOT NULL) = (level IN ('lender', 'product'))),
        CONSTRAINT ck_credit_limit_set CHECK (NOT is_set OR limit_minor IS NOT NULL),
        CONSTRAINT ck_credit_limit_parts CHECK (reserved_minor >= 0 AND used_minor >= 0),
        CONSTRAINT ck_credit_limit_free CHECK (reserved_minor + used_minor <= limit_minor)
      )`);
    await db.query(`
      CREATE TABLE financing.limit_hold (
        tenant_id      uuid   NOT NULL,
        loan_id        uuid   NOT NULL,
        limit_id       uuid   NOT NULL,
        reserved_minor bigint NOT NULL,
        used_minor     bigint NOT NULL,
        CONSTRAINT pk_limit_hold PRIMARY KEY (tenant_id, loan_id, limit_id),
        CONSTRAINT fk_limit_hold_limit FOREIGN KEY (tenant_id, limit_id) REFERENCES financing.credit_limit (tenant_id, id),
        CONSTRAINT ck_limit_hold_parts CHECK (reserved_minor >= 0 AND used_minor >= 0)
      )`);
    await this.bringOver(db);
    for (const table of ['credit_limit', 'limit_hold']) await db.query(`CALL platform.isolate('financing.${table}')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON financing.credit_limit, financing.limit_hold TO entrepot_app`);
    await db.query(`DROP TABLE financing.client_limit`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.client_limit (
        tenant_id      uuid    NOT NULL,
        seller_id      uuid    NOT NULL,
        product        text    NOT NULL,
        currency       char(3) NOT NULL,
        limit_minor    bigint  NOT NULL,
        reserved_minor bigint  NOT NULL DEFAULT 0,
        used_minor     bigint  NOT NULL DEFAULT 0,
        CONSTRAINT pk_client_limit PRIMARY KEY (tenant_id, seller_id, product),
        CONSTRAINT ck_client_limit_parts CHECK (reserved_minor >= 0 AND used_minor >= 0),
        CONSTRAINT ck_client_limit_free CHECK (reserved_minor + used_minor <= limit_minor)
      )`);
    await db.query(`ALTER TABLE financing.credit_limit NO FORCE ROW LEVEL SECURITY`);
    await db.query(`
      INSERT INTO financing.client_limit
      SELECT tenant_id, subject_id, code, currency, coalesce(limit_minor, reserved_minor + used_minor), reserved_minor, used_minor
      FROM financing.credit_limit WHERE level = 'product' AND currency = 'CNY'`);
    await db.query(`DROP TABLE financing.limit_hold, financing.credit_limit`);
    await db.query(`CALL platform.isolate('financing.client_limit')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON financing.client_limit TO entrepot_app`);
  }

  /** What is owed already counts in every level; which buyer and which group it was for is not known any more. */
  private async bringOver(db: QueryRunner): Promise<void> {
    for (const table of ['client_limit', 'advance']) {
      await db.query(`ALTER TABLE financing.${table} NO FORCE ROW LEVEL SECURITY`);
    }
    await db.query(`
      INSERT INTO financing.credit_limit (tenant_id, id, level, subject_id, code, currency, limit_minor, is_set, reserved_minor,
                                          used_minor, version, created_at, updated_at)
      SELECT tenant_id, gen_random_uuid(), level, subject_id, code, currency, max(own), false, sum(reserved_minor),
             sum(used_minor), 1, now(), now()
      FROM financing.client_limit, LATERAL (VALUES
        ('platform', NULL::uuid, NULL::text, NULL::bigint),
        ('lender', NULL, 'partner_bank', NULL),
        ('client', seller_id, NULL, NULL),
        ('product', seller_id, product, limit_minor)) AS of_level (level, subject_id, code, own)
      GROUP BY tenant_id, level, subject_id, code, currency`);
    await db.query(`
      INSERT INTO financing.limit_hold (tenant_id, loan_id, limit_id, reserved_minor, used_minor)
      SELECT a.tenant_id, a.id, l.id,
             CASE a.state WHEN 'requested' THEN a.principal_minor ELSE 0 END,
             CASE a.state WHEN 'drawn' THEN a.outstanding_minor ELSE 0 END
      FROM financing.advance a JOIN financing.credit_limit l ON l.tenant_id = a.tenant_id AND l.currency = a.principal_currency
        AND (l.level IN ('platform', 'lender') OR l.level = 'client' AND l.subject_id = a.seller_id
             OR l.level = 'product' AND l.subject_id = a.seller_id AND l.code = a.product)
      WHERE a.state IN ('requested', 'drawn')`);
    await db.query(`ALTER TABLE financing.advance FORCE ROW LEVEL SECURITY`);
  }
}
