import { type Api } from '../api.js';
import { type Order, type Schemas } from '../contract.js';
import { h } from '../dom.js';
import { t, word } from '../language.js';
import { actionsSection } from '../parts/what-to-do.js';
import { deadlinesSection, lateCount } from '../parts/deadlines.js';
import { documentsSection, readShelves, type Shelves } from '../parts/documents.js';
import { facts, moment, section, stateMark, sum } from '../parts/marks.js';
import { marginSection } from '../parts/margin.js';
import { needsPerson, type Track, trackList, trackName, TRACKS } from '../parts/tracks.js';
import { readTimeline, timelineSection } from '../parts/timeline.js';
import { to } from '../place.js';
import { ProblemError } from '../problem.js';
import { type Shown, type Visit } from '../view.js';

/** One order: where it stands, what it earns, what is waited for, and what its steps have made. */
export async function orderView({ api, place, signal }: Visit): Promise<Shown> {
  const id = place.segments[1] ?? '';
  const [order, margin, log, shelves, refundCase] = await Promise.all([
    api.get('/v1/orders/{id}', { id }, signal),
    api.get('/v1/orders/{id}/margin', { id }, signal),
    readTimeline(api, id, signal),
    readShelves(api, id, signal),
    readCase(api, id, signal),
  ]);
  const [seller, buyer] = await Promise.all([order.sellerId, order.buyerId].map((party) => nameOf(api, party, signal)));
  return {
    title: order.reference,
    summary: t('pair', { name: order.reference, value: word(order.state) }),
    concerns: ({ orderId }) => orderId === id,
    content: [
      heading(order),
      attentionNote(order, shelves, lateCount(shelves, log)),
      h(
        'div',
        { class: 'columns' },
        h(
          'div',
          { class: 'column-wide' },
          section('tracks', t('tracks_title'), trackList(order.tracks)),
          marginSection(margin),
          documentsSection(shelves, id),
        ),
        h(
          'div',
          { class: 'column-narrow' },
          actionsSection(order, shelves),
          deadlinesSection(id, shelves, refundCase, log),
          terms(order, seller ?? order.sellerId, buyer ?? order.buyerId),
          timelineSection(log),
        ),
      ),
    ].filter((part) => part !== null),
  };
}

function heading(order: Order): HTMLElement {
  return h(
    'header',
    { class: 'heading' },
    h('a', { href: to('orders'), class: 'back', id: 'back' }, h('span', { 'aria-hidden': 'true' }, '← '), t('orders')),
    h('h1', { tabindex: '-1' }, order.reference),
    h(
      'p',
      { class: 'heading-line' },
      stateMark(order.state),
      sum(order.value),
      h('span', { class: 'quiet' }, order.incoterm),
    ),
  );
}

function attentionNote({ tracks, state }: Order, shelves: Shelves, late: number): HTMLElement | null {
  const stuck = TRACKS.filter((track) => needsPerson(tracks, track));
  if (state !== 'attention' && stuck.length === 0 && late === 0) return null;
  return h(
    'div',
    { class: 'note note-attention' },
    h('p', { class: 'note-title' }, state === 'attention' ? t('attention_title') : t('watch_title')),
    ...stuck.map((track) => stuckLine(track, tracks[track], shelves)),
    late > 0 && h('p', {}, t('late_answers', { count: late })),
    h('button', { type: 'button', class: 'link', id: 'to-actions', click: jumpToActions }, t('actions_title')),
  );
}

/** What the track waits for, and why, where a partner or an authority has said so. */
function stuckLine(track: Track, state: string, shelves: Shelves): HTMLElement {
  const papers = shelves.filter(({ kind }) => kind.track === track).flatMap((shelf) => shelf.papers);
  const reason = papers.find((paper) => paper.reason !== null)?.reason ?? null;
  return h(
    'p',
    {},
    h('strong', {}, t('pair', { name: trackName(track), value: word(state) })),
    ` · ${reason ?? t('needs_person')}`,
  );
}

/** By hand, for the part of the address behind `#` says which view is shown. */
function jumpToActions(): void {
  const title = document.getElementById('actions-title');
  title?.setAttribute('tabindex', '-1');
  title?.focus();
  title?.scrollIntoView({ block: 'start' });
}

function terms(order: Order, seller: string, buyer: string): HTMLElement {
  return section(
    'terms',
    t('terms_title'),
    facts([
      [t('contract_number'), order.contractNumber],
      [t('seller'), seller],
      [t('buyer'), buyer],
      [t('route'), `${order.route.portOfLoading} → ${order.route.portOfDischarge}`],
      [t('placed_at'), moment(order.placedAt)],
      [t('closed_at'), moment(order.closedAt)],
      ...(order.cancellationReason === null ? [] : ([[t('cancelled_because'), order.cancellationReason]] as const)),
    ]),
  );
}

/** An order without a refund has no case, and not everybody may see it. */
async function readCase(api: Api, orderId: string, signal: AbortSignal): Promise<Schemas['RefundCaseDto'] | null> {
  try {
    return await api.get('/v1/tax-refund/cases/{orderId}', { orderId }, signal);
  } catch (error) {
    if (error instanceof ProblemError && [403, 404].includes(error.problem.status)) return null;
    throw error;
  }
}

/** Null where the reader may not see the party. */
async function nameOf(api: Api, id: string, signal: AbortSignal): Promise<string | null> {
  try {
    return (await api.get('/v1/parties/{id}', { id }, signal)).name;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 403) return null;
    throw error;
  }
}
