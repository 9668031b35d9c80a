import {
  BooleanField,
  DateField,
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
import { bound } from '../../../platform/usage/bounds.js';
import { FREIGHT_BY, FREIGHT_MODES, FX_CONVERSIONS, REFUND_MODES, TRANSPORT_MODES } from '../../domain/trade-order.js';

/** More would be more than the tax bureau takes as one claim. */
export const LINES_MAX = bound({
  name: 'orders.lines',
  max: 1_000,
  per: 'request',
  unit: 'items',
  title: { en: 'Lines of an order', zh: '订单明细行' },
});

/** What the goods of a line cost. */
export class PurchaseDto {
  @MoneyField({ description: 'CNY without VAT; of a manufacturer, its own cost', currency: 'CNY' })
  amountExVat!: MoneyDto;

  @DecimalField({ description: 'VAT rate on the purchase, a fraction', places: 4, example: '0.13' })
  vatRate!: string;
}

const HS_CODE = {
  description: 'HS code as declared, 10 digits',
  pattern: /^\d{10}$/,
  max: 10,
  example: '8516609000',
} as const;
const GOODS_NAME = {
  description: 'Name of the goods in Chinese, for customs and tax',
  max: 255,
  example: '电烤箱',
} as const;
const GOODS_NAME_EN = {
  description: 'Name of the goods in English, for carrier and invoice',
  max: 255,
  example: 'Electric oven',
} as const;
const ELEMENTS = {
  description: 'Declaration elements (申报要素) in the order of the HS code, joined with |',
  max: 500,
  example: '用途:烘烤|品牌类型:2|出口享惠情况:0|型号:EO-35',
} as const;

/** What a line of goods says by itself, whether of a product or not. */
class LineTerms {
  @DecimalField({ description: 'Quantity sold', places: 5, example: '1200' })
  quantity!: string;

  @TextField({ description: 'Unit of the quantity, customs unit code', pattern: /^\d{3}$/, max: 3, example: '001' })
  unit!: string;

  @DecimalField({ description: 'First legal quantity of the HS code', places: 5, example: '1200' })
  firstQuantity!: string;

  @TextField({ description: 'First legal unit, customs unit code', pattern: /^\d{3}$/, max: 3, example: '001' })
  firstUnit!: string;

  @DecimalField({
    description: 'Second legal quantity, where the HS code has one',
    places: 5,
    optional: true,
    nullable: true,
    example: '9600',
  })
  secondQuantity?: string | null;

  @TextField({
    description: 'Second legal unit',
    pattern: /^\d{3}$/,
    max: 3,
    optional: true,
    nullable: true,
    example: '035',
  })
  secondUnit?: string | null;

  @DecimalField({ description: 'Price of one unit, in the currency of the order', places: 6, example: '31.5' })
  unitPrice!: string;

  @MoneyField({ description: 'Quantity × unit price, within 0.01' })
  total!: MoneyDto;

  @DecimalField({ description: 'Net weight, kg', places: 5, example: '9600' })
  netWeightKg!: string;

  @DecimalField({ description: 'Gross weight, kg; not below the net weight', places: 5, example: '10800' })
  grossWeightKg!: string;

  @DecimalField({ description: 'Volume, m³', places: 5, example: '58.2' })
  volumeCbm!: string;

  @IntegerField({ description: 'Number of packages', min: 1, max: 1_000_000, example: 1200 })
  packages!: number;

  @TextField({
    description: 'Kind of package, customs package code; 22 is cartons',
    pattern: /^\d{2}$/,
    max: 2,
    example: '22',
  })
  packageType!: string;

  @TextField({
    description: 'District of China that the goods come from (境内货源地)',
    pattern: /^\d{5}$/,
    max: 5,
    example: '33029',
  })
  sourceDistrict!: string;

  @TextField({
    description: 'Country of origin, ISO 3166-1 alpha-2',
    pattern: /^[A-Z]{2}$/,
    max: 2,
    optional: true,
    example: 'CN',
  })
  originCountry?: string;

  @TextField({
    description:
      'Which goods of the refund library (退税率文库) it is of, where the library divides the HS code and the rates differ: one ' +
      'of the `choices` of `GET /v1/tax-refund/rates`; left out: that of the product',
    pattern: /^\d{10,16}$/,
    max: 16,
    optional: true,
    nullable: true,
    example: null,
  })
  refundCode?: string | null;

  @ObjectField(() => PurchaseDto, {
    description: 'What the goods cost; without it there is no estimate of the margin',
    optional: true,
    nullable: true,
  })
  purchase?: PurchaseDto | null;
}

const UNLESS_PRODUCT = 'needed, unless the line names a product';

/** One line of goods, as it is declared to customs. */
export class OrderLineRequest extends LineTerms {
  @IdField({
    description: 'The product that code, names and elements are taken from, in the version approved last',
    kind: 'product',
    optional: true,
    nullable: true,
  })
  productId?: string | null;

  @TextField({ ...HS_CODE, description: `${HS_CODE.description}; ${UNLESS_PRODUCT}`, optional: true })
  hsCode?: string;

  @TextField({ ...GOODS_NAME, description: `${GOODS_NAME.description}; ${UNLESS_PRODUCT}`, optional: true })
  goodsName?: string;

  @TextField({ ...GOODS_NAME_EN, description: `${GOODS_NAME_EN.description}; ${UNLESS_PRODUCT}`, optional: true })
  goodsNameEn?: string;

  @TextField({ ...ELEMENTS, description: `${ELEMENTS.description}; ${UNLESS_PRODUCT}`, optional: true })
  declarationElements?: string;
}

/** The refund rate that the estimate uses. */
export class KnownRefundRateDto {
  @DecimalField({ description: 'Fraction', example: '0.13' })
  rate!: string;

  @TextField({ description: 'Version of the table that it was read from' })
  tableVersion!: string;
}

export class OrderLineDto extends LineTerms {
  @IdField({ description: 'Id of the line', kind: 'orderLine' })
  id!: string;

  @TextField(HS_CODE)
  hsCode!: string;

  @TextField(GOODS_NAME)
  goodsName!: string;

  @TextField(GOODS_NAME_EN)
  goodsNameEn!: string;

  @TextField(ELEMENTS)
  declarationElements!: string;

  @IdField({ description: 'The product that the line was filled from', kind: 'product', nullable: true })
  productId!: string | null;

  @IntegerField({ description: 'The approved version of it', min: 1, nullable: true, example: 1 })
  productVersion!: number | null;

  @IntegerField({ description: 'From 1', min: 1, max: LINES_MAX })
  lineNumber!: number;

  @ObjectField(() => KnownRefundRateDto, {
    description: 'Export refund rate as known when the order was placed; null where the table has none',
    nullable: true,
  })
  refundRate!: KnownRefundRateDto | null;
}

/** From where to where. */
export class RouteDto {
  @TextField({ description: 'UN/LOCODE in China', pattern: /^[A-Z]{2}[A-Z2-9]{3}$/, max: 5, example: 'CNNGB' })
  portOfLoading!: string;

  @TextField({ description: 'UN/LOCODE', pattern: /^[A-Z]{2}[A-Z2-9]{3}$/, max: 5, example: 'DEHAM' })
  portOfDischarge!: string;

  @TextField({ description: 'ISO 3166-1 alpha-2', pattern: /^[A-Z]{2}$/, max: 2, example: 'DE' })
  destinationCountry!: string;

  @TextField({ description: 'Customs office of declaration (申报地海关)', pattern: /^\d{4}$/, max: 4, example: '3104' })
  declarationOffice!: string;

  @TextField({ description: 'Customs office of exit (出境关别)', pattern: /^\d{4}$/, max: 4, example: '3104' })
  exitOffice!: string;

  @EnumField({ description: 'Main transport', values: TRANSPORT_MODES, example: 'sea' })
  transportMode!: (typeof TRANSPORT_MODES)[number];
}

export class ContainerDto {
  @TextField({ description: 'ISO 6346 size-type code', pattern: /^[0-9A-Z]{4}$/, max: 4, example: '22G1' })
  sizeType!: string;

  @IntegerField({ description: 'How many', min: 1, max: 100, example: 1 })
  count!: number;
}

/** Who carries the goods, and how. */
export class FreightDto {
  @EnumField({ description: 'Who books: the platform, or somebody else', values: FREIGHT_BY, example: 'platform' })
  by!: (typeof FREIGHT_BY)[number];

  @EnumField({
    description: 'Full containers or less; needed when the platform books',
    values: FREIGHT_MODES,
    optional: true,
    nullable: true,
    example: 'fcl',
  })
  mode?: (typeof FREIGHT_MODES)[number] | null;

  @ListField(() => ContainerDto, { description: 'With mode fcl', optional: true, max: 10 })
  containers?: ContainerDto[];

  @DateField({ description: 'When the goods are ready to be picked up', example: '2026-12-01' })
  readyDate!: string;

  @MoneyField({
    description:
      "Main carriage that the price contains, in the order's currency or CNY; needed where somebody else books",
    optional: true,
    nullable: true,
  })
  freightCharge?: MoneyDto | null;

  @MoneyField({
    description: 'Insurance that the price contains (CIF, CIP and the D terms)',
    optional: true,
    nullable: true,
  })
  insuranceCharge?: MoneyDto | null;
}

export class RefundDto {
  @EnumField({
    description:
      'How the export VAT refund is claimed: trading 免退税, manufacturer 免抵退税, agency 代办退税; agency_export 代理出口: by a ' +
      'principal, with a certificate; or none',
    values: REFUND_MODES,
    example: 'trading',
  })
  mode!: (typeof REFUND_MODES)[number];

  @BooleanField({
    description: 'Whether the refund is to be advanced by a lending bank; default false',
    optional: true,
  })
  advance?: boolean;
}

export class FxDto {
  @EnumField({
    description: 'automatic: what the buyer pays is converted to CNY without being asked; default automatic',
    values: FX_CONVERSIONS,
    optional: true,
    example: 'automatic',
  })
  conversion?: (typeof FX_CONVERSIONS)[number];

  @DecimalField({ description: "CNY per one unit of the order's currency, to plan with", places: 6, example: '7.08' })
  planRate!: string;
}
