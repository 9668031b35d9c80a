import { type EventData } from '../../contracts/events.js';
import { publicId } from '../../kernel/ids.js';
import { type Tx } from '../../platform/database/session.js';
import { enqueue, publish } from '../../platform/outbox/outbox.js';
import { type Demand } from '../domain/bureau-news.js';
import { undoneMeaning } from '../domain/claim-collection.js';
import { type Reopening } from '../domain/collection-news.js';
import { blocking } from '../domain/doubt.js';
import { type Claim } from '../entities/claim.entity.js';
import { type Clawback } from '../entities/clawbacks.table.js';
import { CARRY_PERIOD } from '../jobs/tax-refund.job.js';

function about({ id, orderId }: Claim, changed: readonly string[]) {
  return { resource: { type: 'claim' as const, id }, orderId, changed };
}

/** A correction was opened. */
export function announceCorrected(tx: Tx, claim: Claim): void {
  const { correction, correctsId, refund } = claim;
  if (correction === null || correctsId === null) throw new Error(`Claim ${claim.id} corrects nothing`);
  carryOn(tx, claim);
  publish(tx, {
    type: 'tax_refund.claim.corrected',
    ...about(claim, ['state']),
    creates: true,
    data: { corrects: publicId('claim', correctsId), kind: correction.kind, refund: refund.toJSON() },
  });
}

/**
 * Of a correction nothing is told as of other claims: the refund of the order is not what moves, and nobody advances on it.
 * @returns false where the claim is no correction
 */
export function announceMoved(tx: Tx, claim: Claim): boolean {
  const { correctsId, state, refund } = claim;
  if (correctsId === null) return false;
  carryOn(tx, claim);
  publish(tx, {
    type: 'tax_refund.claim.correction_moved',
    ...about(claim, ['state']),
    data: { corrects: publicId('claim', correctsId), state, refund: refund.toJSON() },
  });
  return true;
}

/** Of a manufacturer: the months after the one that a correction has moved in have to know. */
export function carryOn(tx: Tx, { correctsId, regime, sellerId, period }: Claim): void {
  if (correctsId !== null && regime === 'manufacturer') enqueue(tx, CARRY_PERIOD, { sellerId, period });
}

export function announceDoubted(tx: Tx, claim: Claim): void {
  if (announceMoved(tx, claim)) return;
  const { doubts } = claim;
  publish(tx, {
    type: 'tax_refund.claim.doubted',
    ...about(claim, ['state', 'doubts', 'held']),
    data: {
      doubts: doubts.filter(({ answer }) => answer === null).map(({ number, code, text }) => ({ number, code, text })),
      isBlocked: blocking(doubts).length > 0,
    },
  });
}

/** The collection that it was made on is owed again. */
export function announceCollectionUndone(tx: Tx, claim: Claim, { outstanding, by }: Reopening): void {
  const { collectBy, state } = claim;
  publish(tx, {
    type: 'tax_refund.claim.collection_undone',
    ...about(claim, ['checks']),
    data: { outstanding, by, collectBy, meaning: undoneMeaning(state) },
  });
}

/** Of an inquiry whose last day comes near, or is over. */
export function announceAnswerDue(tx: Tx, claim: Claim, number: number, dueOn: string, daysLeft: number): void {
  if (daysLeft < 0) {
    publish(tx, {
      type: 'tax_refund.claim.answer_overdue',
      ...about(claim, ['inquiries']),
      data: { number, dueOn },
    });
    return;
  }
  publish(tx, { type: 'tax_refund.claim.answer_due', ...about(claim, []), data: { number, dueOn, daysLeft } });
}

export function announceWithheld(tx: Tx, claim: Claim): void {
  const data = { reason: claim.reason ?? '' };
  publish(tx, { type: 'tax_refund.claim.withheld', ...about(claim, ['state', 'reason']), data });
}

export function announceResumed(tx: Tx, claim: Claim): void {
  publish(tx, { type: 'tax_refund.claim.resumed', ...about(claim, ['state']), data: {} });
}

export function announceClawedBack(tx: Tx, claim: Claim, { amount, reason, dueOn, letter }: Demand): void {
  publish(tx, {
    type: 'tax_refund.claim.clawed_back',
    ...about(claim, ['state', 'reason', 'clawbacks']),
    data: { amount: amount.toJSON(), reason, dueOn, letter },
  });
}

export function announceSettled(tx: Tx, claim: Claim, { amount, letter }: Clawback, how: 'repaid' | 'set_off'): void {
  publish(tx, {
    type: 'tax_refund.claim.settled',
    ...about(claim, ['state', 'clawbacks']),
    data: { amount: amount.toJSON(), letter, how },
  });
}

/** The bank is to pay it back. */
export function announceRepaymentOrdered(
  tx: Tx,
  claim: Claim,
  { amount, number, letter }: Clawback,
  where: Pick<RepaymentWanted, 'payee' | 'remittance'>,
): void {
  const { sellerId, taxpayerName: payerName } = claim;
  const payer = { payerId: publicId('party', sellerId), payerName };
  publish(tx, {
    type: 'tax_refund.claim.clawback_payment_ordered',
    ...about(claim, ['clawbacks']),
    data: { amount: amount.toJSON(), number, letter, ...payer, ...where },
  });
}
type RepaymentWanted = EventData['tax_refund.claim.clawback_payment_ordered'];

export function announceRepaymentRefused(
  tx: Tx,
  claim: Claim,
  { amount, number, letter }: Clawback,
  reason: string,
): void {
  publish(tx, {
    type: 'tax_refund.claim.clawback_payment_refused',
    ...about(claim, ['clawbacks']),
    data: { amount: amount.toJSON(), number, letter, reason },
  });
}

/** Nothing comes of it: the export may be matched anew. */
export function announceAbandoned(tx: Tx, claim: Claim, reason: string): void {
  const { refund } = claim;
  const data = { refund: refund.toJSON(), reason };
  publish(tx, { type: 'tax_refund.claim.abandoned', ...about(claim, ['state', 'reason']), data });
}

export function announceClosed(tx: Tx, claim: Claim): void {
  publish(tx, { type: 'tax_refund.claim.closed', ...about(claim, ['state']), data: {} });
}
