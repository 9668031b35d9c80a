import { Injectable } from '@nestjs/common';

import { InputCheck } from '../../../kernel/input-check.js';
import { newId } from '../../../kernel/ids.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit } from '../../../platform/outbox/outbox.js';
import { INBOUND, type InboundCommand } from '../../domain/warehouses/inbound-status.js';
import { checkInspection, type Found } from '../../domain/warehouses/inspection.js';
import { announcedOf, piecesOf } from '../../domain/warehouses/reconciliation.js';
import {
  DeclaredGoodsExceededError,
  LotTakenError,
  WarehouseReferenceTakenError,
} from '../../domain/warehouses/warehouse.errors.js';
import { SAY } from '../../domain/warehouses/warehouse.sentences.js';
import { InboundNotice, OverseasExport } from '../../entities/inbound-notice.entity.js';
import { StockLot } from '../../entities/stock-lot.entity.js';
import { type Warehouse } from '../../entities/warehouse.entity.js';
import { accountFor, lotsDeclared } from './export-accounts.js';
import { announceInbound } from './warehouse-news.js';
import { holdLots, lotsOfNotice, moveStock, todayAt } from './stock-book.js';
import { Warehouses } from './warehouses.service.js';

export interface AnnouncedLine {
  readonly sku: string;
  readonly lot: string;
  readonly quantity: number;
  readonly itemNumber: number | null;
}

export interface Announcement {
  readonly warehouseId: string;
  readonly reference: string;
  readonly declarationId: string | null;
  readonly cartons: number;
  readonly expectedOn: LocalDate | null;
  readonly lines: readonly AnnouncedLine[];
}

/** A notice with its lines. */
export interface FullNotice {
  readonly notice: InboundNotice;
  readonly lots: readonly StockLot[];
}

export interface NoticeFilter {
  readonly warehouseId: string | undefined;
  readonly declarationId: string | undefined;
  readonly reference: string | undefined;
  readonly state: string | undefined;
}

/** What is on its way into warehouses: announced, inspected, stocked. */
@Injectable()
export class InboundNotices {
  constructor(private readonly warehouses: Warehouses) {}

  /**
   * @throws ResourceNotFoundError, InvalidInputError, DeclaredGoodsExceededError, WarehouseReferenceTakenError, LotTakenError
   */
  async announce(tx: Tx, announcement: Announcement): Promise<FullNotice> {
    const { warehouseId, reference, declarationId, cartons, expectedOn, lines } = announcement;
    await this.warehouses.get(tx, warehouseId);
    const of = declarationId === null ? null : await this.exported(tx, declarationId);
    await this.checkLines(tx, announcement, of);
    if (of !== null) await this.checkLeft(tx, of, lines);
    const facts = { tenantId: tx.tenantId, warehouseId, declarationId, createdAt: tx.now };
    const notice = InboundNotice.announced({ ...facts, id: newId(), reference, cartons, expectedOn });
    const lots = lines.map(({ sku, lot, quantity, itemNumber }, place) =>
      StockLot.announced({
        ...{ ...facts, id: newId(), noticeId: notice.id, lineNo: place + 1 },
        ...{ sku, lot, announced: quantity, itemNumber },
      }),
    );
    await insertOnce(tx, notice, lots);
    await accountFor(tx, [declarationId]);
    note(tx, 'announce', notice, null);
    announceInbound(tx, 'freight.inbound.announced', { notice, lots });
    return { notice, lots };
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async depart(tx: Tx, id: string, trackingNumber: string | null): Promise<FullNotice> {
    const { notice, lots } = await this.open(tx, id);
    return this.keep(tx, { notice, lots }, 'depart', { trackingNumber });
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async arrive(tx: Tx, id: string): Promise<FullNotice> {
    const { notice, lots, warehouse } = await this.open(tx, id);
    return this.keep(tx, { notice, lots }, 'arrive', { arrivedOn: todayAt(warehouse, tx) });
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError */
  async inspect(tx: Tx, id: string, found: readonly Found[]): Promise<FullNotice> {
    const full = await this.open(tx, id);
    const { notice, lots } = full;
    INBOUND.next(notice.state, 'inspect');
    checkInspection(lots, found);
    for (const lot of lots) {
      const one = found.find(({ lotId }) => lotId === lot.id);
      if (one !== undefined) lot.inspect(one, tx.now);
      await tx.store(StockLot, lot);
    }
    return this.keep(tx, full, 'inspect');
  }

  /**
   * What was found sound and what was found damaged is stock from now on.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError
   */
  async stock(tx: Tx, id: string): Promise<FullNotice> {
    const { notice, lots, warehouse } = await this.open(tx, id);
    const isAsAnnounced = lots.every(({ announced, accepted }) => accepted === announced);
    const command = isAsAnnounced ? 'stock' : 'stock_with_differences';
    const stockedOn = todayAt(warehouse, tx);
    notice.become(command, tx.now, { stockedOn });
    for (const lot of lots) lot.stock(stockedOn);
    const steps = lots.flatMap((lot) => [
      { lot, kind: 'receipt' as const, pieces: lot.accepted ?? 0 },
      { lot, kind: 'damaged_receipt' as const, pieces: lot.rejected ?? 0 },
    ]);
    for (const lot of lots.filter(({ accepted, rejected }) => accepted === 0 && rejected === 0)) {
      await tx.store(StockLot, lot);
    }
    await tx.store(InboundNotice, notice);
    await moveStock(tx, warehouse, steps, { type: 'inboundNotice', id });
    note(tx, 'stock', notice, 'inspected');
    const type = isAsAnnounced ? 'freight.inbound.stocked' : 'freight.inbound.discrepancy';
    announceInbound(tx, type, { notice, lots });
    return { notice, lots };
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async cancel(tx: Tx, id: string, cancelReason: string): Promise<FullNotice> {
    const full = await this.open(tx, id);
    const kept = await this.keep(tx, full, 'cancel', { cancelReason });
    for (const lot of full.lots) {
      lot.cancel(tx.now);
      await tx.store(StockLot, lot);
    }
    await accountFor(tx, [full.notice.declarationId]);
    return kept;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<FullNotice> {
    const notice = await view.find(InboundNotice, id);
    if (notice === null) throw new ResourceNotFoundError(SAY.no_such_notice);
    return { notice, lots: await lotsOfNotice(view, id) };
  }

  list(view: View, query: PageQuery, filter: NoticeFilter): Promise<Page<InboundNotice>> {
    const conditions = [
      ...equal('warehouse_id', filter.warehouseId),
      ...equal('declaration_id', filter.declarationId),
      ...equal('reference', filter.reference),
      ...among('state', filter.state),
    ];
    return entityPage(view, InboundNotice, { table: 'freight.inbound_notice', query, conditions });
  }

  private async open(tx: Tx, id: string): Promise<FullNotice & { readonly warehouse: Warehouse }> {
    const notice = await tx.lock(InboundNotice, id);
    if (notice === null) throw new ResourceNotFoundError(SAY.no_such_notice);
    tx.assertFresh(notice);
    const found = await lotsOfNotice(tx, id);
    const held = await holdLots(
      tx,
      found.map((lot) => lot.id),
    );
    const lots = held.sort((left, right) => left.lineNo - right.lineNo);
    return { notice, lots, warehouse: await this.warehouses.get(tx, notice.warehouseId) };
  }

  private async keep(
    tx: Tx,
    { notice, lots }: FullNotice,
    command: Exclude<InboundCommand, 'stock' | 'stock_with_differences'>,
    facts: Parameters<InboundNotice['become']>[2] = {},
  ): Promise<FullNotice> {
    const from = notice.state;
    notice.become(command, tx.now, facts);
    await tx.store(InboundNotice, notice);
    note(tx, command, notice, from);
    announceInbound(tx, EVENTS[command], { notice, lots });
    return { notice, lots };
  }

  /** Held, so that two notices do not announce the same pieces. @throws ResourceNotFoundError */
  private async exported(tx: Tx, id: string): Promise<OverseasExport> {
    const of = await tx.lock(OverseasExport, id);
    if (of === null) throw new ResourceNotFoundError(SAY.no_such_export);
    return of;
  }

  private async checkLines(tx: Tx, { lines, declarationId }: Announcement, of: OverseasExport | null): Promise<void> {
    const check = new InputCheck();
    await this.warehouses.checkSkus(tx, check, lines);
    lines.forEach(({ sku, lot, itemNumber }, place) => {
      const isFirst = lines.findIndex((other) => other.sku === sku && other.lot === lot) === place;
      check.that(isFirst, `/lines/${place}/lot`, 'twice', SAY.lot_twice({ sku, lot }));
      const at = `/lines/${place}/itemNumber`;
      const isWhole = (itemNumber === null) === (declarationId === null);
      if (!check.that(isWhole, at, 'with_declaration', SAY.line_declared) || of === null) return;
      const item = of.items.find((each) => each.itemNumber === itemNumber);
      if (!check.that(item !== undefined, at, 'unknown', SAY.unknown_item({ item: itemNumber ?? 0 }))) return;
      const { unit = '' } = item ?? {};
      const isCounted = item !== undefined && piecesOf(item) !== null;
      check.that(isCounted, at, 'not_pieces', SAY.item_measured({ item: itemNumber ?? 0, unit }));
    });
    check.done();
  }

  private async checkLeft(tx: Tx, of: OverseasExport, lines: readonly AnnouncedLine[]): Promise<void> {
    const lots = (await lotsDeclared(tx, of.id)).map(({ asDeclared }) => asDeclared);
    for (const item of of.items) {
      const own = lines.filter(({ itemNumber }) => itemNumber === item.itemNumber);
      const wanted = own.reduce((sum, { quantity }) => sum + quantity, 0);
      const [left, announced] = [piecesOf(item) ?? 0, announcedOf(lots, item.itemNumber)];
      if (wanted === 0 || announced + wanted <= left) continue;
      const facts = { item: item.itemNumber, left, announced };
      throw new DeclaredGoodsExceededError(SAY.more_than_left(facts), facts);
    }
  }
}

const EVENTS = {
  depart: 'freight.inbound.departed',
  arrive: 'freight.inbound.arrived',
  inspect: 'freight.inbound.inspected',
  cancel: 'freight.inbound.cancelled',
} as const;

/** The unique indexes, not a look beforehand, decide who was first. */
async function insertOnce(tx: Tx, notice: InboundNotice, lots: readonly StockLot[]): Promise<void> {
  const { reference } = notice;
  let current: StockLot | undefined;
  try {
    await tx.insert(InboundNotice, notice);
    for (current of lots) await tx.insert(StockLot, current);
  } catch (error) {
    if (violates(error, 'uq_inbound_notice_reference')) {
      throw new WarehouseReferenceTakenError(SAY.reference_taken({ reference }), { reference });
    }
    if (!violates(error, 'uq_stock_lot_lot') || current === undefined) throw error;
    const { sku, lot } = current;
    throw new LotTakenError(SAY.lot_taken({ sku, lot }), { sku, lot });
  }
}

function note(tx: Tx, command: string, { id, state }: InboundNotice, from: string | null): void {
  audit(tx, {
    ...{ action: `freight.inbound.${command}`, resourceType: 'inboundNotice', resourceId: id },
    ...{ from, to: state },
  });
}
