import fc from 'fast-check';

import { SCOPES } from '../scopes.js';
import { MandateExpiryError } from './mandate.errors.js';
import { endOf, scopesUnder } from './mandate-rules.js';

const NOW = new Date('2026-11-28T08:00:00Z');

describe('The end of a mandate', () => {
  it.each([
    ['in a second', '2026-11-28T08:00:01Z'],
    ['in three years to the instant', '2029-11-28T08:00:00Z'],
  ])('may be %s', (_when, end) => {
    expect(endOf(new Date(end), NOW)).toEqual(new Date(end));
  });

  it.each([
    ['now', '2026-11-28T08:00:00Z'],
    ['before', '2026-11-28T07:59:59Z'],
    ['a millisecond after three years', '2029-11-28T08:00:00.001Z'],
  ])('is not %s', (_when, end) => {
    expect(() => endOf(new Date(end), NOW)).toThrow(MandateExpiryError);
  });

  it('is in a year where none is named', () => {
    expect(endOf(null, NOW)).toEqual(new Date('2027-11-28T08:00:00Z'));
  });
});

describe('The scopes under a mandate', () => {
  it('are those that the credential and the mandate both have: none more, none less', () => {
    const some = fc.subarray([...SCOPES]);
    fc.assert(
      fc.property(some, some, fc.constantFrom(...SCOPES), (own, granted, scope) => {
        const under = scopesUnder(new Set(own), granted);
        return under.has(scope) === (own.includes(scope) && granted.includes(scope)) && under.size <= granted.length;
      }),
    );
  });
});
