import { type MigrationInterface, type QueryRunner } from 'typeorm';

const UPDATED = ['buyer_limit', 'shipment_declaration', 'insurance_claim', 'receivable_assignment'];
const APPENDED = ['insurance_policy', 'insurance_recovery'];

/** Export credit insurance: policies, buyer limits, declared shipments, claims, recoveries; and assignments of receivables. */
export class FinancingCreateInsurance1796407000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await createCover(db);
    await createClaims(db);
    await createAssignments(db);
    for (const table of [...UPDATED, ...APPENDED]) await db.query(`CALL platform.isolate('financing.${table}')`);
    for (const table of ['buyer_limit', 'insurance_claim']) await db.query(`CALL platform.watch('financing.${table}')`);
    for (const table of UPDATED) await db.query(`GRANT SELECT, INSERT, UPDATE ON financing.${table} TO entrepot_app`);
    for (const table of APPENDED) await db.query(`GRANT SELECT, INSERT ON financing.${table} TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM platform.waiting_table WHERE relation IN ('financing.buyer_limit', 'financing.insurance_claim')`);
    await db.query(`
      DROP TABLE financing.receivable_assignment, financing.insurance_recovery, financing.insurance_claim,
                 financing.shipment_declaration, financing.buyer_limit, financing.insurance_policy`);
  }
}

async function createCover(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE financing.insurance_policy (
      tenant_id       uuid        NOT NULL,
      id              uuid        NOT NULL,
      seller_id       uuid        NOT NULL,
      insurer         text        NOT NULL,
      policy_number   text        NOT NULL,
      valid_from      date        NOT NULL,
      valid_to        date        NOT NULL,
      declares_itself boolean     NOT NULL,
      terms           jsonb       NOT NULL,
      version         integer     NOT NULL,
      created_at      timestamptz NOT NULL,
      updated_at      timestamptz NOT NULL,
      CONSTRAINT pk_insurance_policy PRIMARY KEY (tenant_id, id),
      CONSTRAINT uq_insurance_policy_number UNIQUE (tenant_id, policy_number)
    )`);
  await db.query(`CREATE INDEX ix_insurance_policy_seller ON financing.insurance_policy (tenant_id, seller_id, id)`);
  await db.query(`
    CREATE TABLE financing.buyer_limit (
      tenant_id       uuid        NOT NULL,
      id              uuid        NOT NULL,
      policy_id       uuid        NOT NULL,
      seller_id       uuid        NOT NULL,
      buyer_id        uuid        NOT NULL,
      country         char(2)     NOT NULL,
      tenor_days      integer     NOT NULL,
      state           text        NOT NULL CONSTRAINT ck_buyer_limit_state CHECK (state IN
                        ('requested', 'granted', 'refused', 'revoked')),
      requested_minor bigint      NOT NULL,
      granted_minor   bigint      NOT NULL,
      used_minor      bigint      NOT NULL,
      ceiling_minor   bigint      NOT NULL,
      limit_number    text,
      valid_from      date,
      valid_until     date,
      reason          text,
      causes          jsonb,
      said_at         timestamptz,
      expected_by     timestamptz,
      asks            integer     NOT NULL,
      version         integer     NOT NULL,
      created_at      timestamptz NOT NULL,
      updated_at      timestamptz NOT NULL,
      CONSTRAINT pk_buyer_limit PRIMARY KEY (tenant_id, id),
      CONSTRAINT ck_buyer_limit_used CHECK (used_minor BETWEEN 0 AND ceiling_minor),
      CONSTRAINT fk_buyer_limit_policy FOREIGN KEY (tenant_id, policy_id) REFERENCES financing.insurance_policy (tenant_id, id)
    )`);
  await db.query(`
    CREATE UNIQUE INDEX uq_buyer_limit_live ON financing.buyer_limit (tenant_id, policy_id, buyer_id)
      WHERE state IN ('requested', 'granted')`);
  await db.query(`CREATE INDEX ix_buyer_limit_buyer ON financing.buyer_limit (tenant_id, seller_id, buyer_id, id)`);
  await db.query(`
    CREATE TABLE financing.shipment_declaration (
      tenant_id          uuid        NOT NULL,
      id                 uuid        NOT NULL,
      policy_id          uuid        NOT NULL,
      limit_id           uuid        NOT NULL,
      order_id           uuid        NOT NULL,
      seller_id          uuid        NOT NULL,
      buyer_id           uuid        NOT NULL,
      origin             text        NOT NULL CONSTRAINT ck_shipment_declaration_origin CHECK (origin IN ('automatic', 'api')),
      state              text        NOT NULL CONSTRAINT ck_shipment_declaration_state CHECK (state IN
                           ('declared', 'accepted', 'refused', 'settled', 'claimed', 'closed')),
      shipped_on         date        NOT NULL,
      due_on             date        NOT NULL,
      notice_by          date        NOT NULL,
      amount_minor       bigint      NOT NULL,
      covered_minor      bigint      NOT NULL,
      premium_minor      bigint      NOT NULL,
      calculation        jsonb       NOT NULL,
      declaration_number text,
      reason             text,
      causes             jsonb,
      premium_paid_at    timestamptz,
      reminded           text        CONSTRAINT ck_shipment_declaration_reminded CHECK (reminded IN ('due', 'missed')),
      version            integer     NOT NULL,
      created_at         timestamptz NOT NULL,
      updated_at         timestamptz NOT NULL,
      CONSTRAINT pk_shipment_declaration PRIMARY KEY (tenant_id, id),
      CONSTRAINT ck_shipment_declaration_covered CHECK (covered_minor BETWEEN 0 AND amount_minor),
      CONSTRAINT fk_shipment_declaration_limit FOREIGN KEY (tenant_id, limit_id) REFERENCES financing.buyer_limit (tenant_id, id)
    )`);
  await db.query(`
    CREATE UNIQUE INDEX uq_shipment_declaration_order ON financing.shipment_declaration (tenant_id, order_id)
      WHERE state <> 'refused'`);
  await db.query(
    `CREATE INDEX ix_shipment_declaration_order ON financing.shipment_declaration (tenant_id, order_id, id)`,
  );
}

async function createClaims(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE financing.insurance_claim (
      tenant_id       uuid        NOT NULL,
      id              uuid        NOT NULL,
      declaration_id  uuid        NOT NULL,
      policy_id       uuid        NOT NULL,
      order_id        uuid        NOT NULL,
      seller_id       uuid        NOT NULL,
      cause           text        NOT NULL CONSTRAINT ck_insurance_claim_cause CHECK (cause IN ('commercial', 'political')),
      state           text        NOT NULL CONSTRAINT ck_insurance_claim_state CHECK (state IN
                        ('notified', 'filed', 'assessed', 'refused', 'paid')),
      loss_minor      bigint      NOT NULL,
      indemnity_minor bigint      NOT NULL,
      calculation     jsonb       NOT NULL,
      notified_on     date        NOT NULL,
      claimable_from  date        NOT NULL,
      filed_at        timestamptz,
      documents       jsonb       NOT NULL,
      claim_number    text,
      assessed_minor  bigint,
      reason          text,
      causes          jsonb,
      paid_on         date,
      bank_reference  text,
      recovered_minor bigint      NOT NULL,
      expected_by     timestamptz,
      asks            integer     NOT NULL,
      version         integer     NOT NULL,
      created_at      timestamptz NOT NULL,
      updated_at      timestamptz NOT NULL,
      CONSTRAINT pk_insurance_claim PRIMARY KEY (tenant_id, id),
      CONSTRAINT uq_insurance_claim_declaration UNIQUE (tenant_id, declaration_id),
      CONSTRAINT ck_insurance_claim_recovered CHECK (recovered_minor BETWEEN 0 AND loss_minor),
      CONSTRAINT fk_insurance_claim_declaration FOREIGN KEY (tenant_id, declaration_id)
        REFERENCES financing.shipment_declaration (tenant_id, id)
    )`);
  await db.query(`CREATE INDEX ix_insurance_claim_order ON financing.insurance_claim (tenant_id, order_id, id)`);
  await db.query(`
    CREATE TABLE financing.insurance_recovery (
      tenant_id      uuid        NOT NULL,
      id             uuid        NOT NULL,
      claim_id       uuid        NOT NULL,
      bank_reference text        NOT NULL,
      insurer_minor  bigint      NOT NULL CONSTRAINT ck_insurance_recovery_insurer CHECK (insurer_minor >= 0),
      insured_minor  bigint      NOT NULL CONSTRAINT ck_insurance_recovery_insured CHECK (insured_minor >= 0),
      received_on    date        NOT NULL,
      created_at     timestamptz NOT NULL,
      CONSTRAINT pk_insurance_recovery PRIMARY KEY (tenant_id, id),
      CONSTRAINT uq_insurance_recovery_receipt UNIQUE (tenant_id, claim_id, bank_reference),
      CONSTRAINT fk_insurance_recovery_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES financing.insurance_claim (tenant_id, id)
    )`);
}

async function createAssignments(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE financing.receivable_assignment (
      tenant_id       uuid        NOT NULL,
      id              uuid        NOT NULL,
      order_id        uuid        NOT NULL,
      seller_id       uuid        NOT NULL,
      buyer_id        uuid        NOT NULL,
      assignee        text        NOT NULL,
      account         text        NOT NULL,
      contract_number text        NOT NULL,
      amount_minor    bigint      NOT NULL,
      amount_currency char(3)     NOT NULL,
      state           text        NOT NULL CONSTRAINT ck_receivable_assignment_state CHECK (state IN
                        ('drafted', 'sent', 'acknowledged', 'released')),
      manner          text        CONSTRAINT ck_receivable_assignment_manner CHECK (manner IN
                        ('courier', 'email', 'by_hand', 'platform')),
      sent_on         date,
      ranked_at       timestamptz,
      acknowledged_on date,
      signatory       text,
      document        jsonb,
      release_reason  text,
      version         integer     NOT NULL,
      created_at      timestamptz NOT NULL,
      updated_at      timestamptz NOT NULL,
      CONSTRAINT pk_receivable_assignment PRIMARY KEY (tenant_id, id)
    )`);
  await db.query(`
    CREATE UNIQUE INDEX uq_receivable_assignment_live ON financing.receivable_assignment (tenant_id, order_id)
      WHERE state <> 'released'`);
  await db.query(
    `CREATE INDEX ix_receivable_assignment_order ON financing.receivable_assignment (tenant_id, order_id, id)`,
  );
}
