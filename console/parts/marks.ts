import { type Schemas } from '../contract.js';
import { h } from '../dom.js';
import { t, word } from '../language.js';
import { inWords } from '../money.js';
import { when } from '../when.js';

type Tone = 'plain' | 'good' | 'busy' | 'attention';

const TONES: Readonly<Record<string, Tone>> = {
  attention: 'attention',
  in_progress: 'busy',
  placed: 'busy',
  closed: 'good',
  enabled: 'good',
  disabled: 'attention',
  open: 'attention',
};

/** A state as a word with a tone; colour never says it alone. */
export function stateMark(state: string, tone: Tone = TONES[state] ?? 'plain'): HTMLElement {
  return h(
    'span',
    { class: `mark mark-${tone}` },
    tone === 'attention' && h('span', { 'aria-hidden': 'true' }, '! '),
    word(state),
  );
}

export function sum(money: Schemas['MoneyDto'] | null): HTMLElement {
  return h('span', { class: 'figure' }, money === null ? '–' : inWords(money));
}

export function moment(at: string | null): HTMLElement {
  return at === null ? h('span', { class: 'quiet' }, '–') : h('time', { datetime: at }, when(at));
}

/** Fields with their names, as a list of pairs. */
export function facts(pairs: readonly (readonly [string, Node | string])[]): HTMLElement {
  return h(
    'dl',
    { class: 'facts' },
    ...pairs.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );
}

export function section(
  id: string,
  title: string,
  ...children: readonly (Node | string | false | null)[]
): HTMLElement {
  return h(
    'section',
    { class: 'card', 'aria-labelledby': `${id}-title` },
    h('h2', { id: `${id}-title` }, title),
    ...children,
  );
}

/** What is drawn, in rows and columns. */
export function asTable(
  id: string,
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (Node | string)[])[],
): HTMLElement {
  return h(
    'details',
    { id, class: 'as-table' },
    h('summary', { id: `${id}-open` }, t('as_table')),
    h(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
      h(
        'table',
        {},
        h('caption', { class: 'unseen' }, caption),
        h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
        h(
          'tbody',
          {},
          ...rows.map(([first = '', ...rest]) =>
            h('tr', {}, h('th', { scope: 'row' }, first), ...rest.map((cell) => h('td', {}, cell))),
          ),
        ),
      ),
    ),
  );
}
