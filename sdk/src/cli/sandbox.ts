import { ConnectionError, EntrepotError } from '../errors.js';
import { type Context } from './context.js';

interface SandboxFault {
  readonly pointer: string;
  readonly message: string;
}

/** The simulated outside world said no. */
export class SandboxError extends EntrepotError {
  constructor(
    message: string,
    readonly faults: readonly SandboxFault[],
  ) {
    super(message);
  }
}

const SANDBOX_URL = 'http://127.0.0.1:3100';

/** Pulls a lever of the sandbox. @throws SandboxError with what it finds wrong */
export async function pull(
  context: Context,
  method: 'POST' | 'PUT',
  path: string,
  body: object,
): Promise<Readonly<Record<string, unknown>>> {
  const url = context.option('sandbox-url') ?? context.variable('ENTREPOT_SANDBOX_URL') ?? SANDBOX_URL;
  const answer = await send(`${url.replace(/\/+$/, '')}/control/${path}`, method, body);
  const parsed = (await answer.json()) as Readonly<Record<string, unknown>>;
  if (answer.ok) return parsed;
  throw new SandboxError(String(parsed['message']), (parsed['errors'] ?? []) as SandboxFault[]);
}

async function send(url: string, method: string, body: object): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
  } catch (error) {
    throw new ConnectionError(`${url}: ${(error as Error).message}`, { cause: error });
  }
}
