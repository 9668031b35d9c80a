import { addDays } from '../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { chinaDate, chinaSeconds } from '../world/china-time.js';
import { type Arrival, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { Refusal } from '../world/refusal.js';
import { type Story, type World } from '../world/world.js';
import { type Element, XML_TYPE } from '../world/xml.js';
import { damagedFile } from './attached-files.js';
import { bankLetter, confirmation, contractStatement, type RegisteredDeal, statusAdvice } from './control-messages.js';
import { type Reason } from './payment-order.js';

/** The messages that are taken, by the element that they are made of. */
const TYPES = {
  CtrctRegnReq: 'auth.018.001.02',
  CtrctRegnAmdmntReq: 'auth.021.001.02',
  CtrctRegnClsrReq: 'auth.020.001.02',
  CtrctRegnStmtReq: 'auth.023.001.02',
  CcyCtrlSpprtgDocDlvry: 'auth.025.001.02',
  CcyCtrlReqOrLttr: 'auth.026.001.02',
} as const;
type Root = keyof typeof TYPES;

interface RequestState {
  readonly root: Root;
  readonly refusal: Reason | null;
  readonly bankReference: string;
  /** The bank's number of the contract; empty where it knows none. */
  readonly number: string;
  readonly from: string;
  readonly to: string;
  /** A letter that goes after the answer; null: none. */
  readonly letter: 'SUPP' | 'LFBK' | null;
  answer: string | null;
}

/** What is decided about one message. */
type Verdict = Pick<RequestState, 'refusal' | 'number'> & Partial<Pick<RequestState, 'from' | 'to' | 'letter'>>;

const KIND = 'contract-request';
const REFUSED: Reason = { code: 'NARR', text: 'The request is sent back: ask the branch' };
/** Within which papers that the bank asks for are to be shown. */
const ANSWER_WITHIN_DAYS = 15;

/** The bank as agent of registration: contracts under its own numbers, papers shown for them, letters both ways. */
export class ContractRegistry {
  constructor(
    private readonly world: World,
    private readonly newReference: () => string,
  ) {
    world.teach<RequestState>('bank', KIND, {
      answer: (story) => {
        this.answer(story);
      },
      write: (story) => {
        this.write(story);
      },
    });
  }

  /** @returns null where it is no message about contracts */
  take(arrival: Arrival, document: Element | null): Reply | null {
    const root = (Object.keys(TYPES) as Root[]).find((name) => document?.has(name) === true);
    if (root === undefined || document === null) return null;
    const message = document.child(root);
    const reference = message.text('GrpHdr/MsgId');
    if (reference === '') throw new Refusal(400, 'UNREADABLE', `Not an ${TYPES[root]} with GrpHdr/MsgId`);
    const request = requestOf(arrival, KIND, reference, [arrival.body]);
    const taken = this.world.take<RequestState>(request, (words) => {
      const bankReference = this.newReference();
      const asked = { reference, owner: request.callbackUrl, wantsLetter: words.includes('LETTER') };
      const verdict = this.refusalOf(arrival.body, words) ?? this.judge(root, message, asked);
      const state = { root, bankReference, from: '', to: '', letter: null, ...verdict, answer: null };
      return { state, answer: jsonAnswer(202, { messageId: reference, status: 'RCVD' }), firstStep: 'answer' };
    });
    return reply(reference, taken);
  }

  /** What was answered to a message; null while nothing was. */
  find(reference: string): Story<RequestState> | null {
    return this.world.stories.find({ partner: 'bank', kind: KIND, reference }) as Story<RequestState> | null;
  }

  /** A receipt was declared, changed (again) or deleted (without amounts) under the number on a contract. */
  count(
    owner: string,
    contractNumber: string,
    declared: { readonly reference: string; readonly on: string; readonly records: readonly [string, MoneyJson][] },
  ): void {
    const number = this.world.stories.noted(ownKey(owner, contractNumber));
    const deal = number === null ? null : this.deal(number);
    if (deal === null) return;
    const { reference, on, records } = declared;
    const others = deal.transactions.filter((transaction) => transaction.reference !== reference);
    const counted = records
      .filter(([, amount]) => !Money.fromJSON(amount).isZero())
      .map(([code, amount]) => ({ reference, on, code, amount }));
    this.keep({ ...deal, transactions: [...others, ...counted] });
  }

  /** Before anybody looks into what is asked. */
  private refusalOf(xml: string, words: readonly string[]): Verdict | null {
    if (words.includes('REJECT')) return { refusal: REFUSED, number: '' };
    const damaged = damagedFile(xml);
    return damaged === null ? null : refused('NARR', `The file ${damaged} is not that of the hash named for it`);
  }

  private judge(
    root: Root,
    message: Element,
    asked: { readonly reference: string; readonly owner: string; readonly wantsLetter: boolean },
  ): Verdict {
    if (root === 'CtrctRegnReq') return this.register(message, asked);
    if (root === 'CcyCtrlReqOrLttr') return letterOf(message);
    const number = numberIn(root, message);
    const deal = this.deal(number);
    if (deal === null) return refused('NOOR', `No contract is registered as ${number}`);
    if (root === 'CtrctRegnStmtReq') {
      const period = message.child('StmtReq/RptgPrd/FrToDt');
      return { refusal: null, number, from: period.text('FrDt'), to: period.text('ToDt') };
    }
    if (deal.closed !== null) return refused('CLSD', `${number} was closed on ${deal.closed.on}`);
    if (root === 'CtrctRegnAmdmntReq') return this.amend(deal, message, asked.reference);
    this.keep(root === 'CtrctRegnClsrReq' ? this.closedOf(deal, message) : this.shownFor(deal, message));
    return { refusal: null, number };
  }

  private register(
    message: Element,
    { reference, owner, wantsLetter }: { reference: string; owner: string; wantsLetter: boolean },
  ): Verdict {
    const registration = message.child('CtrctRegn');
    const trade = registration.child('CtrctRegnOpng/Ctrct/Trad');
    const terms = termsOf(trade);
    const { contractNumber } = terms;
    const fault = faultOf(terms);
    if (fault !== null) return { refusal: fault, number: '' };
    const before = this.world.stories.noted(ownKey(owner, contractNumber));
    if (before !== null && this.deal(before)?.closed === null) {
      return refused('DUPL', `${contractNumber} is registered as ${before}`);
    }
    const today = this.today();
    const number = `SBX${today.slice(0, 4)}${this.world.numbers.next('bank/contract')}`;
    const parties = {
      seller: registration.text('RptgPty/PtyId/Nm'),
      buyer: trade.text('Buyr/PtyId/Nm'),
      buyerCountry: trade.text('Buyr/PtyId/CtryOfRes'),
    };
    const fresh = { amendments: [], closed: null, transactions: [], deliveries: [] };
    this.keep({ number, registeredOn: today, requestId: reference, ...parties, ...terms, ...fresh });
    this.world.stories.note(ownKey(owner, contractNumber), number);
    return { refusal: null, number, letter: wantsLetter ? 'SUPP' : null };
  }

  private amend(deal: RegisteredDeal, message: Element, id: string): Verdict {
    const amended = message.child('CtrctRegnAmdmnt/RegdCtrctAmdmnt');
    const terms = termsOf(amended.child('Ctrct/Trad'));
    const fault = faultOf(terms);
    if (fault !== null) return { refusal: fault, number: '' };
    const amendments = [...deal.amendments, { id, on: this.today(), reason: amended.text('AddtlInf') }];
    this.keep({ ...deal, ...terms, amendments });
    return { refusal: null, number: deal.number };
  }

  private closedOf(deal: RegisteredDeal, message: Element): RegisteredDeal {
    const reason = message.text('RegdCtrctClsr/ClsrRsn/Prtry') || message.text('RegdCtrctClsr/ClsrRsn/Cd');
    return { ...deal, closed: { on: this.today(), reason } };
  }

  private shownFor(deal: RegisteredDeal, message: Element): RegisteredDeal {
    const delivery = message.child('SpprtgDoc');
    const entries = delivery.all('Ntry').map((entry) => ({
      number: entry.text('OrgnlDoc/Id'),
      issuedOn: entry.text('OrgnlDoc/DtOfIsse'),
      code: entry.text('DocTp'),
      amount: entry.has('TtlAmt') ? moneyOf(entry.child('TtlAmt')) : null,
    }));
    const shown = { id: delivery.text('SpprtgDocId'), on: this.today(), entries };
    return { ...deal, deliveries: [...deal.deliveries, shown] };
  }

  private answer(story: Story<RequestState>): void {
    const { state } = story;
    state.answer = this.answerOf(story);
    this.world.stories.save(story);
    this.world.tell(story, XML_TYPE, state.answer);
    if (state.refusal === null && state.letter !== null) this.world.next(story, 'write');
  }

  private answerOf({ state, reference }: Story<RequestState>): string {
    const { root, refusal, number, bankReference, from, to } = state;
    const deal = this.deal(number);
    if (refusal === null && deal !== null) {
      if (root === 'CtrctRegnReq' || root === 'CtrctRegnAmdmntReq')
        return confirmation(this.envelope(), deal, reference);
      if (root === 'CtrctRegnStmtReq') {
        return contractStatement(this.envelope(), deal, { requestId: reference, from, to });
      }
    }
    const about = { messageId: reference, messageType: TYPES[root], recordId: reference, refusal, bankReference };
    return statusAdvice(this.envelope(), about);
  }

  private write(story: Story<RequestState>): void {
    const { state, reference } = story;
    const { letter, root, number } = state;
    const deal = this.deal(number);
    const original = { messageId: reference, messageType: TYPES[root], recordId: number === '' ? reference : number };
    const about = {
      reference: `SBXL${this.world.numbers.next('bank/letter')}`,
      receiver: deal?.seller ?? 'Customer',
      original,
    };
    const words =
      letter === 'SUPP'
        ? {
            type: letter,
            subject: 'Customs declarations and invoices are wanted',
            text: `Show what was exported and invoiced under ${number}`,
            dueOn: addDays(this.today(), ANSWER_WITHIN_DAYS),
          }
        : { type: 'LFBK' as const, subject: 'Your letter', text: 'It is noted', dueOn: null };
    this.world.tell(story, XML_TYPE, bankLetter(this.envelope(), { ...about, ...words }));
  }

  private envelope(): { readonly messageId: string; readonly createdAt: string } {
    const messageId = `CSA${this.world.numbers.next('bank/advice')}`;
    return { messageId, createdAt: chinaSeconds(this.world.clock.now()) };
  }

  private deal(number: string): RegisteredDeal | null {
    const kept = this.world.stories.noted(`bank/contract/${number}`);
    return kept === null ? null : (JSON.parse(kept) as RegisteredDeal);
  }

  private keep(deal: RegisteredDeal): void {
    this.world.stories.note(`bank/contract/${deal.number}`, JSON.stringify(deal));
  }

  private today(): string {
    return chinaDate(this.world.clock.now());
  }
}

type Terms = Pick<RegisteredDeal, 'contractNumber' | 'amount' | 'startsOn' | 'endsOn'>;

/** Contracts of one customer by the number on them: several customers may use the same. */
function ownKey(owner: string, contractNumber: string): string {
  return `bank/contract-of/${owner}/${contractNumber}`;
}

function termsOf(trade: Element): Terms {
  return {
    contractNumber: trade.text('CtrctDocId/Id'),
    amount: moneyOf(trade.child('Amt')),
    startsOn: trade.text('StartDt'),
    endsOn: trade.text('MtrtyDt'),
  };
}

function faultOf({ contractNumber, amount, startsOn, endsOn }: Terms): Reason | null {
  if (contractNumber === '') return { code: 'NUMB', text: 'The contract has no number' };
  if (Money.fromJSON(amount).isZero()) return { code: 'AM01', text: 'A contract of nothing' };
  return endsOn < startsOn ? { code: 'DT01', text: `It ends on ${endsOn}, before it begins` } : null;
}

function numberIn(root: Root, message: Element): string {
  if (root === 'CtrctRegnAmdmntReq') return message.text('CtrctRegnAmdmnt/RegdCtrctAmdmnt/OrgnlRegdCtrctId');
  if (root === 'CtrctRegnClsrReq') return message.text('RegdCtrctClsr/OrgnlRegdCtrct/Id');
  if (root === 'CtrctRegnStmtReq') return message.text('StmtReq/RegdCtrctId');
  return message.text('SpprtgDoc/CtrctRef/RegdCtrctId');
}

function letterOf(message: Element): Verdict {
  const wantsAnswer = message.text('ReqOrLttr/RspnReqrd') === 'true';
  return { refusal: null, number: '', letter: wantsAnswer ? 'LFBK' : null };
}

function refused(code: string, text: string): Verdict {
  return { refusal: { code, text }, number: '' };
}

/** @throws Refusal 400 where it is none */
function moneyOf(element: Element): MoneyJson {
  const [amount, currency] = [element.own(), element.attribute('Ccy')];
  try {
    return Money.parse(amount, currency).toJSON();
  } catch {
    throw new Refusal(400, 'UNREADABLE', `${amount} ${currency} is no amount`);
  }
}
