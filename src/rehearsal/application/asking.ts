import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { type CredentialRef } from '../../platform/auth/verified.js';
import { type InnerAnswer, type InnerApi, type InnerRequest } from '../../platform/http/inner-api.js';
import { toProblem } from '../../platform/http/problem.js';

/** On whose order something is asked of the API, and in which language problems are told. */
export interface Order {
  readonly credential: CredentialRef;
  readonly language: Language;
}

export type Json = Readonly<Record<string, unknown>>;

/** What the API said: its status and body; a problem where it is 400 or more. */
export interface Said {
  readonly status: number;
  readonly body: Json;
}

/** A request that was not done, as the API tells it. */
export class NotDone extends Error {
  constructor(readonly problem: Json) {
    super('The request was not done');
  }

  /** Whether the very same request may succeed later. */
  get isRetryable(): boolean {
    return this.problem['retryable'] === true;
  }
}

/** What a scenario or a simulation took to be ordered, and takes until it is over. */
const ORDERED = { scope: 'operations:write', route: '/v1/sandbox' } as const;

/**
 * Asks the public API within the process, with the rights that the credential has now. One that is good no longer is
 * answered as the API would have answered it.
 */
export async function ask(
  api: InnerApi,
  { credential, language }: Order,
  request: InnerRequest,
  traceparent: string | null,
): Promise<Said> {
  try {
    const caller = await api.recall(credential, ORDERED);
    const headers = { ...request.headers, 'accept-language': language };
    const answer = await api.request({ ...caller, traceparent }, { ...request, headers });
    return { status: answer.status, body: parsed(answer) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const problem = problemOf(error, language);
    return { status: Number(problem['status']), body: problem };
  }
}

/** As `ask`. @throws NotDone instead of answering with a problem */
export async function told(...asked: Parameters<typeof ask>): Promise<Json> {
  const { status, body } = await ask(...asked);
  if (status >= 300) throw new NotDone(body);
  return body;
}

export function problemOf(error: DomainError, language: Language): Json {
  return { ...toProblem(error, newId(), language) };
}

function parsed({ body }: InnerAnswer): Json {
  return body === '' ? {} : (JSON.parse(body) as Json);
}
