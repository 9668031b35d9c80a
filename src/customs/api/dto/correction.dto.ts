import {
  DecimalField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { DetailChangeDto, ItemDetailChangeDto, LicenceDto, MessagePartDto } from './details.dto.js';

export class TransportCorrectionDto {
  @TextField({
    description: 'Vessel; or the flight, train or truck number',
    max: 26,
    optional: true,
    example: 'SBX ORIENT',
  })
  readonly vesselName?: string;

  @TextField({ description: 'Voyage', max: 32, optional: true, example: '026W' })
  readonly voyageNumber?: string;

  @TextField({ description: 'B/L or other transport document', max: 32, optional: true, example: 'SNBX0000795000001' })
  readonly billNumber?: string;
}

export class ContainerCorrectionDto {
  @TextField({ description: 'ISO 6346, with check digit', max: 11, example: 'CSQU3054383' })
  readonly number!: string;

  @TextField({ description: 'ISO 6346 size and type', max: 4, optional: true, example: '22G1' })
  readonly sizeType?: string;

  @DecimalField({ description: 'Weight of the goods in it, kg', places: 5, optional: true, example: '1050' })
  readonly goodsWeightKg?: string;

  @TextField({
    description: 'The items in it, by number; left out: a part of all',
    optional: true,
    max: 100,
    pattern: /^\d{1,2}(,\d{1,2})*$/,
    example: '1,3',
  })
  readonly itemNumbers?: string;
}

class ItemCorrectionDto {
  @IntegerField({ description: 'Which item', min: 1, example: 1 })
  readonly itemNumber!: number;

  @TextField({ description: 'HS code', optional: true, pattern: /^\d{10}$/, max: 10, example: '9503008900' })
  readonly hsCode?: string;

  @TextField({ description: 'Name of the goods (品名)', optional: true, max: 255, example: '塑料玩具' })
  readonly goodsName?: string;

  @TextField({ description: 'Name in English', optional: true, max: 100, example: 'Plastic toys' })
  readonly goodsNameEn?: string;

  @TextField({
    description: 'Declaration elements, joined with `|`',
    optional: true,
    max: 255,
    example: '塑料玩具|0|2|塑料|无品牌',
  })
  readonly declarationElements?: string;

  @DecimalField({ description: 'Quantity in the transaction unit', places: 5, optional: true, example: '1000' })
  readonly quantity?: string;

  @TextField({ description: 'Transaction unit', optional: true, pattern: /^\d{3}$/, max: 3, example: '007' })
  readonly unit?: string;

  @DecimalField({ description: 'Quantity in the first legal unit', places: 5, optional: true, example: '980' })
  readonly firstQuantity?: string;

  @TextField({ description: 'First legal unit', optional: true, pattern: /^\d{3}$/, max: 3, example: '035' })
  readonly firstUnit?: string;

  @DecimalField({
    description: 'Quantity in the second legal unit',
    places: 5,
    optional: true,
    nullable: true,
    example: '1000',
  })
  readonly secondQuantity?: string | null;

  @TextField({
    description: 'Second legal unit',
    optional: true,
    nullable: true,
    pattern: /^\d{3}$/,
    max: 3,
    example: '007',
  })
  readonly secondUnit?: string | null;

  @DecimalField({ description: 'Price of one transaction unit', places: 4, optional: true, example: '10.50' })
  readonly unitPrice?: string;

  @MoneyField({ description: 'Price of the item', optional: true })
  readonly total?: MoneyDto;

  @DecimalField({ description: 'Net weight, kg', places: 5, optional: true, example: '980' })
  readonly netWeightKg?: string;

  @DecimalField({ description: 'Gross weight, kg', places: 5, optional: true, example: '1050' })
  readonly grossWeightKg?: string;

  @IntegerField({ description: 'Packages', optional: true, max: 999_999, example: 120 })
  readonly packages?: number;

  @TextField({ description: 'Package type', optional: true, pattern: /^[0-9A-Z]{2}$/, max: 2, example: '22' })
  readonly packageType?: string;

  @TextField({
    description: 'Source district (境内货源地)',
    optional: true,
    pattern: /^\d{5}$/,
    max: 5,
    example: '33029',
  })
  readonly sourceDistrict?: string;

  @TextField({
    description: 'Country of origin, ISO 3166-1 alpha-2',
    optional: true,
    pattern: /^[A-Z]{2}$/,
    max: 2,
    example: 'CN',
  })
  readonly originCountry?: string;

  @ListField(() => ItemDetailChangeDto, {
    description: 'Further elements of the message; others stay',
    optional: true,
    max: 50,
  })
  readonly details?: ItemDetailChangeDto[];
}

/** What changes; everything left out stays. */
export class CorrectionDto {
  @ObjectField(() => TransportCorrectionDto, { description: 'On what the goods leave', optional: true })
  readonly transport?: TransportCorrectionDto;

  @ListField(() => ContainerCorrectionDto, { description: 'All container numbers', optional: true, max: 500 })
  readonly containers?: ContainerCorrectionDto[];

  @TextField({
    description: 'Customs office of declaration',
    optional: true,
    pattern: /^\d{4}$/,
    max: 4,
    example: '3104',
  })
  readonly declarationOffice?: string;

  @TextField({ description: 'Customs office of exit', optional: true, pattern: /^\d{4}$/, max: 4, example: '3104' })
  readonly exitOffice?: string;

  @TextField({ description: 'Contract number', optional: true, max: 32, example: 'INV-2026-001' })
  readonly contractNumber?: string;

  @TextField({
    description: 'Customs port code of the destination; null goes back to the table',
    optional: true,
    nullable: true,
    pattern: /^[A-Z]{3}\d{3}$/,
    max: 6,
    example: 'DEU063',
  })
  readonly destinationPortCode?: string | null;

  @TextField({
    description: 'Customs code of the port of exit; null goes back to the table',
    optional: true,
    nullable: true,
    pattern: /^\d{6}$/,
    max: 6,
    example: '380101',
  })
  readonly exitPortCode?: string | null;

  @MoneyField({ description: 'Freight after loading', optional: true, nullable: true })
  readonly freightCharge?: MoneyDto | null;

  @MoneyField({ description: 'Insurance', optional: true, nullable: true })
  readonly insuranceCharge?: MoneyDto | null;

  @TextField({ description: 'Where the goods are', optional: true, max: 100, example: '宁波市北仑区港区一路1号' })
  readonly goodsPlace?: string;

  @TextField({
    description: 'Shipping marks',
    optional: true,
    nullable: true,
    max: 400,
    example: 'HT-2026 C/NO. 1-120',
  })
  readonly marks?: string | null;

  @TextField({ description: 'Remarks', optional: true, nullable: true, max: 70 })
  readonly remarks?: string | null;

  @ListField(() => DetailChangeDto, {
    description: 'Further elements of the message; others stay',
    optional: true,
    max: 50,
  })
  readonly details?: DetailChangeDto[];

  @ListField(() => LicenceDto, { description: 'All papers that go with it (随附单证)', optional: true, max: 50 })
  readonly licences?: LicenceDto[];

  @ListField(() => MessagePartDto, {
    description: 'All further parts of the message: licences of items, certificates applied for, attached documents, …',
    optional: true,
    max: 200,
  })
  readonly parts?: MessagePartDto[];

  @ListField(() => ItemCorrectionDto, { description: 'The items that change', optional: true, min: 1, max: 50 })
  readonly items?: ItemCorrectionDto[];
}

/** Transport that is told only now. */
export class SubmitDeclarationDto {
  @ObjectField(() => TransportCorrectionDto, { description: 'On what the goods leave', optional: true })
  readonly transport?: TransportCorrectionDto;

  @ListField(() => ContainerCorrectionDto, { description: 'All container numbers', optional: true, max: 500 })
  readonly containers?: ContainerCorrectionDto[];
}

export class CancelDeclarationDto {
  @TextField({ description: 'Why', max: 255, example: 'The buyer withdrew' })
  readonly reason!: string;
}
