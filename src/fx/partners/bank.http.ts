import { type PaymentReport } from '../domain/payouts/payment-report.js';
import { Injectable } from '@nestjs/common';

import { type Currency, isCurrency } from '../../kernel/currency.js';
import { Decimal } from '../../kernel/decimal.js';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { type PartnerAnswer, PartnerClient, type PartnerRequest } from '../../platform/partners/partner-client.js';
import { type BankMessage } from '../domain/bank-files/bank-message.js';
import { SAY } from '../domain/fx.sentences.js';
import { type PaymentBatch, type PaymentOrder } from '../domain/payouts/payment-order.js';
import { Bank, type BankBoard, type BankCaller, BankMessages, type BoardLine, type Deal } from './bank.port.js';
import { isText, type Json, jsonOf, moneyOf, refusal, unclear } from './bank-json.js';
import { writePain001, writePain001Batch } from './pain001.xml.js';

const PRICE = /^\d{1,12}(\.\d{1,10})?$/;

/** The bank over HTTP: JSON for accounts, board and deals, ISO 20022 XML for payments and reports. */
@Injectable()
export class HttpBank extends Bank {
  constructor(
    private readonly client: PartnerClient,
    private readonly messages: BankMessages,
  ) {
    super();
  }

  override async openAccount(
    caller: BankCaller,
    request: { reference: string; ownerName: string; currency: Currency },
  ): Promise<{ accountNumber: string; bankBic: string }> {
    const { reference, ownerName, currency } = request;
    const answer = await this.call(caller, {
      operation: 'open-account',
      reference,
      method: 'POST',
      path: '/accounts',
      body: JSON.stringify({ reference, ownerName, currency }),
    });
    const { accountNumber, bankBic } = jsonOf(answer);
    if (!isText(accountNumber, /^[A-Za-z0-9-]{1,34}$/) || !isText(bankBic, /^[A-Z0-9]{8}([A-Z0-9]{3})?$/))
      throw unclear();
    return { accountNumber, bankBic };
  }

  override async board(caller: BankCaller): Promise<BankBoard> {
    const answer = await this.call(caller, {
      operation: 'read-board',
      reference: 'board',
      method: 'GET',
      path: '/fx/board',
    });
    const { asOf, base, quotes } = jsonOf(answer);
    if (base !== 'CNY' || typeof asOf !== 'string' || Number.isNaN(Date.parse(asOf)) || !Array.isArray(quotes))
      throw unclear();
    return { asOf, lines: quotes.flatMap((quote) => lineOf(quote as Json)) };
  }

  override async deal(caller: BankCaller, request: Parameters<Bank['deal']>[1]): Promise<Deal> {
    const { reference, sell, buyCurrency, rate, unit, valueDate, debitAccount, creditAccount } = request;
    const answer = await this.call(caller, {
      operation: 'deal',
      reference,
      method: 'POST',
      path: '/fx/deals',
      body: JSON.stringify({
        ...{ reference, sell, buyCurrency, rate: rate.toFixed(), unit: unit.toFixed() },
        ...(valueDate === null ? {} : { valueDate }),
        ...(debitAccount === null ? {} : { debitAccount }),
        ...(creditAccount === null ? {} : { creditAccount }),
      }),
    });
    const deal = dealOf(answer);
    const isOurs = deal.sold.equals(sell) && deal.bought.currency === buyCurrency;
    if (!isOurs || (valueDate !== null && deal.valueDate !== valueDate)) throw unclear();
    return deal;
  }

  override async deliver(
    caller: BankCaller,
    request: { reference: string; dealId: string; valueDate: LocalDate },
  ): Promise<Deal> {
    const { reference, dealId, valueDate } = request;
    const answer = await this.call(caller, {
      operation: 'deliver-deal',
      reference,
      method: 'POST',
      path: '/fx/deal-deliveries',
      body: JSON.stringify({ reference, dealId, valueDate }),
    });
    const deal = dealOf(answer);
    if (deal.dealId !== dealId || deal.valueDate !== valueDate) throw unclear();
    return deal;
  }

  override async changeDeal(
    caller: BankCaller,
    request: { reference: string; dealId: string; to: Money; valueDate: LocalDate; rate: Decimal },
  ): Promise<Money> {
    const { reference, dealId, to, valueDate, rate } = request;
    const answer = await this.call(caller, {
      operation: 'change-deal',
      reference,
      method: 'POST',
      path: '/fx/deal-changes',
      body: JSON.stringify({ reference, dealId, to, valueDate, rate: rate.toFixed() }),
    });
    const { dealId: changed, difference } = jsonOf(answer);
    const paid = moneyOf(difference, true);
    if (changed !== dealId || paid?.currency !== 'CNY') throw unclear();
    return paid;
  }

  // Both are async: a message that cannot be written is a refusal like any other.
  override async pay(caller: BankCaller, order: PaymentOrder): Promise<void> {
    await this.order(caller, order.messageId, writePain001(order));
  }

  override async payBatch(caller: BankCaller, batch: PaymentBatch): Promise<void> {
    await this.order(caller, batch.messageId, writePain001Batch(batch));
  }

  override async paymentReport(caller: BankCaller, messageId: string): Promise<PaymentReport | null> {
    const request = {
      operation: 'ask-payment',
      reference: messageId,
      method: 'GET',
      path: `/payments/${messageId}`,
    } as const;
    const answer = await this.find(caller, request);
    if (answer === null) return null;
    const message = this.messages.read(answer.body);
    return message.kind === 'payment-status' ? message.report : null;
  }

  override async credits(caller: BankCaller, accountNumber: string): Promise<BankMessage | null> {
    const path = `/accounts/${encodeURIComponent(accountNumber)}/credits`;
    const request = { operation: 'ask-credits', reference: endingOf(accountNumber), method: 'GET', path } as const;
    const answer = await this.find(caller, request);
    return answer === null ? null : this.messages.read(answer.body);
  }

  private async order(caller: BankCaller, reference: string, body: string): Promise<void> {
    const contentType = 'application/xml; charset=utf-8';
    await this.call(caller, {
      operation: 'order-payment',
      reference,
      method: 'POST',
      path: '/payments',
      body,
      contentType,
    });
  }

  override async statement(caller: BankCaller, accountNumber: string, day: LocalDate): Promise<string | null> {
    const path = `/accounts/${encodeURIComponent(accountNumber)}/statements/${day}`;
    const request = { operation: 'ask-statement', reference: endingOf(accountNumber), method: 'GET', path } as const;
    return (await this.find(caller, request))?.body ?? null;
  }

  /** Asking refuses nothing: whatever is not an answer leaves things unknown. */
  private async find(caller: BankCaller, request: Omit<PartnerRequest, 'partner'>): Promise<PartnerAnswer | null> {
    try {
      return await this.client.find(caller, { partner: 'bank', ...request });
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      throw new PartnerUnavailableError(SAY.bank_would_not_say, { partner: 'bank' }, [], { cause: error });
    }
  }

  private async call(caller: BankCaller, request: Omit<PartnerRequest, 'partner'>): Promise<PartnerAnswer> {
    try {
      return await this.client.call(caller, { partner: 'bank', ...request });
    } catch (error) {
      throw error instanceof PartnerRejectedError ? refusal(error) : error;
    }
  }
}

function lineOf(quote: Json): BoardLine[] {
  const { currency, unit, spotBuy, cashBuy, spotSell, cashSell } = quote;
  const prices = [unit, spotBuy, cashBuy, spotSell, cashSell];
  const areRight = prices.every((price) => isText(price, PRICE) && !new Decimal(price).isZero());
  if (typeof currency !== 'string' || !isCurrency(currency) || !areRight) return [];
  const [ofUnit, ...rest] = prices.map((price) => new Decimal(price as string));
  const [first = ZERO, second = ZERO, third = ZERO, fourth = ZERO] = rest;
  return [{ currency, unit: ofUnit ?? ZERO, spotBuy: first, cashBuy: second, spotSell: third, cashSell: fourth }];
}

const ZERO = new Decimal(0);

/** @throws PartnerUnavailableError when it cannot be read */
function dealOf(answer: PartnerAnswer): Deal {
  const { dealId, sold, bought, valueDate } = jsonOf(answer);
  const amounts = { sold: moneyOf(sold), bought: moneyOf(bought) };
  if (!isText(dealId, /^.{1,100}$/) || typeof valueDate !== 'string' || !isLocalDate(valueDate)) throw unclear();
  if (amounts.sold === null || amounts.bought === null) throw unclear();
  return { dealId, sold: amounts.sold, bought: amounts.bought, valueDate };
}

/** What a question about an account is known by in the record of exchanges: the record shows no whole numbers. */
function endingOf(accountNumber: string): string {
  return `*${accountNumber.slice(-4)}`;
}
