import { type MoneyJson } from '../../../kernel/money.js';
import { type TransportMode } from '../data/transport-modes.js';
import {
  type Consignee,
  type DeclarationForm,
  type DomesticParty,
  type FormContainer,
  type FormItem,
  type Licence,
  type Transport,
} from '../declaration-form.js';
import { type Details } from '../message-details.js';
import { type GivenPart } from '../message-parts.js';
import { type ImportItemFacts } from './import-facts.js';

/** What an importer confirms (承诺事项, 填制规范 四十一至四十五), yes or no. */
export interface Confirmations {
  readonly specialRelationship: boolean;
  readonly priceInfluenced: boolean;
  readonly royalties: boolean;
  readonly formulaPriced: boolean;
  readonly provisionallyPriced: boolean;
}

/** One item in the words of an import. */
export type ImportLine = Omit<
  FormItem,
  'itemNumber' | 'orderLineId' | 'sourceDistrict' | 'details' | 'import' | 'product'
> &
  ImportItemFacts & {
    /** 境内目的地, 5 digits. */
    readonly destinationDistrict: string;
    readonly details: Details;
    readonly product: { readonly id: string; readonly version: number } | null;
  };

/** An import declaration in its own words; `formOfImport` has what stands where on the form. */
export interface ImportTerms {
  readonly declarationOffice: string;
  /** 进境关别. */
  readonly entryOffice: string;
  /** 消费使用单位. */
  readonly consumer: DomesticParty;
  /** 境外发货人. */
  readonly consignor: Consignee;
  readonly contractNumber: string;
  readonly incoterm: string;
  readonly currency: string;
  readonly exchangeRate: string | null;
  readonly transportMode: TransportMode;
  readonly isContainerised: boolean;
  readonly transport: Transport;
  readonly containers: readonly FormContainer[];
  /** UN/LOCODE of the port abroad (启运港) and of the one in China. */
  readonly portOfLoading: string;
  readonly portOfDischarge: string;
  /** 启运国, ISO 3166-1 alpha-2. */
  readonly departureCountry: string;
  /** 经停港, where it is not the port of loading. */
  readonly transitPortCode: string | null;
  /** 入境口岸, where the table of ports is overruled. */
  readonly entryPortCode: string | null;
  readonly freightCharge: MoneyJson | null;
  readonly insuranceCharge: MoneyJson | null;
  readonly otherCharge: MoneyJson | null;
  readonly goodsPlace: string;
  readonly marks: string | null;
  readonly remarks: string | null;
  readonly confirmations: Confirmations;
  readonly licences: readonly Licence[];
  readonly parts: readonly GivenPart[];
  readonly details: Details;
  readonly items: readonly ImportLine[];
}

/** 一般贸易 */
const GENERAL_TRADE = '0110';

const PROMISES = [
  'specialRelationship',
  'priceInfluenced',
  'royalties',
  'formulaPriced',
  'provisionallyPriced',
] as const satisfies readonly (keyof Confirmations)[];

/** The words of an import and those of the form, where they differ. */
const WORDS = {
  importer: 'exporter',
  consumer: 'producer',
  consignor: 'consignee',
  entryOffice: 'exitOffice',
  departureCountry: 'destinationCountry',
  transitPortCode: 'destinationPortCode',
  entryPortCode: 'exitPortCode',
  destinationDistrict: 'sourceDistrict',
} as const;
const IMPORT_WORDS = new Map<string, string>(Object.entries(WORDS).map(([own, onForm]) => [onForm, own]));

/** A place on the form, as the importer knows it. */
export function importPointer(pointer: string): string {
  return pointer
    .split('/')
    .map((part) => IMPORT_WORDS.get(part) ?? part)
    .join('/');
}

/**
 * The form of an import. On the declaration the domestic company stands in one place whichever way the goods go
 * (境内收发货人), and so do most fields; the form keeps the names that they have on an export.
 * @param lineId gives each item an id
 */
export function formOfImport(
  importer: DomesticParty,
  declarant: DomesticParty,
  terms: ImportTerms,
  lineId: () => string,
): DeclarationForm {
  const { entryOffice, consumer, consignor, departureCountry, transitPortCode, entryPortCode, ...rest } = terms;
  const { exchangeRate, otherCharge, confirmations, items, ...same } = rest;
  return {
    ...same,
    supervisionMode: GENERAL_TRADE,
    exporter: importer,
    producer: consumer,
    declarant,
    consignee: consignor,
    exitOffice: entryOffice,
    destinationCountry: departureCountry,
    destinationPortCode: transitPortCode,
    exitPortCode: entryPortCode,
    import: { exchangeRate, otherCharge },
    details: { ...same.details, PromiseItmes: PROMISES.map((name) => (confirmations[name] ? '1' : '0')).join('') },
    items: items.map((line, index) => itemOf(line, index + 1, lineId())),
  };
}

function itemOf(
  { destinationDistrict, treatment, antiDumpingRate, preference, ...same }: ImportLine,
  itemNumber: number,
  orderLineId: string,
): FormItem {
  const facts = { treatment, antiDumpingRate, preference };
  return { ...same, itemNumber, orderLineId, sourceDistrict: destinationDistrict, import: facts };
}

/** The form in the words of an import. */
export function importOf({
  exporter: _importer,
  declarant: _declarant,
  supervisionMode: _mode,
  ...rest
}: DeclarationForm): ImportTerms {
  const { producer, consignee, exitOffice, destinationCountry, destinationPortCode, exitPortCode, ...same } = rest;
  const { import: facts, items, licences = [], parts = [], details: all = {}, ...plain } = same;
  const { PromiseItmes: promises = '', ...details } = all;
  return {
    ...plain,
    consumer: producer,
    consignor: consignee,
    entryOffice: exitOffice,
    departureCountry: destinationCountry,
    transitPortCode: destinationPortCode,
    entryPortCode: exitPortCode,
    exchangeRate: facts?.exchangeRate ?? null,
    otherCharge: facts?.otherCharge ?? null,
    confirmations: confirmationsOf(promises),
    licences,
    parts,
    details,
    items: items.map(lineOf),
  };
}

function confirmationsOf(promises: string): Confirmations {
  const said = PROMISES.map((name, index) => [name, promises[index] === '1'] as const);
  return Object.fromEntries(said) as unknown as Confirmations;
}

function lineOf({
  itemNumber: _number,
  orderLineId: _line,
  sourceDistrict,
  details = {},
  product = null,
  import: facts,
  ...same
}: FormItem): ImportLine {
  const { treatment = 'mfn', antiDumpingRate = null, preference = null } = facts ?? {};
  return { ...same, destinationDistrict: sourceDistrict, details, product, treatment, antiDumpingRate, preference };
}
