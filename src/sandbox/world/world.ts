import { type Clock } from '../../kernel/clock.js';
import { type CallbackCounts, Callbacks, newMessageId } from './callbacks.js';
import { Courses } from './courses.js';
import { isManner, magicWords, type Manner } from './magic.js';
import { Numbers } from './numbers.js';
import { type Partner, PARTNERS } from './partners.js';
import { Post } from './post.js';
import { Received } from './received.js';
import { Refusal } from './refusal.js';
import { Scheduler } from './scheduler.js';
import { Signals } from './signals.js';
import { fingerprint } from './signature.js';
import { Store } from './store.js';
import { type Answer, Stories, type Story, type StoryKey } from './stories.js';
import { Switchboard } from './switches.js';

export type { Answer, Story } from './stories.js';

/** What one step of a story does: changes its state, tells the asker, says what comes next. */
export type Step<State> = (story: Story<State>) => void;

/** A request that asks a partner for something. */
export interface Request {
  readonly partner: Partner;
  readonly kind: string;
  readonly reference: string;
  readonly body: string;
  readonly callbackUrl: string;
  readonly traceparent: string | null;
  /** Where magic words are looked for. */
  readonly magicTexts: readonly string[];
}

/** How a story starts. */
export interface Beginning<State> {
  readonly state: State;
  readonly answer: Answer;
  /** Null for what is done at once. */
  readonly firstStep: string | null;
  /** Magic manners that do not apply this time. */
  readonly ignored?: readonly Manner[];
}

export interface Taken {
  readonly answer: Answer;
  readonly effect: 'taken' | 'repeated';
  /** The connection is to be cut instead of answering. */
  readonly isCutOff: boolean;
}

/** Hears of errors of our own. */
export type OnFault = (error: unknown, where: string) => void;

export interface WorldOptions {
  readonly path: string;
  readonly delayMs: number;
  readonly secrets: Readonly<Record<Partner, string>>;
  readonly clock: Clock;
  readonly onFault: OnFault;
}

const LATE_FACTOR = 10;
const LATE_MIN_MS = 2_000;
const HELD_STEPS = 3;
const HELD_MIN_MS = 300;

/** The outside world in which the partners live: their memory, their time, their post, and what they hear of one another. */
export class World {
  readonly stories: Stories;
  readonly numbers: Numbers;
  readonly received: Received;
  readonly switchboard: Switchboard;
  readonly callbacks: Callbacks;
  readonly courses: Courses;
  readonly signals = new Signals();
  readonly clock: Clock;
  private readonly store: Store;
  private readonly scheduler: Scheduler;
  private readonly steps = new Map<string, Step<never>>();
  private readonly told = new Map<string, number>();
  private readonly lost = new Map<Partner, number>();

  constructor(readonly options: WorldOptions) {
    this.clock = options.clock;
    this.store = new Store(options.path);
    this.stories = new Stories(this.store);
    this.numbers = new Numbers(this.store, this.clock);
    this.received = new Received(this.store, this.clock);
    this.switchboard = new Switchboard(options.delayMs);
    this.callbacks = new Callbacks(this.store, this.clock, this.switchboard, options.secrets, new Post());
    this.scheduler = new Scheduler(this.store, this.clock, (key, step) => {
      this.perform(key, step);
    });
    this.courses = new Courses(this.stories, this.scheduler);
    // After the scheduler, whose due steps still change stories.
    this.store.onBeforeCommit(() => {
      this.stories.flush();
    });
  }

  /** Teaches a partner the steps of one kind of story. */
  teach<State>(partner: Partner, kind: string, steps: Readonly<Record<string, Step<State>>>): void {
    for (const [name, step] of Object.entries(steps)) this.steps.set(`${partner}/${kind}/${name}`, step);
  }

  /** Goes on where an earlier process stopped. Call once all partners have taught their steps. */
  resume(): void {
    this.scheduler.resume();
    this.callbacks.resume();
  }

  /**
   * Takes a request once: a repeat gets the first answer, whatever happened meanwhile.
   * @throws Refusal 409 for another body under the same reference, 503 for the first of DOWN-ONCE, and what `begin` throws
   */
  take<State>(request: Request, begin: (words: readonly string[]) => Beginning<State>): Taken {
    const digest = fingerprint(request.body);
    const known = this.stories.find(request);
    if (known !== null) {
      if (known.fingerprint !== digest) {
        throw new Refusal(409, 'REFERENCE_REUSED', `Reference ${request.reference} was used for another request`);
      }
      this.unpark(known);
      return { answer: known.answer, effect: 'repeated', isCutOff: false };
    }
    const words = magicWords(request.partner, request.magicTexts);
    this.failOnce(request, words);
    const beginning = begin(words);
    const manners = words.filter(isManner).filter((manner) => beginning.ignored?.includes(manner) !== true);
    const { firstStep, answer, state } = beginning;
    const { partner, kind, reference, callbackUrl, traceparent } = request;
    const parked = firstStep === null ? null : parking(manners, firstStep);
    const story = {
      partner,
      kind,
      reference,
      callbackUrl,
      traceparent,
      fingerprint: digest,
      manners,
      answer,
      parked,
      state,
    };
    this.stories.open(story);
    if (parked === null && firstStep !== null) this.next(story, firstStep);
    return { answer, effect: 'taken', isCutOff: manners.includes('HANGUP') };
  }

  /** Somebody asks how a story stands: one that was mislaid is found and goes on. */
  ask(story: Story): void {
    if (story.parked?.until !== 'asked') return;
    const { step } = story.parked;
    story.parked = null;
    this.stories.save(story);
    this.perform(story, step);
  }

  /** Lets the story go on by a step, after the partner's usual delay. @param pace how many such delays */
  next(story: Story, step: string, pace = 1): void {
    const delayMs = this.switchboard.delayFor(story.partner, tenantOf(story));
    const isLate = story.manners.includes('LATE');
    this.scheduler.after(isLate ? Math.max(delayMs * LATE_FACTOR, LATE_MIN_MS) : delayMs * pace, story, step);
  }

  /** As `next`, after a given time. */
  nextAfter(delayMs: number, story: Story, step: string): void {
    this.scheduler.after(delayMs, story, step);
  }

  /** Lets every story of this partner that waits go on by a step now. @returns how many steps */
  hurry(partner: Partner): number {
    return this.scheduler.hurry(partner);
  }

  /** Owes the asker a callback. Callbacks of one story keep their order. */
  tell(story: Story, contentType: string, body: string, inReplyTo = story.reference): void {
    const { partner, callbackUrl, reference, traceparent, manners } = story;
    const switches = this.switchboard.of(partner);
    if (this.switchboard.isNextLost(partner)) {
      this.lost.set(partner, (this.lost.get(partner) ?? 0) + 1);
      return;
    }
    const lane = `${partner}/${story.kind}/${reference}`;
    const heldMs = switches.outOfOrder || manners.includes('DISORDER') ? this.heldMs(lane, switches.delayMs) : 0;
    const messageId = switches.anonymous ? null : newMessageId();
    const news = { partner, lane, inReplyTo, url: callbackUrl, messageId, traceparent, contentType, body, heldMs };
    for (let copy = 1; copy <= switches.repeat; copy += 1) this.callbacks.owe(news);
    if (manners.includes('TWICE')) this.callbacks.owe({ ...news, messageId: null });
  }

  tellJson(story: Story, body: object): void {
    this.tell(story, 'application/json', JSON.stringify(body));
  }

  /** Resolves when all that was done so far is kept. */
  settled(): Promise<void> {
    return this.store.settled();
  }

  countsOf(partner: Partner): CallbackCounts & { lost: number; owed: number } {
    return {
      ...this.callbacks.countsOf(partner),
      lost: this.lost.get(partner) ?? 0,
      owed: this.callbacks.owed().get(partner) ?? 0,
    };
  }

  /** Back to an empty world with all switches normal. Numbers go on, so that none is given out twice. */
  async reset(): Promise<void> {
    this.scheduler.forgetAll();
    this.callbacks.forgetAll();
    this.stories.forgetAll();
    this.told.clear();
    this.lost.clear();
    this.switchboard.reset();
    this.store.forgetAll();
    await this.settled();
  }

  async close(): Promise<void> {
    this.scheduler.forgetAll();
    await this.callbacks.stop();
    this.store.close();
  }

  private unpark(story: Story): void {
    if (story.parked?.until !== 'asked') return;
    const { step } = story.parked;
    story.parked = null;
    this.stories.save(story);
    this.next(story, step);
  }

  private perform(key: StoryKey, step: string): void {
    try {
      const story = this.stories.find(key);
      const act = this.steps.get(`${key.partner}/${key.kind}/${step}`);
      if (story === null || act === undefined) throw new Error(`No such step: ${key.kind}/${step}`);
      act(story as Story<never>);
    } catch (error) {
      this.options.onFault(error, `${key.partner}/${key.kind}/${key.reference}: ${step}`);
    }
  }

  /** @throws Refusal 503 the first time a message with this magic word is seen */
  private failOnce(request: Request, words: readonly string[]): void {
    if (!words.includes('DOWN-ONCE')) return;
    const mark = `down-once/${request.partner}/${request.kind}/${request.reference}`;
    if (this.stories.isNoted(mark)) return;
    this.stories.note(mark);
    throw new Refusal(503, 'DOWN', 'Temporarily out of service');
  }

  /** Every other callback of a disorderly story is held until the one after it has had time to pass. */
  private heldMs(lane: string, delayMs: number): number {
    const count = this.told.get(lane) ?? 0;
    this.told.set(lane, count + 1);
    return count % 2 === 0 ? Math.max(delayMs * HELD_STEPS, HELD_MIN_MS) : 0;
  }
}

function parking(manners: readonly Manner[], step: string): Story['parked'] {
  if (manners.includes('NEVER')) return { until: 'never', step };
  return manners.includes('LOST') ? { until: 'asked', step } : null;
}

/** @returns for each partner what it was asked for, how often */
export function storyCounts(world: World): Record<Partner, Record<string, number>> {
  const counts = Object.fromEntries(PARTNERS.map((partner) => [partner, {}])) as Record<
    Partner,
    Record<string, number>
  >;
  for (const { partner, kind, n } of world.stories.counts()) counts[partner as Partner][kind] = n;
  return counts;
}

/** Whose it is: the platform has an address for each of its tenants. */
function tenantOf({ callbackUrl }: Story): string {
  return callbackUrl.slice(callbackUrl.lastIndexOf('/') + 1);
}
