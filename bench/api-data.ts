import type pg from 'pg';

import { newId } from '../src/kernel/ids.js';
import { createTenant } from '../src/platform/operations/create-tenant.js';
import { type BenchServices } from './harness.js';

/** Orders that are there before anybody asks. */
export const STORED = 1_000_000;
/** The newest of them have three lines each and are the ones that are read; the others are only listed. */
const WITH_LINES = 20_000;

const PARTIES = `
  INSERT INTO parties.party (tenant_id, id, kind, reference, name, name_en, country, address, uscc, customs_code,
                             enterprise_kind, aliases, warnings, created_at, updated_at)
  VALUES ($1, $2, 'seller', 'SME', '宁波示例进出口有限公司', 'Ningbo Example Trading', 'CN', '宁波', '91330200MA2AEFJN86',
          '3302960001', 'trading', '{}', '{}', now(), now()),
         ($1, $3, 'buyer', 'BUYER', 'Hamburg Haushalt GmbH', NULL, 'DE', 'Hamburg', NULL, NULL, NULL, '{}', '{}', now(), now())`;

/** Ids as UUIDv7 makes them: in the order of time, so that the newest lie at the end of the index. */
const ORDERS = `
  INSERT INTO orders.trade_order (
    tenant_id, id, reference, contract_number, state, seller_id, buyer_id, incoterm, value_minor, value_currency,
    sales_channel, port_of_loading, port_of_discharge, destination_country, declaration_office, exit_office,
    transport_mode, freight_by, freight_mode, containers, ready_date, refund_mode, refund_advance, fx_conversion,
    plan_rate, customs_state, freight_state, fx_state, tax_refund_state, financing_state, placed_at, created_at, updated_at)
  SELECT $1, (lpad(to_hex(1700000000000 + n), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid,
         'STORED-' || n, 'NB' || n, CASE WHEN n % 10 = 0 THEN 'attention' ELSE 'in_progress' END, $2, $3, 'FOB', 3000000, 'USD',
         '0110', 'CNNGB', 'DEHAM', 'DE', '3104', '3104', 'sea', 'platform', 'fcl', '[{"sizeType":"22G1","count":1}]',
         '2026-12-01', 'trading', false, 'automatic', 7.1, 'submitted', 'booked', 'pending', 'pending', 'not_applicable',
         to_timestamp(1700000000 + n), to_timestamp(1700000000 + n), to_timestamp(1700000000 + n)
  FROM generate_series(1, ${STORED}) AS n`;

const LINES = `
  INSERT INTO orders.order_line (
    tenant_id, order_id, line_number, id, hs_code, goods_name, goods_name_en, declaration_elements, quantity, unit,
    first_quantity, first_unit, unit_price, total_minor, net_weight_kg, gross_weight_kg, volume_cbm, packages,
    package_type, source_district, origin_country, purchase_minor, vat_rate, refund_rate, refund_rate_version)
  SELECT o.tenant_id, o.id, n, gen_random_uuid(), '8516609000', '电烤箱', 'Electric oven',
         '用途:烘烤|品牌类型:2|出口享惠情况:0|型号:EO-35', 1000, '001', 1000, '001', 10, 1000000, 8000, 9000, 27.5, 1000,
         '22', '33029', 'CN', 6000000, 0.13, 0.13, 'bench'
  FROM (SELECT tenant_id, id FROM orders.trade_order WHERE tenant_id = $1 ORDER BY id DESC LIMIT ${WITH_LINES}) AS o,
       generate_series(1, 3) AS n`;

/** A tenant with a seller and a buyer. */
export interface Desk {
  readonly tenantId: string;
  readonly apiKey: string;
  readonly sellerId: string;
  readonly buyerId: string;
}

export async function openDesk({ database }: BenchServices, admin: pg.Client): Promise<Desk> {
  const { tenantId, apiKey } = await createTenant(database.adminUrl, { name: 'Bench', livemode: true });
  const desk = { tenantId, apiKey, sellerId: newId(), buyerId: newId() };
  await asOwner(admin, PARTIES, [tenantId, desk.sellerId, desk.buyerId]);
  return desk;
}

/** Fills the desk with a million orders. @returns ids of those that have lines, newest first */
export async function storeOrders(admin: pg.Client, { tenantId, sellerId, buyerId }: Desk): Promise<string[]> {
  await asOwner(admin, ORDERS, [tenantId, sellerId, buyerId]);
  await asOwner(admin, LINES, [tenantId]);
  await admin.query('VACUUM ANALYZE orders.trade_order, orders.order_line');
  const { rows } = await admin.query<{ id: string }>(
    `SELECT id FROM orders.trade_order WHERE tenant_id = $1 ORDER BY id DESC LIMIT ${WITH_LINES}`,
    [tenantId],
  );
  return rows.map(({ id }) => id);
}

/** Past triggers and foreign keys: what they look after is none of a stored order's business. */
async function asOwner(admin: pg.Client, sql: string, values: readonly string[]): Promise<void> {
  await admin.query('BEGIN');
  await admin.query(`SET LOCAL session_replication_role = replica`);
  await admin.query(sql, [...values]);
  await admin.query('COMMIT');
}
