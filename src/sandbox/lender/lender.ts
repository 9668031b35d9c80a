import { type FastifyInstance } from 'fastify';

import { Decimal } from '../../kernel/decimal.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { chinaDate } from '../world/china-time.js';
import { type Arrival, asked, Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { Fields, isCreditCode, parseObject } from '../world/json.js';
import { Faults, Refusal } from '../world/refusal.js';
import { type World } from '../world/world.js';
import { Extensions } from './extensions.js';
import { readTerms, Signatures } from './signatures.js';
import { WriteOffs } from './write-offs.js';
import { type LoanRepayment, type LoanState, type LoanStory, type SignatureTerms } from './loan-story.js';

interface Application {
  readonly reference: string;
  readonly amount: Money;
  readonly maturityDate: string;
  readonly signature: SignatureTerms | null;
  readonly magicTexts: readonly string[];
}

/** What it lends on: a refund by its claim, all else by a reference. */
const SECURITY_KINDS = [
  'tax_refund',
  'receivable',
  'order',
  'export_record',
  'guarantee_group',
  'warehouse_receipt',
  'fx_margin',
] as const;

const DECLINED = { reasonCode: 'CREDIT_POLICY', reason: 'Declined by credit policy' };

/** A bank that lends against tax refunds, receivables, orders and records: JSON over HTTP, as banks' open platforms speak. */
export class Lender {
  private readonly signatures: Signatures;

  constructor(
    server: FastifyInstance,
    private readonly world: World,
  ) {
    const door = new Doorway(server, world, 'lender');
    const named = ({ params }: Arrival): string | null => params['reference'] ?? null;
    const referenced = ({ body }: Arrival): string | null => /"reference"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? null;
    door.on('POST', '/loans', (arrival) => this.apply(arrival), referenced);
    door.on('GET', '/loans/:reference', (arrival) => this.show(arrival), named);
    door.on('POST', '/loans/:reference/repayments', (arrival) => this.repay(arrival), named);
    new WriteOffs(world, (reference) => this.find(reference)).open(door);
    new Extensions(world, (reference) => this.find(reference)).open(door);
    this.signatures = new Signatures(
      world,
      (reference) => this.find(reference),
      (loan) => {
        this.payOut(loan);
      },
    );
    this.signatures.open(door);
    world.teach<LoanState>('lender', 'loan', {
      decide: (story) => {
        this.decide(story);
      },
    });
    world.courses.teach<LoanState>('lender', 'loan', ({ state }) => {
      if (state.status !== 'received') return null;
      state.isDeclined = true;
      return 'decide';
    });
  }

  private apply(arrival: Arrival): Reply {
    const { reference, amount, maturityDate, signature, magicTexts } = this.readApplication(arrival.body);
    const taken = this.world.take<LoanState>(requestOf(arrival, 'loan', reference, magicTexts), (words) => {
      const loanId = `LN${this.world.numbers.next('lender/loan')}`;
      return {
        state: {
          loanId,
          amount: amount.toJSON(),
          maturityDate,
          isDeclined: words.includes('REJECT'),
          ...(signature === null ? {} : { signature }),
          status: 'received',
          outstanding: Money.zero(amount.currency).toJSON(),
          repayments: [],
        },
        answer: jsonAnswer(202, { reference, loanId, status: 'received' }),
        firstStep: 'decide',
      };
    });
    return reply(reference, taken);
  }

  /** @throws Refusal 422 with every fault */
  private readApplication(body: string): Application {
    const faults = new Faults();
    const fields = new Fields(parseObject(body), faults);
    const reference = fields.text('reference');
    fields.text('product', (code) => /^[a-z][a-z0-9_]{1,49}$/.test(code), 'must be the code of a product');
    const borrower = fields.object_('borrower');
    const name = borrower.text('name');
    borrower.text('uscc', isCreditCode, 'must be a unified social credit code');
    const amount = fields.money('amount');
    faults.unless(!amount.isZero(), '/amount/amount', 'must be above 0');
    const rate = new Decimal(fields.decimal('annualRate'));
    faults.unless(rate.greaterThan(0) && rate.lessThan(1), '/annualRate', 'must lie between 0 and 1: 0.0435 is 4.35 %');
    fields.oneOf('dayBasis', ['ACT/360', 'ACT/365']);
    const today = chinaDate(this.world.clock.now());
    const maturityDate = fields.date('maturityDate');
    faults.unless(maturityDate > today, '/maturityDate', `must lie after today, ${today}`);
    const signature = readTerms(fields.optionalObject('signature'));
    const security = fields.object_('security');
    const kind = security.oneOf('kind', SECURITY_KINDS);
    security.text(kind === 'tax_refund' ? 'claimReference' : 'reference');
    const expected = security.money('expected');
    const isCovered = expected.currency === amount.currency && !amount.isMoreThan(expected);
    faults.unless(isCovered, '/security/expected', 'must be at least the amount of the loan');
    faults.refuse(422, 'INVALID', 'The application breaks one or more rules');
    return { reference, amount, maturityDate, signature, magicTexts: [name, reference] };
  }

  private decide(story: LoanStory): void {
    const { state, reference } = story;
    const { loanId } = state;
    if (state.isDeclined) {
      state.status = 'declined';
      state.reason = DECLINED.reason;
      this.world.stories.save(story);
      this.world.tellJson(story, { type: 'loan.declined', reference, loanId, ...DECLINED });
      return;
    }
    if (state.signature === undefined) this.payOut(story);
    else this.signatures.offer(story, state.signature);
  }

  private payOut(story: LoanStory): void {
    const { state, reference } = story;
    const { loanId, amount } = state;
    state.status = 'disbursed';
    state.outstanding = amount;
    state.valueDate = chinaDate(this.world.clock.now());
    state.bankReference = `BNK${this.world.numbers.next('bank/reference')}`;
    this.world.stories.save(story);
    const { valueDate, bankReference } = state;
    this.world.tellJson(story, { type: 'loan.disbursed', reference, loanId, amount, valueDate, bankReference });
  }

  private repay(arrival: Arrival): Reply {
    const loan = this.find(arrival.params['reference'] ?? '');
    const { repayment, principal } = readRepayment(arrival.body, loan.state.amount.currency);
    const { repaymentReference } = repayment;
    const key = `${loan.reference}/${repaymentReference}`;
    const request = requestOf(arrival, 'repayment', key, [repaymentReference], '');
    const taken = this.world.take<Record<string, never>>(request, () => {
      const outstanding = this.reduce(loan, repayment, principal);
      const { status } = loan.state;
      const body = {
        reference: loan.reference,
        repaymentReference,
        outstanding,
        status: status === 'repaid' ? 'repaid' : 'open',
      };
      return { state: {}, answer: jsonAnswer(200, body), firstStep: null };
    });
    return reply(repaymentReference, taken);
  }

  /** @throws Refusal 409 NOT_DISBURSED, 422 OVERPAID. @returns what is still owed */
  private reduce(loan: LoanStory, repayment: LoanRepayment, principal: Money): MoneyJson {
    const { state } = loan;
    if (state.status !== 'disbursed') throw new Refusal(409, 'NOT_DISBURSED', `The loan is ${state.status}`);
    const outstanding = Money.fromJSON(state.outstanding);
    if (principal.isMoreThan(outstanding)) {
      throw new Refusal(422, 'OVERPAID', `Only ${outstanding.toString()} of principal is outstanding`);
    }
    const left = outstanding.minus(principal);
    state.outstanding = left.toJSON();
    if (left.isZero()) state.status = 'repaid';
    state.repayments.push(repayment);
    this.world.stories.save(loan);
    return state.outstanding;
  }

  private show(arrival: Arrival): Reply {
    const story = this.find(arrival.params['reference'] ?? '');
    this.world.ask(story);
    this.signatures.ask(story.reference);
    const state = { ...story.state, isDeclined: undefined };
    return asked(story.reference, jsonAnswer(200, { reference: story.reference, ...state }));
  }

  private find(reference: string): LoanStory {
    const story = this.world.stories.find({ partner: 'lender', kind: 'loan', reference }) as LoanStory | null;
    if (story === null) throw new Refusal(404, 'NOT_FOUND', `No loan ${reference}`);
    return story;
  }
}

/** @throws Refusal 422 with every fault */
function readRepayment(body: string, currency: string): { repayment: LoanRepayment; principal: Money } {
  const faults = new Faults();
  const fields = new Fields(parseObject(body), faults);
  const repaymentReference = fields.text('repaymentReference');
  const principal = fields.money('principal');
  const interest = fields.money('interest');
  const fees = fields.money('fees');
  const isOneCurrency = [principal, interest, fees].every((amount) => amount.currency === currency);
  faults.unless(isOneCurrency, '/principal', `All amounts must be in the currency of the loan, ${currency}`);
  const valueDate = fields.date('valueDate');
  faults.refuse(422, 'INVALID', 'The repayment breaks one or more rules');
  const repayment = {
    repaymentReference,
    principal: principal.toJSON(),
    interest: interest.toJSON(),
    fees: fees.toJSON(),
    valueDate,
  };
  return { repayment, principal };
}
