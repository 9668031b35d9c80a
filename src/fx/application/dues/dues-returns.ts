import { Injectable } from '@nestjs/common';

import { newId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { giveBack } from '../../domain/dues/foreign-dues.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { Allocation } from '../../entities/allocation.entity.js';
import { DuesPurchase } from '../../entities/dues-purchase.entity.js';
import { type Receivable } from '../../entities/receivable.entity.js';
import { convertAllocation } from '../../jobs/fx.job.js';
import { Conversions } from '../conversions/conversions.js';
import { type Cause, ownReturnEntry, purchaseReturnEntry } from './dues-entries.js';
import { Receivables } from '../collections/receivables.js';

/**
 * Gives back what was taken for dues that are owed no more: the carrier cancelled, and the freight was paid. It goes the
 * way on which it came, as far as the seller's bank account.
 */
@Injectable()
export class DuesReturns {
  constructor(
    private readonly receivables: Receivables,
    private readonly conversions: Conversions,
    private readonly ledger: Ledger,
  ) {}

  /** What the books say is overpaid decides, so that a second telling finds nothing to give back. */
  async giveBack(tx: Tx, { eventId, orderId }: { eventId: string; orderId: string }): Promise<void> {
    // Dues are taken under this lock, too.
    const receivable = await this.receivables.lock(tx, orderId);
    if (receivable === null) return; // not known here yet: nothing was taken
    const cause = { eventId, valueDate: dateInZone(tx.now, CHINA) };
    const { partyId } = receivable;
    let bought = Money.zero(HOME);
    let own = Money.zero(HOME);
    for (const balance of await this.ledger.balancesOfOrder(tx, { code: 'client_dues', partyId, orderId })) {
      if (!balance.isNegative()) continue;
      if (balance.currency === HOME) own = balance.absolute();
      else bought = bought.plus(await this.giveBackForeign(tx, receivable, balance.absolute(), cause));
    }
    await this.pass(tx, receivable, { bought, own }, cause);
  }

  /** What comes back in CNY needs no exchange. */
  private async pass(
    tx: Tx,
    { id: orderId, partyId }: Receivable,
    { bought, own }: { bought: Money; own: Money },
    cause: Cause,
  ): Promise<void> {
    const amount = bought.plus(own);
    if (amount.isZero()) return;
    if (!own.isZero()) await this.ledger.post(tx, ownReturnEntry({ orderId, partyId, due: own }, cause));
    const id = await this.conversions.passAtPar(tx, { orderId, partyId, allocationId: null, amount });
    if (!own.isZero()) announce(tx, { type: 'conversion', id }, orderId, { due: own, paid: own });
  }

  /** @returns the part that comes back in CNY, because it was bought with it */
  private async giveBackForeign(tx: Tx, receivable: Receivable, overpaid: Money, cause: Cause): Promise<Money> {
    const { due, cost } = await this.unwind(tx, receivable.id, overpaid, cause);
    const own = overpaid.minus(due);
    if (!own.isZero()) await this.restore(tx, receivable, own, cause);
    return cost;
  }

  /** Purchases first, the latest before the earlier: what was collected in this currency was taken before all of them. */
  private async unwind(
    tx: Tx,
    orderId: string,
    overpaid: Money,
    cause: Cause,
  ): Promise<{ readonly due: Money; readonly cost: Money }> {
    const purchases = await tx.manager.find(DuesPurchase, {
      where: { tenantId: tx.tenantId, orderId },
      order: { id: 'DESC' },
    });
    const taken = purchases
      .filter(({ due }) => due.currency === overpaid.currency)
      .map((purchase) => ({ purchase, due: purchase.standingDue, paid: purchase.standingCost }));
    const parts = giveBack(overpaid, taken);
    for (const { taken: one, due, paid: cost } of parts) {
      const { purchase } = one;
      await this.ledger.post(tx, purchaseReturnEntry(purchase, { due, cost }, cause));
      purchase.giveBack({ due, cost }, tx.now);
      await tx.store(DuesPurchase, purchase);
      announce(tx, { type: 'duesPurchase', id: purchase.id }, orderId, { due, paid: cost });
    }
    return {
      due: Money.sum(
        parts.map(({ due }) => due),
        overpaid.currency,
      ),
      cost: Money.sum(
        parts.map(({ paid }) => paid),
        HOME,
      ),
    };
  }

  /** The collections that it was taken from get it back, and with it what they have to convert. */
  private async restore(tx: Tx, receivable: Receivable, own: Money, cause: Cause): Promise<void> {
    const { id: orderId, partyId, conversion } = receivable;
    await this.ledger.post(tx, ownReturnEntry({ orderId, partyId, due: own }, cause));
    const allocations = await tx.manager.find(Allocation, {
      where: { tenantId: tx.tenantId, orderId },
      order: { id: 'DESC' },
    });
    const taken = allocations
      .filter(({ dues }) => dues.currency === own.currency && !dues.isZero())
      .map((allocation) => ({ allocation, due: allocation.dues, paid: allocation.dues }));
    for (const { taken: one, due } of giveBack(own, taken)) {
      const { id: allocationId, collectionId } = await freeDues(tx, one.allocation, due);
      announce(tx, { type: 'collection', id: collectionId }, orderId, { due, paid: due });
      if (conversion === 'automatic') enqueue(tx, convertAllocation, { allocationId });
    }
  }
}

/** @returns the share that is now to be converted: a new one where the old one was converted before */
async function freeDues(tx: Tx, allocation: Allocation, due: Money): Promise<Allocation> {
  if (allocation.conversionId === null) {
    allocation.freeDues(due, tx.now);
    await tx.store(Allocation, allocation);
    return allocation;
  }
  const share = allocation.splitOff(due, newId(), tx.now);
  await tx.store(Allocation, allocation);
  await tx.insert(Allocation, share);
  return share;
}

/** Where what was given back shows: at what was bought, at the collection it was taken from, or as money in CNY. */
const CHANGED = {
  duesPurchase: ['returnedDue', 'returnedCost'],
  collection: ['allocations'],
  conversion: [],
} as const;

function announce(
  tx: Tx,
  resource: { readonly type: keyof typeof CHANGED; readonly id: string },
  orderId: string,
  { due, paid }: { readonly due: Money; readonly paid: Money },
): void {
  const changed = CHANGED[resource.type];
  publish(tx, {
    type: 'fx.dues.returned',
    resource,
    orderId,
    changed,
    data: { due: due.toJSON(), paid: paid.toJSON() },
  });
  audit(tx, {
    action: 'dues.returned',
    resourceType: resource.type,
    resourceId: resource.id,
    from: null,
    to: 'returned',
  });
}
