import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { ChangeOutcomes } from '../application/conversions/change-outcomes.js';
import { ConversionChanges } from '../application/conversions/conversion-changes.js';
import { ConversionDeals } from '../application/conversions/conversion-deals.js';
import { Conversions } from '../application/conversions/conversions.js';
import { Bank } from '../partners/bank.port.js';
import { changeDeal, type ConversionChangePayload, type ConversionPayload, deliverDeal } from './fx.job.js';

/** Has a deal delivered on its value date. A refusal is no answer to that: people must look. */
@Injectable()
export class DeliverDealProcessor extends Processor<ConversionPayload> {
  readonly job = deliverDeal;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly conversions: Conversions,
    private readonly deals: ConversionDeals,
    private readonly bank: Bank,
  ) {
    super();
  }

  override async process(delivery: Delivery<ConversionPayload>): Promise<void> {
    const { conversionId } = delivery.payload;
    const { state, dealId, valueDate, isDue } = await this.deliveries.read(delivery, (view) =>
      this.conversions.delivery(view, conversionId),
    );
    if (state !== 'dealt' || dealId === null || valueDate === null || !isDue) return;
    const reference = `${publicId('conversion', conversionId)}-delivery`;
    const deal = await this.bank.deliver(delivery.caller, { reference, dealId, valueDate });
    await this.deliveries.once(delivery, (tx) => this.deals.recordDelivery(tx, conversionId, deal));
  }
}

/** Asks the bank to change a deal; the change's id is the reference, so asking again changes nothing more. */
@Injectable()
export class ChangeDealProcessor extends Processor<ConversionChangePayload> {
  readonly job = changeDeal;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly conversions: Conversions,
    private readonly changes: ConversionChanges,
    private readonly outcomes: ChangeOutcomes,
    private readonly bank: Bank,
  ) {
    super();
  }

  override async process(delivery: Delivery<ConversionChangePayload>): Promise<void> {
    const { changeId } = delivery.payload;
    const change = await this.deliveries.read(delivery, (view) => this.changes.get(view, changeId));
    const { dealId } = await this.deliveries.read(delivery, (view) => this.conversions.get(view, change.conversionId));
    if (change.state !== 'asked' || dealId === null) return;
    const { to, valueDate, boardRate: rate } = change;
    const reference = publicId('conversionChange', changeId);
    try {
      const paid = await this.bank.changeDeal(delivery.caller, { reference, dealId, to, valueDate, rate });
      await this.deliveries.once(delivery, (tx) => this.outcomes.agreed(tx, changeId, paid));
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const code = String(error.details['reasonCode'] ?? 'REFUSED');
      const refusal = { code, reason: error.message };
      await this.deliveries.once(delivery, (tx) => this.outcomes.refused(tx, changeId, refusal));
    }
  }
}
