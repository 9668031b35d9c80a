import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { chinaDate } from '../world/china-time.js';
import { type Arrival, type Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { Fields, parseObject } from '../world/json.js';
import { Faults, Refusal } from '../world/refusal.js';
import { type Story, type World } from '../world/world.js';
import { CURVES, growth } from './curves.js';
import { type Quote } from './exchange.js';
import { type ForwardContract } from './states.js';

/** A rate this much better for the customer than the bank's own is out of date; so much worse is a mistake. */
const STALE_SHARE = new Decimal('0.0005');
const OFF_MARKET_SHARE = new Decimal('0.02');
const HOME = 'CNY';

interface Part {
  readonly reference: string;
  readonly contractNumber: string;
  readonly amount: Money;
  readonly fields: Fields;
  readonly faults: Faults;
}

/** Where a bank deals forward: curves for guidance, contracts, and what becomes of them part by part. */
export class ForwardDesk {
  constructor(
    door: Doorway,
    private readonly world: World,
    private readonly board: () => readonly Quote[],
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
    const sell = fields.money('sell');
    const [rate, unit] = [new Decimal(fields.decimal('rate')), new Decimal(fields.decimal('unit'))];
    const [tradeDate, startsOn, dueOn] = [fields.date('tradeDate'), fields.date('startsOn'), fields.date('dueOn')];
    faults.unless(!sell.isZero(), '/sell/amount', 'must be above 0');
    faults.unless(unit.greaterThan(0), '/unit', 'must be above 0');
    faults.unless(tradeDate < startsOn && startsOn <= dueOn, '/dueOn', 'must be in order, after the trade date');
    faults.refuse(422, 'INVALID', 'The contract breaks one or more rules');
    const request = requestOf(arrival, 'forward', reference, [underlying, reference], '');
    const taken = this.world.take<ForwardContract>(request, (words) => {
      if (words.includes('NO-LINE')) throw new Refusal(422, 'NO_LINE', 'No credit line for this client');
      this.assertMarket(rate.div(unit), this.lowest(sell.currency, tradeDate, [startsOn, dueOn]));
      const terms = { rate: rate.toFixed(), unit: unit.toFixed(), startsOn, dueOn };
      return this.contract(request, { ...terms, amount: sell, refusesMove: words.includes('NO-MOVE') }, { reference });
    });
    return reply(reference, taken);
  }

  private deliver(arrival: Arrival): Reply {
    const part = readPart(arrival);
    const deliveredOn = part.fields.date('deliveredOn');
    part.faults.refuse(422, 'INVALID', 'The delivery breaks one or more rules');
    return this.settle(arrival, part, 'forward-delivery', ({ state }) => {
      if (deliveredOn < state.startsOn || deliveredOn > state.dueOn) {
        throw new Refusal(422, 'OUTSIDE_WINDOW', `The contract is delivered from ${state.startsOn} to ${state.dueOn}`);
      }
      const bought = inHome(part.amount, new Decimal(state.rate).div(state.unit));
      const dealId = `FXD${this.world.numbers.next('bank/deal')}`;
      return { dealId, sold: part.amount, bought, rate: state.rate, unit: state.unit, valueDate: deliveredOn };
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
      const own = this.highest(amount.currency, tradeDate, days);
      // The customer buys: less is better for it.
      this.assertMarket(own, closeRate.div(state.unit));
      return { ...this.ending(), ...resultOf(amount, state, closeRate), valueDate: tradeDate };
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
      this.assertMarket(rate.div(state.unit), this.lowest(amount.currency, tradeDate, [startsOn, dueOn]));
      const terms = { rate: rate.toFixed(), unit: state.unit, startsOn, dueOn };
      const request = requestOf(arrival, 'forward', `${reference}/next`, [], '');
      const opened = this.contract(request, { ...terms, amount, refusesMove: false }, {});
      this.world.take<ForwardContract>(request, () => opened);
      const { contractNumber } = opened.state;
      return { ...this.ending(), ...resultOf(amount, state, closeRate), contractNumber, valueDate: tradeDate };
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
    const quoted = this.board().find((quote) => quote.currency === currency);
    if (quoted === undefined) throw new Refusal(422, 'NO_QUOTE', `No quote for ${currency}`);
    return new Decimal(quoted[side]).div(quoted.unit);
  }

  private ending(): { bankReference: string } {
    return { bankReference: `FXE${this.world.numbers.next('bank/forward-end')}` };
  }
}

function readPart(arrival: Arrival): Part {
  const faults = new Faults();
  const fields = new Fields(parseObject(arrival.body), faults);
  const [reference, amount] = [fields.text('reference'), fields.money('amount')];
  faults.unless(!amount.isZero(), '/amount/amount', 'must be above 0');
  return { reference, amount, contractNumber: arrival.params['contractNumber'] ?? '', fields, faults };
}

/** What the customer gets of what it sold at a better rate than it buys it back, or pays. */
function resultOf(amount: Money, { rate, unit }: ForwardContract, closeRate: Decimal): { result: Money } {
  return { result: inHome(amount, new Decimal(rate).minus(closeRate).div(unit)) };
}

function inHome(amount: Money, perOne: Decimal): Money {
  return Money.ofMajor(amount.toDecimal().times(perOne), HOME, 'half-up');
}
