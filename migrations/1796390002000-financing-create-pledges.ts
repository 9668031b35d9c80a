import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What backs a loan, across all tenants, as keyed hashes: nobody who reads the table learns what it is or who has it, and no
 * process reads it but by these functions.
 */
export class FinancingCreatePledges1796390002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE financing.pledge (
        digest      bytea       NOT NULL CONSTRAINT ck_pledge_digest CHECK (octet_length(digest) = 32),
        holder      bytea       NOT NULL CONSTRAINT ck_pledge_holder CHECK (octet_length(holder) = 32),
        pledged_at  timestamptz NOT NULL DEFAULT now(),
        released_at timestamptz,
        CONSTRAINT pk_pledge PRIMARY KEY (digest)
      )`);
    await db.query(`CREATE INDEX ix_pledge_holder ON financing.pledge (holder) WHERE released_at IS NULL`);
    // All or nothing: where one of them backs another loan, none is taken.
    await db.query(`
      CREATE FUNCTION financing.take_pledges(wanted bytea[], taker bytea) RETURNS boolean
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
        DECLARE
          taken integer;
        BEGIN
          INSERT INTO financing.pledge AS p (digest, holder)
          SELECT DISTINCT digest, taker FROM unnest(wanted) AS digest ORDER BY digest
          ON CONFLICT (digest) DO UPDATE SET holder = excluded.holder, pledged_at = now(), released_at = NULL
            WHERE p.released_at IS NOT NULL OR p.holder = excluded.holder;
          GET DIAGNOSTICS taken = ROW_COUNT;
          IF taken < (SELECT count(DISTINCT digest) FROM unnest(wanted) AS digest) THEN
            RAISE EXCEPTION 'pledged already' USING ERRCODE = 'FP001';
          END IF;
          RETURN true;
        EXCEPTION WHEN SQLSTATE 'FP001' THEN
          RETURN false;
        END $$`);
    await db.query(`
      CREATE FUNCTION financing.release_pledges(taker bytea) RETURNS void
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
          UPDATE financing.pledge SET released_at = now() WHERE holder = taker AND released_at IS NULL $$`);
    await db.query(`
      CREATE FUNCTION financing.is_pledged(asked bytea) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
          SELECT EXISTS (SELECT FROM financing.pledge WHERE digest = asked AND released_at IS NULL) $$`);
    for (const name of FUNCTIONS) {
      await db.query(`REVOKE ALL ON FUNCTION financing.${name} FROM PUBLIC`);
      await db.query(`GRANT EXECUTE ON FUNCTION financing.${name} TO entrepot_app, entrepot_worker`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const name of FUNCTIONS) await db.query(`DROP FUNCTION financing.${name}`);
    await db.query(`DROP TABLE financing.pledge`);
  }
}

const FUNCTIONS = ['take_pledges(bytea[], bytea)', 'release_pledges(bytea)', 'is_pledged(bytea)'] as const;
