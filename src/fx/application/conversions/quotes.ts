import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { type Currency } from '../../../kernel/currency.js';
import { InvalidInputError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { presentOf } from '../../../platform/database/present.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { SAY } from '../../domain/fx.sentences.js';
import { later } from '../../domain/patience.js';
import { type CrossSide, priceCross } from '../../domain/conversions/price-cross.js';
import { HOME, type PricedQuote, priceQuote, type Wish } from '../../domain/conversions/price-quote.js';
import { quoteRuleOn } from '../../domain/conversions/quote-rule.js';
import { BoardStaleError, PairNotQuotedError, UnknownSellerError } from '../../domain/conversions/quote.errors.js';
import { type Tenor } from '../../domain/value-dates/cut-offs.js';
import { CollectionAccount } from '../../entities/collection-account.entity.js';
import { Quote } from '../../entities/quote.entity.js';
import { WorkCalendars } from '../rates/calendars.js';
import { MarkUps } from '../rates/mark-ups.js';
import { Board, type KnownBoard } from './board.js';
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

/** Who deals in what, and when. */
interface Dealt {
  readonly pair: readonly [Currency, Currency];
  readonly board: KnownBoard;
  readonly partyId: string;
  readonly on: LocalDate;
}

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
    const pair = pairOf(wish);
    if (orderId !== null && !pair.includes(HOME)) throw notOfOrder();
    const seller = await this.sellerOf(tx, request);
    const board = await this.board.read(tx);
    if (!this.board.isFresh(board, tx.now)) {
      throw new BoardStaleError(SAY.no_fresh_board, {
        fetchedAt: board.fetchedAt?.toISOString() ?? null,
      });
    }
    const today = dateInZone(tx.now, CHINA);
    const priced = await this.price(tx, wish, { pair, board, partyId: seller, on: today });
    const value = tenor === null ? null : await this.calendars.valueDate(tx, { pair, tenor, tradedAt: tx.now });
    const rule = quoteRuleOn(today);
    const quote = Quote.give({
      tenantId: tx.tenantId,
      id: newId(),
      partyId: seller,
      orderId,
      priced: { ...priced, steps: [...priced.steps, ...(value?.steps ?? [])] },
      boardAsOf: priced.asOf,
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
    return { quote, now: await presentOf(view, this.clock) };
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

  /** @throws PairNotQuotedError, AmountTooSmallError */
  private async price(tx: Tx, wish: Wish, deal: Dealt): Promise<PricedQuote & { readonly asOf: Date }> {
    const { pair, on } = deal;
    const rule = quoteRuleOn(on);
    const [sold, bought] = pair;
    if (pair.includes(HOME)) {
      const foreign = await this.sideOf(tx, sold === HOME ? bought : sold, deal);
      const { spread, version: validFrom, source } = foreign;
      const priced = priceQuote(wish, foreign.board, { ...rule, spread, validFrom, source });
      return { ...priced, asOf: foreign.board.asOf };
    }
    const sides = { sold: await this.sideOf(tx, sold, deal), bought: await this.sideOf(tx, bought, deal) };
    const { version: validFrom, source } = sides.sold;
    const others = source === sides.bought.source ? source : `${source}; ${sides.bought.source}`;
    const priced = priceCross(wish, sides, { ...rule, validFrom, source: others });
    return { ...priced, asOf: sides.sold.board.asOf };
  }

  /** @throws PairNotQuotedError */
  private async sideOf(
    tx: Tx,
    currency: Currency,
    { board, partyId, on }: Dealt,
  ): Promise<
    CrossSide & { readonly board: KnownBoard['lines'][number]; readonly version: string; readonly source: string }
  > {
    const prices = board.lines.find((line) => line.currency === currency);
    if (prices === undefined) throw new PairNotQuotedError(SAY.currency_not_quoted({ currency }), { currency });
    const { share, version, source } = await this.markUps.inForce(tx, { currency, partyId, on });
    return { board: prices, spread: share, version, source };
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

/** What is sold, and what is bought. @throws PairNotQuotedError unless they are two */
function pairOf(wish: Wish): readonly [Currency, Currency] {
  const [sell, buy] =
    wish.fixed === 'sell' ? [wish.amount.currency, wish.buyCurrency] : [wish.sellCurrency, wish.amount.currency];
  if (sell === buy) throw new PairNotQuotedError(SAY.pair_not_quoted({ sell, buy }), { sell, buy });
  return [sell, buy];
}

function notOfOrder(): InvalidInputError {
  return new InvalidInputError([{ pointer: '/orderId', code: 'not_applicable', message: SAY.order_into_cny }]);
}
