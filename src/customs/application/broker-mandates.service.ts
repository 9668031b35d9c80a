import { Injectable } from '@nestjs/common';

import { OrderBook } from '../../orders/index.js';
import { Parties } from '../../parties/index.js';
import { InputCheck } from '../../kernel/input-check.js';
import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Tx } from '../../platform/database/session.js';
import { violates } from '../../platform/database/violates.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { type BrokerMandateTerms, checkBrokerMandate } from '../domain/broker-mandate.js';
import { BrokerMandateExistsError, BrokerMandateOverError } from '../domain/broker-mandate.errors.js';
import { SAY } from '../domain/broker-mandate.sentences.js';
import { BROKER_MANDATE } from '../domain/broker-mandate-status.js';
import { BrokerMandate, type Principal } from '../entities/broker-mandate.entity.js';
import { declaredUnder } from '../entities/declared-under.table.js';
import { EXPIRE_BROKER_MANDATE } from '../jobs/expire-broker-mandate.job.js';
import { noteGoingOn } from './announce.js';
import {
  announceAccepted,
  announceExpired,
  announceOffered,
  announceRefused,
  announceRevoked,
  noteMandate,
} from './mandate-news.js';

/** What exporters entrust to customs brokers: offered, accepted or not, ended by either side or by the day. */
@Injectable()
export class BrokerMandates {
  constructor(
    private readonly parties: Parties,
    private readonly orders: OrderBook,
  ) {}

  /** @throws ResourceNotFoundError, InvalidInputError, BrokerMandateExistsError */
  async offer(tx: Tx, sellerId: string, terms: BrokerMandateTerms): Promise<BrokerMandate> {
    const seller = await this.sellerOf(tx, sellerId);
    checkBrokerMandate(terms, seller.uscc, dateInZone(tx.now, CHINA));
    if (terms.orderId !== null) await this.assertOrderOf(tx, terms.orderId, sellerId);
    const mandate = BrokerMandate.offer({ tenantId: tx.tenantId, id: newId(), seller, terms, now: tx.now });
    try {
      await tx.insert(BrokerMandate, mandate);
    } catch (error) {
      if (!violates(error, 'uq_broker_mandate_agreement')) throw error;
      const { agreementNumber } = terms;
      throw new BrokerMandateExistsError(SAY.agreement_known({ agreementNumber }), { agreementNumber });
    }
    this.awaitEnd(tx, mandate);
    noteMandate(tx, 'offer', mandate, null);
    announceOffered(tx, mandate);
    return mandate;
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, BrokerMandateOverError */
  async accept(tx: Tx, id: string): Promise<BrokerMandate> {
    const mandate = await this.locked(tx, id);
    BROKER_MANDATE.next(mandate.state, 'accept');
    if (mandate.isOver(tx.now))
      throw new BrokerMandateOverError(SAY.over_already({ today: dateInZone(tx.now, CHINA) }));
    mandate.accept(tx.now);
    await tx.store(BrokerMandate, mandate);
    noteMandate(tx, 'accept', mandate, 'offered');
    announceAccepted(tx, mandate);
    return mandate;
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async refuse(tx: Tx, id: string, reason: string): Promise<BrokerMandate> {
    const mandate = await this.locked(tx, id);
    mandate.refuse(reason, tx.now);
    await tx.store(BrokerMandate, mandate);
    noteMandate(tx, 'refuse', mandate, 'offered', { reason });
    announceRefused(tx, mandate, reason);
    return mandate;
  }

  /** Nothing more is declared under it; what is with customs already goes on. @throws as `refuse` */
  async revoke(tx: Tx, id: string, reason: string): Promise<BrokerMandate> {
    const mandate = await this.locked(tx, id);
    const { state: from } = mandate;
    mandate.revoke(reason, tx.now);
    await tx.store(BrokerMandate, mandate);
    noteMandate(tx, 'revoke', mandate, from, { reason });
    announceRevoked(tx, mandate, reason);
    await this.noteSent(tx, mandate);
    return mandate;
  }

  /** Its last day is past. A clock that is not there yet is waited for. */
  async expire(tx: Tx, id: string): Promise<void> {
    const mandate = await tx.lock(BrokerMandate, id);
    if (mandate === null || !BROKER_MANDATE.allows(mandate.state, 'expire')) return;
    if (!mandate.isOver(tx.now)) {
      this.awaitEnd(tx, mandate);
      return;
    }
    const { state: from } = mandate;
    mandate.expire(tx.now);
    await tx.store(BrokerMandate, mandate);
    noteMandate(tx, 'expire', mandate, from);
    announceExpired(tx, mandate);
    await this.noteSent(tx, mandate);
  }

  private awaitEnd(tx: Tx, { id, expectedBy }: BrokerMandate): void {
    enqueue(tx, EXPIRE_BROKER_MANDATE, { mandateId: id }, { dueAt: expectedBy });
  }

  /** What was sent under it is not called back: the audit of each says so. */
  private async noteSent(tx: Tx, { id, state }: BrokerMandate): Promise<void> {
    for (const declaration of await declaredUnder(tx, id)) noteGoingOn(tx, declaration, { id, state });
  }

  private async sellerOf(tx: Tx, sellerId: string): Promise<Principal> {
    const party = await this.parties.find(tx, sellerId);
    if (party?.kind !== 'seller' || party.uscc === null) throw new ResourceNotFoundError(SAY.no_such_seller);
    return { id: party.id, name: party.name, uscc: party.uscc };
  }

  private async assertOrderOf(tx: Tx, orderId: string, sellerId: string): Promise<void> {
    const { seller } = await this.orders.snapshot(tx, orderId);
    const check = new InputCheck();
    check.that(seller.id === sellerId, '/orderId', 'other_seller', SAY.not_of_seller);
    check.done();
  }

  private async locked(tx: Tx, id: string): Promise<BrokerMandate> {
    const mandate = await tx.lock(BrokerMandate, id);
    if (mandate === null) throw new ResourceNotFoundError(SAY.no_such_mandate);
    tx.assertFresh(mandate);
    return mandate;
  }
}
