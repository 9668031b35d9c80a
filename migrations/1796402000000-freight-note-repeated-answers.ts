import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A carrier's answer to an amendment that reads like the one to the amendment before, until the receipt tells which it is. */
export class FreightNoteRepeatedAnswers1796402000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE freight.booking_change ADD COLUMN repeated_at timestamptz`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE freight.booking_change DROP COLUMN repeated_at`);
  }
}
