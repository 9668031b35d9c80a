import { CURRENCIES } from '../../../../kernel/currency.js';
import { publicId } from '../../../../kernel/ids.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
} from '../../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../../platform/http/paging.js';
import { stampsOf } from '../../../../platform/http/stamps.js';
import { type WarehouseFees } from '../../../domain/warehouses/warehouse-tariff.js';
import { type Warehouse, type WarehouseSku, type WarehouseTariff } from '../../../entities/warehouse.entity.js';

export const CODE = { max: 40, pattern: /^[\w.:/-]+$/, example: 'US-LAX-1' } as const;
export const SKU = { max: 60, pattern: /^[\w.:/-]+$/, example: 'TOY-1' } as const;
export const LOT = { max: 60, pattern: /^[\w.:/-]+$/, example: 'L2026-11' } as const;
const COUNTRY = { max: 2, min: 2, pattern: /^[A-Z]{2}$/, example: 'US' } as const;
const PRICE = { places: 6 } as const;
const OWN = { description: 'Yours for it', max: 100, nullable: true, example: 'WH-7' } as const;
const NAME = { description: 'Name', max: 100, example: 'Los Angeles 1' } as const;

export class WarehouseRequestDto {
  @TextField({ description: 'Your code for it; unique', ...CODE })
  readonly code!: string;

  @TextField(NAME)
  readonly name!: string;

  @TextField({ description: 'ISO 3166-1 alpha-2', ...COUNTRY })
  readonly country!: string;

  @TextField({ description: 'UN/LOCODE, in that country', max: 5, min: 5, example: 'USLAX' })
  readonly unLocode!: string;

  @TextField({ description: 'Time zone of its calendar days', max: 60, example: 'America/Los_Angeles' })
  readonly zone!: string;

  @TextField({ ...OWN, optional: true })
  readonly reference?: string | null;
}

export class WarehouseChangeDto {
  @TextField({ ...NAME, optional: true })
  readonly name?: string;

  @TextField({ ...OWN, optional: true })
  readonly reference?: string | null;
}

export class WarehousesQuery extends DatedPageQuery {
  @TextField({ description: 'Only the one with this code', optional: true, ...CODE })
  readonly code?: string;

  @TextField({ description: 'Only in this country', optional: true, ...COUNTRY })
  readonly country?: string;
}

export class WarehouseDto {
  @IdField({ description: 'Id of the warehouse', kind: 'warehouse' })
  readonly id!: string;

  @TextField({ description: 'Your code for it', ...CODE })
  readonly code!: string;

  @TextField(NAME)
  readonly name!: string;

  @TextField({ description: 'ISO 3166-1 alpha-2', ...COUNTRY })
  readonly country!: string;

  @TextField({ description: 'UN/LOCODE', max: 5, example: 'USLAX' })
  readonly unLocode!: string;

  @TextField({ description: 'Time zone of its calendar days', max: 60, example: 'America/Los_Angeles' })
  readonly zone!: string;

  @TextField(OWN)
  readonly reference!: string | null;

  @IntegerField({ description: 'Version; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was put on record' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, warehouse: Warehouse): WarehouseDto {
    const { code, name, country, unLocode, zone, reference } = warehouse;
    return {
      id: publicId('warehouse', warehouse.id),
      ...{ code, name, country, unLocode, zone, reference },
      ...stampsOf(warehouse),
    };
  }
}

export class WarehousePageDto extends PageOf(WarehouseDto) {}

export class StorageBandDto {
  @IntegerField({ description: 'First day of age; the day of arrival is day 1', min: 1, max: 3650, example: 31 })
  readonly fromDay!: number;

  @DecimalField({ description: 'Per cubic metre and day', ...PRICE, example: '0.90' })
  readonly perCbmDay!: string;
}

/** Prices in major units of the currency of the list. */
class WarehousePricesDto {
  @DecimalField({ description: 'Per piece that comes in', ...PRICE, example: '0.05' })
  readonly inboundPerPiece!: string;

  @DecimalField({ description: 'Per carton that comes in', ...PRICE, example: '0.80' })
  readonly inboundPerCarton!: string;

  @IntegerField({ description: 'Days of age that cost nothing', max: 3650, example: 30 })
  readonly freeDays!: number;

  @ListField(() => StorageBandDto, { description: 'Storage by age, ascending', min: 1, max: 20 })
  readonly storage!: StorageBandDto[];

  @DecimalField({ description: 'Per order that is dispatched', ...PRICE, example: '1.50' })
  readonly pickPerOrder!: string;

  @DecimalField({ description: 'Per piece that is dispatched', ...PRICE, example: '0.25' })
  readonly pickPerPiece!: string;

  @DecimalField({ description: 'Per piece that comes back', ...PRICE, example: '1.10' })
  readonly returnPerPiece!: string;
}

export class WarehouseTariffRequestDto extends WarehousePricesDto {
  @IdField({ description: 'The warehouse', kind: 'warehouse' })
  readonly warehouseId!: string;

  @DateField({ description: 'First day, at the warehouse', example: '2026-12-01' })
  readonly validFrom!: string;

  @EnumField({
    description: 'Of all prices; the same for all lists of a warehouse',
    values: CURRENCIES,
    example: 'USD',
  })
  readonly currency!: string;

  @TextField({ description: 'Contract or offer that it stands in', max: 200, example: 'Contract 2026-118' })
  readonly source!: string;

  static toFees(this: void, request: WarehouseTariffRequestDto): WarehouseFees {
    const { inboundPerPiece, inboundPerCarton, freeDays, storage, pickPerOrder, pickPerPiece, returnPerPiece } =
      request;
    return {
      ...{ inboundPerPiece, inboundPerCarton, freeDays, pickPerOrder, pickPerPiece, returnPerPiece },
      storage: storage.map(({ fromDay, perCbmDay }) => ({ fromDay, perCbmDay })),
    };
  }
}

export class WarehouseTariffsQuery extends DatedPageQuery {
  @IdField({ description: 'Only of this warehouse', kind: 'warehouse', optional: true })
  readonly warehouseId?: string;
}

export class WarehouseTariffDto extends WarehousePricesDto {
  @IdField({ description: 'Id of the price list', kind: 'warehouseTariff' })
  readonly id!: string;

  @IdField({ description: 'The warehouse', kind: 'warehouse' })
  readonly warehouseId!: string;

  @DateField({ description: 'First day, at the warehouse; the next list ends it', example: '2026-12-01' })
  readonly validFrom!: string;

  @TextField({ description: 'Of all prices', max: 3, example: 'USD' })
  readonly currency!: string;

  @TextField({ description: 'Contract or offer that it stands in', max: 200, example: 'Contract 2026-118' })
  readonly source!: string;

  @IntegerField({ description: 'Version; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was set' })
  readonly createdAt!: string;

  @InstantField({ description: 'The same: a list never changes' })
  readonly updatedAt!: string;

  static from(this: void, tariff: WarehouseTariff): WarehouseTariffDto {
    const { validFrom, currency, source, fees } = tariff;
    return {
      id: publicId('warehouseTariff', tariff.id),
      warehouseId: publicId('warehouse', tariff.warehouseId),
      ...{ validFrom, currency, source, ...fees, storage: [...fees.storage] },
      ...stampsOf(tariff),
    };
  }
}

export class WarehouseTariffPageDto extends PageOf(WarehouseTariffDto) {}

export class WarehouseSkuRequestDto {
  @TextField({ description: 'As warehouses call it; unique', ...SKU, example: 'KETTLE-17' })
  readonly code!: string;

  @TextField({ description: 'What it is', max: 200, example: 'Kettle, 1.7 l, steel' })
  readonly name!: string;

  @DecimalField({ description: 'Cubic metres that a piece takes', places: 6, example: '0.012' })
  readonly cbmPerPiece!: string;
}

export class WarehouseSkusQuery extends DatedPageQuery {
  @TextField({ description: 'Only the one with this code', optional: true, ...SKU })
  readonly code?: string;
}

export class WarehouseSkuDto {
  @IdField({ description: 'Id of the SKU', kind: 'warehouseSku' })
  readonly id!: string;

  @TextField({ description: 'As warehouses call it', ...SKU })
  readonly code!: string;

  @TextField({ description: 'What it is', max: 200, example: 'Kettle, 1.7 l, steel' })
  readonly name!: string;

  @DecimalField({ description: 'Cubic metres that a piece takes', example: '0.012' })
  readonly cbmPerPiece!: string;

  @IntegerField({ description: 'Version; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was entered' })
  readonly createdAt!: string;

  @InstantField({ description: 'The same: an SKU never changes' })
  readonly updatedAt!: string;

  static from(this: void, sku: WarehouseSku): WarehouseSkuDto {
    const { code, name, cbmPerPiece } = sku;
    return { id: publicId('warehouseSku', sku.id), code, name, cbmPerPiece: cbmPerPiece.toFixed(), ...stampsOf(sku) };
  }
}

export class WarehouseSkuPageDto extends PageOf(WarehouseSkuDto) {}
