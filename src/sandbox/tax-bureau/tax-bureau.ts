import { type FastifyInstance } from 'fastify';

import { Decimal } from '../../kernel/decimal.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { hasDeparted } from '../customs/customs.js';
import { addDays } from '../../kernel/local-date.js';
import { chinaDate, chinaDateTime } from '../world/china-time.js';
import { type Arrival, asked, Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { magicWords, type Outcome } from '../world/magic.js';
import { Faults, Refusal } from '../world/refusal.js';
import { type Taken, type World } from '../world/world.js';
import { type Claim, readClaim } from './claim.js';
import { readInvoiceQuestion, verdictOn } from './invoice-check.js';
import { BatchDesk } from './batch-desk.js';
import { type ClaimState, type ClaimStory, kept, REASONS, type Status } from './claim-state.js';
import { doubtsOf } from './self-check.js';

const ENTRY_DIGITS = 18;
/** The bureau that this one plays: Ningbo. */
const BUREAU = '3302';
/** A claim that is queried or withheld goes on by itself: nobody answers in this world. */
const QUERY_PACE = 4;
const DAYS_TO_ANSWER = 30;
const DAYS_TO_REPAY = 15;
const HALF = new Decimal('0.5');

/** The tax bureau's export refund desk: takes claims, examines, approves, has the treasury pay. */
export class TaxBureau {
  private readonly batches: BatchDesk;

  constructor(
    server: FastifyInstance,
    private readonly world: World,
  ) {
    const door = new Doorway(server, world, 'tax-bureau');
    this.batches = new BatchDesk(world, {
      takeOne: (arrival, claim, texts, batch) => this.takeOne(arrival, claim, texts, batch),
      paidWithBatch: (story, treasuryReference) => {
        this.paidWithBatch(story, treasuryReference);
      },
    });
    this.batches.open(door);
    const referenced = ({ body }: Arrival): string | null => /"reference"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? null;
    const named = ({ params }: Arrival): string | null => params['reference'] ?? null;
    door.on('POST', '/claims', (arrival) => this.file(arrival), referenced);
    door.on('POST', '/claims/:reference/precheck', (arrival) => this.precheck(arrival), named);
    door.on('POST', '/invoice-checks', (arrival) => this.check(arrival), referenced);
    door.on('GET', '/claims/:reference', (arrival) => this.show(arrival), named);
    world.teach<ClaimState>('tax-bureau', 'claim', {
      accept: (story) => {
        this.accept(story);
      },
      query: (story) => {
        story.state.letter = `HD${this.world.numbers.next('tax/letter')}`;
        story.state.dueOn = addDays(chinaDate(this.world.clock.now()), DAYS_TO_ANSWER);
        this.becomes(story, 'queried', REASONS.queried);
        world.next(story, 'approve', QUERY_PACE);
      },
      withhold: (story) => {
        this.becomes(story, 'withheld', REASONS.withheld);
        world.next(story, 'resume', QUERY_PACE);
      },
      resume: (story) => {
        this.becomes(story, 'resumed');
        world.next(story, 'approve');
      },
      reject: (story) => {
        this.becomes(story, 'rejected', REASONS.rejected);
        if (story.state.batch !== undefined) this.batches.decided(story.state.batch);
      },
      approve: (story) => {
        this.approve(story);
      },
      pay: (story) => {
        this.pay(story);
      },
      claw_back: (story) => {
        this.clawBack(story);
      },
    });
    world.courses.teach<ClaimState>('tax-bureau', 'claim', courseOf);
  }

  private file(arrival: Arrival): Reply {
    const claim = readClaim(arrival.body);
    return reply(claim.reference, this.take(arrival, claim, claim.magicTexts));
  }

  /** One claim of a batch. @throws Refusal */
  private takeOne(
    arrival: Arrival,
    claim: Claim,
    magicTexts: readonly string[],
    batch: string,
  ): { acceptanceNumber: string } {
    const { answer } = this.take(arrival, claim, magicTexts, batch);
    return JSON.parse(answer.body) as { acceptanceNumber: string };
  }

  private take(arrival: Arrival, claim: Claim, magicTexts: readonly string[], batch?: string): Taken {
    const { reference } = claim;
    const request = requestOf(arrival, 'claim', reference, magicTexts);
    return this.world.take<ClaimState>(request, (words) => {
      if (claim.corrects === null) this.checkLines(claim);
      else this.checkCorrection(claim, claim.corrects);
      for (const line of claim.corrects === null ? claim.declarationLines : [])
        this.world.stories.nameAs(`tax/line/${line}`, request);
      const year = chinaDate(this.world.clock.now()).slice(0, 4);
      const acceptanceNumber = `${BUREAU}${year}${this.world.numbers.next('tax/claim')}`;
      const ofBatch = batch === undefined ? {} : { batch };
      return {
        state: { ...kept(claim), ...ofBatch, acceptanceNumber, words, status: 'received', history: [] },
        answer: jsonAnswer(202, { reference, acceptanceNumber, status: 'received' }),
        firstStep: 'accept',
      };
    });
  }

  /** Looks at a claim before it is filed; keeps nothing. What it has already is not doubted again. */
  private precheck(arrival: Arrival): Reply {
    const claim = readClaim(arrival.body);
    const { reference } = claim;
    const known = this.world.stories.find({ partner: 'tax-bureau', kind: 'claim', reference });
    if (known !== null && magicWords('tax-bureau', claim.magicTexts).includes('SEALED')) {
      throw new Refusal(422, 'ALREADY_FILED', 'The claim is filed already');
    }
    return asked(reference, jsonAnswer(200, { reference, doubts: known === null ? doubtsOf(this.world, claim) : [] }));
  }

  /** Said at once; a repeat of the question gets the first answer. */
  private check(arrival: Arrival): Reply {
    const question = readInvoiceQuestion(arrival.body);
    const { reference, magicTexts } = question;
    const request = requestOf(arrival, 'invoice-check', reference, magicTexts);
    const taken = this.world.take<object>(request, (words) => ({
      state: {},
      answer: jsonAnswer(200, verdictOn(question, words)),
      firstStep: null,
    }));
    return reply(reference, taken);
  }

  /** The bureau sees customs' electronic data and its own earlier claims. @throws Refusal 422 */
  private checkLines(claim: Claim): void {
    const faults = new Faults();
    for (const [index, line] of claim.declarationLines.entries()) {
      const others = this.world.stories.knownAs(`tax/line/${line}`) as ClaimStory[];
      const isFree = others.every(({ state }) => state.status === 'rejected');
      faults.unless(isFree, `/lines/${String(index)}/declarationLine`, 'is claimed already');
    }
    faults.refuse(422, 'LINE_ALREADY_CLAIMED', 'A declaration line can be claimed once');
    for (const [index, line] of claim.declarationLines.entries()) {
      const isOut = hasDeparted(this.world, line.slice(0, ENTRY_DIGITS)) !== false;
      faults.unless(isOut, `/lines/${String(index)}/declarationLine`, 'has not left the country');
    }
    faults.refuse(422, 'NOT_EXPORTED', 'Only goods that left the country are refunded');
  }

  /** @throws Refusal 422 when it corrects what was not claimed, or more than that */
  private checkCorrection(claim: Claim, reference: string): void {
    const faults = new Faults();
    const corrected = this.world.stories.find({ partner: 'tax-bureau', kind: 'claim', reference }) as ClaimStory | null;
    for (const [index, line] of claim.declarationLines.entries()) {
      const isClaimed = this.world.stories.knownAs(`tax/line/${line}`).some((story) => story.reference === reference);
      faults.unless(isClaimed, `/lines/${String(index)}/declarationLine`, 'is no line of the claim that is corrected');
    }
    const claimed = corrected === null ? Money.zero('CNY') : Money.fromJSON(corrected.state.claimed);
    // Of a manufacturer the period decides, and the sums of the lines are held against it.
    if (claim.regime === 'manufacturer') {
      faults.refuse(422, 'NOT_CORRECTABLE', 'A correction takes back what was claimed, and no more');
      return;
    }
    const isTooMuch = claim.refund.isMoreThan(Money.zero('CNY')) || claim.refund.negated().isMoreThan(claimed);
    faults.unless(!isTooMuch, '/totals/refundAmount', 'is not between nothing and what was claimed');
    faults.refuse(422, 'NOT_CORRECTABLE', 'A correction takes back what was claimed, and no more');
  }

  private show(arrival: Arrival): Reply {
    const reference = arrival.params['reference'] ?? '';
    const story = this.world.stories.find({ partner: 'tax-bureau', kind: 'claim', reference }) as ClaimStory | null;
    if (story === null) throw new Refusal(404, 'NOT_FOUND', `No claim ${reference}`);
    this.world.ask(story);
    const hidden = {
      words: undefined,
      claimed: undefined,
      claimedConsumptionTax: undefined,
      taxpayer: undefined,
      firstLine: undefined,
      isToBeSetOff: undefined,
      batch: undefined,
    };
    const state = { ...story.state, ...hidden };
    return asked(reference, jsonAnswer(200, { reference, ...state }));
  }

  private accept(story: ClaimStory): void {
    this.becomes(story, 'accepted');
    if (has(story, 'REJECT')) this.world.next(story, 'reject');
    else if (has(story, 'WITHHOLD')) this.world.next(story, 'withhold');
    else this.world.next(story, has(story, 'QUERY') ? 'query' : 'approve');
  }

  private approve(story: ClaimStory): void {
    const { state } = story;
    const claimed = Money.fromJSON(state.claimed);
    const tax = Money.fromJSON(state.claimedConsumptionTax ?? { amount: '0.00', currency: 'CNY' });
    if (has(story, 'PARTIAL')) {
      const { amount, declarationLine } = state.firstLine;
      state.disallowed = [{ declarationLine, amount, reason: REASONS.partial.reason }];
      state.amount = claimed.minus(Money.fromJSON(amount)).toJSON();
      if (!tax.isZero())
        state.consumptionTaxAmount = tax.minus(Money.fromJSON(state.firstLine.consumptionTax)).toJSON();
      this.becomes(story, 'approved', REASONS.partial);
    } else {
      const isLess = has(story, 'LESS');
      state.amount = (isLess ? claimed.times(HALF, 'down') : claimed).toJSON();
      if (!tax.isZero()) state.consumptionTaxAmount = (isLess ? tax.times(HALF, 'down') : tax).toJSON();
      this.becomes(story, 'approved', isLess ? REASONS.less : undefined);
    }
    if (state.batch === undefined) this.world.next(story, 'pay');
    else this.batches.decided(state.batch);
  }

  /** The treasury paid for the whole batch, and told of that. */
  private paidWithBatch(story: ClaimStory, treasuryReference: string): void {
    const { state } = story;
    Object.assign(state, { status: 'paid', treasuryReference });
    state.history.push({ type: 'claim.paid', at: chinaDateTime(this.world.clock.now()) });
    this.world.stories.save(story);
    if (has(story, 'CLAWBACK') || has(story, 'CLAWBACK-SETOFF')) this.world.next(story, 'claw_back');
  }

  /** The treasury keeps what is to be set off, as far as the payment reaches for a whole demand. */
  private pay(story: ClaimStory): void {
    const { state } = story;
    let left = Money.fromJSON(state.amount ?? state.claimed);
    const setOffs: { letter: string; amount: MoneyJson }[] = [];
    for (const other of this.world.stories.knownAs(`tax/demand/${state.taxpayer}`) as ClaimStory[]) {
      const { demand, isToBeSetOff } = other.state;
      if (demand === undefined || isToBeSetOff !== true || Money.fromJSON(demand.amount).isMoreThan(left)) continue;
      left = left.minus(Money.fromJSON(demand.amount));
      setOffs.push({ letter: demand.letter, amount: demand.amount });
      other.state.isToBeSetOff = false;
      this.world.stories.save(other);
    }
    state.setOffs = setOffs;
    state.treasuryReference = `TRS${this.world.numbers.next('treasury')}`;
    this.becomes(story, 'paid');
    if (left.isNegative()) return;
    if (has(story, 'CLAWBACK') || has(story, 'CLAWBACK-SETOFF')) this.world.next(story, 'claw_back');
  }

  private clawBack(story: ClaimStory): void {
    const { state } = story;
    const amount = Money.fromJSON(state.amount ?? state.claimed).times(HALF, 'down');
    state.demand = {
      letter: `ZH${this.world.numbers.next('tax/letter')}`,
      amount: amount.toJSON(),
      dueOn: addDays(chinaDate(this.world.clock.now()), DAYS_TO_REPAY),
      reason: REASONS.clawed_back.reason,
    };
    if (has(story, 'CLAWBACK-SETOFF')) {
      state.isToBeSetOff = true;
      this.world.stories.nameAs(`tax/demand/${state.taxpayer}`, story);
    }
    this.becomes(story, 'clawed_back', REASONS.clawed_back);
  }

  private becomes(story: ClaimStory, status: Status, why?: { reasonCode: string; reason: string }): void {
    const { state, reference } = story;
    const type = `claim.${status}`;
    const at = chinaDateTime(this.world.clock.now());
    const {
      acceptanceNumber,
      amount,
      consumptionTaxAmount,
      treasuryReference,
      letter,
      dueOn,
      disallowed,
      demand,
      setOffs,
    } = state;
    state.status = status;
    if (why !== undefined) state.reason = why.reason;
    state.history.push({ type, at });
    this.world.stories.save(story);
    const about: Partial<Record<Status, object>> = {
      ...{ queried: { letter, dueOn }, approved: { disallowed }, paid: { setOffs }, clawed_back: { demand } },
    };
    this.world.tellJson(story, {
      type,
      reference,
      acceptanceNumber,
      at,
      amount,
      consumptionTaxAmount,
      treasuryReference,
      ...about[status],
      ...why,
    });
  }
}

function has(story: ClaimStory, word: Outcome<'tax-bureau'>): boolean {
  return story.state.words.includes(word);
}

const DECIDED: readonly Status[] = ['approved', 'paid', 'rejected', 'clawed_back'];
const TOWARDS_CLAWBACK: Readonly<Record<Exclude<Status, 'rejected' | 'clawed_back'>, string>> = {
  ...{ received: 'accept', accepted: 'approve', queried: 'approve', withheld: 'resume', resumed: 'approve' },
  ...{ approved: 'pay', paid: 'claw_back' },
};

/** Words about what is sent, not about how a claim goes on. */
const OF_THE_MESSAGE: readonly string[] = ['SEALED', 'INSTALMENTS'];

/** Until it has approved the bureau can be made to think otherwise; money back it may want at any time. */
function courseOf({ state }: ClaimStory, word: string): string | null {
  const { status } = state;
  if (word.startsWith('DOUBT') || OF_THE_MESSAGE.includes(word)) return null;
  if (word.startsWith('CLAWBACK')) {
    if (status === 'rejected' || status === 'clawed_back') return null;
    state.words = [...state.words, word];
    return TOWARDS_CLAWBACK[status];
  }
  if (DECIDED.includes(status)) return null;
  state.words = [...state.words, word];
  if (status === 'received') return 'accept';
  if (word === 'QUERY') return status === 'accepted' ? 'query' : null;
  if (word === 'WITHHOLD') return status === 'accepted' || status === 'queried' ? 'withhold' : null;
  return word === 'REJECT' ? 'reject' : 'approve';
}
