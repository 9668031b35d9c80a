import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { Pool } from 'undici';

import { createSandbox, defaultSecrets, type Sandbox, type SandboxOptions } from '../sandbox.js';
import { type Partner } from '../world/partners.js';

export interface Callback {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

const PATIENCE_MS = 5_000;

/** A sandbox in this process, and a platform that only listens. */
export class Harness {
  /** What was delivered and taken, in order. */
  readonly callbacks: Callback[] = [];
  /** What the listening platform answers; 204 takes the callback. */
  status = 204;

  private constructor(
    public sandbox: Sandbox,
    private readonly listener: Server,
    readonly callbackUrl: string,
    private pool: Pool,
    private readonly options: SandboxOptions,
  ) {}

  static async start(options: SandboxOptions = {}): Promise<Harness> {
    const settings = { delayMs: 0, ...options };
    const sandbox = await createSandbox(settings);
    const listener = createServer();
    await new Promise<void>((resolve) => {
      listener.listen(0, '127.0.0.1', resolve);
    });
    const { port } = listener.address() as AddressInfo;
    const pool = new Pool(sandbox.url, { connections: 8 });
    const harness = new Harness(sandbox, listener, `http://127.0.0.1:${port}/inbound`, pool, settings);
    listener.on('request', (request, response) => {
      void readBody(request).then((body) => {
        if (harness.status < 300) harness.callbacks.push({ path: request.url ?? '', headers: request.headers, body });
        response.writeHead(harness.status).end();
      });
    });
    return harness;
  }

  /** As a new process on the same file would. */
  async restart(): Promise<void> {
    await this.sandbox.close();
    await this.pool.destroy();
    this.sandbox = await createSandbox(this.options);
    this.pool = new Pool(this.sandbox.url, { connections: 8 });
  }

  async stop(): Promise<void> {
    await this.pool.destroy();
    await this.sandbox.close();
    this.listener.closeAllConnections();
    await new Promise((resolve) => this.listener.close(resolve));
  }

  async call(
    method: string,
    path: string,
    body?: string | object,
    headers: Record<string, string> = {},
  ): Promise<Answered> {
    const partner = path.split('/')[1] as Partner;
    const answer = await this.pool.request({
      method: method,
      path,
      headers: {
        authorization: `Bearer ${defaultSecrets()[partner]}`,
        'x-callback-url': `${this.callbackUrl}/${partner}`,
        'content-type': typeof body === 'string' ? 'application/xml' : 'application/json',
        ...headers,
      },
      body: typeof body === 'object' ? JSON.stringify(body) : (body ?? null),
    });
    const text = await answer.body.text();
    const isJson = (answer.headers['content-type'] ?? '').includes('json');
    return { status: answer.statusCode, text, json: isJson ? (JSON.parse(text) as Record<string, unknown>) : {} };
  }

  control(method: string, path: string, body?: object): Promise<Answered> {
    return this.call(method, `/control${path}`, body);
  }

  /** The bodies of what a partner told us about one reference. */
  bodies(partner: Partner, reference?: string): string[] {
    return this.callbacks
      .filter(
        ({ path, headers }) =>
          path.endsWith(partner) && (reference ?? headers['x-in-reply-to']) === headers['x-in-reply-to'],
      )
      .map(({ body }) => body);
  }

  /** Waits until `look` sees it; the last sight is shown when it never does. */
  async eventually<Seen>(look: () => Seen | Promise<Seen>, isEnough: (seen: Seen) => boolean): Promise<Seen> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const seen = await look();
      if (isEnough(seen)) return seen;
      if (performance.now() > until) throw new Error(`Still: ${JSON.stringify(seen)}`);
      await sleep(5);
    }
  }

  async told(partner: Partner, count: number, reference?: string): Promise<string[]> {
    return this.eventually(
      () => this.bodies(partner, reference),
      (bodies) => bodies.length >= count,
    );
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
