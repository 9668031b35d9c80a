import { type Money } from '../../kernel/money.js';
import { type ClaimCommand, type ClaimState } from './claim-status.js';

/** How far the bureau is; `received` is only told when it is asked. */
export const NEWS_KINDS = ['received', 'accepted', 'queried', 'approved', 'rejected', 'paid'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** What the bureau says of one filing. */
export interface BureauNews {
  readonly kind: NewsKind;
  /** Our own reference of the filing. */
  readonly reference: string;
  readonly acceptanceNumber: string;
  /** When it happened there. */
  readonly at: Date | null;
  /** What is granted: on approved and paid. */
  readonly amount: Money | null;
  /** Why: on queried and rejected, and on approved where less is granted. */
  readonly reason: string | null;
  readonly treasuryReference: string | null;
}

export type StepCommand = Extract<ClaimCommand, 'send' | 'accept' | 'query' | 'approve' | 'pay' | 'reject'>;

/** How far each state is along the way; only this decides what is news, not the order of arrival. */
const RANK: Readonly<Partial<Record<ClaimState, number>>> = {
  queued: 0,
  filed: 1,
  accepted: 2,
  queried: 3,
  answered: 3,
  approved: 4,
  paid: 5,
};

const NEWS_RANK: Readonly<Record<NewsKind, number>> = {
  received: 1,
  accepted: 2,
  queried: 3,
  rejected: 4,
  approved: 4,
  paid: 5,
};

/** What every claim passes, even where the message of it is late or lost. */
const PASSED: readonly (readonly [number, StepCommand])[] = [
  [1, 'send'],
  [2, 'accept'],
  [4, 'approve'],
];

interface Known {
  readonly state: ClaimState;
  /** When the bureau asked, by its own clock, if it did. */
  readonly queriedAt: Date | null;
}

/** The steps that news of the running attempt makes a claim take: only ever forward; none where it says nothing new. */
export function stepsFor({ state, queriedAt }: Known, news: Pick<BureauNews, 'kind' | 'at'>): StepCommand[] {
  const here = RANK[state];
  if (here === undefined) return [];
  const { kind, at } = news;
  // A second inquiry may follow the answer to the first; a repeat of the first may not.
  if (kind === 'queried' && state === 'answered') {
    return at !== null && queriedAt !== null && at > queriedAt ? ['query'] : [];
  }
  const there = NEWS_RANK[kind];
  if (there <= here) return [];
  const passed = PASSED.filter(([rank]) => rank > here && rank < there).map(([, command]) => command);
  return [...passed, COMMAND_OF[kind]];
}

/** Whether an approval that the payment has overtaken still says why less was granted. */
export function explainsLate(
  { state, reason }: { readonly state: ClaimState; readonly reason: string | null },
  news: Pick<BureauNews, 'kind' | 'reason'>,
): boolean {
  return state === 'paid' && news.kind === 'approved' && reason === null && news.reason !== null;
}

const COMMAND_OF: Readonly<Record<NewsKind, StepCommand>> = {
  received: 'send',
  accepted: 'accept',
  queried: 'query',
  approved: 'approve',
  rejected: 'reject',
  paid: 'pay',
};
