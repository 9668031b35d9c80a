import { type Arrival, asked, jsonAnswer, reply, type Reply, requestOf } from '../world/doorway.js';
import { magicWords } from '../world/magic.js';
import { Refusal } from '../world/refusal.js';
import { type Beginning, type Story, type World } from '../world/world.js';
import { Element, XML_HEAD, XML_TYPE } from '../world/xml.js';
import { statusReport, type TransferStatus } from './messages.js';
import { messageIdOf, type PaymentOrder, readPaymentOrder, type Reason, type Transfer } from './payment-order.js';
import { type PaymentState, type TransferFate } from './states.js';

const REASONS: Record<'REJECT' | 'NOFUNDS' | 'ACCEPT-REJECT' | 'RETURN', Reason> = {
  REJECT: { code: 'AC04', text: 'Closed account number' },
  NOFUNDS: { code: 'AM04', text: 'Insufficient funds' },
  'ACCEPT-REJECT': { code: 'AC01', text: 'Incorrect account number at the creditor bank' },
  RETURN: { code: 'AC04', text: 'Closed account number' },
};

/** What payments do to accounts: for the bank to book. */
export interface Cashier {
  isOurs(accountNumber: string): boolean;
  bankReference(): string;
  /** Money has left for these transfers of one account; told as one where the order asked for it. */
  debit(transfers: readonly (Transfer & { readonly bankReference: string })[], asOne: boolean): void;
  /** It has come back. */
  giveBack(transfer: Transfer, reason: Reason): void;
}

/** Payment orders (pain.001 → pain.002): each transfer has its own fate, and the words for it stand in its own texts. */
export class Payments {
  constructor(
    private readonly world: World,
    private readonly cashier: Cashier,
  ) {
    world.teach<PaymentState>('bank', 'payment', {
      check: (story) => {
        this.check(story);
      },
      settle: (story) => {
        this.settle(story);
      },
      'give-back': (story) => {
        this.giveBack(story);
      },
    });
    world.courses.teach<PaymentState>('bank', 'payment', courseOf);
  }

  take(arrival: Arrival): Reply {
    const document = Element.parse(arrival.body, 'Document');
    const reference = messageIdOf(document);
    if (document === null || reference === null) {
      throw new Refusal(400, 'UNREADABLE', 'Not a pain.001.001.09 with GrpHdr/MsgId of 1 to 35 characters');
    }
    const order = readPaymentOrder(document);
    const request = requestOf(arrival, 'payment', reference, order.transfers.flatMap(textsOf));
    return reply(
      reference,
      this.world.take<PaymentState>(request, () => this.begin(order)),
    );
  }

  /** Until the bank has looked at an order there is no report: 404, as for an order that never came. */
  reportOn(arrival: Arrival): Reply {
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

  private begin(order: PaymentOrder): Beginning<PaymentState> {
    const unknown = order.transfers.find(({ debtorAccount }) => !this.cashier.isOurs(debtorAccount));
    const foreign: Reason | null =
      unknown === undefined ? null : { code: 'AC02', text: `Debtor account ${unknown.debtorAccount} is not held here` };
    return {
      state: {
        order,
        bankReferences: order.transfers.map(() => this.cashier.bankReference()),
        fates: order.transfers.map((transfer) => fateOf(transfer, order.reason ?? foreign)),
        refusal: order.reason ?? foreign,
        isSettled: false,
        status: null,
        report: null,
      },
      answer: jsonAnswer(202, { messageId: order.messageId, status: 'RCVD' }),
      firstStep: 'check',
    };
  }

  private check(story: Story<PaymentState>): void {
    const statuses = story.state.fates.map(({ refusal }): TransferStatus => {
      return { status: refusal === null ? 'ACCP' : 'RJCT', reason: refusal };
    });
    this.report(story, statuses);
    if (statuses.some(({ status }) => status === 'ACCP')) this.world.next(story, 'settle');
  }

  /** Whoever is paid hears of it. */
  private settle(story: Story<PaymentState>): void {
    const { fates, order, bankReferences } = story.state;
    const statuses = fates.map(({ refusal, laterRefusal }): TransferStatus => {
      const reason = refusal ?? laterRefusal;
      return { status: reason === null ? 'ACSC' : 'RJCT', reason };
    });
    story.state.isSettled = true;
    this.report(story, statuses);
    const paid = order.transfers
      .map((transfer, index) => ({ ...transfer, bankReference: bankReferences[index] ?? '', index }))
      .filter(({ index }) => statuses[index]?.status === 'ACSC');
    this.cashier.debit(paid, order.batchBooking);
    for (const { currency, debtorAccount, creditorAccount, amount, remittance } of paid) {
      if (currency === 'CNY') this.world.signals.paid({ debtorAccount, creditorAccount, amount, remittance });
    }
    if (paid.some(({ index }) => fates[index]?.comesBack === true)) this.world.next(story, 'give-back');
  }

  /** The bank of the creditor sends it back; once. */
  private giveBack(story: Story<PaymentState>): void {
    const { fates, order } = story.state;
    for (const [index, fate] of fates.entries()) {
      const transfer = order.transfers[index];
      const isPaid = fate.refusal === null && fate.laterRefusal === null;
      if (transfer === undefined || !fate.comesBack || fate.isBack || !isPaid) continue;
      fate.isBack = true;
      this.cashier.giveBack(transfer, REASONS.RETURN);
    }
    this.world.stories.save(story);
  }

  private report(story: Story<PaymentState>, statuses: readonly TransferStatus[]): void {
    const { state } = story;
    const all = new Set(statuses.map(({ status }) => status));
    const [only] = all;
    // Where the order cannot be read as far as its transfers, the whole of it is refused.
    state.status = all.size > 1 ? 'PART' : (only ?? (state.refusal === null ? 'ACCP' : 'RJCT'));
    const report = {
      messageId: `PSR${this.world.numbers.next('bank/report')}`,
      status: state.status,
      reason: all.size > 1 ? null : (statuses[0]?.reason ?? state.refusal),
      statuses,
      bankReferences: state.bankReferences,
    };
    state.report = XML_HEAD + statusReport(state.order, report, this.world.clock.now());
    this.world.stories.save(story);
    this.world.tell(story, XML_TYPE, state.report);
  }
}

function textsOf({ remittance, creditorName, endToEndId }: Transfer): string[] {
  return [remittance, creditorName, endToEndId];
}

function fateOf(transfer: Transfer, refusal: Reason | null): TransferFate {
  const words = magicWords('bank', textsOf(transfer));
  const wanted = (['REJECT', 'NOFUNDS'] as const).find((word) => words.includes(word));
  return {
    refusal: refusal ?? (wanted === undefined ? null : REASONS[wanted]),
    laterRefusal: words.includes('ACCEPT-REJECT') ? REASONS['ACCEPT-REJECT'] : null,
    comesBack: words.includes('RETURN'),
    isBack: false,
  };
}

/**
 * Before the bank has looked at an order it can find anything; one that it accepted, the other bank can still refuse, and one that
 * it has settled the other bank can still return.
 */
function courseOf({ state }: Story<PaymentState>, word: string): string | null {
  const isNew = state.status === null;
  const canGoOn = isNew || state.status === 'ACCP' || state.status === 'PART';
  if (word === 'RETURN' && state.status !== 'RJCT') {
    for (const fate of state.fates) fate.comesBack = true;
    if (state.isSettled) return 'give-back';
    return isNew ? 'check' : 'settle';
  }
  if (word === 'ACCEPT-REJECT' && canGoOn && !state.isSettled) {
    for (const fate of state.fates) fate.laterRefusal = REASONS[word];
    return isNew ? 'check' : 'settle';
  }
  if (!isNew || (word !== 'REJECT' && word !== 'NOFUNDS')) return null;
  for (const fate of state.fates) fate.refusal = REASONS[word];
  return 'check';
}
