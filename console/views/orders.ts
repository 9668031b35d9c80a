import { type OrderSummary, type Schemas } from '../contract.js';
import { h } from '../dom.js';
import { t, word } from '../language.js';
import { moment, stateMark, sum } from '../parts/marks.js';
import { needsPerson, trackName, TRACKS } from '../parts/tracks.js';
import { placeOf, to } from '../place.js';
import { type Shown, type Visit } from '../view.js';

const PAGE = 25;
const STATES: readonly OrderSummary['state'][] = ['attention', 'in_progress', 'placed', 'draft', 'closed', 'cancelled'];

/** The orders, newest first, by state or by reference. */
export async function ordersView({ api, place: { query }, signal }: Visit): Promise<Shown> {
  const filter = { state: query.get('state'), reference: query.get('reference') };
  const cursor = query.get('cursor');
  const page = await api.get('/v1/orders', { ...filter, cursor, limit: PAGE }, signal);
  return {
    title: t('orders'),
    summary: t('orders_shown', { count: page.data.length }),
    concerns: ({ orderId }) => orderId !== null,
    content: [
      h('header', { class: 'heading' }, h('h1', { tabindex: '-1' }, t('orders'))),
      filters(filter),
      page.data.length === 0 ? h('p', { class: 'card quiet' }, t('no_orders')) : table(page.data),
      pager(filter, cursor, page),
    ],
  };
}

interface Filter {
  readonly state: string | null;
  readonly reference: string | null;
}

function filters({ state, reference }: Filter): HTMLElement {
  return h(
    'div',
    { class: 'filters' },
    h(
      'nav',
      { 'aria-label': t('by_state') },
      h(
        'ul',
        { class: 'tabs' },
        ...[null, ...STATES].map((each) =>
          h(
            'li',
            {},
            h(
              'a',
              {
                href: to('orders', { state: each, reference }),
                'aria-current': each === state ? 'true' : null,
                id: `state-${each ?? 'all'}`,
              },
              each === null ? t('all_states') : word(each),
            ),
          ),
        ),
      ),
    ),
    searchForm(reference),
  );
}

function searchForm(reference: string | null): HTMLElement {
  const input = h('input', {
    id: 'reference',
    name: 'reference',
    type: 'search',
    value: reference ?? '',
    autocomplete: 'off',
    maxlength: 64,
    placeholder: 'SO-2026-0001',
  });
  const search = (event: Event): void => {
    event.preventDefault();
    // The state of now: another may have been chosen, and still be on its way.
    const state = placeOf(location.hash).query.get('state');
    location.hash = to('orders', { state, reference: input.value.trim() });
  };
  return h(
    'form',
    { role: 'search', class: 'search', submit: search },
    h('label', { for: 'reference' }, t('reference_exact')),
    h('div', { class: 'search-line' }, input, h('button', { type: 'submit', id: 'search' }, t('search'))),
  );
}

function table(orders: readonly OrderSummary[]): HTMLElement {
  const heads = [t('reference'), t('state'), t('waits_for'), t('value'), t('changed')];
  return h(
    'div',
    { class: 'card flush' },
    h(
      'table',
      { class: 'orders' },
      h('caption', { class: 'unseen' }, t('orders_caption')),
      h(
        'thead',
        {},
        h('tr', {}, ...heads.map((head, index) => h('th', { scope: 'col', class: index === 3 ? 'right' : '' }, head))),
      ),
      h('tbody', {}, ...orders.map(row)),
    ),
  );
}

function row(order: OrderSummary): HTMLElement {
  const stuck = TRACKS.filter((track) => needsPerson(order.tracks, track));
  const isStuck = order.state === 'attention' || stuck.length > 0;
  return h(
    'tr',
    { class: isStuck ? 'needs' : '' },
    h(
      'th',
      { scope: 'row', class: 'cell-reference' },
      h('a', { href: to(`orders/${order.id}`), id: order.id }, order.reference),
    ),
    h('td', { class: 'cell-state' }, stateMark(order.state)),
    h(
      'td',
      { class: 'cell-waits' },
      stuck.map((track) => t('pair', { name: trackName(track), value: word(order.tracks[track]) })).join(' · ') ||
        h('span', { class: 'quiet' }, '–'),
    ),
    h('td', { class: 'cell-value right' }, sum(order.value)),
    h('td', { class: 'cell-changed quiet' }, moment(order.updatedAt)),
  );
}

function pager(filter: Filter, cursor: string | null, { nextCursor }: Schemas['OrderPageDto']): HTMLElement {
  return h(
    'nav',
    { class: 'pager', 'aria-label': t('pages') },
    cursor !== null &&
      h('a', { href: to('orders', { ...filter }), id: 'first-page', class: 'button' }, t('first_page')),
    nextCursor !== null &&
      h(
        'a',
        { href: to('orders', { ...filter, cursor: nextCursor }), id: 'next-page', class: 'button' },
        t('next_page'),
      ),
  );
}
