import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { OrderBook } from '../../../orders/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, type DatedPageQuery, equal, type Page } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { NotDisputableError } from '../../domain/dispute/dispute.errors.js';
import { SAY_DISPUTE as SAY } from '../../domain/dispute/dispute.sentences.js';
import { checkDispute, concessionOf, type Settlement } from '../../domain/dispute/dispute-rules.js';
import { DISPUTE, type DisputeKind } from '../../domain/dispute/dispute-status.js';
import { type ClaimDocument } from '../../domain/insurance/claim-document.js';
import { Dispute } from '../../entities/dispute.entity.js';
import { learn } from '../order-facts.js';

export interface NewDispute {
  readonly orderId: string;
  readonly kind: DisputeKind;
  readonly amount: Money;
  readonly openedOn: LocalDate;
  readonly description: string;
  readonly documents: readonly ClaimDocument[];
}

export interface DisputeFilter {
  readonly orderUuid: string | undefined;
  readonly sellerUuid: string | undefined;
}

/** What buyers do not want to pay, and how it ended. */
@Injectable()
export class Disputes {
  constructor(private readonly orders: OrderBook) {}

  /**
   * From here on nothing is drawn on what is disputed. Whoever asks for money on the order at the same moment goes before or after.
   * @throws ResourceNotFoundError, NotDisputableError, InvalidInputError
   */
  async open(tx: Tx, { orderId, kind, amount, openedOn, description, documents }: NewDispute): Promise<Dispute> {
    const { state, seller, buyer, value } = await this.orders.snapshot(tx, orderId);
    if (state === 'draft' || state === 'cancelled') throw new NotDisputableError(SAY.not_disputable);
    checkDispute({ amount, openedOn }, { value: Money.fromJSON(value), today: today(tx) });
    await learn(tx, orderId, {});
    const parties = { sellerId: seller.id, buyerId: buyer.id };
    const facts = { tenantId: tx.tenantId, id: newId(), orderId, ...parties, kind, amount, openedOn };
    const dispute = Dispute.open({ ...facts, description, documents }, tx.now);
    await tx.insert(Dispute, dispute);
    publish(tx, {
      type: 'financing.dispute.opened',
      resource: { type: 'dispute', id: dispute.id },
      orderId,
      creates: true,
      data: { kind, amount: amount.toJSON(), openedOn, buyerId: publicId('party', buyer.id) },
    });
    note(tx, dispute, 'open');
    return dispute;
  }

  /**
   * What is left of the order can be lent on again.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError
   */
  async resolve(tx: Tx, id: string, said: Settlement & { readonly note: string | null }): Promise<Dispute> {
    const { orderId } = await this.get(tx, id);
    await learn(tx, orderId, {});
    const dispute = await tx.lock(Dispute, id);
    if (dispute === null) throw new ResourceNotFoundError(SAY.no_such_dispute);
    tx.assertFresh(dispute);
    DISPUTE.next(dispute.state, 'resolve');
    const { amount, openedOn, state: from } = dispute;
    const conceded = concessionOf(said, { amount, openedOn, today: today(tx) });
    dispute.resolve({ ...said, conceded }, tx.now);
    await tx.store(Dispute, dispute);
    publish(tx, {
      type: 'financing.dispute.resolved',
      resource: { type: 'dispute', id },
      orderId,
      changed: ['state'],
      data: {
        ...{ outcome: said.outcome, disputed: amount.toJSON(), conceded: conceded.toJSON() },
        resolvedOn: said.resolvedOn,
      },
    });
    note(tx, dispute, 'resolve', from);
    return dispute;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Dispute> {
    const dispute = await view.find(Dispute, id);
    if (dispute === null) throw new ResourceNotFoundError(SAY.no_such_dispute);
    return dispute;
  }

  list(
    view: View,
    query: DatedPageQuery & { readonly state?: string | undefined },
    { orderUuid, sellerUuid }: DisputeFilter,
  ): Promise<Page<Dispute>> {
    const of = [...equal('order_id', orderUuid), ...equal('seller_id', sellerUuid)];
    const conditions = [...of, ...among('state', query.state)];
    return entityPage(view, Dispute, { table: 'financing.dispute', query, conditions });
  }
}

function today({ now }: Tx): LocalDate {
  return dateInZone(now, CHINA);
}

function note(
  tx: Tx,
  { id, state, kind, amount, outcome, conceded }: Dispute,
  verb: string,
  from: string | null = null,
): void {
  audit(tx, {
    ...{ action: `financing.dispute.${verb}`, resourceType: 'dispute', resourceId: id, from, to: state },
    details: { kind, amount: amount.toJSON(), outcome, conceded: conceded?.toJSON() ?? null },
  });
}
