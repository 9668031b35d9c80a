import { Pool } from 'undici';

const TIMEOUT_MS = 10_000;
const CONNECTIONS = 64;

/** Sends by POST over connections that are kept open, one pool per receiver. */
export class Post {
  private readonly pools = new Map<string, Pool>();

  /** @returns whether the receiver took it (2xx); anything else, a refusal included, is sent again later */
  async send(url: string, headers: Record<string, string>, body: string): Promise<boolean> {
    try {
      const { origin, pathname, search } = new URL(url);
      const answer = await this.poolOf(origin).request({ method: 'POST', path: pathname + search, headers, body });
      await answer.body.dump();
      return answer.statusCode >= 200 && answer.statusCode < 300;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
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
