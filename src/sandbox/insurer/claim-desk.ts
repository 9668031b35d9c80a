import { Decimal } from '../../kernel/decimal.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { chinaDate } from '../world/china-time.js';
import { type Arrival, asked, type Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { Fields, parseObject } from '../world/json.js';
import { Faults, Refusal } from '../world/refusal.js';
import { type Story, type World } from '../world/world.js';

interface ClaimState {
  status: 'notified' | 'filed' | 'accepted' | 'reduced' | 'refused' | 'paid';
  readonly claimNumber: string;
  readonly words: readonly string[];
  claimed?: MoneyJson;
  amount?: MoneyJson;
  reason?: string;
  valueDate?: string;
  bankReference?: string;
}
type ClaimStory = Story<ClaimState>;

const HALF = new Decimal('0.5');

/** Where losses are told of, claimed, judged and paid. */
export class ClaimDesk {
  constructor(
    door: Doorway,
    private readonly world: World,
  ) {
    const named = ({ params }: Arrival): string | null => params['reference'] ?? null;
    const referenced = ({ body }: Arrival): string | null => /"reference"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? null;
    door.on('POST', '/claims', (arrival) => this.notify(arrival), referenced);
    door.on('POST', '/claims/:reference/filing', (arrival) => this.file(arrival), named);
    door.on('GET', '/claims/:reference', (arrival) => this.show(arrival), named);
    const steps = {
      assess: (story: ClaimStory) => {
        this.assess(story);
      },
      pay: (story: ClaimStory) => {
        this.pay(story);
      },
      recover: (story: ClaimStory) => {
        this.recover(story);
      },
    };
    world.teach<ClaimState>('insurer', 'claim', steps);
  }

  private notify(arrival: Arrival): Reply {
    const faults = new Faults();
    const fields = new Fields(parseObject(arrival.body), faults);
    const reference = fields.text('reference');
    const declaration = {
      partner: 'insurer',
      kind: 'declaration',
      reference: fields.text('declarationReference'),
    } as const;
    faults.unless(this.world.stories.find(declaration) !== null, '/declarationReference', 'names no declaration');
    fields.oneOf('cause', ['commercial', 'political']);
    fields.money('loss');
    fields.date('noticedOn');
    const buyer = fields.text('buyer');
    faults.refuse(422, 'INVALID', 'The notice breaks one or more rules');
    const taken = this.world.take<ClaimState>(requestOf(arrival, 'claim', reference, [buyer]), (words) => {
      const claimNumber = `CL${this.world.numbers.next('insurer/claim')}`;
      return {
        state: { status: 'notified', claimNumber, words },
        answer: jsonAnswer(202, { reference, claimNumber, status: 'notified' }),
        firstStep: null,
      };
    });
    return reply(reference, taken);
  }

  private file(arrival: Arrival): Reply {
    const story = this.find(arrival);
    const { reference, state } = story;
    const faults = new Faults();
    const claimed = new Fields(parseObject(arrival.body), faults).money('indemnity');
    faults.refuse(422, 'INVALID', 'The claim breaks one or more rules');
    const request = requestOf(arrival, 'filing', reference, [], '');
    const taken = this.world.take<object>(request, () => {
      state.status = 'filed';
      state.claimed = claimed.toJSON();
      this.world.stories.save(story);
      return { state: {}, answer: jsonAnswer(202, { reference, status: 'filed' }), firstStep: null };
    });
    if (taken.effect === 'taken' && !story.manners.includes('NEVER')) this.world.next(story, 'assess');
    return reply(reference, taken);
  }

  private assess(story: ClaimStory): void {
    const { state } = story;
    const claimed = Money.fromJSON(state.claimed ?? Money.zero('CNY').toJSON());
    const isLess = state.words.includes('CLAIM-LESS');
    if (state.words.includes('CLAIM-REFUSE')) {
      this.say(story, 'assessed', { status: 'refused', reason: 'The goods are in dispute' });
      return;
    }
    const amount = (isLess ? claimed.times(HALF, 'down') : claimed).toJSON();
    const reason = isLess ? { reason: 'Half of the goods were resold' } : {};
    this.say(story, 'assessed', { status: isLess ? 'reduced' : 'accepted', amount, ...reason });
    this.world.next(story, 'pay');
  }

  private pay(story: ClaimStory): void {
    const bankReference = `BNK${this.world.numbers.next('bank/reference')}`;
    this.say(story, 'paid', { status: 'paid', valueDate: chinaDate(this.world.clock.now()), bankReference });
    if (story.state.words.includes('RECOVER')) this.world.next(story, 'recover');
  }

  /** Of the buyer, in all; the part of the insured is passed on under this reference. */
  private recover(story: ClaimStory): void {
    const { reference, state } = story;
    const amount = Money.fromJSON(state.amount ?? Money.zero('CNY').toJSON()).times(HALF, 'down');
    const bankReference = `BNK${this.world.numbers.next('bank/reference')}`;
    const receipt = { amount, bankReference, valueDate: chinaDate(this.world.clock.now()) };
    this.world.tellJson(story, { type: 'claim.recovered', reference, status: 'recovered', ...receipt });
  }

  private say(story: ClaimStory, type: 'assessed' | 'paid', change: Partial<ClaimState>): void {
    Object.assign(story.state, change);
    this.world.stories.save(story);
    this.world.tellJson(story, { type: `claim.${type}`, ...told(story) });
  }

  private show(arrival: Arrival): Reply {
    const story = this.find(arrival);
    this.world.ask(story);
    return asked(story.reference, jsonAnswer(200, told(story)));
  }

  private find({ params }: Arrival): ClaimStory {
    const reference = params['reference'] ?? '';
    const story = this.world.stories.find({ partner: 'insurer', kind: 'claim', reference }) as ClaimStory | null;
    if (story === null) throw new Refusal(404, 'NOT_FOUND', `No claim ${reference}`);
    return story;
  }
}

function told({ reference, state }: ClaimStory): object {
  const { status, claimNumber, amount, reason, valueDate, bankReference } = state;
  return { reference, status, claimNumber, amount, reason, valueDate, bankReference };
}
