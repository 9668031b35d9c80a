import { Decimal, roundHalfUp } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { greatCircleKm, type Place } from '../places.js';
import { type TariffMode } from '../rate.js';

/** A default of the GLEC Framework, from a day on. */
export interface CarbonFactor {
  readonly id: string;
  /** Grams of CO2e per ton and kilometre, well to wheel. */
  readonly gramsPerTonKm: string;
  readonly validFrom: LocalDate;
  readonly source: string;
}

/** What ships round on the way to some countries; `eastOf` where it holds for one coast only, degrees. */
export interface SeaRoute {
  readonly countries: readonly string[];
  readonly eastOf: number | null;
  readonly via: readonly (readonly [number, number])[];
}

export interface CarbonLeg {
  readonly factor: string;
  readonly gramsPerTonKm: string;
  readonly validFrom: LocalDate;
  readonly source: string;
  readonly distanceKm: number;
  readonly kgCo2e: Decimal;
}

/** An estimate by defaults, of the whole way. */
export interface Carbon {
  readonly kgCo2e: Decimal;
  readonly legs: readonly CarbonLeg[];
}

/** Ships sail further than the shortest way. Source: GLEC Framework, distance adjustment factor for sea. */
const SEA_DETOUR = 1.15;
/** Take-off and landing. Source: EN 16258 / ISO 14083: 95 km are added to the great circle. */
const AIR_EXTRA_KM = 95;
/** Tracks follow valleys: our own order of size. */
const RAIL_DETOUR = 1.25;
/** What a van drives from the last hub or warehouse to the door; our own order of size. */
const LAST_MILE_KM = 100;

const FACTOR: Readonly<Record<TariffMode, { readonly main: string; readonly way: Way; readonly lastMile: boolean }>> = {
  fcl: { main: 'sea_container_average', way: 'sea', lastMile: false },
  lcl: { main: 'sea_container_average', way: 'sea', lastMile: false },
  air: { main: 'air_belly_long_haul', way: 'air', lastMile: false },
  rail: { main: 'rail_diesel_average', way: 'rail', lastMile: false },
  express: { main: 'air_freighter_long_haul', way: 'air', lastMile: true },
  postal: { main: 'air_belly_long_haul', way: 'air', lastMile: true },
  dedicated_line: { main: 'air_freighter_long_haul', way: 'air', lastMile: true },
  overseas_warehouse: { main: 'sea_container_average', way: 'sea', lastMile: true },
};
type Way = 'sea' | 'air' | 'rail';

export interface CarbonData {
  readonly factors: readonly CarbonFactor[];
  readonly routes: readonly SeaRoute[];
}

/**
 * What a shipment emits on its way: `Σ distance × gross weight × factor` over main carriage and, where it is delivered to a door,
 * a last mile. By defaults and distances of the map: an estimate to choose by, nothing to report.
 *
 * Units: km, kg, g per ton-kilometre. Rounding: each leg half up to 0.1 kg, then the sum.
 * Source: GLEC Framework (ISO 14083); each factor names its edition.
 * @returns null where no factor is in force
 */
export function carbonOf(
  mode: TariffMode,
  route: { readonly from: Place; readonly to: Place; readonly grossKg: Decimal; readonly day: LocalDate },
  { factors, routes }: CarbonData,
): Carbon | null {
  const { main, way, lastMile } = FACTOR[mode];
  const legs = [
    { id: main, distanceKm: distanceKm(way, route.from, route.to, routes) },
    ...(lastMile ? [{ id: 'road_van', distanceKm: LAST_MILE_KM }] : []),
  ].flatMap(({ id, distanceKm: km }) => {
    const inForce = factors.filter((one) => one.id === id && one.validFrom <= route.day);
    const factor = inForce.sort((left, right) => (left.validFrom < right.validFrom ? 1 : -1))[0];
    if (factor === undefined) return [];
    const { gramsPerTonKm, validFrom, source } = factor;
    const kgCo2e = roundHalfUp(route.grossKg.times(km).times(gramsPerTonKm).div(1_000_000), 1);
    return [{ factor: id, gramsPerTonKm, validFrom, source, distanceKm: km, kgCo2e }];
  });
  if (legs.length === 0) return null;
  return { kgCo2e: Decimal.sum(...legs.map(({ kgCo2e }) => kgCo2e)), legs };
}

function distanceKm(way: Way, from: Place, to: Place, routes: readonly SeaRoute[]): number {
  if (way === 'air') return greatCircleKm(from, to) + AIR_EXTRA_KM;
  if (way === 'rail') return Math.round(greatCircleKm(from, to) * RAIL_DETOUR);
  const route = routes.find(({ countries, eastOf }) => {
    return countries.includes(to.country) && (eastOf === null || to.longitude > eastOf);
  });
  const points = [from, ...(route?.via ?? []).map(([latitude, longitude]) => ({ latitude, longitude })), to];
  const shortest = points.slice(1).reduce((sum, point, index) => sum + greatCircleKm(points[index] ?? from, point), 0);
  return Math.round(shortest * SEA_DETOUR);
}
