/** Rows of a house that no request brings about in the time of a test. */

/** A batch that gathers the claims of the seller's first claim's taxpayer, and another period than that one's. */
export const OPEN_BATCH = `
  INSERT INTO tax_refund.filing_batch (tenant_id, id, seller_id, taxpayer_name, taxpayer_number, period, regime, state, attempt,
                                       created_at, updated_at)
  SELECT tenant_id, $2, seller_id, taxpayer_name, taxpayer_number, $3, regime, 'open', 0, now(), now()
  FROM tax_refund.claim WHERE tenant_id = $1 ORDER BY id LIMIT 1`;

export const MANUFACTURER = {
  reference: 'SME-2',
  name: '宁波示例电器制造有限公司',
  uscc: '91330212MA2AF1XX2U',
  enterpriseKind: 'manufacturer',
};

/** A new issue of the refund library meant something for an order. */
export const CHANGE_RATE = `
  INSERT INTO tax_refund.rate_change (tenant_id, id, library_id, version, order_id, order_reference, export_date, lines, created_at)
  VALUES ($1, $2, 1, 'L 1', $3, 'SO', '2026-11-20', '[]', now())`;

export const PAY_DUES = `
  INSERT INTO fx.dues_purchase (tenant_id, id, release_event_id, order_id, party_id, due_minor, due_currency, cost_minor,
                                cost_currency, returned_due_minor, returned_due_currency, returned_cost_minor,
                                returned_cost_currency, rate, unit, board_as_of, explanation, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, 149500, 'USD', 1063095, 'CNY', 0, 'USD', 0, 'CNY', 711.10, 100, now(),
          '{"rule": {"id": "fx.conversion", "version": "1994-01-01", "source": "s"}, "steps": []}', now(), now())`;

export const FIRST_KEY = `SELECT id FROM platform.api_key WHERE tenant_id = $1 ORDER BY id LIMIT 1`;

export const AWAIT_APPROVAL = `
  INSERT INTO approvals.request (tenant_id, id, command, subject_id, summary, fingerprint, actors, makers, roles,
                                 approvers_needed, state, decisions, expires_at, expected_by, created_at, updated_at)
  SELECT $1, $2, 'fx.payout', $3, '{"code": "APPROVALS.waits", "values": {}}', 'f', $4, '{}', '{owner}', 1, 'pending', '[]',
         e.at, e.at, now(), now()
  FROM (SELECT now() + interval '30 days' AS at) AS e`;

/** As if a month had passed, in which one thing fell due; the clock itself is left alone. */
export const ADVANCE = `
  WITH advance AS (
    INSERT INTO platform.clock_advance (tenant_id, id, state, from_at, to_at, reached_at, steps, started_at, ended_at)
    VALUES ($1, $2, 'completed', now() - interval '30 days', now(), now(), 1, now(), now()) RETURNING tenant_id, id)
  INSERT INTO platform.clock_step (tenant_id, advance_id, ordinal, message_id, queue, payload, due_at, worked_at, trace_id,
                                   started_at)
  SELECT tenant_id, id, 1, $3, 'fx.ask-credits', '{}', now(), now(), md5('step'), now() FROM advance`;

export const BURY = `
  INSERT INTO platform.dead_letter (tenant_id, id, message_id, queue, topic, payload, error_code, error_message, attempts,
                                    failed_at, state)
  VALUES ($1, $2, $3, 'customs.submit-declaration', 'job/customs.submit-declaration', '{"declarationId": "d"}',
          'PARTNER.UNAVAILABLE', 'no answer', 8, now(), 'open')`;

/** Taxes that were asked back of customs, which said no. */
export const REFUSE_TAX_REFUND = `
  WITH asked AS (
    INSERT INTO customs.declaration_request (tenant_id, id, declaration_id, attempt, kind, state, reason, changes, refund,
                                             message, asks, outcome_reason, decided_at, created_at, updated_at)
    SELECT tenant_id, $2, declaration_id, 1, 'tax_refund', 'refused', 'Too much', '[]',
           '{"taxNumber": "1", "shares": []}', '<TaxRefundApply/>', 0, '申请理由不充分', now(), now(), now()
    FROM customs.tax_bill WHERE tenant_id = $1 LIMIT 1 RETURNING id)
  INSERT INTO customs.import_tax_refund (tenant_id, id, request_id, declaration_id, bill_id, party_id, tax_number, shares, reason,
                                         ask_by, state, outcome_reason, received_minor, created_at, updated_at)
  SELECT tenant_id, $3, $2, declaration_id, id, party_id, number, '[{"tax": "vat", "amount": {"amount": "1.00", "currency": "CNY"}}]',
         'Too much', '2029-12-03', 'refused', '申请理由不充分', 0, now(), now()
  FROM customs.tax_bill WHERE tenant_id = $1 LIMIT 1`;
