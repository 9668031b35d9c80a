import { publicId } from '../../../kernel/ids.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { plain } from '../../application/overseas-news.js';
import { MOVEMENT_KINDS, type MovementKind } from '../../domain/overseas/stock.js';
import {
  type LotRow,
  type MovementRow,
  OVERSEAS_SOURCES,
  type OverseasSource,
} from '../../entities/overseas-stock.table.js';

const CODE = /^[\w.:/-]+$/;
const WAREHOUSE = { max: 40, pattern: CODE, example: 'US-LAX-1' } as const;
const SKU = { max: 60, example: 'TOY-1' } as const;

export class OverseasItemDto {
  @IntegerField({ description: 'Line of what was declared', min: 1, max: 999, example: 1 })
  readonly lineNo!: number;

  @TextField({ description: 'The product, as the warehouse calls it', ...SKU })
  readonly sku!: string;
}

export class OverseasReceptionRequest {
  @TextField({ description: 'The warehouse, by your own name for it', ...WAREHOUSE })
  readonly warehouse!: string;

  @IdField({ kind: 'declaration', description: 'The declaration under 9810; or else `parcelId`', optional: true })
  readonly declarationId?: string;

  @IdField({ kind: 'parcel', description: 'The list under 9810', optional: true })
  readonly parcelId?: string;

  @DateField({ description: 'When the goods came in', example: '2026-12-20' })
  readonly arrivedOn!: string;

  @ListField(() => OverseasItemDto, {
    description: 'Products by line; what is left out has its `itemNo`, or the id of its product',
    max: 99,
    optional: true,
  })
  readonly items?: OverseasItemDto[];
}

export class OverseasLotsQuery extends DatedPageQuery {
  @TextField({ description: 'Only in this warehouse', optional: true, ...WAREHOUSE })
  readonly warehouse?: string;

  @TextField({ description: 'Only this product', optional: true, ...SKU })
  readonly sku?: string;

  @IdField({ kind: 'declaration', description: 'Only what this declaration declared', optional: true })
  readonly declarationId?: string;

  @IdField({ kind: 'parcel', description: 'Only what this list declared', optional: true })
  readonly parcelId?: string;
}

export class OverseasMovementsQuery extends DatedPageQuery {
  @TextField({ description: 'Only of this warehouse', optional: true, ...WAREHOUSE })
  readonly warehouse?: string;

  @TextField({ description: 'Only of this product', optional: true, ...SKU })
  readonly sku?: string;
}

/** A declared line in a warehouse. */
export class LotOfReceptionDto {
  @IdField({ kind: 'overseasLot', description: 'Id' })
  readonly id!: string;

  @TextField({ description: 'The warehouse', ...WAREHOUSE })
  readonly warehouse!: string;

  @TextField({ description: 'The product', ...SKU })
  readonly sku!: string;

  @EnumField({ description: 'What it was declared by', values: OVERSEAS_SOURCES, example: 'declaration' })
  readonly source!: OverseasSource;

  @IdField({ kind: 'declaration', description: 'The declaration', nullable: true })
  readonly declarationId!: string | null;

  @IdField({ kind: 'parcel', description: 'The parcel', nullable: true, example: null })
  readonly parcelId!: string | null;

  @IdField({ kind: 'order', description: 'The order of the declaration', nullable: true })
  readonly orderId!: string | null;

  @IntegerField({ description: 'Line of the declaration or list', example: 1 })
  readonly lineNo!: number;

  @TextField({
    description: 'Number of the declaration or list',
    max: 20,
    nullable: true,
    example: '310420260519137551',
  })
  readonly documentNo!: string | null;

  @TextField({ description: 'Contract, or order number of the parcel', max: 200, example: 'SO-2026-0001' })
  readonly orderNo!: string;

  @TextField({ description: 'Goods', max: 250, example: '塑料玩具' })
  readonly goodsName!: string;

  @TextField({ description: 'HS code', max: 10, example: '9503008900' })
  readonly hsCode!: string;

  @TextField({ description: 'Unit of all quantities: code of the customs unit table', max: 3, example: '007' })
  readonly unit!: string;

  @DateField({ description: 'When it left China', nullable: true, example: '2026-11-26' })
  readonly exportDate!: string | null;

  @DateField({ description: 'When it came in', example: '2026-12-20' })
  readonly arrivedOn!: string;

  @DecimalField({ description: 'What was declared: sold, lost and on hand together', example: '1000' })
  readonly declared!: string;

  @DecimalField({ description: 'Sold, less what came back', example: '120' })
  readonly sold!: string;

  @DecimalField({ description: 'Lost or destroyed, less what was found again', example: '0' })
  readonly lost!: string;

  @DecimalField({ description: 'On hand', example: '880' })
  readonly onHand!: string;

  @IntegerField({ description: 'Counts the changes', min: 1, example: 3 })
  readonly version!: number;

  @InstantField({ description: 'When it was told', example: '2026-12-20T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed', example: '2026-12-20T02:00:00.000Z' })
  readonly updatedAt!: string;

  static from(this: void, row: LotRow): LotOfReceptionDto {
    const { warehouse, sku, sourceType, sourceId, lineNo, documentNo, orderNo, goodsName, hsCode, unit } = row;
    const { exportDate, arrivedOn } = row;
    return {
      id: publicId('overseasLot', row.id),
      ...{ warehouse, sku, source: sourceType },
      declarationId: sourceType === 'declaration' ? publicId('declaration', sourceId) : null,
      parcelId: sourceType === 'parcel' ? publicId('parcel', sourceId) : null,
      orderId: row.orderId === null ? null : publicId('order', row.orderId),
      ...{ lineNo, documentNo, orderNo, goodsName, hsCode, unit, exportDate, arrivedOn },
      declared: plain(row.declared),
      sold: plain(row.sold),
      lost: plain(row.lost),
      onHand: plain(row.onHand),
      ...stampsOf(row),
    };
  }
}

export class OverseasLotDto extends LotOfReceptionDto {}

export class OverseasLotPageDto extends PageOf(OverseasLotDto) {}

export class OverseasReceptionDto {
  @ListField(() => LotOfReceptionDto, { description: 'Its lines, as stock of the warehouse', max: 999 })
  readonly lots!: LotOfReceptionDto[];

  static from(this: void, lots: readonly LotRow[]): OverseasReceptionDto {
    return { lots: lots.map(LotOfReceptionDto.from) };
  }
}

export class OverseasMovementRequest {
  @TextField({
    description: "The warehouse's own number of it: told again, it changes nothing",
    max: 80,
    example: 'WMS-10001',
  })
  readonly reference!: string;

  @EnumField({
    description: '`sale`; `return` by a buyer; `loss`: lost or destroyed; `found`: what was lost is there again',
    values: MOVEMENT_KINDS,
    example: 'sale',
  })
  readonly kind!: MovementKind;

  @TextField({ description: 'The product', ...SKU })
  readonly sku!: string;

  @DecimalField({ description: 'How much, in the declared unit', places: 5, example: '2' })
  readonly quantity!: string;

  @DateField({ description: 'When, at the warehouse', example: '2026-12-24' })
  readonly occurredOn!: string;

  @IdField({
    kind: 'overseasLot',
    description: 'The declared line that it is of; left out: the oldest first, for what comes back the newest',
    optional: true,
    nullable: true,
    example: null,
  })
  readonly lotId?: string | null;

  @TextField({ description: 'Order of the buyer', max: 80, optional: true, nullable: true, example: '112-0042' })
  readonly orderNo?: string | null;
}

export class OverseasMovementsRequest {
  @TextField({ description: 'The warehouse', ...WAREHOUSE })
  readonly warehouse!: string;

  @ListField(() => OverseasMovementRequest, { description: 'In the order in which they happened', min: 1, max: 100 })
  readonly movements!: OverseasMovementRequest[];
}

class OverseasAllocationDto {
  @IdField({ kind: 'overseasLot', description: 'The declared line' })
  readonly lotId!: string;

  @DecimalField({ description: 'How much of it', example: '2' })
  readonly quantity!: string;
}

export class OverseasMovementDto {
  @IdField({ kind: 'overseasMovement', description: 'Id' })
  readonly id!: string;

  @TextField({ description: 'The warehouse', ...WAREHOUSE })
  readonly warehouse!: string;

  @TextField({ description: "The warehouse's own number of it", max: 80, example: 'WMS-10001' })
  readonly reference!: string;

  @EnumField({ description: 'What happened', values: MOVEMENT_KINDS, example: 'sale' })
  readonly kind!: MovementKind;

  @TextField({ description: 'The product', ...SKU })
  readonly sku!: string;

  @DecimalField({ description: 'How much', example: '2' })
  readonly quantity!: string;

  @DateField({ description: 'When', example: '2026-12-24' })
  readonly occurredOn!: string;

  @IdField({
    kind: 'overseasLot',
    description: 'The declared line, where it was stated',
    nullable: true,
    example: null,
  })
  readonly lotId!: string | null;

  @TextField({ description: 'Order of the buyer', max: 80, nullable: true, example: '112-0042' })
  readonly orderNo!: string | null;

  @ListField(() => OverseasAllocationDto, { description: 'The declared lines that it is of', max: 1_000 })
  readonly allocations!: OverseasAllocationDto[];

  @InstantField({ description: 'When it was told first', example: '2026-12-24T02:00:00.000Z' })
  readonly createdAt!: string;

  static from(this: void, row: MovementRow): OverseasMovementDto {
    const { warehouse, reference, kind, sku, occurredOn, orderNo, allocations } = row;
    return {
      id: publicId('overseasMovement', row.id),
      ...{ warehouse, reference, kind, sku, quantity: plain(row.quantity), occurredOn },
      lotId: row.lotId === null ? null : publicId('overseasLot', row.lotId),
      orderNo,
      allocations: allocations.map((one) => ({ lotId: publicId('overseasLot', one.lotId), quantity: one.quantity })),
      createdAt: row.createdAt.toISOString(),
    };
  }
}

export class OverseasMovementPageDto extends PageOf(OverseasMovementDto) {}

class RecordedMovementDto extends OverseasMovementDto {}

export class OverseasMovementsDto {
  @ListField(() => RecordedMovementDto, { description: 'As they were done, in the order of the request', max: 100 })
  readonly movements!: RecordedMovementDto[];

  static of(this: void, movements: readonly MovementRow[]): OverseasMovementsDto {
    return { movements: movements.map(OverseasMovementDto.from) };
  }
}
