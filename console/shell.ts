import { type Schemas } from './contract.js';
import { h } from './dom.js';
import { type FeedState } from './feed.js';
import { language, type Language, t } from './language.js';
import { to } from './place.js';

type Tenant = Schemas['TenantDto'];

interface Acts {
  readonly onLanguage: (language: Language) => void;
  readonly onSignOut: () => void;
}

/** What stands around every view: where one is, in which language, and the way out. */
export class Shell {
  readonly main = h('main', { id: 'main', tabindex: '-1' });
  private readonly news = h('p', { class: 'unseen', role: 'status' });
  private readonly live = h('span', { class: 'live' });
  private readonly around = { top: h('header', { class: 'top' }), foot: h('footer', { class: 'foot' }) };
  private tenant: Tenant | null = null;
  private state: FeedState = 'paused';

  constructor(private readonly acts: Acts) {
    const skip = h(
      'a',
      {
        href: '#main',
        class: 'skip',
        click: (event) => {
          this.skip(event);
        },
      },
      t('skip'),
    );
    document.body.replaceChildren(skip, this.around.top, this.main, this.around.foot, this.news);
    this.draw('');
  }

  /** Who is signed in, and which of the places is shown. */
  show(tenant: Tenant | null, current: string): void {
    this.tenant = tenant;
    this.draw(current);
  }

  tellState(state: FeedState): void {
    this.state = state;
    this.live.className = `live live-${state}`;
    this.live.textContent = t(`feed_${state}`);
  }

  /** To those who do not see the page change. */
  say(words: string): void {
    this.news.textContent = words;
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.main.focus();
  }

  private draw(current: string): void {
    document.querySelector('.skip')?.replaceChildren(t('skip'));
    this.tellState(this.state);
    this.around.top.replaceChildren(...this.top(current));
    this.around.foot.replaceChildren(
      h('p', {}, t('read_only')),
      this.tenant === null ? '' : this.live,
      h('p', {}, h('a', { href: '/docs', id: 'to-docs' }, t('api_reference'))),
    );
  }

  private top(current: string): HTMLElement[] {
    const { tenant } = this;
    const brand = h(
      'div',
      { class: 'brand' },
      h('span', { class: 'brand-name' }, 'Entrepot'),
      tenant !== null && h('span', { class: 'brand-tenant' }, tenant.name),
      tenant?.livemode === false && h('span', { class: 'mark mark-plain' }, t('sandbox')),
    );
    return tenant === null ? [brand, this.tools()] : [brand, places(current), this.tools()];
  }

  private tools(): HTMLElement {
    const other: Language = language() === 'en' ? 'zh' : 'en';
    return h(
      'div',
      { class: 'tools' },
      h(
        'button',
        {
          type: 'button',
          id: 'language',
          lang: other === 'zh' ? 'zh-CN' : 'en',
          click: () => {
            this.acts.onLanguage(other);
          },
        },
        other === 'zh' ? '中文' : 'English',
      ),
      this.tenant !== null &&
        h(
          'button',
          {
            type: 'button',
            id: 'sign-out',
            click: () => {
              this.acts.onSignOut();
            },
          },
          t('sign_out'),
        ),
    );
  }
}

function places(current: string): HTMLElement {
  return h(
    'nav',
    { class: 'places', 'aria-label': t('places') },
    ...(['orders', 'webhooks'] as const).map((place) =>
      h('a', { href: to(place), id: `place-${place}`, 'aria-current': place === current ? 'page' : null }, t(place)),
    ),
  );
}
