import { type Api } from '../api.js';
import { type Schemas } from '../contract.js';
import { h } from '../dom.js';
import { t, word } from '../language.js';
import { asTable, facts, moment, stateMark } from '../parts/marks.js';
import { sharesPicture } from '../parts/shares.js';
import { type Shown, type Visit } from '../view.js';

type Endpoint = Schemas['EndpointDto'];
type Statistics = Schemas['EndpointStatisticsDto'];

const ENDPOINTS_MAX = 20;

/** How the receivers of webhooks do. */
export async function webhooksView({ api, signal }: Visit): Promise<Shown> {
  const { data } = await api.get('/v1/webhooks/endpoints', { limit: ENDPOINTS_MAX }, signal);
  const known = await Promise.all(data.map((endpoint) => withStatistics(api, endpoint, signal)));
  return {
    title: t('webhooks'),
    summary: t('endpoints_shown', { count: data.length }),
    concerns: () => true,
    content: [
      h(
        'header',
        { class: 'heading' },
        h('h1', { tabindex: '-1' }, t('webhooks')),
        h('p', { class: 'quiet' }, t('last_day')),
      ),
      data.length === 0 && h('p', { class: 'card quiet' }, t('no_endpoints')),
      ...known.map(([endpoint, statistics]) => card(endpoint, statistics)),
    ].filter((part) => part !== false),
  };
}

async function withStatistics(
  api: Api,
  endpoint: Endpoint,
  signal: AbortSignal,
): Promise<readonly [Endpoint, Statistics]> {
  const { id } = endpoint;
  return [endpoint, await api.get('/v1/webhooks/endpoints/{id}/statistics', { id, window: '24h' }, signal)];
}

function card(endpoint: Endpoint, statistics: Statistics): HTMLElement {
  const { id, url, state, description, disabledReason } = endpoint;
  const isAiling = state !== 'enabled' || statistics.breaker.state !== 'closed';
  return h(
    'section',
    { class: `card${isAiling ? ' card-attention' : ''}`, 'aria-labelledby': `${id}-title` },
    h('h2', { id: `${id}-title`, class: 'address' }, url),
    h(
      'p',
      { class: 'heading-line' },
      stateMark(state),
      disabledReason !== null && word(disabledReason),
      h('span', { class: 'quiet' }, description),
    ),
    deliveries(id, statistics),
    facts([
      [t('breaker'), state === 'enabled' ? word(`breaker_${statistics.breaker.state}`) : t('nothing_sent')],
      [t('failures_in_row'), String(statistics.consecutiveFailures)],
      [t('last_success'), moment(statistics.lastSuccessAt)],
      [t('last_failure'), moment(statistics.lastFailureAt)],
      [t('answer_times'), `${ms(statistics.p50Ms)} · ${ms(statistics.p95Ms)}`],
    ]),
  );
}

function deliveries(id: string, { delivered, failed, pending }: Statistics): HTMLElement {
  const counts = [
    { name: t('delivered'), count: delivered, tone: 'good' },
    { name: t('failed'), count: failed, tone: 'bad' },
    { name: t('pending'), count: pending, tone: 'busy' },
  ] as const;
  return h(
    'figure',
    { class: 'picture' },
    sharesPicture(counts),
    asTable(
      `${id}-table`,
      t('deliveries'),
      [t('outcome'), t('count')],
      counts.map(({ name, count }) => [name, String(count)]),
    ),
  );
}

function ms(value: number | null): string {
  return value === null ? '–' : `${value} ms`;
}
