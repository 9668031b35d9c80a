import { type Api } from '../api.js';
import { h } from '../dom.js';
import { t } from '../language.js';
import { documentAt } from '../place.js';
import { ProblemError } from '../problem.js';
import { type Kind, KINDS, type Paper, paperOf } from './document-kinds.js';
import { section, stateMark, sum } from './marks.js';
import { trackName, TRACKS } from './tracks.js';

/** What one list answered: its papers, or why it did not. */
interface Shelf {
  readonly kind: Kind;
  readonly papers: readonly Paper[];
  readonly refused: string | null;
}

export type Shelves = readonly Shelf[];

/** Everything that the steps have made of the order so far; a list that the reader may not see is told as such. */
export function readShelves(api: Api, orderId: string, signal: AbortSignal): Promise<Shelves> {
  return Promise.all(KINDS.map((kind) => readShelf(api, kind, orderId, signal)));
}

async function readShelf(api: Api, kind: Kind, orderId: string, signal: AbortSignal): Promise<Shelf> {
  try {
    const { data } = await api.get(kind.list, { orderId, limit: 20 }, signal);
    return { kind, papers: data.map((found) => paperOf(kind, found)), refused: null };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { kind, papers: [], refused: error.problem.title };
  }
}

export function documentsSection(shelves: Shelves, orderId: string): HTMLElement {
  return section(
    'documents',
    t('documents_title'),
    ...TRACKS.map((track) => {
      const own = shelves.filter(({ kind }) => kind.track === track);
      const papers = own.flatMap((shelf) => shelf.papers);
      const refusals = own.flatMap(({ kind, refused }) =>
        refused === null ? [] : [t('pair', { name: t(kind.name), value: refused })],
      );
      return h(
        'div',
        { class: 'shelf' },
        h('h3', {}, trackName(track)),
        papers.length === 0 && refusals.length === 0 && h('p', { class: 'quiet' }, t('nothing_yet')),
        papers.length > 0 && h('ul', { class: 'papers' }, ...papers.map((paper) => paperItem(paper, orderId))),
        ...refusals.map((words) => h('p', { class: 'quiet small' }, words)),
      );
    }),
  );
}

function paperItem(paper: Paper, orderId: string): HTMLElement {
  const href = documentAt(paper.address, orderId);
  return h(
    'li',
    { class: 'paper' },
    h('a', { href, id: `paper-${paper.kind}-${paper.id}` }, t(paper.kind), paper.number !== null && ` ${paper.number}`),
    paper.state !== null && stateMark(paper.state),
    paper.money !== null && sum(paper.money),
    paper.reason !== null && h('span', { class: 'quiet small paper-reason' }, paper.reason),
  );
}
