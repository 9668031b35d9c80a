import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What the platform's own products allow of later due dates. Nothing that they said before changes; loans keep the terms by which
 * they were asked for. Lines are drawn anew instead of being extended.
 */
export class FinancingAllowExtensions1796408001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [codes, extension] of EXTENSIONS) {
      await db.query(
        `UPDATE financing.standard_product SET terms = terms || jsonb_build_object('extension', $2::jsonb) WHERE code = ANY ($1)`,
        [codes, JSON.stringify(extension)],
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE financing.standard_product SET terms = terms - 'extension'`);
  }
}

/**
 * Within the term of the loan, as 贷款通则 (1996) art. 12 has it; a loan that is late again counts from its first due date, as banks
 * class restructured ones. Days, times and fees are samples.
 */
const EXTENSIONS = [
  [
    ['refund_advance', 'order_financing', 'warehouse_receipt_pledge'],
    { timesMax: 2, daysMax: 90, graceDays: 10, feeRate: '0.001', overdueFrom: 'first_due_date' },
  ],
  [['insured_factoring'], { timesMax: 1, daysMax: 90, graceDays: 0, feeRate: '0.002', overdueFrom: 'first_due_date' }],
] as const;
