import { type Api } from './api.js';
import { type Schemas } from './contract.js';
import { ProblemError } from './problem.js';

const PERIOD_MS = 5_000;
const FORBIDDEN = 403;

/** `off`: who is signed in may not read events; the views then stay as they were loaded. */
export type FeedState = 'live' | 'paused' | 'off';
type Event = Schemas['EventDto'];

/** What happens, as it happens: one small request in five seconds, and none while nobody looks. */
export class Feed {
  private cursor: string | null = null;
  private hasBegun = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly ended = new AbortController();

  constructor(
    private readonly api: Api,
    private readonly onNews: (events: readonly Event[]) => void,
    private readonly onState: (state: FeedState) => void,
  ) {}

  /** Marks where the feed ends now; what the views read afterwards is no older. */
  async start(): Promise<void> {
    await this.ask();
    document.addEventListener('visibilitychange', () => void this.ask(), { signal: this.ended.signal });
  }

  stop(): void {
    this.ended.abort();
    clearTimeout(this.timer);
  }

  private async ask(): Promise<void> {
    clearTimeout(this.timer);
    if (document.hidden) {
      this.onState('paused');
      return;
    }
    const state = await this.askOnce();
    if (this.ended.signal.aborted) return;
    this.onState(state);
    if (state !== 'off') this.timer = setTimeout(() => void this.ask(), PERIOD_MS);
  }

  private async askOnce(): Promise<FeedState> {
    try {
      const { data, nextAfter } = await this.api.get('/v1/events', this.where(), this.ended.signal);
      this.cursor = nextAfter;
      this.hasBegun = true;
      if (data.length > 0 && !this.ended.signal.aborted) this.onNews(data);
      return 'live';
    } catch (error) {
      return error instanceof ProblemError && error.problem.status === FORBIDDEN ? 'off' : 'paused';
    }
  }

  /** A tenant without events has no newest one to go on from: whatever comes there is news. */
  private where(): Record<string, string | number> {
    if (this.cursor !== null) return { after: this.cursor, limit: 100 };
    return { start: this.hasBegun ? 'oldest' : 'newest', limit: 100 };
  }
}
