import { Injectable } from '@nestjs/common';

import { InputCheck } from '../../../kernel/input-check.js';
import { CHINA, dateInZone, daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import { reasonOf } from '../../../kernel/sentence.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, before, type DatedPageQuery, equal, type Page } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { NoTradeCreditError } from '../../domain/safe/safe.errors.js';
import { SAY } from '../../domain/safe/safe.sentences.js';
import { tradeCreditReports } from '../../domain/safe/trade-credit-reports.js';
import { type WatchedCredit } from '../../domain/safe/trade-credit-watch.js';
import { TradeCreditReport } from '../../entities/trade-credit-report.entity.js';
import { announceCredit } from './trade-credit-news.js';
import { TradeCredits } from './trade-credits.js';

export interface TradeCreditFilter {
  readonly state?: string | undefined;
  readonly partyId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly reportBefore?: string | undefined;
}

export interface ExpectedCredit {
  readonly orderId: string;
  readonly type: WatchedCredit;
  readonly expectedOn: LocalDate;
}

/** What people do with reports of trade credit: say what they know, report, correct, dispense with. */
@Injectable()
export class TradeCreditDesk {
  constructor(private readonly credits: TradeCredits) {}

  /**
   * Somebody says when goods or money are expected: whether that is to be reported follows from it.
   * @throws NoTradeCreditError, InvalidInputError
   */
  async expect(tx: Tx, { orderId, type, expectedOn }: ExpectedCredit): Promise<TradeCreditReport> {
    const found = await this.credits.latest(tx, orderId, type);
    if (found === null) throw new NoTradeCreditError(SAY.nothing_open);
    const { startedOn } = found;
    const check = new InputCheck();
    check.that(expectedOn >= startedOn, '/expectedOn', 'too_early', SAY.expected_before({ day: startedOn }));
    check.done();
    const report = await this.credits.open(tx, found, expectedOn);
    const days = daysBetween(startedOn, expectedOn);
    const [answer] = tradeCreditReports(report.enterpriseClass, [{ type, days, occurredOn: startedOn }]).items;
    const isRequired = answer?.reportRequired === true;
    if (isRequired && report.state === 'not_needed') await this.credits.reopen(tx, report);
    if (!isRequired && report.state === 'due') {
      await this.dispense(tx, report, reasonOf([SAY.not_required]), expectedOn);
    }
    return report;
  }

  /** It was reported in SAFE's own system. @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async report(tx: Tx, id: string, reference: string, reportedOn: LocalDate | undefined): Promise<TradeCreditReport> {
    const report = await this.lock(tx, id);
    report.report(reference, reportedOn ?? dateInZone(tx.now, CHINA), tx.now);
    await tx.store(TradeCreditReport, report);
    announceCredit(tx, report, 'reported');
    return report;
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async correct(tx: Tx, id: string, reference: string, reason: string): Promise<TradeCreditReport> {
    const report = await this.lock(tx, id);
    report.correct(reference, reasonOf(reason), dateInZone(tx.now, CHINA), tx.now);
    await tx.store(TradeCreditReport, report);
    announceCredit(tx, report, 'corrected');
    return report;
  }

  /** @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError */
  async waive(tx: Tx, id: string, reason: string): Promise<TradeCreditReport> {
    const report = await this.lock(tx, id);
    await this.dispense(tx, report, reasonOf(reason), null);
    return report;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<TradeCreditReport> {
    const report = await view.find(TradeCreditReport, id);
    if (report === null) throw new ResourceNotFoundError(SAY.no_such_report);
    return report;
  }

  list(view: View, query: DatedPageQuery, filter: TradeCreditFilter): Promise<Page<TradeCreditReport>> {
    const { state, partyId, orderId, reportBefore } = filter;
    const conditions = [
      ...among('state', state),
      ...equal('party_id', partyId),
      ...equal('order_id', orderId),
      ...before('report_by', reportBefore),
    ];
    return entityPage(view, TradeCreditReport, { table: 'fx.trade_credit_report', query, conditions });
  }

  private async dispense(
    tx: Tx,
    report: TradeCreditReport,
    reason: ReturnType<typeof reasonOf>,
    expectedOn: LocalDate | null,
  ): Promise<void> {
    report.dispense('waive', reason, expectedOn, tx.now);
    await tx.store(TradeCreditReport, report);
    announceCredit(tx, report, 'not_needed');
    this.credits.watchLong(tx, report);
  }

  private async lock(tx: Tx, id: string): Promise<TradeCreditReport> {
    const report = await tx.lock(TradeCreditReport, id);
    if (report === null) throw new ResourceNotFoundError(SAY.no_such_report);
    tx.assertFresh(report);
    return report;
  }
}
