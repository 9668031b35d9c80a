import { InvalidInputError } from '../../kernel/domain-error.js';
import { checkReview, nextNotice } from './issuer.js';

function faults(validFrom: string, validTo: string): string[] {
  try {
    checkReview({ validFrom, validTo }, '2026-11-24');
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

describe('The review of an issuer', () => {
  it.each([
    ['2026-11-24', '2027-11-23', []],
    ['2026-11-24', '2028-11-23', []],
    ['2026-11-24', '2028-11-24', ['/validTo too_long']],
    ['2026-11-24', '2026-11-23', ['/validTo before_start']],
    ['2026-01-01', '2026-11-23', ['/validTo past']],
    ['2026-02-30', '2026-12-31', ['/validFrom invalid_date']],
  ])('from %s to %s has the faults %j', (from, to, expected) => {
    expect(faults(from, to)).toEqual(expected);
  });

  it('is warned of thirty days before its last day is over, and ends with that day, in China', () => {
    expect(nextNotice('2027-11-23', false).toISOString()).toBe('2027-10-24T16:00:00.000Z');
    expect(nextNotice('2027-11-23', true).toISOString()).toBe('2027-11-23T16:00:00.000Z');
  });
});
