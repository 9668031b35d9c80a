import { DecimalField, IntegerField, ListField, ObjectField, TextField } from '../../../platform/http/fields.js';
import { type SummaryRun } from '../../application/parcel-summaries.service.js';
import { type SummaryDeclaration, type SummaryItem } from '../../domain/monthly-summary.js';
import { FiledParcelsDto } from './parcel-filing.dto.js';
import { SummaryCountDto } from './parcel-summary.dto.js';

const CODE = { max: 18, example: '3302986YQ8' } as const;

/** One item of a declaration, of merged lines. */
export class SummaryItemDto {
  @TextField({ description: 'HS code (商品编码)', max: 10, example: '9503008900' })
  readonly hsCode!: string;

  @TextField({ description: 'Name of the goods, of the first line', max: 250, example: '塑料玩具' })
  readonly name!: string;

  @TextField({ description: 'Final destination (最终目的国)', max: 3, example: '502' })
  readonly country!: string;

  @TextField({ description: 'Currency, code of customs', max: 3, example: '502' })
  readonly currency!: string;

  @DecimalField({ description: 'Quantity', example: '360' })
  readonly quantity!: string;

  @TextField({ description: 'Its unit', max: 3, example: '007' })
  readonly unit!: string;

  @DecimalField({ description: 'First legal quantity', example: '60' })
  readonly firstQuantity!: string;

  @TextField({ description: 'Its unit', max: 3, example: '035' })
  readonly firstUnit!: string;

  @DecimalField({ description: 'Value, in that currency', example: '3564' })
  readonly total!: string;

  @IntegerField({ description: 'Lines of lists that it is made of', min: 1, example: 120 })
  readonly lines!: number;

  static of(this: void, item: SummaryItem): SummaryItemDto {
    return {
      hsCode: item.gcode,
      name: item.gname,
      country: item.country,
      currency: item.currency,
      quantity: item.qty,
      unit: item.unit,
      firstQuantity: item.qty1,
      firstUnit: item.unit1,
      total: item.totalPrice,
      lines: item.lines.length,
    };
  }
}

/** A declaration that lists should become. */
export class SummaryGroupDto {
  @TextField({ description: 'Customs office', max: 4, example: '3105' })
  readonly customsOffice!: string;

  @TextField({ description: 'Consignor (收发货人)', ...CODE })
  readonly merchantCode!: string;

  @TextField({ description: 'Owner (生产销售单位); null where owners are put together', nullable: true, ...CODE })
  readonly ownerCode!: string | null;

  @TextField({ description: 'Declarant of the lists', ...CODE })
  readonly agentCode!: string;

  @TextField({ description: 'Supervision mode', max: 4, example: '9610' })
  readonly supervisionMode!: string;

  @TextField({ description: 'Mode of transport', max: 1, example: '5' })
  readonly transportMode!: string;

  @TextField({ description: 'Port of exit', max: 4, example: '3105' })
  readonly port!: string;

  @TextField({ description: 'Destination (运抵国)', max: 3, example: '502' })
  readonly country!: string;

  @DecimalField({ description: 'Kilograms', example: '72' })
  readonly grossKg!: string;

  @DecimalField({ description: 'Kilograms', example: '60' })
  readonly netKg!: string;

  @IntegerField({ description: 'Lists in it', min: 1, example: 120 })
  readonly lists!: number;

  @ListField(() => SummaryItemDto, { description: 'Its items', max: 50 })
  readonly items!: SummaryItemDto[];

  static of(this: void, group: SummaryDeclaration): SummaryGroupDto {
    return {
      customsOffice: group.customsCode,
      merchantCode: group.ebcCode,
      ownerCode: group.ownerCode,
      agentCode: group.agentCode,
      supervisionMode: group.tradeMode,
      transportMode: group.trafMode,
      port: group.portCode,
      country: group.country,
      grossKg: group.grossWeight,
      netKg: group.netWeight,
      lists: group.invtNos.length,
      items: group.items.map(SummaryItemDto.of),
    };
  }
}

/** The application (汇总申请单), with what its lists should become. */
export class SummaryRunDto extends FiledParcelsDto {
  @ListField(() => SummaryGroupDto, { description: 'The declarations that they should become', max: 10_000 })
  readonly groups!: SummaryGroupDto[];

  @ObjectField(() => SummaryCountDto, { description: 'How the lists of the month stand with this' })
  readonly lists!: SummaryCountDto;

  static ran(this: void, { filing, groups, count }: SummaryRun): SummaryRunDto {
    return {
      ...FiledParcelsDto.from(filing),
      groups: groups.map(SummaryGroupDto.of),
      lists: SummaryCountDto.of(count),
    };
  }
}
