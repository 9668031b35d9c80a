import { setTimeout as sleep } from 'node:timers/promises';

import type pg from 'pg';

import { normaliseName } from '../src/fx/domain/collections/payer-name.js';
import { newId } from '../src/kernel/ids.js';
import { type MatchingBook } from './matching-book.js';

const AT_ONCE = 10_000;
const ACCOUNT = `
  INSERT INTO fx.collection_account (tenant_id, id, party_id, currency, owner_name, state, account_number, bank_bic, created_at, updated_at)
  VALUES ($1, $2, $3, 'USD', 'Bench', 'open', '6228480795000001', 'SBXCCNBJXXX', now(), now())`;
const BUYERS = `
  INSERT INTO parties.party (tenant_id, id, kind, reference, name, name_en, country, address, aliases, warnings, created_at, updated_at)
  SELECT $1, b.id, 'buyer', 'B-' || b.id, b.name, NULL, 'DE', 'Somewhere', '{}', '{}', now(), now()
  FROM jsonb_to_recordset($2::jsonb) AS b (id uuid, name text)`;
/** Whoever hears of an order's money reads its seller. */
const SELLER = `
  INSERT INTO parties.party (tenant_id, id, kind, reference, name, name_en, country, address, uscc, customs_code,
                             enterprise_kind, aliases, warnings, created_at, updated_at)
  VALUES ($1, $2, 'seller', 'SME', '宁波示例进出口有限公司', 'Ningbo Example Trading', 'CN', '宁波', '91330200MA2AEFJN86',
          '3302960001', 'trading', '{}', '{}', now(), now())`;
const ORDERS = `
  INSERT INTO orders.trade_order (
    tenant_id, id, reference, contract_number, state, seller_id, buyer_id, incoterm, value_minor, value_currency,
    sales_channel, port_of_loading, port_of_discharge, destination_country, declaration_office, exit_office,
    transport_mode, freight_by, freight_mode, containers, ready_date, refund_mode, refund_advance, fx_conversion,
    plan_rate, customs_state, freight_state, fx_state, tax_refund_state, financing_state, placed_at, created_at, updated_at)
  SELECT $1, o.id, o.reference, o.contract, 'in_progress', $3, o.buyer, 'FOB', o.minor, 'USD',
         '0110', 'CNNGB', 'DEHAM', 'DE', '3104', '3104', 'sea', 'other', 'fcl', '[]', '2026-12-01', 'none', false, 'manual',
         7.1, 'cleared', 'not_applicable', 'pending', 'not_applicable', 'not_applicable', now(), now(), now()
  FROM jsonb_to_recordset($2::jsonb) AS o (id uuid, reference text, contract text, buyer uuid, minor bigint)`;
/** What the order is of plays no part, but whoever hears of its money reads the order. */
const LINES = `
  INSERT INTO orders.order_line (tenant_id, order_id, line_number, id, hs_code, goods_name, goods_name_en, declaration_elements,
    quantity, unit, first_quantity, first_unit, unit_price, total_minor, net_weight_kg, gross_weight_kg, volume_cbm, packages,
    package_type, source_district, origin_country)
  SELECT $1, o.id, 1, o.id, '8516609000', '电烤箱', 'Electric oven', '电烤箱|家用', 1, '001', 1, '001', o.minor / 100.0, o.minor,
         10, 12, 0.1, 1, '22', '33029', 'CN'
  FROM jsonb_to_recordset($2::jsonb) AS o (id uuid, minor bigint)`;
const RECEIVABLES = `
  INSERT INTO fx.receivable (tenant_id, id, party_id, buyer_id, buyer_name, order_reference, contract_number, reference_key,
    contract_key, expected_minor, expected_currency, received_minor, received_currency, conversion, plan_rate, state,
    created_at, updated_at)
  SELECT $1, o.id, $3, o.buyer, o.name, o.reference, o.contract, replace(o.reference, '-', ''), replace(o.contract, '-', ''),
         o.minor, 'USD', 0, 'USD', 'manual', 7.1, 'open', now(), now()
  FROM jsonb_to_recordset($2::jsonb) AS o (id uuid, reference text, contract text, buyer uuid, name text, minor bigint)`;
const COLLECTIONS = `
  INSERT INTO fx.collection (tenant_id, id, account_id, party_id, bank_reference, entry_kind, amount_minor, amount_currency,
    surplus_minor, surplus_currency, charges_minor, charges_currency, payer_name, payer_names, remittance, bank_text,
    booked_on, value_date, state, explanation, inbox_message_id, payer_key, created_at, updated_at)
  SELECT $1, r.id, $3, $4, 'BANK-' || r.id, 'credit', r.minor, 'USD', r.minor, 'USD', r.charges,
         CASE WHEN r.charges IS NOT NULL THEN 'USD' END, r.payer, ARRAY[r.payer], r.text, '', date '2026-11-28',
         date '2026-11-28', 'unmatched', '{"rule": {"id": "r", "version": "v", "source": "s"}, "steps": []}', r.id, r.key,
         now(), now()
  FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, text text, payer text, minor bigint, charges bigint, key text)`;
const AT_WORK = `
  SELECT count(*)::int AS sessions FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`;
const QUIET_LOOKS = 10;

/** A book of a tenant, and whose it is. */
export interface StoredBook {
  readonly tenantId: string;
  readonly partyId: string;
  readonly accountId: string;
}

/** Keeps the book: orders with what is owed on them, and receipts that nobody has looked at. */
export async function storeBook(admin: pg.Client, tenantId: string, book: MatchingBook): Promise<StoredBook> {
  const { buyers, orders, receipts } = book;
  const stored = { tenantId, partyId: newId(), accountId: newId() };
  const rows = orders.map(({ buyer, ...order }) => ({ ...order, buyer: buyers[buyer]?.id, name: buyers[buyer]?.name }));
  const inKeys = receipts.map((receipt) => ({ ...receipt, key: normaliseName(receipt.payer) }));
  await admin.query('BEGIN');
  await admin.query('SET LOCAL session_replication_role = replica');
  await admin.query(ACCOUNT, [tenantId, stored.accountId, stored.partyId]);
  await admin.query(SELLER, [tenantId, stored.partyId]);
  await inParts(buyers, (part) => admin.query(BUYERS, [tenantId, part]));
  await inParts(rows, (part) => admin.query(ORDERS, [tenantId, part, stored.partyId]));
  await inParts(rows, (part) => admin.query(LINES, [tenantId, part]));
  await inParts(rows, (part) => admin.query(RECEIVABLES, [tenantId, part, stored.partyId]));
  await inParts(inKeys, (part) => admin.query(COLLECTIONS, [tenantId, part, stored.accountId, stored.partyId]));
  await admin.query('COMMIT');
  await admin.query('VACUUM ANALYZE fx.receivable, fx.collection, parties.party, orders.trade_order');
  return stored;
}

async function inParts(rows: readonly object[], insert: (part: string) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await insert(JSON.stringify(rows.slice(from, from + AT_ONCE)));
  }
}

/** Whatever was matched is unmatched again, and what was told of it forgotten: every round begins alike. */
export async function forgetMatches(admin: pg.Client, { tenantId }: StoredBook): Promise<void> {
  await admin.query('TRUNCATE platform.delivery');
  await untilNobodyWorks(admin);
  await admin.query(
    `UPDATE fx.collection SET state = 'unmatched', surplus_minor = amount_minor, version = 1 WHERE tenant_id = $1 AND state <> 'unmatched'`,
    [tenantId],
  );
  await admin.query(
    `UPDATE fx.receivable SET state = 'open', received_minor = 0, collected_at = NULL, version = 1 WHERE tenant_id = $1 AND received_minor > 0`,
    [tenantId],
  );
  await admin.query('TRUNCATE fx.allocation, fx.match_run, fx.payer_alias');
  await admin.query('VACUUM ANALYZE fx.collection, fx.receivable');
  await admin.query('CHECKPOINT');
}

/** What was under way when its news were forgotten comes to its end. */
async function untilNobodyWorks(admin: pg.Client): Promise<void> {
  for (let quiet = 0; quiet < QUIET_LOOKS; quiet += 1) {
    const { rows } = await admin.query<{ sessions: number }>(AT_WORK);
    if (rows[0]?.sessions !== 0) quiet = 0;
    await sleep(50);
  }
}
