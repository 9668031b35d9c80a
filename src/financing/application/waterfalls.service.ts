import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { Ledger } from '../../ledger/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { equal, type Page, page, type PageQuery } from '../../platform/http/paging.js';
import { enqueue, publish } from '../../platform/outbox/outbox.js';
import { type Accrued } from '../domain/accrual/accrual.js';
import { type Closing } from '../domain/products/vocabulary.js';
import { type Cascade, type PaidLoan, type RankedLoan, splitOverLoans, totalOfLoan } from '../domain/waterfall.js';
import { Advance } from '../entities/advance.entity.js';
import { followAdvance } from '../entities/loan-accounts.table.js';
import {
  addRepayment,
  keepSplit,
  type Receipt,
  takeReceipt,
  WATERFALL_COLUMNS,
  waitingReceipts,
  type WaterfallRow,
} from '../entities/waterfalls.table.js';
import { TELL_REPAYMENT } from '../jobs/financing.job.js';
import { Accruals } from './accrual/accruals.service.js';
import { bookSplit } from './books.js';
import { moveHeld } from './limits/limit-rows.js';
import { Pledges } from './pledges.service.js';
import { closeWriteOff } from './write-offs/recovered.js';
import { linesOf } from './waterfall-lines.js';

const LIVE = `
  SELECT * FROM financing.advance
  WHERE tenant_id = $1 AND (
    (order_id = $2 AND state IN ('requested', 'drawn', 'written_off'))
    OR (id = $3 AND state IN ('requested', 'drawn', 'written_off'))
    OR (seller_id = $4 AND order_id IS NULL AND state IN ('drawn', 'written_off') AND coalesce(next_due_on, maturity_on) <= $5))
  ORDER BY id FOR NO KEY UPDATE`;

/** A loan that takes part, and what is owed of it by the books. */
interface Payer {
  readonly advance: Advance;
  readonly part: LoanPart;
  /** Null of one that was written off. */
  readonly booked: Accrued | null;
}

/** Splits what arrives for an order: the lenders first where they may take it, then other dues, the rest for the SME. */
@Injectable()
export class Waterfalls {
  constructor(
    private readonly ledger: Ledger,
    private readonly accruals: Accruals,
    private readonly pledges: Pledges,
  ) {}

  /** Takes a receipt and splits it, unless an advance that would take part of it is still being decided. */
  async take(tx: Tx, receipt: Receipt): Promise<void> {
    const row = await takeReceipt(tx, receipt, this.today(tx));
    if (row === null) return; // it came before
    await this.flow(tx, row);
  }

  /** The lender has decided: what waited for that is split now. */
  async resume(tx: Tx, orderId: string): Promise<void> {
    for (const row of await waitingReceipts(tx, orderId)) await this.flow(tx, row);
  }

  list(view: View, query: PageQuery & { readonly orderUuid?: string | undefined }): Promise<Page<WaterfallRow>> {
    const conditions = equal('order_id', query.orderUuid);
    return page<WaterfallRow>(view, { table: 'financing.waterfall', columns: WATERFALL_COLUMNS, query, conditions });
  }

  private async flow(tx: Tx, row: WaterfallRow): Promise<void> {
    const today = this.today(tx);
    const live = await this.liveAdvances(tx, row, today);
    // The lender may still pay out against it.
    if (live.some((each) => each.state === 'requested' && awaits(each, row.source))) return;
    const payers = await this.payersOf(tx, row, live, today);
    const other = await this.otherDues(tx, row);
    const amount = Money.ofMinor(BigInt(row.amount_minor), row.currency);
    const ranked = (isOfOrder: boolean): RankedLoan[] =>
      payers.filter((each) => isOf(each.advance, row) === isOfOrder).map((each) => rankedLoan(each, today));
    const cascade = splitOverLoans(amount, ranked(true), other, ranked(false));
    await this.keep(tx, row, payers, cascade, today);
    await bookSplit(this.ledger, tx, {
      waterfallId: row.id,
      orderId: row.order_id,
      sellerId: row.seller_id,
      valueDate: today,
      cascade,
      recovered: new Set(payers.filter(({ booked }) => booked === null).map(({ advance }) => advance.id)),
    });
    for (const { id, paid } of [...cascade.loans, ...cascade.later]) {
      const payer = payers.find(({ advance }) => advance.id === id);
      if (payer !== undefined) await this.repay(tx, row, payer, paid, today);
    }
    // Of what is paid for the loan's sake, never more than is owed, nothing is anybody's proceeds.
    if (row.source !== 'guarantee' && row.source !== 'repayment') {
      await this.release(tx, row, row.source, cascade.total.released);
    }
  }

  /** Those that take part, with their interest in the books up to the day. */
  private async payersOf(tx: Tx, row: WaterfallRow, live: readonly Advance[], day: LocalDate): Promise<Payer[]> {
    const payers: Payer[] = [];
    for (const advance of live) {
      const part = partOf(advance, row, day);
      if (part === null) continue;
      // Of one that was written off nothing runs any more.
      const isRunning = advance.state !== 'written_off';
      const booked = isRunning ? await this.accruals.catchUp(tx, advance, { day, occasion: row.id }) : null;
      payers.push({ advance, part, booked });
    }
    return payers;
  }

  private async keep(
    tx: Tx,
    { id }: WaterfallRow,
    payers: readonly Payer[],
    cascade: Cascade,
    valueDate: LocalDate,
  ): Promise<void> {
    const lenders = new Map(payers.map(({ advance }) => [advance.id, advance.terms?.lender.code ?? null]));
    const lines = linesOf(cascade, lenders);
    const [first] = [...cascade.loans, ...cascade.later];
    await keepSplit(tx, { id, advanceId: first?.id ?? null, split: cascade.total, lines, valueDate });
  }

  private async repay(
    tx: Tx,
    row: WaterfallRow,
    { advance, booked }: Payer,
    paid: PaidLoan['paid'],
    today: LocalDate,
  ): Promise<void> {
    advance.pay({ ...paid, valueDate: today }, tx.now);
    await tx.store(Advance, advance);
    if (booked !== null) {
      const [interest, penalty] = [booked.interest - paid.interest.minor, booked.penalty - paid.penalty.minor];
      await followAdvance(tx, advance, { interest, penalty });
    }
    if (totalOfLoan(paid).isZero()) return;
    // What is recovered restores no limit.
    if (booked !== null) await moveHeld(tx, advance.id, { used: -paid.principal.minor });
    const repaymentId = await addRepayment(tx, row, { advanceId: advance.id, paid, valueDate: today });
    enqueue(tx, TELL_REPAYMENT, { repaymentId });
    if (advance.state === 'repaid') await this.end(tx, advance);
    else if (advance.state === 'recovered') await this.recover(tx, advance);
    else this.sayReduced(tx, advance, totalOfLoan(paid));
  }

  private sayReduced(tx: Tx, { id, orderId, outstanding, state }: Advance, paid: Money): void {
    publish(tx, {
      type: 'financing.advance.part_repaid',
      resource: { type: 'advance', id },
      orderId,
      changed: ['outstanding'],
      data: {
        ...{ paid: paid.toJSON(), outstanding: outstanding.toJSON() },
        state: state === 'written_off' ? state : 'drawn',
      },
    });
  }

  private async recover(tx: Tx, advance: Advance): Promise<void> {
    await this.pledges.release(tx, advance.id);
    await closeWriteOff(tx, advance, Money.zero(advance.principal.currency));
  }

  private async end(tx: Tx, advance: Advance): Promise<void> {
    await this.pledges.release(tx, advance.id);
    const paid = await this.paidInAll(tx, advance);
    publish(tx, {
      type: 'financing.advance.repaid',
      resource: { type: 'advance', id: advance.id },
      orderId: advance.orderId,
      changed: ['state', 'outstanding'],
      data: paid,
    });
  }

  /** Said even when nothing is left: the order waits for the word that this receipt has passed. */
  private async release(
    tx: Tx,
    row: WaterfallRow,
    source: Exclude<Receipt['source'], 'guarantee' | 'repayment'>,
    released: Money,
  ): Promise<void> {
    const isOfNoOrder = source === 'advance' && row.order_id === null;
    const lent = isOfNoOrder ? await tx.find(Advance, row.source_id) : null;
    publish(tx, {
      type: 'financing.proceeds.released',
      resource: { type: 'waterfall', id: row.id },
      orderId: row.order_id,
      creates: true,
      data: {
        ...{ source, amount: released.toJSON() },
        ...{ sellerId: publicId('party', row.seller_id), sourceId: row.source_id },
        ...(lent?.subject.kind === 'forward' ? { forwardId: publicId('forward', lent.subject.id) } : {}),
      },
    });
  }

  /**
   * The loans of the order, or the one that is named, and what the seller is late with on no order. Always in this order, so that two
   * receipts never wait for each other.
   */
  private liveAdvances(tx: Tx, row: WaterfallRow, today: LocalDate): Promise<Advance[]> {
    const { order_id: orderId, seller_id: sellerId, advance_id: named } = row;
    const values = [tx.tenantId, orderId, named, RELEASES.has(row.source) ? sellerId : null, today];
    return tx.entities(Advance, LIVE, values);
  }

  /** What the client owes for this order in the receipt's currency: freight that the platform booked, for example. */
  private async otherDues(tx: Tx, row: WaterfallRow): Promise<Money> {
    if (row.order_id === null || GIVES_NO_DUES.has(row.source)) return Money.zero(row.currency);
    const { posted } = await this.ledger.balance(tx, {
      code: 'client_dues',
      partyId: row.seller_id,
      currency: row.currency,
      orderId: row.order_id,
    });
    return posted.isNegative() ? Money.zero(row.currency) : posted;
  }

  private async paidInAll(
    tx: Tx,
    { id, principal }: Advance,
  ): Promise<{
    principal: ReturnType<Money['toJSON']>;
    interest: ReturnType<Money['toJSON']>;
    fees: ReturnType<Money['toJSON']>;
  }> {
    const [sums] = await tx.query<{ interest: string; fees: string }>(
      `SELECT sum(interest_minor)::text AS interest, sum(fees_minor)::text AS fees FROM financing.repayment
       WHERE tenant_id = $1 AND advance_id = $2`,
      [tx.tenantId, id],
    );
    const money = (minor: string | undefined): ReturnType<Money['toJSON']> =>
      Money.ofMinor(BigInt(minor ?? '0'), principal.currency).toJSON();
    return { principal: principal.toJSON(), interest: money(sums?.interest), fees: money(sums?.fees) };
  }

  private today(tx: Tx): LocalDate {
    return dateInZone(tx.now, CHINA);
  }
}

/** The lender's own money, and what is paid for a loan's sake, settle nothing else that the client owes. */
const GIVES_NO_DUES: ReadonlySet<Receipt['source']> = new Set(['advance', 'guarantee', 'repayment']);

/** What a receipt is called where a product says what repays it. */
const CLOSING: Readonly<Record<Receipt['source'], Closing | null>> = {
  refund: 'refund_paid',
  collection: 'collection_received',
  advance: null,
  guarantee: null,
  repayment: null,
  indemnity: null,
  recovery: null,
};

/** What comes in the place of what the buyer owes, or of what the client owes, repays whatever is lent on the order. */
const OF_THE_RECEIVABLE: ReadonlySet<Receipt['source']> = new Set(['guarantee', 'indemnity', 'recovery']);

/** Of these, what is left goes to the seller: it is late with nothing then. */
const RELEASES: ReadonlySet<Receipt['source']> = new Set(['collection', 'refund', 'indemnity', 'recovery']);

/** Paid for one loan; calls of before named none. */
const NAMED: ReadonlySet<Receipt['source']> = new Set(['guarantee', 'repayment']);

/** Money that would repay a loan waits for its lender's word: what came before that would be lost to it. */
function awaits(advance: Advance, source: Receipt['source']): boolean {
  const closing = CLOSING[source];
  return closing !== null && advance.closesBy.includes(closing);
}

/** All that is owed of a loan, or what of it has fallen due. */
type LoanPart = 'all' | 'due';

function isOf({ id, orderId }: Advance, { order_id: order, advance_id: named }: WaterfallRow): boolean {
  return orderId === null ? id === named : orderId === order;
}

/**
 * What a product names repays its loans, and so does what an insurer pays; a collection repays others only where their refund will not
 * come, or they are late. What its client or the group pays repays the one that it is paid for. What has fallen due on no order is
 * taken of whatever would go to the seller. A loan in another currency takes no part: nothing is exchanged on the way.
 */
function partOf(advance: Advance, row: WaterfallRow, today: LocalDate): LoanPart | null {
  const { source, currency, advance_id: named } = row;
  if (!advance.isOwed || source === 'advance' || advance.principal.currency !== currency) return null;
  if (NAMED.has(source) && named !== null) return advance.id === named ? 'all' : null;
  if (isOf(advance, row)) {
    const closing = CLOSING[source];
    const closes = closing !== null && advance.closesBy.includes(closing);
    if (closes || OF_THE_RECEIVABLE.has(source) || advance.takesCollections(today)) return 'all';
  }
  const isLate = advance.orderId === null || advance.instalments !== null;
  return isLate && advance.isDueOn(today) ? 'due' : null;
}

function rankedLoan({ advance, part }: Payer, day: LocalDate): RankedLoan {
  const { id, lenderRank: rank, drawnOn } = advance;
  const owed = part === 'due' ? advance.dueOn(day) : advance.duesOn(day, Money.zero(advance.principal.currency));
  return { id, rank, drawnOn: drawnOn ?? day, owed };
}
