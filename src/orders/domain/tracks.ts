import { FxProgress } from './fx-progress.js';
import { approvalStep } from './approval-step.js';
import { DeclarationTrack } from './declaration-track.js';
import { type ServiceEvent } from './service-event.js';
import { isFinalState, isSetback, nextState, type Track, TRACKS, type TrackStates } from './track-lives.js';
import { claimsRefund } from './trade-order.js';

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
  'financing.advance.recovered': ['financing', 'repaid'],
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
    taxRefund: pendingIf(claimsRefund(order.refund.mode)),
    financing: pendingIf(order.refund.advance),
  };
}

/** Where an order stands, worked out from its log. */
export interface Standing {
  readonly tracks: TrackStates;
  /** Customs has a declaration of it, whatever the track says: of several it tells the one that needs somebody. */
  readonly customsBinds: boolean;
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
  const declarations = new DeclarationTrack(start.customs);
  for (const event of log) {
    fx.hear(event);
    const [track, state] = STEPS[event.type] ?? approvalStep(event) ?? [];
    if (track === 'customs' && state !== undefined) {
      declarations.hear(event, state);
      states.customs = declarations.state;
    } else if (track !== undefined && state !== undefined && !isOfEarlierLife(lives, track, event)) {
      states[track] = nextState(track, states[track], state);
    }
    // The refund that was to be advanced is here: nothing is left to advance on.
    if (event.type === 'tax_refund.claim.paid' && NOT_ASKED.includes(states.financing)) states.financing = 'lapsed';
    // Money that had arrived and came back has not: the one way out of the last state.
    if (states.fx !== 'paid_out' || fx.wasReturned) states.fx = fx.state;
  }
  const needsAttention = fx.hasRejectedPayout || TRACKS.some((track) => isSetback(track, states[track]));
  const isFinal = TRACKS.every((track) => isFinalState(track, states[track]));
  const refundAwaited = states.taxRefund === 'paid' && fx.releasedFrom('refund') === 0;
  const isOver = isFinal && fx.isPaidOut && fx.areReturnsPassed && !refundAwaited;
  return { tracks: states, customsBinds: declarations.binds, needsAttention, isOver };
}

/** News of a booking that another one has replaced: one that was heard of later. Ids do not tell which is the later. */
function isOfEarlierLife(lives: Map<Track, string[]>, track: Track, { type, resourceId }: ServiceEvent): boolean {
  if (WITHOUT_LIFE.test(type)) return false;
  const known = lives.get(track) ?? [];
  if (!known.includes(resourceId)) lives.set(track, [...known, resourceId]);
  return known.includes(resourceId) && known.at(-1) !== resourceId;
}
