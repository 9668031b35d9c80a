import { isLocalDate } from '../../kernel/local-date.js';
import { type Sentence } from '../../kernel/sentence.js';
import { SAY } from './catalogue.sentences.js';
import { type Provenance, type ReferenceEntry } from './reference-entry.js';
import { TAX_CODE } from './tax-classification.js';

type Cells = Readonly<Record<string, string>>;

/** Each field by the names that its column may have: those of the official table, and those of interface packages. */
const COLUMNS = {
  code: ['code', 'code19', '合并编码', '编码', '商品和服务税收分类合并编码'],
  name: ['name_zh', 'name', '货物和劳务名称', '商品和服务名称'],
  shortName: ['short_name', '商品和服务分类简称'],
  description: ['description', '说明'],
  hsCodes: ['hs_codes', '海关进出口商品品目', '对应海关进出口商品品目'],
  isGroup: ['is_group', '汇总项', '是否汇总项'],
  validFrom: ['valid_from', '启用时间', '启用日期'],
  validTo: ['valid_to', '停用日期'],
} as const;
type Field = keyof typeof COLUMNS;
const NEEDED: readonly Field[] = ['code', 'name'];

/** Of the official table, and of no use here. */
const PASSED_OVER: readonly string[] = [
  ...['序号', '篇', '类', '章', '节', '条', '款', '项', '目', '子目', '细目', '上级编码', '关键字', '统计局编码'],
  ...['增值税税率', '增值税特殊管理', '增值税政策依据', '增值税特殊内容代码', '统计局编码或国民行业代码', '更新时间'],
  ...['消费税管理', '消费税政策依据', '消费税特殊内容代码', '编码表版本号', '版本号', '可用状态', '过渡期截止时间'],
];
const PROVENANCE: readonly string[] = ['source', 'year'];
const HS_CODES = /^\d{2,10}$/;
const YES: readonly string[] = ['Y', 'y', '是', '1', 'true'];
const NO: readonly string[] = ['N', 'n', '否', '0', 'false'];

/** @returns what is wrong with the first line */
export function taxClassificationColumns(columns: readonly string[]): Sentence[] {
  const known = [...Object.values(COLUMNS).flat(), ...PASSED_OVER, ...PROVENANCE];
  return [
    ...NEEDED.filter((field) => columnOf(field, columns) === null).map((field) =>
      SAY.column_missing({ name: COLUMNS[field].join(' / ') }),
    ),
    ...columns.filter((name) => !known.includes(name)).map((name) => SAY.column_unknown({ name })),
  ];
}

/** The days of this line under the names that the import knows, `20160501` read as `2016-05-01`. */
export function taxClassificationDays(cells: Cells): Cells {
  const given = (field: Field): string => asDay(cellOf(field, cells));
  return { ...cells, valid_from: given('validFrom'), valid_to: given('validTo') };
}

/** Reads one row of the table. */
export function taxClassificationEntry(
  cells: Cells,
  provenance: Provenance,
): { entries: ReferenceEntry<'tax_classification'>[]; faults: Sentence[] } {
  const cell = (field: Field): string | null => cellOf(field, cells) || null;
  const code = cell('code') ?? '';
  const nameZh = cell('name');
  const headings = headingsIn(cell('hsCodes') ?? '');
  const group = cell('isGroup');
  const isGroup = group === null ? null : YES.includes(group) ? true : NO.includes(group) ? false : undefined;
  const faults = [
    ...(TAX_CODE.test(code) ? [] : [SAY.line_tax_code]),
    ...(nameZh === null ? [SAY.line_name] : []),
    ...(headings === null ? [SAY.line_hs_codes({ text: cell('hsCodes') ?? '' })] : []),
    ...(isGroup === undefined ? [SAY.line_group({ text: group ?? '' })] : []),
  ];
  const value = {
    nameZh: nameZh ?? '',
    shortName: cell('shortName'),
    description: cell('description'),
    hsCodes: headings ?? [],
    isGroup: isGroup ?? null,
  };
  return { entries: [{ topic: 'tax_classification', code, value, ...provenance }], faults };
}

/** `0101、01.02;8516.60,8501-8504`; null where something else stands there. */
function headingsIn(text: string): string[] | null {
  const parts = text
    .split(/[,，、;；\s]+/)
    .map((part) => part.replaceAll('.', '').replace(/[~～—–至]/, '-'))
    .filter((part) => part !== '');
  return parts.every(isHeading) ? parts : null;
}

function isHeading(part: string): boolean {
  const [from = '', to = from, ...more] = part.split('-');
  return more.length === 0 && [from, to].every((end) => HS_CODES.test(end)) && from.length === to.length && from <= to;
}

function columnOf(field: Field, columns: readonly string[]): string | null {
  return COLUMNS[field].find((name) => columns.includes(name)) ?? null;
}

function cellOf(field: Field, cells: Cells): string {
  const column = columnOf(field, Object.keys(cells));
  return (column === null ? '' : (cells[column] ?? '')).trim();
}

function asDay(text: string): string {
  const day = text.replace(/^(\d{4})[-/]?(\d{2})[-/]?(\d{2})( .*)?$/, '$1-$2-$3');
  return isLocalDate(day) ? day : text;
}
