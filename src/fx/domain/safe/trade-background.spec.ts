import fc from 'fast-check';

import { Money } from '../../../kernel/money.js';
import { type EvidenceKind, tradeBackground, type TradeFacts } from './trade-background.js';

const usd = (amount: string): Money => Money.parse(amount, 'USD');
const FACTS: TradeFacts = {
  ...{ enterpriseClass: 'A', isInDirectory: true, directory: 'warn', declared: null, exportedOn: null, quota: null },
  ...{ ordered: usd('10000.00'), received: usd('10000.00'), evidence: [], paidOn: '2026-11-24', on: '2026-11-24' },
};
const PAPERS: readonly EvidenceKind[] = ['contract', 'invoice'];
const QUOTA = { allowed: usd('20000.00'), used: usd('10000.00') };

describe('The trade behind money', () => {
  it.each<[string, Partial<TradeFacts>, string, string[]]>([
    ['an advance of class A', {}, 'passed', []],
    ['5 % more than ordered', { received: usd('10500.00') }, 'passed', []],
    ['a cent more than that', { received: usd('10500.01') }, 'doubtful', ['MORE_THAN_ORDERED']],
    ['less declared than paid', { declared: usd('9000.00') }, 'doubtful', ['MORE_THAN_DECLARED']],
    ['the same with contract and invoice', { declared: usd('9000.00'), evidence: PAPERS }, 'passed', []],
    ['class B without papers', { enterpriseClass: 'B', quota: QUOTA }, 'doubtful', ['NO_DECLARATION']],
    ['class B with papers', { enterpriseClass: 'B', quota: QUOTA, evidence: PAPERS }, 'passed', []],
    ['class B without quota', { enterpriseClass: 'B', declared: usd('10000.00') }, 'blocked', ['QUOTA_UNKNOWN']],
    [
      'class B over its quota',
      { enterpriseClass: 'B', declared: usd('10000.00'), quota: { ...QUOTA, used: usd('20000.01') } },
      'blocked',
      ['QUOTA_EXCEEDED'],
    ],
    [
      'class B paid on the 90th day',
      { enterpriseClass: 'B', declared: usd('10000.00'), quota: QUOTA, exportedOn: '2026-08-26' },
      'blocked',
      ['CREDIT_TOO_LONG'],
    ],
    [
      'class B paid a day earlier',
      { enterpriseClass: 'B', declared: usd('10000.00'), quota: QUOTA, exportedOn: '2026-08-27' },
      'passed',
      [],
    ],
    ['class C', { enterpriseClass: 'C' }, 'blocked', ['NO_SAFE_REGISTRATION']],
    ['class C with the form of SAFE', { enterpriseClass: 'C', evidence: ['safe_registration'] }, 'passed', []],
    ['nobody in the directory, warned', { isInDirectory: false }, 'passed', ['NOT_IN_DIRECTORY']],
    ['nobody in the directory, blocked', { isInDirectory: false, directory: 'block' }, 'blocked', ['NOT_IN_DIRECTORY']],
    ['nobody in the directory, not asked', { isInDirectory: false, directory: 'off' }, 'passed', []],
  ])('%s', (_what, change, verdict, codes) => {
    const found = tradeBackground({ ...FACTS, ...change });
    expect([found.verdict, found.findings.map(({ code }) => code)]).toEqual([verdict, codes]);
    expect(found.steps.at(-1)?.value).toBe(verdict);
  });

  it('is never doubted of class A within the band, and always beyond it', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 12n), fc.bigInt(0n, 2n * 10n ** 12n), (ordered, received) => {
        const facts = { ordered: Money.ofMinor(ordered, 'USD'), received: Money.ofMinor(received, 'USD') };
        const isWithin = received * 100n <= ordered * 105n + 99n;
        expect(tradeBackground({ ...FACTS, ...facts }).verdict === 'passed').toBe(isWithin);
      }),
    );
  });
});
