import { type Clock } from '../../kernel/clock.js';

/** How long an answer is believed without asking again, should the news that it has changed be lost. */
const BELIEVED_MS = 2_000;
const CACHE_MAX = 10_000;

interface Belief<Value> {
  readonly value: Promise<Value | null>;
  until: number;
  /** Known once it was answered. */
  id: string | null;
  /** False once the answer was no. True while it is awaited. */
  mayBeGood: boolean;
}

/**
 * What was asked about credentials, remembered for a moment: a busy client costs one question every two seconds, not one a
 * request. A change is heard of and what it concerns is forgotten, so that a revocation holds at once.
 */
export class Beliefs<Value> {
  private readonly cache = new Map<string, Belief<Value>>();

  constructor(
    private readonly clock: Clock,
    /** Which credential a value is about, and whether it is let in. */
    private readonly about: (value: Value) => { readonly id: string | null; readonly isGood: boolean },
  ) {}

  /** Whether it was good when it was last asked about, or is being asked about just now. */
  knows(key: string): boolean {
    return this.cache.get(key)?.mayBeGood === true;
  }

  /** @param ask null where there is nothing of that name */
  believe(key: string, ask: () => Promise<Value | null>): Promise<Value | null> {
    const now = this.clock.now().getTime();
    const known = this.cache.get(key);
    if (known !== undefined && known.until > now) return known.value;
    if (this.cache.size >= CACHE_MAX) this.cache.clear();
    const belief: Belief<Value> = { value: ask(), until: now + BELIEVED_MS, id: null, mayBeGood: true };
    this.cache.set(key, belief);
    belief.value.then(
      (value) => {
        const { id, isGood } = value === null ? { id: null, isGood: false } : this.about(value);
        Object.assign(belief, { id, mayBeGood: isGood });
      },
      () => this.cache.delete(key),
    );
    return belief.value;
  }

  /** What is being asked just now may have been answered before the change, so it is asked again. */
  forget(id: string): void {
    for (const [key, belief] of this.cache) {
      if (belief.id === id) this.cache.delete(key);
      else if (belief.id === null && belief.mayBeGood) belief.until = 0;
    }
  }

  forgetAll(): void {
    this.cache.clear();
  }
}
