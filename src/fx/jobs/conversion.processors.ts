import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { bankAccountsOf } from '../application/bank-account-of.js';
import { Board } from '../application/conversions/board.js';
import { ConversionDeals } from '../application/conversions/conversion-deals.js';
import { Conversions } from '../application/conversions/conversions.js';
import { BoardStaleError } from '../domain/conversions/quote.errors.js';
import { Bank } from '../partners/bank.port.js';
import {
  type AllocationPayload,
  askDeal,
  convertAllocation,
  type ConversionPayload,
  dealConversion,
  refreshBoard,
} from './fx.job.js';

/** Fetches the bank's board. */
@Injectable()
export class RefreshBoardProcessor extends Processor<object> {
  readonly job = refreshBoard;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly board: Board,
    private readonly bank: Bank,
  ) {
    super();
  }

  override async process(delivery: Delivery<object>): Promise<void> {
    const board = await this.bank.board(delivery.caller);
    await this.deliveries.once(delivery, (tx) => this.board.record(tx, board));
  }
}

/** Converts what a collection brought, for orders that convert by themselves; fetches the board itself if it must. */
@Injectable()
export class ConvertAllocationProcessor extends Processor<AllocationPayload> {
  readonly job = convertAllocation;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly board: Board,
    private readonly conversions: Conversions,
    private readonly bank: Bank,
  ) {
    super();
  }

  override async process(delivery: Delivery<AllocationPayload>): Promise<void> {
    const { allocationId } = delivery.payload;
    try {
      await this.deliveries.once(delivery, (tx) => this.conversions.convertAllocation(tx, allocationId));
    } catch (error) {
      if (!(error instanceof BoardStaleError)) throw error;
      const board = await this.bank.board(delivery.caller);
      await this.deliveries.once(delivery, async (tx) => {
        await this.board.record(tx, board);
        await this.conversions.convertAllocation(tx, allocationId);
      });
    }
  }
}

/** Makes the deal with the bank; the conversion's id is the reference, so asking again deals no second time. */
@Injectable()
export class DealConversionProcessor extends Processor<ConversionPayload> {
  readonly job = dealConversion;

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
    const { conversion, accounts } = await this.deliveries.read(delivery, async (view) => {
      const found = await this.conversions.get(view, conversionId);
      const currencies = [found.bankSell.currency, found.bankBuy.currency];
      return { conversion: found, accounts: await bankAccountsOf(view, found.partyId, currencies) };
    });
    if (conversion.state !== 'booked') return;
    const { bankSell, bankBuy, boardRate, unit, tenor, valueDate } = conversion;
    try {
      const deal = await this.bank.deal(delivery.caller, {
        reference: publicId('conversion', conversionId),
        sell: bankSell,
        buyCurrency: bankBuy.currency,
        rate: boardRate,
        unit,
        debitAccount: accounts.get(bankSell.currency)?.accountNumber ?? null,
        creditAccount: accounts.get(bankBuy.currency)?.accountNumber ?? null,
        valueDate: tenor === null ? null : valueDate,
      });
      await this.deliveries.once(delivery, (tx) => this.deals.recordDeal(tx, conversionId, deal));
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const code = String(error.details['reasonCode'] ?? 'REFUSED');
      const refusal = { code, reason: error.message };
      await this.deliveries.once(delivery, (tx) => this.deals.recordRefusal(tx, conversionId, refusal));
    }
  }
}

/** The time in which the bank deals is over. */
@Injectable()
export class AskDealProcessor extends Processor<ConversionPayload> {
  readonly job = askDeal;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly deals: ConversionDeals,
  ) {
    super();
  }

  override async process(delivery: Delivery<ConversionPayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.deals.chase(tx, delivery.payload.conversionId));
  }
}
