import { publicId } from '../../kernel/ids.js';
import { type Money } from '../../kernel/money.js';
import { reasonOf } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import { HOLD_RULES, type ClaimHold } from '../domain/agency-gate.js';
import { SAY } from '../domain/agency.sentences.js';
import { type BureauNews, type StepCommand } from '../domain/bureau-news.js';
import { type ClaimFigures, vouchersOf } from '../domain/claim-figures.js';
import { type ClaimCommand, type ClaimState } from '../domain/claim-status.js';
import { type FiledClaim } from '../entities/agencies.table.js';
import { type Claim } from '../entities/claim.entity.js';
import { ASK_BUREAU, WATCH_AGENCY } from '../jobs/tax-refund.job.js';
import { announceMoved, announceResumed, announceWithheld } from './claim-news.js';
import { followDeadlines } from './follow-deadlines.js';

interface About {
  readonly resource: { readonly type: 'claim'; readonly id: string };
  readonly orderId: string;
  readonly changed: readonly string[];
}

function about({ id, orderId }: Claim, changed: readonly string[] = ['state']): About {
  return { resource: { type: 'claim', id }, orderId, changed };
}

/** Writes down who moved a claim from where to where. */
export function note(
  tx: Tx,
  command:
    | ClaimCommand
    | 'correct'
    | 'extend'
    | 'match'
    | 'ask'
    | 'explain'
    | 'await_approval'
    | 'decline'
    | 'stay'
    | 'gather'
    | 'separate',
  { id, state }: Claim,
  from: ClaimState | null,
  details: Readonly<Record<string, unknown>> = {},
): void {
  audit(tx, { action: `tax_refund.claim.${command}`, resourceType: 'claim', resourceId: id, from, to: state, details });
}

/** The agreement that it was filed under has ended: what the bureau has is not called back. */
export function noteGoingOn(tx: Tx, { id, state }: FiledClaim, details: Readonly<Record<string, unknown>>): void {
  audit(tx, {
    action: 'tax_refund.claim.go_on',
    resourceType: 'claim',
    resourceId: id,
    from: state,
    to: state,
    details,
  });
}

/** Under which agreement it is filed; nothing where there is none. */
export function entrustedBy({ agencyAgreementId, taxpayerName }: Claim): Readonly<Record<string, string>> {
  if (agencyAgreementId === null) return {};
  return { agreement: publicId('agencyAgreement', agencyAgreementId), producer: taxpayerName };
}

export function announceHeld(tx: Tx, claim: Claim, { rule, detail }: ClaimHold): void {
  const { title, fix } = HOLD_RULES[rule];
  const data = reasonOf([SAY.lack({ title, detail, fix })]);
  publish(tx, { type: 'tax_refund.claim.held', ...about(claim, ['state', 'held']), data });
}

/** Promises the question that is put when nothing has come by `expectedBy`. */
export function awaitBureau(tx: Tx, { id, state, expectedBy }: Claim): void {
  if (expectedBy === null) return;
  enqueue(tx, ASK_BUREAU, { claimId: id, state, expectedBy: expectedBy.toISOString() }, { dueAt: expectedBy });
}

export function announceMatched(tx: Tx, claim: Claim, figures: ClaimFigures): void {
  publish(tx, {
    type: 'tax_refund.claim.matched',
    ...about(claim),
    creates: true,
    data: {
      refund: claim.refund.toJSON(),
      nonRefundableVat: claim.nonRefundableVat.toJSON(),
      exportDate: claim.exportDate,
      invoices: vouchersOf(figures),
    },
  });
}

export function announceOverdue(tx: Tx, claim: Claim, state: string, expectedBy: string): void {
  publish(tx, { type: 'tax_refund.claim.overdue', ...about(claim, ['expectedBy']), data: { state, expectedBy } });
}

/** Says what a step of the bureau's means to others. */
export function announceStep(tx: Tx, claim: Claim, step: StepCommand, { setOffs }: Pick<BureauNews, 'setOffs'>): void {
  const isSettlement = claim.correction?.kind === 'overseas_settlement' && (step === 'send' || step === 'reject');
  // The clock of a settlement begins with the payment of the advance, and ends with its own filing.
  if (isSettlement || (step === 'pay' && claim.businessType !== null)) followDeadlines(tx, claim.orderId);
  if (announceMoved(tx, claim)) return;
  const refund = (amount: Money) => ({ refund: amount.toJSON() });
  const reason = claim.reason ?? '';
  if (step === 'send' || step === 'reject') {
    followDeadlines(tx, claim.orderId);
    if (claim.regime === 'agency') enqueue(tx, WATCH_AGENCY, { claimId: claim.id });
  }
  switch (step) {
    case 'send':
      publish(tx, { type: 'tax_refund.claim.filed', ...about(claim), data: refund(claim.refund) });
      return;
    case 'accept':
      publish(tx, {
        type: 'tax_refund.claim.accepted',
        ...about(claim, ['state', 'acceptanceNumber']),
        data: { acceptanceNumber: claim.acceptanceNumber ?? '' },
      });
      return;
    case 'query':
      publish(tx, { type: 'tax_refund.claim.queried', ...about(claim, ['state', 'reason']), data: { reason } });
      return;
    case 'approve':
      publish(tx, {
        type: 'tax_refund.claim.approved',
        ...about(claim, ['state', 'awarded']),
        data: refund(claim.awarded),
      });
      return;
    case 'pay':
      publish(tx, {
        type: 'tax_refund.claim.paid',
        ...about(claim, ['state', 'awarded', 'treasuryReference']),
        // What came is less by what the treasury kept.
        data: { ...refund(lessSetOffs(claim.awarded, setOffs)), treasuryReference: claim.treasuryReference ?? '' },
      });
      return;
    case 'reject':
      publish(tx, { type: 'tax_refund.claim.rejected', ...about(claim, ['state', 'reason']), data: { reason } });
      return;
    case 'withhold':
      announceWithheld(tx, claim);
      return;
    case 'resume':
      announceResumed(tx, claim);
      return;
    case 'claw_back':
      // The demand says it itself, with its figures.
      return;
  }
}

function lessSetOffs(amount: Money, setOffs: BureauNews['setOffs']): Money {
  return setOffs.reduce((left, kept) => left.minus(kept.amount), amount);
}
