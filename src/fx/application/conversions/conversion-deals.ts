import { Injectable } from '@nestjs/common';

import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { enqueue, publish } from '../../../platform/outbox/outbox.js';
import { ContradictoryStatusError } from '../../domain/bank-files/bank-message.errors.js';
import { SAY } from '../../domain/fx.sentences.js';
import { expectedBy, later, nextAsk } from '../../domain/patience.js';
import { Conversion } from '../../entities/conversion.entity.js';
import { askDeal, changeDeal, convertAllocation, dealConversion, deliverDeal } from '../../jobs/fx.job.js';
import { type Deal } from '../../partners/bank.port.js';
import { bankAccountsOf } from '../bank-account-of.js';
import { Board } from './board.js';
import { settlementEntry } from './conversion-entries.js';
import { freeBought } from './conversion-holds.js';
import { noteConversion, publishSettled } from './conversion-news.js';

/** What the bank says when the market has left the price behind; a new quote may do. */
const MARKET_MOVED: readonly string[] = ['RATE_STALE', 'RATE_OFF_MARKET'];
/** How often money that is converted by itself is quoted anew before a person has to look. */
const AUTOMATIC_TRIES = 5;
const RETRY_SECONDS = 2;
/** When banks in China begin to deliver. */
const DELIVERY_TIME = '08:30:00+08:00';

/** What the bank makes of conversions: deals, deliveries, refusals, silence. */
@Injectable()
export class ConversionDeals {
  constructor(
    private readonly board: Board,
    private readonly ledger: Ledger,
  ) {}

  /**
   * The bank has dealt. For value at once, or today, it is settled; else it waits for its day. Hearing so again changes nothing.
   * @throws ContradictoryStatusError when it had refused before: the deal is then in nobody's books, and people must look
   */
  async recordDeal(tx: Tx, id: string, deal: Deal): Promise<void> {
    const { dealId } = deal;
    const conversion = await tx.lock(Conversion, id);
    if (conversion?.state === 'failed') {
      throw new ContradictoryStatusError(SAY.deal_contradicts, { dealId });
    }
    if (conversion?.state !== 'booked') return;
    if (conversion.tenor === null) {
      await this.settle(tx, conversion, deal);
      return;
    }
    const dueAt = deliveryOn(deal.valueDate);
    conversion.deal({ dealId, expectedBy: this.delivered(tx, dueAt), now: tx.now });
    await tx.store(Conversion, conversion);
    publish(tx, {
      type: 'fx.conversion.dealt',
      resource: { type: 'conversion', id },
      orderId: conversion.orderId,
      changed: ['state', 'dealId'],
      data: { sold: conversion.sold.toJSON(), bought: conversion.bought.toJSON(), valueDate: deal.valueDate },
    });
    noteConversion(tx, conversion, 'conversion.dealt', 'booked');
    this.awaitDelivery(tx, conversion);
  }

  /** The bank has delivered what it dealt. Hearing so again changes nothing. */
  async recordDelivery(tx: Tx, id: string, deal: Deal): Promise<void> {
    const conversion = await tx.lock(Conversion, id);
    if (conversion?.state === 'dealt') await this.settle(tx, conversion, deal);
  }

  /**
   * The bank said no: the booking is reversed. Where the market had moved and the order converts by itself, a new
   * quote is tried.
   */
  async recordRefusal(tx: Tx, id: string, { code, reason }: { code: string; reason: string }): Promise<void> {
    const conversion = await tx.lock(Conversion, id);
    if (conversion?.state !== 'booked') return;
    conversion.fail(`${code}: ${reason}`, tx.now);
    await freeBought(tx, this.ledger, conversion, code);
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
    noteConversion(tx, conversion, 'conversion.failed', 'booked');
    if (MARKET_MOVED.includes(code)) await this.tryAnew(tx, conversion);
  }

  /** Time is up: if it still waits, the bank is asked again (it does everything once), and somebody is told. */
  async chase(tx: Tx, id: string): Promise<void> {
    const conversion = await tx.lock(Conversion, id);
    const overdueSince = conversion?.expectedBy ?? null;
    if (conversion === null || overdueSince === null) return;
    // A question from before the deal is answered by it; what came of that has a question of its own.
    if (conversion.state !== 'booked' && overdueSince > tx.now) return;
    const { state, changeId } = conversion;
    if (state !== 'booked' && state !== 'dealt' && state !== 'changing') return;
    const dueAt = nextAsk('deal', state === 'booked' ? conversion.createdAt : overdueSince, tx);
    conversion.waitUntil(dueAt, tx.now);
    await tx.store(Conversion, conversion);
    publish(tx, {
      type: 'fx.conversion.overdue',
      resource: { type: 'conversion', id },
      orderId: conversion.orderId,
      changed: ['expectedBy'],
      data: { state: conversion.state, expectedBy: overdueSince.toISOString() },
    });
    if (state === 'booked') enqueue(tx, dealConversion, { conversionId: id });
    else if (state === 'dealt') enqueue(tx, deliverDeal, { conversionId: id });
    else if (changeId !== null) enqueue(tx, changeDeal, { changeId });
    enqueue(tx, askDeal, { conversionId: id }, { dueAt });
  }

  /** Until when the delivery of that day should have come. */
  delivered(tx: Tx, dueAt: Date): Date {
    return expectedBy('deal', { now: dueAt > tx.now ? dueAt : tx.now, livemode: tx.livemode });
  }

  /** Has it delivered on its day, and asks after that. */
  awaitDelivery(tx: Tx, { id, valueDate, expectedBy: dueAt }: Conversion): void {
    const conversionId = id;
    const day = valueDate ?? dateInZone(tx.now, CHINA);
    enqueue(tx, deliverDeal, { conversionId }, { dueAt: deliveryOn(day) });
    if (dueAt !== null) enqueue(tx, askDeal, { conversionId }, { dueAt });
  }

  private async settle(tx: Tx, conversion: Conversion, { dealId, sold, bought, valueDate }: Deal): Promise<void> {
    const from = conversion.state;
    conversion.settle({ dealId, valueDate, now: tx.now });
    await freeBought(tx, this.ledger, conversion, 'delivered');
    const { partyId, bankSell } = conversion;
    const accounts = await bankAccountsOf(tx, partyId, [bankSell.currency, bought.currency]);
    await this.ledger.post(tx, settlementEntry(conversion, { paid: sold, received: bought, valueDate }, accounts));
    await tx.store(Conversion, conversion);
    publishSettled(tx, conversion, false);
    noteConversion(tx, conversion, 'conversion.settled', from);
  }

  private async tryAnew(tx: Tx, { allocationId }: Conversion): Promise<void> {
    await this.board.distrust(tx);
    if (allocationId === null) return;
    const tries = await tx.manager.countBy(Conversion, { tenantId: tx.tenantId, allocationId });
    if (tries >= AUTOMATIC_TRIES) return;
    enqueue(tx, convertAllocation, { allocationId }, { dueAt: later(tx.now, RETRY_SECONDS * tries) });
  }
}

export function deliveryOn(day: LocalDate): Date {
  return new Date(`${day}T${DELIVERY_TIME}`);
}
