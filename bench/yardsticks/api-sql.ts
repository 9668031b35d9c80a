/**
 * Everything that entering an order leaves behind, by one statement in one transaction: the order, three lines, the
 * event and its place in the queue to the feed, a delivery to each subscriber, the audit line and its place in the
 * queue to the seal, and the kept answer.
 */
export const CREATE = `
  WITH head AS (
    INSERT INTO orders.trade_order (
      tenant_id, id, reference, contract_number, state, seller_id, buyer_id, incoterm, value_minor, value_currency,
      sales_channel, port_of_loading, port_of_discharge, destination_country, declaration_office, exit_office,
      transport_mode, freight_by, freight_mode, containers, ready_date, refund_mode, refund_advance, fx_conversion,
      plan_rate, customs_state, freight_state, fx_state, tax_refund_state, financing_state, placed_at, created_at, updated_at)
    VALUES ($1, $2, $3, $4, 'placed', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23, $24, 'pending', 'pending', 'pending', 'pending', 'not_applicable', now(), now(), now())
  ), line AS (
    INSERT INTO orders.order_line (
      tenant_id, order_id, line_number, id, hs_code, goods_name, goods_name_en, declaration_elements, quantity, unit,
      first_quantity, first_unit, second_quantity, second_unit, unit_price, total_minor, net_weight_kg, gross_weight_kg,
      volume_cbm, packages, package_type, source_district, origin_country, purchase_minor, vat_rate, refund_rate,
      refund_rate_version)
    SELECT $1, $2, l.* FROM jsonb_to_recordset($25::jsonb) AS l (
      line_number smallint, id uuid, hs_code text, goods_name text, goods_name_en text, declaration_elements text,
      quantity numeric, unit text, first_quantity numeric, first_unit text, second_quantity numeric, second_unit text,
      unit_price numeric, total_minor bigint, net_weight_kg numeric, gross_weight_kg numeric, volume_cbm numeric,
      packages integer, package_type text, source_district text, origin_country text, purchase_minor bigint,
      vat_rate numeric, refund_rate numeric, refund_rate_version text)
  ), event AS (
    INSERT INTO platform.event (tenant_id, id, type, schema_version, occurred_at, resource_type, resource_id, sequence,
                                order_id, changed, data, livemode)
    VALUES ($1, $26, 'orders.order.placed', 1, now(), 'order', $2, 1, $2, '{state}', $27, true)
  ), unfed AS (
    INSERT INTO platform.event_unfed (tenant_id, event_ids) VALUES ($1, ARRAY[$26::uuid])
  ), delivery AS (
    INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at)
    SELECT $1, $26, q.queue, 'orders.order.placed', $27, now(), now() FROM unnest($28::text[]) AS q (queue)
  ), audit AS (
    INSERT INTO audit.record (tenant_id, id, occurred_at, actor, action, resource_type, resource_id, to_state, details)
    VALUES ($1, $29, now(), 'bench', 'orders.create', 'order', $2::text, 'placed', '{}')
  ), unsealed AS (
    INSERT INTO audit.unsealed (tenant_id, record_ids) VALUES ($1, ARRAY[$29::uuid])
  )
  INSERT INTO platform.idempotency_record (tenant_id, actor, key, fingerprint, status, headers, body, resource, created_at)
  VALUES ($1, 'bench', $30, $31, 201, '{}', $32, $33, now())`;

const COLUMNS = `
  o.id, reference, contract_number, state, seller_id, buyer_id, incoterm, value_minor, value_currency, sales_channel,
  port_of_loading, port_of_discharge, destination_country, declaration_office, exit_office, transport_mode, freight_by,
  freight_mode, containers, ready_date::text AS ready_date, freight_charge_minor, freight_charge_currency,
  insurance_charge_minor, insurance_charge_currency, refund_mode, refund_advance, fx_conversion, plan_rate,
  customs_state, freight_state, fx_state, tax_refund_state, financing_state, placed_at, closed_at, cancellation_reason,
  version, created_at, updated_at`;

export const READ = `
  SELECT ${COLUMNS}, (
    SELECT json_agg(l ORDER BY l.line_number) FROM (
      SELECT line_number, id, hs_code, goods_name, goods_name_en, declaration_elements, quantity::text, unit,
             first_quantity::text, first_unit, second_quantity::text, second_unit, unit_price::text, total_minor::text,
             net_weight_kg::text, gross_weight_kg::text, volume_cbm::text, packages, package_type, source_district,
             origin_country, purchase_minor::text, vat_rate::text, refund_rate::text, refund_rate_version
      FROM orders.order_line WHERE tenant_id = o.tenant_id AND order_id = o.id) AS l) AS lines
  FROM orders.trade_order o WHERE o.tenant_id = $1 AND o.id = $2`;

export const LIST = `
  SELECT ${COLUMNS} FROM orders.trade_order o WHERE o.tenant_id = $1 AND o.id < $2 ORDER BY o.id DESC LIMIT 51`;
