import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type Incoterm } from '../domain/incoterm.js';
import { type OrderLine, type OrderState, type OrderTerms, type TradeOrder } from '../domain/trade-order.js';

/** Without the lines: what a list shows. */
export type OrderHead = Omit<TradeOrder, 'lines'>;

export interface HeadRow {
  readonly id: string;
  readonly reference: string;
  readonly contract_number: string;
  readonly state: OrderState;
  readonly seller_id: string;
  readonly buyer_id: string;
  readonly incoterm: Incoterm;
  readonly value_minor: string;
  readonly value_currency: string;
  readonly sales_channel: string;
  readonly port_of_loading: string;
  readonly port_of_discharge: string;
  readonly destination_country: string;
  readonly declaration_office: string;
  readonly exit_office: string;
  readonly transport_mode: OrderTerms['route']['transportMode'];
  readonly freight_by: OrderTerms['freight']['by'];
  readonly freight_mode: OrderTerms['freight']['mode'];
  readonly containers: OrderTerms['freight']['containers'];
  readonly ready_date: string;
  readonly freight_charge_minor: string | null;
  readonly freight_charge_currency: string | null;
  readonly insurance_charge_minor: string | null;
  readonly insurance_charge_currency: string | null;
  readonly refund_mode: OrderTerms['refund']['mode'];
  readonly refund_advance: boolean;
  readonly fx_conversion: OrderTerms['fx']['conversion'];
  readonly plan_rate: string;
  readonly customs_state: string;
  readonly freight_state: string;
  readonly fx_state: string;
  readonly tax_refund_state: string;
  readonly financing_state: string;
  readonly customs_binds: boolean;
  readonly placed_at: Date | null;
  readonly closed_at: Date | null;
  readonly cancellation_reason: string | null;
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** As PostgreSQL aggregates it; numbers as text, because JSON numbers are binary fractions in JavaScript. */
interface LineRow extends Omit<OrderLine, 'total' | 'purchase' | 'refundRate'> {
  readonly totalMinor: string;
  readonly purchaseMinor: string | null;
  readonly vatRate: string | null;
  readonly refundRate: string | null;
  readonly refundRateVersion: string | null;
}

export const HEAD_COLUMNS = `
  id, reference, contract_number, state, seller_id, buyer_id, incoterm, value_minor, value_currency, sales_channel,
  port_of_loading, port_of_discharge, destination_country, declaration_office, exit_office, transport_mode, freight_by,
  freight_mode, containers, ready_date::text AS ready_date, freight_charge_minor, freight_charge_currency,
  insurance_charge_minor, insurance_charge_currency, refund_mode, refund_advance, fx_conversion, plan_rate,
  customs_state, freight_state, fx_state, tax_refund_state, financing_state, customs_binds, placed_at, closed_at,
  cancellation_reason, version, created_at, updated_at`;

const WITH_LINES = `
  SELECT ${HEAD_COLUMNS}, (
    SELECT json_agg(json_build_object(
             'id', l.id, 'lineNumber', l.line_number, 'hsCode', l.hs_code, 'goodsName', l.goods_name,
             'goodsNameEn', l.goods_name_en, 'declarationElements', l.declaration_elements,
             'quantity', l.quantity::text, 'unit', l.unit, 'firstQuantity', l.first_quantity::text,
             'firstUnit', l.first_unit, 'secondQuantity', l.second_quantity::text, 'secondUnit', l.second_unit,
             'unitPrice', l.unit_price::text, 'totalMinor', l.total_minor::text, 'netWeightKg', l.net_weight_kg::text,
             'grossWeightKg', l.gross_weight_kg::text, 'volumeCbm', l.volume_cbm::text, 'packages', l.packages,
             'packageType', l.package_type, 'sourceDistrict', l.source_district, 'originCountry', l.origin_country,
             'product', CASE WHEN l.product_id IS NOT NULL THEN
               json_build_object('id', l.product_id, 'version', l.product_version) END,
             'refundCode', l.refund_code, 'purchaseMinor', l.purchase_minor::text, 'vatRate', l.vat_rate::text, 'refundRate', l.refund_rate::text,
             'refundRateVersion', l.refund_rate_version) ORDER BY l.line_number)
    FROM orders.order_line l WHERE l.tenant_id = o.tenant_id AND l.order_id = o.id) AS lines
  FROM orders.trade_order o WHERE o.tenant_id = $1`;
const ORDER = `${WITH_LINES} AND o.id = $2`;
const ORDERS = `${WITH_LINES} AND o.id = ANY($2::uuid[])`;

type WholeRow = HeadRow & { readonly lines: readonly LineRow[] };

/** The order with its lines, by one prepared statement; null where the tenant has none of this id. */
export async function readOrder(view: View, id: string): Promise<TradeOrder | null> {
  const [row] = await view.query<WholeRow>(ORDER, [view.tenantId, id]);
  return row === undefined ? null : orderOf(row);
}

/** Those of these orders that the tenant has, by one statement. */
export async function readOrders(view: View, ids: readonly string[]): Promise<TradeOrder[]> {
  return (await view.query<WholeRow>(ORDERS, [view.tenantId, [...ids]])).map(orderOf);
}

function orderOf(row: WholeRow): TradeOrder {
  return { ...headOf(row), lines: row.lines.map((line) => lineOf(line, row.value_currency)) };
}

export function headOf(row: HeadRow): OrderHead {
  return {
    id: row.id,
    reference: row.reference,
    contractNumber: row.contract_number,
    state: row.state,
    sellerId: row.seller_id,
    buyerId: row.buyer_id,
    incoterm: row.incoterm,
    value: Money.ofMinor(BigInt(row.value_minor), row.value_currency),
    salesChannel: row.sales_channel,
    route: routeOf(row),
    freight: freightOf(row),
    refund: { mode: row.refund_mode, advance: row.refund_advance },
    fx: { conversion: row.fx_conversion, planRate: row.plan_rate },
    tracks: {
      customs: row.customs_state,
      freight: row.freight_state,
      fx: row.fx_state,
      taxRefund: row.tax_refund_state,
      financing: row.financing_state,
    },
    customsBinds: row.customs_binds,
    placedAt: row.placed_at,
    closedAt: row.closed_at,
    cancellationReason: row.cancellation_reason,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function routeOf(row: HeadRow): OrderTerms['route'] {
  return {
    portOfLoading: row.port_of_loading,
    portOfDischarge: row.port_of_discharge,
    destinationCountry: row.destination_country,
    declarationOffice: row.declaration_office,
    exitOffice: row.exit_office,
    transportMode: row.transport_mode,
  };
}

function freightOf(row: HeadRow): OrderTerms['freight'] {
  return {
    by: row.freight_by,
    mode: row.freight_mode,
    containers: row.containers,
    readyDate: row.ready_date,
    freightCharge: moneyOf(row.freight_charge_minor, row.freight_charge_currency),
    insuranceCharge: moneyOf(row.insurance_charge_minor, row.insurance_charge_currency),
  };
}

function moneyOf(minor: string | null, currency: string | null): Money | null {
  return minor === null || currency === null ? null : Money.ofMinor(BigInt(minor), currency);
}

function lineOf(row: LineRow, currency: string): OrderLine {
  const { totalMinor, purchaseMinor, vatRate, refundRate, refundRateVersion, ...line } = row;
  return {
    ...line,
    total: Money.ofMinor(BigInt(totalMinor), currency),
    purchase:
      purchaseMinor === null || vatRate === null
        ? null
        : { amountExVat: Money.ofMinor(BigInt(purchaseMinor), 'CNY'), vatRate },
    refundRate: refundRate === null ? null : { rate: refundRate, tableVersion: refundRateVersion ?? '' },
  };
}

const HOLD = `SELECT version FROM orders.trade_order WHERE tenant_id = $1 AND id = $2 FOR NO KEY UPDATE`;

/** Holds the order's row until the transaction ends, so that two changes cannot cross. */
export async function holdOrder(tx: Tx, id: string): Promise<void> {
  await tx.query(HOLD, [tx.tenantId, id]);
}
