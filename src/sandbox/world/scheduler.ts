import { type StatementSync } from 'node:sqlite';

import { type Clock } from '../../kernel/clock.js';
import { Alarm } from './alarm.js';
import { type Partner } from './partners.js';
import { type Store } from './store.js';
import { type StoryKey } from './stories.js';

interface Task extends StoryKey {
  /** Null for a step that was due at once and so never written down. */
  readonly id: number | null;
  readonly step: string;
}

/**
 * Lets stories go on. A step with a delay is a row, so that a restart does what is still to do; a step without one is
 * done in the transaction that asked for it, and costs no row.
 */
export class Scheduler {
  private readonly alarm: Alarm<Task>;
  private readonly insert: StatementSync;
  private readonly remove: StatementSync;
  private readonly selectAll: StatementSync;
  private ready: Task[] = [];

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly perform: (key: StoryKey, step: string) => void,
  ) {
    this.insert = store.prepare('INSERT INTO step (due_ms, partner, kind, reference, step) VALUES (?, ?, ?, ?, ?)');
    this.remove = store.prepare('DELETE FROM step WHERE id = ?');
    this.selectAll = store.prepare('SELECT id, due_ms, partner, kind, reference, step FROM step ORDER BY due_ms, id');
    this.alarm = new Alarm(clock, (due) => {
      store.begin();
      this.ready.push(...due);
    });
    store.onBeforeCommit(() => {
      this.performReady();
    });
  }

  /** Takes up what an earlier process left. */
  resume(): void {
    for (const row of this.selectAll.all()) {
      this.alarm.set(Number(row['due_ms']), {
        id: Number(row['id']),
        partner: String(row['partner']) as Partner,
        kind: String(row['kind']),
        reference: String(row['reference']),
        step: String(row['step']),
      });
    }
  }

  after(delayMs: number, key: StoryKey, step: string): void {
    const { partner, kind, reference } = key;
    if (delayMs <= 0) {
      this.store.begin();
      this.ready.push({ id: null, partner, kind, reference, step });
      return;
    }
    const dueMs = this.clock.now().getTime() + delayMs;
    const id = this.store.write(this.insert, dueMs, partner, kind, reference, step);
    this.alarm.set(dueMs, { id, partner, kind, reference, step });
  }

  /** Does now what this partner would do later. @returns how many steps */
  hurry(partner: Partner): number {
    const due = this.alarm.take((task) => task.partner === partner);
    if (due.length > 0) this.store.begin();
    this.ready.push(...due);
    return due.length;
  }

  /** As `hurry`, of one story. */
  hurryStory(key: StoryKey): number {
    const due = this.alarm.take((task) => isOf(task, key));
    if (due.length > 0) this.store.begin();
    this.ready.push(...due);
    return due.length;
  }

  /** Does this step now, instead of what the story would have done later. */
  instead(key: StoryKey, step: string): void {
    for (const { id } of this.alarm.take((task) => isOf(task, key))) {
      if (id !== null) this.store.write(this.remove, id);
    }
    this.after(0, key, step);
  }

  forgetAll(): void {
    this.alarm.clear();
    this.ready = [];
  }

  private performReady(): void {
    // A step may add to `ready`; a story is finite, so this ends.
    for (let task = this.ready.shift(); task !== undefined; task = this.ready.shift()) {
      if (task.id !== null) this.store.write(this.remove, task.id);
      this.perform(task, task.step);
    }
  }
}

function isOf(task: Task, { partner, kind, reference }: StoryKey): boolean {
  return task.reference === reference && task.kind === kind && task.partner === partner;
}
