import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { chinaDate } from '../world/china-time.js';
import { type Arrival, type Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { Fields, parseObject } from '../world/json.js';
import { Faults, Refusal } from '../world/refusal.js';
import { type Story, type World } from '../world/world.js';
import { CURVES, growth } from './curves.js';
import { type Counter } from './spot-deals.js';
import { type ForwardContract } from './states.js';

/** A rate this much better for the customer than the bank's own is out of date; so much worse is a mistake. */
const STALE_SHARE = new Decimal('0.0005');
const OFF_MARKET_SHARE = new Decimal('0.02');
const HOME = 'CNY';

interface Part {
  readonly reference: string;
  readonly contractNumber: string;
  readonly amount: Money;
  /** The customer's in CNY, where it says. */
  readonly account: string | null;
  readonly fields: Fields;
  readonly faults: Faults;
}

/** Where a bank deals forward: curves for guidance, contracts, and what becomes of them part by part. */
export class ForwardDesk {
  constructor(
    door: Doorway,
    private readonly world: World,
    private readonly counter: Counter,
  ) {
    const referenced = ({ body }: Arrival): string | null => /"reference"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? null;
    door.on('GET', '/fx/curves', () => {
      const answer = jsonAnswer(200, { asOf: chinaDate(world.clock.now()), curves: CURVES });
      return { answer, reference: null, effect: 'asked' };
    });
    door.on('POST', '/fx/forwards', (arrival) => this.book(arrival), referenced);
    door.on('POST', '/fx/forwards/:contractNumber/deliveries', (arrival) => this.deliver(arrival), referenced);
    door.on('POST', '/fx/forwards/:contractNumber/close-outs', (arrival) => this.closeOut(arrival), referenced);
    door.on('POST', '/fx/forwards/:contractNumber/rollovers', (arrival) => this.rollOver(arrival), referenced);
  }

  private book(arrival: Arrival): Reply {
    const faults = new Faults();
    const fields = new Fields(parseObject(arrival.body), faults);
    const [reference, underlying] = [fields.text('reference'), fields.text('underlying')];
    const side: ForwardContract['side'] = parseObject(arrival.body)['buy'] === undefined ? 'sell' : 'buy';
    const amount = fields.money(side);
    const [rate, unit] = [new Decimal(fields.decimal('rate')), new Decimal(fields.decimal('unit'))];
    const [tradeDate, startsOn, dueOn] = [fields.date('tradeDate'), fields.date('startsOn'), fields.date('dueOn')];
    faults.unless(!amount.isZero(), `/${side}/amount`, 'must be above 0');
    faults.unless(unit.greaterThan(0), '/unit', 'must be above 0');
    faults.unless(tradeDate < startsOn && startsOn <= dueOn, '/dueOn', 'must be in order, after the trade date');
    faults.refuse(422, 'INVALID', 'The contract breaks one or more rules');
    const request = requestOf(arrival, 'forward', reference, [underlying, reference], '');
    const taken = this.world.take<ForwardContract>(request, (words) => {
      if (words.includes('NO-LINE')) throw new Refusal(422, 'NO_LINE', 'No credit line for this client');
      this.assertDeals(side, rate.div(unit), { currency: amount.currency, from: tradeDate, days: [startsOn, dueOn] });
      const terms = { side, rate: rate.toFixed(), unit: unit.toFixed(), startsOn, dueOn };
      return this.contract(request, { ...terms, amount, refusesMove: words.includes('NO-MOVE') }, { reference });
    });
    return reply(reference, taken);
  }

  private deliver(arrival: Arrival): Reply {
    const part = readPart(arrival);
    const deliveredOn = part.fields.date('deliveredOn');
    const [debit, credit] = ['debitAccount', 'creditAccount'].map((name) => part.fields.optionalText(name));
    part.faults.refuse(422, 'INVALID', 'The delivery breaks one or more rules');
    return this.settle(arrival, part, 'forward-delivery', ({ state }) => {
      if (deliveredOn < state.startsOn || deliveredOn > state.dueOn) {
        throw new Refusal(422, 'OUTSIDE_WINDOW', `The contract is delivered from ${state.startsOn} to ${state.dueOn}`);
      }
      const home = inHome(part.amount, new Decimal(state.rate).div(state.unit));
      const [sold, bought] = state.side === 'sell' ? [part.amount, home] : [home, part.amount];
      const dealId = `FXD${this.world.numbers.next('bank/deal')}`;
      const deal = { reference: part.reference, dealId };
      this.counter.book(debit ?? null, { ...deal, direction: 'DBIT', money: sold });
      this.counter.book(credit ?? null, { ...deal, direction: 'CRDT', money: bought });
      return { dealId, sold, bought, rate: state.rate, unit: state.unit, valueDate: deliveredOn };
    });
  }

  private closeOut(arrival: Arrival): Reply {
    const part = readPart(arrival);
    const { fields, faults, amount } = part;
    const [closeRate, tradeDate] = [new Decimal(fields.decimal('closeRate')), fields.date('tradeDate')];
    faults.refuse(422, 'INVALID', 'The close-out breaks one or more rules');
    return this.settle(arrival, part, 'forward-close-out', (story) => {
      this.assertMoves(story);
      const { state } = story;
      const days = [state.startsOn, state.dueOn].map((day) => (day > tradeDate ? day : tradeDate));
      const undone = state.side === 'sell' ? 'buy' : 'sell';
      this.assertDeals(undone, closeRate.div(state.unit), { currency: amount.currency, from: tradeDate, days });
      return { ...this.end(part, state, closeRate), valueDate: tradeDate };
    });
  }

  private rollOver(arrival: Arrival): Reply {
    const part = readPart(arrival);
    const { fields, faults, amount, reference } = part;
    const [closeRate, rate] = [new Decimal(fields.decimal('closeRate')), new Decimal(fields.decimal('rate'))];
    const [tradeDate, startsOn, dueOn] = [fields.date('tradeDate'), fields.date('startsOn'), fields.date('dueOn')];
    faults.refuse(422, 'INVALID', 'The roll-over breaks one or more rules');
    return this.settle(arrival, part, 'forward-rollover', (story) => {
      this.assertMoves(story);
      const { state } = story;
      const market = { currency: amount.currency, from: tradeDate, days: [startsOn, dueOn] };
      this.assertDeals(state.side, rate.div(state.unit), market);
      const terms = { side: state.side, rate: rate.toFixed(), unit: state.unit, startsOn, dueOn };
      const request = requestOf(arrival, 'forward', `${reference}/next`, [], '');
      const opened = this.contract(request, { ...terms, amount, refusesMove: false }, {});
      this.world.take<ForwardContract>(request, () => opened);
      const { contractNumber } = opened.state;
      return { ...this.end(part, state, closeRate), contractNumber, valueDate: tradeDate };
    });
  }

  private contract(
    key: Parameters<World['stories']['nameAs']>[1],
    terms: Omit<ForwardContract, 'contractNumber' | 'open' | 'amount'> & { readonly amount: Money },
    answer: object,
  ): { state: ForwardContract; answer: ReturnType<typeof jsonAnswer>; firstStep: null } {
    const contractNumber = `FWD${this.world.numbers.next('bank/forward')}`;
    this.world.stories.nameAs(`bank/forward/${contractNumber}`, key);
    const amount = terms.amount.toJSON();
    const state = { ...terms, contractNumber, amount, open: amount };
    return { state, answer: jsonAnswer(200, { ...answer, contractNumber, dueOn: terms.dueOn }), firstStep: null };
  }

  /** Takes a part of a contract once; a repeat gets the first answer. */
  private settle(
    arrival: Arrival,
    { reference, contractNumber, amount }: Part,
    kind: string,
    work: (story: Story<ForwardContract>) => object,
  ): Reply {
    const taken = this.world.take<object>(requestOf(arrival, kind, reference, [reference], ''), () => {
      const story = this.contractOf(contractNumber);
      const open = Money.fromJSON(story.state.open);
      if (amount.currency !== open.currency) throw new Refusal(422, 'WRONG_CURRENCY', `It is in ${open.currency}`);
      if (amount.isMoreThan(open)) throw new Refusal(422, 'MORE_THAN_OPEN', `Only ${open.toString()} is open`);
      const answer = work(story);
      story.state.open = open.minus(amount).toJSON();
      this.world.stories.save(story);
      return { state: {}, answer: jsonAnswer(200, { reference, ...answer }), firstStep: null };
    });
    return reply(reference, taken);
  }

  private contractOf(contractNumber: string): Story<ForwardContract> {
    const [story] = this.world.stories.knownAs(`bank/forward/${contractNumber}`) as Story<ForwardContract>[];
    if (story === undefined) throw new Refusal(422, 'NO_CONTRACT', `No contract ${contractNumber}`);
    return story;
  }

  private assertMoves(story: Story<ForwardContract>): void {
    if (!story.state.refusesMove) return;
    story.state.refusesMove = false;
    this.world.stories.save(story);
    throw new Refusal(422, 'NO_MOVE', 'Not today');
  }

  /** Who sells gets the bank's bid, who buys pays its ask; of a window the end that is better for the bank. */
  private assertDeals(
    side: ForwardContract['side'],
    customers: Decimal,
    { currency, from, days }: { readonly currency: string; readonly from: string; readonly days: readonly string[] },
  ): void {
    if (side === 'sell') this.assertMarket(customers, this.lowest(currency, from, days));
    // Less is better for who buys.
    else this.assertMarket(this.highest(currency, from, days), customers);
  }

  /** How much better the customer's rate is than the bank's own decides. */
  private assertMarket(customers: Decimal, own: Decimal): void {
    const gain = customers.minus(own).div(own);
    if (gain.greaterThan(STALE_SHARE)) throw new Refusal(422, 'RATE_STALE', 'The market has moved: take a new rate');
    if (gain.lessThan(OFF_MARKET_SHARE.negated()))
      throw new Refusal(422, 'RATE_OFF_MARKET', 'The rate is off the market');
  }

  /** The bank buys forward, at the end of the window that is better for it. */
  private lowest(currency: string, from: string, days: readonly string[]): Decimal {
    const spot = this.spot(currency, 'spotBuy');
    return Decimal.min(
      ...days.map((day) => spot.times(growth(HOME, 'bid', from, day)).div(growth(currency, 'ask', from, day))),
    );
  }

  private highest(currency: string, from: string, days: readonly string[]): Decimal {
    const spot = this.spot(currency, 'spotSell');
    return Decimal.max(
      ...days.map((day) => spot.times(growth(HOME, 'ask', from, day)).div(growth(currency, 'bid', from, day))),
    );
  }

  private spot(currency: string, side: 'spotBuy' | 'spotSell'): Decimal {
    const quoted = this.counter.quotes().find((quote) => quote.currency === currency);
    if (quoted === undefined) throw new Refusal(422, 'NO_QUOTE', `No quote for ${currency}`);
    return new Decimal(quoted[side]).div(quoted.unit);
  }

  /** What the customer gets for what is undone, or pays, changes hands at once. */
  private end(
    { reference, amount, account }: Part,
    { side, rate, unit }: ForwardContract,
    closeRate: Decimal,
  ): { bankReference: string; result: Money } {
    const bankReference = `FXE${this.world.numbers.next('bank/forward-end')}`;
    const gained = new Decimal(rate).minus(closeRate).div(unit);
    const result = inHome(amount, side === 'sell' ? gained : gained.negated());
    const direction = result.isNegative() ? 'DBIT' : 'CRDT';
    if (!result.isZero()) {
      this.counter.book(account, { reference, dealId: bankReference, direction, money: result.absolute() });
    }
    return { bankReference, result };
  }
}

function readPart(arrival: Arrival): Part {
  const faults = new Faults();
  const fields = new Fields(parseObject(arrival.body), faults);
  const [reference, amount] = [fields.text('reference'), fields.money('amount')];
  faults.unless(!amount.isZero(), '/amount/amount', 'must be above 0');
  const account = fields.optionalText('account');
  return { reference, amount, account, contractNumber: arrival.params['contractNumber'] ?? '', fields, faults };
}

function inHome(amount: Money, perOne: Decimal): Money {
  return Money.ofMajor(amount.toDecimal().times(perOne), HOME, 'half-up');
}
