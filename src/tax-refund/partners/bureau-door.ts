import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { beginningOf } from '../../platform/partners/storable-text.js';
import { SAY } from '../domain/tax-refund.sentences.js';

/** The door is shut to us: our configuration is wrong, what we ask is not. */
const NOT_LET_IN: readonly unknown[] = [401, 403];
const REASON_MAX = 1_000;

/**
 * What a desk of the tax bureau answers.
 * @throws PartnerRejectedError with the bureau's own words in `details.reason`
 * @throws PartnerUnavailableError where it did not look at what was asked
 */
export async function letIn<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof PartnerRejectedError)) throw error;
    if (NOT_LET_IN.includes(error.details['status'])) {
      throw new PartnerUnavailableError(SAY.not_let_in, { partner: 'tax-bureau' }, [], { cause: error });
    }
    const reason = reasonOf(String(error.details['reason'] ?? ''));
    throw new PartnerRejectedError(SAY.bureau_refused, { partner: 'tax-bureau', reason }, [], { cause: error });
  }
}

/** The bureau's own words, of every fault: `{"code","message","errors":[{"pointer","message"}]}`. */
function reasonOf(answer: string): string {
  const fields = fieldsOf(answer);
  if (fields === null) return beginningOf(answer, REASON_MAX);
  const listed = fields['errors'];
  const faults = (Array.isArray(listed) ? (listed as unknown[]) : []).filter(isFields);
  const said = faults.map((fault) => `${textIn(fault, 'pointer') ?? ''} ${textIn(fault, 'message') ?? ''}`.trim());
  return beginningOf([textIn(fields, 'message') ?? answer, ...said].join('; '), REASON_MAX);
}

/** Null where the body is no JSON object. */
export function fieldsOf(body: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body);
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Null where it is no text, or an empty one. */
export function textIn(fields: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
