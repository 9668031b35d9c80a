import { type FastifyInstance } from 'fastify';

import { Decimal } from '../../kernel/decimal.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { chinaDate } from '../world/china-time.js';
import { type Arrival, Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { Fields, parseObject } from '../world/json.js';
import { Faults, Refusal } from '../world/refusal.js';
import { type Story, type World } from '../world/world.js';
import { assertMarket, type Quote, readDeal, strike } from './exchange.js';

/** A deal that was struck. */
export interface DealState {
  readonly dealId: string;
  sold: MoneyJson;
  bought: MoneyJson;
  readonly rate: string;
  readonly unit: string;
  /** Between which accounts of the customer; null where it does not say. */
  readonly debitAccount: string | null;
  readonly creditAccount: string | null;
  valueDate: string;
  status: 'open' | 'settled' | 'cancelled';
}

/** Money that a deal takes from an account of the customer, or puts there. */
export interface DealMovement {
  /** The customer's, of what moves it. */
  readonly reference: string;
  readonly dealId: string;
  readonly direction: 'DBIT' | 'CRDT';
  readonly money: Money;
}

/** What deals, at once or forward, need of the bank around them. */
export interface Counter {
  readonly quotes: () => readonly Quote[];
  readonly book: (accountNumber: string | null, movement: DealMovement) => void;
}

const HOME = 'CNY';

/**
 * Deals at the board's price: for value at once, or on a later day. Until it is delivered a deal may be changed or called off at
 * the price of that moment; the difference is paid in CNY.
 *
 *     POST /fx/deals                  struck; with `valueDate` it waits to be delivered
 *     POST /fx/deal-deliveries        both currencies change hands
 *     POST /fx/deal-changes           another foreign amount (`to`; nothing: called off) or value date, at `rate`
 */
export class SpotDeals {
  constructor(
    server: FastifyInstance,
    private readonly world: World,
    private readonly counter: Counter,
  ) {
    const door = new Doorway(server, world, 'bank');
    const referenced = ({ body }: Arrival): string | null => /"reference"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? null;
    door.on('POST', '/fx/deals', (arrival) => this.deal(arrival), referenced);
    door.on('POST', '/fx/deal-deliveries', (arrival) => this.deliver(arrival), referenced);
    door.on('POST', '/fx/deal-changes', (arrival) => this.change(arrival), referenced);
  }

  private deal(arrival: Arrival): Reply {
    const wish = readDeal(arrival.body);
    const { reference } = wish;
    const request = requestOf(arrival, 'deal', reference, [reference], '');
    const taken = this.world.take<DealState>(request, () => {
      const { sold, bought, rate, unit } = strike(wish, this.counter.quotes());
      const dealId = `FXD${this.world.numbers.next('bank/deal')}`;
      const valueDate = wish.valueDate ?? chinaDate(this.world.clock.now());
      this.world.stories.nameAs(`bank/deal/${dealId}`, request);
      const { debitAccount, creditAccount } = wish;
      const amounts = { sold: sold.toJSON(), bought: bought.toJSON() };
      const state = { dealId, ...amounts, rate, unit, debitAccount, creditAccount, valueDate };
      if (wish.valueDate === null) this.exchange(state, reference);
      return {
        state: { ...state, status: wish.valueDate === null ? 'settled' : 'open' },
        answer: jsonAnswer(200, { dealId, reference, sold, bought, rate, unit, valueDate }),
        firstStep: null,
      };
    });
    return reply(reference, taken);
  }

  private deliver(arrival: Arrival): Reply {
    const faults = new Faults();
    const fields = new Fields(parseObject(arrival.body), faults);
    const [reference, dealId] = [fields.text('reference'), fields.text('dealId')];
    const valueDate = fields.date('valueDate');
    faults.refuse(422, 'INVALID', 'The delivery breaks one or more rules');
    const taken = this.world.take<object>(requestOf(arrival, 'delivery', reference, [reference], ''), () => {
      const story = this.open(dealId);
      const { sold, bought } = story.state;
      if (story.state.valueDate !== valueDate) {
        throw new Refusal(422, 'WRONG_DAY', `Deal ${dealId} is delivered on ${story.state.valueDate}`);
      }
      story.state.status = 'settled';
      this.exchange(story.state, story.reference);
      this.world.stories.save(story);
      return { state: {}, answer: jsonAnswer(200, { dealId, sold, bought, valueDate }), firstStep: null };
    });
    return reply(reference, taken);
  }

  private change(arrival: Arrival): Reply {
    const faults = new Faults();
    const fields = new Fields(parseObject(arrival.body), faults);
    const [reference, dealId] = [fields.text('reference'), fields.text('dealId')];
    const valueDate = fields.date('valueDate');
    const to = fields.money('to');
    const rate = new Decimal(fields.decimal('rate'));
    faults.refuse(422, 'INVALID', 'The change breaks one or more rules');
    const taken = this.world.take<object>(requestOf(arrival, 'deal-change', reference, [reference], ''), () => {
      const story = this.open(dealId);
      const difference = this.changed(story, { to, valueDate, rate });
      this.bookDifference(story.state, reference, difference);
      return { state: {}, answer: jsonAnswer(200, { dealId, difference, valueDate }), firstStep: null };
    });
    return reply(reference, taken);
  }

  /** @returns what the customer gets, or pays where it is below zero. @throws Refusal 422 */
  private changed(
    story: Story<DealState>,
    { to, valueDate, rate }: { readonly to: Money; readonly valueDate: string; readonly rate: Decimal },
  ): Money {
    const { state } = story;
    const [sold, bought] = [Money.fromJSON(state.sold), Money.fromJSON(state.bought)];
    const isSale = bought.currency === HOME;
    const foreign = isSale ? sold : bought;
    if (to.currency !== foreign.currency) {
      throw new Refusal(422, 'WRONG_CURRENCY', `The deal is in ${foreign.currency}`);
    }
    const [change, dealt, unit] = [to.minus(foreign), new Decimal(state.rate), new Decimal(state.unit)];
    const isDealtAsSale = change.isNegative() !== isSale;
    const { currency } = foreign;
    if (!change.isZero())
      assertMarket({ currency, isSelling: isDealtAsSale, perOne: rate.div(unit) }, this.counter.quotes());
    const gained = change.toDecimal().times(rate.minus(dealt)).div(unit);
    const home = Money.ofMajor(to.toDecimal().times(dealt).div(unit), HOME, 'half-up');
    const pair = isSale ? { sold: to, bought: home } : { sold: home, bought: to };
    Object.assign(state, { sold: pair.sold.toJSON(), bought: pair.bought.toJSON(), valueDate });
    if (to.isZero()) state.status = 'cancelled';
    this.world.stories.save(story);
    return Money.ofMajor(isSale ? gained : gained.negated(), HOME, 'half-up');
  }

  /** Both currencies change hands. */
  private exchange(
    { dealId, sold, bought, debitAccount, creditAccount }: Omit<DealState, 'status'>,
    reference: string,
  ): void {
    const deal = { reference, dealId };
    this.counter.book(debitAccount, { ...deal, direction: 'DBIT', money: Money.fromJSON(sold) });
    this.counter.book(creditAccount, { ...deal, direction: 'CRDT', money: Money.fromJSON(bought) });
  }

  private bookDifference(
    { dealId, bought, debitAccount, creditAccount }: DealState,
    reference: string,
    money: Money,
  ): void {
    if (money.isZero()) return;
    const account = bought.currency === HOME ? creditAccount : debitAccount;
    const direction = money.isNegative() ? 'DBIT' : 'CRDT';
    this.counter.book(account, { reference, dealId, direction, money: money.absolute() });
  }

  /** @throws Refusal where there is none, or it is over */
  private open(dealId: string): Story<DealState> {
    const [story] = this.world.stories.knownAs(`bank/deal/${dealId}`) as Story<DealState>[];
    if (story === undefined) throw new Refusal(422, 'NO_DEAL', `No deal ${dealId}`);
    if (story.state.status !== 'open') throw new Refusal(422, 'DEAL_OVER', `Deal ${dealId} is ${story.state.status}`);
    return story;
  }
}
