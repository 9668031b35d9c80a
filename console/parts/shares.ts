import { h, svg } from '../dom.js';

export interface Share {
  readonly name: string;
  readonly count: number;
  readonly tone: 'good' | 'bad' | 'busy';
}

/** One bar, shared out by counts, with the counts below. */
export function sharesPicture(shares: readonly Share[]): HTMLElement {
  const all = shares.reduce((sum, { count }) => sum + count, 0);
  let reached = 0;
  const parts = shares.map(({ count, tone }) => {
    const width = all === 0 ? 0 : (count / all) * 1000;
    const part = svg('rect', { x: reached, y: 0, width, height: 10, class: `share-${tone}` });
    reached += width;
    return part;
  });
  return h(
    'div',
    { class: 'shares', role: 'img', 'aria-label': shares.map(({ name, count }) => `${name}: ${count}`).join('; ') },
    svg(
      'svg',
      { viewBox: '0 0 1000 10', preserveAspectRatio: 'none', class: 'share-bar', focusable: 'false' },
      svg('rect', { x: 0, y: 0, width: 1000, height: 10, class: 'way-open' }),
      ...parts,
    ),
    ...shares.map(({ name, count, tone }) =>
      h(
        'span',
        { class: `share share-of-${tone}` },
        h('span', { class: 'figure share-count' }, String(count)),
        ` ${name}`,
      ),
    ),
  );
}
