import { Injectable } from '@nestjs/common';

import { Decimal } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { checkSizeType } from '../../kernel/identifiers/index.js';
import { newId } from '../../kernel/ids.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { cursorId, cursorOf, type DatedPageQuery, type Page } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { SAY } from '../domain/freight.sentences.js';
import { type FreightMode, type Rate, UN_LOCODE } from '../domain/rate.js';
import { RateNotOursError, RateWithdrawnError } from '../domain/rate.errors.js';

/** Whose rates everybody may read. */
const SHARED = '00000000-0000-0000-0000-000000000000';

export interface RateRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly mode: FreightMode;
  readonly code: string;
  readonly name: string;
  readonly basis: Rate['basis'];
  readonly port_of_loading: string | null;
  readonly port_of_discharge: string | null;
  readonly destination_country: string | null;
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
  readonly withdrawnAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
}

export type NewRate = Omit<Rate, 'id' | 'isShared'> & { readonly currency: string };

const COLUMNS = `
  tenant_id, id, mode, code, name, basis, port_of_loading, port_of_discharge, destination_country, size_type, price_minor,
  price_currency, share, percent_of, minimum_minor, maximum_minor, payer, position, valid_from::text, valid_to::text,
  source, withdrawn_at, version, created_at`;

/** Everything that fits lane, mode and day; which of it counts is decided by `chooseRates`. */
const CANDIDATES = `
  SELECT ${COLUMNS} FROM freight.rate
  WHERE tenant_id IN ($1, '${SHARED}') AND mode = $2 AND withdrawn_at IS NULL
    AND (port_of_loading IS NULL OR port_of_loading = $3)
    AND (port_of_discharge IS NULL OR port_of_discharge = $4)
    AND (destination_country IS NULL OR destination_country = left($4, 2))
    AND valid_from <= $5 AND (valid_to IS NULL OR valid_to >= $5)`;

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

const ADD = `
  INSERT INTO freight.rate (tenant_id, id, mode, code, name, basis, port_of_loading, port_of_discharge, destination_country,
                            size_type, price_minor, price_currency, share, percent_of, minimum_minor, maximum_minor, payer,
                            position, valid_from, valid_to, source, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $22)
  RETURNING ${COLUMNS}`;

const FIND = `SELECT ${COLUMNS} FROM freight.rate WHERE tenant_id IN ($1, '${SHARED}') AND id = $2`;

const WITHDRAW = `
  UPDATE freight.rate SET withdrawn_at = $3, updated_at = $3, version = version + 1
  WHERE tenant_id = $1 AND id = $2 AND withdrawn_at IS NULL RETURNING ${COLUMNS}`;

export interface Lane {
  readonly mode: FreightMode;
  readonly portOfLoading: string;
  readonly portOfDischarge: string;
  /** The day of departure, which decides the rates. */
  readonly day: LocalDate;
}

export interface RateFilter {
  readonly mode?: FreightMode | undefined;
  readonly portOfLoading?: string | undefined;
  readonly portOfDischarge?: string | undefined;
  readonly code?: string | undefined;
  readonly validOn?: LocalDate | undefined;
  readonly shared?: boolean | undefined;
}

/** The rate table: the tariff that comes with the platform, and the tenant's own rates before it. */
@Injectable()
export class Rates {
  async candidates(view: View, { mode, portOfLoading, portOfDischarge, day }: Lane): Promise<Rate[]> {
    const rows = await view.query<RateRow>(CANDIDATES, [view.tenantId, mode, portOfLoading, portOfDischarge, day]);
    return rows.map(toRate);
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
    checkRate(rate);
    const id = newId();
    const [row] = await tx.query<RateRow>(ADD, [
      tx.tenantId,
      id,
      rate.mode,
      rate.code,
      rate.name,
      rate.basis,
      rate.portOfLoading,
      rate.portOfDischarge,
      rate.destinationCountry,
      rate.sizeType,
      rate.price?.minor ?? null,
      rate.currency,
      rate.share?.toFixed() ?? null,
      rate.percentOf,
      rate.minimum?.minor ?? null,
      rate.maximum?.minor ?? null,
      rate.payer,
      rate.position,
      rate.validFrom,
      rate.validTo,
      rate.source,
      tx.now,
    ]);
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

function checkRate(rate: NewRate): void {
  const check = new InputCheck();
  const isPercentage = rate.basis === 'percent_of';
  const given = <Value>(value: Value | null): Value | undefined => value ?? undefined;
  if (isPercentage) {
    check.required(given(rate.share), '/share');
    check.absent(given(rate.price), '/price', '`percent_of`');
    check.filled(rate.percentOf, '/percentOf');
    check.that(!rate.percentOf.includes(rate.code), '/percentOf', 'circular', SAY.percent_of_itself);
  } else {
    check.required(given(rate.price), '/price');
    check.absent(given(rate.share), '/share', SAY.a_fixed_charge);
    check.absent(rate.percentOf.length === 0 ? undefined : rate.percentOf, '/percentOf', SAY.a_fixed_charge);
  }
  check.share(given(rate.share), '/share');
  checkPlaces(check, rate);
  checkLimits(check, rate);
  check.date(rate.validFrom, '/validFrom');
  check.date(rate.validTo, '/validTo');
  const isForward = (rate.validTo ?? rate.validFrom) >= rate.validFrom;
  check.that(isForward, '/validTo', 'before_start', SAY.validity_order);
  check.done();
}

function checkPlaces(check: InputCheck, rate: NewRate): void {
  const place = (code: string | null, pointer: string): void => {
    check.that(code === null || UN_LOCODE.test(code), pointer, 'format', SAY.un_locode);
  };
  place(rate.portOfLoading, '/portOfLoading');
  place(rate.portOfDischarge, '/portOfDischarge');
  if (rate.sizeType === null) return;
  check.that(rate.basis === 'per_container', '/sizeType', 'not_applicable', SAY.per_container_only);
  check.that(checkSizeType(rate.sizeType).valid, '/sizeType', 'format', SAY.size_type);
}

function checkLimits(check: InputCheck, { currency, price, minimum, maximum }: NewRate): void {
  check.amount(price ?? undefined, '/price', currency);
  check.amount(minimum ?? undefined, '/minimum', currency);
  check.amount(maximum ?? undefined, '/maximum', currency);
  if (minimum?.currency !== maximum?.currency || minimum === null || maximum === null) return;
  check.that(!minimum.isMoreThan(maximum), '/maximum', 'below_minimum', SAY.maximum_below_minimum);
}
