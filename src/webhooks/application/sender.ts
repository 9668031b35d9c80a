import { lookup } from 'node:dns';

import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'undici';

import { APP_CONFIG, type AppConfig } from '../../platform/config/app-config.js';
import { isInboxAddress } from '../domain/inbox-address.js';
import { isAllowedAddress } from './target-guard.js';

const TIMEOUT_MS = 15_000;
const EXCHANGE_MS = 25_000;
const RESPONSE_MAX = 1_024;
const POOLS_MAX = 2_000;

export interface SendResult {
  readonly status: number | null;
  readonly error: string | null;
  readonly response: string | null;
  readonly durationMs: number;
}

/**
 * POSTs to receivers. A name is resolved and judged at the moment of connecting, and the connection goes to the very
 * address that was judged, so that a name cannot point inward after the check. Redirects are not followed. Where the
 * platform itself receives is not judged: that name is the operator's own.
 */
@Injectable()
export class Sender implements OnApplicationShutdown {
  private readonly pools = new Map<string, Pool>();

  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  async post(url: URL, headers: Readonly<Record<string, string>>, body: string): Promise<SendResult> {
    const started = performance.now();
    const took = (): number => Math.round(performance.now() - started);
    try {
      const answer = await this.pool(url).request({
        method: 'POST',
        path: url.pathname + url.search,
        headers: { 'content-type': 'application/json', 'user-agent': 'Entrepot-Webhooks/1.0', ...headers },
        body,
        headersTimeout: TIMEOUT_MS,
        bodyTimeout: TIMEOUT_MS,
        // Of the whole exchange: shorter than a lease, whatever a receiver drips.
        signal: AbortSignal.timeout(EXCHANGE_MS),
      });
      const response = await firstBytes(answer.body);
      return { status: answer.statusCode, error: null, response, durationMs: took() };
    } catch (error) {
      return { status: null, error: reason(error), response: null, durationMs: took() };
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.destroy()));
  }

  private pool({ href, origin }: URL): Pool {
    const { webhooksAllowLoopback, publicUrl } = this.config;
    const isOwn = isInboxAddress(href, publicUrl);
    // Apart from others of the same origin: they must not go over a connection that was not judged.
    const name = isOwn ? `inbox ${origin}` : origin;
    let pool = this.pools.get(name);
    if (pool === undefined) {
      if (this.pools.size >= POOLS_MAX) this.dropOldest();
      pool = new Pool(origin, {
        connections: 16,
        keepAliveTimeout: 30_000,
        connect: { timeout: 5_000, ...(isOwn ? {} : { lookup: guardedLookup(webhooksAllowLoopback) as never }) },
      });
      this.pools.set(name, pool);
    }
    return pool;
  }

  private dropOldest(): void {
    const [oldest] = this.pools;
    if (oldest === undefined) return;
    this.pools.delete(oldest[0]);
    void oldest[1].close();
  }
}

type LookupCallback = (error: Error | null, addresses: readonly { address: string; family: number }[]) => void;

function guardedLookup(allowLoopback: boolean) {
  return (
    hostname: string,
    options: object,
    callback: LookupCallback & ((error: Error | null, address: string, family: number) => void),
  ): void => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        callback(error, []);
        return;
      }
      const allowed = found.filter(({ address }) => isAllowedAddress(address, allowLoopback));
      const [first] = allowed;
      if (first === undefined) callback(new Error('The host name points to an address that is not public'), []);
      else if ('all' in options && options.all === true) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

async function firstBytes(body: AsyncIterable<Buffer> & { destroy(): void }): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= RESPONSE_MAX) {
      body.destroy();
      break;
    }
  }
  return Buffer.concat(chunks).subarray(0, RESPONSE_MAX).toString('utf8').replaceAll('\u0000', '');
}

function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (code ?? message ?? 'unknown').slice(0, 200);
}
