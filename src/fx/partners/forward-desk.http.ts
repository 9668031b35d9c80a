import { Injectable } from '@nestjs/common';

import { isCurrency } from '../../kernel/currency.js';
import { DAY_BASES } from '../../kernel/day-basis.js';
import { Decimal } from '../../kernel/decimal.js';
import { isLocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { PartnerClient } from '../../platform/partners/partner-client.js';
import { type CurvePoint, TENORS } from '../domain/forwards/interest-curve.js';
import { isText, type Json, jsonOf, moneyOf, refusal, unclear } from './bank-json.js';
import { type BankCaller, type Deal } from './bank.port.js';
import {
  type BankCurve,
  type CloseOutOrder,
  type DeliveryOrder,
  type Ended,
  ForwardDesk,
  type ForwardOrderToBank,
  type RolloverOrder,
} from './forward-desk.port.js';

const NUMBER = /^[\x20-\x7e]{1,60}$/;
const RATE = /^-?\d{1,6}(\.\d{1,12})?$/;

/** The bank's forward desk over HTTP, in JSON. */
@Injectable()
export class HttpForwardDesk extends ForwardDesk {
  constructor(private readonly client: PartnerClient) {
    super();
  }

  override async curves(caller: BankCaller): Promise<readonly BankCurve[]> {
    const request = { operation: 'read-curves', reference: 'curves', method: 'GET', path: '/fx/curves' } as const;
    const { asOf, curves } = await this.call(caller, request);
    if (typeof asOf !== 'string' || !isLocalDate(asOf) || !Array.isArray(curves)) throw unclear();
    return curves.flatMap((curve) => curveOf(curve as Json, asOf));
  }

  override async book(caller: BankCaller, order: ForwardOrderToBank): Promise<{ contractNumber: string }> {
    const { reference, rate, unit, side, amount, ...rest } = order;
    const body = { reference, ...rest, [side]: amount, rate: rate.toFixed(), unit: unit.toFixed() };
    const answer = await this.post(caller, 'book-forward', reference, '/fx/forwards', body);
    return { contractNumber: contractOf(answer) };
  }

  override async deliver(caller: BankCaller, order: DeliveryOrder): Promise<Deal> {
    const { contractNumber, side, debitAccount, creditAccount, ...rest } = order;
    const path = `${pathOf(contractNumber)}/deliveries`;
    const body = {
      ...rest,
      ...(debitAccount === null ? {} : { debitAccount }),
      ...(creditAccount === null ? {} : { creditAccount }),
    };
    const answer = await this.post(caller, 'deliver-forward', order.reference, path, body);
    const { dealId, valueDate } = answer;
    const [sold, bought] = [moneyOf(answer['sold']), moneyOf(answer['bought'])];
    if (sold === null || bought === null || !(side === 'sell' ? sold : bought).equals(order.amount)) throw unclear();
    if ((side === 'sell' ? bought : sold).currency !== 'CNY') throw unclear();
    if (!isText(dealId, NUMBER) || typeof valueDate !== 'string' || !isLocalDate(valueDate)) throw unclear();
    return { dealId, sold, bought, valueDate };
  }

  override async closeOut(
    caller: BankCaller,
    { contractNumber, closeRate, account, ...order }: CloseOutOrder,
  ): Promise<Ended> {
    const path = `${pathOf(contractNumber)}/close-outs`;
    const body = { ...order, ...namedOf(account), closeRate: closeRate.toFixed() };
    return endedOf(await this.post(caller, 'close-out-forward', order.reference, path, body));
  }

  override async rollOver(
    caller: BankCaller,
    { contractNumber, closeRate, rate, account, ...order }: RolloverOrder,
  ): Promise<Ended & { contractNumber: string }> {
    const path = `${pathOf(contractNumber)}/rollovers`;
    const body = { ...order, ...namedOf(account), closeRate: closeRate.toFixed(), rate: rate.toFixed() };
    const answer = await this.post(caller, 'roll-forward', order.reference, path, body);
    return { ...endedOf(answer), contractNumber: contractOf(answer) };
  }

  private post(caller: BankCaller, operation: string, reference: string, path: string, body: object): Promise<Json> {
    return this.call(caller, { operation, reference, method: 'POST', path, body: JSON.stringify(body) });
  }

  private async call(
    caller: BankCaller,
    request: { operation: string; reference: string; method: 'GET' | 'POST'; path: string; body?: string },
  ): Promise<Json> {
    try {
      return jsonOf(await this.client.call(caller, { partner: 'bank', ...request }));
    } catch (error) {
      throw error instanceof PartnerRejectedError ? refusal(error) : error;
    }
  }
}

function namedOf(account: string | null): { readonly account?: string } {
  return account === null ? {} : { account };
}

function pathOf(contractNumber: string): string {
  return `/fx/forwards/${encodeURIComponent(contractNumber)}`;
}

function contractOf({ contractNumber }: Json): string {
  if (!isText(contractNumber, NUMBER)) throw unclear();
  return contractNumber;
}

function endedOf({ bankReference, result, valueDate }: Json): Ended {
  const money = signedOf(result);
  if (money === null || !isText(bankReference, NUMBER)) throw unclear();
  if (typeof valueDate !== 'string' || !isLocalDate(valueDate)) throw unclear();
  return { bankReference, result: money, valueDate };
}

/** An amount in CNY that may be below zero. */
function signedOf(value: unknown): Money | null {
  const { amount, currency } = (value ?? {}) as { amount?: unknown; currency?: unknown };
  if (currency !== 'CNY' || !isText(amount, /^-?\d{1,15}(\.\d{1,2})?$/)) return null;
  return Money.parse(amount, 'CNY');
}

/** A curve that cannot be read is left out: it is for guidance. */
function curveOf({ currency, dayBasis, points }: Json, asOf: string): BankCurve[] {
  const basis = DAY_BASES.find((known) => known === dayBasis);
  if (typeof currency !== 'string' || !isCurrency(currency) || basis === undefined || !Array.isArray(points)) return [];
  const read = points.flatMap((point) => pointOf(point as Json));
  return read.length === 0 ? [] : [{ currency, asOf, dayBasis: basis, points: read }];
}

function pointOf({ tenor, bid, ask }: Json): CurvePoint[] {
  const known = TENORS.find((name) => name === tenor);
  if (known === undefined || !isText(bid, RATE) || !isText(ask, RATE)) return [];
  return [{ tenor: known, bid: new Decimal(bid), ask: new Decimal(ask) }];
}
