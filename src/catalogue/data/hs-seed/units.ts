import { type ReferenceEntry } from '../../domain/reference-entry.js';

/** 计量单位代码: the statutory units of the codes that come with the project. */
const UNITS = [
  ['001', '台', 'set of equipment'],
  ['003', '辆', 'vehicle'],
  ['004', '艘', 'vessel'],
  ['006', '套', 'set'],
  ['007', '个', 'piece'],
  ['008', '只', 'piece (only)'],
  ['011', '件', 'article'],
  ['015', '条', 'strip'],
  ['016', '把', 'handful'],
  ['025', '双', 'pair of two'],
  ['030', '米', 'metre'],
  ['032', '平方米', 'square metre'],
  ['033', '立方米', 'cubic metre'],
  ['035', '千克', 'kilogram'],
  ['095', '升', 'litre'],
] as const;

export const UNIT_ROWS: readonly ReferenceEntry<'unit'>[] = UNITS.map(([code, nameZh, nameEn]) => {
  const source = '海关计量单位代码表 (H2018)';
  const value = { nameZh, nameEn };
  return { topic: 'unit', code, value, validFrom: '2018-01-01', validTo: null, source, year: 2018 };
});
