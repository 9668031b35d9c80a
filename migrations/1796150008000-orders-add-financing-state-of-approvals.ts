import { type MigrationInterface, type QueryRunner } from 'typeorm';

const FINANCING = `'pending', 'requested', 'drawn', 'repaid', 'ineligible', 'declined', 'lapsed', 'cancelled', 'not_applicable'`;

/** The track of the advance may wait for a second person. */
export class OrdersAddFinancingStateOfApprovals1796150008000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.allow(db, `${FINANCING}, 'awaiting_approval'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `UPDATE orders.trade_order SET financing_state = 'pending' WHERE financing_state = 'awaiting_approval'`,
    );
    await this.allow(db, FINANCING);
  }

  private async allow(db: QueryRunner, states: string): Promise<void> {
    await db.query(`
      ALTER TABLE orders.trade_order
        DROP CONSTRAINT ck_trade_order_financing_state,
        ADD CONSTRAINT ck_trade_order_financing_state CHECK (financing_state IN (${states}))`);
  }
}
