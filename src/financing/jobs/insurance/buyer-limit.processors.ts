import { Injectable } from '@nestjs/common';

import { publicId } from '../../../kernel/ids.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../../kernel/partner-errors.js';
import { Parties } from '../../../parties/index.js';
import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { Processor } from '../../../platform/queues/processor.js';
import { BuyerLimits } from '../../application/insurance/buyer-limits.service.js';
import { InsurancePolicies } from '../../application/insurance/insurance-policies.service.js';
import { Insurer, type LimitApplication, type LimitMessage } from '../../partners/insurance/insurer.port.js';
import { refusalOf } from './insurer-refusal.js';
import { ASK_BUYER_LIMIT, type BuyerLimitPayload, REQUEST_BUYER_LIMIT } from './insurance.job.js';

/** Asks the insurer for a limit. Its answer comes by callback; only a refusal of the message is known at once. */
@Injectable()
export class RequestBuyerLimit extends Processor<BuyerLimitPayload> {
  readonly job = REQUEST_BUYER_LIMIT;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly limits: BuyerLimits,
    private readonly policies: InsurancePolicies,
    private readonly parties: Parties,
    private readonly insurer: Insurer,
  ) {
    super();
  }

  override async process(delivery: Delivery<BuyerLimitPayload>): Promise<void> {
    const application = await this.read(delivery);
    if (application === null) return; // decided meanwhile
    try {
      await this.insurer.applyForLimit(delivery.caller, application);
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const why = refusalOf(error);
      const { limitId } = delivery.payload;
      await this.deliveries.once(delivery, (tx) => this.limits.recordRejected(tx, limitId, why));
    }
  }

  private read(delivery: Delivery<BuyerLimitPayload>): Promise<LimitApplication | null> {
    return this.deliveries.read(delivery, async (view) => {
      const limit = await this.limits.get(view, delivery.payload.limitId);
      if (limit.state !== 'requested') return null;
      const [policy, seller, buyer] = [
        await this.policies.get(view, limit.policyId),
        await this.parties.find(view, limit.sellerId),
        await this.parties.find(view, limit.buyerId),
      ];
      if (seller === null || buyer === null) throw new Error(`A party of limit ${limit.id} is gone`);
      return {
        reference: publicId('buyerLimit', limit.id),
        policyNumber: policy.policyNumber,
        insured: { name: seller.name, uscc: seller.uscc ?? '' },
        buyer: { name: buyer.name, country: limit.country },
        amount: limit.requested,
        tenorDays: limit.tenorDays,
      };
    });
  }
}

/** Asks the insurer how a limit stands when it has not spoken for too long; an unknown one goes out again. */
@Injectable()
export class AskBuyerLimit extends Processor<BuyerLimitPayload & { readonly dueAt: string }> {
  readonly job = ASK_BUYER_LIMIT;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly limits: BuyerLimits,
    private readonly insurer: Insurer,
  ) {
    super();
  }

  override async process(delivery: Delivery<BuyerLimitPayload & { readonly dueAt: string }>): Promise<void> {
    const { limitId, dueAt } = delivery.payload;
    const limit = await this.deliveries.read(delivery, (view) => this.limits.get(view, limitId));
    if (limit.state !== 'requested' || limit.expectedBy?.toISOString() !== dueAt) return;
    const message = await this.inquire(delivery);
    await this.deliveries.once(delivery, async (tx) => {
      const isNews = message !== null && (await this.limits.record(tx, limitId, message));
      if (!isNews) await this.limits.noteSilence(tx, limitId, dueAt);
    });
  }

  private async inquire({ caller, payload }: Delivery<BuyerLimitPayload>): Promise<LimitMessage | null> {
    try {
      return await this.insurer.limit(caller, publicId('buyerLimit', payload.limitId));
    } catch (error) {
      if (error instanceof PartnerUnavailableError || error instanceof PartnerRejectedError) return null;
      throw error;
    }
  }
}
