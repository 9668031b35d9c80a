import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TAX_REFUND = `'pending', 'matched', 'filed', 'accepted', 'approved', 'paid', 'queried', 'rejected', 'cancelled',
  'not_applicable'`;

/** The track of the refund may wait for a second person, or stand where nobody has approved. */
export class OrdersAddRefundStatesOfApprovals1796150006000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.allow(db, `${TAX_REFUND}, 'awaiting_approval', 'approval_declined'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE orders.trade_order SET tax_refund_state = 'matched'
      WHERE tax_refund_state IN ('awaiting_approval', 'approval_declined')`);
    await this.allow(db, TAX_REFUND);
  }

  private async allow(db: QueryRunner, states: string): Promise<void> {
    await db.query(`
      ALTER TABLE orders.trade_order
        DROP CONSTRAINT ck_trade_order_tax_refund_state,
        ADD CONSTRAINT ck_trade_order_tax_refund_state CHECK (tax_refund_state IN (${states}))`);
  }
}
