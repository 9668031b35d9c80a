import { Injectable } from '@nestjs/common';

import { OrderBook } from '../../orders/index.js';
import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { Board } from '../application/conversions/board.js';
import { lockAccounts } from '../application/collections/collection-rows.js';
import { CollectionAccounts } from '../application/collections/collection-accounts.js';
import { Collections } from '../application/collections/collections.js';
import { Receivables } from '../application/collections/receivables.js';
import { HOME } from '../domain/conversions/price-quote.js';
import { onOrderPlaced } from './fx.job.js';

/** A buyer owes from now on; the seller needs an account to be paid on, and one in CNY that payouts leave from. */
@Injectable()
export class OnOrderPlacedProcessor extends Subscriber {
  readonly job = onOrderPlaced;

  readonly hearing: Hearing = {
    'orders.order.placed': async (tx, { resourceId }) => {
      const order = await this.orders.snapshot(tx, resourceId);
      const { id: partyId, name, nameEn } = order.seller;
      // The accounts first: whoever ends a watch meanwhile sees the new debt, or is seen; and names of payers come after them.
      await lockAccounts(tx, { partyIds: [partyId] });
      await this.receivables.open(tx, order);
      await this.collections.rematch(
        tx,
        { partyId, currency: order.currency },
        { orderId: order.id, buyerId: order.buyer.id },
      );
      await this.accounts.ensure(tx, [
        { partyId, currency: HOME, ownerName: name },
        // Buyers abroad write the name in Latin letters.
        ...(order.currency === HOME ? [] : [{ partyId, currency: order.currency, ownerName: nameEn || name }]),
      ]);
      const board = await this.board.read(tx);
      if (!this.board.isFresh(board, tx.now)) await this.board.request(tx);
    },
  };

  constructor(
    deliveries: Deliveries,
    private readonly orders: OrderBook,
    private readonly receivables: Receivables,
    private readonly accounts: CollectionAccounts,
    private readonly collections: Collections,
    private readonly board: Board,
  ) {
    super(deliveries);
  }
}
