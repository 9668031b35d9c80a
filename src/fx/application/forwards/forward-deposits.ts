import { Injectable } from '@nestjs/common';

import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { depositFor } from '../../domain/forwards/forward-parts.js';
import { afterPaying, noLongerNeeded } from '../../domain/forwards/set-aside.js';
import { type Forward } from '../../entities/forward.entity.js';

/**
 * What is held of the client's CNY for a contract: the deposit, in proportion to what is open, and for one that buys what was
 * set aside of its price. The caller keeps the contract.
 */
@Injectable()
export class ForwardDeposits {
  constructor(private readonly ledger: Ledger) {}

  /** Holds what is due for what is open: all of it at first, nothing at last. @throws InsufficientFundsError */
  keep(tx: Tx, forward: Forward): Promise<void> {
    return this.hold(tx, forward, dueFor(forward));
  }

  /** As `keep`, of one that buys, before a part is paid: its share of the deposit and what was set aside pay first. */
  async pay(tx: Tx, forward: Forward, cost: Money): Promise<void> {
    const freed = forward.held.minus(dueFor(forward));
    forward.putAside(afterPaying(forward.setAside, cost, Money.max(freed, Money.zero(cost.currency))));
    await this.keep(tx, forward);
  }

  /**
   * As `keep`, after a part came back that was on its way: what the client has spent meanwhile is not held.
   * @param unpaid of one that buys: what the part would have cost
   */
  async restore(tx: Tx, forward: Forward, unpaid: Money | null): Promise<void> {
    const { partyId, deposit, held } = forward;
    const zero = Money.zero(deposit.currency);
    const { available } = await this.ledger.balance(tx, { code: 'client_funds', partyId, currency: deposit.currency });
    const most = held.plus(Money.max(available, zero));
    const share = depositFor(deposit, forward.open, forward.amount);
    if (forward.side === 'buy') {
      const wanted = unpaid === null ? forward.setAside : forward.setAside.plus(unpaid);
      const needed = wanted.minus(noLongerNeeded({ ...forward.heldForPrice, setAside: wanted }));
      forward.putAside(Money.max(Money.min(needed, most.minus(share)), zero));
    }
    await this.hold(tx, forward, Money.min(dueFor(forward), most));
  }

  /** Nothing is held any more. @returns what was set aside of the price */
  async release(tx: Tx, forward: Forward): Promise<Money> {
    const { setAside } = forward;
    const zero = Money.zero(forward.deposit.currency);
    forward.putAside(zero);
    await this.hold(tx, forward, zero);
    return setAside;
  }

  /** What was set aside beyond the price of what is not settled is free. @returns how much */
  async trim(tx: Tx, forward: Forward): Promise<Money> {
    const freed = noLongerNeeded(forward.heldForPrice);
    if (freed.isZero()) return freed;
    forward.putAside(forward.setAside.minus(freed));
    await this.keep(tx, forward);
    return freed;
  }

  private async hold(tx: Tx, forward: Forward, amount: Money): Promise<void> {
    if (amount.equals(forward.held)) return;
    const { id, partyId, orderId, holdId, holds } = forward;
    if (holdId !== null) await this.ledger.voidHold(tx, holdId, { reason: 'forward' });
    if (amount.isZero()) {
      forward.holding(amount, null);
      return;
    }
    const key = `fx.forward-deposit/${id}/${holds + 1}`;
    const account = { code: 'client_funds', partyId } as const;
    forward.holding(amount, await this.ledger.hold(tx, { key, account, amount, orderId }));
  }
}

function dueFor({ deposit, open, amount, setAside }: Forward): Money {
  return depositFor(deposit, open, amount).plus(setAside);
}
