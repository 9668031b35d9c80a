import { Injectable } from '@nestjs/common';

import { Money } from '../../../kernel/money.js';
import { type Tx } from '../../../platform/database/session.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { coverOf, excessesOf, leftOf } from '../../domain/forwards/cover.js';
import { OverHedgedError } from '../../domain/forwards/forward.errors.js';
import { SAY } from '../../domain/forwards/forward.sentences.js';
import { Forward } from '../../entities/forward.entity.js';
import { Receivables } from '../collections/receivables.js';
import { Conversions } from '../conversions/conversions.js';
import { openForwards, openOfOrder } from './open-forwards.js';

/** A contract that is being closed out is still one until the bank has said so. */
const CLOSING = `
  SELECT coalesce(sum(m.amount_minor), 0)::text AS minor
  FROM fx.forward_move m JOIN fx.forward f ON f.tenant_id = m.tenant_id AND f.id = m.forward_id
  WHERE m.tenant_id = $1 AND f.order_id = $2 AND m.kind = 'close_out' AND m.state = 'pending'`;

/** Real demand: never more sold forward of an order than it brings. */
@Injectable()
export class Cover {
  constructor(
    private readonly receivables: Receivables,
    private readonly conversions: Conversions,
  ) {}

  /** The order's receivable is held, so that of several who race none gets what another has. @throws OverHedgedError */
  async assertLeft(tx: Tx, orderId: string, amount: Money): Promise<void> {
    const cover = await this.of(tx, orderId);
    const open = await openOfOrder(tx, orderId, cover.currency);
    const [row] = await tx.query<{ minor: string }>(CLOSING, [tx.tenantId, orderId]);
    const closing = Money.ofMinor(BigInt(row?.minor ?? 0), cover.currency);
    const left = leftOf(cover, open.plus(closing));
    if (!amount.isMoreThan(left)) return;
    throw new OverHedgedError(SAY.more_than_cover({ left: left.toString() }), { left: left.toString() });
  }

  /** Finds out whether the order brings less than is sold forward of it, and says so where that is new or more. */
  async review(tx: Tx, orderId: string): Promise<void> {
    if ((await openForwards(tx, { orderId })).length === 0) return;
    const cover = await this.of(tx, orderId);
    const open = await openForwards(tx, { orderId });
    const excesses = excessesOf(cover, open);
    for (const { id } of open) await this.note(tx, id, excesses.get(id) ?? Money.zero(cover.currency), cover);
  }

  private async of(tx: Tx, orderId: string): Promise<Money> {
    const collected = await this.conversions.leftOf(tx, orderId);
    const receivable = await this.receivables.lock(tx, orderId);
    const zero = Money.zero(collected.currency);
    const owed = receivable?.state === 'open' ? receivable.due.minus(receivable.received) : zero;
    return coverOf({ owed, collected });
  }

  private async note(tx: Tx, id: string, excess: Money, cover: Money): Promise<void> {
    const forward = await tx.lock(Forward, id);
    if (forward === null || forward.excess.equals(excess)) return;
    const isWorse = excess.isMoreThan(forward.excess);
    forward.exceed(excess, tx.now);
    await tx.store(Forward, forward);
    if (!isWorse) return;
    publish(tx, {
      type: 'fx.forward.over_hedged',
      resource: { type: 'forward', id },
      orderId: forward.orderId,
      changed: ['excess'],
      data: { open: forward.open.toJSON(), cover: cover.toJSON(), excess: excess.toJSON() },
    });
  }
}
