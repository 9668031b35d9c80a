import { type FiledParcel } from '../parcel-filings/filing-kind.js';
import { type ListedGoods, monthlySummary, type ReleasedList, type SummaryDeclaration } from '../monthly-summary.js';

/** How a month is summarised. */
export interface SummaryTerms {
  /** `2026-11` */
  readonly month: string;
  /** 生产销售单位 are told apart, not only 收发货人. */
  readonly byOwner: boolean;
  /** Goods of another name are another item. */
  readonly byGoodsName: boolean;
  /** 备注, which customs reads. */
  readonly note?: string;
  /** 报关单位, where it is not the declarant of the lists. */
  readonly declarant?: { readonly code: string; readonly name: string };
}

/** What the lists are merged into, by the rules that customs merges them by. */
export function summaryGroups(parcels: readonly FiledParcel[], terms: SummaryTerms): SummaryDeclaration[] {
  return monthlySummary(parcels.map(listOf), { byOwner: terms.byOwner, byName: terms.byGoodsName });
}

/** A list as it was filed, under the number that customs gave it. */
export function listOf({ invtNo, list: { head, lines } }: FiledParcel): ReleasedList {
  const text = (name: string): string => head[name] ?? '';
  return {
    invtNo,
    customsCode: text('customsCode'),
    ebcCode: text('ebcCode'),
    ownerCode: text('ownerCode'),
    agentCode: text('agentCode'),
    tradeMode: text('tradeMode'),
    trafMode: text('trafMode'),
    portCode: text('portCode'),
    country: text('country'),
    grossWeight: text('grossWeight'),
    netWeight: text('netWeight'),
    lines: lines.map(goodsOf),
  };
}

function goodsOf(line: Readonly<Record<string, string>>): ListedGoods {
  const text = (name: string): string => line[name] ?? '';
  return {
    gnum: Number(line['gnum']),
    gcode: text('gcode'),
    gname: text('gname'),
    country: text('country'),
    currency: text('currency'),
    unit: text('unit'),
    unit1: text('unit1'),
    unit2: line['unit2'] ?? null,
    qty: text('qty'),
    qty1: text('qty1'),
    qty2: line['qty2'] ?? null,
    totalPrice: text('totalPrice'),
  };
}
