import { Injectable } from '@nestjs/common';

import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { CollectionAccounts } from '../application/collections/collection-accounts.js';
import { BankMovements } from '../application/bank-files/bank-movements.js';
import { type BankMessage } from '../domain/bank-files/bank-message.js';
import { Bank } from '../partners/bank.port.js';
import { type AccountPayload, type AccountRequestPayload, askAccount, askCredits, openAccount } from './fx.job.js';

/** Opens a seller's account at the bank; the reference is made of our own id, so asking again opens no second one. */
@Injectable()
export class OpenAccountProcessor extends Processor<AccountRequestPayload> {
  readonly job = openAccount;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly accounts: CollectionAccounts,
    private readonly bank: Bank,
  ) {
    super();
  }

  override async process(delivery: Delivery<AccountRequestPayload>): Promise<void> {
    const { payload: request } = delivery;
    const account = await this.deliveries.read(delivery, (view) => this.accounts.find(view, request.accountId));
    if (account?.state !== 'requested' || account.attempt !== request.attempt) return;
    const { reference, ownerName, currency } = account;
    try {
      const opened = await this.bank.openAccount(delivery.caller, { reference, ownerName, currency });
      await this.deliveries.once(delivery, (tx) => this.accounts.recordOpened(tx, request, opened));
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      await this.deliveries.once(delivery, (tx) => this.accounts.recordRefused(tx, request, error.message));
    }
  }
}

/** The time in which the bank opens accounts is over. */
@Injectable()
export class AskAccountProcessor extends Processor<AccountRequestPayload> {
  readonly job = askAccount;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly accounts: CollectionAccounts,
  ) {
    super();
  }

  override async process(delivery: Delivery<AccountRequestPayload>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.accounts.chase(tx, delivery.payload));
  }
}

/** Asks for all credits of an account, in case a notice was lost; what is known already changes nothing. */
@Injectable()
export class AskCreditsProcessor extends Processor<AccountPayload> {
  readonly job = askCredits;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly accounts: CollectionAccounts,
    private readonly movements: BankMovements,
    private readonly bank: Bank,
  ) {
    super();
  }

  override async process(delivery: Delivery<AccountPayload>): Promise<void> {
    const { accountId } = delivery.payload;
    const account = await this.deliveries.read(delivery, (view) => this.accounts.find(view, accountId));
    if (account?.accountNumber == null) return;
    const message = await this.ask(delivery, account.accountNumber);
    await this.deliveries.once(delivery, async (tx) => {
      // The exchange with the bank is kept; the delivery's id stands where an inbox message would.
      if (message?.kind === 'credit-notice') await this.movements.takeIn(tx, message.notices, delivery.job.messageId);
      await this.accounts.watchOn(tx, accountId);
    });
  }

  /** A bank that cannot be reached now is asked again at the next turn: the watch must not end with a job's tries. */
  private async ask({ caller }: Delivery<AccountPayload>, accountNumber: string): Promise<BankMessage | null> {
    try {
      return await this.bank.credits(caller, accountNumber);
    } catch (error) {
      if (error instanceof PartnerUnavailableError) return null;
      throw error;
    }
  }
}
