import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A payout that was settled may come back; each time is kept, known by the bank's reference. */
export class FxAddPayoutReturns1796376002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.allow(db, ['blocked', 'queued', 'sent', 'accepted', 'confirmed', 'rejected', 'returned']);
    await db.query(`ALTER TABLE fx.payout ADD COLUMN execution_on date, ADD COLUMN batch_id uuid`);
    await db.query(`
      CREATE TABLE fx.payout_return (
        tenant_id      uuid        NOT NULL,
        payout_id      uuid        NOT NULL,
        attempt        integer     NOT NULL,
        account_id     uuid        NOT NULL,
        bank_reference text        NOT NULL,
        amount_minor   bigint      NOT NULL CONSTRAINT ck_payout_return_amount CHECK (amount_minor > 0),
        currency       char(3)     NOT NULL,
        reason_code    text,
        booked_on      date        NOT NULL,
        created_at     timestamptz NOT NULL,
        CONSTRAINT pk_payout_return PRIMARY KEY (tenant_id, payout_id, attempt),
        CONSTRAINT fk_payout_return_payout FOREIGN KEY (tenant_id, payout_id) REFERENCES fx.payout (tenant_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_payout_return_reference ON fx.payout_return (tenant_id, account_id, bank_reference)`);
    await db.query(`CALL platform.isolate('fx.payout_return')`);
    await db.query(`GRANT SELECT, INSERT ON fx.payout_return TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE fx.payout_return`);
    await db.query(`ALTER TABLE fx.payout DROP COLUMN execution_on, DROP COLUMN batch_id`);
    await this.allow(db, ['blocked', 'queued', 'sent', 'accepted', 'confirmed', 'rejected']);
  }

  private async allow(db: QueryRunner, states: readonly string[]): Promise<void> {
    const words = states.map((state) => `'${state}'`).join(', ');
    await db.query(`ALTER TABLE fx.payout DROP CONSTRAINT ck_payout_state`);
    await db.query(`ALTER TABLE fx.payout ADD CONSTRAINT ck_payout_state CHECK (state IN (${words})) NOT VALID`);
    await db.query(`ALTER TABLE fx.payout VALIDATE CONSTRAINT ck_payout_state`);
  }
}
