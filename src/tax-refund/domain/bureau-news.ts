import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type ClaimCommand, type ClaimState } from './claim-status.js';

/** How far the bureau is; `received` is only told when it is asked. */
export const NEWS_KINDS = [
  'received',
  'accepted',
  'queried',
  'withheld',
  'resumed',
  'approved',
  'rejected',
  'paid',
  'clawed_back',
] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** An item that is not refunded, or not in full; money in CNY. */
export interface DisallowedLine {
  readonly declarationLine: string;
  readonly amount: Money;
  readonly reason: string;
}

/** What the bureau wants back (追回已退税款). */
export interface Demand {
  /** Of the bureau's notice. */
  readonly letter: string;
  readonly amount: Money;
  readonly dueOn: LocalDate;
  readonly reason: string;
}

/** What the treasury kept of a payment, for a notice of earlier. */
export interface SetOff {
  readonly letter: string;
  readonly amount: Money;
}

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
  /** What of it is consumption tax, where the bureau says so. */
  readonly consumptionTax: Money | null;
  /** Why: on queried, withheld and rejected, and on approved where less is granted. */
  readonly reason: string | null;
  readonly treasuryReference: string | null;
  /** The number of its letter: on queried, where it has one. */
  readonly letter: string | null;
  /** The last day for the answer: on queried, where it sets one. */
  readonly dueOn: LocalDate | null;
  /** On approved, where it says which items. */
  readonly disallowed: readonly DisallowedLine[];
  /** On paid: the payment is less by these. */
  readonly setOffs: readonly SetOff[];
  /** On clawed_back. */
  readonly demand: Demand | null;
}

/** News that carries nothing but its kind. */
export const PLAIN_NEWS = {
  ...{
    at: null,
    amount: null,
    consumptionTax: null,
    reason: null,
    treasuryReference: null,
    letter: null,
    dueOn: null,
    demand: null,
  },
  ...{ disallowed: [], setOffs: [] },
} as const satisfies Omit<BureauNews, 'kind' | 'reference' | 'acceptanceNumber'>;

export type StepCommand = Extract<
  ClaimCommand,
  'send' | 'accept' | 'query' | 'withhold' | 'resume' | 'approve' | 'pay' | 'reject' | 'claw_back'
>;

/** How far each state is along the way; only this decides what is news, not the order of arrival. */
const RANK: Readonly<Partial<Record<ClaimState, number>>> = {
  queued: 0,
  filed: 1,
  accepted: 2,
  queried: 3,
  answered: 3,
  withheld: 3,
  approved: 4,
  paid: 5,
  clawed_back: 5,
  closed: 5,
};

const NEWS_RANK: Readonly<Record<NewsKind, number>> = {
  received: 1,
  accepted: 2,
  queried: 3,
  withheld: 3,
  resumed: 2,
  rejected: 4,
  approved: 4,
  paid: 5,
  clawed_back: 6,
};

/** What every claim passes, even where the message of it is late or lost. */
const PASSED: readonly (readonly [number, StepCommand])[] = [
  [1, 'send'],
  [2, 'accept'],
  [4, 'approve'],
  [5, 'pay'],
];

interface Known {
  readonly state: ClaimState;
  /** When the bureau asked, by its own clock, if it did. */
  readonly queriedAt: Date | null;
  /** When the bureau last withheld or resumed it, by its own clock, if it did. */
  readonly withheldAt: Date | null;
}

/** The steps that news of the running attempt makes a claim take: only ever forward; none where it says nothing new. */
export function stepsFor(known: Known, news: Pick<BureauNews, 'kind' | 'at'>): StepCommand[] {
  const { state } = known;
  const here = RANK[state];
  if (here === undefined) return [];
  const { kind } = news;
  const again = againAndAgain(known, news);
  if (again !== null) return again;
  const there = NEWS_RANK[kind];
  if (there <= here) return [];
  const passed = PASSED.filter(([rank]) => rank > here && rank < there).map(([, command]) => command);
  return [...passed, COMMAND_OF[kind]];
}

/**
 * The bureau may ask, withhold and resume more than once; by its own clock a new one is told from a repeat.
 * @returns null where that is not the question
 */
function againAndAgain(
  { state, queriedAt, withheldAt }: Known,
  { kind, at }: Pick<BureauNews, 'kind' | 'at'>,
): StepCommand[] | null {
  const isAfter = (last: Date | null): boolean => last === null || (at !== null && at > last);
  if (kind === 'resumed') return state === 'withheld' && isAfter(withheldAt) ? ['resume'] : [];
  if (kind === 'withheld' && LOOKED_AT.includes(state)) return isAfter(withheldAt) ? ['withhold'] : [];
  if (kind === 'queried' && state === 'answered') return queriedAt !== null && isAfter(queriedAt) ? ['query'] : [];
  // To ask is to look at it again, where the message of that is late or lost.
  if (kind === 'queried' && state === 'withheld') return isAfter(withheldAt) ? ['resume', 'query'] : [];
  return null;
}

const LOOKED_AT: readonly ClaimState[] = ['accepted', 'queried', 'answered'];

/** Whether an approval that the payment has overtaken still says why less was granted. */
export function explainsLate(
  { state, reason }: { readonly state: ClaimState; readonly reason: string | null },
  news: Pick<BureauNews, 'kind' | 'reason'>,
): boolean {
  return PAID.includes(state) && news.kind === 'approved' && reason === null && news.reason !== null;
}

const PAID: readonly ClaimState[] = ['paid', 'clawed_back', 'closed'];

const COMMAND_OF: Readonly<Record<NewsKind, StepCommand>> = {
  received: 'send',
  accepted: 'accept',
  queried: 'query',
  withheld: 'withhold',
  resumed: 'resume',
  approved: 'approve',
  rejected: 'reject',
  paid: 'pay',
  clawed_back: 'claw_back',
};
