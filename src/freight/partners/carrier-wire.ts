import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { type Sentence } from '../../kernel/sentence.js';
import { type PartnerAnswer } from '../../platform/partners/partner-client.js';
import { beginningOf } from '../../platform/partners/storable-text.js';
import { UnreadableCarrierMessageError } from '../domain/booking.errors.js';
import { SAY } from '../domain/freight.sentences.js';
import { isJson, type Json, listAt, parseJson, textAt } from './dcsa-reading.js';

/** Statuses that speak of us, not of the booking: the carrier has not judged it. */
const NOT_A_VERDICT: readonly unknown[] = [401, 403];
const REASON_MAX = 500;

/** A refusal in the carrier's own words, where it gave any. */
export async function inWords<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof PartnerRejectedError)) throw error;
    const status = error.details['status'];
    if (NOT_A_VERDICT.includes(status)) throw unclear(SAY.not_let_in, error);
    const reason = refusalIn(String(error.details['reason'] ?? ''));
    throw new PartnerRejectedError(error.sentence, { ...error.details, reason }, [], { cause: error });
  }
}

/** The messages of a DCSA ErrorResponse; those of VGM 1.0 are feedback elements. */
function refusalIn(body: string): string {
  try {
    const response = parseJson(body);
    const errors = isJson(response) ? listAt(response, 'errors') : [];
    const feedback = isJson(response) ? listAt(response, 'feedbackElements') : [];
    const messages = [
      ...errors.map((error) => textAt(error, 'errorCodeMessage')),
      ...feedback.map((element) => textAt(element, 'message')),
    ].filter((message) => message !== null);
    const summary = isJson(response) ? textAt(response, 'statusCodeMessage') : null;
    return beginningOf(messages.length > 0 ? messages.join('; ') : (summary ?? body), REASON_MAX);
  } catch {
    return beginningOf(body, REASON_MAX);
  }
}

export function objectIn({ body }: PartnerAnswer): Json {
  const parsed = clear(() => parseJson(body));
  if (!isJson(parsed)) throw unclear(SAY.answer_no_json);
  return parsed;
}

/** An answer that cannot be read says nothing: it is asked again. */
export function clear<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableCarrierMessageError)) throw error;
    throw unclear(error.sentence, error);
  }
}

export function unclear(why: Sentence, cause?: unknown): PartnerUnavailableError {
  return new PartnerUnavailableError(SAY.answer_unclear({ why }), { partner: 'carrier' }, [], { cause });
}
