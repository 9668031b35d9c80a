import { type Order } from '../contract.js';
import { h } from '../dom.js';
import { t, word } from '../language.js';
import { type Shelves } from './documents.js';
import { section } from './marks.js';

interface Offer {
  readonly what: string;
  readonly action: string;
  readonly tag: string;
}

/** What a person could do now, and where it says how: this page itself changes nothing. */
export function actionsSection(order: Order, shelves: Shelves): HTMLElement {
  const offers: Offer[] = [
    ...order.allowedActions.map((action) => ({ what: t('order'), action, tag: 'Orders' })),
    ...shelves.flatMap(({ kind, papers }) =>
      papers.flatMap(({ allowedActions }) =>
        allowedActions.map((action) => ({ what: t(kind.name), action, tag: kind.tag })),
      ),
    ),
  ];
  return section(
    'actions',
    t('actions_title'),
    offers.length === 0 && h('p', { class: 'quiet' }, t('no_actions')),
    offers.length > 0 && h('ul', { class: 'offers' }, ...offers.map(offerItem)),
    h('p', { class: 'quiet small' }, t('read_only')),
  );
}

function offerItem({ what, action, tag }: Offer, index: number): HTMLElement {
  return h(
    'li',
    {},
    h('span', {}, t('pair', { name: what, value: word(action) }), ' ', h('code', {}, action)),
    h('a', { href: `/docs#/${encodeURIComponent(tag)}`, id: `offer-${index}` }, t('how_to', { tag })),
  );
}
