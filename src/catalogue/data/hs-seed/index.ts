import { type HsRow, hsEntries } from '../../domain/hs-row.js';
import { type HsTopic, type Provenance, type ReferenceEntry } from '../../domain/reference-entry.js';
import { ELEMENT_SETS } from './element-sets.js';
import { ROWS_01_49 } from './rows-01-49.js';
import { ROWS_50_97 } from './rows-50-97.js';
import { UNIT_ROWS } from './units.js';

/**
 * The reference data that comes with the project: facts of public tables, each with its source and year. It is not the
 * tariff in force: what is imported from there takes its place from its first day on.
 *
 * A row is code | 中文 | English | first unit | second unit | MFN | VAT | consumption tax | kind of goods, for the elements |
 * supervision | export duty. `?`: no source that we have says; `-`: there is none.
 */
export function hsSeed(): ReferenceEntry[] {
  return [...UNIT_ROWS, ...rows().flatMap((row) => hsEntries(row, provenanceOf(row)).entries.flatMap(inTime))];
}

/** The rows as the importer reads them, for the tests. */
export function rows(): HsRow[] {
  return `${ROWS_01_49}${ROWS_50_97}`
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(readRow);
}

function readRow(line: string): HsRow {
  const cells = line.split('|').map((cell) => (cell === '?' ? '' : cell));
  const [code = '', name_zh = '', name_en = '', first_unit = '', second_unit = '', mfn = '', vat = ''] = cells;
  const [consumption_tax = '', kind = '', supervision = '', export_duty = ''] = cells.slice(7);
  const own = ELEMENT_SETS[kind];
  if (own === undefined) throw new Error(`No declaration elements for ${kind}`);
  const elements = `品牌类型;出口享惠情况;${own};GTIN?;CAS?;其他?`;
  const names = { code, name_zh, name_en, first_unit, second_unit };
  return { ...names, mfn, vat, consumption_tax, supervision, export_duty, elements };
}

const TARIFF_2014 = '《中国－瑞士自由贸易协定》2014年协定税率表，最惠国税率栏';
const SPECIFIC = '《进出口税则》从量税、复合税税率表';
const CARS = '税委会公告〔2018〕3号';
const COMMON = '通关实务通行口径，未与现行官方表逐条核对';

const DUTY: Provenance = { ...from('2014-01-01', 2014), source: TARIFF_2014 };
const EXPORT_DUTY: Provenance = { ...from('2007-01-01', 2007), source: '海关总署公告，2007年出口商品税率表' };

const SOURCES: Readonly<Record<HsTopic, Provenance>> = {
  hs_names: {
    ...from('2018-01-01', 2018),
    source: `编号：2018年10位商品编号表；中文名：${TARIFF_2014}（8位）；英文名：HS 2022（6位）`,
  },
  hs_units: { ...from('2018-01-01', 2018), source: `法定单位：${COMMON}` },
  hs_mfn: DUTY,
  hs_provisional: DUTY,
  hs_general: DUTY,
  hs_export_duty: EXPORT_DUTY,
  hs_export_provisional: EXPORT_DUTY,
  hs_vat: { ...from('2019-04-01', 2019), source: '财政部 税务总局 海关总署公告2019年第39号，第一条' },
  hs_consumption_tax: { ...from('2009-01-01', 2009), source: '《消费税暂行条例》及所附税目税率表（国务院令第539号）' },
  hs_supervision: { ...from('2018-01-01', 2018), source: COMMON },
  hs_elements: { ...from('2018-01-01', 2018), source: `《进出口商品规范申报目录》体例；${COMMON}` },
};

function provenanceOf({ mfn }: HsRow): (topic: HsTopic) => Provenance {
  const isSpecific = mfn?.includes('/') === true;
  return (topic) => (topic === 'hs_mfn' && isSpecific ? { ...DUTY, source: SPECIFIC } : SOURCES[topic]);
}

/** Where a seed knows of a later change. */
function inTime(entry: ReferenceEntry<HsTopic>): ReferenceEntry<HsTopic>[] {
  if (entry.topic === 'hs_vat') {
    // The VAT law took the rates over.
    const law = { validFrom: '2026-01-01', year: 2026, source: '《中华人民共和国增值税法》第十条' };
    return [
      { ...entry, validTo: '2025-12-31' },
      { ...entry, ...law },
    ];
  }
  if (entry.topic === 'hs_mfn' && entry.code.startsWith('8703')) {
    // Cars went from 25 % to 15 %.
    const rate = { rate: '0.15', amountPerUnit: null, unit: null };
    return [
      { ...entry, validTo: '2018-06-30' },
      { ...entry, validFrom: '2018-07-01', year: 2018, source: CARS, value: { rate } },
    ];
  }
  return [entry];
}

function from(validFrom: string, year: number): Omit<Provenance, 'source'> {
  return { validFrom, validTo: null, year };
}
