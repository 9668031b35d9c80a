import { Injectable } from '@nestjs/common';

import { InputCheck } from '../../../kernel/input-check.js';
import { newId } from '../../../kernel/ids.js';
import { SAY as KERNEL } from '../../../kernel/kernel.sentences.js';
import { IllegalTransitionError } from '../../../kernel/state-machine.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit } from '../../../platform/outbox/outbox.js';
import { OUTBOUND, type OutboundCommand } from '../../domain/warehouses/outbound-status.js';
import { checkReturn, type GoodsReturn, MOVE_OF, type ReturnedLot } from '../../domain/warehouses/returns.js';
import { allocate, type MoveKind } from '../../domain/warehouses/stock.js';
import {
  OrderAllocatedError,
  StockShortError,
  WarehouseReferenceTakenError,
} from '../../domain/warehouses/warehouse.errors.js';
import { SAY } from '../../domain/warehouses/warehouse.sentences.js';
import { OutboundOrder } from '../../entities/outbound-order.entity.js';
import { type StockLot } from '../../entities/stock-lot.entity.js';
import { holdLots, holdStock, moveStock, type StockStep, todayAt } from './stock-book.js';
import { announceOutbound, announceReturned } from './warehouse-news.js';
import { Warehouses } from './warehouses.service.js';

export interface WantedLine {
  readonly sku: string;
  /** This lot alone; null takes the oldest first. */
  readonly lot: string | null;
  readonly quantity: number;
}

export interface OutboundRequest {
  readonly warehouseId: string;
  readonly orderReference: string;
  readonly lines: readonly WantedLine[];
}

export interface OutboundFilter {
  readonly warehouseId: string | undefined;
  readonly orderReference: string | undefined;
  readonly state: string | undefined;
}

/** Goods that leave a warehouse for buyers, and come back. */
@Injectable()
export class OutboundOrders {
  constructor(private readonly warehouses: Warehouses) {}

  /**
   * Promises stock to an order: all of it or nothing.
   * @throws ResourceNotFoundError, InvalidInputError, StockShortError, OrderAllocatedError
   */
  async allocate(tx: Tx, { warehouseId, orderReference, lines }: OutboundRequest): Promise<OutboundOrder> {
    const warehouse = await this.warehouses.get(tx, warehouseId);
    const check = new InputCheck();
    await this.warehouses.checkSkus(tx, check, lines);
    check.done();
    const skus = lines.map(({ sku }) => sku);
    const held = await holdStock(tx, warehouseId, skus);
    lines.forEach(({ sku, lot }, place) => {
      const isThere = lot === null || held.some((each) => each.sku === sku && each.lot === lot);
      check.that(isThere, `/lines/${place}/lot`, 'unknown', SAY.unknown_lot({ sku, lot: lot ?? '' }));
    });
    check.done();
    const steps = share(held, lines);
    const order = OutboundOrder.allocated({
      ...{ tenantId: tx.tenantId, id: newId(), warehouseId, orderReference, createdAt: tx.now },
      allocations: steps.map(({ lot: { id, sku, lot }, pieces }) => ({ lotId: id, sku, lot, pieces })),
    });
    await insertOnce(tx, order);
    await moveStock(tx, warehouse, steps, { type: 'outboundOrder', id: order.id });
    note(tx, 'allocate', order, null);
    announceOutbound(tx, 'freight.outbound.allocated', order);
    return order;
  }

  /** The warehouse may pick it. @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async release(tx: Tx, id: string): Promise<OutboundOrder> {
    const order = await this.open(tx, id);
    return this.keep(tx, order, 'release');
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async dispatch(tx: Tx, id: string, sent: { carrier: string; trackingNumber: string }): Promise<OutboundOrder> {
    const order = await this.open(tx, id);
    const warehouse = await this.warehouses.get(tx, order.warehouseId);
    await this.keep(tx, order, 'dispatch', { ...sent, dispatchedOn: todayAt(warehouse, tx) });
    await this.move(tx, order, 'dispatch');
    return order;
  }

  /** What was promised is on offer again. @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async cancel(tx: Tx, id: string, cancelReason: string): Promise<OutboundOrder> {
    const order = await this.open(tx, id);
    await this.keep(tx, order, 'cancel', { cancelReason });
    await this.move(tx, order, 'deallocation');
    return order;
  }

  /**
   * What the buyer sent back: on offer again, kept as damaged, or destroyed.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError, WarehouseReferenceTakenError
   */
  async takeBack(
    tx: Tx,
    id: string,
    { reference, reason, lines }: { reference: string; reason: string; lines: readonly ReturnedLot[] },
  ): Promise<OutboundOrder> {
    const order = await this.open(tx, id);
    assertDispatched(order);
    if (order.returns.some((each) => each.reference === reference)) {
      throw new WarehouseReferenceTakenError(SAY.reference_taken({ reference }), { reference });
    }
    checkReturn(order, lines);
    const back: GoodsReturn = { reference, reason, at: tx.now.toISOString(), lines };
    order.take(back, tx.now);
    await tx.store(OutboundOrder, order);
    const lots = await heldById(
      tx,
      lines.map(({ lotId }) => lotId),
    );
    const steps = lines.flatMap(({ lotId, pieces, disposition }) => {
      const lot = lots.get(lotId);
      return lot === undefined ? [] : { lot, kind: MOVE_OF[disposition], pieces };
    });
    const warehouse = await this.warehouses.get(tx, order.warehouseId);
    await moveStock(tx, warehouse, steps, { type: 'outboundOrder', id, reason });
    note(tx, 'return', order, order.state);
    announceReturned(tx, order, back);
    return order;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<OutboundOrder> {
    const order = await view.find(OutboundOrder, id);
    if (order === null) throw new ResourceNotFoundError(SAY.no_such_outbound);
    return order;
  }

  list(view: View, query: PageQuery, filter: OutboundFilter): Promise<Page<OutboundOrder>> {
    const conditions = [
      ...equal('warehouse_id', filter.warehouseId),
      ...equal('order_reference', filter.orderReference),
      ...among('state', filter.state),
    ];
    return entityPage(view, OutboundOrder, { table: 'freight.outbound_order', query, conditions });
  }

  private async open(tx: Tx, id: string): Promise<OutboundOrder> {
    const order = await tx.lock(OutboundOrder, id);
    if (order === null) throw new ResourceNotFoundError(SAY.no_such_outbound);
    tx.assertFresh(order);
    return order;
  }

  private async keep(
    tx: Tx,
    order: OutboundOrder,
    command: OutboundCommand,
    facts: Parameters<OutboundOrder['become']>[2] = {},
  ): Promise<OutboundOrder> {
    const from = order.state;
    order.become(command, tx.now, facts);
    await tx.store(OutboundOrder, order);
    note(tx, command, order, from);
    announceOutbound(tx, EVENTS[command], order);
    return order;
  }

  private async move(tx: Tx, { id, warehouseId, allocations }: OutboundOrder, kind: MoveKind): Promise<void> {
    const lots = await heldById(
      tx,
      allocations.map(({ lotId }) => lotId),
    );
    const steps = allocations.flatMap(({ lotId, pieces }) => {
      const lot = lots.get(lotId);
      return lot === undefined ? [] : { lot, kind, pieces };
    });
    await moveStock(tx, await this.warehouses.get(tx, warehouseId), steps, { type: 'outboundOrder', id });
  }
}

const EVENTS = {
  release: 'freight.outbound.released',
  dispatch: 'freight.outbound.dispatched',
  cancel: 'freight.outbound.cancelled',
} as const;

/** Line after line; what one took is not there for the next. @throws StockShortError */
function share(held: readonly StockLot[], lines: readonly WantedLine[]): StockStep[] {
  const taken = new Map<string, number>();
  return lines.flatMap(({ sku, lot, quantity }) => {
    const own = held.filter((each) => each.sku === sku && (lot === null || each.lot === lot));
    const { shares, ...short } = allocate(
      own.map((each) => ({ ...each, of: each, allocated: each.allocated + (taken.get(each.id) ?? 0) })),
      quantity,
    );
    if (shares === null) {
      const available = 'available' in short ? short.available : 0;
      throw new StockShortError(SAY.short({ sku, available, quantity }), { sku, available, quantity });
    }
    return shares.map(({ of: { of }, pieces }) => {
      taken.set(of.id, pieces + (taken.get(of.id) ?? 0));
      return { lot: of, kind: 'allocation' as const, pieces };
    });
  });
}

async function heldById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, StockLot>> {
  return new Map((await holdLots(tx, ids)).map((lot) => [lot.id, lot]));
}

function assertDispatched({ state }: OutboundOrder): void {
  if (state === 'dispatched') return;
  const facts = { machine: OUTBOUND.name, state, command: 'return' };
  throw new IllegalTransitionError(KERNEL.illegal_transition(facts), {
    ...facts,
    allowedActions: OUTBOUND.allowedActions(state),
  });
}

/** The unique index, not a look beforehand, decides who was first. */
async function insertOnce(tx: Tx, order: OutboundOrder): Promise<void> {
  try {
    await tx.insert(OutboundOrder, order);
  } catch (error) {
    if (!violates(error, 'uq_outbound_order_reference')) throw error;
    const reference = order.orderReference;
    throw new OrderAllocatedError(SAY.order_allocated({ reference }), { orderReference: reference });
  }
}

function note(tx: Tx, command: string, { id, state }: OutboundOrder, from: string | null): void {
  audit(tx, {
    ...{ action: `freight.outbound.${command}`, resourceType: 'outboundOrder', resourceId: id },
    ...{ from, to: state },
  });
}
