import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who may declare for whom (代理报关委托), whether a sandbox tenant asks for it, and under what each attempt left. */
export class CustomsCreateBrokerMandates1796220000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createMandate(db);
    await db.query(`
      CREATE TABLE customs.broker_mandate_policy (
        tenant_id   uuid        CONSTRAINT pk_broker_mandate_policy PRIMARY KEY,
        is_required boolean     NOT NULL,
        updated_at  timestamptz NOT NULL
      )`);
    await db.query(`CALL platform.isolate('customs.broker_mandate_policy')`);
    await db.query(
      `GRANT SELECT, INSERT, UPDATE (is_required, updated_at) ON customs.broker_mandate_policy TO entrepot_app`,
    );
    await db.query(`ALTER TABLE customs.submission ADD COLUMN mandate_id uuid`);
    await db.query(`
      CREATE INDEX ix_submission_mandate ON customs.submission (tenant_id, mandate_id) WHERE mandate_id IS NOT NULL`);
    await this.nameStates(db, ['queued', 'taken', 'refused', 'accepted', 'rejected', 'withheld']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM platform.waiting_table WHERE relation = 'customs.broker_mandate'`);
    // What was held back was never sent, as much as what customs refused. The owner too sees no rows while that is forced.
    await db.query(`ALTER TABLE customs.submission NO FORCE ROW LEVEL SECURITY`);
    await db.query(`UPDATE customs.submission SET state = 'refused' WHERE state = 'withheld'`);
    await db.query(`ALTER TABLE customs.submission FORCE ROW LEVEL SECURITY`);
    await this.nameStates(db, ['queued', 'taken', 'refused', 'accepted', 'rejected']);
    await db.query(`ALTER TABLE customs.submission DROP COLUMN mandate_id`);
    await db.query(`DROP TABLE customs.broker_mandate_policy, customs.broker_mandate`);
  }

  private async createMandate(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE customs.broker_mandate (
        tenant_id         uuid        NOT NULL,
        id                uuid        NOT NULL,
        seller_id         uuid        NOT NULL,
        seller_name       text        NOT NULL,
        seller_uscc       text        NOT NULL,
        kind              text        NOT NULL CONSTRAINT ck_broker_mandate_kind CHECK (kind IN ('long_term', 'single_shipment')),
        order_id          uuid,
        agreement_number  text        NOT NULL,
        broker            jsonb       NOT NULL,
        customs_offices   text[]      NOT NULL,
        supervision_modes text[]      NOT NULL,
        valid_from        date        NOT NULL,
        valid_to          date        NOT NULL,
        state             text        NOT NULL CONSTRAINT ck_broker_mandate_state CHECK (state IN
                            ('offered', 'in_force', 'refused', 'revoked', 'expired')),
        reason            text,
        accepted_at       timestamptz,
        ended_at          timestamptz,
        expected_by       timestamptz,
        version           integer     NOT NULL DEFAULT 1,
        created_at        timestamptz NOT NULL,
        updated_at        timestamptz NOT NULL,
        CONSTRAINT pk_broker_mandate PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_broker_mandate_order CHECK ((kind = 'single_shipment') = (order_id IS NOT NULL)),
        CONSTRAINT ck_broker_mandate_days CHECK (valid_from <= valid_to),
        CONSTRAINT ck_broker_mandate_accepted CHECK (state <> 'in_force' OR accepted_at IS NOT NULL),
        CONSTRAINT ck_broker_mandate_end CHECK (
          (state IN ('offered', 'in_force')) = (ended_at IS NULL) AND (ended_at IS NULL) = (expected_by IS NOT NULL))
      )`);
    // The gate's way: the exporter of a form, and what stands or has ended for it.
    await db.query(`
      CREATE INDEX ix_broker_mandate_seller ON customs.broker_mandate (tenant_id, seller_uscc, state, id)`);
    await db.query(`
      CREATE UNIQUE INDEX uq_broker_mandate_agreement ON customs.broker_mandate (tenant_id, agreement_number)
        WHERE state IN ('offered', 'in_force')`);
    await db.query(`CALL platform.isolate('customs.broker_mandate')`);
    await db.query(`CALL platform.watch('customs.broker_mandate')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON customs.broker_mandate TO entrepot_app`);
  }

  private async nameStates(db: QueryRunner, states: readonly string[]): Promise<void> {
    await db.query(`ALTER TABLE customs.submission DROP CONSTRAINT ck_submission_state`);
    await db.query(`
      ALTER TABLE customs.submission ADD CONSTRAINT ck_submission_state
        CHECK (state IN (${states.map((state) => `'${state}'`).join(', ')}))`);
  }
}
