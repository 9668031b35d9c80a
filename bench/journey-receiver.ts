import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

const CLOSED = 'orders.order.closed';

interface Heard {
  readonly type: string;
  readonly orderId: string | null;
}

/** A receiver of webhooks that notes when it heard of each order's end. */
export class JourneyReceiver {
  /** Time of `performance.now()`, by order id. */
  readonly closedAt = new Map<string, number>();
  private messages = 0;

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.writeHead(204).end();
        this.hear(Buffer.concat(chunks).toString('utf8'));
      });
    });
  }

  static async open(): Promise<JourneyReceiver> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new JourneyReceiver(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/webhooks`;
  }

  get received(): number {
    return this.messages;
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private hear(body: string): void {
    this.messages += 1;
    if (!body.includes(CLOSED)) return;
    const { type, orderId } = JSON.parse(body) as Heard;
    if (type === CLOSED && orderId !== null) this.closedAt.set(orderId, performance.now());
  }
}
