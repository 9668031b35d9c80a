import { Injectable } from '@nestjs/common';

import { Decimal } from '../../kernel/decimal.js';
import { newId } from '../../kernel/ids.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { cursorId, cursorOf, type DatedPageQuery, type Page } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { SAY } from '../domain/freight.sentences.js';
import { INSERT_RATES, laneKeys, rowOf } from '../entities/rates.table.js';
import { checkNewRate } from '../domain/new-rate.js';
import { type NewRate, type Rate, type TariffMode, type VolumePolicy } from '../domain/rate.js';
import { RateNotOursError, RateWithdrawnError } from '../domain/rate.errors.js';

/** Whose rates everybody may read. */
const SHARED = '00000000-0000-0000-0000-000000000000';

export interface RateRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly mode: TariffMode;
  readonly code: string;
  readonly name: string;
  readonly basis: Rate['basis'];
  readonly port_of_loading: string | null;
  readonly port_of_discharge: string | null;
  readonly destination_country: string | null;
  readonly origin_country: string | null;
  readonly service: string | null;
  readonly from_kg: string | null;
  readonly divisor: number | null;
  readonly volume_policy: VolumePolicy | null;
  readonly round_up_to_kg: string | null;
  readonly transit_days_min: number | null;
  readonly transit_days_max: number | null;
  readonly tariff_id: string | null;
  readonly size_type: string | null;
  readonly price_minor: string | null;
  readonly price_currency: string;
  readonly share: string | null;
  readonly percent_of: string[];
  readonly minimum_minor: string | null;
  readonly maximum_minor: string | null;
  readonly payer: Rate['payer'];
  readonly position: number;
  readonly valid_from: LocalDate;
  readonly valid_to: LocalDate | null;
  readonly source: string;
  readonly withdrawn_at: Date | null;
  readonly version: number;
  readonly created_at: Date;
}

/** A rate as it is listed: with what it is not needed for when a quote is made. */
export interface ListedRate extends Rate {
  readonly currency: string;
  /** The tariff that it came with. */
  readonly tariffId: string | null;
  readonly withdrawnAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
}

const NAMES = [
  ...['tenant_id', 'id', 'mode', 'code', 'name', 'basis', 'port_of_loading', 'origin_country', 'port_of_discharge'],
  ...['destination_country', 'size_type', 'service', 'from_kg', 'divisor', 'volume_policy', 'round_up_to_kg'],
  ...['transit_days_min', 'transit_days_max', 'tariff_id', 'price_minor', 'price_currency', 'share', 'percent_of'],
  ...['minimum_minor', 'maximum_minor', 'payer', 'position', 'valid_from::text', 'valid_to::text', 'source'],
  ...['withdrawn_at', 'version', 'created_at'],
];
const COLUMNS = NAMES.join(', ');

/** A rate of a tariff ends by itself, or where the next edition begins. */
const ENDS = `least(r.valid_to, t.replaced_from - 1)::text AS valid_to`;

/**
 * Everything that fits the lanes and may hold on one of the days; of a tariff only the edition of that day. Which of it counts
 * is decided by `chooseRates`. One statement for all modes: each key is a probe of the index.
 */
export const CANDIDATES = `
  SELECT ${NAMES.map((name) => (name === 'valid_to::text' ? ENDS : `r.${name}`)).join(', ')} FROM freight.rate r
  LEFT JOIN freight.tariff t ON t.tenant_id = r.tenant_id AND t.id = r.tariff_id
  WHERE r.tenant_id IN ($1, '${SHARED}') AND r.lane_key = ANY ($2::text[]) AND r.withdrawn_at IS NULL
    AND r.valid_from <= $4 AND (r.valid_to IS NULL OR r.valid_to >= $3)
    AND (t.replaced_from IS NULL OR t.replaced_from > $3)`;

const LIST = `
  SELECT ${COLUMNS} FROM freight.rate
  WHERE tenant_id IN ($1, '${SHARED}')
    AND ($2::text IS NULL OR mode = $2) AND ($3::text IS NULL OR port_of_loading = $3 OR port_of_loading IS NULL)
    AND ($4::text IS NULL OR port_of_discharge = $4 OR (port_of_discharge IS NULL
         AND (destination_country IS NULL OR destination_country = left($4, 2))))
    AND ($5::text IS NULL OR code = $5)
    AND ($6::date IS NULL OR (valid_from <= $6 AND (valid_to IS NULL OR valid_to >= $6) AND withdrawn_at IS NULL))
    AND ($7::boolean IS NULL OR (tenant_id = '${SHARED}') = $7) AND ($8::uuid IS NULL OR id < $8)
    AND ($9::timestamptz IS NULL OR created_at >= $9) AND ($10::timestamptz IS NULL OR created_at > $10)
    AND ($11::timestamptz IS NULL OR created_at <= $11) AND ($12::timestamptz IS NULL OR created_at < $12)
  ORDER BY id DESC LIMIT $13`;

const ADD = `${INSERT_RATES} RETURNING ${COLUMNS}`;

const FIND = `SELECT ${COLUMNS} FROM freight.rate WHERE tenant_id IN ($1, '${SHARED}') AND id = $2`;

const WITHDRAW = `
  UPDATE freight.rate SET withdrawn_at = $3, updated_at = $3, version = version + 1
  WHERE tenant_id = $1 AND id = $2 AND withdrawn_at IS NULL RETURNING ${COLUMNS}`;

export interface Lane {
  readonly mode: TariffMode;
  readonly portOfLoading: string;
  readonly portOfDischarge: string;
  /** The day of departure, which decides the rates. */
  readonly day: LocalDate;
}

export interface RateFilter {
  readonly mode?: TariffMode | undefined;
  readonly portOfLoading?: string | undefined;
  readonly portOfDischarge?: string | undefined;
  readonly code?: string | undefined;
  readonly validOn?: LocalDate | undefined;
  readonly shared?: boolean | undefined;
}

/** The rate table: the tariff that comes with the platform, and the tenant's own rates before it. */
@Injectable()
export class Rates {
  /** Of one lane and one day. */
  async candidates(view: View, { mode, portOfLoading, portOfDischarge, day }: Lane): Promise<Rate[]> {
    const keys = laneKeys(mode, portOfLoading, portOfDischarge);
    const country = portOfDischarge.slice(0, 2);
    const found = await this.forLanes(view, keys, day, day);
    return found.filter(({ destinationCountry }) => destinationCountry === null || destinationCountry === country);
  }

  /** Of many lanes, from one day to another. */
  async forLanes(view: View, keys: readonly string[], from: LocalDate, to: LocalDate): Promise<ListedRate[]> {
    return (await view.query<RateRow>(CANDIDATES, [view.tenantId, [...keys], from, to])).map(toRate);
  }

  async list(view: View, query: DatedPageQuery, filter: RateFilter): Promise<Page<ListedRate>> {
    const limit = query.limit ?? 50;
    const rows = await view.query<RateRow>(LIST, [
      view.tenantId,
      filter.mode ?? null,
      filter.portOfLoading ?? null,
      filter.portOfDischarge ?? null,
      filter.code ?? null,
      filter.validOn ?? null,
      filter.shared ?? null,
      query.cursor === undefined ? null : cursorId(query.cursor),
      query['createdAt[gte]'] ?? null,
      query['createdAt[gt]'] ?? null,
      query['createdAt[lte]'] ?? null,
      query['createdAt[lt]'] ?? null,
      limit + 1,
    ]);
    const data = rows.slice(0, limit).map(toRate);
    const last = data.at(-1);
    return { data, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last.id) : null };
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<ListedRate> {
    const [row] = await view.query<RateRow>(FIND, [view.tenantId, id]);
    if (row === undefined) throw new ResourceNotFoundError(SAY.no_such_rate);
    return toRate(row);
  }

  /**
   * Adds a rate of the tenant's own; it counts before the shared one from its first day on.
   * @throws InvalidInputError naming every fault
   */
  async add(tx: Tx, rate: NewRate): Promise<ListedRate> {
    checkNewRate(rate);
    const id = newId();
    const [row] = await tx.query<RateRow>(ADD, [tx.tenantId, null, tx.now, JSON.stringify([rowOf(rate, id)])]);
    if (row === undefined) throw new Error('The rate was not kept');
    audit(tx, { action: 'freight.rate.added', resourceType: 'freightRate', resourceId: id, to: 'valid' });
    return toRate(row);
  }

  /**
   * Ends a rate of the tenant's own. Quotes that used it stand.
   * @throws ResourceNotFoundError
   * @throws RateNotOursError for a shared rate
   * @throws RateWithdrawnError when it was withdrawn before
   */
  async withdraw(tx: Tx, id: string): Promise<ListedRate> {
    const found = await this.get(tx, id);
    if (found.isShared) throw new RateNotOursError(SAY.shared_rate);
    const [row] = await tx.query<RateRow>(WITHDRAW, [tx.tenantId, id, tx.now]);
    if (row === undefined) throw new RateWithdrawnError(SAY.rate_withdrawn);
    audit(tx, {
      action: 'freight.rate.withdrawn',
      resourceType: 'freightRate',
      resourceId: id,
      from: 'valid',
      to: 'withdrawn',
    });
    return toRate(row);
  }
}

function toRate(row: RateRow): ListedRate {
  const money = (minor: string | null): Money | null =>
    minor === null ? null : Money.ofMinor(BigInt(minor), row.price_currency);
  return {
    id: row.id,
    isShared: row.tenant_id === SHARED,
    mode: row.mode,
    code: row.code,
    name: row.name,
    basis: row.basis,
    portOfLoading: row.port_of_loading,
    portOfDischarge: row.port_of_discharge,
    destinationCountry: row.destination_country,
    originCountry: row.origin_country,
    service: row.service,
    fromKg: row.from_kg === null ? null : new Decimal(row.from_kg),
    weighing: {
      divisor: row.divisor,
      volumePolicy: row.volume_policy,
      roundUpToKg: row.round_up_to_kg === null ? null : new Decimal(row.round_up_to_kg),
    },
    transitDaysMin: row.transit_days_min,
    transitDaysMax: row.transit_days_max,
    tariffId: row.tariff_id,
    sizeType: row.size_type,
    currency: row.price_currency,
    price: money(row.price_minor),
    share: row.share === null ? null : new Decimal(row.share),
    percentOf: row.percent_of,
    minimum: money(row.minimum_minor),
    maximum: money(row.maximum_minor),
    payer: row.payer,
    position: row.position,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    source: row.source,
    withdrawnAt: row.withdrawn_at,
    version: row.version,
    createdAt: row.created_at,
  };
}
