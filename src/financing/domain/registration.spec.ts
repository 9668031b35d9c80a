import { REGISTRY_RULES } from '../data/registry-rules.js';
import { SAMPLE_PRODUCT } from '../testing/products.js';
import { needsRegistration, registeredUntil, renewalOf } from './registration.js';

describe('The registration of a pledge', () => {
  it.each([
    [['declaration', 'vat_invoice'] as const, [], false],
    [['declaration', 'warehouse_receipt'] as const, [], true],
    [['invoice'] as const, [], true],
    [['declaration'] as const, ['pledge_registration'] as const, true],
  ])('of %j under a product that wants %j is needed: %s', (kinds, documents, needed) => {
    expect(needsRegistration({ ...SAMPLE_PRODUCT, documents }, kinds)).toBe(needed);
  });

  it('outlives the loan by ninety days, and is no shorter than the law lets it be', () => {
    expect(registeredUntil(REGISTRY_RULES, '2026-11-30', '2027-05-29')).toBe('2027-08-27');
    expect(registeredUntil(REGISTRY_RULES, '2026-11-30', '2026-08-01')).toBe('2026-12-31');
  });

  it('is extended by half a year, fifteen days before it ends', () => {
    expect(renewalOf(REGISTRY_RULES, '2027-08-27')).toEqual({ on: '2027-08-12', until: '2028-02-23' });
  });
});
