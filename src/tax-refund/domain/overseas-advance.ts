import { Decimal } from '../../kernel/decimal.js';

/** 跨境电子商务出口海外仓 */
const OVERSEAS_MODE = '9810';

/** 海外仓预退: what a claim is filed as before the goods are sold. Source: 国家税务总局公告2025年第3号. */
export const BUSINESS_TYPES = ['HWC-YT'] as const;
export type BusinessType = (typeof BUSINESS_TYPES)[number];

/**
 * Of goods for a warehouse abroad the refund may be claimed once they have left, before they are sold; it is settled by the sale.
 * What is not told apart counts as unsold.
 */
export function mayBeAdvanced(supervisionMode: string): boolean {
  return supervisionMode === OVERSEAS_MODE;
}

/** How a declared item stands abroad, in its declared unit. */
export interface OverseasItem {
  readonly itemNumber: number;
  /** The greatest is the newest. */
  readonly revision: number;
  readonly declared: string;
  readonly sold: string;
  readonly lost: string;
  readonly unsold: string;
}

/** What is known of the sales abroad of one declaration. */
export interface OverseasSales {
  readonly entryNumber: string;
  /** RFC 3339. */
  readonly asOf: string;
  readonly items: readonly OverseasItem[];
}

/** News come in any order and by declaration: of each item the newest counts. */
export function laterSales(known: readonly OverseasSales[], news: OverseasSales): readonly OverseasSales[] {
  const before = known.find(({ entryNumber }) => entryNumber === news.entryNumber) ?? null;
  const items = new Map<number, OverseasItem>();
  for (const item of [...(before?.items ?? []), ...news.items]) {
    const other = items.get(item.itemNumber);
    if (other === undefined || other.revision < item.revision) items.set(item.itemNumber, item);
  }
  const asOf = before !== null && before.asOf > news.asOf ? before.asOf : news.asOf;
  const sorted = [...items.values()].sort((left, right) => left.itemNumber - right.itemNumber);
  const later = { entryNumber: news.entryNumber, asOf, items: sorted };
  return before === null ? [...known, later] : known.map((sales) => (sales === before ? later : sales));
}

/** `open`: nothing was sold; `partly`; `sold`: all that was not lost; then the advance can be settled as a whole. */
export const SETTLEMENTS = ['open', 'partly', 'sold'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

export function settlementOf({ items }: OverseasSales): Settlement {
  const sum = (of: 'sold' | 'unsold'): Decimal => items.reduce((total, item) => total.plus(item[of]), new Decimal(0));
  if (sum('sold').isZero()) return 'open';
  return sum('unsold').isZero() ? 'sold' : 'partly';
}
