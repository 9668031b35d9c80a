import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { duesOfDelivery } from '../../domain/forwards/delivered-dues.js';
import { Conversion } from '../../entities/conversion.entity.js';
import { DuesPurchase } from '../../entities/dues-purchase.entity.js';
import { type Forward } from '../../entities/forward.entity.js';
import { ForwardQuote } from '../../entities/forward-quote.entity.js';
import { announceBought } from '../dues/dues-purchases.js';
import { deliveredEntry } from '../dues/dues-entries.js';
import { Cover } from './cover.js';

/** What a contract that buys has brought pays what the seller owes on the order, or on none. */
@Injectable()
export class ForwardDues {
  constructor(
    private readonly cover: Cover,
    private readonly ledger: Ledger,
  ) {}

  /** Where less is owed by now, the rest stays the seller's own. The order's debt is held. */
  async pay(tx: Tx, { id: forwardId, orderId, partyId, quoteId }: Forward, conversionId: string): Promise<void> {
    const conversion = await tx.find(Conversion, conversionId);
    const quote = await tx.find(ForwardQuote, quoteId);
    if (conversion === null || quote === null) throw new Error(`No delivery ${publicId('conversion', conversionId)}`);
    const { sold, bought, rate, unit } = conversion;
    const owed = await this.cover.owed(tx, { orderId, partyId }, bought.currency);
    const due = Money.min(owed, bought);
    if (due.isZero()) return;
    const purchase = DuesPurchase.of({
      ...{ tenantId: tx.tenantId, id: newId(), releaseEventId: conversionId, forwardId, orderId, partyId },
      bought: duesOfDelivery({ due, sold, bought, rate, unit }),
      boardAsOf: quote.boardAsOf,
      now: tx.now,
    });
    await this.ledger.post(tx, deliveredEntry(purchase, dateInZone(tx.now, CHINA)));
    await tx.insert(DuesPurchase, purchase);
    announceBought(tx, purchase);
  }
}
