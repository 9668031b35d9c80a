import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';

import { Webhook } from 'standardwebhooks';

/** An event as the platform sends it. */
export interface WebhookEvent {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly resource: { readonly type: string; readonly id: string; readonly url: string };
  readonly orderId: string | null;
  readonly sequence: number;
  readonly data: Readonly<Record<string, unknown>>;
}

const BODY_MAX_BYTES = 1_000_000;

/**
 * A webhook receiver on the loopback interface, as an integrator would write it: it verifies every signature with the
 * reference library of Standard Webhooks, answers 204, and takes each message once by its `webhook-id`.
 */
export class WebhookReceiver {
  private readonly seen = new Set<string>();
  private verifier: Webhook | null = null;
  private refusedCount = 0;

  private constructor(
    private readonly server: Server,
    private readonly hear: (event: WebhookEvent) => void,
  ) {
    server.on('request', (request, response) => {
      this.take(request).then(
        (status) => response.writeHead(status).end(),
        () => response.writeHead(400).end(),
      );
    });
  }

  static async open(hear: (event: WebhookEvent) => void): Promise<WebhookReceiver> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new WebhookReceiver(server, hear);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/webhooks`;
  }

  /** Messages whose signature was wrong. */
  get refused(): number {
    return this.refusedCount;
  }

  /** The secret of the endpoint, `whsec_…`; before it is known nothing is taken. */
  trust(secret: string): void {
    this.verifier = new Webhook(secret);
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async take(request: IncomingMessage): Promise<number> {
    const body = await bodyOf(request);
    if (this.verifier === null) return 503;
    const header = (name: string): string => String(request.headers[name] ?? '');
    const id = header('webhook-id');
    let event: WebhookEvent;
    try {
      event = this.verifier.verify(body, {
        'webhook-id': id,
        'webhook-timestamp': header('webhook-timestamp'),
        'webhook-signature': header('webhook-signature'),
      }) as WebhookEvent;
    } catch {
      this.refusedCount += 1;
      return 401;
    }
    if (!this.seen.has(id)) {
      this.seen.add(id);
      this.hear(event);
    }
    return 204;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_MAX_BYTES) throw new Error('Too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
