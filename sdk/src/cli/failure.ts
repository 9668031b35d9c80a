import {
  ApiError,
  AuthenticationError,
  ConnectionError,
  EntrepotError,
  PermissionError,
  ServerError,
} from '../errors.js';
import { type Schemas } from '../operations.js';
import { type Context } from './context.js';
import { type Bilingual } from './language.js';
import { SAY } from './sentences.js';
import { SandboxError } from './sandbox.js';
import { table } from './table.js';
import { UsageError } from './usage-error.js';

const ADVICE_MS = 5_000;

/** What the process ends with. */
export const EXIT = { ok: 0, refused: 1, usage: 2, notAllowed: 3, unavailable: 4 } as const;

export function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return EXIT.usage;
  if (error instanceof AuthenticationError || error instanceof PermissionError) return EXIT.notAllowed;
  if (error instanceof ConnectionError || error instanceof ServerError) return EXIT.unavailable;
  return EXIT.refused;
}

/** What went wrong, for a person, with what to do about it; for a program the problem as it came. */
export async function explain(error: unknown, context: Context): Promise<string[]> {
  if (error instanceof ApiError) return explainProblem(error, context);
  if (error instanceof UsageError) return [context.say(error.words, error.values)];
  if (error instanceof SandboxError) return explainSandbox(error, context);
  if (error instanceof ConnectionError) {
    return [context.say(SAY.no_connection, { url: context.baseUrl, reason: error.message })];
  }
  return [error instanceof EntrepotError ? error.message : String((error as Error).stack ?? error)];
}

async function explainProblem(error: ApiError, context: Context): Promise<string[]> {
  if (context.isJson) return [JSON.stringify(error.problem)];
  const faults = table(error.errors.map(({ pointer, message }) => [`  ${pointer}`, message]));
  const fix = await fixOf(error.code, context.baseUrl);
  return [
    `${error.title} (${error.code})`,
    ...(error.detail === error.title ? [] : [error.detail]),
    ...faults,
    ...labelled(context, SAY.what_to_do, fix?.[context.language] ?? ''),
    ...labelled(context, SAY.allowed, error.allowedActions.join(', ')),
    ...(error.retryable ? [context.say(SAY.try_later)] : []),
    ...labelled(context, SAY.trace, error.traceId),
  ];
}

function labelled(context: Context, label: (typeof SAY)[keyof typeof SAY], text: string): string[] {
  return text === '' ? [] : [`${context.say(label)}: ${text}`];
}

/** The platform's own advice, from its catalogue, which is open to all; without it the rest must do. */
async function fixOf(code: string, baseUrl: string): Promise<Bilingual | null> {
  try {
    const answer = await fetch(`${baseUrl}/v1/errors/${code}`, { signal: AbortSignal.timeout(ADVICE_MS) });
    return ((await answer.json()) as Partial<Schemas['ErrorEntryDto']>).fix ?? null;
  } catch {
    return null;
  }
}

function explainSandbox(error: SandboxError, context: Context): string[] {
  const faults = table(error.faults.map(({ pointer, message }) => [`  ${pointer}`, message]));
  return [context.say(SAY.sandbox_refused, { reason: error.message }), ...faults];
}
