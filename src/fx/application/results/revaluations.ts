import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { foreignPositions, Ledger, type LedgerEntry } from '../../../ledger/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { type DatedPageQuery, equal, mapPage, type Page, page } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { SAY } from '../../domain/exposures/exposure.sentences.js';
import { middleRate } from '../../domain/results/carrying.js';
import {
  daysOf,
  type MonthEnd,
  type MonthEndRate,
  type OpenBalance,
  type Period,
  periodBefore,
  revalueMonth,
} from '../../domain/results/revaluation.js';
import { PeriodNotOverError } from '../../domain/results/revaluation.errors.js';
import { standingsAt } from '../../entities/carrying.table.js';
import { lastRatesWithin } from '../../entities/day-rates.table.js';
import {
  insertRevaluation,
  type Revaluation,
  revaluationOf,
  REVALUATION_COLUMNS,
  revaluationIn,
  type RevaluationRow,
  takeTurns,
  type WholeRevaluation,
} from '../../entities/revaluations.table.js';

/** Which month, and rates that somebody knows better than the board, such as the published middle rates. */
export interface RevaluationOrder {
  readonly period: Period;
  readonly rates: readonly Pick<MonthEndRate, 'currency' | 'rate'>[];
}

/** 期末调汇: open foreign balances at the rate of a month’s end, taken back when the next one begins. */
@Injectable()
export class Revaluations {
  constructor(private readonly ledger: Ledger) {}

  /**
   * Revalues a month, once: asked again, it answers what was booked.
   * @throws PeriodNotOverError
   */
  async revalue(tx: Tx, { period, rates }: RevaluationOrder): Promise<WholeRevaluation> {
    const { last, next } = daysOf(period);
    if (dateInZone(tx.now, CHINA) <= last) throw new PeriodNotOverError(SAY.period_not_over({ period }), { period });
    await takeTurns(tx, period);
    const earlier = await revaluationOf(tx, { period });
    if (earlier !== null) return earlier;
    const found = await this.work(tx, period, rates);
    const id = newId();
    const booked = await this.book(tx, id, period, found);
    const { lines, result } = found;
    const days = { valuedOn: last, reversedOn: next };
    const whole: WholeRevaluation = { id, period, ...days, result, lines, ...booked, version: 1, createdAt: tx.now };
    await insertRevaluation(tx, whole);
    publish(tx, {
      type: 'fx.revaluation.booked',
      resource: { type: 'revaluation', id },
      creates: true,
      data: { period, result: result.toJSON(), unvalued: found.unvalued },
    });
    audit(tx, { action: 'revaluation.booked', resourceType: 'revaluation', resourceId: id, from: null, to: 'booked' });
    return whole;
  }

  /** The month before the tenant’s present one, unless it was done. @returns whether it was this time */
  async revalueLastMonth(tx: Tx): Promise<void> {
    await this.revalue(tx, { period: periodBefore(dateInZone(tx.now, CHINA)), rates: [] });
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<WholeRevaluation> {
    const found = await revaluationOf(view, { id });
    if (found === null) throw new ResourceNotFoundError(SAY.no_such_revaluation);
    return found;
  }

  async list(
    view: View,
    query: DatedPageQuery,
    { period }: { readonly period?: string | undefined },
  ): Promise<Page<Revaluation>> {
    const conditions = equal('period', period);
    const options = { table: 'fx.revaluation', columns: REVALUATION_COLUMNS, query, conditions };
    return mapPage(await page<RevaluationRow>(view, options), revaluationIn);
  }

  private async work(tx: Tx, period: Period, given: RevaluationOrder['rates']): Promise<MonthEnd> {
    const { first, last } = daysOf(period);
    const orders = await standingsAt(tx, last);
    const positions = await foreignPositions(tx, last);
    const balances: OpenBalance[] = [
      ...orders.map((order) => ({ subject: 'order' as const, ...order })),
      ...positions.map(({ foreign, carried }) => ({
        subject: 'position' as const,
        ...{ orderId: null, partyId: null, carried: { foreign, value: carried } },
      })),
    ];
    const known = await lastRatesWithin(tx, first, last);
    const ofBoard = known.map((rate) => ({ currency: rate.currency, rate: middleRate(rate), rateOn: rate.quotedOn }));
    // What is given comes last, and is what counts.
    return revalueMonth(balances, [...ofBoard, ...given.map((rate) => ({ ...rate, rateOn: last }))]);
  }

  private async book(
    tx: Tx,
    id: string,
    period: Period,
    { result }: MonthEnd,
  ): Promise<Pick<Revaluation, 'transferId' | 'reversalId'>> {
    if (result.isZero()) return { transferId: null, reversalId: null };
    const { last, next } = daysOf(period);
    const entry: LedgerEntry = {
      kind: 'fx.revaluation',
      key: `fx.revaluation/${period}`,
      valueDate: last,
      memo: publicId('revaluation', id),
      postings: [
        { account: { code: 'fx_valuation' }, amount: result },
        { account: { code: 'fx_unrealised' }, amount: result.negated() },
      ],
    };
    const transferId = await this.ledger.post(tx, entry);
    const key = `fx.revaluation-reversed/${period}`;
    const reversalId = await this.ledger.reverse(tx, transferId, { key, reason: period, valueDate: next });
    return { transferId, reversalId };
  }
}
