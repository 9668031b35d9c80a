import { type Dispatcher, Pool } from 'undici';

const TIMEOUT_MS = 10_000;
const CONNECTIONS = 64;

/** Hears only whether it was taken; the receiver's body is not read, and not built into a stream to be thrown away. */
class Receipt implements Dispatcher.DispatchHandler {
  private isTaken = false;

  constructor(private readonly settle: (isTaken: boolean) => void) {}

  onRequestStart(): void {
    // Nothing to prepare, but undici tells handlers of this kind by the method.
  }

  onResponseStart(_controller: unknown, statusCode: number): void {
    this.isTaken = statusCode >= 200 && statusCode < 300;
  }

  onResponseEnd(): void {
    this.settle(this.isTaken);
  }

  onResponseError(): void {
    this.settle(false);
  }
}

/** Sends by POST over connections that are kept open, one pool per receiver. */
export class Post {
  private readonly pools = new Map<string, Pool>();
  private isClosed = false;

  /** @returns whether the receiver took it (2xx); anything else, a refusal included, is sent again later */
  send(url: string, headers: Record<string, string>, body: string): Promise<boolean> {
    return new Promise((resolve) => {
      const { origin, pathname, search } = new URL(url);
      if (this.isClosed) {
        resolve(false);
        return;
      }
      this.poolOf(origin).dispatch({ method: 'POST', path: pathname + search, headers, body }, new Receipt(resolve));
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.pools.values()].map((pool) => pool.destroy()));
    this.pools.clear();
  }

  private poolOf(origin: string): Pool {
    let pool = this.pools.get(origin);
    if (pool === undefined) {
      pool = new Pool(origin, { connections: CONNECTIONS, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
      this.pools.set(origin, pool);
    }
    return pool;
  }
}
