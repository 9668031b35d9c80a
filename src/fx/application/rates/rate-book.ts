import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { type Currency } from '../../../kernel/currency.js';
import { Decimal } from '../../../kernel/decimal.js';
import { InvalidInputError } from '../../../kernel/domain-error.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { presentOf } from '../../../platform/database/present.js';
import { type View } from '../../../platform/database/session.js';
import { foreignOf, ratioFrom } from '../../domain/rates/quotation.js';
import { PAR, pricesOf, type RatePrice, type Worth } from '../../domain/rates/rate-anatomy.js';
import { rateBetween, type RateBetween } from '../../domain/rates/rate-between.js';
import { rateSource, type RateSourceCode } from '../../domain/rates/rate-source.js';
import { NoRateError } from '../../domain/rates/rates.errors.js';
import { SAY } from '../../domain/rates/rates.sentences.js';
import { type BoardQuotation, BoardRates } from './board-rates.js';
import { type MarkUpInForce, MarkUps } from './mark-ups.js';
import { type RateOnRecord, ReferenceRates } from './reference-rates.js';

export type KnownLeg = RateOnRecord | BoardQuotation;

/** A rate of a pair at a time, and what a client would be offered by it. */
export interface KnownRate extends RateBetween<KnownLeg> {
  readonly source: RateSourceCode;
  readonly base: Currency;
  readonly quote: Currency;
  /** Of the older leg. */
  readonly asOf: Date;
  readonly isStale: boolean;
}

/** A rate with its parts: what the source says, the mark-up, and what the client is offered. */
export interface DissectedRate extends KnownRate {
  readonly prices: readonly RatePrice[];
  /** The mark-up on each side of the pair, by currency. */
  readonly markUps: readonly (MarkUpInForce & { readonly currency: Currency })[];
}

export interface RateAsked {
  readonly base: Currency;
  readonly quote: Currency;
  readonly source?: RateSourceCode | undefined;
  readonly at?: Date | undefined;
  /** Whose mark-up; without it what holds for everybody. */
  readonly partyId?: string | undefined;
}

/** A tenant of the sandbox may have a clock of its own. */

/** Every rate that is on record, from the bank's board or published, as of any time. */
@Injectable()
export class RateBook {
  constructor(
    private readonly clock: Clock,
    private readonly board: BoardRates,
    private readonly references: ReferenceRates,
    private readonly markUps: MarkUps,
  ) {}

  /**
   * A fresh rate of the board, else of the other sources, where none is named; a stale one only where nothing else is there.
   * @throws InvalidInputError, NoRateError
   */
  async read(view: View, asked: RateAsked): Promise<DissectedRate> {
    const now = await this.now(view);
    const { base, quote, source, at = now, partyId = null } = asked;
    assertPair(asked);
    if (at > now) throw new InvalidInputError([{ pointer: '?at', code: 'future', message: SAY.to_come }]);
    const found = await this.find(view, { base, quote, source, at });
    if (found === null) throw new NoRateError(SAY.no_rate({ base, quote }), { base, quote });
    const on = dateInZone(at, CHINA);
    const markUpOf = async (currency: Currency): Promise<MarkUpInForce & { currency: Currency }> => ({
      currency,
      ...(await this.markUps.inForce(view, { currency, partyId, on })),
    });
    const [ofBase, ofQuote] = [await markUpOf(base), await markUpOf(quote)];
    const prices = pricesOf(worthOf(found, base, ofBase.share), worthOf(found, quote, ofQuote.share));
    return { ...found, prices, markUps: [ofBase, ofQuote].filter(({ currency }) => currency !== 'CNY') };
  }

  /** The tenant's time. */
  now(view: View): Promise<Date> {
    return presentOf(view, this.clock);
  }

  private async find(view: View, asked: RateAsked & { readonly at: Date }): Promise<KnownRate | null> {
    const { source, ...pair } = asked;
    const dealt = source === undefined || source === 'board' ? await this.ofBoard(view, asked) : null;
    if (source === 'board' || dealt?.isStale === false) return dealt;
    const published = await this.references.find(view, { ...pair, source });
    return published?.isStale === false ? published : (dealt ?? published);
  }

  private async ofBoard(view: View, { base, quote, at }: RateAsked & { readonly at: Date }): Promise<KnownRate | null> {
    const lines = await this.board.at(view, [base, quote], at);
    const { home, maxAgeSeconds } = rateSource('board');
    const between = rateBetween<KnownLeg>({ base, quote }, home, (currency) => {
      return lines.find((line) => line.base === currency) ?? null;
    });
    if (between === null) return null;
    const seen = lines.map(({ asOf, fetchedAt }) => (fetchedAt <= at ? fetchedAt : asOf).getTime());
    const asOf = new Date(Math.min(...lines.map((line) => line.asOf.getTime())));
    const isStale = at.getTime() - Math.min(...seen) > maxAgeSeconds * 1_000;
    return { source: 'board', base, quote, ...between, asOf, isStale };
  }
}

/** @throws InvalidInputError */
export function assertPair({ base, quote }: Pick<RateAsked, 'base' | 'quote'>): void {
  if (base !== quote) return;
  throw new InvalidInputError([{ pointer: '?quote', code: 'same_currency', message: SAY.two_currencies }]);
}

function worthOf({ legs }: KnownRate, currency: Currency, share: Decimal): Worth {
  const markUp = currency === 'CNY' ? new Decimal(0) : share;
  const leg = legs.find((one) => foreignOf(one) === currency);
  if (leg === undefined) return { ...PAR, markUp };
  if ('spotBuy' in leg) {
    const { spotBuy, spotSell, unit } = leg;
    return { bid: { numerator: spotBuy, denominator: unit }, ask: { numerator: spotSell, denominator: unit }, markUp };
  }
  const ratio = ratioFrom(leg, currency);
  return { bid: ratio, ask: ratio, markUp };
}
