import { Injectable } from '@nestjs/common';

import { type Fault, InvalidInputError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit } from '../../../platform/outbox/outbox.js';
import { readStated, type StatedRate } from '../../domain/rates/middle-rates.js';
import { foreignOf, homePerUnit, type PublishedRate } from '../../domain/rates/quotation.js';
import { type PublishedSource, rateSource } from '../../domain/rates/rate-source.js';
import { SAY } from '../../domain/rates/rates.sentences.js';

/** The rates of a source on a day, as somebody read them. */
export interface RatesGiven {
  readonly source: PublishedSource;
  readonly publishedOn: LocalDate;
  readonly document: string;
  readonly rates: readonly Omit<StatedRate, 'date'>[];
}

export interface RatesTaken {
  readonly source: PublishedSource;
  readonly publishedOn: LocalDate;
  readonly added: number;
  /** On record already, as they are. */
  readonly unchanged: number;
  readonly rates: readonly PublishedRate[];
}

const KNOWN = `
  SELECT DISTINCT ON (currency) currency, trim_scale(rate)::text AS rate FROM (
    SELECT currency, rate, 1 AS rank FROM fx.reference_rate WHERE source = $2 AND published_on = $3
    UNION ALL
    SELECT currency, rate, 2 AS rank FROM fx.tenant_rate WHERE tenant_id = $1 AND source = $2 AND published_on = $3) AS known
  ORDER BY currency, rank`;

const RECORD = `
  INSERT INTO fx.tenant_rate (tenant_id, id, source, base, quote, currency, unit, direction, rate, per_unit, published_on,
                              as_of, document, recorded_at)
  SELECT $1, r.id, $2, r.base, r.quote, r.currency, r.unit, r.direction, r.rate, r."perUnit", $3::date,
         ($3::date + $4::time) AT TIME ZONE $5, $6, $7
  FROM jsonb_to_recordset($8::jsonb) AS r (id uuid, base char(3), quote char(3), currency char(3), unit numeric,
    direction text, rate numeric, "perUnit" numeric)
  ORDER BY r.currency
  ON CONFLICT (tenant_id, source, currency, published_on) DO NOTHING`;

/** Rates that a tenant takes in for itself, where the operator has none: middle rates, day by day. */
@Injectable()
export class RateIntake {
  /** All or none. @throws InvalidInputError naming every fault, a rate that is on record otherwise among them */
  async take(tx: Tx, given: RatesGiven): Promise<RatesTaken> {
    const { source, publishedOn, document } = given;
    const faults: Fault[] = [];
    const rates = this.read(given, dateInZone(tx.now, CHINA), faults);
    const known = await tx.query<{ currency: string; rate: string }>(KNOWN, [tx.tenantId, source, publishedOn]);
    const fresh = rates.filter(({ rate, at }) => {
      const earlier = known.find(({ currency }) => currency === foreignOf(rate));
      if (earlier === undefined) return true;
      if (earlier.rate !== rate.rate.toFixed()) {
        const { currency, rate: onRecord } = earlier;
        const message = SAY.on_record_otherwise({ source, currency, day: publishedOn, rate: onRecord });
        faults.push({ pointer: `/rates/${at}/rate`, code: 'on_record', message });
      }
      return false;
    });
    if (faults.length > 0) throw new InvalidInputError(faults);
    await this.record(tx, { source, publishedOn, document }, fresh);
    const added = fresh.length;
    audit(tx, {
      action: 'fx.rates_taken',
      resourceType: 'tenant',
      resourceId: tx.tenantId,
      details: { source, publishedOn, document, added },
    });
    return { source, publishedOn, added, unchanged: rates.length - added, rates: rates.map(({ rate }) => rate) };
  }

  private read(
    { source, publishedOn, rates }: RatesGiven,
    today: LocalDate,
    faults: Fault[],
  ): { readonly rate: PublishedRate; readonly at: number }[] {
    const places = new Map<string, number>();
    return rates.flatMap((stated, at) => {
      const { rate, faults: found } = readStated(source, { ...stated, date: publishedOn }, today);
      const own = found.filter(({ field }) => field !== 'date' || at === 0);
      faults.push(
        ...own.map(({ field, code, message }) => ({
          pointer: field === 'date' ? '/publishedOn' : `/rates/${at}/${field}`,
          code,
          message,
        })),
      );
      if (rate === null) return [];
      const currency = foreignOf(rate);
      const earlier = places.get(currency);
      if (earlier === undefined) {
        places.set(currency, at);
        return [{ rate, at }];
      }
      const message = SAY.stated_twice({ currency, day: publishedOn, place: `/rates/${earlier}` });
      faults.push({ pointer: `/rates/${at}/base`, code: 'repeated', message });
      return [];
    });
  }

  private async record(
    tx: Tx,
    { source, publishedOn, document }: Pick<RatesGiven, 'source' | 'publishedOn' | 'document'>,
    fresh: readonly { readonly rate: PublishedRate }[],
  ): Promise<void> {
    const { publishedAt } = rateSource(source);
    if (publishedAt === null) throw new Error(`${source} is not published day by day`);
    const rows = fresh.map(({ rate }) => ({
      id: newId(),
      base: rate.base,
      quote: rate.quote,
      currency: foreignOf(rate),
      unit: rate.unit.toFixed(),
      direction: rate.direction,
      rate: rate.rate.toFixed(),
      perUnit: homePerUnit(rate).toFixed(),
    }));
    const { time, zone } = publishedAt;
    const values = [tx.tenantId, source, publishedOn, time, zone, document, tx.now, JSON.stringify(rows)];
    await tx.query(RECORD, values);
  }
}
