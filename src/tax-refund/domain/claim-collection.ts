import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Sentence, told } from '../../kernel/sentence.js';
import { type CollectionStanding, type Reopening } from './collection-news.js';
import { CHECKS, type Finding } from './finding.js';
import { type CollectionLack } from './agency-gate.js';
import { type ClaimState } from './claim-status.js';
import { SAY } from './matching.sentences.js';
import { SAY as SAY_OF_CLAIMS } from './tax-refund.sentences.js';

/** What it means to a claim that its collection is owed again: it waits for it, or the bureau has it, or has paid. */
export const UNDONE_MEANINGS = ['waits', 'at_bureau', 'paid'] as const;

export function undoneMeaning(state: ClaimState): (typeof UNDONE_MEANINGS)[number] {
  if (WAITING.includes(state)) return 'waits';
  return PAID.includes(state) ? 'paid' : 'at_bureau';
}

const WAITING: readonly ClaimState[] = ['matched', 'doubted', 'queued', 'rejected', 'abandoned'];
const PAID: readonly ClaimState[] = ['paid', 'clawed_back', 'closed'];

/** How the collection behind a claim stands now. */
interface ClaimCollection {
  readonly finding: Finding;
  /** Null while it is collected. */
  readonly reopening: Reopening | null;
}

/** What keeps a claim from being filed; null where its collection stands. */
export function collectionLack(reopening: Reopening | null, collectBy: LocalDate): CollectionLack | null {
  if (reopening === null) return null;
  return { pointer: '/checks', rule: 'not_collected', detail: owedSince(reopening, collectBy) };
}

function owedSince({ on: day, outstanding }: Reopening, collectBy: LocalDate): Sentence {
  return SAY.owed_again({ day, amount: Money.fromJSON(outstanding).toString(), collectBy });
}

/**
 * What the check of the collection says of a claim that was made. Owed again is a warning, of what the bureau has as of what waits: the
 * refund has to be given back only where it is not collected by the last day (公告2026年第5号, art. 48–50), and that day has its clock.
 */
export function collectionStanding(
  { collection, collectionLog: { reopening } }: CollectionStanding,
  collectBy: LocalDate,
): ClaimCollection {
  if (collection === null && reopening !== null) {
    return { finding: found('warn', owedSince(reopening, collectBy)), reopening };
  }
  const shortfall = collection === null ? null : Money.fromJSON(collection.shortfall);
  if (shortfall === null || shortfall.minor <= 0n)
    return { finding: found('pass', CHECKS.collection.title), reopening: null };
  return { finding: found('warn', SAY_OF_CLAIMS.not_collected({ amount: shortfall.toString() })), reopening: null };
}

/** The checks of a claim with another word on its collection, and whether it is another. */
export function withCollection(
  checks: readonly Finding[],
  { finding }: ClaimCollection,
): { readonly checks: readonly Finding[]; readonly isNews: boolean } {
  const before = checks.filter(({ check }) => check === 'collection');
  const isNews = before.length !== 1 || before.some((each) => !isSame(each, finding));
  const changed = checks.flatMap((each) => {
    if (each.check !== 'collection') return [each];
    return each === before[0] ? [finding] : [];
  });
  return { checks: before.length === 0 ? [...changed, finding] : changed, isNews };
}

/** By what they say: the row that a check was read from has its fields in another order. */
function isSame(left: Finding, right: Finding): boolean {
  return left.outcome === right.outcome && told(left.detail, 'en') === told(right.detail, 'en');
}

function found(outcome: Finding['outcome'], detail: Finding['detail']): Finding {
  return { check: 'collection', outcome, lineNumber: null, invoiceNumber: null, detail };
}
