import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type BusinessType } from './overseas-advance.js';

/**
 * The official tables by which a trading company declares (免退税): 外贸企业出口退税出口明细申报表 and …进货明细申报表. Names and order of the
 * columns as 国家税务总局 published the forms in 2018 (annexes 6 and 7; read in public copies, to be compared with the current ones).
 */
export const TABLE_KINDS = ['export_details', 'purchase_details'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

export const TABLE_COLUMNS: Readonly<Record<TableKind, readonly string[]>> = {
  export_details: [
    ...[
      '序号',
      '关联号',
      '出口发票号',
      '出口货物报关单号',
      '代理出口货物证明号',
      '出口日期',
      '出口商品代码',
      '出口商品名称',
    ],
    ...['计量单位', '出口数量', '美元离岸价', '申报商品代码', '退（免）税业务类型', '备注'],
  ],
  purchase_details: [
    ...[
      '序号',
      '关联号',
      '税种',
      '凭证种类',
      '进货凭证号',
      '供货方纳税人识别号',
      '开票日期',
      '出口商品代码',
      '商品名称',
    ],
    ...['计量单位', '数量', '计税金额', '征税率（%）', '退税率（%）', '可退税额', '备注'],
  ],
};

export interface PurchaseShare {
  readonly invoiceCode: string | null;
  readonly invoiceNumber: string;
  readonly supplierTaxNumber: string;
  readonly issuedOn: LocalDate;
  readonly quantity: Decimal;
  readonly taxable: Money;
}

/** A line of a claim as the tables want it; money in CNY but the FOB value. */
export interface DeclaredLine {
  readonly declarationLine: string;
  readonly exportDate: LocalDate;
  readonly hsCode: string;
  readonly goodsName: string;
  readonly unit: string;
  readonly quantity: Decimal;
  /** Null where it is not known in US dollars. */
  readonly fobUsd: Money | null;
  readonly vatRate: Decimal;
  readonly refundRate: Decimal;
  readonly refund: Money;
  readonly purchases: readonly PurchaseShare[];
}

export interface DeclaredClaim {
  /** `YYYYMM`. */
  readonly period: string;
  /** 申报批次: which declaration of the period it is, from 1. */
  readonly batch: number;
  readonly businessType: BusinessType | null;
  readonly orderReference: string;
  readonly lines: readonly DeclaredLine[];
}

/** The rows of a table, in the order of its columns. */
export function tableRows(kind: TableKind, claim: DeclaredClaim): string[][] {
  const groups = linkedByRate(claim);
  const rows =
    kind === 'export_details'
      ? groups.flatMap(({ link, lines }) => lines.map((line) => exportRow(link, line, claim)))
      : groups.flatMap(({ link, lines }) => lines.flatMap((line) => purchaseRows(link, line)));
  return rows.map((row, index) => [String(index + 1).padStart(4, '0'), ...row]);
}

/**
 * The 关联号 ties purchases to exports, and lines of different refund rates are never tied together: four digits of the period, the
 * department (0), two of the batch, three that count the rates.
 */
function linkedByRate({ period, batch, lines }: DeclaredClaim): { link: string; lines: DeclaredLine[] }[] {
  const groups = new Map<string, DeclaredLine[]>();
  for (const line of lines) {
    const rate = line.refundRate.toFixed();
    groups.set(rate, [...(groups.get(rate) ?? []), line]);
  }
  const head = `${period.slice(2)}0${String(batch).padStart(2, '0')}`;
  return [...groups.values()].map((members, index) => ({
    link: `${head}${String(index + 1).padStart(3, '0')}`,
    lines: members,
  }));
}

function exportRow(link: string, line: DeclaredLine, { orderReference, businessType }: DeclaredClaim): string[] {
  return [
    ...[link, orderReference, line.declarationLine, '', line.exportDate, line.hsCode, line.goodsName, line.unit],
    ...[line.quantity.toFixed(), line.fobUsd?.toAmountString() ?? '', '', businessType ?? '', ''],
  ];
}

/** The refund of a line is shared out over its invoices by their amounts; the shares add up to it. */
function purchaseRows(link: string, line: DeclaredLine): string[][] {
  const [first, ...others] = line.purchases.map(({ taxable }) => taxable.minor);
  const isShareable = first !== undefined && line.purchases.some(({ taxable }) => taxable.minor > 0n);
  const shares = isShareable ? line.refund.allocate([first, ...others]) : [];
  return line.purchases.map((purchase, index) => [
    ...[link, 'V', '增值税专用发票', `${purchase.invoiceCode ?? ''}${purchase.invoiceNumber}`],
    ...[purchase.supplierTaxNumber, purchase.issuedOn, line.hsCode, line.goodsName, line.unit],
    ...[purchase.quantity.toFixed(), purchase.taxable.toAmountString(), percent(line.vatRate)],
    ...[percent(line.refundRate), shares[index]?.toAmountString() ?? '0.00', ''],
  ]);
}

function percent(rate: Decimal): string {
  return rate.times(100).toFixed();
}

/** RFC 4180: a header and rows, every line ended by CR LF. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
