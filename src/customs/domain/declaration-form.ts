import { Decimal, roundHalfUp } from '../../kernel/decimal.js';
import { type MoneyJson } from '../../kernel/money.js';
import { type TransportMode } from './data/transport-modes.js';
import { type Details } from './message-details.js';
import { type GivenPart } from './message-parts.js';
import { asDeclared } from './declared-weight.js';
import { type ImportFacts, type ImportItemFacts } from './imports/import-facts.js';

/** Which way the goods go: the form is the same, its fields are read the other way (境内收发货人, 启运国/运抵国). */
export const DIRECTIONS = ['export', 'import'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A company in China on the form. */
export interface DomesticParty {
  readonly name: string;
  readonly nameEn: string;
  /** Unified social credit code, 18 characters. */
  readonly uscc: string;
  /** Customs registration, 10 characters. */
  readonly customsCode: string;
}

export interface Consignee {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly address: string;
}

/** What the goods leave on. Known only once freight is booked. */
export interface Transport {
  /** Vessel, or the flight, train or truck number. */
  readonly vesselName: string | null;
  readonly voyageNumber: string | null;
  /** B/L, air waybill or other transport document. */
  readonly billNumber: string | null;
}

export interface FormContainer {
  /** ISO 6346. */
  readonly number: string;
  readonly sizeType: string | null;
  /** Weight of the goods in it; null or absent where nobody says. */
  readonly goodsWeightKg?: string | null;
  /** The items in it, by number, with commas; null or absent: a part of all. */
  readonly itemNumbers?: string | null;
}

/** One item; quantities, weights and prices are decimal strings, units codes of the customs unit table. */
export interface FormItem {
  readonly itemNumber: number;
  /** Of an import, which has no order, an id of its own. */
  readonly orderLineId: string;
  readonly hsCode: string;
  readonly goodsName: string;
  readonly goodsNameEn: string;
  /** 申报要素, joined with `|`. */
  readonly declarationElements: string;
  readonly quantity: string;
  readonly unit: string;
  readonly firstQuantity: string;
  readonly firstUnit: string;
  readonly secondQuantity: string | null;
  readonly secondUnit: string | null;
  readonly unitPrice: string;
  readonly total: MoneyJson;
  readonly netWeightKg: string;
  readonly grossWeightKg: string;
  readonly packages: number;
  readonly packageType: string;
  /** 境内货源地, 5 digits. */
  readonly sourceDistrict: string;
  /** ISO 3166-1 alpha-2. */
  readonly originCountry: string;
  /** The approved version of a product that code, names and elements are from; null or absent where there is none. */
  readonly product?: { readonly id: string; readonly version: number } | null;
  /** Further elements of the message; absent in forms kept before there were any. */
  readonly details?: Details;
  /** Of an import only. */
  readonly import?: ImportItemFacts;
}

/** A paper that customs or a ministry issued (随附单证): its code of the table, and its number. */
export interface Licence {
  readonly code: string;
  readonly number: string;
}

/**
 * A declaration as it will be declared: one document, filled from the order, completed by freight, mended by people.
 * What customs calls totals (weights, packages, value) is the sum of the items and never stated twice.
 */
export interface DeclarationForm {
  /** What only an import says; of an export there is none. `imports/import-form.ts` has what each field stands for then. */
  readonly import?: ImportFacts;
  readonly supervisionMode: string;
  /** 申报地海关 and 出境关别, 4 digits each. */
  readonly declarationOffice: string;
  readonly exitOffice: string;
  /** 境内发货人. */
  readonly exporter: DomesticParty;
  /** 生产销售单位. */
  readonly producer: DomesticParty;
  /** 申报单位: who files. */
  readonly declarant: DomesticParty;
  readonly consignee: Consignee;
  readonly contractNumber: string;
  readonly incoterm: string;
  readonly currency: string;
  readonly transportMode: TransportMode;
  /** Full containers by sea: their numbers belong on the form. */
  readonly isContainerised: boolean;
  readonly transport: Transport;
  readonly containers: readonly FormContainer[];
  /** UN/LOCODE. */
  readonly portOfLoading: string;
  readonly portOfDischarge: string;
  /** Overrides of the port tables, where they do not know the port or know another. */
  readonly destinationPortCode: string | null;
  readonly exitPortCode: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly destinationCountry: string;
  readonly freightCharge: MoneyJson | null;
  readonly insuranceCharge: MoneyJson | null;
  /** 货物存放地点. */
  readonly goodsPlace: string;
  /** 标记唛码; null is written N/M. */
  readonly marks: string | null;
  readonly remarks: string | null;
  /** Further elements of the message, and papers; absent in forms kept before there were any. */
  readonly details?: Details;
  readonly licences?: readonly Licence[];
  readonly parts?: readonly GivenPart[];
  readonly items: readonly FormItem[];
}

/** The message takes this many decimals of a weight or quantity. */
const MESSAGE_PLACES = 5;

/** The sum of the items' weights in kg as a declaration states it. Rounded half up, once. */
export function totalWeight(weightsKg: readonly string[]): Decimal {
  const sum = weightsKg.reduce((total, weight) => total.plus(weight), new Decimal(0));
  return roundHalfUp(asDeclared(sum), MESSAGE_PLACES);
}

export function netWeight({ items }: DeclarationForm): Decimal {
  return totalWeight(items.map((item) => item.netWeightKg));
}

export function grossWeight({ items }: DeclarationForm): Decimal {
  return totalWeight(items.map((item) => item.grossWeightKg));
}

export interface Packing {
  readonly type: string;
  readonly count: number;
}

/** Packages by type, the most numerous first: that one is the form's 包装种类, the others are listed beside it. */
export function packing({ items }: DeclarationForm): Packing[] {
  const counts = new Map<string, number>();
  for (const { packageType, packages } of items) counts.set(packageType, (counts.get(packageType) ?? 0) + packages);
  return [...counts].map(([type, count]) => ({ type, count })).sort((left, right) => right.count - left.count);
}

/** What is still to be known of the transport, as fields of it. A truck has no voyage. */
export function missingTransport({ transport, transportMode }: DeclarationForm): (keyof Transport)[] {
  const needed: (keyof Transport)[] =
    transportMode === 'sea' ? ['vesselName', 'voyageNumber', 'billNumber'] : ['vesselName', 'billNumber'];
  return needed.filter((field) => transport[field] === null || transport[field].trim() === '');
}

export function directionOf(form: DeclarationForm): Direction {
  return form.import === undefined ? 'export' : 'import';
}
