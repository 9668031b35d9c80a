import { type FormationRules } from '../domain/guarantee/formation.js';

const COMMON = {
  currency: 'CNY',
  membersMin: 3,
  membersMax: 20,
  ageMonthsMin: 18,
  sharedOwnerFrom: '0',
  lossIsRefused: true,
  seasoned: [
    { kind: 'trust_pass', years: 3 },
    { kind: 'gold_supplier', years: 2 },
  ],
  noticeDays: 30,
} as const;

/**
 * The rules of formation, by date. Another wording is another row, no code.
 * Source: the terms of 网络联保 as the press reported them from 2007-11 to 2011-09; the upper bound of members, the days of a
 * notice, and from 2026 the consent to each draw are the platform's own.
 */
export const GUARANTEE_RULES: readonly FormationRules[] = [
  {
    ...COMMON,
    validFrom: '2007-06-01',
    validTo: '2009-12-31',
    source: '网络联保, first version (CCB and Alibaba, 2007): up to 2,000,000 CNY a member',
    limitMin: '0.01',
    limitMax: '2000000.00',
    consentToDraw: false,
  },
  {
    ...COMMON,
    validFrom: '2010-01-01',
    validTo: '2025-12-31',
    source: '网络联保, later version (CCB): 200,000 to 5,000,000 CNY a member',
    limitMin: '200000.00',
    limitMax: '5000000.00',
    consentToDraw: false,
  },
  {
    ...COMMON,
    validFrom: '2026-01-01',
    validTo: null,
    source:
      'Terms of the platform of 2026, after 网络联保: 200,000 to 5,000,000 CNY a member, consent of all to each draw',
    limitMin: '200000.00',
    limitMax: '5000000.00',
    consentToDraw: true,
  },
];
