import { Injectable } from '@nestjs/common';

import { Approvals } from '../../../approvals/index.js';
import { InvalidInputError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { moveUnderMandate } from '../../../platform/auth/mandates/mandate-limits.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { ChangeNeedsApprovalError, CrossNotChangedError } from '../../domain/conversions/change.errors.js';
import { amountsAt, type DealtAmounts, priceChange, type PricedChange } from '../../domain/conversions/price-change.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { BoardStaleError, MoreThanCollectedError, PairNotQuotedError } from '../../domain/conversions/quote.errors.js';
import { SAY } from '../../domain/fx.sentences.js';
import { expectedBy } from '../../domain/patience.js';
import { jointWorkday, valueDate } from '../../domain/value-dates/value-date.js';
import { ConversionChange } from '../../entities/conversion-change.entity.js';
import { Conversion } from '../../entities/conversion.entity.js';
import { askDeal, changeDeal } from '../../jobs/fx.job.js';
import { convertingOf } from '../ordering.js';
import { WorkCalendars } from '../rates/calendars.js';
import { MarkUps } from '../rates/mark-ups.js';
import { Board } from './board.js';
import { noteConversion } from './conversion-news.js';
import { Conversions } from './conversions.js';

/** Another foreign amount, another day, or both. */
export interface Amendment {
  readonly amount?: Money | undefined;
  readonly valueDate?: LocalDate | undefined;
}

/** Amends and cancels conversions that are dealt and not settled, at the market price of the moment. */
@Injectable()
export class ConversionChanges {
  constructor(
    private readonly conversions: Conversions,
    private readonly board: Board,
    private readonly markUps: MarkUps,
    private readonly calendars: WorkCalendars,
    private readonly ledger: Ledger,
    private readonly approvals: Approvals,
  ) {}

  /**
   * Calls it off: the deal is closed at the market price. @throws as `amend`
   */
  async cancel(tx: Tx, id: string): Promise<ConversionChange> {
    const conversion = await this.locked(tx, id);
    const to = Money.zero(conversion.terms.foreign.currency);
    return this.ask(tx, conversion, { kind: 'cancel', to, valueDate: conversion.valueDate ?? '' });
  }

  /**
   * Asks the bank for another amount or day. What it costs is set aside now; the books follow when the bank agrees.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, InvalidInputError, CrossNotChangedError
   * @throws BoardStaleError, PairNotQuotedError when there is no market price
   * @throws InsufficientFundsError, MoreThanCollectedError, MandateLimitError, ChangeNeedsApprovalError
   */
  async amend(tx: Tx, id: string, wanted: Amendment): Promise<ConversionChange> {
    const known = await this.conversions.get(tx, id);
    const left = known.orderId === null ? null : await this.conversions.leftOf(tx, known.orderId);
    const conversion = await this.locked(tx, id);
    const to = wanted.amount ?? conversion.terms.foreign;
    const on = wanted.valueDate ?? conversion.valueDate ?? '';
    await this.check(tx, conversion, { to, valueDate: on });
    const { sold, bought } = amountsAt(conversion.terms, to);
    if (sold.isMoreThan(conversion.sold)) {
      const extra = sold.minus(conversion.sold);
      if (left !== null && extra.isMoreThan(left)) {
        throw new MoreThanCollectedError(SAY.less_is_left, { left: left.toString() });
      }
      await moveUnderMandate(tx, extra, bought.minus(conversion.bought));
      await this.assertUnguarded(tx, conversion, sold);
    }
    return this.ask(tx, conversion, { kind: 'amend', to, valueDate: on });
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<ConversionChange> {
    const change = await view.find(ConversionChange, id);
    if (change === null) throw new ResourceNotFoundError(SAY.no_such_change);
    return change;
  }

  list(view: View, query: PageQuery, conversionId: string | undefined): Promise<Page<ConversionChange>> {
    const conditions = equal('conversion_id', conversionId);
    return entityPage(view, ConversionChange, { table: 'fx.conversion_change', query, conditions });
  }

  private async locked(tx: Tx, id: string): Promise<Conversion> {
    const conversion = await tx.lock(Conversion, id);
    if (conversion === null) throw new ResourceNotFoundError(SAY.no_such_conversion);
    tx.assertFresh(conversion);
    if (conversion.isCross) throw new CrossNotChangedError(SAY.cross_not_changed);
    return conversion;
  }

  private async ask(
    tx: Tx,
    conversion: Conversion,
    { kind, to, valueDate: on }: { kind: ConversionChange['kind']; to: Money; valueDate: LocalDate },
  ): Promise<ConversionChange> {
    const { state, terms } = conversion;
    const changeId = newId();
    const dueAt = expectedBy('deal', tx);
    conversion.change(kind, { changeId, expectedBy: dueAt, now: tx.now });
    const priced = await this.price(tx, conversion, to);
    const held = await this.setAside(tx, changeId, conversion, {
      cost: priced.difference,
      wanted: amountsAt(terms, to),
    });
    const change = ConversionChange.ask({
      ...{ tenantId: tx.tenantId, id: changeId, conversionId: conversion.id, kind, now: tx.now },
      ...{ from: terms.foreign, to, valueDate: on, unit: terms.unit, priced, held },
    });
    await tx.insert(ConversionChange, change);
    await tx.store(Conversion, conversion);
    noteConversion(tx, conversion, `conversion.${kind}_asked`, state);
    enqueue(tx, changeDeal, { changeId });
    enqueue(tx, askDeal, { conversionId: conversion.id }, { dueAt });
    return change;
  }

  private async price(tx: Tx, { terms, partyId }: Conversion, to: Money): Promise<PricedChange> {
    const board = await this.board.read(tx);
    if (!this.board.isFresh(board, tx.now)) {
      throw new BoardStaleError(SAY.no_fresh_board, { fetchedAt: board.fetchedAt?.toISOString() ?? null });
    }
    const { currency } = terms.foreign;
    const prices = board.lines.find((line) => line.currency === currency);
    if (prices === undefined) throw new PairNotQuotedError(SAY.currency_not_quoted({ currency }), { currency });
    const on = dateInZone(tx.now, CHINA);
    const { share, version, source } = await this.markUps.inForce(tx, { currency, partyId, on });
    await this.board.keepFresh(tx, board);
    return priceChange(terms, to, { board: prices, markUp: share, rule: { id: 'fx.change', version, source } });
  }

  /** What it costs, and what more is sold, is not to be had for anything else meanwhile. @returns whether anything is held */
  private async setAside(
    tx: Tx,
    changeId: string,
    { partyId, orderId, sold }: Conversion,
    { cost, wanted }: { readonly cost: Money; readonly wanted: DealtAmounts },
  ): Promise<boolean> {
    const extra = wanted.sold.minus(sold);
    const amounts = [cost.negated(), extra].filter(({ minor }) => minor > 0n);
    for (const [index, amount] of amounts.entries()) {
      await this.ledger.hold(tx, {
        key: `fx.conversion-change/${changeId}/${index}`,
        account: { code: 'client_funds', partyId },
        amount,
        orderId,
        group: changeGroup(changeId),
      });
    }
    return amounts.length > 0;
  }

  /** @throws InvalidInputError, NoCalendarError */
  private async check(
    tx: Tx,
    conversion: Conversion,
    { to, valueDate: on }: { readonly to: Money; readonly valueDate: LocalDate },
  ): Promise<void> {
    const { foreign } = conversion.terms;
    const check = new InputCheck();
    const isForeign = check.that(
      to.currency === foreign.currency,
      '/amount',
      'currency_mismatch',
      SAY.change_in(foreign),
    );
    if (isForeign) check.that(to.minor > 0n, '/amount', 'not_positive', SAY.change_to_nothing);
    if (on !== conversion.valueDate) {
      const pair = [foreign.currency, HOME] as const;
      const calendars = await this.calendars.of(tx, pair);
      const dayOf = (tenor: 'tod' | 'spot'): LocalDate =>
        valueDate({ pair, tenor, tradedAt: tx.now }, calendars).valueDate;
      const [first, last] = [dayOf('tod'), dayOf('spot')];
      const isOpen = on >= first && on <= last && jointWorkday(calendars, pair)(on);
      check.that(isOpen, '/valueDate', 'range', SAY.change_day({ first, last }));
    } else if (isForeign) {
      check.that(!to.equals(foreign), '/amount', 'unchanged', SAY.change_nothing);
    }
    check.done();
  }

  /** Nobody gets past the second person by having more of what was approved. @throws ChangeNeedsApprovalError */
  private async assertUnguarded(tx: Tx, conversion: Conversion, sold: Money): Promise<void> {
    const step = { ...convertingOf(conversion), amount: sold, standing: null };
    if ((await this.approvals.gate(tx, step)) !== null) throw new ChangeNeedsApprovalError(SAY.awaits_approval);
  }
}

/** The holds of one change. */
export function changeGroup(changeId: string): string {
  return `fx.conversion-change/${changeId}`;
}

/** @throws InvalidInputError where nothing is to change */
export function assertSomething({ amount, valueDate: on }: Amendment): void {
  if (amount !== undefined || on !== undefined) return;
  throw new InvalidInputError([{ pointer: '/amount', code: 'required', message: SAY.change_nothing }]);
}
