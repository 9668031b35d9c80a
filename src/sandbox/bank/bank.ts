import { createHash, randomUUID } from 'node:crypto';

import { type FastifyInstance } from 'fastify';

import { isLocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { chinaDate } from '../world/china-time.js';
import { type Arrival, asked, Doorway, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { Fields, isCurrencyCode, parseObject } from '../world/json.js';
import { isManner, magicWords } from '../world/magic.js';
import { Faults, Refusal } from '../world/refusal.js';
import { type Story, type World } from '../world/world.js';
import { XML_HEAD, XML_TYPE } from '../world/xml.js';
import { AccountBook } from './account-book.js';
import { FIRST_BOARD, type Quote } from './exchange.js';
import { ForwardDesk } from './forward-desk.js';
import { type Account, BANK_BIC, creditNotice } from './messages.js';
import { type Reason, type Transfer } from './payment-order.js';
import { Payments } from './payments.js';
import { type Counter, type DealMovement, SpotDeals } from './spot-deals.js';
import { type AccountState, type BuyerPayment, type CreditState } from './states.js';

type PaidTransfer = Transfer & { readonly bankReference: string };

const NO_ACCOUNT = jsonAnswer(422, { code: 'ACCOUNT_REFUSED', message: 'The owner is not accepted' });
const BOARD_NOTE = 'bank/board';

/** A Chinese bank: collection accounts, credits (camt.054), payments (pain.001 → pain.002), a board and deals. */
export class Bank {
  private readonly payments: Payments;
  private readonly books: AccountBook;

  constructor(
    server: FastifyInstance,
    private readonly world: World,
  ) {
    this.books = new AccountBook(world);
    this.payments = new Payments(world, {
      isOurs: (accountNumber) => this.isOurs(accountNumber),
      bankReference: () => this.bankReference(),
      debit: (transfers, asOne) => {
        this.debit(transfers, asOne);
      },
      giveBack: (transfer, reason) => {
        this.giveBack(transfer, reason);
      },
    });
    const door = new Doorway(server, world, 'bank');
    const referenced = ({ body }: Arrival): string | null => /"reference"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? null;
    door.on('POST', '/accounts', (arrival) => this.openAccount(arrival), referenced);
    door.on('GET', '/accounts/:accountNumber/credits', (arrival) => this.credits(arrival));
    door.on('GET', '/accounts/:accountNumber/statements/:day', (arrival) => this.statement(arrival));
    door.on(
      'POST',
      '/payments',
      (arrival) => this.payments.take(arrival),
      ({ body }) => /<MsgId>([^<]*)</.exec(body)?.[1] ?? null,
    );
    door.on(
      'GET',
      '/payments/:messageId',
      (arrival) => this.payments.reportOn(arrival),
      ({ params }) => params['messageId'] ?? null,
    );
    door.on('GET', '/fx/board', () => ({ answer: jsonAnswer(200, this.board()), reference: null, effect: 'asked' }));
    const counter: Counter = {
      quotes: () => this.quotes(),
      book: (number, movement) => {
        this.bookDeal(number, movement);
      },
    };
    new ForwardDesk(door, world, counter);
    new SpotDeals(server, world, counter);
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
    const { sent, charges, payerName, payerCountry, remittance, returned } = payment;
    if (sent.currency !== account.currency) {
      throw new Refusal(422, 'WRONG_CURRENCY', `Account ${account.accountNumber} is held in ${account.currency}`);
    }
    const made = payment.reference === null ? null : this.madeAs(payment.reference);
    if (made !== null) return made;
    const bankReference = this.bankReference();
    const credited = sent.minus(charges);
    const amounts = { sent: sent.toJSON(), charges: charges.toJSON(), credited: credited.toJSON() };
    const { payerAccount = accountMadeOf(payerName), payerBic = `SBXB${payerCountry}22` } = payment;
    const told = {
      payerName,
      payerCountry,
      payerAccount,
      payerBic,
      remittance,
      ...(returned === undefined ? {} : { returned }),
    };
    const credit = { bankReference, uetr: randomUUID(), ...amounts, ...told };
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
    const { account, credit } = story.state;
    const { bankReference, credited: amount, payerName, payerAccount, payerBic, remittance, returned } = credit;
    story.state.isBooked = true;
    this.world.stories.save(story);
    this.books.record(account, {
      ...{ bankReference, amount, payerName, payerAccount, payerBic, remittance, direction: 'CRDT', parts: [] },
      kind: returned === undefined ? 'RCDT/XBCT' : 'ICDT/RRTN',
      endToEndId: returned?.endToEndId ?? null,
      returned: returned?.reason ?? null,
    });
    // A notice that is lost stays lost; who asks for the account's credits finds the money.
    if (story.manners.includes('LOST') || story.manners.includes('NEVER')) return;
    this.world.tell(story, XML_TYPE, this.notice(account, [story]), story.state.accountReference);
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

  /** The end of a day: 404 where nothing was booked since the last statement. */
  private statement(arrival: Arrival): Reply {
    const owner = this.account(arrival.params['accountNumber'] ?? '');
    const day = arrival.params['day'] ?? '';
    if (!isLocalDate(day)) throw new Refusal(400, 'INVALID', 'The day must be a date');
    const body = this.books.statementOf(owner.state.account, day);
    if (body === null) throw new Refusal(404, 'NOT_FOUND', `Nothing to state of ${day}`);
    return asked(owner.reference, { status: 200, contentType: XML_TYPE, body });
  }

  private debit(transfers: readonly PaidTransfer[], asOne: boolean): void {
    const entries = asOne && transfers.length > 1 ? [transfers] : transfers.map((transfer) => [transfer]);
    for (const some of entries) {
      const [first] = some;
      if (first === undefined) continue;
      const { account } = this.account(first.debtorAccount).state;
      const money = some.map(({ amount, currency }) => Money.parse(amount, currency));
      const parts = some.map(({ endToEndId, bankReference }, index) => {
        return { endToEndId, bankReference, amount: (money[index] ?? Money.zero(first.currency)).toJSON() };
      });
      // A batch has a reference of its own; its payments keep theirs.
      const bankReference = some.length > 1 ? this.bankReference() : first.bankReference;
      this.books.record(account, {
        ...{ bankReference, direction: 'DBIT', kind: 'ICDT/DMCT', payerName: null, returned: null },
        amount: Money.sum(money, first.currency).toJSON(),
        endToEndId: first.endToEndId,
        remittance: first.remittance,
        parts: some.length > 1 ? parts : [],
      });
    }
  }

  private giveBack(transfer: Transfer, reason: Reason): void {
    const { debtorAccount, endToEndId, amount, currency, creditorName, remittance } = transfer;
    this.expect(
      {
        reference: null,
        accountNumber: debtorAccount,
        sent: Money.parse(amount, currency),
        charges: Money.zero(currency),
        payerName: creditorName,
        payerCountry: 'CN',
        // The words that sent it back are not to send back what is told of it.
        remittance: `RETURN ${remittance.replace(/SBX-\S*/g, '')}`.trim(),
        returned: { endToEndId, reason },
      },
      0,
    );
  }

  /** Where the customer says between which accounts, they are booked. */
  private bookDeal(number: string | null, { reference, dealId, direction, money }: DealMovement): void {
    if (number === null || !this.isOurs(number)) return;
    const { account } = this.account(number).state;
    if (account.currency !== money.currency) throw new Refusal(422, 'WRONG_CURRENCY', `${number} is no such account`);
    this.books.record(account, {
      ...{ direction, kind: 'MCOP/OTHR', endToEndId: reference, payerName: null, returned: null, parts: [] },
      ...{ bankReference: dealId, amount: money.toJSON(), remittance: `FX ${dealId}` },
    });
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

/** The same payer has the same account: ten digits. */
function accountMadeOf(payerName: string): string {
  const hash = createHash('sha256').update(payerName).digest();
  return String(hash.readUInt32BE(0)).padStart(10, '4');
}
