import { airWaybillCheckDigit, s10CheckDigit } from '../../kernel/identifiers/index.js';
import { type Outcome } from '../world/magic.js';
import { type Story } from '../world/world.js';
import { type ConsignmentOrder } from './consignment-order.js';

export type CourierStatus =
  'RECEIVED' | 'ACCEPTED' | 'COLLECTED' | 'IN_TRANSIT' | 'DELIVERED' | 'REJECTED' | 'CANCELLED' | 'RETURNED' | 'LOST';

export interface JourneyEvent {
  readonly id: string;
  readonly scheme: 'upu' | 'dcsa';
  readonly code: string;
  readonly classifier: 'PLN' | 'EST' | 'ACT';
  readonly at: string;
  readonly reportedAt: string;
  readonly location: string | null;
  readonly trackingNumber: string | null;
  readonly remark: string | null;
}

export interface JourneyState {
  readonly order: ConsignmentOrder;
  words: readonly string[];
  readonly courierReference: string;
  status: CourierStatus;
  cancellation: 'RECEIVED' | 'DECLINED' | null;
  reason: string | null;
  waybillNumber: string | null;
  trackingNumbers: readonly string[];
  readonly events: JourneyEvent[];
}

export type JourneyStory = Story<JourneyState>;

export const CONSIGNMENT_KIND = 'consignment';
export const OVER: readonly CourierStatus[] = ['DELIVERED', 'REJECTED', 'CANCELLED', 'RETURNED', 'LOST'];

/** All that the courier knows of a consignment, each time it speaks. */
export function reportOf(state: JourneyState, reference: string, now: Date): object {
  const { courierReference, status, cancellation, reason, waybillNumber, trackingNumbers, events } = state;
  return {
    ...{ reference, courierReference, status, asOf: now.toISOString(), cancellation, reason },
    ...{ waybillNumber, trackingNumbers, events },
  };
}

/** An airline that does not exist. */
const AIRLINE = '990';

/** The number of one piece, or of all of them, as such a way has it. @param serial nine digits */
export function numberFor(way: string, serial: string): string {
  if (way === 'air') {
    const seven = serial.slice(-7);
    return `${AIRLINE}-${seven}${airWaybillCheckDigit(seven)}`;
  }
  if (way === 'postal') {
    const eight = serial.slice(-8);
    return `EE${eight}${s10CheckDigit(eight)}CN`;
  }
  return `${way === 'rail' ? 'SBXR' : 'SBXE'}${serial}`;
}

/** The same with a digit that is wrong. */
export function spoilt(number: string): string {
  return number.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
}

export function hasWord({ state }: JourneyStory, word: Outcome<'courier'>): boolean {
  return state.words.includes(word);
}
