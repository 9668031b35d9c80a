import {
  DecimalField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { DetailDto } from './details.dto.js';

/** An order of more items than one declaration holds goes in several. */
export class DeclarationPartDto {
  @IntegerField({ description: 'From 1', min: 1, example: 1 })
  readonly number!: number;

  @IntegerField({ description: 'How many there are of the order', min: 1, example: 1 })
  readonly of!: number;
}

export class DomesticPartyDto {
  @TextField({ description: 'Registered name', max: 200, example: '宁波海曙进出口有限公司' })
  readonly name!: string;

  @TextField({ description: 'Name in English', max: 200, example: 'Ningbo Haishu Imp. & Exp. Co., Ltd.' })
  readonly nameEn!: string;

  @TextField({ description: 'Unified social credit code', max: 18, example: '91330203MA2AEXAMPN' })
  readonly uscc!: string;

  @TextField({ description: 'Customs registration', max: 10, example: '3302961234' })
  readonly customsCode!: string;
}

export class ConsigneeDto {
  @TextField({ description: 'Name', max: 200, example: 'Hamburg Toys GmbH' })
  readonly name!: string;

  @TextField({ description: 'ISO 3166-1 alpha-2', max: 2, example: 'DE' })
  readonly country!: string;

  @TextField({ description: 'Address', max: 500, min: 0, example: 'Speicherstadt 1, Hamburg' })
  readonly address!: string;
}

export class TransportDto {
  @TextField({
    description: 'Vessel; or the flight, train or truck number. 26 characters fit the message',
    max: 26,
    nullable: true,
    example: 'SBX ORIENT',
  })
  readonly vesselName!: string | null;

  @TextField({ description: 'Voyage', max: 32, nullable: true, example: '026W' })
  readonly voyageNumber!: string | null;

  @TextField({
    description: 'B/L or other transport document',
    max: 32,
    nullable: true,
    example: 'SNBX0000795000001',
  })
  readonly billNumber!: string | null;
}

export class DeclaredContainerDto {
  @TextField({ description: 'ISO 6346, with check digit', max: 11, example: 'CSQU3054383' })
  readonly number!: string;

  @TextField({ description: 'ISO 6346 size and type', max: 4, nullable: true, example: '22G1' })
  readonly sizeType!: string | null;

  @DecimalField({ description: 'Weight of the goods in it, kg', nullable: true, example: '1050' })
  readonly goodsWeightKg!: string | null;

  @TextField({ description: 'The items in it; null: a part of all', max: 100, nullable: true, example: '1,3' })
  readonly itemNumbers!: string | null;
}

export class ItemDto {
  @IntegerField({ description: 'Place on the declaration, from 1', min: 1, example: 1 })
  readonly itemNumber!: number;

  @IdField({ kind: 'orderLine', description: 'The line of the order that it comes from' })
  readonly orderLineId!: string;

  @TextField({ description: 'HS code, ten digits', max: 20, example: '9503008900' })
  readonly hsCode!: string;

  @TextField({ description: 'Name of the goods (品名)', max: 500, min: 0, example: '塑料玩具' })
  readonly goodsName!: string;

  @TextField({ description: 'Name in English', max: 500, min: 0, example: 'Plastic toys' })
  readonly goodsNameEn!: string;

  @TextField({
    description: 'Declaration elements (申报要素), joined with `|`',
    max: 1_000,
    min: 0,
    example: '塑料玩具|0|2|塑料|无品牌',
  })
  readonly declarationElements!: string;

  @DecimalField({ description: 'Quantity in the transaction unit', example: '1000' })
  readonly quantity!: string;

  @TextField({ description: 'Transaction unit, code of the customs unit table', max: 3, example: '007' })
  readonly unit!: string;

  @DecimalField({ description: 'Quantity in the first legal unit', example: '980' })
  readonly firstQuantity!: string;

  @TextField({ description: 'First legal unit', max: 3, example: '035' })
  readonly firstUnit!: string;

  @DecimalField({ description: 'Quantity in the second legal unit', nullable: true, example: '1000' })
  readonly secondQuantity!: string | null;

  @TextField({ description: 'Second legal unit', max: 3, nullable: true, example: '007' })
  readonly secondUnit!: string | null;

  @DecimalField({ description: 'Price of one transaction unit', example: '10.50' })
  readonly unitPrice!: string;

  @MoneyField({ description: 'Price of the item' })
  readonly total!: MoneyDto;

  @DecimalField({ description: 'Net weight, kg', example: '980' })
  readonly netWeightKg!: string;

  @DecimalField({ description: 'Gross weight, kg', example: '1050' })
  readonly grossWeightKg!: string;

  @IntegerField({ description: 'Packages', example: 120 })
  readonly packages!: number;

  @TextField({ description: 'Package type, code of the customs package table', max: 2, example: '22' })
  readonly packageType!: string;

  @TextField({ description: 'Source district (境内货源地), five digits', max: 10, example: '33029' })
  readonly sourceDistrict!: string;

  @TextField({ description: 'Country of origin, ISO 3166-1 alpha-2', max: 2, example: 'CN' })
  readonly originCountry!: string;

  @IdField({
    kind: 'product',
    description: 'The product that code, names and elements are from; null where there is none, or they were corrected',
    nullable: true,
  })
  readonly productId!: string | null;

  @IntegerField({ description: 'The approved version of it', min: 1, nullable: true, example: 1 })
  readonly productVersion!: number | null;
  @ListField(() => DetailDto, { description: 'Further elements of the message', max: 50 })
  readonly details!: DetailDto[];
}

/** An item as it is declared, with its share of the FOB value. */
export class DeclaredItemDto extends ItemDto {
  @MoneyField({
    description: 'Value at the port of loading: the total less its share of freight and insurance; null when unknown',
    nullable: true,
  })
  readonly fob!: MoneyDto | null;
}

export class FindingDto {
  @TextField({ description: 'JSON pointer into this declaration', max: 200, min: 0, example: '/items/0/hsCode' })
  readonly pointer!: string;

  @TextField({ description: 'Which rule is broken', max: 60, example: 'hs_code_format' })
  readonly rule!: string;

  @EnumField({ description: 'An `error` keeps the declaration from leaving', values: ['error', 'warning'] })
  readonly severity!: string;

  @TextField({ description: 'What the rule says', max: 200, example: 'An HS code has ten digits' })
  readonly message!: string;

  @TextField({ description: 'The same in Chinese', max: 200, example: '商品编号为10位数字' })
  readonly messageZh!: string;

  @TextField({ description: 'What was found', max: 2_000, min: 0, example: '95030089' })
  readonly detail!: string;

  @TextField({ description: 'How to mend it', max: 300, example: 'Give the ten-digit code of the tariff in force' })
  readonly fix!: string;

  @TextField({ description: 'The same in Chinese', max: 300, example: '请填写现行税则的10位商品编号' })
  readonly fixZh!: string;

  @TextField({ description: 'Who demands it', max: 200, example: '报关单填制规范 (GACC 2018 No. 60, as amended)' })
  readonly source!: string;
}

export class SubmissionDto {
  @IdField({ kind: 'declarationAttempt', description: 'Id of the attempt; customs knows the message by it' })
  readonly id!: string;

  @IntegerField({ description: 'Counts from 1', min: 1, example: 1 })
  readonly attempt!: number;

  @EnumField({
    description: 'What became of the message; `withheld`: nobody could declare it any more, it was never sent',
    values: ['queued', 'taken', 'refused', 'accepted', 'rejected', 'withheld'],
  })
  readonly state!: string;

  @TextField({ description: 'Our number in the message (ClientSeqNo)', max: 18, example: '01JDQ3X7K2M8R4C5WZ' })
  readonly clientReference!: string;

  @TextField({
    description: "The single window's number (统一编号), once it has taken the message",
    max: 18,
    nullable: true,
    example: 'E20260000795000001',
  })
  readonly sequenceNumber!: string | null;

  @IntegerField({
    description: 'Fields of the message that are filled; each was checked against its length',
    example: 74,
  })
  readonly fieldsChecked!: number;

  @IntegerField({ description: 'Length of the message in characters', example: 3120 })
  readonly messageLength!: number;

  @TextField({ description: "Why it was refused or sent back, in customs' words", max: 4_000, min: 0, nullable: true })
  readonly reason!: string | null;

  @IdField({
    kind: 'brokerMandate',
    description: "The broker's mandate that it was declared under; null where the exporter declared for itself",
    nullable: true,
  })
  readonly brokerMandateId!: string | null;
}
