import { DomainError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { isLocalDate } from '../../kernel/local-date.js';
import {
  type BureauNews,
  type Demand,
  type DisallowedLine,
  type NewsKind,
  NEWS_KINDS,
  type SetOff,
} from '../domain/bureau-news.js';
import { type Doubt, DOUBT_WEIGHTS } from '../domain/doubt.js';
import { UnreadableBureauMessageError } from '../domain/claim.errors.js';
import { SAY } from '../domain/tax-refund.sentences.js';
import { type BatchAnswer, type BatchDoubt, type BatchPayment } from './tax-bureau.port.js';

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

/** The answer to a self-check: `{doubts: [{code, declarationLine?, text, level: "answer" | "block"}]}`. */
export function readDoubts(body: string): Doubt[] {
  return listIn(parse(body), 'doubts').map(doubtIn);
}

/** The same of a batch, each with the claim that it is about: `{doubts: [{claim?, code, …}]}`. */
export function readBatchDoubts(body: string): BatchDoubt[] {
  return listIn(parse(body), 'doubts').map((each) => ({ ...doubtIn(each), claim: text(each, 'claim') }));
}

function doubtIn(each: Fields): Doubt {
  const code = text(each, 'code');
  const weight = DOUBT_WEIGHTS.find((word) => word === each['level']);
  if (code === null || weight === undefined) throw unreadable(SAY.no_known_type);
  return { code, weight, text: text(each, 'text') ?? code, declarationLine: text(each, 'declarationLine') };
}

/** How a batch was taken: `{acceptanceNumber, claims: [{reference, acceptanceNumber} or {reference, reason}]}`. */
export function readBatch(body: string): BatchAnswer {
  const fields = parse(body);
  return {
    acceptanceNumber: needed(text(fields, 'acceptanceNumber'), 'acceptanceNumber'),
    claims: listIn(fields, 'claims').map((each) => ({
      reference: needed(text(each, 'reference'), 'reference'),
      acceptanceNumber: text(each, 'acceptanceNumber'),
      reason: text(each, 'reason'),
    })),
  };
}

const BATCH_PAID = 'batch.paid';

/** `{type: "batch.paid", reference, at, amount, treasuryReference}`. @returns null where it is about something else */
export function readBatchPayment(body: string): BatchPayment | null {
  const fields = parse(body);
  if (text(fields, 'type') !== BATCH_PAID) return null;
  const at = Date.parse(text(fields, 'at') ?? '');
  return {
    kind: 'batch_paid',
    reference: needed(text(fields, 'reference'), 'reference'),
    at: Number.isNaN(at) ? null : new Date(at),
    amount: needed(amountOf(fields['amount']), 'amount'),
    treasuryReference: needed(text(fields, 'treasuryReference'), 'treasuryReference'),
  };
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
    consumptionTax: amountOf(fields['consumptionTaxAmount']),
    reason: text(fields, 'reason'),
    treasuryReference: text(fields, 'treasuryReference'),
    letter: text(fields, 'letter'),
    dueOn: dayIn(fields, 'dueOn'),
    disallowed: listIn(fields, 'disallowed').map(disallowedLine),
    setOffs: listIn(fields, 'setOffs').map(setOff),
    demand: kind === 'clawed_back' ? demandOf(fields['demand']) : null,
  };
}

function disallowedLine(each: Fields): DisallowedLine {
  return {
    declarationLine: text(each, 'declarationLine') ?? '',
    amount: needed(amountOf(each['amount']), 'amount'),
    reason: text(each, 'reason') ?? '',
  };
}

function setOff(each: Fields): SetOff {
  return { letter: needed(text(each, 'letter'), 'letter'), amount: needed(amountOf(each['amount']), 'amount') };
}

function demandOf(value: unknown): Demand {
  if (!isFields(value)) throw unreadable(SAY.no_object);
  return {
    letter: needed(text(value, 'letter'), 'letter'),
    amount: needed(amountOf(value['amount']), 'amount'),
    dueOn: needed(dayIn(value, 'dueOn'), 'dueOn'),
    reason: text(value, 'reason') ?? '',
  };
}

function needed<Value>(value: Value | null, name: string): Value {
  if (value === null) throw unreadable(SAY.it_lacks({ name }));
  return value;
}

/** Empty where it is left out, as far as its entries are objects. */
function listIn(fields: Fields, name: string): Fields[] {
  const value = fields[name];
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function dayIn(fields: Fields, name: string): string | null {
  const value = text(fields, name);
  return value !== null && isLocalDate(value) ? value : null;
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
