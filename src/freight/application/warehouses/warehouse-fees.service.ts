import { Injectable } from '@nestjs/common';

import { type CalculationRule } from '../../../kernel/calculation.js';
import { Decimal } from '../../../kernel/decimal.js';
import { publicId, newId } from '../../../kernel/ids.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { wire } from '../../../kernel/wire.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import {
  type Days,
  type Handled,
  type HandlingFee,
  handlingFees,
  lastDayOf,
  type LotStorage,
  monthTo,
  storageFee,
  type StoredLot,
} from '../../domain/warehouses/storage-fees.js';
import {
  NoWarehouseTariffError,
  WarehouseMonthOpenError,
  WarehouseStatementExistsError,
} from '../../domain/warehouses/warehouse.errors.js';
import { SAY } from '../../domain/warehouses/warehouse.sentences.js';
import { type Warehouse, WarehouseStatement, type WarehouseTariff } from '../../entities/warehouse.entity.js';
import { todayAt } from './stock-book.js';
import { Warehouses } from './warehouses.service.js';

/** What a month of a warehouse costs, as far as it has passed, and why. */
export interface WarehouseMonth {
  readonly warehouse: Warehouse;
  readonly period: string;
  readonly days: Days;
  readonly rule: CalculationRule;
  readonly storage: readonly LotStorage[];
  readonly handling: readonly HandlingFee[];
  readonly total: Money;
}

const RULE: CalculationRule = {
  id: 'freight.warehouse-fees',
  version: '2026-01-01',
  source: 'Price list of the warehouse; storage by calendar day of the warehouse, rounded half-up once per lot',
};
const CHANGES = `
  SELECT l.id AS "lotId", l.sku, l.lot, s.cbm_per_piece::text AS cbm, l.received_on::text AS "receivedOn", m.day::text AS day,
         sum(m.on_site)::int AS pieces
  FROM freight.stock_move m
  JOIN freight.stock_lot l ON l.tenant_id = m.tenant_id AND l.id = m.lot_id
  JOIN freight.warehouse_sku s ON s.tenant_id = l.tenant_id AND s.code = l.sku
  WHERE m.tenant_id = $1 AND m.warehouse_id = $2 AND m.day <= $3::date AND m.on_site <> 0 AND l.received_on IS NOT NULL
  GROUP BY l.id, l.sku, l.lot, s.cbm_per_piece, l.received_on, m.day ORDER BY l.id, m.day`;
const HANDLED = `
  SELECT CASE WHEN kind LIKE '%receipt' THEN 'inbound_piece' WHEN kind = 'dispatch' THEN 'pick_piece' ELSE 'return_piece' END AS kind,
         day::text AS day, sum(pieces)::int AS count
  FROM freight.stock_move
  WHERE tenant_id = $1 AND warehouse_id = $2 AND day BETWEEN $3::date AND $4::date
    AND kind IN ('receipt', 'damaged_receipt', 'dispatch', 'return_restock', 'return_damaged', 'return_disposal')
  GROUP BY 1, 2
  UNION ALL
  SELECT 'pick_order', dispatched_on::text, count(*)::int FROM freight.outbound_order
  WHERE tenant_id = $1 AND warehouse_id = $2 AND dispatched_on BETWEEN $3::date AND $4::date GROUP BY 2
  UNION ALL
  SELECT 'inbound_carton', stocked_on::text, sum(cartons)::int FROM freight.inbound_notice
  WHERE tenant_id = $1 AND warehouse_id = $2 AND stocked_on BETWEEN $3::date AND $4::date GROUP BY 2
  ORDER BY 2, 1`;

/** What warehouses charge: worked out day by day, billed by the month. */
@Injectable()
export class WarehouseFeeBook {
  constructor(private readonly warehouses: Warehouses) {}

  /** @throws ResourceNotFoundError, WarehouseMonthOpenError before it has begun, NoWarehouseTariffError */
  async month(tx: Tx, id: string, period: string | null): Promise<WarehouseMonth> {
    const warehouse = await this.warehouses.get(tx, id);
    return this.reckon(tx, warehouse, period, todayAt(warehouse, tx));
  }

  /**
   * The statement of a month that is over.
   * @throws ResourceNotFoundError, WarehouseMonthOpenError, NoWarehouseTariffError, WarehouseStatementExistsError
   */
  async issue(tx: Tx, warehouseId: string, period: string): Promise<WarehouseStatement> {
    const warehouse = await this.warehouses.get(tx, warehouseId);
    const today = todayAt(warehouse, tx);
    if (today <= lastDayOf(period)) throw new WarehouseMonthOpenError(SAY.month_running({ period }), { period });
    const month = await this.reckon(tx, warehouse, period, today);
    const { rule, storage, handling, total, days } = month;
    const fees = wire({ ...days, rule, storage: storage.map(withPublicId), handling });
    const facts = { tenantId: tx.tenantId, id: newId(), warehouseId, period, fees, total, createdAt: tx.now };
    const statement = WarehouseStatement.issued(facts);
    await insertOnce(tx, statement);
    const details = { period, total: total.toString() };
    audit(tx, {
      ...{ action: 'freight.warehouse.bill', resourceType: 'warehouseStatement', resourceId: statement.id, details },
    });
    publish(tx, {
      type: 'freight.warehouse_statement.issued',
      resource: { type: 'warehouseStatement', id: statement.id },
      creates: true,
      data: { warehouseId: publicId('warehouse', warehouseId), period, total: total.toJSON() },
    });
    return statement;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<WarehouseStatement> {
    const statement = await view.find(WarehouseStatement, id);
    if (statement === null) throw new ResourceNotFoundError(SAY.no_such_statement);
    return statement;
  }

  list(
    view: View,
    query: PageQuery,
    filter: { warehouseId: string | undefined; period: string | undefined },
  ): Promise<Page<WarehouseStatement>> {
    const conditions = [...equal('warehouse_id', filter.warehouseId), ...equal('period', filter.period)];
    return entityPage(view, WarehouseStatement, { table: 'freight.warehouse_statement', query, conditions });
  }

  private async reckon(
    view: View,
    warehouse: Warehouse,
    asked: string | null,
    today: LocalDate,
  ): Promise<WarehouseMonth> {
    const period = asked ?? today.slice(0, 7);
    const days = monthTo(period, today);
    if (days === null) throw new WarehouseMonthOpenError(SAY.month_ahead({ period }), { period });
    const tariffs = await this.warehouses.tariffsOf(view, warehouse.id);
    const currency = tariffs[0]?.currency ?? 'USD';
    const storage = await this.storage(view, warehouse, { tariffs, days, currency });
    const values = [view.tenantId, warehouse.id, days.from, days.to];
    const handling = handlingFees(await view.query<Handled>(HANDLED, values), tariffs, currency);
    if (storage === null || handling === null) throw new NoWarehouseTariffError(SAY.no_tariff({ period }), { period });
    const amounts = [...storage.map(({ fee }) => fee), ...handling.map(({ amount }) => amount)];
    return { warehouse, period, days, rule: RULE, storage, handling, total: Money.sum(amounts, currency) };
  }

  private async storage(
    view: View,
    { id }: Warehouse,
    by: { tariffs: readonly WarehouseTariff[]; days: Days; currency: string },
  ): Promise<LotStorage[] | null> {
    const rows = await view.query<ChangeRow>(CHANGES, [view.tenantId, id, by.days.to]);
    const fees = storedLots(rows).map((lot) => storageFee(lot, by.tariffs, by.days, by.currency));
    if (fees.some((fee) => fee === null)) return null;
    return fees.filter((fee) => fee !== null).filter(({ spans }) => spans.length > 0);
  }
}

interface ChangeRow extends Pick<StoredLot, 'lotId' | 'sku' | 'lot' | 'receivedOn'> {
  readonly cbm: string;
  readonly day: LocalDate;
  readonly pieces: number;
}

function storedLots(rows: readonly ChangeRow[]): StoredLot[] {
  const lots = new Map<string, ChangeRow[]>();
  for (const row of rows) lots.set(row.lotId, [...(lots.get(row.lotId) ?? []), row]);
  return [...lots.values()].flatMap((changes) => {
    const [first] = changes;
    if (first === undefined) return [];
    const { lotId, sku, lot, receivedOn, cbm } = first;
    return { lotId, sku, lot, receivedOn, cbmPerPiece: new Decimal(cbm), changes };
  });
}

function withPublicId(lot: LotStorage): LotStorage {
  return { ...lot, lotId: publicId('stockLot', lot.lotId) };
}

async function insertOnce(tx: Tx, statement: WarehouseStatement): Promise<void> {
  const { period } = statement;
  try {
    await tx.insert(WarehouseStatement, statement);
  } catch (error) {
    if (!violates(error, 'uq_warehouse_statement_period')) throw error;
    throw new WarehouseStatementExistsError(SAY.statement_exists({ period }), { period });
  }
}
