import fc from 'fast-check';

import { told } from '../../kernel/sentence.js';
import { agencyGate } from './agency-gate.js';
import {
  type EligibilityFacts,
  eligibilityOf,
  groupsOf,
  type LineRate,
  REFUNDABLE_MODES,
  WANTED_REGIMES,
} from './eligibility.js';

const FACTS: EligibilityFacts = {
  wanted: 'trading',
  supervisionMode: '0110',
  isSimplified: false,
  enterpriseKind: 'trading',
  taxpayerType: 'general',
  agencyLack: null,
  expiredOn: null,
  day: '2026-11-20',
};
const RATE: LineRate = {
  outcome: 'rate',
  refundRate: '0.13',
  zeroMeaning: null,
  hasConsumptionTax: false,
  detail: '0.13',
};
const MAKER = { enterpriseKind: 'manufacturer' } as const;
const LACK = agencyGate([], { producer: '慈溪示例电器', day: '2026-11-20' }, true).lack;

const decide = (facts: Partial<EligibilityFacts>, rate: Partial<LineRate> = {}) => {
  const { regime, isRefundable, reasons } = eligibilityOf({ ...FACTS, ...facts }, { ...RATE, ...rate });
  return [regime, isRefundable, reasons.map(({ rule }) => rule)];
};

describe('The regime of a line, and whether it is refunded', () => {
  it.each<[string, Partial<EligibilityFacts>, Partial<LineRate>, unknown[]]>([
    ['a trader', {}, {}, ['trading', true, ['refunded']]],
    ['a manufacturer', { ...MAKER, wanted: 'manufacturer' }, {}, ['manufacturer', true, ['refunded']]],
    ['an agent with an agreement', { ...MAKER, wanted: 'agency' }, {}, ['agency', true, ['refunded']]],
    ['an agent without', { ...MAKER, wanted: 'agency', agencyLack: LACK }, {}, ['agency', false, ['agency_missing']]],
    ['a trader by an agent', { wanted: 'agency' }, {}, ['none', false, ['not_a_manufacturer']]],
    ['a manufacturer as a trader', { ...MAKER }, {}, ['none', false, ['not_a_trader']]],
    [
      'exported for a principal',
      { wanted: 'agency_export' },
      {},
      ['agency_export_certificate', false, ['agency_export']],
    ],
    ['nobody asks', { wanted: 'none' }, {}, ['none', false, ['not_requested']]],
    ['market purchase', { supervisionMode: '1039' }, {}, ['exempt', false, ['market_purchase']]],
    ['simplified lists', { supervisionMode: '9610', isSimplified: true }, {}, ['none', false, ['simplified_list']]],
    ['summarised lists', { supervisionMode: '9610' }, {}, ['trading', true, ['refunded']]],
    ['samples', { supervisionMode: '3010' }, {}, ['none', false, ['supervision_mode']]],
    ['a small-scale taxpayer', { taxpayerType: 'small_scale' }, {}, ['exempt', false, ['small_scale']]],
    ['filed too late', { expiredOn: '2029-11-20' }, {}, ['deemed_domestic', false, ['filing_expired']]],
    [
      'refund cancelled',
      {},
      { refundRate: '0', zeroMeaning: 'taxed_as_domestic' },
      ['deemed_domestic', false, ['rate_cancelled']],
    ],
    ['exempt goods', {}, { refundRate: '0', zeroMeaning: 'exempt' }, ['exempt', false, ['rate_exempt']]],
    ['nought of no meaning', {}, { refundRate: '0' }, ['none', false, ['rate_zero']]],
    ['a choice', {}, { outcome: 'choice', refundRate: null }, ['trading', false, ['rate_choice']]],
    ['no rate', {}, { outcome: 'unknown', refundRate: null }, ['trading', false, ['rate_unknown']]],
    ['a warehouse abroad', { supervisionMode: '9810' }, {}, ['trading', true, ['refunded', 'overseas_advance']]],
    ['consumption tax', {}, { hasConsumptionTax: true }, ['trading', true, ['refunded', 'consumption_tax']]],
    [
      'consumption tax where the VAT refund is cancelled',
      {},
      { hasConsumptionTax: true, refundRate: '0', zeroMeaning: 'taxed_as_domestic' },
      ['deemed_domestic', false, ['rate_cancelled', 'consumption_tax']],
    ],
  ])('%s', (_what, facts, rate, expected) => {
    expect(decide(facts, rate)).toEqual(expected);
  });

  it('names the law of the day', () => {
    const sources = ['2025-12-31', '2026-01-01'].map(
      (day) => eligibilityOf({ ...FACTS, day, taxpayerType: 'small_scale' }, RATE).reasons[0]?.source,
    );
    expect(sources).toEqual(['财税〔2012〕39号 第六条（一）', '财政部 税务总局公告2026年第11号 第六条（一）']);
  });

  it('always gives a reason with a source in both languages, and refunds nothing outside the modes of the law', () => {
    const mode = fc.constantFrom(...REFUNDABLE_MODES, '1039', '3010', '0654');
    const facts = fc.record({
      wanted: fc.constantFrom(...WANTED_REGIMES),
      supervisionMode: mode,
      isSimplified: fc.boolean(),
      enterpriseKind: fc.constantFrom('trading' as const, 'manufacturer' as const, null),
      taxpayerType: fc.constantFrom('general' as const, 'small_scale' as const, null),
      agencyLack: fc.constantFrom(LACK, null),
      expiredOn: fc.constantFrom('2029-11-20', null),
      day: fc.constantFrom('2025-06-01', '2026-11-20'),
    });
    const rate = fc.record({
      outcome: fc.constantFrom('rate' as const, 'choice' as const, 'unknown' as const),
      refundRate: fc.constantFrom('0', '0.13', null),
      zeroMeaning: fc.constantFrom('exempt' as const, 'taxed_as_domestic' as const, null),
      hasConsumptionTax: fc.boolean(),
      detail: fc.constant('detail'),
    });
    fc.assert(
      fc.property(facts, rate, (given, found) => {
        const { regime, isRefundable, reasons } = eligibilityOf(given, found);
        expect(reasons.length).toBeGreaterThan(0);
        for (const { detail, source } of reasons)
          expect([told(detail, 'en'), told(detail, 'zh'), source]).not.toContain('');
        if (!isRefundable) return;
        expect(['trading', 'manufacturer', 'agency']).toContain(regime);
        expect(REFUNDABLE_MODES).toContain(given.supervisionMode);
        expect([given.taxpayerType === 'small_scale', found.refundRate === '0.13']).toEqual([false, true]);
      }),
    );
  });

  it('groups lines by regime, and what is not refunded apart', () => {
    const line = (lineNumber: number, rate: Partial<LineRate> = {}) => ({
      lineNumber,
      ...eligibilityOf(FACTS, { ...RATE, ...rate }),
    });
    const exempt = { refundRate: '0', zeroMeaning: 'exempt' } as const;
    expect(groupsOf([line(1), line(2, exempt), line(3)])).toEqual([
      { regime: 'trading', isRefundable: true, lineNumbers: [1, 3] },
      { regime: 'exempt', isRefundable: false, lineNumbers: [2] },
    ]);
  });
});
