import { Injectable } from '@nestjs/common';

import { publicId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { PartnerRejectedError } from '../../../kernel/partner-errors.js';
import { OrderBook } from '../../../orders/index.js';
import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { type Hearing, Processor, Subscriber } from '../../../platform/queues/processor.js';
import { InsurancePolicies } from '../../application/insurance/insurance-policies.service.js';
import { ShipmentAnswers } from '../../application/insurance/shipment-answers.service.js';
import { ShipmentDeclarations } from '../../application/insurance/shipment-declarations.service.js';
import { Insurer, type ShipmentNotice } from '../../partners/insurance/insurer.port.js';
import {
  DECLARE_SHIPMENT,
  EXPIRE_LOSS_NOTICE,
  ON_INSURED_SHIPMENT,
  type ShipmentPayload,
  TELL_PREMIUM,
} from './insurance.job.js';
import { refusalOf } from './insurer-refusal.js';

/** Goods that left are declared by themselves, where the policy says so; what was paid frees its limit. */
@Injectable()
export class OnInsuredShipment extends Subscriber {
  readonly job = ON_INSURED_SHIPMENT;
  readonly hearing: Hearing = {
    'customs.declaration.departed': async (tx, { orderId, data }) => {
      if (orderId !== null) await this.declarations.declareDeparted(tx, orderId, data.exportDate);
    },
    'fx.order.collected': async (tx, { orderId }) => {
      if (orderId !== null) await this.declarations.settle(tx, orderId);
    },
  };

  constructor(
    deliveries: Deliveries,
    private readonly declarations: ShipmentDeclarations,
  ) {
    super(deliveries);
  }
}

/** Tells the insurer of a shipment. A retry says the same under the same reference, and gets the first answer. */
@Injectable()
export class DeclareShipment extends Processor<ShipmentPayload> {
  readonly job = DECLARE_SHIPMENT;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly declarations: ShipmentDeclarations,
    private readonly answers: ShipmentAnswers,
    private readonly policies: InsurancePolicies,
    private readonly orders: OrderBook,
    private readonly insurer: Insurer,
  ) {
    super();
  }

  override async process(delivery: Delivery<ShipmentPayload>): Promise<void> {
    const { declarationId } = delivery.payload;
    const notice = await this.read(delivery);
    if (notice === null) return; // an earlier try was first
    try {
      const number = await this.insurer.declare(delivery.caller, notice);
      await this.deliveries.once(delivery, (tx) => this.answers.recordAccepted(tx, declarationId, number));
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const why = refusalOf(error);
      await this.deliveries.once(delivery, (tx) => this.answers.recordRefused(tx, declarationId, why));
    }
  }

  private read(delivery: Delivery<ShipmentPayload>): Promise<ShipmentNotice | null> {
    return this.deliveries.read(delivery, async (view) => {
      const { declarationId } = delivery.payload;
      if (!(await this.answers.isUntold(view, declarationId))) return null;
      const declaration = await this.declarations.get(view, declarationId);
      const { policyNumber } = await this.policies.get(view, declaration.policyId);
      const { buyer } = await this.orders.snapshot(view, declaration.orderId);
      const { shippedOn, dueOn, amount, covered, premium, limitId } = declaration;
      return {
        reference: publicId('shipmentDeclaration', declarationId),
        ...{ policyNumber, limitReference: publicId('buyerLimit', limitId), buyer: buyer.name },
        ...{ shippedOn, dueOn, amount, covered, premium },
      };
    });
  }
}

/** Tells the insurer that a premium was paid. */
@Injectable()
export class TellPremium extends Processor<ShipmentPayload> {
  readonly job = TELL_PREMIUM;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly declarations: ShipmentDeclarations,
    private readonly insurer: Insurer,
  ) {
    super();
  }

  override async process(delivery: Delivery<ShipmentPayload>): Promise<void> {
    const { declarationId } = delivery.payload;
    const declaration = await this.deliveries.read(delivery, (view) => this.declarations.get(view, declarationId));
    const { premium: amount, premiumPaidAt } = declaration;
    if (premiumPaidAt === null) return;
    const reference = publicId('shipmentDeclaration', declarationId);
    await this.insurer.payPremium(delivery.caller, { reference, amount, paidOn: dateInZone(premiumPaidAt, CHINA) });
  }
}

/** A buyer is late: its seller is reminded of the day by which a loss is told of. */
@Injectable()
export class ExpireLossNotice extends Processor<ShipmentPayload> {
  readonly job = EXPIRE_LOSS_NOTICE;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly answers: ShipmentAnswers,
  ) {
    super();
  }

  override async process(delivery: Delivery<ShipmentPayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.answers.remind(tx, delivery.payload.declarationId));
  }
}
