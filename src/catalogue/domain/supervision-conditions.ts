import { type Bilingual } from '../../kernel/sentence.js';

/** A supervision condition (监管条件) and the document that answers it. */
export interface SupervisionCondition {
  readonly letter: string;
  readonly name: Bilingual;
  /** 监管证件代码, as it stands among the documents of a declaration; null where none is declared any more. */
  readonly documentCode: string | null;
}

/** 监管证件代码表 (H2018). A and B: 海关总署公告2018年第50号 ended the clearance note (通关单) on 2018-06-01. */
const ROWS = `
  1 Import licence|进口许可证
  2 Dual-use items and technologies: import licence|两用物项和技术进口许可证
  3 Dual-use items and technologies: export licence|两用物项和技术出口许可证
  4 Export licence|出口许可证
  5 Textiles: temporary export licence|纺织品临时出口许可证
  6 Used mechanical and electrical goods: import prohibited|旧机电产品禁止进口
  7 Automatic import licence|自动进口许可证
  8 Export prohibited|禁止出口商品
  9 Import prohibited|禁止进口商品
  A Inspection and quarantine on entry|入境货物检验检疫
  B Inspection and quarantine on exit|出境货物检验检疫
  D Rough diamonds: entry or exit clearance|出/入境货物通关单（毛坯钻石用）
  E Endangered species: export permit|濒危物种允许出口证明书
  F Endangered species: import permit|濒危物种允许进口证明书
  G Dual-use items and technologies: export licence, directed|两用物项和技术出口许可证（定向）
  H Hong Kong and Macao OPA textiles certificate|港澳OPA纺织品证明
  I Psychotropic substances: import (export) permit|精神药物进（出）口准许证
  J Gold products: export permit or import approval of the central bank|金产品出口证或人总行进口批件
  K Further processing: application for transfer|深加工结转申请表
  L Medicines: import or export permit|药品进出口准许证
  O Automatic import licence, mechanical and electrical goods|自动进口许可证（新旧机电产品）
  P Solid waste: import licence|固体废物进口许可证
  Q Medicines: import clearance note|进口药品通关单
  S Pesticides: import or export registration|进出口农药登记证明
  T Banknotes moved by banks: entry or exit permit|银行调运现钞进出境许可证
  W Narcotics: import or export permit|麻醉药品进出口准许证
  X Toxic chemicals: environmental release notice|有毒化学品环境管理放行通知单
  Y Certificate of origin|原产地证明
  Z Audio-visual products: import approval|进口音像制品批准单或节目提取单
  a Prior review: countersignature|请审查预核签章
  c Domestic sale: tax contact sheet|内销征税联系单
  e Tariff quota: cotton at the preferential rate beyond the quota|关税配额外优惠税率进口棉花配额
  s ITA rate: certificate of use|适用ITA税率的商品用途认定证明
  t Tariff quota certificate|关税配额证明
  v Automatic import licence, processing trade|自动进口许可证（加工贸易）
  x Export licence, processing trade|出口许可证（加工贸易）
  y Export licence, small border trade|出口许可证（边境小额贸易）`;

/** Conditions that no document answers: a prohibition, or an inspection that customs itself makes. */
const WITHOUT_DOCUMENT = new Set(['6', '8', '9', 'A', 'B']);

const CONDITIONS = new Map(
  ROWS.trim()
    .split('\n')
    .map((line) => {
      const [head = '', zh = ''] = line.trim().split('|');
      const letter = head.slice(0, 1);
      const documentCode = WITHOUT_DOCUMENT.has(letter) ? null : letter;
      return [letter, { letter, name: { en: head.slice(2), zh }, documentCode }];
    }),
);

/** @returns null for a letter that the table does not have */
export function supervisionCondition(letter: string): SupervisionCondition | null {
  return CONDITIONS.get(letter) ?? null;
}
