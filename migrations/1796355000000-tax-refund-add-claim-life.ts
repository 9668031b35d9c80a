import { type MigrationInterface, type QueryRunner } from 'typeorm';

const BEFORE = [
  'matched',
  'queued',
  'filed',
  'accepted',
  'queried',
  'answered',
  'approved',
  'rejected',
  'paid',
  'abandoned',
];
const ADDED = ['doubted', 'withheld', 'clawed_back', 'closed'];
const WAITING = ['queued', 'filed', 'accepted', 'queried', 'answered', 'approved'];
const FILING = ['queued', 'taken', 'refused', 'withheld'];

/** Doubts of the self-check, inquiries with their days, what is withheld, disallowed item by item, and wanted back. */
export class TaxRefundAddClaimLife1796355000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tax_refund.claim
        ADD COLUMN inquiries   jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN doubts      jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN withheld_at timestamptz,
        ADD COLUMN disallowed  jsonb NOT NULL DEFAULT '[]'`);
    await db.query(`
      ALTER TABLE tax_refund.claim ALTER COLUMN inquiries DROP DEFAULT, ALTER COLUMN doubts DROP DEFAULT,
        ALTER COLUMN disallowed DROP DEFAULT`);
    await this.words(db, [...BEFORE, ...ADDED], [...WAITING, 'withheld'], [...FILING, 'doubted']);
    await db.query(`
      CREATE TABLE tax_refund.clawback (
        tenant_id      uuid        NOT NULL,
        claim_id       uuid        NOT NULL,
        number         integer     NOT NULL CONSTRAINT ck_clawback_number CHECK (number > 0),
        letter         text        NOT NULL,
        state          text        NOT NULL CONSTRAINT ck_clawback_state CHECK (state IN ('owed', 'repaid', 'set_off')),
        amount_minor   bigint      NOT NULL CONSTRAINT ck_clawback_amount CHECK (amount_minor > 0),
        reason         text        NOT NULL,
        due_on         date        NOT NULL,
        settled_on     date,
        bank_reference text,
        set_off_by     uuid,
        created_at     timestamptz NOT NULL,
        CONSTRAINT pk_clawback PRIMARY KEY (tenant_id, claim_id, number),
        CONSTRAINT uq_clawback_letter UNIQUE (tenant_id, letter),
        CONSTRAINT fk_clawback_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES tax_refund.claim (tenant_id, id),
        CONSTRAINT ck_clawback_settled CHECK (
          (state = 'owed') = (settled_on IS NULL) AND (state = 'repaid') = (bank_reference IS NOT NULL)
          AND (state = 'set_off') = (set_off_by IS NOT NULL))
      )`);
    await db.query(`CALL platform.isolate('tax_refund.clawback')`);
    // What was wanted back is never rewritten.
    await db.query(`
      GRANT SELECT, INSERT, UPDATE (state, settled_on, bank_reference, set_off_by) ON tax_refund.clawback TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE tax_refund.clawback`);
    for (const table of ['claim', 'filing']) {
      await db.query(`ALTER TABLE tax_refund.${table} NO FORCE ROW LEVEL SECURITY`);
    }
    // The nearest of the old words: a claim with doubts was refused, one that is withheld is being looked at.
    await db.query(`UPDATE tax_refund.filing SET state = 'refused' WHERE state = 'doubted'`);
    await db.query(`UPDATE tax_refund.claim SET state = 'rejected' WHERE state = 'doubted'`);
    await db.query(`UPDATE tax_refund.claim SET state = 'accepted' WHERE state = 'withheld'`);
    await db.query(`UPDATE tax_refund.claim SET state = 'paid' WHERE state IN ('clawed_back', 'closed')`);
    for (const table of ['claim', 'filing']) await db.query(`ALTER TABLE tax_refund.${table} FORCE ROW LEVEL SECURITY`);
    await this.words(db, BEFORE, WAITING, FILING);
    await db.query(`
      ALTER TABLE tax_refund.claim DROP COLUMN inquiries, DROP COLUMN doubts, DROP COLUMN withheld_at, DROP COLUMN disallowed`);
  }

  private async words(
    db: QueryRunner,
    claim: readonly string[],
    waiting: readonly string[],
    filing: readonly string[],
  ): Promise<void> {
    await db.query(`
      ALTER TABLE tax_refund.claim
        DROP CONSTRAINT ck_claim_state, DROP CONSTRAINT ck_claim_expected_by,
        ADD CONSTRAINT ck_claim_state CHECK (state IN (${quoted(claim)})),
        ADD CONSTRAINT ck_claim_expected_by CHECK ((expected_by IS NOT NULL) = (state IN (${quoted(waiting)})))`);
    await db.query(`
      ALTER TABLE tax_refund.filing
        DROP CONSTRAINT ck_filing_state, ADD CONSTRAINT ck_filing_state CHECK (state IN (${quoted(filing)}))`);
  }
}

function quoted(states: readonly string[]): string {
  return states.map((state) => `'${state}'`).join(', ');
}
