import { Injectable } from '@nestjs/common';

import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { depositFor } from '../../domain/forwards/forward-parts.js';
import { type Forward } from '../../entities/forward.entity.js';

/** The deposit of a contract: held of the client's CNY, in proportion to what is open. The caller keeps the contract. */
@Injectable()
export class ForwardDeposits {
  constructor(private readonly ledger: Ledger) {}

  /** Holds what is due for what is open: all of it at first, nothing at last. @throws InsufficientFundsError */
  keep(tx: Tx, forward: Forward): Promise<void> {
    return this.hold(tx, forward, depositFor(forward.deposit, forward.open, forward.amount));
  }

  /** As `keep`, after a part came back that was on its way: what the client has spent meanwhile is not held. */
  async restore(tx: Tx, forward: Forward): Promise<void> {
    const { partyId, deposit, held } = forward;
    const { available } = await this.ledger.balance(tx, { code: 'client_funds', partyId, currency: deposit.currency });
    const due = depositFor(deposit, forward.open, forward.amount);
    await this.hold(tx, forward, Money.min(due, held.plus(Money.max(available, Money.zero(deposit.currency)))));
  }

  /** Nothing is held any more. */
  release(tx: Tx, forward: Forward): Promise<void> {
    return this.hold(tx, forward, Money.zero(forward.deposit.currency));
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
