import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { NoSandboxError } from '../domain/rehearsal.errors.js';
import { SAY } from '../domain/rehearsal.sentences.js';
import { type Lever } from '../domain/simulation-kind.js';
import { SandboxLevers } from './sandbox-levers.port.js';

interface Refusal {
  readonly message?: string;
}

/** JSON over HTTP, as the sandbox's `/control` has it. */
export class HttpSandboxLevers extends SandboxLevers {
  constructor(
    /** Null: there is none, though somebody has ordered something when there was. */
    private readonly url: string | null,
    private readonly timeoutMs: number,
  ) {
    super();
  }

  override async pull({ method, path, body }: Lever): Promise<object> {
    if (this.url === null) throw new NoSandboxError(SAY.no_sandbox);
    const answer = await this.send(method, path, body);
    const parsed = await readJson(answer);
    if (answer.ok) return parsed;
    if (answer.status >= 500) throw new PartnerUnavailableError(SAY.sandbox_answered({ status: answer.status }));
    throw new PartnerRejectedError(SAY.sandbox_refused, {
      status: answer.status,
      reason: (parsed as Refusal).message ?? '',
    });
  }

  private async send(method: string, path: string, body: object): Promise<Response> {
    try {
      return await fetch(`${this.url}/control${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(this.timeoutMs),
      });
    } catch (error) {
      throw silent(error);
    }
  }
}

async function readJson(answer: Response): Promise<object> {
  try {
    return (await answer.json()) as object;
  } catch (error) {
    throw silent(error);
  }
}

function silent(cause: unknown): PartnerUnavailableError {
  return new PartnerUnavailableError(SAY.sandbox_silent, {}, [], { cause });
}
