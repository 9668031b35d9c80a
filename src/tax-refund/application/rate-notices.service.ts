import { Injectable } from '@nestjs/common';

import { Catalogue, type LibraryIssue, type RefundRate, RefundLibrary } from '../../catalogue/index.js';
import { newId, publicId } from '../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { type GoodsOfOrder, OrderBook } from '../../orders/index.js';
import { type Tx } from '../../platform/database/session.js';
import { enqueue, publish } from '../../platform/outbox/outbox.js';
import {
  estimatedBase,
  type RateImpact,
  rateImpact,
  type StandingRate,
  vatRateOfGoods,
} from '../domain/rate-impact.js';
import {
  holdNotice,
  insertRateChanges,
  moveNotice,
  type OpenCase,
  openCases,
  promiseNotice,
} from '../entities/rate-changes.table.js';
import { MATCH_EXPORT, TELL_RATES } from '../jobs/tax-refund.job.js';

/** Orders of one transaction. */
const ORDERS_MAX = 500;

interface Told {
  readonly refundCase: OpenCase;
  readonly exportDate: LocalDate;
  readonly impact: RateImpact;
}

/** Tells the orders of a tenant what a new issue of the refund library means for them: once for each issue. */
@Injectable()
export class RateNotices {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly library: RefundLibrary,
    private readonly orders: OrderBook,
  ) {}

  /** Promises that the orders of this tenant are told. */
  async promise(tx: Tx, libraryId: number): Promise<void> {
    if (await promiseNotice(tx, libraryId)) enqueue(tx, TELL_RATES, { libraryId });
  }

  /** Tells the next orders, and promises those after them. */
  async tell(tx: Tx, libraryId: number): Promise<void> {
    const after = await holdNotice(tx, libraryId);
    const issue = (await this.library.issue(tx, libraryId)) ?? null;
    if (after === undefined || issue === null) return;
    const cases = await openCases(tx, { after, before: issue.recordedAt, limit: ORDERS_MAX });
    const isLast = cases.length < ORDERS_MAX;
    const told = (await this.compare(tx, issue, cases)).filter(({ impact }) => impact.lines.length > 0);
    await this.record(tx, issue, told);
    await moveNotice(tx, libraryId, cases.at(-1)?.id ?? null, isLast);
    if (!isLast) enqueue(tx, TELL_RATES, { libraryId });
  }

  private async compare(tx: Tx, issue: LibraryIssue, cases: readonly OpenCase[]): Promise<Told[]> {
    const goods = await this.orders.goods(
      tx,
      cases.map(({ id }) => id),
    );
    const today = dateInZone(tx.now, CHINA);
    const days = new Map(cases.map((one) => [one.id, exportDateOf(one, goods, today)]));
    const queries = goods.map(({ orderId, hsCode, refundCode }) => ({
      hsCode,
      refundCode: refundCode ?? undefined,
      exportDate: days.get(orderId) ?? today,
    }));
    const [before, after] = await Promise.all([
      this.catalogue.refundRates(tx, queries, issue.id - 1),
      this.catalogue.refundRates(tx, queries, issue.id),
    ]);
    const lines = goods.map((line, index) => ({ line, before: rateOf(before[index]), after: rateOf(after[index]) }));
    return cases.map((refundCase) => ({
      refundCase,
      exportDate: days.get(refundCase.id) ?? today,
      impact: rateImpact(
        lines
          .filter(({ line }) => line.orderId === refundCase.id)
          .map(({ line, ...rates }) => ({
            ...{ lineNumber: line.lineNumber, hsCode: line.hsCode, ...rates },
            base: estimatedBase(refundCase.regime, line),
            vatRate: vatRateOfGoods(line),
          })),
      ),
    }));
  }

  private async record(tx: Tx, { id: libraryId, version }: LibraryIssue, told: readonly Told[]): Promise<void> {
    const changes = told.map(({ refundCase, exportDate, impact }) => ({
      ...{ id: newId(), libraryId, version, orderId: refundCase.id, orderReference: refundCase.reference, exportDate },
      impactMinor: impact.impact?.minor.toString() ?? null,
      lines: impact.lines.map(({ impact: of, ...line }) => ({ ...line, impactMinor: of?.minor.toString() ?? null })),
    }));
    await insertRateChanges(tx, changes);
    for (const [index, { id, orderId }] of changes.entries()) {
      const one = told[index];
      if (one === undefined) continue;
      announce(tx, { id, version }, one);
      // What waited for its rate may have it now.
      if (one.refundCase.exportDate !== null) enqueue(tx, MATCH_EXPORT, { orderId });
    }
  }
}

/** Before customs has said when they left: the day that the goods are ready, and not before today. */
function exportDateOf({ id, exportDate }: OpenCase, goods: readonly GoodsOfOrder[], today: LocalDate): LocalDate {
  if (exportDate !== null) return exportDate;
  const ready = goods.find(({ orderId }) => orderId === id)?.readyDate ?? today;
  return ready > today ? ready : today;
}

function rateOf(found: RefundRate | Error | undefined): StandingRate | null {
  if (found === undefined || found instanceof Error) return null;
  const { refundRate, validFrom, validTo, rule } = found;
  return { refundRate: refundRate.toFixed(), validFrom, validTo, version: rule.version };
}

function announce(
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: string },
  { refundCase, exportDate, impact: { impact, lines } }: Told,
): void {
  const told = (rate: StandingRate | null) =>
    rate && { refundRate: rate.refundRate, validFrom: rate.validFrom, validTo: rate.validTo, version: rate.version };
  publish(tx, {
    type: 'tax_refund.rate.changed',
    resource: { type: 'rateChange', id },
    orderId: refundCase.id,
    creates: true,
    data: {
      reference: refundCase.reference,
      orderId: publicId('order', refundCase.id),
      version,
      exportDate,
      impact: impact?.toJSON() ?? null,
      lines: lines.map(({ lineNumber, hsCode, before, after, impact: of }) => ({
        ...{ lineNumber, hsCode, before: told(before), after: told(after) },
        impact: of?.toJSON() ?? null,
      })),
    },
  });
}
