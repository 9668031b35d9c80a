import { publicId } from '../../../../kernel/ids.js';
import {
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
import { COUNT_MAX, type CountLine, differenceOf } from '../../../domain/warehouses/stock-count.js';
import { STOCK_COUNT } from '../../../domain/warehouses/stock-count-status.js';
import { type StockCount } from '../../../entities/outbound-order.entity.js';
import { PIECES_MAX } from './inbound-notice.dto.js';
import { LOT, SKU } from './warehouse.dto.js';

const REFERENCE = { max: 100, example: 'COUNT-2026-11' } as const;

export class StockCountRequestDto {
  @IdField({ description: 'The warehouse', kind: 'warehouse' })
  readonly warehouseId!: string;

  @TextField({ description: 'Yours for it; unique', ...REFERENCE })
  readonly reference!: string;

  @TextListField({
    description:
      'Only these SKUs, with lots of which nothing should be left; left out: all lots with something on hand',
    min: 1,
    max: 100,
    maxLength: 60,
    optional: true,
    example: ['TOY-1'],
  })
  readonly skus?: string[];
}

export class CountedLineDto {
  @IdField({ description: 'The lot', kind: 'stockLot' })
  readonly lotId!: string;

  @IntegerField({
    description: 'Sound pieces that were counted, promised ones among them',
    max: PIECES_MAX,
    example: 984,
  })
  readonly counted!: number;
}

export class CountResultRequestDto {
  @ListField(() => CountedLineDto, { description: 'Every lot of the count', min: 1, max: COUNT_MAX })
  readonly lines!: CountedLineDto[];
}

export class StockCountsQuery extends DatedPageQuery {
  @IdField({ description: 'Only in this warehouse', kind: 'warehouse', optional: true })
  readonly warehouseId?: string;

  @TextField({ description: 'Only in these states', max: 200, optional: true, example: 'open,counted' })
  readonly state?: string;
}

export class CountLineDto {
  @IdField({ description: 'The lot', kind: 'stockLot' })
  readonly lotId!: string;

  @TextField({ description: 'The SKU', ...SKU })
  readonly sku!: string;

  @TextField({ description: 'Lot', ...LOT })
  readonly lot!: string;

  @IntegerField({ description: 'What was counted; null before', nullable: true, example: 984 })
  readonly counted!: number | null;

  @IntegerField({ description: 'What was on hand when it was told; null before', nullable: true, example: 985 })
  readonly expected!: number | null;

  @IntegerField({ description: 'Counted less expected', min: -PIECES_MAX, nullable: true, example: -1 })
  readonly difference!: number | null;

  static from(this: void, line: CountLine): CountLineDto {
    const { lotId, sku, lot, counted, expected } = line;
    return { lotId: publicId('stockLot', lotId), sku, lot, counted, expected, difference: differenceOf(line) };
  }
}

export class StockCountDto {
  @IdField({ description: 'Id of the count', kind: 'stockCount' })
  readonly id!: string;

  @IdField({ description: 'The warehouse', kind: 'warehouse' })
  readonly warehouseId!: string;

  @TextField({ description: 'Yours for it', ...REFERENCE })
  readonly reference!: string;

  @EnumField({ description: 'State', values: STOCK_COUNT.states, example: 'open' })
  readonly state!: string;

  @TextListField({ description: 'Commands that can be given now', values: STOCK_COUNT.commands, maxLength: 40 })
  readonly allowedActions!: readonly string[];

  @ListField(() => CountLineDto, { description: 'Lots that are counted', max: COUNT_MAX })
  readonly lines!: CountLineDto[];

  @TextField({ description: 'Why it was adjusted or cancelled', max: 500, nullable: true })
  readonly reason!: string | null;

  @IntegerField({ description: 'Version; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was started' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, count: StockCount): StockCountDto {
    const { reference, state, lines, reason } = count;
    return {
      id: publicId('stockCount', count.id),
      warehouseId: publicId('warehouse', count.warehouseId),
      ...{ reference, state, allowedActions: STOCK_COUNT.allowedActions(state) },
      lines: lines.map(CountLineDto.from),
      reason,
      ...stampsOf(count),
    };
  }
}

export class StockCountPageDto extends PageOf(StockCountDto) {}
