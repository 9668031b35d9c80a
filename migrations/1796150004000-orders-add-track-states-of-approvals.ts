import { type MigrationInterface, type QueryRunner } from 'typeorm';

const CUSTOMS = `'pending', 'drafted', 'submitted', 'accepted', 'inspection', 'released', 'departed', 'cleared',
  'blocked', 'rejected', 'cancelled', 'not_applicable'`;
const FX = `'pending', 'part_collected', 'collected', 'converting', 'settled', 'paid_out',
  'conversion_failed', 'payout_rejected', 'cancelled', 'not_applicable'`;

/** A track may wait for a second person, or stand where nobody has approved. */
export class OrdersAddTrackStatesOfApprovals1796150004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.allow(db, 'customs_state', `${CUSTOMS}, 'awaiting_approval', 'approval_declined'`);
    await this.allow(db, 'fx_state', `${FX}, 'payout_awaiting_approval', 'payout_declined'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE orders.trade_order SET customs_state = 'drafted' WHERE customs_state IN ('awaiting_approval', 'approval_declined')`);
    await db.query(`
      UPDATE orders.trade_order SET fx_state = 'settled' WHERE fx_state IN ('payout_awaiting_approval', 'payout_declined')`);
    await this.allow(db, 'customs_state', CUSTOMS);
    await this.allow(db, 'fx_state', FX);
  }

  private async allow(db: QueryRunner, column: string, states: string): Promise<void> {
    const constraint = `ck_trade_order_${column}`;
    await db.query(`
      ALTER TABLE orders.trade_order
        DROP CONSTRAINT ${constraint}, ADD CONSTRAINT ${constraint} CHECK (${column} IN (${states}))`);
  }
}
