import { Injectable } from '@nestjs/common';

import { decisionHearing } from '../../approvals/index.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Subscriber } from '../../platform/queues/processor.js';
import { ConversionDecisions } from '../application/conversions/conversion-decisions.js';
import { ForwardDecisions } from '../application/forwards/forward-decisions.js';
import { PayoutOrders } from '../application/payouts/payout-orders.js';
import { RefundOrders } from '../application/refunds/refund-orders.js';
import { TaxPaymentOrders } from '../application/tax-payments/tax-payment-orders.js';
import { FreshPrices } from './fresh-prices.js';
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
    private readonly prices: FreshPrices,
  ) {
    super(deliveries);
  }

  override process(delivery: Delivery<object>): Promise<void> {
    return this.prices.for(delivery.caller, (record) =>
      this.deliveries.hear(delivery, async (tx, event) => {
        await record(tx);
        await this.react(tx, event);
      }),
    );
  }
}
