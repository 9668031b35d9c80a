import { Decimal, roundHalfUp } from '../../../kernel/decimal.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { type Cargo } from '../cargo.js';
import { type ChargeLine } from '../charge-lines.js';
import { quoteFreight } from '../freight-quote.js';
import { SAY } from '../freight.sentences.js';
import { chargeableKg } from '../piece-weight.js';
import { NoRateError, SurchargeCurrencyError } from '../quote.errors.js';
import { BASE_FREIGHT, type FreightMode, OCEAN_FREIGHT, type Rate, type TariffMode } from '../rate.js';
import { type Consignment } from './consignment-facts.js';
import { type ModeRule } from './mode-rule.js';
import { type Quantities, weighedLines } from './weighed-lines.js';

/** The charges of one service. */
export interface Priced {
  readonly service: string | null;
  readonly lines: readonly ChargeLine[];
  /** Those that the lines were worked out with, the base freight first. */
  readonly rates: readonly Rate[];
  readonly chargeableKg: Decimal | null;
  readonly revenueTons: Decimal | null;
  readonly containers: readonly { readonly sizeType: string; readonly count: number }[];
}

/** Why a service has no price. */
export interface Unpriced {
  readonly service: string | null;
  readonly missing: 'not_taken' | 'no_rate' | 'tariff_fault';
  readonly reasons: readonly Sentence[];
}

interface Means {
  readonly rule: ModeRule;
  readonly noRate: readonly Sentence[];
}

/** A cubic metre on a train counts as so many kilograms. Source: custom of the China–Europe trains, 1 m³ = 500 kg. */
const RAIL_KG_PER_CBM = 500;
/** A warehouse abroad is of no use without any of these. */
const WAREHOUSE_CHARGES = [BASE_FREIGHT, 'INBOUND', 'STORAGE', 'PICKPACK', 'LASTMILE'];

/** Prices a consignment by one mode, each service by itself. */
export function priceMode(
  mode: TariffMode,
  goods: Consignment,
  rates: readonly Rate[],
  means: Means,
): (Priced | Unpriced)[] {
  const base = mode === 'fcl' || mode === 'lcl' ? OCEAN_FREIGHT : BASE_FREIGHT;
  const services = new Set(rates.filter(({ code }) => code === base).map(({ service }) => service));
  if (services.size === 0) return [{ service: null, missing: 'no_rate', reasons: means.noRate }];
  return [...services].sort().map((service) => {
    const ofService = forService(rates, service);
    try {
      if (mode === 'fcl' || mode === 'lcl') return bySea(mode, goods, ofService, service);
      return byTariff(mode, goods, ofService, { ...means, service });
    } catch (error) {
      return unpriced(error, service, means);
    }
  });
}

/** What one service charges for in its own way goes before what holds for all. */
function forService(rates: readonly Rate[], service: string | null): Rate[] {
  const own = new Set(rates.filter((rate) => service !== null && rate.service === service).map(({ code }) => code));
  return rates.filter((rate) => rate.service === service || (rate.service === null && !own.has(rate.code)));
}

/** @throws DomainError where the rules of a quote by sea refuse it */
function bySea(
  mode: FreightMode,
  goods: Consignment,
  rates: readonly Rate[],
  service: string | null,
): Priced | Unpriced {
  const { measures, plan, pieces } = goods;
  if (mode === 'fcl' && plan.over.length > 0) {
    const reasons = plan.over.map(({ piece, reason }) => SAY.piece_over({ number: piece + 1, reason }));
    return { service, missing: 'not_taken', reasons };
  }
  const { grossKg } = measures;
  const cargo: Cargo = mode === 'fcl' ? { mode, containers: plan.containers, grossKg } : { mode, pieces, grossKg };
  const { lines, revenueTons } = quoteFreight(cargo, rates);
  const containers = mode === 'fcl' ? plan.containers : [];
  return { service, lines, rates: usedOf(lines, rates), chargeableKg: null, revenueTons, containers };
}

function byTariff(
  mode: TariffMode,
  goods: Consignment,
  rates: readonly Rate[],
  { rule, noRate, service }: Means & { readonly service: string | null },
): Priced | Unpriced {
  const isBoxed = rates.some(({ code, basis }) => code === BASE_FREIGHT && basis === 'per_container');
  if (isBoxed && goods.plan.over.length > 0) {
    const reasons = goods.plan.over.map(({ piece, reason }) => SAY.piece_over({ number: piece + 1, reason }));
    return { service, missing: 'not_taken', reasons };
  }
  const quantities = quantitiesOf(mode, goods, rule);
  const lines = weighedLines(rates, quantities);
  const priced = lines.filter(({ code }) => code === BASE_FREIGHT);
  const isWhole = isBoxed
    ? goods.plan.containers.every(({ sizeType }) => priced.some((line) => line.sizeType === sizeType))
    : priced.length > 0;
  if (!isWhole) return { service, missing: 'no_rate', reasons: noRate };
  const lacking =
    mode === 'overseas_warehouse' ? WAREHOUSE_CHARGES.filter((code) => !lines.some((line) => line.code === code)) : [];
  if (lacking.length > 0) {
    return { service, missing: 'no_rate', reasons: lacking.map((code) => SAY.charge_lacks({ code })) };
  }
  const used = usedOf(lines, rates);
  const [base] = used;
  const weighed = rule.weighing !== null && base?.basis === 'per_kg' ? quantities.chargeableKg(base) : null;
  const isByTon = priced.some(({ basis }) => basis === 'per_revenue_ton');
  const revenueTons = isByTon ? quantities.revenueTons : null;
  const containers = isBoxed ? goods.plan.containers : [];
  return { service, lines, rates: used, chargeableKg: weighed, revenueTons, containers };
}

function quantitiesOf(mode: TariffMode, goods: Consignment, rule: ModeRule): Quantities {
  const { measures, pieces, storageDays, plan } = goods;
  const { grossKg, cbm } = measures;
  const kgPerTon = mode === 'rail' ? RAIL_KG_PER_CBM : 1_000;
  const units = goods.units ?? measures.pieces;
  return {
    chargeableKg: ({ weighing }) => (rule.weighing === null ? grossKg : chargeableKg(pieces, rule.weighing, weighing)),
    pieces: measures.pieces,
    cbm,
    revenueTons: Decimal.max(cbm, roundHalfUp(grossKg.div(kgPerTon), 3), 1),
    storageDays,
    units,
    unitKg: grossKg.div(units),
    containers: plan.containers,
  };
}

function usedOf(lines: readonly ChargeLine[], rates: readonly Rate[]): Rate[] {
  const byId = new Map(rates.map((rate) => [rate.id, rate]));
  const isBase = ({ code }: ChargeLine): number => (code === BASE_FREIGHT || code === OCEAN_FREIGHT ? 0 : 1);
  return lines.toSorted((left, right) => isBase(left) - isBase(right)).flatMap(({ rateId }) => byId.get(rateId) ?? []);
}

/** What is not about goods and tariff is no answer, but an error of ours. */
function unpriced(error: unknown, service: string | null, { noRate }: Means): Unpriced {
  if (!(error instanceof DomainError)) throw error;
  if (error instanceof NoRateError) {
    const reasons = error.faults.length > 0 ? error.faults.map(({ message }) => message) : noRate;
    return { service, missing: 'no_rate', reasons };
  }
  if (error instanceof SurchargeCurrencyError) return { service, missing: 'tariff_fault', reasons: [error.sentence] };
  return { service, missing: 'not_taken', reasons: error.faults.map(({ message }) => message) };
}
