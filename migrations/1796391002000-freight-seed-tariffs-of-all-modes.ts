import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whose rows everybody may read; see the policy `shared_tariff`. */
const SHARED = '00000000-0000-0000-0000-000000000000';
const SOURCE = 'platform sample tariff 2026, all modes';

/** Figures of our own making, of a plausible order of size; nobody offers them. All money in minor units. */
const AIR = [
  ['DEFRA', 4_600],
  ['NLAMS', 4_700],
  ['GBLHR', 4_900],
  ['FRCDG', 4_800],
  ['USLAX', 5_200],
  ['USJFK', 5_600],
  ['USCHI', 5_500],
  ['JPNRT', 1_600],
  ['SGSIN', 1_700],
  ['AUSYD', 3_900],
] as const;
const AIRPORTS = ['CNPVG', 'CNCAN', 'CNSZX', 'CNPEK'] as const;
/** From this weight on, kg, this share of the price up to 45 kg (N). */
const BREAKS = [
  [0, 100],
  [45, 80],
  [100, 71],
  [300, 66],
  [500, 62],
  [1_000, 58],
] as const;

/** Terminals in Europe: USD for a 40' box and for a revenue ton of 500 kg. */
const RAIL = [
  ['DEDUI', 720_000, 22_000],
  ['DEHAM', 740_000, 22_500],
  ['PLMLA', 620_000, 18_500],
  ['PLWAW', 640_000, 19_000],
  ['NLTLB', 750_000, 23_000],
] as const;
const TERMINALS = ['CNYIW', 'CNCGO', 'CNSIA', 'CNCKG'] as const;

/** Per country: express, dedicated line and post in CNY per kg; head-haul, inbound and storage of a warehouse; last mile up to 2, 10, 30 kg. */
const COUNTRIES = [
  ['US', 5_800, 4_200, 9_200, 'USD', [9_500, 1_200, 80, 120], [720, 1_150, 1_950]],
  ['GB', 5_600, 3_900, 8_400, 'GBP', [8_200, 1_000, 70, 90], [420, 690, 1_180]],
  ['DE', 5_700, 4_000, 8_600, 'EUR', [8_600, 1_100, 75, 100], [450, 720, 1_250]],
  ['FR', 5_900, 4_100, 8_800, 'EUR', [8_900, 1_100, 75, 110], [480, 780, 1_320]],
  ['JP', 3_200, 2_400, 5_200, 'JPY', [9_000, 900, 60, 120], [620, 880, 1_400]],
  ['AU', 5_100, 3_700, 7_900, 'AUD', [12_000, 1_600, 110, 150], [780, 1_250, 2_100]],
] as const;

interface SeedRow {
  readonly mode: string;
  readonly code: string;
  readonly name: string;
  readonly basis: string;
  readonly currency: string;
  readonly position: number;
  readonly price?: number;
  readonly pol?: string;
  readonly from?: string;
  readonly pod?: string;
  readonly to?: string;
  readonly size?: string;
  readonly service?: string;
  readonly fromKg?: number;
  readonly minimum?: number;
  readonly share?: string;
  readonly percentOf?: readonly string[];
  readonly divisor?: number;
  readonly policy?: string;
  readonly days?: readonly [number, number];
}

/** Sample tariffs by air, rail, express, post, dedicated line and overseas warehouse; marked as such in every line. */
export class FreightSeedTariffsOfAllModes1796391002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const rows = [...byAir(), ...byRail(), ...toTheDoor(), ...warehouses()];
    await this.actAsShared(db);
    // The id follows from what the line is, so that every installation has the same: a UUID of version 8 (RFC 9562).
    await db.query(
      `INSERT INTO freight.rate (tenant_id, id, mode, code, name, basis, port_of_loading, origin_country, port_of_discharge,
                                 destination_country, size_type, service, from_kg, price_minor, price_currency, share, percent_of,
                                 minimum_minor, divisor, volume_policy, transit_days_min, transit_days_max, payer, position,
                                 valid_from, source, created_at, updated_at)
       SELECT $1, overlay(overlay(md5(concat_ws('/', $2::text, r.mode, r.code, r.pol, r."from", r.pod, r."to", r.size, r.service,
                r."fromKg")) placing '8' from 13) placing '8' from 17)::uuid,
              r.mode, r.code, r.name, r.basis, r.pol, r."from", r.pod, r."to", r.size, r.service, r."fromKg", r.price, r.currency,
              r.share, coalesce(r."percentOf", '{}'), r.minimum, r.divisor, r.policy, r.days[1], r.days[2], 'prepaid', r.position,
              '2026-01-01', $2, '2026-01-01T00:00:00+08:00', '2026-01-01T00:00:00+08:00'
       FROM jsonb_to_recordset($3::jsonb) AS r (mode text, code text, name text, basis text, pol text, "from" text, pod text,
            "to" text, size text, service text, "fromKg" numeric, price bigint, currency text, share numeric, "percentOf" text[],
            minimum bigint, divisor integer, policy text, days smallint[], position smallint)`,
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

function byAir(): SeedRow[] {
  const air = { mode: 'air', currency: 'CNY' };
  const freight = AIR.flatMap(([pod, price]) =>
    AIRPORTS.flatMap((pol) =>
      BREAKS.map(([fromKg, share]) => ({
        ...air,
        ...{ code: 'FREIGHT', name: 'Air freight', basis: 'per_kg', pol, pod, fromKg, position: 10 },
        ...{ price: Math.round((price * share) / 100), minimum: 42_000, days: [3, 7] as const },
      })),
    ),
  );
  const other = { ...air, from: 'CN' };
  return [
    ...freight,
    { ...other, code: 'SCC', name: 'Security', basis: 'per_kg', price: 120, position: 30 },
    { ...other, code: 'AWB', name: 'Air waybill', basis: 'per_bill_of_lading', price: 5_000, position: 50 },
    {
      ...other,
      code: 'THC',
      name: 'Terminal handling, origin',
      basis: 'per_kg',
      price: 60,
      minimum: 6_000,
      position: 40,
    },
    { ...other, code: 'FSC', name: 'Fuel', basis: 'percent_of', share: '0.18', percentOf: ['FREIGHT'], position: 60 },
  ];
}

function byRail(): SeedRow[] {
  const rail = { mode: 'rail', code: 'FREIGHT', name: 'Rail freight', currency: 'USD', position: 10 };
  const freight = RAIL.flatMap(([pod, box, ton]) =>
    TERMINALS.flatMap((pol) => [
      { ...rail, basis: 'per_container', service: 'full_container', size: '42G1', pol, pod, price: box },
      { ...rail, basis: 'per_container', service: 'full_container', size: '45G1', pol, pod, price: box + 10_000 },
      {
        ...rail,
        basis: 'per_container',
        service: 'full_container',
        size: '22G1',
        pol,
        pod,
        price: Math.round(box * 0.6),
      },
      { ...rail, basis: 'per_revenue_ton', service: 'part_container', pol, pod, price: ton, days: [18, 28] as const },
    ]),
  );
  const other = { mode: 'rail', from: 'CN', currency: 'CNY' };
  return [
    ...freight,
    { ...other, code: 'DOC', name: 'Railway waybill', basis: 'per_bill_of_lading', price: 30_000, position: 50 },
    {
      ...other,
      code: 'ENS',
      name: 'Entry summary declaration (EU)',
      basis: 'per_bill_of_lading',
      price: 25_000,
      position: 55,
    },
  ];
}

function toTheDoor(): SeedRow[] {
  return COUNTRIES.flatMap(([to, express, line, post]) => {
    const lane = { from: 'CN', to, currency: 'CNY' };
    const perKg = { ...lane, code: 'FREIGHT', basis: 'per_kg', position: 10 };
    return [
      {
        ...perKg,
        mode: 'express',
        name: 'Express freight',
        fromKg: 0,
        price: express,
        minimum: 12_000,
        days: [3, 6] as const,
      },
      {
        ...perKg,
        mode: 'express',
        name: 'Express freight',
        fromKg: 21,
        price: Math.round(express * 0.72),
        days: [3, 6] as const,
      },
      {
        ...perKg,
        mode: 'express',
        name: 'Express freight',
        fromKg: 71,
        price: Math.round(express * 0.65),
        days: [3, 6] as const,
      },
      {
        ...lane,
        mode: 'express',
        code: 'FSC',
        name: 'Fuel',
        basis: 'percent_of',
        share: '0.22',
        percentOf: ['FREIGHT'],
        position: 60,
      },
      { ...perKg, mode: 'postal', name: 'Small packet', price: post, days: [12, 30] as const },
      { ...lane, mode: 'postal', code: 'REG', name: 'Registration', basis: 'per_piece', price: 1_850, position: 20 },
      ...(['economy', 'priority'] as const).flatMap((service) => {
        const faster = service === 'priority' ? 1.25 : 1;
        const own = { ...perKg, mode: 'dedicated_line', name: 'Line haul and delivery', service, divisor: 6_000 };
        const terms =
          service === 'priority'
            ? { policy: 'full', days: [5, 9] as const }
            : { policy: 'half', days: [8, 14] as const };
        return [
          { ...own, ...terms, fromKg: 0, price: Math.round(line * faster) },
          { ...own, ...terms, fromKg: 21, price: Math.round(line * faster * 0.88) },
          { ...own, ...terms, fromKg: 100, price: Math.round(line * faster * 0.79) },
        ];
      }),
      {
        ...lane,
        mode: 'dedicated_line',
        code: 'HANDLING',
        name: 'Handling',
        basis: 'per_piece',
        price: 1_200,
        position: 20,
      },
    ];
  });
}

function warehouses(): SeedRow[] {
  return COUNTRIES.flatMap(([to, , , , currency, [headHaul, inbound, storage, pickPack], lastMile]) => {
    const lane = { mode: 'overseas_warehouse', from: 'CN', to };
    const there = { ...lane, currency };
    return [
      {
        ...lane,
        currency: 'USD',
        code: 'FREIGHT',
        name: 'Head-haul by sea',
        basis: 'per_cbm',
        price: headHaul,
        minimum: headHaul,
        position: 10,
      },
      { ...there, code: 'INBOUND', name: 'Unloading and shelving', basis: 'per_cbm', price: inbound, position: 20 },
      { ...there, code: 'STORAGE', name: 'Storage', basis: 'per_cbm_day', price: storage, position: 30 },
      { ...there, code: 'PICKPACK', name: 'Picking and packing', basis: 'per_unit', price: pickPack, position: 40 },
      ...[0, 2, 10].map((fromKg, index) => ({
        ...there,
        ...{ code: 'LASTMILE', name: 'Delivery', basis: 'per_unit', fromKg, price: lastMile[index] ?? 0, position: 50 },
      })),
    ];
  });
}
