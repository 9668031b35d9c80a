import { Injectable } from '@nestjs/common';

import { newId } from '../../../kernel/ids.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, page, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit } from '../../../platform/outbox/outbox.js';
import {
  checkCounted,
  COUNT_MAX,
  type Counted,
  type CountLine,
  differenceOf,
} from '../../domain/warehouses/stock-count.js';
import { STOCK_COUNT, type StockCountCommand } from '../../domain/warehouses/stock-count-status.js';
import { type MoveKind } from '../../domain/warehouses/stock.js';
import { WarehouseReferenceTakenError } from '../../domain/warehouses/warehouse.errors.js';
import { SAY } from '../../domain/warehouses/warehouse.sentences.js';
import { StockCount } from '../../entities/outbound-order.entity.js';
import { StockLot } from '../../entities/stock-lot.entity.js';
import { holdLots, type MoveCause, moveStock } from './stock-book.js';
import { announceCount } from './warehouse-news.js';
import { Warehouses } from './warehouses.service.js';

export interface LotFilter {
  readonly warehouseId: string | undefined;
  readonly declarationId: string | undefined;
  readonly noticeId: string | undefined;
  readonly sku: string | undefined;
  readonly lot: string | undefined;
}

export interface StockMoveRow {
  readonly id: string;
  readonly warehouseId: string;
  readonly lotId: string;
  readonly kind: MoveKind;
  readonly pieces: number;
  readonly day: LocalDate;
  readonly cause: MoveCause;
  readonly causeId: string;
  readonly reason: string | null;
  readonly createdAt: Date;
}
const MOVE_COLUMNS = `id, warehouse_id AS "warehouseId", lot_id AS "lotId", kind, pieces, day::text AS day, cause,
  cause_id AS "causeId", reason, created_at AS "createdAt"`;

const TO_COUNT = `
  SELECT id AS "lotId", sku, lot FROM freight.stock_lot
  WHERE tenant_id = $1 AND warehouse_id = $2 AND received_on IS NOT NULL AND ($3::text[] IS NULL OR sku = ANY($3::text[]))
    AND (on_hand > 0 OR $3::text[] IS NOT NULL)
  ORDER BY id LIMIT ${COUNT_MAX + 1}`;

/** What stands in warehouses by lot, how it moved, and whether that is so when somebody counts. */
@Injectable()
export class WarehouseStock {
  constructor(private readonly warehouses: Warehouses) {}

  /** @throws ResourceNotFoundError */
  async lot(view: View, id: string): Promise<StockLot> {
    const lot = await view.find(StockLot, id);
    if (lot === null) throw new ResourceNotFoundError(SAY.no_such_lot);
    return lot;
  }

  lots(view: View, query: PageQuery, filter: LotFilter): Promise<Page<StockLot>> {
    const conditions = [
      ...equal('warehouse_id', filter.warehouseId),
      ...equal('declaration_id', filter.declarationId),
      ...equal('notice_id', filter.noticeId),
      ...equal('sku', filter.sku),
      ...equal('lot', filter.lot),
    ];
    return entityPage(view, StockLot, { table: 'freight.stock_lot', query, conditions });
  }

  moves(
    view: View,
    query: PageQuery,
    filter: { warehouseId: string | undefined; lotId: string | undefined },
  ): Promise<Page<StockMoveRow>> {
    const conditions = [...equal('warehouse_id', filter.warehouseId), ...equal('lot_id', filter.lotId)];
    return page<StockMoveRow>(view, { table: 'freight.stock_move', columns: MOVE_COLUMNS, query, conditions });
  }

  /**
   * Sound pieces are damaged, or damaged ones destroyed.
   * @throws ResourceNotFoundError, StaleVersionError, StockShortError
   */
  async writeDown(
    tx: Tx,
    id: string,
    { kind, quantity, reason }: { kind: 'damage' | 'disposal'; quantity: number; reason: string },
  ): Promise<StockLot> {
    const [lot] = await holdLots(tx, [id]);
    if (lot === undefined) throw new ResourceNotFoundError(SAY.no_such_lot);
    tx.assertFresh(lot);
    const warehouse = await this.warehouses.get(tx, lot.warehouseId);
    await moveStock(tx, warehouse, [{ lot, kind, pieces: quantity }], { type: 'stockLot', id, reason });
    const details = { kind, quantity, reason };
    audit(tx, { action: 'freight.stock.write_down', resourceType: 'stockLot', resourceId: id, details });
    return lot;
  }

  /** Who counts is not told what should be there. @throws ResourceNotFoundError, InvalidInputError, WarehouseReferenceTakenError */
  async startCount(
    tx: Tx,
    { warehouseId, reference, skus }: { warehouseId: string; reference: string; skus: readonly string[] | null },
  ): Promise<StockCount> {
    await this.warehouses.get(tx, warehouseId);
    const found = await tx.query<{ lotId: string; sku: string; lot: string }>(TO_COUNT, [
      tx.tenantId,
      warehouseId,
      skus,
    ]);
    const check = new InputCheck();
    check.that(found.length > 0, '', 'nothing', SAY.nothing_to_count);
    check.that(found.length <= COUNT_MAX, '', 'too_many', SAY.too_much_to_count({ max: COUNT_MAX }));
    check.done();
    const lines: CountLine[] = found.map((line) => ({ ...line, counted: null, expected: null }));
    const facts = { tenantId: tx.tenantId, id: newId(), warehouseId, reference, lines, createdAt: tx.now };
    const count = StockCount.opened(facts);
    await insertOnce(tx, count);
    note(tx, 'start', count, null);
    announceCount(tx, 'freight.stock_count.started', count);
    return count;
  }

  /**
   * What was counted, held against what is on hand at this moment, promised pieces among it.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError
   */
  async record(tx: Tx, id: string, counted: readonly Counted[]): Promise<StockCount> {
    const count = await this.openCount(tx, id);
    STOCK_COUNT.next(count.state, 'record');
    checkCounted(count.lines, counted);
    const lots = await this.lotsOf(tx, count);
    const lines = count.lines.map((line) => ({
      ...line,
      counted: counted.find(({ lotId }) => lotId === line.lotId)?.counted ?? null,
      expected: lots.get(line.lotId)?.onHand ?? null,
    }));
    return this.keep(tx, count, 'record', { lines });
  }

  /**
   * The differences are booked: what was found is on hand, what was missed is not.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, StockShortError
   */
  async adjust(tx: Tx, id: string, reason: string): Promise<StockCount> {
    const count = await this.openCount(tx, id);
    await this.keep(tx, count, 'adjust', { reason });
    const lots = await this.lotsOf(tx, count);
    const steps = count.lines.flatMap((line) => {
      const lot = lots.get(line.lotId);
      const difference = differenceOf(line) ?? 0;
      const kind: MoveKind = difference > 0 ? 'found' : 'lost';
      return lot === undefined ? [] : { lot, kind, pieces: Math.abs(difference) };
    });
    const warehouse = await this.warehouses.get(tx, count.warehouseId);
    await moveStock(tx, warehouse, steps, { type: 'stockCount', id, reason });
    return count;
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async cancelCount(tx: Tx, id: string, reason: string): Promise<StockCount> {
    return this.keep(tx, await this.openCount(tx, id), 'cancel', { reason });
  }

  /** @throws ResourceNotFoundError */
  async count(view: View, id: string): Promise<StockCount> {
    const count = await view.find(StockCount, id);
    if (count === null) throw new ResourceNotFoundError(SAY.no_such_count);
    return count;
  }

  counts(
    view: View,
    query: PageQuery,
    filter: { warehouseId: string | undefined; state: string | undefined },
  ): Promise<Page<StockCount>> {
    const conditions = [...equal('warehouse_id', filter.warehouseId), ...among('state', filter.state)];
    return entityPage(view, StockCount, { table: 'freight.stock_count', query, conditions });
  }

  private async openCount(tx: Tx, id: string): Promise<StockCount> {
    const count = await tx.lock(StockCount, id);
    if (count === null) throw new ResourceNotFoundError(SAY.no_such_count);
    tx.assertFresh(count);
    return count;
  }

  private async lotsOf(tx: Tx, { lines }: StockCount): Promise<ReadonlyMap<string, StockLot>> {
    const held = await holdLots(
      tx,
      lines.map(({ lotId }) => lotId),
    );
    return new Map(held.map((lot) => [lot.id, lot]));
  }

  private async keep(
    tx: Tx,
    count: StockCount,
    command: StockCountCommand,
    facts: Parameters<StockCount['become']>[2],
  ): Promise<StockCount> {
    const from = count.state;
    count.become(command, tx.now, facts);
    await tx.store(StockCount, count);
    note(tx, command, count, from);
    announceCount(tx, EVENTS[command], count);
    return count;
  }
}

const EVENTS = {
  record: 'freight.stock_count.counted',
  adjust: 'freight.stock_count.adjusted',
  cancel: 'freight.stock_count.cancelled',
} as const;

async function insertOnce(tx: Tx, count: StockCount): Promise<void> {
  const { reference } = count;
  try {
    await tx.insert(StockCount, count);
  } catch (error) {
    if (!violates(error, 'uq_stock_count_reference')) throw error;
    throw new WarehouseReferenceTakenError(SAY.reference_taken({ reference }), { reference });
  }
}

function note(tx: Tx, command: string, { id, state }: StockCount, from: string | null): void {
  audit(tx, {
    ...{ action: `freight.stock_count.${command}`, resourceType: 'stockCount', resourceId: id },
    ...{ from, to: state },
  });
}
