import fc from 'fast-check';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { checkTerms, isLooser, needsApproval, type PolicyTerms } from './policy.js';

const cny = (amount: string) => ({ amount, currency: 'CNY' });
const usd = (amount: string) => ({ amount, currency: 'USD' });
const money = (amount: string, currency = 'CNY') => Money.parse(amount, currency);

const TERMS: PolicyTerms = { limits: [cny('1000.00')], roles: ['approver'], approvers: 2, lifetimeHours: 24 };

describe('A second person is needed', () => {
  it.each([
    ['0.01', false],
    ['999.99', false],
    ['1000.00', false],
    ['1000.01', true],
    ['999999999999.99', true],
  ])('of a limit of 1000.00 for %s: %s', (amount, isNeeded) => {
    expect(needsApproval(TERMS, money(amount))).toBe(isNeeded);
  });

  it('for whatever cannot be compared: another currency, and no amount at all', () => {
    expect(needsApproval(TERMS, money('0.01', 'USD'))).toBe(true);
    expect(needsApproval(TERMS, null)).toBe(true);
    expect(needsApproval({ limits: [] }, money('0.01'))).toBe(true);
    expect(needsApproval({ limits: [cny('1.00'), usd('5.00')] }, money('5.00', 'USD'))).toBe(false);
  });

  it('of a limit of nothing for everything but nothing', () => {
    expect(needsApproval({ limits: [cny('0.00')] }, money('0.01'))).toBe(true);
    expect(needsApproval({ limits: [cny('0.00')] }, money('0.00'))).toBe(false);
  });
});

describe('Terms', () => {
  it('have one limit per currency', () => {
    expect(() => {
      checkTerms({ limits: [cny('1.00'), usd('1.00'), cny('2.00')] });
    }).toThrow(InvalidInputError);
  });

  it.each([
    ['below zero', cny('-1.00')],
    ['of too many places', cny('1.001')],
    ['no number', cny('much')],
  ])('have no limit that is %s', (_what, limit) => {
    expect(() => {
      checkTerms({ limits: [limit] });
    }).toThrow(InvalidInputError);
  });

  it.each<[string, Partial<PolicyTerms>, boolean]>([
    ['a higher limit', { limits: [cny('1000.01')] }, true],
    ['a lower limit', { limits: [cny('999.99')] }, false],
    ['a limit in one more currency', { limits: [...TERMS.limits, usd('1.00')] }, true],
    ['no limit, so that everything waits', { limits: [] }, false],
    ['one more role', { roles: ['approver', 'finance'] }, true],
    ['fewer people', { approvers: 1 }, true],
    ['more people', { approvers: 3 }, false],
    ['more time', { lifetimeHours: 25 }, true],
    ['less time', { lifetimeHours: 23 }, false],
  ])('are looser, or not, by %s', (_what, change, isLoose) => {
    expect(isLooser({ ...TERMS, ...change }, TERMS)).toBe(isLoose);
  });

  it('that let an amount pass which waited before are always called looser', () => {
    const minor = fc.bigInt({ min: 0n, max: 10_000n });
    const terms = (limit: bigint): PolicyTerms => ({ ...TERMS, limits: [Money.ofMinor(limit, 'CNY').toJSON()] });
    fc.assert(
      fc.property(minor, minor, minor, (before, next, amount) => {
        const sum = Money.ofMinor(amount, 'CNY');
        const hasWaited = needsApproval(terms(before), sum) && !needsApproval(terms(next), sum);
        expect(!hasWaited || isLooser(terms(next), terms(before))).toBe(true);
      }),
    );
  });
});
