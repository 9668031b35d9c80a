import { Injectable } from '@nestjs/common';

import { type OrderSnapshot } from '../../contracts/order-snapshot.js';
import { OrderBook } from '../../orders/index.js';
import { type Tx } from '../../platform/database/session.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { CASE_MACHINE } from '../domain/case-status.js';
import { type CollectionStanding, type CollectedNews, type UndoneNews } from '../domain/collection-news.js';
import { type ClearedDeclaration } from '../domain/export-facts.js';
import { type OverseasSales } from '../domain/overseas-advance.js';
import { isRegime } from '../domain/regime.js';
import { RefundCase } from '../entities/refund-case.entity.js';
import { FOLLOW_COLLECTION } from '../jobs/tax-refund.job.js';
import { AgencyExports } from './agency-exports.service.js';
import { followDeadlines } from './follow-deadlines.js';
import { Matching } from './matching.service.js';

const OPEN = `
  INSERT INTO tax_refund.refund_case (tenant_id, id, order_reference, seller_id, regime, state, declarations, given_up_parts,
    overseas_sales, missing, checks, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, 'gathering', '[]', '[]', '[]', '[]', '[]', $6, $6) ON CONFLICT (tenant_id, id) DO NOTHING`;

/** Gathers the facts of one order's refund, in whichever order they come; every new fact is a reason to look again. */
@Injectable()
export class RefundCases {
  constructor(
    private readonly orders: OrderBook,
    private readonly matching: Matching,
    private readonly agencyExports: AgencyExports,
  ) {}

  /** Looks at the facts anew; opens the case with the first look. @returns null where the order asks for no refund */
  refresh(tx: Tx, orderId: string): Promise<RefundCase | null> {
    return this.change(tx, orderId, () => undefined);
  }

  /** What was exported for a principal has no case: a certificate is due for it. */
  async clear(tx: Tx, orderId: string, declaration: ClearedDeclaration): Promise<void> {
    const refundCase = await this.change(tx, orderId, (each) => {
      each.clear(declaration, tx.now);
    });
    if (refundCase === null) await this.agencyExports.clear(tx, orderId, declaration);
  }

  /** One of the declarations of the order was given up: the others are not kept waiting for it. */
  async giveUpPart(tx: Tx, orderId: string, part: number): Promise<void> {
    await this.change(tx, orderId, (refundCase) => {
      refundCase.giveUpPart(part, tx.now);
    });
  }

  /** Goods abroad were sold, or came back; what is claimed stands as it is. */
  async account(tx: Tx, orderId: string, sales: OverseasSales): Promise<void> {
    const held = await this.held(tx, orderId);
    if (held === null) return;
    held.refundCase.account(sales, tx.now);
    await tx.store(RefundCase, held.refundCase);
  }

  async collect(tx: Tx, orderId: string, news: CollectedNews): Promise<void> {
    await this.change(tx, orderId, (refundCase) => {
      refundCase.collect(news, tx.now);
    });
  }

  /** A receipt was another order's, or was taken back: the export may wait for its collection again. */
  async undoReceipt(tx: Tx, orderId: string, news: UndoneNews): Promise<void> {
    await this.change(tx, orderId, (refundCase) => {
      refundCase.undoReceipt(news, tx.now);
    });
  }

  /** The order was cancelled: there is nothing to refund. A case that is claimed already stays so. */
  async close(tx: Tx, orderId: string): Promise<void> {
    const held = await this.held(tx, orderId);
    if (held === null || !CASE_MACHINE.allows(held.refundCase.state, 'close')) return;
    held.refundCase.close(tx.now);
    await tx.store(RefundCase, held.refundCase);
    followDeadlines(tx, orderId);
  }

  /** @returns null where the order asks for no refund of its own */
  private async change(tx: Tx, orderId: string, apply: (refundCase: RefundCase) => void): Promise<RefundCase | null> {
    const held = await this.held(tx, orderId);
    if (held === null) return null;
    const { collection, collectionLog } = held.refundCase;
    apply(held.refundCase);
    if (standsOtherwise({ collection, collectionLog }, held.refundCase)) {
      // Whoever files asks the row whether it is collected.
      await tx.store(RefundCase, held.refundCase);
      enqueue(tx, FOLLOW_COLLECTION, { orderId });
    }
    await this.matching.look(tx, held.refundCase, held.order);
    await tx.store(RefundCase, held.refundCase);
    if (held.refundCase.declarations.length > 0) followDeadlines(tx, orderId);
    return held.refundCase;
  }

  /** Events are not ordered: whichever is first opens the case. */
  private async held(tx: Tx, orderId: string): Promise<{ refundCase: RefundCase; order: OrderSnapshot } | null> {
    const [found, order] = await Promise.all([tx.lock(RefundCase, orderId), this.orders.snapshot(tx, orderId)]);
    if (found !== null) return { refundCase: found, order };
    const { reference, seller, refund } = order;
    if (!isRegime(refund.mode)) return null;
    await tx.query(OPEN, [tx.tenantId, orderId, reference, seller.id, refund.mode, tx.now]);
    const refundCase = await tx.lock(RefundCase, orderId);
    return refundCase === null ? null : { refundCase, order };
  }
}

/** Whether a claim that was made has to hear of it: owed again or no more, or another amount is short of what is collected. */
function standsOtherwise(before: CollectionStanding, after: CollectionStanding): boolean {
  const [wasOwedAgain, isOwedAgain] = [before, after].map(({ collectionLog }) => collectionLog.reopening !== null);
  if (wasOwedAgain !== isOwedAgain) return true;
  if (before.collection === null || after.collection === null) return false;
  return before.collection.shortfall.amount !== after.collection.shortfall.amount;
}
