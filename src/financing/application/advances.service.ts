import { Injectable } from '@nestjs/common';

import { Decimal } from '../../kernel/decimal.js';
import { newId } from '../../kernel/ids.js';
import { addDays, CHINA, dateInZone } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Reason } from '../../kernel/sentence.js';
import { Ledger } from '../../ledger/index.js';
import { OrderBook } from '../../orders/index.js';
import { type OrderSnapshot } from '../../contracts/order-snapshot.js';
import { moveUnderMandate } from '../../platform/auth/mandates/mandate-limits.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import { PRODUCTS } from '../data/products.js';
import { type Eligibility, refundAdvanceEligibility } from '../domain/eligibility.js';
import { askAgainAt, expectedBy } from '../domain/expectation.js';
import { AlreadyAdvancedError, NotEligibleError, UnreadableLenderMessageError } from '../domain/financing.errors.js';
import { SAY } from '../domain/financing.sentences.js';
import { type Product, productOn } from '../domain/product.js';
import { Advance } from '../entities/advance.entity.js';
import { ASK_LENDER, REQUEST_LOAN } from '../jobs/financing.job.js';
import { type LenderWord } from '../partners/lender.port.js';
import { bookDraw } from './books.js';
import { holdLimit, moveLimit } from './limits.js';
import { learn, type OrderFacts } from './order-facts.js';
import { Waterfalls } from './waterfalls.service.js';

/** An advance from the facts that open it to the lender's decision. */
@Injectable()
export class Advances {
  constructor(
    private readonly orders: OrderBook,
    private readonly ledger: Ledger,
    private readonly waterfalls: Waterfalls,
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
    if (facts.wantsAdvance !== true || facts.isCancelled || facts.entryNumber === null || facts.refund === null) return;
    if ((await this.ofOrder(tx, facts.orderId)) !== null) return;
    await this.open(tx, facts, null);
  }

  /**
   * Asks for an advance on an order that did not wish for one, or again after the facts have changed.
   * @throws AlreadyAdvancedError when one is live, or was repaid
   * @throws NotEligibleError with every reason
   * @throws MandateLimitError
   */
  async request(tx: Tx, orderId: string, wanted: Money | null): Promise<Advance> {
    await this.orders.snapshot(tx, orderId);
    const facts = await learn(tx, orderId, { wantsAdvance: true });
    const earlier = await this.ofOrder(tx, orderId);
    if (earlier !== null && (earlier.isLive || earlier.state === 'repaid')) {
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

  private async open(tx: Tx, facts: OrderFacts, wanted: Money | null): Promise<Advance> {
    const order = await this.orders.snapshot(tx, facts.orderId);
    const today = dateInZone(tx.now, CHINA);
    const product = productOn(PRODUCTS, 'refund_advance', today);
    const { free } = await holdLimit(tx, order.seller.id, product);
    const eligibility = refundAdvanceEligibility(product, {
      isCancelled: facts.isCancelled,
      isReleased: facts.entryNumber !== null,
      refund: facts.refund,
      claimState: facts.claimState,
      hasPayoutAccount: order.seller.bankAccount !== null,
      free,
      wanted,
    });
    const advance = newAdvance(tx, { facts, order, product, eligibility });
    await tx.insert(Advance, advance);
    if (eligibility.reasons.length > 0) this.sayIneligible(tx, advance);
    else await this.askLender(tx, advance);
    return advance;
  }

  private async askLender(tx: Tx, advance: Advance): Promise<void> {
    await moveLimit(tx, advance, { reserved: advance.principal.minor });
    publish(tx, {
      type: 'financing.advance.requested',
      resource: { type: 'advance', id: advance.id },
      orderId: advance.orderId,
      creates: true,
      data: { amount: advance.principal.toJSON() },
    });
    this.note(tx, 'request', advance, null);
    enqueue(tx, REQUEST_LOAN, { advanceId: advance.id });
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
    const product = productOn(PRODUCTS, 'refund_advance', dateInZone(advance.createdAt, CHINA));
    const fee = advance.principal.times(new Decimal(product.feeRate), 'half-up');
    const { valueDate, loanId, bankReference } = word;
    advance.disburse({ valueDate, loanId, bankReference, fee }, tx.now);
    await tx.store(Advance, advance);
    await moveLimit(tx, advance, { reserved: -advance.principal.minor, used: advance.principal.minor });
    await bookDraw(this.ledger, tx, advance);
    this.publishDrawn(tx, advance);
    this.note(tx, 'disburse', advance, 'requested');
    const { id, orderId, sellerId, principal } = advance;
    await this.waterfalls.take(tx, { source: 'advance', sourceId: id, orderId, sellerId, amount: principal });
  }

  private async decline(tx: Tx, advance: Advance, reason: Reason): Promise<void> {
    advance.decline(reason, tx.now);
    await tx.store(Advance, advance);
    await moveLimit(tx, advance, { reserved: -advance.principal.minor });
    publish(tx, {
      type: 'financing.advance.declined',
      resource: { type: 'advance', id: advance.id },
      orderId: advance.orderId,
      changed: ['state'],
      data: reason,
    });
    this.note(tx, 'decline', advance, 'requested');
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

function newAdvance(
  tx: Tx,
  parts: {
    readonly facts: OrderFacts;
    readonly order: OrderSnapshot;
    readonly product: Product;
    readonly eligibility: Eligibility;
  },
): Advance {
  const { facts, order, product, eligibility } = parts;
  const { amount, reasons, rule, steps } = eligibility;
  return Advance.open({
    tenantId: tx.tenantId,
    id: newId(),
    orderId: order.id,
    sellerId: order.seller.id,
    claimId: facts.claimId,
    product: product.code,
    principal: amount,
    annualRate: new Decimal(product.annualRate),
    penaltyRate: new Decimal(product.penaltyRate),
    dayBasis: product.dayBasis,
    maturityOn: addDays(dateInZone(tx.now, CHINA), product.tenorDays),
    calculation: { rule, steps },
    causes: reasons,
    expectedBy: reasons.length > 0 ? null : expectedBy(tx.now, tx.livemode),
    now: tx.now,
  });
}
