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
import { enqueue, publish } from '../../../platform/outbox/outbox.js';
import { SAY } from '../../domain/fx.sentences.js';
import { expectedBy } from '../../domain/patience.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { MoreThanCollectedError } from '../../domain/conversions/quote.errors.js';
import { Allocation } from '../../entities/allocation.entity.js';
import { Conversion } from '../../entities/conversion.entity.js';
import { type Bound } from '../../entities/conversion-figures.js';
import { type Quote } from '../../entities/quote.entity.js';
import { askDeal, dealConversion } from '../../jobs/fx.job.js';
import { deliverForward } from '../../jobs/forward.job.js';
import { boundOf, type ConversionTerms } from './conversion-bound.js';
import { bookingEntry } from './conversion-entries.js';
import { holdBought } from './conversion-holds.js';
import { noteConversion, publishSettled } from './conversion-news.js';
import { convertingOf } from '../ordering.js';
import { Quotes } from './quotes.js';
import { openForwards } from '../forwards/open-forwards.js';
import { Receivables } from '../collections/receivables.js';
import { TradeChecks } from '../safe/trade-checks.js';

export interface ConversionFilter {
  readonly orderId?: string | undefined;
  readonly partyId?: string | undefined;
  readonly state?: string | undefined;
}

/** What is asked for: a quote, and how far it may go from that while it waits for somebody. */
export interface ConversionOrder extends ConversionTerms {
  readonly quoteId: string;
}

const NOW = `SELECT coalesce(test_clock, now()) AS now FROM platform.tenant WHERE id = $1`;

/**
 * What came in for an order, less dues taken from it, less what was sold of it before, and what more the bank is asked to have
 * sold by a change; in the order's currency. CNY that
 * was given back to an order in another currency passes at par, and is none of it.
 */
const LEFT = `
  SELECT (coalesce((SELECT sum(a.amount_minor - a.dues_minor - a.back_minor) FROM fx.allocation a
                    WHERE a.tenant_id = $1 AND a.order_id = $2), 0)
        - coalesce((SELECT sum(c.sold_minor) FROM fx.conversion c
                    WHERE c.tenant_id = $1 AND c.order_id = $2 AND c.state IN ('booked', 'dealt', 'changing', 'settled') AND c.sold_currency = $3), 0)
        - coalesce((SELECT sum(greatest(h.to_minor - h.from_minor, 0))
                    FROM fx.conversion c JOIN fx.conversion_change h ON h.tenant_id = c.tenant_id AND h.id = c.change_id
                    WHERE c.tenant_id = $1 AND c.order_id = $2 AND c.state = 'changing' AND c.sold_currency = $3
                      AND h.kind = 'amend'), 0))::text AS left_minor`;

/** Exchanges of clients' money: booked at a quote, dealt with the bank, settled or taken back. */
@Injectable()
export class Conversions {
  constructor(
    private readonly quotes: Quotes,
    private readonly receivables: Receivables,
    private readonly ledger: Ledger,
    private readonly approvals: Approvals,
    private readonly checks: TradeChecks,
  ) {}

  /**
   * Converts at a quote: the books change now, the deal with the bank follows. Where the tenant's policy says so a second person
   * is asked first, and nothing is held meanwhile.
   * @throws InvalidInputError, ResourceNotFoundError, QuoteUsedError, QuoteExpiredError
   * @throws MoreThanCollectedError when the order's money was sold before, or has not come
   * @throws InsufficientFundsError when the client does not hold what it sells
   * @throws TradeCheckOpenError when the trade behind the order's money is not shown
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
    if (orderId !== null) await this.requireTrade(tx, orderId);
    // Between two foreign currencies what it is worth in CNY counts, too.
    await moveUnderMandate(tx, sell, quote.buy, ...quote.legs.slice(0, 1).map(({ worth }) => worth));
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
    const receivable = await this.receivables.lock(tx, known.orderId);
    // Whoever shows the trade behind it orders the conversion anew.
    if (receivable !== null && !(await this.checks.isOpen(tx, receivable))) return;
    const allocation = await tx.lock(Allocation, allocationId);
    if (allocation?.undoneAt !== null || allocation.proceeds.isZero()) return;
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
    publishSettled(tx, conversion, true);
    return id;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Conversion> {
    const conversion = await view.find(Conversion, id);
    if (conversion === null) throw new ResourceNotFoundError(SAY.no_such_conversion);
    return conversion;
  }

  /** What a delivery is about; one whose day was put off is not due. */
  async delivery(
    view: View,
    id: string,
  ): Promise<Pick<Conversion, 'state' | 'dealId' | 'valueDate'> & { readonly isDue: boolean }> {
    const { state, dealId, valueDate } = await this.get(view, id);
    const [tenant] = await view.query<{ now: Date }>(NOW, [view.tenantId]);
    const isDue = tenant !== undefined && valueDate !== null && valueDate <= dateInZone(tenant.now, CHINA);
    return { state, dealId, valueDate, isDue };
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
    await holdBought(tx, this.ledger, conversion);
    publish(tx, {
      type: 'fx.conversion.booked',
      resource: { type: 'conversion', id },
      orderId: conversion.orderId,
      creates: isNew,
      changed: ['state'],
      data: { sold: conversion.sold.toJSON(), rate: conversion.ratePerOne.toFixed() },
    });
    noteConversion(tx, conversion, 'conversion.booked', isNew ? null : from);
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
      noteConversion(tx, conversion, 'conversion.asked', null);
    }
    await tx.insert(Conversion, conversion);
    return conversion;
  }

  private async requireTrade(tx: Tx, orderId: string): Promise<void> {
    const receivable = await this.receivables.find(tx, orderId);
    if (receivable !== null) await this.checks.require(tx, receivable);
  }

  /** What may still be sold of an order's money; its receivable is held, so that two cannot sell the same. */
  /** Whether nothing of this share was converted by itself, or not for good. */
  async isFree(view: View, { conversionId }: Allocation): Promise<boolean> {
    const conversion = conversionId === null ? null : await view.find(Conversion, conversionId);
    return conversion === null || conversion.state === 'failed' || conversion.state === 'lapsed';
  }

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
    const forwards = (await openForwards(tx, { orderId })).filter(({ side }) => side === 'sell');
    const today = dateInZone(tx.now, CHINA);
    for (const { id, dueOn } of forwards) if (dueOn === today) enqueue(tx, deliverForward, { forwardId: id });
    return forwards.reduce((free, { open }) => free.minus(open), left);
  }

  /** What the order's plan makes of it, for the margin: only sold foreign currency was planned. */
  private async planned(view: View, { orderId, side, sell }: Quote): Promise<Money | null> {
    const receivable = orderId === null || side !== 'sell' ? null : await this.receivables.find(view, orderId);
    if (receivable?.expected.currency !== sell.currency) return null;
    return Money.ofMajor(sell.toDecimal().times(receivable.planRate), HOME, 'half-up');
  }
}
