import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { codeTable, lookUp } from './code-table.js';
import { CONTAINER_SPECS, containerSpec } from './container-specs.js';
import { alpha3 } from './countries.js';
import { isOfDistrict } from './customs-districts.js';
import { CURRENCIES } from './currencies.js';
import { PACKAGES } from './packages.js';
import { destinationPort, portOfExit } from './ports.js';
import { TRADE_TERMS, tradeTermOf } from './trade-terms.js';
import { TRANSPORT_MODES } from './transport-modes.js';
import { UNITS } from './units.js';

const TODAY = '2026-11-24';

describe('A code table', () => {
  it('knows which codes may be used on a day', () => {
    const name = { en: 'x', zh: 'x' };
    const head = { id: 'x', version: '2018-08-01', source: 'x' };
    const table = codeTable(head, [
      { code: 'A', name, from: '2020-01-01', to: '2020-12-31' },
      { code: 'B', name },
    ]);
    const usable = (day: string) => ['A', 'B', 'C'].filter((code) => lookUp(table, code, day) !== null);
    expect(usable('2019-12-31')).toEqual(['B']);
    expect(usable('2020-01-01')).toEqual(['A', 'B']);
    expect(usable('2020-12-31')).toEqual(['A', 'B']);
    expect(usable('2021-01-01')).toEqual(['B']);
  });
});

describe('Trade terms', () => {
  it.each([
    ['EXW', '7'],
    ['FOB', '3'],
    ['FCA', '3'],
    ['FAS', '3'],
    ['CFR', '2'],
    ['CPT', '2'],
    ['CIF', '1'],
    ['CIP', '1'],
    ['DAP', '1'],
    ['DPU', '1'],
    ['DDP', '1'],
  ])('%s is declared as %s', (incoterm, code) => {
    expect(tradeTermOf(incoterm)?.code).toBe(code);
    expect(lookUp(TRADE_TERMS, code, TODAY)).not.toBeNull();
  });

  it('are none for what is no Incoterm, whatever objects are made of', () => {
    expect(tradeTermOf('toString')).toBeNull();
    expect(tradeTermOf('DDU')).toBeNull();
  });
});

describe('Ports', () => {
  it('abroad have a code of their own, or that of their country', () => {
    expect(destinationPort('DEHAM')).toEqual({ code: 'DEU063', isCountryOnly: false });
    expect(destinationPort('DEWVN')).toEqual({ code: 'DEU000', isCountryOnly: true });
    expect(destinationPort('QQXXX')).toBeNull();
  });

  it('of exit have six digits', () => {
    expect(portOfExit('CNNGB')).toBe('380101');
    expect(portOfExit('CNXXX')).toBeNull();
  });
});

describe('A container', () => {
  it.each([
    ['22G1', '21'],
    ['45G1', '11'],
    ['L5G1', '11'],
    ['22R1', '22'],
    ['45R1', '12'],
    ['22T6', '23'],
    ['42U1', '32'],
    [null, '32'],
  ])('%s is declared as %s', (sizeType, spec) => {
    expect(containerSpec(sizeType)).toBe(spec);
    expect(lookUp(CONTAINER_SPECS, spec, TODAY)).not.toBeNull();
  });
});

/** Official tables, where they are on this machine: our seeds must not contradict them. */
const reference = path.join(process.env['REFERENCE_DATA_DIR'] ?? '/nowhere', 'customs_params');
const whereGiven = existsSync(reference) ? describe : describe.skip;

whereGiven('Beside the official tables (REFERENCE_DATA_DIR)', () => {
  const codes = (file: string) =>
    new Set(
      [...readFileSync(path.join(reference, file), 'utf8').matchAll(/^\ufeff?([0-9A-Z]+),/gm)].map(
        ([, code = '']) => code,
      ),
    );

  it.each([
    ['unit.csv', UNITS],
    ['package_type.csv', PACKAGES],
    ['currency.csv', CURRENCIES],
    ['transport_mode.csv', TRANSPORT_MODES],
    ['trans_mode_incoterm.csv', TRADE_TERMS],
    ['container_spec.csv', CONTAINER_SPECS],
  ] as const)('every code of ours is in %s', (file, table) => {
    const official = codes(file);
    expect([...table.rows.keys()].filter((code) => !official.has(code) || lookUp(table, code, TODAY) === null)).toEqual(
      [],
    );
  });

  it('every port of ours is in the port tables', () => {
    const source = readFileSync(path.join(import.meta.dirname, 'ports.ts'), 'utf8');
    const pairs = [...source.matchAll(/\b([A-Z]{5}) ([A-Z]{3}\d{3}|\d{6})\b/g)];
    const official = new Set([...codes('port_world.csv'), ...codes('domestic_port.csv')]);
    expect(pairs.length).toBeGreaterThan(160);
    expect(pairs.filter(([, , code = '']) => !official.has(code)).map(([pair]) => pair)).toEqual([]);
  });

  it('every country of theirs is one of ours', () => {
    const ours = (code: string) =>
      [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].some((letter) =>
        [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].some((second) => alpha3(letter + second) === code),
      );
    const official = [...codes('country.csv')].filter((code) => /^[A-Z]{3}$/.test(code));
    // Continents and free zones are no countries.
    const groups = [
      'ZAS',
      'ZEU',
      'ZSA',
      'ZNA',
      'ZOC',
      'CEU',
      'MEL',
      'CAI',
      'GAM',
      'SOC',
      'TUB',
      'MAI',
      'TUA',
      'ZZZ',
      'ZUN',
    ];
    expect(official.filter((code) => !groups.includes(code) && !ours(code))).toEqual([]);
  });

  it('ports and customs offices lie in districts that there are', () => {
    const offices = [...codes('customs_office.csv')].filter((code) => /^\d{4}$/.test(code));
    const ports = [...codes('domestic_port.csv')].filter((code) => /^(?!99)\d{6}$/.test(code));
    expect(ports.filter((port) => !offices.some((office) => isOfDistrict(office, port)))).toEqual([]);
    // A port of an area that is not in the table would be of every district.
    expect(ports.filter((port) => isOfDistrict('0000', port))).toEqual([]);
  });
});
