/** The five tracks that an order runs on at the same time. */
export const TRACKS = ['customs', 'freight', 'fx', 'taxRefund', 'financing'] as const;
export type Track = (typeof TRACKS)[number];

export type TrackStates = Readonly<Record<Track, string>>;

interface TrackLife {
  /** In the order in which they are reached; the last is final. */
  readonly progress: readonly string[];
  /** Somebody has to do something; whatever happens afterwards leads out of it. */
  readonly setbacks: readonly string[];
  /** Over without success; only a new start (another booking, another advance) leads out of it. */
  readonly ended: readonly string[];
}

/**
 * The life of each track. `not_applicable` (final) where the order does without it, `cancelled` with the order.
 *
 *     customs    pending → drafted → submitted → accepted → inspection → released → departed → cleared
 *                blocked, rejected: until it is mended · withdrawn: until it is declared anew · cancelled
 *                awaiting_approval: until a second person decides · approval_declined: until it is asked for anew
 *     freight    pending → quoted → booked → confirmed → departed → arrived → completed
 *                rejected: until it is booked anew · cancelled
 *     fx         pending → part_collected → collected → converting → settled → paid_out
 *                conversion_failed, conversion_awaiting_approval, payout_rejected, payout_awaiting_approval,
 *                payout_declined
 *     taxRefund  pending → matched → filed → accepted → approved → paid
 *                doubted, queried, rejected: until it is answered or filed anew · withheld: until the bureau goes on
 *                awaiting_approval, approval_declined: as for customs
 *     financing  pending → requested → drawn → repaid
 *                awaiting_approval: until a second person decides
 *                ineligible · declined · lapsed (the refund was paid before anybody drew)
 */
export const TRACK_LIVES: Readonly<Record<Track, TrackLife>> = {
  customs: {
    progress: ['pending', 'drafted', 'submitted', 'accepted', 'inspection', 'released', 'departed', 'cleared'],
    setbacks: ['blocked', 'rejected', 'awaiting_approval', 'approval_declined', 'withdrawn'],
    ended: ['cancelled'],
  },
  freight: {
    progress: ['pending', 'quoted', 'booked', 'confirmed', 'departed', 'arrived', 'completed'],
    setbacks: ['rejected'],
    ended: ['cancelled'],
  },
  fx: {
    progress: ['pending', 'part_collected', 'collected', 'converting', 'settled', 'paid_out'],
    setbacks: [
      'conversion_failed',
      'conversion_awaiting_approval',
      'payout_rejected',
      'payout_awaiting_approval',
      'payout_declined',
    ],
    ended: ['cancelled'],
  },
  taxRefund: {
    progress: ['pending', 'matched', 'filed', 'accepted', 'approved', 'paid'],
    setbacks: ['queried', 'rejected', 'awaiting_approval', 'approval_declined', 'doubted', 'withheld'],
    ended: ['cancelled'],
  },
  financing: {
    progress: ['pending', 'requested', 'drawn', 'repaid'],
    setbacks: ['awaiting_approval'],
    ended: ['ineligible', 'declined', 'lapsed', 'cancelled'],
  },
};

/** Every word a track's state can be. */
export function trackStates(track: Track): readonly string[] {
  const { progress, setbacks, ended } = TRACK_LIVES[track];
  return [...progress, ...setbacks, ...ended, 'not_applicable'];
}

export function isFinalState(track: Track, state: string): boolean {
  const { progress, ended } = TRACK_LIVES[track];
  return state === 'not_applicable' || state === progress.at(-1) || ended.includes(state);
}

export function isSetback(track: Track, state: string): boolean {
  return TRACK_LIVES[track].setbacks.includes(state);
}

/**
 * A track never goes back but from a setback, and never leaves its last state; but for `fx`, which is worked out from sums and
 * leaves it when a payout that had arrived is sent back.
 */
export function nextState(track: Track, from: string, to: string): string {
  const { progress, setbacks, ended } = TRACK_LIVES[track];
  if (from === progress.at(-1)) return from;
  // What was not asked for may be asked for later, of the service itself; a mere quote is no request.
  if (from === 'not_applicable') return progress.includes(to) && to !== 'quoted' ? to : from;
  const isProgress = progress.includes(from) && progress.includes(to);
  if (isProgress) return progress.indexOf(to) > progress.indexOf(from) ? to : from;
  return progress.includes(to) || setbacks.includes(to) || ended.includes(to) ? to : from;
}

/** States that bind nobody: no partner has been told, or what was told has been taken back. */
const FREE: readonly string[] = [
  'pending',
  'not_applicable',
  'quoted',
  'drafted',
  'blocked',
  'awaiting_approval',
  'approval_declined',
  'rejected',
  'cancelled',
  'ineligible',
  'declined',
];

export function isBinding(state: string): boolean {
  return !FREE.includes(state);
}
