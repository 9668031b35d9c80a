import { type MigrationInterface, type QueryRunner } from 'typeorm';

const VALID_FROM = '2026-11-01';
const SOURCE = 'As before; what the buyer disputes is no security, as factors and insurers have it of every receivable';

/**
 * The platform's own products on what a buyer owes do not open while it is disputed: a new version of each, from the latest
 * one. Nothing that was said before changes; loans keep the terms by which they were asked for.
 */
export class FinancingCloseOnDisputes1796411001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `INSERT INTO financing.standard_product (code, version, valid_from, terms, source)
       SELECT code, version + 1, $1, jsonb_set(terms, '{opensWhen}', terms -> 'opensWhen' || '[{"name": "not_disputed"}]'), $2
       FROM (SELECT DISTINCT ON (code) * FROM financing.standard_product
             WHERE code IN ('insured_factoring', 'order_financing') ORDER BY code, version DESC) AS latest`,
      [VALID_FROM, SOURCE],
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM financing.standard_product WHERE valid_from = $1 AND source = $2`, [
      VALID_FROM,
      SOURCE,
    ]);
  }
}
