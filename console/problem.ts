import { type Problem, type Schemas } from './contract.js';
import { language, t } from './language.js';

/** What the API refused, as it said it; or that it was not reached. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Pick<Problem, 'title' | 'detail' | 'code' | 'errors' | 'retryable' | 'status'> & {
      readonly traceId: string | null;
    },
  ) {
    super(problem.title);
  }
}

/** @param answer null where there was none */
export async function asProblem(answer: Response | null): Promise<ProblemError> {
  if (answer?.headers.get('content-type')?.startsWith('application/problem+json') === true) {
    return new ProblemError((await answer.json()) as Problem);
  }
  return new ProblemError({
    title: t('unreached'),
    detail: answer === null ? t('unreached_detail') : t('unreadable_answer', { status: answer.status }),
    code: 'CONSOLE.UNREACHED',
    status: answer?.status ?? 0,
    errors: [],
    retryable: true,
    traceId: answer?.headers.get('x-request-id') ?? null,
  });
}

/** What to do about it, from the catalogue of errors; null where it has nothing to say. */
export async function fixFor({ problem }: ProblemError): Promise<string | null> {
  if (problem.status === 0) return t('unreached_fix');
  try {
    const answer = await fetch(`/v1/errors/${encodeURIComponent(problem.code)}`);
    return answer.ok ? ((await answer.json()) as Schemas['ErrorEntryDto']).fix[language()] : null;
  } catch {
    return null;
  }
}
