import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who got what of a receipt, line by line; and several loans on one order, each of a rank of its own. */
export class FinancingCreateWaterfallLines1796394001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.waterfall_line (
        tenant_id    uuid     NOT NULL,
        waterfall_id uuid     NOT NULL,
        ordinal      smallint NOT NULL CONSTRAINT ck_waterfall_line_ordinal CHECK (ordinal >= 1),
        payee        text     NOT NULL CONSTRAINT ck_waterfall_line_payee CHECK (payee IN ('lender', 'platform', 'seller')),
        lender       text,
        advance_id   uuid,
        part         text     NOT NULL CONSTRAINT ck_waterfall_line_part CHECK
                       (part IN ('fees', 'penalty', 'interest', 'principal', 'other_dues', 'released')),
        amount_minor bigint   NOT NULL CONSTRAINT ck_waterfall_line_amount CHECK (amount_minor > 0),
        CONSTRAINT pk_waterfall_line PRIMARY KEY (tenant_id, waterfall_id, ordinal),
        CONSTRAINT ck_waterfall_line_loan CHECK ((payee = 'lender') = (advance_id IS NOT NULL))
      )`);
    await db.query(`CALL platform.isolate('financing.waterfall_line')`);
    await db.query(`GRANT SELECT, INSERT ON financing.waterfall_line TO entrepot_app`);
    await this.replaceIndex(db, 'tenant_id, order_id, lender_rank');
  }

  async down(db: QueryRunner): Promise<void> {
    await this.replaceIndex(db, 'tenant_id, order_id');
    await db.query(`DROP TABLE financing.waterfall_line`);
  }

  private async replaceIndex(db: QueryRunner, columns: string): Promise<void> {
    await db.query(`DROP INDEX financing.uq_advance_live_order`);
    await db.query(`
      CREATE UNIQUE INDEX uq_advance_live_order ON financing.advance (${columns})
        WHERE state IN ('requested', 'drawn', 'repaid')`);
  }
}
