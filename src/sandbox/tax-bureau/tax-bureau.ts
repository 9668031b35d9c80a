import { type FastifyInstance } from 'fastify';

import { Decimal } from '../../kernel/decimal.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { hasDeparted } from '../customs/customs.js';
import { chinaDate, chinaDateTime } from '../world/china-time.js';
import { type Arrival, asked, Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { type Outcome } from '../world/magic.js';
import { Faults, Refusal } from '../world/refusal.js';
import { type Story, type World } from '../world/world.js';
import { type Claim, readClaim } from './claim.js';
import { readInvoiceQuestion, verdictOn } from './invoice-check.js';

type Status = 'received' | 'accepted' | 'queried' | 'approved' | 'rejected' | 'paid';

interface ClaimState {
  readonly acceptanceNumber: string;
  readonly claimed: MoneyJson;
  words: readonly string[];
  status: Status;
  amount?: MoneyJson;
  reason?: string;
  treasuryReference?: string;
  readonly history: { readonly type: string; readonly at: string }[];
}
type ClaimStory = Story<ClaimState>;

const ENTRY_DIGITS = 18;
/** The bureau that this one plays: Ningbo. */
const BUREAU = '3302';
/** A queried claim goes on by itself: nobody answers the query in this world. */
const QUERY_PACE = 4;
const REASONS = {
  rejected: { reasonCode: 'INVOICE_DOUBTFUL', reason: 'The supplier is under investigation for false invoices' },
  queried: { reasonCode: 'GOODS_NAME_DIFFERS', reason: 'Goods name on invoice and declaration differ' },
  less: { reasonCode: 'PARTLY_DISALLOWED', reason: 'Half of the input VAT is disallowed' },
} as const;

/** The tax bureau's export refund desk: takes claims, examines, approves, has the treasury pay. */
export class TaxBureau {
  constructor(
    server: FastifyInstance,
    private readonly world: World,
  ) {
    const door = new Doorway(server, world, 'tax-bureau');
    const referenced = ({ body }: Arrival): string | null => /"reference"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? null;
    const named = ({ params }: Arrival): string | null => params['reference'] ?? null;
    door.on('POST', '/claims', (arrival) => this.file(arrival), referenced);
    door.on('POST', '/invoice-checks', (arrival) => this.check(arrival), referenced);
    door.on('GET', '/claims/:reference', (arrival) => this.show(arrival), named);
    world.teach<ClaimState>('tax-bureau', 'claim', {
      accept: (story) => {
        this.accept(story);
      },
      query: (story) => {
        this.becomes(story, 'queried', REASONS.queried);
        world.next(story, 'approve', QUERY_PACE);
      },
      reject: (story) => {
        this.becomes(story, 'rejected', REASONS.rejected);
      },
      approve: (story) => {
        this.approve(story);
      },
      pay: (story) => {
        story.state.treasuryReference = `TRS${world.numbers.next('treasury')}`;
        this.becomes(story, 'paid');
      },
    });
    world.courses.teach<ClaimState>('tax-bureau', 'claim', courseOf);
  }

  private file(arrival: Arrival): Reply {
    const claim = readClaim(arrival.body);
    const { reference } = claim;
    const request = requestOf(arrival, 'claim', reference, claim.magicTexts);
    const taken = this.world.take<ClaimState>(request, (words) => {
      this.checkLines(claim);
      for (const line of claim.declarationLines) this.world.stories.nameAs(`tax/line/${line}`, request);
      const year = chinaDate(this.world.clock.now()).slice(0, 4);
      const acceptanceNumber = `${BUREAU}${year}${this.world.numbers.next('tax/claim')}`;
      return {
        state: { acceptanceNumber, claimed: claim.refund.toJSON(), words, status: 'received', history: [] },
        answer: jsonAnswer(202, { reference, acceptanceNumber, status: 'received' }),
        firstStep: 'accept',
      };
    });
    return reply(reference, taken);
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

  private show(arrival: Arrival): Reply {
    const reference = arrival.params['reference'] ?? '';
    const story = this.world.stories.find({ partner: 'tax-bureau', kind: 'claim', reference }) as ClaimStory | null;
    if (story === null) throw new Refusal(404, 'NOT_FOUND', `No claim ${reference}`);
    this.world.ask(story);
    const state = { ...story.state, words: undefined, claimed: undefined };
    return asked(reference, jsonAnswer(200, { reference, ...state }));
  }

  private accept(story: ClaimStory): void {
    this.becomes(story, 'accepted');
    if (has(story, 'REJECT')) this.world.next(story, 'reject');
    else this.world.next(story, has(story, 'QUERY') ? 'query' : 'approve');
  }

  private approve(story: ClaimStory): void {
    const { state } = story;
    const isLess = has(story, 'LESS');
    const claimed = Money.fromJSON(state.claimed);
    state.amount = (isLess ? claimed.times(new Decimal('0.5'), 'down') : claimed).toJSON();
    this.becomes(story, 'approved', isLess ? REASONS.less : undefined);
    this.world.next(story, 'pay');
  }

  private becomes(story: ClaimStory, status: Status, why?: { reasonCode: string; reason: string }): void {
    const { state, reference } = story;
    const type = `claim.${status}`;
    const at = chinaDateTime(this.world.clock.now());
    const { acceptanceNumber, amount, treasuryReference } = state;
    state.status = status;
    if (why !== undefined) state.reason = why.reason;
    state.history.push({ type, at });
    this.world.stories.save(story);
    this.world.tellJson(story, { type, reference, acceptanceNumber, at, amount, treasuryReference, ...why });
  }
}

function has(story: ClaimStory, word: Outcome<'tax-bureau'>): boolean {
  return story.state.words.includes(word);
}

/** Until it has approved the bureau can be made to think otherwise. */
function courseOf({ state }: ClaimStory, word: string): string | null {
  const { status } = state;
  if (status === 'approved' || status === 'paid' || status === 'rejected') return null;
  state.words = [...state.words, word];
  if (status === 'received') return 'accept';
  if (word === 'QUERY') return status === 'accepted' ? 'query' : null;
  return word === 'REJECT' ? 'reject' : 'approve';
}
