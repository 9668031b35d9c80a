import { addDays, daysBetween } from '../../kernel/local-date.js';
import { type MoneyJson } from '../../kernel/money.js';
import { type Arrival, asked, type Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { Fields, parseObject } from '../world/json.js';
import { Faults, Refusal } from '../world/refusal.js';
import { type Story, type World } from '../world/world.js';
import { type LoanStory } from './loan-story.js';

interface ExtensionState {
  readonly loanReference: string;
  /** What was asked for, then what is granted. */
  maturityDate: string;
  readonly fee: MoneyJson;
  readonly words: readonly string[];
  status: 'received' | 'extended' | 'extension_refused';
  reason?: string;
}
type ExtensionStory = Story<ExtensionState>;

const REFUSED = { reasonCode: 'CREDIT_POLICY', reason: 'The due date is not moved by credit policy' };

/** Later due dates of loans that were paid out; the magic words stand in their purpose. */
export class Extensions {
  constructor(
    private readonly world: World,
    /** @throws Refusal 404 */
    private readonly loanOf: (reference: string) => LoanStory,
  ) {
    world.teach<ExtensionState>('lender', 'extension', {
      decide: (story) => {
        this.decide(story);
      },
    });
  }

  open(door: Doorway): void {
    const named = ({ params }: Arrival): string | null => params['extension'] ?? null;
    const path = '/loans/:reference/extensions';
    door.on(
      'POST',
      path,
      (arrival) => this.take(arrival),
      ({ params }) => params['reference'] ?? null,
    );
    door.on('GET', `${path}/:extension`, (arrival) => this.show(arrival), named);
  }

  private take(arrival: Arrival): Reply {
    const loan = this.loanOf(arrival.params['reference'] ?? '');
    const { reference, maturityDate, fee, purpose } = readRequest(arrival.body);
    const taken = this.world.take<ExtensionState>(
      requestOf(arrival, 'extension', reference, [purpose, reference]),
      (words) => {
        const { status, maturityDate: before = '' } = loan.state;
        if (status !== 'disbursed') throw new Refusal(409, 'NOT_DISBURSED', `The loan is ${status}`);
        if (maturityDate <= before) throw new Refusal(422, 'NOT_LATER', `It is due on ${before} already`);
        return {
          state: { loanReference: loan.reference, maturityDate, fee, words, status: 'received' },
          answer: jsonAnswer(202, { reference: loan.reference, extensionReference: reference, status: 'received' }),
          firstStep: 'decide',
        };
      },
    );
    return reply(reference, taken);
  }

  private decide(story: ExtensionStory): void {
    const { state, reference: extensionReference } = story;
    const loan = this.loanOf(state.loanReference);
    const named = { reference: loan.reference, extensionReference };
    if (state.words.includes('REJECT')) {
      Object.assign(state, { status: 'extension_refused', reason: REFUSED.reason });
      this.world.stories.save(story);
      this.world.tellJson(story, { type: 'loan.extension_refused', ...named, ...REFUSED });
      return;
    }
    if (state.words.includes('SHORTER')) state.maturityDate = halfWay(loan.state.maturityDate, state.maturityDate);
    state.status = 'extended';
    loan.state.maturityDate = state.maturityDate;
    this.world.stories.save(story);
    this.world.stories.save(loan);
    this.world.tellJson(story, { type: 'loan.extended', ...named, maturityDate: state.maturityDate });
  }

  private show({ params }: Arrival): Reply {
    const key = { partner: 'lender', kind: 'extension', reference: params['extension'] ?? '' } as const;
    const story = this.world.stories.find(key) as ExtensionStory | null;
    if (story === null) throw new Refusal(404, 'NOT_FOUND', `No extension ${key.reference}`);
    this.world.ask(story);
    const { loanReference, status, maturityDate, reason } = story.state;
    const body = { reference: loanReference, extensionReference: story.reference, status, maturityDate, reason };
    return asked(story.reference, jsonAnswer(200, body));
  }
}

/** @throws Refusal 422 with every fault */
function readRequest(body: string): { reference: string; maturityDate: string; fee: MoneyJson; purpose: string } {
  const faults = new Faults();
  const fields = new Fields(parseObject(body), faults);
  const reference = fields.text('extensionReference');
  const maturityDate = fields.date('maturityDate');
  const fee = fields.money('fee').toJSON();
  const purpose = fields.optionalText('purpose') ?? '';
  faults.refuse(422, 'INVALID', 'The request for a later due date breaks one or more rules');
  return { reference, maturityDate, fee, purpose };
}

/** At least one day later than it was due. */
function halfWay(from: string | undefined, to: string): string {
  if (from === undefined) return to;
  return addDays(from, Math.max(1, Math.floor(daysBetween(from, to) / 2)));
}
