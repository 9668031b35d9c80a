import { codeTable, readRows } from './code-table.js';

/** 成交方式代码. */
export const TRADE_TERMS = codeTable(
  { id: 'customs.trade-term', version: '2018-08-01', source: '海关成交方式代码表' },
  readRows(`
    1 CIF|到岸价
    2 C&F|成本加运费价
    3 FOB|离岸价
    4 C&I|成本加保险价
    5 market price|市场价
    6 ballast|垫仓
    7 EXW|工厂交货价
  `),
);

export interface TradeTerm {
  /** 成交方式. */
  readonly code: '1' | '2' | '3' | '7';
  /** The price holds the freight after loading, so it must be declared: the statistical value is FOB. */
  readonly includesFreight: boolean;
  readonly includesInsurance: boolean;
}

const EXW: TradeTerm = { code: '7', includesFreight: false, includesInsurance: false };
const FOB: TradeTerm = { code: '3', includesFreight: false, includesInsurance: false };
const C_AND_F: TradeTerm = { code: '2', includesFreight: true, includesInsurance: false };
const CIF: TradeTerm = { code: '1', includesFreight: true, includesInsurance: true };

/** Which of the customs' few terms stands for an Incoterm (2020). */
const BY_INCOTERM: Readonly<Record<string, TradeTerm>> = {
  EXW,
  FCA: FOB,
  FAS: FOB,
  FOB,
  CFR: C_AND_F,
  CPT: C_AND_F,
  CIF,
  CIP: CIF,
  DAP: CIF,
  DPU: CIF,
  DDP: CIF,
};

/** Of the Incoterms that a trade term stands for, the one that says no more than it; null for a term of no Incoterm. */
const INCOTERM_OF: Readonly<Record<string, string>> = { '1': 'CIF', '2': 'CFR', '3': 'FOB', '7': 'EXW' };

export function incotermOf(code: string): string | null {
  return INCOTERM_OF[code] ?? null;
}

export function tradeTermOf(incoterm: string): TradeTerm | null {
  return Object.hasOwn(BY_INCOTERM, incoterm) ? (BY_INCOTERM[incoterm] ?? null) : null;
}
