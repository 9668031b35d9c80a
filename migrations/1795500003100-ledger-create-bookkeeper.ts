import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Each connection keeps the plans of these functions. They are made once, not for every call (that alone doubles the
 * speed of a posting), and by index even while the books are small: a plan that scans an empty table would be kept
 * until long after it has grown.
 */
const PLANS = `SET plan_cache_mode = force_generic_plan SET enable_seqscan = off`;

/**
 * What happens in the books when a posting or a hold is added: the rules, the balances, and the one call that posts.
 *
 * Rows are looked up one by one (scalar or LATERAL … LIMIT 1), not joined: see PLANS.
 */
export class LedgerCreateBookkeeper1795500003100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.keepBalances(db);
    await this.keepHolds(db);
    await this.createOpening(db);
    await this.createPosting(db);
    await this.createHolding(db);
    await this.createFolding(db);
    await this.grant(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER keep_balances ON ledger.posting`);
    await db.query(`DROP TRIGGER add_holds ON ledger.hold`);
    await db.query(`DROP TRIGGER end_holds ON ledger.hold`);
    await db.query(`
      DROP FUNCTION ledger.keep_balances, ledger.add_holds, ledger.end_holds, ledger.open_accounts, ledger.post,
        ledger.place_hold, ledger.lock_floored, ledger.fold, ledger.expired_holds`);
  }

  /**
   * Runs once for each statement that adds postings, on all of them together. A transfer says how many postings it
   * has, they are numbered from 1, and all come in one statement: so none can be added later.
   */
  private async keepBalances(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION ledger.keep_balances() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog ${PLANS} AS $$
      DECLARE
        crooked uuid;
        moved   record;
      BEGIN
        SELECT p.transfer_id INTO crooked
        FROM (
          SELECT s.tenant_id, s.transfer_id, sum(s.postings) AS postings, max(s.last) AS last, bool_and(s.amount = 0) AS even
          FROM (SELECT n.tenant_id, n.transfer_id, n.currency, count(*) AS postings, max(n.seq) AS last, sum(n.amount_minor) AS amount
                FROM new_posting n GROUP BY n.tenant_id, n.transfer_id, n.currency) AS s
          GROUP BY s.tenant_id, s.transfer_id) AS p
        WHERE NOT p.even OR p.last <> p.postings OR p.postings IS DISTINCT FROM (
          SELECT t.posting_count FROM ledger.transfer t WHERE t.tenant_id = p.tenant_id AND t.id = p.transfer_id)
        LIMIT 1;
        IF crooked IS NOT NULL THEN
          RAISE EXCEPTION 'The postings of transfer % are not all there or do not sum to zero', crooked
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_transfer_zero_sum', SCHEMA = 'ledger', TABLE = 'posting';
        END IF;

        -- Always in the order of the accounts' ids, so that two transfers never wait for each other.
        FOR moved IN
          SELECT m.tenant_id, m.account_id, m.transfer_id, a.floored, m.currency = a.currency AND m.pure AS sound,
                 m.amount * CASE a.normal_side WHEN 'debit' THEN 1 ELSE -1 END AS amount
          FROM (
            SELECT n.tenant_id, n.account_id, (array_agg(n.transfer_id))[1] AS transfer_id, sum(n.amount_minor)::bigint AS amount,
                   min(n.currency) AS currency, min(n.currency) = max(n.currency) AS pure
            FROM new_posting n GROUP BY n.tenant_id, n.account_id) AS m
          LEFT JOIN LATERAL (
            SELECT c.floored, c.normal_side, c.currency FROM ledger.account c
            WHERE c.tenant_id = m.tenant_id AND c.id = m.account_id LIMIT 1) AS a ON true
          ORDER BY m.tenant_id, m.account_id
        LOOP
          IF moved.sound IS NOT TRUE THEN
            RAISE EXCEPTION 'There is no account % of this currency', moved.account_id
              USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'fk_posting_account', SCHEMA = 'ledger', TABLE = 'posting';
          ELSIF moved.floored THEN
            UPDATE ledger.balance b SET posted_minor = b.posted_minor + moved.amount
            WHERE b.tenant_id = moved.tenant_id AND b.account_id = moved.account_id;
          ELSE
            INSERT INTO ledger.unfolded (tenant_id, account_id, transfer_id, amount_minor)
            VALUES (moved.tenant_id, moved.account_id, moved.transfer_id, moved.amount);
          END IF;
        END LOOP;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER keep_balances AFTER INSERT ON ledger.posting
        REFERENCING NEW TABLE AS new_posting FOR EACH STATEMENT EXECUTE FUNCTION ledger.keep_balances()`);
  }

  private async keepHolds(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION ledger.add_holds() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      DECLARE moved record;
      BEGIN
        FOR moved IN
          SELECT n.tenant_id, n.account_id, sum(n.amount_minor)::bigint AS amount FROM new_hold n
          WHERE n.state = 'active' GROUP BY n.tenant_id, n.account_id ORDER BY n.tenant_id, n.account_id
        LOOP
          UPDATE ledger.balance b SET held_minor = b.held_minor + moved.amount
          WHERE b.tenant_id = moved.tenant_id AND b.account_id = moved.account_id;
        END LOOP;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE FUNCTION ledger.end_holds() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      DECLARE moved record;
      BEGIN
        IF EXISTS (SELECT 1 FROM old_hold o WHERE o.state <> 'active') THEN
          RAISE EXCEPTION 'A hold ends once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_hold_ends_once', SCHEMA = 'ledger', TABLE = 'hold';
        END IF;
        FOR moved IN
          SELECT n.tenant_id, n.account_id, sum(n.amount_minor)::bigint AS amount FROM new_hold n
          WHERE n.state <> 'active' GROUP BY n.tenant_id, n.account_id ORDER BY n.tenant_id, n.account_id
        LOOP
          UPDATE ledger.balance b SET held_minor = b.held_minor - moved.amount
          WHERE b.tenant_id = moved.tenant_id AND b.account_id = moved.account_id;
        END LOOP;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER add_holds AFTER INSERT ON ledger.hold
        REFERENCING NEW TABLE AS new_hold FOR EACH STATEMENT EXECUTE FUNCTION ledger.add_holds()`);
    await db.query(`
      CREATE TRIGGER end_holds AFTER UPDATE ON ledger.hold
        REFERENCING OLD TABLE AS old_hold NEW TABLE AS new_hold FOR EACH STATEMENT EXECUTE FUNCTION ledger.end_holds()`);
  }

  /** Accounts are opened here and nowhere else, as the chart says; the owner's rights are used for that only. */
  private async createOpening(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION ledger.open_accounts(tenant uuid, opened timestamptz, codes text[], parties uuid[], currencies text[])
        RETURNS uuid[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      DECLARE found_ids uuid[];
      BEGIN
        IF tenant IS DISTINCT FROM platform.current_tenant() THEN
          RAISE EXCEPTION 'An account is opened for the present tenant only' USING ERRCODE = 'insufficient_privilege';
        END IF;
        WITH opened_account AS (
          INSERT INTO ledger.account (tenant_id, id, code, party_id, currency, normal_side, floored, opened_at)
          SELECT tenant, gen_random_uuid(), w.code, w.party_id, w.currency, c.normal_side, c.floored, opened
          FROM (SELECT DISTINCT l.code, l.party_id, l.currency FROM unnest(codes, parties, currencies) AS l (code, party_id, currency)) AS w
          JOIN ledger.account_code c ON c.code = w.code
            AND c.per_party = (w.party_id <> '00000000-0000-0000-0000-000000000000')
          ORDER BY w.code, w.party_id, w.currency
          ON CONFLICT (tenant_id, code, party_id, currency) DO NOTHING
          RETURNING tenant_id, id, floored)
        INSERT INTO ledger.balance (tenant_id, account_id, floored)
        SELECT o.tenant_id, o.id, o.floored FROM opened_account o;
        found_ids := ARRAY(
          SELECT (SELECT a.id FROM ledger.account a
                  WHERE a.tenant_id = tenant AND a.code = l.code AND a.party_id = l.party_id AND a.currency = l.currency)
          FROM unnest(codes, parties, currencies) WITH ORDINALITY AS l (code, party_id, currency, ordinal)
          ORDER BY l.ordinal);
        RETURN found_ids;
      END $$`);
  }

  /** Several transfers in one call; one whose key is known is not written again, and its first id is given. */
  private async createPosting(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION ledger.post(
        tenant uuid, booked timestamptz,
        ids uuid[], keys text[], kinds text[], orders uuid[], value_dates date[], memos text[], reversed uuid[],
        fingerprints text[], counts smallint[],
        nths integer[], seqs smallint[], codes text[], parties uuid[], currencies text[], amounts bigint[])
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
          INSERT INTO ledger.posting (tenant_id, transfer_id, account_id, amount_minor, booked_at, value_date, seq, currency)
          SELECT tenant, ids[l.nth], l.account_id, l.amount_minor, booked, value_dates[l.nth], l.seq, l.currency
          FROM unnest(nths, accounts, amounts, seqs, currencies) AS l (nth, account_id, amount_minor, seq, currency)
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

  private async createHolding(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION ledger.place_hold(
        tenant uuid, hold_id uuid, hold_key text, account_code text, party uuid, hold_currency text, amount bigint,
        hold_order uuid, hold_group text, expires timestamptz, created timestamptz)
        RETURNS uuid LANGUAGE plpgsql AS $$
      DECLARE
        accounts uuid[] := ledger.open_accounts(tenant, created, ARRAY[account_code], ARRAY[party], ARRAY[hold_currency]);
        placed   uuid;
      BEGIN
        INSERT INTO ledger.hold (tenant_id, id, key, account_id, amount_minor, currency, order_id, group_key, expires_at, created_at)
        VALUES (tenant, hold_id, hold_key, accounts[1], amount, hold_currency, hold_order, hold_group, expires, created)
        ON CONFLICT (tenant_id, key) DO NOTHING
        RETURNING id INTO placed;
        IF placed IS NULL THEN
          SELECT h.id INTO placed FROM ledger.hold h WHERE h.tenant_id = tenant AND h.key = hold_key;
        END IF;
        RETURN placed;
      END $$`);
    // Holds the floored accounts of a batch until it is posted, and tells what each has to spend.
    await db.query(`
      CREATE FUNCTION ledger.lock_floored(tenant uuid, codes text[], parties uuid[], currencies text[])
        RETURNS TABLE (code text, party_id uuid, currency text, available_minor bigint)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      #variable_conflict use_column
      BEGIN
        IF tenant IS DISTINCT FROM platform.current_tenant() THEN
          RAISE EXCEPTION 'Accounts of the present tenant only' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN QUERY
          SELECT a.code, a.party_id, a.currency::text, b.posted_minor - b.held_minor
          FROM unnest(codes, parties, currencies) AS l (code, party_id, currency)
          JOIN ledger.account a
            ON a.tenant_id = tenant AND a.code = l.code AND a.party_id = l.party_id AND a.currency = l.currency
          JOIN ledger.balance b ON b.tenant_id = a.tenant_id AND b.account_id = a.id
          WHERE b.floored
          ORDER BY b.tenant_id, b.account_id
          FOR UPDATE OF b;
      END $$`);
  }

  /** Adds what was appended into the balances, account by account; skips one that another worker has in hand. */
  private async createFolding(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION ledger.fold(accounts_max integer) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      DECLARE
        due    record;
        folded integer := 0;
      BEGIN
        FOR due IN
          SELECT DISTINCT u.tenant_id, u.account_id FROM ledger.unfolded u ORDER BY 1, 2 LIMIT accounts_max
        LOOP
          PERFORM 1 FROM ledger.balance b
          WHERE b.tenant_id = due.tenant_id AND b.account_id = due.account_id FOR UPDATE SKIP LOCKED;
          CONTINUE WHEN NOT FOUND;
          WITH taken AS (
            DELETE FROM ledger.unfolded u WHERE u.tenant_id = due.tenant_id AND u.account_id = due.account_id
            RETURNING u.amount_minor)
          UPDATE ledger.balance b SET posted_minor = b.posted_minor + (SELECT coalesce(sum(t.amount_minor), 0) FROM taken t)::bigint
          WHERE b.tenant_id = due.tenant_id AND b.account_id = due.account_id;
          folded := folded + 1;
        END LOOP;
        RETURN folded;
      END $$`);
    // Which holds have run out, by the clock of their tenant; the worker then voids each in its tenant.
    await db.query(`
      CREATE FUNCTION ledger.expired_holds(holds_max integer) RETURNS TABLE (tenant_id uuid, hold_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
          SELECT h.tenant_id, h.id FROM ledger.hold h JOIN platform.tenant t ON t.id = h.tenant_id
          WHERE h.state = 'active' AND h.expires_at <= coalesce(t.test_clock, now())
          ORDER BY h.expires_at LIMIT holds_max $$`);
  }

  private async grant(db: QueryRunner): Promise<void> {
    await db.query(`
      REVOKE ALL ON FUNCTION ledger.keep_balances(), ledger.add_holds(), ledger.end_holds(), ledger.fold(integer),
        ledger.expired_holds(integer), ledger.lock_floored(uuid, text[], uuid[], text[]),
        ledger.open_accounts(uuid, timestamptz, text[], uuid[], text[]) FROM PUBLIC`);
    await db.query(`
      GRANT EXECUTE ON FUNCTION ledger.open_accounts(uuid, timestamptz, text[], uuid[], text[]),
        ledger.lock_floored(uuid, text[], uuid[], text[]) TO entrepot_app`);
    await db.query(`GRANT EXECUTE ON FUNCTION ledger.fold(integer), ledger.expired_holds(integer) TO entrepot_worker`);
  }
}
