import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { OrderBook } from '../../orders/index.js';
import { type Tx } from '../../platform/database/session.js';
import { type Booked } from '../domain/booked.js';
import { corrected } from '../domain/correction.js';
import { SAY } from '../domain/customs.sentences.js';
import { tradeTermOf } from '../domain/data/trade-terms.js';
import { type DeclarationForm, missingTransport } from '../domain/declaration-form.js';
import { partReference } from '../domain/declaration-split.js';
import { DECLARATION_MACHINE } from '../domain/declaration-status.js';
import { DeclarationNotDraftedYetError } from '../domain/declaration.errors.js';
import { Declaration } from '../entities/declaration.entity.js';
import { Declarations } from './declarations.service.js';
import { formsOf, freightOfPart } from './drafting.js';

/** The declarations of an order, one or several: drafted together, and told together what happens to the order. */
@Injectable()
export class OrderDeclarations {
  constructor(
    private readonly orders: OrderBook,
    private readonly declarations: Declarations,
  ) {}

  /** As many as the goods need, all at once; a second call finds them and changes nothing. */
  async draftFor(tx: Tx, orderId: string): Promise<void> {
    if ((await this.ofOrder(tx, orderId)).length > 0) return;
    const order = await this.orders.snapshot(tx, orderId);
    const { tenantId, now } = tx;
    const forms = formsOf(order);
    for (const [index, form] of forms.entries()) {
      const part = { number: index + 1, of: forms.length };
      const facts = { tenantId, id: newId(), direction: 'export', orderId, partyId: null, part } as const;
      const reference = partReference(order.reference, part);
      await this.declarations.enter(tx, Declaration.draft({ ...facts, reference, form, now }));
    }
  }

  /**
   * Keeps what the carrier confirmed, puts it in, and declares by itself where nothing is missing. Once declared, the form
   * stays: a later booking would need an amendment.
   * @throws DeclarationNotDraftedYetError when the booking was quicker than the draft
   */
  async complete(tx: Tx, orderId: string, booking: Booked): Promise<void> {
    const declarations = await this.ofOrder(tx, orderId);
    if (declarations.length === 0) throw new DeclarationNotDraftedYetError(SAY.not_drafted_yet);
    for (const declaration of declarations) {
      const { state } = declaration;
      declaration.book(booking, tx);
      if (DECLARATION_MACHINE.allows(state, 'correct') || DECLARATION_MACHINE.allows(state, 'amend')) {
        await this.declarations.change(tx, declaration, await this.completed(tx, declaration, { orderId, booking }));
      }
      await tx.store(Declaration, declaration);
    }
  }

  /** The booking does not hold any more; what it put in stays until something else is known. */
  async unbook(tx: Tx, orderId: string, bookingId: string): Promise<void> {
    for (const declaration of await this.ofOrder(tx, orderId)) {
      if (declaration.booking?.bookingId !== bookingId) continue;
      declaration.book(null, tx);
      await tx.store(Declaration, declaration);
    }
  }

  /** Customs has answered the order: what waited for that alone leaves, or says why it stays. */
  async goOn(tx: Tx, orderId: string): Promise<void> {
    for (const declaration of await this.ofOrder(tx, orderId)) {
      if (!DECLARATION_MACHINE.allows(declaration.state, 'correct')) continue;
      if (missingTransport(declaration.form).length > 0) continue;
      await this.declarations.change(tx, declaration, declaration.form);
      await tx.store(Declaration, declaration);
    }
  }

  /**
   * The order was cancelled. A declaration that left at the same moment stays: customs deletes it on request only, and
   * that is for a person.
   */
  async giveUp(tx: Tx, orderId: string, reason: string): Promise<void> {
    // The news may be here before that of the order itself, which then finds declarations and drafts no others.
    await this.draftFor(tx, orderId);
    for (const declaration of await this.ofOrder(tx, orderId)) {
      if (DECLARATION_MACHINE.allows(declaration.state, 'cancel')) {
        await this.declarations.withdraw(tx, declaration, reason);
      }
    }
  }

  private async completed(
    tx: Tx,
    { form, part }: Declaration,
    { orderId, booking: { transport, charges } }: { orderId: string; booking: Booked },
  ): Promise<DeclarationForm> {
    const lacksFreight = form.freightCharge === null && tradeTermOf(form.incoterm)?.includesFreight === true;
    const freightCharge = lacksFreight
      ? (freightOfPart(await this.orders.snapshot(tx, orderId), charges, part) ?? undefined)
      : undefined;
    return corrected(form, { transport, freightCharge });
  }

  /** All of them, held, by their parts: whoever takes several takes them in that order. */
  private ofOrder(tx: Tx, orderId: string): Promise<Declaration[]> {
    return tx.manager.find(Declaration, {
      where: { tenantId: tx.tenantId, orderId },
      order: { partNumber: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }
}
