import { type Api } from '../api.js';
import { type Schemas } from '../contract.js';
import { h } from '../dom.js';
import { t } from '../language.js';
import { moment, section } from './marks.js';

export type Entry = Schemas['TimelineEntryDto'];

const PAGE = 100;
const PAGES_MAX = 5;
const SHOWN_AT_ONCE = 12;

/** Oldest first, as the API tells it. */
export async function readTimeline(api: Api, id: string, signal: AbortSignal): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const { data, nextCursor }: Schemas['TimelineDto'] = await api.get(
      '/v1/orders/{id}/timeline',
      { id, limit: PAGE, cursor },
      signal,
    );
    entries.push(...data);
    cursor = nextCursor;
    if (cursor === null) break;
  }
  return entries;
}

/** The newest on top; what is older can be opened. */
export function timelineSection(entries: readonly Entry[]): HTMLElement {
  const newest = [...entries].reverse();
  const older = newest.slice(SHOWN_AT_ONCE);
  return section(
    'timeline',
    t('timeline_title'),
    newest.length === 0 && h('p', { class: 'quiet' }, t('nothing_yet')),
    list(newest.slice(0, SHOWN_AT_ONCE)),
    older.length > 0 &&
      h(
        'details',
        { id: 'timeline-older' },
        h('summary', { id: 'timeline-older-open' }, t('older_entries', { count: older.length })),
        list(older),
      ),
  );
}

function list(entries: readonly Entry[]): HTMLElement {
  return h(
    'ol',
    { class: 'timeline', reversed: true },
    ...entries.map((entry) =>
      h(
        'li',
        { class: isLate(entry) ? 'timeline-late' : '' },
        h('p', {}, entry.text),
        h('p', { class: 'quiet small' }, moment(entry.at)),
      ),
    ),
  );
}

/** A partner did not answer in time. */
export function isLate({ type }: Pick<Entry, 'type'>): boolean {
  return type.endsWith('.overdue');
}
