import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Finding } from '../domain/finding.js';
import { type Match, matchExport } from '../domain/match-export.js';
import { type ExportLine, type ExportToMatch, type InvoiceLine } from '../domain/match-facts.js';
import { NO_OWN_RULES } from '../domain/match-rules.js';

export const EXPORTER = '91330200MA2AEFJN86';
export const FACTORY = '91330212MA2AF1XX2U';
export const PIECES = '001';
export const KILOGRAMS = '035';
export const BOXES = '140';
export const cny = (amount: string): Money => Money.parse(amount, 'CNY');
export const usd = (amount: string): Money => Money.parse(amount, 'USD');

/** 1,000 ovens, 8,000 kg, USD 10,000.00 FOB. */
export function item(lineNumber: number, change: Partial<ExportLine> = {}): ExportLine {
  return {
    itemNumber: lineNumber,
    declarationLine: `3104202607950000010${String(lineNumber).padStart(2, '0')}`,
    lineNumber,
    hsCode: '8516609000',
    goodsName: '电烤箱',
    exportDate: '2026-11-20',
    sourceDistrict: '33029',
    quantities: [
      { quantity: new Decimal(1_000), unit: PIECES },
      { quantity: new Decimal(1_000), unit: PIECES },
      { quantity: new Decimal(8_000), unit: KILOGRAMS },
    ],
    fob: usd('10000.00'),
    refundRate: new Decimal('0.13'),
    ...change,
  };
}

let serial = 0;
export function bought(quantity: string, amount: string, change: Partial<InvoiceLine> = {}): InvoiceLine {
  serial += 1;
  return {
    id: `line-${serial}`,
    invoiceId: `invoice-${serial}`,
    invoiceNumber: String(10_000_000 + serial),
    kind: 'special',
    issuedOn: '2026-11-10',
    sellerTaxNumber: FACTORY,
    buyerTaxNumber: EXPORTER,
    lineNumber: 1,
    orderLineNumber: 1,
    hsCode: '8516609000',
    goodsName: '电烤箱',
    unit: PIECES,
    quantity: new Decimal(quantity),
    amount: cny(amount),
    freeQuantity: new Decimal(change.freeQuantity ?? quantity),
    freeAmount: cny(amount),
    vatRate: new Decimal('0.13'),
    fxRate: null,
    ...change,
  };
}

export function exported(invoiceLines: readonly InvoiceLine[], change: Partial<ExportToMatch> = {}): ExportToMatch {
  return {
    regime: 'trading',
    exporterTaxNumber: EXPORTER,
    supervisionMode: '0110',
    lines: [item(1)],
    invoiceLines,
    shortfall: usd('0.00'),
    today: '2026-12-01',
    collectBy: '2027-04-30',
    waitsForCollection: true,
    rules: NO_OWN_RULES,
    ...change,
  };
}

export function match(invoiceLines: readonly InvoiceLine[], change: Partial<ExportToMatch> = {}): Match {
  return matchExport(exported(invoiceLines, change));
}

export const told = (findings: readonly Finding[]): string[] =>
  findings.map(({ check, outcome }) => `${check} ${outcome}`);
export const taken = ({ matched }: Match): string[][] =>
  matched.map(({ takes }) =>
    takes.map(({ quantity, amount }) => `${quantity.toString()} for ${amount.toAmountString()}`),
  );
