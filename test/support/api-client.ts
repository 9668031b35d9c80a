import { Readable } from 'node:stream';

import { type Pool } from 'undici';

import { type Contract } from './contract.js';

export interface ApiAnswer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly body: Body;
}

/** Talks to the API under test with one key; every answer is held against the contract. */
export class ApiClient {
  constructor(
    private readonly pool: Pool,
    private readonly contract: Contract,
    readonly apiKey: string | null,
  ) {}

  get<Body = Record<string, unknown>>(path: string, headers: Record<string, string> = {}): Promise<ApiAnswer<Body>> {
    return this.send<Body>('GET', path, undefined, headers);
  }

  post<Body = Record<string, unknown>>(
    path: string,
    body: unknown = {},
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer<Body>> {
    return this.send<Body>('POST', path, body, headers);
  }

  patch<Body = Record<string, unknown>>(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer<Body>> {
    return this.send<Body>('PATCH', path, body, headers);
  }

  delete<Body = Record<string, unknown>>(path: string, headers: Record<string, string> = {}): Promise<ApiAnswer<Body>> {
    return this.send<Body>('DELETE', path, undefined, headers);
  }

  /** @param body sent as JSON, or as it is when it is a string, bytes or a stream of them */
  async send<Body>(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<ApiAnswer<Body>> {
    const answer = await this.pool.request({
      method,
      path,
      headers: {
        ...(this.apiKey === null ? {} : { authorization: `Bearer ${this.apiKey}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : isAsItIs(body) ? body : JSON.stringify(body),
    });
    const text = await answer.body.text();
    const contentType = String(answer.headers['content-type'] ?? '');
    const parsed = /[/+]json\b/.test(contentType) && text !== '' ? (JSON.parse(text) as Body) : (text as Body);
    const faults = this.contract.faults(method, path, answer.statusCode, answer.headers, parsed);
    if (faults.length > 0)
      throw new Error(`The answer breaks the contract:\n${faults.join('\n')}\n${text.slice(0, 2_000)}`);
    return { status: answer.statusCode, headers: answer.headers, text, body: parsed };
  }
}

function isAsItIs(body: unknown): body is string | Buffer | Readable {
  return typeof body === 'string' || Buffer.isBuffer(body) || body instanceof Readable;
}
