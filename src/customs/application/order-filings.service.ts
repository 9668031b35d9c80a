import { Injectable } from '@nestjs/common';

import { DomainError, InvalidInputError } from '../../kernel/domain-error.js';
import { type Sentence } from '../../kernel/sentence.js';
import { newId } from '../../kernel/ids.js';
import { OrderBook } from '../../orders/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { CebMessageInvalidError, CebSignerMissingError } from '../domain/ceb/ceb.errors.js';
import { type CebJson } from '../domain/ceb/check-message.js';
import { messageGuid, recordGuid } from '../domain/ceb/guid.js';
import { ORDER_FILING } from '../domain/order-filing-status.js';
import { OrderProfileMissingError } from '../domain/order-filing.errors.js';
import { correctedPaper, needsOrderFiling, type OrderCorrection, type OrderFinding } from '../domain/order-filing.js';
import { SAY } from '../domain/order-filing.sentences.js';
import { PAPER_MESSAGES } from '../domain/parcels/list-messages.js';
import { type OrderPaper } from '../domain/parcels/papers.js';
import { chinaStamp } from '../domain/parcels/record-fields.js';
import { EcommerceProfile } from '../entities/ecommerce-profile.entity.js';
import { OrderFiling } from '../entities/order-filing.entity.js';
import { filingOfOrder } from '../entities/order-filings.table.js';
import { CebMessages } from './ceb-messages.service.js';
import { announceHeld, announceSent, awaitOrderAnswer, noteFiling } from './order-filing-news.js';
import { paperOf } from './order-paper.js';

export interface OrderSubmission extends OrderCorrection {
  readonly profileId?: string | undefined;
}

interface Launch {
  readonly profile: EcommerceProfile;
  readonly paper: OrderPaper;
  /** Whether this is the first that is told of the filing. */
  readonly creates: boolean;
}

/** Sends orders to customs that it must have before their declaration (9710, 9810). */
@Injectable()
export class OrderFilings {
  constructor(
    private readonly orders: OrderBook,
    private readonly messages: CebMessages,
  ) {}

  /**
   * Sends an order that was placed, where its mode asks for it. What cannot be sent, for want of one profile or because it does
   * not fit the message, waits for somebody. A second call finds it and changes nothing.
   */
  async openFor(tx: Tx, orderId: string): Promise<void> {
    if ((await filingOfOrder(tx, orderId)) !== null) return;
    const order = await this.orders.snapshot(tx, orderId);
    const { salesChannel: supervisionMode, reference, state } = order;
    if (!needsOrderFiling(supervisionMode) || state === 'cancelled') return;
    const { tenantId, now } = tx;
    const paper = paperOf(order);
    const filing = OrderFiling.open({ tenantId, id: newId(), orderId, reference, supervisionMode, paper, now });
    const findings = await this.trySending(tx, filing);
    if (findings.length > 0) {
      filing.note(findings, tx);
      noteFiling(tx, 'open', filing, null);
      announceHeld(tx, filing);
    }
    await tx.insert(OrderFiling, filing);
  }

  /**
   * Sends what waits, or what was refused, with whatever is corrected.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError
   * @throws OrderProfileMissingError where it is open with which profile
   * @throws CebMessageInvalidError with everything in which it does not fit the message
   */
  async submit(tx: Tx, id: string, { profileId, ...correction }: OrderSubmission): Promise<OrderFiling> {
    const filing = await tx.lock(OrderFiling, id);
    if (filing === null) throw new ResourceNotFoundError(SAY.no_such_filing);
    tx.assertFresh(filing);
    ORDER_FILING.next(filing.state, 'send');
    const paper = correctedPaper(filing.paper, correction);
    const profile = await this.profileFor(tx, filing, profileId ?? filing.profileId);
    await this.launch(tx, filing, { profile, paper, creates: false });
    await tx.store(OrderFiling, filing);
    return filing;
  }

  /** The order was cancelled. What customs has accepted of it stays there: without a declaration it does nothing. */
  async giveUp(tx: Tx, orderId: string): Promise<void> {
    const id = await filingOfOrder(tx, orderId);
    const filing = id === null ? null : await tx.lock(OrderFiling, id);
    if (filing === null || !ORDER_FILING.allows(filing.state, 'cancel')) return;
    const { state } = filing;
    filing.cancel(tx);
    noteFiling(tx, 'cancel', filing, state);
    await tx.store(OrderFiling, filing);
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<OrderFiling> {
    const filing = await view.find(OrderFiling, id);
    if (filing === null) throw new ResourceNotFoundError(SAY.no_such_filing);
    return filing;
  }

  list(
    view: View,
    query: PageQuery,
    { state, orderId }: { readonly state: string | undefined; readonly orderId: string | undefined },
  ): Promise<Page<OrderFiling>> {
    const conditions = [...among('state', state), ...equal('order_id', orderId)];
    return entityPage(view, OrderFiling, { table: 'customs.order_filing', query, conditions });
  }

  /** @returns why it was not sent; empty when it was */
  private async trySending(tx: Tx, filing: OrderFiling): Promise<readonly OrderFinding[]> {
    const profiles = await this.profilesOf(tx, filing.supervisionMode);
    const [profile, other] = profiles;
    if (profile === undefined || other !== undefined) return [this.openProfile(filing, profiles.length)];
    try {
      await this.launch(tx, filing, { profile, paper: filing.paper, creates: true });
      return [];
    } catch (error) {
      // Both are thrown before anything is written.
      if (!(error instanceof CebMessageInvalidError) && !(error instanceof CebSignerMissingError)) throw error;
      return findingsOf(error);
    }
  }

  private async profileFor(tx: Tx, filing: OrderFiling, profileId: string | null): Promise<EcommerceProfile> {
    const { supervisionMode: mode } = filing;
    if (profileId !== null) {
      const profile = await tx.find(EcommerceProfile, profileId);
      if (profile?.direction === 'export' && profile.supervisionMode === mode) return profile;
      const message = SAY.other_kind_of_profile({ mode });
      throw new InvalidInputError([{ pointer: '/profileId', code: 'other_kind', message }]);
    }
    const profiles = await this.profilesOf(tx, mode);
    const [profile, other] = profiles;
    if (profile !== undefined && other === undefined) return profile;
    throw new OrderProfileMissingError(this.openProfile(filing, profiles.length).detail);
  }

  private profilesOf(tx: Tx, supervisionMode: string): Promise<EcommerceProfile[]> {
    const { tenantId } = tx;
    return tx.manager.find(EcommerceProfile, { where: { tenantId, direction: 'export', supervisionMode }, take: 2 });
  }

  private openProfile({ supervisionMode: mode }: OrderFiling, count: number): OrderFinding & { detail: Sentence } {
    const [rule, detail] =
      count === 0
        ? (['profile_missing', SAY.no_profile({ mode })] as const)
        : (['profile_open', SAY.many_profiles({ mode })] as const);
    return { pointer: '/profileId', rule, detail };
  }

  private async launch(tx: Tx, filing: OrderFiling, { profile, paper, creates }: Launch): Promise<void> {
    const { state } = filing;
    const guid = messageGuid(newId());
    const record = recordGuid(guid, 0);
    const { message, element, recordOf } = PAPER_MESSAGES.export.order;
    const { agent, dxpId } = profile.terms;
    const time = { stamp: chinaStamp(tx.now) };
    const json: CebJson = {
      guid,
      version: '1.0',
      [element]: [recordOf({ guid: record, copNo: '', papers: { order: paper } }, profile, time)],
      BaseTransfer: { copCode: agent.code, copName: agent.name, dxpMode: 'DXP', dxpId },
    };
    const subject = { type: 'orderFiling', id: filing.id };
    const [messageId = ''] = await this.messages.enqueue(tx, [{ message, json, subject }]);
    filing.send({ profileId: profile.id, messageId, recordGuid: record, paper }, tx);
    noteFiling(tx, 'send', filing, state);
    announceSent(tx, filing, creates);
    awaitOrderAnswer(tx, filing);
  }
}

function findingsOf(error: DomainError): readonly OrderFinding[] {
  if (error.faults.length === 0) return [{ pointer: '', rule: 'signer_missing', detail: error.sentence }];
  return error.faults.map(({ pointer, code, message }) => ({ pointer, rule: code, detail: message }));
}
