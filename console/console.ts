import { Api } from './api.js';
import { type Schemas } from './contract.js';
import { h } from './dom.js';
import { Feed } from './feed.js';
import { whenLeft } from './idle.js';
import { keepPlace } from './keep-place.js';
import { type Language, speak, t } from './language.js';
import { problemNote } from './parts/problem-note.js';
import { placeOf } from './place.js';
import { ProblemError } from './problem.js';
import { type Credential, KeyCredential, StaffCredential } from './session.js';
import { Shell } from './shell.js';
import { type Shown, type View } from './view.js';
import { documentView } from './views/document.js';
import { orderView } from './views/order.js';
import { ordersView } from './views/orders.js';
import { signInView } from './views/sign-in.js';
import { webhooksView } from './views/webhooks.js';

/** Somebody who is signed in, and what runs for them. */
interface Guest {
  readonly credential: Credential;
  readonly api: Api;
  readonly tenant: Schemas['TenantDto'];
  readonly feed: Feed;
  readonly stopWatch: () => void;
}

/** The page as a whole: who is here, where they are, and what they see. */
export class Console {
  private readonly shell = new Shell({
    onLanguage: (language) => void this.change(language),
    onSignOut: () => void this.leave(null),
  });
  private guest: Guest | null = null;
  private shown: Shown | null = null;
  private visit = new AbortController();
  private problem: ProblemError | null = null;

  start(): void {
    addEventListener('hashchange', () => void this.go());
    this.showDoor(null);
  }

  private showDoor(problem: ProblemError | null): void {
    this.problem = problem;
    this.shell.show(null, '');
    const door = signInView({
      problem,
      onStaff: (form) => this.enter(() => StaffCredential.signIn(form)),
      onKey: (key) => this.enter(() => Promise.resolve(new KeyCredential(key))),
    });
    this.shell.main.replaceChildren(door);
    document.title = `${t('sign_in')} · Entrepot`;
  }

  /** Lets somebody in whose credential the API takes. */
  private async enter(prove: () => Promise<Credential>): Promise<void> {
    try {
      const credential = await prove();
      const api = new Api(credential, (problem) => void this.leave(problem));
      const tenant = await api.get('/v1/tenant');
      const feed = new Feed(
        api,
        (events) => void this.hear(events),
        (state) => {
          this.shell.tellState(state);
        },
      );
      this.guest = { credential, api, tenant, feed, stopWatch: whenLeft(() => void this.leave(leftAlone())) };
      await feed.start();
      await this.go();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.showDoor(error);
    }
  }

  /** Ends what runs for the guest, and forgets what was shown. */
  private async leave(problem: ProblemError | null): Promise<void> {
    const { guest } = this;
    if (guest === null) return;
    this.guest = null;
    this.shown = null;
    this.visit.abort();
    guest.feed.stop();
    guest.stopWatch();
    if (problem === null || problem.problem.code === LEFT_ALONE) await guest.credential.end();
    this.showDoor(problem);
    this.shell.main.querySelector<HTMLElement>('h1')?.focus();
    this.shell.say(t('signed_out'));
  }

  /** Shows the place that the address names. */
  private async go(): Promise<void> {
    if (this.guest === null) return;
    this.shown = null;
    const { segments } = placeOf(location.hash);
    this.shell.show(this.guest.tenant, segments[0] === 'webhooks' ? 'webhooks' : 'orders');
    this.shell.main.setAttribute('aria-busy', 'true');
    if (
      await this.load((content) => {
        this.shell.main.replaceChildren(...content);
      })
    ) {
      scrollTo(0, 0);
      this.shell.main.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }
    this.shell.main.removeAttribute('aria-busy');
  }

  private async hear(events: readonly Schemas['EventDto'][]): Promise<void> {
    const concerns = this.shown?.concerns;
    if (concerns === undefined || !events.some(concerns)) return;
    if (
      await this.load((content) => {
        keepPlace(this.shell.main, content);
      })
    )
      this.shell.say(t('updated'));
  }

  /** @returns whether what was loaded is shown: not where the reader has gone on meanwhile */
  private async load(put: (content: readonly Node[]) => void): Promise<boolean> {
    if (this.guest === null) return false;
    this.visit.abort();
    this.visit = new AbortController();
    const { signal } = this.visit;
    const place = placeOf(location.hash);
    try {
      const shown = await viewOf(place.segments)({ api: this.guest.api, place, signal });
      if (signal.aborted) return false;
      this.shown = shown;
      put(shown.content);
      document.title = `${shown.title} · Entrepot`;
      this.shell.say(shown.summary);
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      if (!(error instanceof ProblemError)) throw error;
      put([h('header', { class: 'heading' }, h('h1', { tabindex: '-1' }, t('not_shown'))), problemNote(error)]);
      return true;
    }
  }

  private async change(language: Language): Promise<void> {
    speak(language);
    if (this.guest === null) this.showDoor(this.problem);
    else await this.go();
    document.getElementById('language')?.focus();
  }
}

const LEFT_ALONE = 'CONSOLE.LEFT_ALONE';

function leftAlone(): ProblemError {
  return new ProblemError({
    title: t('left_alone'),
    detail: t('left_alone_detail'),
    code: LEFT_ALONE,
    status: 0,
    errors: [],
    retryable: false,
    traceId: null,
  });
}

function viewOf([place, id]: readonly string[]): View {
  if (place === 'webhooks') return webhooksView;
  if (place === 'document') return documentView;
  return place === 'orders' && id !== undefined ? orderView : ordersView;
}
