import { Injectable } from '@nestjs/common';

import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { type Advance } from '../../entities/advance.entity.js';
import { EarlyRepayments, owedOn } from '../early-repayments.service.js';
import { freeFunds, unlessSpent } from '../free-funds.js';
import { holdAdvance } from '../hold-advance.js';
import { passTurnstile } from '../loan-grounds.js';
import { drawnOn } from './redemption.js';

/** What was lent for a margin and pays no call: held until it is given back. */
export interface UnusedMargin {
  readonly amount: Money;
  readonly holdId: string;
  /** The forward is. */
  readonly isOver: boolean;
}

/** Loans on the margin of forwards: what comes of the forward repays them first. */
@Injectable()
export class MarginLoans {
  constructor(
    private readonly early: EarlyRepayments,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Margin is free again, or the forward is over: the loans on it are repaid, the oldest first.
   * @param freed what was held and is free; null with the end of the forward: whatever the platform holds for the seller then
   */
  async repay(tx: Tx, forwardId: string, freed: Money | null): Promise<void> {
    const subject = { kind: 'forward', id: forwardId } as const;
    await passTurnstile(tx, subject);
    let left = freed;
    for (const advance of await drawnOn(tx, subject)) {
      const paid = await this.pay(tx, advance, left);
      if (left !== null) left = left.minus(paid);
    }
  }

  /**
   * What was lent and pays no call goes back to its lender. Where the forward is over, the rest of what is owed follows out of
   * whatever the platform holds for the seller, as it does of loans that were drawn before that.
   */
  async giveBack(tx: Tx, advanceId: string, { amount, holdId, isOver }: UnusedMargin): Promise<void> {
    const advance = await holdAdvance(tx, advanceId);
    await this.ledger.voidHold(tx, holdId, { reason: 'margin unused' });
    if (advance.state !== 'drawn') return; // repaid meanwhile
    await this.pay(tx, advance, isOver ? null : amount);
  }

  /** As much as is owed and there; no more than `most`, where that is given. */
  private async pay(tx: Tx, advance: Advance, most: Money | null): Promise<Money> {
    const owed = owedOn(advance, dateInZone(tx.now, CHINA));
    const there = Money.min(owed, await freeFunds(this.ledger, tx, advance));
    const amount = most === null ? there : Money.min(there, most);
    if (!amount.isZero()) await unlessSpent(() => this.early.pay(tx, advance, amount));
    return amount;
  }
}
