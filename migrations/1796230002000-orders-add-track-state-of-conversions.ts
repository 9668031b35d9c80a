import { type MigrationInterface, type QueryRunner } from 'typeorm';

const FX = `'pending', 'part_collected', 'collected', 'converting', 'settled', 'paid_out', 'conversion_failed',
  'payout_rejected', 'cancelled', 'not_applicable', 'payout_awaiting_approval', 'payout_declined'`;

/** The money of an order may wait for a second person to have it converted. */
export class OrdersAddTrackStateOfConversions1796230002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.allow(db, `${FX}, 'conversion_awaiting_approval'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE orders.trade_order SET fx_state = 'collected' WHERE fx_state = 'conversion_awaiting_approval'`);
    await this.allow(db, FX);
  }

  private async allow(db: QueryRunner, states: string): Promise<void> {
    await db.query(`
      ALTER TABLE orders.trade_order
        DROP CONSTRAINT ck_trade_order_fx_state,
        ADD CONSTRAINT ck_trade_order_fx_state CHECK (fx_state IN (${states}))`);
  }
}
