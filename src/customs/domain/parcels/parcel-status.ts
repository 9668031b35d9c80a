import { StateMachine, type Transition } from '../../../kernel/state-machine.js';
import { rankOfReturn, type ReturnMeaning } from '../ceb/return-status.js';

/*
 *   gathering ──▶ mismatched ⇄ matched ──file──▶ filing ──▶ filed ──▶ accepted ──▶ reviewing, inspecting, detained, concluded
 *        └──────▶ over_limit ⇄                                            └──▶ released ──▶ departed ──▶ cleared
 *
 * Documents are judged anew as long as nothing is filed, and after customs has rejected the list. A receipt of customs may pass
 * over states that it implies; it never leads backwards. What is withdrawn or returned is so by customs' answer.
 */
export const PARCEL_STATES = [
  'gathering',
  'mismatched',
  'over_limit',
  'matched',
  'filing',
  'filed',
  'accepted',
  'reviewing',
  'inspecting',
  'detained',
  'concluded',
  'released',
  'departed',
  'cleared',
  'rejected',
  'withdrawn',
  'returned',
  'cancelled',
] as const;
export type ParcelState = (typeof PARCEL_STATES)[number];

const OPEN = ['gathering', 'mismatched', 'over_limit', 'matched', 'rejected'] as const;
const WITH_CUSTOMS = ['filing', 'filed', 'accepted', 'reviewing', 'inspecting', 'detained', 'concluded'] as const;

const TABLE = {
  gather: { from: OPEN, to: 'gathering' },
  mismatch: { from: OPEN, to: 'mismatched' },
  exceed: { from: OPEN, to: 'over_limit' },
  match: { from: OPEN, to: 'matched' },
  file: { from: ['matched', 'over_limit'], to: 'filing', byCaller: true },
  forward: { from: ['filing'], to: 'filed' },
  accept: { from: ['filing', 'filed'], to: 'accepted' },
  review: { from: ['filing', 'filed', 'accepted'], to: 'reviewing' },
  inspect: { from: ['filing', 'filed', 'accepted', 'reviewing'], to: 'inspecting' },
  detain: { from: ['filing', 'filed', 'accepted', 'reviewing', 'inspecting'], to: 'detained' },
  conclude: { from: ['filing', 'filed', 'accepted', 'reviewing', 'inspecting', 'detained'], to: 'concluded' },
  release: { from: WITH_CUSTOMS, to: 'released' },
  depart: { from: ['released'], to: 'departed' },
  clear: { from: [...WITH_CUSTOMS, 'released', 'departed'], to: 'cleared' },
  reject: { from: WITH_CUSTOMS, to: 'rejected' },
  withdraw: { from: ['accepted', 'reviewing', 'inspecting', 'concluded', 'released'], to: 'withdrawn' },
  return: { from: [...WITH_CUSTOMS, 'released', 'departed', 'cleared'], to: 'returned' },
  cancel: { from: OPEN, to: 'cancelled', byCaller: true },
} as const satisfies Record<string, Transition<ParcelState>>;
export type ParcelCommand = keyof typeof TABLE;

export const PARCEL = new StateMachine<ParcelState, ParcelCommand>('parcel', PARCEL_STATES, TABLE);

/** Until the list is with customs its documents may still change. */
export function isOpen(state: ParcelState): boolean {
  return (OPEN as readonly ParcelState[]).includes(state);
}

/** What a receipt of the list leads to; null where it is no step. */
const COMMAND: Readonly<Partial<Record<ReturnMeaning, ParcelCommand>>> = {
  staged: 'forward',
  declaring: 'forward',
  forwarded: 'forward',
  stored: 'accept',
  reviewing: 'review',
  inspecting: 'inspect',
  detained: 'detain',
  concluded: 'conclude',
  returned_abroad: 'return',
  released: 'release',
  cleared: 'clear',
  rejected: 'reject',
  send_failed: 'reject',
  error: 'reject',
};

/** What customs says of a list, as the step that it means. */
export interface ParcelStep {
  readonly to: ParcelState;
  readonly from: readonly ParcelState[];
  /** How far along the way: only what is further than all before leads on. */
  readonly rank: number;
}

/** Ten for each step of customs, so that others stand between them. The end of this attempt, whatever came before it. */
const RANK_OF_END = 100;
/** After the release (80), before the clearance (90). */
const RANK_OF_DEPARTURE = 85;

/** @returns null where the receipt is no step */
export function stepOf(meaning: ReturnMeaning): ParcelStep | null {
  const command = COMMAND[meaning];
  if (command === undefined) return null;
  const rank = rankOfReturn(meaning);
  const { to, from } = PARCEL.table[command];
  return { to, from, rank: rank === null || to === 'returned' ? RANK_OF_END : rank * 10 };
}

/** What follows for a parcel when customs has taken what was filed about it after its list. */
export function parcelStepBy(command: 'withdraw' | 'depart' | 'return'): ParcelStep {
  const { to, from } = PARCEL.table[command];
  return { to, from, rank: command === 'depart' ? RANK_OF_DEPARTURE : RANK_OF_END };
}
