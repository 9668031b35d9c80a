import { Injectable } from '@nestjs/common';

import { newId } from '../../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { moveUnderMandate } from '../../../platform/auth/mandates/mandate-limits.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { MoreThanCollectedError } from '../../domain/conversions/quote.errors.js';
import { OutsideWindowError } from '../../domain/forwards/forward.errors.js';
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
import { ForwardDeposits } from './forward-deposits.js';
import { assertPart } from './forward-moves.js';
import { noteForward } from './forward-news.js';

/** Deliveries of contracts (交割): the order's money changes currency at the contract's rate, as in a conversion. */
@Injectable()
export class ForwardDeliveries {
  constructor(
    private readonly conversions: Conversions,
    private readonly receivables: Receivables,
    private readonly deposits: ForwardDeposits,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Delivers a part, or as much as is open and has come.
   * @throws ResourceNotFoundError, IllegalTransitionError, OutsideWindowError, MoreThanOpenError, MandateLimitError
   * @throws MoreThanCollectedError when less of the order's money is there
   */
  async deliver(tx: Tx, id: string, amount: Money | null): Promise<Forward> {
    const known = await tx.find(Forward, id);
    if (known === null) throw new ResourceNotFoundError(SAY.no_such_forward);
    const left = await this.conversions.leftOf(tx, known.orderId);
    const forward = await tx.lock(Forward, id);
    if (forward === null) throw new ResourceNotFoundError(SAY.no_such_forward);
    tx.assertFresh(forward);
    const today = dateInZone(tx.now, CHINA);
    assertDeliverable(forward, today);
    const part = amount ?? Money.min(forward.open, left);
    assertPart(part, forward.open);
    if (part.isMoreThan(left) || part.minor <= 0n) {
      const sentence = part.minor <= 0n ? SAY.nothing_to_deliver : FX.less_is_left;
      throw new MoreThanCollectedError(sentence, { left: left.toString() });
    }
    await moveUnderMandate(tx, part, inHome(part, forward.rate, forward.unit));
    await this.begin(tx, forward, part, today);
    await tx.store(Forward, forward);
    return forward;
  }

  /** On the last day of a contract of an order that converts by itself: as much as is there. Nothing is no fault. */
  async deliverDue(tx: Tx, id: string): Promise<void> {
    const known = await tx.find(Forward, id);
    if (known === null || !FORWARD.allows(known.state, 'deliver')) return;
    const left = await this.conversions.leftOf(tx, known.orderId);
    const isToday = isWithinDays(known, dateInZone(tx.now, CHINA));
    if (isToday && left.minor > 0n && !known.open.isZero()) await this.deliver(tx, id, null);
  }

  private async begin(tx: Tx, forward: Forward, part: Money, today: LocalDate): Promise<void> {
    const { id: forwardId, partyId, orderId, rate, bankRate, unit } = forward;
    const dueAt = expectedBy('deal', tx);
    const [bought, bankBuy] = [inHome(part, rate, unit), inHome(part, bankRate, unit)];
    const planRate = (await this.receivables.find(tx, orderId))?.planRate;
    const facts = { tenantId: tx.tenantId, expectedBy: dueAt, now: tx.now };
    const conversion = Conversion.underForward({
      ...{ ...facts, id: newId(), allocationId: null, forwardId, partyId, orderId },
      ...{ sold: part, bought, bankBuy, rate, boardRate: bankRate, unit },
      planned: planRate === undefined ? null : Money.ofMajor(part.toDecimal().times(planRate), 'CNY', 'half-up'),
    });
    conversion.bookedAs(await this.ledger.post(tx, bookingEntry(conversion, today)));
    await tx.insert(Conversion, conversion);
    forward.move(part, tx.now);
    await this.deposits.keep(tx, forward);
    const nothing = Money.zero(bought.currency);
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

/** @throws IllegalTransitionError, OutsideWindowError */
function assertDeliverable({ state, startsOn, dueOn }: Forward, today: LocalDate): void {
  FORWARD.next(state, 'deliver');
  if (isWithinDays({ startsOn, dueOn }, today)) return;
  throw new OutsideWindowError(SAY.outside_window({ from: startsOn, to: dueOn }), { from: startsOn, to: dueOn });
}
