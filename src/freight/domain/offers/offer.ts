import { type Decimal } from '../../../kernel/decimal.js';
import { addDays, earlierOf, type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type ChargeLine, sumByCurrency } from '../charge-lines.js';
import { type Consignment } from './consignment-facts.js';
import { type Carbon, type CarbonData, carbonOf } from './carbon.js';
import { type ModeRule, ruleOn, standingOf } from './mode-rule.js';
import { type Priced, priceMode } from './price-mode.js';
import { type Place } from '../places.js';
import { type Rate, TARIFF_MODES, type TariffMode } from '../rate.js';
import { SAY } from '../freight.sentences.js';
import { notices } from './notices.js';

/** Where a mode takes the goods over and hands them out; null where it has nothing near. */
export interface Gateways {
  readonly from: Place | null;
  readonly to: Place | null;
}

export interface CutOff {
  /** DCSA: DCO documents, VCO verified gross mass, FCO full container, LCO loose cargo. */
  readonly code: string;
  readonly on: LocalDate;
}

/** One way that the goods can go, with its price. */
export interface Offer {
  readonly mode: TariffMode;
  readonly service: string | null;
  readonly from: string;
  readonly to: string;
  readonly departureDate: LocalDate;
  readonly transitDays: { readonly min: number; readonly max: number };
  readonly arrival: { readonly earliest: LocalDate; readonly latest: LocalDate };
  readonly cutOffs: readonly CutOff[];
  readonly lines: readonly ChargeLine[];
  readonly totals: readonly Money[];
  readonly collectTotals: readonly Money[];
  readonly chargeableKg: Decimal | null;
  readonly revenueTons: Decimal | null;
  readonly containers: readonly { readonly sizeType: string; readonly count: number }[];
  /** The last day on which all of its rates hold; null: until further notice. */
  readonly ratesValidTo: LocalDate | null;
  readonly carbon: Carbon | null;
  readonly notices: readonly Sentence[];
}

export const MISSING_CODES = ['no_gateway', 'not_taken', 'no_rate', 'tariff_fault'] as const;

/** Why there is no offer by a mode. */
export interface MissingOffer {
  readonly mode: TariffMode;
  readonly service: string | null;
  readonly code: (typeof MISSING_CODES)[number];
  readonly reasons: readonly Sentence[];
}

export interface OfferData {
  readonly rules: readonly ModeRule[];
  readonly carbon: CarbonData;
}

export interface Offers {
  readonly offers: readonly Offer[];
  readonly missing: readonly MissingOffer[];
}

/** On which day goods would leave by each mode: it decides the rates. */
export function departureOf(rule: ModeRule, readyOn: LocalDate): LocalDate {
  return addDays(readyOn, rule.leadDays);
}

/**
 * Every way that the goods can go, and of each that they cannot, why.
 * @param candidates rates of all modes for these gateways; as many for a charge as there are
 */
export function makeOffers(
  goods: Consignment,
  gateways: (mode: TariffMode) => Gateways,
  candidates: readonly Rate[],
  data: OfferData,
): Offers {
  const byMode = Map.groupBy(candidates, ({ mode }) => mode);
  const found = TARIFF_MODES.map((mode) => offersBy(mode, { goods, ...gateways(mode) }, byMode.get(mode) ?? [], data));
  return { offers: found.flatMap(({ offers }) => offers), missing: found.flatMap(({ missing }) => missing) };
}

interface Asked extends Gateways {
  readonly goods: Consignment;
}

function offersBy(mode: TariffMode, { goods, from, to }: Asked, candidates: readonly Rate[], data: OfferData): Offers {
  const none = (code: MissingOffer['code'], reasons: readonly Sentence[], service: string | null = null): Offers => ({
    offers: [],
    missing: [{ mode, service, code, reasons }],
  });
  const rule = ruleOn(data.rules, mode, goods.readyOn);
  if (from === null || to === null) {
    return none('no_gateway', [SAY.no_gateway({ place: from === null ? goods.from.name : goods.to.name })]);
  }
  const day = rule === null ? goods.readyOn : departureOf(rule, goods.readyOn);
  const noRate = [SAY.no_base_freight({ from: from.code, to: to.code, day })];
  if (rule === null) return none('no_rate', noRate);
  const { refusals, notices: ofGoods } = standingOf(rule, goods.pieces, goods.nature);
  if (refusals.length > 0) return none('not_taken', refusals);
  const rates = candidates.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day));
  const priced = priceMode(mode, goods, rates, { rule, noRate });
  const route = { from, to, day };
  return {
    offers: priced.flatMap((one) =>
      'missing' in one ? [] : [offerOf(mode, one, goods, route, { rule, data, ofGoods })],
    ),
    missing: priced.flatMap((one) =>
      'missing' in one ? [{ mode, service: one.service, code: one.missing, reasons: one.reasons }] : [],
    ),
  };
}

interface Circumstances {
  readonly rule: ModeRule;
  readonly data: OfferData;
  readonly ofGoods: readonly Sentence[];
}

function offerOf(
  mode: TariffMode,
  priced: Priced,
  goods: Consignment,
  { from, to, day }: { readonly from: Place; readonly to: Place; readonly day: LocalDate },
  { rule, data, ofGoods }: Circumstances,
): Offer {
  const { lines, rates, service, chargeableKg, revenueTons, containers } = priced;
  const timed = rates.find(({ transitDaysMin, transitDaysMax }) => transitDaysMin !== null && transitDaysMax !== null);
  const min = timed?.transitDaysMin ?? rule.transitDays[0];
  const max = timed?.transitDaysMax ?? rule.transitDays[1];
  const ends = rates.map(({ validTo }) => validTo).filter((end) => end !== null);
  return {
    mode,
    service,
    from: from.code,
    to: to.code,
    departureDate: day,
    transitDays: { min, max },
    arrival: { earliest: addDays(day, min), latest: addDays(day, max) },
    cutOffs: rule.cutOffs.map(({ code, daysBefore }) => ({ code, on: addDays(day, -daysBefore) })),
    lines,
    totals: sumByCurrency(lines, 'prepaid'),
    collectTotals: sumByCurrency(lines, 'collect'),
    chargeableKg,
    revenueTons,
    containers,
    ratesValidTo: ends.length === 0 ? null : ends.reduce(earlierOf),
    carbon: carbonOf(mode, { from, to, grossKg: goods.measures.grossKg, day }, data.carbon),
    notices: [...ofGoods, ...notices(mode, goods, { from, to })],
  };
}
