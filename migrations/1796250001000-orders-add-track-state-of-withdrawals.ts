import { type MigrationInterface, type QueryRunner } from 'typeorm';

const CUSTOMS = `'pending', 'drafted', 'submitted', 'accepted', 'inspection', 'released', 'departed', 'cleared',
  'blocked', 'rejected', 'awaiting_approval', 'approval_declined', 'cancelled', 'not_applicable'`;

/** The customs track stands still where the declaration was withdrawn. */
export class OrdersAddTrackStateOfWithdrawals1796250001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.allow(db, `${CUSTOMS}, 'withdrawn'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE orders.trade_order NO FORCE ROW LEVEL SECURITY`);
    await db.query(`UPDATE orders.trade_order SET customs_state = 'rejected' WHERE customs_state = 'withdrawn'`);
    await db.query(`ALTER TABLE orders.trade_order FORCE ROW LEVEL SECURITY`);
    await this.allow(db, CUSTOMS);
  }

  private async allow(db: QueryRunner, states: string): Promise<void> {
    await db.query(`
      ALTER TABLE orders.trade_order
        DROP CONSTRAINT ck_trade_order_customs_state,
        ADD CONSTRAINT ck_trade_order_customs_state CHECK (customs_state IN (${states}))`);
  }
}
