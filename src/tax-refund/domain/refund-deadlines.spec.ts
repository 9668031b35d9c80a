import { InvalidInputError } from '../../kernel/domain-error.js';
import { DEADLINE_REGIMES } from './deadline-regimes.js';
import { addDays } from '../../kernel/local-date.js';
import { refundDeadlines } from './refund-deadlines.js';

describe('refundDeadlines (公告2026年第5号 第四十八条)', () => {
  it.each([
    // exported,    contract,     collect by,   file by,      expires,      domestic,     why
    ['2026-03-15', null, '2027-04-30', '2027-04-30', '2029-03-15', '2029-03-16', 'without contract: 30 April'],
    ['2026-03-15', '2027-01-10', '2027-04-30', '2027-04-30', '2029-03-15', '2029-03-16', 'an early date gains nothing'],
    [
      '2026-03-15',
      '2028-06-30',
      '2028-06-30',
      '2027-04-30',
      '2029-03-15',
      '2029-03-16',
      'the contract may put it later',
    ],
    ['2026-05-31', '2029-05-31', '2029-05-31', '2027-04-30', '2029-05-31', '2029-06-01', 'exactly 36 months'],
    ['2026-05-31', '2029-06-01', '2029-05-31', '2027-04-30', '2029-05-31', '2029-06-01', 'never later than 36 months'],
    ['2028-02-29', null, '2029-04-30', '2029-04-30', '2031-02-28', '2031-03-01', 'no 29 February 2031: the last day'],
    ['2026-01-01', null, '2027-04-30', '2027-04-30', '2029-01-01', '2029-01-02', 'the first day of the new rule'],
    ['2025-12-31', null, '2026-04-30', '2026-04-30', null, null, 'the last day of the old: no deemed domestic sale'],
  ])('exported %s, contract %s: collect by %s, file by %s, expires %s, domestic %s (%s)', (...row) => {
    const [exportDate, contractFinalCollection, collectBy, fileBy, filingExpiresOn, deemedDomesticOn] = row;
    expect(refundDeadlines({ exportDate, contractFinalCollection })).toMatchObject({
      collectBy,
      fileBy,
      filingExpiresOn,
      deemedDomesticOn,
    });
  });

  it.each(['2026-02-29', '26-01-01', '0001-01-01', '9999-12-31'])('refuses the export date %s', (exportDate) => {
    expect(() => refundDeadlines({ exportDate })).toThrow(InvalidInputError);
  });

  it('has a regime for every day', () => {
    expect(DEADLINE_REGIMES[0]?.exportedFrom).toBeNull();
    expect(DEADLINE_REGIMES.at(-1)?.exportedTo).toBeNull();
    DEADLINE_REGIMES.slice(1).forEach((regime, index) => {
      expect(regime.exportedFrom).toBe(addDays(DEADLINE_REGIMES[index]?.exportedTo ?? '', 1));
    });
  });
});
