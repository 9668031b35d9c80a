import { allocate, fromFifths, type Fifths, toFifths } from './fifths.js';

/** A declaration holds so many items; more become further declarations. Source: 报关单填制规范 (50 项) */
const ITEMS_MAX = 50;

/** A line of a released list (清单, CEB603), figures as decimal strings with five places at most. */
export interface ListedGoods {
  readonly gnum: number;
  readonly gcode: string;
  readonly gname: string;
  /** 最终目的国 */
  readonly country: string;
  readonly currency: string;
  readonly unit: string;
  readonly unit1: string;
  readonly unit2: string | null;
  readonly qty: string;
  readonly qty1: string;
  readonly qty2: string | null;
  readonly totalPrice: string;
}

/** A list to be summarised: one parcel. Names as in the message. */
export interface ReleasedList {
  readonly invtNo: string;
  readonly customsCode: string;
  readonly ebcCode: string;
  readonly ownerCode: string;
  readonly agentCode: string;
  readonly tradeMode: string;
  readonly trafMode: string;
  readonly portCode: string;
  readonly country: string;
  readonly grossWeight: string;
  readonly netWeight: string;
  readonly lines: readonly ListedGoods[];
}

export interface SummaryOptions {
  /** `summaryFlag` 2: by 收发货人 and 生产销售单位; 1: by 收发货人 alone. */
  readonly byOwner: boolean;
  /** `itemNameFlag` 1: goods of another name are another item. */
  readonly byName: boolean;
}

export interface SummaryItem {
  readonly gcode: string;
  readonly gname: string;
  readonly country: string;
  readonly currency: string;
  readonly unit: string;
  readonly unit1: string;
  readonly unit2: string | null;
  readonly qty: string;
  readonly qty1: string;
  readonly qty2: string | null;
  readonly totalPrice: string;
  /** Which lines of which lists it is made of. */
  readonly lines: readonly { readonly invtNo: string; readonly gnum: number }[];
}

export interface SummaryDeclaration {
  readonly customsCode: string;
  readonly ebcCode: string;
  /** Null where owners are put together. */
  readonly ownerCode: string | null;
  readonly agentCode: string;
  readonly tradeMode: string;
  readonly trafMode: string;
  readonly portCode: string;
  readonly country: string;
  readonly grossWeight: string;
  readonly netWeight: string;
  readonly items: readonly SummaryItem[];
  readonly invtNos: readonly string[];
}

/** A line with its share of the weights of its parcel. */
interface WeighedLine {
  readonly list: ReleasedList;
  readonly line: ListedGoods;
  readonly gross: Fifths;
  readonly net: Fifths;
}

/**
 * 汇总申报: what the lists of a month become. Lists of one consignor, declarant, office, mode, transport, port and
 * destination make one declaration; their lines of one HS code, units, currency and destination one item of it.
 *
 * Nothing is rounded: quantities and prices are added with their five places. The weights of a parcel go with its lines
 * by value, the leftovers to the first, so that they add up whatever is split. The same lists give the same declarations
 * in whatever order they come.
 *
 * Source: 海关总署公告2018年第194号 (清单核放、汇总申报); CEB701 `summaryFlag`, `itemNameFlag`; keys by practice of customs.
 */
export function monthlySummary(lists: readonly ReleasedList[], options: SummaryOptions): SummaryDeclaration[] {
  const ordered = [...lists].sort((left, right) => compare(left.invtNo, right.invtNo));
  const declarations = groupBy(ordered.flatMap(weighed), ({ list }) => summaryKey(list, options));
  return [...declarations.values()].flatMap((lines) => declarationsOf(lines, options));
}

function declarationsOf(lines: readonly WeighedLine[], options: SummaryOptions): SummaryDeclaration[] {
  const items = [...groupBy(lines, ({ line }) => itemKey(line, options))]
    .sort(([left], [right]) => compare(left, right))
    .map(([, merged]) => merged);
  const declarations: SummaryDeclaration[] = [];
  for (let from = 0; from < items.length; from += ITEMS_MAX) {
    const declaration = declarationOf(items.slice(from, from + ITEMS_MAX), options);
    if (declaration !== null) declarations.push(declaration);
  }
  return declarations;
}

function declarationOf(
  items: readonly (readonly WeighedLine[])[],
  { byOwner }: SummaryOptions,
): SummaryDeclaration | null {
  const lines = items.flat();
  const [first] = lines;
  if (first === undefined) return null;
  const { customsCode, ebcCode, ownerCode, agentCode, tradeMode, trafMode, portCode, country } = first.list;
  return {
    customsCode,
    ebcCode,
    ownerCode: byOwner ? ownerCode : null,
    agentCode,
    tradeMode,
    trafMode,
    portCode,
    country,
    grossWeight: total(lines.map(({ gross }) => gross)),
    netWeight: total(lines.map(({ net }) => net)),
    items: items.flatMap(itemOf),
    invtNos: [...new Set(lines.map(({ list }) => list.invtNo))].sort(compare),
  };
}

function itemOf(merged: readonly WeighedLine[]): SummaryItem[] {
  const [first] = merged;
  if (first === undefined) return [];
  const { gcode, gname, country, currency, unit, unit1, unit2 } = first.line;
  const sumOf = (figure: (line: ListedGoods) => string) => total(merged.map(({ line }) => toFifths(figure(line))));
  return [
    {
      gcode,
      gname,
      country,
      currency,
      unit,
      unit1,
      unit2,
      qty: sumOf(({ qty }) => qty),
      qty1: sumOf(({ qty1 }) => qty1),
      qty2: unit2 === null ? null : sumOf(({ qty2 }) => qty2 ?? '0'),
      totalPrice: sumOf(({ totalPrice }) => totalPrice),
      lines: merged.map(({ list, line }) => ({ invtNo: list.invtNo, gnum: line.gnum })),
    },
  ];
}

function weighed(list: ReleasedList): WeighedLine[] {
  const values = list.lines.map(({ totalPrice }) => toFifths(totalPrice));
  const gross = allocate(toFifths(list.grossWeight), values);
  const net = allocate(toFifths(list.netWeight), values);
  return list.lines.map((line, place) => ({ list, line, gross: gross[place] ?? 0n, net: net[place] ?? 0n }));
}

/** Lists of one key make one declaration. */
export function summaryKey(list: ReleasedList, { byOwner }: SummaryOptions): string {
  const { customsCode, ebcCode, ownerCode, agentCode, tradeMode, trafMode, portCode, country } = list;
  const owner = byOwner ? ownerCode : '';
  return JSON.stringify([customsCode, ebcCode, owner, agentCode, tradeMode, trafMode, portCode, country]);
}

function itemKey(line: ListedGoods, { byName }: SummaryOptions): string {
  const { gcode, gname, country, currency, unit, unit1, unit2 } = line;
  return JSON.stringify([gcode, currency, country, unit, unit1, unit2, byName ? gname : '']);
}

function total(figures: readonly Fifths[]): string {
  return fromFifths(figures.reduce((sum, figure) => sum + figure, 0n));
}

function groupBy<Element>(elements: readonly Element[], keyOf: (element: Element) => string): Map<string, Element[]> {
  const groups = new Map<string, Element[]>();
  for (const element of elements) {
    const key = keyOf(element);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [element]);
    else group.push(element);
  }
  return groups;
}

/** By code units, the same on every machine. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
