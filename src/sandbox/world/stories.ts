import { type StatementSync } from 'node:sqlite';

import { type Manner } from './magic.js';
import { type Partner } from './partners.js';
import { type Store } from './store.js';

/** What a partner said to a request; kept, because a repeated request gets it again. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export interface StoryKey {
  readonly partner: Partner;
  readonly kind: string;
  readonly reference: string;
}

/** One thing that somebody asked a partner for, and how far it has come. */
export interface Story<State = unknown> extends StoryKey {
  readonly callbackUrl: string;
  readonly traceparent: string | null;
  /** Digest of the request body: the same reference with another body is refused. */
  readonly fingerprint: string;
  readonly manners: readonly Manner[];
  readonly answer: Answer;
  /** Mislaid stories wait for somebody to ask, or for ever. */
  parked: { readonly until: 'asked' | 'never'; readonly step: string } | null;
  state: State;
}

/** Stories recently touched are kept parsed, up to so many signs of their JSON; the file is the truth for the rest. */
const CACHED_SIGNS_MAX = 8_000_000;

/**
 * Where partners keep what they know. A story is found by its reference or by another name it is known as.
 * What changes within a turn is written once, when the turn commits.
 */
export class Stories {
  private readonly cache = new Map<string, Cached>();
  private cachedSigns = 0;
  private readonly changed = new Set<Story>();
  private readonly opened = new Set<Story>();
  private readonly select: StatementSync;
  private readonly insert: StatementSync;
  private readonly update: StatementSync;
  private readonly selectName: StatementSync;
  private readonly insertName: StatementSync;
  private readonly countKind: StatementSync;
  private readonly selectFact: StatementSync;
  private readonly insertFact: StatementSync;

  constructor(private readonly store: Store) {
    const where = 'WHERE partner = ? AND kind = ? AND reference = ?';
    this.select = store.prepare(`SELECT head, parked, state FROM story ${where}`);
    this.insert = store.prepare(
      'INSERT INTO story (partner, kind, reference, head, parked, state) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.update = store.prepare(`UPDATE story SET parked = ?, state = ? ${where}`);
    this.selectName = store.prepare('SELECT partner, kind, reference FROM known_as WHERE name = ? ORDER BY reference');
    this.insertName = store.prepare(
      'INSERT OR IGNORE INTO known_as (name, partner, kind, reference) VALUES (?, ?, ?, ?)',
    );
    this.countKind = store.prepare('SELECT partner, kind, count(*) AS n FROM story GROUP BY partner, kind');
    this.selectFact = store.prepare('SELECT value FROM fact WHERE name = ?');
    this.insertFact = store.prepare('INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)');
  }

  find(key: StoryKey): Story | null {
    const cached = this.cache.get(cacheKey(key));
    if (cached !== undefined) return cached.story;
    const row = this.select.get(key.partner, key.kind, key.reference);
    if (row === undefined) return null;
    const head = JSON.parse(String(row['head'])) as Omit<Story, keyof StoryKey | 'parked' | 'state'>;
    const parked = JSON.parse(String(row['parked'])) as Story['parked'];
    const state = String(row['state']);
    const story: Story = {
      partner: key.partner,
      kind: key.kind,
      reference: key.reference,
      ...head,
      parked,
      state: JSON.parse(state),
    };
    this.remember(story, state.length);
    return story;
  }

  open(story: Story): void {
    this.opened.add(story);
    this.save(story);
    this.remember(story, 0);
  }

  save(story: Story): void {
    this.store.begin();
    this.changed.add(story);
  }

  /** Writes what changed. */
  flush(): void {
    for (const story of this.changed) {
      const { partner, kind, reference } = story;
      const state = JSON.stringify(story.state);
      const rest = [JSON.stringify(story.parked), state] as const;
      this.weigh(story, state.length);
      if (this.opened.has(story)) this.store.write(this.insert, partner, kind, reference, headOf(story), ...rest);
      else this.store.write(this.update, ...rest, partner, kind, reference);
    }
    this.changed.clear();
    this.opened.clear();
    this.forgetOldest();
  }

  /** `name` leads to this story from now on; several stories may share a name. */
  nameAs(name: string, key: StoryKey): void {
    this.store.write(this.insertName, name, key.partner, key.kind, key.reference);
  }

  knownAs(name: string): Story[] {
    const rows = this.selectName.all(name) as unknown as StoryKey[];
    return rows.flatMap((row) => this.find(row) ?? []);
  }

  /** Keeps a small fact that belongs to no story. */
  note(name: string, value = ''): void {
    this.store.write(this.insertFact, name, value);
  }

  isNoted(name: string): boolean {
    return this.selectFact.get(name) !== undefined;
  }

  noted(name: string): string | null {
    const row = this.selectFact.get(name);
    return row === undefined ? null : String(row['value']);
  }

  counts(): { partner: string; kind: string; n: number }[] {
    this.flush();
    return this.countKind.all() as { partner: string; kind: string; n: number }[];
  }

  forgetAll(): void {
    this.cache.clear();
    this.cachedSigns = 0;
    this.changed.clear();
    this.opened.clear();
  }

  private remember(story: Story, signs: number): void {
    this.cache.set(cacheKey(story), { story, signs });
    this.cachedSigns += signs;
  }

  private weigh(story: Story, signs: number): void {
    const cached = this.cache.get(cacheKey(story));
    if (cached === undefined) return;
    this.cachedSigns += signs - cached.signs;
    cached.signs = signs;
  }

  /** All is written by now, so that nothing is lost with them. */
  private forgetOldest(): void {
    for (const [key, { signs }] of this.cache) {
      if (this.cachedSigns <= CACHED_SIGNS_MAX) return;
      this.cache.delete(key);
      this.cachedSigns -= signs;
    }
  }
}

interface Cached {
  readonly story: Story;
  /** Length of its state as JSON, when it was last read or written. */
  signs: number;
}

function headOf({ callbackUrl, traceparent, fingerprint, manners, answer }: Story): string {
  return JSON.stringify({ callbackUrl, traceparent, fingerprint, manners, answer });
}

function cacheKey({ partner, kind, reference }: StoryKey): string {
  return `${partner}/${kind}/${reference}`;
}
