import { DomainError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { type BureauNews, type NewsKind, NEWS_KINDS } from '../domain/bureau-news.js';
import { UnreadableBureauMessageError } from '../domain/claim.errors.js';
import { SAY } from '../domain/tax-refund.sentences.js';

type Fields = Readonly<Record<string, unknown>>;

const CALLBACK_PREFIX = 'claim.';

/** A callback: `{type: "claim.paid", reference, acceptanceNumber, at, amount?, reason?, treasuryReference?}`. */
export function readCallback(body: string): BureauNews {
  const fields = parse(body);
  const type = text(fields, 'type') ?? '';
  if (!type.startsWith(CALLBACK_PREFIX)) throw unreadable(SAY.no_known_type);
  return newsOf(fields, type.slice(CALLBACK_PREFIX.length), text(fields, 'at'));
}

/** The answer to a question: the same fields, `status` instead of `type`, and what happened when. */
export function readStatus(body: string): BureauNews {
  const fields = parse(body);
  const history = Array.isArray(fields['history']) ? (fields['history'] as unknown[]) : [];
  const last = history.at(-1);
  const at = isFields(last) ? text(last, 'at') : null;
  return newsOf(fields, text(fields, 'status') ?? '', at);
}

function newsOf(fields: Fields, kind: string, at: string | null): BureauNews {
  const reference = text(fields, 'reference');
  const acceptanceNumber = text(fields, 'acceptanceNumber');
  if (!isNewsKind(kind)) throw unreadable(SAY.it_says({ kind }));
  if (reference === null || acceptanceNumber === null) throw unreadable(SAY.names_no_claim);
  const instant = at === null ? Number.NaN : Date.parse(at);
  return {
    kind,
    reference,
    acceptanceNumber,
    at: Number.isNaN(instant) ? null : new Date(instant),
    amount: amountOf(fields['amount']),
    reason: text(fields, 'reason'),
    treasuryReference: text(fields, 'treasuryReference'),
  };
}

function amountOf(value: unknown): Money | null {
  if (value === undefined || value === null) return null;
  const amount = isFields(value) ? text(value, 'amount') : null;
  const currency = isFields(value) ? text(value, 'currency') : null;
  if (amount === null || currency !== 'CNY') throw unreadable(SAY.amount_none);
  try {
    return Money.parse(amount, currency);
  } catch (error) {
    if (error instanceof DomainError) throw unreadable(SAY.amount_none);
    throw error;
  }
}

function parse(body: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw unreadable(SAY.not_json);
  }
  if (!isFields(value)) throw unreadable(SAY.no_object);
  return value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNewsKind(kind: string): kind is NewsKind {
  return (NEWS_KINDS as readonly string[]).includes(kind);
}

function text(fields: Fields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function unreadable(why: Sentence): UnreadableBureauMessageError {
  return new UnreadableBureauMessageError(SAY.message_unreadable({ why }));
}
