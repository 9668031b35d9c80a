import { type StatementSync } from 'node:sqlite';

import { type Clock } from '../../kernel/clock.js';
import { type Partner } from './partners.js';
import { type Store } from './store.js';

/** What a request led to; `taken` is the only one with an effect, and happens once per reference. */
export type Effect = 'taken' | 'repeated' | 'asked' | 'refused' | 'down';

export interface ReceivedRequest {
  readonly partner: Partner;
  readonly reference: string | null;
  readonly effect: Effect;
  /** The status that was answered, or would have been on a connection that was cut or left hanging. */
  readonly status: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Requests kept, and signs of their bodies together; the oldest go first. */
const KEPT_MAX = 20_000;
const KEPT_SIGNS_MAX = 256_000_000;
/** Looked at after so many requests, or so many signs. */
const PRUNED_EVERY = 1_000;
const PRUNED_EVERY_SIGNS = 32_000_000;
const TOO_MUCH = `
  SELECT id FROM (SELECT id, sum(octet_length(body)) OVER (ORDER BY id DESC) AS signs FROM received)
  WHERE signs > ${String(KEPT_SIGNS_MAX)} ORDER BY id DESC LIMIT 1`;
const SECRET_HEADERS = new Set(['authorization', 'cookie', 'x-signature']);

/** Everything that was received, verbatim but for secrets: what a test asks to know that something was sent once. */
export class Received {
  private readonly insert: StatementSync;
  private readonly prune: StatementSync;
  private readonly pruneHeavy: StatementSync;
  private signs = 0;

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {
    this.insert = store.prepare(
      `INSERT INTO received (at_ms, partner, reference, effect, status, method, path, headers, body)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.prune = store.prepare('DELETE FROM received WHERE id <= ?');
    this.pruneHeavy = store.prepare(`DELETE FROM received WHERE id <= (${TOO_MUCH})`);
  }

  add(request: ReceivedRequest): void {
    const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !SECRET_HEADERS.has(name)));
    const id = this.store.write(
      this.insert,
      this.clock.now().getTime(),
      request.partner,
      request.reference,
      request.effect,
      request.status,
      request.method,
      request.path,
      JSON.stringify(headers),
      request.body,
    );
    this.signs += request.body.length;
    if (id % PRUNED_EVERY === 0) this.store.write(this.prune, id - KEPT_MAX);
    if (this.signs < PRUNED_EVERY_SIGNS) return;
    this.store.write(this.pruneHeavy);
    this.signs = 0;
  }

  /** @param partner all partners when null; likewise `reference` */
  list(partner: Partner | null, reference: string | null, limit: number): object[] {
    const { where, values } = condition(partner, reference);
    const rows = this.store.prepare(`SELECT * FROM received ${where} ORDER BY id LIMIT ?`).all(...values, limit);
    return rows.map((row) => ({
      at: new Date(Number(row['at_ms'])).toISOString(),
      partner: row['partner'],
      reference: row['reference'],
      effect: row['effect'],
      status: row['status'],
      method: row['method'],
      path: row['path'],
      headers: JSON.parse(String(row['headers'])) as unknown,
      body: row['body'],
    }));
  }

  /** How many requests of each effect per reference: `{"pay_…": {"taken": 1, "repeated": 2}}`. */
  counts(partner: Partner | null, reference: string | null): Record<string, Partial<Record<Effect, number>>> {
    const { where, values } = condition(partner, reference);
    const rows = this.store
      .prepare(`SELECT reference, effect, count(*) AS n FROM received ${where} GROUP BY reference, effect`)
      .all(...values);
    const counts: Record<string, Partial<Record<Effect, number>>> = {};
    for (const row of rows) {
      const name = row['reference'] === null ? '' : String(row['reference']);
      counts[name] = { ...counts[name], [row['effect'] as Effect]: Number(row['n']) };
    }
    return counts;
  }
}

function condition(partner: Partner | null, reference: string | null): { where: string; values: string[] } {
  const parts = [...(partner === null ? [] : ['partner = ?']), ...(reference === null ? [] : ['reference = ?'])];
  const values = [partner, reference].filter((value) => value !== null);
  return { where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values };
}
