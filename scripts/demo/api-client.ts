import { randomUUID } from 'node:crypto';

const ANSWER_WITHIN_MS = 15_000;

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
}

/** The platform said no; the message holds what it said. */
export class ApiError extends Error {
  constructor(
    request: string,
    readonly status: number,
    problem: Problem,
  ) {
    const faults = (problem.errors ?? []).map(({ pointer, message }) => `\n  ${pointer}: ${message}`);
    const said = [problem.code, problem.detail].filter((word) => word !== undefined).join(', ');
    super(`${request} was answered ${status}: ${said}${faults.join('')}`);
  }
}

interface Page<Row> {
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
}

/** The public API as any integrator sees it: one key, and an Idempotency-Key on every POST. */
export class ApiClient {
  constructor(
    private readonly baseUrl: string,
    private readonly apiKey: string,
  ) {}

  get<Answer>(path: string): Promise<Answer> {
    return this.call('GET', path, {});
  }

  post<Answer>(path: string, body: object = {}): Promise<Answer> {
    return this.call('POST', path, { 'idempotency-key': randomUUID() }, body);
  }

  /** Changes what was just read: the version goes along, so nothing that changed meanwhile is overwritten. */
  patch<Answer>(path: string, version: number, body: object): Promise<Answer> {
    return this.call('PATCH', path, { 'if-match': `"${version}"` }, body);
  }

  /** Gives what was not there before. */
  put<Answer>(path: string, body: object): Promise<Answer> {
    return this.call('PUT', path, {}, body);
  }

  /** Every row of a list, page by page. */
  async all<Row>(path: string): Promise<Row[]> {
    const rows: Row[] = [];
    const join = path.includes('?') ? '&' : '?';
    let cursor = '';
    do {
      const page = await this.get<Page<Row>>(`${path}${join}limit=100${cursor && `&cursor=${cursor}`}`);
      rows.push(...page.data);
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    return rows;
  }

  private async call<Answer>(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: object,
  ): Promise<Answer> {
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.apiKey}`,
        'accept-language': 'en',
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const answer: unknown = await response.json().catch(() => ({}));
    if (!response.ok) throw new ApiError(`${method} ${path}`, response.status, answer as Problem);
    return answer as Answer;
  }
}
