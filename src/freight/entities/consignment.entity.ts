import { Check, Entity } from 'typeorm';

import { type Reason } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { CONTENTS } from '../domain/consignments/consignment-check.js';
import { courierExpectedBy } from '../domain/consignments/consignment-progress.js';
import {
  CONSIGNMENT,
  CONSIGNMENT_STATES,
  consignmentActions,
  type ConsignmentCommand,
  WITHDRAWAL,
  WITHDRAWAL_STATES,
  type WithdrawalCommand,
} from '../domain/consignments/consignment-status.js';
import { CONSIGNMENT_WAYS } from '../domain/consignments/consignment-way.js';
import { type CourierReport } from '../domain/consignments/courier-report.js';
import { nextAsk } from '../domain/expectation.js';
import { ConsignmentColumns, type ConsignmentTimes } from './consignment-columns.js';

/** Goods that go by express, post, dedicated line, air or rail: what was asked for, and what the courier says of it. */
@Entity({ schema: 'freight', name: 'consignment' })
@Check('ck_consignment_state', oneOf('state', CONSIGNMENT_STATES))
@Check('ck_consignment_cancellation', oneOf('cancellation', WITHDRAWAL_STATES))
@Check('ck_consignment_way', oneOf('way', CONSIGNMENT_WAYS))
@Check('ck_consignment_contents', oneOf('contents', CONTENTS))
export class Consignment extends ConsignmentColumns {
  static requested(facts: RequestedFacts): Consignment {
    return Object.assign(new Consignment(), BLANK, facts, { updatedAt: facts.createdAt });
  }

  get allowedActions(): readonly string[] {
    return consignmentActions(this.state, this.cancellation);
  }

  get isOver(): boolean {
    return CONSIGNMENT.isFinal(this.state);
  }

  /** True while the courier has been asked to cancel and has not answered. */
  get isCancelling(): boolean {
    return this.cancellation === 'requested' && !this.isOver;
  }

  /** The courier has named the request; what it makes of it comes later. */
  noteCourierReference(reference: string): void {
    this.set({ courierReference: this.courierReference ?? reference });
  }

  /** Numbers once given stay: they stand on labels. */
  noteReport({ courierReference, waybillNumber, trackingNumbers, asOf }: CourierReport): void {
    const isNewer = this.lastReportedAt === null || asOf >= this.lastReportedAt;
    this.set({
      courierReference: this.courierReference ?? courierReference,
      waybillNumber: this.waybillNumber ?? waybillNumber,
      trackingNumbers: this.trackingNumbers.length > 0 ? this.trackingNumbers : trackingNumbers,
      lastReportedAt: isNewer ? asOf : this.lastReportedAt,
    });
  }

  noteTimes(times: ConsignmentTimes): void {
    this.set({ times });
  }

  /** @throws IllegalTransitionError unless the consignment may take the command */
  take(command: ConsignmentCommand, now: Date, why: Reason | null): void {
    const { reason = null, causes = null } = why ?? {};
    this.set({ state: CONSIGNMENT.next(this.state, command), reason, causes, updatedAt: now });
    if (this.state === 'cancelled') this.changeCancellation('confirm', now);
  }

  /** @throws IllegalTransitionError when it was collected, is over, or was asked to be cancelled before */
  requestCancellation(reason: string | null, now: Date): void {
    CONSIGNMENT.next(this.state, 'cancel');
    this.changeCancellation('request_cancellation', now);
    this.set({ cancellationReason: reason });
  }

  declineCancellation(now: Date): void {
    this.changeCancellation('decline', now);
  }

  /** Something new was said: the next word is expected by a new time. */
  expectNext(now: Date, livemode: boolean): void {
    const { state, isCancelling, departureDate } = this;
    const departureDue = new Date(`${departureDate}T00:00:00Z`);
    const expected = courierExpectedBy({ state, isCancelling, departureDue }, now, livemode);
    const askAt = expected === null ? null : nextAsk(expected, 0, now, livemode);
    this.set({ expectedBy: expected, askAt, asks: 0, overdueAt: null, updatedAt: now });
  }

  /** @returns when a job that asks is to be ordered, or null when the one under way comes soon enough */
  armAsk(): Date | null {
    const { askAt, askArmedFor } = this;
    if (askAt === null || (askArmedFor !== null && askArmedFor <= askAt)) return null;
    this.set({ askArmedFor: askAt });
    return askAt;
  }

  /** The job that asks has come due. */
  askFired(): void {
    this.set({ askArmedFor: null });
  }

  /** The courier was asked and had nothing new. @returns true the first time that it is late */
  noteSilence(now: Date, livemode: boolean): boolean {
    const { expectedBy: expected, asks } = this;
    if (expected === null) return false;
    const isLate = this.overdueAt === null && expected <= now;
    this.set({ asks: asks + 1, askAt: nextAsk(expected, asks + 1, now, livemode) });
    if (isLate) this.set({ overdueAt: now });
    return isLate;
  }

  private changeCancellation(command: WithdrawalCommand, now: Date): void {
    this.set({ cancellation: WITHDRAWAL.next(this.cancellation, command), updatedAt: now });
  }

  /** The only writer: to everyone else the columns are readonly. */
  private set(changes: Partial<Consignment>): void {
    Object.assign(this, changes);
  }
}

type RequestedFacts = Pick<
  Consignment,
  | 'tenantId'
  | 'id'
  | 'reference'
  | 'orderId'
  | 'comparisonId'
  | 'offerRank'
  | 'way'
  | 'departureDate'
  | 'offer'
  | 'cargo'
  | 'sender'
  | 'recipient'
  | 'goods'
  | 'contents'
  | 'papers'
  | 'requestMessage'
  | 'createdAt'
>;

const UNKNOWN = { planned: null, estimated: null, actual: null };

const BLANK: Partial<Consignment> = {
  state: 'requested',
  cancellation: 'none',
  cancellationReason: null,
  courierReference: null,
  waybillNumber: null,
  trackingNumbers: [],
  times: { collection: UNKNOWN, departure: UNKNOWN, delivery: UNKNOWN },
  reason: null,
  causes: null,
  lastReportedAt: null,
  expectedBy: null,
  overdueAt: null,
  asks: 0,
  askAt: null,
  askArmedFor: null,
  version: 1,
};
