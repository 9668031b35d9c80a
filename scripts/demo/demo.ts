import { setTimeout as sleep } from 'node:timers/promises';

import { ApiClient } from './api-client.js';
import { requireMandates } from './entrusting.js';
import { Narrator } from './narrator.js';
import { type Order, type Outcome, outcomeOf, type WebhookCount, webhookCount } from './outcome.js';
import { type OrderFile } from './order-shape.js';
import { OutsideWorld } from './outside-world.js';
import { type RunningPlatform, TAX_BUREAU_STEP_MS } from './platform.js';
import { Player } from './player.js';
import { type WebhookEvent, WebhookReceiver } from './receiver.js';

/** Nothing has been heard for so long: it will not go on by itself. */
const QUIET_MAX_MS = 45_000;
const PLAY_MAX_MS = 300_000;
const DELIVERED_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 50;

interface DeadLetter {
  readonly queue: string;
  readonly [field: string]: unknown;
}

/** The orders did not come to their end; the message says which, and where each stands. */
export class NotFinishedError extends Error {}

/** A play of several orders at once, from an empty tenant to closed orders. */
export class Demo {
  readonly api: ApiClient;
  private readonly narrator = new Narrator();
  private readonly players: Player[];
  private readonly closed = new Set<string>();
  /** Events of an order whose id we do not know yet: they are faster than the answer that tells it. */
  private early: WebhookEvent[] = [];
  private receiver: WebhookReceiver | null = null;
  private endpointId = '';
  private heardAt = performance.now();

  constructor(
    private readonly platform: RunningPlatform,
    files: readonly OrderFile[],
  ) {
    const { baseUrl, sandboxUrl, tenant } = platform;
    this.api = new ApiClient(baseUrl, tenant.apiKey);
    const world = new OutsideWorld(sandboxUrl);
    this.players = files.map((file, index) => new Player(index + 1, file, this.api, world, this.narrator.deed));
  }

  /** Webhooks with a wrong signature. */
  get refusedWebhooks(): number {
    return this.receiver?.refused ?? 0;
  }

  /** A receiver for everything that happens, known to the platform. */
  async listen(): Promise<void> {
    this.receiver = await WebhookReceiver.open((event) => {
      this.hear(event);
    });
    const endpoint = await this.api.post<{ id: string; secret: string }>('/v1/webhooks/endpoints', {
      url: this.receiver.url,
      description: 'The demo',
      eventTypes: ['*'],
    });
    this.endpointId = endpoint.id;
    this.receiver.trust(endpoint.secret);
    this.platform.leaveKeys(endpoint.secret);
    await new OutsideWorld(this.platform.sandboxUrl).slowDown('tax-bureau', TAX_BUREAU_STEP_MS);
  }

  /**
   * Enters every order and waits until all are closed. Meanwhile mandates are required, as in live operation; whoever
   * tries something with the key afterwards needs none.
   * @throws NotFinishedError after a bounded time, or when what the demo does in the place of people failed
   */
  async play(signal: AbortSignal): Promise<void> {
    await requireMandates(this.api, true);
    for (const player of this.players) {
      await player.enter();
      const early = this.early.splice(0);
      for (const event of early) this.hear(event);
    }
    const deadline = performance.now() + PLAY_MAX_MS;
    const isUnderWay = ({ orderId, failed }: Player): boolean => failed === null && !this.closed.has(orderId);
    while (this.players.some(isUnderWay)) {
      signal.throwIfAborted();
      const now = performance.now();
      if (now > deadline || now - this.heardAt > QUIET_MAX_MS) throw new NotFinishedError(await this.standing());
      await sleep(LOOK_EVERY_MS);
    }
    for (const player of this.players) await player.settle();
    const failures = this.players.flatMap(({ failed }) => (failed === null ? [] : [failed.message]));
    if (failures.length > 0) throw new NotFinishedError(failures.join('\n'));
    await requireMandates(this.api, false);
  }

  outcomes(): Promise<Outcome[]> {
    return Promise.all(this.players.map((player) => outcomeOf(this.api, player)));
  }

  /** Waits until what happened has been told to the receiver, for a bounded time. */
  async webhooks(): Promise<WebhookCount> {
    const deadline = performance.now() + DELIVERED_WITHIN_MS;
    for (;;) {
      const count = await webhookCount(this.api, this.endpointId);
      if (count.sent === count.delivered || performance.now() > deadline) return count;
      await sleep(LOOK_EVERY_MS * 4);
    }
  }

  async close(): Promise<void> {
    await this.receiver?.close();
  }

  private hear(event: WebhookEvent): void {
    this.heardAt = performance.now();
    const player = this.players.find(({ orderId }) => orderId === event.orderId);
    if (player === undefined && event.orderId !== null && this.players.some(({ orderId }) => orderId === '')) {
      this.early.push(event);
      return;
    }
    this.narrator.event(event);
    player?.hear(event);
    if (event.type === 'orders.order.closed' && event.orderId !== null) this.closed.add(event.orderId);
  }

  /** Where every order stands, and what failed for good, for whoever has to find out why nothing moves. */
  private async standing(): Promise<string> {
    const orders = await Promise.all(this.players.map(({ orderId }) => this.api.get<Order>(`/v1/orders/${orderId}`)));
    const open = orders.filter(({ id }) => !this.closed.has(id));
    const lines = open.map(({ reference, state, tracks }) => {
      const words = Object.entries(tracks).map(([track, at]) => `${track} ${String(at)}`);
      return `  ${reference} is ${state}: ${words.join(', ')}`;
    });
    const letters = await this.api.all<DeadLetter>('/v1/operations/dead-letters?state=open').catch(() => []);
    const failures = letters.map((letter) => `  dead letter: ${JSON.stringify(letter)}`);
    return [
      'Not every order came to its end in time.',
      ...lines,
      ...failures,
      `  The logs of the processes are in ${this.platform.folder}/logs`,
    ].join('\n');
  }
}
