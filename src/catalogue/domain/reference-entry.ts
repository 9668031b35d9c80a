import { type LocalDate } from '../../kernel/local-date.js';
import { type DutyRate } from './duty-rate.js';

/** What is known of an HS code, each with days and a source of its own. */
export interface HsValues {
  readonly hs_names: { readonly nameZh: string; readonly nameEn: string | null };
  /** Statutory units (法定计量单位), codes of the unit table. */
  readonly hs_units: {
    readonly firstUnit: string | null;
    readonly secondUnit: string | null;
    /** True where the source says that there is no second one. */
    readonly hasOneUnit: boolean;
  };
  readonly hs_mfn: HsRate;
  readonly hs_provisional: HsRate;
  readonly hs_general: HsRate;
  readonly hs_export_duty: HsRate;
  readonly hs_export_provisional: HsRate;
  readonly hs_vat: HsRate;
  readonly hs_consumption_tax: HsRate;
  /** 监管条件: the letters, in the order of the tariff; empty: none applies. */
  readonly hs_supervision: { readonly conditions: readonly string[] };
  readonly hs_elements: { readonly elements: readonly ElementRow[] };
}
export interface HsRate {
  readonly rate: DutyRate;
}
export type HsTopic = keyof HsValues;

/** One of the declaration elements (申报要素) of a code, under its Chinese name. */
export interface ElementRow {
  readonly name: string;
  /** False for what is filled where there is something to say: GTIN, CAS, others. */
  readonly required: boolean;
}

export const HS_TOPICS = [
  'hs_names',
  'hs_units',
  'hs_mfn',
  'hs_provisional',
  'hs_general',
  'hs_export_duty',
  'hs_export_provisional',
  'hs_vat',
  'hs_consumption_tax',
  'hs_supervision',
  'hs_elements',
] as const satisfies readonly HsTopic[];

/** Code tables of the customs parameter library; an entry is a code and its name. */
export const CODE_TOPICS = [
  'unit',
  'customs_office',
  'domestic_port',
  'world_port',
  'country',
  'currency',
  'package_type',
  'transport_mode',
  'supervision_mode',
  'levy_nature',
  'domestic_district',
] as const;
export type CodeTopic = (typeof CODE_TOPICS)[number];

export interface CodeName {
  readonly nameZh: string;
  readonly nameEn: string | null;
}

/** What the table of tax classification codes (商品和服务税收分类编码表) says of one code. */
export interface TaxClassificationValue {
  readonly nameZh: string;
  /** 商品和服务分类简称: printed between asterisks before the name of the goods. */
  readonly shortName: string | null;
  readonly description: string | null;
  /** 海关进出口商品品目: the first digits of HS codes, or two of one length with a hyphen between; empty where none are stated. */
  readonly hsCodes: readonly string[];
  /** 汇总项: stands for those below it and is not invoiced; null where the file does not say. */
  readonly isGroup: boolean | null;
}

export type Topic = HsTopic | CodeTopic | 'tax_classification';
export type ValueOf<T extends Topic> = T extends HsTopic
  ? HsValues[T]
  : T extends 'tax_classification'
    ? TaxClassificationValue
    : CodeName;

/** How long a value holds, and who says so. Days are inclusive; null: open. */
export interface Provenance {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** The notice, table or practice that it is from. */
  readonly source: string;
  /** The year that the source is of; null where it is of none in particular. */
  readonly year: number | null;
}

/** One value of one code, from a day on. */
export interface ReferenceEntry<T extends Topic = Topic> extends Provenance {
  readonly topic: T;
  readonly code: string;
  readonly value: ValueOf<T>;
}
