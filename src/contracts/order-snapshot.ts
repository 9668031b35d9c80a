import { type Amount } from './events/amount.js';

/** A Chinese company that exports: what customs, bank and tax bureau need to know of it. */
export interface SellerSnapshot {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  /** Unified social credit code (统一社会信用代码), 18 characters; also the taxpayer number. */
  readonly uscc: string;
  /** Customs registration (海关注册编码), 10 characters. */
  readonly customsCode: string;
  readonly enterpriseKind: 'trading' | 'manufacturer';
  readonly address: string;
  /** Where CNY is paid out to. */
  readonly bankAccount: {
    readonly accountNumber: string;
    readonly accountHolder: string;
    readonly cnaps: string;
  } | null;
}

export interface BuyerSnapshot {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly address: string;
}

/** One line of goods. Quantities, weights and rates are decimal strings; units are codes of the customs unit table. */
export interface OrderLineSnapshot {
  readonly id: string;
  readonly lineNumber: number;
  /** 10 digits. */
  readonly hsCode: string;
  readonly goodsName: string;
  readonly goodsNameEn: string;
  /** 申报要素, joined with `|` in the order of the HS code. */
  readonly declarationElements: string;
  readonly quantity: string;
  readonly unit: string;
  readonly firstQuantity: string;
  readonly firstUnit: string;
  readonly secondQuantity: string | null;
  readonly secondUnit: string | null;
  readonly unitPrice: string;
  readonly total: Amount;
  readonly netWeightKg: string;
  readonly grossWeightKg: string;
  readonly volumeCbm: string;
  readonly packages: number;
  /** Customs package table code, such as `22` for cartons. */
  readonly packageType: string;
  /** 境内货源地, 5 digits. */
  readonly sourceDistrict: string;
  /** ISO 3166-1 alpha-2 country of origin; CN. */
  readonly originCountry: string;
  /** The approved version of a product that the line was filled from. */
  readonly product: { readonly id: string; readonly version: number } | null;
  /** Which goods of the refund library it is of, where a person chose; else null. */
  readonly refundCode: string | null;
  /** What the goods cost: the purchase without VAT, or the manufacturer's own cost. */
  readonly purchase: { readonly amountExVat: Amount; readonly vatRate: string } | null;
}

/** An order as the services see it. */
export interface OrderSnapshot {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly incoterm: string;
  readonly currency: string;
  /** Sum of the lines: what the buyer owes. */
  readonly value: Amount;
  readonly contractNumber: string;
  readonly seller: SellerSnapshot;
  readonly buyer: BuyerSnapshot;
  readonly lines: readonly OrderLineSnapshot[];
  readonly route: {
    /** UN/LOCODE. */
    readonly portOfLoading: string;
    readonly portOfDischarge: string;
    /** ISO 3166-1 alpha-2. */
    readonly destinationCountry: string;
    /** 申报地海关 and 出境关别, 4 digits each. */
    readonly declarationOffice: string;
    readonly exitOffice: string;
    readonly transportMode: 'sea' | 'air' | 'rail' | 'road';
  };
  readonly freight: {
    readonly by: 'platform' | 'other';
    readonly mode: 'fcl' | 'lcl' | null;
    /** ISO 6346 size-type and count, for FCL. */
    readonly containers: readonly { readonly sizeType: string; readonly count: number }[];
    readonly readyDate: string;
    /** For Incoterms that include them, and when somebody else books: needed for FOB and the declaration. */
    readonly freightCharge: Amount | null;
    readonly insuranceCharge: Amount | null;
  };
  readonly refund: {
    readonly mode: 'trading' | 'manufacturer' | 'agency' | 'agency_export' | 'none';
    readonly advance: boolean;
  };
  readonly fx: {
    /** `automatic`: what is collected is converted to CNY without being asked. */
    readonly conversion: 'automatic' | 'manual';
    /** Planning rate, CNY per 1 unit of the order's currency; for the estimate. */
    readonly planRate: string;
  };
  readonly salesChannel: string;
  readonly placedAt: string;
}
