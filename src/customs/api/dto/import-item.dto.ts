import {
  DecimalField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { ItemDetailChangeDto } from './details.dto.js';

/** How duty is levied where no agreement is claimed. */
const WITHOUT_AGREEMENT = ['mfn', 'general'] as const;

export class PreferenceDto {
  @TextField({
    description: 'Agreement (优惠贸易协定代码) of the customs table; 14 is RCEP',
    pattern: /^\d{2}$/,
    max: 2,
    example: '14',
  })
  readonly agreement!: string;

  @TextField({ description: 'Number of the certificate or declaration of origin', max: 28, example: 'JP26110001' })
  readonly certificate!: string;

  @DecimalField({ description: 'The agreed rate of duty, fraction', places: 6, example: '0.05' })
  readonly dutyRate!: string;
}

/** One item of an import, as it is given. */
export class ImportItemDto {
  @IdField({
    kind: 'product',
    description: 'An approved product: code, names and elements come from it unless they are given',
    optional: true,
  })
  readonly productId?: string;

  @TextField({ description: 'HS code', optional: true, pattern: /^\d{10}$/, max: 10, example: '2208300000' })
  readonly hsCode?: string;

  @TextField({ description: 'Name of the goods (品名)', optional: true, max: 255, example: '威士忌酒' })
  readonly goodsName?: string;

  @TextField({ description: 'Name in English', optional: true, max: 100, example: 'Whisky' })
  readonly goodsNameEn?: string;

  @TextField({
    description: 'Declaration elements, joined with `|`',
    optional: true,
    max: 255,
    example: '4|3|大麦麦芽|40度|700毫升/瓶|SBX牌',
  })
  readonly declarationElements?: string;

  @DecimalField({ description: 'Quantity in the transaction unit', places: 5, example: '1000' })
  readonly quantity!: string;

  @TextField({
    description: 'Transaction unit, code of the customs unit table',
    pattern: /^\d{3}$/,
    max: 3,
    example: '095',
  })
  readonly unit!: string;

  @DecimalField({ description: 'Quantity in the first legal unit', places: 5, example: '1000' })
  readonly firstQuantity!: string;

  @TextField({ description: 'First legal unit', pattern: /^\d{3}$/, max: 3, example: '095' })
  readonly firstUnit!: string;

  @DecimalField({
    description: 'Quantity in the second legal unit',
    places: 5,
    optional: true,
    nullable: true,
    example: '912',
  })
  readonly secondQuantity?: string | null;

  @TextField({
    description: 'Second legal unit',
    optional: true,
    nullable: true,
    pattern: /^\d{3}$/,
    max: 3,
    example: '035',
  })
  readonly secondUnit?: string | null;

  @DecimalField({ description: 'Price of one transaction unit', places: 4, example: '20.00' })
  readonly unitPrice!: string;

  @MoneyField({ description: 'Price of the item' })
  readonly total!: MoneyDto;

  @DecimalField({ description: 'Net weight, kg', places: 5, example: '912' })
  readonly netWeightKg!: string;

  @DecimalField({ description: 'Gross weight, kg', places: 5, example: '1400' })
  readonly grossWeightKg!: string;

  @IntegerField({ description: 'Packages', max: 999_999, example: 120 })
  readonly packages!: number;

  @TextField({ description: 'Package type', pattern: /^[0-9A-Z]{2}$/, max: 2, example: '22' })
  readonly packageType!: string;

  @TextField({ description: 'Destination district (境内目的地)', pattern: /^\d{5}$/, max: 5, example: '33029' })
  readonly destinationDistrict!: string;

  @TextField({ description: 'Country of origin, ISO 3166-1 alpha-2', pattern: /^[A-Z]{2}$/, max: 2, example: 'GB' })
  readonly originCountry!: string;

  @EnumField({
    description: 'By origin: most favoured nation, or the general rate; default `mfn`',
    values: WITHOUT_AGREEMENT,
    optional: true,
    example: 'mfn',
  })
  readonly treatment?: (typeof WITHOUT_AGREEMENT)[number];

  @ObjectField(() => PreferenceDto, {
    description: 'Where a trade agreement gives a right to its own rate (协定税率)',
    optional: true,
    nullable: true,
  })
  readonly preference?: PreferenceDto | null;

  @DecimalField({
    description: 'Anti-dumping duty on goods of this origin and maker, fraction',
    places: 6,
    optional: true,
    nullable: true,
    example: '0.378',
  })
  readonly antiDumpingRate?: string | null;

  @ListField(() => ItemDetailChangeDto, { description: 'Further elements of the message', optional: true, max: 50 })
  readonly details?: ItemDetailChangeDto[];
}
