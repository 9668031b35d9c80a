import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { Board } from '../application/conversions/board.js';
import { Payouts } from '../application/payouts/payouts.js';
import { BoardStaleError } from '../domain/conversions/quote.errors.js';
import { Bank } from '../partners/bank.port.js';
import { onProceedsReleased } from './fx.job.js';

/**
 * What is left for the seller after everybody else was paid goes to its own bank account. Fetches the board itself if dues
 * in a foreign currency must be paid at it.
 */
@Injectable()
export class OnProceedsReleasedProcessor extends Subscriber {
  readonly job = onProceedsReleased;

  readonly hearing: Hearing = {
    'financing.proceeds.released': (tx, event) => this.payouts.release(tx, event),
  };

  constructor(
    deliveries: Deliveries,
    private readonly payouts: Payouts,
    private readonly board: Board,
    private readonly bank: Bank,
  ) {
    super(deliveries);
  }

  override async process(delivery: Delivery<object>): Promise<void> {
    try {
      await super.process(delivery);
    } catch (error) {
      if (!(error instanceof BoardStaleError)) throw error;
      const board = await this.bank.board(delivery.caller);
      await this.deliveries.hear(delivery, async (tx, event) => {
        await this.board.record(tx, board);
        await this.react(tx, event);
      });
    }
  }
}
