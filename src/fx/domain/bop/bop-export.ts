import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type BopContent } from './bop-findings.js';

/** A declaration as it leaves in a file. */
export interface ExportedBop extends BopContent {
  readonly declarer: string;
  readonly settled: { readonly amount: Money; readonly rate: string } | null;
}

export interface BopPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const HEADINGS = [
  ...['申报号码', '收款人', '到账日期', '付款人', '付款人国别', '币种', '金额', '结汇金额', '结汇汇率'],
  ...['交易编码1', '金额1', '交易附言1', '交易编码2', '金额2', '交易附言2', '合同号', '发票号', '是否保税'],
] as const;
/** The same in XML. */
const NAMES = [
  ...['Number', 'Declarer', 'CreditedOn', 'Payer', 'Country', 'Currency', 'Amount', 'SettledAmount', 'SettledRate'],
  ...['Code1', 'Amount1', 'Remark1', 'Code2', 'Amount2', 'Remark2', 'Contract', 'Invoice', 'Bonded'],
] as const;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** RFC 4180 with a byte order mark, so that a spreadsheet reads the Chinese; a text that would be a formula stays text. */
export function bopCsv(rows: readonly ExportedBop[]): string {
  const lines = [HEADINGS, ...rows.map(figuresOf)].map((cells) => cells.map(cellOf).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** A format of our own, `entrepot-bop-1`: one element for each column of the table. */
export function bopXml(rows: readonly ExportedBop[], { from, to }: BopPeriod): string {
  const declarations = rows.map((row) => {
    const elements = figuresOf(row).map(
      (value, index) => `<${NAMES[index] ?? 'Other'}>${escaped(value)}</${NAMES[index] ?? 'Other'}>`,
    );
    return `  <Declaration>${elements.join('')}</Declaration>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<BopDeclarations format="entrepot-bop-1" from="${from}" to="${to}" count="${rows.length}">\n${declarations.join('')}</BopDeclarations>\n`;
}

function figuresOf(row: ExportedBop): string[] {
  const { number, declarer, creditedOn, payerName, payerCountry, amount, settled, lines } = row;
  const transaction = (index: number): string[] => {
    const line = lines[index];
    return line === undefined ? ['', '', ''] : [line.code, line.amount.toAmountString(), line.remark];
  };
  return [
    ...[number, declarer, creditedOn, payerName ?? '', payerCountry ?? '', amount.currency, amount.toAmountString()],
    ...[settled?.amount.toAmountString() ?? '', settled?.rate ?? ''],
    ...transaction(0),
    ...transaction(1),
    ...[row.contractNumber ?? '', row.invoiceNumber ?? '', row.isBonded ? '是' : '否'],
  ];
}

function cellOf(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>]/g, (mark) => ESCAPES[mark] ?? mark);
}
