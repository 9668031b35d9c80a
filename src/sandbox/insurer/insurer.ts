import { type FastifyInstance } from 'fastify';

import { Decimal } from '../../kernel/decimal.js';
import { addDays } from '../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { chinaDate } from '../world/china-time.js';
import { type Arrival, asked, Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { Fields, isCreditCode, parseObject } from '../world/json.js';
import { Faults, Refusal } from '../world/refusal.js';
import { type Story, type World } from '../world/world.js';
import { ClaimDesk } from './claim-desk.js';

interface LimitState {
  status: 'received' | 'granted' | 'reduced' | 'refused' | 'revoked';
  readonly limitNumber: string;
  readonly asked: MoneyJson;
  readonly words: readonly string[];
  amount?: MoneyJson;
  validFrom?: string;
  validUntil?: string;
  reason?: string;
  asOf?: string;
}
type LimitStory = Story<LimitState>;

const HALF = new Decimal('0.5');
/** How long a limit is good for. */
const VALID_DAYS = 365;
/** Of the usual delays, between a grant and what follows it. */
const LATER_PACE = 4;

/** An export credit insurer: JSON over HTTP, signed callbacks. */
export class Insurer {
  constructor(
    server: FastifyInstance,
    private readonly world: World,
  ) {
    const door = new Doorway(server, world, 'insurer');
    const named = ({ params }: Arrival): string | null => params['reference'] ?? null;
    const referenced = ({ body }: Arrival): string | null => /"reference"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? null;
    door.on('POST', '/limits', (arrival) => this.apply(arrival), referenced);
    door.on('GET', '/limits/:reference', (arrival) => this.show(arrival), named);
    door.on('POST', '/declarations', (arrival) => this.declare(arrival), referenced);
    door.on('POST', '/declarations/:reference/premium-payments', (arrival) => this.premium(arrival), named);
    new ClaimDesk(door, world);
    world.teach<LimitState>('insurer', 'limit', {
      decide: (story) => {
        this.decide(story);
      },
      change: (story) => {
        this.change(story);
      },
    });
  }

  private apply(arrival: Arrival): Reply {
    const { reference, amount, texts } = readApplication(arrival.body);
    const taken = this.world.take<LimitState>(requestOf(arrival, 'limit', reference, texts), (words) => {
      const limitNumber = `BL${this.world.numbers.next('insurer/limit')}`;
      return {
        state: { status: 'received', limitNumber, asked: amount.toJSON(), words },
        answer: jsonAnswer(202, { reference, limitNumber, status: 'received' }),
        firstStep: 'decide',
      };
    });
    return reply(reference, taken);
  }

  private decide(story: LimitStory): void {
    const { state } = story;
    if (state.words.includes('REJECT')) {
      this.say(story, { status: 'refused', reason: 'The buyer is not creditworthy' });
      return;
    }
    const wanted = Money.fromJSON(state.asked);
    const amount = state.words.includes('LESS') ? wanted.times(HALF, 'down') : wanted;
    const validFrom = chinaDate(this.world.clock.now());
    this.say(story, {
      ...{ status: 'granted', amount: amount.toJSON(), validFrom, validUntil: addDays(validFrom, VALID_DAYS) },
      ...(state.words.includes('LESS') ? { reason: 'The buyer is good for half of it' } : {}),
    });
    if (['REVOKE', 'CUT'].some((word) => state.words.includes(word))) this.world.next(story, 'change', LATER_PACE);
  }

  /** What the insurer thinks of the buyer has changed. */
  private change(story: LimitStory): void {
    const { state } = story;
    if (state.words.includes('REVOKE')) {
      this.say(story, { status: 'revoked', reason: 'The buyer pays late' });
      return;
    }
    const amount = Money.fromJSON(state.amount ?? state.asked).times(HALF, 'down');
    this.say(story, { status: 'reduced', amount: amount.toJSON(), reason: 'The country is rated lower' });
  }

  private say(story: LimitStory, change: Partial<LimitState>): void {
    Object.assign(story.state, change, { asOf: this.world.clock.now().toISOString() });
    this.world.stories.save(story);
    this.world.tellJson(story, { type: `limit.${story.state.status}`, ...told(story) });
  }

  private declare(arrival: Arrival): Reply {
    const faults = new Faults();
    const fields = new Fields(parseObject(arrival.body), faults);
    const reference = fields.text('reference');
    fields.text('policyNumber');
    const limit = this.world.stories.find({
      partner: 'insurer',
      kind: 'limit',
      reference: fields.text('limitReference'),
    });
    faults.unless(limit !== null, '/limitReference', 'names no limit');
    const shippedOn = fields.date('shippedOn');
    faults.unless(fields.date('dueOn') >= shippedOn, '/dueOn', 'must not lie before the shipment');
    const amount = fields.money('amount');
    const covered = fields.money('covered');
    const isWithin = covered.currency === amount.currency && !covered.isMoreThan(amount);
    faults.unless(isWithin && !covered.isZero(), '/covered', 'must be above 0, and no more than the amount');
    fields.money('premium');
    const buyer = fields.text('buyer');
    faults.refuse(422, 'INVALID', 'The declaration breaks one or more rules');
    const taken = this.world.take<object>(requestOf(arrival, 'declaration', reference, [buyer], ''), (words) => {
      if (words.includes('NO-COVER')) throw new Refusal(422, 'NOT_COVERED', 'The goods are not covered');
      const declarationNumber = `SD${this.world.numbers.next('insurer/declaration')}`;
      return { state: {}, answer: jsonAnswer(201, { reference, declarationNumber }), firstStep: null };
    });
    return reply(reference, taken);
  }

  private premium(arrival: Arrival): Reply {
    const reference = arrival.params['reference'] ?? '';
    if (this.world.stories.find({ partner: 'insurer', kind: 'declaration', reference }) === null) {
      throw new Refusal(404, 'NOT_FOUND', `No declaration ${reference}`);
    }
    const faults = new Faults();
    const fields = new Fields(parseObject(arrival.body), faults);
    fields.money('amount');
    fields.date('paidOn');
    faults.refuse(422, 'INVALID', 'The payment breaks one or more rules');
    const request = requestOf(arrival, 'premium', reference, [], '');
    const taken = this.world.take<object>(request, () => ({
      ...{ state: {}, answer: jsonAnswer(200, { reference, status: 'paid' }), firstStep: null },
    }));
    return reply(reference, taken);
  }

  private show(arrival: Arrival): Reply {
    const reference = arrival.params['reference'] ?? '';
    const story = this.world.stories.find({ partner: 'insurer', kind: 'limit', reference }) as LimitStory | null;
    if (story === null) throw new Refusal(404, 'NOT_FOUND', `No limit ${reference}`);
    this.world.ask(story);
    return asked(reference, jsonAnswer(200, told(story)));
  }
}

function told({ reference, state }: LimitStory): object {
  const { status, limitNumber, amount, validFrom, validUntil, reason, asOf } = state;
  return { reference, status, limitNumber, amount, validFrom, validUntil, reason, asOf };
}

/** @throws Refusal 422 with every fault */
function readApplication(body: string): { reference: string; amount: Money; texts: readonly string[] } {
  const faults = new Faults();
  const fields = new Fields(parseObject(body), faults);
  const reference = fields.text('reference');
  fields.text('policyNumber');
  const insured = fields.object_('insured');
  insured.text('name');
  insured.text('uscc', isCreditCode, 'must be a unified social credit code');
  const buyer = fields.object_('buyer');
  const name = buyer.text('name');
  buyer.text('country');
  const amount = fields.money('amount');
  faults.unless(!amount.isZero(), '/amount/amount', 'must be above 0');
  faults.refuse(422, 'INVALID', 'The application breaks one or more rules');
  return { reference, amount, texts: [name, reference] };
}
