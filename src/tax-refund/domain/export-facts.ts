import { type LocalDate } from '../../kernel/local-date.js';
import { type MoneyJson } from '../../kernel/money.js';

/** One item of a cleared declaration, as customs' data say. */
export interface ClearedItem {
  readonly itemNumber: number;
  readonly orderLineId: string;
  /** 10 digits. */
  readonly hsCode: string;
  /** Transaction unit, first and second legal unit: codes of the customs unit table. */
  readonly quantities: readonly { readonly quantity: string; readonly unit: string }[];
  readonly fob: MoneyJson;
}

/** A cleared declaration: what the tax bureau sees of the export. */
export interface ClearedDeclaration {
  readonly entryNumber: string;
  /** Printed on the declaration; it selects the refund rate and starts the clocks. */
  readonly exportDate: LocalDate;
  /** 监管方式. */
  readonly supervisionMode: string;
  readonly fob: MoneyJson;
  readonly items: readonly ClearedItem[];
}

/** What the buyer has paid. */
export interface Collection {
  readonly expected: MoneyJson;
  readonly received: MoneyJson;
  readonly shortfall: MoneyJson;
}

/**
 * The key of an exported item in every refund filing, 21 digits: declaration number, 0, item number.
 * @example 222520260795000001, 2 → 222520260795000001002
 */
export function declarationLine(entryNumber: string, itemNumber: number): string {
  return `${entryNumber}0${String(itemNumber).padStart(2, '0')}`;
}
