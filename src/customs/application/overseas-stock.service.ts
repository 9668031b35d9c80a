import { Injectable } from '@nestjs/common';

import { InputCheck } from '../../kernel/input-check.js';
import { newId } from '../../kernel/ids.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { equal, page, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { fromFifths, toFifths } from '../domain/fifths.js';
import {
  OverseasMovementDiffersError,
  OverseasStockReceivedError,
  OverseasStockShortError,
} from '../domain/overseas/overseas.errors.js';
import { SAY } from '../domain/overseas/overseas.sentences.js';
import { type Lot, move, type MovementKind } from '../domain/overseas/stock.js';
import { Declaration } from '../entities/declaration.entity.js';
import {
  findLot,
  insertLots,
  insertMovements,
  lockLots,
  LOT_COLUMNS,
  LOT_TABLE,
  type LotRow,
  lotsOf,
  MOVEMENT_COLUMNS,
  MOVEMENT_TABLE,
  type MovementRow,
  movementsTold,
  type OverseasSource,
  storeLots,
} from '../entities/overseas-stock.table.js';
import { goodsOfDeclaration, goodsOfParcel, lotsOfGoods, type Reception } from './overseas-goods.js';
import { announceAccounts, announceMovements, announceReceived } from './overseas-news.js';
import { Parcels } from './parcels.service.js';

/** What a warehouse tells. */
export interface ToldMovement {
  /** The warehouse's own. */
  readonly reference: string;
  readonly kind: MovementKind;
  readonly sku: string;
  readonly quantity: string;
  readonly occurredOn: string;
  readonly lotId: string | null;
  readonly orderNo: string | null;
}

export interface LotFilter {
  readonly warehouse: string | undefined;
  readonly sku: string | undefined;
  readonly sourceId: string | undefined;
}

type Stock = Lot & { readonly row: LotRow };

/** Goods that were declared out under 9810 and stand in warehouses abroad: line by line declared, sold, lost and on hand. */
@Injectable()
export class OverseasStock {
  constructor(private readonly parcels: Parcels) {}

  /**
   * What was declared has come to a warehouse: each of its lines is stock there, once.
   * @throws ResourceNotFoundError, NoOverseasExportError, OverseasStockReceivedError, InvalidInputError
   */
  async receive(
    tx: Tx,
    source: { readonly type: OverseasSource; readonly id: string },
    reception: Reception,
  ): Promise<LotRow[]> {
    const goods =
      source.type === 'parcel' ? await this.ofParcel(tx, source.id) : await this.ofDeclaration(tx, source.id);
    const lots = await insertLots(tx, lotsOfGoods(goods, reception));
    if (lots.length < goods.lines.length) {
      const [known] = await lotsOf(tx, source.type, source.id);
      throw new OverseasStockReceivedError(
        SAY.received_already({ warehouse: known?.warehouse ?? reception.warehouse }),
      );
    }
    const details = { warehouse: reception.warehouse, lines: lots.length };
    audit(tx, { action: 'customs.overseas_stock.receive', resourceType: source.type, resourceId: source.id, details });
    announceReceived(tx, source, lots);
    await announceAccounts(tx, lots);
    return lots;
  }

  /**
   * Takes movements of one warehouse, all of them or none. One that was told before, under the same reference, is answered as it
   * was done then.
   * @throws OverseasMovementDiffersError, OverseasStockShortError, InvalidInputError
   */
  async record(tx: Tx, warehouse: string, told: readonly ToldMovement[]): Promise<MovementRow[]> {
    checkTold(told);
    const locked = await lockLots(tx, warehouse, [...new Set(told.map(({ sku }) => sku))]);
    const references = told.map(({ reference }) => reference);
    const known = new Map((await movementsTold(tx, warehouse, references)).map((one) => [one.reference, one]));
    const stock = new Map(locked.map((row) => [row.id, stockOf(row)]));
    const movements = told.map((one) => known.get(one.reference) ?? perform(one, stock, { warehouse, now: tx.now }));
    told.forEach((one, place) => {
      checkSame(one, movements[place]);
    });
    const fresh = movements.filter(({ reference }) => !known.has(reference));
    if (fresh.length === 0) return movements;
    const touched = touchedBy(fresh, stock);
    await storeLots(tx, touched);
    await insertMovements(tx, fresh);
    for (const { id, kind, quantity } of fresh) {
      const details = { kind, quantity, warehouse };
      audit(tx, { action: 'customs.overseas_stock.move', resourceType: 'overseasMovement', resourceId: id, details });
    }
    announceMovements(tx, warehouse, fresh, touched);
    await announceAccounts(tx, touched);
    return movements;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<LotRow> {
    const lot = await findLot(view, id);
    if (lot === null) throw new ResourceNotFoundError(SAY.no_such_lot);
    return lot;
  }

  lots(view: View, query: PageQuery, { warehouse, sku, sourceId }: LotFilter): Promise<Page<LotRow>> {
    const conditions = [...equal('warehouse', warehouse), ...equal('sku', sku), ...equal('source_id', sourceId)];
    return page<LotRow>(view, { table: LOT_TABLE, columns: LOT_COLUMNS, query, conditions });
  }

  movements(
    view: View,
    query: PageQuery,
    { warehouse, sku }: Pick<LotFilter, 'warehouse' | 'sku'>,
  ): Promise<Page<MovementRow>> {
    const conditions = [...equal('warehouse', warehouse), ...equal('sku', sku)];
    return page<MovementRow>(view, { table: MOVEMENT_TABLE, columns: MOVEMENT_COLUMNS, query, conditions });
  }

  private async ofParcel(tx: Tx, id: string) {
    const { parcel, papers } = await this.parcels.get(tx, id);
    return goodsOfParcel(parcel, papers);
  }

  private async ofDeclaration(tx: Tx, id: string) {
    const declaration = await tx.find(Declaration, id);
    if (declaration === null) throw new ResourceNotFoundError(SAY.no_such_declaration);
    return goodsOfDeclaration(declaration);
  }
}

function checkTold(told: readonly ToldMovement[]): void {
  const check = new InputCheck();
  told.forEach(({ reference, quantity }, place) => {
    const isFirst = told.findIndex((other) => other.reference === reference) === place;
    check.that(isFirst, `/movements/${place}/reference`, 'twice', SAY.reference_twice({ reference }));
    check.that(toFifths(quantity) > 0n, `/movements/${place}/quantity`, 'not_positive', SAY.positive);
  });
  check.done();
}

function perform(
  told: ToldMovement,
  stock: Map<string, Stock>,
  { warehouse, now }: { readonly warehouse: string; readonly now: Date },
): MovementRow {
  const { sku, quantity } = told;
  const own = [...stock.values()].filter(({ row }) => row.sku === sku);
  const moved = move(own, { ...told, quantity: toFifths(quantity) });
  if (moved.allocations === null) {
    const available = fromFifths(moved.available);
    throw new OverseasStockShortError(SAY.short({ sku, warehouse, quantity, available }), {
      ...{ sku, warehouse, quantity, available, reference: told.reference },
    });
  }
  for (const lot of moved.lots) stock.set(lot.id, lot);
  const allocations = moved.allocations.map((one) => ({ lotId: one.lotId, quantity: fromFifths(one.quantity) }));
  return { ...told, id: newId(), warehouse, allocations, createdAt: now };
}

function checkSame(told: ToldMovement, done: MovementRow | undefined): void {
  const isSame =
    done?.kind === told.kind &&
    done.sku === told.sku &&
    toFifths(done.quantity) === toFifths(told.quantity) &&
    done.occurredOn === told.occurredOn &&
    done.lotId === told.lotId &&
    done.orderNo === told.orderNo;
  const { reference } = told;
  if (!isSame) throw new OverseasMovementDiffersError(SAY.other_movement({ reference }), { reference });
}

function stockOf(row: LotRow): Stock {
  const { id, arrivedOn, onHand, sold, lost } = row;
  return { id, arrivedOn, row, onHand: toFifths(onHand), sold: toFifths(sold), lost: toFifths(lost) };
}

/** The lines that movements are of, as they stand now. */
function touchedBy(movements: readonly MovementRow[], stock: ReadonlyMap<string, Stock>): LotRow[] {
  const ids = new Set(movements.flatMap(({ allocations }) => allocations.map(({ lotId }) => lotId)));
  return [...stock.values()]
    .filter(({ id }) => ids.has(id))
    .map(({ row, onHand, sold, lost }) => ({
      ...row,
      onHand: fromFifths(onHand),
      sold: fromFifths(sold),
      lost: fromFifths(lost),
    }));
}
