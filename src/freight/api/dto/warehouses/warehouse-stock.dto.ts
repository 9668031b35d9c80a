import { publicId } from '../../../../kernel/ids.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
} from '../../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../../platform/http/paging.js';
import { stampsOf } from '../../../../platform/http/stamps.js';
import { type StockMoveRow } from '../../../application/warehouses/warehouse-stock.service.js';
import { available, MOVE_KINDS } from '../../../domain/warehouses/stock.js';
import { type StockLot } from '../../../entities/stock-lot.entity.js';
import { PIECES_MAX } from './inbound-notice.dto.js';
import { LOT, SKU } from './warehouse.dto.js';

export class StockLotsQuery extends DatedPageQuery {
  @IdField({ description: 'Only in this warehouse', kind: 'warehouse', optional: true })
  readonly warehouseId?: string;

  @IdField({ description: 'Only of this declaration', kind: 'declaration', optional: true })
  readonly declarationId?: string;

  @IdField({ description: 'Only of this inbound notice', kind: 'inboundNotice', optional: true })
  readonly noticeId?: string;

  @TextField({ description: 'Only of this SKU', optional: true, ...SKU })
  readonly sku?: string;

  @TextField({ description: 'Only of this lot', optional: true, ...LOT })
  readonly lot?: string;
}

export class StockLotDto {
  @IdField({ description: 'Id of the lot', kind: 'stockLot' })
  readonly id!: string;

  @IdField({ description: 'The warehouse', kind: 'warehouse' })
  readonly warehouseId!: string;

  @IdField({ description: 'The notice that it came by', kind: 'inboundNotice' })
  readonly noticeId!: string;

  @IdField({ description: 'The declaration that it left under', kind: 'declaration', nullable: true })
  readonly declarationId!: string | null;

  @IntegerField({ description: 'Item of that declaration', nullable: true, example: 1 })
  readonly itemNumber!: number | null;

  @TextField({ description: 'The SKU', ...SKU })
  readonly sku!: string;

  @TextField({ description: 'Lot', ...LOT })
  readonly lot!: string;

  @DateField({
    description: 'When it became stock, at the warehouse; null before',
    nullable: true,
    example: '2026-12-22',
  })
  readonly receivedOn!: string | null;

  @IntegerField({ description: 'Pieces that came in of it, sound or damaged', example: 995 })
  readonly received!: number;

  @IntegerField({ description: 'Sound pieces in the warehouse, promised ones among them', example: 865 })
  readonly onHand!: number;

  @IntegerField({ description: 'Promised to orders that have not left', example: 5 })
  readonly allocated!: number;

  @IntegerField({ description: 'On hand and promised to nobody', example: 860 })
  readonly available!: number;

  @IntegerField({ description: 'Damaged pieces in the warehouse', example: 9 })
  readonly damaged!: number;

  @IntegerField({ description: 'Dispatched, less what came back', example: 120 })
  readonly sold!: number;

  @IntegerField({ description: 'All that ever came back', example: 2 })
  readonly returned!: number;

  @IntegerField({ description: 'Destroyed', example: 1 })
  readonly disposed!: number;

  @IntegerField({ description: 'Found by counts, less what they missed', min: -PIECES_MAX, example: 0 })
  readonly adjusted!: number;

  @IntegerField({ description: 'Version; the ETag', min: 1, example: 7 })
  readonly version!: number;

  @InstantField({ description: 'When it was announced' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last moved' })
  readonly updatedAt!: string;

  static from(this: void, row: StockLot): StockLotDto {
    const { sku, lot, itemNumber, receivedOn, received, onHand, allocated, damaged } = row;
    const { sold, returned, disposed, adjusted } = row;
    return {
      id: publicId('stockLot', row.id),
      warehouseId: publicId('warehouse', row.warehouseId),
      noticeId: publicId('inboundNotice', row.noticeId),
      declarationId: row.declarationId === null ? null : publicId('declaration', row.declarationId),
      ...{ itemNumber, sku, lot, receivedOn, received, onHand, allocated, available: available(row), damaged },
      ...{ sold, returned, disposed, adjusted },
      ...stampsOf(row),
    };
  }
}

export class StockLotPageDto extends PageOf(StockLotDto) {}

export const WRITE_DOWNS = ['damage', 'disposal'] as const;

export class StockWriteDownDto {
  @EnumField({
    description: '`damage`: sound pieces are damaged; `disposal`: damaged ones are destroyed',
    values: WRITE_DOWNS,
    example: 'damage',
  })
  readonly kind!: (typeof WRITE_DOWNS)[number];

  @IntegerField({ description: 'Pieces', min: 1, max: PIECES_MAX, example: 1 })
  readonly quantity!: number;

  @TextField({ description: 'Why', max: 500, example: 'Fell off the fork-lift' })
  readonly reason!: string;
}

export class StockMovesQuery extends DatedPageQuery {
  @IdField({ description: 'Only in this warehouse', kind: 'warehouse', optional: true })
  readonly warehouseId?: string;

  @IdField({ description: 'Only of this lot', kind: 'stockLot', optional: true })
  readonly lotId?: string;
}

const CAUSES = ['inbound_notice', 'outbound_order', 'stock_count', 'write_down'] as const;
const CAUSE_OF = {
  inboundNotice: 'inbound_notice',
  outboundOrder: 'outbound_order',
  stockCount: 'stock_count',
  stockLot: 'write_down',
} as const;

export class StockMoveDto {
  @IdField({ description: 'Id of the move', kind: 'stockMove' })
  readonly id!: string;

  @IdField({ description: 'The warehouse', kind: 'warehouse' })
  readonly warehouseId!: string;

  @IdField({ description: 'The lot', kind: 'stockLot' })
  readonly lotId!: string;

  @EnumField({ description: 'What happened', values: MOVE_KINDS, example: 'receipt' })
  readonly kind!: string;

  @IntegerField({ description: 'Pieces', min: 1, example: 985 })
  readonly pieces!: number;

  @DateField({ description: 'Calendar day at the warehouse', example: '2026-12-22' })
  readonly day!: string;

  @EnumField({ description: 'By what', values: CAUSES, example: 'inbound_notice' })
  readonly cause!: (typeof CAUSES)[number];

  @TextField({ description: 'Id of that: notice, order, count, or the lot itself', max: 40 })
  readonly causeId!: string;

  @TextField({ description: 'Why, where somebody said it', max: 500, nullable: true })
  readonly reason!: string | null;

  @InstantField({ description: 'When it was told' })
  readonly createdAt!: string;

  static from(this: void, row: StockMoveRow): StockMoveDto {
    const { kind, pieces, day, cause, reason } = row;
    return {
      id: publicId('stockMove', row.id),
      warehouseId: publicId('warehouse', row.warehouseId),
      lotId: publicId('stockLot', row.lotId),
      ...{ kind, pieces, day, cause: CAUSE_OF[cause], causeId: publicId(cause, row.causeId), reason },
      createdAt: row.createdAt.toISOString(),
    };
  }
}

export class StockMovePageDto extends PageOf(StockMoveDto) {}
