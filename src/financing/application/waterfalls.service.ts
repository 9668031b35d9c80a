import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { Ledger } from '../../ledger/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { equal, type Page, page, type PageQuery } from '../../platform/http/paging.js';
import { enqueue, publish } from '../../platform/outbox/outbox.js';
import { type Closing } from '../domain/products/vocabulary.js';
import { type Split, noDues, splitReceipt } from '../domain/waterfall.js';
import { Advance } from '../entities/advance.entity.js';
import { TELL_REPAYMENT } from '../jobs/financing.job.js';
import { bookSplit } from './books.js';
import { moveHeld } from './limits/limit-rows.js';
import { Pledges } from './pledges.service.js';

/** Money that arrived for an order. */
export interface Receipt {
  readonly source: 'collection' | 'refund' | 'advance' | 'guarantee';
  /** The conversion, the claim, the advance, or the round of a call on a guarantee group, that it came from: a receipt is split once. */
  readonly sourceId: string;
  readonly orderId: string;
  readonly sellerId: string;
  readonly amount: Money;
}

export interface WaterfallRow {
  readonly id: string;
  readonly order_id: string;
  readonly seller_id: string;
  readonly advance_id: string | null;
  readonly source: Receipt['source'];
  readonly source_id: string;
  readonly state: 'waiting' | 'split';
  readonly currency: string;
  readonly amount_minor: string;
  readonly fees_minor: string;
  readonly penalty_minor: string;
  readonly interest_minor: string;
  readonly principal_minor: string;
  readonly dues_minor: string;
  readonly released_minor: string;
  readonly value_date: string;
  readonly created_at: Date;
}

const COLUMNS = `id, order_id, seller_id, advance_id, source, source_id, state, currency, amount_minor, fees_minor, penalty_minor,
  interest_minor, principal_minor, dues_minor, released_minor, value_date::text AS value_date, created_at`;

const TAKE = `
  INSERT INTO financing.waterfall (tenant_id, id, order_id, seller_id, source, source_id, state, currency, amount_minor, value_date, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8, $9, $10)
  ON CONFLICT (tenant_id, source, source_id) DO NOTHING RETURNING ${COLUMNS}`;

const WAITING = `
  SELECT ${COLUMNS} FROM financing.waterfall
  WHERE tenant_id = $1 AND order_id = $2 AND state = 'waiting' ORDER BY id FOR NO KEY UPDATE`;

const SPLIT = `
  UPDATE financing.waterfall SET state = 'split', advance_id = $3, fees_minor = $4, penalty_minor = $5, interest_minor = $6,
    principal_minor = $7, dues_minor = $8, released_minor = $9, value_date = $10
  WHERE tenant_id = $1 AND id = $2`;

const REPAY = `
  INSERT INTO financing.repayment (tenant_id, id, advance_id, waterfall_id, currency, principal_minor, interest_minor, fees_minor,
                                   value_date, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** Splits what arrives for an order: the lender first where it may take it, then other dues, the rest for the SME. */
@Injectable()
export class Waterfalls {
  constructor(
    private readonly ledger: Ledger,
    private readonly pledges: Pledges,
  ) {}

  /** Takes a receipt and splits it, unless an advance that would take part of it is still being decided. */
  async take(tx: Tx, receipt: Receipt): Promise<void> {
    const { source, sourceId, orderId, sellerId, amount } = receipt;
    const values = [
      tx.tenantId,
      newId(),
      orderId,
      sellerId,
      source,
      sourceId,
      amount.currency,
      amount.minor.toString(),
    ];
    const [row] = await tx.query<WaterfallRow>(TAKE, [...values, this.today(tx), tx.now]);
    if (row === undefined) return; // it came before
    await this.flow(tx, row, await this.liveAdvance(tx, orderId));
  }

  /** The lender has decided: what waited for that is split now. */
  async resume(tx: Tx, orderId: string): Promise<void> {
    const waiting = await tx.query<WaterfallRow>(WAITING, [tx.tenantId, orderId]);
    for (const row of waiting) await this.flow(tx, row, await this.liveAdvance(tx, orderId));
  }

  list(view: View, query: PageQuery & { readonly orderUuid?: string | undefined }): Promise<Page<WaterfallRow>> {
    return page<WaterfallRow>(view, {
      table: 'financing.waterfall',
      columns: COLUMNS,
      query,
      conditions: equal('order_id', query.orderUuid),
    });
  }

  private async flow(tx: Tx, row: WaterfallRow, advance: Advance | null): Promise<void> {
    if (row.source === 'refund' && advance?.state === 'requested') return; // the lender may still pay out against it
    const today = this.today(tx);
    const amount = Money.ofMinor(BigInt(row.amount_minor), row.currency);
    const payer = advance !== null && takesPart(advance, row.source, today) ? advance : null;
    const other = GIVES_NO_DUES.has(row.source) ? Money.zero(row.currency) : await this.otherDues(tx, row);
    const dues = payer === null ? { ...noDues(row.currency), other } : payer.duesOn(today, other);
    const split = splitReceipt(amount, dues);
    await this.keep(tx, row, payer, split, today);
    await bookSplit(this.ledger, tx, {
      waterfallId: row.id,
      orderId: row.order_id,
      sellerId: row.seller_id,
      valueDate: today,
      split,
    });
    if (payer !== null) await this.repay(tx, row, payer, split, today);
    // What a guarantee group pays is never more than is owed: nothing of it is anybody's proceeds.
    if (row.source !== 'guarantee') this.release(tx, row, row.source, split.released);
  }

  private async keep(tx: Tx, row: WaterfallRow, payer: Advance | null, split: Split, today: LocalDate): Promise<void> {
    const parts = [split.fees, split.penalty, split.interest, split.principal, split.other, split.released];
    const minors = parts.map(({ minor }) => minor.toString());
    await tx.query(SPLIT, [tx.tenantId, row.id, payer?.id ?? null, ...minors, today]);
  }

  private async repay(tx: Tx, row: WaterfallRow, advance: Advance, split: Split, today: LocalDate): Promise<void> {
    const { fees, penalty, interest, principal } = split;
    if (fees.plus(penalty).plus(interest).plus(principal).isZero()) return;
    advance.pay({ fees, penalty, interest, principal, valueDate: today }, tx.now);
    await tx.store(Advance, advance);
    await moveHeld(tx, advance.id, { used: -principal.minor });
    const repaymentId = newId();
    const minors = [principal, interest.plus(penalty), fees].map(({ minor }) => minor.toString());
    const values = [tx.tenantId, repaymentId, advance.id, row.id, row.currency, ...minors, today, tx.now];
    await tx.query(REPAY, values);
    enqueue(tx, TELL_REPAYMENT, { repaymentId });
    if (advance.state !== 'repaid') return;
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
  private release(tx: Tx, row: WaterfallRow, source: Exclude<Receipt['source'], 'guarantee'>, released: Money): void {
    publish(tx, {
      type: 'financing.proceeds.released',
      resource: { type: 'waterfall', id: row.id },
      orderId: row.order_id,
      creates: true,
      data: { source, amount: released.toJSON(), sourceId: row.source_id },
    });
  }

  private async liveAdvance(tx: Tx, orderId: string): Promise<Advance | null> {
    const found = await tx.manager.findOne(Advance, {
      where: [
        { tenantId: tx.tenantId, orderId, state: 'requested' },
        { tenantId: tx.tenantId, orderId, state: 'drawn' },
      ],
      lock: { mode: 'for_no_key_update' },
    });
    return found;
  }

  /** What the client owes for this order in the receipt's currency: freight that the platform booked, for example. */
  private async otherDues(tx: Tx, row: WaterfallRow): Promise<Money> {
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

/** The lender's own money, and that of a guarantee group, settle nothing else that the client owes. */
const GIVES_NO_DUES: ReadonlySet<Receipt['source']> = new Set(['advance', 'guarantee']);

/** What a receipt is called where a product says what repays it. */
const CLOSING: Readonly<Record<Receipt['source'], Closing | null>> = {
  refund: 'refund_paid',
  collection: 'collection_received',
  advance: null,
  guarantee: null,
};

/** A refund repays its advance, and so does a guarantee group; a collection does only where the refund will not come, or is late. */
function takesPart(advance: Advance, source: Receipt['source'], today: LocalDate): boolean {
  if (advance.state !== 'drawn' || source === 'advance') return false;
  const isClosing = CLOSING[source];
  return (
    (isClosing !== null && advance.closesBy.includes(isClosing)) ||
    source === 'guarantee' ||
    advance.takesCollections(today)
  );
}
