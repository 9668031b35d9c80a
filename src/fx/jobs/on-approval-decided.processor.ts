import { Injectable } from '@nestjs/common';

import { decisionHearing } from '../../approvals/index.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Subscriber } from '../../platform/queues/processor.js';
import { Board } from '../application/conversions/board.js';
import { ConversionDecisions } from '../application/conversions/conversion-decisions.js';
import { Curves } from '../application/forwards/curves.js';
import { ForwardDecisions } from '../application/forwards/forward-decisions.js';
import { PayoutOrders } from '../application/payouts/payout-orders.js';
import { RefundOrders } from '../application/refunds/refund-orders.js';
import { TaxPaymentOrders } from '../application/tax-payments/tax-payment-orders.js';
import { BoardStaleError } from '../domain/conversions/quote.errors.js';
import { CurveStaleError } from '../domain/forwards/forward.errors.js';
import { Bank } from '../partners/bank.port.js';
import { ForwardDesk } from '../partners/forward-desk.port.js';
import { onApprovalDecided } from './fx.job.js';

/** What a second person said to money that waited for them. Fetches the board itself if it must, to quote from. */
@Injectable()
export class OnApprovalDecidedProcessor extends Subscriber {
  readonly job = onApprovalDecided;

  readonly hearing = decisionHearing({
    'fx.conversion': (tx, decision) => this.conversions.decided(tx, decision),
    'fx.forward': (tx, decision) => this.forwards.decided(tx, decision),
    'fx.payout': (tx, decision) => this.orders.decided(tx, decision),
    'fx.refund': (tx, decision) => this.refunds.decided(tx, decision),
    'fx.tax_payment': (tx, decision) => this.taxes.decided(tx, decision),
    'fx.clawback_payment': (tx, decision) => this.taxes.decided(tx, decision),
  });

  constructor(
    deliveries: Deliveries,
    private readonly conversions: ConversionDecisions,
    private readonly forwards: ForwardDecisions,
    private readonly orders: PayoutOrders,
    private readonly refunds: RefundOrders,
    private readonly taxes: TaxPaymentOrders,
    private readonly board: Board,
    private readonly bank: Bank,
    private readonly curves: Curves,
    private readonly desk: ForwardDesk,
  ) {
    super(deliveries);
  }

  override async process(delivery: Delivery<object>): Promise<void> {
    try {
      await super.process(delivery);
    } catch (error) {
      const isStale = error instanceof BoardStaleError || error instanceof CurveStaleError;
      if (!isStale) throw error;
      const board = await this.bank.board(delivery.caller);
      const curves = error instanceof CurveStaleError ? await this.desk.curves(delivery.caller) : [];
      await this.deliveries.hear(delivery, async (tx, event) => {
        await this.board.record(tx, board);
        await this.curves.record(tx, curves);
        await this.react(tx, event);
      });
    }
  }
}
