import { type CalculationRule } from '../../../../kernel/calculation.js';
import { publicId } from '../../../../kernel/ids.js';
import { wire } from '../../../../kernel/wire.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../../platform/http/paging.js';
import { stampsOf } from '../../../../platform/http/stamps.js';
import { type WarehouseMonth } from '../../../application/warehouses/warehouse-fees.service.js';
import { HANDLING_KINDS } from '../../../domain/warehouses/storage-fees.js';
import { type WarehouseStatement } from '../../../entities/warehouse.entity.js';
import { LOT, SKU } from './warehouse.dto.js';

const PERIOD = { max: 7, min: 7, pattern: /^20\d{2}-(0[1-9]|1[0-2])$/, example: '2026-10' } as const;

export class WarehouseFeesQuery {
  @TextField({ description: 'The month; left out: the running one, up to today', optional: true, ...PERIOD })
  readonly period?: string;
}

export class WarehouseStatementRequestDto {
  @IdField({ description: 'The warehouse', kind: 'warehouse' })
  readonly warehouseId!: string;

  @TextField({ description: 'A month that is over at the warehouse', ...PERIOD })
  readonly period!: string;
}

export class WarehouseStatementsQuery extends DatedPageQuery {
  @IdField({ description: 'Only of this warehouse', kind: 'warehouse', optional: true })
  readonly warehouseId?: string;

  @TextField({ description: 'Only of this month', optional: true, ...PERIOD })
  readonly period?: string;
}

export class WarehouseFeeRuleDto {
  @TextField({ description: 'Id of the rule', max: 100, example: 'freight.warehouse-fees' })
  readonly id!: string;

  @TextField({ description: 'From when this wording counts', max: 40, example: '2026-01-01' })
  readonly version!: string;

  @TextField({ description: 'Where it stands', max: 500 })
  readonly source!: string;
}

export class StorageSpanDto {
  @DateField({ description: 'First day', example: '2026-11-24' })
  readonly from!: string;

  @DateField({ description: 'Last day, counted', example: '2026-11-30' })
  readonly to!: string;

  @IntegerField({ description: 'Days', min: 1, example: 7 })
  readonly days!: number;

  @IntegerField({ description: 'Pieces that stood there at the end of each of them', min: 1, example: 10 })
  readonly pieces!: number;

  @DecimalField({ description: 'Cubic metres', example: '0.5' })
  readonly cbm!: string;

  @IntegerField({ description: 'Age on the first of them; the day of arrival is 1', min: 1, example: 4 })
  readonly ageFrom!: number;

  @DecimalField({ description: 'Per cubic metre and day; 0 while it is free', example: '0.6' })
  readonly perCbmDay!: string;

  @DecimalField({ description: 'cbm × days × perCbmDay, not rounded', example: '2.1' })
  readonly amount!: string;
}

export class LotStorageDto {
  @IdField({ description: 'The lot', kind: 'stockLot' })
  readonly lotId!: string;

  @TextField({ description: 'The SKU', ...SKU })
  readonly sku!: string;

  @TextField({ description: 'Lot', ...LOT })
  readonly lot!: string;

  @ListField(() => StorageSpanDto, { description: 'Days in a row that cost the same', max: 100 })
  readonly spans!: StorageSpanDto[];

  @MoneyField({ description: 'Their sum, rounded once, half-up' })
  readonly fee!: MoneyDto;
}

export class HandlingFeeDto {
  @EnumField({ description: 'What was handled', values: HANDLING_KINDS, example: 'pick_piece' })
  readonly kind!: string;

  @IntegerField({ description: 'How many', min: 1, example: 120 })
  readonly count!: number;

  @DecimalField({ description: 'Price of one, on its day', example: '0.25' })
  readonly price!: string;

  @MoneyField({ description: 'count × price, rounded half-up' })
  readonly amount!: MoneyDto;
}

export class WarehouseFeesDto {
  @IdField({ description: 'The warehouse', kind: 'warehouse' })
  readonly warehouseId!: string;

  @TextField({ description: 'The month', ...PERIOD })
  readonly period!: string;

  @DateField({ description: 'First day that is reckoned', example: '2026-10-01' })
  readonly from!: string;

  @DateField({ description: 'Last day that is reckoned, today at the latest', example: '2026-10-31' })
  readonly to!: string;

  @ObjectField(() => WarehouseFeeRuleDto, { description: 'By which rule' })
  readonly rule!: WarehouseFeeRuleDto;

  @ListField(() => LotStorageDto, { description: 'Storage, lot by lot', max: 100_000 })
  readonly storage!: LotStorageDto[];

  @ListField(() => HandlingFeeDto, { description: 'Inbound, pick and pack, returns', max: 1_000 })
  readonly handling!: HandlingFeeDto[];

  @MoneyField({ description: 'All of it' })
  readonly total!: MoneyDto;

  static from(
    this: void,
    { warehouse, period, days, rule, storage, handling, total }: WarehouseMonth,
  ): WarehouseFeesDto {
    return {
      ...{ warehouseId: publicId('warehouse', warehouse.id), period, ...days, rule },
      storage: wire(storage.map((lot) => ({ ...lot, lotId: publicId('stockLot', lot.lotId) }))),
      handling: wire(handling),
      total: total.toJSON(),
    };
  }
}

export class WarehouseStatementDto {
  @IdField({ description: 'Id of the statement', kind: 'warehouseStatement' })
  readonly id!: string;

  @IdField({ description: 'The warehouse', kind: 'warehouse' })
  readonly warehouseId!: string;

  @TextField({ description: 'The month', ...PERIOD })
  readonly period!: string;

  @MoneyField({ description: 'What it cost' })
  readonly total!: MoneyDto;

  @IntegerField({ description: 'Version; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was issued' })
  readonly createdAt!: string;

  @InstantField({ description: 'The same: a statement never changes' })
  readonly updatedAt!: string;

  static from(this: void, statement: WarehouseStatement): WarehouseStatementDto {
    return {
      id: publicId('warehouseStatement', statement.id),
      warehouseId: publicId('warehouse', statement.warehouseId),
      ...{ period: statement.period, total: statement.total.toJSON() },
      ...stampsOf(statement),
    };
  }
}

export class WarehouseStatementPageDto extends PageOf(WarehouseStatementDto) {}

/** As `fees` of a row keeps it. */
interface KeptFees {
  readonly rule: CalculationRule;
  readonly storage: LotStorageDto[];
  readonly handling: HandlingFeeDto[];
}

export class WarehouseStatementDetailsDto extends WarehouseStatementDto {
  @ObjectField(() => WarehouseFeeRuleDto, { description: 'By which rule' })
  readonly rule!: WarehouseFeeRuleDto;

  @ListField(() => LotStorageDto, { description: 'Storage, lot by lot', max: 100_000 })
  readonly storage!: LotStorageDto[];

  @ListField(() => HandlingFeeDto, { description: 'Inbound, pick and pack, returns', max: 1_000 })
  readonly handling!: HandlingFeeDto[];

  static of(this: void, statement: WarehouseStatement): WarehouseStatementDetailsDto {
    const { rule, storage, handling } = statement.fees as unknown as KeptFees;
    return { ...WarehouseStatementDto.from(statement), rule, storage, handling };
  }
}
