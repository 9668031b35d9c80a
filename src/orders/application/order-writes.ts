import { type Tx } from '../../platform/database/session.js';
import { type SqlValue } from '../../platform/database/sql-value.js';
import { type OrderLine, type OrderState, type OrderTerms, type TradeOrder } from '../domain/trade-order.js';
import { type TrackStates } from '../domain/track-lives.js';

const LINE_COLUMNS = `
  line_number, id, hs_code, goods_name, goods_name_en, declaration_elements, quantity, unit, first_quantity, first_unit,
  second_quantity, second_unit, unit_price, total_minor, net_weight_kg, gross_weight_kg, volume_cbm, packages,
  package_type, source_district, origin_country, purchase_minor, vat_rate, refund_rate, refund_rate_version,
  product_id, product_version, refund_code`;

/** Numbers travel as text: JSON numbers are binary fractions in JavaScript. */
const LINE_RECORD = `
  line_number smallint, id uuid, hs_code text, goods_name text, goods_name_en text, declaration_elements text,
  quantity numeric, unit text, first_quantity numeric, first_unit text, second_quantity numeric, second_unit text,
  unit_price numeric, total_minor bigint, net_weight_kg numeric, gross_weight_kg numeric, volume_cbm numeric,
  packages integer, package_type text, source_district text, origin_country text, purchase_minor bigint,
  vat_rate numeric, refund_rate numeric, refund_rate_version text, product_id uuid, product_version integer,
  refund_code text`;

/** The order and all its lines in one statement. */
const INSERT = `
  WITH head AS (
    INSERT INTO orders.trade_order (
      tenant_id, id, reference, contract_number, state, seller_id, buyer_id, incoterm, value_minor, value_currency,
      sales_channel, port_of_loading, port_of_discharge, destination_country, declaration_office, exit_office,
      transport_mode, freight_by, freight_mode, containers, ready_date, freight_charge_minor, freight_charge_currency,
      insurance_charge_minor, insurance_charge_currency, refund_mode, refund_advance, fx_conversion, plan_rate,
      customs_state, freight_state, fx_state, tax_refund_state, financing_state, placed_at, created_at, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
            $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $36)
    RETURNING tenant_id, id
  )
  INSERT INTO orders.order_line (tenant_id, order_id, ${LINE_COLUMNS})
  SELECT head.tenant_id, head.id, l.* FROM head, jsonb_to_recordset($37::jsonb) AS l (${LINE_RECORD})`;

const UPDATE_DRAFT = `
  WITH gone AS (
    DELETE FROM orders.order_line WHERE tenant_id = $1 AND order_id = $2
  )
  UPDATE orders.trade_order SET
    reference = $3, contract_number = $4, state = $5, seller_id = $6, buyer_id = $7, incoterm = $8, value_minor = $9,
    value_currency = $10, sales_channel = $11, port_of_loading = $12, port_of_discharge = $13,
    destination_country = $14, declaration_office = $15, exit_office = $16, transport_mode = $17, freight_by = $18,
    freight_mode = $19, containers = $20, ready_date = $21, freight_charge_minor = $22, freight_charge_currency = $23,
    insurance_charge_minor = $24, insurance_charge_currency = $25, refund_mode = $26, refund_advance = $27,
    fx_conversion = $28, plan_rate = $29, customs_state = $30, freight_state = $31, fx_state = $32,
    tax_refund_state = $33, financing_state = $34, placed_at = $35, updated_at = $36, version = version + 1
  WHERE tenant_id = $1 AND id = $2`;

const INSERT_LINES = `
  INSERT INTO orders.order_line (tenant_id, order_id, ${LINE_COLUMNS})
  SELECT $1::uuid, $2::uuid, l.* FROM jsonb_to_recordset($3::jsonb) AS l (${LINE_RECORD})`;

const MOVE = `
  UPDATE orders.trade_order SET
    state = $3, customs_state = $4, freight_state = $5, fx_state = $6, tax_refund_state = $7, financing_state = $8,
    placed_at = $9, closed_at = $10, cancellation_reason = $11, updated_at = $12, customs_binds = $13,
    version = version + 1
  WHERE tenant_id = $1 AND id = $2`;

export async function insertOrder(tx: Tx, order: TradeOrder): Promise<void> {
  await tx.query(INSERT, [...headValues(tx, order), JSON.stringify(order.lines.map(lineRecord))]);
}

/** Writes a changed draft over the old one; its row is held. */
export async function rewriteDraft(tx: Tx, order: TradeOrder): Promise<void> {
  await Promise.all([
    tx.query(UPDATE_DRAFT, headValues(tx, order)),
    tx.query(INSERT_LINES, [tx.tenantId, order.id, JSON.stringify(order.lines.map(lineRecord))]),
  ]);
}

/** What changes in the life of an order after its terms are fixed. */
export interface OrderMove {
  readonly state: OrderState;
  readonly tracks: TrackStates;
  readonly customsBinds: boolean;
  readonly placedAt: Date | null;
  readonly closedAt: Date | null;
  readonly cancellationReason: string | null;
}

/** The row is held. */
export async function moveOrder(tx: Tx, id: string, { state, tracks, ...facts }: OrderMove): Promise<void> {
  const states = [tracks.customs, tracks.freight, tracks.fx, tracks.taxRefund, tracks.financing];
  const { placedAt, closedAt, cancellationReason, customsBinds } = facts;
  const times = [placedAt, closedAt, cancellationReason, tx.now];
  await tx.query(MOVE, [tx.tenantId, id, state, ...states, ...times, customsBinds]);
}

function headValues(tx: Tx, order: TradeOrder): SqlValue[] {
  const { route, freight, refund, fx, tracks } = order;
  return [
    tx.tenantId,
    order.id,
    order.reference,
    order.contractNumber,
    order.state,
    order.sellerId,
    order.buyerId,
    order.incoterm,
    order.value.minor.toString(),
    order.value.currency,
    order.salesChannel,
    route.portOfLoading,
    route.portOfDischarge,
    route.destinationCountry,
    route.declarationOffice,
    route.exitOffice,
    route.transportMode,
    ...freightValues(freight),
    refund.mode,
    refund.advance,
    fx.conversion,
    fx.planRate,
    tracks.customs,
    tracks.freight,
    tracks.fx,
    tracks.taxRefund,
    tracks.financing,
    order.placedAt,
    order.updatedAt,
  ];
}

function freightValues({ freightCharge, insuranceCharge, ...freight }: OrderTerms['freight']): SqlValue[] {
  return [
    freight.by,
    freight.mode,
    JSON.stringify(freight.containers),
    freight.readyDate,
    freightCharge?.minor.toString() ?? null,
    freightCharge?.currency ?? null,
    insuranceCharge?.minor.toString() ?? null,
    insuranceCharge?.currency ?? null,
  ];
}

function lineRecord(line: OrderLine): Record<string, string | number | null> {
  return {
    line_number: line.lineNumber,
    id: line.id,
    hs_code: line.hsCode,
    goods_name: line.goodsName,
    goods_name_en: line.goodsNameEn,
    declaration_elements: line.declarationElements,
    quantity: line.quantity,
    unit: line.unit,
    first_quantity: line.firstQuantity,
    first_unit: line.firstUnit,
    second_quantity: line.secondQuantity,
    second_unit: line.secondUnit,
    unit_price: line.unitPrice,
    total_minor: line.total.minor.toString(),
    net_weight_kg: line.netWeightKg,
    gross_weight_kg: line.grossWeightKg,
    volume_cbm: line.volumeCbm,
    packages: line.packages,
    package_type: line.packageType,
    source_district: line.sourceDistrict,
    origin_country: line.originCountry,
    purchase_minor: line.purchase?.amountExVat.minor.toString() ?? null,
    vat_rate: line.purchase?.vatRate ?? null,
    refund_rate: line.refundRate?.rate ?? null,
    refund_rate_version: line.refundRate?.tableVersion ?? null,
    product_id: line.product?.id ?? null,
    product_version: line.product?.version ?? null,
    refund_code: line.refundCode,
  };
}
