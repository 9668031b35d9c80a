import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { bought, cny, EXPORTER, item, match, told, usd } from '../testing/exports.js';
import { isComplete } from './match-export.js';
import { exchangeCostFinding } from './match-plausibility.js';
import { bandOn, isRenamed, type MatchRules, NO_OWN_RULES, regionOf } from './match-rules.js';

const band = (region: string, from: string, to: string, validFrom: string | null = null) => ({
  ...{ region, currency: 'USD', from: new Decimal(from), to: new Decimal(to), validFrom, validTo: null },
});

describe('What one unit of export cost', () => {
  const finding = (cost: Money, fob: Money, rules: MatchRules = NO_OWN_RULES) =>
    told(
      exchangeCostFinding(rules, {
        ...{ cost, fob, exportDate: '2026-11-20', exporterTaxNumber: EXPORTER, lineNumber: null },
      }),
    );

  it.each([
    ['50000.00', [], '5.00: the lower end of the usual band'],
    ['80000.00', [], '8.00: its upper end'],
    ['80000.01', ['exchange_cost warn'], 'just above'],
    ['49999.99', ['exchange_cost warn'], 'just below'],
  ])('of %s CNY for USD 10,000.00 gives %j: %s', (cost, findings) => {
    expect(finding(cny(cost), usd('10000.00'))).toEqual(findings);
  });

  it('is looked at in currencies that have a band', () => {
    expect(finding(cny('1.00'), Money.parse('10000.00', 'EUR'))).toEqual([]);
    const rules = { ...NO_OWN_RULES, costBands: [{ ...band('', '6', '9'), currency: 'EUR' }] };
    expect(finding(cny('1.00'), Money.parse('10000.00', 'EUR'), rules)).toEqual(['exchange_cost warn']);
  });

  it('is held against the band of the narrowest region that holds on the export date, of two the later', () => {
    const costBands = [
      band('3302', '4', '9'),
      band('33', '5', '7'),
      band('3302', '4', '8.5', '2026-01-01'),
      band('44', '1', '2'),
    ];
    const found = (exportDate: string, region: string | null) =>
      bandOn({ costBands, codeChanges: [] }, { region, currency: 'USD', exportDate })?.to.toString();
    expect(found('2026-11-20', '330200')).toBe('8.5');
    expect(found('2025-11-20', '330200')).toBe('9');
    expect(found('2026-11-20', '330100')).toBe('7');
    expect(found('2026-11-20', null)).toBe('8');
  });
});

describe('Where goods come from', () => {
  it.each([
    ['33029', [], 'the province of the issuer'],
    ['44199', ['source_place warn'], 'another province'],
  ])('from district %s the finding is %j: %s', (sourceDistrict, findings) => {
    expect(told(match([bought('1000', '60000.00')], { lines: [item(1, { sourceDistrict })] }).findings)).toEqual(
      findings,
    );
  });

  it.each([
    ['91330200MA2AEFJN86', '330200'],
    ['330203123456789', '330203'],
    ['12345678901234567890', null],
  ])('the taxpayer number %s tells the division %s', (taxNumber, region) => {
    expect(regionOf(taxNumber)).toBe(region);
  });
});

describe('A code that the tariff has changed', () => {
  const rules = {
    costBands: [],
    codeChanges: [
      { from: '8516609000', to: '8516609010', changedOn: '2026-11-15' },
      { from: '8516609010', to: '8516609019', changedOn: '2026-11-18' },
    ],
  };

  it('is the same code: the older on the invoice, the declared one is filed, in one step or several', () => {
    const declared = [item(1, { hsCode: '8516609019' })];
    const result = match([bought('1000', '60000.00', { orderLineNumber: null })], { lines: declared, rules });
    expect([isComplete(result), told(result.findings)]).toEqual([true, ['hs_code warn']]);
  });

  it('may be the newer on the invoice, once it is in force', () => {
    const newer = { hsCode: '8516609010', on: '2026-11-15' };
    const older = { hsCode: '8516609000', on: '2026-11-01' };
    expect(isRenamed(rules, newer, older)).toBe(true);
    expect(isRenamed(rules, { ...newer, on: '2026-11-14' }, older)).toBe(false);
    expect(isRenamed(rules, { hsCode: '8516800000', on: '2026-12-01' }, older)).toBe(false);
  });
});
