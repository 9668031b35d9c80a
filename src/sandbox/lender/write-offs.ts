import { type Arrival, asked, type Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { Fields, parseObject } from '../world/json.js';
import { Faults, Refusal } from '../world/refusal.js';
import { type Story, type World } from '../world/world.js';
import { type LoanStory } from './loan-story.js';

interface ProposalState {
  readonly loanReference: string;
  readonly reason: string;
  readonly words: readonly string[];
  status: 'received' | 'written_off' | 'write_off_refused';
}
type ProposalStory = Story<ProposalState>;

const REFUSED = { reasonCode: 'CREDIT_POLICY', reason: 'It is not written off by credit policy' };

/** Loans that the platform proposes to write off; the magic words stand in the reason. */
export class WriteOffs {
  constructor(
    private readonly world: World,
    /** @throws Refusal 404 */
    private readonly loanOf: (reference: string) => LoanStory,
  ) {
    world.teach<ProposalState>('lender', 'write-off', {
      decide: (story) => {
        this.decide(story);
      },
    });
  }

  open(door: Doorway): void {
    const named = ({ params }: Arrival): string | null => params['proposal'] ?? null;
    const path = '/loans/:reference/write-offs';
    door.on(
      'POST',
      path,
      (arrival) => this.take(arrival),
      ({ params }) => params['reference'] ?? null,
    );
    door.on('GET', `${path}/:proposal`, (arrival) => this.show(arrival), named);
  }

  private take(arrival: Arrival): Reply {
    const loan = this.loanOf(arrival.params['reference'] ?? '');
    const faults = new Faults();
    const fields = new Fields(parseObject(arrival.body), faults);
    const reference = fields.text('writeOffReference');
    const reason = fields.text('reason');
    faults.refuse(422, 'INVALID', 'The proposal breaks one or more rules');
    const request = requestOf(arrival, 'write-off', reference, [reason, reference]);
    const taken = this.world.take<ProposalState>(request, (words) => {
      const { status } = loan.state;
      if (status !== 'disbursed') throw new Refusal(409, 'NOT_DISBURSED', `The loan is ${status}`);
      return {
        state: { loanReference: loan.reference, reason, words, status: 'received' },
        answer: jsonAnswer(202, { reference: loan.reference, writeOffReference: reference, status: 'received' }),
        firstStep: 'decide',
      };
    });
    return reply(reference, taken);
  }

  private decide(story: ProposalStory): void {
    const { state, reference: writeOffReference } = story;
    const loan = this.loanOf(state.loanReference);
    const named = { reference: loan.reference, writeOffReference };
    if (state.words.includes('REJECT')) {
      state.status = 'write_off_refused';
      this.world.stories.save(story);
      this.world.tellJson(story, { type: 'loan.write_off_refused', ...named, ...REFUSED });
      return;
    }
    state.status = 'written_off';
    loan.state.isWrittenOff = true;
    this.world.stories.save(story);
    this.world.stories.save(loan);
    this.world.tellJson(story, { type: 'loan.written_off', ...named, reason: state.reason });
  }

  private show({ params }: Arrival): Reply {
    const key = { partner: 'lender', kind: 'write-off', reference: params['proposal'] ?? '' } as const;
    const story = this.world.stories.find(key) as ProposalStory | null;
    if (story === null) throw new Refusal(404, 'NOT_FOUND', `No write-off ${key.reference}`);
    this.world.ask(story);
    const { loanReference, status, reason } = story.state;
    const why = status === 'write_off_refused' ? REFUSED.reason : reason;
    const body = { reference: loanReference, writeOffReference: story.reference, status, reason: why };
    return asked(story.reference, jsonAnswer(200, body));
  }
}
