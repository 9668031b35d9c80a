import { Injectable } from '@nestjs/common';

import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { EarlyRepayments, owedOn } from '../early-repayments.service.js';
import { passTurnstile } from '../loan-grounds.js';
import { drawnOn } from './redemption.js';

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
    const day = dateInZone(tx.now, CHINA);
    let left = freed;
    for (const advance of await drawnOn(tx, subject)) {
      const { sellerId: partyId, principal } = advance;
      const zero = Money.zero(principal.currency);
      const { available } = await this.ledger.balance(tx, {
        ...{ code: 'client_funds', partyId, currency: principal.currency },
      });
      const most = Money.min(owedOn(advance, day), Money.max(available, zero));
      const amount = left === null ? most : Money.min(most, left);
      if (amount.isZero()) continue;
      await this.early.pay(tx, advance, amount);
      if (left !== null) left = left.minus(amount);
    }
  }
}
