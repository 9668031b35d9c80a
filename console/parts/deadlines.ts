import { type Schemas } from '../contract.js';
import { h } from '../dom.js';
import { t } from '../language.js';
import { documentAt } from '../place.js';
import { type Shelves } from './documents.js';
import { moment, section } from './marks.js';
import { type Entry, isLate } from './timeline.js';

interface Deadline {
  readonly name: string;
  readonly at: string;
  readonly isLate: boolean;
  readonly href: string;
}

type RefundCase = Schemas['RefundCaseDto'];

/** Claims that nothing can be done for or against any more. */
const DONE: readonly (string | null)[] = ['paid', 'abandoned'];
const UNFILED: readonly (string | null)[] = [null, 'matched', 'queued'];

/** By when partners should have answered, and what the law wants by when; what is late stands first. */
export function deadlinesSection(
  orderId: string,
  shelves: Shelves,
  refundCase: RefundCase | null,
  log: readonly Entry[],
): HTMLElement {
  const all = [...awaited(orderId, shelves, log), ...legal(orderId, refundCase)].sort(
    (one, other) => Number(other.isLate) - Number(one.isLate) || one.at.localeCompare(other.at),
  );
  return section(
    'deadlines',
    t('deadlines_title'),
    all.length === 0
      ? h('p', { class: 'quiet' }, t('no_deadlines'))
      : h('ul', { class: 'deadlines' }, ...all.map(item)),
  );
}

export function lateCount(shelves: Shelves, log: readonly Entry[]): number {
  return awaited('', shelves, log).filter((deadline) => deadline.isLate).length;
}

/** Late is what the API says is late: this browser's clock is not the tenant's, least of all in a sandbox. */
function awaited(orderId: string, shelves: Shelves, log: readonly Entry[]): Deadline[] {
  const last = new Map(log.map(({ resource, type }) => [resource.id, type]));
  return shelves.flatMap(({ papers }) =>
    papers.flatMap(({ kind, id, address, expectedBy }) =>
      expectedBy === null
        ? []
        : [
            {
              name: t('answer_awaited', { what: t(kind) }),
              at: expectedBy,
              isLate: isLate({ type: last.get(id) ?? '' }),
              href: documentAt(address, orderId),
            },
          ],
    ),
  );
}

function legal(orderId: string, found: RefundCase | null): Deadline[] {
  if (found?.deadlines == null || found.state === 'closed' || DONE.includes(found.claimState)) return [];
  const { fileBy, filingExpiresOn, deemedDomesticOn, collectBy } = found.deadlines;
  const isUnfiled = UNFILED.includes(found.claimState);
  const days = [
    [t('file_by'), isUnfiled ? fileBy : null],
    [t('filing_expires'), isUnfiled ? filingExpiresOn : null],
    [t('deemed_domestic'), isUnfiled ? deemedDomesticOn : null],
    [t('collect_by'), collectBy],
  ] as const;
  const href = documentAt(`/v1/tax-refund/cases/${orderId}`, orderId);
  return days.flatMap(([name, at]) => (at === null ? [] : [{ name, at, isLate: false, href }]));
}

function item({ name, at, isLate: late, href }: Deadline): HTMLElement {
  return h(
    'li',
    { class: `deadline${late ? ' deadline-late' : ''}` },
    h('a', { href, id: `deadline-${name}-${href.length}` }, name),
    late && h('span', { class: 'mark mark-attention' }, h('span', { 'aria-hidden': 'true' }, '! '), t('overdue')),
    moment(at),
  );
}
