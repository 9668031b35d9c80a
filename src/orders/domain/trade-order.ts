import { type Money } from '../../kernel/money.js';
import { type Incoterm } from './incoterm.js';
import { type TrackStates } from './track-lives.js';

export const ORDER_STATES = ['draft', 'placed', 'in_progress', 'attention', 'closed', 'cancelled'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const TRANSPORT_MODES = ['sea', 'air', 'rail', 'road'] as const;
export const FREIGHT_BY = ['platform', 'other'] as const;
export const FREIGHT_MODES = ['fcl', 'lcl'] as const;
export const REFUND_MODES = ['trading', 'manufacturer', 'agency', 'agency_export', 'none'] as const;
/** False of what is exported without a refund, or for a principal who claims it (代理出口). */
export function claimsRefund(mode: string): boolean {
  return mode !== 'none' && mode !== 'agency_export';
}

export const FX_CONVERSIONS = ['automatic', 'manual'] as const;

/** Supervision modes that are declared from an order: 0110 一般贸易, general trade, and 1039 市场采购, market purchase. */
export const SALES_CHANNELS = ['0110', '1039', '9710', '9810'] as const;
/** Exempt from VAT, so that nothing is refunded (国家税务总局公告2015年第89号). */
export const CHANNELS_WITHOUT_REFUND: readonly string[] = ['1039'];

/** Goods as sold. Quantities, weights and rates are decimal strings, exactly as they were given. */
export interface OrderLine {
  readonly id: string;
  readonly lineNumber: number;
  readonly hsCode: string;
  readonly goodsName: string;
  readonly goodsNameEn: string;
  readonly declarationElements: string;
  readonly quantity: string;
  readonly unit: string;
  readonly firstQuantity: string;
  readonly firstUnit: string;
  readonly secondQuantity: string | null;
  readonly secondUnit: string | null;
  readonly unitPrice: string;
  readonly total: Money;
  readonly netWeightKg: string;
  readonly grossWeightKg: string;
  readonly volumeCbm: string;
  readonly packages: number;
  readonly packageType: string;
  readonly sourceDistrict: string;
  readonly originCountry: string;
  /** What the line was filled from: a version of a product that was approved; null where it was written by hand. */
  readonly product: { readonly id: string; readonly version: number } | null;
  /** Which goods of the refund library it is of, where the library divides its code and a person chose; else null. */
  readonly refundCode: string | null;
  /** CNY without VAT; null where the seller did not say what the goods cost. */
  readonly purchase: { readonly amountExVat: Money; readonly vatRate: string } | null;
  /** As known when the order was placed, for the estimate; null where the table has no row for the goods. */
  readonly refundRate: { readonly rate: string; readonly tableVersion: string } | null;
}

/** What buyer and seller agreed, and how it is to be carried out. */
export interface OrderTerms {
  readonly reference: string;
  readonly contractNumber: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly incoterm: Incoterm;
  /** Sum of the lines: what the buyer owes. */
  readonly value: Money;
  readonly salesChannel: string;
  readonly route: {
    readonly portOfLoading: string;
    readonly portOfDischarge: string;
    readonly destinationCountry: string;
    readonly declarationOffice: string;
    readonly exitOffice: string;
    readonly transportMode: (typeof TRANSPORT_MODES)[number];
  };
  readonly freight: {
    readonly by: (typeof FREIGHT_BY)[number];
    readonly mode: (typeof FREIGHT_MODES)[number] | null;
    readonly containers: readonly { readonly sizeType: string; readonly count: number }[];
    readonly readyDate: string;
    readonly freightCharge: Money | null;
    readonly insuranceCharge: Money | null;
  };
  readonly refund: { readonly mode: (typeof REFUND_MODES)[number]; readonly advance: boolean };
  readonly fx: { readonly conversion: (typeof FX_CONVERSIONS)[number]; readonly planRate: string };
  readonly lines: readonly OrderLine[];
}

/** A line as the caller gives it: no number yet, and no rate looked up. */
export type NewLine = Omit<OrderLine, 'id' | 'lineNumber' | 'refundRate'>;

/** A line as it is asked for: of a product, or by hand. */
export interface GivenLine
  extends
    Omit<NewLine, 'product' | 'hsCode' | 'goodsName' | 'goodsNameEn' | 'declarationElements'>,
    Partial<Pick<NewLine, 'hsCode' | 'goodsName' | 'goodsNameEn' | 'declarationElements'>> {
  readonly productId: string | null;
}

/** A line without its money. */
export type Goods = Omit<NewLine, 'total' | 'purchase' | 'product' | 'refundCode'>;

export function goodsOf(line: Goods): Goods {
  return {
    hsCode: line.hsCode,
    goodsName: line.goodsName,
    goodsNameEn: line.goodsNameEn,
    declarationElements: line.declarationElements,
    quantity: line.quantity,
    unit: line.unit,
    firstQuantity: line.firstQuantity,
    firstUnit: line.firstUnit,
    secondQuantity: line.secondQuantity,
    secondUnit: line.secondUnit,
    unitPrice: line.unitPrice,
    netWeightKg: line.netWeightKg,
    grossWeightKg: line.grossWeightKg,
    volumeCbm: line.volumeCbm,
    packages: line.packages,
    packageType: line.packageType,
    sourceDistrict: line.sourceDistrict,
    originCountry: line.originCountry,
  };
}

/** An order as the caller gives it. */
export interface NewTerms extends Omit<OrderTerms, 'value' | 'lines'> {
  readonly currency: string;
  readonly lines: readonly NewLine[];
}

/** An order before its lines are filled from their products. */
export interface GivenTerms extends Omit<NewTerms, 'lines'> {
  readonly lines: readonly GivenLine[];
}

/** An order with its life. */
export interface TradeOrder extends OrderTerms {
  readonly id: string;
  readonly state: OrderState;
  readonly tracks: TrackStates;
  /** Customs has a declaration of it, whatever the track says. */
  readonly customsBinds: boolean;
  readonly placedAt: Date | null;
  readonly closedAt: Date | null;
  readonly cancellationReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
