import { SAY } from './kernel.sentences.js';
import { type Bilingual, type Language, type Sentence, told } from './sentence.js';

/**
 * What went wrong, in terms the caller can act on. HTTP statuses and queue
 * retries are both derived from this word, and nowhere else.
 */
export type ErrorKind =
  | 'malformed' // the request itself cannot be read: wrong parameter, wrong header
  | 'invalid' // the input breaks a rule; sending it again will not help
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict' // the thing is in a state that forbids this
  | 'busy' // the same thing is being done just now; try again in a moment
  | 'stale' // it changed since the caller last read it
  | 'precondition-required' // the caller must say which version it means
  | 'too-large'
  | 'too-many'
  | 'partner-rejected' // the outside party gave a final "no"
  | 'partner-unavailable' // the outside party may say yes later; try again
  | 'unavailable'; // we cannot do this just now

/** What was asked for and was not so, and how to mend it: of an error, of a rule, of a check. */
export interface Guidance {
  readonly title: Bilingual;
  /** What the caller can do about it. */
  readonly fix: Bilingual;
}

/** One entry of the error catalogue at `/v1/errors/{code}`. */
export interface ProblemType extends Guidance {
  /** Stable, SCREAMING_SNAKE with the module first: `TAX_REFUND.RATE_NOT_FOUND`. */
  readonly code: string;
  readonly kind: ErrorKind;
}

/** One fault of the input: where, which rule, and how to mend it. */
export interface Fault {
  /** JSON pointer (RFC 6901) into the request body, or `?name` for a query parameter, `#name` for a header. */
  readonly pointer: string;
  /** lower_snake: `required`, `too_long`, `unit_mismatch`. */
  readonly code: string;
  readonly message: Sentence;
}

/** Each fault with its place, as causes that can be kept. */
export function causesOf(faults: readonly Fault[]): Sentence[] {
  return faults.map(({ pointer, message }) => SAY.fault_at({ pointer, what: message }));
}

const catalogue = new Map<string, ProblemType>();

/** Declares a problem and enters it in the catalogue; a code is declared once. */
export function problem(code: string, kind: ErrorKind, title: Bilingual, fix: Bilingual): ProblemType {
  if (catalogue.has(code)) throw new Error(`Problem ${code} is declared twice`);
  const entry: ProblemType = { code, kind, title, fix };
  catalogue.set(code, entry);
  return entry;
}

/** Every problem that the loaded modules declare, by code. */
export function problemCatalogue(): ReadonlyMap<string, ProblemType> {
  return catalogue;
}

export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** A class of errors that can be documented on an operation: it knows its catalogue entry. */
export interface DomainErrorClass {
  readonly problem: ProblemType;
  readonly name: string;
}

/**
 * An expected failure of a business rule. Subclass it once per rule, with a static `problem`;
 * never throw it bare, and never throw a plain Error for something a client caused.
 */
export abstract class DomainError extends Error {
  /**
   * @param sentence for a person, without secrets or personal data; `message`, for logs, is its English
   * @param details for a program; copied into the API response
   * @param faults every fault of the input at once, where the error is about input
   */
  constructor(
    readonly sentence: Sentence,
    readonly details: ErrorDetails = {},
    readonly faults: readonly Fault[] = [],
    options?: ErrorOptions,
  ) {
    super(told(sentence, 'en'), options);
    this.name = new.target.name;
  }

  /** The details as the API answers them; overridden where there are sentences among them. */
  detailsIn(_language: Language): ErrorDetails {
    return this.details;
  }

  get problem(): ProblemType {
    return (this.constructor as unknown as DomainErrorClass).problem;
  }

  get code(): string {
    return this.problem.code;
  }

  get kind(): ErrorKind {
    return this.problem.kind;
  }
}

/** The body breaks one or more rules; every fault is listed with its place. */
export class InvalidInputError extends DomainError {
  static readonly problem = problem(
    'REQUEST.INVALID',
    'invalid',
    { en: 'The request breaks one or more rules', zh: '请求内容不符合规则' },
    { en: 'Mend every entry of `errors` and send it again', zh: '请按 errors 中的每一项修改后重新提交' },
  );

  constructor(faults: readonly Fault[], sentence = SAY.request_invalid) {
    super(sentence, {}, faults);
  }
}
