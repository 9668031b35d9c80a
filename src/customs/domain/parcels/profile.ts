import { InputCheck } from '../../../kernel/input-check.js';
import { type VatBase } from '../retail-import-law.js';
import { SAY } from './parcel.sentences.js';

export const DIRECTIONS = ['export', 'import'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Papers that go to customs beside the list, when it is us who send them. Exports have a receipt where imports have a payment. */
export const TRANSMITTED = ['order', 'payment', 'receipt', 'waybill'] as const;
export type Transmitted = (typeof TRANSMITTED)[number];

/** `A`: simplified, no refund of tax; `B`: summarised in declarations, or counted, with refund (统计标识). */
export const LIST_KINDS = ['A', 'B'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** Supervision modes that are filed as lists (清单), by direction. Source: GACC 2016 No. 26, 2018 No. 194, 2020 No. 75. */
const MODES: Readonly<Record<Direction, readonly string[]>> = {
  import: ['9610', '1210', '1239'],
  export: ['9610', '9710', '9810', '1210'],
};
const BONDED = ['1210', '1239'];

/** A company as customs knows it. */
export interface Company {
  readonly code: string;
  readonly name: string;
}

/** How goods cross the border, where the papers of a parcel say nothing else. */
export interface Transport {
  /** 运输方式代码, one digit. */
  readonly mode: string;
  readonly name: string | null;
  readonly voyage: string | null;
  readonly billNo: string | null;
  /** 起运国 or 运抵国: three digits of the customs table. */
  readonly country: string;
}

/** What a tenant files parcels of one kind with. */
export interface ProfileTerms {
  readonly platform: Company;
  readonly merchant: Company;
  readonly logistics: Company;
  /** 申报企业 */
  readonly agent: Company;
  /** 区内企业 of bonded modes. */
  readonly area: Company | null;
  /** 账册编号 of bonded modes. */
  readonly accountBook: string | null;
  readonly customsOffice: string;
  readonly port: string;
  /** Our number at the exchange platform. */
  readonly dxpId: string;
  /** 担保企业编号; imports only. */
  readonly guarantor: string | null;
  /** Exports only. */
  readonly listKind: ListKind | null;
  readonly transmits: readonly Transmitted[];
  /** Imports only; null: as the law has it. */
  readonly vatBase: VatBase | null;
  readonly transport: Transport;
  /** Files as soon as the papers match. */
  readonly filesAtOnce: boolean;
}

/** @throws InvalidInputError naming every fault */
export function checkProfile(
  terms: ProfileTerms,
  { direction, supervisionMode }: { readonly direction: Direction; readonly supervisionMode: string },
): void {
  const check = new InputCheck();
  const modes = MODES[direction];
  check.that(modes.includes(supervisionMode), '/supervisionMode', 'not_allowed', SAY.modes({ modes }));
  const isBonded = BONDED.includes(supervisionMode);
  check.that(!isBonded || terms.area !== null, '/area', 'required', SAY.bonded_needs);
  check.that(!isBonded || terms.accountBook !== null, '/accountBook', 'required', SAY.bonded_needs);
  const isImport = direction === 'import';
  check.that(!isImport || terms.guarantor !== null, '/guarantor', 'required', SAY.import_needs_guarantor);
  check.that(isImport || terms.listKind !== null, '/listKind', 'required', SAY.export_needs_kind);
  const foreign = isImport ? 'receipt' : 'payment';
  check.that(!terms.transmits.includes(foreign), '/transmits', 'not_allowed', SAY.not_of_direction({ paper: foreign }));
  check.done();
}
