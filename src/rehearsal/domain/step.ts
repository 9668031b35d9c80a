import { type LocalDate } from '../../kernel/local-date.js';
import { type Bilingual } from '../../kernel/sentence.js';
import { type Given } from './parameters.js';

/** What earlier steps have found out: ids of what they made, versions that they read. */
export type Facts = Readonly<Record<string, string>>;

/** What a step is worked out from, and nothing else: so it is the same request each time it is sent. */
export interface Setting {
  /** Eight signs that no other scenario has; in every reference that this one makes. */
  readonly mark: string;
  /** Twenty digits, likewise. */
  readonly invoiceNumber: string;
  /** The day on which it began, by the tenant's clock. */
  readonly today: LocalDate;
  readonly given: Given;
  readonly facts: Facts;
}

export type Answer = Readonly<Record<string, unknown>>;

interface Named {
  /** The same in all kinds that have the step. */
  readonly name: string;
  /** What is done, or what is waited for. */
  readonly words: Bilingual;
  readonly operationId: string;
  readonly path: (setting: Setting) => string;
}

/** A command of the public API. */
export interface CallStep extends Named {
  readonly method: 'POST' | 'PATCH' | 'PUT';
  readonly body: (setting: Setting) => object;
  /** The version that must still hold, where the command takes one. */
  readonly ifMatch?: (setting: Setting) => string;
  readonly learn: (answer: Answer) => Facts;
}

/** How what is waited for stands: come, with what was learnt; still on its way; or gone another way, and as what. */
export type Look = { readonly learnt: Facts } | 'not_yet' | { readonly instead: string };

/** Something that comes by itself: looked for again and again, for a bounded time. */
export interface WaitStep extends Named {
  readonly method: 'GET';
  readonly look: (answer: Answer) => Look;
}

export type Step = CallStep | WaitStep;

export function isWait(step: Step): step is WaitStep {
  return step.method === 'GET';
}
