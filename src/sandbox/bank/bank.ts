import { randomUUID } from 'node:crypto';

import { type FastifyInstance } from 'fastify';

import { Money } from '../../kernel/money.js';
import { chinaDate } from '../world/china-time.js';
import { type Arrival, asked, Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { Fields, isCurrencyCode, parseObject } from '../world/json.js';
import { isManner, magicWords } from '../world/magic.js';
import { Faults, Refusal } from '../world/refusal.js';
import { type Beginning, type Story, type World } from '../world/world.js';
import { Element, XML_HEAD, XML_TYPE } from '../world/xml.js';
import { FIRST_BOARD, type Quote, readDeal, strike } from './exchange.js';
import { ForwardDesk } from './forward-desk.js';
import { type Account, BANK_BIC, creditNotice, type PaymentStatus, statusReport } from './messages.js';
import { messageIdOf, type PaymentOrder, readPaymentOrder, type Reason } from './payment-order.js';
import { type AccountState, type BuyerPayment, type CreditState, type Dealt, type PaymentState } from './states.js';

const REASONS: Record<'REJECT' | 'NOFUNDS' | 'ACCEPT-REJECT', Reason> = {
  REJECT: { code: 'AC04', text: 'Closed account number' },
  NOFUNDS: { code: 'AM04', text: 'Insufficient funds' },
  'ACCEPT-REJECT': { code: 'AC01', text: 'Incorrect account number at the creditor bank' },
};
const NO_ACCOUNT = jsonAnswer(422, { code: 'ACCOUNT_REFUSED', message: 'The owner is not accepted' });
const BOARD_NOTE = 'bank/board';

/** A Chinese bank: collection accounts, credits (camt.054), payments (pain.001 → pain.002), a board and deals. */
export class Bank {
  constructor(
    server: FastifyInstance,
    private readonly world: World,
  ) {
    const door = new Doorway(server, world, 'bank');
    const referenced = ({ body }: Arrival): string | null => /"reference"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? null;
    door.on('POST', '/accounts', (arrival) => this.openAccount(arrival), referenced);
    door.on('GET', '/accounts/:accountNumber/credits', (arrival) => this.credits(arrival));
    door.on(
      'POST',
      '/payments',
      (arrival) => this.pay(arrival),
      ({ body }) => /<MsgId>([^<]*)</.exec(body)?.[1] ?? null,
    );
    door.on(
      'GET',
      '/payments/:messageId',
      (arrival) => this.payment(arrival),
      ({ params }) => params['messageId'] ?? null,
    );
    door.on('GET', '/fx/board', () => ({ answer: jsonAnswer(200, this.board()), reference: null, effect: 'asked' }));
    door.on('POST', '/fx/deals', (arrival) => this.deal(arrival), referenced);
    new ForwardDesk(door, world, () => this.quotes());
    world.teach<PaymentState>('bank', 'payment', {
      check: (story) => {
        this.check(story);
      },
      settle: (story) => {
        const { laterRefusal } = story.state;
        if (laterRefusal === null) this.settle(story);
        else this.report(story, 'RJCT', laterRefusal);
      },
    });
    world.courses.teach<PaymentState>('bank', 'payment', courseOf);
    world.signals.hearPaidBack(({ amount, ...paidBack }) => {
      const [sent, charges] = [Money.parse(amount, 'CNY'), Money.zero('CNY')];
      this.expect({ ...paidBack, sent, charges, payerCountry: 'CN' }, 0);
    });
    world.teach<CreditState>('bank', 'credit', {
      book: (story) => {
        this.book(story);
      },
    });
  }

  /**
   * A payment from abroad is on its way: booked, and its owner told, after `afterMs`.
   * @returns the bank's reference. @throws Refusal 404 without such an account, 422 in another currency
   */
  expect(payment: BuyerPayment, afterMs: number): { bankReference: string; credited: Money } {
    const owner = this.account(payment.accountNumber);
    const { account } = owner.state;
    const { sent, charges, payerName, payerCountry, remittance } = payment;
    if (sent.currency !== account.currency) {
      throw new Refusal(422, 'WRONG_CURRENCY', `Account ${account.accountNumber} is held in ${account.currency}`);
    }
    const made = payment.reference === null ? null : this.madeAs(payment.reference);
    if (made !== null) return made;
    const bankReference = this.bankReference();
    const credited = sent.minus(charges);
    const amounts = { sent: sent.toJSON(), charges: charges.toJSON(), credited: credited.toJSON() };
    const credit = { bankReference, uetr: randomUUID(), ...amounts, payerName, payerCountry, remittance };
    const words = magicWords('bank', [remittance, payerName]);
    const story: Story<CreditState> = {
      ...owner,
      kind: 'credit',
      reference: bankReference,
      manners: [...owner.manners, ...words.filter(isManner)],
      parked: null,
      state: { account, accountReference: owner.reference, credit, isBooked: false },
    };
    this.world.stories.open(story);
    this.world.stories.nameAs(`bank/credits/${account.accountNumber}`, story);
    if (payment.reference !== null) this.world.stories.nameAs(`bank/buyer-payment/${payment.reference}`, story);
    if (story.manners.includes('LATE')) this.world.next(story, 'book');
    else this.world.nextAfter(afterMs, story, 'book');
    return { bankReference, credited };
  }

  /** What an earlier order under this reference has made. */
  private madeAs(reference: string): { bankReference: string; credited: Money } | null {
    const [story] = this.world.stories.knownAs(`bank/buyer-payment/${reference}`) as Story<CreditState>[];
    if (story === undefined) return null;
    const { bankReference, credited } = story.state.credit;
    return { bankReference, credited: Money.fromJSON(credited) };
  }

  private book(story: Story<CreditState>): void {
    story.state.isBooked = true;
    this.world.stories.save(story);
    // A notice that is lost stays lost; who asks for the account's credits finds the money.
    if (story.manners.includes('LOST') || story.manners.includes('NEVER')) return;
    this.world.tell(story, XML_TYPE, this.notice(story.state.account, [story]), story.state.accountReference);
  }

  private notice(account: Account, stories: readonly Story<CreditState>[]): string {
    const now = this.world.clock.now();
    const bookedOn = chinaDate(now);
    const credits = stories.map(({ state: { credit } }) => ({
      ...credit,
      sent: Money.fromJSON(credit.sent),
      charges: Money.fromJSON(credit.charges),
      credited: Money.fromJSON(credit.credited),
      bookedOn,
    }));
    return XML_HEAD + creditNotice(`C54${this.world.numbers.next('bank/notice')}`, account, credits, now);
  }

  /** New references for money that moves. */
  bankReference(): string {
    return `BNK${this.world.numbers.next('bank/reference')}`;
  }

  setBoard(quotes: readonly Quote[]): void {
    this.world.stories.note(BOARD_NOTE, JSON.stringify(quotes));
  }

  board(): { asOf: string; base: string; quotes: readonly Quote[] } {
    return { asOf: this.world.clock.now().toISOString(), base: 'CNY', quotes: this.quotes() };
  }

  private quotes(): readonly Quote[] {
    const noted = this.world.stories.noted(BOARD_NOTE);
    return noted === null ? FIRST_BOARD : (JSON.parse(noted) as readonly Quote[]);
  }

  private openAccount(arrival: Arrival): Reply {
    const faults = new Faults();
    const fields = new Fields(parseObject(arrival.body), faults);
    const reference = fields.text('reference');
    const ownerName = fields.text('ownerName');
    const currency = fields.text('currency', isCurrencyCode, 'must be a currency of ISO 4217');
    faults.refuse(422, 'INVALID', 'The account cannot be opened');
    const request = requestOf(arrival, 'account', reference, [ownerName, reference]);
    const taken = this.world.take<AccountState | null>(request, (words) => {
      const isFirst = !this.world.stories.isNoted(`bank/owner/${currency}/${ownerName}`);
      this.world.stories.note(`bank/owner/${currency}/${ownerName}`);
      if (words.includes('NO-ACCOUNT') && isFirst) return { state: null, answer: NO_ACCOUNT, firstStep: null };
      const accountNumber = `6228480${this.world.numbers.next('bank/account')}`;
      this.world.stories.nameAs(`bank/account/${accountNumber}`, request);
      return {
        state: { account: { accountNumber, ownerName, currency } },
        answer: jsonAnswer(200, { reference, accountNumber, bankBic: BANK_BIC, currency, accountHolder: ownerName }),
        firstStep: null,
      };
    });
    return reply(reference, taken);
  }

  /** All credits of an account in one camt.054: for asking after notices that never came. */
  private credits(arrival: Arrival): Reply {
    const owner = this.account(arrival.params['accountNumber'] ?? '');
    const { account } = owner.state;
    const found = this.world.stories.knownAs(`bank/credits/${account.accountNumber}`) as Story<CreditState>[];
    const booked = found.filter(({ state }) => state.isBooked);
    return asked(owner.reference, { status: 200, contentType: XML_TYPE, body: this.notice(account, booked) });
  }

  private pay(arrival: Arrival): Reply {
    const document = Element.parse(arrival.body, 'Document');
    const reference = messageIdOf(document);
    if (document === null || reference === null) {
      throw new Refusal(400, 'UNREADABLE', 'Not a pain.001.001.09 with GrpHdr/MsgId of 1 to 35 characters');
    }
    const order = readPaymentOrder(document);
    const texts = order.transfers.flatMap((transfer) => [
      transfer.remittance,
      transfer.creditorName,
      transfer.endToEndId,
    ]);
    const request = requestOf(arrival, 'payment', reference, texts);
    return reply(
      reference,
      this.world.take<PaymentState>(request, (words) => this.begin(order, words)),
    );
  }

  private begin(order: PaymentOrder, words: readonly string[]): Beginning<PaymentState> {
    const unknown = order.transfers.find(({ debtorAccount }) => !this.isOurs(debtorAccount));
    const foreign: Reason | null =
      unknown === undefined ? null : { code: 'AC02', text: `Debtor account ${unknown.debtorAccount} is not held here` };
    const wanted = (['REJECT', 'NOFUNDS'] as const).find((word) => words.includes(word));
    return {
      state: {
        order,
        bankReferences: order.transfers.map(() => this.bankReference()),
        refusal: order.reason ?? foreign ?? (wanted === undefined ? null : REASONS[wanted]),
        laterRefusal: words.includes('ACCEPT-REJECT') ? REASONS['ACCEPT-REJECT'] : null,
        status: null,
        report: null,
      },
      answer: jsonAnswer(202, { messageId: order.messageId, status: 'RCVD' }),
      firstStep: 'check',
    };
  }

  private check(story: Story<PaymentState>): void {
    const { refusal } = story.state;
    this.report(story, refusal === null ? 'ACCP' : 'RJCT', refusal);
    if (refusal === null) this.world.next(story, 'settle');
  }

  /** Whoever is paid hears of it. */
  private settle(story: Story<PaymentState>): void {
    this.report(story, 'ACSC', null);
    for (const { currency, debtorAccount, creditorAccount, amount, remittance } of story.state.order.transfers) {
      if (currency === 'CNY') this.world.signals.paid({ debtorAccount, creditorAccount, amount, remittance });
    }
  }

  private report(story: Story<PaymentState>, status: PaymentStatus, reason: Reason | null): void {
    const { state } = story;
    state.status = status;
    const report = {
      messageId: `PSR${this.world.numbers.next('bank/report')}`,
      status,
      reason,
      bankReferences: state.bankReferences,
    };
    state.report = XML_HEAD + statusReport(state.order, report, this.world.clock.now());
    this.world.stories.save(story);
    this.world.tell(story, XML_TYPE, state.report);
  }

  /** Until the bank has looked at an order there is no report: 404, as for an order that never came. */
  private payment(arrival: Arrival): Reply {
    const reference = arrival.params['messageId'] ?? '';
    const story = this.world.stories.find({
      partner: 'bank',
      kind: 'payment',
      reference,
    }) as Story<PaymentState> | null;
    if (story !== null) this.world.ask(story);
    const report = story?.state.report ?? null;
    if (report === null) throw new Refusal(404, 'NOT_FOUND', `No report on a payment order ${reference}`);
    return asked(reference, { status: 200, contentType: XML_TYPE, body: report });
  }

  private deal(arrival: Arrival): Reply {
    const wish = readDeal(arrival.body);
    const { reference } = wish;
    const taken = this.world.take<Dealt>(requestOf(arrival, 'deal', reference, [reference], ''), () => {
      const deal = strike(wish, this.quotes());
      const dealId = `FXD${this.world.numbers.next('bank/deal')}`;
      const valueDate = chinaDate(this.world.clock.now());
      return { state: {}, answer: jsonAnswer(200, { dealId, ...deal, valueDate }), firstStep: null };
    });
    return reply(reference, taken);
  }

  private account(accountNumber: string): Story<AccountState> {
    const [story] = this.world.stories.knownAs(`bank/account/${accountNumber}`) as Story<AccountState>[];
    if (story === undefined) throw new Refusal(404, 'NOT_FOUND', `No account ${accountNumber}`);
    return story;
  }

  private isOurs(accountNumber: string): boolean {
    return this.world.stories.knownAs(`bank/account/${accountNumber}`).length > 0;
  }
}

/** Before the bank has looked at an order it can find anything; one that it accepted, the other bank can still send back. */
function courseOf({ state }: Story<PaymentState>, word: string): string | null {
  const isNew = state.status === null;
  if (word === 'ACCEPT-REJECT' && (isNew || state.status === 'ACCP')) {
    state.laterRefusal = REASONS[word];
    return isNew ? 'check' : 'settle';
  }
  if (!isNew || (word !== 'REJECT' && word !== 'NOFUNDS')) return null;
  state.refusal = REASONS[word];
  return 'check';
}
