import { Injectable } from '@nestjs/common';

import { type Currency } from '../../kernel/currency.js';
import { Decimal } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone, laterOf } from '../../kernel/local-date.js';
import { wire } from '../../kernel/wire.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { ExchangeRates } from '../../platform/exchange/exchange-rates.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { type DatedPageQuery, type Page } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { CARBON_FACTORS, SEA_ROUTES } from '../data/carbon-factors.js';
import { MODE_RULES } from '../data/mode-rules.js';
import { checkWeighedPieces, measure } from '../domain/consignment.js';
import { type ContainerPlan, planContainers } from '../domain/container-plan.js';
import { SAY } from '../domain/freight.sentences.js';
import { type Consignment } from '../domain/offers/consignment-facts.js';
import { makeOffers, type MissingOffer, type Offer } from '../domain/offers/offer.js';
import { inOneCurrency, type Ranked, ranked, type Ranking } from '../domain/offers/ranking.js';
import { type Place } from '../domain/places.js';
import { Comparison } from '../entities/comparison.entity.js';
import { LaneFinder } from './lane-finder.js';
import { PlaceBook } from './place-book.js';
import { validUntil } from './quote-validity.js';

export interface ComparisonRequest extends Omit<Consignment, 'from' | 'to' | 'measures' | 'plan'> {
  readonly origin: string;
  readonly destination: string;
  readonly currency: Currency;
  readonly ranking: Ranking;
  /** With `weighted`: the part of the cost. */
  readonly costWeight: Decimal;
  /** The caller's own rates of exchange, before the published ones. */
  readonly exchangeRates: readonly { readonly currency: Currency; readonly rate: Decimal }[];
}

/** An offer with its price in the caller's currency. */
export type PricedOffer = Ranked<
  Offer & { readonly total: ReturnType<typeof inOneCurrency>; readonly validUntil: Date }
>;

export interface Compared {
  readonly offers: readonly PricedOffer[];
  readonly missing: readonly MissingOffer[];
  readonly plan: ContainerPlan;
  readonly exchange: readonly { readonly currency: Currency; readonly rate: Decimal; readonly source: string }[];
}

/** Who says a rate of exchange: the caller. */
export const OWN_RATE = 'request';

/** One request, every way that the goods can go. */
@Injectable()
export class Comparisons {
  constructor(
    private readonly places: PlaceBook,
    private readonly lanes: LaneFinder,
    private readonly exchange: ExchangeRates,
  ) {}

  /**
   * Prices all ways, ranks them, and keeps what was offered.
   * @throws InvalidInputError naming every fault; of places that are not on record with the nearest ones
   */
  async give(tx: Tx, request: ComparisonRequest): Promise<Comparison> {
    const compared = await this.compare(tx, request, tx.now);
    const { origin, destination, readyOn, currency, ranking, costWeight, pieces, nature, incoterm } = request;
    const { goodsValue, storageDays, units } = request;
    const comparison = Comparison.given({
      tenantId: tx.tenantId,
      id: newId(),
      origin,
      destination,
      readyOn,
      currency,
      ranking,
      costWeight,
      goods: wire({ pieces, nature, incoterm, goodsValue, storageDays, units, measures: measure(pieces) }),
      exchange: wire(compared.exchange),
      offers: compared.offers.map(({ validUntil: until, ...offer }) => ({
        ...wire(offer),
        validUntil: until.toISOString(),
      })),
      missing: wire(compared.missing),
      plan: wire(compared.plan),
      createdAt: tx.now,
    });
    await tx.insert(Comparison, comparison);
    audit(tx, {
      action: 'freight.comparison.made',
      resourceType: 'freightComparison',
      resourceId: comparison.id,
      to: 'made',
    });
    return comparison;
  }

  /** As `give`, and keeps nothing. @throws InvalidInputError */
  async compare(view: View, request: ComparisonRequest, now: Date): Promise<Compared> {
    const { from, to } = await this.check(view, request);
    const { pieces, currency } = request;
    // Goods that were ready before leave from today on.
    const readyOn = laterOf(request.readyOn, dateInZone(now, CHINA));
    const goods = { ...request, readyOn, from, to, measures: measure(pieces), plan: planContainers({ pieces }) };
    const { gatewaysOf, rates } = await this.lanes.find(view, goods, MODE_RULES);
    const data = { rules: MODE_RULES, carbon: { factors: CARBON_FACTORS, routes: SEA_ROUTES } };
    const { offers, missing } = makeOffers(goods, gatewaysOf, rates, data);
    const exchange = await this.exchangeFor(view, request, offers, now);
    const worth = new Map(exchange.map(({ currency: of, rate }) => [of, rate]));
    const priced = offers.map((offer) => ({
      ...offer,
      total: inOneCurrency(offer.totals, currency, worth),
      validUntil: validUntil(offer.ratesValidTo, now),
    }));
    return { offers: ranked(priced, request.ranking, request.costWeight), missing, plan: goods.plan, exchange };
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Comparison> {
    const found = await view.find(Comparison, id);
    if (found === null) throw new ResourceNotFoundError(SAY.no_such_comparison);
    return found;
  }

  list(view: View, query: DatedPageQuery): Promise<Page<Comparison>> {
    return entityPage(view, Comparison, { table: 'freight.comparison', query, conditions: [] });
  }

  /** What the caller says goes before what is published; only what the offers need is asked for. */
  private async exchangeFor(
    view: View,
    { currency, exchangeRates }: ComparisonRequest,
    offers: readonly Offer[],
    now: Date,
  ): Promise<Compared['exchange']> {
    const needed = new Set(offers.flatMap(({ totals }) => totals.map((total) => total.currency)));
    needed.delete(currency);
    const own = exchangeRates.filter((one) => needed.delete(one.currency));
    const published = await this.exchange.ratesTo(view, currency, [...needed], now);
    return [
      ...own.map((one) => ({ ...one, source: OWN_RATE })),
      ...published.map(({ currency: of, rate, source }) => ({ currency: of, rate, source })),
    ];
  }

  /** @throws InvalidInputError */
  private async check(view: View, request: ComparisonRequest): Promise<{ from: Place; to: Place }> {
    const check = new InputCheck();
    const from = await this.placeOf(view, check, request.origin, '/origin');
    const to = await this.placeOf(view, check, request.destination, '/destination');
    if (from !== null && to !== null) {
      check.that(from.country !== to.country, '/destination', 'same_country', SAY.same_country);
    }
    check.date(request.readyOn, '/readyOn');
    const isShare = request.costWeight.lessThanOrEqualTo(1);
    check.that(isShare, '/costWeight', 'out_of_range', SAY.weight_share);
    request.exchangeRates.forEach(({ currency, rate }, index) => {
      check.positive(rate, `/exchangeRates/${index}/rate`);
      const isFirst = request.exchangeRates.findIndex((one) => one.currency === currency) === index;
      check.that(isFirst, `/exchangeRates/${index}/currency`, 'duplicate', SAY.rate_twice);
    });
    check.amount(request.goodsValue ?? undefined, '/goodsValue');
    checkWeighedPieces(check, request.pieces);
    check.done();
    if (from === null || to === null) throw new Error('A place that is not on record was let pass');
    return { from, to };
  }

  private async placeOf(view: View, check: InputCheck, code: string, pointer: string): Promise<Place | null> {
    const found = await this.places.find(view, code);
    if (found !== null) return found;
    check.that(false, pointer, 'unknown_place', await this.places.unknown(view, code));
    return null;
  }
}
