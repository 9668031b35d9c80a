import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { type Currency } from '../../../kernel/currency.js';
import { InvalidInputError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type IsWorkday } from '../../../kernel/workdays.js';
import { Ledger } from '../../../ledger/index.js';
import { presentOf } from '../../../platform/database/present.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { BoardStaleError, PairNotQuotedError, UnknownSellerError } from '../../domain/conversions/quote.errors.js';
import { MoreThanOpenError, NothingToHedgeError, OtherQuoteError } from '../../domain/forwards/forward.errors.js';
import { SAY } from '../../domain/forwards/forward.sentences.js';
import { type Purpose } from '../../domain/forwards/forward-quote-status.js';
import { FORWARD } from '../../domain/forwards/forward-status.js';
import { type ForwardTermsRule } from '../../domain/forwards/forward-terms.js';
import {
  type Days,
  type ForwardMarket,
  priceClose,
  type PricedClose,
  type PricedForward,
  priceForward,
  priceRollover,
} from '../../domain/forwards/price-forward.js';
import { type Side } from '../../domain/conversions/rate-bound.js';
import { SAY as FX } from '../../domain/fx.sentences.js';
import { later } from '../../domain/patience.js';
import { jointWorkdayAsKnown } from '../../domain/value-dates/value-date.js';
import { CollectionAccount } from '../../entities/collection-account.entity.js';
import { Forward } from '../../entities/forward.entity.js';
import { ForwardQuote } from '../../entities/forward-quote.entity.js';
import { Receivables } from '../collections/receivables.js';
import { Board } from '../conversions/board.js';
import { WorkCalendars } from '../rates/calendars.js';
import { Curves } from './curves.js';
import { assertDays } from './forward-days.js';
import { type HedgedThing } from './open-forwards.js';
import { ForwardTermsBook } from './forward-terms.js';

/** What is to be priced. Without an amount all that is open of the contract. */
export type ForwardWish =
  | {
      readonly purpose: 'new';
      readonly side: Side;
      /** Null where what is bought is owed on no order. */
      readonly orderId: string | null;
      /** Whose dues they are; of an order it is its seller. */
      readonly partyId: string | null;
      readonly amount: Money;
      readonly days: Days;
    }
  | { readonly purpose: 'rollover'; readonly forwardId: string; readonly amount: Money | null; readonly days: Days }
  | { readonly purpose: 'close_out'; readonly forwardId: string; readonly amount: Money | null };

type NewWish = Extract<ForwardWish, { purpose: 'new' }>;

interface Priced {
  readonly forward: Pick<ForwardQuote, 'side' | 'forwardId' | 'partyId' | 'orderId'>;
  readonly days: Days | null;
  readonly next: PricedForward | null;
  readonly close: PricedClose | null;
}
interface Prices extends ForwardMarket {
  readonly asOf: Date;
}

/** Firm forward prices for some seconds, from the bank's board and the interest curves. */
@Injectable()
export class ForwardQuotes {
  constructor(
    private readonly clock: Clock,
    private readonly board: Board,
    private readonly curves: Curves,
    private readonly terms: ForwardTermsBook,
    private readonly receivables: Receivables,
    private readonly ledger: Ledger,
    private readonly calendars: WorkCalendars,
  ) {}

  /**
   * @throws UnknownSellerError, PairNotQuotedError, InvalidInputError, MoreThanOpenError, TenorNotQuotedError
   * @throws NothingToHedgeError when the seller owes nothing in what it would buy
   * @throws BoardStaleError, CurveStaleError when there is nothing fresh to price from; the caller has it ordered, in a
   *   transaction of its own
   */
  async give(tx: Tx, wish: ForwardWish): Promise<ForwardQuote> {
    const terms = await this.terms.today(tx);
    const priced = wish.purpose === 'new' ? await this.priceNew(tx, wish, terms) : await this.priceEnd(tx, wish, terms);
    const { forward, days, next, close, market } = priced;
    const explained = next ?? close;
    if (explained === null) throw new Error('Nothing was priced');
    const { home, foreign, asOf } = market;
    const quote = ForwardQuote.give({
      ...forward,
      ...{ tenantId: tx.tenantId, id: newId(), purpose: wish.purpose, days, next, close, boardAsOf: asOf, now: tx.now },
      explanation: { rule: explained.rule, steps: explained.steps },
      curves: [home, foreign].map((curve) => ({ currency: curve.currency, asOf: curve.asOf, source: curve.source })),
      expiresAt: later(tx.now, terms.lockSeconds),
    });
    await tx.insert(ForwardQuote, quote);
    return quote;
  }

  /** With the tenant's time, which says whether it still holds. @throws ResourceNotFoundError */
  async look(view: View, id: string): Promise<{ readonly quote: ForwardQuote; readonly now: Date }> {
    const quote = await view.find(ForwardQuote, id);
    if (quote === null) throw new ResourceNotFoundError(SAY.no_such_quote);
    return { quote, now: await presentOf(view, this.clock) };
  }

  /**
   * Uses the quote up, once, whoever races: the row is held until the transaction ends.
   * @throws ResourceNotFoundError, QuoteUsedError, QuoteExpiredError
   * @throws OtherQuoteError when it is for something else
   */
  async use(tx: Tx, id: string, wanted: { purpose: Purpose; forwardId: string | null }): Promise<ForwardQuote> {
    const quote = await tx.lock(ForwardQuote, id);
    if (quote === null) throw new ResourceNotFoundError(SAY.no_such_quote);
    const { purpose, forwardId } = quote;
    const other = (sentence: Sentence): OtherQuoteError => new OtherQuoteError(sentence, { purpose });
    if (purpose !== wanted.purpose) throw other(SAY.other_purpose({ purpose }));
    if (forwardId !== wanted.forwardId) throw other(SAY.quote_of_other);
    quote.use(tx.now);
    await tx.store(ForwardQuote, quote);
    return quote;
  }

  private async priceNew(tx: Tx, wish: NewWish, terms: ForwardTermsRule): Promise<Priced & { market: Prices }> {
    const { side, amount, days } = wish;
    const { currency } = amount;
    const thing = await this.thingOf(tx, wish);
    if (side === 'buy') await this.assertOwed(tx, thing, currency);
    assertDays(days, { ...(await this.bounds(tx, currency)), daysMax: terms.daysMax });
    const market = await this.market(tx, currency, terms);
    const next = priceForward({ side, amount, days }, market, terms);
    const forward = { side, forwardId: null, ...thing };
    return { forward, days, next, close: null, market };
  }

  private async priceEnd(
    tx: Tx,
    wish: Exclude<ForwardWish, { purpose: 'new' }>,
    terms: ForwardTermsRule,
  ): Promise<Priced & { market: Prices }> {
    const contract = await tx.find(Forward, wish.forwardId);
    if (contract === null) throw new ResourceNotFoundError(SAY.no_such_forward);
    FORWARD.next(contract.state, wish.purpose === 'rollover' ? 'roll' : 'close_out');
    const { open } = contract;
    const amount = wish.amount ?? open;
    if (amount.currency !== open.currency) {
      throw mismatch(SAY.currency_of_order({ currency: open.currency }));
    }
    if (amount.isMoreThan(open) || open.isZero()) {
      throw new MoreThanOpenError(SAY.more_than_open({ open: open.toString() }), { open: open.toString() });
    }
    const { id: forwardId, side, partyId, orderId } = contract;
    const forward = { side, forwardId, partyId, orderId };
    if (wish.purpose === 'rollover') {
      const bounds = await this.bounds(tx, amount.currency);
      assertDays(wish.days, { ...bounds, daysMax: terms.daysMax, after: contract.dueOn });
      const market = await this.market(tx, amount.currency, terms);
      const { close, next } = priceRollover(amount, contract, { market, days: wish.days, terms });
      return { forward, days: wish.days, next, close, market };
    }
    const market = await this.market(tx, amount.currency, terms);
    return { forward, days: null, next: null, close: priceClose(amount, contract, market, terms), market };
  }

  /** @throws UnknownSellerError, InvalidInputError where the order's currency is another than is to be sold */
  private async thingOf(tx: Tx, { side, orderId, partyId, amount }: NewWish): Promise<HedgedThing> {
    if (orderId !== null) {
      const receivable = await this.receivables.find(tx, orderId);
      if (receivable === null) throw new UnknownSellerError(FX.no_order_by_id);
      if (side === 'sell') assertSold(amount.currency, receivable.expected.currency);
      return { orderId, partyId: receivable.partyId };
    }
    const isKnown =
      partyId !== null && (await tx.manager.existsBy(CollectionAccount, { tenantId: tx.tenantId, partyId }));
    if (!isKnown) throw new UnknownSellerError(FX.no_order_yet);
    return { orderId, partyId };
  }

  /** @throws InvalidInputError, NothingToHedgeError */
  private async assertOwed(tx: Tx, { orderId, partyId }: HedgedThing, currency: string): Promise<void> {
    if (currency === HOME) throw mismatch(SAY.buys_foreign);
    const dues = await this.ledger.balancesOfOrder(tx, { code: 'client_dues', partyId, orderId });
    const owed = dues.filter((due) => due.currency !== HOME && due.minor > 0n).map((due) => due.currency);
    if (owed.includes(currency)) return;
    const known = owed.length === 0 ? '–' : owed.join(', ');
    const say = orderId === null ? SAY.nothing_owed_at_all : SAY.nothing_owed;
    throw new NothingToHedgeError(say({ currency, owed: known }), { owed });
  }

  private async bounds(
    tx: Tx,
    currency: Currency,
  ): Promise<{ today: LocalDate; currency: Currency; isWorkday: IsWorkday }> {
    const pair = [currency, HOME] as const;
    const isWorkday = jointWorkdayAsKnown(await this.calendars.of(tx, pair), pair);
    return { today: dateInZone(tx.now, CHINA), currency, isWorkday };
  }

  private async market(tx: Tx, currency: string, terms: ForwardTermsRule): Promise<Prices> {
    const board = await this.board.read(tx);
    if (!this.board.isFresh(board, tx.now)) {
      throw new BoardStaleError(FX.no_fresh_board, { fetchedAt: board.fetchedAt?.toISOString() ?? null });
    }
    const prices = board.lines.find((line) => line.currency === currency);
    if (prices === undefined) throw new PairNotQuotedError(FX.currency_not_quoted({ currency }), { currency });
    const home = await this.curves.fresh(tx, HOME, terms);
    const foreign = await this.curves.fresh(tx, currency, terms);
    await this.board.keepFresh(tx, board);
    return { today: dateInZone(tx.now, CHINA), board: prices, home, foreign, asOf: prices.asOf };
  }
}

/** @throws InvalidInputError */
function assertSold(sold: string, currency: string): void {
  if (currency === HOME) throw mismatch(SAY.cny_order);
  if (sold !== currency) throw mismatch(SAY.currency_of_order({ currency }));
}

function mismatch(message: Sentence): InvalidInputError {
  return new InvalidInputError([{ pointer: '/amount', code: 'currency_mismatch', message }]);
}
