import { FxProgress } from './fx-progress.js';
import { approvalStep } from './approval-step.js';
import { type ServiceEvent } from './service-event.js';

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

/** Where an event leads. `fx` is missing: its state follows from sums, see FxProgress. */
const STEPS: Readonly<Record<string, readonly [Exclude<Track, 'fx'>, string]>> = {
  'customs.declaration.drafted': ['customs', 'drafted'],
  'customs.declaration.blocked': ['customs', 'blocked'],
  'customs.declaration.submitted': ['customs', 'submitted'],
  'customs.declaration.accepted': ['customs', 'accepted'],
  'customs.declaration.inspection_ordered': ['customs', 'inspection'],
  'customs.declaration.rejected': ['customs', 'rejected'],
  'customs.declaration.released': ['customs', 'released'],
  'customs.declaration.departed': ['customs', 'departed'],
  'customs.declaration.cleared': ['customs', 'cleared'],
  'customs.declaration.cancelled': ['customs', 'cancelled'],
  'customs.declaration.withdrawn': ['customs', 'withdrawn'],
  'customs.declaration.exit_cancelled': ['customs', 'cancelled'],
  'freight.quote.given': ['freight', 'quoted'],
  'freight.booking.requested': ['freight', 'booked'],
  'freight.booking.confirmed': ['freight', 'confirmed'],
  'freight.booking.rejected': ['freight', 'rejected'],
  'freight.booking.cancelled': ['freight', 'cancelled'],
  'freight.shipment.departed': ['freight', 'departed'],
  'freight.shipment.arrived': ['freight', 'arrived'],
  'freight.booking.completed': ['freight', 'completed'],
  'tax_refund.claim.matched': ['taxRefund', 'matched'],
  'tax_refund.claim.doubted': ['taxRefund', 'doubted'],
  'tax_refund.claim.filed': ['taxRefund', 'filed'],
  'tax_refund.claim.accepted': ['taxRefund', 'accepted'],
  'tax_refund.claim.queried': ['taxRefund', 'queried'],
  'tax_refund.claim.withheld': ['taxRefund', 'withheld'],
  'tax_refund.claim.resumed': ['taxRefund', 'accepted'],
  'tax_refund.claim.approved': ['taxRefund', 'approved'],
  'tax_refund.claim.rejected': ['taxRefund', 'rejected'],
  'tax_refund.claim.paid': ['taxRefund', 'paid'],
  'financing.advance.requested': ['financing', 'requested'],
  'financing.advance.ineligible': ['financing', 'ineligible'],
  'financing.advance.drawn': ['financing', 'drawn'],
  'financing.advance.declined': ['financing', 'declined'],
  'financing.advance.repaid': ['financing', 'repaid'],
};

/** Not about the booking that the track follows: a quote may be asked for at any time, and a request is no declaration. */
const WITHOUT_LIFE = /^(freight\.quote\.given$|approvals\.)/;

/** The lender has not heard of it. */
const NOT_ASKED: readonly string[] = ['pending', 'awaiting_approval'];

/** What an order does without is known when it is placed. */
export function tracksAtStart(order: {
  readonly freight: { readonly by: string };
  readonly refund: { readonly mode: string; readonly advance: boolean };
}): TrackStates {
  const pendingIf = (applies: boolean) => (applies ? 'pending' : 'not_applicable');
  return {
    customs: 'pending',
    freight: pendingIf(order.freight.by === 'platform'),
    fx: 'pending',
    taxRefund: pendingIf(order.refund.mode !== 'none'),
    financing: pendingIf(order.refund.advance),
  };
}

export function isFinalState(track: Track, state: string): boolean {
  const { progress, ended } = TRACK_LIVES[track];
  return state === 'not_applicable' || state === progress.at(-1) || ended.includes(state);
}

export function isSetback(track: Track, state: string): boolean {
  return TRACK_LIVES[track].setbacks.includes(state);
}

/** Where an order stands, worked out from its log. */
export interface Standing {
  readonly tracks: TrackStates;
  /** A track has a setback, or a payout came back: a person is needed. */
  readonly needsAttention: boolean;
  /** Every track is final, and what was released to the seller has reached their account. */
  readonly isOver: boolean;
}

/**
 * Reads the whole log anew, in the order of publication. So it does not matter in which order, or how often, the
 * deliveries arrive; and a track never goes back but from a setback.
 */
export function standingOf(start: TrackStates, currency: string, log: readonly ServiceEvent[]): Standing {
  const states: Record<Track, string> = { ...start };
  const lives = new Map<Track, string[]>();
  const fx = new FxProgress(currency);
  for (const event of log) {
    fx.hear(event);
    const [track, state] = STEPS[event.type] ?? approvalStep(event) ?? [];
    if (track !== undefined && state !== undefined && !isOfEarlierLife(lives, track, event)) {
      states[track] = next(track, states[track], state);
    }
    // The refund that was to be advanced is here: nothing is left to advance on.
    if (event.type === 'tax_refund.claim.paid' && NOT_ASKED.includes(states.financing)) states.financing = 'lapsed';
    if (states.fx !== 'paid_out') states.fx = fx.state;
  }
  const needsAttention = fx.hasRejectedPayout || TRACKS.some((track) => isSetback(track, states[track]));
  const isFinal = TRACKS.every((track) => isFinalState(track, states[track]));
  const refundAwaited = states.taxRefund === 'paid' && fx.releasedFrom('refund') === 0;
  return { tracks: states, needsAttention, isOver: isFinal && fx.isPaidOut && fx.areReturnsPassed && !refundAwaited };
}

function next(track: Track, from: string, to: string): string {
  const { progress, setbacks, ended } = TRACK_LIVES[track];
  if (from === progress.at(-1)) return from;
  // What was not asked for may be asked for later, of the service itself; a mere quote is no request.
  if (from === 'not_applicable') return progress.includes(to) && to !== 'quoted' ? to : from;
  const isProgress = progress.includes(from) && progress.includes(to);
  if (isProgress) return progress.indexOf(to) > progress.indexOf(from) ? to : from;
  return progress.includes(to) || setbacks.includes(to) || ended.includes(to) ? to : from;
}

/** News of a booking that another one has replaced: one that was heard of later. Ids do not tell which is the later. */
function isOfEarlierLife(lives: Map<Track, string[]>, track: Track, { type, resourceId }: ServiceEvent): boolean {
  if (WITHOUT_LIFE.test(type)) return false;
  const known = lives.get(track) ?? [];
  if (!known.includes(resourceId)) lives.set(track, [...known, resourceId]);
  return known.includes(resourceId) && known.at(-1) !== resourceId;
}
