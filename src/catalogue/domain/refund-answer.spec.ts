import { told } from '../../kernel/sentence.js';
import { REFUND_RATES } from '../data/refund-rates.js';
import { refundRateAnswer, refundRateHistory } from './refund-answer.js';
import { type LibraryRate } from './refund-library.js';

const CELL: LibraryRate = {
  code: '8541430000',
  name: '光伏电池',
  unit: '个',
  vatRates: ['0.13'],
  refundRate: '0',
  adValorem: null,
  specificTax: null,
  specialFlag: '1',
  zeroMeaning: 'taxed_as_domestic',
  validFrom: '2026-04-01',
  validTo: null,
  version: '出口退税率文库 2026B',
  source: '国家税务总局',
};

const on = (day: string, library: readonly LibraryRate[] = [CELL], hsCode = '8541430000') => {
  const { outcome, rate, detail } = refundRateAnswer(REFUND_RATES, library, { hsCode, refundCode: null, on: day });
  return [outcome, rate?.version ?? null, rate?.validFrom ?? null, told(detail, 'en')];
};

describe('refundRateAnswer', () => {
  it('names the version and the interval, whoever states the rate', () => {
    expect(on('2026-04-01')).toEqual([
      'rate',
      '出口退税率文库 2026B',
      '2026-04-01',
      '0: 8541430000 is taxed as if sold at home (出口退税率文库 2026B, 2026-04-01 to …)',
    ]);
    expect(on('2026-03-31')).toEqual([
      'rate',
      'seed-2026-01',
      '2024-12-01',
      '0.09 for 85414300 (seed-2026-01, 2024-12-01 to 2026-03-31)',
    ]);
  });

  it('says that it does not know', () => {
    expect(on('2026-04-01', [], '0101210000')).toEqual([
      'unknown',
      null,
      null,
      'No refund rate is known for 0101210000',
    ]);
    const ended = { ...CELL, validTo: '2026-12-31' };
    expect(on('2027-01-01', [ended])[3]).toBe('The refund library has 8541430000, but no rate of 2027-01-01');
  });

  it('lists every rate there has been', () => {
    const history = refundRateHistory(REFUND_RATES, [CELL], '8541430000');
    expect(history.map(({ refundRate, version }) => [refundRate, version])).toEqual([
      ['0.13', 'seed-2026-01'],
      ['0.09', 'seed-2026-01'],
      ['0', '出口退税率文库 2026B'],
    ]);
  });
});
