import { randomUUID } from 'node:crypto';
import { type StatementSync } from 'node:sqlite';

import { type Clock } from '../../kernel/clock.js';
import { Alarm } from './alarm.js';
import { type Partner } from './partners.js';
import { type Post } from './post.js';
import { signature } from './signature.js';
import { type Store } from './store.js';
import { type Switchboard } from './switches.js';

interface Owed {
  readonly id: number;
  readonly partner: Partner;
  readonly lane: string;
  readonly inReplyTo: string;
  readonly url: string;
  readonly messageId: string | null;
  readonly traceparent: string | null;
  readonly contentType: string;
  dueMs: number;
  attempts: number;
}

interface Lane {
  readonly queue: Owed[];
  isBusy: boolean;
}

/** What to tell whom. */
export interface News {
  readonly partner: Partner;
  /** Callbacks of one lane are sent one after the other: the next when the one before was taken. */
  readonly lane: string;
  readonly inReplyTo: string;
  readonly url: string;
  readonly messageId: string | null;
  readonly traceparent: string | null;
  readonly contentType: string;
  readonly body: string;
  /** Sent this much later, and past the order of the lane. */
  readonly heldMs: number;
}

export interface CallbackCounts {
  sent: number;
  failed: number;
  abandoned: number;
}

const RETRY_MS = [1_000, 5_000, 30_000, 120_000, 600_000, 3_600_000] as const;
const ATTEMPTS_MAX = 30;
const IN_FLIGHT_MAX = 256;
const STRIKE_MS = 20;
/** Without the body: however much is owed, only what is on its way is in memory. */
const COLUMNS = 'id, partner, lane, in_reply_to, url, message_id, traceparent, content_type, due_ms, attempts, loose';

/** Tells the platform what happened, and goes on telling until it is taken (2xx). What is owed is a row. */
export class Callbacks {
  readonly counts = new Map<Partner, CallbackCounts>();
  private readonly lanes = new Map<string, Lane>();
  private readonly alarm: Alarm<string>;
  private waiting: string[] = [];
  private inFlight = 0;
  private isStopped = false;
  private generation = 0;
  private delivered: number[] = [];
  private striking: NodeJS.Timeout | null = null;
  private readonly insert: StatementSync;
  private readonly postpone: StatementSync;
  private readonly remove: StatementSync;
  private readonly selectAll: StatementSync;
  private readonly selectBody: StatementSync;
  private readonly countOwed: StatementSync;

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly switchboard: Switchboard,
    private readonly secrets: Readonly<Record<Partner, string>>,
    private readonly post: Post,
  ) {
    this.insert = store.prepare(
      `INSERT INTO callback (partner, lane, in_reply_to, url, message_id, traceparent, content_type, body, due_ms, attempts, loose)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`,
    );
    this.postpone = store.prepare('UPDATE callback SET due_ms = ?, attempts = ? WHERE id = ?');
    this.remove = store.prepare('DELETE FROM callback WHERE id = ?');
    this.selectAll = store.prepare(`SELECT ${COLUMNS} FROM callback ORDER BY id`);
    this.selectBody = store.prepare('SELECT body FROM callback WHERE id = ?');
    this.countOwed = store.prepare('SELECT partner, count(*) AS n FROM callback GROUP BY partner');
    this.alarm = new Alarm(clock, (due) => {
      for (const lane of due) this.pump(lane);
    });
  }

  /** Sends what an earlier process owed. */
  resume(): void {
    for (const row of this.selectAll.all()) {
      const optional = (name: string): string | null => (row[name] === null ? null : String(row[name]));
      const id = Number(row['id']);
      this.line({
        id,
        partner: String(row['partner']) as Partner,
        lane: row['loose'] === 1 ? looseLane(id) : String(row['lane']),
        inReplyTo: String(row['in_reply_to']),
        url: String(row['url']),
        messageId: optional('message_id'),
        traceparent: optional('traceparent'),
        contentType: String(row['content_type']),
        dueMs: Number(row['due_ms']),
        attempts: Number(row['attempts']),
      });
    }
  }

  owe(news: News): void {
    const { partner, lane, inReplyTo, url, messageId, traceparent, contentType, body, heldMs } = news;
    const dueMs = heldMs === 0 ? 0 : this.clock.now().getTime() + heldMs;
    const isLoose = heldMs > 0;
    const id = this.store.write(
      this.insert,
      partner,
      lane,
      inReplyTo,
      url,
      messageId,
      traceparent,
      contentType,
      body,
      dueMs,
      isLoose ? 1 : 0,
    );
    const { generation } = this;
    this.store.whenSettled(() => {
      if (generation !== this.generation) return;
      const place = isLoose ? looseLane(id) : lane;
      this.line({
        id,
        partner,
        lane: place,
        inReplyTo,
        url,
        messageId,
        traceparent,
        contentType,
        dueMs,
        attempts: 0,
      });
    });
  }

  /** Looks at every lane again: a partner that was down may be up. */
  kick(): void {
    for (const lane of this.lanes.keys()) this.pump(lane);
  }

  owed(): Map<string, number> {
    this.strikeAll();
    return new Map(this.countOwed.all().map((row) => [String(row['partner']), Number(row['n'])]));
  }

  countsOf(partner: Partner): CallbackCounts {
    let counts = this.counts.get(partner);
    if (counts === undefined) {
      counts = { sent: 0, failed: 0, abandoned: 0 };
      this.counts.set(partner, counts);
    }
    return counts;
  }

  forgetAll(): void {
    this.generation += 1;
    this.alarm.clear();
    this.lanes.clear();
    this.waiting = [];
    this.delivered = [];
    this.counts.clear();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.strikeAll();
    this.forgetAll();
    await this.post.close();
  }

  private line(owed: Owed): void {
    let lane = this.lanes.get(owed.lane);
    if (lane === undefined) {
      lane = { queue: [], isBusy: false };
      this.lanes.set(owed.lane, lane);
    }
    lane.queue.push(owed);
    this.pump(owed.lane);
  }

  private pump(name: string): void {
    const lane = this.lanes.get(name);
    if (lane === undefined || lane.isBusy || this.isStopped) return;
    const first = lane.queue[0];
    if (first === undefined) {
      this.lanes.delete(name);
      return;
    }
    if (this.switchboard.of(first.partner).down) return;
    if (first.dueMs > this.clock.now().getTime()) {
      this.alarm.set(first.dueMs, name);
      return;
    }
    if (this.inFlight >= IN_FLIGHT_MAX) {
      this.waiting.push(name);
      return;
    }
    lane.isBusy = true;
    this.inFlight += 1;
    void this.deliver(name, lane, first, this.generation);
  }

  private async deliver(name: string, lane: Lane, owed: Owed, generation: number): Promise<void> {
    const body = this.bodyOf(owed);
    const isTaken = await this.post.send(owed.url, this.headers(owed, body), body);
    this.inFlight -= 1;
    lane.isBusy = false;
    if (generation === this.generation) {
      this.record(lane, owed, isTaken);
      this.pump(name);
    }
    const next = this.waiting.shift();
    if (next !== undefined) this.pump(next);
  }

  private bodyOf({ id }: Owed): string {
    return String(this.selectBody.get(id)?.['body'] ?? '');
  }

  private record(lane: Lane, owed: Owed, isTaken: boolean): void {
    const counts = this.countsOf(owed.partner);
    if (isTaken || owed.attempts + 1 >= ATTEMPTS_MAX) {
      if (isTaken) counts.sent += 1;
      else counts.abandoned += 1;
      lane.queue.shift();
      this.strike(owed.id);
      return;
    }
    counts.failed += 1;
    owed.dueMs = this.clock.now().getTime() + (RETRY_MS[owed.attempts] ?? 3_600_000);
    owed.attempts += 1;
    this.store.write(this.postpone, owed.dueMs, owed.attempts, owed.id);
  }

  /** Rows of what was delivered go with the next commit, or soon: to deliver twice after a crash does no harm. */
  private strike(id: number): void {
    this.delivered.push(id);
    this.striking ??= setTimeout(() => {
      this.strikeAll();
    }, STRIKE_MS);
  }

  private strikeAll(): void {
    if (this.striking !== null) clearTimeout(this.striking);
    this.striking = null;
    const ids = this.delivered;
    this.delivered = [];
    for (const id of ids) this.store.write(this.remove, id);
  }

  private headers(owed: Owed, body: string): Record<string, string> {
    const seconds = Math.floor(this.clock.now().getTime() / 1_000);
    return {
      'content-type': owed.contentType,
      'x-in-reply-to': encodeURI(owed.inReplyTo),
      'x-signature': signature(this.secrets[owed.partner], seconds, body),
      ...(owed.messageId === null ? {} : { 'x-message-id': owed.messageId }),
      ...(owed.traceparent === null ? {} : { traceparent: owed.traceparent }),
    };
  }
}

export function newMessageId(): string {
  return randomUUID();
}

function looseLane(id: number): string {
  return `loose/${String(id)}`;
}
