import { CURRENCIES } from '../../../kernel/currency.js';
import {
  BooleanField,
  DecimalField,
  EnumField,
  IdField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { DECLARED_MODES, type TransportMode } from '../../domain/data/transport-modes.js';
import { ContainerCorrectionDto, TransportCorrectionDto } from './correction.dto.js';
import { DetailChangeDto, LicenceDto, MessagePartDto } from './details.dto.js';
import { ImportItemDto } from './import-item.dto.js';
import { ConsigneeDto, DomesticPartyDto } from './parts.dto.js';

export class ConfirmationsDto {
  @BooleanField({ description: 'Buyer and seller are related (特殊关系确认)', example: false })
  readonly specialRelationship!: boolean;

  @BooleanField({ description: 'That has influenced the price (价格影响确认)', example: false })
  readonly priceInfluenced!: boolean;

  @BooleanField({ description: 'Royalties are paid beside the price (支付特许权使用费确认)', example: false })
  readonly royalties!: boolean;

  @BooleanField({ description: 'The price follows from a formula (公式定价确认)', example: false })
  readonly formulaPriced!: boolean;

  @BooleanField({ description: 'The price is provisional (暂定价格确认)', example: false })
  readonly provisionallyPriced!: boolean;
}

/** How the goods come, and where they enter. */
function routeFields(optional: boolean) {
  class RouteFields {
    @EnumField({ description: 'How the goods cross the border', optional, values: DECLARED_MODES, example: 'sea' })
    readonly transportMode?: TransportMode;

    @BooleanField({ description: 'They come in full containers; default false', optional: true, example: false })
    readonly isContainerised?: boolean;

    @ObjectField(() => TransportCorrectionDto, { description: 'On what they come', optional: true })
    readonly transport?: TransportCorrectionDto;

    @ListField(() => ContainerCorrectionDto, { description: 'All container numbers', optional: true, max: 500 })
    readonly containers?: ContainerCorrectionDto[];

    @TextField({
      description: 'Port abroad, UN/LOCODE',
      optional,
      pattern: /^[A-Z]{2}[A-Z2-9]{3}$/,
      max: 5,
      example: 'GBFXT',
    })
    readonly portOfLoading?: string;

    @TextField({
      description: 'Port in China, UN/LOCODE',
      optional,
      pattern: /^[A-Z]{2}[A-Z2-9]{3}$/,
      max: 5,
      example: 'CNNGB',
    })
    readonly portOfDischarge?: string;

    @TextField({
      description:
        'Country of departure (启运国), ISO 3166-1 alpha-2; that of the port of loading unless it is another',
      optional: true,
      pattern: /^[A-Z]{2}$/,
      max: 2,
      example: 'GB',
    })
    readonly departureCountry?: string;

    @TextField({
      description: 'Customs code of the last port abroad (经停港), where it is not the port of loading',
      optional: true,
      nullable: true,
      pattern: /^[A-Z]{3}\d{3}$/,
      max: 6,
      example: 'SGP000',
    })
    readonly transitPortCode?: string | null;

    @TextField({
      description: 'Customs code of the port of entry (入境口岸); null goes back to the table',
      optional: true,
      nullable: true,
      pattern: /^\d{6}$/,
      max: 6,
      example: '380101',
    })
    readonly entryPortCode?: string | null;
  }
  return RouteFields;
}

/** The fields of an import: all that must be said are asked for when it is entered, and none when it is changed. */
export function importFields(optional: boolean) {
  class ImportFields extends routeFields(optional) {
    @TextField({ description: 'Customs office of declaration', optional, pattern: /^\d{4}$/, max: 4, example: '3104' })
    readonly declarationOffice?: string;

    @TextField({
      description: 'Customs office of entry (进境关别)',
      optional,
      pattern: /^\d{4}$/,
      max: 4,
      example: '3104',
    })
    readonly entryOffice?: string;

    @ObjectField(() => DomesticPartyDto, {
      description: 'Who uses the goods (消费使用单位); the importer unless it is another',
      optional: true,
    })
    readonly consumer?: DomesticPartyDto;

    @ObjectField(() => ConsigneeDto, { description: 'Who sends them from abroad (境外发货人)', optional })
    readonly consignor?: ConsigneeDto;

    @TextField({ description: 'Contract number', optional, max: 32, example: 'PO-2026-077' })
    readonly contractNumber?: string;

    @TextField({ description: 'Incoterm', optional, pattern: /^[A-Z]{3}$/, max: 3, example: 'FOB' })
    readonly incoterm?: string;

    @EnumField({ description: 'Currency of the goods, ISO 4217', optional, values: CURRENCIES, example: 'USD' })
    readonly currency?: string;

    @DecimalField({
      description: 'CNY per 1, as customs uses it in the month (计征汇率); without it the taxes cannot be told',
      places: 6,
      optional: true,
      nullable: true,
      example: '7.1',
    })
    readonly exchangeRate?: string | null;

    @MoneyField({ description: 'Freight to China, where the price leaves it out', optional: true, nullable: true })
    readonly freightCharge?: MoneyDto | null;

    @MoneyField({ description: 'Premium, where the price leaves it out; absent: 3‰', optional: true, nullable: true })
    readonly insuranceCharge?: MoneyDto | null;

    @MoneyField({ description: 'Packing, commission and the like (杂费)', optional: true, nullable: true })
    readonly otherCharge?: MoneyDto | null;

    @TextField({
      description: 'Where customs can find the goods',
      optional,
      max: 100,
      example: '宁波市北仑区港区一路1号',
    })
    readonly goodsPlace?: string;

    @TextField({ description: 'Shipping marks', optional: true, nullable: true, max: 400, example: 'N/M' })
    readonly marks?: string | null;

    @TextField({ description: 'Remarks', optional: true, nullable: true, max: 70 })
    readonly remarks?: string | null;

    @ObjectField(() => ConfirmationsDto, { description: 'What an importer confirms (承诺事项)', optional })
    readonly confirmations?: ConfirmationsDto;

    @ListField(() => LicenceDto, { description: 'All papers that go with it (随附单证)', optional: true, max: 50 })
    readonly licences?: LicenceDto[];

    @ListField(() => MessagePartDto, {
      description: 'All further parts of the message: licences and certificates of items, attached documents, …',
      optional: true,
      max: 200,
    })
    readonly parts?: MessagePartDto[];

    @ListField(() => DetailChangeDto, { description: 'All further elements of the message', optional: true, max: 50 })
    readonly details?: DetailChangeDto[];

    @ListField(() => ImportItemDto, { description: 'All items', optional, min: 1, max: 50 })
    readonly items?: ImportItemDto[];
  }
  return ImportFields;
}

/** An import, as it is entered. */
export class ImportDeclarationRequest extends importFields(false) {
  @IdField({
    kind: 'party',
    description: 'Who imports (境内收货人): a party with a credit code and a customs registration',
  })
  readonly importerId!: string;

  @TextField({ description: "The importer's own reference", max: 100, example: 'IMP-2026-0001' })
  readonly reference!: string;
}

/** What changes; everything left out stays, and a list is given whole. */
export class ImportChangesRequest extends importFields(true) {}

export class AmendImportRequest {
  @TextField({ description: 'Why; customs reads it', max: 900, example: 'The carrier changed the vessel' })
  readonly reason!: string;

  @ObjectField(() => ImportChangesRequest, { description: 'What changes; everything left out stays' })
  readonly changes!: ImportChangesRequest;
}
