import { addDays, laterOf } from '../../kernel/local-date.js';
import { chinaDate } from '../world/china-time.js';
import { type Arrival, type Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { Fields, parseObject } from '../world/json.js';
import { Faults, Refusal } from '../world/refusal.js';
import { type Beginning, type Story, type World } from '../world/world.js';
import { type LoanStory, type SignatureTerms } from './loan-story.js';

interface SignatureState {
  readonly loanReference: string;
  readonly agreementNumber: string;
  readonly signatory: string;
  readonly signedOn: string;
}
type Signed = Omit<SignatureState, 'loanReference'>;

const UNKNOWN_SIGNATORY = 'Who has signed may not sign for the borrower';

/** Loans that are approved first, and paid out once their agreement is signed; the magic words stand in the name of who signs. */
export class Signatures {
  constructor(
    private readonly world: World,
    /** @throws Refusal 404 */
    private readonly loanOf: (reference: string) => LoanStory,
    payOut: (loan: LoanStory) => void,
  ) {
    world.teach<SignatureState>('lender', 'signature', {
      pay: ({ state }) => {
        payOut(this.loanOf(state.loanReference));
      },
    });
  }

  open(door: Doorway): void {
    const named = ({ params }: Arrival): string | null => params['reference'] ?? null;
    door.on('POST', '/loans/:reference/signature', (arrival) => this.take(arrival), named);
  }

  offer(loan: LoanStory, { withinDays, appliedOn }: SignatureTerms): void {
    const agreementNumber = `LA${this.world.numbers.next('lender/agreement')}`;
    const validUntil = addDays(laterOf(appliedOn, chinaDate(this.world.clock.now())), withinDays);
    Object.assign(loan.state, { status: 'approved', agreementNumber, validUntil });
    this.world.stories.save(loan);
    const { reference } = loan;
    const { loanId } = loan.state;
    this.world.tellJson(loan, { type: 'loan.approved', reference, loanId, agreementNumber, validUntil });
  }

  /** Somebody asks for a loan whose signature was mislaid. */
  ask(reference: string): void {
    const story: Story | null = this.world.stories.find({ partner: 'lender', kind: 'signature', reference });
    if (story !== null) this.world.ask(story);
  }

  private take(arrival: Arrival): Reply {
    const loan = this.loanOf(arrival.params['reference'] ?? '');
    const signed = readSignature(arrival.body);
    const request = requestOf(arrival, 'signature', loan.reference, [signed.signatory]);
    return reply(
      loan.reference,
      this.world.take<SignatureState>(request, (words) => this.begin(loan, signed, words)),
    );
  }

  /** @throws Refusal 409, 422 */
  private begin(loan: LoanStory, signed: Signed, words: readonly string[]): Beginning<SignatureState> {
    const { status, agreementNumber, validUntil = '' } = loan.state;
    if (status !== 'approved') throw new Refusal(409, 'NOT_APPROVED', `The loan is ${status}`);
    if (signed.agreementNumber !== agreementNumber) {
      throw new Refusal(409, 'OTHER_AGREEMENT', `The agreement of the loan is ${String(agreementNumber)}`);
    }
    if (signed.signedOn > validUntil)
      throw new Refusal(409, 'AGREEMENT_OVER', `It could be signed until ${validUntil}`);
    if (words.includes('REJECT')) {
      Object.assign(loan.state, { status: 'declined', reason: UNKNOWN_SIGNATORY });
      this.world.stories.save(loan);
      throw new Refusal(422, 'SIGNATURE_REFUSED', UNKNOWN_SIGNATORY);
    }
    return {
      state: { loanReference: loan.reference, ...signed },
      answer: jsonAnswer(202, { reference: loan.reference, agreementNumber, status: 'received' }),
      firstStep: 'pay',
    };
  }
}

export function readTerms(fields: Fields | null): SignatureTerms | null {
  return fields === null ? null : { withinDays: fields.count('withinDays', 90), appliedOn: fields.date('appliedOn') };
}

/** @throws Refusal 422 with every fault */
function readSignature(body: string): Signed {
  const faults = new Faults();
  const fields = new Fields(parseObject(body), faults);
  const agreementNumber = fields.text('agreementNumber');
  const signatory = fields.text('signatory');
  const signedOn = fields.date('signedOn');
  faults.refuse(422, 'INVALID', 'The signature breaks one or more rules');
  return { agreementNumber, signatory, signedOn };
}
