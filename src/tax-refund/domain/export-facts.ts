import { earlierOf, laterOf, type LocalDate } from '../../kernel/local-date.js';
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

/** Which of the declarations of an order one is. */
export interface ExportPart {
  readonly number: number;
  readonly of: number;
}

/** A cleared declaration: what the tax bureau sees of the export. */
export interface ClearedDeclaration {
  readonly part: ExportPart;
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

/** News of the only declaration of an order do not name it. */
export function partOf({ part }: { readonly part?: ExportPart }): ExportPart {
  return part ?? { number: 1, of: 1 };
}

/** What is known of the declarations of one order; those that are cleared are in the order of their parts. */
export interface ExportProgress {
  readonly declarations: readonly ClearedDeclaration[];
  /** Parts that nothing will be exported under. */
  readonly givenUpParts: readonly number[];
}

/** A declaration was cleared, or is heard of again: the later word on a part counts. */
export function withCleared(
  { declarations }: ExportProgress,
  cleared: ClearedDeclaration,
): readonly ClearedDeclaration[] {
  const others = declarations.filter(({ part }) => part.number !== cleared.part.number);
  return [...others, cleared].sort((left, right) => left.part.number - right.part.number);
}

/** True when at least one is cleared and none is waited for: each of the others is cleared or was given up. */
export function isAllCleared({ declarations, givenUpParts }: ExportProgress): boolean {
  const [first] = declarations;
  if (first === undefined) return false;
  const known = new Set([...declarations.map(({ part }) => part.number), ...givenUpParts]);
  return Array.from({ length: first.part.of }, (_, index) => index + 1).every((number) => known.has(number));
}

/** How many of the declarations that are not given up are cleared; null before the first. */
export function clearanceOf({ declarations, givenUpParts }: ExportProgress): { cleared: number; of: number } | null {
  const [first] = declarations;
  return first === undefined ? null : { cleared: declarations.length, of: first.part.of - givenUpParts.length };
}

/** The first export of several starts the clocks of the claim. */
export function earliestExport(declarations: readonly Pick<ClearedDeclaration, 'exportDate'>[]): LocalDate | null {
  const dates = declarations.map(({ exportDate }) => exportDate);
  return dates.length === 0 ? null : dates.reduce((first, date) => earlierOf(first, date));
}

/** The last export of several says in which period a manufacturer claims. */
export function latestExport(declarations: readonly Pick<ClearedDeclaration, 'exportDate'>[]): LocalDate | null {
  const dates = declarations.map(({ exportDate }) => exportDate);
  return dates.length === 0 ? null : dates.reduce((last, date) => laterOf(last, date));
}

/**
 * The key of an exported item in every refund filing, 21 digits: declaration number, 0, item number.
 * @example 222520260795000001, 2 → 222520260795000001002
 */
export function declarationLine(entryNumber: string, itemNumber: number): string {
  return `${entryNumber}0${String(itemNumber).padStart(2, '0')}`;
}
