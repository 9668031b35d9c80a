import { Decimal, roundHalfUp } from '../../../kernel/decimal.js';
import { type CebJson } from '../ceb/check-message.js';
import { type LineTax } from './parcel-tax.js';
import { type ParcelFinding } from './shape.js';
import { SAY } from './tax-bill.sentences.js';
import { taxBillState, type TaxBillState } from './tax-bill-status.js';

/** Fen, as texts. */
export interface BilledLine {
  readonly lineNo: number;
  readonly hsCode: string;
  readonly taxable: string;
  readonly duty: string;
  readonly consumptionTax: string;
  readonly vat: string;
}

/** What a message of customs says of a bill. */
export interface ToldBill {
  readonly guid: string;
  readonly invtNo: string;
  readonly taxNo: string;
  readonly state: TaxBillState;
  /** 缴款书编号, once it is summarised. */
  readonly dutyNo: string | null;
  /** Null where only its state is told (CEB818Message). */
  readonly taxes: BilledTaxes | null;
}

export interface BilledTaxes {
  /** Fen. */
  readonly duty: bigint;
  readonly consumptionTax: bigint;
  readonly vat: bigint;
  readonly lines: readonly BilledLine[];
}

const FEN = 100;

/**
 * A record of CEB816Message or CEB818Message. Amounts have up to five decimals; they are rounded half up to the fen.
 * @returns null where it says nothing that can be kept: no number, or a state that the specification does not know
 */
export function billOf(record: CebJson): ToldBill | null {
  const head = groupOf(record, 'TaxHeadRd') ?? groupOf(record, 'TaxHeadStatus');
  if (head === null) return null;
  const [taxNo, invtNo] = [textOf(head, 'taxNo'), textOf(head, 'invtNo')];
  const state = taxBillState(textOf(head, 'status'));
  if (taxNo === '' || invtNo === '' || state === null) return null;
  const dutyNo = textOf(head, 'entDutyNo');
  const lines = record['TaxListRd'];
  const taxes = Array.isArray(lines) ? taxesOf(head, lines as readonly CebJson[]) : null;
  return { guid: textOf(head, 'guid'), invtNo, taxNo, state, dutyNo: dutyNo === '' ? null : dutyNo, taxes };
}

export function leviedBy({ duty, consumptionTax, vat }: Omit<BilledTaxes, 'lines'>): bigint {
  return duty + consumptionTax + vat;
}

const TAXES = ['duty', 'consumptionTax', 'vat'] as const;

/**
 * Holds a bill against what was reckoned for the parcel, tax by tax and line by line, to the fen.
 * @param reckoned by line of the list
 * @returns what differs; of lines only where there is one in both
 */
export function compareBill(billed: BilledTaxes, reckoned: readonly LineTax[]): ParcelFinding[] {
  const findings: ParcelFinding[] = [];
  for (const tax of TAXES) {
    const expected = reckoned.reduce((sum, line) => sum + BigInt(line[tax]), 0n);
    if (billed[tax] !== expected) findings.push(differing(`/${tax}`, tax, billed[tax], expected));
  }
  billed.lines.forEach((line, place) => {
    const own = reckoned.find(({ lineNo }) => lineNo === line.lineNo);
    if (own === undefined) return;
    for (const tax of TAXES) {
      const [levied, expected] = [BigInt(line[tax]), BigInt(own[tax])];
      if (levied !== expected) findings.push(differing(`/lines/${place}/${tax}`, tax, levied, expected));
    }
  });
  return findings;
}

const RULE = { duty: 'duty_differs', consumptionTax: 'consumption_tax_differs', vat: 'vat_differs' } as const;
const DETAIL = { duty: SAY.duty_differs, consumptionTax: SAY.consumption_tax_differs, vat: SAY.vat_differs } as const;

function differing(pointer: string, tax: (typeof TAXES)[number], levied: bigint, reckoned: bigint): ParcelFinding {
  const values = { levied: fenToYuan(levied), reckoned: fenToYuan(reckoned) };
  return { rule: RULE[tax], pointer, detail: DETAIL[tax](values) };
}

function taxesOf(head: CebJson, lines: readonly CebJson[]): BilledTaxes {
  return {
    duty: fenOf(head, 'customsTax'),
    consumptionTax: fenOf(head, 'consumptionTax'),
    vat: fenOf(head, 'valueAddedTax'),
    lines: lines.map((line) => ({
      lineNo: Number(textOf(line, 'gnum')) || 0,
      hsCode: textOf(line, 'gcode'),
      taxable: fenOf(line, 'taxPrice').toString(),
      duty: fenOf(line, 'customsTax').toString(),
      consumptionTax: fenOf(line, 'consumptionTax').toString(),
      vat: fenOf(line, 'valueAddedTax').toString(),
    })),
  };
}

function fenOf(fields: CebJson, name: string): bigint {
  const text = textOf(fields, name);
  if (!/^\d{1,14}(\.\d+)?$/.test(text)) return 0n;
  return BigInt(roundHalfUp(new Decimal(text).times(FEN), 0).toFixed());
}

function fenToYuan(minor: bigint): string {
  return new Decimal(minor.toString()).dividedBy(FEN).toFixed(2);
}

function groupOf(record: CebJson, name: string): CebJson | null {
  const value = record[name];
  return typeof value === 'object' && !Array.isArray(value) ? (value as CebJson) : null;
}

function textOf(fields: CebJson, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
}
