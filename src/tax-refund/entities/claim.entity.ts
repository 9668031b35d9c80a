import { Check, Entity } from 'typeorm';

import { type ApprovalStanding, isAwaiting } from '../../kernel/approval-standing.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { MoneyColumns } from '../../platform/database/columns.js';
import { type ClaimHold } from '../domain/agency-gate.js';
import { type DisallowedLine } from '../domain/bureau-news.js';
import { type Granted } from '../domain/granted.js';
import { CLAIM_MACHINE, CLAIM_STATES, type ClaimCommand, type ClaimState } from '../domain/claim-status.js';
import { afterCheck, type Answer, type Doubt, type KnownDoubt } from '../domain/doubt.js';
import { type Finding } from '../domain/finding.js';
import { holdOf } from '../domain/hold.js';
import { type Inquiry } from '../domain/inquiry.js';
import { BUSINESS_TYPES, type BusinessType } from '../domain/overseas-advance.js';
import { patienceMs } from '../domain/patience.js';
import { type Regime, REGIMES } from '../domain/regime.js';
import { type ClaimCalculation, ClaimColumns, type ClaimedDeclaration, type CorrectionFacts } from './claim-columns.js';

/** Who is paid the refund. */
export interface RefundAccount {
  readonly accountNumber: string;
  readonly accountHolder: string;
}

export interface NewClaim {
  readonly tenantId: string;
  readonly id: string;
  readonly orderId: string;
  readonly orderReference: string;
  readonly sellerId: string;
  readonly regime: Regime;
  readonly businessType: BusinessType | null;
  readonly period: string;
  readonly taxpayer: { readonly name: string; readonly uscc: string };
  readonly account: RefundAccount;
  readonly entryNumber: string;
  readonly exportDate: LocalDate;
  readonly declarations: readonly ClaimedDeclaration[];
  readonly taxable: Money;
  /** Of both taxes. */
  readonly refund: Money;
  readonly consumptionTax: Money;
  readonly nonRefundableVat: Money;
  readonly exemptCredit: Money;
  readonly calculation: ClaimCalculation;
  readonly checks: readonly Finding[];
  readonly deadlines: {
    readonly collectBy: LocalDate;
    readonly fileBy: LocalDate;
    readonly filingExpiresOn: LocalDate | null;
    readonly deemedDomesticOn: LocalDate | null;
  };
}

/** What a correction claims; all of it zero or below, but of a manufacturer, whose period decides. */
type CorrectionFigures = Pick<
  NewClaim,
  | 'tenantId'
  | 'id'
  | 'period'
  | 'taxable'
  | 'refund'
  | 'consumptionTax'
  | 'nonRefundableVat'
  | 'exemptCredit'
  | 'calculation'
>;

/** When something happens, and whose world it happens in: the sandbox's is quicker. */
export interface Moment {
  readonly now: Date;
  readonly livemode: boolean;
}

/** The refund claimed for one order, and how far the tax bureau is with it. All money in CNY. */
@Entity({ schema: 'tax_refund', name: 'claim' })
@Check('ck_claim_state', oneOf('state', CLAIM_STATES))
@Check('ck_claim_regime', oneOf('regime', REGIMES))
@Check('ck_claim_business_type', oneOf('business_type', BUSINESS_TYPES))
export class Claim extends ClaimColumns {
  static match({ taxpayer, account, deadlines, ...given }: NewClaim, now: Date): Claim {
    const { taxable, refund, consumptionTax, nonRefundableVat, exemptCredit, ...facts } = given;
    return Object.assign(new Claim(), {
      ...facts,
      ...deadlines,
      state: 'matched',
      attempt: 0,
      taxpayerName: taxpayer.name,
      taxpayerNumber: taxpayer.uscc,
      accountNumber: account.accountNumber,
      accountHolder: account.accountHolder,
      taxableColumns: MoneyColumns.from(taxable),
      refundColumns: MoneyColumns.from(refund),
      nonRefundableColumns: MoneyColumns.from(nonRefundableVat),
      exemptCreditColumns: MoneyColumns.from(exemptCredit),
      consumptionTaxColumns: MoneyColumns.from(consumptionTax),
      awardedColumns: MoneyColumns.from(refund),
      awardedConsumptionTaxColumns: MoneyColumns.from(consumptionTax),
      acceptanceNumber: null,
      treasuryReference: null,
      reason: null,
      queriedAt: null,
      answers: [],
      inquiries: [],
      doubts: [],
      withheldAt: null,
      disallowed: [],
      receivableTransferId: null,
      filedAt: null,
      approvedAt: null,
      paidAt: null,
      expectedBy: null,
      asks: 0,
      approval: null,
      agencyAgreementId: null,
      filingBatchId: null,
      correctsId: null,
      correction: null,
      held: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  /** A claim below zero that corrects another one. It takes no time limit: what is to be given back is always taken. */
  static correct(corrected: Claim, correction: CorrectionFacts, figures: CorrectionFigures, now: Date): Claim {
    const { taxpayerName: name, taxpayerNumber: uscc, collectBy, fileBy } = corrected;
    const claim = Claim.match(
      {
        ...corrected,
        ...figures,
        ...{ taxpayer: { name, uscc }, account: corrected, checks: [] },
        deadlines: { collectBy, fileBy, filingExpiresOn: null, deemedDomesticOn: null },
      },
      now,
    );
    return Object.assign(claim, { correctsId: corrected.id, correction });
  }

  get allowedActions(): ClaimCommand[] {
    const actions = CLAIM_MACHINE.allowedActions(this.state);
    const waits = isAwaiting(this.approval) || this.filingBatchId !== null;
    return waits ? actions.filter((action) => action !== 'file') : actions;
  }

  /** It waits in a batch, to be filed with others; null: not any more. */
  gather(filingBatchId: string | null, { now }: Pick<Moment, 'now'>): void {
    Object.assign(this, { filingBatchId, approval: null, updatedAt: now });
  }

  /** Its filing waits for a second person, came to nothing, or waits no more: null. */
  stand(approval: ApprovalStanding | null, { now }: Pick<Moment, 'now'>): void {
    Object.assign(this, { approval, updatedAt: now });
  }

  /** Under which agreement the next attempt is filed; null where none is asked for. */
  entrust(agencyAgreementId: string | null, { now }: Pick<Moment, 'now'>): void {
    Object.assign(this, { agencyAgreementId, held: null, updatedAt: now });
  }

  /** It is not filed, and this is why. */
  stay(held: ClaimHold, { now }: Pick<Moment, 'now'>): void {
    Object.assign(this, { held, agencyAgreementId: null, updatedAt: now });
  }

  /** It is not sent after all. */
  hold(held: ClaimHold, moment: Moment): void {
    this.become('hold', { held, agencyAgreementId: null, filingBatchId: null }, moment);
  }

  /** A new attempt, with a reference of its own, in the batch that it waits in, if it does. */
  file(moment: Moment): void {
    const awarded = { awardedColumns: this.refundColumns, awardedConsumptionTaxColumns: this.consumptionTaxColumns };
    this.become('file', { ...NO_ANSWER, ...awarded, attempt: this.attempt + 1, approval: null }, moment);
  }

  send(acceptanceNumber: string, moment: Moment): void {
    // It passed the self-check: what blocked is mended.
    const doubts = afterCheck(this.doubts, []);
    this.become('send', { acceptanceNumber, doubts, filedAt: moment.now }, moment);
  }

  /** The bureau never had it after all. */
  resend(moment: Moment): void {
    this.become('resend', { acceptanceNumber: null, filedAt: null }, moment);
  }

  /** The booking that the present attempt stands on; null when it was taken back. */
  book(receivableTransferId: string | null): void {
    Object.assign(this, { receivableTransferId });
  }

  accept(moment: Moment): void {
    this.become('accept', {}, moment);
  }

  /** The self-check found doubts. What blocks holds it back. */
  doubt(found: readonly Doubt[], moment: Moment): void {
    const doubts = afterCheck(this.doubts, found);
    this.become('doubt', { doubts, held: holdOf(doubts), filingBatchId: null }, moment);
  }

  /** The doubts, with another answer. */
  explainDoubts(doubts: readonly KnownDoubt[], { now }: Moment): void {
    Object.assign(this, { doubts, updatedAt: now });
  }

  query(inquiry: Inquiry, moment: Moment): void {
    const { question: reason, askedAt } = inquiry;
    const inquiries = [...this.inquiries, inquiry];
    this.become('query', { reason, queriedAt: new Date(askedAt), inquiries }, moment);
  }

  /** The inquiry that waits for its answer. */
  get openInquiry(): Inquiry | null {
    return this.state === 'queried' ? (this.inquiries.at(-1) ?? null) : null;
  }

  answer(answer: Answer, moment: Moment): void {
    const inquiries = this.changed({ answers: [...(this.openInquiry?.answers ?? []), answer], isOverdue: false });
    this.become('answer', { answers: [...this.answers, answer], inquiries }, moment);
  }

  /** The open inquiry, with another last day, or overdue. */
  changeInquiry(change: Partial<Inquiry>, { now }: Moment): void {
    Object.assign(this, { inquiries: this.changed(change), updatedAt: now });
  }

  withhold(reason: string, withheldAt: Date, moment: Moment): void {
    this.become('withhold', { reason, withheldAt }, moment);
  }

  resume(withheldAt: Date, moment: Moment): void {
    this.become('resume', { withheldAt }, moment);
  }

  /** @param lines what is not refunded, where the bureau says which items */
  approve(granted: Granted, reason: string | null, lines: readonly DisallowedLine[], moment: Moment): void {
    const disallowed = lines.map(({ amount, ...line }) => ({ ...line, amount: amount.toAmountString() }));
    this.become('approve', { ...awarded(granted), reason, disallowed, approvedAt: moment.now }, moment);
  }

  pay(granted: Granted, treasuryReference: string, moment: Moment): void {
    this.become('pay', { ...awarded(granted), treasuryReference, paidAt: moment.now }, moment);
  }

  /** Why less was granted, told after the payment. */
  explain(reason: string | null, { now }: Moment): void {
    Object.assign(this, { reason, updatedAt: now });
  }

  /** Something that was checked stands otherwise now. */
  recheck(checks: readonly Finding[], { now }: Pick<Moment, 'now'>): void {
    Object.assign(this, { checks, updatedAt: now });
  }

  /** Something beside it has changed. */
  touch(now: Date): void {
    Object.assign(this, { updatedAt: now });
  }

  clawBack(reason: string, moment: Moment): void {
    this.become('claw_back', { reason }, moment);
  }

  /** Nothing is owed to the bureau any more. */
  settle(moment: Moment): void {
    this.become('settle', {}, moment);
  }

  close(moment: Moment): void {
    this.become('close', {}, moment);
  }

  reject(reason: string, moment: Moment): void {
    this.become('reject', { reason, ...NOTHING, filingBatchId: null }, moment);
  }

  abandon(reason: string, moment: Moment): void {
    this.become('abandon', { reason, ...NOTHING, approval: null, filingBatchId: null }, moment);
  }

  /** Nothing came: wait again, longer. */
  waitLonger({ now, livemode }: Moment): void {
    const asks = this.asks + 1;
    Object.assign(this, { asks, expectedBy: deadline(this.state, asks, { now, livemode }), updatedAt: now });
  }

  private changed(change: Partial<Inquiry>): readonly Inquiry[] {
    const { openInquiry } = this;
    return this.inquiries.map((inquiry) => (inquiry === openInquiry ? { ...inquiry, ...change } : inquiry));
  }

  private become(command: ClaimCommand, changes: object, moment: Moment): void {
    const state = CLAIM_MACHINE.next(this.state, command);
    Object.assign(this, { ...changes, state, asks: 0, expectedBy: deadline(state, 0, moment), updatedAt: moment.now });
  }
}

const NO_MONEY = MoneyColumns.from(Money.zero('CNY'));
const NOTHING = { awardedColumns: NO_MONEY, awardedConsumptionTaxColumns: NO_MONEY } as const;
const NO_ANSWER = {
  ...{ acceptanceNumber: null, reason: null, queriedAt: null, filedAt: null, approvedAt: null },
  ...{ withheldAt: null, disallowed: [], held: null },
} as const;

function awarded({ total, consumptionTax }: Granted): object {
  return {
    awardedColumns: MoneyColumns.from(total),
    awardedConsumptionTaxColumns: MoneyColumns.from(consumptionTax),
  };
}

function deadline(state: ClaimState, asks: number, { now, livemode }: Moment): Date | null {
  const patience = patienceMs(state, asks, livemode);
  return patience === null ? null : new Date(now.getTime() + patience);
}
