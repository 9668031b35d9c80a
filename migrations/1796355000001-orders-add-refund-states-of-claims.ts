import { type MigrationInterface, type QueryRunner } from 'typeorm';

const BEFORE = `'pending', 'matched', 'filed', 'accepted', 'approved', 'paid', 'queried', 'rejected', 'cancelled',
  'not_applicable', 'awaiting_approval', 'approval_declined'`;

/** The track of the refund may stand at doubts of the self-check, or at a claim that is withheld. */
export class OrdersAddRefundStatesOfClaims1796355000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.allow(db, `${BEFORE}, 'doubted', 'withheld'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE orders.trade_order SET tax_refund_state = 'queried' WHERE tax_refund_state IN ('doubted', 'withheld')`);
    await this.allow(db, BEFORE);
  }

  private async allow(db: QueryRunner, states: string): Promise<void> {
    await db.query(`
      ALTER TABLE orders.trade_order
        DROP CONSTRAINT ck_trade_order_tax_refund_state,
        ADD CONSTRAINT ck_trade_order_tax_refund_state CHECK (tax_refund_state IN (${states}))`);
  }
}
