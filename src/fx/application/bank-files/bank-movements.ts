import { Injectable } from '@nestjs/common';

import { type Tx } from '../../../platform/database/session.js';
import { type AccountNotice } from '../../domain/bank-files/bank-message.js';
import { lockByNumber } from '../collections/collection-rows.js';
import { Collections } from '../collections/collections.js';
import { PayoutReturns } from '../payouts/payout-returns.js';
import { RefundReturns } from '../refunds/refund-returns.js';

/** What the bank reports of accounts, by whichever message: payouts and refunds that came back, and money from buyers. */
@Injectable()
export class BankMovements {
  constructor(
    private readonly returns: PayoutReturns,
    private readonly refundReturns: RefundReturns,
    private readonly collections: Collections,
  ) {}

  /**
   * Takes in what the bank reports. A movement reported before changes nothing, by the bank's reference.
   * @throws AccountUnknownError when an account is not (yet) one of ours; nothing is taken in then
   */
  async takeIn(tx: Tx, notices: readonly AccountNotice[], sourceId: string): Promise<void> {
    // Before anything that stands behind them. Who holds them is the only one to match money that came in on them.
    const accounts = await lockByNumber(tx, notices);
    const received = await this.refundReturns.takeOut(tx, await this.returns.takeOut(tx, notices));
    await this.collections.takeIn(tx, received, accounts, sourceId);
  }
}
