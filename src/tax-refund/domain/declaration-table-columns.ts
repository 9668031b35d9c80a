import { type Regime } from './regime.js';

/** The official tables by which refunds are declared, and that are read back. */
export const IMPORT_KINDS = [
  'export_details',
  'purchase_details',
  'agency_details',
  'manufacturer_details',
  'manufacturer_summary',
  'code_adjustments',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** With the table of collections, which is written only. */
export const TABLE_KINDS = [...IMPORT_KINDS, 'collections'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** What a cell holds; in a table as in memory it is text in the canonical form of its kind. */
export type CellForm =
  | 'text'
  /** 序号: four digits, or a letter and three digits. */
  | 'sequence'
  /** 关联号. */
  | 'link'
  /** 18 digits of the declaration, 0, two of the item. */
  | 'item'
  /** `YYYY-MM-DD`. */
  | 'date'
  | 'hs'
  | 'tax_number'
  /** Of an invoice, with its code before it where it has one. */
  | 'voucher'
  | 'quantity'
  /** Two decimals. */
  | 'money'
  /** Of a hundred. */
  | 'percent'
  /** The same, or CNY for each unit. */
  | 'rate'
  /** 栏次 of a summary. */
  | 'box';

export interface TableColumn {
  /** As the form calls it. */
  readonly name: string;
  readonly field: string;
  readonly form: CellForm;
  /** A row without it declares nothing. */
  readonly isNeeded: boolean;
  /** What else it is called in tables of other programs. */
  readonly aliases: readonly string[];
}

interface OfficialTable {
  /** Whose claims it declares. */
  readonly regimes: readonly Regime[];
  readonly title: string;
  readonly columns: readonly TableColumn[];
}

function column(name: string, field: string, form: CellForm = 'text', aliases: readonly string[] = []): TableColumn {
  return { name, field, form, isNeeded: false, aliases };
}

function needed(name: string, field: string, form: CellForm, aliases: readonly string[] = []): TableColumn {
  return { name, field, form, isNeeded: true, aliases };
}

const SEQUENCE = needed('序号', 'sequence', 'sequence');
const LINK = needed('关联号', 'link', 'link');
const ITEM = needed('出口货物报关单号', 'item', 'item', ['报关单号', '出口报关单号']);
const EXPORT_DATE = needed('出口日期', 'exportDate', 'date');
const AGENCY_CERTIFICATE = column('代理出口货物证明号', 'agencyCertificate', 'text', ['代理出口证明号', '代理证明号']);
const HS_CODE = needed('出口商品代码', 'hsCode', 'hs', ['商品代码']);
const GOODS = column('出口商品名称', 'goodsName', 'text', ['商品名称']);
const UNIT = column('计量单位', 'unit');
const QUANTITY = needed('出口数量', 'quantity', 'quantity', ['数量']);
const FOB_USD = column('美元离岸价', 'fobUsd', 'money', ['出口销售额（美元）', '出口销售额(美元)']);
const DECLARED_CODE = column('申报商品代码', 'declaredCode', 'hs');
const BUSINESS_TYPE = column('退（免）税业务类型', 'businessType', 'text', ['退(免)税业务类型', '业务类型']);
const REMARK = column('备注', 'remark');
const money = (name: string, field: string): TableColumn => column(name, field, 'money');
const VAT_RATE = needed('征税率（%）', 'vatRate', 'percent', ['征税率(%)', '征税率']);
const REFUND_RATE = needed('退税率（%）', 'refundRate', 'percent', ['退税率(%)', '退税率']);

/**
 * Names and order of the columns.
 * 外贸企业: 国家税务总局公告2018年第16号 annexes 6 and 7. 代办退税: A08074 外贸综合服务企业代办退税申报表 (公告2017年第35号).
 * 免抵退税申报汇总表: 公告2021年第15号. All read in public copies, to be compared with the current ones. Of the manufacturer's details
 * (生产企业出口货物劳务免抵退税申报明细表) no public copy of 2021 was found: its columns are those that the instructions of the summary
 * name, in the order of the form that came before. Nor was one of the table of adjusted codes: its columns are what its title says,
 * before and after. 出口业务收汇情况表 (公告2026年第5号, 《出口货物收汇情况表》 of 公告2022年第9号 before it): no copy of the form was found; its columns
 * are those of the template by which the bureau's program imports it, as programs that fill it in name them, and the last but one group
 * (视同收汇情况) as the bureau's own tables do.
 */
export const TABLES: Readonly<Record<TableKind, OfficialTable>> = {
  export_details: {
    regimes: ['trading'],
    title: '外贸企业出口退税出口明细申报表',
    columns: [
      ...[SEQUENCE, LINK, column('出口发票号', 'invoice'), ITEM, AGENCY_CERTIFICATE, EXPORT_DATE, HS_CODE, GOODS],
      ...[UNIT, QUANTITY, FOB_USD, DECLARED_CODE, BUSINESS_TYPE, REMARK],
    ],
  },
  purchase_details: {
    regimes: ['trading'],
    title: '外贸企业出口退税进货明细申报表',
    columns: [
      SEQUENCE,
      LINK,
      needed('税种', 'tax', 'text'),
      column('凭证种类', 'voucherKind'),
      needed('进货凭证号', 'voucher', 'voucher'),
      needed('供货方纳税人识别号', 'supplier', 'tax_number', ['供货方税号', '销售方纳税人识别号']),
      needed('开票日期', 'issuedOn', 'date'),
      needed('出口商品代码', 'hsCode', 'hs', ['商品代码']),
      column('商品名称', 'goodsName', 'text', ['出口商品名称']),
      UNIT,
      needed('数量', 'quantity', 'quantity'),
      needed('计税金额', 'taxable', 'money'),
      { ...VAT_RATE, form: 'rate' },
      { ...REFUND_RATE, form: 'rate' },
      needed('可退税额', 'refund', 'money', ['应退税额']),
      REMARK,
    ],
  },
  agency_details: {
    regimes: ['agency'],
    title: '外贸综合服务企业代办退税申报表',
    columns: [
      SEQUENCE,
      needed('生产企业纳税人识别号', 'supplier', 'tax_number', ['生产企业纳税人识别号（统一社会信用代码）']),
      ...[ITEM, EXPORT_DATE, HS_CODE, DECLARED_CODE, GOODS, UNIT, QUANTITY, FOB_USD],
      needed('代办退税专用发票号码', 'voucher', 'voucher'),
      needed('开票日期', 'issuedOn', 'date'),
      needed('出口退税计税金额', 'taxable', 'money'),
      { ...VAT_RATE, name: '征税率', aliases: ['征税率（%）', '征税率(%)'] },
      { ...REFUND_RATE, name: '退税率', aliases: ['退税率（%）', '退税率(%)'] },
      needed('申报代办退税税额', 'refund', 'money'),
      { ...BUSINESS_TYPE, name: '业务类型', aliases: ['退（免）税业务类型', '退(免)税业务类型'] },
      REMARK,
    ],
  },
  manufacturer_details: {
    regimes: ['manufacturer'],
    title: '生产企业出口货物劳务免抵退税申报明细表',
    columns: [
      ...[SEQUENCE, column('出口发票号', 'invoice'), ITEM, EXPORT_DATE, AGENCY_CERTIFICATE, HS_CODE, GOODS, UNIT],
      QUANTITY,
      { ...FOB_USD, name: '出口销售额（美元）', aliases: ['出口销售额(美元)', '美元离岸价'] },
      needed('出口销售额（人民币）', 'taxable', 'money', ['出口销售额(人民币)', '人民币离岸价']),
      DECLARED_CODE,
      VAT_RATE,
      REFUND_RATE,
      column('计划分配率（%）', 'planRate', 'percent', ['计划分配率(%)', '计划分配率']),
      column('进料加工保税进口料件组成计税价格', 'bonded', 'money'),
      needed('不得免征和抵扣税额', 'nonRefundable', 'money'),
      needed('免抵退税额', 'refund', 'money'),
      column('进料加工手（账）册号', 'handbook', 'text', ['进料加工手(账)册号']),
      BUSINESS_TYPE,
      REMARK,
    ],
  },
  manufacturer_summary: {
    regimes: ['manufacturer'],
    title: '免抵退税申报汇总表',
    columns: [
      column('项目', 'item'),
      needed('栏次', 'box', 'box'),
      needed('当期', 'amount', 'money'),
      column('本年累计', 'yearToDate', 'money'),
      column('与增值税纳税申报表差额', 'difference', 'money'),
    ],
  },
  code_adjustments: {
    regimes: ['trading', 'agency'],
    title: '海关出口商品代码、名称、退税率调整对应表',
    columns: [
      ...[SEQUENCE, ITEM, { ...EXPORT_DATE, isNeeded: false }],
      needed('调整前商品代码', 'oldCode', 'hs', ['原商品代码']),
      column('调整前商品名称', 'oldName', 'text', ['原商品名称']),
      needed('调整前退税率（%）', 'oldRate', 'percent', ['调整前退税率(%)', '调整前退税率', '原退税率']),
      needed('调整后商品代码', 'newCode', 'hs', ['新商品代码']),
      column('调整后商品名称', 'newName', 'text', ['新商品名称']),
      needed('调整后退税率（%）', 'newRate', 'percent', ['调整后退税率(%)', '调整后退税率', '新退税率']),
      REMARK,
    ],
  },
  collections: {
    regimes: ['trading', 'agency', 'manufacturer'],
    title: '出口业务收汇情况表',
    columns: [
      ...[column('申报年月', 'period'), column('申报批次', 'batch'), ITEM, AGENCY_CERTIFICATE],
      ...[
        column('出口发票号码', 'invoice'),
        column('出口货物销售额币种', 'saleCurrency'),
        money('出口货物销售额', 'sale'),
      ],
      ...[column('出口货物销售额币种汇率', 'saleRate'), money('出口货物销售额折合人民币金额', 'saleCny')],
      ...[column('收汇日期', 'collectedOn', 'date'), column('收汇凭证号', 'receipt')],
      ...[column('出口货物收汇币种', 'receiptCurrency'), money('凭证总金额', 'receiptTotal')],
      ...[money('出口货物收汇金额', 'collected'), column('出口货物收汇币种汇率', 'collectedRate')],
      ...[money('出口货物收汇折合人民币金额', 'collectedCny'), column('付汇人', 'payer')],
      ...[column('非进口商付汇原因', 'otherPayerReason'), column('视同收汇原因', 'deemedReason')],
      ...[column('视同收汇举证材料种类', 'deemedEvidence'), money('视同收汇折合人民币金额', 'deemedCny')],
      ...[column('合同约定全部收汇最终日期', 'contractFinalDay', 'date'), column('出口合同号', 'contract'), REMARK],
    ],
  },
};

/** A row by the fields of its columns; an empty cell is an empty text. */
export type TableRecord = Readonly<Record<string, string>>;

/** The cells of a row, in the order of the columns. */
export function cellsOfRecord(kind: TableKind, record: TableRecord): string[] {
  return TABLES[kind].columns.map(({ field }) => record[field] ?? '');
}
