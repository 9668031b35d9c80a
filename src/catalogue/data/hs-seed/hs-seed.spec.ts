import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';

import { elementFaults, elementsSchema, joinElements } from '../../domain/elements.js';
import { hsEntries, isHsCode } from '../../domain/hs-row.js';
import { type HsValues, type ReferenceEntry } from '../../domain/reference-entry.js';
import { hsSeed, rows } from './index.js';

const entries = hsSeed();
const of = (topic: ReferenceEntry['topic']): ReferenceEntry[] => entries.filter((entry) => entry.topic === topic);
const codes = rows().map(({ code = '' }) => code);

describe('The HS codes that come with the project', () => {
  it('are at least 200 of 40 chapters, each once', () => {
    expect(codes.length).toBeGreaterThanOrEqual(200);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(codes.map((code) => code.slice(0, 2))).size).toBeGreaterThanOrEqual(40);
    expect(codes.filter((code) => !isHsCode(code))).toEqual([]);
  });

  it('are read without a fault', () => {
    const provenance = { validFrom: '2026-01-01', validTo: null, source: 'test', year: 2026 };
    expect(rows().flatMap((row) => hsEntries(row, provenance).faults)).toEqual([]);
  });

  it('have each a name, and a source and a first day for everything that is said', () => {
    expect(of('hs_names').map(({ code }) => code)).toEqual(codes);
    const unsaid = entries.filter(({ source, validFrom }) => source === '' || !/^\d{4}-\d{2}-\d{2}$/.test(validFrom));
    expect(unsaid).toEqual([]);
  });

  it('have units of the unit table only', () => {
    const units = new Set(of('unit').map(({ code }) => code));
    const used = of('hs_units').flatMap(({ value }) => {
      const { firstUnit, secondUnit } = value as HsValues['hs_units'];
      return [firstUnit, secondUnit].filter((unit) => unit !== null);
    });
    expect(used.filter((unit) => !units.has(unit))).toEqual([]);
  });

  it('know that cars went from 25 % to 15 % in 2018', () => {
    const cars = of('hs_mfn').filter(({ code }) => code.startsWith('8703'));
    const rates = cars.map(({ validFrom, validTo, value }) => [
      validFrom,
      validTo,
      (value as HsValues['hs_mfn']).rate.rate,
    ]);
    expect(rates.slice(0, 2)).toEqual([
      ['2014-01-01', '2018-06-30', '0.25'],
      ['2018-07-01', null, '0.15'],
    ]);
  });

  it('have elements whose schema compiles, and which agrees with our own check', () => {
    const ajv = new Ajv2020({ allErrors: true });
    for (const { code, value } of of('hs_elements')) {
      const { elements } = value as HsValues['hs_elements'];
      const validate = ajv.compile(elementsSchema(code, elements));
      const filled: Record<string, string> = { 品牌类型: '4', 出口享惠情况: '0' };
      for (const { name, required } of elements) if (required) filled[name] ??= 'x';
      for (const values of [filled, { ...filled, 品牌类型: '5' }, { ...filled, 用处: 'x' }, { 品牌类型: '1' }]) {
        expect([code, validate(values)]).toEqual([code, elementFaults(elements, values, '').length === 0]);
      }
      expect(joinElements(elements, filled)).toMatch(/^4\|0\|x/);
    }
  });
});

const table = path.join(process.env['REFERENCE_DATA_DIR'] ?? '/nowhere', 'cn_hs10_2018/hs10_codes_only.csv');
const whereGiven = existsSync(table) ? describe : describe.skip;

whereGiven('Against the official table of 2018 (REFERENCE_DATA_DIR)', () => {
  it('each code is in it', () => {
    const official = new Set(readFileSync(table, 'utf8').split(/\r?\n/));
    expect(codes.filter((code) => !official.has(code))).toEqual([]);
  });
});
