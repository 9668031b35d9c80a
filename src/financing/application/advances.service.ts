import { Injectable } from '@nestjs/common';

import { Approvals } from '../../approvals/index.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { reasonOf } from '../../kernel/sentence.js';
import { Ledger } from '../../ledger/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { publish } from '../../platform/outbox/outbox.js';
import { askAgainAt } from '../domain/expectation.js';
import { UnreadableLenderMessageError } from '../domain/financing.errors.js';
import { SAY_AGREEMENT } from '../domain/agreement/agreement.sentences.js';
import { SAY } from '../domain/financing.sentences.js';
import { feeOn } from '../domain/products/price.js';
import { Advance } from '../entities/advance.entity.js';
import { type AskLenderPayload } from '../jobs/financing.job.js';
import { askLender } from './ask-lender.js';
import { type LenderWord } from '../partners/lender.port.js';
import { Accruals } from './accrual/accruals.service.js';
import { agreementOf, lapseAgreement, offerAgreement } from './agreement/agreement-steps.js';
import { bookDraw } from './books.js';
import { declineAdvance, noteAdvance } from './decline-step.js';
import { holdAdvance } from './hold-advance.js';
import { moveHeld } from './limits/limit-rows.js';
import { Pledges } from './pledges.service.js';
import { loansOnOrder } from './subject-loans.js';
import { productOf } from './terms.js';
import { Waterfalls } from './waterfalls.service.js';

/** An advance from the lender's decision on, and what makes an end of one before that. */
@Injectable()
export class Advances {
  constructor(
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
    query: PageQuery & {
      readonly orderUuid?: string | undefined;
      readonly sellerUuid?: string | undefined;
      readonly state?: string | undefined;
      readonly product?: string | undefined;
    },
  ): Promise<Page<Advance>> {
    const { orderUuid, sellerUuid, state, product } = query;
    const conditions = [
      ...[...equal('order_id', orderUuid), ...equal('seller_id', sellerUuid)],
      ...[...equal('product', product), ...among('state', state)],
    ];
    return entityPage(view, Advance, { table: 'financing.advance', query, conditions });
  }

  /** Applies what the lender said. What was said before, or no longer matters, changes nothing. */
  async record(tx: Tx, advanceId: string, word: LenderWord): Promise<boolean> {
    // A receipt that arrives now waits at the turnstile for the decision.
    const advance = await holdAdvance(tx, advanceId);
    if (advance.state !== 'requested' || word.kind === 'received') return false;
    if (word.kind === 'approved') return this.approve(tx, advance, word);
    if (word.kind === 'disbursed') await this.disburse(tx, advance, word);
    else {
      await lapseAgreement(tx, await agreementOf(tx, advanceId), word.reason);
      await declineAdvance(tx, this.pledges, advance, word.reason);
    }
    if (advance.orderId !== null) await this.waterfalls.resume(tx, advance.orderId);
    return true;
  }

  /** The lender was asked and had nothing new: say that it is late, and ask again later; not while the client has to sign. */
  async noteSilence(tx: Tx, { advanceId, expectedBy }: AskLenderPayload): Promise<void> {
    const advance = await tx.lock(Advance, advanceId);
    if (advance?.isAwaited(expectedBy) !== true) return;
    publish(tx, {
      type: 'financing.advance.overdue',
      resource: { type: 'advance', id: advance.id },
      orderId: advance.orderId,
      data: { state: advance.state, expectedBy: advance.expectedBy.toISOString() },
    });
    const next = askAgainAt(advance.asks, tx.now, tx.livemode);
    advance.noteAsked(next, tx.now);
    await tx.store(Advance, advance);
    askLender(tx, advanceId, next);
  }

  /** The refund will not come: collections repay what was drawn. */
  async recourse(tx: Tx, orderId: string): Promise<void> {
    for (const advance of await loansOnOrder(tx, orderId)) {
      if (!advance.isLive || !advance.closesBy.includes('refund_paid')) continue;
      advance.recourse(tx.now);
      await tx.store(Advance, advance);
    }
  }

  /** The order was cancelled: what waits for a second person is not asked about any more. */
  async giveUp(tx: Tx, orderId: string): Promise<void> {
    for (const advance of await loansOnOrder(tx, orderId)) {
      if (advance.state !== 'awaiting_approval') continue;
      await this.approvals.dismiss(tx, advance.approval);
      await declineAdvance(tx, this.pledges, advance, reasonOf([SAY.order_cancelled]));
    }
  }

  /** Whose product asks for no signature, is approved by what is paid out. */
  private async approve(tx: Tx, advance: Advance, word: Extract<LenderWord, { kind: 'approved' }>): Promise<boolean> {
    const { signing } = await productOf(tx, advance);
    return signing !== undefined && (await offerAgreement(tx, advance, word));
  }

  private async disburse(tx: Tx, advance: Advance, word: Extract<LenderWord, { kind: 'disbursed' }>): Promise<void> {
    if (!word.amount.equals(advance.principal)) {
      throw new UnreadableLenderMessageError(SAY.other_amount, {
        asked: advance.principal.toString(),
        paid: word.amount.toString(),
      });
    }
    const askedOn = dateInZone(advance.createdAt, CHINA);
    // In the sandbox a tenant's days are its own.
    if (tx.livemode && word.valueDate < askedOn) {
      throw new UnreadableLenderMessageError(SAY.paid_before_asked({ askedOn, valueDate: word.valueDate }));
    }
    const product = await productOf(tx, advance);
    if (product.signing !== undefined && (await agreementOf(tx, advance.id))?.state !== 'signed') {
      throw new UnreadableLenderMessageError(SAY_AGREEMENT.paid_unsigned);
    }
    const fee = feeOn(product, advance.principal);
    const { valueDate, loanId, bankReference } = word;
    advance.disburse({ valueDate, loanId, bankReference, fee }, tx.now);
    await tx.store(Advance, advance);
    await moveHeld(tx, advance.id, { reserved: -advance.principal.minor, used: advance.principal.minor });
    await bookDraw(this.ledger, tx, advance);
    await this.accruals.begin(tx, advance);
    this.publishDrawn(tx, advance);
    noteAdvance(tx, 'disburse', advance, 'requested');
    const { id, orderId, sellerId, principal } = advance;
    await this.waterfalls.take(tx, { source: 'advance', sourceId: id, orderId, sellerId, amount: principal });
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
}
