import { InputCheck } from '../../../kernel/input-check.js';
import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import { AgreementOverError } from './agreement.errors.js';
import { SAY_AGREEMENT as SAY } from './agreement.sentences.js';

/** What a product asks for before money moves. */
export interface SigningTerms {
  /** Calendar days from the lender's approval on in which the client has to sign. */
  readonly withinDays: number;
}

/** From when until when an agreement may be signed: days in China, both inclusive. */
export interface OfferedDays {
  readonly offeredOn: LocalDate;
  readonly validUntil: LocalDate;
}

/** The hour at which an offer is over: midnight in China after its last day. */
export function endOfOffer(validUntil: LocalDate): Date {
  return new Date(`${addDays(validUntil, 1)}T00:00:00+08:00`);
}

/**
 * Whether it may be signed on a day, and said so today. An offer binds the lender until its last day (民法典 art. 481).
 * @throws AgreementOverError once the offer is over
 * @throws InvalidInputError of a day before the offer, or one that has not come
 */
export function checkSignature({ offeredOn, validUntil }: OfferedDays, signedOn: LocalDate, today: LocalDate): void {
  if (today > validUntil) throw new AgreementOverError(SAY.over({ validUntil }));
  const check = new InputCheck();
  check.date(signedOn, '/signedOn');
  check.that(signedOn >= offeredOn, '/signedOn', 'too_early', SAY.signed_before_offer({ offeredOn }));
  check.that(signedOn <= today, '/signedOn', 'too_late', SAY.signed_in_future);
  check.done();
}
