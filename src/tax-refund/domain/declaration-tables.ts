import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { cellsOfRecord, type ImportKind, type TableRecord } from './declaration-table-columns.js';
import { type VoucherKind } from './consumption-tax-voucher.js';
import { linkOf } from './filing-batch.js';
import { type BusinessType } from './overseas-advance.js';

/** The tables that have a row for each declared line, or for each purchase of it. */
export type DetailKind = Exclude<ImportKind, 'manufacturer_summary' | 'code_adjustments'>;

export interface PurchaseShare {
  readonly invoiceCode: string | null;
  readonly invoiceNumber: string;
  readonly supplierTaxNumber: string;
  readonly issuedOn: LocalDate;
  readonly quantity: Decimal;
  readonly taxable: Money;
}

/** A share of a paper of consumption tax; money in CNY. */
export interface PaperShare {
  readonly kind: VoucherKind;
  readonly voucherNumber: string;
  readonly supplierTaxNumber: string;
  readonly issuedOn: LocalDate;
  readonly unit: string;
  readonly quantity: Decimal;
  readonly taxable: Money;
  readonly tax: Money;
  /** 从价, a fraction; null where it is taxed by quantity alone. */
  readonly rate: Decimal | null;
  /** 从量, CNY for each unit. */
  readonly amountPerUnit: Decimal | null;
}

/** A line of a claim as the tables want it; money in CNY but the FOB value. Of what a correction takes back all is below zero. */
export interface DeclaredLine {
  readonly declarationLine: string;
  readonly exportDate: LocalDate;
  readonly hsCode: string;
  readonly goodsName: string;
  readonly unit: string;
  readonly quantity: Decimal;
  /** As it was declared; null of claims from before it was kept. */
  readonly fob: Money | null;
  readonly taxable: Money;
  /** 进料加工: duty-free material inside the goods. */
  readonly bonded: Money;
  readonly vatRate: Decimal;
  readonly refundRate: Decimal;
  readonly refund: Money;
  readonly nonRefundable: Money;
  /** Of a correction: those of the claim that it corrects. */
  readonly purchases: readonly PurchaseShare[];
  /** The papers of its consumption tax; of a correction as `purchases`. */
  readonly papers: readonly PaperShare[];
  readonly consumptionTax: Money;
  readonly isCorrection: boolean;
}

/** What stands in every row of a claim. */
export interface DeclaredHead {
  readonly businessType: BusinessType | null;
  readonly orderReference: string;
  /** 计划分配率, a fraction. */
  readonly planRate: Decimal | null;
  /** Why it corrects another claim; null of every other. */
  readonly remark: string | null;
}

export interface DeclaredClaim extends DeclaredHead {
  /** `YYYYMM`. */
  readonly period: string;
  /** 申报批次: which declaration of the period it is, from 1. */
  readonly batch: number;
  /** The 关联号 of each refund rate, as it is filed with a batch; null where it is filed by itself. */
  readonly links: ReadonlyMap<string, string> | null;
  readonly lines: readonly DeclaredLine[];
}

/** The rows of a table, in the order of its columns. @param claims one, or those of a batch in its order */
export function tableRows(kind: DetailKind, claims: readonly DeclaredClaim[]): string[][] {
  return tableRecords(kind, claims).map((record) => cellsOfRecord(kind, record));
}

/** The rows of a table by the fields of its columns. */
export function tableRecords(kind: DetailKind, claims: readonly DeclaredClaim[]): TableRecord[] {
  const rows = claims.flatMap((claim) =>
    linkedByRate(claim).flatMap(({ link, lines }) =>
      lines.flatMap((line) => lineRecords(kind, line, claim).map((record) => ({ link, ...record }))),
    ),
  );
  return rows.map((record, index) => ({ ...record, sequence: sequenceOf(index + 1) }));
}

/** What a line is in a table, without its place in it; an empty text is a cell that stays empty. */
export function lineRecords(kind: DetailKind, line: DeclaredLine, head: DeclaredHead): TableRecord[] {
  switch (kind) {
    case 'export_details':
      return [exported(line, head)];
    case 'purchase_details':
      return [
        ...shares(line).map((share) => ({ ...purchased(line, share), tax: 'V', voucherKind: '增值税专用发票' })),
        ...taxed(line),
      ];
    case 'agency_details':
      return shares(line).map((share) => ({ ...exported(line, head), ...purchased(line, share) }));
    case 'manufacturer_details':
      return [{ ...exported(line, head), ...manufactured(line, head) }];
  }
}

/**
 * Four digits; from 10000 on a letter and three (A000, A001, …), as the instructions of the forms count on.
 * @param count from 1; above 35999 the digits go on
 */
export function sequenceOf(count: number): string {
  if (count <= 9_999) return String(count).padStart(4, '0');
  const beyond = count - 10_000;
  const letter = Math.floor(beyond / 1_000);
  if (letter >= LETTERS) return String(count);
  return `${String.fromCharCode(FIRST_LETTER + letter)}${String(beyond % 1_000).padStart(3, '0')}`;
}

const LETTERS = 26;
const FIRST_LETTER = 0x41;

/** The 关联号 ties purchases to exports, and lines of different refund rates are never tied together. */
function linkedByRate({ period, batch, lines, links }: DeclaredClaim): { link: string; lines: DeclaredLine[] }[] {
  const groups = new Map<string, DeclaredLine[]>();
  for (const line of lines) {
    const rate = line.refundRate.toFixed();
    groups.set(rate, [...(groups.get(rate) ?? []), line]);
  }
  return [...groups].map(([rate, members], index) => ({
    link: links?.get(rate) ?? linkOf(period, batch, index + 1),
    lines: members,
  }));
}

function exported(line: DeclaredLine, { orderReference, businessType, remark }: DeclaredHead): TableRecord {
  return {
    invoice: orderReference,
    item: line.declarationLine,
    exportDate: line.exportDate,
    hsCode: line.hsCode,
    goodsName: line.goodsName,
    unit: line.unit,
    quantity: line.quantity.toFixed(),
    fobUsd: line.fob?.currency === 'USD' ? line.fob.toAmountString() : '',
    businessType: businessType ?? '',
    remark: remark ?? '',
  };
}

interface Share {
  readonly purchase: PurchaseShare;
  readonly quantity: Decimal;
  readonly taxable: Money;
  readonly refund: Money;
}

function purchased(line: DeclaredLine, { purchase, quantity, taxable, refund }: Share): TableRecord {
  return {
    voucher: `${purchase.invoiceCode ?? ''}${purchase.invoiceNumber}`,
    supplier: purchase.supplierTaxNumber,
    issuedOn: purchase.issuedOn,
    hsCode: line.hsCode,
    goodsName: line.goodsName,
    unit: line.unit,
    quantity: quantity.toFixed(),
    taxable: taxable.toAmountString(),
    vatRate: percent(line.vatRate),
    refundRate: percent(line.refundRate),
    refund: refund.toAmountString(),
  };
}

/** 凭证种类 of the papers of consumption tax. */
const PAPERS: Readonly<Record<VoucherKind, string>> = {
  payment_certificate: '消费税专用缴款书',
  export_certificate: '税收缴款书（出口货物劳务专用）',
  split_certificate: '出口货物完税分割单',
};

/**
 * Rows of 税种 C: base, quantity and tax of each paper. 征税率 and 退税率 are the share of the value, or the amount for each unit where
 * goods are taxed by quantity alone. What a correction takes back is shared out over the papers by their tax, to the fen.
 */
function taxed(line: DeclaredLine): TableRecord[] {
  const { papers, consumptionTax, isCorrection } = line;
  const whole = papers.reduce((sum, { tax }) => sum + tax.minor, 0n);
  if (consumptionTax.isZero() || whole === 0n) return [];
  const refunds = isCorrection ? consumptionTax.allocate(papers.map(({ tax }) => tax.minor)) : [];
  const part = consumptionTax.toDecimal().div(Money.ofMinor(whole, 'CNY').toDecimal());
  return papers.map((paper, index) => ({
    ...{ tax: 'C', voucherKind: PAPERS[paper.kind], voucher: paper.voucherNumber, supplier: paper.supplierTaxNumber },
    ...{ issuedOn: paper.issuedOn, hsCode: line.hsCode, goodsName: line.goodsName, unit: paper.unit },
    quantity: (isCorrection ? paper.quantity.times(part).toDecimalPlaces(QUANTITY_PLACES) : paper.quantity).toFixed(),
    taxable: (isCorrection ? paper.taxable.times(part, 'half-up') : paper.taxable).toAmountString(),
    ...{ vatRate: rateOf(paper), refundRate: rateOf(paper) },
    refund: (isCorrection ? (refunds[index] ?? ZERO) : paper.tax).toAmountString(),
  }));
}

function rateOf({ rate, amountPerUnit }: PaperShare): string {
  return rate === null ? (amountPerUnit?.toFixed() ?? '') : percent(rate);
}

function manufactured(line: DeclaredLine, { planRate }: DeclaredHead): TableRecord {
  return {
    taxable: line.taxable.toAmountString(),
    vatRate: percent(line.vatRate),
    refundRate: percent(line.refundRate),
    planRate: planRate === null ? '' : percent(planRate),
    bonded: line.bonded.toAmountString(),
    nonRefundable: line.nonRefundable.toAmountString(),
    refund: line.refund.toAmountString(),
  };
}

/** The refund of a line is shared out over its invoices by their amounts, and so is what a correction takes back: to the fen. */
function shares(line: DeclaredLine): Share[] {
  const weights = line.purchases.map(({ taxable }) => taxable.minor);
  const isShareable = weights.some((weight) => weight > 0n);
  const refunds = isShareable ? line.refund.allocate(weights) : [];
  const taken = isShareable && line.isCorrection ? line.taxable.allocate(weights) : [];
  return line.purchases.map((purchase, index) => ({
    purchase,
    quantity: line.isCorrection ? portion(line, purchase) : purchase.quantity,
    taxable: line.isCorrection ? (taken[index] ?? ZERO) : purchase.taxable,
    refund: refunds[index] ?? ZERO,
  }));
}

const ZERO = Money.zero('CNY');
const QUANTITY_PLACES = 6;

/** Of the quantity that a correction names, what falls to an invoice by its amount; six decimals, half up. */
function portion({ quantity, purchases }: DeclaredLine, { taxable }: PurchaseShare): Decimal {
  const whole = purchases.reduce((sum, each) => sum + each.taxable.minor, 0n);
  if (whole === 0n) return new Decimal(0);
  return quantity.times(taxable.minor.toString()).div(whole.toString()).toDecimalPlaces(QUANTITY_PLACES);
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
