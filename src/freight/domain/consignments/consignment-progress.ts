import { type CallTimes, type Classifier, type KeptEvent } from '../transport-event.js';
import { type ConsignmentState } from './consignment-status.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ANSWER_MS: Readonly<Record<'live' | 'sandbox', number>> = { live: 15 * MINUTE_MS, sandbox: 30_000 };
/** A courier collects within a day or two of the day agreed, and speaks at least so often on the way. */
const COLLECTION_MS = 2 * DAY_MS;
const SCAN_MS = 3 * DAY_MS;

export interface ConsignmentStanding {
  readonly state: ConsignmentState;
  readonly isCancelling: boolean;
  readonly departureDue: Date;
}

/** By when the courier should have said the next thing; null once it is over. */
export function courierExpectedBy(standing: ConsignmentStanding, now: Date, livemode: boolean): Date | null {
  const within = (ms: number): Date => new Date(now.getTime() + ms);
  const { state, isCancelling, departureDue } = standing;
  switch (state) {
    case 'requested':
      return within(ANSWER_MS[livemode ? 'live' : 'sandbox']);
    case 'accepted':
      if (isCancelling) return within(ANSWER_MS[livemode ? 'live' : 'sandbox']);
      return new Date(Math.max(departureDue.getTime(), now.getTime()) + COLLECTION_MS);
    case 'collected':
    case 'in_transit':
      return within(SCAN_MS);
    case 'delivered':
    case 'rejected':
    case 'cancelled':
    case 'returned':
    case 'lost':
      return null;
  }
}

/** UPU EMA and DCSA: received from the sender, left, handed over to the recipient. */
export const CODE_OF = { collection: 'RECE', departure: 'DEPA', delivery: 'DROP' } as const;

/**
 * Planned, estimated and actual time of one thing, of each the one that was written last, wherever it happened: a parcel has
 * no berth that was agreed upon.
 * @param first true for the first place of several (a parcel leaves many hubs), false for the last
 */
export function timesOf(events: readonly KeptEvent[], code: string, first: boolean): CallTimes {
  const last = (classifier: Classifier): Date | null => {
    const told = events.filter((event) => event.code === code && event.classifier === classifier);
    const sign = first ? 1 : -1;
    const order = (left: KeptEvent, right: KeptEvent): number =>
      classifier === 'ACT'
        ? sign * (left.at.getTime() - right.at.getTime())
        : right.reportedAt.getTime() - left.reportedAt.getTime();
    return [...told].sort(order)[0]?.at ?? null;
  };
  return { planned: last('PLN'), estimated: last('EST'), actual: last('ACT') };
}

/** Where a consignment will be there: the earliest and the latest instant, and what says so. */
export interface PredictedDelivery {
  readonly earliest: Date;
  readonly latest: Date;
  /** `courier`: its own estimate; `transit`: the days of the offer from the actual departure; `offer`: from the planned one. */
  readonly from: 'courier' | 'transit' | 'offer';
}

/**
 * The courier's word goes before arithmetic; without one the days of the offer count from when it left, or is to leave.
 * @returns null once it was delivered
 */
export function predictDelivery(facts: {
  readonly delivery: CallTimes;
  readonly departedAt: Date | null;
  readonly departureDate: string;
  readonly transitDays: { readonly min: number; readonly max: number };
}): PredictedDelivery | null {
  const { delivery, departedAt, departureDate, transitDays } = facts;
  if (delivery.actual !== null) return null;
  if (delivery.estimated !== null) {
    return { earliest: delivery.estimated, latest: delivery.estimated, from: 'courier' };
  }
  const from = departedAt ?? new Date(`${departureDate}T00:00:00Z`);
  const after = (days: number): Date => new Date(from.getTime() + days * DAY_MS);
  return {
    earliest: after(transitDays.min),
    latest: after(transitDays.max),
    from: departedAt === null ? 'offer' : 'transit',
  };
}
