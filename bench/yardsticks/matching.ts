/**
 * The same join by exact reference only, and the same rows kept of it: one hash join of receipts and debts, what each
 * receipt pays written as an allocation, debt and receipt marked. Nothing is normalised, graded, explained, told or audited.
 */
export const EXACT_JOIN = `
  WITH pair AS MATERIALIZED (
    SELECT gen_random_uuid() AS id, c.id AS receipt, r.id AS debt, least(c.amount_minor, r.expected_minor) AS minor
    FROM fx.collection c
    JOIN fx.receivable r ON r.tenant_id = c.tenant_id AND r.party_id = c.party_id AND r.order_reference = c.remittance
    WHERE c.tenant_id = $1 AND c.state = 'unmatched'
  ), kept AS (
    INSERT INTO fx.allocation (tenant_id, id, collection_id, order_id, matched_by, amount_minor, amount_currency, dues_minor,
                               dues_currency, created_at, updated_at)
    SELECT $1, p.id, p.receipt, p.debt, 'reference', p.minor, 'USD', 0, 'USD', now(), now() FROM pair p
  ), paid AS (
    UPDATE fx.receivable r SET received_minor = p.minor, state = 'collected', collected_at = now(), version = version + 1
    FROM pair p WHERE r.tenant_id = $1 AND r.id = p.debt
  ), matched AS (
    UPDATE fx.collection c SET state = 'matched', surplus_minor = 0, version = version + 1
    FROM pair p WHERE c.tenant_id = $1 AND c.id = p.receipt
  )
  SELECT count(*)::int AS matched FROM pair`;

/** The join alone: what is found is counted and summed, and nothing is kept. */
export const JOIN_ONLY = `
  SELECT count(*)::int AS matched, sum(c.amount_minor)::text AS paid
  FROM fx.collection c
  JOIN fx.receivable r ON r.tenant_id = c.tenant_id AND r.party_id = c.party_id AND r.order_reference = c.remittance
  WHERE c.tenant_id = $1`;
