import { CARRIAGE_ADDED } from './carriage-house.js';

/** What a trade that went well has not left, or only for moments. */
export const ADDED = [
  `INSERT INTO platform.event_unfed (tenant_id, event_ids) SELECT tenant_id, ARRAY[id] FROM platform.event WHERE tenant_id = $1 LIMIT 3`,
  `INSERT INTO audit.unsealed (tenant_id, record_ids) SELECT tenant_id, ARRAY[id] FROM audit.record WHERE tenant_id = $1 LIMIT 3`,
  `INSERT INTO ledger.unfolded (tenant_id, account_id, transfer_id, amount_minor)
   SELECT tenant_id, account_id, transfer_id, amount_minor FROM ledger.posting WHERE tenant_id = $1 LIMIT 3 ON CONFLICT DO NOTHING`,
  `INSERT INTO platform.batch_intake (tenant_id, id, started_at) VALUES ($1, gen_random_uuid(), now())`,
  `INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at)
   VALUES ($1, gen_random_uuid(), 'customs.submit-declaration', 'job/customs.submit-declaration', '{}', now(), now())`,
  `INSERT INTO tax_refund.rate_notice (tenant_id, library_id, created_at) VALUES ($1, 1, now())`,
  `INSERT INTO tax_refund.rate_change
     (tenant_id, id, library_id, version, order_id, order_reference, export_date, lines, created_at)
   VALUES ($1, gen_random_uuid(), 1, 'L 1', gen_random_uuid(), 'SO', '2026-11-20', '[]', now())`,
  ...CARRIAGE_ADDED,
  `INSERT INTO freight.retraction (tenant_id, retracted_event_id, event_id, created_at) VALUES ($1, 'a', 'b', now())`,
  `INSERT INTO fx.revaluation_line (tenant_id, revaluation_id, ordinal, subject, foreign_minor, foreign_currency, carried_minor)
   SELECT tenant_id, id, 0, 'position', 1, 'USD', 7 FROM fx.revaluation WHERE tenant_id = $1 LIMIT 1`,
  `INSERT INTO fx.payer_alias (tenant_id, buyer_id, name_key, name, created_at) VALUES ($1, gen_random_uuid(), 'n', 'N', now())`,
  `INSERT INTO fx.payout_policy (tenant_id, mode, batch_max, batch_booking, updated_at) VALUES ($1, 'immediate', 100, false, now())`,
  `INSERT INTO fx.payout_batch (tenant_id, id, party_id, currency, execution_on, batch_booking, payments_max, payments, total_minor,
                                state, closes_at, version, created_at, updated_at)
   VALUES ($1, gen_random_uuid(), gen_random_uuid(), 'CNY', '2026-11-30', false, 100, 1, 1, 'open', now(), 1, now(), now())`,
  `INSERT INTO fx.payout_batch_item (tenant_id, batch_id, ordinal, payout_id, attempt, amount_minor, currency, creditor, remittance)
   SELECT b.tenant_id, b.id, 1, p.id, 9, 1, 'CNY', '{}', 'r' FROM fx.payout_batch b JOIN fx.payout p ON p.tenant_id = b.tenant_id
   WHERE b.tenant_id = $1 LIMIT 1`,
  `INSERT INTO fx.payout_return (tenant_id, payout_id, attempt, account_id, bank_reference, amount_minor, currency, booked_on, created_at)
   SELECT tenant_id, id, 1, id, 'B', 1, 'CNY', '2026-11-30', now() FROM fx.payout WHERE tenant_id = $1 LIMIT 1`,
  `WITH file AS (
     INSERT INTO fx.bank_file (tenant_id, id, sha256, message_type, message_id, size_bytes, quirks, content, state, created_at, updated_at)
     VALUES ($1, gen_random_uuid(), repeat('a', 64), 'camt.053', 'M', 1, '[]', 'x', 'taken_in', now(), now()) RETURNING tenant_id, id),
   report AS (
     INSERT INTO fx.bank_report (tenant_id, id, file_id, ordinal, kind, account_id, party_id, account_number, reference, page, currency,
                                 balances, checks, digest, created_at)
     SELECT f.tenant_id, gen_random_uuid(), f.id, 1, 'statement', a.id, a.party_id, 'n', 'r', 1, 'CNY', '[]', '[]', repeat('a', 64), now()
     FROM file f JOIN fx.collection_account a ON a.tenant_id = f.tenant_id LIMIT 1 RETURNING tenant_id, id, file_id),
   entry AS (
     INSERT INTO fx.bank_entry (tenant_id, file_id, ordinal, report_id, line, reference, direction, is_reversal, status, amount_minor,
                                currency, movements, outcome)
     SELECT tenant_id, file_id, 1, id, 1, 'r', 'debit', false, 'booked', 1, 'CNY', '[]', 'noted' FROM report
     RETURNING tenant_id, file_id, ordinal)
   INSERT INTO fx.entry_booking (tenant_id, file_id, ordinal, kind, transfer_id, created_at)
   SELECT tenant_id, file_id, ordinal, 'fee', gen_random_uuid(), now() FROM entry`,
  `INSERT INTO fx.tenant_rate (tenant_id, id, source, base, quote, currency, unit, direction, rate, per_unit, published_on, as_of,
                               document, recorded_at)
   VALUES ($1, gen_random_uuid(), 'cfets', 'USD', 'CNY', 'USD', 1, 'direct', 7.07, 7.07, '2026-11-02', now(), 'd', now())`,
  `INSERT INTO fx.currency_control_settings (tenant_id, institution_code, channel, class_a_under_review, directory, updated_at)
   VALUES ($1, '330200000101', 'bank_api', false, 'warn', now())`,
  `INSERT INTO fx.bop_revision (tenant_id, declaration_id, revision, state, content, why_corrected, kept_at)
   SELECT tenant_id, id, 1, 'accepted', '{}', 'w', now() FROM fx.bop_declaration WHERE tenant_id = $1 LIMIT 1`,
  `INSERT INTO fx.funds_release (tenant_id, allocation_id, review_id, created_at)
   SELECT r.tenant_id, a.id, r.id, now() FROM fx.funds_review r JOIN fx.allocation a ON a.tenant_id = r.tenant_id
   WHERE r.tenant_id = $1 LIMIT 1`,
  `INSERT INTO financing.product_version (tenant_id, id, code, version, valid_from, terms, created_at)
   VALUES ($1, gen_random_uuid(), 'house', 1, '2036-01-01', '{}', now())`,
  `INSERT INTO financing.pledge_registration (tenant_id, advance_id, state, expires_on, created_at, updated_at)
   VALUES ($1, gen_random_uuid(), 'wanted', '2027-08-27', now(), now())`,
  `INSERT INTO financing.covenant_breach (tenant_id, covenant_id, currency, value, since)
   VALUES ($1, gen_random_uuid(), 'CNY', 0.4, now())`,
  `INSERT INTO financing.accrual_run (tenant_id, done_to) VALUES ($1, '2026-11-30') ON CONFLICT DO NOTHING`,
  `INSERT INTO fx.match_run (tenant_id, id, oldest_first, created_at) VALUES ($1, gen_random_uuid(), false, now())`,
  `INSERT INTO platform.mandate_use (tenant_id, mandate_id, day, moved_minor)
   SELECT tenant_id, id, '2026-11-28', 1 FROM platform.mandate WHERE tenant_id = $1`,
  `INSERT INTO customs.declaration_request (tenant_id, id, declaration_id, attempt, kind, state, reason, changes, asks, created_at, updated_at)
   SELECT tenant_id, gen_random_uuid(), id, 1, 'withdrawal', 'declined', 'r', '[]', 0, now(), now()
   FROM customs.declaration WHERE tenant_id = $1 LIMIT 1`,
  `INSERT INTO customs.parcel_summary_declaration (tenant_id, sum_no, decl_seq_no, state, gross_weight, net_weight, processed_at,
                                                  created_at, updated_at)
   VALUES ($1, 'S', 'D', '1', '0', '0', now(), now(), now())`,
  `INSERT INTO customs.parcel_summary_line (tenant_id, sum_no, decl_seq_no, invt_no, gnum, item) VALUES ($1, 'S', 'D', 'I', 1, 1)`,
  `INSERT INTO customs.broker_mandate_policy (tenant_id, is_required, updated_at) VALUES ($1, false, now())`,
  `INSERT INTO tax_refund.invoice_policy (tenant_id, check_digits, issuer_review, updated_at) VALUES ($1, 'warn', 'warn', now())`,
  `INSERT INTO tax_refund.abnormal_hit (tenant_id, entry_id, invoice_id, told_at)
   SELECT e.tenant_id, e.id, i.id, now() FROM tax_refund.abnormal_entry e JOIN tax_refund.invoice i ON i.tenant_id = e.tenant_id
   WHERE e.tenant_id = $1 LIMIT 1`,
  `INSERT INTO tax_refund.claim_flag (tenant_id, claim_id, invoice_id, rule, detail, created_at)
   SELECT tenant_id, id, id, 'invoice_refused', '{}', now() FROM tax_refund.claim WHERE tenant_id = $1`,
  `INSERT INTO tax_refund.clawback (tenant_id, claim_id, number, letter, state, amount_minor, reason, due_on, created_at)
   SELECT tenant_id, id, 1, id::text, 'owed', 100, 'r', '2026-12-15', now() FROM tax_refund.claim WHERE tenant_id = $1`,
  `INSERT INTO tax_refund.filing_policy (tenant_id, mode, file_on_day, updated_at) VALUES ($1, 'batched', 15, now())`,
  `WITH batch AS (
     INSERT INTO tax_refund.filing_batch (tenant_id, id, seller_id, taxpayer_name, taxpayer_number, period, regime, state, attempt,
                                          created_at, updated_at)
     VALUES ($1, gen_random_uuid(), gen_random_uuid(), 'n', 't', '202611', 'trading', 'open', 0, now(), now())
     RETURNING tenant_id, id)
   INSERT INTO tax_refund.batch_payment (tenant_id, batch_id, treasury_reference, amount_minor, paid_at, created_at)
   SELECT tenant_id, id, 'T', 100, now(), now() FROM batch`,
  `INSERT INTO tax_refund.agency_certificate_message (tenant_id, id, certificate_id, kind, attempt, reference, body, state, created_at)
   SELECT tenant_id, gen_random_uuid(), id, 'application', 1, id::text, '{}', 'queued', now()
   FROM tax_refund.agency_certificate WHERE tenant_id = $1`,
  `INSERT INTO tax_refund.agency_policy (tenant_id, is_required, updated_at) VALUES ($1, false, now())`,
  `INSERT INTO tax_refund.enterprise_class (tenant_id, party_id, valid_from, class, noted_by, updated_at)
   VALUES ($1, gen_random_uuid(), '2026-01-01', 2, 'a', now())`,
  `INSERT INTO tax_refund.producer_verification (tenant_id, party_id, year, verified_on, report, noted_by, updated_at)
   VALUES ($1, gen_random_uuid(), 2026, '2026-01-01', 'r', 'a', now())`,
  `INSERT INTO tax_refund.agency_warning (tenant_id, rule, subject, created_at) VALUES ($1, 'rejections_high', 's', now())`,
  `INSERT INTO tax_refund.match_case (tenant_id, run_id, case_id)
   SELECT r.tenant_id, r.id, c.id FROM tax_refund.match_run r JOIN tax_refund.refund_case c ON c.tenant_id = r.tenant_id
   WHERE r.tenant_id = $1 LIMIT 1`,
  `INSERT INTO tax_refund.declaration_slice (tenant_id, upload_id, number, rows, created_at)
   VALUES ($1, gen_random_uuid(), 1, '[]', now())`,
  `INSERT INTO tax_refund.declared_purchase
     (tenant_id, import_id, number, taxpayer_number, place, voucher, supplier_tax_number, hs_code, amount_minor)
   SELECT tenant_id, id, 1, 't', 'p', 'v', 's', '8516609000', 1 FROM tax_refund.declaration_import WHERE tenant_id = $1 LIMIT 1`,
  `INSERT INTO tax_refund.declared_share (tenant_id, import_id, number, invoice_line_id, quantity, amount_minor)
   SELECT p.tenant_id, p.import_id, p.number, l.id, 0, 1 FROM tax_refund.declared_purchase p
   JOIN tax_refund.invoice_line l ON l.tenant_id = p.tenant_id WHERE p.tenant_id = $1 LIMIT 1`,
  `INSERT INTO tax_refund.voucher_allocation (tenant_id, claim_line_id, voucher_id, quantity, taxable_minor, tax_minor)
   SELECT v.tenant_id, l.id, v.id, 1, 1, 1 FROM tax_refund.consumption_tax_voucher v
   JOIN tax_refund.claim_line l ON l.tenant_id = v.tenant_id WHERE v.tenant_id = $1 LIMIT 1`,
  `INSERT INTO tax_refund.deadline_backlog (tenant_id, after_case) VALUES ($1, gen_random_uuid())`,
  `INSERT INTO tax_refund.deadline_day (tenant_id, day) VALUES ($1, '2199-12-31')`,
  `INSERT INTO platform.signature_nonce (tenant_id, credential_id, nonce, expires_at) VALUES ($1, gen_random_uuid(), 'n', now())`,
];
