import { type MigrationInterface, type QueryRunner } from 'typeorm';

const PLANS = `SET plan_cache_mode = force_generic_plan SET enable_seqscan = off`;

/**
 * A posting may name a part of its account: of money at the bank, which account there. Postings of before name none; the
 * function that writes them stays as it was, for processes that still call it.
 */
export class LedgerNameSubAccounts1796376000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE ledger.posting ADD COLUMN sub_account_id uuid`);
    await db.query(`
      CREATE INDEX ix_posting_sub_account ON ledger.posting (tenant_id, sub_account_id, value_date)
        INCLUDE (amount_minor, transfer_id, account_id) WHERE sub_account_id IS NOT NULL`);
    await db.query(`
      CREATE FUNCTION ledger.post(
        tenant uuid, booked timestamptz,
        ids uuid[], keys text[], kinds text[], orders uuid[], value_dates date[], memos text[], reversed uuid[],
        fingerprints text[], counts smallint[],
        nths integer[], seqs smallint[], codes text[], parties uuid[], currencies text[], amounts bigint[], subs uuid[])
        RETURNS TABLE (nth integer, id uuid, fingerprint text) LANGUAGE plpgsql ${PLANS} AS $$
      #variable_conflict use_column
      DECLARE
        accounts uuid[];
        fresh    uuid[];
        all_new  boolean;
      BEGIN
        accounts := ARRAY(
          SELECT (SELECT a.id FROM ledger.account a
                  WHERE a.tenant_id = tenant AND a.code = l.code AND a.party_id = l.party_id AND a.currency = l.currency)
          FROM unnest(codes, parties, currencies) WITH ORDINALITY AS l (code, party_id, currency, ordinal)
          ORDER BY l.ordinal);
        IF array_position(accounts, NULL) IS NOT NULL THEN
          accounts := ledger.open_accounts(tenant, booked, codes, parties, currencies);
        END IF;

        WITH written AS (
          INSERT INTO ledger.transfer (tenant_id, id, order_id, reverses, booked_at, value_date, posting_count, key, kind, memo, fingerprint)
          SELECT tenant, t.id, t.order_id, t.reverses, booked, t.value_date, t.posting_count, t.key, t.kind, t.memo, t.fingerprint
          FROM unnest(ids, orders, reversed, value_dates, counts, keys, kinds, memos, fingerprints)
            AS t (id, order_id, reverses, value_date, posting_count, key, kind, memo, fingerprint)
          ON CONFLICT (tenant_id, key) DO NOTHING
          RETURNING id)
        SELECT array_agg(w.id) INTO fresh FROM written w;
        all_new := cardinality(fresh) = cardinality(ids);

        IF fresh IS NOT NULL THEN
          INSERT INTO ledger.posting (tenant_id, transfer_id, account_id, amount_minor, booked_at, value_date, seq, currency,
                                      sub_account_id)
          SELECT tenant, ids[l.nth], l.account_id, l.amount_minor, booked, value_dates[l.nth], l.seq, l.currency, l.sub
          FROM unnest(nths, accounts, amounts, seqs, currencies, subs) AS l (nth, account_id, amount_minor, seq, currency, sub)
          WHERE all_new OR ids[l.nth] = ANY (fresh);
        END IF;

        IF all_new THEN
          RETURN QUERY SELECT o.nth, ids[o.nth], fingerprints[o.nth] FROM generate_series(1, cardinality(ids)) AS o (nth);
        ELSE
          RETURN QUERY
            SELECT k.ordinal::integer, t.id, t.fingerprint FROM unnest(keys) WITH ORDINALITY AS k (key, ordinal)
            CROSS JOIN LATERAL (
              SELECT e.id, e.fingerprint FROM ledger.transfer e WHERE e.tenant_id = tenant AND e.key = k.key LIMIT 1) AS t;
        END IF;
      END $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION ledger.post(uuid, timestamptz, uuid[], text[], text[], uuid[], date[], text[], uuid[], text[], smallint[],
        integer[], smallint[], text[], uuid[], text[], bigint[], uuid[])`);
    await db.query(`ALTER TABLE ledger.posting DROP COLUMN sub_account_id`);
  }
}
