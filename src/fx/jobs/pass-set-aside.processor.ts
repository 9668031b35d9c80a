import { Injectable } from '@nestjs/common';

import { Money } from '../../kernel/money.js';
import { type Tx } from '../../platform/database/session.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Board } from '../application/conversions/board.js';
import { Payouts } from '../application/payouts/payouts.js';
import { BoardStaleError } from '../domain/conversions/quote.errors.js';
import { Bank } from '../partners/bank.port.js';
import { passSetAside, type SetAsidePayload } from './forward.job.js';

/** What was set aside for a forward and is not needed goes to the seller; fetches the board itself if dues are to be paid. */
@Injectable()
export class PassSetAsideProcessor extends Processor<SetAsidePayload> {
  readonly job = passSetAside;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly payouts: Payouts,
    private readonly board: Board,
    private readonly bank: Bank,
  ) {
    super();
  }

  override async process(delivery: Delivery<SetAsidePayload>): Promise<void> {
    const { causeId: eventId, orderId, partyId, amount } = delivery.payload;
    const pass = (tx: Tx): Promise<void> =>
      this.payouts.passOn(tx, { eventId, orderId, partyId, amount: Money.fromJSON(amount) });
    try {
      await this.deliveries.once(delivery, pass);
    } catch (error) {
      if (!(error instanceof BoardStaleError)) throw error;
      const board = await this.bank.board(delivery.caller);
      await this.deliveries.once(delivery, async (tx) => {
        await this.board.record(tx, board);
        await pass(tx);
      });
    }
  }
}
