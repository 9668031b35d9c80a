import { Injectable } from '@nestjs/common';

import { Decimal } from '../../../kernel/decimal.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { newId } from '../../../kernel/ids.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { UN_LOCODE } from '../../domain/rate.js';
import { checkFees, type WarehouseFees } from '../../domain/warehouses/warehouse-tariff.js';
import { WarehouseCodeTakenError } from '../../domain/warehouses/warehouse.errors.js';
import { SAY } from '../../domain/warehouses/warehouse.sentences.js';
import { Warehouse, WarehouseSku, WarehouseTariff } from '../../entities/warehouse.entity.js';
import { todayAt } from './stock-book.js';

type NewWarehouse = Pick<Warehouse, 'code' | 'name' | 'country' | 'unLocode' | 'zone' | 'reference'>;
type NewSku = Pick<WarehouseSku, 'code' | 'name' | 'cbmPerPiece'>;
interface NewTariff {
  readonly warehouseId: string;
  readonly validFrom: LocalDate;
  readonly currency: string;
  readonly fees: WarehouseFees;
  readonly source: string;
}

/** No price of a piece, a carton, an order or a day is higher: a slip of the point is found. */
const PRICE_MAX = '10000';
const CBM_MAX = '100';

/** Warehouses abroad, what they charge, and what they call the products. */
@Injectable()
export class Warehouses {
  /** @throws InvalidInputError, WarehouseCodeTakenError */
  async open(tx: Tx, facts: NewWarehouse): Promise<Warehouse> {
    const check = new InputCheck();
    const { code, country, unLocode, zone } = facts;
    const isPlace = UN_LOCODE.test(unLocode) && unLocode.startsWith(country);
    check.that(isPlace, '/unLocode', 'format', SAY.un_locode);
    check.that(isZone(zone), '/zone', 'unknown', SAY.unknown_zone);
    check.done();
    const warehouse = Warehouse.opened({ ...facts, tenantId: tx.tenantId, id: newId(), createdAt: tx.now });
    await insertOnce(() => tx.insert(Warehouse, warehouse), 'uq_warehouse_code', SAY.warehouse_taken({ code }));
    audit(tx, { action: 'freight.warehouse.open', resourceType: 'warehouse', resourceId: warehouse.id });
    publish(tx, {
      type: 'freight.warehouse.opened',
      resource: { type: 'warehouse', id: warehouse.id },
      creates: true,
      data: { code, country, unLocode },
    });
    return warehouse;
  }

  /** @throws ResourceNotFoundError, StaleVersionError */
  async change(tx: Tx, id: string, facts: { name?: string; reference?: string | null }): Promise<Warehouse> {
    const warehouse = await tx.lock(Warehouse, id);
    if (warehouse === null) throw new ResourceNotFoundError(SAY.no_such_warehouse);
    tx.assertFresh(warehouse);
    warehouse.change(facts, tx.now);
    await tx.store(Warehouse, warehouse);
    audit(tx, { action: 'freight.warehouse.change', resourceType: 'warehouse', resourceId: id });
    publish(tx, {
      type: 'freight.warehouse.changed',
      resource: { type: 'warehouse', id },
      changed: Object.keys(facts),
      data: { code: warehouse.code, name: warehouse.name },
    });
    return warehouse;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Warehouse> {
    const warehouse = await view.find(Warehouse, id);
    if (warehouse === null) throw new ResourceNotFoundError(SAY.no_such_warehouse);
    return warehouse;
  }

  list(view: View, query: PageQuery, { code, country }: { code?: string; country?: string }): Promise<Page<Warehouse>> {
    const conditions = [...equal('code', code), ...equal('country', country)];
    return entityPage(view, Warehouse, { table: 'freight.warehouse', query, conditions });
  }

  /**
   * Prices from a day on. What is over keeps its prices: the first day lies in the running month or later, except for a first list.
   * @throws ResourceNotFoundError, InvalidInputError, WarehouseCodeTakenError
   */
  async setTariff(tx: Tx, { warehouseId, validFrom, currency, fees, source }: NewTariff): Promise<WarehouseTariff> {
    const warehouse = await tx.lock(Warehouse, warehouseId);
    if (warehouse === null) throw new ResourceNotFoundError(SAY.no_such_warehouse);
    const [known] = await this.tariffsOf(tx, warehouseId);
    const check = new InputCheck();
    check.date(validFrom, '/validFrom');
    checkFees(fees, check);
    checkPrices(fees, check);
    if (known !== undefined) {
      const isSame = known.currency === currency;
      check.that(isSame, '/currency', 'other_currency', SAY.tariff_currency({ currency: known.currency }));
      const month = todayAt(warehouse, tx).slice(0, 7);
      check.that(validFrom >= `${month}-01`, '/validFrom', 'past', SAY.tariff_past);
    }
    check.done();
    const facts = { tenantId: tx.tenantId, id: newId(), warehouseId, createdAt: tx.now };
    const tariff = WarehouseTariff.set({ ...facts, validFrom, currency, fees, source });
    const taken = SAY.tariff_taken({ day: validFrom });
    await insertOnce(() => tx.insert(WarehouseTariff, tariff), 'uq_warehouse_tariff_day', taken);
    const details = { validFrom };
    audit(tx, { action: 'freight.warehouse.price', resourceType: 'warehouseTariff', resourceId: tariff.id, details });
    publish(tx, {
      type: 'freight.warehouse.priced',
      resource: { type: 'warehouse', id: warehouseId },
      changed: ['tariff'],
      data: { code: warehouse.code, validFrom, currency },
    });
    return tariff;
  }

  /** Of one warehouse, the newest first. */
  tariffsOf(view: View, warehouseId: string): Promise<WarehouseTariff[]> {
    const where = { tenantId: view.tenantId, warehouseId };
    return view.manager.find(WarehouseTariff, { where, order: { validFrom: 'DESC' } });
  }

  /** @throws ResourceNotFoundError */
  async getTariff(view: View, id: string): Promise<WarehouseTariff> {
    const tariff = await view.find(WarehouseTariff, id);
    if (tariff === null) throw new ResourceNotFoundError(SAY.no_such_tariff);
    return tariff;
  }

  tariffs(view: View, query: PageQuery, warehouseId: string | undefined): Promise<Page<WarehouseTariff>> {
    const conditions = equal('warehouse_id', warehouseId);
    return entityPage(view, WarehouseTariff, { table: 'freight.warehouse_tariff', query, conditions });
  }

  /** @throws InvalidInputError, WarehouseCodeTakenError */
  async enterSku(tx: Tx, { code, name, cbmPerPiece }: NewSku): Promise<WarehouseSku> {
    const check = new InputCheck();
    check.positive(cbmPerPiece, '/cbmPerPiece');
    check.that(cbmPerPiece.lessThanOrEqualTo(CBM_MAX), '/cbmPerPiece', 'too_large', SAY.too_large({ max: CBM_MAX }));
    check.done();
    const facts = { tenantId: tx.tenantId, id: newId(), code, name, cbmPerPiece, createdAt: tx.now };
    const sku = WarehouseSku.entered(facts);
    await insertOnce(() => tx.insert(WarehouseSku, sku), 'uq_warehouse_sku_code', SAY.sku_taken({ sku: code }));
    audit(tx, { action: 'freight.warehouse_sku.enter', resourceType: 'warehouseSku', resourceId: sku.id });
    return sku;
  }

  /** @throws ResourceNotFoundError */
  async getSku(view: View, id: string): Promise<WarehouseSku> {
    const sku = await view.find(WarehouseSku, id);
    if (sku === null) throw new ResourceNotFoundError(SAY.no_such_sku);
    return sku;
  }

  skus(view: View, query: PageQuery, code: string | undefined): Promise<Page<WarehouseSku>> {
    const conditions = equal('code', code);
    return entityPage(view, WarehouseSku, { table: 'freight.warehouse_sku', query, conditions });
  }

  /** Notes each line of an SKU that there is not. */
  async checkSkus(view: View, check: InputCheck, lines: readonly { readonly sku: string }[]): Promise<void> {
    const sql = `SELECT code FROM freight.warehouse_sku WHERE tenant_id = $1 AND code = ANY($2::text[])`;
    const rows = await view.query<{ code: string }>(sql, [view.tenantId, lines.map(({ sku }) => sku)]);
    const known = new Set(rows.map(({ code }) => code));
    lines.forEach(({ sku }, place) => {
      check.that(known.has(sku), `/lines/${place}/sku`, 'unknown', SAY.unknown_sku({ sku }));
    });
  }
}

/** The unique index, not a look beforehand, decides who was first. */
async function insertOnce(
  insert: () => Promise<void>,
  index: string,
  taken: ReturnType<typeof SAY.sku_taken>,
): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (!violates(error, index)) throw error;
    throw new WarehouseCodeTakenError(taken);
  }
}

function checkPrices({ storage, freeDays: _days, ...prices }: WarehouseFees, check: InputCheck): void {
  const price = (value: string, pointer: string): void => {
    const isUsual = new Decimal(value).lessThanOrEqualTo(PRICE_MAX);
    check.that(isUsual, pointer, 'too_large', SAY.too_large({ max: PRICE_MAX }));
  };
  for (const [name, value] of Object.entries(prices)) price(value, `/${name}`);
  storage.forEach(({ perCbmDay }, place) => {
    price(perCbmDay, `/storage/${place}/perCbmDay`);
  });
}

function isZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
