import { type Bilingual } from '../../../kernel/sentence.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';

export type Direction = 'export' | 'import';

/** How goods are put before customs: by a declaration of the single window, or by a list (清单) of parcels. */
export type Channel = 'declaration' | 'list';

export const ACTORS = ['merchant', 'platform', 'payer', 'carrier', 'declarant', 'warehouse', 'customs'] as const;
/** Who takes a step: the seller, the marketplace, the payment company, logistics, who declares, a warehouse, customs. */
export type Actor = (typeof ACTORS)[number];

/** One step of a trade under a mode, in the order in which they are taken. */
export interface Step {
  readonly by: Actor;
  readonly does: Bilingual;
  /** Roots of messages of cross-border e-commerce; `DecMessage` is the declaration of the single window. */
  readonly messages: readonly string[];
}

/** A figure that the law sets, in the currency that it names. */
export interface Limit {
  readonly name: string;
  /** What it is held against. */
  readonly per: 'declaration' | 'order' | 'person_and_year';
  readonly amount: Money;
  readonly from: LocalDate;
  /** The last day; null: in force. */
  readonly to: LocalDate | null;
  /** One indivisible item may be above it, and stays in the mode. */
  readonly singleItemStays: boolean;
  /** What becomes of goods above it. */
  readonly above: Bilingual;
  readonly source: string;
}

export const REFUNDABILITIES = ['yes', 'conditional', 'no'] as const;
/** Whether the export's VAT may be refunded (出口退税). */
export interface Refund {
  readonly possible: (typeof REFUNDABILITIES)[number];
  readonly under: Bilingual;
  readonly source: string;
}

export const CONDITIONS = [
  'direction',
  'registered',
  'consumer',
  'company',
  'marketplace',
  'overseas_warehouse',
  'market_purchase',
  'bonded_area',
  'pilot_city',
  'outside_pilot_cities',
  'positive_list',
  'unrestricted',
  'limits',
] as const;
/** What must be so for a trade to go under a mode; each is asked of the facts by name. */
export type ConditionName = (typeof CONDITIONS)[number];

/** How goods move in one direction under a mode. */
export interface Trade {
  readonly direction: Direction;
  readonly who: Bilingual;
  readonly channels: readonly Channel[];
  readonly documents: readonly Bilingual[];
  readonly steps: readonly Step[];
  readonly limits: readonly Limit[];
  readonly conditions: readonly ConditionName[];
  /** Null for imports. */
  readonly refund: Refund | null;
}

/** A supervision mode (监管方式) of customs, as the platform knows it. */
export interface SupervisionMode {
  /** Four digits of the customs table. */
  readonly code: string;
  readonly name: Bilingual;
  readonly sources: readonly string[];
  readonly trades: readonly Trade[];
}

/** A step's messages by their numbers: `step('platform', en, zh, '303')`. */
export function step(by: Actor, en: string, zh: string, ...numbers: readonly string[]): Step {
  return { by, does: { en, zh }, messages: numbers.map((number) => `CEB${number}Message`) };
}

/** A step that the single window's declaration is for. */
export function declares(en: string, zh: string): Step {
  return { by: 'declarant', does: { en, zh }, messages: ['DecMessage'] };
}

/** Every message of a trade once, in the order of its steps. */
export function messagesOf({ steps }: Trade): string[] {
  return [...new Set(steps.flatMap(({ messages }) => messages))];
}

/** Limits that are in force on a day. */
export function limitsOn({ limits }: Trade, day: LocalDate): Limit[] {
  return limits.filter(({ from, to }) => from <= day && (to === null || day <= to));
}
