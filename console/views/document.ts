import { h } from '../dom.js';
import { t } from '../language.js';
import { figure, type Money } from '../money.js';
import { to } from '../place.js';
import { type Shown, type Visit } from '../view.js';
import { when } from '../when.js';

/** Documents of the API alone: an address from elsewhere is not asked for. */
const OURS = /^\/v1\/[a-z-]+\/[a-z-]+(\/[a-z]+_[0-9a-z]{26}|\?orderId=ord_[0-9a-z]{26})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** One document of a step, field by field, in the words of the contract. */
export async function documentView({ api, place: { query }, signal }: Visit): Promise<Shown> {
  const address = query.get('at') ?? '';
  const order = query.get('order') ?? '';
  const found = OURS.test(address) ? await api.read(address, signal) : null;
  const title = address.replace(/^\/v1\//, '').replace(/\?.*$/, '');
  return {
    title,
    summary: title,
    concerns: ({ orderId }) => orderId === order,
    content: [
      h(
        'header',
        { class: 'heading' },
        h(
          'a',
          { href: to(`orders/${order}`), class: 'back', id: 'back' },
          h('span', { 'aria-hidden': 'true' }, '← '),
          t('to_the_order'),
        ),
        h('h1', { tabindex: '-1', class: 'address' }, title),
        h('p', { class: 'quiet' }, t('document_note'), ' ', h('code', {}, `GET ${address}`)),
      ),
      found === null
        ? h('p', { class: 'card' }, t('no_such_document'))
        : h('div', { class: 'card document' }, value(found)),
    ],
  };
}

function value(found: unknown): Node {
  if (found === null || found === '') return h('span', { class: 'quiet' }, '–');
  if (Array.isArray(found)) return list(found);
  if (isMoney(found)) return h('span', { class: 'figure' }, `${found.currency}\u00a0${figure(found)}`);
  if (typeof found === 'object') return fields(found as Readonly<Record<string, unknown>>);
  if (typeof found === 'string' && INSTANT.test(found)) return h('time', { datetime: found }, when(found));
  return document.createTextNode(typeof found === 'string' ? found : JSON.stringify(found));
}

function list(found: readonly unknown[]): HTMLElement {
  if (found.length === 0) return h('span', { class: 'quiet' }, '–');
  return h('ol', {}, ...found.map((each) => h('li', {}, value(each))));
}

function fields(found: Readonly<Record<string, unknown>>): HTMLElement {
  return h(
    'dl',
    {},
    ...Object.entries(found).map(([name, each]) => h('div', {}, h('dt', {}, name), h('dd', {}, value(each)))),
  );
}

function isMoney(found: unknown): found is Money {
  if (typeof found !== 'object' || found === null) return false;
  const { amount, currency } = found as Partial<Money>;
  return typeof amount === 'string' && typeof currency === 'string' && Object.keys(found).length === 2;
}
