import { Injectable } from '@nestjs/common';

import { addDays } from '../../../kernel/local-date.js';
import { type Reason } from '../../../kernel/sentence.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { enqueue, publish } from '../../../platform/outbox/outbox.js';
import { ShipmentDeclaration } from '../../entities/shipment-declaration.entity.js';
import { EXPIRE_LOSS_NOTICE } from '../../jobs/insurance/insurance.job.js';
import { owePremium } from './insurance-books.js';
import {
  beginningOfDay,
  holdShipment,
  restore,
  ShipmentDeclarations,
  todayOf,
} from './shipment-declarations.service.js';
import { noteShipment, whoseShipment } from './shipment-news.js';

/** What becomes of declared shipments: the insurer's answer, and the days by which a loss is told of. */
@Injectable()
export class ShipmentAnswers {
  constructor(
    private readonly ledger: Ledger,
    private readonly declarations: ShipmentDeclarations,
  ) {}

  /** Whether the insurer has still to be told. */
  isUntold(view: View, id: string): Promise<boolean> {
    return this.declarations.get(view, id).then(isUntold);
  }

  /** The insurer has it: from now on the premium is due. */
  async recordAccepted(tx: Tx, id: string, declarationNumber: string): Promise<void> {
    const declaration = await tx.lock(ShipmentDeclaration, id);
    if (declaration === null || !isUntold(declaration)) return;
    const from = declaration.state;
    declaration.accept(declarationNumber, tx.now);
    await tx.store(ShipmentDeclaration, declaration);
    await owePremium(this.ledger, tx, declaration);
    publish(tx, {
      type: 'financing.shipment_declaration.accepted',
      resource: { type: 'shipmentDeclaration', id },
      orderId: declaration.orderId,
      changed: ['state'],
      data: { ...whoseShipment(declaration), declarationNumber },
    });
    noteShipment(tx, declaration, 'accept', from);
    this.watch(tx, declaration);
  }

  /** The insurer does not take it: nothing is insured, nothing is owed, and the limit is free. */
  async recordRefused(tx: Tx, id: string, why: Reason): Promise<void> {
    const known = await this.declarations.get(tx, id);
    const { limit, declaration } = await holdShipment(tx, known);
    if (declaration.state !== 'declared') return;
    declaration.take('refuse', tx.now, why);
    await tx.store(ShipmentDeclaration, declaration);
    await restore(tx, limit, declaration);
    publish(tx, {
      type: 'financing.shipment_declaration.refused',
      resource: { type: 'shipmentDeclaration', id },
      orderId: declaration.orderId,
      changed: ['state'],
      data: { ...whoseShipment(declaration), ...why },
    });
    noteShipment(tx, declaration, 'refuse', 'declared');
  }

  /** The buyer should have paid, and has not: a loss is told of by a day, or it is not insured. */
  async remind(tx: Tx, id: string): Promise<void> {
    const declaration = await tx.lock(ShipmentDeclaration, id);
    if (declaration?.state !== 'accepted' || declaration.reminded === 'missed') return;
    const { dueOn, noticeBy, orderId, reminded, amount } = declaration;
    const today = todayOf(tx);
    const step = today > noticeBy ? 'missed' : today > dueOn && reminded === null ? 'due' : null;
    if (step !== null) {
      declaration.noteReminded(step, tx.now);
      await tx.store(ShipmentDeclaration, declaration);
      publish(tx, {
        type: `financing.shipment_declaration.notice_${step}`,
        resource: { type: 'shipmentDeclaration', id },
        orderId,
        data: { dueOn, noticeBy, amount: amount.toJSON() },
      });
    }
    if (step !== 'missed') this.watch(tx, declaration);
  }

  private watch(tx: Tx, { id, state, dueOn, noticeBy, reminded }: ShipmentDeclaration): void {
    if (state !== 'accepted') return;
    const dueAt = beginningOfDay(addDays(reminded === null ? dueOn : noticeBy, 1));
    enqueue(tx, EXPIRE_LOSS_NOTICE, { declarationId: id }, { dueAt });
  }
}

function isUntold({ state, declarationNumber }: ShipmentDeclaration): boolean {
  return declarationNumber === null && (state === 'declared' || state === 'settled');
}
