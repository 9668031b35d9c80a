import { Injectable } from '@nestjs/common';

import { newId } from '../../../kernel/ids.js';
import { addDays, CHINA, dateInZone, daysBetween, laterOf, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { reasonOf } from '../../../kernel/sentence.js';
import { OrderBook } from '../../../orders/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { isForeignReceipt } from '../../domain/bop/foreign-receipt.js';
import { SAY } from '../../domain/safe/safe.sentences.js';
import { type EnterpriseClass, tradeCreditReports } from '../../domain/safe/trade-credit-reports.js';
import { allowedDays, lookOn, reportBy, tooLongOn, type WatchedCredit } from '../../domain/safe/trade-credit-watch.js';
import { Allocation } from '../../entities/allocation.entity.js';
import { Collection } from '../../entities/collection.entity.js';
import { type DeclaredExport, exportsOf } from '../../entities/declared-exports.table.js';
import { classOn } from '../../entities/enterprise-classes.table.js';
import { Receivable } from '../../entities/receivable.entity.js';
import { TradeCreditReport } from '../../entities/trade-credit-report.entity.js';
import { expireTradeCredit, type TradeCreditPayload } from '../../jobs/safe.job.js';
import { announceCredit } from './trade-credit-news.js';

/** An advance or a deferral as facts show it. */
export interface FoundCredit {
  readonly receivable: Receivable;
  readonly type: WatchedCredit;
  readonly subjectId: string;
  readonly startedOn: LocalDate;
  readonly amount: Money;
}

/** Offices open at nine. China keeps UTC+8. */
const NINE = 'T09:00:00+08:00';

/** Trade credit as it comes about: money before goods, goods before money; and what of it SAFE wants to hear. */
@Injectable()
export class TradeCredits {
  constructor(private readonly orders: OrderBook) {}

  /** Money for an order of which nothing is exported yet is an advance. */
  async matched(tx: Tx, collectionId: string, orderId: string): Promise<void> {
    const found = await this.advanceOf(tx, collectionId, orderId);
    if (found === null) return;
    const enterpriseClass = await this.classOf(tx, found);
    const { readyDate } = (await this.orders.snapshot(tx, orderId)).freight;
    // Goods that were to be ready by now and have not left are not there before the money is.
    const expectedOn = laterOf(readyDate, found.startedOn);
    const planned = daysBetween(found.startedOn, expectedOn);
    if (planned > allowedDays('advance_receipt', enterpriseClass)) await this.open(tx, found, expectedOn);
    else this.watch(tx, found, 'look', lookOn(found.startedOn));
  }

  /** Goods have left: advances end, and what is not paid is deferred. */
  async exported(tx: Tx, orderId: string, declarationId: string): Promise<void> {
    const exports = await exportsOf(tx, orderId);
    const latest = exports.find((each) => each.declarationId === declarationId && !each.isVoid);
    if (latest === undefined) return;
    await this.settle(tx, orderId, 'advance_receipt', latest.exportDate);
    const found = await this.deferralOf(tx, orderId, latest);
    if (found !== null) this.watch(tx, found, 'look', lookOn(found.startedOn));
  }

  /** All the buyer owes has come: deferrals end. */
  async collected(tx: Tx, orderId: string): Promise<void> {
    await this.settle(tx, orderId, 'deferred_receipt', dateInZone(tx.now, CHINA));
  }

  /** A day has come on which a credit is looked at. */
  async look(tx: Tx, { orderId, type, subjectId, stage }: TradeCreditPayload): Promise<void> {
    const report = await this.reportOf(tx, orderId, type, subjectId);
    if (stage === 'late') {
      if (report?.state === 'due') announceCredit(tx, report, 'late');
      return;
    }
    const found = await this.find(tx, orderId, type, subjectId);
    if (found === null) return;
    if (report === null) await this.open(tx, found, null);
    else if (stage === 'long' && report.state === 'not_needed') await this.reopen(tx, report);
  }

  /** The latest credit of this kind on an order; null where there is none. */
  async latest(tx: Tx, orderId: string, type: WatchedCredit): Promise<FoundCredit | null> {
    if (type === 'deferred_receipt') {
      const [last] = (await exportsOf(tx, orderId)).filter(({ isVoid }) => !isVoid);
      return last === undefined ? null : this.deferralOf(tx, orderId, last);
    }
    const shares = await tx.manager.find(Allocation, {
      where: { tenantId: tx.tenantId, orderId },
      order: { id: 'DESC' },
      take: 1,
    });
    const [last] = shares;
    return last === undefined ? null : this.advanceOf(tx, last.collectionId, orderId);
  }

  /**
   * Opens the report of a credit, if there is none.
   * @param expectedOn when goods or money are expected; null where nobody has said
   */
  async open(tx: Tx, found: FoundCredit, expectedOn: LocalDate | null): Promise<TradeCreditReport> {
    const { receivable, type, subjectId, startedOn, amount } = found;
    const known = await this.reportOf(tx, receivable.id, type, subjectId);
    if (known !== null) return known;
    const enterpriseClass = await this.classOf(tx, found);
    const least = allowedDays(type, enterpriseClass) + 1;
    const days = expectedOn === null ? least : Math.max(0, daysBetween(startedOn, expectedOn));
    const { rule, steps } = tradeCreditReports(enterpriseClass, [{ type, days, occurredOn: startedOn }]);
    const report = TradeCreditReport.due({
      ...{ tenantId: tx.tenantId, id: newId(), orderId: receivable.id, partyId: receivable.partyId },
      ...{ type, subjectId, enterpriseClass, amount, startedOn, expectedOn },
      reportBy: reportBy(startedOn),
      explanation: { rule, steps },
      now: tx.now,
    });
    await tx.insert(TradeCreditReport, report);
    announceCredit(tx, report, 'due');
    this.watch(tx, found, 'late', addDays(report.reportBy, 1));
    return report;
  }

  /** What was said to be short is looked at again when it would have lasted too long. */
  watchLong(tx: Tx, { orderId, type, subjectId, enterpriseClass, startedOn }: TradeCreditReport): void {
    const dueAt = new Date(`${tooLongOn(type, enterpriseClass, startedOn)}${NINE}`);
    enqueue(tx, expireTradeCredit, { orderId, type, subjectId, stage: 'long' }, { dueAt });
  }

  async reopen(tx: Tx, report: TradeCreditReport): Promise<void> {
    report.reopen(tx.now);
    await tx.store(TradeCreditReport, report);
    announceCredit(tx, report, 'due');
  }

  private find(tx: Tx, orderId: string, type: WatchedCredit, subjectId: string): Promise<FoundCredit | null> {
    if (type === 'advance_receipt') return this.advanceOf(tx, subjectId, orderId);
    return exportsOf(tx, orderId).then((exports) => {
      const declared = exports.find((each) => each.declarationId === subjectId && !each.isVoid);
      return declared === undefined ? null : this.deferralOf(tx, orderId, declared);
    });
  }

  private async advanceOf(tx: Tx, collectionId: string, orderId: string): Promise<FoundCredit | null> {
    const receivable = await tx.lock(Receivable, orderId);
    const collection = await tx.find(Collection, collectionId);
    if (receivable === null || collection === null || !isForeignReceipt(collection)) return null;
    if ((await exportsOf(tx, orderId)).some(({ isVoid }) => !isVoid)) return null;
    const shares = await tx.manager.findBy(Allocation, { tenantId: tx.tenantId, collectionId, orderId });
    const amount = Money.sum(
      shares.map((share) => share.amount),
      collection.amount.currency,
    );
    if (amount.isZero()) return null;
    return { receivable, type: 'advance_receipt', subjectId: collectionId, startedOn: collection.bookedOn, amount };
  }

  private async deferralOf(tx: Tx, orderId: string, declared: DeclaredExport): Promise<FoundCredit | null> {
    const receivable = await tx.lock(Receivable, orderId);
    if (receivable?.state !== 'open') return null;
    const amount = receivable.expected.minus(receivable.received);
    if (amount.minor <= 0n) return null;
    const { declarationId: subjectId, exportDate: startedOn } = declared;
    return { receivable, type: 'deferred_receipt', subjectId, startedOn, amount };
  }

  /** Those that did not last too long need no report any more. */
  private async settle(tx: Tx, orderId: string, type: WatchedCredit, endedOn: LocalDate): Promise<void> {
    const known = await tx.manager.findBy(TradeCreditReport, { tenantId: tx.tenantId, orderId, type, state: 'due' });
    for (const { id } of known) {
      const report = await tx.lock(TradeCreditReport, id);
      if (report?.state !== 'due') continue;
      const { startedOn, enterpriseClass } = report;
      if (daysBetween(startedOn, endedOn) > allowedDays(type, enterpriseClass)) continue;
      const why = type === 'advance_receipt' ? SAY.exported_in_time : SAY.paid_in_time;
      report.dispense('settle', reasonOf([why]), endedOn, tx.now);
      await tx.store(TradeCreditReport, report);
      announceCredit(tx, report, 'not_needed');
    }
  }

  private async reportOf(
    tx: Tx,
    orderId: string,
    type: WatchedCredit,
    subjectId: string,
  ): Promise<TradeCreditReport | null> {
    const found = await tx.manager.findOneBy(TradeCreditReport, { tenantId: tx.tenantId, orderId, type, subjectId });
    return found === null ? null : tx.lock(TradeCreditReport, found.id);
  }

  private async classOf(tx: Tx, { receivable, startedOn }: FoundCredit): Promise<EnterpriseClass> {
    return (await classOn(tx, receivable.partyId, startedOn))?.enterpriseClass ?? 'A';
  }

  private watch(
    tx: Tx,
    { receivable, type, subjectId }: FoundCredit,
    stage: TradeCreditPayload['stage'],
    on: LocalDate,
  ): void {
    const dueAt = new Date(`${on}${NINE}`);
    enqueue(tx, expireTradeCredit, { orderId: receivable.id, type, subjectId, stage }, { dueAt });
  }
}
