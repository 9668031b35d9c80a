import { Decimal } from '../../kernel/decimal.js';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.js';
import { type Sentence } from '../../kernel/sentence.js';
import { SAY } from './catalogue.sentences.js';
import { type ZeroMeaning, type LibraryRate } from './refund-library.js';

import { type Cells } from './stated-row.js';

/** A row of the library as a file states it. */
export type StatedRate = Omit<LibraryRate, 'version' | 'source'>;

/**
 * What the library is laid out as: each field by the names that its column may have. The official file has the names of its DBF
 * (CMCODE), exports of it the Chinese ones.
 */
const COLUMNS = {
  code: ['商品代码', '商品编码', 'CODE', 'CMCODE'],
  name: ['商品名称', 'NAME', 'CMNAME'],
  unit: ['计量单位', '单位', 'UNIT'],
  from: ['起始日期', '开始日期', 'ST_DATE', 'STA_TIME'],
  to: ['截止日期', '终止日期', '结束日期', 'END_DATE', 'END_TIME'],
  vat: ['征税率', '征税税率', 'ZSSL_SET', 'ZSL'],
  refund: ['退税率', 'TSL'],
  flag: ['特殊标识', '特殊商品标识', 'TSFLAG', 'SPECIAL_FLAG'],
  adValorem: ['消费税从价税率', '从价定率', '从价税率', 'CJDL', 'CJDLZS'],
  specific: ['消费税从量税额', '从量定额', '从量税额', 'CLDE', 'CLDEZS'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Field = keyof typeof COLUMNS;

const NEEDED: readonly Field[] = ['code', 'name', 'unit', 'from', 'to', 'vat', 'refund', 'flag'];

/** 特殊商品标识: what the refund of nought means. */
const ZERO_MEANINGS: Readonly<Record<string, ZeroMeaning>> = { '1': 'taxed_as_domestic', '2': 'exempt' };

/** The library writes a far day where an interval is open. */
const OPEN_FROM = '2099-12-31';

/** @returns what is wrong with the first line of the file; null where it is that of a library */
export function layoutFault(columns: readonly string[]): Sentence | null {
  const known = columns.map((name) => name.toUpperCase());
  const names = (fields: readonly Field[]): string[] => fields.map((field) => COLUMNS[field][0]);
  const missing = NEEDED.filter((field) => !COLUMNS[field].some((name) => known.includes(name)));
  if (missing.length === 0) return null;
  return SAY.library_layout({ missing: names(missing), expected: names(NEEDED), found: [...columns] });
}

/** @returns columns that the library has besides, and that nothing here is made of */
export function columnsPassedOver(columns: readonly string[]): string[] {
  const all: readonly string[] = Object.values(COLUMNS).flat();
  return columns.filter((name) => !all.includes(name.toUpperCase()));
}

/** Reads one line: what it states, or everything that is wrong with it. */
export function readRate(cells: Cells): { row: StatedRate | null; faults: Sentence[] } {
  const of = reader(cells);
  const faults: Sentence[] = [];
  const [code, name] = [of('code'), of('name')];
  if (!/^(\d{8}|\d{10,16})$/.test(code)) faults.push(SAY.library_code({ code }));
  if (name === '') faults.push(SAY.library_name);
  const validFrom = dayOf(of('from'), faults);
  const validTo = of('to') === '' ? null : dayOf(of('to'), faults);
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    faults.push(SAY.line_days({ from: validFrom, to: validTo }));
  }
  const refundRate = shareOf(of('refund'), faults);
  const vatRates = of('vat')
    .split(/[,，、;/]/)
    .filter((text) => text.trim() !== '')
    .map((text) => shareOf(text, faults));
  const adValorem = of('adValorem') === '' ? null : shareOf(of('adValorem'), faults);
  const specificTax = of('specific') === '' ? null : amountOf(of('specific'), faults);
  if (faults.length > 0 || validFrom === null) return { row: null, faults };
  const flag = of('flag');
  const row: StatedRate = {
    ...{ code, name, unit: of('unit') || null, vatRates, refundRate, validFrom },
    validTo: validTo !== null && validTo >= OPEN_FROM ? null : validTo,
    adValorem: noneIfZero(adValorem),
    specificTax: noneIfZero(specificTax),
    specialFlag: flag === '' || flag === '0' ? null : flag,
    zeroMeaning: refundRate === '0' ? (ZERO_MEANINGS[flag] ?? null) : null,
  };
  return { row, faults };
}

function reader(cells: Cells): (field: Field) => string {
  const byName = new Map(Object.entries(cells).map(([name, text]) => [name.toUpperCase(), text.trim()]));
  return (field) => COLUMNS[field].map((name) => byName.get(name)).find((text) => text !== undefined) ?? '';
}

function dayOf(text: string, faults: Sentence[]): LocalDate | null {
  const [, year, month, day] = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:\s.*)?$/.exec(text) ?? [];
  const found = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  if (isLocalDate(found)) return found;
  faults.push(SAY.library_day({ text }));
  return null;
}

/** 13, 13% → 0.13. */
function shareOf(text: string, faults: Sentence[]): string {
  const digits = text.trim().replace(/[%％]$/, '');
  const holds = /^\d{1,3}(\.\d{1,6})?$/.test(digits) && new Decimal(digits).lessThanOrEqualTo(100);
  if (holds) return new Decimal(digits).div(100).toFixed();
  faults.push(SAY.library_percent({ text }));
  return '';
}

function amountOf(text: string, faults: Sentence[]): string {
  if (/^\d{1,12}(\.\d{1,6})?$/.test(text)) return new Decimal(text).toFixed();
  faults.push(SAY.library_amount({ text }));
  return '';
}

function noneIfZero(value: string | null): string | null {
  return value === null || new Decimal(value).isZero() ? null : value;
}
