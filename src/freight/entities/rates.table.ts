import { type NewRate, type TariffMode } from '../domain/rate.js';

/** As rows of `INSERT_RATES`. */
export type RateRecord = ReturnType<typeof rowOf>;

/** Adds rates of a tenant, any number in one statement: tenant, tariff or null, instant, rows as JSON. */
export const INSERT_RATES = `
  INSERT INTO freight.rate (tenant_id, id, tariff_id, mode, code, name, basis, port_of_loading, origin_country, port_of_discharge,
                            destination_country, size_type, service, from_kg, divisor, volume_policy, round_up_to_kg,
                            transit_days_min, transit_days_max, price_minor, price_currency, share, percent_of, minimum_minor,
                            maximum_minor, payer, position, valid_from, valid_to, source, created_at, updated_at)
  SELECT $1, r.id, $2, r.mode, r.code, r.name, r.basis, r.pol, r.origin, r.pod, r.destination, r.size, r.service, r."fromKg",
         r.divisor, r.policy, r."roundUp", r."daysMin", r."daysMax", r.price, r.currency, r.share, r."percentOf", r.minimum,
         r.maximum, r.payer, r.position, r."validFrom", r."validTo", r.source, $3, $3
  FROM jsonb_to_recordset($4::jsonb) AS r (id uuid, mode text, code text, name text, basis text, pol text, origin text, pod text,
       destination text, size text, service text, "fromKg" numeric, divisor integer, policy text, "roundUp" numeric,
       "daysMin" smallint, "daysMax" smallint, price bigint, currency text, share numeric, "percentOf" text[], minimum bigint,
       maximum bigint, payer text, position smallint, "validFrom" date, "validTo" date, source text)`;

export function rowOf(rate: NewRate, id: string) {
  const { weighing } = rate;
  return {
    id,
    mode: rate.mode,
    code: rate.code,
    name: rate.name,
    basis: rate.basis,
    pol: rate.portOfLoading,
    origin: rate.originCountry,
    pod: rate.portOfDischarge,
    destination: rate.destinationCountry,
    size: rate.sizeType,
    service: rate.service,
    fromKg: rate.fromKg?.toFixed() ?? null,
    divisor: weighing.divisor,
    policy: weighing.volumePolicy,
    roundUp: weighing.roundUpToKg?.toFixed() ?? null,
    daysMin: rate.transitDaysMin,
    daysMax: rate.transitDaysMax,
    price: rate.price?.minor.toString() ?? null,
    currency: rate.currency,
    share: rate.share?.toFixed() ?? null,
    percentOf: rate.percentOf,
    minimum: rate.minimum?.minor.toString() ?? null,
    maximum: rate.maximum?.minor.toString() ?? null,
    payer: rate.payer,
    position: rate.position,
    validFrom: rate.validFrom,
    validTo: rate.validTo,
    source: rate.source,
  };
}

/** Every `lane_key` under which a rate may stand that fits this lane: by place, by country, or for any. */
export function laneKeys(mode: TariffMode, from: string, to: string): string[] {
  return [from, from.slice(0, 2), '*'].flatMap((origin) =>
    [to, to.slice(0, 2), '*'].map((destination) => `${mode}:${origin}:${destination}`),
  );
}
