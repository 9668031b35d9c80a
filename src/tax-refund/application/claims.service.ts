import { Injectable } from '@nestjs/common';

import { type ApprovalDecision, Approvals } from '../../approvals/index.js';
import { isAwaiting } from '../../kernel/approval-standing.js';
import { publicId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { reasonOf } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { ClaimDoubtedError, ClaimNotCollectedError, TaxAgencyMissingError } from '../domain/agency.errors.js';
import { CLAIM_MACHINE } from '../domain/claim-status.js';
import { DoubtsUnansweredError } from '../domain/claim-life.errors.js';
import { SAY as SAY_OF_LIFE } from '../domain/claim-life.sentences.js';
import { CorrectionsOpenError } from '../domain/correction.errors.js';
import { SAY as SAY_OF_CORRECTIONS } from '../domain/correction.sentences.js';
import { FilingWindowClosedError } from '../domain/claim.errors.js';
import { ClaimGatheredError, ClaimNotGatherableError } from '../domain/filing-batch.errors.js';
import { SAY as SAY_OF_BATCHES } from '../domain/filing-batch.sentences.js';
import { unanswered } from '../domain/doubt.js';
import { SAY } from '../domain/tax-refund.sentences.js';
import { Claim } from '../entities/claim.entity.js';
import { releaseClaimLines } from '../entities/claim-lines.table.js';
import { correctionsOf } from '../entities/corrections.table.js';
import { RefundCase } from '../entities/refund-case.entity.js';
import { FILE_CLAIM } from '../jobs/tax-refund.job.js';
import { AgencyGate } from './agency-gate.service.js';
import { announceHeld, awaitBureau, entrustedBy, note } from './announce.js';
import { BatchGathering } from './batch-gathering.service.js';
import { ClaimMessages } from './claim-messages.service.js';
import { announceAbandoned, announceClosed, carryOn } from './claim-news.js';
import { filingOf } from './filing-step.js';

/** What happens to a claim on our side: filed, answered for, given up. */
@Injectable()
export class Claims {
  constructor(
    private readonly messages: ClaimMessages,
    private readonly gathering: BatchGathering,
    private readonly approvals: Approvals,
    private readonly agencies: AgencyGate,
  ) {}

  /**
   * Files a claim that was held back or sent back: another attempt, with a reference of its own.
   * @throws DoubtsUnansweredError while the self-check waits for answers
   * @throws TaxAgencyMissingError when nobody may file it for the producer
   * @throws ClaimNotCollectedError while its collection is owed again
   * @throws ClaimGatheredError while it waits in a batch
   */
  async file(tx: Tx, id: string): Promise<Claim> {
    const claim = await this.locked(tx, id);
    if (await this.mayBeFiled(tx, claim)) await this.leave(tx, claim);
    await tx.store(Claim, claim);
    return claim;
  }

  /**
   * Puts it into the open batch of its taxpayer and period, where nothing keeps it from being filed.
   * @throws as `file`; ClaimNotGatherableError for a correction
   */
  async gather(tx: Tx, id: string): Promise<Claim> {
    const claim = await this.locked(tx, id);
    if (claim.correctsId !== null) throw new ClaimNotGatherableError(SAY_OF_BATCHES.correction_alone);
    if (await this.mayBeFiled(tx, claim)) await this.gathering.put(tx, claim);
    await tx.store(Claim, claim);
    return claim;
  }

  /** @returns false when a second person is asked first */
  private async mayBeFiled(tx: Tx, claim: Claim): Promise<boolean> {
    const { filingExpiresOn } = claim;
    this.assertFileable(claim);
    if (claim.filingBatchId !== null) {
      const batch = publicId('filingBatch', claim.filingBatchId);
      throw new ClaimGatheredError(SAY_OF_BATCHES.claim_gathered({ batch }), { filingBatchId: batch });
    }
    const open = unanswered(claim.doubts).map(({ number }) => String(number));
    if (open.length > 0) {
      throw new DoubtsUnansweredError(SAY_OF_LIFE.doubts_unanswered({ numbers: open.join(', ') }), { doubts: open });
    }
    if (isWindowClosed(tx, claim)) {
      throw new FilingWindowClosedError(SAY.last_day_was({ day: filingExpiresOn ?? '' }), {
        filingExpiresOn,
        deemedDomesticOn: claim.deemedDomesticOn,
      });
    }
    const { agreement, lack } = await this.agencies.ask(tx, claim);
    if (lack?.rule === 'invoice_doubted') throw new ClaimDoubtedError(lack);
    if (lack?.rule === 'not_collected') throw new ClaimNotCollectedError(lack);
    if (lack !== null) throw new TaxAgencyMissingError(lack);
    claim.entrust(agreement?.id ?? null, tx);
    return this.isApproved(tx, claim);
  }

  /** @throws IllegalTransitionError */
  assertFileable({ state }: Claim): void {
    CLAIM_MACHINE.next(state, 'file');
  }

  /**
   * Where nobody gave the command there is nobody to refuse it to: a claim that may not be filed stays, and says why.
   * @returns false when it stays, waits for a second person first, or waits in a batch. The caller stores it, or files it
   */
  async mayLeave(tx: Tx, claim: Claim): Promise<boolean> {
    const { agreement, lack } = await this.agencies.ask(tx, claim);
    if (lack === null) {
      claim.entrust(agreement?.id ?? null, tx);
      return (await this.isApproved(tx, claim)) && !(await this.gathering.gather(tx, claim));
    }
    await this.approvals.dismiss(tx, claim.approval);
    claim.stand(null, tx);
    claim.stay(lack, tx);
    note(tx, 'stay', claim, claim.state, { rule: lack.rule });
    announceHeld(tx, claim, lack);
    return false;
  }

  /** @returns false when it waits for a second person first; it then says so */
  private async isApproved(tx: Tx, claim: Claim): Promise<boolean> {
    const before = claim.approval;
    const awaited = await this.approvals.gate(tx, filingOf(claim));
    if (awaited === null) return true;
    claim.stand(awaited, tx);
    if (awaited.id !== before?.id) note(tx, 'await_approval', claim, claim.state, { approval: awaited.id });
    return false;
  }

  /** A second person was asked whether it may be filed, and this came of it. News of an earlier request changes nothing. */
  async decided(tx: Tx, { approvalId, subjectId, state, why }: ApprovalDecision): Promise<void> {
    const claim = await tx.lock(Claim, subjectId);
    const standing = claim?.approval;
    if (claim === null || standing?.id !== approvalId || standing.state !== 'pending') return;
    const { state: from, filingExpiresOn } = claim;
    const isTooLate = state === 'approved' && isWindowClosed(tx, claim);
    if (isTooLate) {
      await this.approvals.dismiss(tx, standing);
      claim.stand(
        { ...standing, state: 'expired', why: reasonOf([SAY.last_day_was({ day: filingExpiresOn ?? '' })]) },
        tx,
      );
    } else if (state !== 'approved') {
      claim.stand({ ...standing, state, why }, tx);
    } else if (await this.mayLeave(tx, claim)) {
      await this.leave(tx, claim);
    }
    if (claim.approval !== null && !isAwaiting(claim.approval)) {
      note(tx, 'decline', claim, from, { approval: approvalId, outcome: claim.approval.state });
    }
    await tx.store(Claim, claim);
  }

  /** Another attempt, on its way. */
  async leave(tx: Tx, claim: Claim): Promise<void> {
    const { state: from } = claim;
    claim.file(tx);
    note(tx, 'file', claim, from, { attempt: claim.attempt, ...entrustedBy(claim) });
    await this.dispatch(tx, claim);
  }

  /** Writes the message of the present attempt and promises its sending. */
  async dispatch(tx: Tx, claim: Claim): Promise<void> {
    const filingId = await this.messages.keep(tx, claim);
    enqueue(tx, FILE_CLAIM, { filingId });
    awaitBureau(tx, claim);
  }

  /** Nothing more is to come of it. @throws CorrectionsOpenError; IllegalTransitionError while the bureau wants something back */
  async close(tx: Tx, id: string): Promise<void> {
    const claim = await this.locked(tx, id);
    const { state: from } = claim;
    const open = (await correctionsOf(tx, id)).filter(({ state }) => !DONE.includes(state));
    if (open.length > 0) throw new CorrectionsOpenError(SAY_OF_CORRECTIONS.corrections_open({ count: open.length }));
    claim.close(tx);
    note(tx, 'close', claim, from);
    announceClosed(tx, claim);
    await tx.store(Claim, claim);
  }

  /** Gives declared items and invoices free; the order waits for another match, once an invoice has changed. */
  async abandon(tx: Tx, id: string, reason: string): Promise<Claim> {
    return this.giveUp(tx, await this.locked(tx, id), reason);
  }

  /** The same for who holds the claim, and was not asked for this version of it. */
  async giveUp(tx: Tx, claim: Claim, reason: string): Promise<Claim> {
    const from = claim.state;
    await this.approvals.dismiss(tx, claim.approval);
    claim.abandon(reason, tx);
    note(tx, 'abandon', claim, from, { reason });
    if (claim.correctsId === null) {
      await reopenCase(tx, claim);
      announceAbandoned(tx, claim, reason);
    }
    carryOn(tx, claim);
    await tx.store(Claim, claim);
    return claim;
  }

  private async locked(tx: Tx, id: string): Promise<Claim> {
    const claim = await tx.lock(Claim, id);
    if (claim === null) throw new ResourceNotFoundError(SAY.no_such_claim);
    tx.assertFresh(claim);
    return claim;
  }
}

/** After this day a refund can no longer be filed for. */
export function isWindowClosed({ now }: Tx, { filingExpiresOn }: Pick<Claim, 'filingExpiresOn'>): boolean {
  return filingExpiresOn !== null && dateInZone(now, CHINA) > filingExpiresOn;
}

/** What the export waits for again. */
async function reopenCase(tx: Tx, { id, orderId }: Claim): Promise<void> {
  const refundCase = await tx.lock(RefundCase, orderId);
  if (refundCase === null) throw new Error(`Claim ${id} has no case`);
  refundCase.reopen(tx.now);
  await releaseClaimLines(tx, id);
  await tx.store(RefundCase, refundCase);
}

/** Corrections that nothing more comes of. */
const DONE: readonly string[] = ['paid', 'rejected', 'abandoned', 'closed'];
