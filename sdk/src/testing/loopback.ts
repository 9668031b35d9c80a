import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly body: string;
}

type Reply =
  { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown } | 'hang' | 'cut';

/** A server of the test's own that answers as it is told and keeps what it was asked. */
export class Loopback {
  readonly asked: Asked[] = [];
  /** @param count how many requests there were before this one */
  answer: (asked: Asked, count: number) => Reply = () => ({ status: 200, body: {} });

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Loopback> {
    const server = createServer();
    const loopback = new Loopback(server);
    server.on('request', (request, response) => {
      void request.toArray().then((chunks) => {
        const bytes = Buffer.concat(chunks as Buffer[]);
        const { method = '', url = '', headers } = request;
        const asked = { method, url, headers, bytes, body: bytes.toString() };
        reply(response, loopback.answer(asked, loopback.asked.push(asked) - 1));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return loopback;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The header that each request had. */
  sent(header: string): (string | undefined)[] {
    return this.asked.map(({ headers }) => headers[header] as string | undefined);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function reply(response: ServerResponse, answer: Reply): void {
  if (answer === 'hang') return;
  if (answer === 'cut') {
    response.destroy();
    return;
  }
  const { status, headers = {}, body } = answer;
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response
    .writeHead(status, { 'content-type': type, ...headers })
    .end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
}

export function problem(status: number, code: string, change: object = {}): { status: number; body: object } {
  const retryable = [429, 503].includes(status) || code === 'IDEMPOTENCY.IN_PROGRESS';
  const title = 'A title';
  const common = { type: `/v1/errors/${code}`, title, status, detail: 'What happened', errors: [], traceId: 'trace-1' };
  return { status, body: { ...common, code, retryable, details: {}, ...change } };
}
