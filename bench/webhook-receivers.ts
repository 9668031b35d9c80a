import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

import { SystemClock } from '../src/kernel/clock.js';

/** Receivers that answer at once. */
const GOOD = 18;
const SLOW_MS = 100;

/** Where the receivers are. */
export interface Ports {
  readonly good: readonly number[];
  readonly slow: number;
  /** Takes everything and never answers. */
  readonly hanging: number;
}

/** A message as it arrived, kept to be looked at. */
export interface Sample {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly url: string;
  readonly receivedAtMs: number;
}

/** What the good receivers got under one path. */
export interface Received {
  readonly messages: number;
  readonly distinct: number;
  readonly bytes: number;
  readonly samples: readonly Sample[];
}

export type Question =
  | { readonly kind: 'where' }
  /** Answered when the good receivers have so many messages under the path; every n-th is kept. */
  | { readonly kind: 'expect'; readonly path: string; readonly messages: number; readonly keepEvery: number }
  /** Breaks the connections of the receiver that hangs, and answers when the slow one has nothing in hand. */
  | { readonly kind: 'settle' };

/** A process of its own with the receivers of webhooks, all on loopback. */
class Receivers {
  private readonly clock = new SystemClock();
  private readonly held = new Set<ServerResponse>();
  private slowInHand = 0;
  private wanted: { readonly path: string; readonly messages: number; readonly keepEvery: number } | null = null;
  private seen = new Set<string>();
  private samples: Sample[] = [];
  private messages = 0;
  private bytes = 0;

  async open(): Promise<Ports> {
    const good = await Promise.all(Array.from({ length: GOOD }, (_, index) => listen(this.good(index))));
    return { good, slow: await listen(this.slow), hanging: await listen(this.hang) };
  }

  expect(wanted: { readonly path: string; readonly messages: number; readonly keepEvery: number }): void {
    this.seen = new Set();
    this.samples = [];
    [this.messages, this.bytes, this.wanted] = [0, 0, wanted];
  }

  async settle(): Promise<void> {
    for (const response of this.held) response.socket?.destroy();
    this.held.clear();
    do await new Promise((resolve) => setTimeout(resolve, SLOW_MS * 2));
    while (this.slowInHand > 0);
  }

  private good(index: number): RequestListener {
    return (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.writeHead(204).end();
        const headers = request.headers as Record<string, string>;
        this.count(index, request.url ?? '', headers, chunks);
      });
    };
  }

  private count(index: number, url: string, headers: Record<string, string>, chunks: readonly Buffer[]): void {
    const { wanted } = this;
    if (wanted?.path !== url) return;
    this.messages += 1;
    this.seen.add(`${index} ${headers['webhook-id'] ?? ''}`);
    for (const chunk of chunks) this.bytes += chunk.length;
    if (this.messages % wanted.keepEvery === 0) {
      const body = Buffer.concat(chunks).toString('utf8');
      this.samples.push({ headers, body, url: String(index), receivedAtMs: this.clock.now().getTime() });
    }
    if (this.messages === wanted.messages) this.tell();
  }

  private tell(): void {
    const received = {
      messages: this.messages,
      distinct: this.seen.size,
      bytes: this.bytes,
      samples: this.samples,
    } satisfies Received;
    process.send?.(received);
  }

  private readonly slow: RequestListener = (request, response) => {
    request.resume();
    this.slowInHand += 1;
    setTimeout(() => {
      this.slowInHand -= 1;
      response.writeHead(204).end();
    }, SLOW_MS);
  };

  private readonly hang: RequestListener = (request, response) => {
    request.resume();
    this.held.add(response);
    response.once('close', () => this.held.delete(response));
  };
}

async function listen(answer: RequestListener): Promise<number> {
  const server: Server = createServer({ keepAliveTimeout: 60_000 }, answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const receivers = new Receivers();
const ports = await receivers.open();
process.on('message', (question: Question) => {
  if (question.kind === 'where') process.send?.(ports);
  else if (question.kind === 'expect') receivers.expect(question);
  else void receivers.settle().then(() => process.send?.({ settled: true }));
});
process.once('disconnect', () => process.exit(0));
process.send?.({ ready: true });
