import { parseId } from '../../kernel/ids.js';
import { type Money, type MoneyJson } from '../../kernel/money.js';
import { type ApprovalEvent, isApproval } from './approval-step.js';
import { type FigureData, isOf, type ServiceEvent, sumIn } from './service-event.js';

export type FxState =
  | 'pending'
  | 'part_collected'
  | 'collected'
  | 'converting'
  | 'settled'
  | 'paid_out'
  | 'conversion_failed'
  | 'conversion_awaiting_approval'
  | 'payout_rejected'
  | 'payout_awaiting_approval'
  | 'payout_declined';

/** Where a conversion has come; `awaited` is a second person. */
type ConversionOutcome = 'awaited' | 'booked' | 'settled' | 'failed';

/**
 * Where the money of an order is, from its whole log: the buyer's payments, their conversion, and the payouts of what
 * was released to the seller, whatever it was released from.
 */
export class FxProgress {
  private readonly payments: FigureData['fx.collection.matched'][] = [];
  private isCollected = false;
  private readonly conversions = new Map<
    string,
    { readonly state: ConversionOutcome; readonly sold: MoneyJson | null }
  >();
  private readonly released: { readonly source: string; readonly sourceId: string; readonly amount: MoneyJson }[] = [];
  private readonly payouts = new Map<
    string,
    { readonly state: 'confirmed' | 'rejected'; readonly amount: MoneyJson | null }
  >();
  /** Paid for the seller out of what was released to it. */
  private readonly duesBought: MoneyJson[] = [];
  private readonly duesReturned: MoneyJson[] = [];

  /** A payout that had arrived was sent back, once or more: what was over is not, until it is paid out anew. */
  wasReturned = false;

  /** By payout: it waits for a second person, or that came to nothing. */
  private readonly approvals = new Map<string, 'payout_awaiting_approval' | 'payout_declined'>();

  constructor(private readonly currency: string) {}

  /** Takes in one event; the log is given in the order of publication. */
  hear(event: ServiceEvent): void {
    const { resourceId } = event;
    if (isOf(event, 'fx.collection.matched')) this.payments.push(event.data);
    else if (event.type === 'fx.order.collected') this.isCollected = true;
    else if (isOf(event, 'fx.conversion.settled')) this.convert(resourceId, 'settled', event.data.sold);
    else if (event.type === 'fx.conversion.booked') this.convert(resourceId, 'booked');
    else if (event.type === 'fx.conversion.failed' || event.type === 'fx.conversion.lapsed')
      this.convert(resourceId, 'failed');
    // Called off: the money is there as if it had not been converted.
    else if (event.type === 'fx.conversion.cancelled') this.conversions.delete(resourceId);
    else if (isOf(event, 'financing.proceeds.released')) this.released.push(event.data);
    else if (isOf(event, 'fx.dues.bought')) this.duesBought.push(event.data.cost);
    else if (isOf(event, 'fx.dues.returned')) this.duesReturned.push(event.data.paid);
    else if (event.type === 'fx.payout.sent') this.forgetSetbacks(resourceId);
    else if (event.type === 'approvals.request.created' && isApproval(event) && event.data.command === 'fx.conversion')
      this.convert(parseId('conversion', event.data.subject.id), 'awaited');
    else if (isApproval(event) && event.data.command === 'fx.payout') this.hearApproval(event);
    else if (isOf(event, 'fx.payout.confirmed')) this.pay(resourceId, 'confirmed', event.data.amount);
    else if (event.type === 'fx.payout.rejected') this.pay(resourceId, 'rejected', null);
    // It had arrived, and has not any more.
    else if (event.type === 'fx.payout.returned') this.comeBack(resourceId);
  }

  private comeBack(payoutId: string): void {
    this.payouts.set(payoutId, { state: 'rejected', amount: null });
    this.wasReturned = true;
  }

  get state(): FxState {
    if (this.hasRejectedPayout) return 'payout_rejected';
    if (this.approvals.size > 0) return this.approvalState;
    const outcomes = [...this.conversions.values()].map(({ state }) => state);
    if (outcomes.includes('awaited')) return 'conversion_awaiting_approval';
    if (outcomes.includes('booked')) return 'converting';
    if (outcomes.at(-1) === 'failed') return 'conversion_failed';
    if (!this.isCollected) return this.payments.length > 0 ? 'part_collected' : 'pending';
    if (!this.isConverted) return 'collected';
    return this.isReleased && this.isPaidOut ? 'paid_out' : 'settled';
  }

  /** One that waits is in good hands; one that came to nothing needs somebody. */
  private get approvalState(): FxState {
    const states = [...this.approvals.values()];
    return states.find((state) => state === 'payout_declined') ?? 'payout_awaiting_approval';
  }

  /** A payout came back and nothing has replaced it: a person has to mend the account. */
  get hasRejectedPayout(): boolean {
    return !this.isPaidOut && [...this.payouts.values()].some(({ state }) => state === 'rejected');
  }

  /** Every fen that was released to the seller has arrived in their account, or has paid what they owed. */
  get isPaidOut(): boolean {
    return !this.sumReleased().isMoreThan(this.sumPaid());
  }

  /** What was given back, when dues were owed no more, has been converted and released. */
  get areReturnsPassed(): boolean {
    return this.duesReturned.length === 0 || (this.isConverted && this.isReleased);
  }

  /** How many settled conversions, paid claims or drawn advances have passed the waterfall. */
  releasedFrom(source: 'collection' | 'refund' | 'advance'): number {
    return new Set(this.released.filter((one) => one.source === source).map(({ sourceId }) => sourceId)).size;
  }

  /** What was received and not kept for dues in its own currency has been sold. Where dues took all, nothing is to sell. */
  private get isConverted(): boolean {
    return !this.sumReceived().minus(this.sumDues()).isMoreThan(this.sumSold());
  }

  /** Whatever was converted has passed the waterfall. */
  private get isReleased(): boolean {
    const settled = [...this.conversions.values()].filter(({ state }) => state === 'settled');
    return this.releasedFrom('collection') >= settled.length;
  }

  private convert(id: string, state: ConversionOutcome, sold: MoneyJson | null = null): void {
    // A late `booked` does not undo what came of it.
    if (state === 'booked' && this.conversions.get(id)?.state === 'settled') return;
    this.conversions.delete(id);
    this.conversions.set(id, { state, sold });
  }

  private hearApproval({ type, data: { subject } }: ApprovalEvent): void {
    const payoutId = parseId('payout', subject.id);
    if (type === 'approvals.request.approved') this.approvals.delete(payoutId);
    else
      this.approvals.set(
        payoutId,
        type === 'approvals.request.created' ? 'payout_awaiting_approval' : 'payout_declined',
      );
  }

  /** What came back, or was not approved, has been sent. */
  private forgetSetbacks(payoutId: string): void {
    this.approvals.delete(payoutId);
    for (const [id, { state }] of this.payouts) if (state === 'rejected') this.payouts.delete(id);
  }

  private pay(id: string, state: 'confirmed' | 'rejected', amount: MoneyJson | null): void {
    if (this.payouts.get(id)?.state !== 'confirmed') this.payouts.set(id, { state, amount });
  }

  private sumReceived(): Money {
    return sumIn(
      this.payments.map(({ amount }) => amount),
      this.currency,
    );
  }

  private sumDues(): Money {
    const taken = this.payments.map(({ duesTaken }) => duesTaken);
    return sumIn(taken, this.currency).minus(sumIn(this.duesReturned, this.currency));
  }

  private sumSold(): Money {
    return sumIn(known([...this.conversions.values()].map(({ sold }) => sold)), this.currency);
  }

  private sumReleased(): Money {
    return sumIn(
      this.released.map(({ amount }) => amount),
      'CNY',
    );
  }

  private sumPaid(): Money {
    const paidOut = known([...this.payouts.values()].map(({ amount }) => amount));
    return sumIn([...paidOut, ...this.duesBought], 'CNY');
  }
}

function known(amounts: readonly (MoneyJson | null)[]): MoneyJson[] {
  return amounts.filter((amount) => amount !== null);
}
