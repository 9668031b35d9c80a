import { isLocalDate, type LocalDate } from '../../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import { type Reason, reasonOf } from '../../../kernel/sentence.js';
import { UnreadableInsurerMessageError } from '../../domain/insurance/insurance.errors.js';
import { SAY_INSURANCE as SAY } from '../../domain/insurance/insurance.sentences.js';
import { type ClaimMessage, type InsurerMessage, type LimitMessage } from './insurer.port.js';

export type Json = Readonly<Record<string, unknown>>;

const TEXT_MAX = 500;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/;
const LIMIT_KINDS = ['received', 'granted', 'refused', 'reduced', 'revoked'] as const;
const CLAIM_KINDS = ['notified', 'filed', 'accepted', 'reduced', 'refused', 'paid', 'recovered'] as const;

/** @throws UnreadableInsurerMessageError */
export function parseInsurer(body: string): Json {
  try {
    const message: unknown = JSON.parse(body);
    if (typeof message === 'object' && message !== null && !Array.isArray(message)) return message as Json;
  } catch {
    // said below, in the words of the domain
  }
  throw new UnreadableInsurerMessageError(SAY.no_json);
}

/** A callback says by its type what it is about. @throws UnreadableInsurerMessageError */
export function readInsurerMessage(message: Json): InsurerMessage {
  const type = typeof message['type'] === 'string' ? message['type'] : '';
  if (type.startsWith('limit.')) return limitIn(message);
  if (type.startsWith('claim.')) return claimIn(message);
  throw new UnreadableInsurerMessageError(SAY.kind_unknown, { type: type.slice(0, TEXT_MAX) });
}

/** @throws UnreadableInsurerMessageError */
export function limitIn(message: Json): LimitMessage {
  const kind = wordIn(message, LIMIT_KINDS);
  const hasAmount = kind === 'granted' || kind === 'reduced';
  return {
    ...{ about: 'limit', kind, reference: textIn(message, 'reference'), why: whyIn(message) },
    limitNumber: typeof message['limitNumber'] === 'string' ? textIn(message, 'limitNumber') : undefined,
    amount: hasAmount ? amountIn(message) : undefined,
    validFrom: hasAmount ? dayIn(message, 'validFrom') : undefined,
    validUntil: hasAmount ? dayIn(message, 'validUntil') : undefined,
    asOf: kind === 'received' ? null : instantIn(message, 'asOf'),
  };
}

/** @throws UnreadableInsurerMessageError */
export function claimIn(message: Json): ClaimMessage {
  const kind = wordIn(message, CLAIM_KINDS);
  const hasAmount = kind !== 'notified' && kind !== 'filed' && kind !== 'refused';
  return {
    ...{ about: 'claim', kind, reference: textIn(message, 'reference'), why: whyIn(message) },
    amount: hasAmount ? amountIn(message) : null,
    payment:
      kind === 'paid' || kind === 'recovered'
        ? { valueDate: dayIn(message, 'valueDate'), bankReference: textIn(message, 'bankReference') }
        : null,
  };
}

export function textIn(message: Json, field: string): string {
  const value = message[field];
  if (typeof value === 'string' && value !== '' && value.length <= TEXT_MAX) return value;
  throw missing(field);
}

function wordIn<const Word extends string>(message: Json, words: readonly Word[]): Word {
  const status = textIn(message, 'status');
  const word = words.find((each) => each === status);
  if (word === undefined) throw new UnreadableInsurerMessageError(SAY.kind_unknown, { status });
  return word;
}

function whyIn({ reason }: Json): Reason {
  return reasonOf(typeof reason === 'string' && reason !== '' ? reason.slice(0, TEXT_MAX) : [SAY.no_reason_given]);
}

function dayIn(message: Json, field: string): LocalDate {
  const day = textIn(message, field);
  if (!isLocalDate(day)) throw missing(field);
  return day;
}

function instantIn(message: Json, field: string): Date {
  const instant = textIn(message, field);
  if (!INSTANT.test(instant) || !isLocalDate(instant.slice(0, 10))) throw missing(field);
  return new Date(instant);
}

function amountIn({ amount }: Json): Money {
  const { amount: figure, currency } = (amount ?? {}) as Partial<MoneyJson>;
  if (typeof figure !== 'string' || typeof currency !== 'string') throw missing('amount');
  return Money.fromJSON({ amount: figure, currency });
}

function missing(field: string): UnreadableInsurerMessageError {
  return new UnreadableInsurerMessageError(SAY.field_missing({ field }));
}
