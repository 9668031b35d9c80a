import { Injectable } from '@nestjs/common';

import { decisionHearing } from '../../approvals/index.js';
import { type ReceivedEvent } from '../../contracts/events.js';
import { Money } from '../../kernel/money.js';
import { OrderBook } from '../../orders/index.js';
import { type Tx } from '../../platform/database/session.js';
import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { Advances } from '../application/advances.service.js';
import { LoanRequests } from '../application/loan-requests.service.js';
import { CreditLimits } from '../application/limits/credit-limits.service.js';
import { forgetClaim, learn, type NewFacts, type OrderFacts } from '../application/order-facts.js';
import { WriteOffs } from '../application/write-offs/write-offs.service.js';
import { Waterfalls } from '../application/waterfalls.service.js';
import {
  ON_APPROVAL_DECIDED,
  ON_CLAIM_MATCHED,
  ON_CLAIM_PAID,
  ON_CLAIM_REJECTED,
  ON_CONVERSION_SETTLED,
  ON_DECLARATION_RELEASED,
  ON_DECLARATION_VOID,
  ON_ORDER_CANCELLED,
  ON_ORDER_PLACED,
} from './financing.job.js';

/** Learns a fact, and opens the advance when it was the last one that was missing. */
async function learnAndOpen(requests: LoanRequests, tx: Tx, orderId: string | null, facts: NewFacts): Promise<void> {
  await requests.openWhenReady(tx, await learnOf(tx, orderId, facts));
}

function learnOf(tx: Tx, orderId: string | null, facts: NewFacts): Promise<OrderFacts> {
  return learn(tx, ofOrder(orderId), facts);
}

function ofOrder(orderId: string | null): string {
  if (orderId === null) throw new Error('An event of an order does not name it');
  return orderId;
}

@Injectable()
export class OnOrderPlaced extends Subscriber {
  readonly job = ON_ORDER_PLACED;
  readonly hearing: Hearing = {
    'orders.order.placed': (tx, { resourceId, data }) =>
      learnAndOpen(this.requests, tx, resourceId, { wantsAdvance: data.refundAdvance && data.refundMode !== 'none' }),
  };

  constructor(
    deliveries: Deliveries,
    private readonly requests: LoanRequests,
  ) {
    super(deliveries);
  }
}

/** Nothing is advanced on a cancelled order, whatever else becomes known of it. */
@Injectable()
export class OnOrderCancelled extends Subscriber {
  readonly job = ON_ORDER_CANCELLED;
  readonly hearing: Hearing = {
    'orders.order.cancelled': async (tx, { resourceId, data }) => {
      if (data.from === 'draft') return;
      await learnOf(tx, resourceId, { isCancelled: true });
      await this.advances.giveUp(tx, resourceId);
    },
  };

  constructor(
    deliveries: Deliveries,
    private readonly advances: Advances,
  ) {
    super(deliveries);
  }
}

/** What a second person said to an advance, a write-off, or a limit, that waited for them. */
@Injectable()
export class OnApprovalDecided extends Subscriber {
  readonly job = ON_APPROVAL_DECIDED;
  readonly hearing = decisionHearing({
    'financing.advance.draw': (tx, decision) => this.requests.decided(tx, decision),
    'financing.advance.write_off': (tx, decision) => this.writeOffs.decided(tx, decision),
    'financing.limit.change': (tx, decision) => this.limits.decided(tx, decision),
  });

  constructor(
    deliveries: Deliveries,
    private readonly requests: LoanRequests,
    private readonly limits: CreditLimits,
    private readonly writeOffs: WriteOffs,
  ) {
    super(deliveries);
  }
}

@Injectable()
export class OnDeclarationReleased extends Subscriber {
  readonly job = ON_DECLARATION_RELEASED;
  readonly hearing: Hearing = {
    // What is imported is of no order, and brings no refund.
    'customs.declaration.released': async (tx, { orderId, data }) => {
      if (orderId !== null) await learnAndOpen(this.requests, tx, orderId, { entryNumber: data.entryNumber });
    },
    'customs.declaration.departed': async (tx, { orderId }) => {
      await learnOf(tx, orderId, { isDeparted: true });
    },
  };

  constructor(
    deliveries: Deliveries,
    private readonly requests: LoanRequests,
  ) {
    super(deliveries);
  }
}

/** Goods that do not leave bring no refund: nothing is advanced on the number that customs gave them. */
@Injectable()
export class OnDeclarationVoid extends Subscriber {
  readonly job = ON_DECLARATION_VOID;
  readonly hearing: Hearing = {
    'customs.declaration.withdrawn': async (tx, { orderId, data }) => {
      if (orderId !== null) await learnOf(tx, orderId, { voidEntryNumber: data.entryNumber });
    },
    'customs.declaration.exit_cancelled': async (tx, { orderId, data }) => {
      await learnOf(tx, orderId, { voidEntryNumber: data.entryNumber });
    },
  };
}

@Injectable()
export class OnClaimMatched extends Subscriber {
  readonly job = ON_CLAIM_MATCHED;
  readonly hearing: Hearing = {
    'tax_refund.claim.matched': (tx, { resourceId, orderId, data }) =>
      learnAndOpen(this.requests, tx, orderId, {
        claimId: resourceId,
        refund: Money.fromJSON(data.refund),
        claimState: 'matched',
        vatInvoices: data.invoices ?? [],
      }),
  };

  constructor(
    deliveries: Deliveries,
    private readonly requests: LoanRequests,
  ) {
    super(deliveries);
  }
}

@Injectable()
export class OnClaimRejected extends Subscriber {
  readonly job = ON_CLAIM_REJECTED;
  readonly hearing: Hearing = {
    'tax_refund.claim.rejected': async (tx, { resourceId, orderId }) => {
      await learnOf(tx, orderId, { claimId: resourceId, claimState: 'rejected' });
      await this.advances.recourse(tx, ofOrder(orderId));
    },
    'tax_refund.claim.abandoned': async (tx, { resourceId, orderId }) => {
      await forgetClaim(tx, ofOrder(orderId), resourceId);
      await this.advances.recourse(tx, ofOrder(orderId));
    },
    // What the bureau wants back is no security any more.
    'tax_refund.claim.clawed_back': async (tx, { resourceId, orderId }) => {
      await learnOf(tx, orderId, { claimId: resourceId, claimState: 'rejected' });
      await this.advances.recourse(tx, ofOrder(orderId));
    },
  };

  constructor(
    deliveries: Deliveries,
    private readonly advances: Advances,
  ) {
    super(deliveries);
  }
}

@Injectable()
export class OnClaimPaid extends Subscriber {
  readonly job = ON_CLAIM_PAID;
  readonly hearing: Hearing = { 'tax_refund.claim.paid': (tx, event) => this.refunded(tx, event) };

  constructor(
    deliveries: Deliveries,
    private readonly orders: OrderBook,
    private readonly waterfalls: Waterfalls,
  ) {
    super(deliveries);
  }

  private async refunded(tx: Tx, event: ReceivedEvent<'tax_refund.claim.paid'>): Promise<void> {
    const { orderId } = await learnOf(tx, event.orderId, { claimId: event.resourceId, claimState: 'paid' });
    const { seller } = await this.orders.snapshot(tx, orderId);
    const amount = Money.fromJSON(event.data.refund);
    await this.waterfalls.take(tx, {
      source: 'refund',
      sourceId: event.resourceId,
      orderId,
      sellerId: seller.id,
      amount,
    });
  }
}

@Injectable()
export class OnConversionSettled extends Subscriber {
  readonly job = ON_CONVERSION_SETTLED;
  readonly hearing: Hearing = { 'fx.conversion.settled': (tx, event) => this.settled(tx, event) };

  constructor(
    deliveries: Deliveries,
    private readonly orders: OrderBook,
    private readonly waterfalls: Waterfalls,
  ) {
    super(deliveries);
  }

  /** A conversion that belongs to no order is the client's own affair: nothing is split. */
  private async settled(tx: Tx, event: ReceivedEvent<'fx.conversion.settled'>): Promise<void> {
    if (event.orderId === null) return;
    const { orderId } = await learnOf(tx, event.orderId, {});
    const { seller } = await this.orders.snapshot(tx, orderId);
    const amount = Money.fromJSON(event.data.bought);
    await this.waterfalls.take(tx, {
      source: 'collection',
      sourceId: event.resourceId,
      orderId,
      sellerId: seller.id,
      amount,
    });
  }
}
