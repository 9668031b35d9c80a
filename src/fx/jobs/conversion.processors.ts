import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { bankAccountsOf, type NamedAccount } from '../application/bank-account-of.js';
import { Board } from '../application/conversions/board.js';
import { ConversionDeals } from '../application/conversions/conversion-deals.js';
import { Conversions } from '../application/conversions/conversions.js';
import { ForwardAnswers } from '../application/forwards/forward-answers.js';
import { type Conversion } from '../entities/conversion.entity.js';
import { Bank, type BankCaller, type Deal } from '../partners/bank.port.js';
import { ForwardDesk } from '../partners/forward-desk.port.js';
import { FreshPrices } from './fresh-prices.js';
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
    private readonly prices: FreshPrices,
    private readonly conversions: Conversions,
  ) {
    super();
  }

  override async process(delivery: Delivery<AllocationPayload>): Promise<void> {
    const { allocationId } = delivery.payload;
    await this.prices.for(delivery.caller, (record) =>
      this.deliveries.once(delivery, async (tx) => {
        await record(tx);
        await this.conversions.convertAllocation(tx, allocationId);
      }),
    );
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
    private readonly forwards: ForwardAnswers,
    private readonly desk: ForwardDesk,
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
    const contractNumber = conversion.forwardId === null ? null : await this.contractOf(delivery, conversion.forwardId);
    try {
      const deal =
        contractNumber === null
          ? await this.deal(delivery.caller, conversion, accounts)
          : await this.deliver(delivery.caller, conversion, { contractNumber, accounts });
      await this.deliveries.once(delivery, (tx) =>
        contractNumber === null
          ? this.deals.recordDeal(tx, conversionId, deal)
          : this.forwards.recordDelivery(tx, conversionId, deal),
      );
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const code = String(error.details['reasonCode'] ?? 'REFUSED');
      const refusal = { code, reason: error.message };
      await this.deliveries.once(delivery, (tx) =>
        contractNumber === null
          ? this.deals.recordRefusal(tx, conversionId, refusal)
          : this.forwards.recordDeliveryRefusal(tx, conversionId, refusal),
      );
    }
  }

  private deal(
    caller: BankCaller,
    { id, bankSell, bankBuy, boardRate, unit, tenor, valueDate }: Conversion,
    accounts: ReadonlyMap<string, NamedAccount>,
  ): Promise<Deal> {
    return this.bank.deal(caller, {
      reference: publicId('conversion', id),
      sell: bankSell,
      buyCurrency: bankBuy.currency,
      rate: boardRate,
      unit,
      debitAccount: accounts.get(bankSell.currency)?.accountNumber ?? null,
      creditAccount: accounts.get(bankBuy.currency)?.accountNumber ?? null,
      valueDate: tenor === null ? null : valueDate,
    });
  }

  /** Under a forward: on the day it was ordered, however late the bank hears of it. */
  private deliver(
    caller: BankCaller,
    { id, side, bankSell, bankBuy, createdAt }: Conversion,
    { contractNumber, accounts }: { contractNumber: string; accounts: ReadonlyMap<string, NamedAccount> },
  ): Promise<Deal> {
    return this.desk.deliver(caller, {
      reference: publicId('conversion', id),
      ...{ contractNumber, side: side === 'buy' ? 'buy' : 'sell' },
      amount: side === 'buy' ? bankBuy : bankSell,
      deliveredOn: dateInZone(createdAt, CHINA),
      debitAccount: accounts.get(bankSell.currency)?.accountNumber ?? null,
      creditAccount: accounts.get(bankBuy.currency)?.accountNumber ?? null,
    });
  }

  private contractOf(delivery: Delivery<ConversionPayload>, forwardId: string): Promise<string> {
    return this.deliveries.read(delivery, (view) => this.forwards.contractNumber(view, forwardId));
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
