import { StateMachine, type Transition } from '../../../kernel/state-machine.js';
import { rankOfReturn, type ReturnMeaning } from '../ceb/return-status.js';

/*
 *   queued ──send──▶ sent ──accept──▶ accepted
 *     │                └─┬──divide──▶ partly
 *     └──────────────────┴──reject──▶ rejected
 *
 * `sent`: customs has said something of it that decides nothing. It is decided when every record of it is: `partly` when
 * customs has taken some and sent back others. An answer may be the first that is heard of it.
 */
export const PARCEL_FILING_STATES = ['queued', 'sent', 'accepted', 'partly', 'rejected'] as const;
export type ParcelFilingState = (typeof PARCEL_FILING_STATES)[number];

const OPEN = ['queued', 'sent'] as const;

const TABLE = {
  send: { from: ['queued'], to: 'sent' },
  accept: { from: OPEN, to: 'accepted', event: 'customs.parcel_filing.decided' },
  divide: { from: OPEN, to: 'partly', event: 'customs.parcel_filing.decided' },
  reject: { from: OPEN, to: 'rejected', event: 'customs.parcel_filing.decided' },
} as const satisfies Record<string, Transition<ParcelFilingState>>;
export type ParcelFilingCommand = keyof typeof TABLE;

export const PARCEL_FILING = new StateMachine<ParcelFilingState, ParcelFilingCommand>(
  'parcel filing',
  PARCEL_FILING_STATES,
  TABLE,
);

export const RECORD_OUTCOMES = ['waiting', 'accepted', 'rejected'] as const;
export type RecordOutcome = (typeof RECORD_OUTCOMES)[number];

/** How many records stand how. */
export type Tally = Readonly<Record<RecordOutcome, number>>;

/** What all that is known of its records makes of a filing; null where it stays as it is. */
export function commandBy(
  state: ParcelFilingState,
  { waiting, accepted, rejected }: Tally,
): ParcelFilingCommand | null {
  if (waiting > 0) return state === 'queued' ? 'send' : null;
  if (rejected === 0) return 'accept';
  return accepted === 0 ? 'reject' : 'divide';
}

/** What a receipt says of a record, and how far along the way that is. */
export interface RecordStep {
  readonly outcome: RecordOutcome;
  readonly rank: number;
}

/** What decides ranks above all that does not. */
const RANK_OF_END = 100;
const REFUSALS: readonly ReturnMeaning[] = ['rejected', 'send_failed', 'error'];

/**
 * @param acceptedBy the first result by which customs has taken a record of this kind
 * @returns null where the receipt is no step
 */
export function recordStepOf(meaning: ReturnMeaning, acceptedBy: ReturnMeaning): RecordStep | null {
  if (REFUSALS.includes(meaning)) return { outcome: 'rejected', rank: RANK_OF_END };
  const [rank, enough] = [rankOfReturn(meaning), rankOfReturn(acceptedBy)];
  if (rank === null || enough === null) return null;
  return rank >= enough ? { outcome: 'accepted', rank: RANK_OF_END } : { outcome: 'waiting', rank };
}
