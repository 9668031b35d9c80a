import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whose rows everybody may read; see the policy `shared_tariff`. */
const SHARED = '00000000-0000-0000-0000-000000000000';
const SOURCE = 'platform sample tariff 2026';

/**
 * Ocean freight from Shanghai in USD: 20' box, 40' box (standard and high cube), LCL per revenue ton. Figures of our
 * own making, of a plausible order of size; nobody offers them.
 */
const DESTINATIONS = [
  ['USLAX', 1_550, 1_980, 38],
  ['USLGB', 1_560, 1_990, 38],
  ['USOAK', 1_640, 2_090, 42],
  ['USSEA', 1_620, 2_060, 42],
  ['USNYC', 2_480, 3_120, 55],
  ['USSAV', 2_430, 3_060, 55],
  ['USHOU', 2_560, 3_240, 58],
  ['CAVAN', 1_600, 2_040, 42],
  ['NLRTM', 1_250, 2_050, 25],
  ['DEHAM', 1_280, 2_100, 25],
  ['BEANR', 1_260, 2_060, 25],
  ['FRLEH', 1_290, 2_110, 28],
  ['GBFXT', 1_300, 2_150, 28],
  ['ESVLC', 1_720, 2_780, 34],
  ['ITGOA', 1_760, 2_840, 34],
  ['PLGDN', 1_480, 2_400, 36],
  ['JPTYO', 260, 420, 6],
  ['JPOSA', 250, 400, 6],
  ['KRPUS', 180, 290, 5],
  ['SGSIN', 310, 520, 8],
  ['MYPKG', 330, 550, 9],
  ['THLCH', 300, 500, 9],
  ['VNSGN', 280, 460, 9],
  ['AUSYD', 1_120, 1_980, 32],
  ['AUMEL', 1_140, 2_010, 32],
  ['AEJEA', 980, 1_620, 24],
  ['INNSA', 860, 1_380, 22],
  ['BRSSZ', 2_250, 2_900, 62],
  ['MXZLO', 1_480, 1_950, 48],
  ['ZADUR', 1_850, 2_650, 52],
] as const;

/** What another port of loading adds to Shanghai, USD per 20', 40' and revenue ton; its terminal handling in CNY. */
const ORIGINS = [
  ['CNSHA', 0, 0, 0, 940, 1_410],
  ['CNNGB', 0, 0, 0, 900, 1_350],
  ['CNSZX', 20, 40, 1, 990, 1_480],
  ['CNYTN', 20, 40, 1, 990, 1_480],
  ['CNXMN', 35, 60, 2, 880, 1_320],
  ['CNTAO', 25, 45, 2, 860, 1_290],
  ['CNTXG', 40, 70, 3, 860, 1_290],
  ['CNCAN', 30, 55, 2, 950, 1_420],
] as const;

/** Codes of the boxes that the sample tariff prices: 20' and 40' standard, 40' high cube. */
const FCL_SIZES = ['22G1', '42G1', '45G1'] as const;

/** mode, code, name, basis, country, size, USD or CNY, price in minor units, minimum, position. */
const SURCHARGES = [
  ['fcl', 'BAF', 'Bunker adjustment', 'per_container', null, '22G1', 'USD', 18_000, null, 20],
  ['fcl', 'BAF', 'Bunker adjustment', 'per_container', null, '42G1', 'USD', 36_000, null, 20],
  ['fcl', 'BAF', 'Bunker adjustment', 'per_container', null, '45G1', 'USD', 36_000, null, 20],
  ['fcl', 'SEAL', 'Container seal', 'per_container', null, null, 'CNY', 5_000, null, 50],
  ['fcl', 'VGM', 'Verified gross mass', 'per_container', null, null, 'CNY', 10_000, null, 51],
  ['fcl', 'DOC', 'Documentation', 'per_bill_of_lading', null, null, 'CNY', 45_000, null, 52],
  ['lcl', 'BAF', 'Bunker adjustment', 'per_revenue_ton', null, null, 'USD', 800, null, 20],
  ['lcl', 'CFS', 'Container freight station, origin', 'per_revenue_ton', null, null, 'CNY', 11_000, 11_000, 41],
  ['lcl', 'DOC', 'Documentation', 'per_bill_of_lading', null, null, 'CNY', 20_000, null, 52],
  ['lcl', 'VGM', 'Verified gross mass', 'per_bill_of_lading', null, null, 'CNY', 5_000, null, 53],
] as const;

/** Advance filings by country of destination, per bill of lading. */
const FILINGS = [
  ['AMS', 'Advance manifest filing (US)', ['US'], 3_000],
  ['ACI', 'Advance commercial information (CA)', ['CA'], 3_000],
  ['ENS', 'Entry summary declaration (EU, GB)', ['NL', 'DE', 'BE', 'FR', 'ES', 'IT', 'PL', 'GB'], 3_500],
  ['AFR', 'Advance filing rules (JP)', ['JP'], 3_000],
] as const;

/** Percentages of the ocean freight: currency adjustment on two trades, peak season on the Pacific. */
const PERCENTAGES = [
  ['CAF', 'Currency adjustment', ['JP', 'KR'], '0.03', ['OCEAN'], 60],
  ['PSS', 'Peak season', ['US', 'CA'], '0.05', ['OCEAN', 'BAF'], 61],
] as const;

interface SeedRow {
  readonly mode: string;
  readonly code: string;
  readonly name: string;
  readonly basis: string;
  readonly pol: string | null;
  readonly pod: string | null;
  readonly country: string | null;
  readonly size: string | null;
  readonly currency: string;
  readonly price: number | null;
  readonly share: string | null;
  readonly percentOf: readonly string[];
  readonly minimum: number | null;
  readonly position: number;
}

/** Fills the rate table with a sample tariff, so that a fresh installation can quote; marked as such in every line. */
export class FreightSeedSampleTariff1795500005001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const rows = [...oceanFreight(), ...terminalHandling(), ...surcharges(), ...filings(), ...percentages()];
    await this.actAsShared(db);
    // The id follows from what the line is, so that every installation has the same: a UUID of version 8 (RFC 9562).
    await db.query(
      `INSERT INTO freight.rate (tenant_id, id, mode, code, name, basis, port_of_loading, port_of_discharge, destination_country,
                                 size_type, price_minor, price_currency, share, percent_of, minimum_minor, payer, position,
                                 valid_from, source, created_at, updated_at)
       SELECT $1, overlay(overlay(md5(concat_ws('/', $2::text, r.mode, r.code, r.pol, r.pod, r.country, r.size))
                placing '8' from 13) placing '8' from 17)::uuid, r.mode, r.code, r.name, r.basis, r.pol, r.pod, r.country, r.size, r.price, r.currency, r.share, r."percentOf", r.minimum, 'prepaid', r.position,
              '2026-01-01', $2, '2026-01-01T00:00:00+08:00', '2026-01-01T00:00:00+08:00'
       FROM jsonb_to_recordset($3::jsonb) AS r (mode text, code text, name text, basis text, pol text, pod text, country text,
            size text, currency text, price bigint, share numeric, "percentOf" text[], minimum bigint, position smallint)`,
      [SHARED, SOURCE, JSON.stringify(rows)],
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await this.actAsShared(db);
    await db.query(`DELETE FROM freight.rate WHERE tenant_id = $1 AND source = $2`, [SHARED, SOURCE]);
  }

  /** An owner that is no superuser is bound by row-level security too. */
  private async actAsShared(db: QueryRunner): Promise<void> {
    await db.query(`SELECT set_config('app.tenant', $1, true)`, [SHARED]);
  }
}

const ANYWHERE = {
  pol: null,
  pod: null,
  country: null,
  size: null,
  share: null,
  percentOf: [],
  minimum: null,
} as const;

function oceanFreight(): SeedRow[] {
  return DESTINATIONS.flatMap(([pod, by20, by40, byTon]) =>
    ORIGINS.flatMap(([pol, more20, more40, moreTon]) => {
      const lane = { ...ANYWHERE, code: 'OCEAN', name: 'Ocean freight', pol, pod, currency: 'USD', position: 10 };
      const fcl = { ...lane, mode: 'fcl', basis: 'per_container' };
      return [
        ...FCL_SIZES.map((size) => ({ ...fcl, size, price: 100 * (size === '22G1' ? by20 + more20 : by40 + more40) })),
        { ...lane, mode: 'lcl', basis: 'per_revenue_ton', price: 100 * (byTon + moreTon) },
      ];
    }),
  );
}

function terminalHandling(): SeedRow[] {
  return ORIGINS.flatMap(([pol, , , , by20, by40]) => {
    const port = { ...ANYWHERE, code: 'THC', name: 'Terminal handling, origin', pol, currency: 'CNY', position: 40 };
    const fcl = { ...port, mode: 'fcl', basis: 'per_container' };
    return FCL_SIZES.map((size) => ({ ...fcl, size, price: 100 * (size === '22G1' ? by20 : by40) }));
  });
}

function surcharges(): SeedRow[] {
  return SURCHARGES.map(([mode, code, name, basis, country, size, currency, price, minimum, position]) => {
    return { ...ANYWHERE, mode, code, name, basis, country, size, currency, price, minimum, position };
  });
}

function filings(): SeedRow[] {
  return FILINGS.flatMap(([code, name, countries, price]) =>
    countries.flatMap((country) =>
      ['fcl', 'lcl'].map((mode) => {
        return {
          ...ANYWHERE,
          mode,
          code,
          name,
          basis: 'per_bill_of_lading',
          country,
          currency: 'USD',
          price,
          position: 55,
        };
      }),
    ),
  );
}

function percentages(): SeedRow[] {
  return PERCENTAGES.flatMap(([code, name, countries, share, percentOf, position]) =>
    countries.flatMap((country) =>
      ['fcl', 'lcl'].map((mode) => {
        const of = { basis: 'percent_of', share, percentOf, price: null, currency: 'USD' };
        return { ...ANYWHERE, mode, code, name, country, ...of, position };
      }),
    ),
  );
}
