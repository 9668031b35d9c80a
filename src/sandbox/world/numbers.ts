import { type StatementSync } from 'node:sqlite';

import { type Clock } from '../../kernel/clock.js';
import { type Store } from './store.js';

const BLOCK = 1_000;
/** Nine digits: what an entry number, the longest user, has room for. */
const MODULUS = 1_000_000_000;

/**
 * Serial numbers that are never given out twice, not even by a sandbox whose file was thrown away while the platform
 * kept its database: a new series starts at the clock's milliseconds, and no series runs faster than that.
 */
export class Numbers {
  private readonly series = new Map<string, { next: number; upto: number }>();
  private readonly read: StatementSync;
  private readonly reserve: StatementSync;

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {
    this.read = store.prepare('SELECT upto FROM number_used WHERE name = ?');
    this.reserve = store.prepare('INSERT OR REPLACE INTO number_used (name, upto) VALUES (?, ?)');
  }

  /** @returns nine digits */
  next(name: string): string {
    let series = this.series.get(name);
    if (series === undefined) {
      const start = Number(this.read.get(name)?.['upto'] ?? this.clock.now().getTime() % MODULUS);
      series = { next: start, upto: start };
      this.series.set(name, series);
    }
    if (series.next === series.upto) {
      series.upto += BLOCK;
      this.store.write(this.reserve, name, series.upto);
    }
    series.next += 1;
    return String(series.next % MODULUS).padStart(9, '0');
  }
}
