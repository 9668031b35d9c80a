import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { type Currency } from '../../../kernel/currency.js';
import { InvalidInputError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { SAY } from '../../domain/fx.sentences.js';
import { later } from '../../domain/patience.js';
import { HOME, priceQuote, type Wish } from '../../domain/conversions/price-quote.js';
import { quoteRuleOn } from '../../domain/conversions/quote-rule.js';
import { BoardStaleError, PairNotQuotedError, UnknownSellerError } from '../../domain/conversions/quote.errors.js';
import { type Tenor } from '../../domain/value-dates/cut-offs.js';
import { type ValueDate } from '../../domain/value-dates/value-date.js';
import { CollectionAccount } from '../../entities/collection-account.entity.js';
import { Quote } from '../../entities/quote.entity.js';
import { WorkCalendars } from '../rates/calendars.js';
import { MarkUps } from '../rates/mark-ups.js';
import { Board } from './board.js';
import { Receivables } from '../collections/receivables.js';

export interface QuoteRequest {
  readonly wish: Wish;
  /** The order it is for, or else the seller whose money it is. */
  readonly orderId: string | null;
  readonly partyId: string | null;
  /** How long it should hold; no longer than the rule's. */
  readonly lockSeconds?: number | undefined;
  /** Null, or left out: at the bank's counter, at once. */
  readonly tenor?: Tenor | null | undefined;
}

const TEST_CLOCK = `SELECT test_clock FROM platform.tenant WHERE id = $1`;

/** Firm prices for a short time, from the bank's board. */
@Injectable()
export class Quotes {
  constructor(
    private readonly clock: Clock,
    private readonly board: Board,
    private readonly receivables: Receivables,
    private readonly markUps: MarkUps,
    private readonly calendars: WorkCalendars,
  ) {}

  /**
   * @throws UnknownSellerError, PairNotQuotedError, NoCalendarError, AmountTooSmallError, InvalidInputError
   * @throws BoardStaleError when no fresh board is at hand; the caller has one ordered, in a transaction of its own
   */
  async give(tx: Tx, request: QuoteRequest): Promise<Quote> {
    const { wish, orderId, lockSeconds, tenor = null } = request;
    const foreign = foreignOf(wish);
    const seller = await this.sellerOf(tx, request);
    const board = await this.board.read(tx);
    if (!this.board.isFresh(board, tx.now)) {
      throw new BoardStaleError(SAY.no_fresh_board, {
        fetchedAt: board.fetchedAt?.toISOString() ?? null,
      });
    }
    const prices = board.lines.find(({ currency }) => currency === foreign);
    if (prices === undefined)
      throw new PairNotQuotedError(SAY.currency_not_quoted({ currency: foreign }), { currency: foreign });
    const today = dateInZone(tx.now, CHINA);
    const rule = quoteRuleOn(today);
    const markUp = await this.markUps.inForce(tx, { currency: foreign, partyId: seller, on: today });
    const value = tenor === null ? null : await this.valueDate(tx, foreign, tenor);
    const { share: spread, version: validFrom, source } = markUp;
    const priced = priceQuote(wish, prices, { ...rule, spread, validFrom, source });
    const quote = Quote.give({
      tenantId: tx.tenantId,
      id: newId(),
      partyId: seller,
      orderId,
      priced: { ...priced, steps: [...priced.steps, ...(value?.steps ?? [])] },
      boardAsOf: prices.asOf,
      tenor,
      valueDate: value?.valueDate ?? today,
      expiresAt: later(tx.now, Math.min(lockSeconds ?? rule.lockSeconds, rule.lockSecondsMax)),
      now: tx.now,
    });
    await tx.insert(Quote, quote);
    await this.board.keepFresh(tx, board);
    return quote;
  }

  /** With the tenant's time, which says whether it still holds. @throws ResourceNotFoundError */
  async look(view: View, id: string): Promise<{ readonly quote: Quote; readonly now: Date }> {
    const quote = await view.find(Quote, id);
    if (quote === null) throw new ResourceNotFoundError(SAY.no_such_quote);
    const [tenant] = await view.query<{ test_clock: Date | null }>(TEST_CLOCK, [view.tenantId]);
    return { quote, now: tenant?.test_clock ?? this.clock.now() };
  }

  /**
   * Uses the quote up, once, whoever races: the row is held until the transaction ends.
   * @throws ResourceNotFoundError, QuoteUsedError, QuoteExpiredError
   */
  async use(tx: Tx, id: string): Promise<Quote> {
    const quote = await tx.lock(Quote, id);
    if (quote === null) throw new ResourceNotFoundError(SAY.no_such_quote);
    quote.use(tx.now);
    await tx.store(Quote, quote);
    return quote;
  }

  private valueDate(view: Tx, foreign: Currency, tenor: Tenor): Promise<ValueDate> {
    return this.calendars.valueDate(view, { pair: [foreign, HOME], tenor, tradedAt: view.now });
  }

  private async sellerOf(tx: Tx, { wish, orderId, partyId }: QuoteRequest): Promise<string> {
    if (orderId !== null) {
      const receivable = await this.receivables.find(tx, orderId);
      const isTheirs = partyId === null || partyId === receivable?.partyId;
      if (receivable === null || !isTheirs) {
        throw new UnknownSellerError(SAY.no_order_by_id);
      }
      assertSold(wish, receivable.expected.currency);
      return receivable.partyId;
    }
    const known =
      partyId !== null && (await tx.manager.existsBy(CollectionAccount, { tenantId: tx.tenantId, partyId }));
    if (!known) throw new UnknownSellerError(SAY.no_order_yet);
    return partyId;
  }
}

/** An order's money is what its buyer paid: that is what can be sold of it. @throws InvalidInputError */
function assertSold(wish: Wish, currency: Currency): void {
  const [sold, pointer] =
    wish.fixed === 'sell' ? [wish.amount.currency, '/sell'] : [wish.sellCurrency, '/sellCurrency'];
  if (sold === currency) return;
  throw new InvalidInputError([{ pointer, code: 'currency_mismatch', message: SAY.order_sells({ currency }) }]);
}

/** @throws PairNotQuotedError unless exactly one side is CNY */
function foreignOf(wish: Wish): Currency {
  const [sell, buy] =
    wish.fixed === 'sell' ? [wish.amount.currency, wish.buyCurrency] : [wish.sellCurrency, wish.amount.currency];
  if ((sell === HOME) === (buy === HOME))
    throw new PairNotQuotedError(SAY.pair_not_quoted({ sell, buy }), { sell, buy });
  return sell === HOME ? buy : sell;
}
