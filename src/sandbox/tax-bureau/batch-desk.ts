import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { chinaDate, chinaDateTime } from '../world/china-time.js';
import { type Arrival, asked, type Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { magicWords } from '../world/magic.js';
import { Refusal } from '../world/refusal.js';
import { type Story, type World } from '../world/world.js';
import { type Batch, readBatch } from './batch.js';
import { type Claim } from './claim.js';
import { type ClaimStory } from './claim-state.js';
import { type Doubt, doubtsOf } from './self-check.js';

interface BatchState {
  readonly acceptanceNumber: string;
  /** References of the claims that were taken. */
  readonly taken: readonly string[];
  readonly inTwoSums: boolean;
  /** Fen that were paid. */
  paid: string;
}
type BatchStory = Story<BatchState>;

/** What the desk for single claims does for one of a batch. */
export interface ClaimDesk {
  /** @throws Refusal */
  takeOne(arrival: Arrival, claim: Claim, magicTexts: readonly string[], batch: string): { acceptanceNumber: string };
  /** It was paid with its batch: the batch told of it. */
  paidWithBatch(story: ClaimStory, treasuryReference: string): void;
}

/** The bureau that this one plays: Ningbo. */
const BUREAU = '3302';
const HALF = new Decimal('0.5');
/** What befalls a message befalls the batch, not each of its claims. */
const OF_MESSAGE: readonly string[] = ['DOWN-ONCE', 'HANGUP', 'LOST'];
const FIRST_MESSAGE = /^[^-]*$/;

/** Batches of claims: checked as one, taken claim by claim, paid in one sum or two once all of them are decided. */
export class BatchDesk {
  constructor(
    private readonly world: World,
    private readonly desk: ClaimDesk,
  ) {}

  open(door: Doorway): void {
    const referenced = ({ body }: Arrival): string | null => /"reference"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? null;
    const named = ({ params }: Arrival): string | null => params['reference'] ?? null;
    door.on('POST', '/batches', (arrival) => this.file(arrival), referenced);
    door.on('POST', '/batches/:reference/precheck', (arrival) => this.precheck(arrival), named);
    door.on('GET', '/batches/:reference', (arrival) => this.show(arrival), named);
    this.world.teach<BatchState>('tax-bureau', 'batch', {
      pay: (story) => {
        this.pay(story);
      },
    });
  }

  /** One of its claims was decided: with the last one the treasury pays. */
  decided(reference: string): void {
    const batch = this.batch(reference);
    if (batch === null) return;
    const claims = this.claimsOf(batch);
    if (claims.length < batch.state.taken.length || claims.some(({ state }) => !DECIDED.includes(state.status))) return;
    if (claims.some(({ state }) => state.status === 'approved')) this.world.next(batch, 'pay');
  }

  private file(arrival: Arrival): Reply {
    const batch = readBatch(arrival.body);
    const request = requestOf(arrival, 'batch', batch.reference, batch.magicTexts);
    const taken = this.world.take<BatchState>(request, (words) => {
      const series = `tax/batch/${batch.series}/${arrival.callbackUrl()}`;
      this.checkNumber(batch, series);
      const claims = batch.claims.map((claim) => this.claimed(arrival, claim, batch.reference));
      const accepted = claims.filter(({ status }) => status === 'received').map(({ reference }) => reference);
      if (accepted.length === 0)
        throw new Refusal(422, 'NO_CLAIM_TAKEN', claims.map(({ reason }) => reason).join('; '));
      this.world.stories.note(series, String(batch.number));
      const year = chinaDate(this.world.clock.now()).slice(0, 4);
      const acceptanceNumber = `${BUREAU}${year}${this.world.numbers.next('tax/batch')}`;
      const inTwoSums = words.includes('INSTALMENTS');
      return {
        state: { acceptanceNumber, taken: accepted, inTwoSums, paid: '0' },
        answer: jsonAnswer(202, { reference: batch.reference, acceptanceNumber, claims }),
        firstStep: null,
      };
    });
    return reply(batch.reference, taken);
  }

  private claimed(
    arrival: Arrival,
    claim: Claim,
    batch: string,
  ): { reference: string; status: string; acceptanceNumber?: string; reason?: string } {
    const { reference } = claim;
    const words = magicWords('tax-bureau', claim.magicTexts).filter((word) => !OF_MESSAGE.includes(word));
    const texts = words.map((word) => `SBX-${word}`);
    try {
      const { acceptanceNumber } = this.desk.takeOne(arrival, claim, texts, batch);
      return { reference, status: 'received', acceptanceNumber };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const faults = error.faults.map(({ pointer, message }) => `${pointer} ${message}`);
      return { reference, status: 'refused', reason: [error.message, ...faults].join('; ') };
    }
  }

  /** No number is left out; a tenant that was reset begins anew. @throws Refusal 422 */
  private checkNumber(batch: Batch, series: string): void {
    const last = Number(this.world.stories.noted(series) ?? 0);
    if (batch.number <= last + 1) return;
    throw new Refusal(422, 'BATCH_NUMBER', `The next batch has the number ${String(last + 1)}`);
  }

  private precheck(arrival: Arrival): Reply {
    const batch = readBatch(arrival.body);
    const { reference } = batch;
    const words = magicWords('tax-bureau', batch.magicTexts);
    const isKnown = this.batch(reference) !== null;
    if (isKnown && words.includes('SEALED')) throw new Refusal(422, 'ALREADY_FILED', 'The batch is filed already');
    const doubts = isKnown ? [] : batch.claims.flatMap((claim) => this.doubtsOf(claim));
    const [first] = batch.claims;
    if (first !== undefined && !isKnown && words.includes('DOUBT-FIRST') && FIRST_MESSAGE.test(reference)) {
      doubts.push(...priceDoubt(first));
    }
    return asked(reference, jsonAnswer(200, { reference, doubts }));
  }

  private doubtsOf(claim: Claim): (Doubt & { claim: string })[] {
    return doubtsOf(this.world, claim).map((doubt) => ({ ...doubt, claim: claim.reference }));
  }

  /** As it was answered when it came. */
  private show(arrival: Arrival): Reply {
    const reference = arrival.params['reference'] ?? '';
    const batch = this.batch(reference);
    if (batch === null) throw new Refusal(404, 'NOT_FOUND', `No batch ${reference}`);
    return asked(reference, { ...batch.answer, status: 200 });
  }

  private pay(batch: BatchStory): void {
    const { state, reference } = batch;
    const claims = this.claimsOf(batch).filter((claim) => claim.state.status === 'approved');
    if (claims.length === 0) return;
    const owed = Money.sum(
      claims.map((claim) => Money.fromJSON(claim.state.amount ?? claim.state.claimed)),
      'CNY',
    );
    const isFirstOfTwo = state.inTwoSums && state.paid === '0';
    const amount = isFirstOfTwo ? owed.times(HALF, 'down') : owed.minus(Money.ofMinor(BigInt(state.paid), 'CNY'));
    state.paid = (BigInt(state.paid) + amount.minor).toString();
    this.world.stories.save(batch);
    const treasuryReference = `TRS${this.world.numbers.next('treasury')}`;
    const at = chinaDateTime(this.world.clock.now());
    const { acceptanceNumber } = state;
    this.world.tellJson(batch, {
      ...{ type: 'batch.paid', reference, acceptanceNumber, at, amount: amount.toJSON(), treasuryReference },
    });
    if (isFirstOfTwo) this.world.next(batch, 'pay');
    else for (const claim of claims) this.desk.paidWithBatch(claim, treasuryReference);
  }

  private batch(reference: string): BatchStory | null {
    return this.world.stories.find({ partner: 'tax-bureau', kind: 'batch', reference }) as BatchStory | null;
  }

  private claimsOf({ state }: BatchStory): ClaimStory[] {
    return state.taken.flatMap((reference) => {
      const story = this.world.stories.find({ partner: 'tax-bureau', kind: 'claim', reference });
      return story === null ? [] : [story as ClaimStory];
    });
  }
}

const DECIDED: readonly string[] = ['approved', 'rejected', 'paid', 'clawed_back'];

/** The one that DOUBT-FIRST asks for. */
function priceDoubt({ reference, lines, explained }: Claim): (Doubt & { claim: string })[] {
  const declarationLine = lines[0]?.declarationLine ?? null;
  if (explained.includes(`PRICE_UNUSUAL ${declarationLine ?? ''}`)) return [];
  const text = 'The unit price is far from that of the same goods elsewhere';
  return [{ claim: reference, code: 'PRICE_UNUSUAL', declarationLine, text, level: 'answer' }];
}
