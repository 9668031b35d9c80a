import { InvalidInputError } from '../../../kernel/domain-error.js';
import { AgreementOverError } from './agreement.errors.js';
import { checkSignature, endOfOffer } from './agreement-rules.js';
import { AGREEMENT, AGREEMENT_STATES } from './agreement-status.js';

const OFFER = { offeredOn: '2027-03-01', validUntil: '2027-03-08' };

describe('An agreement that a lender offers', () => {
  it.each([
    ['2027-03-01', '2027-03-01'],
    ['2027-03-08', '2027-03-08'],
    ['2027-03-02', '2027-03-08'],
  ])('may be signed from its first day to its last: on %s, said on %s', (signedOn, today) => {
    expect(() => {
      checkSignature(OFFER, signedOn, today);
    }).not.toThrow();
  });

  it.each([
    ['2027-02-28', '2027-03-02'],
    ['2027-03-03', '2027-03-02'],
  ])('is signed neither before it was offered nor in the future: on %s, said on %s', (signedOn, today) => {
    expect(() => {
      checkSignature(OFFER, signedOn, today);
    }).toThrow(InvalidInputError);
  });

  it('is over on the day after its last, whenever it is said to have been signed', () => {
    expect(() => {
      checkSignature(OFFER, '2027-03-08', '2027-03-09');
    }).toThrow(AgreementOverError);
  });

  it('ends at midnight in China', () => {
    expect(endOfOffer('2027-03-08').toISOString()).toBe('2027-03-08T16:00:00.000Z');
    expect(endOfOffer('2026-12-31').toISOString()).toBe('2026-12-31T16:00:00.000Z');
  });

  it('is signed once, and lapses signed or not', () => {
    const allowed = AGREEMENT_STATES.flatMap((state) =>
      (['sign', 'lapse'] as const)
        .filter((verb) => AGREEMENT.allows(state, verb))
        .map((verb) => `${state} ${verb} ${AGREEMENT.next(state, verb)}`),
    );
    expect(allowed).toEqual(['offered sign signed', 'offered lapse lapsed', 'signed lapse lapsed']);
  });
});
