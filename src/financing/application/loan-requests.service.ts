import { Injectable } from '@nestjs/common';

import { type ApprovalDecision, Approvals } from '../../approvals/index.js';
import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { reasonOf, type Sentence } from '../../kernel/sentence.js';
import { moveUnderMandate } from '../../platform/auth/mandates/mandate-limits.js';
import { type Tx } from '../../platform/database/session.js';
import { publish } from '../../platform/outbox/outbox.js';
import { type Asset } from '../domain/asset.js';
import { type Eligibility } from '../domain/eligibility.js';
import { expectedBy } from '../domain/expectation.js';
import { AlreadyAdvancedError, NotEligibleError } from '../domain/financing.errors.js';
import { SAY } from '../domain/financing.sentences.js';
import { type Product, productOn } from '../domain/products/product.js';
import { reliableGrade } from '../domain/score/score.js';
import { lendingOn } from '../domain/subject.js';
import { Advance } from '../entities/advance.entity.js';
import { Advances } from './advances.service.js';
import { askLender } from './ask-lender.js';
import { declineAdvance, noteAdvance } from './decline-step.js';
import { drawOf } from './draw-step.js';
import { useNotice } from './guarantee/guarantee-standing.js';
import { reserve, type StandingRow } from './limits/limit-rows.js';
import { type LoanGround, LoanGrounds } from './loan-grounds.js';
import { maturityOf, newAdvance } from './new-advance.js';
import { isReleased, type OrderFacts } from './order-facts.js';
import { pledgeAssets } from './pledge-step.js';
import { Pledges } from './pledges.service.js';
import { readVersions } from './products/product-book.js';
import { askForLoan } from './registrations.js';
import { scoreNow } from './scores/scores.service.js';
import { loanOn } from './subject-loans.js';
import { heldTerms, productOf, REFUND_ADVANCE } from './terms.js';
import { type NamedSubjects, wantedSubject } from './wanted-subject.js';

/** What a client asks for. */
export interface WantedAdvance extends NamedSubjects {
  readonly product: string;
  /** Less than could be had; null for all of it. */
  readonly amount: Money | null;
  /** What is given as security besides. */
  readonly security: readonly Asset[];
}

/** What is asked for on what. */
interface Application extends Pick<WantedAdvance, 'amount' | 'security'> {
  readonly product: Product;
  readonly ground: LoanGround;
}

/** A loan by any product, from the facts that open it until its lender is asked. */
@Injectable()
export class LoanRequests {
  constructor(
    private readonly grounds: LoanGrounds,
    private readonly advances: Advances,
    private readonly approvals: Approvals,
    private readonly pledges: Pledges,
  ) {}

  /** Asks for an advance on a refund as soon as every fact that it needs is known; before that, and after, it does nothing. */
  async openWhenReady(tx: Tx, facts: OrderFacts): Promise<void> {
    if (facts.wantsAdvance !== true || facts.isCancelled || !isReleased(facts) || facts.refund === null) return;
    const subject = { kind: 'order', id: facts.orderId } as const;
    if ((await loanOn(tx, subject, REFUND_ADVANCE)) !== null) return;
    const ground = await this.grounds.hold(tx, subject);
    await this.open(tx, { product: await this.offered(tx, REFUND_ADVANCE), ground, amount: null, security: [] });
  }

  /**
   * Asks for a loan on an order, or on a line; or again after the facts have changed.
   * @throws InvalidInputError where what the product is lent on is not named, or something else is
   * @throws ProductNotOfferedError, ResourceNotFoundError
   * @throws AlreadyAdvancedError when one of the product is live, of what is not drawn as a line, or an order's was repaid
   * @throws NotEligibleError with every reason
   * @throws MandateLimitError
   */
  async request(tx: Tx, wanted: WantedAdvance): Promise<Advance> {
    const product = await this.offered(tx, wanted.product);
    const subject = wantedSubject(product, wanted);
    const learnt = product.code === REFUND_ADVANCE ? { wantsAdvance: true } : {};
    const ground = await this.grounds.hold(tx, subject, learnt);
    const lending = lendingOn(subject);
    const earlier = lending === 'beside' ? null : await loanOn(tx, subject, product.code);
    if (earlier !== null && (earlier.isOpen || (earlier.isOver && lending === 'once'))) {
      throw new AlreadyAdvancedError(subject.kind === 'order' ? SAY.already_advanced : SAY.line_in_use, {
        advanceId: earlier.id,
      });
    }
    const advance = await this.open(tx, { product, ground, amount: wanted.amount, security: wanted.security });
    if (advance.state === 'ineligible') {
      throw new NotEligibleError(advance.causes ?? advance.reasons);
    }
    await moveUnderMandate(tx, advance.principal);
    return advance;
  }

  /**
   * A second person was asked whether it may be drawn, and this came of it. What has changed meanwhile is looked at again:
   * an advance that could not be had now is declined. News of an earlier request changes nothing.
   */
  async decided(tx: Tx, { approvalId, subjectId, state, why }: ApprovalDecision): Promise<void> {
    const { subject } = await this.advances.get(tx, subjectId);
    const ground = await this.grounds.hold(tx, subject);
    const advance = await tx.lock(Advance, subjectId);
    const standing = advance?.approval;
    if (advance?.state !== 'awaiting_approval' || standing?.id !== approvalId) return;
    if (state === 'approved') await this.drawApproved(tx, advance, ground);
    else {
      const reason = why ?? reasonOf([SAY.not_eligible]);
      await declineAdvance(tx, this.pledges, advance, reason, { ...standing, state, why });
    }
  }

  private async drawApproved(tx: Tx, advance: Advance, ground: LoanGround): Promise<void> {
    const product = await productOf(tx, advance);
    const asked = { ground, product, wanted: advance.principal, advanceId: advance.id };
    const { eligibility, held } = await heldTerms(tx, asked);
    if (eligibility.reasons.length > 0 || !eligibility.amount.equals(advance.principal)) {
      await this.approvals.dismiss(tx, advance.approval);
      await declineAdvance(tx, this.pledges, advance, reasonOf(reasonsOf(eligibility)));
      return;
    }
    const awaited = await this.approvals.gate(tx, drawOf(advance, product, ground));
    if (awaited === null) {
      advance.ask({ expectedBy: expectedBy(tx.now, tx.livemode), maturityOn: maturityOf(tx, product) }, tx.now);
      await this.askLender(tx, advance, 'awaiting_approval', held);
    } else advance.stand(awaited, tx.now);
    await tx.store(Advance, advance);
  }

  private async open(tx: Tx, { product, ground, amount: wanted, security }: Application): Promise<Advance> {
    const { id: scoreId, result } = await scoreNow(tx, ground.seller.id);
    const grade = reliableGrade(result);
    const terms = await heldTerms(tx, { ground, product, wanted, grade, advanceId: null });
    const id = newId();
    const asked = { loanId: id, base: product.base, ground, security };
    const eligibility = await pledgeAssets(tx, this.pledges, terms.eligibility, asked);
    const lenderRank = (terms.besides?.lastRank ?? 0) + 1;
    const advance = newAdvance(tx, { id, ground, ...terms, eligibility, scoreId, lenderRank });
    const isEligible = eligibility.reasons.length === 0;
    if (isEligible) await useNotice(tx, terms.guarantee, advance);
    const awaited = isEligible ? await this.approvals.gate(tx, drawOf(advance, product, ground)) : null;
    if (awaited !== null) advance.awaitApproval(awaited);
    await tx.insert(Advance, advance);
    if (!isEligible) this.sayIneligible(tx, advance);
    else if (awaited !== null) noteAdvance(tx, 'await_approval', advance, null);
    else await this.askLender(tx, advance, null, terms.held);
    return advance;
  }

  private async askLender(
    tx: Tx,
    advance: Advance,
    from: 'awaiting_approval' | null,
    held: readonly StandingRow[],
  ): Promise<void> {
    await reserve(tx, advance.id, held, advance.principal);
    publish(tx, {
      type: 'financing.advance.requested',
      resource: { type: 'advance', id: advance.id },
      orderId: advance.orderId,
      creates: true,
      data: { amount: advance.principal.toJSON() },
    });
    noteAdvance(tx, 'request', advance, from);
    await askForLoan(tx, advance, await productOf(tx, advance));
    if (advance.expectedBy !== null) askLender(tx, advance.id, advance.expectedBy);
  }

  private sayIneligible(tx: Tx, advance: Advance): void {
    publish(tx, {
      type: 'financing.advance.ineligible',
      resource: { type: 'advance', id: advance.id },
      orderId: advance.orderId,
      creates: true,
      data: { reasons: advance.reasons, causes: advance.causes ?? [] },
    });
    noteAdvance(tx, 'refuse', advance, null);
  }

  private async offered(tx: Tx, code: string): Promise<Product> {
    return productOn(await readVersions(tx, code), code, dateInZone(tx.now, CHINA));
  }
}

/** Why it cannot be had as it was approved. */
function reasonsOf({ reasons, amount }: Eligibility): readonly Sentence[] {
  return reasons.length > 0 ? reasons : [SAY.less_by_now({ amount: `${amount.toAmountString()} ${amount.currency}` })];
}
