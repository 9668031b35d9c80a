/**
 * The same selection as one hand-written statement: every rate that holds on one of the days between these places, by the same
 * index, with all of its columns. Nothing is read out of the rows, chosen, priced, weighed, converted or ranked.
 */
export const SELECT_RATES = `
  SELECT r.id, r.mode, r.code, r.name, r.basis, r.port_of_loading, r.origin_country, r.port_of_discharge, r.destination_country,
         r.size_type, r.service, r.from_kg, r.divisor, r.volume_policy, r.round_up_to_kg, r.transit_days_min, r.transit_days_max,
         r.tariff_id, r.price_minor, r.price_currency, r.share, r.percent_of, r.minimum_minor, r.maximum_minor, r.payer,
         r.position, r.valid_from, least(r.valid_to, t.replaced_from - 1) AS valid_to, r.source
  FROM freight.rate r LEFT JOIN freight.tariff t ON t.tenant_id = r.tenant_id AND t.id = r.tariff_id
  WHERE r.tenant_id IN ($1, '00000000-0000-0000-0000-000000000000') AND r.lane_key = ANY ($2::text[])
    AND r.withdrawn_at IS NULL AND r.valid_from <= $4 AND (r.valid_to IS NULL OR r.valid_to >= $3)
    AND (t.replaced_from IS NULL OR t.replaced_from > $3)`;
