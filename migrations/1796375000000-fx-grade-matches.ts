import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** How sure a match is and what to look at; names by which many receipts find many debts; matches that are undone. */
export class FxGradeMatches1796375000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.growCollections(db);
    await this.growAllocations(db);
    // Names written abroad, with other vowels or in another order; and those that a message cut.
    await db.query(`ALTER TABLE fx.payer_alias ADD COLUMN similar_key text NOT NULL DEFAULT ''`);
    await db.query(`GRANT UPDATE (similar_key) ON fx.payer_alias TO entrepot_app`);
    await db.query(`CREATE INDEX ix_payer_alias_similar ON fx.payer_alias (tenant_id, similar_key)`);
    await db.query(`CREATE INDEX ix_payer_alias_cut ON fx.payer_alias (tenant_id, left(name_key, 30))`);
    await db.query(`
      CREATE INDEX ix_receivable_buyer ON fx.receivable (tenant_id, party_id, expected_currency, buyer_id, id) WHERE state = 'open'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `DROP INDEX fx.ix_receivable_buyer, fx.ix_payer_alias_similar, fx.ix_payer_alias_cut, fx.ix_collection_payer`,
    );
    await db.query(`ALTER TABLE fx.payer_alias DROP COLUMN similar_key`);
    await db.query(`ALTER TABLE fx.allocation DROP COLUMN undone_at, DROP COLUMN undone_by, DROP COLUMN back_minor`);
    await db.query(`ALTER TABLE fx.allocation DROP CONSTRAINT ck_allocation_matched_by, ADD CONSTRAINT ck_allocation_matched_by
      CHECK (matched_by IN ('reference', 'payer_and_amount', 'person'))`);
    await db.query(`ALTER TABLE fx.collection DROP COLUMN confidence, DROP COLUMN flags, DROP COLUMN payer_key,
      DROP COLUMN advance_buyer_id, DROP COLUMN note, DROP COLUMN direction`);
    await db.query(`ALTER TABLE fx.collection DROP CONSTRAINT ck_collection_state, ADD CONSTRAINT ck_collection_state
      CHECK (state IN ('unmatched', 'partly_matched', 'matched', 'set_aside'))`);
  }

  private async growCollections(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE fx.collection
        ADD COLUMN confidence       numeric CONSTRAINT ck_collection_confidence CHECK (confidence BETWEEN 0 AND 1),
        ADD COLUMN flags            text[]  NOT NULL DEFAULT '{}',
        ADD COLUMN payer_key        text    NOT NULL DEFAULT '',
        ADD COLUMN advance_buyer_id uuid,
        ADD COLUMN note             text,
        ADD COLUMN direction        text CONSTRAINT ck_collection_direction CHECK (direction IN ('credit', 'debit'))`);
    await db.query(`ALTER TABLE fx.collection DROP CONSTRAINT ck_collection_state, ADD CONSTRAINT ck_collection_state
      CHECK (state IN ('unmatched', 'advance', 'partly_matched', 'matched', 'set_aside', 'returned'))`);
    // Receipts of one payer are matched together, so that its debts are read once.
    await db.query(`
      CREATE INDEX ix_collection_payer ON fx.collection (tenant_id, account_id, payer_key, id) WHERE state = 'unmatched'`);
  }

  private async growAllocations(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE fx.allocation
        ADD COLUMN undone_at  timestamptz,
        ADD COLUMN undone_by  text CONSTRAINT ck_allocation_undone_by CHECK (undone_by IN ('person', 'refund', 'reversal')),
        ADD COLUMN back_minor bigint NOT NULL DEFAULT 0,
        ADD CONSTRAINT ck_allocation_undone CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
        ADD CONSTRAINT ck_allocation_back CHECK (back_minor BETWEEN 0 AND amount_minor)`);
    await db.query(`ALTER TABLE fx.allocation DROP CONSTRAINT ck_allocation_matched_by, ADD CONSTRAINT ck_allocation_matched_by
      CHECK (matched_by IN ('reference', 'payer_and_amount', 'payer', 'person'))`);
  }
}
