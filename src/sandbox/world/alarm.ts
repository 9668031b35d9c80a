import { type Clock } from '../../kernel/clock.js';

interface Entry<Item> {
  readonly dueMs: number;
  readonly order: number;
  readonly item: Item;
}

/** Node's timers overflow beyond 2^31 ms; a longer wait is taken in several. */
const LONGEST_WAIT_MS = 2_000_000_000;

/** Rings when something is due: any number of items on one timer (a binary heap by due time, then by arrival). */
export class Alarm<Item> {
  private heap: Entry<Item>[] = [];
  private timer: NodeJS.Timeout | null = null;
  private timerDueMs = Infinity;
  private arrivals = 0;

  constructor(
    private readonly clock: Clock,
    private readonly ring: (due: Item[]) => void,
  ) {}

  set(dueMs: number, item: Item): void {
    this.arrivals += 1;
    this.heap.push({ dueMs, order: this.arrivals, item });
    this.siftUp(this.heap.length - 1);
    this.arm();
  }

  /** Takes out what fits without waiting for its time, in the order in which it was due. */
  take(fits: (item: Item) => boolean): Item[] {
    const entries = this.heap.toSorted(inTime);
    // What is in order is a heap.
    this.heap = entries.filter(({ item }) => !fits(item));
    return entries.map(({ item }) => item).filter(fits);
  }

  clear(): void {
    this.heap = [];
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.timerDueMs = Infinity;
  }

  private arm(): void {
    const first = this.heap[0];
    if (first === undefined || first.dueMs >= this.timerDueMs) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timerDueMs = first.dueMs;
    const waitMs = Math.min(Math.max(first.dueMs - this.clock.now().getTime(), 0), LONGEST_WAIT_MS);
    this.timer = setTimeout(() => {
      this.go();
    }, waitMs);
  }

  private go(): void {
    this.timer = null;
    this.timerDueMs = Infinity;
    const nowMs = this.clock.now().getTime();
    const due: Item[] = [];
    for (let first = this.heap[0]; first !== undefined && first.dueMs <= nowMs; first = this.heap[0]) {
      due.push(first.item);
      this.removeFirst();
    }
    if (due.length > 0) this.ring(due);
    this.arm();
  }

  private removeFirst(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    this.heap[0] = last;
    this.siftDown(0);
  }

  private siftUp(start: number): void {
    for (let child = start; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!this.isBefore(child, parent)) return;
      this.swap(child, parent);
      child = parent;
    }
  }

  private siftDown(start: number): void {
    for (let parent = start; ;) {
      let least = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < this.heap.length && this.isBefore(child, least)) least = child;
      }
      if (least === parent) return;
      this.swap(parent, least);
      parent = least;
    }
  }

  private isBefore(left: number, right: number): boolean {
    const one = this.heap[left];
    const other = this.heap[right];
    return one !== undefined && other !== undefined && inTime(one, other) < 0;
  }

  private swap(left: number, right: number): void {
    const one = this.heap[left];
    const other = this.heap[right];
    if (one === undefined || other === undefined) return;
    this.heap[left] = other;
    this.heap[right] = one;
  }
}

function inTime(one: Entry<unknown>, other: Entry<unknown>): number {
  return one.dueMs === other.dueMs ? one.order - other.order : one.dueMs - other.dueMs;
}
