import { isCurrency } from '../../kernel/currency.js';
import { verbatim } from '../../kernel/kernel.sentences.js';
import { Money } from '../../kernel/money.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { told } from '../../kernel/sentence.js';
import { type PartnerAnswer } from '../../platform/partners/partner-client.js';
import { beginningOf } from '../../platform/partners/storable-text.js';
import { SAY } from '../domain/fx.sentences.js';

export type Json = Readonly<Record<string, unknown>>;

/** The bank says no to the thing itself with these; any other 4xx is about the call, and says nothing of the thing. */
const REFUSALS: readonly unknown[] = [400, 422];

/** A refusal of the thing, in the bank's words; or, where only the call was wrong, an outcome that is not known. */
export function refusal(error: PartnerRejectedError): PartnerRejectedError | PartnerUnavailableError {
  const status = error.details['status'] ?? null;
  if (!REFUSALS.includes(status)) {
    return new PartnerUnavailableError(SAY.bank_answered({ status: String(status) }), { partner: 'bank' }, [], {
      cause: error,
    });
  }
  const answer = parse(String(error.details['reason'] ?? ''));
  const code = typeof answer['code'] === 'string' ? beginningOf(answer['code'], 60) : 'REFUSED';
  const words =
    typeof answer['message'] === 'string' ? verbatim(beginningOf(answer['message'], 500)) : SAY.bank_refused;
  return new PartnerRejectedError(words, {
    partner: 'bank',
    status: Number(status),
    reasonCode: code,
    reason: told(words, 'en'),
  });
}

export function jsonOf(answer: PartnerAnswer): Json {
  return parse(answer.body);
}

function parse(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
  } catch {
    return {};
  }
}

/** @param isSigned whether it may be below zero */
export function moneyOf(value: unknown, isSigned = false): Money | null {
  const { amount, currency } = (value ?? {}) as { amount?: unknown; currency?: unknown };
  if (typeof amount !== 'string' || typeof currency !== 'string' || !isCurrency(currency)) return null;
  const isAmount = /^-?\d{1,15}(\.\d{1,4})?$/.test(amount) && (isSigned || !amount.startsWith('-'));
  return isAmount ? Money.parse(amount, currency) : null;
}

export function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

/** An answer that cannot be read may be a yes: the same reference is asked again. */
export function unclear(): PartnerUnavailableError {
  return new PartnerUnavailableError(SAY.answer_unreadable, { partner: 'bank' });
}
