import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Groups of sellers that guarantee for one another, their draws, calls on them, and what comes of those. */
export class FinancingCreateGuaranteeGroups1796386000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createGroups(db);
    await this.createCalls(db);
    for (const table of TABLES) {
      await db.query(`CALL platform.isolate('financing.${table}')`);
    }
    await db.query(`
      GRANT SELECT, INSERT, UPDATE ON financing.guarantee_group, financing.guarantee_member, financing.draw_notice,
        financing.guarantee_call, financing.recourse_claim TO entrepot_app`);
    // What was paid is never changed.
    await db.query(`GRANT SELECT, INSERT ON financing.guarantee_payment TO entrepot_app`);
    await db.query(`
      ALTER TABLE financing.waterfall
        DROP CONSTRAINT ck_waterfall_source,
        ADD CONSTRAINT ck_waterfall_source CHECK (source IN ('collection', 'refund', 'advance', 'guarantee'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE financing.waterfall
        DROP CONSTRAINT ck_waterfall_source,
        ADD CONSTRAINT ck_waterfall_source CHECK (source IN ('collection', 'refund', 'advance')) NOT VALID`);
    await db.query(`
      DROP TABLE financing.recourse_claim, financing.guarantee_payment, financing.guarantee_call, financing.draw_notice,
        financing.guarantee_member, financing.guarantee_group`);
  }

  private async createGroups(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.guarantee_group (
        tenant_id     uuid        NOT NULL,
        id            uuid        NOT NULL,
        name          text        NOT NULL,
        currency      char(3)     NOT NULL,
        state         text        NOT NULL CONSTRAINT ck_guarantee_group_state CHECK (state IN
                        ('draft', 'active', 'frozen', 'dissolved')),
        rules_from    date,
        freeze_reason text,
        version       integer     NOT NULL,
        created_at    timestamptz NOT NULL,
        updated_at    timestamptz NOT NULL,
        CONSTRAINT pk_guarantee_group PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`
      CREATE TABLE financing.guarantee_member (
        tenant_id      uuid        NOT NULL,
        id             uuid        NOT NULL,
        group_id       uuid        NOT NULL,
        party_id       uuid        NOT NULL,
        state          text        NOT NULL CONSTRAINT ck_guarantee_member_state CHECK (state IN
                         ('invited', 'accepted', 'active', 'left')),
        limit_minor    bigint      NOT NULL,
        limit_currency char(3)     NOT NULL,
        pool_minor     bigint      NOT NULL CONSTRAINT ck_guarantee_member_pool CHECK (pool_minor >= 0),
        facts          jsonb       NOT NULL,
        accepted_at    timestamptz,
        joined_on      date,
        left_on        date,
        version        integer     NOT NULL,
        created_at     timestamptz NOT NULL,
        updated_at     timestamptz NOT NULL,
        CONSTRAINT pk_guarantee_member PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_guarantee_member_group FOREIGN KEY (tenant_id, group_id)
          REFERENCES financing.guarantee_group (tenant_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_guarantee_member_party ON financing.guarantee_member (tenant_id, group_id, party_id)
      WHERE state <> 'left'`);
    // Nobody guarantees in two groups, whoever races whom.
    await db.query(`
      CREATE UNIQUE INDEX uq_guarantee_member_active ON financing.guarantee_member (tenant_id, party_id)
      WHERE state = 'active'`);
    await db.query(`
      CREATE TABLE financing.draw_notice (
        tenant_id       uuid        NOT NULL,
        id              uuid        NOT NULL,
        group_id        uuid        NOT NULL,
        party_id        uuid        NOT NULL,
        state           text        NOT NULL CONSTRAINT ck_draw_notice_state CHECK (state IN
                          ('open', 'cleared', 'used', 'refused', 'lapsed')),
        amount_minor    bigint      NOT NULL CONSTRAINT ck_draw_notice_amount CHECK (amount_minor > 0),
        amount_currency char(3)     NOT NULL,
        exposures       jsonb       NOT NULL,
        consents        jsonb       NOT NULL,
        expires_on      date        NOT NULL,
        order_id        uuid,
        version         integer     NOT NULL,
        created_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        CONSTRAINT pk_draw_notice PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_draw_notice_group FOREIGN KEY (tenant_id, group_id)
          REFERENCES financing.guarantee_group (tenant_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_draw_notice_live ON financing.draw_notice (tenant_id, group_id)
      WHERE state IN ('open', 'cleared')`);
    await db.query(`CREATE INDEX ix_draw_notice_order ON financing.draw_notice (tenant_id, order_id)`);
    await db.query(`CREATE INDEX ix_draw_notice_group ON financing.draw_notice (tenant_id, group_id, id)`);
  }

  private async createCalls(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.guarantee_call (
        tenant_id          uuid        NOT NULL,
        id                 uuid        NOT NULL,
        group_id           uuid        NOT NULL,
        advance_id         uuid        NOT NULL,
        order_id           uuid        NOT NULL,
        party_id           uuid        NOT NULL,
        state              text        NOT NULL CONSTRAINT ck_guarantee_call_state CHECK (state IN ('open', 'covered')),
        due_minor          bigint      NOT NULL,
        due_currency       char(3)     NOT NULL,
        liability_minor    bigint      NOT NULL,
        liability_currency char(3)     NOT NULL,
        shortfall_minor    bigint      NOT NULL CONSTRAINT ck_guarantee_call_shortfall CHECK (shortfall_minor >= 0),
        shortfall_currency char(3)     NOT NULL,
        version            integer     NOT NULL,
        created_at         timestamptz NOT NULL,
        updated_at         timestamptz NOT NULL,
        CONSTRAINT pk_guarantee_call PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_guarantee_call_group FOREIGN KEY (tenant_id, group_id)
          REFERENCES financing.guarantee_group (tenant_id, id),
        CONSTRAINT fk_guarantee_call_advance FOREIGN KEY (tenant_id, advance_id) REFERENCES financing.advance (tenant_id, id)
      )`);
    // A debt is called once.
    await db.query(`
      CREATE UNIQUE INDEX uq_guarantee_call_advance ON financing.guarantee_call (tenant_id, advance_id)`);
    await db.query(`CREATE INDEX ix_guarantee_call_group ON financing.guarantee_call (tenant_id, group_id, id)`);
    await db.query(`
      CREATE TABLE financing.guarantee_payment (
        tenant_id    uuid        NOT NULL,
        id           uuid        NOT NULL,
        call_id      uuid        NOT NULL,
        round_id     uuid        NOT NULL,
        payer_id     uuid        NOT NULL,
        source       text        NOT NULL CONSTRAINT ck_guarantee_payment_source CHECK (source IN ('own', 'pool', 'member')),
        amount_minor bigint      NOT NULL CONSTRAINT ck_guarantee_payment_amount CHECK (amount_minor > 0),
        currency     char(3)     NOT NULL,
        created_at   timestamptz NOT NULL,
        CONSTRAINT pk_guarantee_payment PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_guarantee_payment_call FOREIGN KEY (tenant_id, call_id)
          REFERENCES financing.guarantee_call (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_guarantee_payment_call ON financing.guarantee_payment (tenant_id, call_id, id)`);
    await db.query(`
      CREATE TABLE financing.recourse_claim (
        tenant_id            uuid        NOT NULL,
        id                   uuid        NOT NULL,
        group_id             uuid        NOT NULL,
        call_id              uuid        NOT NULL,
        debtor_id            uuid        NOT NULL,
        creditor_id          uuid        NOT NULL,
        source               text        NOT NULL CONSTRAINT ck_recourse_claim_source CHECK (source IN ('pool', 'member')),
        state                text        NOT NULL CONSTRAINT ck_recourse_claim_state CHECK (state IN ('open', 'settled')),
        amount_minor         bigint      NOT NULL,
        amount_currency      char(3)     NOT NULL,
        outstanding_minor    bigint      NOT NULL CONSTRAINT ck_recourse_claim_outstanding CHECK
                               (outstanding_minor BETWEEN 0 AND amount_minor),
        outstanding_currency char(3)     NOT NULL,
        version              integer     NOT NULL,
        created_at           timestamptz NOT NULL,
        updated_at           timestamptz NOT NULL,
        CONSTRAINT pk_recourse_claim PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_recourse_claim_call FOREIGN KEY (tenant_id, call_id)
          REFERENCES financing.guarantee_call (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_recourse_claim_call ON financing.recourse_claim (tenant_id, call_id)`);
    await db.query(`CREATE INDEX ix_recourse_claim_group ON financing.recourse_claim (tenant_id, group_id, id)`);
  }
}

const TABLES = [
  'guarantee_group',
  'guarantee_member',
  'draw_notice',
  'guarantee_call',
  'guarantee_payment',
  'recourse_claim',
] as const;
