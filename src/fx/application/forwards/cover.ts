import { Injectable } from '@nestjs/common';

import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { type Side } from '../../domain/conversions/rate-bound.js';
import { coverOf, excessesOf, leftOf } from '../../domain/forwards/cover.js';
import { OverHedgedError } from '../../domain/forwards/forward.errors.js';
import { SAY } from '../../domain/forwards/forward.sentences.js';
import { Forward } from '../../entities/forward.entity.js';
import { Receivables } from '../collections/receivables.js';
import { Conversions } from '../conversions/conversions.js';
import { movingOfOrder, openForwards, openOfOrder } from './open-forwards.js';

/** What a contract is, or is to be, for real demand. */
interface Dealt {
  readonly orderId: string;
  readonly side: Side;
  readonly amount: Money;
}

/** Real demand: never more sold forward of an order than it brings, never more bought than its seller owes on it. */
@Injectable()
export class Cover {
  constructor(
    private readonly receivables: Receivables,
    private readonly conversions: Conversions,
    private readonly ledger: Ledger,
  ) {}

  /** The order's receivable is held, so that of several who race none gets what another has. @throws OverHedgedError */
  async assertLeft(tx: Tx, { orderId, side, amount }: Dealt): Promise<void> {
    const cover = await this.of(tx, orderId, side, amount.currency);
    const open = await openOfOrder(tx, orderId, side, cover.currency);
    const moving = (await movingOfOrder(tx, orderId, side)).get(cover.currency) ?? Money.zero(cover.currency);
    const left = leftOf(cover, open.plus(moving));
    if (!amount.isMoreThan(left)) return;
    const words = { left: left.toString() };
    throw new OverHedgedError(side === 'sell' ? SAY.more_than_cover(words) : SAY.more_than_owed(words), words);
  }

  /** Finds out whether there is less to hedge than is dealt forward of the order, and says so where that is new or more. */
  async review(tx: Tx, orderId: string): Promise<void> {
    if ((await openForwards(tx, { orderId })).length === 0) return;
    await this.receivables.lock(tx, orderId);
    const open = await openForwards(tx, { orderId });
    for (const side of ['sell', 'buy'] as const) {
      const own = open.filter((forward) => forward.side === side);
      for (const currency of new Set(own.map((forward) => forward.currency))) {
        const some = own.filter((forward) => forward.currency === currency);
        const cover = await this.of(tx, orderId, side, currency);
        const moving = side === 'buy' ? (await movingOfOrder(tx, orderId, side)).get(currency) : undefined;
        const excesses = excessesOf(moving === undefined ? cover : leftOf(cover, moving), some);
        for (const { id } of some) await this.note(tx, id, excesses.get(id) ?? Money.zero(currency), cover);
      }
    }
  }

  /** What there is to hedge; of what is sold in the order's own currency. */
  private async of(tx: Tx, orderId: string, side: Side, currency: string): Promise<Money> {
    return side === 'sell' ? this.brought(tx, orderId) : this.owed(tx, orderId, currency);
  }

  private async brought(tx: Tx, orderId: string): Promise<Money> {
    const collected = await this.conversions.leftOf(tx, orderId);
    const receivable = await this.receivables.lock(tx, orderId);
    const zero = Money.zero(collected.currency);
    const owed = receivable?.state === 'open' ? receivable.due.minus(receivable.received) : zero;
    return coverOf({ owed, collected });
  }

  /** What the seller owes on the order in that currency, by the books. */
  async owed(tx: Tx, orderId: string, currency: string): Promise<Money> {
    const receivable = await this.receivables.lock(tx, orderId);
    const zero = Money.zero(currency);
    if (receivable === null) return zero;
    const { partyId } = receivable;
    const dues = await this.ledger.balancesOfOrder(tx, { code: 'client_dues', partyId, orderId });
    return Money.max(dues.find((due) => due.currency === currency) ?? zero, zero);
  }

  private async note(tx: Tx, id: string, excess: Money, cover: Money): Promise<void> {
    const forward = await tx.lock(Forward, id);
    if (forward === null || forward.excess.equals(excess)) return;
    const isWorse = excess.isMoreThan(forward.excess);
    forward.exceed(excess, tx.now);
    await tx.store(Forward, forward);
    if (!isWorse) return;
    const { side, open } = forward;
    publish(tx, {
      type: 'fx.forward.over_hedged',
      resource: { type: 'forward', id },
      orderId: forward.orderId,
      changed: ['excess'],
      data: { side, open: open.toJSON(), cover: cover.toJSON(), excess: excess.toJSON() },
    });
  }
}
