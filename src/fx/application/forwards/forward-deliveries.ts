import { Injectable } from '@nestjs/common';

import { newId } from '../../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { moveUnderMandate } from '../../../platform/auth/mandates/mandate-limits.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { MoreThanCollectedError } from '../../domain/conversions/quote.errors.js';
import { OutsideWindowError, OverHedgedError } from '../../domain/forwards/forward.errors.js';
import { SAY } from '../../domain/forwards/forward.sentences.js';
import { FORWARD } from '../../domain/forwards/forward-status.js';
import { inHome, isWithinDays } from '../../domain/forwards/price-forward.js';
import { SAY as FX } from '../../domain/fx.sentences.js';
import { expectedBy } from '../../domain/patience.js';
import { Conversion } from '../../entities/conversion.entity.js';
import { Forward } from '../../entities/forward.entity.js';
import { ForwardMove } from '../../entities/forward-move.entity.js';
import { askDeal, dealConversion } from '../../jobs/fx.job.js';
import { Receivables } from '../collections/receivables.js';
import { bookingEntry } from '../conversions/conversion-entries.js';
import { Conversions } from '../conversions/conversions.js';
import { Cover, tooMuchBought } from './cover.js';
import { movingFor } from './open-forwards.js';
import { ForwardDeposits } from './forward-deposits.js';
import { assertPart } from './forward-moves.js';
import { noteForward } from './forward-news.js';

/**
 * Deliveries of contracts (交割), at the contract's rate, as in a conversion: the order's money becomes CNY, or the seller's CNY
 * becomes what it owes on the order.
 */
@Injectable()
export class ForwardDeliveries {
  constructor(
    private readonly conversions: Conversions,
    private readonly receivables: Receivables,
    private readonly deposits: ForwardDeposits,
    private readonly ledger: Ledger,
    private readonly cover: Cover,
  ) {}

  /**
   * Delivers a part, or as much as is open and has come; of one that buys, as is owed and there is CNY for.
   * @throws ResourceNotFoundError, IllegalTransitionError, OutsideWindowError, MoreThanOpenError, MandateLimitError
   * @throws MoreThanCollectedError when less of the order's money is there
   * @throws OverHedgedError, InsufficientFundsError when less is owed, or the CNY for it is not there
   */
  async deliver(tx: Tx, id: string, amount: Money | null): Promise<Forward> {
    const known = await tx.find(Forward, id);
    if (known === null) throw new ResourceNotFoundError(SAY.no_such_forward);
    const left = await this.leftFor(tx, known);
    const forward = await tx.lock(Forward, id);
    if (forward === null) throw new ResourceNotFoundError(SAY.no_such_forward);
    tx.assertFresh(forward);
    const today = dateInZone(tx.now, CHINA);
    assertDeliverable(forward, today);
    const part = amount ?? Money.min(Money.min(forward.open, left), (await this.affordable(tx, forward)) ?? left);
    assertPart(part, forward.open);
    if (part.isMoreThan(left) || part.minor <= 0n) throw tooMuch(forward, part, left);
    await moveUnderMandate(tx, part, inHome(part, forward.rate, forward.unit));
    await this.begin(tx, forward, part, today);
    await tx.store(Forward, forward);
    return forward;
  }

  /** On the last day of a contract of an order that converts by itself: as much as is there. Nothing is no fault. */
  async deliverDue(tx: Tx, id: string): Promise<void> {
    const known = await tx.find(Forward, id);
    if (known === null || !FORWARD.allows(known.state, 'deliver')) return;
    const left = await this.leftFor(tx, known);
    const isToday = isWithinDays(known, dateInZone(tx.now, CHINA));
    const part = Money.min(Money.min(known.open, left), (await this.affordable(tx, known)) ?? left);
    if (isToday && part.minor > 0n) await this.deliver(tx, id, null);
  }

  /** Of the order's money what is there; of what its seller owes what is not on its way to be paid. */
  private async leftFor(tx: Tx, forward: Forward): Promise<Money> {
    const { orderId, side, amount } = forward;
    if (side === 'sell' && orderId !== null) return this.conversions.leftOf(tx, orderId);
    const owed = await this.cover.owed(tx, forward, amount.currency);
    const moving = (await movingFor(tx, forward, side)).get(amount.currency);
    return moving === undefined ? owed : owed.minus(moving);
  }

  /** What the seller's CNY buys, that which is held for the contract included; null of one that sells. */
  private async affordable(tx: Tx, forward: Forward): Promise<Money | null> {
    const { side, partyId, held, rate, unit, amount, open } = forward;
    if (side === 'sell') return null;
    const { available } = await this.ledger.balance(tx, { code: 'client_funds', partyId, currency: held.currency });
    const funds = available.plus(held);
    if (!inHome(open, rate, unit).isMoreThan(funds)) return open;
    return Money.ofMajor(funds.toDecimal().times(unit).div(rate), amount.currency, 'down');
  }

  private async begin(tx: Tx, forward: Forward, part: Money, today: LocalDate): Promise<void> {
    const { id: forwardId, side, partyId, orderId, rate, bankRate, unit } = forward;
    const dueAt = expectedBy('deal', tx);
    const [clients, banks] = [inHome(part, rate, unit), inHome(part, bankRate, unit)];
    const facts = { tenantId: tx.tenantId, expectedBy: dueAt, now: tx.now };
    const conversion = Conversion.underForward({
      // What pays the seller's dues is none of the order's own exchanges.
      ...{ ...facts, id: newId(), allocationId: null, forwardId, partyId, orderId: side === 'sell' ? orderId : null },
      ...(side === 'sell'
        ? { sold: part, bankSell: part, bought: clients, bankBuy: banks }
        : { sold: clients, bankSell: banks, bought: part, bankBuy: part }),
      ...{ rate, boardRate: bankRate, unit },
      planned: side === 'sell' && orderId !== null ? await this.planned(tx, orderId, part) : null,
    });
    forward.move(part, tx.now);
    await (side === 'sell' ? this.deposits.keep(tx, forward) : this.deposits.pay(tx, forward, clients));
    conversion.bookedAs(await this.ledger.post(tx, bookingEntry(conversion, today)));
    await tx.insert(Conversion, conversion);
    const nothing = Money.zero(HOME);
    const move = ForwardMove.begin({
      ...{
        ...facts,
        id: newId(),
        forwardId,
        kind: 'delivery',
        quoteId: null,
        conversionId: conversion.id,
        nextId: null,
      },
      ...{ amount: part, rate, bankRate, result: nothing, bankResult: nothing, tradeDate: today },
    });
    await tx.insert(ForwardMove, move);
    noteForward(tx, forward, 'delivery_requested', forward.state);
    this.announce(tx, conversion);
    enqueue(tx, dealConversion, { conversionId: conversion.id });
    enqueue(tx, askDeal, { conversionId: conversion.id }, { dueAt });
  }

  private async planned(tx: Tx, orderId: string, part: Money): Promise<Money | null> {
    const planRate = (await this.receivables.find(tx, orderId))?.planRate;
    return planRate === undefined ? null : Money.ofMajor(part.toDecimal().times(planRate), HOME, 'half-up');
  }

  private announce(tx: Tx, { id, orderId, sold, ratePerOne, state }: Conversion): void {
    publish(tx, {
      type: 'fx.conversion.booked',
      resource: { type: 'conversion', id },
      orderId,
      creates: true,
      changed: ['state'],
      data: { sold: sold.toJSON(), rate: ratePerOne.toFixed() },
    });
    audit(tx, { action: 'conversion.booked', resourceType: 'conversion', resourceId: id, from: null, to: state });
  }
}

function tooMuch({ side, orderId }: Forward, part: Money, left: Money): Error {
  const isNothing = part.minor <= 0n;
  const words = { left: left.toString() };
  if (side === 'buy')
    return new OverHedgedError(isNothing ? SAY.nothing_to_pay : tooMuchBought({ orderId }, words), words);
  return new MoreThanCollectedError(isNothing ? SAY.nothing_to_deliver : FX.less_is_left, words);
}

/** @throws IllegalTransitionError, OutsideWindowError */
function assertDeliverable({ state, startsOn, dueOn }: Forward, today: LocalDate): void {
  FORWARD.next(state, 'deliver');
  if (isWithinDays({ startsOn, dueOn }, today)) return;
  throw new OutsideWindowError(SAY.outside_window({ from: startsOn, to: dueOn }), { from: startsOn, to: dueOn });
}
