import { Injectable } from '@nestjs/common';

import { type ApprovalDecision, Approvals } from '../../approvals/index.js';
import { type ApprovalStanding } from '../../kernel/approval-standing.js';
import { newId } from '../../kernel/ids.js';
import { Money } from '../../kernel/money.js';
import { type Reason, reasonOf, type Sentence } from '../../kernel/sentence.js';
import { Ledger } from '../../ledger/index.js';
import { OrderBook } from '../../orders/index.js';
import { moveUnderMandate } from '../../platform/auth/mandates/mandate-limits.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import { type Asset } from '../domain/asset.js';
import { type Eligibility } from '../domain/eligibility.js';
import { askAgainAt, expectedBy } from '../domain/expectation.js';
import { AlreadyAdvancedError, NotEligibleError, UnreadableLenderMessageError } from '../domain/financing.errors.js';
import { SAY } from '../domain/financing.sentences.js';
import { feeOn } from '../domain/products/price.js';
import { reliableGrade } from '../domain/score/score.js';
import { Advance } from '../entities/advance.entity.js';
import { ASK_LENDER } from '../jobs/financing.job.js';
import { type LenderWord } from '../partners/lender.port.js';
import { Accruals } from './accrual/accruals.service.js';
import { bookDraw } from './books.js';
import { drawOf } from './draw-step.js';
import { useNotice } from './guarantee/guarantee-standing.js';
import { moveHeld, reserve, type StandingRow } from './limits/limit-rows.js';
import { maturityOf, newAdvance } from './new-advance.js';
import { isReleased, learn, type OrderFacts } from './order-facts.js';
import { askForLoan } from './registrations.js';
import { scoreNow } from './scores/scores.service.js';
import { heldTerms, productOf, REFUND_ADVANCE } from './terms.js';
import { pledgeAssets } from './pledge-step.js';
import { Pledges } from './pledges.service.js';
import { Waterfalls } from './waterfalls.service.js';

/** What a client asks for. */
export interface WantedAdvance {
  /** Less than could be had; null for all of it. */
  readonly amount: Money | null;
  /** What is given as security besides. */
  readonly security: readonly Asset[];
}

/** An advance from the facts that open it to the lender's decision. */
@Injectable()
export class Advances {
  constructor(
    private readonly orders: OrderBook,
    private readonly ledger: Ledger,
    private readonly accruals: Accruals,
    private readonly waterfalls: Waterfalls,
    private readonly approvals: Approvals,
    private readonly pledges: Pledges,
  ) {}

  async get(view: View, id: string): Promise<Advance> {
    const advance = await view.find(Advance, id);
    if (advance === null) throw new ResourceNotFoundError(SAY.no_such_advance);
    return advance;
  }

  list(
    view: View,
    query: PageQuery & { readonly orderUuid?: string | undefined; readonly state?: string | undefined },
  ): Promise<Page<Advance>> {
    const conditions = [...equal('order_id', query.orderUuid), ...among('state', query.state)];
    return entityPage(view, Advance, { table: 'financing.advance', query, conditions });
  }

  /** Asks for an advance as soon as every fact that it needs is known; before that, and after, it does nothing. */
  async openWhenReady(tx: Tx, facts: OrderFacts): Promise<void> {
    if (facts.wantsAdvance !== true || facts.isCancelled || !isReleased(facts) || facts.refund === null) return;
    if ((await this.ofOrder(tx, facts.orderId)) !== null) return;
    await this.open(tx, facts, { amount: null, security: [] });
  }

  /**
   * Asks for an advance on an order that did not wish for one, or again after the facts have changed.
   * @throws AlreadyAdvancedError when one is live, or was repaid
   * @throws NotEligibleError with every reason
   * @throws MandateLimitError
   */
  async request(tx: Tx, orderId: string, wanted: WantedAdvance): Promise<Advance> {
    await this.orders.snapshot(tx, orderId);
    const facts = await learn(tx, orderId, { wantsAdvance: true });
    const earlier = await this.ofOrder(tx, orderId);
    if (earlier !== null && (earlier.isOpen || earlier.state === 'repaid' || earlier.state === 'recovered')) {
      throw new AlreadyAdvancedError(SAY.already_advanced, { advanceId: earlier.id });
    }
    const advance = await this.open(tx, facts, wanted);
    if (advance.state === 'ineligible') {
      throw new NotEligibleError(advance.causes ?? advance.reasons);
    }
    await moveUnderMandate(tx, advance.principal);
    return advance;
  }

  /** Applies what the lender said. What was said before, or no longer matters, changes nothing. */
  async record(tx: Tx, advanceId: string, word: LenderWord): Promise<boolean> {
    const { orderId } = await this.get(tx, advanceId);
    // The order's facts are the turnstile, always passed first: a receipt that arrives now waits for the decision.
    await learn(tx, orderId, {});
    const advance = await tx.lock(Advance, advanceId);
    if (advance?.state !== 'requested' || word.kind === 'received') return false;
    if (word.kind === 'disbursed') await this.disburse(tx, advance, word);
    else await this.decline(tx, advance, word.reason);
    await this.waterfalls.resume(tx, advance.orderId);
    return true;
  }

  /** The lender was asked and had nothing new: say that it is late, and ask again later. */
  async noteSilence(tx: Tx, advanceId: string): Promise<void> {
    const advance = await tx.lock(Advance, advanceId);
    if (advance?.state !== 'requested') return;
    publish(tx, {
      type: 'financing.advance.overdue',
      resource: { type: 'advance', id: advance.id },
      orderId: advance.orderId,
      data: { state: advance.state, expectedBy: (advance.expectedBy ?? tx.now).toISOString() },
    });
    const next = askAgainAt(advance.asks, tx.now, tx.livemode);
    advance.noteAsked(next, tx.now);
    await tx.store(Advance, advance);
    enqueue(tx, ASK_LENDER, { advanceId }, { dueAt: next });
  }

  /** The refund will not come: collections repay what was drawn. */
  async recourse(tx: Tx, orderId: string): Promise<void> {
    const advance = await this.ofOrder(tx, orderId);
    if (advance?.isLive !== true) return;
    advance.recourse(tx.now);
    await tx.store(Advance, advance);
  }

  /**
   * A second person was asked whether it may be drawn, and this came of it. What has changed meanwhile is looked at again:
   * an advance that could not be had now is declined. News of an earlier request changes nothing.
   */
  async decided(tx: Tx, { approvalId, subjectId, state, why }: ApprovalDecision): Promise<void> {
    const { orderId } = await this.get(tx, subjectId);
    const facts = await learn(tx, orderId, {});
    const advance = await tx.lock(Advance, subjectId);
    const standing = advance?.approval;
    if (advance?.state !== 'awaiting_approval' || standing?.id !== approvalId) return;
    if (state === 'approved') await this.drawApproved(tx, advance, facts);
    else await this.decline(tx, advance, why ?? reasonOf([SAY.not_eligible]), { ...standing, state, why });
  }

  /** The order was cancelled: what waits for a second person is not asked about any more. */
  async giveUp(tx: Tx, orderId: string): Promise<void> {
    const advance = await this.ofOrder(tx, orderId);
    if (advance?.state !== 'awaiting_approval') return;
    await this.approvals.dismiss(tx, advance.approval);
    await this.decline(tx, advance, reasonOf([SAY.order_cancelled]));
  }

  private async drawApproved(tx: Tx, advance: Advance, facts: OrderFacts): Promise<void> {
    const order = await this.orders.snapshot(tx, facts.orderId);
    const product = await productOf(tx, advance);
    const { eligibility, held } = await heldTerms(tx, { order, facts, product, wanted: advance.principal });
    if (eligibility.reasons.length > 0 || !eligibility.amount.equals(advance.principal)) {
      await this.approvals.dismiss(tx, advance.approval);
      await this.decline(tx, advance, reasonOf(reasonsOf(eligibility)));
      return;
    }
    const awaited = await this.approvals.gate(tx, drawOf(advance, order.reference));
    if (awaited === null) {
      advance.ask({ expectedBy: expectedBy(tx.now, tx.livemode), maturityOn: maturityOf(tx, product) }, tx.now);
      await this.askLender(tx, advance, 'awaiting_approval', held);
    } else advance.stand(awaited, tx.now);
    await tx.store(Advance, advance);
  }

  private async open(tx: Tx, facts: OrderFacts, { amount: wanted, security }: WantedAdvance): Promise<Advance> {
    const order = await this.orders.snapshot(tx, facts.orderId);
    const { id: scoreId, result } = await scoreNow(tx, order.seller.id);
    const grade = reliableGrade(result);
    const terms = await heldTerms(tx, { order, facts, product: REFUND_ADVANCE, wanted, grade });
    const { guarantee } = terms;
    const id = newId();
    const asked = { loanId: id, facts, seller: order.seller, security };
    const eligibility = await pledgeAssets(tx, this.pledges, terms.eligibility, asked);
    const advance = newAdvance(tx, { id, facts, order, ...terms, eligibility, scoreId });
    const isEligible = eligibility.reasons.length === 0;
    if (isEligible) await useNotice(tx, guarantee, facts.orderId);
    const awaited = isEligible ? await this.approvals.gate(tx, drawOf(advance, order.reference)) : null;
    if (awaited !== null) advance.awaitApproval(awaited);
    await tx.insert(Advance, advance);
    if (!isEligible) this.sayIneligible(tx, advance);
    else if (awaited !== null) this.note(tx, 'await_approval', advance, null);
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
    this.note(tx, 'request', advance, from);
    await askForLoan(tx, advance, await productOf(tx, advance));
    if (advance.expectedBy !== null) enqueue(tx, ASK_LENDER, { advanceId: advance.id }, { dueAt: advance.expectedBy });
  }

  private sayIneligible(tx: Tx, advance: Advance): void {
    publish(tx, {
      type: 'financing.advance.ineligible',
      resource: { type: 'advance', id: advance.id },
      orderId: advance.orderId,
      creates: true,
      data: { reasons: advance.reasons, causes: advance.causes ?? [] },
    });
    this.note(tx, 'refuse', advance, null);
  }

  private async disburse(tx: Tx, advance: Advance, word: Extract<LenderWord, { kind: 'disbursed' }>): Promise<void> {
    if (!word.amount.equals(advance.principal)) {
      throw new UnreadableLenderMessageError(SAY.other_amount, {
        asked: advance.principal.toString(),
        paid: word.amount.toString(),
      });
    }
    const fee = feeOn(await productOf(tx, advance), advance.principal);
    const { valueDate, loanId, bankReference } = word;
    advance.disburse({ valueDate, loanId, bankReference, fee }, tx.now);
    await tx.store(Advance, advance);
    await moveHeld(tx, advance.id, { reserved: -advance.principal.minor, used: advance.principal.minor });
    await bookDraw(this.ledger, tx, advance);
    await this.accruals.begin(tx, advance);
    this.publishDrawn(tx, advance);
    this.note(tx, 'disburse', advance, 'requested');
    const { id, orderId, sellerId, principal } = advance;
    await this.waterfalls.take(tx, { source: 'advance', sourceId: id, orderId, sellerId, amount: principal });
  }

  private async decline(
    tx: Tx,
    advance: Advance,
    reason: Reason,
    approval: ApprovalStanding | null = null,
  ): Promise<void> {
    const { state: from } = advance;
    advance.decline(reason, tx.now, approval);
    await tx.store(Advance, advance);
    await this.pledges.release(tx, advance.id);
    // The limit is reserved when the lender is asked.
    if (from === 'requested') await moveHeld(tx, advance.id, { reserved: -advance.principal.minor });
    publish(tx, {
      type: 'financing.advance.declined',
      resource: { type: 'advance', id: advance.id },
      orderId: advance.orderId,
      changed: ['state'],
      data: reason,
    });
    this.note(tx, 'decline', advance, from);
  }

  private publishDrawn(tx: Tx, { id, orderId, principal, annualRate }: Advance): void {
    publish(tx, {
      type: 'financing.advance.drawn',
      resource: { type: 'advance', id },
      orderId,
      changed: ['state', 'outstanding'],
      data: { principal: principal.toJSON(), annualRate: annualRate.toFixed() },
    });
  }

  /** The order's advance that counts: the live or repaid one, else the latest. */
  private async ofOrder(tx: Tx, orderId: string): Promise<Advance | null> {
    return tx.manager.findOne(Advance, {
      where: { tenantId: tx.tenantId, orderId },
      order: { id: 'DESC' },
      lock: { mode: 'for_no_key_update' },
    });
  }

  private note(tx: Tx, verb: string, { id, state }: Advance, from: string | null): void {
    audit(tx, { action: `financing.advance.${verb}`, resourceType: 'advance', resourceId: id, from, to: state });
  }
}

/** Why it cannot be had as it was approved. */
function reasonsOf({ reasons, amount }: Eligibility): readonly Sentence[] {
  return reasons.length > 0 ? reasons : [SAY.less_by_now({ amount: `${amount.toAmountString()} ${amount.currency}` })];
}
