import { type LocalDate } from '../../../kernel/local-date.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { type Bilingual } from '../../../kernel/sentence.js';
import { type DeclarationForm, type Transport } from '../declaration-form.js';
import { type Severity } from '../rules/form-rule.js';

/** Code tables of the customs parameter library, as the catalogue names them. */
export const CODE_TABLES = [
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
export type CodeTableName = (typeof CODE_TABLES)[number];

/** What the tables hold of the codes that were asked for, on the day. A table of which nothing is on record is not among them. */
export type CodesOnRecord = ReadonlyMap<CodeTableName, ReadonlySet<string>>;

/** A value, and the year that its source is of; null where it is of none in particular. */
export interface Stated<Value> {
  readonly value: Value;
  readonly year: number | null;
}

/** 监管条件, and the code of the paper that answers it; null where none is declared. */
export interface Condition {
  readonly letter: string;
  readonly name: Bilingual;
  readonly documentCode: string | null;
}

/** What is on record of an HS code on the day; null: no source that is loaded states it. */
export interface HsFacts {
  readonly units: Stated<{
    readonly firstUnit: string | null;
    readonly secondUnit: string | null;
    readonly hasOneUnit: boolean;
  }> | null;
  readonly conditions: Stated<readonly Condition[]> | null;
  readonly elements: Stated<readonly { readonly name: string; readonly required: boolean }[]> | null;
}

/** What the order says: the form as it would be drafted from it now, and the containers that it wants. */
export interface OrderFacts {
  readonly form: DeclarationForm;
  readonly containers: readonly { readonly sizeType: string; readonly count: number }[];
}

/** What the carrier confirmed. */
export interface BookingFacts {
  readonly transport: Transport;
  /** The freight to declare from its charges; null where the price holds none, or they do not tell it. */
  readonly freightCharge: MoneyJson | null;
}

/** What a declaration is held against beside its own form. */
export interface DeclarationFacts {
  readonly codes: CodesOnRecord;
  readonly hsCodes: ReadonlyMap<string, HsFacts>;
  /** Last days of codes that are not in force any more. */
  readonly endedHsCodes: ReadonlyMap<string, LocalDate>;
  readonly order: OrderFacts | null;
  readonly booking: BookingFacts | null;
}

export const NO_FACTS: DeclarationFacts = {
  codes: new Map(),
  hsCodes: new Map(),
  endedHsCodes: new Map(),
  order: null,
  booking: null,
};

/** The tariff changes every year: what is on record from an earlier one may have changed since, and is only a warning. */
export function severityOf({ year }: Stated<unknown>, on: LocalDate): Severity {
  return year !== null && year >= Number(on.slice(0, 4)) ? 'error' : 'warning';
}
