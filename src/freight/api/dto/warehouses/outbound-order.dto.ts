import { publicId } from '../../../../kernel/ids.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
  TextListField,
} from '../../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../../platform/http/paging.js';
import { stampsOf } from '../../../../platform/http/stamps.js';
import { OUTBOUND } from '../../../domain/warehouses/outbound-status.js';
import { type Disposition, DISPOSITIONS, type GoodsReturn } from '../../../domain/warehouses/returns.js';
import { type AllocatedLot, type OutboundOrder } from '../../../entities/outbound-order.entity.js';
import { PIECES_MAX } from './inbound-notice.dto.js';
import { LOT, SKU } from './warehouse.dto.js';

const ORDER = { max: 100, example: '112-0042' } as const;

export class OutboundLineRequestDto {
  @TextField({ description: 'The SKU', ...SKU })
  readonly sku!: string;

  @TextField({
    description: 'From this lot alone; left out: the oldest first (FIFO)',
    ...LOT,
    optional: true,
    nullable: true,
  })
  readonly lot?: string | null;

  @IntegerField({ description: 'Pieces', min: 1, max: PIECES_MAX, example: 2 })
  readonly quantity!: number;
}

export class OutboundRequestDto {
  @IdField({ description: 'The warehouse', kind: 'warehouse' })
  readonly warehouseId!: string;

  @TextField({ description: "Number of the buyer's order; one allocation at a time", ...ORDER })
  readonly orderReference!: string;

  @ListField(() => OutboundLineRequestDto, { description: 'What it takes', min: 1, max: 100 })
  readonly lines!: OutboundLineRequestDto[];
}

export class DispatchRequestDto {
  @TextField({ description: 'Who carries it', max: 100, example: 'UPS' })
  readonly carrier!: string;

  @TextField({ description: 'Its number there', max: 60, example: '1Z999AA10123456784' })
  readonly trackingNumber!: string;
}

export class OutboundOrdersQuery extends DatedPageQuery {
  @IdField({ description: 'Only from this warehouse', kind: 'warehouse', optional: true })
  readonly warehouseId?: string;

  @TextField({ description: 'Only of this order', optional: true, ...ORDER })
  readonly orderReference?: string;

  @TextField({ description: 'Only in these states', max: 200, optional: true, example: 'allocated,released' })
  readonly state?: string;
}

export class AllocatedLotDto {
  @IdField({ description: 'The lot', kind: 'stockLot' })
  readonly lotId!: string;

  @TextField({ description: 'The SKU', ...SKU })
  readonly sku!: string;

  @TextField({ description: 'Lot', ...LOT })
  readonly lot!: string;

  @IntegerField({ description: 'Pieces', min: 1, example: 2 })
  readonly quantity!: number;

  static from(this: void, { lotId, sku, lot, pieces }: AllocatedLot): AllocatedLotDto {
    return { lotId: publicId('stockLot', lotId), sku, lot, quantity: pieces };
  }
}

export class ReturnedPiecesDto {
  @IdField({ description: 'The lot; one that left with the order', kind: 'stockLot' })
  readonly lotId!: string;

  @IntegerField({ description: 'Pieces', min: 1, max: PIECES_MAX, example: 1 })
  readonly quantity!: number;

  @EnumField({ description: 'On offer again, kept as damaged, or destroyed', values: DISPOSITIONS, example: 'restock' })
  readonly disposition!: Disposition;
}

export class GoodsReturnRequestDto {
  @TextField({ description: 'Number of the return; unique for the order', max: 60, example: 'RMA-1' })
  readonly reference!: string;

  @TextField({ description: 'Why', max: 500, example: 'Not as expected' })
  readonly reason!: string;

  @ListField(() => ReturnedPiecesDto, { description: 'What came back', min: 1, max: 100 })
  readonly lines!: ReturnedPiecesDto[];
}

export class GoodsReturnDto {
  @TextField({ description: 'Number of the return', max: 60, example: 'RMA-1' })
  readonly reference!: string;

  @TextField({ description: 'Why', max: 500, example: 'Not as expected' })
  readonly reason!: string;

  @InstantField({ description: 'When it was told' })
  readonly at!: string;

  @ListField(() => ReturnedPiecesDto, { description: 'What came back', max: 100 })
  readonly lines!: ReturnedPiecesDto[];

  static from(this: void, { reference, reason, at, lines }: GoodsReturn): GoodsReturnDto {
    return {
      ...{ reference, reason, at },
      lines: lines.map(({ lotId, pieces, disposition }) => ({
        ...{ lotId: publicId('stockLot', lotId), quantity: pieces, disposition },
      })),
    };
  }
}

export class OutboundOrderDto {
  @IdField({ description: 'Id of the outbound order', kind: 'outboundOrder' })
  readonly id!: string;

  @IdField({ description: 'The warehouse', kind: 'warehouse' })
  readonly warehouseId!: string;

  @TextField({ description: "Number of the buyer's order", ...ORDER })
  readonly orderReference!: string;

  @EnumField({ description: 'State', values: OUTBOUND.states, example: 'allocated' })
  readonly state!: string;

  @TextListField({ description: 'Commands that can be given now', values: OUTBOUND.commands, maxLength: 40 })
  readonly allowedActions!: readonly string[];

  @IntegerField({ description: 'All pieces', min: 1, example: 2 })
  readonly pieces!: number;

  @ListField(() => AllocatedLotDto, { description: 'The lots that they are of', max: 1_000 })
  readonly allocations!: AllocatedLotDto[];

  @ListField(() => GoodsReturnDto, { description: 'What came back', max: 100 })
  readonly returns!: GoodsReturnDto[];

  @TextField({ description: 'Who carries it', max: 100, nullable: true, example: 'UPS' })
  readonly carrier!: string | null;

  @TextField({ description: 'Its number there', max: 60, nullable: true, example: '1Z999AA10123456784' })
  readonly trackingNumber!: string | null;

  @DateField({ description: 'When it left, at the warehouse', nullable: true, example: '2026-12-24' })
  readonly dispatchedOn!: string | null;

  @TextField({ description: 'Why it does not leave', max: 500, nullable: true })
  readonly cancelReason!: string | null;

  @IntegerField({ description: 'Version; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was allocated' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, order: OutboundOrder): OutboundOrderDto {
    const { orderReference, state, pieces, carrier, trackingNumber, dispatchedOn, cancelReason } = order;
    return {
      id: publicId('outboundOrder', order.id),
      warehouseId: publicId('warehouse', order.warehouseId),
      ...{ orderReference, state, allowedActions: OUTBOUND.allowedActions(state), pieces },
      allocations: order.allocations.map(AllocatedLotDto.from),
      returns: order.returns.map(GoodsReturnDto.from),
      ...{ carrier, trackingNumber, dispatchedOn, cancelReason },
      ...stampsOf(order),
    };
  }
}

export class OutboundOrderPageDto extends PageOf(OutboundOrderDto) {}
