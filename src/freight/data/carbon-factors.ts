import { type CarbonFactor, type SeaRoute } from '../domain/offers/carbon.js';

const GLEC_3 =
  'GLEC Framework v3.2 (Smart Freight Centre, 2025-10), default, well to wheel; as republished by EcoFreight on 2026-05-23';
const GLEC_2 =
  'GLEC Framework v2.0 (Smart Freight Centre, 2019), default, well to wheel; order of size: not held against the printed table';

/** Defaults for who has no figures of the carrier: grams of CO2e per ton and kilometre; each from its day on. */
export const CARBON_FACTORS: readonly CarbonFactor[] = [
  { id: 'sea_container_average', gramsPerTonKm: '8.15', validFrom: '2025-10-01', source: GLEC_3 },
  { id: 'air_belly_long_haul', gramsPerTonKm: '608', validFrom: '2025-10-01', source: GLEC_3 },
  { id: 'air_freighter_long_haul', gramsPerTonKm: '880', validFrom: '2025-10-01', source: GLEC_3 },
  { id: 'rail_diesel_average', gramsPerTonKm: '28', validFrom: '2019-07-01', source: GLEC_2 },
  { id: 'road_van', gramsPerTonKm: '680', validFrom: '2019-07-01', source: GLEC_2 },
];

const MALACCA = [1.3, 103.8] as const;
const DONDRA = [5.8, 80.6] as const;
const SUEZ = [29.9, 32.6] as const;
const ADEN = [12.5, 44.5] as const;
const GIBRALTAR = [35.9, -5.6] as const;
const USHANT = [48.6, -5.8] as const;
const PANAMA = [9, -79.6] as const;
const GOOD_HOPE = [-35, 18.4] as const;

/** Capes and canals that ships from East Asia round on the way to a country; what is not listed is reached directly. */
export const SEA_ROUTES: readonly SeaRoute[] = [
  {
    countries: ['NL', 'DE', 'BE', 'GB', 'PL', 'DK', 'SE', 'NO', 'FI', 'IE', 'LT', 'LV', 'EE', 'FR'],
    eastOf: null,
    via: [MALACCA, DONDRA, ADEN, SUEZ, GIBRALTAR, USHANT],
  },
  { countries: ['PT', 'MA'], eastOf: null, via: [MALACCA, DONDRA, ADEN, SUEZ, GIBRALTAR] },
  {
    countries: ['ES', 'IT', 'GR', 'TR', 'HR', 'SI', 'MT', 'EG', 'IL', 'CY'],
    eastOf: null,
    via: [MALACCA, DONDRA, ADEN, SUEZ],
  },
  { countries: ['IN', 'PK', 'AE', 'SA', 'OM', 'QA', 'KW', 'LK', 'BD'], eastOf: null, via: [MALACCA, DONDRA] },
  { countries: ['ZA', 'KE', 'TZ'], eastOf: null, via: [MALACCA] },
  { countries: ['BR', 'AR', 'UY', 'NG', 'GH'], eastOf: null, via: [MALACCA, GOOD_HOPE] },
  { countries: ['US', 'CA'], eastOf: -100, via: [PANAMA] },
];
