import { Injectable } from '@nestjs/common';

import { Approvals } from '../../../approvals/index.js';
import { newId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { moveUnderMandate } from '../../../platform/auth/mandates/mandate-limits.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { ContradictoryStatusError } from '../../domain/bank-files/bank-message.errors.js';
import { SAY } from '../../domain/fx.sentences.js';
import { expectedBy, later, nextAsk } from '../../domain/patience.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { MoreThanCollectedError } from '../../domain/conversions/quote.errors.js';
import { Allocation } from '../../entities/allocation.entity.js';
import { type Bound, Conversion } from '../../entities/conversion.entity.js';
import { type Quote } from '../../entities/quote.entity.js';
import { askDeal, convertAllocation, dealConversion } from '../../jobs/fx.job.js';
import { deliverForward } from '../../jobs/forward.job.js';
import { type Deal } from '../../partners/bank.port.js';
import { Board } from './board.js';
import { boundOf, type ConversionTerms } from './conversion-bound.js';
import { bookingEntry, settlementEntry } from './conversion-entries.js';
import { convertingOf } from '../ordering.js';
import { Quotes } from './quotes.js';
import { openForwards } from '../forwards/open-forwards.js';
import { Receivables } from '../collections/receivables.js';

export interface ConversionFilter {
  readonly orderId?: string | undefined;
  readonly partyId?: string | undefined;
  readonly state?: string | undefined;
}

/** What is asked for: a quote, and how far it may go from that while it waits for somebody. */
export interface ConversionOrder extends ConversionTerms {
  readonly quoteId: string;
}

/** What the bank says when the market has left the price behind; a new quote may do. */
const MARKET_MOVED: readonly string[] = ['RATE_STALE', 'RATE_OFF_MARKET'];
/** How often money that is converted by itself is quoted anew before a person has to look. */
const AUTOMATIC_TRIES = 5;
const RETRY_SECONDS = 2;

/**
 * What came in for an order, less dues taken from it, less what was sold of it before; in the order's currency. CNY that
 * was given back to an order in another currency passes at par, and is none of it.
 */
const LEFT = `
  SELECT (coalesce((SELECT sum(a.amount_minor - a.dues_minor) FROM fx.allocation a
                    WHERE a.tenant_id = $1 AND a.order_id = $2), 0)
        - coalesce((SELECT sum(c.sold_minor) FROM fx.conversion c
                    WHERE c.tenant_id = $1 AND c.order_id = $2 AND c.state IN ('booked', 'settled') AND c.sold_currency = $3), 0))::text AS left_minor`;

/** Exchanges of clients' money: booked at a quote, dealt with the bank, settled or taken back. */
@Injectable()
export class Conversions {
  constructor(
    private readonly quotes: Quotes,
    private readonly receivables: Receivables,
    private readonly board: Board,
    private readonly ledger: Ledger,
    private readonly approvals: Approvals,
  ) {}

  /**
   * Converts at a quote: the books change now, the deal with the bank follows. Where the tenant's policy says so a second person
   * is asked first, and nothing is held meanwhile.
   * @throws InvalidInputError, ResourceNotFoundError, QuoteUsedError, QuoteExpiredError
   * @throws MoreThanCollectedError when the order's money was sold before, or has not come
   * @throws InsufficientFundsError when the client does not hold what it sells
   * @throws MandateLimitError
   */
  async convert(tx: Tx, { quoteId, worstRate, validUntil }: ConversionOrder): Promise<Conversion> {
    const quote = await this.quotes.use(tx, quoteId);
    const bound = boundOf(quote, { worstRate, validUntil }, tx.now);
    const { orderId, sell } = quote;
    const left = orderId === null ? sell : await this.leftOf(tx, orderId);
    if (sell.isMoreThan(left)) {
      throw new MoreThanCollectedError(SAY.less_is_left, {
        left: left.toString(),
      });
    }
    await moveUnderMandate(tx, sell, quote.buy);
    return this.begin(tx, quote, bound, null);
  }

  /**
   * Converts what a collection brought for an order that converts by itself. Once: a share whose conversion stands, or
   * of which dues or a person's own conversion left nothing, is left alone.
   * @throws BoardStaleError
   */
  async convertAllocation(tx: Tx, allocationId: string): Promise<void> {
    const known = await tx.find(Allocation, allocationId);
    if (known === null) return;
    // The debt before its shares, as everybody takes them.
    await this.receivables.lock(tx, known.orderId);
    const allocation = await tx.lock(Allocation, allocationId);
    if (allocation === null || allocation.proceeds.isZero()) return;
    const earlier = allocation.conversionId === null ? null : await tx.find(Conversion, allocation.conversionId);
    if (earlier !== null && earlier.state !== 'failed') return;
    const amount = Money.min(allocation.proceeds, await this.freeOf(tx, allocation.orderId));
    if (amount.minor <= 0n) return;
    const wish = { fixed: 'sell', amount, buyCurrency: HOME } as const;
    const { id: quoteId } = await this.quotes.give(tx, { wish, orderId: allocation.orderId, partyId: null });
    const quote = await this.quotes.use(tx, quoteId);
    const conversion = await this.begin(tx, quote, boundOf(quote, {}, tx.now), allocationId);
    allocation.convertBy(conversion.id, tx.now);
    await tx.store(Allocation, allocation);
  }

  /**
   * Money in CNY needs no exchange: the order goes on as after one.
   * @returns the conversion's id
   */
  async passAtPar(
    tx: Tx,
    money: { orderId: string; partyId: string; allocationId: string | null; amount: Money },
  ): Promise<string> {
    const id = newId();
    const facts = { tenantId: tx.tenantId, id, valueDate: dateInZone(tx.now, CHINA), now: tx.now };
    const conversion = Conversion.atPar({ ...facts, ...money });
    await tx.insert(Conversion, conversion);
    this.publishSettled(tx, conversion, true);
    return id;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Conversion> {
    const conversion = await view.find(Conversion, id);
    if (conversion === null) throw new ResourceNotFoundError(SAY.no_such_conversion);
    return conversion;
  }

  /**
   * The bank has dealt. Hearing so again changes nothing.
   * @throws ContradictoryStatusError when it had refused before: the deal is then in nobody's books, and people must look
   */
  async recordDeal(tx: Tx, id: string, { dealId, bought, valueDate }: Deal): Promise<void> {
    const conversion = await tx.lock(Conversion, id);
    if (conversion?.state === 'failed') {
      throw new ContradictoryStatusError(SAY.deal_contradicts, { dealId });
    }
    if (conversion?.state !== 'booked') return;
    conversion.settle({ dealId, valueDate, now: tx.now });
    await this.ledger.post(tx, settlementEntry(conversion, bought, valueDate));
    await tx.store(Conversion, conversion);
    this.publishSettled(tx, conversion, false);
    this.audit(tx, conversion, 'conversion.settled', 'booked');
  }

  /**
   * The bank said no: the booking is reversed. Where the market had moved and the order converts by itself, a new
   * quote is tried.
   */
  async recordRefusal(tx: Tx, id: string, { code, reason }: { code: string; reason: string }): Promise<void> {
    const conversion = await tx.lock(Conversion, id);
    if (conversion?.state !== 'booked') return;
    conversion.fail(`${code}: ${reason}`, tx.now);
    if (conversion.transferId !== null) {
      await this.ledger.reverse(tx, conversion.transferId, { key: `fx.conversion-failed/${id}`, reason: code });
    }
    await tx.store(Conversion, conversion);
    publish(tx, {
      type: 'fx.conversion.failed',
      resource: { type: 'conversion', id },
      orderId: conversion.orderId,
      changed: ['state', 'reason'],
      data: { reason: code },
    });
    this.audit(tx, conversion, 'conversion.failed', 'booked');
    if (MARKET_MOVED.includes(code)) await this.tryAnew(tx, conversion);
  }

  /** Time is up: if it still waits, the deal is made again (the bank makes it once), and somebody is told. */
  async chase(tx: Tx, id: string): Promise<void> {
    const conversion = await tx.lock(Conversion, id);
    if (conversion?.state !== 'booked' || conversion.expectedBy === null) return;
    const overdueSince = conversion.expectedBy;
    const dueAt = nextAsk('deal', conversion.createdAt, tx);
    conversion.waitUntil(dueAt, tx.now);
    await tx.store(Conversion, conversion);
    publish(tx, {
      type: 'fx.conversion.overdue',
      resource: { type: 'conversion', id },
      orderId: conversion.orderId,
      changed: ['expectedBy'],
      data: { state: conversion.state, expectedBy: overdueSince.toISOString() },
    });
    enqueue(tx, dealConversion, { conversionId: id });
    enqueue(tx, askDeal, { conversionId: id }, { dueAt });
  }

  list(view: View, query: PageQuery, { orderId, partyId, state }: ConversionFilter): Promise<Page<Conversion>> {
    const conditions = [...equal('order_id', orderId), ...equal('party_id', partyId), ...among('state', state)];
    return entityPage(view, Conversion, { table: 'fx.conversion', query, conditions });
  }

  /** Changes the books by a conversion that is allowed, at a quote that is used; the caller keeps the row. */
  async book(tx: Tx, conversion: Conversion, quote: Quote): Promise<void> {
    const dueAt = expectedBy('deal', tx);
    const { id, state: from } = conversion;
    const isNew = conversion.approval === null;
    conversion.book({ quote, planned: await this.planned(tx, quote), expectedBy: dueAt, now: tx.now });
    conversion.bookedAs(await this.ledger.post(tx, bookingEntry(conversion, dateInZone(tx.now, CHINA))));
    publish(tx, {
      type: 'fx.conversion.booked',
      resource: { type: 'conversion', id },
      orderId: conversion.orderId,
      creates: isNew,
      changed: ['state'],
      data: { sold: conversion.sold.toJSON(), rate: conversion.ratePerOne.toFixed() },
    });
    this.audit(tx, conversion, 'conversion.booked', isNew ? null : from);
    enqueue(tx, dealConversion, { conversionId: id });
    enqueue(tx, askDeal, { conversionId: id }, { dueAt });
  }

  private async begin(tx: Tx, quote: Quote, bound: Bound, allocationId: string | null): Promise<Conversion> {
    const conversion = Conversion.intend({
      ...bound,
      ...{ tenantId: tx.tenantId, id: newId(), allocationId, quote, now: tx.now },
    });
    const awaited = await this.approvals.gate(tx, convertingOf(conversion));
    if (awaited === null) {
      await this.book(tx, conversion, quote);
    } else {
      conversion.stand(awaited, tx.now);
      this.audit(tx, conversion, 'conversion.asked', null);
    }
    await tx.insert(Conversion, conversion);
    return conversion;
  }

  /** What may still be sold of an order's money; its receivable is held, so that two cannot sell the same. */
  async leftOf(tx: Tx, orderId: string): Promise<Money> {
    const receivable = await this.receivables.lock(tx, orderId);
    if (receivable === null) throw new Error(`Order ${orderId} has no receivable`);
    const { currency } = receivable.expected;
    const [row] = await tx.query<{ left_minor: string }>(LEFT, [tx.tenantId, orderId, currency]);
    return Money.ofMinor(BigInt(row?.left_minor ?? 0), currency);
  }

  /** What may be sold at a price of the day: what is sold forward is kept back, and delivered at once on its last day. */
  private async freeOf(tx: Tx, orderId: string): Promise<Money> {
    const left = await this.leftOf(tx, orderId);
    const forwards = await openForwards(tx, { orderId });
    const today = dateInZone(tx.now, CHINA);
    for (const { id, dueOn } of forwards) if (dueOn === today) enqueue(tx, deliverForward, { forwardId: id });
    return forwards.reduce((free, { open }) => free.minus(open), left);
  }

  /** What the order's plan makes of it, for the margin: only sold foreign currency was planned. */
  private async planned(view: View, { orderId, side, sell }: Quote): Promise<Money | null> {
    const receivable = orderId === null || side === 'buy' ? null : await this.receivables.find(view, orderId);
    if (receivable?.expected.currency !== sell.currency) return null;
    return Money.ofMajor(sell.toDecimal().times(receivable.planRate), HOME, 'half-up');
  }

  private async tryAnew(tx: Tx, { allocationId }: Conversion): Promise<void> {
    await this.board.distrust(tx);
    if (allocationId === null) return;
    const tries = await tx.manager.countBy(Conversion, { tenantId: tx.tenantId, allocationId });
    if (tries >= AUTOMATIC_TRIES) return;
    enqueue(tx, convertAllocation, { allocationId }, { dueAt: later(tx.now, RETRY_SECONDS * tries) });
  }

  private publishSettled(tx: Tx, conversion: Conversion, creates: boolean): void {
    publish(tx, {
      type: 'fx.conversion.settled',
      resource: { type: 'conversion', id: conversion.id },
      orderId: conversion.orderId,
      creates,
      changed: ['state', 'dealId', 'valueDate'],
      data: {
        sold: conversion.sold.toJSON(),
        bought: conversion.bought.toJSON(),
        rate: conversion.ratePerOne.toFixed(),
        planned: conversion.planned?.toJSON() ?? null,
      },
    });
  }

  private audit(tx: Tx, { id, state }: Conversion, action: string, from: string | null): void {
    audit(tx, { action, resourceType: 'conversion', resourceId: id, from, to: state });
  }
}
