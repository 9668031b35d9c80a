import { Injectable } from '@nestjs/common';

import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type Tx } from '../../../platform/database/session.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { type Side } from '../../domain/conversions/rate-bound.js';
import { coverOf, excessesOf, leftOf } from '../../domain/forwards/cover.js';
import { OverHedgedError } from '../../domain/forwards/forward.errors.js';
import { SAY } from '../../domain/forwards/forward.sentences.js';
import { Forward } from '../../entities/forward.entity.js';
import { lockAccounts } from '../collections/collection-rows.js';
import { Receivables } from '../collections/receivables.js';
import { Conversions } from '../conversions/conversions.js';
import { type HedgedThing, movingFor, openAmountFor, openFor, openForwards } from './open-forwards.js';

/** What a contract is, or is to be, for real demand. */
interface Dealt extends HedgedThing {
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

  /** What it is for is held, so that of several who race none gets what another has. @throws OverHedgedError */
  async assertLeft(tx: Tx, { orderId, partyId, side, amount }: Dealt): Promise<void> {
    const thing = { orderId, partyId };
    const cover = await this.of(tx, thing, side, amount.currency);
    const open = await openAmountFor(tx, thing, side, cover.currency);
    const moving = (await movingFor(tx, thing, side)).get(cover.currency) ?? Money.zero(cover.currency);
    const left = leftOf(cover, open.plus(moving));
    if (!amount.isMoreThan(left)) return;
    const words = { left: left.toString() };
    throw new OverHedgedError(side === 'sell' ? SAY.more_than_cover(words) : tooMuchBought(thing, words), words);
  }

  /**
   * What a contract is made for is held: the order's receivable, or the accounts of the seller at the bank, which whoever owes
   * something on no order has. Before the contracts, as everybody takes them.
   */
  async hold(tx: Tx, { orderId, partyId }: HedgedThing): Promise<boolean> {
    if (orderId !== null) return (await this.receivables.lock(tx, orderId)) !== null;
    return (await lockAccounts(tx, { partyIds: [partyId] })).length > 0;
  }

  /** Finds out whether there is less to hedge than is dealt forward of the order, and says so where that is new or more. */
  async review(tx: Tx, orderId: string): Promise<void> {
    const [first] = await openForwards(tx, { orderId });
    if (first !== undefined) await this.look(tx, { orderId, partyId: first.sellerId });
  }

  /** The same of what is bought for dues on no order. */
  async reviewOfSeller(tx: Tx, partyId: string): Promise<void> {
    const [first] = await openForwards(tx, { orderId: null, sellerId: partyId });
    if (first !== undefined) await this.look(tx, { orderId: null, partyId });
  }

  private async look(tx: Tx, thing: HedgedThing): Promise<void> {
    await this.hold(tx, thing);
    const open = await openFor(tx, thing);
    for (const side of ['sell', 'buy'] as const) {
      const own = open.filter((forward) => forward.side === side);
      for (const currency of new Set(own.map((forward) => forward.currency))) {
        const some = own.filter((forward) => forward.currency === currency);
        const cover = await this.of(tx, thing, side, currency);
        const moving = side === 'buy' ? (await movingFor(tx, thing, side)).get(currency) : undefined;
        const excesses = excessesOf(moving === undefined ? cover : leftOf(cover, moving), some);
        for (const { id } of some) await this.note(tx, id, excesses.get(id) ?? Money.zero(currency), cover);
      }
    }
  }

  /** What there is to hedge; of what is sold in the order's own currency. */
  private async of(tx: Tx, thing: HedgedThing, side: Side, currency: string): Promise<Money> {
    const { orderId } = thing;
    return side === 'sell' && orderId !== null ? this.brought(tx, orderId) : this.owed(tx, thing, currency);
  }

  private async brought(tx: Tx, orderId: string): Promise<Money> {
    const collected = await this.conversions.leftOf(tx, orderId);
    const receivable = await this.receivables.lock(tx, orderId);
    const zero = Money.zero(collected.currency);
    const owed = receivable?.state === 'open' ? receivable.due.minus(receivable.received) : zero;
    return coverOf({ owed, collected });
  }

  /** What the seller owes on the order, or on none, in that currency, by the books. */
  async owed(tx: Tx, { orderId, partyId }: HedgedThing, currency: string): Promise<Money> {
    const zero = Money.zero(currency);
    if (!(await this.hold(tx, { orderId, partyId }))) return zero;
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

/** Why no more can be bought. */
export function tooMuchBought({ orderId }: Pick<HedgedThing, 'orderId'>, words: { readonly left: string }): Sentence {
  return orderId === null ? SAY.more_than_owed_at_all(words) : SAY.more_than_owed(words);
}
